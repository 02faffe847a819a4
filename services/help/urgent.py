"""Somebody is in danger: who reads it when, telling them at once, and what is kept (danger-first).

The words stand in a table of their own. They are no answer, no note and no reason for a score; the
conversation, the dossier and the event log do not have them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import delete
from sqlmodel import col, select

from services import caseload, employers, events, matches, rights
from services.messages import message, outbox
from services.rights import Viewer
from services.store.models import Jobseeker, Urgent
from services.texts import refs
from services.unit_of_work import Work

ALERT_AGAIN = timedelta(hours=1)  # more words of the same person are not told again so soon
ASKED_LASTS = timedelta(days=7)  # words of somebody who was asked how they are, and did not say
HOW = ("read", "called")
MOST = 200


@dataclass(frozen=True)
class Readers:
    """Who reads it: whom it is told, and what they are to the person."""

    people: tuple[int, ...]
    who: str  # coach | team | manager | lead: names the text
    team: str
    spared: int | None = None


async def keep(work: Work, person_id: int, kind: str, words: str, *, lead_only: bool) -> Urgent:
    """Keep the words; nobody is told yet."""
    row = Urgent(person_id=person_id, kind=kind, words=words, lead_only=lead_only, created=work.now)
    work.tx.add(row)
    await work.tx.flush()
    return row


async def drop(work: Work, urgent_id: int) -> None:
    """Nobody has to be told: the words are not kept."""
    row = await work.tx.get(Urgent, urgent_id)
    if row is not None and row.raised is None:
        await work.tx.delete(row)


async def tell(work: Work, row: Urgent) -> Readers:
    """Tell whoever reads it, without a name or words; returns who that is."""
    readers = await _readers(work, row)
    again = await _told_lately(work, row)
    row.raised, row.told = work.now, list(readers.people)
    row.team, row.spared_id = readers.team, readers.spared
    await events.log(work, "urgent-told", subject=("urgent", row.id or 0))
    for staff_id in () if again else readers.people:
        url = f"{work.public_url}/console/dringend"
        body = outbox.line("urgent-told", url=refs.words(url))
        body = body.with_buttons(message.command("console"))
        outbox.tell(work, staff_id, body, kind="promise")
    return readers


async def _told_lately(work: Work, row: Urgent) -> bool:
    query = select(Urgent.id).where(
        Urgent.person_id == row.person_id,
        Urgent.lead_only == row.lead_only,
        col(Urgent.seen).is_(None),
        col(Urgent.raised) > work.now - ALERT_AGAIN,
    )
    return (await work.tx.exec(query.limit(1))).first() is not None


async def _readers(work: Work, row: Urgent) -> Readers:
    """The coach, the account manager or the team; only the lead where a colleague is threatened."""
    jobseeker = await work.tx.get(Jobseeker, row.person_id)
    employer = None if jobseeker else await employers.of_person(work, row.person_id)
    own = jobseeker.coach_id if jobseeker else employer.account_manager_id if employer else None
    team = jobseeker.team if jobseeker else employer.team if employer else ""
    team = team or await caseload.first_team(work, row.person_id)
    if row.lead_only:
        return Readers(tuple(await leads(work, team, own)), "lead", team, own)
    helpers = await caseload.of_person(work, row.person_id)
    who = "manager" if employer else "coach" if own in helpers else "team"
    return Readers(tuple(helpers), who, team)


async def leads(work: Work, team: str, spared: int | None) -> list[int]:
    """Who leads a team, but for the one who is spared; else whoever oversees the region."""
    found = [each for each in await caseload.leads(work, team) if each != spared]
    return found or [each for each in await caseload.overseers(work) if each != spared]


async def next_reader(work: Work, row: Urgent) -> int | None:
    """Who hears of it when nobody opened it: a lead it was not told, else one it was."""
    found = await leads(work, row.team, row.spared_id)
    found += [each for each in await caseload.overseers(work) if each != row.spared_id]
    return next((each for each in found if each not in row.told), next(iter(found), None))


async def names_a_helper(work: Work, person_id: int, words: str) -> bool:
    """Does somebody name the colleague who looks after them?"""
    typed = set(words.casefold().split())
    helpers = await caseload.of_person(work, person_id)
    names = [await matches.person_name(work, each) for each in helpers]
    return any(name and name.split()[0].casefold() in typed for name in names)


async def waiting(work: Work, who: Viewer) -> list[Urgent]:
    """What this member of staff may read and nobody dealt with yet, the oldest first."""
    query = (
        select(Urgent, Jobseeker.coach_id)
        .outerjoin(Jobseeker, col(Jobseeker.person_id) == col(Urgent.person_id))
        .where(col(Urgent.raised).is_not(None), col(Urgent.done).is_(None))
        .order_by(col(Urgent.id))
        .limit(MOST)
    )
    rows = (await work.tx.exec(query)).all()
    return [row for row, coach in rows if rights.may_read_urgent(who, row, coach)]


async def may_open(work: Work, who: Viewer, urgent_id: int) -> Urgent:
    """One of them; LookupError for whoever may not read it."""
    row = await work.get(Urgent, urgent_id)
    jobseeker = await work.tx.get(Jobseeker, row.person_id)
    coach = jobseeker.coach_id if jobseeker else None
    if row.raised is None or not rights.may_read_urgent(who, row, coach):
        raise LookupError("not yours")
    return row


async def looked(work: Work, who: Viewer, row: Urgent) -> None:
    """Every look is written down, for whoever it is about."""
    row.seen = row.seen or work.now
    await events.log(work, "viewed", actor=who.person_id, about=row.person_id, urgent=row.id)


async def settle(work: Work, who: Viewer, row: Urgent, how: str) -> None:
    """It was read, or somebody called."""
    row.done, row.done_by, row.how = work.now, who.person_id, how
    row.seen = row.seen or work.now
    await events.log(
        work, "urgent-done", actor=who.person_id, subject=("urgent", row.id or 0), how=how
    )


async def export(work: Work, person_id: int) -> list[dict[str, Any]]:
    """Their own words, and when somebody read them."""
    query = select(Urgent).where(Urgent.person_id == person_id).order_by(col(Urgent.id))
    return [
        {
            "at": row.created.isoformat(),
            "words": row.words,
            "read": row.seen.isoformat() if row.seen else None,
        }
        for row in (await work.tx.exec(query)).all()
    ]


async def expire(work: Work) -> None:
    """Words of somebody who was asked how they are and never said: nobody had to be told."""
    await work.tx.exec(
        delete(Urgent)
        .where(col(Urgent.raised).is_(None), col(Urgent.created) < work.now - ASKED_LASTS)
        .execution_options(synchronize_session=False)
    )
