"""Drains the outbox: in order per person, within the platform's limits, honest about the rest.

Answers and promises are sent at least once: a repeat is possible only when the process dies, or
the line drops, between the platform's 200 and our mark. Reminders and digests are sent at most
once: an attempt without a known result is not repeated (kinds-of-message). The attempt is written
before it is made. What could not be marked, because the database was away, is marked before
anything else is sent. One slow answer of the platform holds up nobody else's message.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import bindparam, func, or_, update
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from bot import attachments
from bot.channel import (
    BlockedError,
    Channel,
    Delivery,
    FileRefusedError,
    RefusedError,
    RetryError,
    UncertainError,
)
from bot.loops import keep_on
from bot.marking import Result, mark
from services.clock import Clock
from services.region import Region
from services.store.db import Utc, of_the_database, transaction
from services.store.models import Address, Message, Person, voice
from services.unit_of_work import Work

log = structlog.get_logger()

BATCH = 64
LEASE = timedelta(seconds=30)  # an attempt older than this was made by a process that died
LONGEST_TRY = 25.0  # seconds: well within the lease, so that no other process tries it too
LAST_CALLS = 5.0  # seconds for what is on its way when we are asked to stop
TOGETHER = 0.1  # seconds: what is answered within it is marked in one transaction
MOST_ATTEMPTS = 150
FILE_TRIES = 3  # attempts with a file; after them the words go alone
LONGEST_WAIT = timedelta(days=2)  # a message this old that was tried so often is given up


@dataclass
class Sender:
    """One of any number of senders on the same database."""

    engine: AsyncEngine
    clock: Clock
    region: Region
    channels: Mapping[str, Channel]
    marked: Callable[[], None] = lambda: None
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _more: asyncio.Event = field(default_factory=asyncio.Event)
    _flying: dict[asyncio.Task[Result], tuple[Channel, Delivery]] = field(default_factory=dict)

    def wake(self) -> None:
        """Something was put in the outbox: do not wait."""
        self._wake.set()
        self._more.set()

    async def run(self) -> None:
        """Send until cancelled; then what is on its way is waited for and marked."""
        try:
            await keep_on("sender", self.step, self._wake)
        finally:
            await self._land()

    async def step(self) -> int:
        """Mark what is answered, take a batch and send it; returns how much was dealt with."""
        self._more.clear()
        answered = self._answered()
        async with self._marking(answered) as work:
            settled, deliveries = await self._take(work)
        for channel, delivery in deliveries:
            task = asyncio.create_task(self._try(channel, delivery))
            task.add_done_callback(lambda _: self._wake.set())
            self._flying[task] = (channel, delivery)
        if settled or answered:
            self.marked()
        await self._lull()
        return settled + len(answered) + len(deliveries)

    @property
    def busy(self) -> bool:
        """Is something on its way, or not marked yet?"""
        return bool(self._flying)

    async def drain(self) -> None:
        """Send all that can be sent now."""
        while await self.step() or self.busy:
            pass

    async def _lull(self) -> None:
        """Until all are answered, or there is more to send: then the answered are marked first."""
        if not self._flying:
            return
        landed = asyncio.create_task(_all(set(self._flying)))
        more = asyncio.create_task(self._more.wait())
        await asyncio.wait((landed, more), timeout=TOGETHER, return_when=asyncio.FIRST_COMPLETED)
        landed.cancel()
        more.cancel()

    def _answered(self) -> list[asyncio.Task[Result]]:
        return [task for task in self._flying if task.done()]

    @asynccontextmanager
    async def _marking(self, answered: Sequence[asyncio.Task[Result]]) -> AsyncIterator[Work]:
        """Write down what came of attempts; forgotten only when it is written.

        Where taking more in the same transaction fails, the marks are written all the same.
        """
        results = [(self._flying[task][1], task.result()) for task in answered]
        try:
            async with transaction(self.engine) as tx:
                work = Work(tx, self.clock.now(), self.region)
                await mark(work, results)
                yield work
        except Exception:
            if answered:
                async with transaction(self.engine) as tx:
                    await mark(Work(tx, self.clock.now(), self.region), results)
                self._forget(answered)
            raise
        self._forget(answered)

    def _forget(self, answered: Sequence[asyncio.Task[Result]]) -> None:
        for task in answered:
            del self._flying[task]

    async def _land(self) -> None:
        if self._flying:
            await asyncio.wait(self._flying, timeout=LAST_CALLS)
        try:
            async with self._marking(self._answered()):
                pass
        except Exception:
            log.exception("what was sent last could not be marked")
        for task in self._flying:
            task.cancel()

    async def _take(self, work: Work) -> tuple[int, list[tuple[Channel, Delivery]]]:
        """The oldest unsent message of each person: what needs no sending is settled here."""
        settled, deliveries = 0, []
        attempts: dict[str, list[int]] = {}
        for message, language, unreachable, address in await _oldest(work):
            ended = _ended(message, address, unreachable, work.now, self.channels)
            if ended:
                _settle(message, ended, address, work.now)
                settled += 1
                continue
            assert address is not None  # noqa: S101 - _ended said so
            body = await _body(work, message)
            if body is None:
                _settle(message, "failed", address, work.now)
                settled += 1
                continue
            attempts.setdefault(address.channel, []).append(message.id or 0)
            delivery = Delivery(
                message.id or 0,
                message.person_id,
                address.address or "",
                language,
                body,
                message.edits,
            )
            deliveries.append((self.channels[address.channel], delivery))
        for channel, ids in attempts.items():
            await _attempt(work, channel, ids)
        return settled, deliveries

    async def _try(self, channel: Channel, delivery: Delivery) -> Result:
        try:
            async with asyncio.timeout(LONGEST_TRY):
                return Result("sent", number=await channel.send(delivery))
        except TimeoutError:
            return Result("unknown")
        except BlockedError:
            return Result("blocked")
        except FileRefusedError as lost:
            log.exception("file refused", message=delivery.message_id, why=str(lost)[:200])
            return Result("sent", number=lost.number, file_lost=True)
        except RetryError as retry:
            return Result("retry", after=retry.after)
        except UncertainError:
            return Result("unknown")
        except RefusedError as refused:
            log.exception("message refused", message=delivery.message_id, why=str(refused)[:200])
            return Result("refused")
        except Exception:
            log.exception("message failed", message=delivery.message_id)
            return Result("failed")


async def _body(work: Work, message: Message) -> dict[str, Any] | None:
    """What is sent; None for a file without words that cannot be made.

    A file that cannot be made, or not be handed over, holds up nobody and takes no words with it:
    it is made again later.
    """
    if not (message.body or {}).get("file"):
        return await attachments.ready(work, message)
    if message.attempts < FILE_TRIES:
        try:
            async with work.tx.begin_nested():
                return await attachments.ready(work, message)
        except Exception as error:
            if of_the_database(error):
                raise
            log.exception("file cannot be made", message=message.id)
    return await attachments.without_file(work, message)


async def _all(flying: set[asyncio.Task[Result]]) -> None:
    await asyncio.wait(flying)


def _ended(
    message: Message,
    address: Address | None,
    unreachable: datetime | None,
    now: datetime,
    channels: Mapping[str, Any],
) -> str:
    """Why there is nothing to send, or an empty string."""
    if address is None:
        return "no-address"
    if message.stale and message.stale <= now:
        return "stale"
    if address.channel == "web":
        return "ok"  # the page reads it from here
    if address.channel not in channels or unreachable:
        return "unreachable"
    if message.tried and message.kind in attachments.AT_MOST_ONCE:
        return "unknown"
    hopeless = message.attempts >= MOST_ATTEMPTS and message.created <= now - LONGEST_WAIT
    return "refused" if hopeless else ""


def _settle(message: Message, ended: str, address: Address | None, now: datetime) -> None:
    message.outcome = ended
    if ended == "ok" and address is not None:
        message.sent, message.channel = now, address.channel
    else:
        message.dead = now


# Built once: to build a statement takes longer than to run it.
_NOW: Any = bindparam("now", type_=Utc)
_EXPIRED: Any = bindparam("expired", type_=Utc)
_UNSENT = aliased(Message)
_FIRST = (  # from an index of unsent messages alone, however many were sent
    select(func.min(_UNSENT.id))
    .where(col(_UNSENT.sent).is_(None), col(_UNSENT.dead).is_(None))
    .group_by(col(_UNSENT.person_id))
)
_LAST = aliased(Address)
_NEWEST = (
    select(_LAST.id)
    .where(_LAST.person_id == Message.person_id)
    .order_by(col(_LAST.used).desc(), col(_LAST.id).desc())
    .limit(1)
    .scalar_subquery()
)
# Columns, not the person: nobody's name is unsealed for it, and there is no half a person in the
# session for whoever makes a file.
_TAKEN: Any = (Message, Person.language, Person.formal, Person.unreachable, Address)
_OLDEST: Any = (
    select(*_TAKEN)
    .join(Person, col(Person.id) == Message.person_id)
    .outerjoin(Address, col(Address.id) == func.coalesce(Message.address_id, _NEWEST))
    .where(
        col(Message.id).in_(_FIRST),
        col(Message.sent).is_(None),
        col(Message.dead).is_(None),
        or_(col(Message.due).is_(None), col(Message.due) <= _NOW),
        or_(
            col(Message.tried).is_(None),
            col(Message.due).is_not(None),  # the attempt ended, with a known failure
            col(Message.tried) <= _EXPIRED,
        ),
    )
    .order_by(col(Message.id))
    .limit(BATCH)
    .with_for_update(skip_locked=True, of=Message)
)
_ATTEMPT = (
    update(Message)
    .where(col(Message.id).in_(bindparam("ids", expanding=True)))
    .values(
        attempts=Message.attempts + 1,
        tried=bindparam("at", type_=Utc),
        due=None,
        channel=bindparam("over"),
    )
    .execution_options(synchronize_session=False)
)


async def _oldest(work: Work) -> list[tuple[Message, str, datetime | None, Address | None]]:
    """Of each person the oldest unsent message that may be sent now, and where they wrote last.

    With the language they are written to in, and since when they are known to be gone.

    Nobody's waiting message may keep others from being found, so what is not ready is left out
    here, before the batch is cut off.
    """
    given = {"now": work.now, "expired": work.now - LEASE}
    rows: Any = await work.tx.exec(_OLDEST, params=given)
    return [
        (message, voice(language, formal), unreachable, address)
        for message, language, formal, unreachable, address in rows.all()
    ]


async def _attempt(work: Work, channel: str, ids: Sequence[int]) -> None:
    """Written before it is made."""
    await work.tx.exec(_ATTEMPT, params={"ids": list(ids), "at": work.now, "over": channel})
