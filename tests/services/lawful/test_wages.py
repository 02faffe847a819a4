"""The minimum wage of a day and an age, and what is under it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from services import lawful
from services.region import load

REGION = load()
JANUARY, NOVEMBER, NEXT = date(2026, 1, 1), date(2026, 11, 28), date(2027, 1, 1)


def test_amounts_are_those_that_were_published() -> None:
    ages = range(15, 22)
    assert [lawful.least(REGION, JANUARY, age) for age in ages] == [
        *(441, 507, 581, 736, 883, 1177, 1471),
    ]
    learning = [lawful.least(REGION, JANUARY, age, learning=True) for age in (18, 19, 20, 21)]
    assert learning == [669, 772, 905, 1471]
    assert lawful.least(REGION, NOVEMBER) == 1499
    assert lawful.least(REGION, date(2025, 12, 31)) is None
    assert lawful.least(REGION, JANUARY, 14) is None


@pytest.mark.parametrize(
    ("day", "wage", "hours", "low"),
    [
        (NOVEMBER, {"low": 1450, "high": 1450, "unit": "hour"}, None, True),
        (date(2026, 6, 30), {"low": 1471, "high": 1471, "unit": "hour"}, None, False),
        (date(2026, 7, 1), {"low": 1471, "high": 1471, "unit": "hour"}, None, True),
        (NOVEMBER, {"low": 1499, "high": 1700, "unit": "hour"}, None, False),
        (NOVEMBER, {"low": 1350, "high": 1700, "unit": "hour"}, None, True),
        (NOVEMBER, {"low": 233700, "high": 233700, "unit": "month"}, [36, 36], False),
        (NOVEMBER, {"low": 233700, "high": 233700, "unit": "month"}, [40, 40], True),
        (NOVEMBER, {"low": 150000, "high": 150000, "unit": "month"}, [16, 32], True),
        (NOVEMBER, {"low": 110000, "high": 230000, "unit": "month"}, [16, 32], False),
        (NOVEMBER, {"low": 110000, "high": 110000, "unit": "month"}, None, False),
        (NOVEMBER, {"low": 3000000, "high": 3000000, "unit": "year"}, [38, 38], False),
        (NOVEMBER, {"low": 50000, "high": 50000, "unit": "week"}, [38, 38], True),
        (NOVEMBER, {"low": 1200, "high": 1499, "unit": "hour", "of": "age"}, None, False),
        (NOVEMBER, {"low": 1200, "high": 1400, "unit": "hour", "of": "age"}, None, True),
        (NOVEMBER, {"low": 300, "high": 1499, "unit": "hour", "of": "age"}, None, True),
        (NOVEMBER, {"low": 900, "high": 900, "unit": "hour", "of": "learn"}, None, False),
        (NOVEMBER, {"marker": "minimum"}, [38, 38], False),
    ],
)
def test_per_hour(day: date, wage: dict[str, Any], hours: list[int] | None, *, low: bool) -> None:
    assert (lawful.too_low(REGION, day, wage, hours=hours) is not None) is low


def test_the_day_is_that_on_which_the_work_begins() -> None:
    wage = {"low": 1471, "high": 1471, "unit": "hour"}
    before = date(2026, 6, 1)
    assert lawful.of_wage(REGION, before, {"wage": wage}) is None
    assert lawful.of_wage(REGION, before, {"wage": wage, "start": "2026-07-01"}) is not None


def test_a_traineeship_and_who_learns_are_not_compared() -> None:
    month = {"low": 40000, "high": 40000, "unit": "month"}
    told = {"wage": month, "hours": [38, 38]}
    assert lawful.of_wage(REGION, NOVEMBER, {**told, "title": "Stagiair keuken"}) is None
    assert lawful.of_wage(REGION, NOVEMBER, {**told, "title": "Kok"}) is not None
    learner = {"wage": {"low": 900, "high": 900, "unit": "hour"}, "contract": "learn"}
    assert lawful.of_wage(REGION, NOVEMBER, learner) is None


def test_dispensation_is_for_a_person_and_what_was_not_looked_up_is_said() -> None:
    wage = {"low": 900, "high": 900, "unit": "hour", "of": "dispensation"}
    doubt = lawful.of_wage(REGION, NOVEMBER, {"wage": wage})
    assert doubt is not None
    assert doubt["kind"] == "dispensation"
    young = lawful.of_wage(REGION, NEXT, {"wage": {"low": 1400, "high": 1400, "unit": "hour"}})
    assert young is not None
    assert lawful.explained(REGION, NEXT, young)[1] == "lawful-wage-unsure"


@pytest.mark.parametrize("kind", [*lawful.KINDS, "wage"])
def test_every_kind_can_be_said_and_its_law_is_known(kind: str) -> None:
    law = REGION.law_on(kind, NOVEMBER)
    assert (law is None) is (kind in ("pyramid", "sexwork", "deposit", "dispensation"))
    assert law is None or law.source
