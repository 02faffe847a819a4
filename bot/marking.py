"""Writing down what came of attempts to send.

All that arrived is marked at once, the rest one by one: tried again later, or given up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import bindparam, update
from sqlmodel import col

from bot import attachments
from bot.channel import Delivery
from services.store.db import Utc
from services.store.models import Message
from services.unit_of_work import Work

BACK_OFF = (1, 2, 5, 15, 60)  # seconds, after each failure that is known to be one
UNSURE = (2, 5, 15, 60, 300)  # seconds, when it may have arrived: each try may be a repeat


@dataclass
class Result:
    """How an attempt ended."""

    outcome: str  # sent | blocked | refused | failed | retry | unknown
    number: str = ""
    after: float = 0.0
    file_lost: bool = False  # the words arrived, their file did not


_ARRIVED = (
    update(Message)
    .where(col(Message.id) == bindparam("b_id"))
    .values(
        number=bindparam("b_number"),
        sent=bindparam("at", type_=Utc),
        outcome="ok",
        dead=None,
        due=None,
    )
)


async def mark(work: Work, answered: Sequence[tuple[Delivery, Result]]) -> None:
    """What came of attempts: all that arrived at once, the rest one by one."""
    arrived = [
        {"b_id": delivery.message_id, "b_number": result.number, "at": work.now}
        for delivery, result in answered
        if result.outcome == "sent"
    ]
    if arrived:
        await (await work.tx.connection()).execute(_ARRIVED, arrived)
    for delivery, result in answered:
        if result.outcome != "sent":
            await _failed(work, delivery, result)
        elif result.file_lost:
            attachments.send_file_later(work, delivery.person_id, delivery.body)


async def _failed(work: Work, delivery: Delivery, result: Result) -> None:
    message = await work.tx.get(Message, delivery.message_id)
    if message is None:
        return  # erased while it was on its way
    if message.sent or message.dead:
        return  # another process took over and knows better
    if result.outcome == "blocked" and await attachments.heard_since(work, message):
        result = Result("retry")  # they were gone for a moment, and are here again
    after = _again_after(message, result)
    if after is None:
        message.dead, message.outcome = work.now, result.outcome
        if result.outcome == "blocked":
            await attachments.unreachable(work, delivery.person_id)
        return
    message.due, message.outcome = work.now + timedelta(seconds=after), result.outcome
    if message.kind in attachments.AT_MOST_ONCE:
        message.tried = None  # known not to have arrived


def _again_after(message: Message, result: Result) -> float | None:
    """In how many seconds to try again; None is never. A fault of ours gets a second chance."""
    if result.outcome == "blocked":
        return None
    if result.outcome in ("refused", "failed") and message.outcome == result.outcome:
        return None
    if result.outcome in ("unknown", "failed") and message.kind in attachments.AT_MOST_ONCE:
        return None  # it may have arrived
    waits = UNSURE if result.outcome == "unknown" else BACK_OFF
    return result.after or waits[min(message.attempts, len(waits)) - 1]
