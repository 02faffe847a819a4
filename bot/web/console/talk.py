"""A talk at a desk: a colleague fills in a dialog together with somebody, there or on the phone.

It is the same dialog with the same questions (CON, REG-10): what is said at the desk stays at the
desk and is not sent to the phone, and the profile tells who filled it in. It begins with a press,
of which she hears; the page shows what was said at this desk since, never her own conversation.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import uuid4

from aiohttp import web
from markupsafe import Markup
from sqlmodel import select

from bot.web import chat
from bot.web.console.page import at_desk, given, number, page
from bot.web.deps import deps_of
from bot.web.login import staff_of
from bot.web.pages import see_other
from bot.web.streaming import Talk, follow
from dialogs import atdesk
from services import employers, events, rights
from services.access import assisted, links, sessions
from services.messages import outbox
from services.messages.inbox import Incoming, receive, unanswered
from services.rights import Viewer
from services.store.models import Employer, Event, Jobseeker, Message, Person, Vacancy
from services.unit_of_work import Work

COMMANDS = ("mydata", "grow", "go-on")
EMPLOYERS_COMMANDS = ("newvacancy", "vacancies", "go-on")
DEEDS = ("change", "split", "copy")  # of a vacancy, that are a talk
BEGAN = "desk-began"  # the event that makes a newcomer somebody's to go on with


async def _whose(work: Work, who: Viewer, person_id: int) -> Person:
    """Somebody this colleague may fill in a profile with; LookupError otherwise."""
    person = await work.get(Person, person_id)
    row = await work.tx.get(Jobseeker, person_id)
    if person.erased is not None:
        raise LookupError("erased")
    if await assisted.for_employer(work, person_id, who.person_id):
        return person
    if row is not None:
        if not rights.may_fill_in_together(who, row):
            raise LookupError("not yours")
        return person
    began = select(Event.id).where(
        Event.kind == BEGAN, Event.person_id == person_id, Event.actor_id == who.person_id
    )
    if (await work.tx.exec(began.limit(1))).first() is None:
        raise LookupError("not yours")
    return person


async def begin(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Somebody new sits at the desk."""
    if who.role not in rights.COACHING:
        raise LookupError("not yours")
    person = Person(created=work.now, source=who.organisation)
    work.tx.add(person)
    await work.tx.flush()
    person_id = person.id or 0
    await events.log(work, BEGAN, actor=who.person_id, about=person_id)
    await assisted.begin(work, person_id, who.person_id)
    await _said(work, who, person_id, {"kind": "start", "who": "work", "language": "nl"})
    return see_other(f"/console/gesprek/{person_id}")


