"""Vandaag: everything that waits for a member of staff, the most urgent first (CON-05)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlmodel import col, func, select

from services import (
    caseload,
    checkins,
    matches,
    parked,
    plans,
    rights,
    staffing,
    transfers,
    unused,
    urgent,
    vacancies,
)
from services.desk import placed
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
ASKED = 3  # open questions named in one row


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
    """Danger, then what is late, what is soon due, and the rest; within each the oldest first."""
    order = {"late": 0, "soon": 1, "calm": 2}

    def place(row: Waiting) -> tuple[bool, int, datetime, bool, datetime, str]:
        waits = (row.due or row.since, row.due is None, row.since, row.address)
        return row.kind != "urgent", order[row.look(now)], *waits

    return sorted(rows, key=place)


def mark(rows: Iterable[Waiting], now: datetime) -> str:
    """A short word that changes when the list does, so that a page knows it is out of date."""
    seen = "\n".join(f"{row.kind} {row.address} {row.look(now)}" for row in rows)
    return sha256(seen.encode()).hexdigest()[:12]


async def today(work: Work, who: Viewer) -> list[Waiting]:
    """Everything that waits for this member of staff."""
    rows: list[Waiting] = []
    if who.role in rights.COACHING:
        rows += await _matches(work, who)
        rows += await _without_coach(work, who)
        rows += await _transfers(work, who)
        rows += await _aftercare(work, who)
        rows += await _plans(work, who)
        rows += await _unused(work, who)
    if who.role in rights.EMPLOYER_SIDE:
        rows += await _employers(work, who)
        rows += await _answers(work, who)
    rows += await _urgent(work, who)
    rows += await _questions(work, who)
    rows += await _others_questions(work, who)
    rows += await _unreachable(work, who)
    if rights.may_administer(who):
        rows += await _parked(work)
        rows += await _invitations(work)
    return by_urgency(rows, work.now)


async def _urgent(work: Work, who: Viewer) -> list[Waiting]:
    """Somebody is in danger: before everything else, and without a name here."""
    return [
        Waiting("urgent", row.created, f"/console/dringend/{row.id}", due=row.created)
        for row in await urgent.waiting(work, who)
    ]


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
                "ask": _to_ask(match),
            },
            due=match.since + timedelta(days=2),
        )
        for match in found[:MOST]
    ]


def _to_ask(match: Match) -> list[Any]:
    """What is still open about this person: the question that helps most to decide."""
    unknown = match.reasons.get("unknown") or []
    names = [["text", f"match-ask-{field}"] for field in unknown[:ASKED]]
    return ["text", "desk-still-open", {"fields": ["list", *names]}] if names else ["words", ""]


async def _by_id(work: Work, table: Any, ids: list[int], key: Any = None) -> dict[int, Any]:
    key = table.id if key is None else key
    rows = (await work.tx.exec(select(table).where(key.in_(ids)))).all() if ids else []
    return {getattr(row, key.key): row for row in rows}


async def _without_coach(work: Work, who: Viewer) -> list[Waiting]:
    """New people of the team, and those another team handed over."""
    query = (
        select(Jobseeker, Person)
        .join(Person, col(Person.id) == col(Jobseeker.person_id))
        .where(Jobseeker.team == who.team, col(Jobseeker.coach_id).is_(None))
        .where(Jobseeker.status == "open")
        .order_by(col(Jobseeker.created))
        .limit(MOST)
    )
    rows = (await work.tx.exec(query)).all()
    moved = await transfers.arrived(work, [row.person_id for row, _ in rows])
    return [
        Waiting(
            "arrived" if row.person_id in moved else "no-coach",
            since,
            f"/console/werkzoekenden/{row.person_id}",
            {"name": ["words", person.name or "?"]},
            due=since + timedelta(days=7),
        )
        for row, person in rows
        for since in (moved[row.person_id].at if row.person_id in moved else row.created,)
    ]


async def _transfers(work: Work, who: Viewer) -> list[Waiting]:
    """A colleague wants to hand somebody over: the lead decides within two days."""
    return [
        Waiting(
            "to-decide",
            event.at,
            f"/console/werkzoekenden/{person.id}#overdracht",
            {"name": ["words", person.name or "?"]},
            due=event.at + timedelta(days=2),
        )
        for event, person in await transfers.waiting(work, who)
    ]


async def _aftercare(work: Work, who: Viewer) -> list[Waiting]:
    """A bad or missing answer after a placement: within one working day (NAZ-05)."""
    return [
        Waiting(
            "attention",
            row.answered or row.asked or work.now,
            f"/console/plaatsingen/{placement.id}#vraag-{row.id}",
            {"name": ["words", name], "moment": ["text", f"moment-{row.moment}|moment-other"]},
            due=(row.answered or row.asked or work.now) + timedelta(days=1),
        )
        for row, placement, name in await checkins.open_attention(work, who)
    ]


async def _plans(work: Work, who: Viewer) -> list[Waiting]:
    """Plans of one's own people whose day to look has come (PLAN-06)."""
    found = await plans.due_review(work, who)
    people = await _by_id(work, Person, [plan.person_id for plan in found])
    own = await _by_id(work, Jobseeker, [plan.person_id for plan in found], Jobseeker.person_id)
    return [
        Waiting(
            "plan-review",
            plan.updated,
            f"/console/werkzoekenden/{plan.person_id}/plan",
            {"name": ["words", people[plan.person_id].name or "?"]},
        )
        for plan in found
        if own[plan.person_id].coach_id in {None, *who.stands_for}
    ]


