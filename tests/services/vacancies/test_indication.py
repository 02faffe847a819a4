"""What an employer hears at once about a vacancy, in bands, never exactly."""

from __future__ import annotations

import re
from typing import Any

from services.store.models import Vacancy
from services.texts import render
from services.vacancies import indication
from tests.services.matching.people import OFFICES, SAMIRA
from tests.services.world import World

PLAIN = {**OFFICES, "must": [], "licences": []}


async def heard(world: World, crowd: list[dict[str, Any]], demands: dict[str, Any]) -> list[str]:
    async with world.work() as work:
        for profile in crowd:
            await world.person(work, profile)
        row = await work.get(Vacancy, await world.vacancy(work, demands))
        return [render.line("nl-u", *each) for each in await indication.lines(work, row.demands)]


async def test_a_little_less_is_said_where_it_is_as_good(
    quick_world: World,
) -> None:
    crowd = [{**SAMIRA, "hours": [10, 14]} for _ in range(6)] + [SAMIRA] * 2
    said = await heard(quick_world, crowd, {**PLAIN, "hours": [20, 28]})
    assert said[0].startswith("Nu in de regio: minder dan 5 kandidaten")
    assert "Vanaf 12 uur per week: ongeveer 5 kandidaten." in said


async def test_a_demand_that_must_go_as_a_whole_is_said_so(quick_world: World) -> None:
    crowd = [{**SAMIRA, "licences": []} for _ in range(6)]
    said = await heard(quick_world, crowd, {**PLAIN, "licences": ["B"]})
    assert any(each.startswith("Zonder de eis rijbewijs B: ongeveer 5") for each in said)


async def test_an_unusual_demand_is_called_so_without_exact_numbers(quick_world: World) -> None:
    crowd = [{**SAMIRA, "licences": ["B"] if n < 3 else []} for n in range(21)]
    said = await heard(quick_world, crowd, {**PLAIN, "licences": ["B"]})
    assert (
        "Ongewoon voor dit werk: rijbewijs B. Voor het werk zelf: ongeveer 20 kandidaten. "
        "Met deze eis: minder dan 5 kandidaten."
    ) in said
    told = " ".join(said)
    assert not re.search(r"\b(3|21|18)\b", told)


async def test_tasks_are_named_when_only_together_they_help(
    quick_world: World,
) -> None:
    crowd = [{**SAMIRA, "licences": []} for _ in range(6)]
    demands = {**PLAIN, "must": OFFICES["must"][:1], "licences": ["B", "C"]}
    said = await heard(quick_world, crowd, demands)
    wanted = (
        "Kan een collega deze taken doen: rijden met rijbewijs B en rijden met rijbewijs C? "
        "Dan: ongeveer 5 kandidaten."
    )
    assert wanted in said


async def test_during_a_strike_nothing_is_counted(quick_world: World) -> None:
    said = await heard(quick_world, [SAMIRA] * 9, {**PLAIN, "strike": True})
    assert len(said) == 1
    assert "31a" in said[0]
