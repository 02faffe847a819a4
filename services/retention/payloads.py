"""Raw words of people never outlive a day."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import update
from sqlmodel import col

from services.access import attempts
from services.help import urgent
from services.jobseekers import profiles
from services.messages.outbox import SELF
from services.store.models import Inbox, Talk
from services.unit_of_work import Work

RAW_TEXT_LASTS = timedelta(hours=24)  # raw-words


async def expire(work: Work) -> None:
    """What lasts for hours only."""
    await attempts.forget(work)
    await urgent.expire(work)


async def empty_payloads(work: Work) -> None:
    """Raw words go after a day, whether they could be handled or not.

    So does a file that nobody asked for, and of which nobody said that it may be kept.
    """
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
    await work.tx.exec(
        update(Talk)
        .where(
            col(Talk.dialog) == profiles.UNASKED,
            col(Talk.finished).is_(None),
            col(Talk.touched) < work.now - RAW_TEXT_LASTS,
        )
        .values(finished=work.now, state=None, question=None)
        .execution_options(synchronize_session=False)
    )
