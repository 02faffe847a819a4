"""What an advert demands of somebody: licence, level, Dutch, and how many people it wants."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from services import understanding
from services.adverts.model import Line, Reading, at, not_needed, reading, wished

_LICENCE = re.compile(
    r"(?P<big>groot )?\b(?P<short>ce|be|c|b|t|d)?-?(?:rijbewijs|rijbewijzen|trekkerrijbewijs|vrachtwagenrijbewijs|driver'?s?.?s? licen[cs]e|driving licen[cs]e)\b"
    r"(?P<codes>(?:\s*(?:categorie|cat\.|type|code|klasse))?\s*[:(]?\s*(?:(?:AM|BE|CE|C1|DE|B|C|D|T|E)\b(?!-)(?:\s*(?:,|en|\+|/|of|and|or)\s*(?=(?:AM|BE|CE|C1|DE|B|C|D|T|E)\b(?!-)))?)+\)?)?",
    re.IGNORECASE,
)
_ORDER = ("ce", "c", "d", "be", "b", "t")  # what a form can hold, the widest first


# "CE-chauffeur", "Touringcarchauffeur (D)": the licence stands in the name of the work.
_DRIVER = re.compile(
    r"\b(?P<code>CE|C|D)-chauffeurs?\b|\bchauffeurs? (?P<two>CE|C|D)\b|\b\w{0,24}chauffeurs? \((?:rijbewijs )?(?P<three>CE|C|D)\)"
)


def licence(lines: Sequence[Line], text: str) -> Reading | None:
    """The driving licence that is demanded; "none" when the text says it is not needed."""
    found = [each for line in lines for each in _licences(line, text)]
    if found:
        return min(found, key=lambda each: each[0])[1]
    driver = next((m for line in lines[:2] if (m := _DRIVER.search(line.words))), None)
    if driver is None:
        return None
    code = (driver["code"] or driver["two"] or driver["three"]).lower()
    line = next(line for line in lines if driver.string is line.words)
    return at(code, line, driver, text)


def _licences(line: Line, text: str) -> Iterator[tuple[int, Reading]]:
    if line.role in ("firm", "offer", "nice"):
        return
    for match in _LICENCE.finditer(line.words):
        sides = (line.words, match.start(), match.end())
        if re.search(r"(?:scooter|brommer|bromfiets)-? ?rijbewijs|rijbewijs AM\b", line.words):
            continue  # a licence that the dialog does not know, perhaps instead of this one
        near = line.words[max(0, match.start() - 40) : match.end() + 40].lower()
        if re.search(r"\b(?:halen|vergoed\w*|betalen|behalen|haal)\b", near):
            continue
        if not_needed(*sides):
            if match["short"] != "t" and "trekker" not in match[0].lower():
                yield 2, at("none", line, match, text)
        elif not wished(*sides):
            code = _code(match)
            if code:
                yield _ORDER.index(code), at(code, line, match, text)


def _code(match: re.Match[str]) -> str | None:
    """Of "B of BE" the lesser is demanded; of "C/CE" and "C en CE" the wider."""
    said = match[0]
    if match["short"]:
        return match["short"].lower()
    codes = [c.lower() for c in understanding.licences(said) or [] if c.lower() in _ORDER]
    if re.search(r"\bC\s*[+/]\s*E\b", said, re.IGNORECASE):
        return "ce"
    ranked = [code for code in _ORDER if code in codes]
    if not ranked:
        return None
    return ranked[-1] if re.search(r"\b(?:of|or)\b", said.lower()) else ranked[0]


_THINK = r"(?:[ -]*(?:werk|denk|niveau|diploma|opleiding|geschoold|school|level)[\w-]*)?"
_LEVELS = tuple(
    (number, re.compile(pattern, re.IGNORECASE))
    for number, pattern in (
        (
            2,
            r"(?<!leraar )(?<!leerkracht )(?<!assistent )\bbasis(?:onderwijs|school(?=[ -]?(?:diploma|niveau|opleiding)))\b|\bbasisschool (?:afgerond|afgemaakt)",
        ),
        (
            3,
            rf"\bvmbo\b{_THINK}|\bmavo\b|\bmbo[ -]?(?:niveau )?1\b|\blbo\b|\blager secundair\w*|\bentree-?(?:opleiding|diploma)",
        ),
        (
            4,
            rf"\bmbo\b(?![ -]?(?:niveau )?1\b){_THINK}(?:\W{{0,3}}(?:niveau )?[2-4]\b)?|\bhavo\b|\bvwo\b|(?<!lager )\bsecundair onderwijs|(?:diploma|opleiding)[^.,;\n]{{0,40}}\bniveau [2-4]\b|\btso\b|\bbso\b",
        ),
        (5, rf"\bhbo\b{_THINK}|\bbachelor\w*|\bbsc\b|\bhogeschool\w*"),
        (
            6,
            r"\bwo\b(?=[ -]*(?:werk|denk|niveau|diploma|opleiding|master|geschoold))|\b(?:hbo|mbo)\s*/\s*wo\b|\bmaster(?:diploma|opleiding|niveau)?\b(?!class)|\bmsc\b(?! or)|\buniversitair\w*|\buniversity (?:degree|level|diploma)|\bacademisch (?:werk|denk|niveau)\w*",
        ),
    )
)
_NO_SCHOOL = re.compile(
    r"\b(?:diploma'?s?|opleiding|startkwalificatie|papieren|diplomas?|degree)\b|\bno (?:diploma|degree)|\bspecifieke diplomavereisten",
    re.IGNORECASE,
)
_STUDY = re.compile(
    r"bbl|opleiding volgen|wordt? opgeleid|bezig met|student|leerlingen|cursus|stagiair|op het mbo|door(?:leren|groeien)|stage|training",
    re.IGNORECASE,
)


def level(lines: Sequence[Line], text: str) -> Reading | None:
    """The lowest level that is demanded, 1 (none) to 6 (VUM werk- en denkniveau)."""
    for line in lines:
        for match in _NO_SCHOOL.finditer(line.words):
            before = line.words[: match.start()].lower()
            free = re.search(r"\b(?:geen|zonder|no)\s+(?:\w+\s+)?$", before)
            if line.role not in ("firm", "offer") and (free or _without(line.words, match)):
                return at(1, line, match, text)
    for number, pattern in _LEVELS:
        for line in lines:
            said = pattern.search(line.words)
            if said is None or line.role in ("firm", "offer", "task", "nice", "apply"):
                continue
            if wished(line.words, said.start(), said.end()) or _STUDY.search(line.words):
                continue
            if not not_needed(line.words, said.start(), said.end()):
                return at(number, line, said, text)
    return None


def _without(words: str, match: re.Match[str]) -> bool:
    after = words[match.end() :]
    return bool(
        re.match(
            r"^(?: (?:is|zijn|heb je|hoeft))? ?(?:daarvoor |hiervoor )?(?:niet|geen|not)\s+(?:per se )?(?:nodig|vereist|verplicht|noodzakelijk|belangrijk|must|een must|required|needed|necessary)|^(?: \w+){0,2} hoeft niet|^ (?:heb|hoef) je (?:\w+ ){0,3}niet\b",
            after,
            re.IGNORECASE,
        )
    )


_TONGUE = r"(?:nederlands\b(?! (?:bedrijf|team|product|loon|salaris|merk|fabrikaat))|nederlandse taal|dutch\b)"
_LINK = r"(?:\s+(?:en|of|in|van|de|het|je|kennis|beheersing|begrip|schrijft|spreekt|spreken|schrijven|lezen|leest|verstaat|verstaan|begrijpt|mondeling\w*|schriftelijk\w*|communicatieve|vaardigheden|command|knowledge|of|the|level|talenkennis|communicatie|communicator|communiceren|taalkennis|beide|zowel|frans|engels|duits|engelse|franse|duitse|english|french|german|kunnen|praten|uitdrukken)|\s*[,/&])*\s*"
_GOOD = r"(?:goede?|uitstekende?|vloeiende?|vlot|vlotte|prima|perfecte?|good|fluent|excellent|foutloos|uitmuntende?)"
_FAIR = r"(?:redelijke?|voldoende|verstaanbaar|een aardig woordje|behoorlijk|reasonable|basis)"
_MODAL = r"(?:\s+(?:taal|kunnen|spreken|schrijven|en|beheers\w*|spreekt|spreek|schrijft|mondeling|schriftelijk|verstaan|begrijpen|lezen|machtig|in|je|uitdrukken|kan|kunt|is))*\s+"
_DUTCH = tuple(
    (code, re.compile(rf"\b(?:{pattern})", re.IGNORECASE))
    for code, pattern in (
        (
            "none",
            rf"geen {_TONGUE}(?! (?:bedrijf|klant))[^.,]{{0,20}}(?:nodig|geen probleem)|no dutch (?:needed|required|necessary)|geen {_TONGUE}\s*\?",
        ),
        (
            "little",
            rf"(?:een )?(?:klein )?(?:beetje|weinig) {_TONGUE}|basic (?:knowledge of )?dutch|basis(?:kennis)? (?:van het |van de )?{_TONGUE}|a (?:little|bit of) dutch|{_TONGUE}\W+(?:op )?(?:niveau )?a[12]\b",
        ),
        (
            "reasonable",
            rf"{_FAIR}{_LINK}{_TONGUE}|{_TONGUE}{_MODAL}{_FAIR}\b|{_TONGUE}(?: spreekt| spreken)?\W+(?:op )?(?:minimaal )?(?:niveau )?b1\b",
        ),
        (
            "good",
            rf"{_GOOD}{_LINK}{_TONGUE}|{_TONGUE}(?: taal)?{_MODAL}(?:goed|uitstekend|vloeiend|vlot|fluently|well)\b|{_TONGUE}(?: taal)?[^.,;\n]{{0,25}}in woord en (?:geschrift|schrift)|{_TONGUE}\W+(?:op )?(?:minimaal )?(?:niveau )?[bc]2\b",
        ),
    )
)
_ANY_TONGUE = re.compile(_TONGUE, re.IGNORECASE)


_ONLY_WISHED = re.compile(
    r"^(?:nederlands|dutch)\b(?: (?:spreken|kunnen spreken))? (?:is|would be) (?:een |a )?(?:big |grote )?(?:pr[eé]\b|plus|pluspunt|voordeel|nice|handig|mooi|bonus|an advantage)",
    re.IGNORECASE,
)


def dutch(lines: Sequence[Line], text: str) -> Reading | None:
    """How much Dutch is demanded; "je spreekt Nederlands" alone says too little."""
    for line in lines:
        for match in _ANY_TONGUE.finditer(line.words):
            words = line.words
            graded = re.search(r"\w*(?:oede?|loeiende?|ood|luent)\s+$", words[: match.start()])
            if not graded and _ONLY_WISHED.search(words[match.start() :]):
                return at("none", line, match, text)
            if not_needed(words, match.start(), match.end()) and not _little(words):
                return at("none", line, match, text)
    for code, pattern in _DUTCH:
        for line in lines:
            said = pattern.search(line.words)
            if said is None or line.role in ("firm", "offer", "nice"):
                continue
            if not _or_another(said[0], line.words[said.end() :]) and not wished(
                line.words, said.start(), said.end()
            ):
                return at(code, line, said, text)
    return None


def _or_another(said: str, after: str) -> bool:
    """Whether another language will do as well: "Nederlands of goed Engels"."""
    other = re.match(r"\s*(?:of|or|/)\s*(?:\w+ )?(?:engels|english|duits)", after.lower())
    return bool(other or re.search(r"(?:engels|english)\s*(?:of|or|/)", said.lower()))


def _little(words: str) -> bool:
    return bool(
        re.search(
            r"beetje|weinig|perfect|foutloos|vloeiend|goed nederlands|basic|little|fluent",
            words.lower(),
        )
    )


_NUMBERS = {
    **{"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "acht": 8, "tien": 10},
    **{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6},
}
_COUNT = rf"(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)})"
_POSITIONS = re.compile(
    rf"(?:\b(?:zoek(?:en|t)?|gezocht:?|looking for|hiring|plek voor|plaats voor|ruimte voor|vacatures? voor)(?:\s+(?:wij|we|nog|per direct|nu|z\.s\.m\.|naar|direct))*\s+{_COUNT}x?\s+"
    r"(?!uur|u\b|dagen|jaar|hours|days|years|t/m|tot\b|-|–|à|weken|maanden|km|euro|avonden|ochtenden|middagen|keer|x\b|of\b|per\b)(?:[a-zé'-]+\s+){0,3}?[a-zé'-]{3,}"
    rf"|\b(?:aantal (?:vacatures|plekken|plaatsen|posities)|positions|vacancies)\s*:\s*(?P<m>\d{{1,2}})\b|(?<![\w.,])(?P<x>\d{{1,2}}) ?x (?=[a-z]{{5,}})|(?<![\w.,])(?P<p>\d{{1,2}}) (?:vacatures|plekken|arbeidsplaatsen|open positions)\b)",
    re.IGNORECASE,
)


def positions(lines: Sequence[Line], text: str) -> Reading | None:
    """How many people are wanted, when that is said in a number."""
    for line in lines:
        if line.role == "firm":
            continue
        for match in _POSITIONS.finditer(line.words):
            said = next(g for g in (match["n"], match["m"], match["x"], match["p"]) if g).lower()
            count = _NUMBERS.get(said) or int(said)
            if 1 <= count <= 50:
                begin, end = line.start + match.start(), line.start + match.end()
                return reading(count, text, begin, end)
    return None
