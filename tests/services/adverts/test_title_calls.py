"""A title after a call: "Gezocht!!" as a line or sentence of its own."""

from __future__ import annotations

from datetime import date

import pytest

from services import adverts


@pytest.mark.parametrize(
    ("text", "title", "code"),
    [
        ("Gezocht!! bakkerijmedewerker voor onze winkel", "Bakkerijmedewerker", "baker"),
        ("VACATURE!\n\nkok voor ons restaurant\n20 uur", "Kok", "cook"),
        ("Gevraagd... afwasser in het weekend", "Afwasser", "dishwasher"),
    ],
)
def test_what_comes_after_the_call_is_the_work(text: str, title: str, code: str) -> None:
    found = adverts.read(text, "nl", date(2026, 11, 23))
    assert (found["title"].value, found["occupation"].value) == (title, [code])
    assert text[found["title"].start : found["title"].end] == found["title"].words
