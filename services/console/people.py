"""The list of people one may see."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from rapidfuzz import fuzz
from sqlmodel import col, func, select

from services import caseload, matches, rights, texts
from services.jobseekers import plans, support
from services.jobseekers.profiles import completeness, confirmed_on
from services.retention import unused
from services.rights import Viewer
from services.store.models import Jobseeker, Match, Person
from services.unit_of_work import Work

COMPLETE_ENOUGH = 80  # per cent of the core of a profile
LIKE_ENOUGH = 75  # of 100: how alike a name and what was typed must be


@dataclass(frozen=True)
class PersonRow:
    """A jobseeker in the list."""

    id: int
    name: str
    town: str
    complete: int
    updated: datetime
    coach: str
    status: str
    running: int  # matches that are open
    seen: datetime | None  # when they last said something


# How a list may be put in order: name of the order -> what it sorts by.
ORDERS: Mapping[str, Callable[[PersonRow], Any]] = {
    "changed": lambda row: -row.updated.timestamp(),
    "name": lambda row: texts.plain(row.name),
    "complete": lambda row: (row.complete, texts.plain(row.name)),
    "matches": lambda row: (row.running, row.updated),
    "silent": lambda row: row.seen.timestamp() if row.seen else 0,
}


async def people(
    work: Work,
    who: Viewer,
    *,
    search: str = "",
    only: str = "mine",
    town: str = "",
    order: str = "",
) -> list[PersonRow]:
    """People this member of staff may see; names are compared in memory (sealed).

    `only`: mine, no-coach, no-plan, silent, incomplete, old, no-match, unreachable, paused, unused,
    all.
    `town` is a gemeente, empty for every one. `order` is one of `ORDERS`; without one, what is
    searched for comes best first and the rest by when it changed.
    """
    query = (
        select(Jobseeker, Person)
        .join(Person, col(Person.id) == col(Jobseeker.person_id))
        .where(rights.jobseeker_scope(who))
        .order_by(col(Jobseeker.updated).desc())
    )
    found = [(row, person) for row, person in (await work.tx.exec(query)).all()]
    found = [pair for pair in found if town in ("", pair[0].town)]
    if search.strip():
        found = _by_name(found, search)
    running = await _running(work, [row.person_id for row, _ in found])
    if only == "unused":
        waiting = await unused.waiting(work, who)
        found = [pair for pair in found if pair[0].person_id in waiting]
    if only == "no-plan":
        without = {row.person_id for row, _ in await plans.missing(work, who)}
        found = [pair for pair in found if pair[0].person_id in without]
    if only == "silent" and who.role in rights.COACHING:  # whom Vandaag counts
        after = await caseload.looks_after(work, who)
        found = [pair for pair in found if pair[0].coach_id in after]
    found = [pair for pair in found if _wanted(work, pair, who, only, running)]
    coaches = await _names(work, {row.coach_id for row, _ in found if row.coach_id})
    rows = [
        PersonRow(
            row.person_id,
            person.full_name or person.name or "?",
            row.town,
            completeness(row),
            row.updated,
            coaches.get(row.coach_id or 0, ""),
            row.status,
            running.get(row.person_id, 0),
            person.seen,
        )
        for row, person in found
    ]
    return sorted(rows, key=ORDERS[order]) if order in ORDERS else rows


async def towns(work: Work, who: Viewer) -> Sequence[str]:
    """The gemeenten where people live whom this member of staff may see, by name."""
    query = select(Jobseeker.town).where(rights.jobseeker_scope(who), Jobseeker.town != "")
    return (await work.tx.exec(query.distinct().order_by(col(Jobseeker.town)))).all()


def _wanted(
    work: Work, pair: tuple[Jobseeker, Person], who: Viewer, only: str, running: Mapping[int, int]
) -> bool:
    row, person = pair
    long_ago = work.now - timedelta(days=support.of(row).silent)
    tests: Mapping[str, Callable[[], bool]] = {
        "mine": lambda: row.coach_id in who.stands_for,
        "no-coach": lambda: row.coach_id is None,
        "incomplete": lambda: completeness(row) < COMPLETE_ENOUGH,
        "old": lambda: bool(old_fields(work, row)),
        "no-match": lambda: row.status == "open" and not running.get(row.person_id),
        "silent": lambda: (
            row.status == "open"
            and row.coach_id is not None
            and person.unreachable is None
            and (person.seen or row.updated) < long_ago
        ),
        "unreachable": lambda: person.unreachable is not None,
        "paused": lambda: row.status == "paused",
    }
    return tests[only]() if only in tests else True


def old_fields(work: Work, row: Jobseeker) -> list[str]:
    """Fields that were confirmed longer ago than the region trusts (REG-11)."""
    return [
        field
        for field in row.confirmed
        if (day := confirmed_on(row, field))
        and (work.today - day).days > work.region.fresh_days(field)
    ]


def _by_name(
    found: Sequence[tuple[Jobseeker, Person]], search: str
) -> list[tuple[Jobseeker, Person]]:
    typed = texts.plain(search).split()

    def likeness(person: Person) -> float:
        names = texts.plain(f"{person.name or ''} {person.full_name or ''}").split()
        return min((max((_likeness(t, n) for n in names), default=0.0) for t in typed), default=0.0)

    rated = sorted(((likeness(p), row, p) for row, p in found), key=lambda each: -each[0])
    return [(row, person) for rate, row, person in rated if rate >= LIKE_ENOUGH]


def alike(typed: str, names: Sequence[str]) -> bool:
    """Is a typed word, in plain letters, like one of these names, or like its beginning?"""
    return any(_likeness(typed, name) >= LIKE_ENOUGH for name in names)


def _likeness(typed: str, name: str) -> float:
    """Every word typed must look like some name, or like the beginning of one."""
    return max(fuzz.ratio(typed, name), fuzz.ratio(typed, name[: len(typed)]))


async def _names(work: Work, ids: set[int]) -> dict[int, str]:
    rows = (await work.tx.exec(select(Person).where(col(Person.id).in_(ids)))).all() if ids else []
    return {row.id or 0: row.name or "?" for row in rows}


async def _running(work: Work, ids: list[int]) -> dict[int, int]:
    query = (
        select(Match.jobseeker_id, func.count())
        .where(col(Match.jobseeker_id).in_(ids), col(Match.state).in_(list(matches.OPEN)))
        .group_by(col(Match.jobseeker_id))
    )
    return dict((await work.tx.exec(query)).all()) if ids else {}
