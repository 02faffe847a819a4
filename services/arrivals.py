"""The door: what comes in from a channel becomes inbox rows, each once, whoever it is from.

Only after `receive` has been committed may a channel answer 200 or move its polling offset.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import bindparam, exists, or_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, col, select

from services import texts
from services.store.db import Utc
from services.store.models import Address, Inbox, Person
from services.store.sealed import ring
from services.work import Work


@dataclass(frozen=True)
class Incoming:
    """One thing somebody sent, before anybody looked at it. The payload is sealed and short-lived.

    Either `address` (the chat id on the channel) or `person_id` (a web session) says who.
    """

    channel: str
    event_id: str
    kind: str  # reply | left (the person blocked or left the chat) | back
    payload: dict[str, Any] = field(default_factory=dict)
    address: str = ""
    person_id: int | None = None
    language: str = ""


OFTEN = timedelta(minutes=10)  # so old may be what is written of where somebody was heard last
_OTHER = aliased(Address)
_NOT_NEWEST: Any = select(Address.id, Address.channel, Address.person_id).where(
    col(Address.person_id).in_(bindparam("ids", expanding=True)),
    or_(
        col(Address.used) < bindparam("old", type_=Utc),
        exists().where(
            col(_OTHER.person_id) == col(Address.person_id),
            col(_OTHER.used) >= col(Address.used),
            col(_OTHER.id) != col(Address.id),
        ),
    ),
)


async def receive(work: Work, items: Sequence[Incoming]) -> None:
    """Store a batch in one go. A repeat of an event is silently one row."""
    known = await _people(work, [item for item in items if item.person_id is None])
    rows = [
        {
            "channel": item.channel,
            "event_id": item.event_id,
            "person_id": item.person_id or known[(item.channel, item.address)],
            "kind": item.kind,
            "payload": item.payload,
            "due": work.now,
            "created": work.now,
            "attempts": 0,
            "error": "",
        }
        for item in items
    ]
    if rows:
        await _insert_new(work, Inbox, rows, ["channel", "event_id"])
        await _heard_from(work, {(row["channel"], row["person_id"]) for row in rows})


async def unanswered(work: Work, person_id: int) -> bool:
    """Did somebody say what nobody looked at yet?"""
    waiting = (
        col(Inbox.person_id) == person_id,
        col(Inbox.done).is_(None),
        col(Inbox.parked).is_(None),
        col(Inbox.due) <= work.now,
    )
    return (await work.tx.exec(select(Inbox.id).where(*waiting).limit(1))).first() is not None


async def _heard_from(work: Work, where: set[tuple[Any, Any]]) -> None:
    """Somebody with two channels is answered where they spoke last; written down when it changes.

    Every ten minutes it is anyway, so that it stays right when another channel comes.
    """
    people = [person_id for _, person_id in where]
    found = (await work.tx.exec(_NOT_NEWEST, params={"ids": people, "old": work.now - OFTEN})).all()
    ids = [address_id for address_id, *pair in found if tuple(pair) in where]
    if ids:
        used = update(Address).where(col(Address.id).in_(ids)).values(used=work.now)
        await work.tx.exec(used.execution_options(synchronize_session=False))


async def _people(work: Work, items: Sequence[Incoming]) -> dict[tuple[str, str], int]:
    """The person behind each address; somebody new becomes a person here."""
    wanted = {(i.channel, i.address): i for i in items}
    keys = {ring().lookup(*pair): pair for pair in wanted}
    found = await _lookup(work, keys)
    missing = [pair for key, pair in keys.items() if pair not in found]
    if not missing:
        return found
    people = [_somebody(work, wanted[pair]) for pair in missing]
    work.tx.add_all(people)
    await work.tx.flush()
    rows = [
        {
            "person_id": person.id,
            "channel": channel,
            "key": ring().lookup(channel, address),
            "address": address,
            "used": work.now,
        }
        for person, (channel, address) in zip(people, missing, strict=True)
    ]
    # One order everywhere: two processes that meet the same newcomers must not block each other.
    rows.sort(key=lambda row: str(row["key"]))
    await _insert_new(work, Address, rows, ["channel", "key"])
    # Another process may have met the same newcomer first: the unique key decided who it is.
    found = await _lookup(work, keys)
    ours = set(found.values())
    for person in people:
        if person.id not in ours:
            await work.tx.delete(person)
    return found


def _somebody(work: Work, item: Incoming) -> Person:
    language = item.language if item.language in texts.languages() else texts.FIRST
    return Person(language=language, created=work.now)


async def _lookup(work: Work, keys: dict[str, tuple[str, str]]) -> dict[tuple[str, str], int]:
    if not keys:
        return {}
    query = select(Address.key, Address.person_id).where(col(Address.key).in_(list(keys)))
    return {keys[key]: person_id for key, person_id in (await work.tx.exec(query)).all()}


async def _insert_new(
    work: Work, table: type[SQLModel], rows: list[dict[str, Any]], unique: list[str]
) -> None:
    dialect = sqlite if work.tx.get_bind().dialect.name == "sqlite" else postgresql
    insert = dialect.insert(table).on_conflict_do_nothing(index_elements=unique)
    await (await work.tx.connection()).execute(insert, rows)  # one statement for any number
