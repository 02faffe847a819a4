"""Plaatsingen: work that began, what it runs on, and how long it lasted (PLA, LOO).

A placement starts its own aftercare (services/checkins) and ends with a reason, so that fall-out
can be counted and prevented.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from sqlmodel import col, func, select

from services import agreed, caseload, events, matches, rights, texts, vacancies
from services.messages import message, outbox
from services.placements import aftercare
from services.refused import RefusedError
from services.store.models import CheckIn, Employer, Jobseeker, Match, Placement, Vacancy
from services.texts import refs
from services.unit_of_work import Work

KINDS = ("regular", "learning", "trial", "secondment", "sheltered", "internship")
TAKES_A_PLACE = frozenset({"regular", "learning", "secondment", "sheltered"})  # fills a vacancy
END_REASONS = (
    *("agreed", "moved_on", "other_work"),  # as agreed, on to a contract here, other work
    *("own_choice", "employer_choice", "no_fit", "hours_travel", "business", "other"),
)
FALL_OUT = frozenset(
    {"own_choice", "employer_choice", "no_fit", "hours_travel", "business", "other"}
)
ERASED = "erased"  # the person erased themselves: an end that is no fall-out
MILESTONES = (3, 6, 12)  # months
MOST_HOURS = 60


@dataclass(frozen=True)
class Terms:
    """What was agreed about the work.

    `hours` a week; `ends` the agreed end of the trial or contract, if any; `sector` market or
    government, the employer's when empty; `counts` for the banenafspraak; `instruments` in use,
    each {"code", "from", "to"} with ISO dates or None.
    """

    kind: str
    hours: int
    starts: date
    ends: date | None = None
    sector: str = ""
    counts: bool = False
    instruments: tuple[Mapping[str, Any], ...] = ()

    def check(self) -> None:
        """Raise RefusedError ("time") for a kind, hours or a period that cannot be."""
        backwards = self.ends is not None and self.ends <= self.starts
        if self.kind not in KINDS or not 1 <= self.hours <= MOST_HOURS or backwards:
            raise RefusedError("time")


def terms_of(row: Placement) -> Terms:
    """What is agreed now, to be changed with `dataclasses.replace`."""
    return Terms(
        row.kind, row.hours, row.starts, row.ends, row.sector, row.counts, tuple(row.instruments)
    )


async def place(work: Work, match_id: int, terms: Terms, *, actor: int) -> Placement:
    """Somebody starts: the match is placed, aftercare is planned, and both sides hear it.

    Raises RefusedError: "rights", "step" (not met or agreed yet), "decided", "time".
    """
    terms.check()
    match = await work.take(Match, match_id)
    if not await matches.concerns(work, match, actor, matches.STAFF):
        raise RefusedError("rights")
    if match.state == "invited":
        match = await matches.move(work, match_id, "met", actor=actor)
    await matches.move(work, match_id, "placed", actor=None, because=actor)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    row = Placement(
        match_id=match_id,
        jobseeker_id=match.jobseeker_id,
        employer_id=vacancy.employer_id,
        vacancy_id=vacancy.id,
        starts=terms.starts,
        created=work.now,
        created_by=actor,
        updated=work.now,
    )
    await _begin(work, row, terms, actor)
    told = await facts(work, row)
    outbox.tell(work, row.jobseeker_id, outbox.line("placed-jobseeker", **told), kind="promise")
    await agreed.tell(work, vacancy, outbox.line("placed-employer", **told))
    await _filled(work, vacancy, terms.kind, actor)
    return row


async def found_work(
    work: Work, person_id: int, employer: str, terms: Terms, *, actor: int, help_: bool = False
) -> Placement:
    """Somebody found work themselves ("ik heb zelf werk gevonden", INS-15): the coach hears it.

    `employer` is its name; one we know by exactly that name is used. `help_`: they want help in
    the first weeks. Raises RefusedError ("time").
    """
    terms.check()
    known = await _employer(work, employer)
    row = Placement(
        jobseeker_id=person_id,
        employer_id=known.id or 0,
        starts=terms.starts,
        created=work.now,
        created_by=actor,
        updated=work.now,
    )
    await _begin(work, row, terms, actor)
    body = outbox.line(
        "staff-own-work",
        **await facts(work, row),
        help=refs.text("staff-own-work.help" if help_ else "staff-own-work.no-help"),
    )
    body = body.with_buttons(message.opens("relay", refs.text("relay-answer"), person_id))
    for staff_id in await caseload.of_placement(work, row):
        outbox.tell(work, staff_id, body, kind="promise")
    return row


def version(row: Placement) -> str:
    """What a page keeps to see later whether somebody else changed it meanwhile."""
    return row.updated.isoformat()


async def change(
    work: Work, placement_id: int, terms: Terms, *, actor: int, expected: str = ""
) -> Placement:
    """Put right or extend what was agreed; aftercare moves along.

    `expected` is the version the actor was shown; RefusedError("changed") when it moved on.
    """
    terms.check()
    row = await _mine(work, placement_id, actor, expected)
    before = terms_of(row)
    _agreed(row, terms)
    row.sector, row.updated = terms.sector or row.sector, work.now
    changed = [each.name for each in fields(terms) if _differs(before, terms, each.name)]
    await _log(work, row, "placement-changed", actor, fields=changed)
    await aftercare.reschedule(work, row)
    return row


async def go_on(
    work: Work, placement_id: int, terms: Terms, *, actor: int, expected: str = ""
) -> Placement:
    """A trial, internship or contract goes on as something else with the same employer.

    The first placement ends as "moved_on" the day before; the new one has an aftercare of its own.
    """
    terms.check()
    row = await _mine(work, placement_id, actor, expected)
    until = max(row.starts, terms.starts - timedelta(days=1))
    await end(work, placement_id, actor=actor, on=until, reason="moved_on")
    follows = Placement(
        jobseeker_id=row.jobseeker_id,
        employer_id=row.employer_id,
        vacancy_id=row.vacancy_id,
        starts=terms.starts,
        created=work.now,
        created_by=actor,
        updated=work.now,
    )
    await _begin(work, follows, terms, actor)
    if row.vacancy_id is not None:
        await _filled(work, await work.get(Vacancy, row.vacancy_id), terms.kind, actor)
    return follows


async def end(
    work: Work,
    placement_id: int,
    *,
    actor: int,
    on: date,
    reason: str,
    words: str = "",
    expected: str = "",
) -> Placement:
    """The work stopped on a day, for one of END_REASONS; they may look for work again.

    Raises RefusedError: "rights", "decided", "reason", "time" for a day before the start.
    """
    row = await _mine(work, placement_id, actor, expected)
    if reason not in END_REASONS:
        raise RefusedError("reason")
    if on < row.starts:
        raise RefusedError("time")
    row.status, row.ended, row.end_reason, row.updated = "ended", on, reason, work.now
    await _log(work, row, "placement-ended", actor, words, reason=reason)
    await aftercare.drop_open(work, row)
    await work.tx.flush()
    jobseeker = await work.tx.get(Jobseeker, row.jobseeker_id)
    if jobseeker and jobseeker.status == "placed" and not await running(work, row.jobseeker_id):
        jobseeker.status, jobseeker.updated = "open", work.now
        outbox.later(work, "match-jobseeker", jobseeker=row.jobseeker_id)
    return row


async def record_wage_value(
    work: Work, placement_id: int, *, actor: int, on: date, percent: int, expected: str = ""
) -> Placement:
    """The outcome of the loonwaardemeting: 0 to 100 per cent of the minimum wage, on a day."""
    row = await _mine(work, placement_id, actor, expected)
    if not 0 <= percent <= 100 or not row.starts <= on <= work.today:
        raise RefusedError("time")
    row.wage_value, row.updated = {"on": on.isoformat(), "percent": percent}, work.now
    await _log(work, row, "wage-value-recorded", actor)
    query = select(CheckIn).where(
        CheckIn.placement_id == placement_id, CheckIn.moment == aftercare.WAGE_VALUE
    )
    for task in (await work.tx.exec(query)).all():
        task.answered = task.answered or work.now
        await outbox.close_dialogs(work, (aftercare.WAGE_VALUE,), task.id or 0)
    return row


async def running(work: Work, person_id: int) -> Sequence[Placement]:
    """The work somebody does now, oldest first."""
    query = select(Placement).where(
        Placement.jobseeker_id == person_id, Placement.status == "running"
    )
    return (await work.tx.exec(query.order_by(col(Placement.starts)))).all()


async def of_person(work: Work, person_id: int) -> Sequence[Placement]:
    """Everything somebody started, newest first."""
    query = select(Placement).where(Placement.jobseeker_id == person_id)
    return (await work.tx.exec(query.order_by(col(Placement.starts).desc()))).all()


def sustained(placement: Placement, today: date) -> tuple[int, ...]:
    """The milestones in months (3, 6, 12) that this work reached by today."""
    until = min(today, placement.ended or today)
    return tuple(n for n in MILESTONES if months_after(placement.starts, n) <= until)


def months_after(day: date, months: int) -> date:
    """The same day so many months on; the last of the month when there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    last = date.fromordinal(first_of_next.toordinal() - 1).day
    return date(year, month, min(day.day, last))


