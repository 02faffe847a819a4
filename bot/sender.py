"""Drains the outbox: in order per person, within the platform's limits, honest about the rest.

Answers and promises are sent at least once: a repeat is possible only when the process dies, or
the line drops, between the platform's 200 and our mark. Reminders and digests are sent at most
once: an attempt without a known result is not repeated (decision 4). The attempt is written before
it is made.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import func, or_
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select

from bot.channel import (
    BlockedError,
    Channel,
    Delivery,
    RefusedError,
    RetryError,
    UncertainError,
)
from bot.loops import keep_on
from services import outbox
from services.clock import Clock
from services.region import Region
from services.store.db import transaction
from services.store.models import Address, Message, Person
from services.work import Work

log = structlog.get_logger()

BATCH = 64
LEASE = timedelta(seconds=30)  # an attempt older than this was made by a process that died
BACK_OFF = (1, 2, 5, 15, 60, 300)  # seconds, after each failure
MOST_ATTEMPTS = 40


@dataclass
class Result:
    """How an attempt ended."""

    outcome: str  # sent | blocked | refused | retry | unknown
    number: str = ""
    after: float = 0.0


@dataclass
class Sender:
    """One of any number of senders on the same database."""

    engine: AsyncEngine
    clock: Clock
    region: Region
    channels: Mapping[str, Channel]
    marked: Callable[[], None] = lambda: None
    _wake: asyncio.Event = field(default_factory=asyncio.Event)

    def wake(self) -> None:
        """Something was put in the outbox: do not wait."""
        self._wake.set()

    async def run(self) -> None:
        """Send until cancelled."""
        await keep_on("sender", self.step, self._wake)

    async def step(self) -> int:
        """Take one batch, send it, mark it; returns how many messages were dealt with."""
        async with transaction(self.engine) as tx:
            work = Work(tx, self.clock.now(), self.region)
            dealt, deliveries = await self._take(work)
        if deliveries:
            results = await asyncio.gather(*(self._try(c, d) for c, d in deliveries))
            async with transaction(self.engine) as tx:
                work = Work(tx, self.clock.now(), self.region)
                for (channel, delivery), result in zip(deliveries, results, strict=True):
                    await _mark(work, channel, delivery, result)
        if dealt or deliveries:
            self.marked()
        return dealt + len(deliveries)

    async def drain(self) -> None:
        """Send all that can be sent now."""
        while await self.step():
            pass

    async def _take(self, work: Work) -> tuple[int, list[tuple[Channel, Delivery]]]:
        """The oldest unsent message of each person: what needs no sending is settled here."""
        messages = await _oldest(work)
        addresses = await _addresses(work, [m.person_id for m in messages])
        people = await _people(work, [m.person_id for m in messages])
        settled, deliveries = 0, []
        for message in messages:
            address = addresses.get(message.person_id)
            person = people[message.person_id]
            ended = _ended(message, address, person, work.now, self.channels)
            if ended:
                _settle(message, ended, address, work.now)
                settled += 1
                continue
            assert address is not None  # noqa: S101 - _ended said so
            message.tried, message.attempts = work.now, message.attempts + 1
            message.channel = address.channel
            body = await outbox.ready(work, message)
            delivery = Delivery(
                message.id or 0,
                message.person_id,
                address.address or "",
                person.voice,
                body,
                message.edits,
            )
            deliveries.append((self.channels[address.channel], delivery))
        return settled, deliveries

    async def _try(self, channel: Channel, delivery: Delivery) -> Result:
        try:
            return Result("sent", number=await channel.send(delivery))
        except BlockedError:
            return Result("blocked")
        except RetryError as retry:
            return Result("retry", after=retry.after)
        except UncertainError:
            return Result("unknown")
        except RefusedError as refused:
            log.exception("message refused", message=delivery.message_id, why=str(refused)[:200])
            return Result("refused")
        except Exception:
            log.exception("message failed", message=delivery.message_id)
            return Result("refused")


def _ended(
    message: Message,
    address: Address | None,
    person: Person,
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
    if address.channel not in channels or person.unreachable:
        return "unreachable"
    if message.tried and message.kind in outbox.AT_MOST_ONCE:
        return "unknown"
    return "refused" if message.attempts >= MOST_ATTEMPTS else ""


def _settle(message: Message, ended: str, address: Address | None, now: datetime) -> None:
    message.outcome = ended
    if ended == "ok" and address is not None:
        message.sent, message.channel = now, address.channel
    else:
        message.dead = now


async def _oldest(work: Work) -> Sequence[Message]:
    unsent = (col(Message.sent).is_(None), col(Message.dead).is_(None))
    first = (
        select(func.min(Message.id))
        .where(*unsent)
        .group_by(col(Message.person_id))
        .limit(BATCH * 4)
    )
    query = (
        select(Message)
        .where(
            col(Message.id).in_(first),
            *unsent,
            or_(col(Message.due).is_(None), col(Message.due) <= work.now),
            or_(
                col(Message.tried).is_(None),
                col(Message.due).is_not(None),  # the attempt ended, with a known failure
                col(Message.tried) <= work.now - LEASE,
            ),
        )
        .order_by(col(Message.id))
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )
    return (await work.tx.exec(query)).all()


async def _addresses(work: Work, person_ids: Sequence[int]) -> dict[int, Address]:
    """Where each person was last heard from."""
    query = (
        select(Address).where(col(Address.person_id).in_(person_ids)).order_by(col(Address.used))
    )
    return {row.person_id: row for row in (await work.tx.exec(query)).all()}


async def _people(work: Work, ids: Sequence[int]) -> dict[int, Person]:
    rows = await work.tx.exec(select(Person).where(col(Person.id).in_(ids)))
    return {row.id or 0: row for row in rows.all()}


async def _mark(work: Work, channel: Channel, delivery: Delivery, result: Result) -> None:
    message = await work.tx.get(Message, delivery.message_id)
    if message is None:
        return  # erased while it was on its way
    message.due = None
    if result.outcome == "sent":
        message.sent, message.number, message.outcome = work.now, result.number, "ok"
        return
    if result.outcome in ("retry", "unknown") and message.kind not in outbox.AT_MOST_ONCE:
        wait = result.after or BACK_OFF[min(message.attempts, len(BACK_OFF)) - 1]
        message.due = work.now + timedelta(seconds=wait)
        return
    if result.outcome == "retry":  # known not to have arrived, so once is still possible
        message.due, message.tried = work.now + timedelta(seconds=result.after or 5), None
        return
    message.dead, message.outcome = work.now, result.outcome
    if result.outcome == "blocked":
        await outbox.unreachable(work, delivery.person_id)
