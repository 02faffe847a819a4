"""Impact per group: counts that are right, and nobody who can be recognised."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services import events
from services.results import equal_chances
from services.rights import Viewer
from services.store.models import Dossier, Jobseeker, Placement, Vacancy
from services.unit_of_work import Work
from tests.services.world import NOW, World

MANAGER = Viewer(1, "regional_manager", "haarlem", "intake-haarlem")
TODAY = NOW.date()
YEAR = {"since": TODAY - timedelta(days=364), "until": TODAY}


async def people(work: Work, world: World, count: int, **facts: object) -> list[int]:
    made = [await world.person(work, {}) for _ in range(count)]
    for each in made:
        work.tx.add(Dossier(person_id=each, facts=dict(facts), updated=NOW))
    await work.tx.flush()
    return made


async def invited(work: Work, person: int) -> None:
    await events.log(work, "match-approved", actor=1, about=person, subject=("match", 1))
    await work.tx.flush()


async def groups(work: Work, grouping: str) -> dict[str, equal_chances.Group]:
    return {
        each.code: each for each in await equal_chances.counted(work, MANAGER, grouping, **YEAR)
    }


async def test_people_are_counted_once_and_by_their_group(quick_world: World) -> None:
    async with quick_world.work() as work:
        old = await people(work, quick_world, 20, birth_year=1960)
        young = await people(work, quick_world, 10, birth_year=2005)
        for each in [*old[:6], *old[:6], *young[:5]]:
            await invited(work, each)
        found = await groups(work, "age")
        assert found["from-50"].size == 20
        assert found["from-50"].stages["invited"] == equal_chances.Count(6, 30)
        assert found["to-26"].stages["invited"] == equal_chances.Count(5, 50)
        assert found["to-26"].stages["placed"] == equal_chances.Count(0, 0)


async def test_a_small_group_does_not_show_and_few_people_neither(quick_world: World) -> None:
    async with quick_world.work() as work:
        await people(work, quick_world, 4, benefit="wajong")
        large = await people(work, quick_world, 30, benefit="ww")
        other = await people(work, quick_world, 30, benefit="bijstand")
        for each in [*large[:2], *other[:9]]:
            await invited(work, each)
        found = await groups(work, "benefit")
        assert found["wajong"] == equal_chances.Group("wajong", None, None)
        assert found["ww"].stages["invited"] == equal_chances.Count(None, None)
        assert found["bijstand"].stages["invited"] == equal_chances.Count(
            None, None
        )  # gives it away


async def test_only_this_period_counts(quick_world: World) -> None:
    async with quick_world.work() as work:
        crowd = await people(work, quick_world, 12)
        for each in crowd[:8]:
            days = 10 if each in crowd[:6] else 400
            known = {"starts": TODAY - timedelta(days=days), "created": NOW, "updated": NOW}
            vacancy = await work.get(Vacancy, await quick_world.vacancy(work, {}))
            work.tx.add(Placement(jobseeker_id=each, employer_id=vacancy.employer_id, **known))
        await work.tx.flush()
        (found,) = (await groups(work, "support")).values()
        assert found.stages["placed"] == equal_chances.Count(6, 50)


async def test_it_is_for_the_regional_manager(quick_world: World) -> None:
    async with quick_world.work() as work:
        for role in ("coach", "account_manager", "administrator", "reader", "partner"):
            with pytest.raises(PermissionError):
                who = Viewer(1, role, "haarlem", "intake-haarlem", lead=True)
                await equal_chances.counted(work, who, "age", **YEAR)
        with pytest.raises(ValueError, match="no such grouping"):
            await equal_chances.counted(work, MANAGER, "gender", **YEAR)


async def test_every_grouping_counts_everybody(quick_world: World) -> None:
    async with quick_world.work() as work:
        for each in await people(work, quick_world, 7):
            (await work.get(Jobseeker, each)).organisation = "haarlem"
        for grouping in equal_chances.GROUPINGS:
            assert sum(each.size or 0 for each in (await groups(work, grouping)).values()) == 7


@given(st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 30)))
def test_what_is_hidden_cannot_be_worked_out_from_the_total(counts: dict[str, int]) -> None:
    shown = equal_chances.not_recognisable(counts, 5)
    assert all(counts[each] == 0 or counts[each] >= 5 for each in shown)
    hidden = set(counts) - shown
    rest = sum(counts[each] for each in hidden)
    assert rest == 0 or rest >= 5 or not any(counts[each] for each in shown)
