"""A small world for the console: a coach's jobseeker, an employer, a vacancy, and their match."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlmodel import SQLModel

from services import matching
from services.matches import proposals
from services.messages import outbox
from services.store.models import (
    Contact,
    Document,
    Employer,
    Jobseeker,
    Match,
    Person,
    Vacancy,
)
from services.unit_of_work import Work
from tests.bot.web.site import Site

Row = TypeVar("Row", bound=SQLModel)

PROFILE = {
    "home": "2011",
    "wanted": ["cleaner"],
    "done": ["cleaner"],
    "hours": [16, 24],
    "times": ["morning"],
    "travel": ["bike"],
    "limit": 30,
    "licence": "none",
    "licences": [],
    "dutch": "little",
    "start": "2026-11-23",
    "helps": ["buddy", "quiet"],
}
DEMANDS = {
    "occupation": ["cleaner"],
    "place": "2012",
    "hours": [20, 24],
    "times": ["morning"],
    "dutch": "little",
    "licences": ["B"],
    "conditions": ["buddy"],
    "positions": 1,
    "strike": False,
}


@dataclass(frozen=True)
class World:
    """The numbers of what is in it."""

    jobseeker: int
    contact: int
    employer: int
    vacancy: int
    match: int
    document: int


async def stored(site: Site, table: type[SQLModel], key: object) -> Any:
    """The row as it is now."""
    async with site.stage.work() as work:
        return await work.get(table, key)


async def made(
    site: Site, coach: str = "", manager: str = "", name: str = "Amina", **match: Any
) -> World:
    """One of each; the coach and the account manager by the name they have on the stage."""
    actors = site.stage.actors
    async with site.stage.work() as work:
        jobseeker = await _jobseeker(work, name, actors[coach].number if coach else None)
        cv = await _cv(work, jobseeker.person_id)
        vacancy = await _vacancy(work, actors[manager].number if manager else None)
        pair = await _match(work, jobseeker, vacancy, match)
        private = ["text", "private-benefit.bijstand"]
        args = {"label": ["words", "Uitkering"], "value": private}
        outbox.tell(work, jobseeker.person_id, outbox.line("dialog-line", **args))
        return World(
            jobseeker.person_id,
            vacancy.contact_id,
            vacancy.employer_id,
            vacancy.id or 0,
            pair.id or 0,
            cv.id or 0,
        )


async def _added(work: Work, row: Row) -> Row:
    work.tx.add(row)
    await work.tx.flush()
    return row


async def _jobseeker(work: Work, name: str, coach: int | None) -> Jobseeker:
    phone, full = "+31612345678", f"{name} Haddad"
    person = await _added(work, Person(name=name, full_name=full, phone=phone, created=work.now))
    confirmed = {f: {"on": "2026-11-20", "by": person.id} for f in PROFILE}
    confirmed["hours"] = {"on": "2025-01-01", "by": person.id}
    return await _added(
        work,
        Jobseeker(
            person_id=person.id or 0,
            team="intake-haarlem",
            organisation="haarlem",
            town="Haarlem",
            coach_id=coach,
            profile=PROFILE,
            confirmed=confirmed,
            created=work.now,
            updated=work.now,
        ),
    )


async def _cv(work: Work, person_id: int) -> Document:
    return await _added(
        work,
        Document(
            person_id=person_id,
            kind="cv",
            content=base64.b64encode(b"%PDF her cv").decode(),
            media_type="application/pdf",
            created=work.now,
        ),
    )


async def _vacancy(work: Work, manager: int | None) -> Vacancy:
    phone = "+31201234567"
    contact = await _added(work, Person(name="Bas", formal=True, phone=phone, created=work.now))
    employer = await _added(
        work,
        Employer(
            name="Bakkerij Bruin",
            kvk="90001051",
            place="2012",
            team="employers-zuid",
            account_manager_id=manager,
            created=work.now,
        ),
    )
    await _added(work, Contact(person_id=contact.id or 0, employer_id=employer.id or 0))
    return await _added(
        work,
        Vacancy(
            employer_id=employer.id or 0,
            contact_id=contact.id or 0,
            title="Schoonmaker bakkerij",
            demands=DEMANDS,
            agreement={"channel": "chat", "manner": "open"},
            evidence={"hours": "20 tot 24 uur"},
            reported=work.now,
            updated=work.now,
        ),
    )


async def _match(
    work: Work, jobseeker: Jobseeker, vacancy: Vacancy, given: dict[str, Any]
) -> Match:
    fit = matching.fit(PROFILE, DEMANDS, proposals.rules(work))
    usual = {
        "jobseeker_id": jobseeker.person_id,
        "vacancy_id": vacancy.id,
        "score": fit.score,
        "reasons": fit.as_json(),
        "coach_id": jobseeker.coach_id,
        "created": work.now,
        "since": work.now,
    }
    return await _added(work, Match(**{**usual, **given}))
