"""The web chat of jobseekers and employers: works without a script, and better with ours."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from aiohttp import web

from bot.documents import media_type
from bot.web import seats
from bot.web.bubbles import Offered, anything, bubble, newest
from bot.web.deps import deps_of
from bot.web.doors import counted
from bot.web.middleware import client_of
from bot.web.pages import (
    LANGUAGE,
    language_of,
    render,
    see_other,
    set_cookie,
)
from bot.web.streaming import Talk, follow
from services import audit, privacy, texts
from services.access import attempts, links, sessions
from services.matches import called_off, meetings
from services.messages import fetched
from services.messages.inbox import Incoming, receive, unanswered
from services.store.models import Address, Meeting, Message, Person
from services.store.sealed import ring
from services.unit_of_work import Work

LARGEST_PHOTO = 8 * 1024 * 1024
PHOTOS = ("image/jpeg", "image/png", "application/pdf")
LONGEST_NUMBER = 10  # digits of a message's number
LONGEST_TOKEN = 100


async def person_of(request: web.Request, work: Work) -> Person | None:
    """Who this browser chats as."""
    found = await sessions.visit(work, seats.cookie(request), "chat")
    person = await work.tx.get(Person, found.person_id) if found else None
    return person if person is not None and person.erased is None else None


async def page(request: web.Request) -> web.Response:
    """The conversation, or the welcome page for somebody new."""
    chosen, base = request.query.get("taal", ""), seats.base_of(request)
    if chosen in texts.languages():
        response = see_other(base + "/chat" + (f"?t={t}" if (t := request.query.get("t")) else ""))
        response.set_cookie(LANGUAGE, chosen, samesite="Lax", path="/")
        return response
    token = request.query.get("t", "")
    async with deps_of(request).working() as work:
        person = await person_of(request, work)
        if person is None:
            return _welcome(request, token)
        if token:  # looking uses nothing up: one press on the page does
            return render(request, "link.html", {"token": token}, language=person.voice)
        messages = await newest(work, person.id or 0)
        await fetched.mark(work, person.id or 0, messages[-1].id or 0 if messages else 0)
        language = person.voice
        busy = await unanswered(work, person.id or 0)
    shown = {**conversation(messages, language), "busy": busy}
    return render(request, "chat.html", shown, language=language)


def conversation(
    messages: Sequence[Message], language: str, offered: Offered = anything
) -> dict[str, Any]:
    """What the page of a conversation shows; only the newest question can be answered."""
    bubbles = [bubble(message, language, offered=offered) for message in messages]
    live = next((b.id for b in reversed(bubbles) if b.ours and (b.choices or b.quiet)), 0)
    return {
        "bubbles": bubbles,
        "live": live,
        "last": bubbles[-1].id if bubbles else 0,
        "event": uuid4().hex,
    }


def _welcome(request: web.Request, token: str, status: int = 200) -> web.Response:
    context = {"token": token, "languages": texts.languages()}
    return render(request, "welcome.html", context, status=status)


async def begin(request: web.Request) -> web.Response:
    """The first step: a person, a cookie, and the dialog they asked for."""
    deps = deps_of(request)
    if not deps.newcomers.allows(client_of(request)):
        raise web.HTTPTooManyRequests
    form = await request.post()
    language, token = language_of(request), str(form.get("token", ""))[:LONGEST_TOKEN]
    tried = await counted(request) if token else []
    async with deps.working() as work:
        if tried and await links.is_known(work, token):
            await attempts.right(work, *tried)
        person = await person_of(request, work)
        cookie = seats.cookie(request)
        if person is None:
            person = Person(language=texts.base(language), created=work.now)
            work.tx.add(person)
            await work.tx.flush()
            cookie = await sessions.begin_visit(work, person.id or 0, "chat")
            key = ring().lookup("web", cookie)
            work.tx.add(Address(person_id=person.id or 0, channel="web", key=key, used=work.now))
            await work.tx.flush()
        started = {
            "kind": "start",
            "who": str(form.get("who", "")),
            "language": texts.base(language),
            "token": token,
            "vacancy": _number(str(form.get("vacancy", ""))),
        }
        await _say(request, work, person, started)
    await answered(request, person.id or 0)
    response = see_other(f"{seats.base_of(request)}/chat")
    set_cookie(request, response, seats.cookie_name(request), cookie)
    return response


def _number(given: str) -> int:
    """A number in a form; 0 for anything else."""
    return int(given) if given.isdecimal() and len(given) < LONGEST_NUMBER else 0


async def _say(
    request: web.Request, work: Work, person: Person, payload: dict[str, Any], event: str = ""
) -> None:
    item = Incoming(
        channel="web",
        event_id=f"{person.id}-{event or uuid4().hex}"[:120],
        kind="reply",
        payload=payload,
        person_id=person.id,
    )
    await receive(work, [item])


async def say(request: web.Request) -> web.Response:
    """Words, a button, a place or a photo; twice the same form is once."""
    form = await request.post()
    payload = payload_of(form)
    deps = deps_of(request)
    async with deps.working() as work:
        person = await person_of(request, work)
        if person is None:
            raise web.HTTPForbidden
        if not deps.pace.allows(f"chat-{person.id}"):
            raise web.HTTPTooManyRequests
        if payload is not None:
            size = sum(len(str(value)) for value in payload.values())
            if not await attempts.room_for(work, person.id or 0, size):
                payload = {"kind": "too-much"}
            await _say(request, work, person, payload, str(form.get("event", "")))
    if request.headers.get("X-Werklijn") == "script":
        deps.wake()
        return web.Response(status=204)
    if payload is not None:
        await answered(request, person.id or 0)
    return see_other(f"{seats.base_of(request)}/chat#einde")


def payload_of(form: Any) -> dict[str, Any] | None:
    """What a form says; None for an empty one."""
    if form.get("press"):
        return {"kind": "pick", "press": str(form["press"])[:200]}
    if form.get("latitude") and form.get("longitude"):
        try:
            where = {"latitude": float(form["latitude"]), "longitude": float(form["longitude"])}
        except ValueError:
            return {"kind": "other"}
        return {"kind": "spot", **where}
    photo = form.get("photo")
    if isinstance(photo, web.FileField):
        return _photo(photo.file.read(LARGEST_PHOTO + 1))
    words = str(form.get("words", "")).strip()
    return {"kind": "text", "words": words[:20_000]} if words else None


def _photo(content: bytes) -> dict[str, Any] | None:
    """A file by what it is, not by what it is called; nothing chosen is nothing said."""
    if not content:
        return None
    kind = media_type(content)
    if len(content) > LARGEST_PHOTO or kind not in PHOTOS:
        return {"kind": "bad-file"}
    data = f"data:{kind};base64,{base64.b64encode(content).decode()}"
    return {"kind": "file", "file": "photo", "reference": data}


async def answered(request: web.Request, person_id: int) -> None:
    """Wait a little for what we say, so that a page without a script shows it."""
    deps = deps_of(request)
    try:
        async with asyncio.timeout(deps.patience), deps.listen() as said:
            deps.wake()
            while True:
                async with deps.looking() as work:
                    if not await unanswered(work, person_id):
                        return
                said.clear()
                try:
                    await asyncio.wait_for(said.wait(), 0.2)
                except TimeoutError:
                    continue
    except TimeoutError:
        return


async def stream(request: web.Request) -> web.StreamResponse:
    """New bubbles as they are said (server-sent events), from the last one this page has."""
    async with deps_of(request).looking() as work:
        person = await person_of(request, work)
        if person is None:
            raise web.HTTPForbidden
        number = person.id or 0

    async def over() -> bool:
        """Did this browser leave ("klaar") or was the person erased, in another tab?"""
        async with deps_of(request).looking() as work:
            return await person_of(request, work) is None

    async def said(work: Work, after: int) -> list[Message]:
        return await newest(work, number, after)

    return await follow(request, Talk(f"chat-{number}", number, over, said))


async def arrived(request: web.Request) -> web.Response:
    """The page shows what was said up to this number (its script says so; a page is its own word).

    Held open in a pocket a page may get a bubble that nobody can see: it says so when it is shown.
    """
    form = await request.post()
    async with deps_of(request).working() as work:
        person = await person_of(request, work)
        if person is None:
            raise web.HTTPForbidden
        await fetched.mark(work, person.id or 0, _number(str(form.get("last", ""))))
    return web.Response(status=204)


async def mine(request: web.Request) -> web.Response:
    """Everything that is kept about me, as a file."""
    async with deps_of(request).working() as work:
        person = await person_of(request, work)
        if person is None:
            raise web.HTTPForbidden
        document = await privacy.export(work, person.id or 0)
        await audit.note(work, "exported", people=[person.id or 0])
    return web.Response(
        text=json.dumps(document, ensure_ascii=False, indent=2),
        content_type="application/json",
        headers={"Content-Disposition": 'attachment; filename="werklijn-mijn-gegevens.json"'},
    )


async def appointment(request: web.Request) -> web.Response:
    """An appointment of mine as a calendar file."""
    async with deps_of(request).working() as work:
        person = await person_of(request, work)
        content = await _ics(work, (person.id or 0) if person else 0, request.match_info["id"])
    return web.Response(
        body=content,
        content_type="text/calendar",
        charset="utf-8",
        headers={"Content-Disposition": 'attachment; filename="afspraak.ics"'},
    )


async def _ics(work: Work, person_id: int, number: str) -> bytes:
    try:
        meeting = await work.get(Meeting, int(number))
        return await meetings.calendar(work, meeting, person_id)
    except (LookupError, PermissionError):
        off = await called_off.told_to(work, person_id, int(number))
    if off is None:
        raise web.HTTPNotFound
    return await called_off.calendar(work, person_id, off)


async def leave(request: web.Request) -> web.Response:
    """Done on a shared computer: this browser forgets who it was."""
    async with deps_of(request).working() as work:
        person = await person_of(request, work)
        code = await _for_later(work, person) if person else ""
        await sessions.end_visit(work, seats.cookie(request), "chat")
    response = render(request, "left.html", {"code": f"{code[:4]} {code[4:]}" if code else ""})
    response.del_cookie(seats.cookie_name(request), path="/")
    return response


async def _for_later(work: Work, person: Person) -> str:
    """A code to come back with; nobody becomes a colleague with one."""
    if await links.is_staff(work, person.id or 0):
        return ""
    return (await links.personal_link(work, person.id or 0, links.LATER_LASTS))[1]


async def back_page(request: web.Request) -> web.Response:
    """Somebody had a conversation, and this browser does not know it (any more): what to do."""
    return render(request, "back.html", {})


async def code_page(request: web.Request) -> web.Response:
    """Going on elsewhere: the place to type the code."""
    context = {"code": request.query.get("c", ""), "to": request.query.get("naar", "")}
    return render(request, "code.html", {**context, "wrong": False})


async def code(request: web.Request) -> web.Response:
    """Eight characters make this browser the same person as the other one, once (ways-in)."""
    deps, tried = deps_of(request), await counted(request)
    form = await request.post()
    given, to = str(form.get("code", "")), str(form.get("naar", ""))
    async with deps.working() as work:
        joined = await links.use_code(work, given)
        if joined is None:
            context = {"code": given, "to": to, "wrong": True}
            return render(request, "code.html", context, status=400)
        await attempts.right(work, *tried)
        cookie = joined[1]
    deps.wake()
    chat = f"{seats.base_of(request)}/chat"
    there = {"werkgever": "/werkgever", "gegevens": f"{chat}/gegevens"}.get(to, f"{chat}#einde")
    response = see_other(there)
    set_cookie(request, response, seats.cookie_name(request), cookie)
    return response


def routes(base: str = "") -> list[web.RouteDef]:
    """The chat's addresses, behind that of a seat in the demo."""
    return [
        web.get(f"{base}/chat", page),
        web.post(f"{base}/chat/begin", begin),
        web.post(f"{base}/chat/say", say),
        web.get(f"{base}/chat/stream", stream),
        web.post(f"{base}/chat/aangekomen", arrived),
        web.get(f"{base}/chat/mijn-gegevens.json", mine),
        web.get(f"{base}/chat/afspraak-{{id:\\d{{1,9}}}}.ics", appointment),
        web.post(f"{base}/chat/klaar", leave),
        web.get(f"{base}/chat/terug", back_page),
        web.get(f"{base}/chat/code", code_page),
        web.post(f"{base}/chat/code", code),
    ]
