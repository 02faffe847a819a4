"""Gelijke kansen: what our work does per group, for the regional manager."""

from __future__ import annotations

from datetime import timedelta

from aiohttp import web

from bot.web.console.page import page
from services.clock import local_date
from services.results import equal_chances
from services.rights import Viewer
from services.texts import refs
from services.unit_of_work import Work

PERIODS = (30, 90, 365)  # days


async def file(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """How many of each group were invited, introduced and placed."""
    grouping = request.query.get("groep", "")
    grouping = (
        grouping if grouping in equal_chances.GROUPINGS else next(iter(equal_chances.GROUPINGS))
    )
    asked = request.query.get("dagen", "")
    days = int(asked) if asked in map(str, PERIODS) else PERIODS[-1]
    until = local_date(work.now)
    since = until - timedelta(days=days - 1)
    try:
        groups = await equal_chances.counted(work, who, grouping, since=since, until=until)
    except PermissionError:
        raise LookupError("not yours") from None
    context = {
        "groups": [(_name(work, grouping, each.code), each) for each in groups],
        "grouping": grouping,
        "groupings": list(equal_chances.GROUPINGS),
        "days": days,
        "periods": PERIODS,
        "stages": equal_chances.STAGES,
        "smallest": work.region.report.smallest_group,
    }
    return await page(request, work, who, "console/equal_chances.html", context)


def _name(work: Work, grouping: str, code: str) -> refs.Ref:
    """A group by its name."""
    if code == equal_chances.UNKNOWN:
        return refs.text("dialog-unknown")
    known = work.region.organisation(code)
    if grouping == "organisation":
        return refs.words(known.name if known else code)
    if grouping == "benefit":
        return refs.text(f"private-benefit.{code}|dialog-unknown")
    if grouping in ("level", "dutch"):
        return refs.text(f"match-{grouping}-{code}|match-{grouping}-other")
    if grouping == "ladder":
        return refs.words(code)
    return refs.text(f"impact-{grouping}-{code}|dialog-unknown")
