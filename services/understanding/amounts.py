"""What work pays, as people write it."""

from __future__ import annotations

import re
from typing import TypedDict

from services.understanding.numbers import plain, value

LEAST = 300  # cents
MOST_AN_HOUR = 9_900  # cents; more than this is a month's wage
LEAST_A_YEAR = 1_500_000  # cents; more than this is no month's wage
MOST = 20_000_000


class Wage(TypedDict, total=False):
    """Cents and a unit (hour, week, month, year), or a marker (cao, minimum, scale).

    `of`: why it may be lower for some: age, learning (bbl) or dispensation (loondispensatie).
    """

    low: int
    high: int
    unit: str
    marker: str
    of: str


_SIGN = r"(?:€|eur(?:o)?\b)"
_AMOUNT = r"(\d{1,3}(?:[.,]\d{3}){1,3}(?:,\d{1,2})?|\d{1,9}(?!\d)(?:[.,]\d{1,2})?)(k\b)?"
_MONEY = re.compile(
    rf"{_SIGN}?\s*(?<![\d.,]){_AMOUNT}(?:\s*,-+)?\s*{_SIGN}?"
    rf"(?:\s*(?:bruto )?(?:-|–|—|tot(?: maximaal)?|en|to|à|and|of|or)\s*{_SIGN}?\s*{_AMOUNT})?"
)
# Numbers of another kind: scales and steps, hours and days, distances, postcodes, other money.
_OTHER = re.compile(
    r"\b(?:schaal|scale|fwg|cao|trede|periodiek)[ :]{0,3}\d{1,9}(?:\s*-\s*\d{1,9})?"
    r"|\b\d{1,9}(?:[.,]\d{1,9})?\s*(?:(?:-|tot)\s*\d{1,9}\s*)?"
    r"(?:uur|uren|hours?|u\b|dagen|days|jaar|years|%|procent)(?:\s*(?:per week|p/?w\b|a week))?"
    r"|€?\s*(?<!\d)\d{1,9}(?:[.,]\d{1,9})?\s*(?:euro )?(?:per|a|/) ?(?:km|kilometer|dag|day)\b"
    r"|[£$]\s*\d[\d.,]{0,20}|\b\d{4} ?(?!en\b|of\b|or\b|to\b|p[mu]\b)[a-z]{2}\b|\b0\d[\d -]{7,}"
)
_UNITS = (
    (r"per uur|p/?u\b|/ ?uur|uurloon|an hour|per hour|/ ?hour|/ ?u\b", "hour"),
    (r"per week|/ ?week|weekloon|a week", "week"),
    (r"per jaar|jaarsalaris|/ ?jaar|op jaarbasis|a year|per year|per annum", "year"),
    (r"per maand|p/?\.?m\b|maandsalaris|/ ?maand|a month|per month", "month"),
)
_OF = (
    (r"loondispensatie|wage dispensation", "dispensation"),
    (r"\bbbl\b|leren en werken|leerbaan|leerwerk\w*|apprentice\w*", "learn"),
    (r"naar leeftijd|jeugdlo(?:on|nen)|leeftijdsloon|by age|youth wage", "age"),
)
_MARKERS = (
    (r"minimum ?(?:uur)?loon|wml\b|minimum wage", "minimum"),
    (r"\bcao\b|collective (?:labour )?agreement", "cao"),
    (r"\bschaal \d|\bfwg|\bscale \d", "scale"),
)


def wage(words: str, language: str = "nl") -> Wage | None:
    """A wage, or None: "€ 14,50 per uur", "2.400 - 2.900 bruto per maand", "volgens de cao".

    An amount without a unit is of an hour below a hundred euros, else of a month or a year.
    """
    text = re.sub(r"\b(\d{1,9}) euro (\d{2})\b(?!\d)", r"\1,\2 euro", plain(words))
    amount = _amount(text)
    if amount is not None:
        of = next((why for pattern, why in _OF if re.search(pattern, text)), "")
        return Wage(**amount, of=of) if of else amount
    marker = next((mark for pattern, mark in _MARKERS if re.search(pattern, text)), None)
    return Wage(marker=marker) if marker else None


def _amount(text: str) -> Wage | None:
    text = _OTHER.sub(" ", text)
    said = _MONEY.search(text)
    if said is None:
        return None
    sums = [_cents(said[1], said[2])]
    if said[3]:
        sums.append(_cents(said[3], said[4]))
    low, high = min(sums), max(sums)
    unit = next((name for pattern, name in _UNITS if re.search(pattern, text)), None)
    unit = unit or ("year" if high >= LEAST_A_YEAR else "hour" if high <= MOST_AN_HOUR else "month")
    if low < LEAST or high > MOST or (unit == "hour" and high > MOST_AN_HOUR):
        return None
    return Wage(low=low, high=high, unit=unit)


def _cents(digits: str, thousands: str | None) -> int:
    english = re.fullmatch(r"\d{1,3},\d{3}", digits)  # two thousand as the English write it
    euros = value(digits.replace(",", "") if english else digits)
    return round(euros * (100_000 if thousands else 100))
