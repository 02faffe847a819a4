"""Is a wage at least the minimum of that day and age? Compared per hour, in cents.

Amounts come from the region file and are dated; where a day lies behind the last one known, the
last one holds, as the least that can be said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from services.region import Region

ADULT, YOUNGEST = 21, 15  # years: from the first the whole minimum is due, from the second some
WEEKS_A_YEAR = 52
ROUNDED = 1  # cents that a wage of a month may be off by rounding


@dataclass(frozen=True)
class Low:
    """A wage that is too low: what it pays an hour, and what is due an hour, in cents.

    `youth`: for somebody younger than 21 it is high enough. `checked`: was the law looked up?
    """

    paid: int
    least: int
    youth: bool
    checked: bool = True


def least(region: Region, day: date, age: int = ADULT, *, learning: bool = False) -> int | None:
    """The minimum an hour at an age, in cents; None where the region file does not know it."""
    wage, young = region.minimum_wage_on(day), region.minimum_youth_on(day)
    if wage is None or age >= ADULT:
        return wage.hour if wage else None
    if young is None or age < YOUNGEST:
        return None
    share = young.learning.get(age, young.shares[age]) if learning else young.shares[age]
    due = Decimal(wage.hour) * Decimal(str(share)) / 100
    return int(due.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def hourly(wage: Mapping[str, Any], hours: Sequence[int] | None) -> tuple[int, int] | None:
    """Lowest and highest an hour. One amount for many hours is read for the most of them."""
    if "low" not in wage or "unit" not in wage:
        return None
    if wage["unit"] == "hour":
        return int(wage["low"]), int(wage["high"])
    if not hours:
        return None
    few, many = hours[0], hours[-1]
    one = wage["low"] == wage["high"]
    pairs = [(wage["low"], many if one else few), (wage["high"], many)]
    a_year = {"week": WEEKS_A_YEAR, "month": 12, "year": 1}[wage["unit"]]
    found = [round(cents * a_year / (WEEKS_A_YEAR * each)) + ROUNDED for cents, each in pairs]
    return min(found), max(found)


def too_low(
    region: Region,
    day: date,
    wage: Any,
    *,
    hours: Sequence[int] | None = None,
    contract: str | None = None,
) -> Low | None:
    """Why a wage cannot be; None where it can, or where nobody can tell.

    A wage "of" age pays less below 21 and the whole minimum from then; "of" learning (or a contract
    for it) may be that of somebody young.
    """
    due = least(region, day)
    paid = hourly(wage, hours) if isinstance(wage, Mapping) else None
    if due is None or paid is None:
        return None
    learning = contract == "learn" or wage.get("of") == "learn"
    lowest = least(region, day, YOUNGEST, learning=learning) or due
    youth = paid[0] >= lowest
    young = region.minimum_youth_on(day)
    low = Low(paid[0], due, youth, checked=young is None or young.checked)
    if wage.get("of") == "age":
        return None if youth and paid[1] >= due else low
    if learning:
        return None if youth else low
    return low if paid[0] < due else None
