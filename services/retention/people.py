"""People who go when a period is over: the same erasure as when they ask for it themselves."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, or_
from sqlmodel import SQLModel, col, delete

from services import privacy, vacancies
from services.retention import unused
from services.store.models import (
    Absence,
    Contact,
    Jobseeker,
    Person,
    Placement,
    SavedView,
    Staff,
    Vacancy,
)
from services.unit_of_work import Work

Condition = ColumnElement[bool]


def newcomers(_: Work, cut: datetime) -> Condition:
    """Who began, said no more, and is nobody's client, contact or colleague."""
    somebody = (Jobseeker.person_id, Staff.person_id, Contact.person_id)
    known = (exists().where(col(each) == col(Person.id)) for each in somebody)
    return and_(unused.last_contact < cut, col(Person.erased).is_(None), *(~each for each in known))


def unused_profiles(_: Work, cut: datetime) -> Condition:
    """Profiles that nobody used, after she saw the question or a colleague decided."""
    may_go = or_(and_(unused.since(cut), unused.saw_question()), unused.was_decided())
    works = exists().where(col(Staff.person_id) == col(Jobseeker.person_id))
    return and_(may_go, col(Person.erased).is_(None), ~works)


def silent_contacts(_: Work, cut: datetime) -> Condition:
    """Who speaks for an employer, with no vacancy and nobody who began there of late."""
    reported = exists().where(
        col(Vacancy.contact_id) == col(Contact.person_id),
        or_(col(Vacancy.status) == "open", col(Vacancy.updated) >= cut),
    )
    at_work = exists().where(
        col(Placement.employer_id) == col(Contact.employer_id), col(Placement.starts) >= cut.date()
    )
    works = exists().where(col(Staff.person_id) == col(Contact.person_id))
    return and_(
        unused.last_contact < cut, col(Person.erased).is_(None), ~reported, ~at_work, ~works
    )


def left_colleagues(_: Work, cut: datetime) -> Condition:
    """Who no longer works here; until then their name stands at what they decided."""
    return and_(~col(Staff.active), unused.last_contact < cut, col(Person.erased).is_(None))


def emptied(_: Work, cut: datetime) -> Condition:
    """Rows of erased people to which nothing points any more."""
    pointing = (
        key.parent
        for table in SQLModel.metadata.tables.values()
        for key in table.foreign_keys
        if key.column is Person.__table__.c.id  # type: ignore[attr-defined]
    )
    used = (exists().where(column == col(Person.id)) for column in pointing)
    return and_(col(Person.erased) < cut, *(~each for each in used))


async def close(work: Work, vacancy_id: int) -> None:
    """A vacancy that nobody closed: its employer hears nothing, it is over for everybody."""
    await vacancies.close(work, vacancy_id, "expired", None)
    await work.tx.flush()


async def forget(work: Work, person_id: int) -> None:
    """Erase somebody, with how they could be reached."""
    person = await work.take(Person, person_id)
    if person.erased is None:
        await privacy.erase(work, person)
        await work.tx.flush()
        await privacy.forget(work, person_id)


async def forget_colleague(work: Work, person_id: int) -> None:
    """The same of a colleague who left."""
    await work.tx.exec(delete(Staff).where(col(Staff.person_id) == person_id))
    away = (Absence.person_id, Absence.covered_by)
    await work.tx.exec(delete(Absence).where(or_(*(col(each) == person_id for each in away))))
    await work.tx.exec(delete(SavedView).where(col(SavedView.person_id) == person_id))
    await forget(work, person_id)