async def facts(work: Work, row: Placement) -> dict[str, Any]:
    """What texts say of a placement."""
    employer = await work.get(Employer, row.employer_id)
    return {
        "name": refs.name(row.jobseeker_id),
        "employer": refs.words(employer.name),
        "kind": refs.text(f"placement-kind.{row.kind}"),
        "hours": refs.hours(row.hours, row.hours),
        "day": refs.day(row.starts),
    }


async def _begin(work: Work, row: Placement, terms: Terms, actor: int) -> None:
    """Store it, stop looking for other work, and plan the aftercare."""
    jobseeker = await work.get(Jobseeker, row.jobseeker_id)
    employer = await work.get(Employer, row.employer_id)
    row.coach_id = jobseeker.coach_id
    _agreed(row, terms)
    row.sector = terms.sector or employer.sector
    work.tx.add(row)
    await work.tx.flush()
    jobseeker.status, jobseeker.updated = "placed", work.now
    await _log(work, row, "placement-began", actor, sort=row.kind, own=row.vacancy_id is None)
    await aftercare.schedule(work, row)
    if row.kind in TAKES_A_PLACE:
        query = select(Match).where(Match.jobseeker_id == row.jobseeker_id)
        await matches.withdraw_all(work, (await work.tx.exec(query)).all(), "profile")


