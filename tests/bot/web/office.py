"""An office in the region: a jobseeker, an employer, a match, and the staff at their desks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from sqlmodel import col, select

from services import events, matching, placements
from services.jobseekers import plans
from services.matches import meetings
from services.placements import Terms, aftercare
from services.store.models import (
    Contact,
    Document,
    Employer,
    Event,
    Jobseeker,
    Match,
    Person,
    Vacancy,
)
from services.unit_of_work import Work
from tests.bot.web.site import Page, Site, Visitor

NAME, FULL_NAME, PHONE = "Zeynep", "Zeynep Karagöz", "+31687654321"
HER_WORDS = "Ik heb ook voor mijn zieke moeder gezorgd"
HER_ANSWER, HIS_ANSWER = "De chef schreeuwt", "Zij komt te laat"  # in aftercare
PROFILE = {
    "home": "2011",
    "wanted": ["cleaner"],
    "done": ["cleaner"],
    "hours": [16, 24],
    "travel": ["bike"],
    "limit": 30,
    "dutch": "little",
    "helps": ["quiet"],
}
CONFIRMED = {name: {"on": "2026-11-02", "by": 1} for name in PROFILE}
DEMANDS = {
    "occupation": ["cleaner"],
    "place": "haarlem",
    "hours": [20, 24],
    "times": ["morning"],
    "dutch": "little",
    "conditions": ["quiet"],
}
AGREED = {"channel": "chat", "manner": "open", "preselection": "yes", "candidates": 3}
STAFF = {  # name: role and team; "own" coaches her or manages the employer, "other" does not
    "own coach": ("coach", "intake-haarlem"),
    "colleague": ("coach", "intake-haarlem"),
    "other coach": ("coach", "intake-velsen"),
    "own manager": ("account_manager", "employers-zuid"),
    "other manager": ("account_manager", "employers-ijmond"),
    "regional manager": ("regional_manager", "intake-haarlem"),
    "administrator": ("administrator", "intake-haarlem"),
    "partner": ("partner", "duinrand-stage"),
    "reader": ("reader", "intake-haarlem"),
}


@dataclass
class Office:
    """The rows everything is about, and who sits where."""

    site: Site
    her: int
    employer: int = 0
    vacancy: int = 0
    match: int = 0
    document: int = 0
    urgent: int = 0  # what she wrote when she was in danger
    call: int = 0  # she wants to be called
    meeting: int = 0
    placement: int = 0
    bad: int = 0  # an answer of hers that asks for attention
    task: int = 0  # what is asked of the coach today
    plan: int = 0
    step: int = 0
    desks: dict[str, Visitor] = field(default_factory=dict)

    async def desk(self, name: str) -> Visitor:
        """Somebody at their desk, with the first page open; "nobody" has only a browser."""
        if name not in self.desks:
            if name == "nobody":
                self.desks[name] = self.site.visitor()
            else:
                role, team = STAFF[name]
                self.desks[name] = await self.site.staff(name, role, team=team)
        await self.desks[name].opens("/console")
        return self.desks[name]

    async def posts(self, name: str, path: str, **data: str) -> Page:
        """Post what the page of somebody else offers, with a token of one's own."""
        visitor = await self.desk(name)
        token = (
            "" if name == "nobody" else visitor.page.form(name="form_token").fields["form_token"]
        )
        url = self.site.base + path
        sent = {"form_token": token, **data}
        async with visitor.session.post(url, data=sent, allow_redirects=False) as answer:
            return Page(answer.status, await answer.text(), answer.url, dict(answer.headers))

    async def put(self, state: str, *, agreed: bool = False) -> None:
        """The match is in this state now."""
        async with self.site.stage.work() as work:
            match = await work.get(Match, self.match)
            match.state, match.agreed = state, work.now if agreed else None

    async def meets(self) -> None:
        """Both said yes, and there is an appointment the day after tomorrow."""
        await self.put("invited", agreed=True)
        async with self.site.stage.work() as work:
            coach = self.site.stage.actors["own coach"].number
            starts = work.now + timedelta(days=2)
            row = await meetings.plan(work, self.match, actor=coach, starts=starts)
            self.meeting = row.id or 0

    async def works(self, kind: str = "trial", weeks: int = 5) -> None:
        """She began some weeks ago; the first day was bad, and there is a measurement to do."""
        await self.put("met", agreed=True)
        async with self.site.stage.work() as work:
            then = replace(work, now=work.now - timedelta(weeks=weeks))
            terms = Terms(kind, 24, then.today, then.today + timedelta(days=61))
            coach = self.site.stage.actors["own coach"].number
            row = await placements.place(then, self.match, terms, actor=coach)
            self.placement = row.id or 0
            asked = await aftercare.of_placement(work, self.placement)
            of = {(each.side, each.moment): each.id or 0 for each in asked}
            self.bad, self.task = of["jobseeker", "day-1"], of.get(("coach", "wage-value"), 0)
            await aftercare.answer(work, self.bad, actor=self.her, mood=1, words=HER_ANSWER)
            employer = of["employer", "day-1"]
            hans = self.site.stage.actors["hans"].number
            await aftercare.answer(work, employer, actor=hans, mood=2, words=HIS_ANSWER)

    async def plans(self) -> None:
        """Her coach put a plan before her, and she said yes."""
        coach = self.site.stage.actors["own coach"].number
        async with self.site.stage.work() as work:
            plan = await plans.draft(work, self.her, actor=coach)
            step = await plans.add_step(work, plan.id or 0, "Een cv maken", actor=coach)
            await plans.propose(work, plan.id or 0, actor=coach)
            await plans.agree(work, plan.id or 0, actor=self.her)
            self.plan, self.step = plan.id or 0, step.id or 0

    async def asks(self, words: str) -> None:
        """She wants to know something of a person."""
        async with self.site.stage.work() as work:
            await events.log(work, "asked-for-person", actor=self.her, about=self.her, words=words)

    async def happened(self) -> list[str]:
        """The log, without the looking."""
        async with self.site.stage.work() as work:
            rows = await events_of(work.tx)
        return [row.kind for row in rows if row.kind != "viewed"]


