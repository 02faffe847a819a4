"""What is there already when a conversation begins: rows that colleagues made in the console.

Transcripts name these by a sentence ("++ Marloes maakt een afspraak voor morgen"); tests of
services call them directly. They all speak of Fatima (jobseeker), Hans (employer), Marloes (coach)
and Naoual (account manager).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import date, timedelta

from sqlmodel import col, select

from bot.stage import Stage
from services import followup, placements
from services.jobseekers import plans
from services.matches import meetings
from services.matching import Fit
from services.messages import outbox
from services.placements import Terms
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
    Vacancy,
)

PEOPLE = {
    "Marloes": ("coach", {"team": "intake-haarlem", "lead": True}),
    "Naoual": ("account_manager", {"team": "employers-zuid", "lead": True}),
}
TITLE = "schoonmaker bakkerij"


def number(stage: Stage, name: str) -> int:
    """Somebody's id."""
    return stage.actors[name].number


async def pair(stage: Stage) -> int:
    """Fatima and Hans said yes to each other: the match is invited, names were exchanged."""
    for name, (role, facts) in PEOPLE.items():
        await stage.person(name, role, **facts)
    await stage.person("Fatima")
    await stage.person("Hans")
    async with stage.work() as work:
        fatima = await work.get(Person, number(stage, "Fatima"))
        hans = await work.get(Person, number(stage, "Hans"))
        fatima.name, fatima.full_name, fatima.phone = "Fatima", "Fatima Amrani", "+31687654321"
        hans.name = hans.full_name = "Hans Hoekstra"
        hans.formal, hans.phone, hans.email = True, "+31612345678", "hans@bakker.example"
        employer = Employer(
            name="Bakkerij Hoekstra",
            place="haarlem",
            team="employers-zuid",
            account_manager_id=number(stage, "Naoual"),
            verified=work.now,
            created=work.now,
        )
        work.tx.add(employer)
        work.tx.add(
            Jobseeker(
                person_id=number(stage, "Fatima"),
                profile={"home": "2011", "wanted": ["cleaner"], "helps": ["buddy"]},
                team="intake-haarlem",
                organisation="haarlem",
                coach_id=number(stage, "Marloes"),
                town="Haarlem",
                created=work.now,
                updated=work.now,
            )
        )
        await work.tx.flush()
        work.tx.add(Contact(person_id=number(stage, "Hans"), employer_id=employer.id or 0))
        vacancy = Vacancy(
            employer_id=employer.id or 0,
            contact_id=number(stage, "Hans"),
            title=TITLE,
            demands={"occupation": ["cleaner"], "place": "haarlem", "open_to": ["trial"]},
            organisation="haarlem",
            reported=work.now,
            answer={"sent": work.now.isoformat()},
            updated=work.now,
        )
        work.tx.add(vacancy)
        await work.tx.flush()
        match = Match(
            jobseeker_id=number(stage, "Fatima"),
            vacancy_id=vacancy.id or 0,
            state="invited",
            agreed=work.now,
            coach_id=number(stage, "Marloes"),
            reasons=Fit(80, ()).as_json(),
            created=work.now,
            since=work.now,
        )
        work.tx.add(match)
        await work.tx.flush()
        return match.id or 0


REPORTED = {
    **{"occupation": ["cleaner"], "place": "haarlem", "hours": [16, 20], "times": ["morning"]},
    **{"licences": ["B"], "positions": 2, "strike": False, "wage": {"marker": "cao"}},
}
AGREED = {"channel": "chat", "manner": "coach", "preselection": "no", "interval": "month"}


async def asked(stage: Stage) -> int:
    """Hans looks for two cleaners with a licence; Fatima was asked and did not answer yet."""
    match_id = await pair(stage)
    async with stage.work() as work:
        match = await work.get(Match, match_id)
        match.state, match.agreed = "approved", None
        fatima = await work.get(Jobseeker, match.jobseeker_id)
        more = {"licences": ["B"], "hours": [16, 24], "times": ["morning"], "travel": ["bike"]}
        fatima.profile = {**fatima.profile, **more, "limit": 30, "done": ["cleaner"]}
        vacancy = await work.get(Vacancy, match.vacancy_id)
        vacancy.demands, vacancy.agreement = dict(REPORTED), dict(AGREED)
        vacancy.expires = work.today + timedelta(days=61)
        outbox.open_dialog(work, match.jobseeker_id, "interest", match_id)
    return match_id


async def the_match(stage: Stage) -> int:
    """The match of Fatima and Hans."""
    async with stage.work() as work:
        return (await work.tx.exec(select(Match.id))).one() or 0


