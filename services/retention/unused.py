"""Profiles that nobody uses: who is asked "wil je dat we je gegevens bewaren?", and what then.

The region keeps a profile for a number of days after the last contact. Some weeks before, the
service asks. It goes only when she saw the question and let it be, or when a colleague decided;
a message that was sent is not yet seen. Whoever cannot be asked is work for her coach.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from services import events, rights
from services.rights import Viewer
from services.store.models import (
    Event,
    Jobseeker,
    Nudge,
    Person,
    Placement,
    Staff,
    Visit,
)
from services.unit_of_work import Work

QUESTION = "keep"  # the nudge and the dialog
ASKED_BEFORE = timedelta(days=60)  # how long before the period ends she is asked
SEEN, KEEP, REMOVE = "keep-seen", "keep-yes", "keep-no"  # events
_NO_CONTACT = ("viewed", SEEN, REMOVE)  # what staff does that is no contact with her

last_contact = func.coalesce(col(Person.seen), col(Person.created))
"""When somebody last said something; when they came, if they never did."""


def cut(work: Work) -> datetime:
    """Who was last in touch before this is used by nobody."""
    return work.now - timedelta(days=work.region.retention.jobseeker)


def since(before: datetime) -> ColumnElement[bool]:
    """Jobseekers (joined with their person) with whom there was no contact since then."""
    staff = aliased(Staff)
    touched = exists().where(
        col(Event.person_id) == col(Jobseeker.person_id),
        col(Event.at) >= before,
        col(Event.kind).not_in(_NO_CONTACT),
        col(Event.actor_id) == col(staff.person_id),
    )
    works = exists().where(  # work that began later still has its aftercare
        col(Placement.jobseeker_id) == col(Jobseeker.person_id),
        col(Placement.starts) >= before.date(),
    )
    return and_(last_contact < before, col(Person.erased).is_(None), ~touched, ~works)


def saw_question() -> ColumnElement[bool]:
    """She saw the question after the last contact."""
    return exists().where(
        col(Event.person_id) == col(Jobseeker.person_id),
        col(Event.kind) == SEEN,
        col(Event.at) > last_contact,
    )


def was_decided() -> ColumnElement[bool]:
    """A colleague decided after the last contact that the profile may go."""
    return exists().where(
        col(Event.person_id) == col(Jobseeker.person_id),
        col(Event.kind) == REMOVE,
        col(Event.at) > last_contact,
    )


def to_decide(work: Work) -> ColumnElement[bool]:
    """Unused for as long as the region keeps it, and nobody knows yet whether it may go."""
    return and_(since(cut(work)), ~saw_question(), ~was_decided())


async def waits(work: Work, person_id: int) -> bool:
    """Does a colleague have to decide about this person?"""
    query = select(Jobseeker.person_id).join(Person, col(Person.id) == col(Jobseeker.person_id))
    found = await work.tx.exec(query.where(Jobseeker.person_id == person_id, to_decide(work)))
    return found.first() is not None


async def waiting(work: Work, who: Viewer) -> dict[int, datetime]:
    """Whom this member of staff decides about, with when there was last contact."""
    query = (
        select(Jobseeker.person_id, last_contact)
        .join(Person, col(Person.id) == col(Jobseeker.person_id))
        .where(rights.jobseeker_scope(who), to_decide(work))
        .where(or_(col(Jobseeker.coach_id).is_(None), col(Jobseeker.coach_id).in_(who.stands_for)))
    )
    return dict((await work.tx.exec(query)).all())


async def decide(work: Work, row: Jobseeker, *, keep: bool, actor: int) -> None:
    """A colleague decides; what goes is removed in the next round, a day at most."""
    kind = KEEP if keep else REMOVE
    await events.log(work, kind, actor=actor, about=row.person_id)


async def keep(work: Work, person_id: int) -> None:
    """She wants her profile to stay."""
    await events.log(work, KEEP, actor=person_id, about=person_id)


async def note_seen(work: Work) -> int:
    """Write down who opened the web chat after the question was put there."""
    seen = (
        select(Nudge.person_id)
        .join(Person, col(Person.id) == col(Nudge.person_id))
        .join(Jobseeker, col(Jobseeker.person_id) == col(Nudge.person_id))
        .join(Visit, col(Visit.person_id) == col(Nudge.person_id))
        .where(Nudge.name == QUESTION, col(Nudge.at) > last_contact)
        .where(Visit.kind == "chat", col(Visit.used) > col(Nudge.at), ~saw_question())
        .distinct()
        .limit(500)
    )
    found = (await work.tx.exec(seen)).all()
    for person_id in found:
        await events.log(work, SEEN, about=person_id)
    return len(found)


async def coming(work: Work, until: datetime) -> Sequence[tuple[int, datetime]]:
    """(person, last contact) of who is to be asked by then."""
    asked = until - timedelta(days=work.region.retention.jobseeker) + ASKED_BEFORE
    query = (
        select(Person.id, last_contact)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Person.id))
        .where(since(asked), last_contact > asked - ASKED_BEFORE)
    )
    return [(number or 0, last) for number, last in (await work.tx.exec(query)).all()]
