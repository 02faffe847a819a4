"""Ways in are counted: who tries too often is asked to wait a little."""

from __future__ import annotations

from aiohttp import web

from bot.web.deps import deps_of
from bot.web.middleware import client_of
from services.access import attempts
from services.access.attempts import Who


async def counted(request: web.Request, person_id: int = 0) -> list[Who]:
    """Count a try of this address (and person); what to take back when it was right.

    In a transaction of its own: a try counts, whatever comes of it.
    """
    who = [attempts.address(client_of(request))]
    who += [attempts.person(person_id)] if person_id else []
    async with deps_of(request).working() as work:
        room = await attempts.allowed(work, *who)
    if not room:
        raise web.HTTPTooManyRequests
    return who
