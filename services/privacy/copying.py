"""A copy of everything that is kept about somebody (AVG 15 and 20).

It holds what is theirs and how it was used. Of others it holds no name, number or words: whoever
looked, decided or wrote is told by role.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlmodel import SQLModel, col, select

from services import employers
from services.help import urgent
from services.messages import naming
from services.privacy import about_matches, consents, looking
from services.store.models import (
    Address,
    Contact,
    Document,
    Dossier,
    Event,
    Jobseeker,
    Link,
    Match,
    Message,
    Nudge,
    Person,
    Remark,
    Request,
    SavedView,
    Staff,
    Talk,
    Visit,
)
from services.unit_of_work import Work

PERSON = (
    *("name", "full_name", "phone", "email", "language", "formal", "source", "created", "seen"),
    *("paused", "quiet", "unasked", "unreachable", "reached"),
)
JOBSEEKER = (
    "status",
    "town",
    "team",
    "organisation",
    "support",
    "rather_called",
    "created",
    "updated",
)
VACANCY = (
    *("title", "status", "demands", "agreement", "evidence", "advert", "doubts"),
    *("reported", "expires"),
)
REQUEST = ("kind", "phone", "slot", "due", "tries", "created", "done", "how")


async def export(work: Work, person_id: int) -> dict[str, Any]:
    """Everything that is kept about somebody, as a JSON document of their own."""
    person = await work.get(Person, person_id)
    jobseeker = await work.tx.get(Jobseeker, person_id)
    dossier = await work.tx.get(Dossier, person_id)
    return {
        "made": work.now.isoformat(),
        "person": _told(person, PERSON),
        "profile": jobseeker.profile if jobseeker else {},
        "own_words": (jobseeker.said if jobseeker else None) or {},
        "confirmed": _confirmed(jobseeker, person_id),
        "guidance": _told(jobseeker, (*JOBSEEKER, "shown_by_self", "shown_by_coach")),
        "for_my_coach": (dossier.facts if dossier else None) or {},
        "documents": await _all(
            work, Document, ("kind", "media_type", "content", "created"), person_id
        ),
        "matches": await _matches(work, person_id),
        "consents": await _consents(work, person_id) if jobseeker else [],
        **await about_matches.export(work, person_id),
        "requests": await _all(work, Request, REQUEST, person_id),
        "in_danger": await urgent.export(work, person_id),
        **await _company(work, person_id),
        "conversation": await _conversation(work, person_id),
        "unfinished": await _all(work, Talk, ("dialog", "state", "started", "touched"), person_id),
        "history": [
            {
                "at": e.at.isoformat(),
                "what": e.kind,
                "by": e.role,
                "subject": e.subject,
                "codes": e.codes,
            }
            for e in await _rows(work, Event, col(Event.person_id) == person_id)
        ],
        "looked_at_by": [
            {"at": each.at.isoformat(), "by": each.role, "what": each.what}
            for each in await looking.viewers(work, person_id)
        ],
        "remarks": [r.words for r in await _rows(work, Remark, col(Remark.person_id) == person_id)],
        "reminders": await _all(work, Nudge, ("name", "step", "kind", "at"), person_id),
        "channels": await _all(work, Address, ("channel", "address", "used"), person_id),
        "browsers": await _all(work, Visit, ("kind", "created", "used"), person_id),
        "links": await _all(work, Link, ("purpose", "created", "expires", "used"), person_id),
    }


async def _matches(work: Work, person_id: int) -> list[dict[str, Any]]:
    fields = ("state", "score", "reasons", "origin", "agreed", "snoozed", "created", "since")
    return [
        {"vacancy": match.vacancy_id, **_told(match, fields)}
        for match in await _rows(work, Match, col(Match.jobseeker_id) == person_id)
    ]


async def _company(work: Work, person_id: int) -> dict[str, Any]:
    """For who speaks for an employer: the company and what they reported; for staff their place."""
    told: dict[str, Any] = {}
    employer = await employers.of_person(work, person_id)
    if employer is not None:
        contact = await work.get(Contact, person_id)
        company = ("name", "kvk", "sector", "branch", "size", "place", "verified", "ambassador")
        rows = await employers.reported_by(work, employer.id or 0)
        told["employer"] = {**_told(employer, company), "role": contact.role}
        told["vacancies"] = [_told(row, VACANCY) for row in rows if row.contact_id == person_id]
    staff = await work.tx.get(Staff, person_id)
    if staff is not None:
        told["staff"] = _told(staff, ("role", "organisation", "team", "lead", "active"))
        told["views"] = await _all(work, SavedView, ("page", "name", "query"), person_id)
    return told


async def _conversation(work: Work, person_id: int) -> list[dict[str, Any]]:
    """What was said, with their own name in it and of others that there was one."""
    rows = await _rows(work, Message, col(Message.person_id) == person_id)
    said = []
    for row in rows:
        body = naming.for_copy(person_id, row.body)
        said.append(
            {
                "at": row.created.isoformat(),
                "by": "werklijn" if row.ours else "me",
                "fetched": row.fetched.isoformat() if row.fetched else None,
                "body": await naming.in_words(work, body, row.created),
            }
        )
    return said


async def _consents(work: Work, person_id: int) -> list[dict[str, Any]]:
    return [
        {
            "what": each.what[1:],
            "given": each.given,
            "since": each.since.isoformat() if each.since else None,
        }
        for each in await consents.of(work, person_id)
    ]


def _confirmed(row: Jobseeker | None, person_id: int) -> dict[str, Any]:
    """When each field was confirmed, and whether by themselves."""
    return {
        field: {**told, "by": "me" if told.get("by") == person_id else "werklijn"}
        for field, told in (row.confirmed if row else {}).items()
    }


def _told(row: SQLModel | None, fields: tuple[str, ...]) -> dict[str, Any]:
    """Some fields of a row, as JSON has them."""
    if row is None:
        return {}
    return {field: _plain(getattr(row, field)) for field in fields}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime | date) else value


async def _all(
    work: Work, table: Any, fields: tuple[str, ...], person_id: int
) -> list[dict[str, Any]]:
    return [_told(row, fields) for row in await _rows(work, table, table.person_id == person_id)]


async def _rows(work: Work, table: Any, condition: Any) -> Any:
    return (await work.tx.exec(select(table).where(condition))).all()
