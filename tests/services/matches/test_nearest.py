"""Starting from a person: what comes nearest, and who hired such people before."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from services.matches import nearest as chances
from services.matches import search
from services.store.models import Jobseeker, Match, Placement, Vacancy
from services.unit_of_work import Work
from tests.services.matching.people import OFFICES, SAMIRA
from tests.services.world import NOW, World

WITHOUT = {**SAMIRA, "licences": []}
BIG = {**OFFICES, "licences": ["B", "C"]}
KITCHEN = {**OFFICES, "occupation": ["cook"], "must": [], "licences": []}


async def nearest(work: Work, person: int) -> list[int]:
    row = await work.get(Jobseeker, person)
    return [each.vacancy.id or 0 for each in await chances.nearest(work, row, 5)]


async def test_what_stands_between_is_told_and_the_least_of_it_first(world: World) -> None:
    async with world.work() as work:
        person = await world.person(work, WITHOUT)
        far = await world.vacancy(work, {**OFFICES, "hours": [36, 40]})
        near = await world.vacancy(work, OFFICES)
        fits = await world.vacancy(work, {**OFFICES, "licences": []})
        await world.vacancy(work, {**KITCHEN, "occupation": ["not-a-code"]})
        await world.vacancy(work, {**OFFICES, "strike": True})
        assert await nearest(work, person) == [near, far]
        row = await work.get(Jobseeker, person)
        found = await chances.nearest(work, row, 1)
        assert [part.name for part in found[0].between] == ["licence"]
        assert found[0].employer.name == "Bakkerij"
        assert fits in [key for key, _ in await search.vacancies_for(work, WITHOUT, 5)]


async def test_what_was_decided_and_what_is_closed_does_not_come_back(world: World) -> None:
    async with world.work() as work:
        person = await world.person(work, WITHOUT)
        decided, closed = await world.vacancy(work, OFFICES), await world.vacancy(work, OFFICES)
        match = Match(
            jobseeker_id=person, vacancy_id=decided, state="declined", created=NOW, since=NOW
        )
        work.tx.add(match)
        (await work.get(Vacancy, closed)).status = "closed"
        await work.tx.flush()
        assert await nearest(work, person) == []


async def placed(work: Work, world: World, demands: dict[str, Any], days: int) -> int:
    vacancy = await work.get(Vacancy, await world.vacancy(work, demands))
    work.tx.add(
        Placement(
            jobseeker_id=1,
            employer_id=vacancy.employer_id,
            vacancy_id=vacancy.id,
            starts=(NOW - timedelta(days=days)).date(),
            created=NOW,
            updated=NOW,
        )
    )
    vacancy.status = "filled"
    await work.tx.flush()
    return vacancy.employer_id


async def test_who_hired_such_people_lately_with_what_is_open_there(world: World) -> None:
    async with world.work() as work:
        person = await world.person(work, WITHOUT)
        cleaning = await placed(work, world, OFFICES, 30)
        await placed(work, world, {**OFFICES, "occupation": ["not-a-code"]}, 30)
        await placed(work, world, OFFICES, 800)
        again = await work.get(Vacancy, await world.vacancy(work, BIG))
        again.employer_id = cleaning
        await work.tx.flush()
        row = await work.get(Jobseeker, person)
        found = await chances.hired(work, row, 5)
        assert [(each.employer.id, each.people) for each in found] == [(cleaning, 1)]
        assert [each.id for each in found[0].vacancies] == [again.id]


async def test_of_somebody_without_a_wish_nothing_is_guessed(world: World) -> None:
    async with world.work() as work:
        person = await world.person(work, {})
        await world.vacancy(work, OFFICES)
        await placed(work, world, OFFICES, 30)
        row = await work.get(Jobseeker, person)
        assert await chances.nearest(work, row, 5) == []
        assert await chances.hired(work, row, 5) == []
