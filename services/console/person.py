"""One person, one vacancy, one match: everything a page shows, or LookupError.

What may not be seen and what does not exist are the same error, so that nothing leaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlmodel import col, select

from services import agreed, caseload, employers, events, matching, privacy, rights
from services.console import compare
from services.messages import naming, ways_in
from services.retention import unused
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
    Vacancy,
)
from services.unit_of_work import Work

TALK_SHOWN = 40
HISTORY_SHOWN = 60
SEEN_AGAIN = timedelta(hours=1)  # the same person looking again within this is the same look


@dataclass(frozen=True)
class JobseekerFile:
    """The file of a jobseeker.

    What somebody tells "alleen voor je coach" stands in the dossier, the documents and the
    conversation: these are None for colleagues, who do see what was asked of a person.
    """

    person: Person
    row: Jobseeker
    coach: str
    dossier: dict[str, Any] | None
    documents: Sequence[Document] | None
    matches: Sequence[tuple[Match, Vacancy]]
    talk: Sequence[Message] | None
    asked: Sequence[tuple[Event, str, str]]  # questions and answers: who, and the words
    notes: Sequence[tuple[Event, str, str]]  # of colleagues, in the same form
    history: Sequence[tuple[Event, str]]
    viewers: Sequence[privacy.Looked]
    colleagues: Sequence[Person]
    unused: bool = False  # a colleague has to decide whether it may stay


async def jobseeker_file(work: Work, who: Viewer, person_id: int) -> JobseekerFile:
    """Everything about somebody; that it was looked at is logged."""
    row = await work.get(Jobseeker, person_id)
    if not rights.may_see_jobseeker(who, row):
        raise LookupError("not yours")
    person = await work.get(Person, person_id)
    viewers = await privacy.viewers(work, person_id)
    await looked(work, who, person_id)
    own = rights.may_see_dossier(who, row)
    found = await work.tx.get(Dossier, person_id)
    coach = await work.tx.get(Person, row.coach_id) if row.coach_id else None
    return JobseekerFile(
        person,
        row,
        (coach.name or "") if coach else "",
        ((found.facts if found else None) or {}) if own else None,
        await _all(work, select(Document).where(Document.person_id == person_id)) if own else None,
        await _matches_of(work, Match.jobseeker_id == person_id),
        await _talk(work, person_id) if own else None,
        await asked(work, person_id),
        await said(work, person_id, ("note",)),
        await history(work, col(Event.person_id) == person_id),
        viewers,
        await caseload.team_mates(work, row.team),
        await unused.waits(work, person_id),
    )


async def looked(work: Work, who: Viewer, person_id: int) -> None:
    """Write down who looked, for whoever it is about; a page opened twice is one look."""
    query = select(Event.id).where(
        Event.person_id == person_id,
        Event.kind == "viewed",
        Event.actor_id == who.person_id,
        col(Event.at) > work.now - SEEN_AGAIN,
    )
    if (await work.tx.exec(query.limit(1))).first() is None:
        await events.log(work, "viewed", actor=who.person_id, about=person_id)


async def asked(work: Work, person_id: int) -> Sequence[tuple[Event, str, str]]:
    """What somebody asked of a person and the answers: event, by whom, words; oldest first."""
    return await said(work, person_id, ("asked-for-person", "answered"))


async def said(
    work: Work, person_id: int, kinds: Sequence[str]
) -> Sequence[tuple[Event, str, str]]:
    """Events about a person with the words that belong to them."""
    return await said_of(work, (col(Event.person_id) == person_id) & col(Event.kind).in_(kinds))


async def said_of(work: Work, condition: Any) -> Sequence[tuple[Event, str, str]]:
    """Events with the words that belong to them: event, by whom, words; oldest first."""
    query = (
        select(Event, Remark)
        .outerjoin(Remark, col(Remark.event_id) == col(Event.id))
        .where(condition)
        .order_by(col(Event.id).desc())
        .limit(TALK_SHOWN)
    )
    found = list(reversed((await work.tx.exec(query)).all()))
    names = await events.names_of(work, [event for event, _ in found])
    return [
        (event, names.get(event.actor_id or 0, ""), (remark.words or "") if remark else "")
        for event, remark in found
    ]


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
    found = list(reversed((await work.tx.exec(query)).all()))
    await naming.read(work, found)
    ways_in.hide(found)
    return found


async def history(work: Work, condition: Any) -> Sequence[tuple[Event, str]]:
    """What happened, newest first, each with the name of who did it."""
    query = select(Event).where(condition, Event.kind != "viewed")
    query = query.order_by(col(Event.at).desc(), col(Event.id).desc()).limit(HISTORY_SHOWN)
    found = (await work.tx.exec(query)).all()
    names = await events.names_of(work, found)
    return [(event, names.get(event.actor_id or 0, "")) for event in found]


@dataclass(frozen=True)
class Questions:
    """What somebody who is no jobseeker asked of a person, and what was answered."""

    person: Person
    company: str
    asked: Sequence[tuple[Event, str, str]]


async def questions_file(work: Work, who: Viewer, person_id: int) -> Questions:
    """The questions of an employer or a newcomer, for whoever is there for them."""
    person = await work.get(Person, person_id)
    if who.person_id not in await caseload.of_person(work, person_id):
        raise LookupError("not yours")
    employer = await employers.of_person(work, person_id)
    rows = await asked(work, person_id)
    return Questions(person, employer.name if employer else "", rows)


def named(
    who: Viewer, match: Match, jobseeker: Jobseeker, employer: Employer, person: Person
) -> str:
    """The name of whom it is about, or nothing for who may not know it."""
    known = rights.may_see_name(who, match, jobseeker, employer)
    return (person.full_name or person.name or "?") if known else ""


def _she_felt(event: Event) -> bool:
    return event.kind == "meeting-felt" and event.codes.get("side") == "jobseeker"


@dataclass(frozen=True)
class MatchFile:
    """A match: both sides, why it fits, and what can be done."""

    match: Match
    name: str  # empty: not to be seen yet
    jobseeker: Jobseeker
    vacancy: Vacancy
    employer: Employer
    fit: matching.Fit
    sides: Sequence[compare.Row]
    may_open: bool  # the file of the jobseeker
    may_decide: bool
    history: Sequence[tuple[Event, str]]
    remarks: dict[int, str] = field(default_factory=dict)
    may_answer: bool = False  # for the employer, who is called


async def match_file(work: Work, who: Viewer, match_id: int) -> MatchFile:
    """Everything about a pair, for whom it concerns."""
    match = await work.get(Match, match_id)
    jobseeker = await work.get(Jobseeker, match.jobseeker_id)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    employer = await work.get(Employer, vacancy.employer_id)
    if not rights.may_see_match(who, match, jobseeker, employer):
        raise LookupError("not yours")
    person = await work.get(Person, match.jobseeker_id)
    happened = await history(
        work, (col(Event.subject) == "match") & (col(Event.subject_id) == match_id)
    )
    ids = [event.id for event, _ in happened]
    remarks = await _all(work, select(Remark).where(col(Remark.event_id).in_(ids)))
    coaching = rights.may_see_jobseeker(who, jobseeker)
    fit = matching.Fit.from_json(match.reasons)
    if not rights.names_visible_to_employer(match) and not coaching:
        happened = [(e, "" if e.actor_id == match.jobseeker_id else name) for e, name in happened]
    if not coaching:  # how it was for her is for her coach's side
        happened = [each for each in happened if not _she_felt(each[0])]
    return MatchFile(
        match,
        named(who, match, jobseeker, employer, person),
        jobseeker,
        vacancy,
        employer,
        fit,
        compare.rows(jobseeker.profile, vacancy.demands, fit, helps=coaching),
        coaching,
        rights.may_decide_match(who, match, jobseeker),
        happened,
        {row.event_id: row.words for row in remarks} if coaching else {},
        agreed.by_phone(vacancy) and rights.may_manage_employer(who, employer),
    )
