"""Everybody who may come by: the staff of two teams, both sides of two matches, and strangers.

What they do is not kept, so that each of them finds the office as it was.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from aiohttp import ClientSession, DummyCookieJar

from bot.web import WebDeps, seats
from bot.web.rate_limit import RateLimit
from services import callbacks, console, matching
from services.access import assisted, sessions
from services.for_employers import candidates
from services.help import urgent
from services.store.models import (
    Absence,
    Contact,
    Employer,
    Jobseeker,
    Match,
    Person,
    Staff,
    Vacancy,
)
from services.unit_of_work import Work
from tests.bot.web.office import CONFIRMED, DEMANDS, PROFILE, STAFF, Office, opened_office
from tests.bot.web.site import Site

MORE_STAFF: Mapping[str, dict[str, Any]] = {
    "lead": {"role": "coach", "team": "intake-haarlem", "lead": True},
    "other lead": {"role": "coach", "team": "intake-velsen", "lead": True},
    "jobcoach": {"role": "jobcoach", "team": "intake-haarlem"},
    "no second step": {"role": "coach", "team": "intake-haarlem"},
    "left": {"role": "coach", "team": "intake-haarlem"},
}
HALF_IN = frozenset({"no second step", "left"})
AT_A_DESK = frozenset(STAFF) | frozenset(MORE_STAFF) - HALF_IN
JOBSEEKERS = frozenset({"jobseeker", "other jobseeker"})
EMPLOYERS = frozenset({"employer", "other employer"})
CHATTING = JOBSEEKERS | EMPLOYERS | {"newcomer"}
NOBODY = "nobody"
EVERYBODY = AT_A_DESK | HALF_IN | CHATTING | {NOBODY}
WHO = {  # how somebody who chats is called on the stage
    "jobseeker": "her",
    "employer": "hans",
    "other jobseeker": "noor",
    "other employer": "piet",
    "newcomer": "newcomer",
}
PLENTY = (100_000, 60.0)


class _UndoError(Exception):
    """Ends a transaction without keeping it."""


class Undone(WebDeps):
    """Everything is done as ever, and nothing of it is kept."""

    @asynccontextmanager
    async def working(self) -> AsyncIterator[Work]:
        """A transaction that is taken back."""
        with suppress(_UndoError):
            async with super().working() as work:
                yield work
                await work.tx.flush()  # what could not be kept is an error here too
                work.tx.expunge_all()  # what was read stays as it was read
                raise _UndoError


@dataclass(frozen=True)
class Answer:
    """What somebody got: the status, where to go on, and the page."""

    status: int
    location: str
    body: str


@dataclass
class Everybody:
    """An office with everybody in it: their cookies, and the numbers that may be in an address."""

    site: Site
    own: dict[str, str]  # of the team in Haarlem and the employer there
    other: dict[str, str]  # the same of another team and another employer
    cookies: dict[str, dict[str, str]]
    session: ClientSession

    async def asks(self, who: str, path: str, form: Mapping[str, str] | None = None) -> Answer:
        """Go to an address, or post a form there with one's own token; a stream is not read."""
        cookies = self.cookies.get(who, {})
        if form is not None:
            cookie = cookies.get(seats.CONSOLE if path.startswith("/console") else seats.CHAT, "")
            form = {"form_token": sessions.form_token(cookie), **form}
        async with self.session.request(
            "GET" if form is None else "POST",
            self.site.base + path,
            data=form,
            allow_redirects=False,
            headers={"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())},
        ) as got:
            flows = got.content_type == "text/event-stream"
            body = "" if flows else (await got.read()).decode(errors="replace")
            return Answer(got.status, got.headers.get("Location", ""), body)


@asynccontextmanager
async def gathered(site: Site) -> AsyncIterator[Everybody]:
    """The office with a match that became work, and one of another team that was just shown."""
    site.deps.newcomers = site.deps.pace = RateLimit(PLENTY)
    office = await opened_office(site)
    for name in STAFF:
        await office.desk(name)
    for name, facts in MORE_STAFF.items():
        await site.stage.person(name, **facts)
    await office.plans()
    await office.meets()
    await office.works()
    for name in WHO.values():
        await site.stage.person(name)
    async with site.stage.work() as work:
        (await work.get(Staff, site.stage.actors["left"].number)).active = False
        (await work.get(Jobseeker, office.her)).status = "open"
        other = await _others(work, office)
        await _kept(work, office)
        office.urgent = await _in_danger(work, office.her)
        office.call = await _to_call(work, office.her)
        other["call"] = str(await _to_call(work, site.stage.actors["noor"].number))
        other["urgent"] = str(await _in_danger(work, site.stage.actors["noor"].number))
        absence = Absence(
            person_id=site.stage.actors["colleague"].number,
            starts=date(2027, 2, 1),
            ends=date(2027, 2, 5),
            created=work.now,
        )
        work.tx.add(absence)
        await work.tx.flush()
        cookies = {name: await _cookies(work, site, name) for name in EVERYBODY - {NOBODY}}
    own = {name: str(value) for name, value in vars(office).items() if isinstance(value, int)}
    people = {name: str(actor.number) for name, actor in site.stage.actors.items()}
    own |= {"hans": people["hans"], "coach": people["own coach"], "view": "1"}
    own |= {"absence": str(absence.id), "colleague": people["colleague"], "mark": other.pop("mark")}
    async with ClientSession(cookie_jar=DummyCookieJar()) as session:
        yield Everybody(site, own, {**own, **other}, cookies, session)


async def _cookies(work: Work, site: Site, name: str) -> dict[str, str]:
    number = site.stage.actors[WHO.get(name, name)].number
    kind, cookie = ("chat", seats.CHAT) if name in CHATTING else ("console", seats.CONSOLE)
    strong = kind == "console" and name != "no second step"
    return {cookie: await sessions.begin_visit(work, number, kind, strong=strong)}


async def _kept(work: Work, office: Office) -> None:
    """The coach saved a list, and fills in together with her."""
    coach = office.site.stage.actors["own coach"].number
    await assisted.begin(work, office.her, coach)
    await console.views.save(work, coach, "vacatures", "Open", "toon=open")
    await work.tx.flush()


async def _in_danger(work: Work, person_id: int) -> int:
    """What somebody wrote, and her coach was told."""
    row = await urgent.keep(work, person_id, "violence", "mijn man slaat mij", lead_only=False)
    await urgent.tell(work, row)
    return row.id or 0


async def _to_call(work: Work, person_id: int) -> int:
    """Somebody wants to be called."""
    person = await work.get(Person, person_id)
    slot = callbacks.slots(work)[-1][0]
    await callbacks.ask(work, person, "+31612345678", slot)
    row = await callbacks.waiting_of(work, person_id)
    return (row.id or 0) if row else 0


async def _others(work: Work, office: Office) -> dict[str, str]:
    """A jobseeker of another team, on the browse list and shown to another employer."""
    actors = {name: actor.number for name, actor in office.site.stage.actors.items()}
    for name, called in (("noor", "Noor"), ("piet", "Piet")):
        (await work.get(Person, actors[name])).name = called
    work.tx.add(_jobseeker(work, actors))
    vacancy = await _vacancy(work, actors)
    fit = matching.fit(PROFILE, DEMANDS)
    match = Match(
        jobseeker_id=actors["noor"],
        vacancy_id=vacancy.id or 0,
        state="introduced",
        score=fit.score,
        reasons=fit.as_json(),
        created=work.now,
        since=work.now,
    )
    work.tx.add(match)
    await work.tx.flush()
    numbers = {
        "her": actors["noor"],
        "employer": vacancy.employer_id,
        "vacancy": vacancy.id,
        "match": match.id,
        "hans": actors["piet"],
        "coach": actors["other coach"],
        "mark": candidates.reference(office.employer, actors["noor"]),
    }
    return {name: str(value) for name, value in numbers.items()}


def _jobseeker(work: Work, actors: Mapping[str, int]) -> Jobseeker:
    return Jobseeker(
        person_id=actors["noor"],
        profile=PROFILE,
        confirmed=CONFIRMED,
        town="Velsen",
        team="intake-velsen",
        coach_id=actors["other coach"],
        shown_by_self=True,
        shown_by_coach=True,
        created=work.now,
        updated=work.now,
    )


async def _vacancy(work: Work, actors: Mapping[str, int]) -> Vacancy:
    """The other employer has one too."""
    employer = Employer(
        name="Hotel Zeezicht",
        kvk="90001235",
        place="haarlem",
        team="employers-ijmond",
        verified=work.now,
        account_manager_id=actors["other manager"],
        created=work.now,
    )
    work.tx.add(employer)
    await work.tx.flush()
    vacancy = Vacancy(
        employer_id=employer.id or 0,
        contact_id=actors["piet"],
        title="Schoonmaker in het hotel",
        demands=DEMANDS,
        reported=work.now,
        updated=work.now,
    )
    work.tx.add_all([Contact(person_id=actors["piet"], employer_id=employer.id or 0), vacancy])
    await work.tx.flush()
    return vacancy
