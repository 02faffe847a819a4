"""When, under which contract and where the work is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from services import places, understanding
from services.adverts.model import Line, Reading, at, reading, several

_MONTH = r"(?:jan|feb|maart|mrt|march|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)\w*\.?"
_DAY = (
    rf"(?:\d{{1,2}}(?:e|ste|de|st|th|nd)? (?:of )?{_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|th|nd)?(?!\d)"
    rf"|(?:begin|half|medio|midden|eind|mid|early|late) {_MONTH}(?: \d{{4}})?|\d{{1,2}}[-/]\d{{1,2}}(?:[-/]\d{{2,4}})"
    rf"|{_MONTH}(?: \d{{4}})?|week \d{{1,2}}(?: (?:van )?20\d\d)?|de zomer|na de zomer|volgende (?:week|maand)|next (?:week|month)|maandag \d{{1,2}} {_MONTH})"
)
_SOON = r"per direct|z\.?s\.?m\.?(?!\w)|zo snel mogelijk|zo spoedig mogelijk|direct beschikbaar|direct beginnen|meteen beginnen|meteen starten|direct starten|direct aan de slag|immediate(?:ly)?(?: start)?|as soon as (?:possible|you can)|asap|(?:per )?onmiddellijk(?:e (?:opstart|start|indiensttreding))?|immediate start|zsm\b|op korte termijn"
_START = re.compile(
    rf"\b(?:(?P<soon>{_SOON})|(?:per|vanaf|m\.?i\.?v\.?|met ingang van|start(?:datum|t|en)?|begin(?:datum|nen|t)?|ingang(?:sdatum)?|indiensttreding|in dienst|starting|from|as of|start date)\b\s*:?\s*(?:op |per |vanaf |in |on |from |is )?(?:(?:na|after) [^.\n\d]{{3,25}}?, ?)?(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag )?(?P<day>{_DAY}))",
    re.IGNORECASE,
)
_NOT_START = re.compile(
    r"sinds|since|verhui|verhuiz|reageer|reactie|sollicit|contact|bel ons|apply|sluit|geopend|opent|(?:gaan|neem).{0,30}(?:contact|op)",
    re.IGNORECASE,
)


def start(lines: Sequence[Line], text: str, today: date) -> Reading | None:
    """When somebody can begin; a named day counts before "zo snel mogelijk"."""
    found: list[tuple[bool, Reading]] = []
    for line in lines:
        if line.role == "firm" or _NOT_START.search(line.words):
            continue
        for match in _START.finditer(line.words):
            said = match["day"] or match["soon"]
            soon = bool(match["soon"])
            day = today if soon else understanding.day(said, today)
            if day is not None and day >= today:
                found.append((soon, at(day.isoformat(), line, match, text)))
    return min(found, key=lambda each: (each[0], each[1].start))[1] if found else None


_FIXED_END = r"(?:\d{1,2}|een|één|twee|drie|zes|zeven|twaalf|half|one|six|seven)"
_CONTRACTS = tuple(
    (code, re.compile(rf"(?<!\w)(?:{pattern})", re.IGNORECASE))
    for code, pattern in (
        (
            "learn",
            r"bbl\b|leerbaan|leer-?werk(?:plek|baan|traject|overeenkomst)\w*|leren en werken|werken en leren|apprentice\w*|leerwerkplek",
        ),
        (
            "agency",
            r"uitzend(?:basis|contract|kracht|baan|werk|overeenkomst)\w*|via (?:het |ons |een )?uitzendbureau|op interimbasis|(?:interim|uitzend)periode|detacheringsbasis|fase a\b|agency contract|via (?:our|an|the) agency|interim ?contract|temp agency",
        ),
        (
            "on-call",
            r"op ?roep(?:basis|contract|kracht\w*|baan)|(?:nul|0) ?-?uren ?-?contract|flexcontract|zero[- ]?hours?|min-?max ?-?contract|on[- ]call|invalkracht|op afroep",
        ),
        (
            "fixed",
            rf"(?:contract(?:vorm|type)?|dienstverband)\s*:\s*(?:fulltime,? |parttime,? )?(?:tijdelijk|jaar|temporary|\d{{1,2}} maanden)|tijdelijk (?:voor|tot)\b|tijdelijk(?:e)? (?:contract|baan|dienstverband|functie|aanstelling)|contract (?:voor |van )?bepaalde (?:tijd|duur)|bepaalde (?:tijd|duur)|jaar ?contract|half ?jaar ?contract"
            rf"|(?:contract|aanstelling|dienstverband) (?:voor|van) (?:minimaal |de duur van )?{_FIXED_END} (?:maanden|jaar|months|year)|ter vervanging|een vervanging|(?:zwangerschaps|ziekte)(?:vervanging|verlof)|(?:eerst|beginnend?) (?:met |voor )?(?:een |1 )?(?:half ?jaar|jaar(?!contract)|(?:6|zes|7|zeven) maanden)\b|vakantiewerk|seizoen(?:s)?(?:werk|contract|baan|kracht)\w*|vakantiekracht\w*|temporary (?:contract|position|job)|fixed[- ]term|\d{{1,2}}[- ]maanden ?contract|\d{{1,2}}[- ](?:month|year) contract|(?:one|two|six)[- ](?:month|year) contract",
        ),
        (
            "permanent",
            r"(?:contract(?:vorm|type)?|dienstverband)\s*:\s*(?:direct |meteen )?(?:vast|permanent|onbepaald)|vast(?:e)? (?:contract|baan|dienstverband|aanstelling|job)|(?:on|ón)bepaalde (?:tijd|duur)|(?:direct|meteen) (?:een )?vast|vast in dienst|permanent (?:contract|position|job)|direct in dienst|vaste aanstelling|open-ended contract|voor vast\b",
        ),
    )
)
_LATER = re.compile(
    r"uitzicht|kans|later|perspectief|mogelijk|daarna|intentie|zicht op|optie|bij goed|vervolgens|na (?:\d+|een|drie|zes) (?:maand|jaar|week|weken)|chance|prospect|possibility|possible",
    re.IGNORECASE,
)
_LATER_AFTER = re.compile(
    r"^[^,.]{0,12}\b(?:mogelijk|later|na (?:\d|drie|zes|een (?!proef))|is (?:ook )?mogelijk|in zicht|in het vooruitzicht|tot de mogelijkheden)",
    re.IGNORECASE,
)


def contract(lines: Sequence[Line], text: str) -> Reading | None:
    """The kind of contract one starts with; "uitzicht op vast" is no permanent one."""
    for code, pattern in _CONTRACTS:
        for line in lines:
            match = pattern.search(line.words)
            if match is None or line.role in ("firm", "apply"):
                continue
            before, after = line.words[: match.start()], line.words[match.end() :]
            if re.search(r"\b(?:geen|niet|no)\s+(?:een\s+)?$", before.lower()):
                continue
            if _LATER_AFTER.match(after) or (code == "permanent" and _LATER.search(before)):
                continue
            return at(code, line, match, text)
    return None


_AT_WORK = re.compile(
    r"(?:standplaats(?:en)?|locaties?|werkplek(?:ken)?|werklocaties?|vestiging(?:en)?|winkels?|filia(?:al|len)|regio|omgeving|gevestigd|adres|plaats|werkplaats|location)\W*(?:is|in|te|van)?\W*$"
    r"|\b(?:in|te|at|nabij|centrum van|hartje|hart van)\s*(?:de\s+)?$",
    re.IGNORECASE,
)
_WORKPLACE = re.compile(  # what nothing else is meant by
    r"\b(?:standplaats(?:en)?|werklocaties?|werkplek(?:ken)?|werkplaats|locaties?|vestiging(?:en)?|locations?|filia(?:al|len)|winkel in)\b[^.\n:]{0,25}[:|]?\s*(?:is|in|te)?\W*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:,|\s|/|&|\||\(\w{2,12}\)|\b(?:en|of|and|or|een|één|in|te|at|one|\d)\b){1,12}",
    re.IGNORECASE,
)
MOST_PLACES = 5
_ELSEWHERE = re.compile(
    r"\b(?:tussen|naar|vanuit|woont in|woon je in|wonen in|buurt van|van \w+ tot|hoofdkantoor[^.]{0,15} in|klanten in|ook in)\s*(?:[A-Z][\w-]+(?:,| en| of| tot)\s*)*$"
)


def place(lines: Sequence[Line], text: str) -> tuple[Reading | None, Reading | None]:
    """Where the work is, and else the places between which somebody has to choose.

    What is called the workplace counts first, then the town in the headline, then one that stands
    where a workplace stands, then any.
    """
    named = list(_places(lines, text))
    tops = [line.start + len(line.words) for line in lines[:2]]
    for group in (
        [r for r, telling in named if telling > 2],
        *([r for r, telling in named if telling > 0 and r.start < top] for top in tops),
        [r for r, telling in named if telling > 1],
        [r for r, telling in named if telling > 0],
        [r for r, telling in named if telling >= 0],
    ):
        towns = {_town(r.value) for r in group}
        if len(towns) == 1:
            return _narrowest(named, towns.pop()), None
        if towns:
            return None, _enumerated(group, text)
    return (None if named else _in_small_letters(lines, text)), None


def _enumerated(group: Sequence[Reading], text: str) -> Reading | None:
    """Two to five places in one row: "een in Santpoort, een in Driehuis en een in IJmuiden"."""
    first = list({_town(each.value): each for each in group}.values())
    row = first[:1]
    for each in first[1:]:
        if not _BETWEEN.fullmatch(text[row[-1].end : each.start]):
            break
        row.append(each)
    if len(row) != len(first) or not 1 < len(row) <= MOST_PLACES:
        return None
    return several([(each.value, (each.start, each.end)) for each in row], text)


def _in_small_letters(lines: Sequence[Line], text: str) -> Reading | None:
    """A place in the first line of a text without capitals: "bakker gezocht haarlem"."""
    first = lines[0] if lines else None
    if first is None or any(map(str.isupper, first.words)):
        return None
    found = places.places_in(first.words.title())
    if len(found) != 1 or len(first.words.title()) != len(first.words):
        return None
    town, begin, end = found[0]
    return reading(town.code, text, first.start + begin, first.start + end)


def _town(code: str) -> str:
    known = places.place(code)
    return known.name if known else code


def _narrowest(named: Sequence[tuple[Reading, int]], town: str) -> Reading:
    """Where a town is named with and without its postcode, the one with it."""
    same = [r for r, telling in named if telling >= 0 and _town(r.value) == town]
    return max(same, key=lambda r: (r.value.isdecimal(), -r.start))


def _places(lines: Sequence[Line], text: str) -> Iterator[tuple[Reading, int]]:
    """Places with how telling they are: 3 a workplace, 2 as one, 1 named, 0 of the firm, -1 other.

    One that follows another in a row is as telling: "in Heemstede en Bennebroek".
    """
    firm = [(x.start, x.start + len(x.words)) for x in lines if x.role == "firm"]
    last: tuple[int, int] = (-1, -1)  # where the place before ended, and how telling it was
    for found, begin, end in places.places_in(text):
        telling = _telling(found, begin, end, text)
        if any(a <= begin < b for a, b in firm):
            telling = min(telling, 0)
        if last[1] > telling and _BETWEEN.fullmatch(text[last[0] : begin]):
            telling = last[1]
        last = (end, telling)
        yield Reading(found.code, text[begin:end], begin, end), telling


def _telling(found: places.Place, begin: int, end: int, text: str) -> int:
    before = text[max(0, begin - 40) : begin].rsplit("\n", 1)[-1]
    if _WORKPLACE.search(before) or re.match(r"\s+gevestigd\b", text[end : end + 12]):
        return 3
    if _ELSEWHERE.search(before):
        return -1
    if re.search(r"\w\s*[-/]\s*$", before) and re.match(r"\s*[-/]\s*[A-Z]", text[end:]):
        return -1  # one of a list of regions
    return 2 if _AT_WORK.search(before) or found.pc4 else 1
