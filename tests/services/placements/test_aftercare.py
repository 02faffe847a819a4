"""Aftercare: who is asked, what becomes attention, and who settles it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.stage import Stage, staged
from services import caseload, placements
from services.console.today import today
from services.placements import aftercare
from services.refused import RefusedError
from services.rights import Viewer
from services.store.models import CheckIn
from services.unit_of_work import Work
from tests import given


@dataclass
class AtWork:
    """Fatima on trial with Hans, and her first check-in."""

    stage: Stage
    placement: int
    first: int

    def id(self, name: str) -> int:
        return given.number(self.stage, name)

    async def viewer(self, work: Work, name: str) -> Viewer:
        found = await caseload.viewer_of(work, self.id(name))
        assert found is not None
        return found


@asynccontextmanager
async def at_work(url: str) -> AsyncIterator[AtWork]:
    async with staged(url) as stage:
        await given.pair(stage)
        number = await given.placed(stage)
        row = await given.check_in(stage, "jobseeker", "day-1")
        await stage.hears("Marloes")
        yield AtWork(stage, number, row.id or 0)


async def test_a_good_answer_needs_nobody(database_url: str) -> None:
    async with at_work(database_url) as on:
        async with on.stage.work() as work:
            row = await aftercare.answer(work, on.first, actor=on.id("Fatima"), mood=4)
            assert not row.attention
            who = await on.viewer(work, "Marloes")
            assert await aftercare.open_attention(work, who) == []
        assert await on.stage.hears("Marloes") == []


@pytest.mark.parametrize(
    ("mood", "answers", "attention"),
    [
        (1, {}, True),
        (2, {"topic": "guidance"}, True),
        (3, {"topic": "pay"}, False),
        (3, {"topic": "talk", "talk": "yes"}, True),
        (5, {}, False),
    ],
)
async def test_a_bad_answer_or_a_wish_to_talk_is_attention(
    tmp_path: object, mood: int, answers: dict[str, str], attention: bool
) -> None:
    async with at_work(f"sqlite+aiosqlite:///{tmp_path}/w.db") as on:
        async with on.stage.work() as work:
            row = await aftercare.answer(
                work, on.first, actor=on.id("Fatima"), mood=mood, answers=answers
            )
            assert row.attention is attention
        assert bool(await on.stage.hears("Marloes")) is attention


async def test_the_coach_hears_it_with_the_words_and_settles_it(database_url: str) -> None:
    async with at_work(database_url) as on:
        async with on.stage.work() as work:
            await aftercare.answer(
                work, on.first, actor=on.id("Fatima"), mood=1, words="het is te druk"
            )
        told = "\n".join(await on.stage.hears("Marloes"))
        assert "Fatima" in told
        assert "het is te druk" in told
        assert "[Leg vast wat u deed]" in told
        async with on.stage.work() as work:
            who = await on.viewer(work, "Marloes")
            ((row, placement, person),) = await aftercare.open_attention(work, who)
            assert (row.id, placement.id, person.name) == (on.first, on.placement, "Fatima")
            with pytest.raises(RefusedError, match="rights"):
                await aftercare.settle(work, on.first, actor=on.id("Hans"))
            await aftercare.settle(work, on.first, actor=on.id("Marloes"), words="gebeld")
        async with on.stage.work() as work:
            assert await aftercare.open_attention(work, await on.viewer(work, "Marloes")) == []


async def test_attention_is_of_the_own_coach_only(database_url: str) -> None:
    async with at_work(database_url) as on:
        await on.stage.person("Joyce", "coach", team="intake-velsen")
        await on.stage.person("Kees", "coach", team="intake-haarlem")
        await on.stage.person("Ria", "regional_manager", team="intake-haarlem")
        async with on.stage.work() as work:
            await aftercare.answer(work, on.first, actor=on.id("Fatima"), mood=1)
        async with on.stage.work() as work:
            seen = {
                name: len(await aftercare.open_attention(work, await on.viewer(work, name)))
                for name in ("Marloes", "Joyce", "Kees", "Naoual", "Ria")
            }
        assert seen == {"Marloes": 1, "Joyce": 0, "Kees": 0, "Naoual": 0, "Ria": 1}


async def test_no_answer_is_attention_once(database_url: str) -> None:
    async with at_work(database_url) as on:
        async with on.stage.work() as work:
            await aftercare.missed(work, on.first)
        assert "geen antwoord" in "\n".join(await on.stage.hears("Marloes"))
        async with on.stage.work() as work:
            row = await aftercare.missed(work, on.first)
            assert row.attention
        assert await on.stage.hears("Marloes") == []


async def test_a_late_good_answer_takes_the_attention_away(database_url: str) -> None:
    async with at_work(database_url) as on, on.stage.work() as work:
        await aftercare.missed(work, on.first)
        row = await aftercare.answer(work, on.first, actor=on.id("Fatima"), mood=5)
        assert not row.attention


async def test_nobody_answers_for_somebody_else(database_url: str) -> None:
    async with at_work(database_url) as on, on.stage.work() as work:
        with pytest.raises(RefusedError, match="rights"):
            await aftercare.answer(work, on.first, actor=on.id("Hans"), mood=5)
        with pytest.raises(ValueError, match="mood"):
            await aftercare.answer(work, on.first, actor=on.id("Fatima"), mood=6)


async def test_what_is_due_and_not_after_the_work_ended(database_url: str) -> None:
    async with at_work(database_url) as on:
        on.stage.clock.move(timedelta(days=1))
        async with on.stage.work() as work:
            assert {row.side for row in await aftercare.due(work)} == {*aftercare.SIDES}
            await placements.end(
                work, on.placement, actor=on.id("Marloes"), on=work.today, reason="agreed"
            )
        async with on.stage.work() as work:
            assert await aftercare.due(work) == []


async def test_an_open_question_closes_when_the_work_ends(database_url: str) -> None:
    async with at_work(database_url) as on:
        on.stage.clock.move(timedelta(days=1))
        await on.stage.hears("Fatima")
        await given.sweep(on.stage)
        await on.stage.says("Fatima", "[Geef antwoord]")
        async with on.stage.work() as work:
            await placements.end(
                work, on.placement, actor=on.id("Marloes"), on=work.today, reason="agreed"
            )
        await on.stage.hears("Fatima")
        await on.stage.says("Fatima", "[😟 Slecht]")
        assert "al klaar" in "\n".join(await on.stage.hears("Fatima"))
        assert await on.stage.parked() == []


async def test_the_measurement_is_asked_in_its_own_talk(database_url: str) -> None:
    async with at_work(database_url) as on:
        task = await given.check_in(on.stage, "coach", "wage-value")
        on.stage.clock.move(timedelta(days=29))
        await on.stage.logs_in("Marloes")
        press = f"checkin.{task.id}::-open"
        await on.stage.gives("Marloes", {"kind": "pick", "press": press, "name": "Marloes"})
        assert "loonwaarde" in "\n".join(await on.stage.hears("Marloes"))
        for words in ("[Ja, gemeten]", "[Vandaag]", "70"):
            await on.stage.says("Marloes", words)
        assert await on.stage.parked() == []
        async with on.stage.work() as work:
            row = await work.get(CheckIn, task.id)
            assert row.answered is not None
            found = (await placements.of_person(work, on.id("Fatima")))[0]
            assert found.wage_value == {"on": work.today.isoformat(), "percent": 70}


async def test_the_coach_says_how_it_goes_or_that_no_measurement_is_needed(
    database_url: str,
) -> None:
    async with at_work(database_url) as on:
        day = await given.check_in(on.stage, "coach", "day-1")
        task = await given.check_in(on.stage, "coach", "wage-value")
        await on.stage.logs_in("Marloes")
        for row, words in ((day, "[🙂 Goed]"), (task, "[Niet nodig: gewoon loon]")):
            press = f"checkin.{row.id}::-open"
            await on.stage.gives("Marloes", {"kind": "pick", "press": press, "name": "Marloes"})
            await on.stage.says("Marloes", words)
        assert await on.stage.parked() == []
        async with on.stage.work() as work:
            assert (await work.get(CheckIn, day.id)).mood == 4
            assert (await work.get(CheckIn, task.id)).answers == {"skipped": "full_wage"}


async def test_attention_stands_on_the_day_of_the_coach(database_url: str) -> None:
    async with at_work(database_url) as on:
        async with on.stage.work() as work:
            await aftercare.answer(work, on.first, actor=on.id("Fatima"), mood=1)
        async with on.stage.work() as work:
            rows = await today(work, await on.viewer(work, "Marloes"))
            (row,) = [each for each in rows if each.kind == "attention"]
            assert row.address.endswith(f"#vraag-{on.first}")
            assert row.args["name"] == ["words", "Fatima Amrani"]
            await aftercare.settle(work, on.first, actor=on.id("Marloes"))
        async with on.stage.work() as work:
            rows = await today(work, await on.viewer(work, "Marloes"))
            assert "attention" not in {each.kind for each in rows}
