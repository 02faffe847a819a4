"""Hours a week and the times of the day somebody means."""

from __future__ import annotations

import re
from dataclasses import dataclass

from services.understanding.numbers import found, plain, value

MOST_HOURS = 60
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_WORDS = (
    r"ma(?:andag)?|mon(?:day)?",
    r"di(?:nsdag)?|tue(?:sday)?",
    r"wo(?:ensdag)?|wed(?:nesday)?",
    r"do(?:nderdag)?|thu(?:rsday)?",
    r"vr(?:ijdag)?|fri(?:day)?",
    r"za(?:terdag)?|sat(?:urday)?",
    r"zo(?:ndag)?|sun(?:day)?",
)
_RANGE = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(?:uur|u|hours?|h)?\s*(?:-|–|—|/|tot(?: en met)?|à|a|t/m|to|of|or)\s*"
    r"(\d+(?:[.,]\d+)?)"
)


def hours(words: str, language: str = "nl") -> tuple[int, int] | None:
    """Least and most hours a week: "24 tot 32", "fulltime", "0,8 fte", "3 dagen", "halve dagen".

    None when nothing of the kind is said, or when it is not between 1 and 60.
    """
    text = re.sub(r"\bminst(?:ens)?\b", "minimaal", plain(words))
    low, high = _fte(text) or _days(text) or _named(text) or _numbers(text) or (0, 0)
    if not 1 <= low <= high <= MOST_HOURS:
        return None
    return low, high


def _fte(text: str) -> tuple[int, int] | None:
    if "fte" not in text:
        return None
    parts = [n for n in found(text.split("fte", maxsplit=1)[0]) if 0 < n <= 1.5]
    return (round(min(parts) * 40), round(max(parts) * 40)) if parts else None


def _days(text: str) -> tuple[int, int] | None:
    """Days of eight hours; half days of four."""
    said = re.search(r"(\d)\s*(?:(?:-|tot|à|of)\s*(\d)\s*)?(halve )?(?:dag|days?\b)", text)
    if said is None:
        return (20, 20) if "halve dagen" in text else None
    a_day = 4 if said[3] else 8
    low = int(said[1]) * a_day
    return low, int(said[2]) * a_day if said[2] else low


def _named(text: str) -> tuple[int, int] | None:
    if re.search(r"\d{1,2}\s*(?:u\b|uur|hours?|-)", text):
        return None  # "fulltime, 38 uur": the number says more
    if re.search(r"full ?-?time|voltijds?|hele week|zoveel mogelijk|as much as", text):
        return 36, 40
    if re.search(r"part ?-?time|deeltijds?", text):
        return 16, 32
    if re.search(r"half ?-?time|halftijds?", text):
        return 18, 20
    return None


def _numbers(text: str) -> tuple[int, int] | None:
    text = re.sub(r"\d{1,2}[:.]\d{2}", " ", text)  # a time of the day
    said = _RANGE.search(text)
    if said:
        two = sorted((value(said[1]), value(said[2])))
        return round(two[0]), round(two[1])
    numbers = found(text)
    if not numbers:
        return None
    one = round(numbers[0])
    if re.search(r"minimaal|vanaf|meer dan|at least|of meer", text):
        return one, max(one, 40)
    if re.search(r"maximaal|hooguit|hoogstens|niet meer dan|at most|max\b|tot\b", text):
        return min(8, one), one
    return one, one


@dataclass(frozen=True)
class Times:
    """Parts of the day (morning, afternoon, evening, night, weekend) and days, as far as said."""

    parts: frozenset[str]
    days: frozenset[str] = frozenset()


_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        r"altijd|alles|hele dag|elk moment|maakt niet uit|any ?time|always",
        ("morning", "afternoon", "evening", "night", "weekend"),
    ),
    (
        r"overdag|dagdienst|kantooruren|office hours|during the day|daytime|schooltijd\w*",
        ("morning", "afternoon"),
    ),
    (r"ploegen(?:dienst)?|wisseldienst\w*|shifts?\b", ("morning", "evening", "night")),
    (r"ochtend\w*|vroege dienst\w*|morning\w*", ("morning",)),
    (r"\w*middag\w*|afternoon\w*", ("afternoon",)),
    (r"avond\w*|evening\w*|late dienst\w*", ("evening",)),
    (r"nacht\w*|night\w*", ("night",)),
    (r"week ?end\w*|zaterdag\w*|zondag\w*|\bza\b|\bzo\b|saturday|sunday", ("weekend",)),
)
_NOT = re.compile(r"\b(?:niet|geen|not?)(?: in| op| at| on)?(?: het| de| the)? (\w+)")


def times(words: str, language: str = "nl") -> Times | None:
    """When somebody can work: "alleen overdag", "avond en weekend", "ma t/m vr 9-17".

    "niet in het weekend" takes the weekend away, from all the rest if nothing else is said.
    """
    text = plain(words)
    denied = {part for said in _NOT.findall(text) for part in _parts_in(said)}
    parts = _parts_in(_NOT.sub(" ", text)) | _clock(text)
    days = _days_named(text)
    if days:
        if set(days) & {"saturday", "sunday"}:
            parts.add("weekend")
        if set(days) - {"saturday", "sunday"} and not parts - {"weekend"}:
            parts |= {"morning", "afternoon"}
    if denied and not parts:
        parts = {"morning", "afternoon", "evening", "night", "weekend"}
    parts -= denied
    return Times(frozenset(parts), frozenset(days)) if parts else None


def _parts_in(text: str) -> set[str]:
    return {
        part for pattern, parts in _PARTS if re.search(rf"\b(?:{pattern})", text) for part in parts
    }


def _clock(text: str) -> set[str]:
    """Parts of the day that "9-17 uur" or "van 06:00 tot 11:00" cover."""
    said = re.search(
        r"\b(\d{1,2})(?:[:.]\d{2})?\s*(?:uur|u)?\s*(?:-|–|tot|to)\s*(\d{1,2})(?:[:.]\d{2})", text
    ) or re.search(
        r"(?:van|from|t/m \w+|\bvr|\bvrijdag)\s+(\d{1,2})\s*(?:-|–|tot)\s*(\d{1,2})\b", text
    )
    if said is None:
        return set()
    start, end = int(said[1]), int(said[2])
    if start > 24 or end > 24:
        return set()
    end = end if end > start else end + 24
    spans = (("morning", 6, 12), ("afternoon", 12, 18), ("evening", 18, 23), ("night", 23, 30))
    return {name for name, low, high in spans if min(end, high) - max(start, low) >= 2}


def _days_named(text: str) -> list[str]:
    """Days named one by one or as a range ("ma t/m vr"); short names only beside others."""
    places: list[tuple[int, int]] = []
    for number, pattern in enumerate(_DAY_WORDS):
        places += [
            (match.start(), number)
            for match in re.finditer(rf"\b(?:{pattern})(?:en|s)?\b", text)
            if len(match[0]) > 3 or re.search(r"t/m|\btot\b|,|\ben\b|\d", text)
        ]
    named = [number for _, number in sorted(places)]
    if len(named) == 2 and re.search(r"t/m|tot(?: en met)?|through|\bto\b|-", text):
        first, last = named
        named = [n % 7 for n in range(first, last + 1 if last >= first else last + 8)]
    return [DAYS[n] for n in dict.fromkeys(named)]
