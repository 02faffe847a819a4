"""Targets: what counts, the straight line, and that no small number shows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.stage import Stage, staged
from services.results import targets
from services.rights import Viewer
from services.store.models import Placement, Vacancy
from tests import given

MANAGER = Viewer(0, "regional_manager", "haarlem", "intake-haarlem")
COACH = Viewer(0, "coach", "haarlem", "intake-haarlem")


async def works(stage: Stage, number: int, **facts: object) -> None:
    """So many people began in cleaning work this autumn."""
    async with stage.work() as work:
        vacancy = await work.get(Vacancy, 1)
        for _ in range(number):
            told = {"hours": 20, "starts": date(2026, 10, 1), "sector": "market", **facts}
            row = Placement(
                jobseeker_id=given.number(stage, "Fatima"),
                employer_id=vacancy.employer_id,
                vacancy_id=vacancy.id,
                created=work.now,
                updated=work.now,
                **told,
            )
            work.tx.add(row)


async def standing(stage: Stage, code: str) -> targets.Standing:
    async with stage.work() as work:
        found = await targets.standings(work, MANAGER)
    return next(each for each in found if each.target.code == code)


async def test_what_counts_for_a_target(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        await works(stage, 6)
        await works(stage, 3, hours=8)  # too few hours a week
        await works(stage, 2, starts=date(2025, 12, 1))  # before the period
        await works(stage, 1, kind="internship")
        await works(stage, 5, sector="government", starts=date(2026, 2, 1))
        assert (await standing(stage, "market-2026")).reached == 6
        government = await standing(stage, "government-2026")
        assert (government.reached, government.lasting) == (5, 5)
        assert (await standing(stage, "market-2026")).lasting == 0  # not long enough yet
        assert (await standing(stage, "cleaning-2026")).reached == 11
        assert (await standing(stage, "care-2026")).reached == 0


async def test_a_number_below_five_does_not_show(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        await works(stage, 4)
        row = await standing(stage, "market-2026")
        assert (row.reached, row.on_course) == (None, None)


async def test_the_straight_line_and_who_may_see_it(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        row = await standing(stage, "market-2026")
        passed = (stage.clock.now().date() - date(2026, 1, 1)) / timedelta(days=364)
        assert row.expected == round(420 * passed)
        assert row.on_course is False
        async with stage.work() as work:
            with pytest.raises(PermissionError):
                await targets.standings(work, COACH)