async def events_of(tx: object) -> list[Event]:
    """Every event, oldest first."""

    return list((await tx.exec(select(Event).order_by(col(Event.id)))).all())  # type: ignore[attr-defined]


async def opened_office(site: Site, *, verified: bool = True) -> Office:
    """Everybody comes in, and one match waits for the coach."""
    her, hans = await site.stage.person("her"), await site.stage.person("hans")
    office = Office(site, her.number)
    for name in ("own coach", "own manager"):
        await office.desk(name)
    async with site.stage.work() as work:
        await _jobseeker(work, office)
        await _employer(work, office, hans.number, verified=verified)
        await _match(work, office)
    return office


async def _jobseeker(work: Work, office: Office) -> None:
    person = await work.get(Person, office.her)
    person.name, person.full_name, person.phone = NAME, FULL_NAME, PHONE
    row = Jobseeker(
        person_id=office.her,
        profile=PROFILE,
        confirmed=CONFIRMED,
        said={"done": [HER_WORDS]},
        town="Haarlem",
        team="intake-haarlem",
        coach_id=office.site.stage.actors["own coach"].number,
        created=work.now,
        updated=work.now,
    )
    document = Document(
        person_id=office.her,
        kind="cv",
        content="aGFsbG8=",
        media_type="image/png",
        created=work.now,
    )
    work.tx.add_all([row, document])
    await work.tx.flush()
    office.document = document.id or 0


async def _employer(work: Work, office: Office, contact_id: int, *, verified: bool) -> None:
    contact = await work.get(Person, contact_id)
    contact.name, contact.phone = "Hans", "+31612345678"
    employer = Employer(
        name="Bakkerij De Korst",
        kvk="90001234",
        place="haarlem",
        team="employers-zuid",
        verified=work.now if verified else None,
        account_manager_id=office.site.stage.actors["own manager"].number,
        created=work.now,
    )
    work.tx.add(employer)
    await work.tx.flush()
    office.employer = employer.id or 0
    work.tx.add(Contact(person_id=contact_id, employer_id=office.employer))
    vacancy = Vacancy(
        employer_id=office.employer,
        contact_id=contact_id,
        title="Schoonmaker in de ochtend",
        demands=DEMANDS,
        agreement=AGREED,
        evidence={"hours": "20 tot 24 uur in de week"},
        reported=work.now,
        updated=work.now,
    )
    work.tx.add(vacancy)
    await work.tx.flush()
    office.vacancy = vacancy.id or 0


async def _match(work: Work, office: Office) -> None:
    fit = matching.fit(PROFILE, DEMANDS)
    match = Match(
        jobseeker_id=office.her,
        vacancy_id=office.vacancy,
        score=fit.score,
        reasons=fit.as_json(),
        created=work.now,
        since=work.now,
    )
    work.tx.add(match)
    await work.tx.flush()
    office.match = match.id or 0
