"""What people type, and what it must be read as."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.understanding import (
    day,
    email,
    hours,
    kilometres,
    kvk,
    licences,
    minutes,
    number,
    phone,
    times,
    wage,
)
from services.understanding.sentences import facts

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("32 uur", (32, 32)),
        ("24-32", (24, 32)),
        ("24 tot 32 uur", (24, 32)),
        ("16 of 24", (16, 24)),
        ("minimaal 20", (20, 40)),
        ("maximaal 20 uur", (8, 20)),
        ("fulltime", (36, 40)),
        ("voltijd, 38 uur", (38, 38)),
        ("parttime", (16, 32)),
        ("halve dagen", (20, 20)),
        ("3 dagen", (24, 24)),
        ("0,8 fte", (32, 32)),
        ("0,8–1,0 FTE", (32, 40)),
        ("tweeëndertig", (32, 32)),
        ("40u", (40, 40)),
        ("32 hours a week", (32, 32)),
        ("thirty two hours", (32, 32)),
        ("between 20 and 30 hours", (20, 30)),
        ("up to 20 hours", (8, 20)),
        ("tussen de 20 en 30", (20, 30)),
        ("niet meer dan 24", (8, 24)),
        ("meer dan 30", (30, 40)),
        ("20+ uur", (20, 40)),
        ("fte 0,8", (32, 32)),
        ("2,5 dag", (20, 20)),
        ("anderhalve dag", (12, 12)),
        ("een dag per week", (8, 8)),
        ("3 ochtenden", (12, 12)),
        ("4 dagen van 6 uur", (24, 24)),
        ("5x8", (40, 40)),
        ("16 uur op 3 dagen", (16, 16)),
        ("36 uur in 4 dagen", (36, 36)),
        ("zoveel mogelijk", (36, 40)),
        ("half time", (18, 20)),
        ("van 9 tot 17", None),
        ("8 uur per dag", None),
        ("ik ben 45 jaar", None),
        ("06-12345678", None),
        ("2011 AB", None),
        ("9 dagen", None),
        ("70 uur", None),
        ("500", None),
        ("0", None),
        ("bla", None),
    ],
)
def test_hours_a_week(words: str, meant: tuple[int, int] | None) -> None:
    assert hours(words) == meant


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("alleen overdag", {"morning", "afternoon"}),
        ("smorgens", {"morning"}),
        ("'s ochtends of savonds", {"morning", "evening"}),
        ("niet snachts", {"morning", "afternoon", "evening", "weekend"}),
        ("de hele dag", {"morning", "afternoon"}),
        ("ma t/m vr 9-17", {"morning", "afternoon"}),
        ("avond en weekend", {"evening", "weekend"}),
        ("niet in het weekend", {"morning", "afternoon", "evening"}),
        ("van 06:00 tot 11:00", {"morning"}),
        ("zaterdag", {"weekend"}),
        ("schooltijden", {"morning", "afternoon"}),
        ("ploegendienst", {"morning", "afternoon", "evening", "night"}),
        ("2 ploegen", {"morning", "afternoon", "evening"}),
        ("doordeweeks", {"morning", "afternoon"}),
        ("weekdays", {"morning", "afternoon"}),
        ("geen avond, nacht of weekend", {"morning", "afternoon"}),
        ("niet 's avonds en niet in het weekend", {"morning", "afternoon"}),
        ("in het weekend niet", {"morning", "afternoon", "evening"}),
        ("not at night", {"morning", "afternoon", "evening", "weekend"}),
        ("maakt niet uit", {"morning", "afternoon", "evening", "night", "weekend"}),
        ("van 8 tot 5", {"morning", "afternoon"}),
        ("van 22 tot 6 uur", {"night"}),
        ("na 18 uur", {"evening"}),
        ("vanaf 9 uur", {"morning", "afternoon"}),
        ("tot 3 uur", {"morning", "afternoon"}),
        ("niet op zondag", {"morning", "afternoon", "evening", "weekend"}),
        ("niet na vijven", {"morning", "afternoon"}),
        ("kmoet om 3 uur me kids halen", {"morning", "afternoon"}),
        ("savons na 6 uur", {"evening"}),
        ("vanaf 5 uur smiddags", {"afternoon", "evening"}),
        ("niet als het donker is", {"morning", "afternoon", "weekend"}),
        ("zo snel mogelijk", None),
        ("ik wil graag do het", None),
        ("hoi", None),
    ],
)
def test_times_of_the_day(words: str, parts: set[str] | None) -> None:
    found = times(words)
    assert (found and set(found.parts)) == parts


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("ma t/m do overdag", {"monday", "tuesday", "wednesday", "thursday"}),
        ("ma-wo", {"monday", "tuesday", "wednesday"}),
        ("ma di vr", {"monday", "tuesday", "friday"}),
        ("maandag, dinsdag en za", {"monday", "tuesday", "saturday"}),
        ("zaterdag t/m maandag", {"saturday", "sunday", "monday"}),
        ("niet op zaterdag en zondag", {"monday", "tuesday", "wednesday", "thursday", "friday"}),
        ("avond", set()),
    ],
)
def test_days_by_name_and_in_a_range(words: str, days: set[str]) -> None:
    found = times(words)
    assert found is not None
    assert found.days == days


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("half uur", 30),
        ("halfuur", 30),
        ("3 kwartier", 45),
        ("drie kwartier", 45),
        ("een uur", 60),
        ("anderhalf uur", 90),
        ("20 min", 20),
        ("45", 45),
        ("driekwart uur", 45),
        ("three quarters of an hour", 45),
        ("an hour and a half", 90),
        ("1 uur 15", 75),
        ("1u30", 90),
        ("een half uur tot drie kwartier", 45),
        ("20-30 min", 30),
        ("2", None),
        ("maakt niet uit", 120),
        ("max 10 km", None),
        ("uur", None),
        ("999", None),
    ],
)
def test_minutes_of_travel(words: str, meant: int | None) -> None:
    assert minutes(words) == meant


def test_a_distance_is_kilometres() -> None:
    assert kilometres("max 10 km") == 10
    assert kilometres("tien kilometer") == 10
    assert kilometres("5 tot 7,5 km") == 7.5
    assert kilometres("20 min") is None


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("per direct", MONDAY),
        ("nu metteen", MONDAY),
        ("ik kan nu beginnen", MONDAY),
        ("nu niet", None),
        ("ik heb nu een baan", None),
        ("kan niet meteen", None),
        ("niet direct, over 2 weken", date(2026, 12, 7)),
        ("over 2-3 weken", date(2026, 12, 14)),
        ("2 weken", date(2026, 12, 7)),
        ("1 maand opzegtermijn", date(2026, 12, 23)),
        ("over 3 maanden", date(2027, 2, 23)),
        ("over een half jaar", date(2027, 5, 23)),
        ("morgenochtend", date(2026, 11, 24)),
        ("de 15e", date(2026, 12, 15)),
        ("eerste van de maand", date(2026, 12, 1)),
        ("eind volgende maand", date(2026, 12, 31)),
        ("na de vakantie", date(2027, 9, 1)),
        ("na oud en nieuw", date(2027, 1, 1)),
        ("03-2027", date(2027, 3, 1)),
        ("1 november", date(2027, 11, 1)),
        ("november", MONDAY),
        ("early march", date(2027, 3, 1)),
        ("from may", date(2027, 5, 1)),
        ("I may start soon", None),
        ("after the summer", date(2027, 9, 1)),
        ("the 1st of march", date(2027, 3, 1)),
        ("March 1st, 2027", date(2027, 3, 1)),
        ("31 februari", None),
        ("31-02-2027", None),
        ("9.10 uur", None),
        ("24-32", None),
        ("24-32 uur", None),
        ("2-3 dagen", None),
        ("0,8-1,0 fte", None),
        ("talenten", None),
        ("na mijn vakantie", None),
        ("zo snel mogelijk", MONDAY),
        ("morgen", date(2026, 11, 24)),
        ("over 2 weken", date(2026, 12, 7)),
        ("volgende maand", date(2026, 12, 1)),
        ("maandag", date(2026, 11, 30)),
        ("volgende week maandag", date(2026, 11, 30)),
        ("1 september", date(2027, 9, 1)),
        ("1 sept.", date(2027, 9, 1)),
        ("half januari", date(2027, 1, 15)),
        ("eind maart", date(2027, 3, 31)),
        ("eind van de maand", date(2026, 11, 30)),
        ("na de zomer", date(2027, 9, 1)),
        ("in het nieuwe jaar", date(2027, 1, 1)),
        ("01-02-2027", date(2027, 2, 1)),
        ("1/3", date(2027, 3, 1)),
        ("2027-03-01", date(2027, 3, 1)),
        ("vanaf januari", date(2027, 1, 1)),
        ("32 uur", None),
        ("5", None),
        ("als ik beter ben", None),
    ],
)
def test_a_day(words: str, meant: date | None) -> None:
    assert day(words, MONDAY) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("€ 14,50 per uur", {"low": 1450, "high": 1450, "unit": "hour"}),
        ("2.450,00", {"low": 245000, "high": 245000, "unit": "month"}),
        ("€ 2.400 - € 2.900 bruto per maand", {"low": 240000, "high": 290000, "unit": "month"}),
        ("tussen 14 en 16 euro per uur", {"low": 1400, "high": 1600, "unit": "hour"}),
        ("€ 14,-", {"low": 1400, "high": 1400, "unit": "hour"}),
        ("30000 per jaar", {"low": 3000000, "high": 3000000, "unit": "year"}),
        ("tussen 2000 en 2500", {"low": 200000, "high": 250000, "unit": "month"}),
        ("veertien euro vijftig", {"low": 1450, "high": 1450, "unit": "hour"}),
        ("€ 2,500 per month", {"low": 250000, "high": 250000, "unit": "month"}),
        ("30k", {"low": 3000000, "high": 3000000, "unit": "year"}),
        ("bij 32 uur 2000 euro", {"low": 200000, "high": 200000, "unit": "month"}),
        ("12 uur per week voor 15 euro", {"low": 1500, "high": 1500, "unit": "hour"}),
        ("schaal 5 trede 3", {"marker": "scale"}),
        ("FWG 35-40", {"marker": "scale"}),
        ("minimum wage", {"marker": "minimum"}),
        ("minimumloon", {"marker": "minimum"}),
        ("32 uur", None),
        ("2011 AB", None),
        ("06-12345678", None),
        ("0,23 per km", None),
        ("100 euro per dag", None),
        ("£15", None),
        ("€ 1.000.000", None),
        ("volgens de cao", {"marker": "cao"}),
        ("schaal 5", {"marker": "scale"}),
        ("veel", None),
    ],
)
def test_a_wage(words: str, meant: object) -> None:
    assert wage(words) == meant


def test_numbers_and_addresses_with_a_form() -> None:
    assert number("een stuk of 3") == 3
    assert number("twintig") == 20
    assert phone("bel 06 12345678") == "+31612345678"
    assert phone("12345") is None
    assert phone("123456782") is None  # nine digits are no number in the Netherlands
    assert phone("06-1234567") is None  # one digit too few
    assert phone("+48 512 345 678") == "+48512345678"
    assert email("mail Jan@Bakker.NL graag") == "jan@bakker.nl"
    assert kvk("12.34.56.78") == "12345678"
    assert kvk("KvK 12345678, Haarlem 2011") == "12345678"
    assert kvk("1234") is None
    assert kvk("0612345678") is None


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("rijbewijs B", ["B"]),
        ("b en be", ["B", "BE"]),
        ("geen", []),
        ("rijbewijs niet nodig", []),
        ("groot rijbewijs", ["C"]),
        ("bromfiets", ["AM"]),
        ("AM", ["AM"]),
        ("motor", ["A"]),
        ("b+e", ["BE"]),
        ("C/CE", ["C", "CE"]),
        ("rijbewijs B en code 95", ["B"]),
        ("B en heftruck", ["B"]),
        ("I have a driving licence", ["B"]),
        ("ik heb geen", []),
        ("ik kan niet rijden", []),
        ("ben bezig met rijbewijs B", None),
        ("heftruckcertificaat", None),
        ("code 95", None),
        ("een", None),
    ],
)
def test_licences(words: str, codes: list[str] | None) -> None:
    assert licences(words) == codes


PIECES = (
    "1 31 0 99 2027 0000 9999-12-31 32 ,5 - tot en uur u per week maand maart 31/12 30-02 € 14,50"
    " over na half eind een twee dertig februari de 15e van vr ma t/m niet geen avond 0,8 fte"
    " kwartier km jaar opzegtermijn volgende maandag rijbewijs B +31 6 12345678 @ . %"
)
WORDS = st.lists(st.sampled_from(PIECES.split()), max_size=8).map(" ".join)
ALL = (hours, times, minutes, kilometres, number, wage, phone, email, kvk, licences)


@given(st.one_of(st.text(max_size=60), WORDS))
def test_nothing_that_is_typed_is_too_strange(words: str) -> None:
    for read in ALL:
        read(words)
    found = day(words, MONDAY)
    assert found is None or isinstance(found, date)
    span = hours(words)
    assert span is None or 1 <= span[0] <= span[1] <= 60


@given(st.text(alphabet=st.characters(exclude_categories=["Nd", "Nl", "No"]), max_size=60))
def test_without_digits_a_wage_is_in_words_or_not_there(words: str) -> None:
    found = wage(words)
    assert found is None or "marker" in found or number(words) is not None


@pytest.mark.parametrize(
    "words", ["ik zoek werk in de keuken, niet op vrijdag", "nooit op maandag"]
)
def test_a_day_that_is_impossible_tells_no_part_of_the_day(words: str) -> None:
    """She is asked when she can work: mornings, evenings and the weekend were never said."""
    assert [each.value for each in facts(words, MONDAY) if each.field == "times"] == [None]
