"""A talk at a desk: a colleague fills in a dialog together with somebody, there or on the phone.

It is the same dialog with the same questions (CON, REG-10): what is said at the desk stays at the
desk and is not sent to the phone, and the profile tells who filled it in.
"""

from __future__ import annotations

from uuid import uuid4

from aiohttp import web
from markupsafe import Markup
from sqlmodel import select

from bot.web import chat
from bot.web.bubbles import newest
from bot.web.deps import deps_of
from bot.web.desk import at_desk, given, number, page
from bot.web.login import staff_of
from bot.web.pages import see_other
from services import events, joining, post, rights, sessions
from services.arrivals import Incoming, receive, unanswered
from services.rights import Viewer
from services.store.models import Event, Jobseeker, Person
from services.work import Work

COMMANDS = ("mydata", "grow", "go-on")
BEGAN = "desk-began"  # the event that makes a newcomer somebody's to go on with


async def _whose(work: Work, who: Viewer, person_id: int) -> Person:
    """Somebody this colleague may fill in a profile with; LookupError otherwise."""
    person = await work.get(Person, person_id)
    row = await work.tx.get(Jobseeker, person_id)
    if row is not None:
        if not rights.may_change_jobseeker(who, row):
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
    await _said(work, who, person_id, {"kind": "start", "who": "work", "language": "nl"})
    return see_other(f"/console/gesprek/{person_id}")


async def talk(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The conversation, to go on with."""
    person = await _whose(work, who, number(request))
    messages = await newest(work, person.id or 0)
    language = person.voice
    context = {
        **chat.conversation(messages, language),
        "busy": await unanswered(work, person.id or 0),
        "person": person,
        "known": await work.tx.get(Jobseeker, person.id) is not None,
    }
    return await page(request, work, who, "console/talk.html", context)


async def command(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Read the profile back and change it, or go on with a later visit."""
    person = await _whose(work, who, number(request))
    name = await given(request, "command")
    if name not in COMMANDS:
        raise web.HTTPBadRequest
    await _said(work, who, person.id or 0, {"kind": "pick", "press": f"::{name}"})
    return see_other(f"/console/gesprek/{person.id}")


async def say(request: web.Request) -> web.StreamResponse:
    """An answer, given together."""
    form, person_id = await request.post(), number(request)
    payload = chat.payload_of(form)

    async def store(request: web.Request, work: Work, who: Viewer) -> web.Response:
        person = await _whose(work, who, person_id)
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
        channel=post.DESK,
        event_id=f"{who.person_id}-{person_id}-{event or uuid4().hex}"[:120],
        kind="reply",
        payload={**payload, "by": who.person_id},
        person_id=person_id,
    )
    await receive(work, [item])


async def stream(request: web.Request) -> web.StreamResponse:
    """New bubbles as they are said."""
    person_id = number(request)

    async def over() -> bool:
        async with deps_of(request).looking() as work:
            try:
                await _whose(work, await staff_of(request, work), person_id)
            except (LookupError, web.HTTPException):
                return True
        return False

    async with deps_of(request).looking() as work:
        await staff_of(request, work)  # who is not in is sent to come in
    if await over():
        raise web.HTTPNotFound
    return await chat.follow(request, person_id, over)


async def elsewhere(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """A link and a code, so that somebody can go on with their own phone."""
    person = await _whose(work, who, number(request))
    url, code = await joining.helped_link(work, person.id or 0, who.person_id)
    await work.tx.flush()
    context = {
        "person": person,
        "url": url,
        "code": f"{code[:4]} {code[4:]}",
        "picture": Markup(sessions.picture(url)),  # noqa: S704 - an SVG of our own making,
    }
    return await page(request, work, who, "console/elsewhere.html", context)
