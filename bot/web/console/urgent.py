"""What somebody in danger wrote: read at one place, each look is written down (danger-first)."""

from __future__ import annotations

from aiohttp import web

from bot.web.console.page import did, given, number, page
from services import events
from services.help import urgent
from services.rights import Viewer
from services.store.models import Person
from services.unit_of_work import Work


async def overview(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """All that this colleague may read and nobody dealt with, without names or words."""
    rows = await urgent.waiting(work, who)
    return await page(request, work, who, "console/urgents.html", {"rows": rows})


async def file(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """One of them, with the words and whom to call."""
    row = await urgent.may_open(work, who, number(request))
    await urgent.looked(work, who, row)
    context = {
        "row": row,
        "person": await work.get(Person, row.person_id),
        "how": urgent.HOW,
        "by": (await events.names(work, {row.done_by}) if row.done_by else {}).get(
            row.done_by or 0, ""
        ),
        "emergency": work.region.help_line("emergency", work.today).number,
    }
    return await page(request, work, who, "console/urgent.html", context)


async def settle(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Read, or called: it no longer waits."""
    row = await urgent.may_open(work, who, number(request))
    how = await given(request, "how")
    if how not in urgent.HOW:
        raise web.HTTPBadRequest
    await urgent.settle(work, who, row, how)
    return did("/console/dringend", "helped", row.id or 0)
