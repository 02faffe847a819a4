"""Doelen: what the region agreed to reach, and where it is on the straight line (MON-03, MON-07).

A count below the region's smallest group does not show. A placement counts when it is for enough
hours a week; it is lasting after the days the region agreed on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import col, select

from services import rights, vocabulary
from services.clock import local_date
from services.region.rules import Target
from services.rights import Viewer
from services.store.models import Jobseeker, Placement, Vacancy
from services.unit_of_work import Work

NO_WORK_OF_A_JOB = frozenset({"internship"})  # a stage is no placement into work


@dataclass(frozen=True)
class Standing:
    """A target today: what was reached, what the straight line expects, how much of it lasted.

    ``reached`` and ``lasting`` are None where the number is too small to show; ``lasting`` is also
    None where nothing can last (jobs, people).
    """

    target: Target
    reached: int | None
    expected: int
    lasting: int | None

    @property
    def on_course(self) -> bool | None:
        """At or above the straight line; None where the number does not show."""
        return None if self.reached is None else self.reached >= self.expected


async def standings(work: Work, who: Viewer) -> list[Standing]:
    """Every target whose period today lies in; PermissionError for whoever may not see reports."""
    if not rights.may_see_targets(who):
        raise PermissionError("targets")
    found = work.region.targets_on(work.today)
    if not found:
        return []
    placed = await _placements(work, min(each.starts for each in found))
    offered = await _vacancies(work)
    people = await _people(work) if any(each.counts == "people" for each in found) else 0
    return [_standing(work, each, placed, offered, people) for each in found]


def _standing(
    work: Work,
    target: Target,
    placed: Sequence[tuple[Placement, str]],
    offered: Sequence[tuple[Vacancy, str]],
    people: int,
) -> Standing:
    lasting = None
    if target.counts == "placements":
        mine = [row for row, sector in placed if _counts(work, target, row, sector)]
        reached = target.baseline + len(mine)
        lasting = sum(_lasted(work, row) for row in mine)
    elif target.counts == "jobs":
        reached = target.baseline + sum(
            int(row.demands.get("positions") or 1)
            for row, sector in offered
            if _within(target, local_date(row.reported)) and target.branch in (None, sector)
        )
    else:
        reached = people
    expected = round(target.expected_on(work.today))
    return Standing(target, _shown(work, reached), expected, _shown(work, lasting))


def _counts(work: Work, target: Target, row: Placement, sector: str) -> bool:
    """Is this a placement of this target?"""
    return (
        _within(target, row.starts)
        and row.hours >= work.region.report.placement_hours
        and row.kind not in NO_WORK_OF_A_JOB
        and target.side in (None, row.sector)
        and target.branch in (None, sector)
    )


def _lasted(work: Work, row: Placement) -> bool:
    until = row.ended or work.today
    return until - row.starts >= timedelta(days=work.region.report.durable_days)


def _within(target: Target, day: date) -> bool:
    return target.starts <= day <= target.ends


def _shown(work: Work, number: int | None) -> int | None:
    if number is None or 0 < number < work.region.report.smallest_group:
        return None
    return number


async def _placements(work: Work, since: date) -> list[tuple[Placement, str]]:
    """Work that began since a day, with the sector of what it is."""
    query = (
        select(Placement, Vacancy)
        .outerjoin(Vacancy, col(Vacancy.id) == col(Placement.vacancy_id))
        .where(col(Placement.starts) >= since, col(Placement.starts) <= work.today)
    )
    rows = (await work.tx.exec(query)).all()
    return [(row, _sector(vacancy)) for row, vacancy in rows]


async def _vacancies(work: Work) -> list[tuple[Vacancy, str]]:
    return [(row, _sector(row)) for row in (await work.tx.exec(select(Vacancy))).all()]


def _sector(vacancy: Vacancy | None) -> str:
    """The sector of the first occupation that is wanted; empty where none is known."""
    codes: Iterable[str] = (vacancy.demands.get("occupation") or ()) if vacancy else ()
    known = (vocabulary.concept(code, "occupation") for code in codes)
    return next((each.sector for each in known if each is not None), "")


async def _people(work: Work) -> int:
    """People who are available now."""
    query = select(Jobseeker.person_id).where(Jobseeker.status == "open")
    return len((await work.tx.exec(query)).all())
