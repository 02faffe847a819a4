"""How many hours a week somebody means."""

from __future__ import annotations

import re

from services.understanding.denying import affirmed, denies
from services.understanding.numbers import found, plain, value
from services.understanding.times import clock_span

MOST_HOURS = 60
WORKING_DAYS = 5  # in a week
FULL_TIME = 40  # hours of 1,0 fte when nothing else is said
Span = tuple[int, int]

_N = r"(\d{1,2}(?:[.,]\d{1,6})?)"
_UNIT = r"(?:uur|uren|uurtjes|u|hours?|hrs?|h)\b"
_RANGE = re.compile(
    rf"{_N}\s*(?:{_UNIT})?\s*(?:-|–|—|/|tot(?: en met)?|à|a|t/m|to|of|or|en|and)\s*"
    rf"(?:de )?{_N}(?!\d)"
)
_BETWEEN = re.compile(rf"(?:tussen|between)\s+(?:de |the )?{_N}\s*(?:{_UNIT})?\s*(?:en|and)")
_OTHER = re.compile(  # numbers of another kind: ages, money, distances, times of the day
    r"(?<![\d.,])\d[\d.,]{0,20}\s*(?:jaar|years?|euro|km|kilometer|min\b|minuten|minutes?|%"
    r"|personen|kinderen)"
    r"|€\s*\d[\d.,]{0,20}|\d{1,2}[:.]\d{2}(?:\s*(?:uur|u))?|\b\d{5,}|\+\d+|\b\d{1,9}-\d{5,}"
    r"|\b\d{4} ?[a-z]{2}\b"
)
_AT_LEAST = (
    r"minimaal|vanaf|(?<!niet )(?<!not )(?:meer|more) (?:dan|than)|at least|of meer|or more|from"
    r"|\d ?\+|(?:niet|not) (?:minder|less|onder) ?(?:dan|than|de)?|minstens"
)
_AT_MOST = (
    r"maximaal|hooguit|hoogstens|(?:minder|less) (?:dan|than)|onder de|under"
    r"|(?:niet|not|no) (?:meer|more) (?:dan|than)|of minder|or less"
    r"|at most|up to|\bmax\b|\btot\b"
)
_BOUND = r"(?:niet|not|no) (?:meer|minder|more|less|boven|onder|langer|te)"
_LEAST_OF_MOST = 8  # "maximaal 24" is from one working day on


def hours(words: str, language: str = "nl") -> Span | None:
    """Least and most hours a week: "24 tot 32", "fulltime", "0,8 fte", "3 dagen", "halve dagen".

    A day is eight hours, half a day four, 1,0 fte is forty. None when nothing of the kind is said,
    when it is not between 1 and 60, or when the numbers are times of the day ("van 9 tot 17").
    """
    text = re.sub(r"\bminst(?:ens)?\b|\bmin\.? (?=\d)", "minimaal ", plain(words))
    if denies(text) and not re.search(_BOUND, text):
        text = affirmed(text)  # "geen 40 uur, liever 24"
    rather = re.search(r"\b(?:liever|liefst|rather|preferably)\b(?! niet| geen)(.*\d.*)", text)
    text = rather[1] if rather else text
    low, high = _fte(text) or _days(text) or _named(text) or _numbers(text) or (0, 0)
    if not 1 <= low <= high <= MOST_HOURS:
        return None
    return low, high


def _fte(text: str) -> Span | None:
    if "fte" not in text:
        return None
    parts = [n for n in found(re.sub(r"(?<!\d)[.,](?=\d)", "0,", text)) if 0 < n <= 1.5]
    return (round(min(parts) * FULL_TIME), round(max(parts) * FULL_TIME)) if parts else None


