"""Questions of employers and newcomers, and what only the administrator does."""

from __future__ import annotations

from uuid import uuid4

from aiohttp import web

from bot.web.console.page import given, number, page
from bot.web.pages import see_other
from services import console, events, rights
from services.access import links
from services.help import requests
from services.messages import parked
from services.rights import Viewer
from services.staff import colleagues, handover
from services.store.models import Jobseeker, Person
from services.unit_of_work import Work


async def questions(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """What somebody asked of a person, and the place to answer."""
    found = await console.questions_file(work, who, number(request))
    return await page(request, work, who, "console/questions.html", {"file": found})


async def answer(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Reply in the chat of an employer or a newcomer."""
    found = await console.questions_file(work, who, number(request))
    words = await given(request, "words")
    if words:
        await requests.answer(work, who.person_id, found.person.id or 0, words)
    return see_other(f"/console/berichten/{found.person.id}")


async def settle(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Answered in another way, such as a call: it no longer waits."""
    person_id = number(request)
    row = await work.tx.get(Jobseeker, person_id)
    if row is None:
        await console.questions_file(work, who, person_id)
    elif not rights.may_change_jobseeker(who, row):
        raise LookupError("not yours")
    await events.log(work, "answered", actor=who.person_id, about=person_id)
    return see_other("/console")


def _only_administrator(who: Viewer) -> None:
    if not rights.may_administer(who):
        raise LookupError("not yours")


async def office(
    request: web.Request, work: Work, who: Viewer, link: str = "", *, again: bool = False
) -> web.Response:
    """Colleagues, invitations, and what could not be handled."""
    _only_administrator(who)
    found = await colleagues.colleagues(work)
    context = {
        "colleagues": found,
        "loads": await handover.loads(work, [each.person_id for each, _ in found]),
        "invitations": await colleagues.invitations(work),
        "parked": (await parked.counts(work)).parked,
        "roles": colleagues.ROLES,
        "link": link,
        "again": again,
        "once": uuid4().hex,
    }
    return await page(request, work, who, "console/office.html", context)


async def invite(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """A link for a new colleague; it is shown once and not kept."""
    _only_administrator(who)
    role, team = await given(request, "role"), work.region.team(await given(request, "team"))
    if role not in colleagues.ROLES or team is None:
        raise web.HTTPBadRequest
    await work.take(Person, who.person_id)  # twice at once is one after the other
    once = await given(request, "once", 32)
    if once and any(each.facts.get("once") == once for each in await colleagues.invitations(work)):
        return await office(request, work, who, again=True)
    facts = {
        "once": once,
        "role": role,
        "team": team.code,
        "organisation": team.organisation,
        "lead": await given(request, "lead") == "yes",
        "name": await given(request, "name", 80),
    }
    link = await links.invitation(work, who.person_id, facts)
    await work.tx.flush()
    return await office(request, work, who, link)


async def second_factor(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """A colleague lost the phone that makes the six digits."""
    _only_administrator(who)
    await colleagues.reset_second_factor(work, number(request), who.person_id)
    return see_other("/console/beheer")


async def retry(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Try what was parked once more."""
    _only_administrator(who)
    await colleagues.retry_parked(work, who.person_id)
    return see_other("/console/beheer")
