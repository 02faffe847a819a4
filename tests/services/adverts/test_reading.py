"""What holds for any text, and single sentences that a hurried reader gets wrong."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services import adverts
from services.texts import text as said_in
from tests.adverts.expected import TODAY, all_adverts

PIECES = [
    *("wij zoeken een kok ", "€ 14,50 per uur ", "32 uur ", "per week ", "rijbewijs B ", "geen "),
    *(
        "mbo niveau ",
        "VCA ",
        "is een pré\n",
        "Wat bieden wij?\n",
        "1.000.000 ",
        "van 7 tot ",
        "(((",
    ),
    *("<li>", "&nbsp;", "• ", "Haarlem ", "2011 AB ", "per 31 februari ", "0,8 fte ", "1-99 uur "),
    *(
        "99 dagen per week ",
        "€ 0,- ",
        "İstanbul ",
        "ß",
        "\u2028",
        "schaal 8 ",
        "\x00",
        "😀",
        "24/7 ",
    ),
]
texts = st.one_of(
    st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
)


def said(text: str) -> dict[str, Any]:
    return adverts.as_answers(adverts.read(text, "nl", TODAY))


@given(texts)
@settings(max_examples=150)
def test_any_text_can_be_read(text: str) -> None:
    for reading in adverts.read(text, "nl", TODAY).values():
        assert reading.words == text[reading.start : reading.end]
        assert reading.words
    assert adverts.unfit(text) in (None, "short", "long", "question", "not_advert")
    answers = said(text)
    assert all(len(words) <= 80 for words in answers["_from"].values())


@given(texts.map(lambda text: "".join(sign for sign in text if not sign.isnumeric())))
@settings(max_examples=80)
def test_without_digits_no_number_is_invented(text: str) -> None:
    answers = said(text)
    assert "hours" not in answers
    assert not isinstance(answers.get("wage"), dict)


@given(st.data())
@settings(max_examples=40)
def test_half_an_advert_gives_no_errors(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([advert.text for advert in all_adverts()]))
    part = text[data.draw(st.integers(0, len(text))) :]
    for reading in adverts.read(part, "nl", TODAY).values():
        assert reading.words == part[reading.start : reading.end]


@pytest.mark.parametrize(
    "piece", [all_adverts()[0].text, "1 ", "€ 1 - ", "1. ", "uur 20 ", "nederlands en ", "x", "("]
)
def test_a_very_long_text_is_read_to_its_limit_and_soon(piece: str) -> None:
    begun = time.monotonic()
    found = adverts.read(piece * (60_000 // len(piece)), "nl", TODAY)
    assert time.monotonic() - begun < 15  # half a second on a quiet machine; once it was minutes
    assert all(reading.end <= 12_000 for reading in found.values())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("kok gezocht", "short"),
        ("Kok gezocht, 24 uur. " * 600, "long"),
        ("", "short"),
        ("😀😀😀", "short"),
        ("Hoe kan ik hier een advertentie plaatsen?", "question"),
        ("Wat kost het om mensen te vinden via jullie?", "question"),
        ("Het was vandaag mooi weer en we gingen naar het strand met de hond.", "not_advert"),
        ("Gezocht: schoonmaker voor 12 uur per week in Heemstede", None),
        ("Wij zoeken een bakker. Kom je werken?", None),
    ],
)
def test_unfit(text: str, reason: str | None) -> None:
    assert adverts.unfit(text) == reason


NOTHING = object()


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        # Hours of a week, and numbers that are not
        ("Kok gezocht, 24-32 uur", "hours", [24, 32]),
        ("Kok gezocht, 24/32 uur per week", "hours", [24, 32]),
        ("Kok gezocht voor 16, 20 of 24 uur per week", "hours", [16, 24]),
        ("Kok, 0,6 - 0,8 fte", "hours", [24, 32]),
        ("Kok, 36-urige werkweek", "hours", [36, 36]),
        ("Kok, 3 dagen per week", "hours", [24, 24]),
        ("Kok in een werkweek van 38 uur", "hours", [38, 38]),
        ("Kok, fulltime of parttime", "hours", NOTHING),
        ("Kok. Wij reageren binnen 24 uur", "hours", NOTHING),
        ("Kok. Bel ons na 14 uur", "hours", NOTHING),
        ("Kok. Je werkt van 9 tot 17 uur", "hours", NOTHING),
        ("Kok. Wij zijn 7 dagen per week 24 uur per dag open", "hours", NOTHING),
        ("Kok. Salaris € 2.500 op basis van 36 uur", "hours", NOTHING),
        ("Kok met 40 jaar ervaring in een team van 12", "hours", NOTHING),
        ("Kok, 25 vakantiedagen", "hours", NOTHING),
        # Pay, and money that is no pay
        ("Kok, € 14,71 per uur", "wage", {"low": 1471, "high": 1471, "unit": "hour"}),
        ("Kok, € 2.400 - € 2.900 p/m", "wage", {"low": 240000, "high": 290000, "unit": "month"}),
        (
            "Kok. Salaris tussen 2400 en 2900 euro bruto per maand",
            "wage",
            {"low": 240000, "high": 290000, "unit": "month"},
        ),
        ("Kok. Jaarsalaris € 40.000", "wage", {"low": 4000000, "high": 4000000, "unit": "year"}),
        ("Kok. Loon: minimumloon", "wage", "minimum"),
        ("Kok. Betaling volgens de cao horeca", "wage", "cao"),
        ("Kok. Wij betalen boven de cao", "wage", NOTHING),
        ("Kok. Je verdient tot € 18 per uur", "wage", NOTHING),
        ("Kok. Reiskosten € 0,23 per km", "wage", NOTHING),
        ("Kok. Reiskosten tot € 200 per maand", "wage", NOTHING),
        ("Kok. Een tekenbonus van € 500", "wage", NOTHING),
        ("Kok. 8% vakantiegeld en 20% korting", "wage", NOTHING),
        ("Kok. Omzet van 35 miljoen euro per jaar", "wage", NOTHING),
        ("Kok. Opleidingsbudget van 1.500 euro per jaar", "wage", NOTHING),
        # Licence
        ("Kok. Je hebt rijbewijs B", "licence", "b"),
        ("Chauffeur met rijbewijs C/CE", "licence", "ce"),
        ("Hovenier met rijbewijs B of BE", "licence", "b"),
        ("Hovenier met B-rijbewijs", "licence", "b"),
        ("Chauffeur met groot rijbewijs", "licence", "c"),
        ("Kok. Een rijbewijs is niet nodig", "licence", "none"),
        ("Kok. Geen rijbewijs nodig", "licence", "none"),
        ("Kok. Rijbewijs B is een pré", "licence", NOTHING),
        ("Kok. Bij voorkeur rijbewijs B", "licence", NOTHING),
        ("Kok. Je rijbewijs C halen wij betalen", "licence", NOTHING),
        # Contract
        ("Kok. Vast contract", "contract", "permanent"),
        ("Kok. Contract van onbepaalde duur", "contract", "permanent"),
        ("Kok. Contract voor bepaalde tijd", "contract", "fixed"),
        ("Kok. Jaarcontract met uitzicht op een vast contract", "contract", "fixed"),
        ("Kok. Uitzicht op een vast contract", "contract", NOTHING),
        ("Kok. Een vast contract behoort tot de mogelijkheden", "contract", NOTHING),
        ("Kok. Nulurencontract", "contract", "on-call"),
        ("Kok. Op uitzendbasis, daarna vast contract", "contract", "agency"),
        ("Kok, bbl", "contract", "learn"),
        # Level: the lowest demanded
        ("Kok. Minimaal mbo niveau 2", "level", 4),
        ("Kok. Mbo/hbo werk- en denkniveau", "level", 4),
        ("Kok. Vmbo-diploma", "level", 3),
        ("Kok. Hbo-diploma", "level", 5),
        ("Kok. Een diploma is niet vereist", "level", 1),
        ("Kok. Geen diploma nodig", "level", 1),
        ("Kok. Mbo is een pré", "level", NOTHING),
        ("Begeleider op het mbo", "level", NOTHING),
        # Dutch
        ("Kok. Je spreekt goed Nederlands", "dutch", "good"),
        ("Kok. Goede beheersing van de Nederlandse taal in woord en geschrift", "dutch", "good"),
        ("Kok. Je spreekt Nederlands op B1-niveau", "dutch", "reasonable"),
        ("Kok. Een beetje Nederlands is genoeg", "dutch", "little"),
        ("Kok. Nederlands is niet nodig", "dutch", "none"),
        ("Kok. Je spreekt Nederlands", "dutch", NOTHING),
        ("Kok. Je spreekt goed Nederlands of Engels", "dutch", NOTHING),
        ("Kok. Goed Nederlands is een pré", "dutch", NOTHING),
        ("Kok bij een goed Nederlands bedrijf", "dutch", NOTHING),
        # Positions
        ("Wij zoeken 3 koks", "positions", 3),
        ("Wij hebben plek voor twee nieuwe koks", "positions", 2),
        ("Wij zoeken een kok", "positions", NOTHING),
        ("Wij zoeken 2 dagen per week een kok", "positions", NOTHING),
        # Times
        ("Kok. Je werkt overdag", "times", ["morning", "afternoon"]),
        ("Kok. Je werkt van 17.00 tot 23.00 uur", "times", ["evening"]),
        ("Kok. Je werkt in de avond en in het weekend", "times", ["evening", "weekend"]),
        ("Kok. Je werkt nooit in het weekend", "times", NOTHING),
        ("Kok. In het weekend ben je vrij", "times", NOTHING),
        ("Kok. Wij zijn op zaterdag open", "times", NOTHING),
        # Start
        ("Kok. Per direct", "start", "2026-03-02"),
        ("Kok. Start per 1 mei", "start", "2026-05-01"),
        ("Kok. Reageer voor 1 mei", "start", NOTHING),
        ("Kok. Wij bestaan vanaf mei 1980", "start", NOTHING),
        # Open to
        ("Kok. Ervaring is niet nodig", "open_to", ["beginner"]),
        ("Kok. Ervaring is nodig", "open_to", NOTHING),
        ("Kok. Jij past in ons doelgroepregister", "open_to", ["banenafspraak"]),
        # Skills
        ("Lasser. Je hebt VCA", "must", ["vca-basic"]),
        ("Lasser. VCA is niet nodig", "must", NOTHING),
        ("Lasser. Je hebt VCA of bent bereid dit te halen", "must", NOTHING),
        ("Lasser. VCA is een pré", "nice", ["vca-basic"]),
        ("Lasser. VCA is een pré", "must", NOTHING),
        # Place
        ("Kok gezocht in Haarlem", "place", "haarlem"),
        ("Kok. Je reist tussen Haarlem en Beverwijk", "place", NOTHING),
        ("Kok (m/v) Haarlem. Ons hoofdkantoor staat in Alkmaar.", "place", "haarlem"),
        # Title
        ("KOK GEZOCHT (M/V/X) 32 UUR\nBel ons", "title", "Kok"),
        ("✨ Vacature: zelfstandig werkend kok | Haarlem ✨", "title", "Zelfstandig werkend kok"),
        (
            "Wij zijn een restaurant en zoeken per direct een ervaren kok die van vis houdt",
            "title",
            "Kok",
        ),
    ],
)
def test_one_sentence(text: str, field: str, value: object) -> None:
    answers = said(text)
    assert answers.get(field, NOTHING) == value


def test_unsure_readings_are_kept_but_not_answered() -> None:
    advert = adverts.read("Kok. Je verdient tot € 18 per uur", "nl", TODAY)
    assert not advert["wage"].sure
    assert "wage" not in adverts.as_answers(advert)


def test_the_words_that_are_offered_for_a_lawless_demand_ask_for_no_skill() -> None:
    for language, about in (("nl-u", "Wij zoeken een kok in Haarlem."), ("en", "We seek a cook.")):
        offered = said_in(language, "lawful-better.can-do")
        found = adverts.as_answers(adverts.read(f"{about}\n{offered.capitalize()}.", "nl", TODAY))
        assert not found.get("must"), found
