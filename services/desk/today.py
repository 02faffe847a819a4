"""Vandaag: everything that waits for a member of staff, the most urgent first (CON-05)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, func, select

from services import matches, rights, vacancies
from services.rights import Viewer
from services.store.models import (
    Employer,
    Event,
    Inbox,
    Jobseeker,
    Match,
    Person,
    Staff,
    Vacancy,
)
from services.work import Work

SOON = timedelta(hours=24)
MOST = 200


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: what, since when, until when, and where it is settled."""

    kind: str  # its texts are desk-<kind>, .why and .action
    since: datetime
    address: str
    args: dict[str, Any] = field(default_factory=dict)
    due: datetime | None = None

    def look(self, now: datetime) -> str:
        """How it stands: late, soon (within a day) or calm."""
        if self.due is None:
            return "calm"
        return "late" if self.due <= now else "soon" if self.due - now <= SOON else "calm"


def by_urgency(rows: Iterable[Waiting], now: datetime) -> list[Waiting]:
    """What is late, then what is soon due, then the rest; within each the oldest first."""
    order = {"late": 0, "soon": 1, "calm": 2}
    return sorted(rows, key=lambda row: (order[row.look(now)], row.due or row.since, row.since))


async def today(work: Work, who: Viewer) -> list[Waiting]:
    """Everything that waits for this member of staff."""
    rows: list[Waiting] = []
    if who.role in rights.COACHING:
        rows += await _matches(work, who)
        rows += await _without_coach(work, who)
    if who.role in rights.EMPLOYER_SIDE:
        rows += await _employers(work, who)
        rows += await _answers(work, who)
    rows += await _questions(work, who)
    rows += await _unreachable(work, who)
    if who.role == "administrator":
        rows += await _parked(work)
    return by_urgency(rows, work.now)


async def _matches(work: Work, who: Viewer) -> list[Waiting]:
    """A proposal waits one working day before it is late (follow-up: 1 and 2 days)."""
    found = await matches.waiting_for(work, await work.get(Staff, who.person_id))
    ids = [match.vacancy_id for match in found[:MOST]]
    titles = await _by_id(work, Vacancy, ids)
    people = await _by_id(work, Person, [match.jobseeker_id for match in found[:MOST]])
    return [
        Waiting(
            "match",
            match.since,
            f"/console/matches/{match.id}",
            {
                "name": ["words", people[match.jobseeker_id].name or "?"],
                "title": ["words", titles[match.vacancy_id].title],
                "score": match.score,
            },
            due=match.since + timedelta(days=2),
        )
        for match in found[:MOST]
    ]


async def _by_id(work: Work, table: Any, ids: list[int]) -> dict[int, Any]:
    rows = (await work.tx.exec(select(table).where(table.id.in_(ids)))).all() if ids else []
    return {row.id: row for row in rows}


async def _without_coach(work: Work, who: Viewer) -> list[Waiting]:
    query = (
        select(Jobseeker, Person)
        .join(Person, col(Person.id) == col(Jobseeker.person_id))
        .where(Jobseeker.team == who.team, col(Jobseeker.coach_id).is_(None))
        .where(Jobseeker.status == "open")
        .order_by(col(Jobseeker.created))
        .limit(MOST)
    )
    return [
        Waiting(
            "no-coach",
            row.created,
            f"/console/werkzoekenden/{row.person_id}",
            {"name": ["words", person.name or "?"]},
            due=row.created + timedelta(days=7),
        )
        for row, person in (await work.tx.exec(query)).all()
    ]


async def _employers(work: Work, who: Viewer) -> list[Waiting]:
    query = select(Employer).where(
        col(Employer.verified).is_(None),
        (col(Employer.account_manager_id) == who.person_id)
        | (col(Employer.account_manager_id).is_(None) & (col(Employer.team) == who.team)),
    )
    rows = (await work.tx.exec(query.order_by(col(Employer.created)).limit(MOST))).all()
    return [
        Waiting(
            "employer",
            row.created,
            f"/console/werkgevers/{row.id}",
            {"company": ["words", row.name]},
            due=row.created + timedelta(days=2),
        )
        for row in rows
    ]


async def _answers(work: Work, who: Viewer) -> list[Waiting]:
    """The 72-hour answer (VAC-06, decision 5)."""
    query = (
        select(Vacancy, Employer)
        .join(Employer, col(Employer.id) == col(Vacancy.employer_id))
        .where(Vacancy.status == "open")
        .where(
            (col(Employer.account_manager_id) == who.person_id)
            | (col(Employer.account_manager_id).is_(None) & (col(Employer.team) == who.team))
        )
        .order_by(col(Vacancy.reported))
        .limit(MOST)
    )
    return [
        Waiting(
            "answer",
            row.reported,
            f"/console/vacatures/{row.id}",
            {"title": ["words", row.title], "company": ["words", employer.name]},
            due=vacancies.due(row),
        )
        for row, employer in (await work.tx.exec(query)).all()
        if not row.answer.get("sent")
    ]


async def _questions(work: Work, who: Viewer) -> list[Waiting]:
    """Questions for a person that nobody answered yet."""
    newest = (
        select(col(Event.person_id), func.max(col(Event.id)).label("last"))
        .where(col(Event.kind).in_(("asked-for-person", "answered")))
        .group_by(col(Event.person_id))
        .subquery()
    )
    query = (
        select(Event, Jobseeker, Person)
        .join(newest, col(Event.id) == newest.c.last)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Event.person_id))
        .join(Person, col(Person.id) == col(Event.person_id))
        .where(Event.kind == "asked-for-person", rights.jobseeker_scope(who))
        .limit(MOST)
    )
    return [
        Waiting(
            "question",
            event.at,
            f"/console/werkzoekenden/{event.person_id}#gesprek",
            {"name": ["words", person.name or "?"]},
            due=event.at + timedelta(days=1),
        )
        for event, row, person in (await work.tx.exec(query)).all()
        if row.coach_id in (None, who.person_id)
    ]


async def _unreachable(work: Work, who: Viewer) -> list[Waiting]:
    query = (
        select(Person)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Person.id))
        .where(col(Jobseeker.coach_id) == who.person_id, col(Person.unreachable).is_not(None))
        .limit(MOST)
    )
    return [
        Waiting(
            "unreachable",
            person.unreachable or work.now,
            f"/console/werkzoekenden/{person.id}",
            {"name": ["words", person.name or "?"]},
        )
        for person in (await work.tx.exec(query)).all()
    ]


async def _parked(work: Work) -> list[Waiting]:
    query = select(Inbox).where(col(Inbox.parked).is_not(None)).limit(MOST)
    return [
        Waiting(
            "parked",
            row.parked or work.now,
            "/console",
            {"row": row.id, "kind": ["words", row.kind], "error": ["words", row.error]},
        )
        for row in (await work.tx.exec(query)).all()
    ]


async def counts(work: Work, who: Viewer) -> dict[str, int]:
    """The numbers in the menu."""
    mine = await work.tx.exec(
        select(func.count()).select_from(Jobseeker).where(Jobseeker.coach_id == who.person_id)
    )
    open_ = await work.tx.exec(
        select(func.count()).select_from(Vacancy).where(Vacancy.status == "open")
    )
    running = await work.tx.exec(
        select(func.count()).select_from(Match).where(col(Match.state).in_(list(matches.OPEN)))
    )
    return {"people": mine.one(), "vacancies": open_.one(), "matches": running.one()}
