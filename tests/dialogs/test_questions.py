"""Single questions, where people answer otherwise than by the buttons."""

from __future__ import annotations

from datetime import date

import pytest

from dialogs.lookups import Known
from dialogs.model import Asking, Text, UnclearError
from dialogs.questions import Band

SIZE = Band("s1-9", "s10-49", "s50-249", "s250")
ASKING = Asking("employer-size", {}, Known("nl-u", date(2026, 11, 23)))


@pytest.mark.parametrize(
    ("typed", "band"),
    [
        ("10 man ongeveer", "s10-49"),
        ("een stuk of twaalf", "s10-49"),
        ("2", "s1-9"),  # the number, not the second button
        ("8 tot 12", "s1-9"),
        ("49", "s10-49"),
        ("1.200", "s250"),
        ("50 tot 249", "s50-249"),
        ("groot", "s250"),
        ("alleen ik", "s1-9"),
    ],
)
def test_a_number_falls_in_its_band(typed: str, band: str) -> None:
    assert SIZE.read(Text(typed), None, ASKING) == band


@pytest.mark.parametrize("typed", ["0", "weinig"])
def test_what_is_in_no_band_is_asked_again(typed: str) -> None:
    with pytest.raises(UnclearError):
        SIZE.read(Text(typed), None, ASKING)
