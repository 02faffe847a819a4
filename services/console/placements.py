"""Work that began: the list, and one placement with its aftercare (PLA, NAZ, LOO)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlmodel import col, func, select

from services import placements, rights, texts
from services.console.people import alike
from services.console.person import history, looked
from services.placements import aftercare
from services.rights import Viewer
from services.store.models import CheckIn, Employer, Event, Jobseeker, Person, Placement, Vacancy
from services.unit_of_work import Work

ONLY = ("mine", "running", "attention", "ending", "ended")
Found = tuple[Placement, Employer, Jobseeker | None, Person | None]


@dataclass(frozen=True)
class CheckInRow:
    """One question of the aftercare: how it stands, and what may be done about it."""

    row: CheckIn
    state: str  # planned | asked | done | bad | missed | settled | skipped
    action: str  # settle | answer | measure | undo, or "" for nothing

    @property
    def waits(self) -> bool:
        """Is it for us to do something now?"""
        return self.action in ("settle", "answer", "measure")


@dataclass(frozen=True)
class PlacementRow:
    """A placement in the list."""

    row: Placement
    name: str
    employer: str
    next: CheckIn | None  # the first question that is still to come
    waits: int  # answers and tasks that ask for attention
    sustained: tuple[int, ...]
    last: date | None  # the first agreed end that comes: of trial, contract or an instrument
    over: bool  # that day has passed


def state_of(row: CheckIn) -> str:
    """How one question of the aftercare stands, as a code."""
    if row.settled is not None:
        return "settled"
    if row.attention:
        return "missed" if row.answered is None else "bad"
    if row.answered is not None:
        return "skipped" if row.answers.get("skipped") else "done"
    return "planned" if row.asked is None else "asked"


def ends_of(row: Placement) -> list[date]:
    """Every agreed end of a placement: the work itself, and what helps pay for it."""
    found = [row.ends] if row.ends else []
    return found + [date.fromisoformat(each["to"]) for each in row.instruments if each.get("to")]


async def at_work(
    work: Work, who: Viewer, *, only: str = "running", search: str = ""
) -> list[PlacementRow]:
    """The placements `who` may see; `only` is one of ONLY. What waits for us comes first."""
    found = [each for each in await _found(work, who) if _like(each, search)]
    asked = await _check_ins(work, [row.id or 0 for row, *_ in found])
    pairs = [(each, _row(work, who, each, asked.get(each[0].id or 0, []))) for each in found]
    tests: Mapping[str, Callable[[Found, PlacementRow], bool]] = {
        "mine": lambda each, row: _running(each) and _own(who, each),
        "running": lambda each, row: _running(each),
        "attention": lambda each, row: _running(each) and row.waits > 0,
        "ending": lambda each, row: _running(each) and _ends_soon(work, row),
        "ended": lambda each, row: not _running(each),
    }
    rows = [row for each, row in pairs if tests[only](each, row)]
    return sorted(rows, key=lambda each: (-each.waits, each.last or date.max, -(each.row.id or 0)))


async def count(work: Work, who: Viewer) -> int:
    """How many placements run that are one's own: of one's people or employers, or the region's."""
    own = (col(Jobseeker.coach_id).in_(who.stands_for)) | (
        col(Employer.account_manager_id).in_(who.stands_for)
    )
    query = (
        select(func.count())
        .select_from(Placement)
        .join(Employer, col(Employer.id) == col(Placement.employer_id))
        .outerjoin(Jobseeker, col(Jobseeker.person_id) == col(Placement.jobseeker_id))
        .where(Placement.status == "running", rights.placement_scope(who))
    )
    if who.role not in rights.WHOLE_REGION:
        query = query.where(own)
    return (await work.tx.exec(query)).one()


def _running(found: Found) -> bool:
    return found[0].status == "running"


def _own(who: Viewer, found: Found) -> bool:
    _, employer, jobseeker, _ = found
    coach = jobseeker.coach_id if jobseeker else None
    return bool({coach, employer.account_manager_id} & who.stands_for)


def _ends_soon(work: Work, row: PlacementRow) -> bool:
    return row.last is not None and row.last <= work.today + aftercare.END_OF_CONTRACT


async def _found(work: Work, who: Viewer) -> list[Found]:
    query = (
        select(Placement, Employer, Jobseeker, Person)
        .join(Employer, col(Employer.id) == col(Placement.employer_id))
        .outerjoin(Jobseeker, col(Jobseeker.person_id) == col(Placement.jobseeker_id))
        .outerjoin(Person, col(Person.id) == col(Placement.jobseeker_id))
        .where(rights.placement_scope(who))
        .order_by(col(Placement.id))
    )
    return [(a, b, c, d) for a, b, c, d in (await work.tx.exec(query)).all()]


def _like(found: Found, search: str) -> bool:
    """Typed words are looked for in memory, in the name and the employer (sealed)."""
    _, employer, _, person = found
    names = f"{person.name or ''} {person.full_name or ''}" if person else ""
    words = texts.plain(f"{names} {employer.name}").split()
    return all(alike(typed, words) for typed in texts.plain(search).split())


