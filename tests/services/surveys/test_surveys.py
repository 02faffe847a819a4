"""Surveys: who is asked, and that no small group and no single person ever shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlmodel import select

from bot.stage import Stage, staged
from services import followup, privacy, retention, surveys
from services.refused import RefusedError
from services.rights import Viewer
from services.store.models import Meeting, Person, Placement, Survey
from services.surveys import Wanted
from tests import given

MANAGER = Viewer(0, "regional_manager", "haarlem", "intake-haarlem")
COACH = Viewer(0, "coach", "haarlem", "intake-haarlem")
LEAD = Viewer(0, "coach", "haarlem", "intake-haarlem", lead=True)
READER = Viewer(0, "reader", "haarlem", "intake-haarlem")
PERIOD = {"since": date(2026, 11, 1), "until": date(2026, 12, 31)}


async def _answers(stage: Stage, organisation: str, scores: list[int]) -> None:
    for place, score in enumerate(scores):
        person = await stage.person(f"{organisation}-{place}")
        async with stage.work() as work:
            row = await surveys.ask(
                work, Wanted(person.number, "jobseeker", "yearly", 2026, organisation)
            )
            await surveys.answer(
                work, row.id or 0, actor=person.number, score=score, words=f"woord {score}"
            )


async def test_a_group_of_five_shows_and_one_of_four_does_not(database_url: str) -> None:
    async with staged(database_url) as stage:
        await _answers(stage, "haarlem", [5, 4, 4, 3, 4])
        await _answers(stage, "velsen", [5] * 6)
        await _answers(stage, "uwv", [1, 1, 1, 2])
        await _answers(stage, "zandvoort", [1])
        async with stage.work() as work:
            found = await surveys.results(work, MANAGER, side="jobseeker", **PERIOD)
        shown = {each.group: each for each in found}
        assert (shown["haarlem"].score, shown["haarlem"].answered) == (4.0, 5)
        assert shown["haarlem"].counts == {1: 0, 2: 0, 3: 1, 4: 3, 5: 1}
        for small in ("uwv", "zandvoort"):
            assert shown[small].hidden
            assert (shown[small].answered, shown[small].counts) == (None, None)


def test_one_more_is_hidden_when_the_total_would_give_a_small_one_away() -> None:
    assert surveys.showable({"a": 9, "b": 6, "c": 3}, 5) == {"a"}
    assert surveys.showable({"a": 9, "b": 6, "c": 3, "d": 4}, 5) == {"a", "b"}
    assert surveys.showable({"a": 9, "b": 6}, 5) == {"a", "b"}
    assert surveys.showable({"a": 4}, 5) == set()
    assert surveys.showable({"a": 9, "b": 0}, 5) == {"a"}


async def test_below_the_manager_nobody_reads_words(database_url: str) -> None:
    async with staged(database_url) as stage:
        await _answers(stage, "haarlem", [5, 4, 4, 3])
        async with stage.work() as work:
            assert await surveys.words(work, MANAGER, side="jobseeker", **PERIOD) == []
        await _answers(stage, "velsen", [2])
        async with stage.work() as work:
            read = await surveys.words(work, MANAGER, side="jobseeker", **PERIOD)
            assert read[0] == (2, "woord 2")
            for who in (COACH, LEAD, READER):
                with pytest.raises(PermissionError):
                    await surveys.words(work, who, side="jobseeker", **PERIOD)
            for who in (LEAD, READER):
                assert await surveys.results(work, who, side="jobseeker", **PERIOD)
            with pytest.raises(PermissionError):
                await surveys.results(work, COACH, side="jobseeker", **PERIOD)


async def test_who_is_asked_after_a_meeting_and_after_three_months(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        meeting_id = await given.meeting(stage)
        number = await given.placed(stage, "regular", days=0)
        async with stage.work() as work:
            (await work.get(Meeting, meeting_id)).status = "held"
            await work.tx.flush()
            assert await surveys.prepare(work) == []
        fatima, hans = given.number(stage, "Fatima"), given.number(stage, "Hans")
        stage.clock.move(timedelta(days=6))
        async with stage.work() as work:
            made = await surveys.prepare(work)
            assert {(r.person_id, r.side, r.kind) for r in made} == {
                (fatima, "jobseeker", "introduction"),
                (hans, "employer", "introduction"),
            }
            assert await surveys.prepare(work) == []
        stage.clock.move(timedelta(days=90))
        async with stage.work() as work:
            made = await surveys.prepare(work)
            assert {(r.kind, r.subject_id) for r in made} == {("placement", number)}
            (await work.get(Placement, number)).status = "ended"
        stage.clock.move(timedelta(days=275))
        async with stage.work() as work:
            assert "durable" not in {each.kind for each in await surveys.due(work)}


async def test_the_talk_and_a_wish_to_be_called(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        fatima = given.number(stage, "Fatima")
        async with stage.work() as work:
            row = await surveys.ask(work, Wanted(fatima, "jobseeker", "yearly", 2026))
            number = row.id or 0
        press = f"survey.{number}::-open"
        await stage.gives("Fatima", {"kind": "pick", "press": press, "name": "Fatima"})
        for words in ("[🙁 Niet zo goed]", "ik wachtte lang", "[Ja, bel mij]"):
            await stage.says("Fatima", words)
        assert "nemen contact met je op" in "\n".join(await stage.hears("Fatima"))
        assert "ik wachtte lang" in "\n".join(await stage.hears("Marloes"))
        async with stage.work() as work:
            kept = await work.get(Survey, number)
            assert (kept.score, kept.words) == (2, "ik wachtte lang")
            hans = given.number(stage, "Hans")
            with pytest.raises(RefusedError, match="rights"):
                await surveys.answer(work, number, actor=hans, score=5)
            with pytest.raises(ValueError, match="score"):
                await surveys.answer(work, number, actor=fatima, score=0)


async def test_without_that_wish_the_coach_hears_nothing(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        fatima = given.number(stage, "Fatima")
        async with stage.work() as work:
            row = await surveys.ask(work, Wanted(fatima, "jobseeker", "yearly", 2026))
        press = f"survey.{row.id}::-open"
        await stage.gives("Fatima", {"kind": "pick", "press": press, "name": "Fatima"})
        for words in ("[😟 Slecht]", "niemand belt", "[Nee, dank je]"):
            await stage.says("Fatima", words)
        assert await stage.hears("Marloes") == []


async def test_erasing_and_time_leave_a_score_of_nobody(database_url: str) -> None:
    async with staged(database_url) as stage:
        await _answers(stage, "haarlem", [5, 2])
        async with stage.work() as work:
            person = await work.get(Person, given.number(stage, "haarlem-0"))
            await privacy.erase(work, person)
        async with stage.work() as work:
            rows = {r.score: r for r in (await work.tx.exec(select(Survey))).all()}
            assert (rows[5].person_id, rows[5].words) == (None, None)
            assert rows[2].words == "woord 2"
        stage.clock.move(timedelta(days=731))
        await retention.carry_out(stage.work)
        async with stage.work() as work:
            rows = {r.score: r for r in (await work.tx.exec(select(Survey))).all()}
            assert (rows[2].person_id, rows[2].words, rows[2].score) == (None, None, 2)


async def hours(stage: Stage, count: int) -> None:
    """So many hours pass, with follow-up each hour."""
    for _ in range(count):
        stage.clock.move(timedelta(hours=1))
        async with stage.work() as work:
            await followup.sweep(work)


async def test_after_three_months_of_work_both_sides_are_asked_by_themselves(
    database_url: str,
) -> None:
    """Nobody presses anything at our side: the day comes, and the question is there."""
    async with staged(database_url) as stage:
        await given.pair(stage)
        await given.placed(stage, "regular", days=0)
        stage.clock.move(timedelta(days=91))
        await hours(stage, 72)
        her, him = ["\n".join(await stage.hears(name)) for name in ("Fatima", "Hans")]
        assert "wat vind je van onze hulp" in her
        assert "wat vindt u van onze hulp" in him
        for words in ("[Geef mijn mening]", "[😀 Heel goed]", "[Sla over]"):
            await stage.says("Hans", words)
        heard = "\n".join(await stage.hears("Hans"))
        assert "Scheelt onze hulp u werk?" in heard
        for words in ("[Ja]", "[De persoon zelf]", "[Sla over]", "nee"):
            await stage.says("Hans", words)
        assert "Dank u wel voor uw antwoorden" in "\n".join(await stage.hears("Hans"))
        async with stage.work() as work:
            query = select(Survey).where(Survey.side == "employer", Survey.kind == "placement")
            row = (await work.tx.exec(query)).one()
        assert row.score == 5
        assert row.topics == {"relief": "yes", "reason": "person", "displaced": "no"}


async def test_nothing_goes_out_without_a_purpose_and_an_approval(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        await given.placed(stage, "regular", days=0)
        stage.clock.move(timedelta(days=91))
        for rounds in (
            (),
            tuple(r.model_copy(update={"paused": True}) for r in stage.region.surveys),
        ):
            region = stage.region.model_copy(update={"surveys": rounds})
            async with stage.work() as work:
                assert await surveys.prepare(replace(work, region=region)) == []
        async with stage.work() as work:
            assert await surveys.prepare(work)


async def test_who_paused_or_wants_no_reminders_is_left_alone(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        await given.placed(stage, "regular", days=0)
        stage.clock.move(timedelta(days=91))
        async with stage.work() as work:
            (await work.get(Person, given.number(stage, "Fatima"))).paused = work.now
            (await work.get(Person, given.number(stage, "Hans"))).unasked = work.now
            await work.tx.flush()
            assert await surveys.prepare(work) == []


async def test_topics_show_in_groups_of_five_only(database_url: str) -> None:
    async with staged(database_url) as stage:
        for place in range(5):
            person = await stage.person(f"wg-{place}")
            async with stage.work() as work:
                row = await surveys.ask(
                    work, Wanted(person.number, "employer", "yearly", 2026, "x")
                )
                said = {"relief": "yes"} if place else {"relief": "no", "displaced": "no"}
                await surveys.tell_topics(work, row.id or 0, actor=person.number, said=said)
                found = await surveys.topics(work, MANAGER, **PERIOD)
                assert (found["relief"] is None) == (place < 4)
        assert found["relief"] == {"yes": 4, "partly": 0, "no": 1}
        assert found["displaced"] is None
