"""Whom we did not reach: what no page fetched in the time that matters is work for a person.

Not the person's silence: who never got a question is not said to have left it unanswered, and
what waits for them counts from the moment it arrived.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from services import events
from services.clock import AMSTERDAM
from services.followup import calendar
from services.followup.model import Case
from services.messages import fetched
from services.messages.fetched import Unfetched
from services.store.models import Contact, Employer, Jobseeker, Person
from services.texts import refs
from services.unit_of_work import Work

HORIZON = timedelta(days=60)  # longer than a step may be late (`Rule.stale`)
HOW = ("spoken", "letter", "door")  # how somebody was told otherwise


@dataclass(frozen=True)
class OutOfReach:
    """Somebody on the web who did not fetch what was said in the time that matters."""

    person_id: int
    number: int  # messages that stand there
    since: datetime  # the oldest of them
    late: datetime  # from when it is work for a person

    @property
    def day(self) -> refs.Ref:
        """The day since when, to show."""
        return refs.day(self.since.astimezone(AMSTERDAM).date())


def _late(work: Work, each: Unfetched) -> datetime:
    """When it is too long: hours for what was promised, working days for the rest."""
    of = work.region.follow_up
    days = calendar.after_working_days(work.region, each.since, of.unfetched_working_days)
    moment = calendar.digest(work.region, days)
    if each.promised is None:
        return moment
    hours = timedelta(hours=of.unfetched_promise_hours)
    return min(moment, calendar.later(work.region, each.promised + hours))


async def out_of_reach(
    work: Work, until: datetime, people: Sequence[int] | SelectOfScalar[Any]
) -> list[OutOfReach]:
    """Who of these people was not reached by then, the longest first."""
    found = [
        OutOfReach(each.person_id, each.number, each.since, late)
        for each in await fetched.missing(work, people)
        if (late := _late(work, each)) <= until
    ]
    return sorted(found, key=lambda each: (each.since, each.person_id))


async def of(work: Work, person_id: int) -> OutOfReach | None:
    """What did not reach somebody, if it is that late."""
    found = await out_of_reach(work, work.now, [person_id])
    return found[0] if found else None


async def _lately(work: Work, until: datetime) -> Mapping[int, OutOfReach]:
    """Whom something became ready for lately; of the rest it has been told, or never will be."""
    return {each.person_id: each for each in await out_of_reach(work, until, _ready(work))}


def _ready(work: Work) -> SelectOfScalar[int]:
    return fetched.lately(work.now - HORIZON)


def _case(each: OutOfReach, people: Mapping[str, int | None], **args: Any) -> Case:
    given = {"name": refs.name(each.person_id), "day": each.day, **args}
    return Case(each.person_id, each.late, people, given, each.since.isoformat())


async def jobseekers(work: Work, until: datetime) -> Sequence[Case]:
    """Jobseekers whom a message on the web did not reach."""
    found = await _lately(work, until)
    query = select(Jobseeker).where(col(Jobseeker.person_id).in_(_ready(work)))
    rows = (await work.tx.exec(query)).all() if found else []
    return [
        _case(found[row.person_id], {"jobseeker": row.person_id, "coach": row.coach_id})
        for row in rows
        if row.person_id in found
    ]


async def contacts(work: Work, until: datetime) -> Sequence[Case]:
    """Who speaks for an employer and was not reached."""
    found = await _lately(work, until)
    query = (
        select(Contact, Employer)
        .join(Employer, col(Employer.id) == col(Contact.employer_id))
        .where(col(Contact.person_id).in_(_ready(work)))
    )
    rows = (await work.tx.exec(query)).all() if found else []
    return [
        _case(
            found[contact.person_id],
            {"contact": contact.person_id, "account_manager": employer.account_manager_id},
            employer=refs.words(employer.name),
        )
        for contact, employer in rows
        if contact.person_id in found
    ]


async def counted_from(work: Work, case: Case, role: str) -> Case | None:
    """The case from when its question arrived at whom it waits for; None: it did not arrive.

    Who is called by a colleague is not written to.
    """
    person_id = case.people.get(role)
    if person_id is None or case.vacancy is not None:
        return case
    since = await fetched.arrived(work, person_id, case.since)
    if since is None:
        return None
    if since <= case.since:
        return case
    return replace(case, since=since, episode=case.episode or case.since.isoformat())


async def settle(work: Work, person_id: int, how: str, actor: int) -> None:
    """Somebody was told otherwise: spoken to, by letter, or shown another way in."""
    (await work.get(Person, person_id)).reached = work.now
    await events.log(work, "reached", actor=actor, about=person_id, how=how)
