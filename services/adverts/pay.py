"""What the work pays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from services import understanding
from services.adverts.model import Line, Reading, at, reading

_SIGN = r"(?:€|euro\b|eur\b)"
_N = r"(?:\d{1,3}(?:[.\s]\d{3})+(?:,\d{2}|,-)?|\d{1,6}(?:[.,]\d{1,2}(?!\d)|,\d{3}(?!\d)|,-{1,2})?)"
_SUM = rf"(?:{_SIGN}\s*)?{_N}\s*(?:{_SIGN})?"
_PAID = re.compile(
    rf"(?<![\w.,+/-])(?P<a>{_SUM})(?:\s*(?:bruto\s*)?(?:-|–|—|tot(?: en met| maximaal| max\.?)?|en|to|à|and|max\.?)\s*(?:max\.?\s*)?(?P<b>{_SUM}))?(?![\d%]|[.,]\d)",
    re.IGNORECASE,
)
_UNITS = (
    (
        "hour",
        r"per uur|p\.?/?u\.?\b|/ ?(?:uur|u\b|hour)|uurloon|bruto uur|an hour|per hour|hourly|het uur",
    ),
    ("week", r"per week|weekloon|a week"),
    (
        "month",
        r"per maand|p\.?/?m\.?\b|/ ?(?:maand|month)|maandloon|maandsalaris|a month|per month|monthly|bruto maand",
    ),
    (
        "year",
        r"per jaar|jaarsalaris|/ ?(?:jaar|year)|op jaarbasis|a year|per year|per annum|jaarloon",
    ),
)
_MOST_HOURLY = 45  # euros; more is rarely a wage by the hour
_ANY_UNIT = re.compile("|".join(rf"(?<!\w)(?:{pattern})" for _, pattern in _UNITS), re.IGNORECASE)
_LIMITS = {"hour": (5, 99), "week": (100, 3000), "month": (400, 15_000), "year": (8_000, 200_000)}
_NOT_WAGE = re.compile(
    r"kilometer|\bkm\b|reis|bonus|vakantiegeld|korting|pensioen|miljoen|omzet|onkosten|cadeau|premie|budget|per dag|maaltijd|eindejaars|besparen|fooi|thuiswerk|fiets|stage|netto|voucher|bonnen|bon\b|cheque|extra|toeslag|travel|discount|pakket|tegoed|waarde|investe|subsidie|verhoging|sparen|\bvog\b|verklaring|cursus|examen|boete|borg\b|bijdrage",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"salaris|loon\b|\bloon|verdien|betal|bruto|beloning|salary|wage|\bpay|earn|uurtarief|inschaling",
    re.IGNORECASE,
)
_PAID_FOR = re.compile(  # what the employer pays for, which is no wage
    r"\b(?:betal\w*|vergoed\w*)\s+(?:(?:wij|we|je|u)\s+)?(?:die|dat|dit|deze|het)\b"
    r"|\b(?:die|dat|dit|deze)\s+(?:betalen|vergoeden)\b",
    re.IGNORECASE,
)
_MARKS = (
    ("cao", r"\bcao\b"),
    ("minimum", r"\bminimum(?:uur)?loon\b|\bwml\b|minimum wage"),
    ("scale", r"\b(?:salaris|functie|loon)?schaal \d{1,2}\b|\bfwg[ -]?\d{1,2}\b"),
)


def wage(lines: Sequence[Line], text: str) -> Reading | None:
    """An amount with its unit; else what the text says instead: "cao", "minimum", a scale."""
    found = [each for line in lines if line.role != "firm" for each in _amounts(line, text)]
    if found:
        return found[0] if all(map(_agree, found, found[1:])) else replace(found[0], sure=False)
    return next((each for line in lines for each in _marked(line, text)), None)


def _agree(one: Reading, other: Reading) -> bool:
    """Whether two amounts can be one wage: the same unit, and one within the other."""
    a, b = one.value, other.value
    if a["unit"] != b["unit"]:
        return True  # the same wage, an hour and a month
    if max(a["low"], b["low"]) > 2 * min(a["low"], b["low"]):
        return True  # what comes on top of it, or is paid once
    inner, outer = sorted((a, b), key=lambda each: int(each["high"]) - int(each["low"]))
    return bool(outer["low"] <= inner["low"] and inner["high"] <= outer["high"])


def _amounts(line: Line, text: str) -> Iterator[Reading]:
    # An age between brackets says for whom an amount is: "€ 9,50 (18 jaar) tot € 14,99 (21+)".
    words = re.sub(r"\([^()\n]{0,22}\)", lambda match: " " * len(match[0]), line.words)
    speaks_of_pay = bool(_PAY.search(words))
    if not (speaks_of_pay or re.search(_SIGN, words, re.IGNORECASE) or _ANY_UNIT.search(words)):
        return
    for match in _PAID.finditer(words):
        if not _may_be_pay(match):
            continue
        clause, before = _around(words, match.start(), match.end())
        unit = _unit(words, match, before)
        signed = re.search(_SIGN, match[0], re.IGNORECASE)
        if _NOT_WAGE.search(clause) or _PAID_FOR.search(clause):
            continue
        if not (unit or speaks_of_pay or (signed and _plainly(match))):
            continue
        if not signed and not _bare_is_pay(words, match, before):
            continue
        value = _value(match, unit)
        if value is None:
            continue
        end = line.start + match.end()
        upper = not match["b"] and re.search(
            r"\b(?:tot|maximaal|max\.?|up to)\s*$", before, re.IGNORECASE
        )
        yield reading(value, text, line.start + match.start(), end, sure=not upper)


def _may_be_pay(match: re.Match[str]) -> bool:
    """Whether it is an amount of any unit at all: looked at first, because it costs least."""
    sums = [_euros(match[part]) for part in ("a", "b") if match[part]]
    return any(_fits(min(sums), max(sums), unit) for unit in _LIMITS)


def _plainly(match: re.Match[str]) -> bool:
    """Whether an amount with a euro sign can hardly be anything but a wage: "€ 14,50", "€ 2.400"."""
    sums = [_euros(match[part]) for part in ("a", "b") if match[part]]
    hourly = bool(re.search(r"[.,]\d{2}\b", match[0])) or len(sums) > 1
    low, high = min(sums), max(sums)
    return (hourly and 9 <= low <= high <= _MOST_HOURLY) or (1_500 <= low <= high <= 9_500)


def _bare_is_pay(words: str, match: re.Match[str], before: str) -> bool:
    """Whether a number without a euro sign is money: its unit follows, or pay is named before."""
    after = words[match.end() :]
    if re.match(
        r"\s*(?:%|uur|uren|u\b|dagen|jaar|weken|hours|days|/\d|\+(?!\s))", after, re.IGNORECASE
    ):
        return False
    unit = any(re.match(rf"\s*(?:bruto\s*)?(?:{p})", after, re.IGNORECASE) for _, p in _UNITS)
    named = _PAY.search(before) and not re.search(r"schaal|fwg|\bcao\b|basis", before.lower())
    return unit or bool(named)


def _value(match: re.Match[str], unit: str | None) -> dict[str, object] | None:
    sums = [_euros(match[part]) for part in ("a", "b") if match[part]]
    low, high = min(sums), max(sums)
    if unit is None:
        unit = next((u for u in ("hour", "month") if _fits(low, high, u)), None)
    if unit is None or not _fits(low, high, unit):
        return None
    return dict(understanding.Wage(low=round(low * 100), high=round(high * 100), unit=unit))


def _fits(low: float, high: float, unit: str) -> bool:
    least, most = _LIMITS[unit]
    if unit == "month" and low < 1000 and high == low:
        least = 1000 if high < 1000 else least
    return least <= low <= high <= most and high <= 3 * low


def _euros(words: str) -> float:
    bare = re.sub(r",-+$", "", re.sub(rf"{_SIGN}|\s", "", words, flags=re.IGNORECASE))
    bare = re.sub(r"\.(?=\d{3})", "", bare)
    if re.fullmatch(r"\d,\d{3}", bare):
        bare = bare.replace(",", "")  # as the English write two thousand; "18,191" is eighteen
    return float(bare.replace(",", ".") or 0)


def _around(words: str, start: int, end: int) -> tuple[str, str]:
    """The part of the sentence round an amount, and what of it stands before."""
    signs = r",\s|\b(?:excl|incl|exclusief|inclusief)\b|;|\s\+\s|\splus\s|\sen\s|\(|\bmet\b|\s&\s"
    cuts = [m.end() for m in re.finditer(signs, words[:start])]
    stop = re.search(rf"{signs}|\)", words[end:])
    begin = cuts[-1] if cuts else 0
    return words[begin : end + stop.start() if stop else len(words)], words[begin:start]


def _unit(words: str, match: re.Match[str], before: str) -> str | None:
    """The unit that stands nearest: behind the amount, else before it."""
    after = re.match(r"[^,;.€]{0,40}", words[match.end() :])
    for part in (after[0] if after else "", before[-45:], words[: match.start()][-60:]):
        hits = [
            (found.start(), unit)
            for unit, pattern in _UNITS
            if (found := re.search(rf"(?<!\w)(?:{pattern})", part, re.IGNORECASE))
        ]
        if hits:
            return min(hits)[1]
    return None


def _marked(line: Line, text: str) -> Iterator[Reading]:
    if line.role in ("demand", "task", "firm", "apply"):
        return
    for mark, pattern in _MARKS:
        match = re.search(pattern, line.words, re.IGNORECASE)
        if match is None:
            continue
        near = line.words[max(0, match.start() - 25) : match.end() + 20].lower()
        if re.search(
            r"\b(?:boven|meer dan|above|kennis van|pensioen|naast|beter dan|geen|vrij)\b", near
        ):
            continue
        yield at({"marker": "scale"} if mark == "scale" else mark, line, match, text)
        return
