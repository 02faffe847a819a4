"""Counts of what is gone, by month and slice: what reports need when the rows are no more.

Written in the transaction that removes the rows, so a count is never lost and never there twice.
Counts of nobody: small groups are protected where they are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlmodel import col, func, select

from services.clock import local_date
from services.results.equal_chances import not_recognisable
from services.store.models import Frozen
from services.unit_of_work import Work

SLICES = ("gemeente", "organisation", "kind", "sort")


async def freeze(work: Work, what: str, rows: Iterable[Any]) -> None:
    """Add rows that go to the counts: each has `month` (a time or a day) and some slices."""
    counts = Counter(
        (_month(row["month"]), *(str(row.get(name) or "") for name in SLICES)) for row in rows
    )
    for (month, *slices), number in counts.items():
        names = dict(zip(SLICES, slices, strict=True))
        query = select(Frozen).where(Frozen.what == what, Frozen.month == month)
        for name, value in names.items():
            query = query.where(getattr(Frozen, name) == value)
        known = (await work.tx.exec(query)).first()
        if known is None:
            row: dict[str, Any] = {"what": what, "month": month, "count": number, **names}
            work.tx.add(Frozen(**row))
        else:
            known.count += number
    await work.tx.flush()


def _month(day: datetime | date) -> str:
    return (local_date(day) if isinstance(day, datetime) else day).strftime("%Y-%m")


async def totals(work: Work, what: str, slice_: str = "kind") -> dict[str, dict[str, int | None]]:
    """Month -> slice -> how many are gone; None where a group is too small to show."""
    column = getattr(Frozen, slice_)
    query = (
        select(Frozen.month, column, func.sum(Frozen.count))
        .where(Frozen.what == what)
        .group_by(Frozen.month, column)
        .order_by(Frozen.month, column)
    )
    found: dict[str, dict[str, int]] = {}
    for month, value, number in (await work.tx.exec(query)).all():
        found.setdefault(month, {})[value] = int(number)
    smallest = work.region.report.smallest_group
    return {
        month: {each: n if each in shown else None for each, n in counts.items()}
        for month, counts in found.items()
        for shown in (not_recognisable(counts, smallest),)
    }


async def surveys(work: Work, side: str, since: date, until: date) -> list[Frozen]:
    """Answers of whole months between two days that are gone: `sort` is the score, or empty."""
    query = select(Frozen).where(
        Frozen.what == f"survey-{side}",
        col(Frozen.month) >= since.strftime("%Y-%m"),
        col(Frozen.month) <= until.strftime("%Y-%m"),
    )
    rows = (await work.tx.exec(query)).all()
    return [row for row in rows if since <= date.fromisoformat(f"{row.month}-01") <= until]
