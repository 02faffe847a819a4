"""Who waits for a person: in danger and not read yet, or promised a call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select

from services.followup import calendar, waits
from services.followup.model import Case
from services.help import urgent
from services.store.models import Request, Urgent
from services.unit_of_work import Work


async def unopened(work: Work, until: datetime) -> Sequence[Case]:
    """Words of somebody in danger that nobody opened; the hour counts while messages may go out."""
    query = select(Urgent).where(
        col(Urgent.raised) > work.now - waits.HORIZON,
        col(Urgent.raised) <= until,
        col(Urgent.seen).is_(None),
        col(Urgent.done).is_(None),
    )
    return [
        Case(
            row.id or 0,
            calendar.later(work.region, row.raised or work.now),
            {"self": row.person_id, "lead": await urgent.next_reader(work, row)},
        )
        for row in (await work.tx.exec(query)).all()
    ]


async def calls(work: Work, until: datetime) -> Sequence[Case]:
    """Somebody who was to be called by now, and was not."""
    query = select(Request).where(
        Request.kind == "call",
        col(Request.done).is_(None),
        col(Request.due) <= until,
        col(Request.due) > work.now - waits.HORIZON,
    )
    return [
        Case(row.id or 0, row.due, {"self": row.person_id})
        for row in (await work.tx.exec(query)).all()
    ]
