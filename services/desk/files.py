"""One person, one vacancy, one match: everything a page shows, or LookupError.

What may not be seen and what does not exist are the same error, so that nothing leaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import col, select

from services import events, matching, privacy, rights
from services.rights import Viewer
from services.store.models import (
    Document,
    Dossier,
    Employer,
    Event,
    Jobseeker,
    Match,
    Message,
    Person,
    Remark,
    Staff,
    Vacancy,
)
from services.work import Work

TALK_SHOWN = 40
HISTORY_SHOWN = 60


@dataclass(frozen=True)
class JobseekerFile:
    """The file of a jobseeker."""

    person: Person
    row: Jobseeker
    coach: str
    dossier: dict[str, Any] | None  # None: not yours to see
    documents: Sequence[Document]
    matches: Sequence[tuple[Match, Vacancy]]
    talk: Sequence[Message]
    history: Sequence[tuple[Event, str]]
    viewers: Sequence[tuple[Event, str]]
    colleagues: Sequence[Person]


async def jobseeker_file(work: Work, who: Viewer, person_id: int) -> JobseekerFile:
    """Everything about somebody; that it was looked at is logged."""
    row = await work.get(Jobseeker, person_id)
    if not rights.may_see_jobseeker(who, row):
        raise LookupError("not yours")
    person = await work.get(Person, person_id)
    viewers = await privacy.viewers(work, person_id)
    await events.log(work, "viewed", actor=who.person_id, about=person_id)
    dossier = None
    if rights.may_see_dossier(who, row):
        found = await work.tx.get(Dossier, person_id)
        dossier = (found.facts if found else None) or {}
    coach = await work.tx.get(Person, row.coach_id) if row.coach_id else None
    return JobseekerFile(
        person,
        row,
        (coach.name or "") if coach else "",
        dossier,
        await _all(work, select(Document).where(Document.person_id == person_id)),
        await _matches_of(work, Match.jobseeker_id == person_id),
        await _talk(work, person_id),
        await _history(work, col(Event.person_id) == person_id),
        viewers,
        await _colleagues(work, row.team),
    )


async def _all(work: Work, query: Any) -> Sequence[Any]:
    found: Sequence[Any] = (await work.tx.exec(query)).all()
    return found


async def _matches_of(work: Work, condition: Any) -> Sequence[tuple[Match, Vacancy]]:
    query = (
        select(Match, Vacancy)
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
        .where(condition)
        .order_by(col(Match.since).desc())
    )
    return (await work.tx.exec(query)).all()


async def _talk(work: Work, person_id: int) -> Sequence[Message]:
    query = (
        select(Message)
        .where(Message.person_id == person_id, Message.outcome != "replaced")
        .order_by(col(Message.id).desc())
        .limit(TALK_SHOWN)
    )
    return list(reversed((await work.tx.exec(query)).all()))


async def _history(work: Work, condition: Any) -> Sequence[tuple[Event, str]]:
    query = select(Event).where(condition, Event.kind != "viewed")
    query = query.order_by(col(Event.at).desc(), col(Event.id).desc()).limit(HISTORY_SHOWN)
    found = (await work.tx.exec(query)).all()
    names = await events.names_of(work, found)
    return [(event, names.get(event.actor_id or 0, "")) for event in found]


async def _colleagues(work: Work, team: str) -> Sequence[Person]:
    query = (
        select(Person)
        .join(Staff, col(Staff.person_id) == col(Person.id))
        .where(Staff.team == team, col(Staff.active).is_(True))
        .where(col(Staff.role).in_(list(rights.COACHING)))
    )
    return (await work.tx.exec(query)).all()


@dataclass(frozen=True)
class VacancyFile:
    """A vacancy with its employer and its matches."""

    row: Vacancy
    employer: Employer
    contact: Person | None
    may_manage: bool
    matches: Sequence[tuple[Match, str]]  # with the name, where it may be seen
    history: Sequence[tuple[Event, str]]


async def vacancy_file(work: Work, who: Viewer, vacancy_id: int) -> VacancyFile:
    """Everything about a vacancy; names of jobseekers only for who may see them."""
    row = await work.get(Vacancy, vacancy_id)
    employer = await work.get(Employer, row.employer_id)
    if not rights.may_see_vacancy(who, row, employer):
        raise LookupError("not yours")
    query = (
        select(Match, Jobseeker, Person)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Match.jobseeker_id))
        .join(Person, col(Person.id) == col(Match.jobseeker_id))
        .where(Match.vacancy_id == vacancy_id)
        .order_by(col(Match.score).desc())
    )
    found = [
        (
            match,
            (person.name or "?") if rights.may_see_match(who, match, jobseeker, employer) else "",
        )
        for match, jobseeker, person in (await work.tx.exec(query)).all()
    ]
    return VacancyFile(
        row,
        employer,
        await work.tx.get(Person, row.contact_id),
        rights.may_manage_employer(who, employer),
        found,
        await _history(
            work, (col(Event.subject) == "vacancy") & (col(Event.subject_id) == vacancy_id)
        ),
    )


@dataclass(frozen=True)
class MatchFile:
    """A match: both sides, why it fits, and what can be done."""

    match: Match
    name: str
    jobseeker: Jobseeker
    vacancy: Vacancy
    employer: Employer
    fit: matching.Fit
    helps: Sequence[tuple[str, str]]
    may_decide: bool
    history: Sequence[tuple[Event, str]]
    remarks: dict[int, str] = field(default_factory=dict)


async def match_file(work: Work, who: Viewer, match_id: int) -> MatchFile:
    """Everything about a pair, for whom it concerns."""
    match = await work.get(Match, match_id)
    jobseeker = await work.get(Jobseeker, match.jobseeker_id)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    employer = await work.get(Employer, vacancy.employer_id)
    if not rights.may_see_match(who, match, jobseeker, employer):
        raise LookupError("not yours")
    person = await work.get(Person, match.jobseeker_id)
    history = await _history(
        work, (col(Event.subject) == "match") & (col(Event.subject_id) == match_id)
    )
    ids = [event.id for event, _ in history]
    said = await _all(work, select(Remark).where(col(Remark.event_id).in_(ids)))
    coaching = rights.may_see_jobseeker(who, jobseeker)
    return MatchFile(
        match,
        person.name or "?",
        jobseeker,
        vacancy,
        employer,
        matching.Fit.from_json(match.reasons),
        matching.helps_line(jobseeker.profile, vacancy.demands) if coaching else [],
        rights.may_decide_match(who, match, jobseeker),
        history,
        {row.event_id: row.words for row in said} if coaching else {},
    )
