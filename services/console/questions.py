"""Vandaag: what people asked of a person and nobody answered yet, with their own words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import col, func, or_, select

from services import caseload
from services.console.waits import MOST, Waiting, by_id, called, my_people
from services.rights import Viewer
from services.store.models import Contact, Employer, Event, Jobseeker, Person, Remark
from services.texts import refs
from services.unit_of_work import Work

ANSWER = timedelta(days=1)


def _open() -> Any:
    """Questions newer than the last answer, with the words, oldest first."""
    answered = (
        select(col(Event.person_id), func.max(col(Event.id)).label("last"))
        .where(Event.kind == "answered")
        .group_by(col(Event.person_id))
        .subquery()
    )
    return (
        select(Event, Remark, Jobseeker, Employer)
        .outerjoin(Remark, col(Remark.event_id) == col(Event.id))
        .outerjoin(answered, answered.c.person_id == col(Event.person_id))
        .outerjoin(Jobseeker, col(Jobseeker.person_id) == col(Event.person_id))
        .outerjoin(Contact, col(Contact.person_id) == col(Event.person_id))
        .outerjoin(Employer, col(Employer.id) == col(Contact.employer_id))
        .where(Event.kind == "asked-for-person")
        .where(or_(answered.c.last.is_(None), col(Event.id) > answered.c.last))
        .order_by(col(Event.id))
    )


async def of_jobseekers(work: Work, who: Viewer) -> list[Waiting]:
    """Questions of the jobseekers whose work is on this desk."""
    return await _rows(work, await my_people(work, who), "/console/werkzoekenden/{}#vragen")


async def of_others(work: Work, who: Viewer) -> list[Waiting]:
    """The same of people who are no jobseekers: employers, and who is only looking round."""
    rows = await _rows(work, col(Jobseeker.person_id).is_(None), "/console/berichten/{}")
    found = []
    for row in rows:
        number = int(row.address.rpartition("/")[2])
        if who.person_id in await caseload.of_person(work, number):
            found.append(row)
    return found


async def _rows(work: Work, condition: ColumnElement[bool], address: str) -> list[Waiting]:
    """One row a person: since the oldest question, with all their words."""
    of: dict[int, list[Any]] = {}
    for each in (await work.tx.exec(_open().where(condition).limit(MOST))).all():
        of.setdefault(each[0].person_id, []).append(each)
    people = await by_id(work, Person, list(of))
    return [_row(found, people[each], address.format(each)) for each, found in of.items()]


def _row(found: Sequence[Any], person: Person, address: str) -> Waiting:
    event, _, row, employer = found[0]
    words = " / ".join(each[1].words for each in found if each[1] and each[1].words)
    name = called(person, row)
    if employer is not None:
        name = refs.text("desk-name-of", name=name, company=refs.words(employer.name))
    coach = row.coach_id if row else employer.account_manager_id if employer else None
    due = event.at + ANSWER
    return Waiting("question", event.at, address, {"name": name}, due, words, coach)
