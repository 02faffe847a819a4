"""What our work does per group: are some invited, introduced or placed less often than others?

For the regional manager, from facts that matching never reads (matching-reads). Counts of people,
not of matches. A group smaller than the region's smallest does not show, and no count below it, so
that nobody can be recognised (MON; AVG art. 5). What is not recorded, such as gender or origin,
cannot be compared, and is not asked for this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import col, select

from services import rights
from services.clock import AMSTERDAM
from services.rights import Viewer
from services.store.models import Dossier, Event, Jobseeker, Person, Placement
from services.unit_of_work import Work

STAGES = ("invited", "introduced", "placed")
UNKNOWN = "unknown"
_STEPS = {"match-approved": "invited", "match-introduced": "introduced"}


@dataclass(frozen=True)
class Count:
    """How many people of a group reached a stage; ``people`` is None where it may not show."""

    people: int | None
    share: int | None  # per cent of the group


@dataclass(frozen=True)
class Group:
    """One group; ``size`` and ``stages`` are None where it is too small to show."""

    code: str
    size: int | None
    stages: Mapping[str, Count] | None


@dataclass(frozen=True)
class _Someone:
    jobseeker: Jobseeker
    language: str
    dossier: Mapping[str, Any]


def _age(who: _Someone, today: date) -> str:
    born = who.dossier.get("birth_year")
    if not born:
        return UNKNOWN
    age = today.year - int(born)
    return "to-26" if age < 27 else "27-49" if age < 50 else "from-50"


def _known(value: object) -> str:
    return UNKNOWN if value is None else str(value)


# What people are grouped by, and how their group is found.
GROUPINGS: Mapping[str, Callable[[_Someone, date], str]] = {
    "age": _age,
    "benefit": lambda who, _: _known(who.dossier.get("benefit") or None),
    "ladder": lambda who, _: _known(who.dossier.get("ladder") or None),
    "register": lambda who, _: _known(who.dossier.get("register")),
    "dutch": lambda who, _: _known(who.jobseeker.profile.get("dutch")),
    "level": lambda who, _: _known(who.jobseeker.profile.get("level")),
    "language": lambda who, _: who.language,
    "support": lambda who, _: who.jobseeker.support,
    "organisation": lambda who, _: who.jobseeker.organisation or UNKNOWN,
}


async def counted(
    work: Work, who: Viewer, grouping: str, *, since: date, until: date
) -> list[Group]:
    """Every group with how many of it reached each stage between two days, both included.

    Everybody who is with us now counts. Raises PermissionError for who may not see it, ValueError
    for a grouping that does not exist.
    """
    if not rights.may_see_impact(who):
        raise PermissionError("impact")
    if grouping not in GROUPINGS:
        raise ValueError(f"no such grouping: {grouping}")
    groups = {
        each.jobseeker.person_id: GROUPINGS[grouping](each, until)
        for each in await _everybody(work)
    }
    reached = await _reached(work, since, until)
    sizes = Counter(groups.values())
    columns = {
        stage: Counter(groups[each] for each in reached[stage] if each in groups)
        for stage in STAGES
    }
    return _shown(sizes, columns, work.region.report.smallest_group)


def _shown(
    sizes: Mapping[str, int], columns: Mapping[str, Mapping[str, int]], smallest: int
) -> list[Group]:
    large = {group for group in sizes if sizes[group] >= smallest}
    safe = {
        stage: not_recognisable({each: column.get(each, 0) for each in large}, smallest)
        for stage, column in columns.items()
    }
    return [
        Group(group, None, None)
        if group not in large
        else Group(
            group,
            sizes[group],
            {
                stage: _count(column.get(group, 0), sizes[group], group in safe[stage])
                for stage, column in columns.items()
            },
        )
        for group in sorted(sizes, key=lambda each: (each == UNKNOWN, each))
    ]


def _count(people: int, size: int, shown: bool) -> Count:
    return Count(people, round(100 * people / size)) if shown else Count(None, None)


def not_recognisable(counts: Mapping[str, int], smallest: int) -> set[str]:
    """The groups whose count may show: none at all, or enough people.

    When a single count would be hidden, who knows the total could work it out; then the next
    smallest is hidden with it.
    """
    few = {group for group, count in counts.items() if 0 < count < smallest}
    shown = set(counts) - few
    some = [group for group in shown if counts[group]]
    if few and sum(counts[group] for group in few) < smallest and some:
        shown.remove(min(some, key=lambda group: (counts[group], group)))
    return shown


async def _everybody(work: Work) -> Iterable[_Someone]:
    query = (
        select(Jobseeker, Person.language, Dossier)
        .join(Person, col(Person.id) == col(Jobseeker.person_id))
        .outerjoin(Dossier, col(Dossier.person_id) == col(Jobseeker.person_id))
    )
    found: Sequence[Any] = (await work.tx.exec(query)).all()
    return [_Someone(row, lang, (kept.facts or {}) if kept else {}) for row, lang, kept in found]


async def _reached(work: Work, since: date, until: date) -> Mapping[str, set[int]]:
    """The people who reached each stage in the period."""
    first = datetime.combine(since, datetime.min.time(), AMSTERDAM)
    last = datetime.combine(until, datetime.max.time(), AMSTERDAM)
    steps = (
        select(Event.kind, Event.person_id)
        .where(col(Event.kind).in_(list(_STEPS)), col(Event.at).between(first, last))
        .distinct()
    )
    found: dict[str, set[int]] = {stage: set() for stage in STAGES}
    for kind, person in (await work.tx.exec(steps)).all():
        if person is not None:
            found[_STEPS[kind]].add(person)
    began = select(Placement.jobseeker_id).where(col(Placement.starts).between(since, until))
    found["placed"] |= set((await work.tx.exec(began)).all())
    return found