async def meeting(stage: Stage) -> int:
    """Marloes plans an appointment for tomorrow at eleven."""
    match_id = await the_match(stage)
    async with stage.work() as work:
        row = await meetings.plan(
            work,
            match_id,
            actor=number(stage, "Marloes"),
            starts=work.now + timedelta(days=1, hours=1),
            place="Grote Markt 1, Haarlem",
            words="Vraag naar Hans.",
        )
        return row.id or 0


async def moved(stage: Stage) -> None:
    """Marloes moves it to a day later."""
    async with stage.work() as work:
        row = (await work.tx.exec(select(Meeting))).one()
        await meetings.change(
            work,
            row.id or 0,
            actor=number(stage, "Marloes"),
            starts=row.starts + timedelta(days=1),
        )


async def placed(stage: Stage, kind: str = "trial", days: int = 61) -> int:
    """Marloes records a placement that starts today; a trial of two months unless told."""
    match_id = await the_match(stage)
    async with stage.work() as work:
        starts: date = work.today
        terms = Terms(kind, 20, starts, starts + timedelta(days=days) if days else None)
        row = await placements.place(work, match_id, terms, actor=number(stage, "Marloes"))
        return row.id or 0


async def plan(stage: Stage) -> int:
    """Marloes makes a plan with two steps and proposes it to Fatima."""
    marloes, fatima = number(stage, "Marloes"), number(stage, "Fatima")
    async with stage.work() as work:
        row = await plans.draft(work, fatima, actor=marloes)
        number_ = row.id or 0
        await plans.describe(
            work, number_, actor=marloes, goal="werk als schoonmaker", instruments=["job-coach"]
        )
        await plans.add_step(work, number_, "Oefen een gesprek", actor=marloes)
        await plans.add_step(work, number_, "Bel de bakkerij", actor=marloes, who="coach")
        await plans.propose(work, number_, actor=marloes)
        return number_


async def sweep(stage: Stage) -> None:
    """What is due now goes out."""
    async with stage.work() as work:
        await followup.sweep(work)


async def check_in(stage: Stage, side: str, moment: str) -> CheckIn:
    """One row of the aftercare."""
    async with stage.work() as work:
        query = select(CheckIn).where(CheckIn.side == side, CheckIn.moment == moment)
        return (await work.tx.exec(query)).one()


async def newest(stage: Stage, table: type[Plan] | type[Placement]) -> Plan | Placement:
    """The row of a table that was made last."""
    async with stage.work() as work:
        return (await work.tx.exec(select(table).order_by(col(table.id).desc()))).all()[0]


async def market(stage: Stage) -> None:
    """Fatima told a little more, and there are vacancies that anybody may see."""
    async with stage.work() as work:
        fatima = await work.get(Jobseeker, number(stage, "Fatima"))
        more = {"skills": ["mop-floors"], "hours": [16, 24], "travel": ["bike"], "limit": 30}
        fatima.profile = {**fatima.profile, **more, "dutch": "little", "done": ["kitchen-help"]}
        employer = (await work.tx.exec(select(Employer))).one()
        for title, occupation in (
            ("Schoonmaker school", "cleaner"),
            ("Keukenhulp", "kitchen-help"),
        ):
            work.tx.add(
                Vacancy(
                    employer_id=employer.id or 0,
                    contact_id=number(stage, "Hans"),
                    title=title,
                    demands={
                        "occupation": [occupation],
                        "place": "haarlem",
                        "hours": [16, 20],
                        "must": ["mop-floors"] if occupation == "cleaner" else [],
                    },
                    agreement={"manner": "open"},
                    reported=work.now,
                    answer={"sent": work.now.isoformat()},
                    updated=work.now,
                )
            )


async def at_once(stage: Stage) -> None:
    """Fatima said that she can start now."""
    async with stage.work() as work:
        row = await work.get(Jobseeker, number(stage, "Fatima"))
        row.profile = {**row.profile, "start": work.today.isoformat(), "done": ["cleaner"]}


GIVEN: Mapping[str, Callable[[Stage], Awaitable[object]]] = {
    "Fatima kan meteen beginnen": at_once,
    "Hans zoekt schoonmakers met rijbewijs en Fatima is gevraagd": asked,
    "Fatima en Hans willen elkaar leren kennen": pair,
    "Marloes maakt een afspraak voor morgen": meeting,
    "Marloes verzet de afspraak een dag": moved,
    "Fatima begint vandaag op proef bij Hans": placed,
    "Marloes stelt een plan voor": plan,
    "Er zijn vacatures voor iedereen": market,
    "Wat nu moet, gaat uit": sweep,
}
