"""An employer: who speaks for it, what it asks, whom it met and hired, and what we noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from services import caseload, employers, matches, rights
from services.console.person import history, named, said_of
from services.followup import reach
from services.help import requests
from services.rights import Viewer
from services.store.models import (
    Contact,
    Employer,
    Event,
    Jobseeker,
    Match,
    Person,
    Placement,
    Vacancy,
)
from services.unit_of_work import Work

STATES = ("open", "look", "hold", "expired", "filled", "closed")
SHOWN = ("introduced", "invited", "rejected", "met", "placed", "not_placed")
MOST = 40  # rows of a list


@dataclass(frozen=True)
class ContactRow:
    """Somebody who speaks for the employer, and whether this viewer may write to them."""

    person: Person
    role: str  # owner | colleague
    may_write: bool
    asks: bool  # the last word is a question of theirs
    unreached: reach.OutOfReach | None  # what they did not fetch on the web in time


@dataclass(frozen=True)
class Met:
    """Somebody the employer was shown or hired; `name` is empty when it may not be seen."""

    name: str
    title: str
    address: str  # empty when it may not be opened
    state: str = ""
    placement: Placement | None = None
    person_id: int = 0


@dataclass(frozen=True)
class EmployerFile:
    """An employer for who does casework; `notes` is None for who does not look after it."""

    row: Employer
    manager: str
    contacts: Sequence[ContactRow]
    vacancies: Sequence[tuple[str, Sequence[Vacancy]]]  # by state, only those there are
    shown: Sequence[Met]
    placements: Sequence[Met]
    notes: Sequence[tuple[Event, str, str]] | None
    history: Sequence[tuple[Event, str]]
    may_manage: bool


async def employer_file(work: Work, who: Viewer, employer_id: int) -> EmployerFile:
    """Everything about an employer; LookupError for who does no casework."""
    row = await work.get(Employer, employer_id)
    if who.role not in rights.CASEWORK:
        raise LookupError("not yours")
    managing = rights.may_manage_employer(who, row)
    about = (col(Event.subject) == "employer") & (col(Event.subject_id) == employer_id)
    reported = await employers.reported_by(work, employer_id)
    states = [(state, [each for each in reported if each.status == state]) for state in STATES]
    return EmployerFile(
        row,
        await matches.person_name(work, row.account_manager_id) if row.account_manager_id else "",
        await _contacts(work, who, employer_id),
        [(state, rows) for state, rows in states if rows],
        await _shown(work, who, row),
        await _placements(work, who, row),
        await said_of(work, about & (col(Event.kind) == "note")) if managing else None,
        await history(work, about & (col(Event.kind) != "note")),
        managing,
    )


async def _contacts(work: Work, who: Viewer, employer_id: int) -> Sequence[ContactRow]:
    query = (
        select(Contact, Person)
        .join(Person, col(Person.id) == col(Contact.person_id))
        .where(Contact.employer_id == employer_id)
        .order_by(col(Contact.role).desc(), col(Contact.person_id))
    )
    found = []
    for contact, person in (await work.tx.exec(query)).all():
        mine = who.person_id in await caseload.of_person(work, contact.person_id)
        asks = mine and await requests.asks(work, contact.person_id)
        unreached = await reach.of(work, contact.person_id)
        found.append(ContactRow(person, contact.role, mine, asks, unreached))
    return found


async def _shown(work: Work, who: Viewer, employer: Employer) -> Sequence[Met]:
    """The matches whose card this employer got, the newest first."""
    query = (
        select(Match, Vacancy, Jobseeker, Person)
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
        .join(Jobseeker, col(Jobseeker.person_id) == col(Match.jobseeker_id))
        .join(Person, col(Person.id) == col(Match.jobseeker_id))
        .where(Vacancy.employer_id == employer.id, col(Match.state).in_(SHOWN))
        .order_by(col(Match.since).desc(), col(Match.id).desc())
        .limit(MOST)
    )
    return [
        Met(
            named(who, match, jobseeker, employer, person),
            vacancy.title,
            f"/console/matches/{match.id}"
            if rights.may_see_match(who, match, jobseeker, employer)
            else "",
            match.state,
            person_id=match.jobseeker_id,
        )
        for match, vacancy, jobseeker, person in (await work.tx.exec(query)).all()
    ]


async def _placements(work: Work, who: Viewer, employer: Employer) -> Sequence[Met]:
    """Work that began here, the newest first."""
    query = (
        select(Placement, Match, Vacancy, Jobseeker)
        .outerjoin(Match, col(Match.id) == col(Placement.match_id))
        .outerjoin(Vacancy, col(Vacancy.id) == col(Placement.vacancy_id))
        .outerjoin(Jobseeker, col(Jobseeker.person_id) == col(Placement.jobseeker_id))
        .where(Placement.employer_id == employer.id)
        .order_by(col(Placement.starts).desc(), col(Placement.id).desc())
        .limit(MOST)
    )
    rows = [
        (row, match, vacancy, jobseeker)
        for row, match, vacancy, jobseeker in (await work.tx.exec(query)).all()
        if rights.may_see_placement(who, row, jobseeker, employer)
    ]
    people = select(Person).where(col(Person.id).in_([row.jobseeker_id for row, *_ in rows]))
    names = {person.id: person.name or "" for person in (await work.tx.exec(people)).all()}
    return [
        Met(
            names.get(row.jobseeker_id, "") if _named(who, match, jobseeker, employer) else "",
            vacancy.title if vacancy else "",
            f"/console/plaatsingen/{row.id}",
            row.status,
            row,
            row.jobseeker_id,
        )
        for row, match, vacancy, jobseeker in rows
    ]


def _named(
    who: Viewer, match: Match | None, jobseeker: Jobseeker | None, employer: Employer
) -> bool:
    if jobseeker is None:
        return False  # erased
    if match is None:
        return rights.may_see_jobseeker(who, jobseeker)
    return rights.may_see_name(who, match, jobseeker, employer)
