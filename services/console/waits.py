"""What waits for a member of staff: one row, whose work it is, and in which order it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, or_, true
from sqlmodel import col, select

from services import caseload, rights
from services.rights import Viewer
from services.store.models import Employer, Jobseeker, Person
from services.texts import refs
from services.unit_of_work import Work

SOON = timedelta(hours=24)
MOST = 200

# What comes first (CON-05): people who ask, who one meets today, how it goes at work, what was
# promised, then what is to be decided, planned and checked, and at last what is good to know.
ORDER = (
    *(
        "urgent",
        "callback",
        "question correction",
        "appointment met",
        "attention",
        "task",
        "going-on",
        "answer look call",
        "unreached unreached-employer",
    ),
    *(
        "old-demands",
        "match matches-of",
        "to-decide",
        "arrived no-coach",
        "plan-review",
        "no-plan",
        "call-employer",
        "employer",
    ),
    *("unreachable", "silent", "unused", "parked", "invited"),
)
RANK = {kind: place for place, kinds in enumerate(ORDER) for kind in kinds.split()}


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: what, since when, until when, and where it is settled."""

    kind: str  # its texts are desk-<kind>, .why and .action
    since: datetime
    address: str
    args: dict[str, Any] = field(default_factory=dict)
    due: datetime | None = None
    words: str = ""  # what somebody asked, as they wrote it
    whose: int | None = None  # the colleague whose work it is, for who oversees them

    def look(self, now: datetime) -> str:
        """How it stands: late, soon (within a day) or calm."""
        if self.due is None:
            return "calm"
        return "late" if self.due <= now else "soon" if self.due - now <= SOON else "calm"


def by_urgency(rows: Iterable[Waiting], now: datetime) -> list[Waiting]:
    """In the order of the kinds; within one what is late, what is soon due, and the oldest."""
    looks = {"late": 0, "soon": 1, "calm": 2}

    def place(row: Waiting) -> tuple[int, int, datetime, bool, datetime, str]:
        waits = (row.due or row.since, row.due is None, row.since, row.address)
        return RANK[row.kind], looks[row.look(now)], *waits

    return sorted(rows, key=place)


def mark(rows: Iterable[Waiting], now: datetime) -> str:
    """A short word that changes when the list does, so that a page knows it is out of date."""
    seen = "\n".join(f"{row.kind} {row.address} {row.look(now)} {row.words}" for row in rows)
    return sha256(seen.encode()).hexdigest()[:12]


def called(person: Person, row: Jobseeker | None = None) -> refs.Ref:
    """Somebody by first name and surname; without one by where they live, to tell two apart."""
    if person.full_name:
        return refs.words(person.full_name)
    town = f" ({row.town})" if row is not None and row.town else ""
    return refs.words(f"{person.name or '?'}{town}")


async def my_people(work: Work, who: Viewer) -> ColumnElement[bool]:
    """Jobseekers whose work is on this desk: one's own, and of the team who has nobody now."""
    scope = rights.jobseeker_scope(who)
    if who.role not in rights.COACHING:
        return scope
    looked_after = await caseload.looks_after(work, who)
    return scope & or_(col(Jobseeker.coach_id).is_(None), col(Jobseeker.coach_id).in_(looked_after))


async def my_employers(work: Work, who: Viewer) -> ColumnElement[bool]:
    """Employers whose work is on this desk; the whole region's for who oversees it.

    A lead has those of colleagues who are away as well, while nobody stands in for them.
    """
    if who.role == "regional_manager":
        return true()
    looked_after = await caseload.looks_after(work, who)
    nobodys = col(Employer.account_manager_id).is_(None) & (col(Employer.team) == who.team)
    return col(Employer.account_manager_id).in_(looked_after) | nobodys


async def by_id(work: Work, table: Any, ids: Sequence[int]) -> dict[int, Any]:
    """The rows of a table with these ids."""
    query = select(table).where(table.id.in_(ids))
    return {row.id: row for row in (await work.tx.exec(query)).all()} if ids else {}
