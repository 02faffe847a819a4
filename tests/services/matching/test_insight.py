"""Unusual demands and tasks to carve off: counted one by one, they are what the search counts."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from services.matching import Rules, fit, insight
from services.matching.index import People
from tests.services.matching.people import DEMANDS, OFFICES, PROFILES, SAMIRA

RULES = Rules()
CROWD = st.lists(PROFILES, max_size=8)


def counted(profiles: list[dict[str, Any]], demands: Any) -> int:
    return sum(RULES.accepts(fit(profile, demands)) for profile in profiles)


def index(profiles: list[dict[str, Any]]) -> People:
    made = People()
    for key, profile in enumerate(profiles):
        made.put(key, profile)
    return made


@given(CROWD, DEMANDS)
def test_the_search_counts_what_counting_one_by_one_gives(
    profiles: list[dict[str, Any]], demands: dict[str, Any]
) -> None:
    ways = insight.carvings(demands)
    asked = [*insight.apart(demands), *(("", None, then) for _, then in ways)]
    now, more = index(profiles).count(demands, asked)
    assert now == counted(profiles, demands)
    assert [now + each for each in more] == [counted(profiles, less) for *_, less in asked]


def test_a_demand_that_few_meet_is_unusual_and_says_how_few() -> None:
    crowd = [{**SAMIRA, "licences": ["B"] if n < 3 else []} for n in range(20)]
    asked = insight.apart({**OFFICES, "must": []})
    counts = [counted(crowd, less) for *_, less in asked]
    assert insight.unusual(asked, counts) == [insight.Unusual("licences", "B", 3, 20)]


def test_of_few_people_nothing_is_unusual() -> None:
    crowd = [{**SAMIRA, "licences": []} for _ in range(insight.ENOUGH_PEOPLE - 1)]
    asked = insight.apart(OFFICES)
    assert insight.unusual(asked, [counted(crowd, less) for *_, less in asked]) == []


def test_a_quarter_meets_it_so_it_is_usual() -> None:
    crowd = [{**SAMIRA, "licences": ["B"] if n < 5 else []} for n in range(20)]
    asked = insight.apart({**OFFICES, "must": []})
    assert insight.unusual(asked, [counted(crowd, less) for *_, less in asked]) == []


def carved(demands: dict[str, Any], crowd: list[dict[str, Any]]) -> insight.Carving | None:
    ways = insight.carvings(demands)
    counts = [counted(crowd, less) for _, less in ways]
    return insight.carve(demands, counted(crowd, demands), [way for way, _ in ways], counts)


def test_the_one_task_that_keeps_people_out_is_carved_off() -> None:
    demands = {**OFFICES, "must": OFFICES["must"], "licences": ["B"]}
    crowd = [SAMIRA, *({**SAMIRA, "licences": []} for _ in range(6))]
    found = carved(demands, crowd)
    assert found is not None
    assert found.tasks == (("licences", "B"),)
    assert (found.now, found.then) == (1, 7)
    assert found.left == tuple(("must", code) for code in OFFICES["must"])


def test_two_tasks_go_when_only_both_together_help() -> None:
    demands = {**OFFICES, "licences": ["B", "C"]}
    crowd = [{**SAMIRA, "licences": []} for _ in range(6)]
    found = carved(demands, crowd)
    assert found is not None
    assert set(found.tasks) == {("licences", "B"), ("licences", "C")}
    assert (found.now, found.then) == (0, 6)


def test_no_task_goes_for_nothing() -> None:
    assert carved(OFFICES, [SAMIRA] * 5) is None
    assert carved(OFFICES, []) is None
    assert carved({"occupation": ["cleaner"]}, [SAMIRA]) is None


def test_the_last_task_stays() -> None:
    demands = {**OFFICES, "must": [], "licences": ["B"]}
    assert carved(demands, [{**SAMIRA, "licences": []}] * 9) is None


@given(CROWD, DEMANDS)
def test_what_is_carved_off_was_asked_and_what_is_left_too(
    profiles: list[dict[str, Any]], demands: dict[str, Any]
) -> None:
    found = carved(demands, profiles)
    if found is not None:
        assert found.left
        assert sorted([*found.tasks, *found.left]) == sorted(insight.tasks(demands))
        assert found.then >= found.now + insight.AT_LEAST
