"""What the guard may miss and may stop wrongly: docs/guard.md promises it."""

from __future__ import annotations

import pytest

from bench import guard

MISSED, STOPPED = 8.0, 3.0  # per cent, in Dutch and English
ELSEWHERE_MISSED = 15.0


@pytest.mark.parametrize("measuring", [True, False])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_dutch_and_english_are_read_well(language: str, measuring: bool) -> None:
    counts = guard.count(language, measuring=measuring)
    assert counts["sensitive"].share <= MISSED
    assert counts["ok"].share <= STOPPED


@pytest.mark.parametrize("language", guard.LANGUAGES)
def test_no_bsn_or_bank_number_is_missed(language: str) -> None:
    for measuring in (True, False):
        counts = guard.count(language, measuring=measuring)
        assert not counts["bsn"].wrong
        assert not counts["iban"].wrong
        assert counts["sensitive"].share <= ELSEWHERE_MISSED


def test_there_is_enough_to_measure_with() -> None:
    sentences = [each for name in guard.LANGUAGES for each in guard.sentences(name)]
    assert sum(each.language in ("nl", "en") for each in sentences) >= 400
    for name in ("pl", "uk", "ar", "tr", "ti"):
        assert sum(each.language == name for each in sentences) >= 40
    assert 0.4 < sum(each.measures for each in sentences) / len(sentences) < 0.6


def test_the_tables_are_printed() -> None:
    told = guard.tables()
    assert all(f"| {language} |" in told for language in guard.LANGUAGES)
