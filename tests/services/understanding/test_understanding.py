"""What people type, and what it must be read as."""

from __future__ import annotations

from datetime import date

import pytest

from services.understanding import (
    day,
    email,
    hours,
    kvk,
    licences,
    minutes,
    number,
    phone,
    postcode,
    times,
    wage,
)

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
        ("ma t/m vr 9-17", {"morning", "afternoon"}),
        ("avond en weekend", {"evening", "weekend"}),
        ("niet in het weekend", {"morning", "afternoon", "evening", "night"}),
        ("van 06:00 tot 11:00", {"morning"}),
        ("zaterdag", {"weekend"}),
        ("hoi", None),
    ],
)
def test_times_of_the_day(words: str, parts: set[str] | None) -> None:
    found = times(words)
    assert (found and set(found.parts)) == parts


def test_a_range_of_days_is_all_of_them() -> None:
    found = times("ma t/m do overdag")
    assert found is not None
    assert found.days == {"monday", "tuesday", "wednesday", "thursday"}


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
        ("maakt niet uit", 120),
        ("max 10 km", None),
        ("uur", None),
        ("999", None),
    ],
)
def test_minutes_of_travel(words: str, meant: int | None) -> None:
    assert minutes(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("per direct", MONDAY),
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
        ("minimumloon", {"marker": "minimum"}),
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
    assert email("mail Jan@Bakker.NL graag") == "jan@bakker.nl"
    assert kvk("12.34.56.78") == "12345678"
    assert kvk("1234") is None
    assert postcode("2011 AB") == "2011"


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("rijbewijs B", ["B"]),
        ("b en be", ["B", "BE"]),
        ("geen", []),
        ("rijbewijs niet nodig", []),
        ("groot rijbewijs", ["C"]),
        ("bromfiets", ["AM"]),
        ("heftruckcertificaat", None),
    ],
)
def test_licences(words: str, codes: list[str] | None) -> None:
    assert licences(words) == codes
