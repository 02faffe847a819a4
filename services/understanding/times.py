"""The times of the day and the days somebody means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from services.understanding.numbers import plain

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ALL = frozenset({"morning", "afternoon", "evening", "night", "weekend"})
_WEEK, _WEEKEND = DAYS[:5], DAYS[5:]
_DAY_WORDS = (
    r"ma(?:andag)?|mon(?:day)?",
    r"di(?:nsdag)?|tue(?:sday)?",
    r"wo(?:ensdag)?|wed(?:nesday)?",
    r"do(?:nderdag)?|thu(?:rsday)?",
    r"vr(?:ijdag)?|fri(?:day)?",
    r"za(?:terdag)?|sat(?:urday)?",
    r"zo(?:ndag)?|sun(?:day)?",
)


@dataclass(frozen=True)
class Times:
    """Parts of the day (morning, afternoon, evening, night, weekend) and days, as far as said."""

    parts: frozenset[str]
    days: frozenset[str] = frozenset()


_PARTS = tuple(
    (re.compile(rf"\b(?:{pattern})"), frozenset(parts.split()))
    for pattern, parts in (
        (
            r"altijd|alles|elk moment|any ?time|always|flexib\w*|wanneer (?:dan )?ook|24/7"
            r"|alle (?:tijden|dagen)|elke dag|whenever|every day|hele week",
            "morning afternoon evening night weekend",
        ),
        (
            r"overdag|hele dag\w*|all day|dagdienst|kantoor(?:uren|tijden)|office hours"
            r"|during the day|daytime|school ?(?:tijd|hours|uren|dag)\w*"
            r"|(?:op|naar|at|in) (?:de )?school\b|door ?de ?weeks?\b"
            r"|week ?days|werkdagen",
            "morning afternoon",
        ),
        (r"(?:2|twee)[- ]?ploegen\w*", "morning afternoon evening"),
        (
            r"(?<!2 )(?<!2-)ploegen(?:dienst)?|wisseldienst\w*|shifts?\b",
            "morning afternoon evening night",
        ),
        (r"volcontinu\w*", "morning afternoon evening night weekend"),
        (
            r"s?och?te?n[dts]\w*|s?morgens?\b|s?morges\b|vroege dienst\w*|early shift|morning\w*",
            "morning",
        ),
        (r"\w*midd?ag\w*|afternoon\w*", "afternoon"),
        (r"(?:in het|als het|als|in the) (?:donker|dark)\w*", "evening night"),
        (r"\w*avo[nm][dts]\w*|evening\w*|late dienst\w*|late shift", "evening"),
        (r"s?nach[ts]\w*|night\w*", "night"),
        (r"week? ?en[dt]\w*|wekend\w*", "weekend"),
    )
)
_NO = r"(?:niet|geen|nooit|behalve|zonder|not?|never|except|without)"
_SMALL = r"(?:in|op|at|on|het|de|the|'s|s|een|en|of|or|and|nor|ook|'t|door|during)"


def times(words: str, language: str = "nl") -> Times | None:
    """When somebody can work: "alleen overdag", "avond en weekend", "ma t/m vr 9-17".

    "niet in het weekend" takes the weekend away, from all the rest if nothing else is said. Days
    without a part of the day are mornings and afternoons.
    """
    text = _school_run(plain(words))
    if re.search(r"maakt (?:me |mij )?niet(?:s)? uit|doesn'?t matter", text):
        return Times(ALL)
    said, denied = _told_apart(text)
    parts, days = _parts_in(said), _days_named(said)
    if not parts - {"weekend"} or clock_span(text):
        parts |= _clock(_on_the_clock(text))
    if parts == {"afternoon"} and re.search(rf"\b(?:na|vanaf) {_LATE_HOUR}", text):
        parts |= {"evening"}  # "vanaf 5 uur 's middags"
    no_parts, no_days = _parts_in(denied), _days_named(denied)
    if no_days >= set(_WEEKEND):
        no_parts |= {"weekend"}
    if days & set(_WEEKEND):
        parts |= {"weekend"}
    if days & set(_WEEK) and not parts - {"weekend"}:
        parts |= {"morning", "afternoon"}
    if (no_parts or no_days) and not parts:
        parts = ALL - {"night"}  # nobody named the night
        days = set(DAYS) - no_days if no_days else days
    parts -= no_parts
    return Times(frozenset(parts), frozenset(days)) if parts else None


def only_days_denied(words: str) -> bool:
    """Is nothing said but days on which somebody cannot: "niet op vrijdag"?"""
    said, denied = _told_apart(_school_run(plain(words)))
    no_days = _days_named(denied)
    whole = no_days >= set(_WEEKEND) or no_days >= set(_WEEK)
    named = (_parts_in(said) - {"weekend"} and _parts_in(said) != ALL) or _days_named(said)
    return bool(no_days) and not whole and not named and not _parts_in(denied)


def _school_run(text: str) -> str:
    """When it ends: "om 3 uur de kinderen halen" is until three, "niet na vijven" until five."""
    text = _PLURAL.sub(lambda said: str(_PLURALS.index(said[1]) + 1), text)
    text = re.sub(r"\b(?:niet|not) (?:na|after) (?=\w)", "tot ", text)
    return re.sub(
        rf"\bom {_H}(?=.{{0,30}}\b(?:halen|ophalen|thuis|weg|klaar)\b)", r"tot \1 uur", text
    )


def _told_apart(text: str) -> tuple[str, str]:
    """What is said and what is denied: a denial reaches to the end of its clause."""
    said, denied = [], []
    clauses = re.split(
        rf"[.;]|,(?!\s*(?:{_SMALL}\s+)*\w+(?:,|\s+(?:of|en|or|and)\b|$))|\b(?:maar|wel|but|alleen|only)\b",
        text,
    )
    for clause in clauses:
        no = re.search(rf"\b{_NO}\b", clause)
        if no is None:
            said.append(clause)
        elif _named_at_all(clause[no.end() :]):
            said.append(clause[: no.start()])
            denied.append(clause[no.end() :])
        else:  # "in het weekend niet"
            denied.append(clause)
    return " . ".join(said), " . ".join(denied)


def _named_at_all(text: str) -> bool:
    return bool(_parts_in(text) or _days_named(text))


def _parts_in(text: str) -> frozenset[str]:
    return frozenset(part for pattern, parts in _PARTS if pattern.search(text) for part in parts)


_H = r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:uur|u\b|h\b|o'clock|am\b)?"
_LATE_HOUR = r"(?:[4-6]|1[678])\b"
_PLURALS = (
    *("enen", "tweeën", "drieën", "vieren", "vijven", "zessen", "zevenen", "achten"),
    *("negenen", "tienen", "elven", "twaalven"),
)
_PLURAL = re.compile(rf"\b({'|'.join(_PLURALS)})\b")
_SPOKEN = re.compile(r"\b(half|kwart (?:over|voor)) ?(\d{1,2})\b")
_SPAN = re.compile(
    rf"(?P<from>\b(?:van|tussen|from|between)\s+)?(?<![\d,.]){_H}\s*(?:-|–|tot|en|to|and)\s*{_H}(?!\d)"
)
_SPANS = (("morning", 6, 12), ("afternoon", 12, 18), ("evening", 18, 23), ("night", 23, 30))
_LEAST = 2  # hours in a part of the day, or it is not meant


def _clock(text: str) -> frozenset[str]:
    """Parts of the day that "9-17", "van 06:00 tot half 12" or "na 18 uur" cover."""
    span = clock_span(text) or _one_sided(text)
    if span is None:
        return frozenset()
    start, end = span
    if start > 24 or end > 24:
        return frozenset()
    end = end if end > start else end + 24
    return frozenset(
        name for name, low, high in _SPANS if min(end, high) - max(start, low) >= _LEAST
    )


def clock_span(words: str) -> tuple[float, float] | None:
    """From when to when, in hours of the day: "van half 9 tot kwart voor 3" is 8.5 to 14.75."""
    said = _SPAN.search(_on_the_clock(words))
    if said is None:
        return None
    start = int(said[2]) + int(said[3] or 0) / 60
    end = int(said[4]) + int(said[5] or 0) / 60
    if start < 13 and end <= start and end < 12:
        end += 12  # "van 8 tot 5"
    return start, end


def _on_the_clock(text: str) -> str:
    """On the clock: "half 9" is 8:30, "kwart voor 3" is 2:45."""

    def said(match: re.Match[str]) -> str:
        hour, minute = int(match[2]), {"half": 30, "kwart over": 15, "kwart voor": 45}[match[1]]
        return f"{hour - (minute != 15)}:{minute}"

    return _SPOKEN.sub(said, text)


def _one_sided(text: str) -> tuple[float, float] | None:
    one = re.search(
        rf"\b(na|vanaf|after|from|voor|tot|before|until|till)\s+{_H}", _on_the_clock(text)
    )
    if one is None:
        return None
    late = one[1] in ("na", "vanaf", "after", "from")
    hour = int(one[2]) + int(one[3] or 0) / 60
    hour += 12 if not late and hour < 7 else 0
    return (hour, max(hour + 2, 18) if hour < 17 else 23) if late else (8, hour)


_ANY_DAY = "|".join(_DAY_WORDS)
_LINK = r"\s*(?:,|/|&|\+|en|of|and|or|-|–|t/m|tot(?: en met)?|to|through|\s)\s*"
_SERIES = re.compile(rf"\b(?:{_ANY_DAY})(?:en|s)?\b(?:{_LINK}(?:{_ANY_DAY})(?:en|s)?\b)*")
_TO = re.compile(r"t/m|tot|through|\bto\b|[-–]")


def _days_named(text: str) -> set[str]:
    """Days named one by one or as a range ("ma t/m vr"); a short name only beside another day."""
    if re.search(r"\bdoor ?de ?weeks?\b|\bweek ?days\b|\bwerkdagen\b", text):
        return set(_WEEK)
    return {
        DAYS[number % 7] for series in _SERIES.findall(text) for number in _series(series, text)
    }


def _series(words: str, text: str) -> Iterator[int]:
    named = [
        (match.start(), match.end(), number)
        for number, pattern in enumerate(_DAY_WORDS)
        for match in re.finditer(rf"\b(?:{pattern})(?:en|s)?\b", words)
    ]
    named.sort()
    if len(named) == 1 and named[0][1] - named[0][0] <= 3 and words != text.strip():
        return  # "zo", "do" and "ma" are other words as well
    for at, (_, end, number) in enumerate(named):
        yield number
        if at + 1 < len(named) and _TO.search(words[end : named[at + 1][0]]):
            last = named[at + 1][2]
            yield from range(number, last + 1 if last >= number else last + 8)
