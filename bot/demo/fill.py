"""Writes the invented region into an empty database, through the same services as real life.

People are spread over the past weeks, coaches have their caseload, and matches stand in every
state, each step taken by the person who takes it for real.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

from sqlalchemy import delete
from sqlmodel import col, select

from bot.demo.market import employers as invented_employers
from bot.demo.market import vacancies as invented_vacancies
from bot.demo.opinions import asked as opinions_asked
from bot.demo.people import dossier
from bot.demo.people import jobseekers as invented_jobseekers
from bot.demo.people import staff as invented_staff
from services import caseload, employers, installation, matches, placements, vacancies
from services.jobseekers import dossier as dossiers
from services.jobseekers import plans, profiles
from services.matches import meetings, proposals
from services.store.models import (
    Address,
    Employer,
    Inbox,
    Jobseeker,
    Match,
    Message,
    Person,
    Staff,
    Vacancy,
)
from services.store.sealed import ring
from services.unit_of_work import Work

SEED = 2026
PLAN_STEPS = (
    ("Een cv maken met de coach", "jobseeker"),
    ("Een dag meelopen bij een werkgever", "jobseeker"),
    ("Een taalcursus zoeken", "coach"),
)
INTAKE = ("name", "home", "wanted", "done", "skills", "hours", "times", "travel", "limit")
LAST = ("licence", "dutch")
Progress = Callable[[str, int, int], None]

# How far a match goes, with the steps and who takes them; weights make a believable spread.
ROADS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (8, ()),
    (2, ("declined",)),
    (4, ("approved",)),
    (1, ("approved", "not_interested")),
    (4, ("approved", "interested")),
    (1, ("approved", "interested", "rejected")),
    (2, ("approved", "interested", "invited")),
    (2, ("approved", "interested", "invited", "agreed")),
    (1, ("approved", "interested", "invited", "agreed", "met")),
    (2, ("approved", "interested", "invited", "agreed", "met", "placed")),
    (1, ("approved", "interested", "invited", "agreed", "met", "not_placed")),
    (1, ("withdrawn",)),
)


async def fill(work: Work, tell: Progress = lambda *_: None) -> None:
    """The whole region, in the work's one transaction; about 320 people and 130 vacancies."""
    dice = Random(SEED)
    team = await _staff(work)
    await _jobseekers(work, dice, team, tell)
    await _vacancies(work, await _employers(work, team), tell)
    await _matches(work, dice, tell)
    await _meetings(work, dice)
    await _plans(work, dice)
    await work.tx.flush()
    await opinions_asked(work)
    await work.tx.flush()
    # What all these steps would have sent and asked was, in this invented past, sent and asked.
    await work.tx.exec(delete(Inbox))
    await work.tx.exec(delete(Message))
    await installation.write(work, installation.DEMO, True)


async def _person(work: Work, given: dict[str, Any], address: str) -> Person:
    language = given["language"] if given.get("language") in ("nl", "en") else "nl"
    person = Person(
        language=language,
        name=given["name"],
        full_name=f"{given['name']} {given['last_name']}",
        phone=given["phone"],
        created=work.now,
    )
    work.tx.add(person)
    await work.tx.flush()
    work.tx.add(
        Address(
            person_id=person.id or 0,
            channel="web",
            key=ring().lookup("web", address),
            used=work.now,
        )
    )
    return person


async def _staff(work: Work) -> list[Staff]:
    rows = []
    for number, given in enumerate(invented_staff()):
        person = await _person(work, given, f"demo-staff-{number}")
        row = Staff(
            person_id=person.id or 0,
            role=given["role"],
            organisation=given["organisation"],
            team=given["team"],
            lead=given["lead"],
        )
        work.tx.add(row)
        rows.append(row)
    return rows


