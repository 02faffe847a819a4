"""How much help somebody wants is said by her, set by her coach, and steers what happens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.stage import Stage, staged
from dialogs.visits import VISITS
from services import caseload, console, followup
from services.jobseekers import support
from services.store.models import Event, Jobseeker, Match, Nudge, Plan, Vacancy
from tests import given


@pytest.fixture
async def stage(database_url: str) -> AsyncIterator[Stage]:
    async with staged(database_url) as running:
        await given.pair(running)
        yield running


async def set_to(stage: Stage, level: str) -> None:
    async with stage.work() as work:
        her = given.number(stage, "Fatima")
        await support.choose(work, her, level, actor=given.number(stage, "Marloes"))


async def test_she_is_asked_once_and_may_change_it(stage: Stage) -> None:
    async with stage.work() as work:
        row = await work.get(Jobseeker, given.number(stage, "Fatima"))
        told = (*VISITS.values(), "share_helps")
        row.confirmed = {key: {"on": "2026-11-01", "by": row.person_id} for key in told}
    await stage.says("Fatima", "meer vertellen")
    told = "\n".join(await stage.hears("Fatima"))
    assert "Hoeveel hulp wil je bij het zoeken naar werk?" in told
    await stage.says("Fatima", "veel hulp")
    assert "Dan praat je coach eerst met je." in "\n".join(await stage.hears("Fatima"))
    await stage.says("Fatima", "meer vertellen")
    assert "Hoeveel hulp" not in "\n".join(await stage.hears("Fatima"))
    await stage.says("Fatima", "minder hulp")
    await stage.says("Fatima", "[Ik doe het zelf]")
    async with stage.work() as work:
        her = given.number(stage, "Fatima")
        assert (await work.get(Jobseeker, her)).support == "self"
        query = select(Event).where(Event.kind == support.SET).order_by(col(Event.id))
        rows = (await work.tx.exec(query)).all()
    assert [(row.actor_id, row.codes["before"], row.codes["level"]) for row in rows] == [
        (her, "some", "much"),
        (her, "much", "self"),
    ]


async def test_she_hears_what_her_coach_set(stage: Stage) -> None:
    await stage.hears("Fatima")
    await set_to(stage, "much")
    told = "\n".join(await stage.hears("Fatima"))
    assert "Marloes heeft opgeschreven: veel hulp. Klopt dat niet? Kies dan zelf." in told
    await stage.says("Fatima", "[Hoeveel hulp ik wil]")
    assert "Hoeveel hulp wil je bij" in "\n".join(await stage.hears("Fatima"))


@pytest.mark.parametrize(("level", "reminded"), [("self", False), ("some", True), ("much", True)])
async def test_who_does_it_herself_is_reminded_half_as_often(
    stage: Stage, level: str, reminded: bool
) -> None:
    await set_to(stage, level)
    her = given.number(stage, "Fatima")
    async with stage.work() as work:
        then = work.now - timedelta(days=3)
        plan = Plan(person_id=her, state="agreed", goal="werk", created=then, updated=then)
        plan.review_on = work.today
        work.tx.add_all([plan, Nudge(key="before", name="silent", person_id=her, at=then)])
    async with stage.work() as work:
        await followup.sweep(work)
    async with stage.work() as work:
        query = select(Nudge.name).where(Nudge.person_id == her, Nudge.key != "before")
        names = (await work.tx.exec(query)).all()
    assert ("plan" in names) == reminded


@pytest.mark.parametrize(("level", "direct"), [("self", True), ("some", True), ("much", False)])
async def test_who_wants_much_help_asks_for_a_vacancy_with_her_coach(
    stage: Stage, level: str, direct: bool
) -> None:
    await set_to(stage, level)
    match_id = await given.the_match(stage)
    async with stage.work() as work:
        match = await work.get(Match, match_id)
        vacancy = await work.get(Vacancy, match.vacancy_id)
        vacancy.agreement = {"manner": "open", "channel": "chat"}
        await work.tx.delete(match)
    await stage.gives("Fatima", {"kind": "pick", "press": f"opening.{vacancy.id}::-open"})
    await stage.says("Fatima", "[Ik wil dit]")
    told = "\n".join(await stage.hears("Fatima"))
    async with stage.work() as work:
        rows = (await work.tx.exec(select(Match))).all()
        kinds = (await work.tx.exec(select(Event.kind))).all()
    if direct:
        assert [(row.state, row.origin) for row in rows] == [("proposed", "jobseeker")]
    else:
        assert rows == []
        assert "Je coach praat eerst met je." in told
        assert "asked-for-person" in kinds
        heard = "\n".join(await stage.hears("Marloes"))
        assert "Ik wil graag praten over deze baan: schoonmaker bakkerij" in heard


@pytest.mark.parametrize(("level", "days"), [("self", 4), ("some", 2), ("much", 1)])
async def test_a_person_decides_as_soon_as_she_needs(stage: Stage, level: str, days: int) -> None:
    await set_to(stage, level)
    match_id = await given.the_match(stage)
    async with stage.work() as work:
        match = await work.get(Match, match_id)
        match.state, match.agreed = "proposed", None
    async with stage.work() as work:
        who = await caseload.viewer_of(work, given.number(stage, "Marloes"))
        assert who is not None
        (row,) = [each for each in await console.today(work, who) if each.kind == "match"]
    assert row.due == row.since + timedelta(days=days)


@pytest.mark.parametrize(("level", "days"), [("self", 60), ("some", 30), ("much", 14)])
async def test_who_is_silent_stands_on_the_list_as_soon_as_she_needs(
    stage: Stage, level: str, days: int
) -> None:
    await stage.says("Fatima", "menu")
    await set_to(stage, level)
    for passed, listed in ((days - 1, False), (2, True)):
        stage.clock.move(timedelta(days=passed))
        async with stage.work() as work:
            who = await caseload.viewer_of(work, given.number(stage, "Marloes"))
            assert who is not None
            found = await console.people(work, who, only="silent")
            waits = [each for each in await console.today(work, who) if each.kind == "silent"]
        assert bool(found) == listed
        assert bool(waits) == listed
