"""What work pays, as people write it."""

from __future__ import annotations

import re
from typing import TypedDict

from services.understanding.numbers import plain, value

MOST_AN_HOUR = 9_900  # cents; more than this is a month's wage
MOST = 20_000_000


class Wage(TypedDict, total=False):
    """Cents and a unit (hour, week, month, year), or a marker (cao, minimum, scale)."""

    low: int
    high: int
    unit: str
    marker: str


_AMOUNT = r"(\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+(?:[.,]\d{1,2})?)"
_MONEY = re.compile(
    rf"(?:€|eur(?:o)?\b)?\s*{_AMOUNT}(?:\s*,-|,--)?\s*(?:€|eur(?:o)?\b)?"
    rf"(?:\s*(?:-|–|—|tot(?: maximaal)?|en|to|à|and)\s*(?:€|eur(?:o)?\b)?\s*{_AMOUNT})?"
)
_UNITS = (
    (r"per uur|p/?u\b|/ ?uur|uurloon|an hour|per hour|/ ?hour|/ ?u\b", "hour"),
    (r"per week|/ ?week|weekloon|a week", "week"),
    (r"per jaar|jaarsalaris|/ ?jaar|op jaarbasis|a year|per year|per annum", "year"),
    (r"per maand|p/?m\b|maandsalaris|/ ?maand|a month|per month|bruto", "month"),
)


def wage(words: str, language: str = "nl") -> Wage | None:
    """A wage, or None: "€ 14,50 per uur", "2.400 - 2.900 bruto per maand", "volgens de cao"."""
    text = plain(words)
    amount = _amount(re.sub(r"\b(?:schaal|scale|fwg|cao) ?\d+", " ", text))
    if amount is not None:
        return amount
    for pattern, marker in (
        (r"minimum ?loon|wml\b|minimum wage", "minimum"),
        (r"\bcao\b|collective agreement", "cao"),
        (r"\bschaal \d|\bfwg|\bscale \d", "scale"),
    ):
        if re.search(pattern, text):
            return Wage(marker=marker)
    return None


def _amount(text: str) -> Wage | None:
    said = _MONEY.search(text)
    if said is None:
        return None
    low = round(value(said[1]) * 100)
    high = round(value(said[2]) * 100) if said[2] else low
    low, high = min(low, high), max(low, high)
    unit = next((name for pattern, name in _UNITS if re.search(pattern, text)), None)
    unit = (
        unit
        or ("year" if high > 1_500_000 else None)
        or ("hour" if high <= MOST_AN_HOUR else "month")
    )
    if not low >= 300 or high > MOST or (unit == "hour" and high > MOST_AN_HOUR):
        return None
    return Wage(low=low, high=high, unit=unit)
