"""What an employer hears at once: how many people may fit, and what each demand costs (VAC-11).

Counts are in bands (decision 6). This is an indication, not the 72-hour answer (decision 5).
"""

from __future__ import annotations

from typing import Any

from services import matching, search
from services.store.models import Vacancy
from services.work import Work

MOST = 3  # demands that are named, dearest first


async def lines(work: Work, vacancy: Vacancy) -> list[tuple[str, dict[str, Any]]]:
    """Texts with arguments: the number now, and the demands that keep most people out."""
    if vacancy.demands.get("strike"):
        return [("indication-strike", {})]
    now, reliefs = await search.what_if(work, vacancy.demands)
    said: list[tuple[str, dict[str, Any]]] = [("indication-now", {"count": band(now)})]
    for relief in reliefs[:MOST]:
        if matching.band(now) == matching.band(now + relief.gained):
            continue
        said.append(
            (
                f"indication-{relief.demand}|indication-demand",
                {"code": _code(relief), "count": band(now + relief.gained)},
            )
        )
    return said


def band(count: int) -> list[Any]:
    """A count as an employer may see it."""
    text, args = matching.band(count)
    return ["text", text, args]


def _code(relief: matching.Relief) -> list[Any]:
    if relief.demand in ("must", "nice") and relief.code:
        return ["concept", "skill", relief.code]
    return ["words", relief.code or ""]
