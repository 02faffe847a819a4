"""Facts named inside a sentence, each with where it stands: only what is plainly said.

"ik zoek werk in haarlem, 20 uur, niet 's nachts" names a town, hours and times. What a bare answer
to one question means ("3", "goed") is not read here; see utterance.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from services import places
from services.places.text import places_in
from services.understanding import levels, names, numbers
from services.understanding.days import day
from services.understanding.licences import licence
from services.understanding.means import means
from services.understanding.times import only_days_denied, times
from services.understanding.week import hours

LONGEST = 400  # signs that are read; a longer text is no sentence


class Fact(NamedTuple):
    """A value of a field, and where its words stand."""

    field: str
    value: Any
    start: int
    end: int


_PRE = (
    r"(?:'?s|in|op|de|het|alleen|niet|geen|nooit|liever|liefst|ook|elke|en|of|maar|wel|only|not"
    r"|no"
    r"|the|at|on|in|ook|kan|behalve|door|van|vanaf|tot|t/m)"
)
_TIME = (
    r"(?:(?:'?s[- ]?)?(?:och?tends?|och?tens|morgens|middags?|avonds?|avondts?|nachts?)"
    r"|ochtenden|middagen|avonden|nachten|overdag|weekend\w*|weekeinde\w*|doordeweeks?"
    r"|door de weeks?|(?:avond|nacht|weekend|dag|ochtend)(?:werk|dienst(?:en)?|baan|uren)"
    r"|ploegendienst\w*|schooltijd\w*|schooluren|kantooruren|kantoortijd\w*"
    r"|(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en|s)?"
    r"|mornings?|afternoons?|evenings?|nights?|weekends?|weekdays?|daytime|during the day"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|ma t/m (?:vr|za|zo)"
    r"|van (?:half )?\d{1,2}(?:[:.]\d\d)? tot (?:half )?\d{1,2}(?:[:.]\d\d)?(?! ?uur per))"
)
_WORK = (
    r"\d{1,2}(?: ?(?:-|–|tot|a|à|of|to) ?(?:de )?\d{1,2})? ?\+? ?(?:uur|uren|uurtjes|hours?|hrs?)\b"
)
_DATE = (
    r"\d{1,2}[-/ ]\w|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober"
    r"|november|december|direct|zsm|meteen|morgen|volgende|komende|over |week \d|maand|next"
    r"|immediately|tomorrow|nu\b|now\b"
)
_BEFORE_HOURS = (
    r"(?:(?:max\w*|min\w*|ongeveer|zo'n|rond(?: de)?|hooguit|minstens|tussen(?: de)?|meer dan"
    r"|minder dan|niet meer dan|niet minder dan|liefst|liever) )?"
)
_LICENCE = (
    r"(?:\b(?:geen|nog|niet|een|mijn|groot|ook|wel|nu|no|be?|ce?|d|auto|vrachtwagen) )*"
    r"\b(?:auto|vrachtwagen|brom\w*|motor)?-?(?:rijbewijs|driving licen[cs]e)\b"
    r"(?:(?: (?:en|of|,))? (?:am|be?|ce?|d|t)\b)*(?: (?:niet|gehaald|verlopen|kwijt))?"
)
_MEANS = (
    r"(?:e-?bike|(?:bak|e-?)?fiets|brommer|scooter|bromfiets|motor|auto|ov|bus|trein|openbaar"
    r" vervoer|bike|bicycle|car|train)"
)
_TRAVEL = (
    r"(?:heb|hebben|have|met|op|pak|neem|kom|by|zonder)(?: (?:ook|wel|alleen|een|de|het|mijn|geen"
    rf"|my|a|no|eigen|nu|m'n|mn))* {_MEANS}(?:(?: (?:en|of|and|or))(?: een"
    rf"| de)? {_MEANS})*\b(?!')"
)
_LIMIT = (
    r"(?:(?:reistijd|reizen|reis|travel)\b(?: (?:mag|is|van|max\w*|hooguit|tot|naar|ook|wel|maar"
    r"|duren|time|can|be|best)){0,4} (?:een|1|één|an|one|2|twee) (?:uur|hour)\b)"
    r"|(?:(?:max\w*|hooguit|binnen|niet (?:meer|langer) dan|ongeveer|tot) )?"
    r"(?:\d{1,3} ?min(?:uten|utes|uut)?\b|(?:een )?half ?uur(?:tje)?\b|(?:3|drie) kwartier\b"
    r"|anderhalf uur\b|(?:een )?kwartier\b|(?:een|1|2|twee|an|one) (?:uur|hour) (?:reis\w*"
    r"|reizen|travel\w*))"
)
_DUTCH = (
    r"(?:(?:spreek|praat|speak|versta|begrijp|mijn|kan|ben)\b[^,.;]{0,25})?\b(?:nederlands"
    r"|dutch)\b"
    r"(?: (?:is|gaat|spreek ik|heel|nog|niet|goed|slecht|zo|wel|redelijk|een|beetje|matig))*"
)
_NEW_HOME = (
    r"(?:woonachtig|woon|wonen|woonplaats|verhuisd?|verhuizen|verhuis|postcode|live|living|moved)"
    r"(?: (?:is|nu|in|te|naar|momenteel|to|bij|op|nog|net|ben))*:? (?P<place>[^,.;!?\n]{2,40})"
)
_ONE_DAY = re.compile(
    r"(?:(?:op|vanaf|van|per|on) )?(?:\w+dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_ON_A_DATE = re.compile(
    r"\b(?:begin|beginnen|start|starten|volgende|komende|aanstaande|over|week|next|vanaf|gesprek"
    r"|afspraak)\b[^.;!?]{0,30}$"
)
_NOT_HOURS = re.compile(r"(?:om|vanaf|na|from|at|after)\s+$")
_AFTER_PLACE = re.compile(r"\s+(?:en|maar|met|and|but|dus|want|omdat|ik)\s.*$")
_INTRO = re.compile(r"\b(?:in|uit|te|nabij|omgeving|regio|rond|near|around)\s+$", re.IGNORECASE)
_WORKS = re.compile(r"^\s+(?:werk|werken|gewerkt|werkte|aan het werk|work)\b", re.IGNORECASE)
_HOME = re.compile(rf"\b{_NEW_HOME}")


def facts(words: str, today: date, near: str | None = None) -> Iterator[Fact]:
    """Every fact that a sentence names, of each field the first; they may overlap."""
    words = words[:LONGEST]
    low = words.lower() if len(words.lower()) == len(words) else words
    named = names.introduced(words)
    if named is not None:
        yield Fact("name", *named)
    yield from _home(words, low, near)
    yield from _hours(low)
    yield from _runs(
        "times", rf"(?:\b{_PRE} )*(?<!\w){_TIME}\b(?:(?: ?, ?| )(?:{_PRE} )*{_TIME}\b)*", low
    )
    yield from _runs("licence", _LICENCE, low)
    yield from _runs("travel", rf"\b{_TRAVEL}", low)
    yield from _runs("limit", rf"\b{_LIMIT}", low)
    yield from _runs("dutch", _DUTCH, low)
    yield from _start(low, today)


def _parts(run: str) -> list[str] | None:
    """Parts of the day; None for only a day that is impossible, which tells no part of the day."""
    if only_days_denied(run):
        return None
    found = times(run)
    order = ("morning", "afternoon", "evening", "night", "weekend")
    return [part for part in order if part in found.parts] if found else None


_READERS: dict[str, Callable[[str], Any]] = {
    "times": _parts,
    "licence": licence,
    "travel": means,
    "limit": numbers.minutes,
    "dutch": levels.dutch,
}


def _runs(field: str, pattern: str, low: str) -> Iterator[Fact]:
    """Where a pattern stands, read; what is only denied has no value, and is taken all the same."""
    for said in re.finditer(pattern, low):
        if field == "times" and _is_a_date(low, said):
            continue
        yield Fact(field, _READERS[field](said[0].strip()), *said.span())


def _is_a_date(low: str, said: re.Match[str]) -> bool:
    """Is it a day, and no time to work: "ik begin maandag bij de bakker"?"""
    one = _ONE_DAY.fullmatch(said[0].strip())
    return bool(one and _ON_A_DATE.search(low[: said.end()]))


def _hours(low: str) -> Iterator[Fact]:
    for said in re.finditer(
        rf"\b{_BEFORE_HOURS}(?<![\d:.,-]){_WORK}(?: (?:per|p|in de|a) ?week)?"
        r"|\b(?:full|part|ful|par)-? ?ti[mn]e?\b|\bvoltijd\b|\bdeeltijd\b"
        r"|\b(?:\d|een|twee|drie|vier|vijf)(?:,5|½)? (?:hele |halve )?dagen(?: (?:per|in de"
        r"|a) week)?"
        r"|(?<!\d)\d?[.,]?\d ?fte\b",
        low,
    ):
        value = hours(said[0])
        if value is not None and value[1] >= 4 and not _NOT_HOURS.search(low[: said.start()]):
            yield Fact("hours", list(value), *said.span())


def _start(low: str, today: date) -> Iterator[Fact]:
    for said in re.finditer(
        rf"\b(?:per direct|zsm|zo snel mogelijk|as soon as possible)\b"
        rf"|\b(?:beginnen?|starten?|begin|start|beschikbaar|vanaf|available|per|from|pas"
        rf"|niet (?:voor|eerder dan))\b"
        rf"[^,.;]{{0,12}}(?:{_DATE})[^,.;]{{0,20}}"
        rf"|\b(?:kan|can)\b[^,.;]{{0,8}}(?:{_DATE})[^,.;]{{0,12}}\b(?:beginnen|starten|start"
        rf"|begin)\b",
        low,
    ):
        found = day(said[0], today)
        if found is not None and found >= today:
            yield Fact("start", found.isoformat(), *said.span())


def _home(words: str, low: str, near: str | None) -> Iterator[Fact]:
    said = _HOME.search(low)
    if said is not None:
        text = _AFTER_PLACE.sub("", said["place"])
        found = places.find_place(text, near=near)
        if len(found) == 1:
            yield Fact("home", found[0].code, said.start(), said.start("place") + len(text))
            return
    for place, start, end in places_in(words):
        before, after = words[max(0, start - 12) : start], words[end : end + 20]
        intro = _INTRO.search(before)
        alone = len(places.find_place(words[start:end], near=near)) == 1
        if alone and (intro or place.pc4) and not _WORKS.match(after):
            begins = start - len(before) + intro.start() if intro else start
            yield Fact("place", place.code, begins, end)
            return