async def _check_ins(work: Work, ids: list[int]) -> dict[int, list[CheckIn]]:
    query = select(CheckIn).where(col(CheckIn.placement_id).in_(ids))
    found: dict[int, list[CheckIn]] = {}
    for row in (await work.tx.exec(query.order_by(col(CheckIn.due), col(CheckIn.id)))).all():
        found.setdefault(row.placement_id, []).append(row)
    return found


def _row(work: Work, who: Viewer, found: Found, asked: Sequence[CheckIn]) -> PlacementRow:
    row, employer, _, person = found
    shown = _shown(work, who, found, asked)
    coming = [each.row for each in shown if each.state in ("planned", "asked")]
    ends = ends_of(row) if row.status == "running" else []
    last = min((day for day in ends if day >= work.today), default=max(ends, default=None))
    return PlacementRow(
        row,
        (person.full_name or person.name or "?") if person else "",
        employer.name,
        coming[0] if coming and row.status == "running" else None,
        sum(each.waits for each in shown),
        placements.sustained(row, work.today),
        last,
        last is not None and last < work.today,
    )


def _shown(work: Work, who: Viewer, found: Found, asked: Sequence[CheckIn]) -> list[CheckInRow]:
    row, employer, jobseeker, _ = found
    read = rights.readable_sides(who, jobseeker, employer)
    care = jobseeker is not None and rights.may_see_jobseeker(who, jobseeker)
    return [
        CheckInRow(each, state_of(each), _action(work, row, each) if care else "")
        for each in asked
        if each.side in read
    ]


def _action(work: Work, placement: Placement, row: CheckIn) -> str:
    """The one action that settles it."""
    state = state_of(row)
    if state == "settled":
        return "undo"
    if state in ("bad", "missed"):
        return "settle"
    open_ = row.answered is None and placement.status == "running"
    if row.side == "coach" and open_ and row.due <= work.today:
        return "measure" if row.moment == aftercare.WAGE_VALUE else "answer"
    return ""


@dataclass(frozen=True)
class PlacementFile:
    """One placement with everything that was asked and agreed."""

    row: Placement
    name: str
    employer: Employer
    vacancy: Vacancy | None
    may_change: bool
    may_open: bool  # the file of the jobseeker
    wage_value: Mapping[str, Any] | None  # the percentage is for whoever may see the dossier
    measured: bool
    measure: tuple[date, date] | None  # from and until when the loonwaarde is measured
    check_ins: Sequence[CheckInRow]
    milestones: Sequence[tuple[int, date, bool]]  # months, the day, whether it was reached
    history: Sequence[tuple[Event, str]]


async def placement_file(work: Work, who: Viewer, placement_id: int) -> PlacementFile:
    """One placement, for whom it concerns; LookupError for everybody else. A look is kept."""
    row = await work.get(Placement, placement_id)
    employer = await work.get(Employer, row.employer_id)
    jobseeker = await work.tx.get(Jobseeker, row.jobseeker_id)
    if not rights.may_see_placement(who, row, jobseeker, employer):
        raise LookupError("not yours")
    if jobseeker is not None:
        await looked(work, who, jobseeker.person_id)
    person = await work.tx.get(Person, row.jobseeker_id)
    asked = await aftercare.of_placement(work, placement_id)
    shown = _shown(work, who, (row, employer, jobseeker, person), asked)
    coaching = jobseeker is not None and rights.may_see_jobseeker(who, jobseeker)
    own = jobseeker is not None and rights.may_see_dossier(who, jobseeker)
    reached = placements.sustained(row, work.today)
    days = [(n, placements.months_after(row.starts, n)) for n in placements.MILESTONES]
    return PlacementFile(
        row,
        (person.full_name or person.name or "?") if person else "",
        employer,
        await work.tx.get(Vacancy, row.vacancy_id) if row.vacancy_id else None,
        await placements.may_change(work, row, who.person_id) and row.status == "running",
        coaching,
        row.wage_value if own and row.wage_value else None,
        bool(row.wage_value),
        _to_measure(work, row) if coaching else None,
        shown,
        [(n, day, n in reached) for n, day in days],
        await _history(work, placement_id, coaching=coaching),
    )


def _to_measure(work: Work, row: Placement) -> tuple[date, date] | None:
    """Week 4 to 6 of a trial, and of work with LKS (LOO-01)."""
    if not aftercare.measured(row):
        return None
    first, last = (timedelta(days=n) for n in work.region.follow_up.wage_value_days)
    return row.starts + first, row.starts + last


async def _history(work: Work, placement_id: int, *, coaching: bool) -> Sequence[tuple[Event, str]]:
    """What happened; how it goes according to her is for the coach's side."""
    about = (col(Event.subject) == "placement") & (col(Event.subject_id) == placement_id)
    rows = await history(work, about)
    return [
        (event, name)
        for event, name in rows
        if coaching or event.codes.get("side") in (None, "employer")
    ]
