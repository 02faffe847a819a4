"""A lost conversation, or a lost phone: shut all of it, and a way back, by who checked who it is.

First what to check about who she is, without a BSN; then a code that works once, for a quarter of
an hour. Of a jobseeker only her own coach does it, who may read the conversation anyway; of a
contact whoever looks after that employer.
"""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web
from markupsafe import Markup

from bot.web.console.page import did, number, page
from services import employers, rights
from services.access import cutting, links, sessions
from services.rights import Viewer
from services.store.models import Employer, Jobseeker, Person
from services.unit_of_work import Work


@dataclass(frozen=True)
class Whose:
    """Whom it is about, and the page of their own: its address, and what the way there says."""

    person: Person
    address: str
    to: str  # a text id
    contact: bool = False


async def _hers(request: web.Request, work: Work, who: Viewer) -> Whose:
    """Somebody whom this colleague may let in again; LookupError otherwise."""
    if "person" in request.match_info:
        return await _speaker(request, work, who)
    row = await work.get(Jobseeker, number(request))
    person = await work.get(Person, row.person_id)
    if not rights.may_give_way_back(who, row) or person.erased is not None:
        raise LookupError("not yours")
    return Whose(person, f"/console/werkzoekenden/{person.id}", "desk-to-file")


async def _speaker(request: web.Request, work: Work, who: Viewer) -> Whose:
    row = await work.get(Employer, number(request))
    person = await work.get(Person, int(request.match_info["person"]))
    speaks = person.id in await employers.contacts(work, row.id or 0)
    if not rights.may_manage_employer(who, row) or not speaks or person.erased is not None:
        raise LookupError("not yours")
    address = f"/console/werkgevers/{row.id}/contact/{person.id}"
    return Whose(person, address, "desk-to-employer", contact=True)


async def check(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """What to check before anything is made, and where the conversation is open."""
    return await _page(request, work, who, await _hers(request, work, who))


async def _page(
    request: web.Request, work: Work, who: Viewer, whose: Whose, *, missing: bool = False
) -> web.Response:
    person = whose.person
    context = {
        "person": person,
        "address": whose.address,
        "to": whose.to,
        "contact": whose.contact,
        "missing": missing,
        "ways": links.CHECKED[: 2 if person.phone else 1],
        "open": await cutting.ways_in(work, person.id or 0),
        "cutting": cutting.CHECKED,
    }
    status = 400 if missing else 200
    return await page(request, work, who, "console/way_back.html", context, status=status)


async def make(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """She was recognised: the code, to show or to say."""
    whose = await _hers(request, work, who)
    how = await _checked(request, links.CHECKED)
    if not how:
        return await _page(request, work, who, whose, missing=True)
    person = whose.person
    url, code = await links.way_back(work, person.id or 0, who.person_id, how)
    await work.tx.flush()
    context = {
        "person": person,
        "url": url,
        "code": f"{code[:4]} {code[4:]}",
        "picture": Markup(sessions.picture(url)),  # noqa: S704 - an SVG of our own making,
        "what": "desk-way-back-made",
        "back": (whose.address, whose.to),
    }
    return await page(request, work, who, "console/elsewhere.html", context)


async def _checked(request: web.Request, ways: tuple[str, ...]) -> str:
    """How it was checked who she is; an empty string without the tick."""
    form = await request.post()
    how = str(form.get("how", ""))
    return how if form.get("checked") == "yes" and how in ways else ""


async def cut(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Her phone or computer is in other hands: nothing there opens her conversation any more."""
    whose = await _hers(request, work, who)
    how = await _checked(request, cutting.CHECKED)
    if not how:
        return await _page(request, work, who, whose, missing=True)
    await cutting.cut(work, whose.person.id or 0, who.person_id, how)
    return did(f"{whose.address}/toegang", "cut", whose.person.id or 0)
