"""The rights of a person over their own data: read it, take it along, erase it (AVG 15-20)."""

from __future__ import annotations

import secrets
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import SQLModel, col, select

from services import consents, events, matches, traces, urgent
from services.people import CORE, LATER
from services.store.models import (
    Address,
    Contact,
    Document,
    Dossier,
    Event,
    Inbox,
    Jobseeker,
    Link,
    Match,
    Message,
    Person,
    Remark,
    Talk,
    Urgent,
    Visit,
)
from services.work import Work


async def export(work: Work, person_id: int) -> dict[str, Any]:
    """Everything that is kept about somebody, as a JSON document of their own."""
    person = await work.get(Person, person_id)
    jobseeker = await work.tx.get(Jobseeker, person_id)
    dossier = await work.tx.get(Dossier, person_id)
    return {
        "made": work.now.isoformat(),
        "person": {
            "name": person.name,
            "full_name": person.full_name,
            "phone": person.phone,
            "email": person.email,
            "language": person.language,
            "since": person.created.isoformat(),
        },
        "profile": jobseeker.profile if jobseeker else {},
        "own_words": (jobseeker.said if jobseeker else None) or {},
        "confirmed": jobseeker.confirmed if jobseeker else {},
        "for_my_coach": (dossier.facts if dossier else None) or {},
        "matches": [
            {"vacancy": m.vacancy_id, "state": m.state, "since": m.since.isoformat()}
            for m in await _rows(work, Match, col(Match.jobseeker_id) == person_id)
        ],
        "consents": await _consents(work, person_id) if jobseeker else [],
        **await traces.export(work, person_id),
        "in_danger": await urgent.export(work, person_id),
        "conversation": [
            {"at": m.created.isoformat(), "by": "werklijn" if m.ours else "me", "body": m.body}
            for m in await _rows(work, Message, col(Message.person_id) == person_id)
        ],
        "history": [
            {"at": e.at.isoformat(), "what": e.kind, "by": e.role, "codes": e.codes}
            for e in await _rows(work, Event, col(Event.person_id) == person_id)
        ],
        "remarks": [r.words for r in await _rows(work, Remark, col(Remark.person_id) == person_id)],
    }


async def _consents(work: Work, person_id: int) -> list[dict[str, Any]]:
    return [
        {
            "what": each.what[1:],
            "given": each.given,
            "since": each.since.isoformat() if each.since else None,
        }
        for each in await consents.of(work, person_id)
    ]


async def _rows(work: Work, table: Any, condition: Any) -> Any:
    return (await work.tx.exec(select(table).where(condition))).all()


async def viewers(work: Work, person_id: int) -> list[tuple[Event, str]]:
    """Who looked at somebody's file, newest first, by name."""
    query = (
        select(Event)
        .where(Event.person_id == person_id, Event.kind == "viewed")
        .order_by(col(Event.id).desc())
        .limit(50)
    )
    seen = (await work.tx.exec(query)).all()
    names = await events.names_of(work, seen)
    return [(event, names.get(event.actor_id or 0, "?")) for event in seen]


async def erase(work: Work, person: Person) -> None:
    """Remove somebody: rows go, the log keeps what happened under a number nobody knows.

    What is open ends first, so that employers and coaches are not left waiting. The person row
    stays, empty, because others' rows point to it.
    """
    person_id, nobody = person.id or 0, -secrets.randbelow(2**31 - 2) - 1
    await traces.erase(work, person_id, nobody)
    rows = await work.tx.exec(select(Match).where(Match.jobseeker_id == person_id))
    await matches.withdraw_all(work, rows.all(), "erased")
    await events.log(work, "erased", actor=person_id, about=person_id)
    await work.tx.flush()
    for name in ("person_id", "actor_id"):
        column = getattr(Event, name)
        await work.tx.exec(update(Event).where(column == person_id).values({name: nobody}))
    kept_matches = select(Match.id).where(Match.jobseeker_id == person_id)
    await work.tx.exec(
        update(Event)
        .where(col(Event.subject) == "match", col(Event.subject_id).in_(kept_matches))
        .values(subject_id=nobody)
    )
    for table, column in _OWN:
        await work.tx.exec(delete(table).where(col(column) == person_id))
    person.name = person.full_name = person.phone = person.email = None
    person.source, person.erased = "", work.now


_OWN: tuple[tuple[type[SQLModel], Any], ...] = (
    (Remark, Remark.person_id),
    (Urgent, Urgent.person_id),
    (Match, Match.jobseeker_id),
    (Document, Document.person_id),
    (Dossier, Dossier.person_id),
    (Jobseeker, Jobseeker.person_id),
    (Contact, Contact.person_id),
    (Talk, Talk.person_id),
    (Message, Message.person_id),
    (Link, Link.person_id),
)

FIELDS = (*CORE, *LATER)
_AFTER_FAREWELL: tuple[tuple[type[SQLModel], Any], ...] = (
    (Inbox, Inbox.person_id),
    (Message, Message.person_id),
    (Visit, Visit.person_id),
    (Address, Address.person_id),
)


async def forget(work: Work, person_id: int) -> None:
    """The last step, a minute after the farewell was sent: how they could be reached goes too."""
    for table, column in _AFTER_FAREWELL:
        done = col(Inbox.done).is_not(None) if table is Inbox else True
        await work.tx.exec(delete(table).where(col(column) == person_id, done))  # type: ignore[arg-type]