def _days(text: str) -> Span | None:
    """Days a week, as hours; hours a week that are named as well say more."""
    text = re.sub(r"\banderhalve dag\b", "1,5 dagen", text)
    text = re.sub(
        r"\b(?:een|één|one|a) (?=(?:hele |halve )?(?:dag|day|dagdeel|ochtend)\b)", "1 ", text
    )
    said = re.search(
        r"(?<![\d,.])(\d(?:[.,]5)?)\s*(?:(?:-|tot|à|a|of|or|to)\s*(\d(?:[.,]5)?)\s*)?"
        r"(hele |halve |half |full )?(dag|days?\b|ochtend|middag|avond|morning|afternoon"
        r"|evening)",
        text,
    )
    a_day = re.search(
        rf"{_N}\s*(?:{_UNIT})?\s*(?:per dag|a day|per day)|\b(?:van|of) {_N}\s*{_UNIT}", text
    )
    times = re.search(rf"\b(\d)\s*x\s*{_N}", text) or re.search(
        rf"(?<![\d,.])(\d)\s*(?:hele )?(?:dagen|days)\s*,?\s*([2-9](?:[.,]5)?)\s*{_UNIT}", text
    )
    daily = re.search(
        rf"(?:elke|iedere|every) (?:werk)?(?:dag|day)\W+{_N}\s*{_UNIT}"
        rf"|{_N}\s*{_UNIT}\W+(?:elke|iedere|every) (?:werk)?(?:dag|day)",
        text,
    )
    if daily:
        return (round(WORKING_DAYS * value(daily[1] or daily[2])),) * 2
    if times:
        return (round(value(times[1]) * value(times[2])),) * 2
    if said is None:
        return (20, 20) if re.search(r"halve (?:dagen|week)|half days", text) else None
    if re.search(rf"{_N}\s*{_UNIT}", text) and not a_day:
        return None  # "16 uur op 3 dagen"
    span = clock_span(text)
    if span and not a_day:  # "van 9 tot 3, vier dagen"
        return (round(value(said[1]) * (span[1] - span[0])),) * 2
    part = "deel" in text or said[3] in ("halve ", "half ") or said[4] not in ("dag", "day", "days")
    each = value(a_day[1] or a_day[2]) if a_day else 4.0 if part else 8.0
    low, high = value(said[1]), value(said[2] or said[1])
    if high > 7:
        return 0, 0
    if re.search(_AT_LEAST, text):
        return round(low * each), max(round(high * each), FULL_TIME)
    return (min(8, round(low * each)) if re.search(_AT_MOST, text) else round(low * each)), round(
        high * each
    )


def _named(text: str) -> Span | None:
    if re.search(rf"\d{{1,2}}\s*(?:{_UNIT}|-)", text):
        return None  # "fulltime, 38 uur": the number says more
    if re.search(
        r"\bfull?-? ?t[iy]j?[mn]e?\b|voltijds?|volle? (?:week|tijd)|volledige? (?:week|baan)"
        r"|hele (?:week|dagen)|\bveel mogelijk|zoveel mogelijk|as (?:much|many)|full week"
        r"|^\W*(?:vol|volledig|full|alles|maximaal)\W*$",
        text,
    ):
        return 36, 40
    if re.search(r"\bpart?-? ?t[iy]j?[mn]e?\b|deeltijds?", text):
        return 16, 32
    if re.search(r"half ?-?time|halftijds?", text):
        return 18, 20
    return None


def _numbers(text: str) -> Span | None:
    weekly = re.search(r"per week|p/?w\b|a week|in de week", text)
    clock = re.search(r"\b(?:van|from) (\d{1,2})\b.{0,8}?\b(?:tot|to) (\d{1,2})\b", text)
    if not weekly and (re.search(r"per dag|a day|per day", text) or (clock and int(clock[1]) < 12)):
        return None
    text = _OTHER.sub(" ", text)
    text = _BETWEEN.sub(r"\1 - ", text)
    said = _RANGE.search(text)
    if said:
        two = sorted((value(said[1]), value(said[2])))
        return round(two[0]), round(two[1])
    numbers = found(text)
    if not numbers:
        return None
    one = round(numbers[0])
    if re.search(_AT_LEAST, text):
        return one, max(one, FULL_TIME)
    if re.search(_AT_MOST, text):
        return min(_LEAST_OF_MOST, one), one
    return one, one
