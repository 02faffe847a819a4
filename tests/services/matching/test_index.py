"""The index answers what judging everybody answers, whatever is asked and however it came about."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.region import Region
from services.matching import Rules, fit, rank, rank_vacancies, softer, what_if
from services.matching.index import People, Vacancies, store
from tests.services.matching.people import DEMANDS, OFFICES, PROFILES, SAMIRA, skill
from tests.services.matching.test_properties import MAY_ASK, MAY_READ, Watched

pytestmark = pytest.mark.slow

Row = dict[str, Any]
RULES = (
    Rules(),
    Rules(threshold=0),
    Rules(threshold=30, enough_known=0, travel_tolerance=0),
    Rules(occupation=5, skills=60, wish=5, travel=18, threshold=40, enough_known=50),
    Rules(occupation=0, wish=0, skills=85, enough_known=85, for_done=0.33),
    Rules(wish=0, occupation=55, for_nice=0.35, gap_job=0.07, gap_probable=0.2, start_patience=0),
)
# What an import or an old release may have left behind.
ODD: tuple[Row, ...] = (
    {"wanted": ["cleaner", "cleaner"], "skills": ["x", "x"], "level": True, "limit": 12.5},
    {"wanted": [], "done": ["cook"], "skills": [], "hours": [], "times": [], "licences": []},
    {"wanted": ["=wat dan ook"], "done": ["nothing-known"], "languages": {"eng": "a bit"}},
    {"wanted": ("cleaner",), "travel": ["rocket", "bike"], "home": "2011", "limit": 0},
    {"wanted": ["cleaner"], "hours": [40, 8], "dutch": "fluent", "contract": ["any", "any"]},
    {"wanted": ["cleaner"], "start": "2026-12-15", "level": 7, "times": ["night", "night"]},
    {"done": ["cleaner"], "skills": [f"own-{n}" for n in range(80)], "travel": None, "home": ""},
    {},
)
ODD_DEMANDS: tuple[Row, ...] = (
    {"occupation": ["cleaner", "cleaner", "cook"], "must": ["x", "x"], "nice": ["x"], "hours": []},
    {"occupation": ["=iets"], "place": "2022", "times": ["night", "night"]},
    {"occupation": ["not-a-code"], "must": [f"own-{n}" for n in range(90)], "level": 0},
    {"occupation": ["cook"], "languages": {"nld": "good", "eng": "none"}, "dutch": "fluent"},
    {"place": "nowhere", "contract": "any", "licences": ["B", "B"], "hours": [8.5, 12]},
    {"occupation": ["cleaner"], "must": [skill("school")], "open_to": ["beginner"], "level": 7},
    {},
)


def scored(ranked: list[Any]) -> list[tuple[int, int]]:
    return [(key, found.score) for key, found in ranked]


def people_of(rows: list[Row], rules: Rules = RULES[0]) -> People:
    index = People(rules)
    for key, row in enumerate(rows):
        index.put(key, row)
    return index


def vacancies_of(rows: list[Row], rules: Rules = RULES[0]) -> Vacancies:
    index = Vacancies(rules)
    for key, row in enumerate(rows):
        index.put(key, row)
    return index


def agree(profiles: list[Row], demands: list[Row], rules: Rules, least: int | None = None) -> None:
    people, vacancies = people_of(profiles, rules), vacancies_of(demands, rules)
    everybody, everything = list(enumerate(profiles)), list(enumerate(demands))
    for asked in demands:
        right = scored(rank(asked, everybody, rules, at_least=least))
        assert people.best(asked, at_least=least) == right
        assert people.best(asked, 2, at_least=least) == right[:2]
        assert people.what_if(asked) == what_if(asked, everybody, rules)
        less = softer(asked)
        assert people.what_if(asked, less) == what_if(asked, everybody, rules, less)
    for profile in profiles:
        right = scored(rank_vacancies(profile, everything, rules, at_least=least))
        assert vacancies.best(profile, at_least=least) == right
        assert vacancies.best(profile, 2, at_least=least) == right[:2]


@settings(max_examples=60)
@given(
    st.lists(PROFILES, max_size=8),
    st.lists(DEMANDS, max_size=5),
    st.sampled_from(RULES),
    st.sampled_from([None, 0, 30, 80]),
)
def test_the_same_as_judging_everybody(
    profiles: list[Row], demands: list[Row], rules: Rules, least: int | None
) -> None:
    agree(profiles, demands, rules, least)


@pytest.mark.parametrize("rules", RULES)
def test_the_same_of_odd_rows(rules: Rules) -> None:
    agree([*ODD, SAMIRA], [*ODD_DEMANDS, OFFICES], rules, 0)
    agree([*ODD, SAMIRA], [*ODD_DEMANDS, OFFICES], rules)


def test_the_same_in_a_whole_region() -> None:
    region = Region(seed=7)
    profiles, demands = list(region.people(250)), list(region.vacancies(16))
    people, vacancies = people_of(profiles), vacancies_of(demands)
    found = 0
    for asked in demands:
        right = scored(rank(asked, enumerate(profiles), top=20))
        assert people.best(asked, 20) == right
        found += len(right)
        assert people.what_if(asked) == what_if(asked, enumerate(profiles))
        less = softer(asked)
        assert people.what_if(asked, less) == what_if(asked, enumerate(profiles), changed=less)
    for profile in profiles:
        right = scored(rank_vacancies(profile, enumerate(demands), top=3))
        assert vacancies.best(profile, 3) == right
    assert found > 10  # this region has people for its work


def test_the_same_when_there_are_too_many_to_judge_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(store, "_MANY", 0)
    monkeypatch.setattr(store, "_PORTION", 7)
    region = Region(seed=8)
    profiles, demands = list(region.people(300)), list(region.vacancies(12))
    profiles += profiles[:100]  # equals, to be told apart by their ids
    people, vacancies = people_of(profiles), vacancies_of(demands)
    for asked in demands:
        right = scored(rank(asked, enumerate(profiles)))
        for top in (0, 1, 3, 20, None):
            assert people.best(asked, top) == right[:top]
    for profile in profiles[:50]:
        right = scored(rank_vacancies(profile, enumerate(demands), at_least=20))
        for top in (1, 3, None):
            assert vacancies.best(profile, top, at_least=20) == right[:top]


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 5), st.none() | PROFILES), max_size=25),
    st.lists(st.tuples(st.integers(0, 5), st.none() | DEMANDS), max_size=25),
)
def test_what_came_and_went_leaves_no_trace(
    people_changes: list[tuple[int, Row | None]], vacancy_changes: list[tuple[int, Row | None]]
) -> None:
    people, profiles = People(), dict[int, Row]()
    vacancies, demands = Vacancies(), dict[int, Row]()
    for changes, index, rows in (
        (people_changes, people, profiles),
        (vacancy_changes, vacancies, demands),
    ):
        for key, row in changes:
            if row is None:
                index.remove(key)
                rows.pop(key, None)
            else:
                index.put(key, row)
                rows[key] = row
        assert len(index) == len(rows)
    for asked in (OFFICES, *demands.values()):
        assert people.best(asked, at_least=0) == scored(rank(asked, profiles.items(), at_least=0))
        assert people.what_if(asked) == what_if(asked, profiles.items())
    for profile in (SAMIRA, *profiles.values()):
        right = scored(rank_vacancies(profile, demands.items(), at_least=0))
        assert vacancies.best(profile, at_least=0) == right


def test_rows_of_many_who_left_are_cleared_away() -> None:
    region = Region(seed=3)
    profiles = dict(enumerate(region.people(1500)))
    demands = dict(enumerate(region.vacancies(1500)))
    people, vacancies = people_of(list(profiles.values())), vacancies_of(list(demands.values()))
    for key in range(1400):
        people.remove(key)
        vacancies.remove(key)
        del profiles[key], demands[key]
    people.put(1, SAMIRA)
    profiles[1] = SAMIRA
    assert 1 in people
    assert 0 not in people
    for asked in [*list(demands.values())[:20], OFFICES]:
        assert people.best(asked) == scored(rank(asked, profiles.items()))
        assert people.what_if(asked) == what_if(asked, profiles.items())
    for profile in list(profiles.values())[:20]:
        assert vacancies.best(profile) == scored(rank_vacancies(profile, demands.items()))


def test_who_is_left_out_counts_nowhere() -> None:
    index = people_of([SAMIRA] * 4)
    assert index.best(OFFICES, 2, leave=[0, 2, 99]) == [(1, 100), (3, 100)]
    assert index.count(OFFICES, [], leave=[0, 2, 99]) == (2, [])


def test_somebody_new_may_bring_new_words() -> None:
    """Codes that nobody used yet when a table was made are judged when they come."""
    index = people_of([SAMIRA])
    asked = {**OFFICES, "occupation": ["cook"], "must": ["brand-new"], "times": ["night"]}
    assert index.best(asked, at_least=0) == []
    cook = {**SAMIRA, "wanted": ["cook"], "skills": ["brand-new"], "times": ["night", "morning"]}
    cook |= {"hours": [1, 60], "start": "2020-01-01", "limit": 31, "travel": ["car"]}
    index.put(5, cook)
    assert fit(cook, asked).possible
    assert index.best(asked, at_least=0) == [(5, fit(cook, asked).score)]


def test_softer_demands() -> None:
    asked = {
        "hours": [24, 32], "times": ["morning", "night"], "start": "2026-12-01", "level": 2,
        "languages": {"nld": "good"}, "occupation": ["cook"],
    }  # fmt: skip
    found = {(field, code): less for field, code, less in softer(asked)}
    assert found["hours", "16"]["hours"] == [16, 32]
    assert found["times", "night"]["times"] == ["morning"]
    assert found["start", "2026-12-29"]["start"] == "2026-12-29"
    assert found["level", "1"]["level"] == 1
    assert found["dutch", "reasonable"]["dutch"] == "reasonable"
    assert len(found) == 6
    assert softer({"hours": [8, 8], "times": ["night"], "level": 1, "dutch": "little"}) == []


@given(PROFILES, DEMANDS)
def test_asking_less_never_lowers_a_fit(profile: Row, demands: Row) -> None:
    before = fit(profile, demands)
    for _, _, less in softer(demands):
        after = fit(profile, less)
        assert after.score >= before.score
        assert after.possible or not before.possible


@given(PROFILES, DEMANDS)
def test_it_keeps_only_what_matching_may_read(profile: Row, demands: Row) -> None:
    person, vacancy = Watched(profile), Watched(demands)
    people, vacancies = People(), Vacancies()
    people.put(1, person)
    vacancies.put(1, vacancy)
    people.best(vacancy, at_least=0)
    vacancies.best(person, at_least=0)
    assert person.seen <= MAY_READ
    assert vacancy.seen <= MAY_ASK
