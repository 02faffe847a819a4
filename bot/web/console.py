"""The console of coaches and account managers."""

from __future__ import annotations

from aiohttp import web

from bot.web.deps import deps_of
from bot.web.login import staff_of
from bot.web.pages import render


async def today(request: web.Request) -> web.Response:
    """What waits for me."""
    async with deps_of(request).working() as work:
        await staff_of(request, work)
    return render(request, "login.html", {"expired": False})


def routes() -> list[web.RouteDef]:
    """The console's addresses."""
    return [web.get("/console", today)]
