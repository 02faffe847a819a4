"""Raw words of people never outlive a day."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import update
from sqlmodel import col

from services import attempts, urgent
from services.post import SELF
from services.store.models import Inbox
from services.work import Work

RAW_TEXT_LASTS = timedelta(hours=24)  # decision 8


async def expire(work: Work) -> None:
    """What lasts for hours only."""
    await attempts.forget(work)
    await urgent.expire(work)


async def empty_payloads(work: Work) -> None:
    """Raw words go after a day, whether they could be handled or not."""
    await work.tx.exec(
        update(Inbox)
        .where(
            col(Inbox.channel) != SELF,
            col(Inbox.payload).is_not(None),
            col(Inbox.created) < work.now - RAW_TEXT_LASTS,
        )
        .values(payload=None)
        .execution_options(synchronize_session=False)
    )
