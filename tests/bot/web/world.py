"""A small world for the console: a coach's jobseeker, an employer, a vacancy, and their match."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

from services import matching, post, proposals
from services.store.models import (
    Contact,
    Document,
    Employer,
    Jobseeker,
    Match,
    Person,
    Vacancy,
)
from tests.bot.web.site import Site

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


async def made(
    site: Site, coach: str = "", manager: str = "", name: str = "Amina", **match: Any
) -> World:
    """One of each; the coach and the account manager by the name they have on the stage."""
    actors = site.stage.actors
    async with site.stage.work() as work:
        now = work.now
        person = Person(name=name, full_name=f"{name} Haddad", phone="+31612345678", created=now)
        contact = Person(name="Bas", formal=True, phone="+31201234567", created=now)
        work.tx.add_all([person, contact])
        await work.tx.flush()
        confirmed = {f: {"on": "2026-11-20", "by": person.id} for f in PROFILE}
        confirmed["hours"] = {"on": "2025-01-01", "by": person.id}
        jobseeker = Jobseeker(
            person_id=person.id,
            team="intake-haarlem",
            organisation="haarlem",
            town="Haarlem",
            coach_id=actors[coach].number if coach else None,
            profile=PROFILE,
            confirmed=confirmed,
            created=now,
            updated=now,
        )
        cv = Document(
            person_id=person.id,
            kind="cv",
            content=base64.b64encode(b"%PDF her cv").decode(),
            media_type="application/pdf",
            created=now,
        )
        employer = Employer(
            name="Bakkerij Bruin",
            kvk="90001051",
            place="2012",
            team="employers-zuid",
            account_manager_id=actors[manager].number if manager else None,
            created=now,
        )
        work.tx.add_all([jobseeker, cv, employer])
        await work.tx.flush()
        work.tx.add(Contact(person_id=contact.id, employer_id=employer.id))
        vacancy = Vacancy(
            employer_id=employer.id,
            contact_id=contact.id,
            title="Schoonmaker bakkerij",
            demands=DEMANDS,
            agreement={"channel": "chat", "manner": "open"},
            evidence={"hours": "20 tot 24 uur"},
            reported=now,
            updated=now,
        )
        work.tx.add(vacancy)
        await work.tx.flush()
        fit = matching.fit(PROFILE, DEMANDS, proposals.rules(work))
        pair = Match(
            **{
                "jobseeker_id": person.id,
                "vacancy_id": vacancy.id,
                "score": fit.score,
                "reasons": fit.as_json(),
                "coach_id": jobseeker.coach_id,
                "created": now,
                "since": now,
                **match,
            }
        )
        work.tx.add(pair)
        private = ["text", "private-benefit.bijstand"]
        args = {"label": ["words", "Uitkering"], "value": private}
        post.tell(work, person.id or 0, post.line("dialog-line", **args))
        await work.tx.flush()
        return World(
            person.id or 0,
            contact.id or 0,
            employer.id or 0,
            vacancy.id or 0,
            pair.id or 0,
            cv.id or 0,
        )
