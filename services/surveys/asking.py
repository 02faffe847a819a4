"""Whom to ask what we did well, when, and what they answered.

Only rounds whose purpose and approval stand in the region file go out (SUR-06), never to somebody
who is paused or wants no reminders, and not more often than the region's rhythm.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_
from sqlmodel import col, select

from services import events, texts
from services.help import requests
from services.refused import RefusedError
from services.store.models import (
    Contact,
    Employer,
    Jobseeker,
    Match,
    Meeting,
    Person,
    Placement,
    Survey,
    Vacancy,
)
from services.unit_of_work import Work

SIDES = ("jobseeker", "employer")
# What employers are asked beside the face (SUR-03), and the answers there are.
TOPICS: Mapping[str, tuple[str, ...]] = {
    "relief": ("yes", "partly", "no"),  # did it save them work (ontzorgen)?
    "reason": ("person", "contact", "support", "social", "shortage", "other"),  # what decided it
    "fall_out": ("no", "maybe", "yes"),  # may somebody leave early?
    "displaced": ("no", "partly", "yes"),  # did other work go because of it (verdringing)?
}
AFTER_MEETING = timedelta(days=3)
PLACED_DAYS = {"placement": 91, "durable": 365}  # SUR-04: at 3 and 12 months
YEAR = timedelta(days=365)
WINDOW = timedelta(days=21)  # what became due longer ago than this is not asked any more
SCORES = range(1, 6)
LOW = 2  # up to this somebody is asked whether they want to be called (SUR-05)


@dataclass(frozen=True)
class Wanted:
    """A survey that is due: who, on which side, about what."""

    person_id: int
    side: str
    kind: str
    subject_id: int
    organisation: str = ""


async def due(work: Work) -> list[Wanted]:
    """Whom to ask what now, each once: after a meeting, 3 and 12 months of work, every year."""
    found = [*await _after_meetings(work), *await _placed(work), *await _yearly(work)]
    rounds = {
        (each.kind, side) for each in work.region.surveys_on(work.today) for side in each.sides
    }
    found = [each for each in found if (each.kind, each.side) in rounds]
    rows = await work.tx.exec(select(Survey.person_id, Survey.kind, Survey.subject_id))
    asked = set(rows.all())
    fresh = [each for each in found if (each.person_id, each.kind, each.subject_id) not in asked]
    return list(dict.fromkeys(fresh))


async def prepare(work: Work) -> list[Survey]:
    """Make the row of everything that is due; follow-up asks about it (followup/table).

    One a person in so many days: who has one open, or was asked lately, is left alone, and so is
    whoever paused or wants no reminders.
    """
    made: list[Survey] = []
    wanted = await due(work)
    busy = await _left_alone(work, {each.person_id for each in wanted}) if wanted else set()
    for each in wanted:
        if each.person_id not in busy:
            busy.add(each.person_id)
            made.append(await ask(work, each))
    return made


async def _left_alone(work: Work, ids: Collection[int]) -> set[int]:
    """Who of these is not asked now."""
    lately = work.now - timedelta(days=work.region.follow_up.survey_every_days)
    asked = select(Survey.person_id).where(col(Survey.asked) > lately)
    quiet = select(Person.id).where(
        col(Person.id).in_(ids),
        or_(*(col(each).is_not(None) for each in (Person.paused, Person.unasked, Person.erased))),
    )
    found = {*(await work.tx.exec(asked)).all(), *(await work.tx.exec(quiet)).all()}
    return {each for each in found if each is not None}


async def ask(work: Work, wanted: Wanted) -> Survey:
    """Make the row of one survey. The database refuses the same one twice."""
    row = Survey(
        person_id=wanted.person_id,
        side=wanted.side,
        kind=wanted.kind,
        subject_id=wanted.subject_id,
        organisation=wanted.organisation,
        asked=work.now,
    )
    work.tx.add(row)
    await work.tx.flush()
    return row


def has_topics(row: Survey) -> bool:
    """Is this one of an employer who knows by now how the work goes?"""
    return row.side == "employer" and row.kind != "introduction"


async def answer(
    work: Work,
    survey_id: int,
    *,
    actor: int,
    score: int,
    words: str = "",
    call: bool = False,
) -> Survey:
    """Keep an answer: 1 to 5, and words.

    `call`: they want to talk about it, so a person hears that (SUR-05).

    Raises RefusedError("rights") for somebody else, ValueError for a score off the scale.
    """
    row = await work.take(Survey, survey_id)
    if row.person_id != actor:
        raise RefusedError("rights")
    if score not in SCORES:
        raise ValueError(f"no such score: {score}")
    row.score, row.words, row.answered = score, words or None, work.now
    await events.log(work, "survey-answered", actor=actor, survey=row.kind, side=row.side)
    if call:
        person = await work.get(Person, actor)
        await requests.ask(work, person, words or texts.text(person.voice, "survey-call-me"))
    return row


async def tell_topics(work: Work, survey_id: int, *, actor: int, said: Mapping[str, Any]) -> None:
    """Keep what an employer said of the topics (SUR-03); what was skipped is left out."""
    row = await work.take(Survey, survey_id)
    if row.person_id != actor:
        raise RefusedError("rights")
    row.topics = {name: said[name] for name, codes in TOPICS.items() if said.get(name) in codes}


# What is due.


async def _after_meetings(work: Work) -> list[Wanted]:
    query = (
        select(Match, Vacancy, Jobseeker)
        .join(Meeting, col(Meeting.match_id) == col(Match.id))
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
        .join(Jobseeker, col(Jobseeker.person_id) == col(Match.jobseeker_id))
        .where(Meeting.status == "held")
        .where(*_within(col(Meeting.starts), work.now - AFTER_MEETING))
    )
    found = []
    for match, vacancy, jobseeker in (await work.tx.exec(query)).all():
        about = (match.id or 0, jobseeker.organisation)
        found += _both(jobseeker.person_id, vacancy.contact_id, "introduction", *about)
    return found


async def _placed(work: Work) -> list[Wanted]:
    found = []
    for kind, days in PLACED_DAYS.items():
        last = work.today - timedelta(days=days)
        query = (
            select(Placement, Jobseeker, Contact)
            .join(Jobseeker, col(Jobseeker.person_id) == col(Placement.jobseeker_id))
            .outerjoin(Contact, col(Contact.employer_id) == col(Placement.employer_id))
            .where(Placement.status == "running", col(Placement.starts) <= last)
            .where(col(Placement.starts) > last - WINDOW)
        )
        for row, jobseeker, contact in (await work.tx.exec(query)).all():
            speaks = contact.person_id if contact else None
            about = (row.id or 0, jobseeker.organisation)
            found += _both(jobseeker.person_id, speaks, kind, *about)
    return found


async def _yearly(work: Work) -> list[Wanted]:
    """Once in a calendar year, to who has been with us for a year and was here this year."""
    known = work.now - YEAR
    year = work.today.year
    seekers = (
        select(Jobseeker, Person)
        .join(Person, col(Person.id) == col(Jobseeker.person_id))
        .where(col(Jobseeker.created) <= known, col(Person.seen) > known)
        .where(col(Person.paused).is_(None))
    )
    speakers = (
        select(Contact, Employer)
        .join(Employer, col(Employer.id) == col(Contact.employer_id))
        .join(Person, col(Person.id) == col(Contact.person_id))
        .where(col(Employer.created) <= known, col(Person.seen) > known)
    )
    found = [
        Wanted(row.person_id, "jobseeker", "yearly", year, row.organisation)
        for row, _ in (await work.tx.exec(seekers)).all()
    ]
    for contact, employer in (await work.tx.exec(speakers)).all():
        team = work.region.team(employer.team)
        organisation = team.organisation if team else ""
        found.append(Wanted(contact.person_id, "employer", "yearly", year, organisation))
    return found


def _both(
    jobseeker: int, contact: int | None, kind: str, subject: int, organisation: str
) -> list[Wanted]:
    found = [Wanted(jobseeker, "jobseeker", kind, subject, organisation)]
    if contact is not None:
        found.append(Wanted(contact, "employer", kind, subject, organisation))
    return found


def _within(column: Any, last: datetime) -> tuple[Any, Any]:
    return column <= last, column > last - WINDOW
