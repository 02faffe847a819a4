"""Who looked at somebody, on whatever page: shown to that person, and to who looks after them.

Every page with people on it is one row of the audit log (services/audit.py) and one look at each of
them. Looks of before that log are events of the kind "viewed".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select

from services import audit
from services.store.models import Audit, Contact, Employer, Event, Look, Person, Staff
from services.unit_of_work import Work

MOST = 50
AGAIN = timedelta(hours=1)  # the same people on the same kind of page within this: one look
# What was looked at, by how the pattern of the page begins; the first that fits.
WHAT = (
    ("/console/werkzoekenden/{id}/plan", "plan"),
    ("/console/werkzoekenden/{id}", "file"),
    ("/console/gesprek/", "talk"),
    ("/console/berichten/", "talk"),
    ("/console/documenten/", "document"),
    ("/console/dringend", "urgent"),
    ("/console/matches/", "match"),
    ("/console/vacatures/{id}/kandidaten", "compare"),
    ("/console/vacatures/{id}", "match"),
    ("/console/afspraken/", "meeting"),
    ("/console/plaatsingen", "work"),
    ("/console/kandidaten", "browse"),
    ("/console", "list"),
    ("/werkgever/kandidaten", "browse"),
    ("/werkgever", "card"),
    ("review", "match"),
    ("meeting", "card"),
)
KINDS = tuple(dict.fromkeys(what for _, what in WHAT))


@dataclass(frozen=True)
class Looked:
    """One look: when, by whom, and at what."""

    at: datetime
    by: int
    role: str  # of a colleague; "employer"
    name: str  # of a colleague; of an employer the company
    what: str  # one of KINDS


def what(page: str) -> str:
    """What a page shows of people; a list unless it is known to be more."""
    plain = page.replace(":\\d{1,9}", "")
    return next((kind for begin, kind in WHAT if plain.startswith(begin)), "list")


async def viewers(work: Work, person_id: int, most: int = MOST) -> list[Looked]:
    """Who looked at somebody, newest first; a page that was opened again and again counts once."""
    query = (
        select(Audit)
        .join(Look, col(Look.audit_id) == col(Audit.id))
        .where(Look.person_id == person_id, Audit.kind == audit.VIEWED)
        .order_by(col(Audit.id).desc())
        .limit(most * 10)
    )
    rows = [(r.at, r.actor_id, what(r.page)) for r in (await work.tx.exec(query)).all()]
    earlier = (
        select(Event)
        .where(Event.person_id == person_id, Event.kind == audit.VIEWED)
        .order_by(col(Event.id).desc())
        .limit(most * 10)
    )
    rows += [(e.at, e.actor_id, _of_event(e)) for e in (await work.tx.exec(earlier)).all()]
    seen = _apart(sorted(((a, b or 0, c) for a, b, c in rows), reverse=True))[:most]
    found = await names(work, {by for _, by, _ in seen})
    return [Looked(at, by, *found.get(by, ("", "?")), kind) for at, by, kind in seen]


def _of_event(event: Event) -> str:
    return next((kind for kind in ("document", "urgent") if kind in event.codes), "file")


def _apart(rows: Iterable[tuple[datetime, int, str]]) -> list[tuple[datetime, int, str]]:
    """Newest first; the same look again within an hour is not told twice."""
    kept: list[tuple[datetime, int, str]] = []
    last: dict[tuple[int, str], datetime] = {}
    for at, by, kind in rows:
        before = last.get((by, kind))
        last[by, kind] = at
        if before is None or before - at >= AGAIN:
            kept.append((at, by, kind))
    return kept


async def names(work: Work, ids: set[int]) -> dict[int, tuple[str, str]]:
    """(role, name): a colleague by name, somebody of an employer by the company's."""
    company = select(Contact.person_id, Employer.name)
    company = company.join(Employer, col(Employer.id) == col(Contact.employer_id))
    staff = select(Staff.person_id, Staff.role, Person.name)
    staff = staff.join(Person, col(Person.id) == col(Staff.person_id))
    found: dict[int, tuple[str, str]] = {}
    for number, name in (await work.tx.exec(company.where(col(Contact.person_id).in_(ids)))).all():
        found[number] = ("employer", name)
    for who, role, called in (await work.tx.exec(staff.where(col(Staff.person_id).in_(ids)))).all():
        found[who] = (role, called or "?")
    return found


async def in_chat(work: Work, actor: int, person_id: int, dialog: str) -> None:
    """A card of somebody stands in a chat: a look like one at a page."""
    query = (
        select(Audit.id)
        .join(Look, col(Look.audit_id) == col(Audit.id))
        .where(
            Look.person_id == person_id,
            Audit.actor_id == actor,
            Audit.page == dialog,
            col(Audit.at) > work.now - AGAIN,
        )
    )
    if (await work.tx.exec(query.limit(1))).first() is None:
        await audit.note(work, audit.VIEWED, actor=actor, people=[person_id], page=dialog)
