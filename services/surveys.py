"""Onderzoek: what people think of us, in one question and a few words (SUR).

Voluntary, short, and only shown in groups: a group smaller than the region's smallest (5) is
hidden, and so is what would give a hidden one away. Nobody below the regional manager reads words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import col, select

from services import events, relay, rights, texts
from services.clock import local_date
from services.matches import RefusedError
from services.rights import Viewer
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
from services.work import Work

KINDS = ("introduction", "placement", "durable", "yearly")
SIDES = ("jobseeker", "employer")
AFTER_MEETING = timedelta(days=3)
PLACED_DAYS = {"placement": 91, "durable": 365}  # SUR-04: at 3 and 12 months
YEAR = timedelta(days=365)
WINDOW = timedelta(days=21)  # what became due longer ago than this is not asked any more
SCORES = range(1, 6)
LOW = 2  # up to this somebody is asked whether they want to be called (SUR-05)
GROUPS = ("organisation", "kind", "month")


@dataclass(frozen=True)
class Wanted:
    """A survey that is due: who, on which side, about what."""

    person_id: int
    side: str
    kind: str
    subject_id: int
    organisation: str = ""


@dataclass(frozen=True)
class Result:
    """What one group said; `score` and `counts` are None where the group is too small to show."""

    group: str
    asked: int | None
    answered: int | None
    score: float | None  # the mean, one decimal
    counts: dict[int, int] | None  # score -> how many

    @property
    def hidden(self) -> bool:
        """Too small to show."""
        return self.score is None


async def due(work: Work) -> list[Wanted]:
    """Whom to ask what now, each once: after a meeting, 3 and 12 months of work, every year."""
    found = [*await _after_meetings(work), *await _placed(work), *await _yearly(work)]
    rows = await work.tx.exec(select(Survey.person_id, Survey.kind, Survey.subject_id))
    asked = set(rows.all())
    fresh = [each for each in found if (each.person_id, each.kind, each.subject_id) not in asked]
    return list(dict.fromkeys(fresh))


async def prepare(work: Work) -> list[Survey]:
    """Make the row of everything that is due; whoever reminds opens the dialog `survey` about it.

    One a person at a time: who still has an unanswered one of the last weeks is left alone.
    """
    since = work.now - WINDOW
    waiting = select(Survey.person_id).where(col(Survey.answered).is_(None), Survey.asked > since)
    busy = set((await work.tx.exec(waiting)).all())
    made = []
    for each in await due(work):
        if each.person_id not in busy:
            busy.add(each.person_id)
            made.append(await ask(work, each))
    return made


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


async def answer(
    work: Work, survey_id: int, *, actor: int, score: int, words: str = "", call: bool = False
) -> Survey:
    """Keep an answer, 1 to 5 and words; `call`: they want to talk about it, so a person hears that.

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
        await relay.ask(work, person, words or texts.text(person.voice, "survey-call-me"))
    return row


async def results(
    work: Work, who: Viewer, *, since: date, until: date, side: str, group: str = "organisation"
) -> list[Result]:
    """What one side answered in a period, by organisation, kind or month (of being asked).

    Raises PermissionError for whoever may not see reports. Small groups come back hidden.
    """
    if not rights.may_see_surveys(who) or group not in GROUPS or side not in SIDES:
        raise PermissionError("surveys")
    rows = [row for row in await _asked(work, side) if since <= local_date(row.asked) <= until]
    grouped: dict[str, list[Survey]] = defaultdict(list)
    for row in rows:
        grouped[_group(row, group)].append(row)
    smallest = work.region.report.smallest_group
    shown = showable({key: _answered(each) for key, each in grouped.items()}, smallest)
    return [_result(key, grouped[key], key in shown) for key in sorted(grouped)]


async def words(
    work: Work, who: Viewer, *, since: date, until: date, side: str
) -> list[tuple[int, str]]:
    """Scores with words, by nobody: for the regional manager, and only of a large enough group."""
    if not rights.may_read_survey_words(who):
        raise PermissionError("survey words")
    rows = [row for row in await _asked(work, side) if since <= local_date(row.asked) <= until]
    if _answered(rows) < work.region.report.smallest_group:
        return []
    return sorted((row.score, row.words) for row in rows if row.score and row.words)


def _group(row: Survey, group: str) -> str:
    if group == "month":
        return local_date(row.asked).strftime("%Y-%m")
    return str(getattr(row, group))


def _answered(rows: Sequence[Survey]) -> int:
    return sum(row.score is not None for row in rows)


def showable(sizes: dict[str, int], smallest: int) -> set[str]:
    """The groups that are large enough; one more is hidden when the total gives the rest away.

    A reader who knows the total could otherwise work out a single small group.
    """
    shown = {key for key, size in sizes.items() if size >= smallest}
    left = sum(size for key, size in sizes.items() if key not in shown)
    if 0 < left < smallest and shown:
        shown.remove(min(shown, key=lambda key: (sizes[key], key)))
    return shown


def _result(group: str, rows: Sequence[Survey], shown: bool) -> Result:
    if not shown:
        return Result(group, None, None, None, None)
    scores = [row.score for row in rows if row.score is not None]
    counts = Counter(scores)
    mean = round(sum(scores) / len(scores), 1)
    return Result(group, len(rows), len(scores), mean, {n: counts[n] for n in SCORES})


async def _asked(work: Work, side: str) -> Sequence[Survey]:
    return (await work.tx.exec(select(Survey).where(Survey.side == side))).all()


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
