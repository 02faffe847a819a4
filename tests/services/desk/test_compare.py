"""Both sides of a match beside each other: every topic told, by the worst that was found."""

from __future__ import annotations

from random import Random

import pytest

from bot.demo.market import vacancies as invented_vacancies
from bot.demo.people import jobseekers as invented_people
from services import matching
from services.console import compare
from services.jobseekers.profiles import LICENCES
from services.texts import render

HER = {"wanted": ["cleaner"], "done": ["cleaner"], "hours": [16, 24], "dutch": "little"}
ASKED = {"occupation": ["cleaner"], "hours": [20, 24], "dutch": "little"}


def rows(her: dict[str, object], asked: dict[str, object]) -> dict[str, compare.Row]:
    found = compare.rows(her, asked, matching.fit(her, asked), helps=True)
    return {row.topic: row for row in found}


def test_what_fits_stands_beside_what_is_asked() -> None:
    row = rows(HER, ASKED)["hours"]
    assert row.verdict == "fits"
    assert render.render("nl-u", row.hers or []) == "16 tot 24 uur"
    assert render.render("nl-u", row.asked or []) == "20 tot 24 uur"


@pytest.mark.parametrize(
    ("her", "asked", "topic", "verdict"),
    [
        ({"hours": [8, 12]}, {"hours": [32, 40]}, "hours", "block"),
        ({"dutch": "none"}, {"dutch": "good"}, "dutch", "block"),
        ({"dutch": "little"}, {"dutch": "good", "open_to": ["little-dutch"]}, "dutch", "learnable"),
        ({"level": 2}, {"level": 4}, "level", "gap"),
        ({}, {"times": ["night"]}, "times", "unknown"),
        ({"times": ["night"]}, {}, "times", ""),
        ({"licence": "none", "licences": []}, {"licences": ["B"]}, "licence", "block"),
    ],
)
def test_a_topic_says_the_worst_that_was_found(
    her: dict[str, object], asked: dict[str, object], topic: str, verdict: str
) -> None:
    assert rows({**HER, **her}, {**ASKED, **asked})[topic].verdict == verdict


def test_what_neither_side_speaks_of_is_left_out() -> None:
    assert set(rows(HER, ASKED)) == {"occupation", "hours", "dutch"}


def test_what_helps_is_for_the_coach_and_earns_nothing() -> None:
    her, asked = {**HER, "helps": ["quiet", "buddy"]}, {**ASKED, "conditions": ["quiet"]}
    fit = matching.fit(her, asked)
    assert fit == matching.fit(HER, ASKED)
    seen = [row for row in compare.rows(her, asked, fit, helps=True) if row.topic == "helps"]
    assert [row.verdict for row in seen] == ["fits", "gap"]
    hidden = compare.rows(her, asked, fit, helps=False)
    assert not [row for row in hidden if row.topic == "helps"]


@pytest.mark.parametrize("language", ["nl", "nl-u", "en"])
def test_every_pair_of_the_invented_region_can_be_shown(language: str) -> None:
    dice = Random(3)
    people, asked = invented_people(2026), invented_vacancies(2026)
    for _ in range(150):
        person, vacancy = dict(dice.choice(people)), dict(dice.choice(asked))
        person["licences"] = LICENCES.get(str(person.get("licence")), [])
        for given in (person, vacancy):
            given.pop("start", None)  # a number of days here, a date once stored
        for row in rows(person, vacancy).values():
            for side in (row.hers, row.asked):
                assert side is None or render.render(language, side).strip()
