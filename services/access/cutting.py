"""A lost phone or computer: where somebody's conversation is open, and shutting all of it.

Whoever holds a phone that was lost is its owner to us, until this. A colleague who checked who asks
shuts every way in; what stood on the phone stays there. She hears of it by the next door she comes
in through, because there is no other left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import col, select

from services import audit, events
from services.messages import outbox
from services.store.models import Address, Event, Link, Person, Staff, Visit
from services.texts import refs
from services.unit_of_work import Work

CUT = "ways-cut"
BREACH = "breach"  # shut by an administrator, without being asked
CHECKED = ("seen", "answered")  # sits here, or called and knew what only she knows


@dataclass(frozen=True)
class Way:
    """One place where a conversation is open: the channel, and when it was used last."""

    channel: str  # telegram | web
    used: datetime


async def ways_in(work: Work, person_id: int) -> Sequence[Way]:
    """Where somebody is in now, newest first: browsers by their cookie, phones by their chat."""
    visits = select(Visit.used).where(
        Visit.person_id == person_id, Visit.kind == "chat", col(Visit.expires) > work.now
    )
    phones = select(Address.channel, Address.used).where(
        Address.person_id == person_id, Address.channel != "web"
    )
    found = [Way("web", used) for used in (await work.tx.exec(visits)).all()]
    found += [Way(channel, used) for channel, used in (await work.tx.exec(phones)).all()]
    return sorted(found, key=lambda each: each.used, reverse=True)


async def cut(work: Work, person_id: int, actor: int, how: str) -> None:
    """Shut every way in after who she is was checked; logged with how. Not of a colleague."""
    if how not in CHECKED:
        raise ValueError(f"no such check: {how}")
    if await work.tx.get(Staff, person_id) is not None:
        raise LookupError("staff come in through the console")
    await shut(work, person_id, actor, how)
    await audit.note(work, CUT, actor=actor, people=[person_id], how=how)


async def shut(work: Work, person_id: int, actor: int | None, how: str) -> None:
    """No browser, phone or code opens this conversation any more, and nothing is sent there.

    The chat of a colleague stays theirs: nothing is decided there without the console, and a new
    invitation must find them again.
    """
    await work.tx.flush()
    staff = await work.tx.get(Staff, person_id) is not None
    for table in (Visit, Link) if staff else (Visit, Link, Address):
        theirs = delete(table).where(col(table.person_id) == person_id)
        await work.tx.exec(theirs.execution_options(synchronize_session=False))
    if not staff:
        person = await work.get(Person, person_id)
        person.unreachable = person.unreachable or work.now
        await events.log(work, CUT, actor=actor, about=person_id, how=how)


async def tell_who_is_back(work: Work, person: Person) -> None:
    """By the first door after it: that all was shut, by whom and when."""
    query = (
        select(Event)
        .where(Event.person_id == person.id, col(Event.kind).in_((CUT, "code-used")))
        .order_by(col(Event.id).desc())
    )
    last = (await work.tx.exec(query.limit(1))).first()
    person.unreachable = None
    if last is None or last.kind != CUT:
        return
    told: dict[str, Any] = {
        "phone": refs.words(work.region.front_door.phone),
        "at": refs.moment(last.at),
    }
    told["name"] = refs.name(last.actor_id) if last.actor_id else refs.text("ways-cut-us")
    text = "ways-cut-breach" if last.codes.get("how") == BREACH else "ways-cut-told"
    outbox.tell(work, person.id or 0, outbox.line(text, **told), kind="promise")
