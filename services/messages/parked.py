"""What could not be handled or sent: put aside, shown to staff, tried again when it is mended.

A parked row is a warning, never a reason to stop: the line of everybody else goes on.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import defer
from sqlmodel import col, func, select

from services import caseload
from services.messages import outbox
from services.store.models import Inbox, Message
from services.unit_of_work import Work

LATE = timedelta(minutes=15)  # what waits longer than this is stuck, not busy
RECENT = timedelta(days=1)
QUIET = timedelta(hours=1)  # administrators hear of it once, however much is parked meanwhile


@dataclass(frozen=True)
class Parked:
    """A row that could not be handled: which, of whom, since when, and what class of error."""

    id: int
    kind: str
    person_id: int | None
    since: datetime
    error: str
    attempts: int
    can: str  # again | said-again (the person went on since) | gone (raw words live one day)


@dataclass(frozen=True)
class Counts:
    """How many rows are not where they should be."""

    parked: int  # inbox rows that could not be handled
    late: int  # inbox rows that wait for longer than LATE
    unsent: int  # messages that wait for longer than LATE
    refused: int  # messages given up in the last day through a fault of ours

    @property
    def warnings(self) -> list[str]:
        """The names of those that are not zero."""
        return [name for name, number in vars(self).items() if number]


async def park(work: Work, row: Inbox) -> None:
    """Put a row aside; its person hears a kind word and administrators hear that it happened."""
    recent = select(Inbox.id).where(col(Inbox.parked) > work.now - QUIET).limit(1)
    told_already = (await work.tx.exec(recent)).first() is not None
    row.parked = work.now
    if row.person_id is not None:
        outbox.tell(work, row.person_id, outbox.line("parked"))
    if told_already:
        return
    for person_id in await caseload.administrators(work):
        if person_id != row.person_id:
            outbox.tell(work, person_id, outbox.line("staff-parked"))


async def listed(work: Work) -> list[Parked]:
    """Everything that is parked, oldest first."""
    return [
        Parked(
            row.id or 0,
            row.kind,
            row.person_id,
            row.parked or work.now,
            row.error,
            row.attempts,
            await _can(work, row),
        )
        for row in await _rows(work, None)
    ]


async def again(work: Work, ids: Collection[int] | None = None) -> list[Parked]:
    """Try these once more, or all; returns what was found, with what could be done.

    What somebody said is not said for them a second time when they went on since: it could answer
    another question by now. That, and what is gone, is let go.
    """
    found = [one for one in await listed(work) if ids is None or one.id in ids]
    able = {one.id: one.can == "again" for one in found}
    for row in await _rows(work, able):
        row.parked = None
        if able[row.id or 0]:
            row.attempts, row.due = 0, work.now
        else:
            row.done = work.now
    return found


async def counts(work: Work) -> Counts:
    """What is not where it should be, for whoever keeps an eye on this installation."""
    late = work.now - LATE
    unsent = col(Message.sent).is_(None) & col(Message.dead).is_(None)
    waiting = col(Inbox.done).is_(None) & col(Inbox.parked).is_(None)
    refused = col(Message.outcome).in_(("refused", "failed"))
    return Counts(
        await _count(work, Inbox, col(Inbox.parked).is_not(None)),
        await _count(work, Inbox, waiting & (col(Inbox.due) < late)),
        await _count(work, Message, unsent & (col(Message.created) < late)),
        await _count(work, Message, refused & (col(Message.dead) > work.now - RECENT)),
    )


async def _rows(work: Work, ids: Collection[int] | None) -> Sequence[Inbox]:
    query = select(Inbox).where(col(Inbox.parked).is_not(None)).order_by(col(Inbox.id))
    if ids is not None:
        query = query.where(col(Inbox.id).in_(ids)).with_for_update()
    # The payload may be the very thing that cannot be read.
    return (await work.tx.exec(query.options(defer(Inbox.payload)))).all()  # type: ignore[arg-type]


async def _can(work: Work, row: Inbox) -> str:
    empty = select(Inbox.id).where(Inbox.id == row.id, col(Inbox.payload).is_(None))
    if (await work.tx.exec(empty)).first() is not None:
        return "gone"
    if row.kind != "reply":
        return "again"
    later = select(Inbox.id).where(
        Inbox.person_id == row.person_id,
        Inbox.kind == "reply",
        col(Inbox.id) > row.id,
        col(Inbox.done).is_not(None),
    )
    return "again" if (await work.tx.exec(later.limit(1))).first() is None else "said-again"


async def _count(work: Work, table: Any, condition: Any) -> int:
    return int((await work.tx.exec(select(func.count()).select_from(table).where(condition))).one())
