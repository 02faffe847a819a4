"""Overdragen: what one colleague looks after goes to others, and everybody concerned hears it.

Used when somebody leaves, changes work, or has too much. Each jobseeker goes to a chosen coach of
their own team, each employer to a chosen account manager, to whoever looks after fewest; what
nobody chosen can take goes to the team.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import update
from sqlmodel import col, func, select

from services import caseload, events, rights
from services.messages import outbox
from services.store.models import (
    Absence,
    CheckIn,
    Contact,
    Employer,
    Jobseeker,
    Match,
    Message,
    Person,
    Placement,
    Staff,
    Talk,
)
from services.texts import refs
from services.unit_of_work import Work


@dataclass(frozen=True)
class Load:
    """How much somebody looks after: jobseekers and employers."""

    jobseekers: int = 0
    employers: int = 0

    @property
    def total(self) -> int:
        """All of it."""
        return self.jobseekers + self.employers


async def loads(work: Work, ids: Collection[int]) -> dict[int, Load]:
    """What these colleagues look after now."""
    coached = await _counted(work, Jobseeker.coach_id, ids)
    managed = await _counted(work, Employer.account_manager_id, ids)
    return {each: Load(coached.get(each, 0), managed.get(each, 0)) for each in ids}


async def _counted(work: Work, column: Any, ids: Collection[int]) -> dict[int, int]:
    query = select(column, func.count()).where(col(column).in_(ids)).group_by(column)
    return dict((await work.tx.exec(query)).all())


async def could_take(work: Work, person_id: int) -> Sequence[tuple[Staff, Person]]:
    """Active colleagues of the same side of the work, the same team first."""
    staff = await work.get(Staff, person_id)
    roles = rights.COACHING if staff.role in rights.COACHING else rights.EMPLOYER_SIDE
    query = (
        select(Staff, Person)
        .join(Person, col(Person.id) == col(Staff.person_id))
        .where(col(Staff.role).in_(roles), col(Staff.active).is_(True))
        .where(Staff.person_id != person_id)
        .order_by((col(Staff.team) == staff.team).desc(), col(Staff.team), col(Staff.person_id))
    )
    return (await work.tx.exec(query)).all()


async def hand_over(work: Work, person_id: int, takers: Collection[int], *, actor: int) -> Load:
    """Everything a colleague looks after goes to these others, or to the team; how much it was."""
    chosen = [staff for staff, _ in await could_take(work, person_id) if staff.person_id in takers]
    busy = {key: each.total for key, each in (await loads(work, {*takers, person_id})).items()}
    people = select(Jobseeker).where(Jobseeker.coach_id == person_id)
    rows = (await work.tx.exec(people.order_by(col(Jobseeker.person_id)))).all()
    got: dict[int, list[int]] = {}
    for row in rows:
        able = [s.person_id for s in chosen if s.role in rights.COACHING and s.team == row.team]
        taker = _least(able, busy)
        await _coached_by(work, row, person_id, taker, actor)
        got.setdefault(taker or 0, []).append(row.person_id)
    companies = select(Employer).where(Employer.account_manager_id == person_id)
    firms = (await work.tx.exec(companies.order_by(col(Employer.id)))).all()
    for firm in firms:
        able = [s.person_id for s in chosen if s.role in rights.EMPLOYER_SIDE]
        taker = _least(able, busy)
        await _managed_by(work, firm, person_id, taker, actor)
        got.setdefault(taker or 0, []).append(firm.id or 0)
    await _tell_takers(work, person_id, got)
    return Load(len(rows), len(firms))


def _least(able: Sequence[int], busy: dict[int, int]) -> int | None:
    """Whoever looks after fewest; their load grows by one."""
    taker = min(able, key=lambda each: (busy[each], each), default=None)
    if taker is not None:
        busy[taker] += 1
    return taker


async def _coached_by(
    work: Work, row: Jobseeker, before: int, coach: int | None, actor: int
) -> None:
    row.coach_id = coach
    for table, column in ((Match, Match.jobseeker_id), (Placement, Placement.jobseeker_id)):
        await work.tx.exec(
            update(table)
            .where(col(column) == row.person_id, col(table.coach_id) == before)
            .values(coach_id=coach)
            .execution_options(synchronize_session="fetch")
        )
    stands = coach or (await caseload.of_team(work, row.team) or [before])[0]
    await work.tx.exec(
        update(CheckIn)
        .where(col(CheckIn.person_id) == before, col(CheckIn.answered).is_(None))
        .where(col(CheckIn.side) == "coach")
        .where(
            col(CheckIn.placement_id).in_(
                select(Placement.id).where(Placement.jobseeker_id == row.person_id)
            )
        )
        .values(person_id=stands)
        .execution_options(synchronize_session="fetch")
    )
    await events.log(work, "coach-assigned", actor=actor, about=row.person_id, coach=coach)
    told = _whom(work, before, coach, row.team)
    text = "coach-changed" if coach else "coach-changed-team"
    outbox.tell(work, row.person_id, outbox.line(text, **told), kind="promise")


async def give_employer(work: Work, employer: Employer, manager: int, *, actor: int) -> None:
    """One employer goes to another account manager; its contacts and that colleague hear it."""
    before = employer.account_manager_id
    await _managed_by(work, employer, before, manager, actor)
    if manager != actor:
        body = outbox.line("staff-got-employer", company=refs.words(employer.name))
        outbox.tell(work, manager, body, kind="promise")


async def _managed_by(
    work: Work, row: Employer, before: int | None, manager: int | None, actor: int
) -> None:
    row.account_manager_id = manager
    await events.log(
        work,
        "manager-assigned",
        actor=actor,
        subject=("employer", row.id or 0),
        manager=manager,
    )
    told = _whom(work, before, manager, row.team)
    text = "manager-changed" if manager else "manager-changed-team"
    text = text if before else "manager-first"
    contacts = select(Contact.person_id).where(Contact.employer_id == row.id)
    for contact_id in (await work.tx.exec(contacts)).all():
        outbox.tell(work, contact_id, outbox.line(text, **told), kind="promise")


def _whom(work: Work, before: int | None, now: int | None, team: str) -> dict[str, object]:
    """Who it was and who it is now, or which team."""
    known = work.region.team(team)
    return {
        "before": refs.name(before) if before else refs.words("?"),
        "name": refs.name(now) if now else refs.words("?"),
        "team": refs.words(known.name if known else work.region.front_door.name),
    }


async def _tell_takers(work: Work, before: int, got: dict[int, list[int]]) -> None:
    name = refs.name(before)
    for taker, rows in got.items():
        if taker:
            body = outbox.line("staff-took-over", name=name, n=len(rows))
            outbox.tell(work, taker, body, kind="promise")


async def let_go(work: Work, person_id: int) -> None:
    """Nothing of the service goes to somebody any more: what waited for them stops."""
    await work.tx.flush()
    await work.tx.exec(
        update(Message)
        .where(col(Message.person_id) == person_id)
        .where(col(Message.sent).is_(None), col(Message.dead).is_(None))
        .values(dead=work.now, outcome="left")
        .execution_options(synchronize_session="fetch")
    )
    open_ = select(Talk).where(Talk.person_id == person_id, col(Talk.finished).is_(None))
    for talk in (await work.tx.exec(open_)).all():
        talk.finished, talk.state, talk.question = work.now, None, None


async def away(
    work: Work, person_id: int, starts: date, ends: date, cover: int | None, *, actor: int
) -> Absence:
    """A colleague is away in these days, the last included; `cover` stands in."""
    row = Absence(person_id=person_id, covered_by=cover, starts=starts, ends=ends, created=work.now)
    work.tx.add(row)
    await events.log(work, "staff-away", actor=actor, about=person_id, cover=cover)
    if cover is not None:
        args = {
            "name": refs.name(person_id),
            "first": refs.day(starts),
            "last": refs.day(ends),
        }
        outbox.tell(work, cover, outbox.line("staff-stands-in", **args), kind="promise")
    return row


async def absences(work: Work, ids: Collection[int]) -> Sequence[Absence]:
    """When these colleagues are or will be away, soonest first."""
    query = select(Absence).where(col(Absence.person_id).in_(ids), col(Absence.ends) >= work.today)
    return (await work.tx.exec(query.order_by(col(Absence.starts)))).all()
