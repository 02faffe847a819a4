"""Texts as pages, feeds, tables and letters bring them; values keep the words that were pasted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from services import adverts

TODAY = date(2026, 11, 27)


def said(text: str) -> dict[str, Any]:
    return adverts.as_answers(adverts.read(text, "nl", TODAY))


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        (
            "<job><title><![CDATA[Kok]]></title><city>Haarlem</city><hours_min>24</hours_min>"
            "<hours_max>32</hours_max></job>",
            "hours",
            [24, 32],
        ),
        (
            '{"title": "Kok", "location": "Haarlem", "employmentType": "PERMANENT"}',
            "place",
            "haarlem",
        ),
        ('{"title": "Kok", "location": "Haarlem", "employmentType": "PERMANENT"}', "title", "Kok"),
        ("&lt;p&gt;Bakker&lt;/p&gt;&lt;p&gt;28 uur, Haarlem&lt;/p&gt;", "title", "Bakker"),
        ("Kok\n24&ndash;32 uur per week", "hours", [24, 32]),
        ("Functie\tKok\nContractvorm\tBepaalde tijd\nOmvang\t32 uur", "contract", "fixed"),
        (
            "| Functie | Kok |\n|---|---|\n| Uren | 16-24 |\n| Contract | vast |",
            "contract",
            "permanent",
        ),
        ("FUNCTIE\nKok\nPLAATS\nHaarlem\nUREN\n32", "place", "haarlem"),
        (
            "Wij zoe-\nken een\nkok voor\n32 uur per\nweek. Je\nhebt een\nrijbewijs B.",
            "hours",
            [32, 32],
        ),
        (
            "Kok in Haarlem\n€ 2.400 - € 2.900",
            "wage",
            {"low": 240000, "high": 290000, "unit": "month"},
        ),
        ("Restaurant De Haven zoekt een kok voor 32 uur", "title", "Kok"),
        ("CE-chauffeur nationaal, 40-50 uur", "licence", "ce"),
    ],
)
def test_sources_are_read(text: str, field: str, value: object) -> None:
    assert said(text)[field] == value


def test_what_is_cited_stands_in_the_pasted_text() -> None:
    text = "<p>Verzorgende &ndash; cli&euml;nten thuis</p><p>24&ndash;32&nbsp;uur, Haarlem</p>"
    for reading in adverts.read(text, "nl", TODAY).values():
        assert text[reading.start : reading.end] == reading.words
    assert adverts.read(text, "nl", TODAY)["hours"].words == "24&ndash;32&nbsp;uur"


def test_towns_of_the_firm_are_no_workplace_and_a_row_of_towns_is_one_choice() -> None:
    text = "Over ons\nWij hebben winkels in Alkmaar en Hoorn.\nDe functie\nKok in Haarlem, 32 uur"
    assert said(text)["place"] == "haarlem"
    row = adverts.read("Kok. Werkplekken: Haarlem, Heemstede en Beverwijk", "nl", TODAY)["places"]
    assert row.value == ["haarlem", "heemstede", "beverwijk"]
