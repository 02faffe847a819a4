"""The door: what comes in from a channel becomes inbox rows, each once, whoever it is from.

Only after `receive` has been committed may a channel answer 200 or move its polling offset.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from services.unit_of_work import Work


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
_OUT_OF_DATE: Any = or_(
    col(Address.used) < bindparam("old", type_=Utc),
    exists().where(
        col(_OTHER.person_id) == col(Address.person_id),
        col(_OTHER.used) >= col(Address.used),
        col(_OTHER.id) != col(Address.id),
    ),
).label("out_of_date")
_OF_KEYS: Any = col(Address.channel).in_(bindparam("channels", expanding=True)) & col(
    Address.key
).in_(bindparam("keys", expanding=True))
_OF_PEOPLE: Any = col(Address.person_id).in_(bindparam("ids", expanding=True))
_KNOWN: Any = (  # built once
    select(Address.id, Address.key, Address.channel, Address.person_id)
    .add_columns(_OUT_OF_DATE)
    .where(or_(_OF_KEYS, _OF_PEOPLE))
)
_USED: Any = (
    update(Address)
    .where(col(Address.id).in_(bindparam("ids", expanding=True)))
    .values(used=bindparam("now", type_=Utc))
    .execution_options(synchronize_session=False)
)


async def receive(work: Work, items: Sequence[Incoming]) -> None:
    """Store a batch in one go. A repeat of an event is silently one row."""
    wanted = {(i.channel, i.address): i for i in items if i.person_id is None}
    keys = {key: pair for pair in wanted for key in ring().lookups(*pair)}
    ids = {item.person_id for item in items if item.person_id is not None}
    channels = {channel for channel, _ in wanted}
    given = {"channels": list(channels), "keys": list(keys), "ids": list(ids)}
    addresses = (await work.tx.exec(_KNOWN, params={**given, "old": work.now - OFTEN})).all()
    known = {keys[each.key]: each.person_id for each in addresses if each.key in keys}
    missing = {ring().lookup(*pair): item for pair, item in wanted.items() if pair not in known}
    known |= await _newcomers(work, missing)
    rows = [
        {
            "channel": item.channel,
            "event_id": item.event_id,
            "person_id": item.person_id or known[(item.channel, item.address)],
            "kind": item.kind,
            "payload": _writable(item.payload),
            "due": work.now,
            "created": work.now,
            "attempts": 0,
            "error": "",
        }
        for item in items
    ]
    if rows:
        await _insert_new(work, Inbox, rows, ["channel", "event_id"])
        where = {(row["channel"], row["person_id"]) for row in rows}
        stale = [a.id for a in addresses if a.out_of_date and (a.channel, a.person_id) in where]
        await _heard_from(work, stale)


def _writable(said: Any) -> Any:
    """The same without what cannot be written: NUL, and halves of a sign (lone surrogates)."""
    if isinstance(said, str):
        return said.replace("\0", "").encode("utf-8", "replace").decode()
    if isinstance(said, Mapping):
        return {_writable(key): _writable(value) for key, value in said.items()}
    if isinstance(said, list | tuple):
        return [_writable(each) for each in said]
    return said


async def unanswered(work: Work, person_id: int) -> bool:
    """Did somebody say what nobody looked at yet?"""
    waiting = (
        col(Inbox.person_id) == person_id,
        col(Inbox.done).is_(None),
        col(Inbox.parked).is_(None),
        col(Inbox.due) <= work.now,
    )
    return (await work.tx.exec(select(Inbox.id).where(*waiting).limit(1))).first() is not None


async def _heard_from(work: Work, address_ids: Sequence[int]) -> None:
    """Somebody with two channels is answered where they spoke last; written down when it changes.

    Every ten minutes it is anyway, so that it stays right when another channel comes.
    """
    if address_ids:
        await work.tx.exec(_USED, params={"ids": list(address_ids), "now": work.now})


async def _newcomers(work: Work, items: Mapping[str, Incoming]) -> dict[tuple[str, str], int]:
    """Somebody new becomes a person here. Items by the key of their address."""
    if not items:
        return {}
    people = [_somebody(work, item) for item in items.values()]
    work.tx.add_all(people)
    await work.tx.flush()
    rows = [
        {
            "person_id": person.id,
            "channel": item.channel,
            "key": key,
            "address": item.address,
            "used": work.now,
        }
        for person, (key, item) in zip(people, items.items(), strict=True)
    ]
    # One order everywhere: two processes that meet the same newcomers must not block each other.
    rows.sort(key=lambda row: str(row["key"]))
    await _insert_new(work, Address, rows, ["channel", "key"])
    # Another process may have met the same newcomer first: the unique key decided who it is.
    query = select(Address.key, Address.person_id)
    channels = {item.channel for item in items.values()}
    here = col(Address.channel).in_(channels) & col(Address.key).in_(list(items))
    found = dict((await work.tx.exec(query.where(here))).all())
    for person in people:
        if person.id not in found.values():
            await work.tx.delete(person)
    return {(item.channel, item.address): found[key] for key, item in items.items()}


def _somebody(work: Work, item: Incoming) -> Person:
    language = item.language if item.language in texts.languages() else texts.FIRST
    return Person(language=language, created=work.now)


async def _insert_new(
    work: Work, table: type[SQLModel], rows: list[dict[str, Any]], unique: list[str]
) -> None:
    dialect = sqlite if work.tx.get_bind().dialect.name == "sqlite" else postgresql
    insert = dialect.insert(table).on_conflict_do_nothing(index_elements=unique)
    await (await work.tx.connection()).execute(insert, rows)  # one statement for any number
