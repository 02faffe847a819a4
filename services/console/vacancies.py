"""The board: the vacancies of the region, for everybody who does casework (VAC-20)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import col, func, select

from services import matches, rights, texts
from services import vacancies as vacancy_service
from services.rights import Viewer
from services.store.models import Employer, Jobseeker, Match, Vacancy
from services.unit_of_work import Work

EXPIRING_DAYS = 7
STATES = ("open", "look", "hold", "filled", "closed", "expired")


@dataclass(frozen=True)
class VacancyRow:
    """A vacancy on the board."""

    id: int
    title: str
    company: str
    place: str
    status: str
    verified: bool
    reported: datetime
    answered: bool
    hours_left: int  # of the 72; negative when late
    running: int  # matches that are open
    expires: date | None
    mine: bool  # of an employer one looks after, or with a match of somebody one coaches

    @property
    def waits(self) -> bool:
        """Does the employer still wait for the 72-hour answer?"""
        return self.status == "open" and not self.answered


# How the board may be put in order. The usual order: who waits for an answer first, longest first,
# and after them the newest.
ORDERS: Mapping[str, Callable[[VacancyRow], Any]] = {
    "newest": lambda row: -row.reported.timestamp(),
    "expiring": lambda row: (row.expires or date.max, row.reported),
    "matches": lambda row: (row.running, row.reported),
}
FILTERS: Mapping[str, Callable[[VacancyRow, date], bool]] = {
    "all": lambda row, today: True,
    "mine": lambda row, today: row.mine,
    "unverified": lambda row, today: not row.verified,
    "no-match": lambda row, today: row.status == "open" and not row.running,
    "expiring": lambda row, today: (
        row.status == "open"
        and row.expires is not None
        and (row.expires - today).days <= EXPIRING_DAYS
    ),
}


async def vacancies(work: Work, who: Viewer) -> list[VacancyRow]:
    """All vacancies in the usual order; none for who does no casework."""
    if who.role not in rights.CASEWORK:
        return []
    query = select(Vacancy, Employer).join(Employer, col(Employer.id) == col(Vacancy.employer_id))
    running, own = await _running(work), await _with_own_people(work, who)
    rows = [
        VacancyRow(
            row.id or 0,
            row.title,
            employer.name,
            str(row.demands.get("place") or ""),
            row.status,
            employer.verified is not None,
            row.reported,
            bool(row.answer.get("sent")),
            int((vacancy_service.due(row) - work.now).total_seconds() // 3600),
            running.get(row.id or 0, 0),
            row.expires,
            looks_after(who, employer) or row.id in own,
        )
        for row, employer in (await work.tx.exec(query)).all()
    ]
    return sorted(rows, key=_usual)


def looks_after(who: Viewer, employer: Employer) -> bool:
    """Is this employer theirs, or their team's while it is nobody's?"""
    if employer.account_manager_id is not None:
        return employer.account_manager_id in who.stands_for
    return who.role in rights.EMPLOYER_SIDE and employer.team == who.team


def _usual(row: VacancyRow) -> tuple[bool, float]:
    then = row.reported.timestamp()
    return (False, then) if row.waits else (True, -then)


async def _running(work: Work) -> Mapping[int, int]:
    query = (
        select(Match.vacancy_id, func.count())
        .where(col(Match.state).in_(list(matches.OPEN)))
        .group_by(col(Match.vacancy_id))
    )
    return dict((await work.tx.exec(query)).all())


async def _with_own_people(work: Work, who: Viewer) -> frozenset[int]:
    if who.role not in rights.COACHING:
        return frozenset()
    query = (
        select(Match.vacancy_id)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Match.jobseeker_id))
        .where(col(Jobseeker.coach_id).in_(who.stands_for))
        .where(col(Match.state).in_(list(matches.OPEN)))
    )
    return frozenset((await work.tx.exec(query)).all())


def chosen(
    rows: Sequence[VacancyRow],
    today: date,
    *,
    state: str = "open",
    only: str = "all",
    search: str = "",
    order: str = "",
) -> list[VacancyRow]:
    """The rows of a state and a filter with every word that was typed, in an order of `ORDERS`."""
    typed = texts.plain(search).split()
    found = [
        row
        for row in rows
        if row.status == state and FILTERS[only](row, today) and _about(typed, row)
    ]
    return sorted(found, key=ORDERS[order]) if order in ORDERS else found


def _about(typed: Sequence[str], row: VacancyRow) -> bool:
    words = texts.plain(f"{row.title} {row.company}")
    return all(each in words for each in typed)
