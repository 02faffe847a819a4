"""New bubbles as they are said (server-sent events), in one's own chat or at a desk."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import uuid4

import aiohttp_jinja2
from aiohttp import web

from bot.web import seats
from bot.web.bubbles import Offered, anything, bubble, replaced_by
from bot.web.deps import WebDeps, deps_of, is_gone
from services import texts
from services.access import sessions
from services.store.models import Message, Person
from services.unit_of_work import Work

STREAMED = {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",  # nginx: pass every bubble on at once
}
PING_SECONDS = 15.0  # how soon a stream notices that its page is gone, or its visit over
LONGEST_NUMBER = 10  # digits of a message's number


@dataclass(frozen=True)
class Talk:
    """What a page follows: who reads, whose words, until when, which, with which buttons."""

    reader: str
    person_id: int
    over: Callable[[], Awaitable[bool]]
    said: Callable[[Work, int], Awaitable[list[Message]]]  # after this number
    offered: Offered = anything


async def follow(request: web.Request, talk: Talk) -> web.StreamResponse:
    """The bubbles of a talk until the page is closed or it is over."""
    with deps_of(request).streaming(talk.reader, request):
        return await _followed(request, talk)


async def _followed(request: web.Request, talk: Talk) -> web.StreamResponse:
    deps = deps_of(request)
    wanted = request.headers.get("Last-Event-ID", request.query.get("after", "0"))
    last = int(wanted) if wanted.isdecimal() and len(wanted) < LONGEST_NUMBER else 0
    response = web.StreamResponse(headers=STREAMED)
    await response.prepare(request)
    await response.write(b"retry: 2000\n\n")
    with contextlib.suppress(ConnectionResetError):
        async with deps.hearing() as said:
            checked = asyncio.get_running_loop().time()
            while not (deps.closing or is_gone(request)):
                said.clear()
                last = await _send_new(request, response, deps, talk, last)
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(said.wait(), 1.0)
                now = asyncio.get_running_loop().time()
                if now - checked >= PING_SECONDS:
                    checked = now
                    await response.write(b": still here\n\n")
                    if await talk.over():
                        break
    return response


async def _send_new(
    request: web.Request, response: web.StreamResponse, deps: WebDeps, talk: Talk, last: int
) -> int:
    async with deps.looking() as work:
        person = await work.get(Person, talk.person_id)
        messages = await talk.said(work, last)
        gone = {message.id: await replaced_by(work, message) for message in messages}
    for message in messages:
        shown = bubble(message, person.voice, gone[message.id], talk.offered)
        context = {
            "each": shown,
            "live": shown.id,
            "event": uuid4().hex,
            "language": texts.base(person.voice),
            "base": seats.base_of(request),
            "form_token": sessions.form_token(seats.cookie(request)),
            "t": lambda text_id: texts.text(person.voice, text_id),
        }
        html = aiohttp_jinja2.render_string("bubble.html", request, context)
        data = "\n".join(f"data: {line}" for line in html.splitlines() if line.strip())
        await response.write(f"id: {message.id}\n{data}\n\n".encode())
        last = message.id or last
    return last
