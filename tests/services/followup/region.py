"""A small region in which something of everything waits, for the tests of follow-up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

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
    Staff,
    Talk,
    Vacancy,
)
from services.unit_of_work import Work

FIELDS = ("home", "wanted", "hours", "times", "start")


@dataclass
class Small:
    """The numbers of who and what is in it."""

    coach: int = 0
    lead: int = 0
    manager: int = 0
    regional: int = 0
    jobseekers: list[int] = field(default_factory=list)
    contacts: list[int] = field(default_factory=list)
    vacancies: list[int] = field(default_factory=list)
    matches: list[int] = field(default_factory=list)


async def _person(work: Work, name: str, **more: object) -> int:
    person = Person(name=name, created=work.now, **more)
    work.tx.add(person)
    await work.tx.flush()
    return person.id or 0


async def made(work: Work, *, people: int = 8, seed: int = 1) -> Small:
    """Fill an empty database; everything began within the last ten days or is about to."""
    dice, small = Random(seed), Small()
    for role, name in (
        ("coach", "coach"),
        ("coach", "lead"),
        ("account_manager", "manager"),
        ("regional_manager", "regional"),
    ):
        number = await _person(work, name, formal=True)
        team = "employers-zuid" if role == "account_manager" else "intake-haarlem"
        row = Staff(
            person_id=number, role=role, organisation="haarlem", team=team, lead=name == "lead"
        )
        work.tx.add(row)
        setattr(small, name, number)

    def ago(days: float) -> datetime:
        return work.now - timedelta(days=dice.random() * days)

    for index in range(people):
        number = await _person(work, f"her-{index}", seen=ago(40))
        work.tx.add(
            Jobseeker(
                person_id=number,
                profile={"home": "2011", "wanted": ["cleaner"], "hours": [16, 24], "times": []},
                confirmed={each: {"on": str(ago(80).date()), "by": number} for each in FIELDS},
                team="intake-haarlem",
                coach_id=small.coach if index % 3 else None,
                created=ago(20),
                updated=ago(20),
            )
        )
        small.jobseekers.append(number)
        if index % 2:
            plan = Plan(
                person_id=number,
                state="agreed",
                review_on=work.today + timedelta(days=dice.randint(1, 80)),
                created=ago(10),
                updated=ago(10),
            )
            work.tx.add(plan)
    for index in range(4):
        number = await _person(work, f"left-{index}")
        touched = ago(9)
        talk = Talk(
            person_id=number, dialog="jobseeker", started=touched, touched=touched, state={}
        )
        work.tx.add(talk)
    await _vacancies(work, small, dice, ago)
    await _matches(work, small, dice, ago)
    return small


async def _vacancies(work: Work, small: Small, dice: Random, ago: object) -> None:
    for index in range(5):
        contact = await _person(work, f"boss-{index}", formal=True)
        employer = Employer(
            name=f"firm-{index}",
            verified=work.now,
            account_manager_id=small.manager,
            created=work.now,
        )
        work.tx.add(employer)
        await work.tx.flush()
        work.tx.add(Contact(person_id=contact, employer_id=employer.id or 0))
        reported = ago(5)  # type: ignore[operator]
        row = Vacancy(
            employer_id=employer.id or 0,
            contact_id=contact,
            title=f"work-{index}",
            demands={"occupation": ["cleaner"]},
            agreement={"manner": "open", "interval": dice.choice(("week", "two-weeks", "month"))},
            answer={"sent": reported.isoformat(), "by": "person"} if index % 2 else {},
            reported=reported,
            expires=work.today + timedelta(days=dice.randint(3, 70)),
            updated=reported,
        )
        work.tx.add(row)
        await work.tx.flush()
        small.contacts.append(contact)
        small.vacancies.append(row.id or 0)


async def _matches(work: Work, small: Small, dice: Random, ago: object) -> None:
    states = ("proposed", "approved", "introduced", "invited")
    for index, her in enumerate(small.jobseekers):
        for vacancy in (small.vacancies[index % 5], small.vacancies[(index + 2) % 5]):
            since = ago(6)  # type: ignore[operator]
            match = Match(
                jobseeker_id=her,
                vacancy_id=vacancy,
                state=dice.choice(states),
                created=since,
                since=since,
            )
            work.tx.add(match)
            await work.tx.flush()
            small.matches.append(match.id or 0)
    for match_id in small.matches[:3]:
        match = await work.get(Match, match_id)
        match.state, match.agreed = "invited", work.now
        starts = work.now + timedelta(days=dice.randint(1, 40), hours=dice.randint(0, 8))
        work.tx.add(Meeting(match_id=match_id, starts=starts, created=work.now, updated=work.now))
    for match_id in small.matches[3:6]:
        match = await work.get(Match, match_id)
        match.state = "placed"
        vacancy = await work.get(Vacancy, match.vacancy_id)
        begins = work.today + timedelta(days=dice.randint(-10, 10))
        placement = Placement(
            match_id=match_id,
            jobseeker_id=match.jobseeker_id,
            employer_id=vacancy.employer_id,
            vacancy_id=vacancy.id,
            coach_id=small.coach,
            starts=begins,
            created=work.now,
            updated=work.now,
        )
        work.tx.add(placement)
        await work.tx.flush()
        sides = {
            "jobseeker": match.jobseeker_id,
            "employer": vacancy.contact_id,
            "coach": small.coach,
        }
        for side, person in sides.items():
            for moment, days in (("day-1", 1), ("week-2", 14), ("week-5", 35)):
                work.tx.add(
                    CheckIn(
                        placement_id=placement.id or 0,
                        person_id=person,
                        side=side,
                        moment=moment,
                        due=_after(begins, days),
                    )
                )


def _after(day: date, days: int) -> date:
    return day + timedelta(days=days)
