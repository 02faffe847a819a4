"""Takes what is due and handles it: in order per person, many people in one transaction.

An inbox row is handled effectively once: its changes and its mark `done` are one commit. A batch
that fails is run again one row at a time, which finds the row that is poison. It is tried again a
few times, while what the same person said after it waits; then it is parked, the person gets a
kind word, administrators hear of it, and the line goes on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy import bindparam, func, or_, update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select

from bot.loops import keep_on
from dialogs import talks
from services.clock import Clock
from services.messages import outbox, parked
from services.region import Region
from services.store.db import Session, Utc, of_the_database, takes_no_writes, transaction
from services.store.models import Inbox, Person
from services.unit_of_work import Work

Handler = Callable[[Work, Inbox], Awaitable[None]]
log = structlog.get_logger()

BATCH = 64
MOST_ATTEMPTS = 3  # while somebody waits for an answer
MOST_PATIENT = 10  # for a job, and when the database was the trouble: about a quarter of an hour
RETRY_AFTER = timedelta(seconds=2)  # doubled after each failure


@dataclass
class Worker:
    """One of any number of workers on the same database."""

    engine: AsyncEngine
    clock: Clock
    region: Region
    public_url: str
    handlers: Mapping[str, Handler]
    committed: Callable[[], None] = lambda: None  # called when there may be something to send
    jobs_may_run: Callable[[], bool] = lambda: True  # no: they wait, people are answered
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _jobs: bool = False  # whether something waits that is for nobody
    _one: asyncio.Lock = field(default_factory=asyncio.Lock)  # one batch at a time in a process

    def wake(self) -> None:
        """Something came in: do not wait."""
        self._wake.set()

    async def run(self) -> None:
        """Work until cancelled; a failure of the database is waited out."""
        await keep_on("worker", self.step, self._wake)

    async def step(self) -> int:
        """Handle one batch of people and one of jobs; returns how many rows."""
        async with self._one:
            handled = await self._batch(self._people)
            if self._jobs and self.jobs_may_run():
                handled += await self._batch(_of_nobody)
        if handled:
            self.committed()
        return handled

    async def drain(self) -> None:
        """Handle everything that is due now: for tests, imports and the demo."""
        while await self.step():
            pass

    async def _batch(self, take: Take) -> int:
        ids: list[int] = []
        try:
            async with transaction(self.engine) as tx:
                work = self._work(tx)
                rows = await take(work)
                ids = [row.id or 0 for row in rows]
                await talks.read_ahead(tx, rows)
                for row in rows:
                    await self._handle(work, row)
                if ids:
                    await _done(work, ids)
        except Exception as error:
            if not ids or takes_no_writes(error):
                raise  # nobody's row is to blame: the loop waits for room
            log.warning("batch failed, one by one now", size=len(ids), error=type(error).__name__)
            for row_id in ids:
                await self._alone(row_id)
        return len(ids)

    async def _people(self, work: Work) -> Sequence[Inbox]:
        """One row each of people for whom something is due; and a look whether jobs wait."""
        ids, self._jobs = await _waiting(work)
        return await _of_people(work, ids) if ids else []

    async def _handle(self, work: Work, row: Inbox) -> None:
        await self.handlers[row.kind](_where(work, row), row)

    async def _alone(self, row_id: int) -> None:
        """One row in a transaction of its own; what keeps failing is parked."""
        try:
            async with transaction(self.engine) as tx:
                work = self._work(tx)
                row = await _claim(work, row_id)
                if row is not None:
                    await self._handle(work, row)
                    await _done(work, [row_id])
        except Exception as error:
            if takes_no_writes(error):
                raise
            log.exception("row failed", row=row_id)
            async with transaction(self.engine) as tx:
                await self._failed(self._work(tx), row_id, error)

    async def _failed(self, work: Work, row_id: int, error: Exception) -> None:
        row = await _claim(work, row_id)
        if row is None:
            return  # another process has done it
        row.attempts += 1
        row.error = type(error).__name__
        row.due = work.now + RETRY_AFTER * 2 ** (row.attempts - 1)
        patient = row.person_id is None or of_the_database(error)
        if row.attempts >= (MOST_PATIENT if patient else MOST_ATTEMPTS):
            await parked.park(work, row)

    def _work(self, tx: Session) -> Work:
        return Work(tx, self.clock.now(), self.region, self.public_url)


def _where(work: Work, row: Inbox) -> Work:
    """What is said at a desk is answered there, as the colleague at it may see."""
    if row.channel != outbox.DESK:
        return work
    return replace(work, desk=row.person_id, helper=int((row.payload or {}).get("by") or 0))


Take = Callable[[Work], Awaitable[Sequence[Inbox]]]


# Built once: to build a statement takes longer than to run it.
_NOW: Any = bindparam("now", type_=Utc)
_IDS: Any = bindparam("ids", expanding=True)
_DUE = (
    col(Inbox.done).is_(None),
    col(Inbox.parked).is_(None),
    col(Inbox.due) <= _NOW,
)
_TRIED = col(Inbox.attempts) > 0
# People whose oldest row failed a moment ago: what they said after it waits for it.
_HELD = select(col(Inbox.person_id)).where(
    col(Inbox.done).is_(None),
    col(Inbox.parked).is_(None),
    _TRIED,
    col(Inbox.due) > _NOW,
    col(Inbox.person_id).is_not(None),
)
_WAITING = (
    select(col(Inbox.person_id))
    .where(*_DUE, or_(col(Inbox.person_id).is_(None), col(Inbox.person_id).not_in(_HELD)))
    .group_by(col(Inbox.person_id))
    .order_by(func.min(Inbox.due), func.min(Inbox.id))
    .limit(BATCH)
)
_NUMBERED = (
    select(
        col(Inbox.id),
        func.row_number()
        .over(partition_by=col(Inbox.person_id), order_by=(~_TRIED, col(Inbox.due), col(Inbox.id)))
        .label("place"),
    )
    .where(*_DUE, col(Inbox.person_id).in_(_IDS))
    .where(col(Inbox.person_id).not_in(_HELD))
    .subquery()
)
# Not against whoever only points to these people, such as a page that writes them a message.
_LOCKED = (
    select(Person.id)
    .where(col(Person.id).in_(_IDS))
    .with_for_update(skip_locked=True, key_share=True)
)
_FIRST = (
    select(Inbox)
    .join(_NUMBERED, col(Inbox.id) == _NUMBERED.c.id)
    .where(_NUMBERED.c.place == 1)
    .order_by(col(Inbox.id))
)
_JOB = (
    select(Inbox)
    .where(*_DUE, col(Inbox.person_id).is_(None))
    .order_by(col(Inbox.id))
    .limit(1)
    .with_for_update(skip_locked=True)
)
_HANDLED = (
    update(Inbox)
    .where(col(Inbox.id).in_(_IDS))
    .values(done=_NOW, payload=None)
    .execution_options(synchronize_session=False)
)


async def _waiting(work: Work) -> tuple[list[int], bool]:
    """Who has something due, longest waiting first; and whether there may be jobs for nobody."""
    found = (await work.tx.exec(_WAITING, params={"now": work.now})).all()
    return [each for each in found if each is not None], None in found or len(found) >= BATCH


async def _of_people(work: Work, ids: Sequence[int]) -> Sequence[Inbox]:
    """The oldest due row of each of these people whom nobody else is working for.

    Lock the people first and read their rows after: another worker may have just finished them.
    """
    mine: Sequence[int | None] = ids
    if work.tx.get_bind().dialect.name != "sqlite":  # there one transaction writes at a time
        mine = (await work.tx.exec(_LOCKED, params={"ids": list(ids)})).all()
    return (await work.tx.exec(_FIRST, params={"now": work.now, "ids": list(mine)})).all()


async def _of_nobody(work: Work) -> Sequence[Inbox]:
    """Jobs: what follows from something, for no one in particular. One at a time."""
    return (await work.tx.exec(_JOB, params={"now": work.now})).all()


async def _claim(work: Work, row_id: int) -> Inbox | None:
    """One row, if it is still to be done. The person is locked first, as everywhere."""
    query = select(Inbox.person_id).where(Inbox.id == row_id)
    person_id = (await work.tx.exec(query)).first()
    if person_id is not None:
        await work.take(Person, person_id)
    row = await work.tx.get(Inbox, row_id, with_for_update=True, populate_existing=True)
    return None if row is None or row.done or row.parked else row


async def _done(work: Work, ids: Sequence[int]) -> None:
    """Handled: the raw words go at once (raw-words)."""
    await work.tx.exec(_HANDLED, params={"ids": list(ids), "now": work.now})
