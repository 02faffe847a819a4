"""Saved lists: a search, filters and an order under a name (CON-05)."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from aiohttp import web

from bot.web.console.page import given, number
from bot.web.pages import see_other
from services import console
from services.rights import Viewer
from services.unit_of_work import Work

PEOPLE, VACANCIES = "werkzoekenden", "vacatures"
# What the address of a list may hold, by page.
KEPT: Mapping[str, tuple[str, ...]] = {
    PEOPLE: ("zoek", "toon", "gemeente", "volgorde"),
    VACANCIES: ("zoek", "toon", "alleen", "volgorde"),
}


async def save(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Keep this search, filter and order under a name."""
    shown = request.match_info["page"]
    chosen = {name: said for name in KEPT[shown] if (said := await given(request, name, 80))}
    query = urlencode(chosen)
    await console.views.save(work, who.person_id, shown, await given(request, "name"), query)
    return see_other(f"/console/{shown}?{query}")


async def remove(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Throw a saved view away."""
    shown = await console.views.remove(work, who.person_id, number(request))
    return see_other(f"/console/{shown}")
