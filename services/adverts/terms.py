"""Hours, times, wage, start, contract, places: the terms an advert states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from services import places, understanding
from services.adverts.model import Line, Reading

_HOURS = re.compile(
    r"(?:minimaal |maximaal |min\. |max\. |ca\. |ongeveer |tussen de |tussen )?"
    r"\b\d{1,2}(?:[.,]\d{1,2})?\s*(?:uur|u)?(?:\s*(?:-|–|—|à|/|tot(?: en met)?|t/m|of|en|to)\s*\d{1,2}(?:[.,]\d{1,2})?)?"
    r"\s*-?\s*(?:uur|uren|urige|hours?|hrs?|u)\b(?:\s*(?:per week|p\.?/?w\.?|in de week|/ ?week|a week|per week))?",
    re.IGNORECASE,
)
_FTE = re.compile(
    r"\b[01][.,]\d{1,2}(?:\s*(?:-|–|—|tot)\s*[01][.,]\d{1,2})?\s*fte\b", re.IGNORECASE
)
_DAYS = re.compile(
    r"\b(?:\d|een|twee|drie|vier|vijf)(?:\s*(?:-|à|tot|of)\s*(?:\d|drie|vier|vijf))?\s*(?:halve )?"
    r"(?:dagen|dag|days)\s*(?:per week|in de week|p\.?w\.?|a week)",
    re.IGNORECASE,
)
_FULL = re.compile(r"\b(?:full|part)[ -]?time(?:r)?\b|\bvoltijds?\b|\bdeeltijds?\b", re.IGNORECASE)
_NOT_A_WEEK = re.compile(
    r"(?:binnen|om|na|voor|vanaf|elke|ieder|laatste|eerste|per|tot)\s*$", re.IGNORECASE
)
_AFTER_NO = re.compile(
    r"^\s*(?:per dag|'s|’s|bereikbaar|geleden|van tevoren|per maand|vakantie|reactie|open|service|pauze|reistijd|'s ochtends|’s ochtends)",
    re.IGNORECASE,
)


def hours(lines: Sequence[Line], text: str) -> Reading | None:
    """Hours a week; a number with "per week" counts before a bare one."""
    found: list[tuple[int, Reading]] = []
    for line in lines:
        for weight, pattern in ((3, _FTE), (2, _HOURS), (1, _DAYS)):
            for match in pattern.finditer(line.words):
                reading = _hours(line, match, text)
                if reading:
                    week = (
                        "week" in match[0].lower() or "p.w" in match[0] or "fte" in match[0].lower()
                    )
                    found.append((weight + (4 if week else 0), reading))
    if not found:
        found = [
            (0, reading)
            for line in lines
            for match in _FULL.finditer(line.words)
            if (reading := _value(understanding.hours(match[0]), line, match, text))
        ]
        if len({tuple(r.value) for _, r in found}) > 1:  # "fulltime of parttime"
            return None
    return max(found, key=lambda each: (each[0], -each[1].start))[1] if found else None


def _hours(line: Line, match: re.Match[str], text: str) -> Reading | None:
    before, after = line.words[: match.start()], line.words[match.end() :]
    said = match[0].lower()
    weekly = "week" in said or "urige" in said or "fte" in said or re.match(r"\s*werkweek", after)
    if not weekly and (_NOT_A_WEEK.search(before) or _AFTER_NO.match(after)):
        return None
    if re.search(r"\b(?:van|tussen|from)\s*$", before) and not weekly:
        return None  # "van 7 tot 15 uur" is a time of the day
    if re.search(r"24\s*/\s*7|72 uur|24 uur per dag", said):
        return None
    value = understanding.hours(match[0])
    if value is None or value[1] < 4 or (not weekly and (value[1] < 8 or value[1] > 40)):
        return None
    return _value(value, line, match, text)


def _value(value: object, line: Line, match: re.Match[str], text: str) -> Reading | None:
    if value is None:
        return None
    start, end = line.start + match.start(), line.start + match.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    shaped = list(value) if isinstance(value, tuple) else value
    return Reading(shaped, text[start:end], start, end)


_TIME_WORDS = re.compile(
    r"\b(?:werktijden?|dagdienst\w*|avonddienst\w*|nachtdienst\w*|ploegendienst\w*|(?:2|3|5|twee|drie|vijf)-?ploegen\w*"
    r"|overdag|in de (?:ochtend|middag|avond|nacht|weekenden?|ochtenden|avonden|nachten)|'s (?:ochtends|avonds|nachts|morgens)"
    r"|’s (?:ochtends|avonds|nachts|morgens)|avonden|weekenden?|ochtenden|zaterdag\w*|zondag\w*"
    r"|ma(?:andag)? ?(?:t/m|tot(?: en met)?|-) ?(?:do(?:nderdag)?|vr(?:ijdag)?|za(?:terdag)?|zo(?:ndag)?)"
    r"|monday to friday|weekends|evenings|nights|mornings|schooltijden|kantooruren)\b[^.\n]{0,40}",
    re.IGNORECASE,
)


def times(lines: Sequence[Line], text: str) -> Reading | None:
    """Parts of the day that are named; "weekend vrij" names none."""
    parts: set[str] = set()
    first: Reading | None = None
    for line in lines:
        if line.role == "firm" or re.search(
            r"weekend(?:en)? vrij|vrij in het weekend", line.words.lower()
        ):
            continue
        for match in _TIME_WORDS.finditer(line.words):
            found = understanding.times(match[0])
            if found is None:
                continue
            parts |= found.parts
            first = first or _value(sorted(found.parts), line, match, text)
    if first is None:
        return None
    order = ("morning", "afternoon", "evening", "night", "weekend")
    return Reading(
        [p for p in order if p in parts],
        first.words[:80],
        first.start,
        first.start + len(first.words[:80]),
    )


_AMOUNT = (
    r"(?:€|euro|eur)?\s*\d{1,3}(?:\.\d{3})*(?:,\d{1,2}|,-|\.\d{2}(?!\d))?\s*(?:€|euro|eur|,-)?"
)
_WAGE = re.compile(
    rf"{_AMOUNT}(?:\s*(?:-|–|—|tot(?: maximaal)?|en|to|à|and)\s*{_AMOUNT})?"
    r"[\w\s()]{0,25}?(?:per uur|per maand|per week|per jaar|p/?u\b|p/?m\b|/ ?uur|/ ?maand|bruto|an hour|per hour|a month|per month|a year)"
    r"(?:[\w\s()]{0,15}(?:per uur|per maand|per jaar))?",
    re.IGNORECASE,
)
_EURO = re.compile(
    r"(?:€|euro)\s*\d[\d.,]*(?:\s*(?:-|–|—|tot|en)\s*(?:€|euro)?\s*\d[\d.,]*)?(?:,-)?",
    re.IGNORECASE,
)
_NOT_WAGE = re.compile(
    r"kilometer|per km|\bkm\b|reiskosten|bonus|vakantiegeld|korting|pensioen|miljoen|omzet|onkosten|cadeau|premie|budget"
    r"|opleidingsbudget|tekenbonus|per dag|maaltijdcheque|eindejaars|besparen|fooi",
    re.IGNORECASE,
)
_WAGE_WORD = re.compile(
    r"salaris|loon|verdien|betaal|bruto|per uur|p/u|vergoeding|salary|wage|pay\b|earn",
    re.IGNORECASE,
)


def wage(lines: Sequence[Line], text: str) -> Reading | None:
    """What it pays: an amount with its unit, else what the text says instead (cao, minimum)."""
    marker: Reading | None = None
    for line in lines:
        for pattern in (_WAGE, _EURO):
            for match in pattern.finditer(line.words):
                near = _clause(line.words, match.start(), match.end())
                if _NOT_WAGE.search(near) or (
                    pattern is _EURO and not _WAGE_WORD.search(line.words)
                ):
                    continue
                value = understanding.wage(match[0] + _unit_after(line.words, match.end()))
                if value is not None and "low" in value and _plausible(value):
                    return _trimmed(
                        Reading(
                            dict(value),
                            match[0],
                            line.start + match.start(),
                            line.start + match.end(),
                        ),
                        text,
                    )
        said = re.search(r"minimumloon|\bcao\b|minimum wage|schaal \d+", line.words, re.IGNORECASE)
        if (
            said
            and marker is None
            and not re.search(r"boven|pensioen|vrije dagen", line.words.lower())
        ):
            found = understanding.wage(said[0])
            marker = _value(dict(found) if found else None, line, said, text)
    return marker


def _clause(words: str, start: int, end: int) -> str:
    """What stands between the commas round an amount: "€ 0,23 per km" is no wage."""
    begin = max(words.rfind(sign, 0, start) for sign in (", ", "; ", " en ", " plus ", " + ")) + 1
    stops = [
        at for sign in (", ", "; ", " en ", " plus ", " + ") if (at := words.find(sign, end)) > 0
    ]
    return words[max(begin, 0) : min(stops, default=len(words))]


def _unit_after(words: str, end: int) -> str:
    after = re.match(
        r"[^.\n]{0,30}?(per uur|per maand|per jaar|p/?m\b|p/?u\b|/ ?maand|/ ?uur)", words[end:]
    )
    return f" {after[1]}" if after else ""


def _plausible(value: understanding.Wage) -> bool:
    least = {"hour": 400, "week": 10_000, "month": 40_000, "year": 800_000}[value["unit"]]
    most = {"hour": 9_900, "week": 300_000, "month": 1_500_000, "year": 20_000_000}[value["unit"]]
    return least <= value["low"] and value["high"] <= most


def _trimmed(reading: Reading, text: str) -> Reading:
    words = reading.words
    start = reading.start + len(words) - len(words.lstrip())
    end = reading.end - (len(words) - len(words.rstrip()))
    return Reading(reading.value, text[start:end], start, end, reading.sure)


_START = re.compile(
    r"\b(?:per direct|z\.?s\.?m\.?|zo snel mogelijk|direct beschikbaar|meteen beginnen|immediately|as soon as possible"
    r"|(?:per|vanaf|start(?:datum)?:?|begin(?:datum)?:?|ingangsdatum:?|beschikbaar vanaf)\s*:?\s*(?:\d{1,2}(?:e|ste)? ?(?:jan|feb|maa|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)\w*(?: \d{4})?"
    r"|(?:begin|half|medio|eind) \w+|\d{1,2}[-/]\d{1,2}(?:[-/]\d{2,4})?|(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?: \d{4})?))",
    re.IGNORECASE,
)


def start(lines: Sequence[Line], text: str, today: date) -> Reading | None:
    """When somebody can begin."""
    for line in lines:
        if line.role == "firm" or re.search(r"sinds|reageer|solliciteer voor", line.words.lower()):
            continue
        for match in _START.finditer(line.words):
            day = understanding.day(match[0].replace("beschikbaar", ""), today)
            if day is not None and day >= today:
                return _value(day.isoformat(), line, match, text)
    return None


_CONTRACTS = (
    (
        "learn",
        r"\bbbl\b|leerbaan|leer-?werk\w*|leren en werken|werken en leren|apprentice\w*|leerling\b",
    ),
    (
        "fixed",
        r"tijdelijk(?:e)? (?:contract|baan|dienstverband|functie)|bepaalde (?:tijd|duur)|jaarcontract"
        r"|contract voor (?:een jaar|\d+|zeven|zes|12)|vakantiewerk|seizoen(?:s)?werk|temporary contract|fixed-term|halfjaarcontract",
    ),
    (
        "agency",
        r"uitzend(?:basis|contract|kracht\w*|baan)|via (?:het |ons |een )?uitzendbureau|op interimbasis|interim\b|detacheringsbasis",
    ),
    (
        "on-call",
        r"oproep(?:basis|contract|kracht\w*|baan)|nul ?-?urencontract|0-?uren|flexcontract|zero-?hours?",
    ),
    (
        "permanent",
        r"vast(?:e)? (?:contract|baan|dienstverband|aanstelling|job|werk)|(?:on|ón)bepaalde (?:tijd|duur)|direct(?:e)? vast|permanent (?:contract|position)"
        r"|contract van onbepaalde duur|voor vast\b",
    ),
)


def contract(lines: Sequence[Line], text: str) -> Reading | None:
    """The kind of contract; "jaarcontract met uitzicht op vast" is a fixed one."""
    for code, pattern in _CONTRACTS:
        for line in lines:
            match = re.search(rf"\b(?:{pattern})", line.words, re.IGNORECASE)
            if match is None or re.search(r"\bgeen\s*$", line.words[: match.start()].lower()):
                continue
            if code == "permanent" and re.search(
                r"uitzicht op|kans op|later|perspectief|mogelijk",
                line.words[: match.start()].lower(),
            ):
                continue
            return _value(code, line, match, text)
    return None


_AT_WORK = re.compile(
    r"(?:standplaats|locatie|werkplek|werklocatie|vestiging|winkel|filiaal|regio|omgeving|gevestigd|adres|plaats|werkplaats)\W*(?:is|in|te|van)?\W*$"
    r"|\b(?:in|te|bij ons in|at|nabij)\s*$",
    re.IGNORECASE,
)


def place(lines: Sequence[Line], text: str) -> Reading | None:
    """Where the work is: the one town named, or the one that stands where a workplace stands."""
    named = list(_places(lines, text))
    if not named:
        return None
    telling = [r for r, telling in named if telling] or [r for r, _ in named]
    codes = {r.value for r in telling}
    if len(codes) > 1:
        head = [r for r in telling if r.start < 120]
        return head[0] if len({r.value for r in head}) == 1 else None
    return telling[0]


def _places(lines: Sequence[Line], text: str) -> Iterator[tuple[Reading, bool]]:
    for match in re.finditer(r"\b[1-9]\d{3}\s?[A-Z]{2}\b", text):
        found = places.find_place(match[0])
        if found:
            yield Reading(found[0].code, match[0], *match.span()), True
    firm = [(line.start, line.start + len(line.words)) for line in lines if line.role == "firm"]
    for found_place, begin, end in places.places_in(text):
        inside = any(a <= begin < b for a, b in firm)
        before = text[max(0, begin - 30) : begin]
        yield (
            Reading(found_place.code, text[begin:end], begin, end),
            bool(_AT_WORK.search(before)) and not inside,
        )