async def _unused(work: Work, who: Viewer) -> list[Waiting]:
    """People of whom nothing was heard for as long as data are kept: one row for all of them."""
    found = await unused.waiting(work, who)
    if not found:
        return []
    address = "/console/werkzoekenden?toon=unused"
    due = min(found.values()) + timedelta(days=work.region.retention.jobseeker)
    return [Waiting("unused", due, address, {"n": len(found)})]


async def _employers(work: Work, who: Viewer) -> list[Waiting]:
    query = select(Employer).where(
        col(Employer.verified).is_(None),
        col(Employer.account_manager_id).in_(who.stands_for)
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
            col(Employer.account_manager_id).in_(who.stands_for)
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


def _newest_words() -> Any:
    """For everybody, the last that was asked or answered."""
    return (
        select(col(Event.person_id), func.max(col(Event.id)).label("last"))
        .where(col(Event.kind).in_(("asked-for-person", "answered")))
        .group_by(col(Event.person_id))
        .subquery()
    )


async def _others_questions(work: Work, who: Viewer) -> list[Waiting]:
    """The same of people who are no jobseekers: employers, and who is only looking round."""
    newest = _newest_words()
    query = (
        select(Event, Person)
        .join(newest, col(Event.id) == newest.c.last)
        .join(Person, col(Person.id) == col(Event.person_id))
        .outerjoin(Jobseeker, col(Jobseeker.person_id) == col(Event.person_id))
        .where(Event.kind == "asked-for-person", col(Jobseeker.person_id).is_(None))
        .limit(MOST)
    )
    return [
        Waiting(
            "question",
            event.at,
            f"/console/berichten/{event.person_id}",
            {"name": ["words", person.name or "?"]},
            due=event.at + timedelta(days=1),
        )
        for event, person in (await work.tx.exec(query)).all()
        if who.person_id in await caseload.of_person(work, person.id or 0)
    ]


async def _questions(work: Work, who: Viewer) -> list[Waiting]:
    """Questions for a person that nobody answered yet."""
    newest = _newest_words()
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
            f"/console/werkzoekenden/{event.person_id}#vragen",
            {"name": ["words", person.name or "?"]},
            due=event.at + timedelta(days=1),
        )
        for event, row, person in (await work.tx.exec(query)).all()
        if row.coach_id in {None, *who.stands_for}
    ]


async def _unreachable(work: Work, who: Viewer) -> list[Waiting]:
    query = (
        select(Person)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Person.id))
        .where(col(Jobseeker.coach_id).in_(who.stands_for), col(Person.unreachable).is_not(None))
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
    """What could not be handled: one row, whatever the number."""
    query = select(Inbox).where(col(Inbox.parked).is_not(None)).order_by(col(Inbox.parked))
    oldest = (await work.tx.exec(query.limit(1))).first()
    if oldest is None or oldest.parked is None:
        return []
    args = {"n": (await parked.counts(work)).parked}
    return [Waiting("parked", oldest.parked, "/console/beheer", args, due=oldest.parked)]


async def _invitations(work: Work) -> list[Waiting]:
    return [
        Waiting(
            "invited",
            link.created,
            "/console/beheer",
            {"name": ["words", str(link.facts.get("name") or "?")]},
            due=link.expires,
        )
        for link in await staffing.invitations(work)
    ]


async def counts(work: Work, who: Viewer) -> dict[str, int]:
    """The numbers in the menu: only of what this member of staff may open."""
    found = {"today": len(await today(work, who))}
    if who.role in rights.COACHING or who.role == "regional_manager":
        mine = col(Jobseeker.coach_id).in_(who.stands_for)
        scope = mine if who.role in rights.COACHING else rights.jobseeker_scope(who)
        query = select(func.count()).select_from(Jobseeker).where(scope)
        found["people"] = (await work.tx.exec(query)).one()
    if who.role in rights.CASEWORK:
        query = select(func.count()).select_from(Vacancy).where(Vacancy.status == "open")
        found["vacancies"] = (await work.tx.exec(query)).one()
        found["placements"] = await placed.count(work, who)
    return found