async def _jobseekers(work: Work, dice: Random, team: Sequence[Staff], tell: Progress) -> None:
    given_all, written = invented_jobseekers(SEED), Random(f"dossiers {SEED}")
    for number, given in enumerate(given_all):
        days = dice.randint(0, 90)
        then = _earlier(work, days, hours=dice.randint(0, 9))
        person = await _person(then, given, f"demo-jobseeker-{number}")
        answers = {field: given.get(field) or None for field in (*INTAKE, *LAST)}
        answers["name"] = given["name"]
        if given.get("start") is not None:
            answers["start"] = (then.today + timedelta(days=given["start"])).isoformat()
        await profiles.save_intake(then, person, 0, answers)
        await work.tx.flush()
        later = {k: given[k] for k in ("helps", "level") if given.get(k)}
        if later:
            shared = {"share_helps": "yes" if given.get("share_helps") else "no"}
            await profiles.save_visit(then, person, 0, {**later, **shared})
        row = await work.get(Jobseeker, person.id)
        _assign(row, team, number, new=days < 4)
        if row.coach_id and (facts := dossier(written)):
            await dossiers.save(then, row.person_id, facts, actor=row.coach_id)
        row.shown_by_self = row.shown_by_coach = bool(given.get("visibility"))
        if number % 20 == 0:
            tell("jobseekers", number, len(given_all))


def _assign(row: Jobseeker, team: Sequence[Staff], number: int, *, new: bool) -> None:
    """People have a coach of their team; some of the newest still wait for one."""
    coaches = [s.person_id for s in team if s.team == row.team and s.role == "coach"]
    if coaches and not (new and number % 2):
        row.coach_id = coaches[number % len(coaches)]


async def _employers(work: Work, team: Sequence[Staff]) -> list[tuple[Employer, Person]]:
    managers = [s for s in team if s.role == "account_manager"]
    made = []
    for number, given in enumerate(invented_employers(SEED)):
        then = _earlier(work, 120 - number)
        contact = {**given, "name": given["contact"], "last_name": given["contact_last_name"]}
        person = await _person(then, contact, f"demo-employer-{number}")
        answers = {
            "company": given["name"],
            "kvk": given["kvk"],
            "place": given["place"],
            "size": f"s{given['size'].rstrip('+')}",
            "government": "yes" if given["sector"] == "government" else "no",
            "name": given["contact"],
            "phone": given["phone"],
            "email": given["email"],
        }
        await employers.register(then, person, 0, answers)
        await work.tx.flush()
        employer = await employers.of_person(work, person.id or 0)
        assert employer is not None  # noqa: S101 - registered two lines up
        employer.branch = given["branch"]
        employer.account_manager_id = managers[number % len(managers)].person_id
        if given["verified"]:
            employer.verified, employer.verified_by = then.now, employer.account_manager_id
        made.append((employer, person))
    return made


async def _vacancies(work: Work, made: Sequence[tuple[Employer, Person]], tell: Progress) -> None:
    given_all = invented_vacancies(SEED)
    for number, given in enumerate(given_all):
        then = _earlier(work, (number * 7) % 45, hours=number % 24)
        agreed = given["agreement"]
        answers = {
            **{k: v for k, v in given.items() if k not in ("agreement", "employer")},
            **agreed,
            "strike": "no",
            "conditions": given["conditions"] or ["none"],
            "open_to": given["open_to"] or ["none"],
            "start": (then.today + timedelta(days=given["start"] or 0)).isoformat(),
            "expires": (work.today + timedelta(days=agreed["expires"])).isoformat(),
        }
        _, person = made[given["employer"]]
        await vacancies.report(then, person, 0, answers)
        if number % 20 == 0:
            tell("vacancies", number, len(given_all))
    rows = (await work.tx.exec(select(Vacancy).order_by(col(Vacancy.id)))).all()
    for row in rows[5::25]:
        row.status = "filled"
    for row in rows:
        if work.now - row.reported > timedelta(days=2, hours=12):  # most were answered in time
            row.answer = {"sent": (row.reported + timedelta(days=2)).isoformat(), "by": "person"}


