"""Placements: what placing leads to, how long it lasted, and why it ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlmodel import select

from bot.stage import staged
from services import events, placements, privacy
from services.placements import Terms, aftercare, months_after, sustained
from services.refused import RefusedError
from services.store.models import (
    CheckIn,
    Employer,
    Jobseeker,
    Match,
    Person,
    Placement,
    Vacancy,
)
from tests import given

START = date(2026, 11, 23)


async def test_placing_moves_the_match_and_stops_the_search(database_url: str) -> None:
    async with staged(database_url) as stage:
        match_id = await given.pair(stage)
        number = await given.placed(stage, "regular", days=0)
        async with stage.work() as work:
            row = await work.get(Placement, number)
            assert (row.match_id, row.status, row.sector) == (match_id, "running", "market")
            assert row.coach_id == given.number(stage, "Marloes")
            assert (await work.get(Match, match_id)).state == "placed"
            assert (await work.get(Jobseeker, row.jobseeker_id)).status == "placed"
            assert (await work.get(Vacancy, row.vacancy_id)).status == "filled"
        assert "Gefeliciteerd" in "\n".join(await stage.hears("Fatima"))
        assert "begint op 23 november 2026" in "\n".join(await stage.hears("Hans"))


async def test_a_trial_does_not_fill_the_vacancy(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        number = await given.placed(stage)
        async with stage.work() as work:
            row = await work.get(Placement, number)
            assert (await work.get(Vacancy, row.vacancy_id)).status == "open"


@pytest.mark.parametrize(
    "terms",
    [
        Terms("holiday", 20, START),
        Terms("regular", 0, START),
        Terms("regular", 99, START),
        Terms("trial", 20, START, START),
    ],
)
async def test_what_cannot_be_is_refused(tmp_path: object, terms: Terms) -> None:
    async with staged(f"sqlite+aiosqlite:///{tmp_path}/w.db") as stage:
        match_id = await given.pair(stage)
        async with stage.work() as work:
            with pytest.raises(RefusedError, match="time"):
                await placements.place(work, match_id, terms, actor=given.number(stage, "Marloes"))
            assert (await work.get(Match, match_id)).state == "invited"


async def test_the_moments_of_a_regular_job(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        number = await given.placed(stage, "regular", days=0)
        async with stage.work() as work:
            rows = await aftercare.of_placement(work, number)
        for side, name in (("jobseeker", "Fatima"), ("employer", "Hans"), ("coach", "Marloes")):
            own = [row for row in rows if row.side == side]
            assert {row.person_id for row in own} == {given.number(stage, name)}
            assert [(row.moment, (row.due - START).days) for row in own] == [
                ("day-1", 1),
                ("week-2", 14),
                ("week-5", 35),
                ("month-3", 91),
                ("month-6", 182),
                ("month-12", 365),
            ]


async def test_a_trial_has_a_measurement_and_an_end(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        number = await given.placed(stage)
        async with stage.work() as work:
            rows = await aftercare.of_placement(work, number)
        due = {row.moment: (row.due - START).days for row in rows if row.side == "coach"}
        assert due == {"day-1": 1, "week-2": 14, "wage-value": 28, "week-5": 35, "end": 54}
        assert "wage-value" not in {row.moment for row in rows if row.side != "coach"}


async def test_the_end_of_a_contract_and_of_an_instrument_is_watched(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        number = await given.placed(stage, "regular", days=365)
        until = START + timedelta(days=180)
        async with stage.work() as work:
            row = await work.get(Placement, number)
            use = {"code": "job-coach", "from": START.isoformat(), "to": until.isoformat()}
            terms = replace(placements.terms_of(row), instruments=(use,))
            await placements.change(work, number, terms, actor=given.number(stage, "Marloes"))
        async with stage.work() as work:
            rows = await aftercare.of_placement(work, number)
        coach = {row.moment: (row.due - START).days for row in rows if row.side == "coach"}
        assert coach["end"] == 365 - 42
        assert coach["instrument-job-coach"] == 180 - 28
        assert len(rows) == len({(row.side, row.moment) for row in rows})


async def test_an_end_has_a_reason_and_opens_the_search_again(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        number = await given.placed(stage)
        marloes = given.number(stage, "Marloes")
        async with stage.work() as work:
            for reason, on, why in (
                ("tired", START, "reason"),
                ("no_fit", date(2026, 1, 1), "time"),
            ):
                with pytest.raises(RefusedError, match=why):
                    await placements.end(work, number, actor=marloes, on=on, reason=reason)
            await placements.end(
                work, number, actor=marloes, on=START, reason="no_fit", words="te druk"
            )
        async with stage.work() as work:
            row = await work.get(Placement, number)
            assert (row.status, row.ended, row.end_reason) == ("ended", START, "no_fit")
            assert row.end_reason in placements.FALL_OUT
            assert (await work.get(Jobseeker, row.jobseeker_id)).status == "open"
            assert (await work.tx.exec(select(CheckIn))).all() == []
            assert "placement-ended" in [
                each.kind for each in await events.of_subject(work, "placement", number)
            ]
            with pytest.raises(RefusedError, match="decided"):
                await placements.end(work, number, actor=marloes, on=START, reason="no_fit")


async def test_a_trial_goes_on_as_a_contract(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        first = await given.placed(stage)
        async with stage.work() as work:
            terms = Terms("regular", 24, START + timedelta(days=60))
            follows = await placements.go_on(
                work, first, terms, actor=given.number(stage, "Marloes")
            )
            number = follows.id or 0
        async with stage.work() as work:
            before, now = await work.get(Placement, first), await work.get(Placement, number)
            assert (before.status, before.end_reason) == ("ended", "moved_on")
            assert before.end_reason not in placements.FALL_OUT
            assert (now.status, now.hours, now.match_id) == ("running", 24, None)
            assert (await work.get(Jobseeker, now.jobseeker_id)).status == "placed"
            assert (await work.get(Vacancy, now.vacancy_id)).status == "filled"


async def test_work_somebody_found_themselves(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        fatima = given.number(stage, "Fatima")
        async with stage.work() as work:
            known = await placements.found_work(
                work, fatima, "bakkerij  hoekstra", Terms("regular", 20, START), actor=fatima
            )
            new = await placements.found_work(
                work, fatima, "Slager Vos", Terms("regular", 8, START), actor=fatima, help_=True
            )
            assert (await work.get(Employer, known.employer_id)).name == "Bakkerij Hoekstra"
            assert (await work.get(Employer, new.employer_id)).name == "Slager Vos"
            asked = {row.side for row in await aftercare.of_placement(work, new.id or 0)}
            assert asked == {"jobseeker", "coach"}  # nobody speaks for this employer
        told = "\n".join(await stage.hears("Marloes"))
        assert "Slager Vos" in told
        assert "Wil hulp" in told


async def test_the_wage_value_is_recorded_by_the_coach_side(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        number = await given.placed(stage)
        stage.clock.move(timedelta(days=30))
        stranger = await stage.person("Joyce", "coach", team="intake-velsen")
        async with stage.work() as work:
            on = work.today
            with pytest.raises(RefusedError, match="rights"):
                await placements.record_wage_value(
                    work, number, actor=stranger.number, on=on, percent=60
                )
            marloes = given.number(stage, "Marloes")
            await placements.record_wage_value(work, number, actor=marloes, on=on, percent=60)
            assert (await work.get(Placement, number)).wage_value["percent"] == 60
        task = await given.check_in(stage, "coach", "wage-value")
        assert task.answered is not None


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 11, 23), 3, date(2027, 2, 23)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 1, 31), 11, date(2026, 12, 31)),
    ],
)
def test_months_after(day: date, months: int, after: date) -> None:
    assert months_after(day, months) == after


@pytest.mark.parametrize(
    ("today", "ended", "reached"),
    [
        (date(2027, 2, 22), None, ()),
        (date(2027, 2, 23), None, (3,)),
        (date(2027, 6, 1), None, (3, 6)),
        (date(2028, 1, 1), None, (3, 6, 12)),
        (date(2028, 1, 1), date(2027, 3, 1), (3,)),
    ],
)
def test_how_long_it_lasted(today: date, ended: date | None, reached: tuple[int, ...]) -> None:
    row = Placement(jobseeker_id=1, employer_id=1, starts=START, ended=ended)
    assert sustained(row, today) == reached


async def test_of_an_erased_person_a_count_stays(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        await given.meeting(stage)
        number = await given.placed(stage)
        fatima = given.number(stage, "Fatima")
        async with stage.work() as work:
            await privacy.erase(work, await work.get(Person, fatima))
        async with stage.work() as work:
            row = await work.get(Placement, number)
            assert row.jobseeker_id < 0
            assert (row.match_id, row.wage_value) == (None, {})
            assert (row.status, row.end_reason) == ("ended", placements.ERASED)
            assert row.end_reason not in placements.FALL_OUT
            assert (await work.tx.exec(select(CheckIn))).all() == []
        await stage.worker.drain()
        assert await stage.parked() == []
