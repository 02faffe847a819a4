"""What an employer finds on their own page: vacancies, introductions, whom they meet, whom to call.

Everything is a reference or a number, as in `cards`; who a person is stands here only after both
said yes (who-sees-what), and counts of people are never told, only what we are doing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from services import caseload, employers, events, rights, vacancies
from services.matches import cards, meetings
from services.messages import naming
from services.store.models import Employer, Match, Person, Vacancy
from services.texts import refs
from services.texts.refs import Ref
from services.unit_of_work import Work

WEEKS = (2, 4, 8)  # how much longer a vacancy may be kept open with one press


@dataclass(frozen=True)
class Own:
    """A vacancy of theirs: what we are doing for it, how many cards wait, and what can be done."""

    row: Vacancy
    doing: Ref
    waiting: int

    @property
    def renewable(self) -> bool:
        """Can it be kept open longer?"""
        return self.row.status in ("open", "hold", "expired")


@dataclass(frozen=True)
class Waiting:
    """Somebody without a name who wants this work: the card, line by line."""

    match_id: int
    title: str
    lines: Sequence[Ref]


@dataclass(frozen=True)
class Met:
    """Somebody they meet: name and number only when both agreed, and when they meet."""

    title: str
    who: Ref | None
    number: Ref | None
    when: Ref | None


@dataclass(frozen=True)
class MyPage:
    """The whole page."""

    employer: Employer
    contact: dict[str, Ref]
    waiting: Sequence[Waiting]
    meeting: Sequence[Met]
    vacancies: Sequence[Own]
    people: frozenset[int]  # whose card or name stands on it


async def page(work: Work, person: Person, employer: Employer) -> MyPage:
    """Everything about one employer, as one of its contacts may see it."""
    rows = await employers.reported_by(work, employer.id or 0)
    found = await _matches(work, rows)
    titles = {row.id: row.title for row in rows}
    return MyPage(
        employer=employer,
        contact=await contact(work, employer),
        waiting=[
            await _waiting(work, each, titles[each.vacancy_id])
            for each in found
            if each.state == "introduced" and rights.card_visible_to_employer(each, employer)
        ],
        meeting=await _met(work, person, found, titles),
        vacancies=[_own(row, employer, found) for row in rows],
        people=frozenset(each.jobseeker_id for each in found if _shows(each, employer)),
    )


def _shows(match: Match, employer: Employer) -> bool:
    """Does somebody's card, name or number stand on the page?"""
    if match.state == "introduced":
        return rights.card_visible_to_employer(match, employer)
    return match.state in ("invited", "met") and rights.names_visible_to_employer(match)


async def _matches(work: Work, rows: Iterable[Vacancy]) -> Sequence[Match]:
    query = select(Match).where(col(Match.vacancy_id).in_([row.id for row in rows]))
    return (await work.tx.exec(query.order_by(col(Match.since), col(Match.id)))).all()


async def _waiting(work: Work, match: Match, title: str) -> Waiting:
    told = await cards.for_employer(work, match)
    return Waiting(match.id or 0, title, told["card"][1:])


async def _met(
    work: Work, person: Person, found: Iterable[Match], titles: dict[int | None, str]
) -> list[Met]:
    planned = {each.match_id: each for each in await meetings.upcoming(work, person.id or 0)}
    rows = []
    for match in found:
        if match.state not in ("invited", "met"):
            continue
        known: dict[str, Ref] = {}
        if rights.names_visible_to_employer(match):
            known = await naming.in_words(work, cards.contact(match.jobseeker_id))
        meeting = planned.get(match.id or 0) if known else None
        when = refs.moment(meeting.starts) if meeting else None
        rows.append(Met(titles[match.vacancy_id], known.get("who"), known.get("number"), when))
    return rows


def _own(row: Vacancy, employer: Employer, found: Iterable[Match]) -> Own:
    states = [match.state for match in found if match.vacancy_id == row.id]
    return Own(row, _doing(row, employer, states), states.count("introduced"))


def _doing(row: Vacancy, employer: Employer, states: Sequence[str]) -> Ref:
    """The one thing that goes on now. How many people we talk with is not told."""
    if row.status != "open":
        return refs.text(f"mine-doing.{row.status}")
    if row.demands.get("strike"):
        return refs.text("mine-doing.strike")
    if employer.verified is None:
        return refs.text("mine-doing.check")
    if "introduced" in states:
        return refs.text("mine-doing.you")
    if {"invited", "met"} & set(states):
        return refs.text("mine-doing.meeting")
    if not row.answer.get("sent"):
        due = refs.moment(vacancies.due(row))
        return refs.text("mine-doing-answer", due=due)
    if {"proposed", "approved", "interested"} & set(states):
        return refs.text("mine-doing.talking")
    return refs.text("mine-doing.looking")


async def contact(work: Work, employer: Employer) -> dict[str, Ref]:
    """Whom an employer can call: the account manager, or else the counter of the region."""
    managers = await caseload.of_employer(work, employer)
    person = await work.tx.get(Person, managers[0]) if managers else None
    door = work.region.front_door
    number = person.phone if person else None
    return {
        "who": refs.words((person.name if person else None) or door.name),
        "number": refs.phone(number) if number else refs.words(door.phone),
    }


async def own_vacancy(work: Work, employer: Employer, vacancy_id: int) -> Vacancy:
    """A vacancy of this employer; LookupError for anything else."""
    row = await work.get(Vacancy, vacancy_id)
    if row.employer_id != employer.id:
        raise LookupError("not theirs")
    return row


async def introduced(work: Work, employer: Employer, match_id: int) -> Match:
    """A match this employer was told of; LookupError for one they should not know exists."""
    match = await work.get(Match, match_id)
    await own_vacancy(work, employer, match.vacancy_id)
    if not rights.card_visible_to_employer(match, employer) and not await _was_shown(work, match):
        raise LookupError("never shown")
    return match


async def _was_shown(work: Work, match: Match) -> bool:
    """A pair that was withdrawn may have been shown before."""
    kinds = {event.kind for event in await events.of_subject(work, "match", match.id or 0)}
    return "match-introduced" in kinds
