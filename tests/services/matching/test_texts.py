from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast
from hypothesis import HealthCheck, given, settings

from services import texts
from services.matching import Part, band, fit
from services.texts import render
from tests.services.matching.people import DEMANDS, OFFICES, PROFILES, SAMIRA

LANGUAGES = ("nl", "en")
FOR_THE_EMPLOYER_NEVER = ("match-part-wish", "match-part-contract")


def messages(language: str) -> dict[str, set[str]]:
    """Message ids of our file with their attributes."""
    path = Path(texts.LOCALES) / language / "matching.ftl"
    body = FluentParser().parse(path.read_text("utf-8")).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    return {
        entry.id.name: {attribute.id.name for attribute in entry.attributes}
        for entry in body
        if isinstance(entry, ast.Message)
    }


def _said(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def everything() -> dict[str, Part]:
    """A part for every text id that matching gives, found by trying."""
    found: dict[str, Part] = {}

    @settings(
        max_examples=800, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(PROFILES, DEMANDS)
    def collect(profile: dict[str, Any], demands: dict[str, Any]) -> None:
        full = fit({**SAMIRA, **_said(profile)}, {**OFFICES, **_said(demands)})
        for result in (fit(profile, demands), full):
            found.update({part.text: part for part in (*result.parts, *result.blocks)})

    collect()
    return found


PARTS = everything()


def test_both_languages_have_the_same_texts() -> None:
    assert messages("nl") == messages("en")


def test_every_line_has_its_text_and_every_text_its_line() -> None:
    assert set(PARTS) == {name for name in messages("nl") if name.startswith("match-part-")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text_id", sorted(PARTS))
def test_every_line_reads_for_each_reader(language: str, text_id: str) -> None:
    part, readers = PARTS[text_id], messages("nl")[text_id]
    for reader in ("", *(f".{each}" for each in readers)):
        words = render.line(language, f"{text_id}{reader}", part.args)
        assert words
        assert "match-" not in words
        assert "{" not in words


def test_who_may_read_what() -> None:
    for text_id, readers in messages("nl").items():
        if text_id.startswith("match-part-"):
            assert "jobseeker" in readers, text_id
            assert ("employer" in readers) != text_id.startswith(FOR_THE_EMPLOYER_NEVER), text_id


def test_sentences_for_jobseekers_are_short() -> None:
    lengths = []
    for text_id, part in PARTS.items():
        words = texts.text("nl", f"{text_id}.jobseeker", dict.fromkeys(part.args, "dit"))
        for sentence in re.split(r"[.?!]\s*", words):
            lengths.append(len(sentence.split()))
            assert lengths[-1] <= 15, words
    assert sum(lengths) / len([length for length in lengths if length]) <= 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_bands_and_questions_read(language: str) -> None:
    assert [render.line(language, *band(count)) for count in (0, 3, 7)] == {
        "nl": ["geen kandidaten", "minder dan 5 kandidaten", "ongeveer 5 kandidaten"],
        "en": ["no candidates", "fewer than 5 candidates", "about 5 candidates"],
    }[language]
    for field in fit({}, {"occupation": ["cleaner"], "licences": ["B"]}).unknown:
        assert texts.text(language, f"match-ask-{field}")
        assert texts.text(language, f"match-ask-{field}.jobseeker")
