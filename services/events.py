"""The event log: what happened, by whom, when. Appended only; codes and ids, never words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlmodel import col, select

from services import audit
from services.store.models import Event, Person, Remark, Staff
from services.unit_of_work import Work

PROGRAM = "program"


async def log(
    work: Work,
    kind: str,
    *,
    actor: int | None = None,
    about: int | None = None,
    subject: tuple[str, int] | None = None,
    words: str = "",
    **codes: Any,
) -> Event:
    """Append what happened. `words` (a reason in somebody's own words) go to an erasable table."""
    event = Event(
        at=work.now,
        kind=kind,
        actor_id=actor,
        role=await _role(work, actor, about),
        person_id=about,
        subject=subject[0] if subject else "",
        subject_id=subject[1] if subject else None,
        codes=codes,
    )
    work.tx.add(event)
    if kind in audit.LOGGED:
        await audit.note(work, kind, actor=actor, people=[about] if about else (), **codes)
    owner = about or actor
    if words and owner:
        await work.tx.flush()
        work.tx.add(
            Remark(
                event_id=event.id,
                person_id=owner,
                author_id=actor,
                words=words,
                created=work.now,
            )
        )
    return event


async def _role(work: Work, actor: int | None, about: int | None) -> str:
    if actor is None:
        return PROGRAM
    staff = await work.tx.get(Staff, actor)
    if staff is not None:
        return staff.role
    return "self" if actor == about else "employer"


async def of_subject(work: Work, subject: str, subject_id: int) -> Sequence[Event]:
    """All that happened to one thing, oldest first."""
    rows = await work.tx.exec(
        select(Event)
        .where(Event.subject == subject, Event.subject_id == subject_id)
        .order_by(col(Event.id))
    )
    return rows.all()


async def names_of(work: Work, events: Sequence[Event]) -> dict[int, str]:
    """The actors of events by name: every step was decided by a named person."""
    return await names(work, {event.actor_id for event in events if event.actor_id})


async def names(work: Work, ids: Collection[int]) -> dict[int, str]:
    """What these people want to be called, by number."""
    rows = await work.tx.exec(select(Person).where(col(Person.id).in_(ids)))
    return {person.id: person.name or "" for person in rows.all() if person.id}
