"""All of somebody's data on one page of the web chat, as it is in the database now (AVG 15)."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import uuid4

from aiohttp import web

from bot.web import seats
from bot.web.chat import person_of
from bot.web.deps import deps_of
from bot.web.pages import render, see_other
from services.messages import naming
from services.privacy import overview
from services.unit_of_work import Work

PATH = "/chat/gegevens"


async def page(request: web.Request) -> web.Response:
    """Every section; who came with the link on another device types its code first."""
    base, code = seats.base_of(request), request.query.get("c", "")
    async with deps_of(request).looking() as work:
        person = await person_of(request, work)
        if person is None:
            if code:
                return see_other(f"/chat/code?{urlencode({'c': code, 'naar': 'gegevens'})}")
            raise web.HTTPForbidden
        if code:
            return see_other(base + PATH)
        sections = [await _shown(work, each) for each in await overview.of(work, person)]
    return render(
        request, "data.html", {"sections": sections, "event": uuid4().hex}, language=person.voice
    )


async def _shown(work: Work, section: overview.Section) -> tuple[str, list[object]]:
    """The code of a section and its lines, with people named."""
    lines = [overview.noted(entry) for entry in section.entries]
    return section.code, await naming.in_words(work, lines)


def routes(base: str = "") -> list[web.RouteDef]:
    """The page's address, behind that of a seat in the demo."""
    return [web.get(f"{base}{PATH}", page)]