async def talk(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """What was said at this desk, to go on with; before that, what beginning means."""
    person = await _whose(work, who, number(request))
    now = await assisted.current(work, person.id or 0, who.person_id)
    company = await _company(work, who, person.id or 0)
    context = {
        "person": person,
        "known": company is None and await work.tx.get(Jobseeker, person.id) is not None,
        "company": company,
    }
    if now is None:
        return await page(request, work, who, "console/together.html", context)
    offered = await _offered(work, who, person.id or 0)
    context |= {
        **chat.conversation(await assisted.said(work, now), person.voice, offered),
        "busy": await unanswered(work, person.id or 0),
    }
    return await page(request, work, who, "console/talk.html", context)


async def _company(work: Work, who: Viewer, person_id: int) -> Employer | None:
    """The employer somebody speaks for at this desk."""
    if not await assisted.for_employer(work, person_id, who.person_id):
        return None
    return await employers.of_person(work, person_id)


async def _offered(work: Work, who: Viewer, person_id: int) -> Callable[[str], bool]:
    """Which buttons stand at this desk."""
    if await assisted.for_employer(work, person_id, who.person_id):
        return atdesk.offered_to_employer
    dossier = await assisted.may_read_dossier(work, person_id, who.person_id)
    return partial(atdesk.offered, dossier=dossier)


async def sit_down(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Begin to fill in together: logged, and told to her."""
    person = await _whose(work, who, number(request))
    left = [each.id for _, each in await assisted.unfinished(work, who)]
    await _sits_down(work, who, person.id or 0)
    if await given(request, "command") == "newvacancy":
        await _begin_with(work, who, person.id or 0, "::newvacancy")
    elif person.id in left:  # what was asked last is asked again, here
        await _said(work, who, person.id or 0, {"kind": "pick", "press": "::go-on"})
    return see_other(f"/console/gesprek/{person.id}")


async def _sits_down(work: Work, who: Viewer, person_id: int) -> None:
    """It begins; with an employer it is contact as well, which colleagues see (VAC-20)."""
    await assisted.begin(work, person_id, who.person_id)
    if company := await _company(work, who, person_id):
        subject = ("employer", company.id or 0)
        await events.log(work, "note", actor=who.person_id, subject=subject, how="call", next="")


async def _begin_with(work: Work, who: Viewer, person_id: int, *presses: str) -> None:
    if not await assisted.for_employer(work, person_id, who.person_id):
        raise LookupError("not yours")
    for press in presses:
        await _said(work, who, person_id, {"kind": "pick", "press": press})


async def of_vacancy(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Change, split or copy a vacancy with who speaks for it, on the phone."""
    row, deed = await work.get(Vacancy, number(request)), await given(request, "deed", 10)
    if deed not in DEEDS:
        raise web.HTTPBadRequest
    person = await _whose(work, who, row.contact_id)
    if await assisted.current(work, person.id or 0, who.person_id) is None:
        await _sits_down(work, who, person.id or 0)
    opens, picks = f"manage.{row.id}::-open", f"manage.{row.id}:deed:{deed}"
    await _begin_with(work, who, person.id or 0, opens, picks)
    return see_other(f"/console/gesprek/{person.id}")


async def stand_up(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Done: what was said is in her profile and in her own conversation."""
    person = await _whose(work, who, number(request))
    await assisted.end(work, person.id or 0, who.person_id)
    if company := await _company(work, who, person.id or 0):
        return see_other(f"/console/werkgevers/{company.id}")
    known = await work.tx.get(Jobseeker, person.id) is not None
    return see_other(f"/console/werkzoekenden/{person.id if known else ''}".rstrip("/"))


async def command(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Read the profile back and change it, or go on with a later visit."""
    person = await _whose(work, who, number(request))
    name = await given(request, "command")
    company = await assisted.for_employer(work, person.id or 0, who.person_id)
    if name not in (EMPLOYERS_COMMANDS if company else COMMANDS):
        raise web.HTTPBadRequest
    if await assisted.current(work, person.id or 0, who.person_id) is None:
        return see_other(f"/console/gesprek/{person.id}")
    await _said(work, who, person.id or 0, {"kind": "pick", "press": f"::{name}"})
    return see_other(f"/console/gesprek/{person.id}")


async def say(request: web.Request) -> web.StreamResponse:
    """An answer, given together."""
    form, person_id = await request.post(), number(request)
    payload = chat.payload_of(form)

    async def store(request: web.Request, work: Work, who: Viewer) -> web.Response:
        person = await _whose(work, who, person_id)
        if await assisted.current(work, person_id, who.person_id) is None:
            return see_other(f"/console/gesprek/{person_id}")  # to begin again
        if not deps_of(request).pace.allows(f"desk-{who.person_id}"):
            raise web.HTTPTooManyRequests
        if payload is not None:
            await _said(work, who, person.id or 0, payload, str(form.get("event", "")))
        return web.Response(status=204)

    stored = await at_desk(request, store, writes=True)
    if stored.status != 204 or request.headers.get("X-Werklijn") == "script":
        return stored
    if payload is not None:
        await chat.answered(request, person_id)
    return see_other(f"/console/gesprek/{person_id}#einde")


async def _said(
    work: Work, who: Viewer, person_id: int, payload: dict[str, object], event: str = ""
) -> None:
    item = Incoming(
        channel=outbox.DESK,
        event_id=f"{who.person_id}-{person_id}-{event or uuid4().hex}"[:120],
        kind="reply",
        payload={**payload, "by": who.person_id},
        person_id=person_id,
    )
    await receive(work, [item])


async def stream(request: web.Request) -> web.StreamResponse:
    """New bubbles as they are said."""
    person_id = number(request)

    async with deps_of(request).looking() as work:
        who = await staff_of(request, work)  # who is not in is sent to come in
        try:
            await _whose(work, who, person_id)
        except LookupError:
            raise web.HTTPNotFound from None
        began = await assisted.current(work, person_id, who.person_id)
        offered = await _offered(work, who, person_id)
    if began is None:
        return web.Response(status=204)  # a browser does not ask again

    async def over() -> bool:
        """Did the colleague leave, lose the right, or did this talk end?"""
        async with deps_of(request).looking() as work:
            try:
                who = await staff_of(request, work)
                await _whose(work, who, person_id)
            except (LookupError, web.HTTPException):
                return True
            now = await assisted.current(work, person_id, who.person_id)
            return now is None or now.id != began.id

    async def since(work: Work, after: int) -> list[Message]:
        return await assisted.said(work, began, after)

    return await follow(request, Talk(f"desk-{who.person_id}", person_id, over, since, offered))


async def elsewhere(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """A link and a code, so that somebody can go on with their own phone."""
    person = await _whose(work, who, number(request))
    url, code = await links.helped_link(work, person.id or 0, who.person_id)
    await work.tx.flush()
    context = {
        "person": person,
        "url": url,
        "code": f"{code[:4]} {code[4:]}",
        "picture": Markup(sessions.picture(url)),  # noqa: S704 - an SVG of our own making,
    }
    return await page(request, work, who, "console/elsewhere.html", context)
