"""The audit log: logins, codes, exports, roles, and every look at a person; ids and codes only.

For who has to tell afterwards what happened: the administrator, a supervisory authority, and
people themselves. Nothing in it is ever changed, and no name, word or address on the internet
stands in it: addresses are keyed hashes, so that one that is known can be looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from sqlmodel import SQLModel, col, select

from services.store.models import (
    Audit,
    Document,
    Look,
    Match,
    Meeting,
    Placement,
    Plan,
    Request,
    Staff,
    Urgent,
)
from services.store.sealed import ring
from services.unit_of_work import Work

VIEWED = "viewed"
LOGGED = ("staff-joined", "staff-left", "second-factor-reset")  # events that stand here as well
KINDS = (
    *("login", "login-failed", "factor", "factor-failed", "logout"),
    *(
        "code-made",
        "code-used",
        "way-back",
        "ways-cut",
        "invited",
        "exported",
        *LOGGED,
        "locked",
        VIEWED,
    ),
)
MARK = 16  # signs of a hash: enough to tell codes apart, too few to be one
origin: ContextVar[str] = ContextVar("origin", default="")
"""Where the request in hand came from, as a keyed hash; empty outside of the web."""

_IN_ADDRESS = re.compile(
    r"/console/(werkzoekenden|gesprek|berichten|matches|plaatsingen|documenten|afspraken|plannen"
    r"|verzoeken)"
    r"/(\d{1,9})"
)
_CONTACT = re.compile(r"/contact/(\d{1,9})")  # who speaks for an employer
_ALARM = re.compile(r"/console/(dringend)/(\d{1,9})")  # a way there names nobody: the page does
# People to choose from for a vacancy, and who stands on a page by name without a way to the file.
_CHOSEN = re.compile(r'(?:name="p|data-about=")(\d{1,9})"')


def address_mark(ip: str) -> str:
    """An address on the internet as it stands in the log."""
    return ring().lookup("audit-address", ip)[:MARK] if ip else ""


def code_mark(key: str) -> str:
    """A code as it stands in the log: the beginning of the hash it is found by."""
    return key[:MARK]


async def note(
    work: Work,
    kind: str,
    *,
    actor: int | None = None,
    people: Iterable[int] = (),
    code: str = "",
    page: str = "",
    **codes: Any,
) -> None:
    """Append one thing."""
    staff = await work.tx.get(Staff, actor) if actor else None
    seen = sorted(set(people))
    row = Audit(
        at=work.now,
        kind=kind,
        actor_id=actor,
        role=staff.role if staff else "",
        organisation=staff.organisation if staff else "",
        address=origin.get(),
        code=code,
        page=page,
        people=seen,
        codes=codes,
    )
    work.tx.add(row)
    if kind == VIEWED:
        await work.tx.flush()
        work.tx.add_all([Look(audit_id=row.id or 0, person_id=each) for each in seen])


async def shown_on(work: Work, path: str, html: str) -> set[int]:
    """Whom a page of the console is about: by its own address, and by what it leads to."""
    found: dict[str, set[int]] = {}
    for kind, number in (*_IN_ADDRESS.findall(f"{path}\n{html}"), *_ALARM.findall(path)):
        found.setdefault(kind, set()).add(int(number))
    chosen = (*_CHOSEN.findall(html), *_CONTACT.findall(f"{path}\n{html}"))
    people = {int(number) for number in chosen}
    for kind in ("werkzoekenden", "gesprek", "berichten"):
        people |= found.pop(kind, set())
    for kind, numbers in found.items():
        people |= await _people_of(work, kind, numbers)
    return people


_OWNERS: dict[str, tuple[type[SQLModel], Any, Any]] = {
    "matches": (Match, Match.id, Match.jobseeker_id),
    "plaatsingen": (Placement, Placement.id, Placement.jobseeker_id),
    "documenten": (Document, Document.id, Document.person_id),
    "dringend": (Urgent, Urgent.id, Urgent.person_id),
    "verzoeken": (Request, Request.id, Request.person_id),
    "plannen": (Plan, Plan.id, Plan.person_id),
}


async def _people_of(work: Work, kind: str, numbers: set[int]) -> set[int]:
    if kind == "afspraken":
        query = select(Match.jobseeker_id).join(Meeting, col(Meeting.match_id) == col(Match.id))
        return set((await work.tx.exec(query.where(col(Meeting.id).in_(numbers)))).all())
    _, key, owner = _OWNERS[kind]
    return set((await work.tx.exec(select(owner).where(col(key).in_(numbers)))).all())


async def found(
    work: Work,
    *,
    since: datetime,
    until: datetime | None = None,
    kind: str = "",
    actor: int | None = None,
    address: str = "",
    code: str = "",
    person: int | None = None,
    most: int | None = None,
) -> Sequence[Audit]:
    """What happened since then, oldest first; only of a kind, an account, an address or a code.

    With `person`, the looks at that person.

    With `most`, the newest so many.
    """
    query = select(Audit).where(col(Audit.at) >= since)
    wanted: tuple[tuple[Any, Any], ...] = (
        (Audit.kind, kind),
        (Audit.actor_id, actor),
        (Audit.address, address),
        (Audit.code, code),
    )
    for column, value in wanted:
        query = query.where(column == value) if value else query
    query = query.where(col(Audit.at) < until) if until else query
    if person:
        looks = select(Look.audit_id).where(Look.person_id == person)
        query = query.where(col(Audit.id).in_(looks))
    if most is None:
        return (await work.tx.exec(query.order_by(col(Audit.id)))).all()
    return (await work.tx.exec(query.order_by(col(Audit.id).desc()).limit(most))).all()[::-1]


def as_json(row: Audit) -> dict[str, Any]:
    """A row for a SIEM: ids and codes."""
    return {
        "id": row.id,
        "at": row.at.isoformat(),
        "kind": row.kind,
        "account": row.actor_id,
        "role": row.role,
        "organisation": row.organisation,
        "address": row.address,
        "code": row.code,
        "page": row.page,
        "people": row.people,
        "codes": row.codes,
    }
