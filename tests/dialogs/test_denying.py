"""Opposites are never stored: what is denied is not taken for what is said."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.lookups import Known
from services.jobseekers.profiles import HELPS, MEANS, TIMES

WORLDS = {language: Known(language, date(2026, 11, 23)) for language in ("nl", "en")}


def chosen(question: str, codes: tuple[str, ...], words: str, language: str = "nl") -> list[str]:
    choices = [(code, ("text", f"{question}.{code}")) for code in codes]
    return WORLDS[language].choose_many(words, choices)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ik heb geen fiets", []),
        ("fiets heb ik niet", []),
        ("nooit met de auto", []),
        ("ik heb een auto en geen fiets", ["car"]),
        ("geen fiets, wel een auto", ["car"]),
        ("lopend maar niet met de fiets", ["walk"]),
        ("alles behalve de fiets", []),
        ("zonder auto", []),
        ("fiets en auto", ["bike", "car"]),
    ],
)
def test_means_of_travel(words: str, expected: list[str]) -> None:
    assert chosen("jobseeker-travel", MEANS, words) == expected


def test_the_same_in_english() -> None:
    assert chosen("jobseeker-travel", MEANS, "I have no bike", "en") == []
    assert chosen("jobseeker-travel", MEANS, "by car, never by bike", "en") == ["car"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nooit weekend", ["morning", "afternoon", "evening"]),
        ("niet in het weekend", ["morning", "afternoon", "evening"]),
        ("alles behalve nacht", ["morning", "afternoon", "evening", "weekend"]),
        ("ochtend, nooit weekend", ["morning"]),
        ("weekend", ["weekend"]),
    ],
)
def test_times(words: str, expected: list[str]) -> None:
    assert chosen("jobseeker-times", TIMES, words) == expected


def test_a_name_that_denies_is_still_a_name() -> None:
    assert chosen("helps-helps", HELPS, "ik kan niet zwaar tillen") == ["no-lifting"]
    assert chosen("helps-helps", HELPS, "niet zwaar tillen, en geen rustige plek") == ["no-lifting"]