def _agreed(row: Placement, terms: Terms) -> None:
    row.kind, row.hours = terms.kind, terms.hours
    row.starts, row.ends, row.counts = terms.starts, terms.ends, terms.counts
    row.instruments = [dict(each) for each in terms.instruments]


def _differs(before: Terms, now: Terms, name: str) -> bool:
    return bool(getattr(before, name) != getattr(now, name))


async def _filled(work: Work, vacancy: Vacancy, kind: str, actor: int) -> None:
    """When every position is taken the vacancy is filled, and the others hear no more of it."""
    taken = select(func.count()).where(
        Placement.vacancy_id == vacancy.id,
        Placement.status == "running",
        col(Placement.kind).in_(TAKES_A_PLACE),
    )
    wanted = int(vacancy.demands.get("positions") or 1)
    if kind in TAKES_A_PLACE and (await work.tx.exec(taken)).one() >= wanted:
        await vacancies.close(work, vacancy.id or 0, "filled", actor)


async def _employer(work: Work, name: str) -> Employer:
    """The employer of this name, or a new one that is nobody's client yet."""
    rows = await work.tx.exec(select(Employer).order_by(col(Employer.id)))
    wanted = texts.plain(name)
    found = next((row for row in rows.all() if texts.plain(row.name) == wanted), None)
    if found is None:
        found = Employer(name=name, created=work.now)
        work.tx.add(found)
        await work.tx.flush()
    return found


async def _mine(work: Work, placement_id: int, actor: int, expected: str = "") -> Placement:
    """A running placement that this member of staff may change, as they were shown it."""
    row = await work.take(Placement, placement_id)
    if not await may_change(work, row, actor):
        raise RefusedError("rights")
    if row.status != "running":
        raise RefusedError("decided")
    if expected not in ("", version(row)):
        raise RefusedError("changed")
    return row


async def may_change(work: Work, row: Placement, actor: int) -> bool:
    """The coach's side and the account manager's side of it."""
    who = await caseload.viewer_of(work, actor)
    if who is None:
        return False
    jobseeker = await work.tx.get(Jobseeker, row.jobseeker_id)
    employer = await work.get(Employer, row.employer_id)
    return rights.may_see_placement(who, row, jobseeker, employer)


async def _log(
    work: Work, row: Placement, kind: str, actor: int, words: str = "", **codes: Any
) -> None:
    await events.log(
        work,
        kind,
        actor=actor,
        about=row.jobseeker_id,
        subject=("placement", row.id or 0),
        words=words,
        **codes,
    )
