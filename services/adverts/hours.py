"""Hours a week, and the parts of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from services import understanding
from services.adverts.model import Line, Reading, at, reading

_N = r"\d{1,2}(?:,\d{1,2}|\.\d(?!\d))?"
_TO = r"\s*(?:-|–|—|à|/|,|tot(?: en met)?|t/m|of|en|to|or)\s*"
_HOURS = re.compile(
    rf"(?P<about>\b(?:minimaal|maximaal|minstens|min\.|max\.|vanaf|tot|at least|up to)\s+)?"
    rf"(?<![\d.:,€])(?P<numbers>{_N}(?:\s*(?:uur|u|hours))?(?:{_TO}{_N}){{0,3}})\s*-?\s*(?:uur|uren|uurtjes|urige|urenweek|hours?|hrs|u)\b"
    r"(?P<week>\s*(?:\(?p(?:er|/|\.)?\s?(?:week|w\b)\.?|in de week|/ ?(?:week|wk)|a week|-? ?week\b|werkweek|werken per week|weekly))?",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"\b(?:uren(?: per week)?|(?:werk|contract)uren|urenaantal|aantal (?:uur|uren)|hours(?: per week)?|omvang|dienstverband)\s*[:=|]\s*(?:min(?:imaal|\.)? |niet minder dan )?(?P<numbers>{_N}(?:{_TO}{_N})?)(?!\d*[.:]\d)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?<!tot een )(?<!rond een )\buur(?:tje)?s? of (?P<numbers>\d{1,2})\b(?! (?:\d|uur))",
    re.IGNORECASE,
)
_LEAST_HOURS = re.compile(
    r"\b(?:niet minder dan|minimaal|minstens|at least|ten minste)\s+(?P<numbers>\d{1,2})\s*(?:uur\s*)?(?:per week|p/?w\b|a week|in de week)",
    re.IGNORECASE,
)
_FTE = re.compile(
    r"(?<![\d.,])[01][.,]\d{1,2}(?:\s*(?:-|–|—|tot)\s*[01][.,]\d{1,2})?\s*fte\b|\b1\s*fte\b",
    re.IGNORECASE,
)
_FACTOR = re.compile(
    r"\b(?:wtf|werktijdfactor|betrekkingsomvang)\W{0,3}(?:van )?(?P<numbers>[01][.,]\d{1,4}(?:\s*(?:-|–|—|tot)\s*[01][.,]\d{1,4})?)",
    re.IGNORECASE,
)
_TIMES_HOURS = re.compile(  # "twee keer per week drie uur", "3 x 4 uur"
    r"\b(?P<times>[1-6]|twee|drie|vier|vijf|two|three)\s*(?:x|keer|maal|times)\s*(?:per week |in de week )?(?P<each>[2-8]|twee|drie|vier|vijf|zes)\s*(?:uur|uren|hours)\b(?! per week)",
    re.IGNORECASE,
)
_COUNTS = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "two": 2, "three": 3}
_DAYS = re.compile(
    r"\b(?:[1-5]|twee|drie|vier|vijf|two|three|four|five)(?:\s*(?:-|à|tot|of|or)\s*(?:[1-6]|drie|vier|vijf|four|five))?\s*(?:hele |halve |werk)?"
    r"(?:dagen|days)\b(?:\s*(?:per week|in de week|p/?\.?w\.?|a week))",
    re.IGNORECASE,
)
_FULL = re.compile(r"\b(?:full[ -]?time|voltijdse?)\b(?!\s*\))", re.IGNORECASE)
_PART = re.compile(r"(?<!ook )(?<!mogelijk )\b(?:part[ -]?time|deeltijdse?)\b", re.IGNORECASE)
_CLOCK_BEFORE = re.compile(
    r"\b(?:binnen|om|na|rond|elke|ieder|laatste|eerste|uiterlijk|sluit|start|begin|klaar|tot|voor|vanaf|van|tussen|from|between|within|after|at)\s*$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"^\s*(?:per dag|per nacht|'s|’s|smorgens|snachts|savonds|bereikbaar|geleden|van tevoren|per maand|per jaar|vakantie|verlof|reactie|open|service|pauze|reistijd|reizen|rijden|a day|training|stage|opleiding|naar school|school|zorg|economie|hulp|opvang|beschikbaar|paraat|adv|atv)",
    re.IGNORECASE,
)
_BASIS = re.compile(
    r"\b(?:op basis van|o\.?b\.?v\.?|based on|bij)(?: een)?(?: \w+)?\s*$", re.IGNORECASE
)


def hours(lines: Sequence[Line], text: str) -> Reading | None:
    """Hours a week. What says "per week" counts before a bare number, and hours before days."""
    found: list[tuple[int, Reading]] = []
    for line in lines:
        if line.role in ("firm", "apply"):
            continue
        for weight, pattern in _WEIGHED:
            for match in pattern.finditer(line.words):
                value = _value(line, match, pattern)
                after = line.words[match.end() :]
                if value and not (pattern is _DAYS and _OTHER.match(after)):
                    week = pattern is _HOURS and _is_week(match)
                    found.append((weight + (3 if week else 0), at(list(value), line, match, text)))
    if found:
        return max(found, key=lambda each: (each[0], -each[1].start))[1]
    return _named(lines, text)


_WEIGHED = (
    *(
        (3, _FTE),
        (3, _FACTOR),
        (6, _TIMES_HOURS),
        (4, _LABELLED),
        (2, _HOURS),
        (2, _ABOUT),
        (5, _LEAST_HOURS),
        (1, _DAYS),
    ),
)


def _value(line: Line, match: re.Match[str], pattern: re.Pattern[str]) -> tuple[int, int] | None:
    if pattern is _HOURS:
        return _weekly(line, match)
    if pattern is _TIMES_HOURS:
        times, each = (
            _COUNTS.get(match[side].lower()) or int(match[side]) for side in ("times", "each")
        )
        return times * each, times * each
    if pattern is _FACTOR:
        return _plain(f"{match['numbers']} fte")
    if pattern is _LEAST_HOURS:
        return _plain(f"minimaal {match['numbers']} uur")
    return _plain(f"{match['numbers']} uur" if pattern is _ABOUT else match[0])


def _is_week(match: re.Match[str]) -> bool:
    return bool(match["week"]) or re.search(r"urige|urenweek", match[0].lower()) is not None


def _plain(words: str) -> tuple[int, int] | None:
    return understanding.hours(words)


def _weekly(line: Line, match: re.Match[str]) -> tuple[int, int] | None:
    before, after = line.words[: match.start()], line.words[match.end() :]
    week = _is_week(match)
    numbers = [understanding.plain(n) for n in re.findall(_N, match["numbers"])]
    values = sorted(round(float(n.replace(",", "."))) for n in numbers)
    if not values or _BASIS.search(before) or _OTHER.match(after):
        return None
    if not week and _is_clock(before, match, values):
        return None
    about = (match["about"] or "").lower()
    if len(values) == 1 and about:
        if not week and not about.startswith(("mi", "ma", "at")):
            return None  # "tot 17 uur"
        return understanding.hours(f"{about} {values[0]} uur")
    low, high = values[0], values[-1]
    return (low, high) if 1 <= low <= high <= 60 else None


def _is_clock(before: str, match: re.Match[str], values: list[int]) -> bool:
    """Whether bare numbers are a time of the day, or too few or many for a week."""
    if len(values) > 1 and values[0] >= 24 and values[-1] <= 50:
        return False
    if not 6 <= values[-1] <= 40 or values[0] < 4:
        return True
    if values[-1] > 24 and len(values) > 1:
        return False
    contract = re.search(
        r"\b(?:contract|baan|dienstverband|functie|werkweek)\s+(?:van|voor)\s*$", before.lower()
    )
    if re.search(r"\b(?:tussen|between)\s+de\s*$", before.lower()) or contract:
        return False
    return bool(_CLOCK_BEFORE.search(before))


def _named(lines: Sequence[Line], text: str) -> Reading | None:
    """What "fulltime" or "parttime" stands for; of both at once a person must say which."""
    full = [(line, m) for line in lines for m in _FULL.finditer(line.words) if line.role != "firm"]
    part = [(line, m) for line in lines for m in _PART.finditer(line.words) if line.role != "firm"]
    if bool(full) == bool(part):
        return None
    line, match = (full or part)[0]
    if re.search(
        r"(?:obv|o\.b\.v\.|basis van|bij) (?:een )?$", line.words[: match.start()].lower()
    ):
        return None
    value = understanding.hours(match[0])
    return at(list(value), line, match, text) if value else None


_H = r"\d{1,2}(?:(?:[:.u]\d{2})(?:\s*(?:uur|u|h))?|\s*(?:uur|u|h|am|pm)\b)?"
_CLOCK = re.compile(
    rf"(?P<van>\b(?:van|tussen|from|between|om|vanaf)\s+)?(?<![\d.,€-])(?P<a>{_H})(?:\s*(?:-|–|/|tot|en|to|and)\s*(?:een uur of )?|[^.\n\d]{{1,22}}?\b(?:tot|klaar om|is om|eindig(?:t|en) om|stopt om|until|till)\s+)(?P<b>{_H})",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bvanaf\s+(?P<a>\d{1,2}[:.]\d{2})(?!\s*(?:tot|-|–))", re.IGNORECASE)
_LATE = 16  # o'clock; work that begins then goes into the evening
_PARTS = (
    (
        r"over ?dag|dag-? ?dienst(?:en)?|dag-(?=\s*(?:,|en|/|of|\w+ ?en))|kantoor(?:uren|tijden)|office hours|during the day|day ?(?:time|shifts?)|schooltijden|schooluren|doordeweeks overdag",
        "morning afternoon",
    ),
    (
        r"(?:\w*dag)?(?:ochtend|morgen)(?:en|s|dienst(?:en)?)?(?=\b|-)|['’]?\s?s ?(?:ochtends|morgens)|vroege dienst(?:en)?|mornings?|early shifts?",
        "morning",
    ),
    (r"(?:\w*dag)?middag(?:en|s|dienst(?:en)?)?(?=\b|-)|afternoons?", "afternoon"),
    (
        r"(?:\w*dag|koop)?avond(?:en|s|dienst(?:en)?|uren)?(?=\b|-)|['’]?\s?s ?avonds|late dienst(?:en)?|evenings?|late shifts?",
        "evening",
    ),
    (r"nacht(?:en|s|dienst(?:en)?|ploeg)?(?=\b|-)|['’]?\s?s ?nachts|nights?(?: shifts?)?", "night"),
    (
        r"(?:(?:ma|di|wo|do|vr)\b[ ,/&-]{1,3}(?:t/m |tot |en )?){1,5}(?:za|zo)\b|za (?:en|&|/) zo\b",
        "weekend",
    ),
    (
        r"week-?end(?:en|s|dienst(?:en)?)?(?=\b|-)|zaterdag\w*|zondag\w*|saturdays?|sundays?",
        "weekend",
    ),
    (r"(?:2|twee)[- ]?ploegen\w*", "morning afternoon evening"),
    (r"(?:3|drie)[- ]?ploegen\w*", "morning afternoon evening night"),
    (r"(?:5|vijf)[- ]?ploegen\w*|volcontinu\w*", "morning afternoon evening night weekend"),
)
_PART_WORDS = [
    (re.compile(rf"(?<![\w'’])(?:{p})(?![\w]*-?vrij)", re.IGNORECASE), parts.split())
    for p, parts in _PARTS
]
_NOT_WORK = re.compile(
    r"\bvrij\b|\bvrije\b|thuis\b|borrel|\bopen\b|geopend|openingstijd|\bbel\b|bellen|bereik|\bov\b|vandaag|toeslag|per dag|goede(?:morgen|middag|navond)|morgen (?:beginnen|starten)|solliciteer|reageer|kijk|inloop|gesprek|kennismak|tot en met .{3,20} (?:reageren|solliciteren)|rijbewijs|uitje|barbecue|lunch op|sportles|yoga|free\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:geen|niet|nooit|no|never|not)\b(?:\s+(?:in|op|werken in|meer|the|het|de|during|on))*\s*$",
    re.IGNORECASE,
)
_LEAST = 2.0  # hours of work in a part of the day, or it is not named after it
_ORDER = ("morning", "afternoon", "evening", "night", "weekend")


def times(lines: Sequence[Line], text: str) -> Reading | None:
    """Parts of the day that are named or that clock times cover; days alone say too little."""
    found = [each for line in lines for each in _times_in(line, text)]
    if not found:
        return None
    parts = {part for each in found for part in each.value}
    first = min(found, key=lambda each: each.start)
    return Reading([p for p in _ORDER if p in parts], first.words, first.start, first.end)


def _times_in(line: Line, text: str) -> Iterator[Reading]:
    if line.role in ("firm", "apply"):
        return
    for start, end in _clauses(line.words):
        clause = line.words[start:end]
        if _NOT_WORK.search(clause):
            continue
        for match in _CLOCK.finditer(clause):
            covered = _covered(match)
            if covered:
                here = line.start + start
                yield reading(covered, text, here + match.start(), here + match.end())
        late = _FROM.search(clause)
        if late and _LATE <= _clock(late["a"]) < 24:
            here = line.start + start
            yield reading(["evening"], text, here + late.start(), here + late.end())
        for pattern, parts in _PART_WORDS:
            for match in pattern.finditer(clause):
                if not _DENIED.search(clause[: match.start()]):
                    here = line.start + start
                    yield reading(parts, text, here + match.start(), here + match.end())


def _clauses(words: str) -> list[tuple[int, int]]:
    """Parts of a sentence between commas; a comma before a time belongs to it."""
    cuts = [0, *(m.end() for m in re.finditer(r",(?!\d)|\(", words)), len(words)]
    return list(pairwise(cuts))


def _covered(match: re.Match[str]) -> list[str]:
    """Parts of the day between two clock times; two bare numbers are no times."""
    about = re.search(r"\buur of \d", match[0], re.IGNORECASE)
    if not about and not re.search(r"[:.u]\d{2}|uur|u\b|am\b|pm\b", match["b"], re.IGNORECASE):
        return []
    start, end = (_clock(match[side]) for side in ("a", "b"))
    bare = not re.search(r"[:.u]\d{2}|uur|u\b|am|pm", match["a"]) and not re.search(
        r"[:.]", match["b"]
    )
    if start > 24 or end > 24 or (bare and not match["van"]) or start == end:
        return []
    end = end if end > start else end + 24
    spans = (("morning", 6, 12), ("afternoon", 12, 18), ("evening", 18, 23), ("night", 23, 30))
    return [name for name, low, high in spans if min(end, high) - max(start, low) >= _LEAST]


def _clock(words: str) -> float:
    """Hours since midnight: "16.30" is 16.5 and "9 pm" is 21."""
    said = re.match(r"(\d{1,2})(?:[:.u](\d{2}))?", words)
    hour = int(said[1]) + int(said[2] or 0) / 60 if said else 0.0
    return hour + 12 if "pm" in words.lower() and hour < 12 else hour