async def _matches(work: Work, dice: Random, tell: Progress) -> None:
    rows = (await work.tx.exec(select(Vacancy).order_by(col(Vacancy.id)))).all()
    for number, vacancy in enumerate(rows):
        then = _earlier(work, dice.choice((1, 1, 1, 2, 2, 3, 4, 6, 9)))
        for match in await proposals.for_vacancy(then, vacancy.id or 0):
            weights = [weight for weight, _ in ROADS]
            (_, road), *_ = dice.choices(ROADS, weights)
            await _travel(then, dice, match, vacancy, road)
        if number % 20 == 0:
            tell("matches", number, len(rows))


async def _travel(
    work: Work, dice: Random, match: Match, vacancy: Vacancy, road: Sequence[str]
) -> None:
    """Take the steps of a road, a few hours apart, each by whoever decides it."""
    jobseeker = await work.get(Jobseeker, match.jobseeker_id)
    deciders = await caseload.of_jobseeker(work, jobseeker)
    if not deciders:
        return
    for hours, step in enumerate(road, start=1):
        then = replace(work, now=min(work.now + timedelta(hours=9 * hours), _latest(work)))
        if match.state in matches.ENDED:
            return  # somebody who began to work elsewhere is no longer looking
        if step == "agreed":
            await matches.agree(then, match.id or 0, match.jobseeker_id)
            continue
        if step == "placed":
            await _placed(then, dice, match, deciders[0])
            continue
        if step in ("invited", "rejected") and match.state != "introduced":
            return  # an employer nobody verified sees no card, and so decides nothing
        actor = {
            "interested": match.jobseeker_id,
            "not_interested": match.jobseeker_id,
            "invited": vacancy.contact_id,
            "rejected": vacancy.contact_id,
            "withdrawn": None,
        }.get(step, deciders[0])
        reasons = matches.REASONS.get(step, ("",))
        await matches.move(then, match.id or 0, step, actor=actor, reason=dice.choice(reasons))


async def _placed(work: Work, dice: Random, match: Match, actor: int) -> None:
    """Work that began some weeks ago or is about to, as people would have agreed it."""
    starts = work.today - timedelta(days=dice.choice((-3, 0, 10, 30, 60, 100)))
    kind = dice.choice(("regular", "regular", "learning", "trial"))
    ends = starts + timedelta(days=61) if kind == "trial" else None
    terms = placements.Terms(kind=kind, hours=dice.choice((16, 24, 32)), starts=starts, ends=ends)
    await placements.place(work, match.id or 0, terms, actor=actor)


async def _plans(work: Work, dice: Random) -> None:
    """Some people have made a plan with their coach."""
    rows = (await work.tx.exec(select(Jobseeker).order_by(col(Jobseeker.person_id)))).all()
    for row in rows[::9]:
        if row.coach_id is None:
            continue
        then = _earlier(work, dice.randint(5, 88))
        plan = await plans.draft(then, row.person_id, actor=row.coach_id)
        for words, who in PLAN_STEPS:
            await plans.add_step(then, plan.id or 0, words, actor=row.coach_id, who=who)
        await plans.propose(then, plan.id or 0, actor=row.coach_id)
        await plans.agree(then, plan.id or 0, actor=row.person_id)


async def _meetings(work: Work, dice: Random) -> None:
    """Who agreed to meet has an appointment in the days to come."""
    query = select(Match).where(Match.state == "invited", col(Match.agreed).is_not(None))
    for match in (await work.tx.exec(query)).all():
        jobseeker = await work.get(Jobseeker, match.jobseeker_id)
        actors = await caseload.of_jobseeker(work, jobseeker)
        starts = work.now + timedelta(days=dice.randint(1, 9), hours=dice.randint(0, 5))
        if actors:
            await meetings.plan(work, match.id or 0, actor=actors[0], starts=starts)


def _latest(work: Work) -> Any:
    return work.now + timedelta(hours=23)


def _earlier(work: Work, days: int, hours: int = 0) -> Work:
    return replace(work, now=work.now - timedelta(days=days, hours=hours))
