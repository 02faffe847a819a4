"""A list as a member of staff likes to see it, kept under a name (CON-05)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import select

from services.store.models import SavedView
from services.unit_of_work import Work

MOST = 12
LONGEST = 40


async def saved(work: Work, person_id: int, page: str) -> Sequence[SavedView]:
    """The views somebody saved for a page, by name."""
    query = select(SavedView).where(SavedView.person_id == person_id, SavedView.page == page)
    return (await work.tx.exec(query.order_by(SavedView.name))).all()


async def save(work: Work, person_id: int, page: str, name: str, query: str) -> None:
    """Keep a view; one of the same name is replaced, and beyond `MOST` nothing is kept."""
    rows = await saved(work, person_id, page)
    name = name.strip()[:LONGEST]
    same = next((row for row in rows if row.name == name), None)
    if same is not None:
        same.query = query
    elif name and len(rows) < MOST:
        work.tx.add(
            SavedView(person_id=person_id, page=page, name=name, query=query, created=work.now)
        )


async def remove(work: Work, person_id: int, view_id: int) -> str:
    """Throw a view of one's own away; of somebody else it is not there. Returns its page."""
    row = await work.get(SavedView, view_id)
    if row.person_id != person_id:
        raise LookupError("not yours")
    await work.tx.delete(row)
    return row.page
