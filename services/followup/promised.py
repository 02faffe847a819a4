"""What somebody was promised by a person and is not done yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select

from services.followup import waits
from services.followup.model import Case
from services.store.models import Request
from services.unit_of_work import Work


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
