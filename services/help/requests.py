"""Talking to a person: words carried between somebody and their coach or account manager.

Both sides see the other by role and first name, never a number (CON-01, PRV-06).
"""

from __future__ import annotations

from sqlmodel import col, select

from services import caseload, events
from services.messages import message, outbox
from services.store.models import Event, Person, Staff
from services.texts import refs
from services.unit_of_work import Work


async def asks(work: Work, person_id: int) -> bool:
    """Does a question of theirs wait for an answer?"""
    query = (
        select(Event.kind)
        .where(Event.person_id == person_id)
        .where(col(Event.kind).in_(("asked-for-person", "answered")))
        .order_by(col(Event.id).desc())
    )
    return (await work.tx.exec(query.limit(1))).first() == "asked-for-person"


async def ask(work: Work, person: Person, words: str) -> list[int]:
    """Carry a question to whoever is there for somebody. Returns who they are."""
    staff = await caseload.of_person(work, person.id or 0)
    event = await events.log(
        work, "asked-for-person", actor=person.id, about=person.id, words=words
    )
    for staff_id in staff:
        body = outbox.line(
            "relay-from-client",
            name=refs.name(person.id or 0),
            words=refs.kept("remark", event.id),
        )
        label = refs.text("relay-answer")
        body = body.with_buttons(message.opens("relay", label, person.id))
        outbox.tell(work, staff_id, body)
    return staff


async def answer(work: Work, from_staff: int, to_person: int, words: str) -> None:
    """Carry an answer back, into the same chat."""
    staff = await work.get(Staff, from_staff)
    body = outbox.line(
        "relay-from-staff",
        name=refs.name(from_staff),
        role=refs.text(f"role-{staff.role}"),
        words=refs.words(words),
    )
    body = body.with_buttons(message.opens("ask", refs.text("relay-reply")))
    outbox.tell(work, to_person, body, kind="promise")
    await events.log(work, "answered", actor=from_staff, about=to_person, words=words)
