"""Doelen: where the region stands against what it agreed to reach."""

from __future__ import annotations

from aiohttp import web

from bot.web.console.page import page
from services import vocabulary
from services.region.rules import Target
from services.results import targets
from services.rights import Viewer
from services.texts import refs
from services.texts.refs import Ref
from services.unit_of_work import Work


async def file(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Every target of today with what was reached and what the straight line expects."""
    try:
        found = await targets.standings(work, who)
    except PermissionError:
        raise LookupError("not yours") from None
    context = {
        "rows": [(_name(each.target), each) for each in found],
        "smallest": work.region.report.smallest_group,
        "hours": work.region.report.placement_hours,
        "months": work.region.report.durable_days // 30,
    }
    return await page(request, work, who, "console/targets.html", context)


def _name(target: Target) -> list[Ref]:
    """What a target counts, and of whom or where."""
    parts: list[Ref] = [refs.text(f"desk-target-{target.counts}")]
    if target.side:
        parts.append(refs.text(f"desk-sector-{target.side}"))
    sector = next((each for each in vocabulary.sectors() if each.code == target.branch), None)
    if sector is not None:
        parts.append(refs.words(sector.names["nl"]))
    return parts
