from __future__ import annotations

import pytest

from services.matching import Relief, Rules, band, fit, rank, rank_vacancies, what_if, without
from tests.services.matching.people import OFFICES, SAMIRA, skill

CROWD = [
    (4, SAMIRA),
    (3, {**SAMIRA, "licences": []}),
    (9, {**SAMIRA, "wanted": ["domestic-cleaner"]}),
    (2, SAMIRA),
    (5, {**SAMIRA, "licences": [], "hours": [4, 8]}),
    (6, {}),
]


def test_best_first_equals_by_id_and_only_the_possible() -> None:
    found = rank(OFFICES, CROWD)
    assert [who for who, _ in found] == [2, 4, 9]
    assert found[0][1].score == 100 > found[2][1].score >= 55


def test_at_least_and_top() -> None:
    assert [who for who, _ in rank(OFFICES, CROWD, at_least=0)] == [2, 4, 9, 6]
    assert [who for who, _ in rank(OFFICES, CROWD, at_least=100)] == [2, 4]
    assert [who for who, _ in rank(OFFICES, iter(CROWD), top=1)] == [2]
    assert rank(OFFICES, CROWD, top=0) == []


def test_vacancies_for_a_person() -> None:
    other = {**OFFICES, "occupation": ["domestic-cleaner"]}
    blocked = {**OFFICES, "times": ["night"]}
    found = rank_vacancies(SAMIRA, [(1, other), (2, blocked), (3, OFFICES)])
    assert [which for which, _ in found] == [3, 1]


def test_what_if_counts_who_comes_in_by_each_demand() -> None:
    now, reliefs = what_if(OFFICES, CROWD)
    assert now == 3
    assert reliefs[0] == Relief("licences", "B", 1)
    named = {(relief.demand, relief.code) for relief in reliefs}
    musts = {("must", code) for code in OFFICES["must"]}
    single = {(field, None) for field in ("dutch", "level", "hours", "times", "start")}
    assert named == {("licences", "B"), *musts, *single}


def test_a_must_skill_that_keeps_somebody_out() -> None:
    hard = [skill("school"), "not-a-skill"]
    keen = {**SAMIRA, "wanted": ["domestic-cleaner"], "done": [], "skills": [], "level": 1}
    demands = {**OFFICES, "must": hard, "level": 6}
    rules = Rules(threshold=fit(keen, demands).score + 1)
    now, reliefs = what_if(demands, [(1, keen)], rules)
    assert now == 0
    assert {r.code: r.gained for r in reliefs if r.demand == "must"} == {hard[0]: 1, hard[1]: 1}


def test_without_leaves_the_vacancy_as_it_was() -> None:
    demands = {
        "licences": ["B", "C"],
        "dutch": "good",
        "languages": {"nld": "good", "eng": "little"},
    }
    assert without(demands, "licences", "B")["licences"] == ["C"]
    assert without(demands, "dutch")["languages"] == {"eng": "little"}
    assert without(demands, "dutch")["dutch"] is None
    assert without(demands, "languages")["languages"] == {"nld": "good"}
    assert demands["licences"] == ["B", "C"]


@pytest.mark.parametrize(
    ("count", "text", "n"),
    [
        (0, "band-none", 5),
        (1, "band-few", 5),
        (4, "band-few", 5),
        (5, "band-about", 5),
        (9, "band-about", 5),
        (10, "band-about", 10),
        (49, "band-about", 20),
        (50, "band-about", 50),
        (99, "band-about", 50),
        (100, "band-about", 100),
        (199, "band-about", 100),
        (1000, "band-about", 1000),
        (99_999, "band-about", 50_000),
    ],
)
def test_employers_hear_bands(count: int, text: str, n: int) -> None:
    assert band(count) == (text, {"n": ["number", n]})
