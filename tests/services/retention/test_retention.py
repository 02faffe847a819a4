"""Every period of the region file removes what it names, and nothing else; counts stay."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, func
from sqlmodel import SQLModel, select

from services import events, retention, surveys
from services.region.parts import Retention
from services.retention import RULES, frozen, unused
from services.retention.model import Rule
from services.rights import Viewer
from services.store.models import (
    Absence,
    Audit,
    CheckIn,
    Contact,
    Document,
    Dossier,
    Event,
    Frozen,
    Inbox,
    Jobseeker,
    Link,
    Match,
    Meeting,
    Message,
    Nudge,
    Person,
    Placement,
    Plan,
    PlanStep,
    Remark,
    Request,
    SavedView,
    Staff,
    Survey,
    Talk,
    Urgent,
    Vacancy,
    Visit,
)
from services.unit_of_work import Work
from tests.services.matching.people import SAMIRA
from tests.services.world import NOW, World

pytestmark = pytest.mark.slow

KIM = Viewer(0, "regional_manager", "haarlem", "intake-haarlem")
DAY = timedelta(days=1)


def entering(world: World, now: datetime) -> Any:
    """What opens a transaction of a round at a moment."""

    @asynccontextmanager
    async def enter() -> AsyncIterator[Work]:
        async with world.work() as work:
            yield Work(work.tx, now, work.region, work.public_url)

    return enter


def at(world: World, now: datetime) -> AbstractAsyncContextManager[Work]:
    """A unit of work at a moment."""
    return entering(world, now)()  # type: ignore[no-any-return]


def test_every_table_has_a_period_or_a_reason_to_stay() -> None:
    covered = {rule.table for rule in RULES} | {each for rule in RULES for each in rule.takes}
    covered |= {column.class_ for rule in RULES for column in rule.children}
    covered |= set(retention.KEPT)
    missing = {each.__name__ for each in _tables()} - {each.__name__ for each in covered}
    assert missing == set(), "say in services/retention/table.py when these rows go"
    assert all(len(reason) > 20 for reason in retention.KEPT.values())
    assert not set(retention.KEPT) & {rule.table for rule in RULES}


def _tables() -> set[type[SQLModel]]:
    found = {each.class_ for each in SQLModel._sa_registry.mappers}  # type: ignore[attr-defined]
    return {each for each in found if issubclass(each, SQLModel)}


def test_every_period_of_a_region_is_carried_out() -> None:
    assert {rule.period for rule in RULES} == set(Retention.model_fields)


def test_names_are_unique_and_deeds_have_what_they_need() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert (rule.does == "empty") == bool(rule.values), rule.name
        assert (rule.does in ("anonymise", "close")) == (rule.act is not None), rule.name


@dataclass
class Made:
    """One of everything."""

    jobseeker: int
    vacancy: int
    contact: int
    coach: int


async def everything(work: Work, world: World) -> Made:
    """A row in every table, all of this moment; what can be over is over."""
    coach, newcomer = Person(name="Marloes", created=NOW, seen=NOW), Person(created=NOW)
    work.tx.add_all([coach, newcomer, left := Person(name="Weg", created=NOW)])
    await work.tx.flush()
    staff = {"role": "coach", "organisation": "haarlem", "team": "intake-haarlem"}
    work.tx.add(Staff(person_id=coach.id, **staff))
    work.tx.add(Staff(person_id=left.id, active=False, **staff))
    her = await world.person(work, SAMIRA)
    vacancy = await world.vacancy(work, {"occupation": "cook", "home": "2011"})
    row = await work.get(Vacancy, vacancy)
    work.tx.add(Contact(person_id=row.contact_id, employer_id=row.employer_id))
    (await work.get(Jobseeker, her)).team = "intake-haarlem"
    row.status, row.advert, row.answer = "closed", "Kok gezocht", {"sent": "x"}
    match = Match(
        jobseeker_id=her, vacancy_id=vacancy, state="rejected", score=80, reasons={"parts": []},
        created=NOW, since=NOW,
    )  # fmt: skip
    work.tx.add_all([match, Dossier(person_id=her, facts={"benefit": "ww"}, updated=NOW)])
    await work.tx.flush()
    work.tx.add(Meeting(match_id=match.id, starts=NOW, place="Kade 1", created=NOW, updated=NOW))
    placement = Placement(
        jobseeker_id=her, employer_id=row.employer_id, vacancy_id=vacancy, coach_id=coach.id,
        starts=NOW.date(), ended=NOW.date(), status="ended", created=NOW, updated=NOW,
    )  # fmt: skip
    plan = Plan(person_id=her, state="replaced", goal="kok", created=NOW, updated=NOW)
    event = Event(at=NOW, kind="note", actor_id=coach.id, person_id=her)
    work.tx.add_all([placement, plan, event])
    await work.tx.flush()
    work.tx.add_all(
        [
            CheckIn(placement_id=placement.id, person_id=her, side="jobseeker", moment="day-1",
                    due=NOW.date(), words="goed"),
            PlanStep(plan_id=plan.id, words="bellen"),
            Remark(event_id=event.id, person_id=her, words="zei dit", created=NOW),
            Event(at=NOW, kind="viewed", actor_id=coach.id, person_id=her),
            Event(at=NOW, kind="visibility", actor_id=her, person_id=her),
            Document(person_id=her, kind="cv", content="x", created=NOW),
            Message(person_id=her, body={"lines": []}, created=NOW, sent=NOW),
            Urgent(person_id=her, kind="violence", words="hij slaat mij", created=NOW, raised=NOW),
            Request(person_id=her, kind="call", due=NOW, created=NOW),
            Nudge(key="k", name="silent", person_id=her, at=NOW),
            Inbox(channel="web", event_id="1", person_id=her, kind="reply", due=NOW, created=NOW,
                  done=NOW),
            Talk(person_id=her, dialog="jobseeker", started=NOW, touched=NOW, finished=NOW),
            Talk(person_id=newcomer.id, dialog="welcome", started=NOW, touched=NOW),
            Link(key="l", purpose="join", person_id=her, expires=NOW, created=NOW),
            Visit(key="v", person_id=her, kind="chat", created=NOW, used=NOW, expires=NOW),
            Survey(person_id=her, side="jobseeker", kind="placement", subject_id=1, score=4,
                   words="fijn", organisation="haarlem", asked=NOW, answered=NOW),
            Survey(person_id=row.contact_id, side="employer", kind="placement", subject_id=1,
                   asked=NOW),
            Audit(at=NOW, kind="viewed", actor_id=coach.id, people=[her]),
            Absence(person_id=coach.id, covered_by=left.id, starts=NOW.date(), ends=NOW.date(),
                    created=NOW),
            SavedView(person_id=left.id, page="people", name="mijn", query="", created=NOW),
        ]
    )  # fmt: skip
    await work.tx.flush()
    return Made(her, vacancy, row.contact_id, coach.id or 0)


async def _set_up(work: Work, name: str, made: Made) -> None:
    """What one line needs beside everything: what others point to is in the way."""
    match = (await work.tx.exec(select(Match))).one()
    if name.endswith("-agreed"):
        match.agreed = NOW
    if name in ("match-placed", "appointment-words-held"):
        match.state = {"match-placed": "placed"}.get(name, "met")
    if name == "vacancy-open":
        (await work.get(Vacancy, made.vacancy)).status = "open"
    in_the_way = {"vacancy": (CheckIn, Placement), "employer": (CheckIn, Placement, Meeting, Match,
                  Vacancy, Contact)}  # fmt: skip
    await work.tx.flush()
    for table in in_the_way.get(name, ()):
        await work.tx.exec(delete(table))


async def counts(work: Work, rule: Rule) -> int:
    """How many rows a line would find now."""
    return (await retention.preview(work)).done[rule.name]


@pytest.mark.parametrize("rule", [r for r in RULES if r.name not in ("change", "person")],
                         ids=lambda rule: rule.name)  # fmt: skip
async def test_each_line_waits_for_its_period_and_then_removes(
    quick_world: World, rule: Rule
) -> None:
    world = quick_world
    async with world.work() as work:
        made = await everything(work, world)
        await _set_up(work, rule.name, made)
    days = getattr(world.region.retention, rule.period)
    async with at(world, NOW + days * DAY - DAY / 2) as work:
        assert await counts(work, rule) == 0, "too early"
    later = NOW + days * DAY + 2 * DAY
    if rule.name == "jobseeker":
        async with at(world, later) as work:
            assert await counts(work, rule) == 0, "nobody asked her"
            row = await work.get(Jobseeker, made.jobseeker)
            await unused.decide(work, row, keep=False, actor=made.coach)
    report = await retention.carry_out(entering(world, later))
    assert report.done.get(rule.name), f"{rule.name} removed nothing"
    async with at(world, later) as work:
        assert await counts(work, rule) == 0, "it is found again"


async def test_ten_years_on_nothing_is_left_of_anybody(world: World) -> None:
    async with world.work() as work:
        made = await everything(work, world)
    later = NOW + 3652 * DAY
    await retention.carry_out(entering(world, later))
    async with at(world, later) as work:
        kim = Viewer(made.coach, "coach", "haarlem", "intake-haarlem")
        assert set(await unused.waiting(work, kim)) == {made.jobseeker}
        row = await work.get(Jobseeker, made.jobseeker)
        await unused.decide(work, row, keep=False, actor=made.coach)
    for after in (DAY, 40 * DAY, 80 * DAY):
        await retention.carry_out(entering(world, later + after))
    async with at(world, later + 80 * DAY) as work:
        left = {t.__name__: await _count(work, t) for t in _tables()}
        said = (await work.tx.exec(select(Event.kind))).all()
        people_left = (await work.tx.exec(select(Person.id))).all()
    # The coach who still works here, and what the rounds themselves wrote down.
    assert {name for name, number in left.items() if number} == {
        "Event", "Frozen", "Person", "Staff", "Fact",
    } - ({"Fact"} if not left["Fact"] else set())  # fmt: skip
    assert people_left == [made.coach]
    assert "note" not in said
    assert "viewed" not in said


async def _count(work: Work, table: type[SQLModel]) -> int:
    return int((await work.tx.exec(select(func.count()).select_from(table))).one())


async def test_what_she_saw_and_let_be_is_removed_and_what_she_did_not_see_is_not(
    world: World,
) -> None:
    async with world.work() as work:
        seen, unseen, kept = [await world.person(work, SAMIRA) for _ in range(3)]
        asked = NOW + (world.region.retention.jobseeker - 60) * DAY
        for number in (seen, unseen):
            work.tx.add(Nudge(key=f"keep{number}", name="keep", person_id=number, at=asked))
        visit = {"kind": "chat", "created": NOW, "expires": asked + 30 * DAY}
        work.tx.add(Visit(key="a", person_id=seen, used=asked + DAY, **visit))
        work.tx.add(Visit(key="b", person_id=unseen, used=asked - DAY, **visit))
    await retention.carry_out(entering(world, asked + 2 * DAY))
    async with at(world, asked + 3 * DAY) as work:
        await unused.keep(work, kept)
        (await work.get(Person, kept)).seen = work.now  # who answers was here
    later = NOW + world.region.retention.jobseeker * DAY + DAY
    await retention.carry_out(entering(world, later))
    async with at(world, later) as work:
        left = (await work.tx.exec(select(Jobseeker.person_id))).all()
    assert sorted(left) == sorted([unseen, kept])


async def test_what_a_coach_did_lately_is_contact_and_looking_is_not(world: World) -> None:
    later = NOW + world.region.retention.jobseeker * DAY + DAY
    async with world.work() as work:
        coach = Person(name="Marloes", created=NOW)
        work.tx.add(coach)
        await work.tx.flush()
        work.tx.add(
            Staff(person_id=coach.id, role="coach", organisation="haarlem", team="intake-haarlem")
        )
        called, looked = [await world.person(work, SAMIRA) for _ in range(2)]
    async with at(world, later - 30 * DAY) as work:
        await events.log(work, "note", actor=coach.id, about=called)
        await events.log(work, "viewed", actor=coach.id, about=looked)
    async with at(world, later) as work:
        assert await unused.waits(work, looked)
        assert not await unused.waits(work, called)


async def test_a_pair_that_did_not_fit_is_not_proposed_again(world: World) -> None:
    """While the vacancy is open the row stays, but says nothing of her any more."""
    async with world.work() as work:
        made = await everything(work, world)
        (await work.get(Vacancy, made.vacancy)).status = "open"
    later = NOW + 60 * DAY
    await retention.carry_out(entering(world, later))
    async with at(world, later) as work:
        match = (await work.tx.exec(select(Match))).one()
        assert (match.reasons, match.score) == ({}, 0)
        assert (await work.tx.exec(select(Meeting))).one().place is None


async def test_surveys_show_the_same_after_the_rows_are_gone(world: World) -> None:
    async with world.work() as work:
        for number in range(7):
            work.tx.add(
                Survey(side="jobseeker", kind="placement", organisation="haarlem",
                       asked=NOW, answered=NOW, score=3 + number % 3, person_id=None)
            )  # fmt: skip
    first, last = NOW.date().replace(month=10, day=1), NOW.date().replace(month=12, day=31)
    asked: dict[str, Any] = {"since": first, "until": last, "side": "jobseeker"}
    shown = []
    for later in (NOW, NOW + 2600 * DAY):
        await retention.carry_out(entering(world, later))
        async with at(world, later) as work:
            shown.append(
                [await surveys.results(work, KIM, **asked, group=g) for g in surveys.GROUPS]
            )
    async with world.work() as work:
        assert (await work.tx.exec(select(Survey))).all() == []
    assert shown[0] == shown[1]
    assert shown[0][0][0].answered == 7


async def test_counts_are_kept_once_and_small_groups_do_not_show(world: World) -> None:
    async with world.work() as work:
        made = await everything(work, world)
        (await work.get(Jobseeker, made.jobseeker)).town = "Haarlem"
    later = NOW + 400 * DAY
    await retention.carry_out(entering(world, later))
    await retention.carry_out(entering(world, later))
    async with world.work() as work:
        row = (await work.tx.exec(select(Frozen).where(Frozen.what == "match"))).one()
        assert (row.month, row.gemeente, row.kind, row.count) == (
            NOW.strftime("%Y-%m"), "Haarlem", "rejected", 1,
        )  # fmt: skip
        assert await frozen.totals(work, "match") == {row.month: {"rejected": None}}


async def test_a_round_goes_in_portions(world: World) -> None:
    rule = next(each for each in RULES if each.name == "message")
    async with world.work() as work:
        her = await world.person(work, SAMIRA)
        for _ in range(rule.portion * 2 + 1):
            work.tx.add(Message(person_id=her, created=NOW, sent=NOW))
    entered = 0
    enter = entering(world, NOW + 366 * DAY)

    @asynccontextmanager
    async def counting() -> AsyncIterator[Work]:
        nonlocal entered
        entered += 1
        async with enter() as work:
            yield work

    report = await retention.carry_out(counting)
    assert report.done["message"] == rule.portion * 2 + 1
    assert entered >= len(RULES) + 2 + 2  # two portions more than one for each line


async def test_once_a_day(world: World) -> None:
    async with world.work() as work:
        assert await retention.due(work)
        assert not await retention.due(work)
    async with at(world, NOW + DAY) as work:
        assert await retention.due(work)
