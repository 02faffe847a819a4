"""Vandaag and the page of what somebody asks a person to do."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import col, select

from services import callbacks, caseload, rights
from services.console.waits import MOST, Waiting, called, my_people
from services.rights import Viewer
from services.store.models import Jobseeker, Person, Request
from services.texts import refs
from services.unit_of_work import Work


@dataclass(frozen=True)
class RequestFile:
    """One request, of whom it is, and their profile if they have one."""

    row: Request
    person: Person
    jobseeker: Jobseeker | None


async def calls(work: Work, who: Viewer) -> list[Waiting]:
    """Who waits to be called: of this desk's people, and of others this colleague is there for."""
    query = (
        select(Request, Person, Jobseeker)
        .join(Person, col(Person.id) == col(Request.person_id))
        .outerjoin(Jobseeker, col(Jobseeker.person_id) == col(Request.person_id))
        .where(Request.kind == callbacks.CALL, col(Request.done).is_(None))
        .where(col(Jobseeker.person_id).is_(None) | await my_people(work, who))
        .order_by(col(Request.due))
        .limit(MOST)
    )
    return [
        Waiting(
            "callback",
            row.created,
            f"/console/verzoeken/{row.id}",
            {
                "name": called(person, jobseeker),
                "when": callbacks.said(row.slot, work.today),
                "phone": refs.phone(row.phone or ""),
            },
            due=row.due,
            whose=jobseeker.coach_id if jobseeker else None,
        )
        for row, person, jobseeker in (await work.tx.exec(query)).all()
        if jobseeker or who.person_id in await caseload.of_person(work, row.person_id)
    ]


async def call_file(work: Work, who: Viewer, number: int) -> RequestFile:
    """Somebody who waits to be called, for whoever may call them."""
    row = await work.get(Request, number)
    if row.kind != callbacks.CALL:
        raise LookupError("no call")
    jobseeker = await work.tx.get(Jobseeker, row.person_id)
    if not rights.may_see_call(who, jobseeker, await callbacks.callers(work, row)):
        raise LookupError("not yours")
    return RequestFile(row, await work.get(Person, row.person_id), jobseeker)
