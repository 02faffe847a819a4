"""The index follows the database: whatever changes it, whoever asks, whatever is taken back."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import delete, update
from sqlmodel import col

from services import matching
from services.matches import proposals, search
from services.store.db import reading
from services.store.models import Jobseeker, Vacancy
from services.unit_of_work import Work
from tests.services.matching.people import OFFICES, SAMIRA
from tests.services.world import NOW, World

COOK = {**SAMIRA, "wanted": ["cook"]}
KITCHEN = {**OFFICES, "occupation": ["cook"], "must": []}


async def fitting(work: Work, demands: dict[str, Any] = OFFICES) -> list[int]:
    return [key for key, _ in await search.people_for(work, demands, 20)]


async def offers(work: Work, profile: dict[str, Any] = SAMIRA) -> list[int]:
    return [key for key, _ in await search.vacancies_for(work, profile, 20)]


async def test_what_was_there_before_and_what_comes_after(world: World) -> None:
    async with world.work() as work:
        first = await world.person(work, SAMIRA)
        await world.person(work, SAMIRA, status="paused")
        here = await world.vacancy(work, OFFICES)
        await world.vacancy(work, {**OFFICES, "strike": True})
    async with world.work() as work:
        assert await search.people_for(work, OFFICES, 20) == [(first, 100)]
        assert await offers(work) == [here]
    async with world.work() as work:
        second = await world.person(work, SAMIRA)
        there = await world.vacancy(work, OFFICES)
    async with world.work() as work:
        assert await fitting(work) == [first, second]
        assert await search.people_for(work, OFFICES, 20, [first]) == [(second, 100)]
        assert await offers(work) == [here, there]
        assert (await search.what_if(work, OFFICES))[0] == 2


async def test_whatever_writes_is_noticed(world: World) -> None:
    """By the object, by a statement, by its removal: nothing has to remember the index."""
    async with world.work() as work:
        keys = [await world.person(work, SAMIRA) for _ in range(4)]
        vacancies = [await world.vacancy(work, OFFICES) for _ in range(3)]
    async with world.work() as work:
        assert (await fitting(work), await offers(work)) == (keys, vacancies)
    async with world.work() as work:
        (await work.get(Jobseeker, keys[0])).profile = COOK
        (await work.get(Jobseeker, keys[1])).status = "paused"
        await work.tx.exec(delete(Jobseeker).where(col(Jobseeker.person_id) == keys[2]))
        (await work.get(Vacancy, vacancies[0])).demands = {**OFFICES, "strike": True}
        closed = update(Vacancy).where(col(Vacancy.id) == vacancies[1]).values(status="filled")
        await work.tx.exec(closed)
    async with world.work() as work:
        assert (await fitting(work), await offers(work)) == ([keys[3]], [vacancies[2]])
        assert await fitting(work, KITCHEN) == [keys[0]]
    async with world.work() as work:
        (await work.get(Jobseeker, keys[1])).status = "open"
    async with world.work() as work:
        assert await fitting(work) == [keys[1], keys[3]]


async def test_processes_agree(world: World) -> None:
    other = world.process()
    async with world.work() as work:
        key = await world.person(work, SAMIRA)
    for engine in world.engines:
        async with world.work(engine) as work:
            assert await fitting(work) == [key]
    async with world.work(other) as work:
        (await work.get(Jobseeker, key)).profile = COOK
    for engine in world.engines:
        async with world.work(engine) as work:
            assert (await fitting(work), await fitting(work, KITCHEN)) == ([], [key])


class TakenBackError(Exception):
    """Ends a transaction."""


async def test_what_is_not_committed_is_seen_only_inside(world: World) -> None:
    async with world.work() as work:
        key = await world.person(work, SAMIRA)
        gone = await world.person(work, SAMIRA)
        here = await world.vacancy(work, OFFICES)
    with pytest.raises(TakenBackError):
        async with world.work() as work:
            (await work.get(Jobseeker, key)).profile = COOK
            await work.tx.exec(delete(Jobseeker).where(col(Jobseeker.person_id) == gone))
            new = await world.person(work, SAMIRA)
            there = await world.vacancy(work, OFFICES)
            assert (await fitting(work), await fitting(work, KITCHEN)) == ([new], [key])
            assert await offers(work) == [here, there]
            assert (await search.what_if(work, OFFICES))[0] == 1
            (await work.get(Jobseeker, new)).profile = COOK
            assert (await fitting(work), await fitting(work, KITCHEN)) == ([], [key, new])
            async with reading(world.engines[0]) as tx:
                assert await fitting(Work(tx, NOW, world.region)) == [key, gone]
            raise TakenBackError
    async with world.work() as work:
        assert (await fitting(work), await offers(work)) == ([key, gone], [here])
    async with world.work() as work:
        late = await world.person(work, SAMIRA)  # may well get the numbers that were taken back
    async with world.work() as work:
        assert await fitting(work) == [key, gone, late]


async def test_a_change_to_a_part_of_a_transaction_that_was_taken_back(world: World) -> None:
    async with world.work() as work:
        key = await world.person(work, SAMIRA)
    async with world.work() as work:
        with pytest.raises(TakenBackError):
            async with work.tx.begin_nested():
                (await work.get(Jobseeker, key)).profile = COOK
                assert await fitting(work) == []
                raise TakenBackError
        assert await fitting(work) == [key]


async def test_a_slow_transaction_is_not_missed(database_url: str, world: World) -> None:
    """On PostgreSQL a change may be committed after a later one was seen."""
    if database_url.startswith("sqlite"):
        return  # one writes at a time there
    async with world.work() as slow:
        early = await world.person(slow, SAMIRA)
        await slow.tx.flush()
        async with world.work() as quick:
            later = await world.person(quick, SAMIRA)
        async with world.work() as work:
            assert await fitting(work) == [later]
        async with world.work() as work:
            assert await fitting(work) == [later]
    async with world.work() as work:
        assert await fitting(work) == [early, later]


async def test_numbers_of_another_server_do_no_harm(database_url: str, world: World) -> None:
    """A dump restored elsewhere brings transaction ids that have yet to come there."""
    async with world.work() as work:
        key = await world.person(work, SAMIRA)
    if not database_url.startswith("sqlite"):
        async with world.work() as work:
            await work.tx.exec(update(search.Change).values(number=2**60))
    async with world.work() as work:
        assert await fitting(work) == [key]
    async with world.work() as work:
        (await work.get(Jobseeker, key)).profile = COOK
    async with world.work() as work:
        assert (await fitting(work), await fitting(work, KITCHEN)) == ([], [key])


async def test_other_rules_make_another_index(world: World) -> None:
    async with world.work() as work:
        key = await world.person(work, {**SAMIRA, "skills": [], "wanted": ["domestic-cleaner"]})
    async with world.work() as work:
        right = [
            (key, found.score)
            for key, found in matching.rank(OFFICES, [(key, await _of(work, key))])
        ]
        assert await search.people_for(work, OFFICES, 20) == right
        region = world.region.model_copy(update={"matching": {"threshold": 100}})
        assert await search.people_for(Work(work.tx, NOW, region), OFFICES, 20) == []
        assert await search.people_for(work, OFFICES, 20) == right


async def _of(work: Work, key: int) -> dict[str, Any]:
    return (await work.get(Jobseeker, key)).profile


async def test_proposals_come_from_the_index_and_follow_the_facts(world: World) -> None:
    async with world.work() as work:
        keys = [await world.person(work, SAMIRA) for _ in range(7)]
        vacancy = await world.vacancy(work, OFFICES)
    async with world.work() as work:
        made = await proposals.for_vacancy(work, vacancy)
        assert [match.jobseeker_id for match in made] == keys[:5]
    async with world.work() as work:
        (await work.get(Jobseeker, keys[0])).profile = COOK
        (await work.get(Jobseeker, keys[1])).profile = {**SAMIRA, "level": 1}
    async with world.work() as work:
        again = await proposals.for_vacancy(work, vacancy)
        assert [match.jobseeker_id for match in again] == keys[5:]
        assert await proposals.for_vacancy(work, vacancy) == []
    async with world.work() as work:
        found = {match.jobseeker_id: match for match in await proposals._known(work, True)}
        assert found[keys[0]].state == "withdrawn"
        assert found[keys[1]].score < found[keys[2]].score == 100


async def test_a_build_that_was_broken_off_leaves_nobody_behind(world: World) -> None:
    """Who went between the first try and the second is not found."""
    async with world.work() as work:
        gone, here = [await world.person(work, SAMIRA) for _ in range(2)]
        odd = await world.vacancy(work, {**OFFICES, "occupation": 5})
    async with world.work() as work:
        with pytest.raises(TypeError):  # vacancies are read after people
            await search.warm(work)
        await work.tx.exec(delete(Jobseeker).where(col(Jobseeker.person_id) == gone))
        (await work.get(Vacancy, odd)).demands = OFFICES
    async with world.work() as work:
        assert (await fitting(work), await offers(work)) == ([here], [odd])
