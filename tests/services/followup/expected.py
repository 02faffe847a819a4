"""An independent, simple model of follow-up: what should go out, tick by tick.

It knows the numbers of the table by heart and does its own arithmetic with days, so that a fault
in the table, the calendar or the queries shows. It is told what there is once, at the beginning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import select

from services.store.models import (
    CheckIn,
    Contact,
    Employer,
    Jobseeker,
    Match,
    Meeting,
    Person,
    Placement,
    Plan,
    Survey,
    Talk,
    Vacancy,
)
from services.unit_of_work import Work
from tests.services.followup.by_hand import (
    back,
    days_on,
    forward,
    local,
    morning,
    nine,
    office,
    open_hours,
    round_time,
    working_on,
)

FRESH = {
    **{"start": 30, "hours": 60, "times": 60, "home": 180, "dutch": 180},
    **{"skills": 365, "done": 730, "level": 730},
}


@dataclass(frozen=True)
class Wait:
    """A row of what waits: for each step its kind, its moment, and who is reminded."""

    rule: str
    subject: int
    steps: tuple[tuple[str, datetime, int], ...]  # kind, moment, person (reminders)
    stale: int
    episode: str
    vacancy: int = 0
    match: int = 0
    daily: bool = False


@dataclass
class Surveys:
    """Who is asked what they think of us: three and twelve months of work, and every year."""

    work: list[tuple[int, date, list[int]]] = field(default_factory=list)  # placement, start, whom
    known: list[tuple[int, datetime]] = field(default_factory=list)  # who is with us since when
    asked: set[tuple[int, str, int]] = field(default_factory=set)
    last: dict[int, datetime] = field(default_factory=dict)
    number: int = 0

    def asked_on(self, now: datetime) -> list[Wait]:
        today, found = local(now).date(), []
        for kind, days in (("placement", 91), ("durable", 365)):
            for subject, starts, people in self.work:
                late = (today - starts).days - days
                found += [(each, kind, subject) for each in people if 0 <= late < 21]
        found += [
            (person, "yearly", today.year)
            for person, since in self.known
            if since <= now - timedelta(days=365)
        ]
        waits = []
        for each in dict.fromkeys(found):
            lately = self.last.get(each[0])
            if each in self.asked or (lately and lately > now - timedelta(days=60)):
                continue
            self.asked.add(each)
            waits.append(self.wait(each[0], now))
        return waits

    def wait(self, person: int, at: datetime) -> Wait:
        """The next row, which is asked about once."""
        self.number += 1
        self.last[person] = max(at, self.last.get(person, at))
        steps = (("reminder", forward(at), person),)
        return Wait("survey", self.number, steps, 14, at.isoformat())


class Model:
    """What was there at the start, and what has been sent."""

    def __init__(self) -> None:
        self.waits: list[Wait] = []
        self.sent: set[tuple[str, int, str, int]] = set()
        self.last: dict[int, datetime] = {}
        self.gone: set[tuple[str, int]] = set()  # ("match", 3): closed by the service itself
        self.surveys = Surveys()

    def tick(self, now: datetime) -> set[tuple[str, int, int]]:
        """(rule, step, subject) of everything that goes out now."""
        out: set[tuple[str, int, int]] = set()
        mine: dict[int, list[tuple[datetime, str, Wait, int]]] = defaultdict(list)
        if office(now) and not office(now - timedelta(hours=1)):
            self.waits += self.surveys.asked_on(now)
        for wait in filter(lambda each: self._looked_at(each, now), self.waits):
            found = self._due(wait, now)
            if found is None:
                continue
            number, (kind, moment, person) = found
            if kind == "reminder":
                name = f"{wait.rule}:{number}:{wait.subject}:{wait.episode}"
                mine[person].append((moment, name, wait, number))
            else:
                self._out(out, wait, number)
        for person, waiting in mine.items():
            last = self.last.get(person)
            if last is None or last <= days_on(now, -2):
                for _, _, wait, number in sorted(waiting, key=lambda each: each[:2])[:4]:
                    self._out(out, wait, number)
                self.last[person] = now
        # What the service closed is gone from the next tick on.
        ends = {("match-employer", 3): "match", ("expiring", 2): "vacancy"}
        self.gone |= {
            (ends[rule, number], subject) for rule, number, subject in out if (rule, number) in ends
        }
        return out

    def _looked_at(self, wait: Wait, now: datetime) -> bool:
        """Is it still there, and is this an hour in which it is looked at?"""
        if ("match", wait.match) in self.gone or ("vacancy", wait.vacancy) in self.gone:
            return False
        return not wait.daily or (office(now) and not office(now - timedelta(hours=1)))

    def _due(self, wait: Wait, now: datetime) -> tuple[int, tuple[str, datetime, int]] | None:
        reached = [n for n, (_, moment, _) in enumerate(wait.steps) if moment <= now]
        if not reached:
            return None
        number = reached[-1]
        kind, moment, person = wait.steps[number]
        always = (wait.rule, reached[-1]) == ("expiring", 2)  # closing is never too late
        if moment + timedelta(days=wait.stale) <= now and not always:
            return None
        may = {"promise": open_hours, "digest": round_time}.get(kind, office)
        if not may(now) or (wait.rule, wait.subject, wait.episode, number) in self.sent:
            return None
        return number, (kind, moment, person)

    def _out(self, out: set[tuple[str, int, int]], wait: Wait, number: int) -> None:
        self.sent.add((wait.rule, wait.subject, wait.episode, number))
        out.add((wait.rule, number, wait.subject))


async def read(work: Work, until: datetime) -> Model:
    """The model of what waits in the database now."""
    model = Model()
    add = model.waits.append
    vacancies = {row.id or 0: row for row in await _all(work, Vacancy)}
    matches = {row.id: row for row in await _all(work, Match)}
    placements = {row.id: row for row in await _all(work, Placement)}
    for talk in await _all(work, Talk):
        _talk(add, talk)
    employers = {row.id: row for row in await _all(work, Employer)}
    for match in matches.values():
        vacancy = vacancies[match.vacancy_id]
        verified = employers[vacancy.employer_id].verified is not None
        _match(add, match, vacancy, verified=verified)
    for row in vacancies.values():
        _vacancy(add, row, until)
    for meeting in await _all(work, Meeting):
        match = matches[meeting.match_id]
        _meeting(add, meeting, match.jobseeker_id, vacancies[match.vacancy_id].contact_id)
    for check in await _all(work, CheckIn):
        _check_in(add, check, placements[check.placement_id])
    for plan in await _all(work, Plan):
        _plan(add, plan)
    people = {person.id: person for person in await _all(work, Person)}
    planned = {plan.person_id for plan in await _all(work, Plan)}
    for row in await _all(work, Jobseeker):
        if row.person_id not in planned and row.coach_id and row.status == "open":
            _no_plan(add, row)
    for row in await _all(work, Jobseeker):
        _profile(add, row, people[row.person_id])
    await _surveys(work, model, list(placements.values()), people)
    return model


async def _surveys(
    work: Work, model: Model, placements: list[Placement], people: dict[Any, Person]
) -> None:
    """What was asked before, who works, and whom we know; nobody says anything new meanwhile."""
    rows = sorted(await _all(work, Survey), key=lambda row: row.id)
    for row in rows:
        model.surveys.asked.add((row.person_id, row.kind, row.subject_id))
        wait = model.surveys.wait(row.person_id, row.asked)
        if row.answered is None:
            model.waits.append(wait)
    speakers: dict[int, list[int]] = defaultdict(list)
    for contact in await _all(work, Contact):
        speakers[contact.employer_id].append(contact.person_id)
    for row in placements:
        if row.status == "running":
            whom = [row.jobseeker_id, *speakers[row.employer_id]]
            model.surveys.work.append((row.id or 0, row.starts, whom))
    employers = {row.id: row for row in await _all(work, Employer)}
    mine = [(row.person_id, row.created) for row in await _all(work, Jobseeker)]
    theirs = [
        (each, employers[number].created) for number, them in speakers.items() for each in them
    ]
    for person, created in mine + theirs:
        if people[person].seen and not people[person].paused:
            model.surveys.known.append((person, created))


async def _all(work: Work, table: Any) -> Any:
    return (await work.tx.exec(select(table))).all()


Add = Callable[[Wait], None]


def _talk(add: Add, talk: Talk) -> None:
    her, since = talk.person_id, talk.touched
    steps = [("reminder", forward(days_on(since, n)), her) for n in (1, 3, 7)]
    steps.append(("digest", morning(days_on(since, 8)), 0))
    add(Wait("intake", her, tuple(steps), 7, f"jobseeker-{since.isoformat()}"))


def _meeting(add: Add, meeting: Meeting, her: int, contact: int) -> None:
    for side, person in (("jobseeker", her), ("contact", contact)):
        begins = meeting.starts
        steps = (
            ("promise", back(begins - timedelta(hours=24)), 0),
            ("reminder", forward(begins + timedelta(hours=24)), person),
        )
        add(Wait(f"meeting-{side}", meeting.id or 0, steps, 1, begins.isoformat()))


def _plan(add: Add, plan: Plan) -> None:
    assert plan.review_on
    since = nine(plan.review_on)
    steps = (
        ("reminder", forward(since), plan.person_id),
        ("digest", morning(days_on(since, 7)), 0),
    )
    add(Wait("plan", plan.id or 0, steps, 14, since.isoformat()))


def _no_plan(add: Add, row: Jobseeker) -> None:
    since = row.created + timedelta(days=28)
    steps = (("digest", morning(since), 0), ("digest", morning(days_on(since, 14)), 0))
    add(Wait("no-plan", row.person_id, steps, 14, since.isoformat()))


def _profile(add: Add, row: Jobseeker, person: Person) -> None:
    her = row.person_id
    if row.status != "open":
        return
    if person.seen:
        step = ("reminder", forward(days_on(person.seen, 30)), her)
        add(Wait("silent", her, (step,), 7, person.seen.isoformat(), daily=True))
    since, field = min(
        (nine(date.fromisoformat(known["on"])) + timedelta(days=FRESH.get(each, 90)), each)
        for each, known in row.confirmed.items()
        if row.profile.get(each) is not None
    )
    step = ("reminder", forward(since), her)
    add(Wait("fresh", her, (step,), 30, f"{field}-{since.date()}", daily=True))


def _match(add: Add, match: Match, vacancy: Vacancy, *, verified: bool) -> None:
    since, her, contact = match.since, match.jobseeker_id, vacancy.contact_id
    if match.agreed:
        return
    rows: Iterable[tuple[str, datetime, int]]
    if match.state == "proposed":
        rows = [("digest", morning(working_on(since, n)), 0) for n in (1, 2)]
        rows.append(("alert", forward(working_on(since, 3)), 0))
        name, stale = "match-coach", 7
    elif match.state in ("approved", "invited"):
        rows = [("reminder", forward(days_on(since, n)), her) for n in (2, 5)]
        rows.append(("digest", morning(days_on(since, 7)), 0))
        name, stale = {"approved": "match-jobseeker", "invited": "match-confirm"}[match.state], 7
    elif match.state == "introduced":
        rows = [("reminder", forward(working_on(since, n)), contact) for n in (2, 4)]
        rows += [("alert", forward(working_on(since, 6)), 0)]
        rows += [("action", forward(working_on(since, 10)), 0)]
        name, stale = "match-employer", 14
    elif match.state == "interested" and not verified:
        rows = [("digest", morning(working_on(since, 1)), 0)]
        name, stale = "match-verify", 7
    else:
        return
    number = match.id or 0
    wait = Wait(name, number, tuple(rows), stale, since.isoformat(), vacancy.id or 0, number)
    add(wait)


def _vacancy(add: Add, row: Vacancy, until: datetime) -> None:
    number, since, contact = row.id or 0, row.reported, row.contact_id
    if row.status != "open":
        return
    if not row.answer.get("sent"):
        steps = (
            ("alert", forward(since + timedelta(hours=48)), 0),
            ("promise", back(since + timedelta(hours=72)), 0),
        )
        add(Wait("answer", number, steps, 30, since.isoformat(), number))
    every = {"week": 7, "two-weeks": 14, "month": 30}[row.agreement["interval"]]
    for turn in range(1, 200):
        at = since + timedelta(days=every * turn)
        if at > until + timedelta(days=5):
            break
        steps = (("promise", back(at), 0),)
        add(Wait("progress", number, steps, 3, f"round-{turn}", number))
    assert row.expires
    last = nine(row.expires)
    rows = [("reminder", forward(days_on(last, -n)), contact) for n in (7, 1)]
    rows.append(("action", forward(days_on(last, 1)), 0))
    add(Wait("expiring", number, tuple(rows), 3, last.isoformat(), number))


def _check_in(add: Add, check: CheckIn, placement: Placement) -> None:
    since, number = nine(check.due), check.id or 0
    if check.side == "coach":
        rows = [("digest", morning(since), 0), ("digest", morning(working_on(since, 5)), 0)]
    else:
        rows = [
            ("reminder", forward(since), check.person_id),
            ("reminder", forward(working_on(since, 3)), check.person_id),
            ("action", forward(working_on(since, 5)), 0),
        ]
    add(Wait(f"check-in-{check.side}", number, tuple(rows), 14, since.isoformat()))
