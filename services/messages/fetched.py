"""What arrived on the web: a message there has arrived when a page of its reader fetched it.

The channel has no 200 of its own: a stored message waits for a page. So `sent` says that it is
ready there, and `fetched` that a page showed it; on Telegram the platform's 200 is enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal_column, or_, update
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from services.store.models import Message, Person
from services.unit_of_work import Work

WEB = "web"


@dataclass(frozen=True)
class Unfetched:
    """What somebody has not fetched: how much, since when, and since when something promised."""

    person_id: int
    number: int
    since: datetime
    promised: datetime | None  # the oldest of kind promise


async def mark(work: Work, person_id: int, last: int) -> None:
    """A page of this person shows their messages up to this number."""
    await work.tx.exec(
        update(Message)
        .where(
            col(Message.person_id) == person_id,
            col(Message.id) <= last,
            col(Message.ours),
            col(Message.fetched).is_(None),
        )
        .values(fetched=work.now)
        .execution_options(synchronize_session=False)
    )


def _ready() -> ColumnElement[bool]:
    """What the index of messages that no page fetched holds; in the words it was made with."""
    return and_(
        col(Message.fetched).is_(None),
        col(Message.channel) == literal_column(f"'{WEB}'"),
        col(Message.sent).is_not(None),
    )


def lately(since: datetime) -> SelectOfScalar[int]:
    """The numbers of people for whom something became ready since then, and was not fetched."""
    return select(Message.person_id).where(_ready(), col(Message.sent) > since)


def _missing() -> ColumnElement[bool]:
    """Ready on the web, fetched by no page, not told otherwise, and nothing heard from them since.

    Who says something sees what stands there, also when the page's own word of it was lost.
    """
    return and_(
        _ready(),
        col(Message.ours),
        col(Message.outcome) == "ok",
        or_(col(Person.reached).is_(None), col(Message.sent) > col(Person.reached)),
        or_(col(Person.seen).is_(None), col(Message.sent) > col(Person.seen)),
    )


async def missing(work: Work, people: Sequence[int] | SelectOfScalar[Any]) -> Sequence[Unfetched]:
    """Who of these people has something that no page of theirs fetched.

    Numbers, or a query that gives them: nobody asks it of everybody at once.
    """
    promised = case((col(Message.kind) == "promise", col(Message.sent)))
    query = (
        select(
            Message.person_id,
            func.count(),
            func.min(col(Message.sent)),
            func.min(promised),
        )
        .join(Person, col(Person.id) == col(Message.person_id))
        .where(_missing(), col(Person.erased).is_(None), col(Message.person_id).in_(people))
        .group_by(col(Message.person_id))
        .order_by(col(Message.person_id))
    )
    rows: Any = await work.tx.exec(query)
    return [Unfetched(*row) for row in rows.all()]


async def arrived(work: Work, person_id: int, since: datetime) -> datetime | None:
    """When the first message on the web since a moment arrived; the moment itself if none waits.

    None: it stands there and no page fetched it. Who was told on another channel, was told
    otherwise, or has nothing new, is counted from the moment itself.
    """
    query = (
        select(Message, Person)
        .join(Person, col(Person.id) == col(Message.person_id))
        .where(Message.person_id == person_id, col(Message.ours), Message.outcome == "ok")
        .where(col(Message.created) >= since, col(Message.sent).is_not(None))
        .order_by(col(Message.id))
        .limit(1)
    )
    found = (await work.tx.exec(query)).first()
    if found is None or found[0].channel != WEB:
        return since
    message, person = found
    ways = [message.fetched, *(each for each in (person.seen, person.reached))]
    after = [each for each in ways if each is not None and each >= message.created]
    return min(after) if after else None
