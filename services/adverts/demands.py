"""What an advert asks of somebody: level, licence, Dutch, skills; and what it is open to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from services import understanding, vocabulary
from services.adverts.model import Line, Reading

NICE = re.compile(
    r"\bpr[eé]\b|\bpre\b|is een plus|pluspunt|mooi meegenomen|voordeel|bij voorkeur|liefst|handig|nice to have|an advantage|a plus|wenselijk|\bgewenst",
    re.IGNORECASE,
)
NOT_NEEDED = re.compile(
    r"(?:is |zijn )?(?:niet|geen) (?:nodig|vereist(?:e)?|verplicht|noodzakelijk|belangrijk|must)|hoeft niet|niet per se|not (?:needed|required|necessary)"
    r"|no .{3,25} (?:needed|required|necessary)|maakt niet uit|leren we je|leer je bij ons|leer je van ons|wij leren|we leren|krijg je bij ons|zorgen wij voor|halen bij ons|op onze kosten",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\bje (?:hebt|bent|kunt|kan|beschikt|spreekt|vindt|weet|houdt)|\bjij (?:hebt|bent|kunt|kan)|\bheb je|\bben je|\bkun je|in het bezit|ervaring (?:met|als|in)"
    r"|vereist|\bnodig\b|verplicht|wij vragen|we vragen|je moet|moet je|must have|you (?:have|are|can)|noodzakelijk|diploma|certificaat|in bezit|verwachten",
    re.IGNORECASE,
)


def _reading(value: object, line: Line, match: re.Match[str], text: str) -> Reading:
    begin, end = line.start + match.start(), line.start + match.end()
    return Reading(value, text[begin:end], begin, end)


_ORDER = ("ce", "c", "d", "be", "b", "t", "am")


def licence(lines: Sequence[Line], text: str) -> Reading | None:
    """The driving licence that is demanded; "none" when the text says it is not needed."""
    for line in lines:
        match = re.search(
            r"(?:groot |b-?)?rijbewijs[^.\n]{0,40}|driver'?s? ?licen[cs]e[^.\n]{0,20}|driving licen[cs]e[^.\n]{0,20}",
            line.words,
            re.IGNORECASE,
        )
        if match is None:
            continue
        if re.search(
            r"geen (?:groot )?$|zonder $", line.words[: match.start()].lower()
        ) or NOT_NEEDED.search(match[0]):
            return _reading("none", line, match, text)
        if NICE.search(line.words) or re.search(r"halen|vergoed|betalen", line.words.lower()):
            continue
        codes = understanding.licences(_clear(match[0]))
        known = [code for code in _ORDER if codes and code.upper() in codes]
        if known:
            short = re.match(
                r"[\w' -]*?rijbewijs(?:\s*(?:categorie|type)?\s*\(?(?:AM|BE|CE|C|B|D|T)\b\)?(?:\s*(?:en|/|\+|,)\s*(?:BE|CE|E|C)\b)?)?|.*",
                match[0],
                re.IGNORECASE,
            )
            begin = line.start + match.start()
            end = begin + len((short or match)[0].rstrip())
            return Reading(known[0], text[begin:end], begin, end)
    return None


def _clear(words: str) -> str:
    return re.sub(r"\bb-?rijbewijs", "rijbewijs B", words, flags=re.IGNORECASE)


_LEVELS = (
    (
        1,
        r"geen (?:diploma|opleiding)(?:'s)? (?:nodig|vereist)|diploma'?s? (?:is |zijn )?(?:niet|geen) (?:nodig|vereist)|opleiding (?:is )?niet (?:nodig|vereist)|no diploma",
    ),
    (2, r"basisonderwijs"),
    (3, r"\bvmbo\b|\bmavo\b|mbo[ -]?(?:niveau )?1\b|lbo\b|lager secundair"),
    (
        4,
        r"mbo(?:[ -]?(?:niveau )?[2-4])?\b(?:[+-]?(?: werk| niveau|-niveau| diploma|-diploma| opleiding))?|\bhavo\b|\bvwo\b|secundair onderwijs|niveau [2-4]\b",
    ),
    (5, r"\bhbo\b|bachelor|\bhogeschool"),
    (6, r"\bwo\b(?![ -]?zoeken)|\bmaster\b|universitair|academisch"),
)


def level(lines: Sequence[Line], text: str) -> Reading | None:
    """The lowest level that is demanded (VUM werk- en denkniveau)."""
    for number, pattern in _LEVELS:
        for line in lines:
            match = re.search(pattern, line.words, re.IGNORECASE)
            if match is None or line.role in ("firm", "offer"):
                continue
            if number > 1 and (
                NICE.search(line.words)
                or re.search(r"bbl|opleiding volgen|wordt? opgeleid", line.words.lower())
            ):
                continue
            return _reading(number, line, match, text)
    return None


_DUTCH = (
    (
        "none",
        r"(?:nederlands|dutch)[^.\n]{0,25}(?:niet nodig|not (?:needed|required)|hoeft niet|geen (?:must|vereiste))|geen nederlands nodig|no dutch (?:needed|required)|(?:speak|spreek)[^.\n]{0,20}(?:geen|no) (?:nederlands|dutch)",
    ),
    (
        "little",
        r"(?:een )?beetje nederlands|weinig nederlands|basic dutch|basis(?:kennis)? (?:van het )?nederlands|a little dutch",
    ),
    (
        "good",
        r"(?:goede?|uitstekende?|vloeiende?|vlotte?|prima|perfecte?|good|fluent|very good)\b[^.\n]{0,40}(?:nederlandse? ?(?:taal)?|dutch)|(?:nederlandse taal|nederlands|dutch)[^.\n]{0,30}(?:goed|uitstekend|vloeiend|vlot|in woord en geschrift|fluent|well)",
    ),
    (
        "reasonable",
        r"(?:redelijk|voldoende|verstaanbaar|basis)\b[^.\n]{0,20}nederlands|nederlands[^.\n]{0,20}(?:redelijk|voldoende|b1|verstaanbaar)",
    ),
)


def dutch(lines: Sequence[Line], text: str) -> Reading | None:
    """How much Dutch is demanded; "je spreekt Nederlands" alone says too little."""
    for code, pattern in _DUTCH:
        for line in lines:
            match = re.search(pattern, line.words, re.IGNORECASE)
            if match and not (code == "good" and NICE.search(line.words)):
                return _reading(code, line, match, text)
    return None


_NUMBERS = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "two": 2, "three": 3, "four": 4}
_POSITIONS = re.compile(
    r"(?:zoek(?:en|t)?|gezocht:?|looking for|nodig:?|plek voor|ruimte voor|vacatures? voor)[^.\n\d]{0,30}?\b(\d{1,2}|twee|drie|vier|vijf|zes|two|three|four)x?\s+"
    r"(?!uur|dagen|jaar|hours|days|years|t/m|tot|-|weken|maanden|km|euro)(?:[a-zé-]+\s+){0,2}?[a-zé'-]{4,}",
    re.IGNORECASE,
)


def positions(lines: Sequence[Line], text: str) -> Reading | None:
    """How many people are wanted, when that is said."""
    for line in lines:
        match = _POSITIONS.search(line.words)
        if match:
            said = match[1].lower()
            count = _NUMBERS.get(said) or int(said)
            if 1 <= count <= 50:
                return _reading(count, line, match, text)
    return None


_OPEN = (
    (
        "beginner",
        r"(?:werk)?ervaring[^.\n]{0,15}(?:niet nodig|niet vereist|geen (?:vereiste|must)|hoeft niet|niet verplicht|is niet|niet per se)|(?:geen|zonder) (?:werk)?ervaring|no experience|startende?rs? welkom|ook zonder ervaring",
    ),
    ("learn-work", r"\bbbl\b|leer-?werk\w*|leerbaan|werken en leren"),
    (
        "little-dutch",
        r"(?:nederlands|dutch)[^.\n]{0,25}(?:niet nodig|not (?:needed|required)|hoeft niet)|geen nederlands nodig|beetje nederlands is genoeg|english is (?:fine|ok|enough)|engels is ook (?:goed|prima)",
    ),
    (
        "banenafspraak",
        r"banenafspraak|doelgroepregister|afstand tot de arbeidsmarkt|participatiewet",
    ),
    ("trial", r"proefplaatsing|op proef\b"),
)
_CONDITIONS = (
    (
        "buddy",
        r"\bbuddy\b|\bmaatje\b|vaste begeleider|ervaren collega[^.\n]{0,25}(?:begeleid|inwerk|leert)",
    ),
    ("fixed-tasks", r"vaste taken|vast takenpakket"),
    ("quiet", r"rustige (?:werk)?plek|prikkelarm\w*|rustige omgeving"),
    ("no-lifting", r"(?:geen|niet) zwaar (?:werk|tillen)|geen tilwerk|niet tillen"),
    ("build-up", r"uren (?:rustig |langzaam )?opbouwen|opbouw van uren"),
    ("rest", r"extra pauzes?|rustmomenten|eigen tempo"),
)


def named(table: Sequence[tuple[str, str]], lines: Sequence[Line], text: str) -> Reading | None:
    """The codes whose words are in the text, with the first of those words."""
    found = [
        (code, line, match)
        for code, pattern in table
        for line in lines
        if (match := re.search(pattern, line.words, re.IGNORECASE))
    ]
    if not found:
        return None
    codes = list(dict.fromkeys(code for code, _, _ in found))
    return _reading(codes, found[0][1], found[0][2], text)


def open_to(lines: Sequence[Line], text: str) -> Reading | None:
    """What the employer says to be open to."""
    return named(_OPEN, lines, text)


def conditions(lines: Sequence[Line], text: str) -> Reading | None:
    """What the place offers somebody who needs it, when that is literally said."""
    return named(_CONDITIONS, lines, text)


MOST_SKILLS = 8


def skills(
    lines: Sequence[Line], text: str, language: str
) -> tuple[Reading | None, Reading | None]:
    """Skills that must be there and that are nice to have, from sentences that ask for them."""
    must: dict[str, tuple[int, int]] = {}
    nice: dict[str, tuple[int, int]] = {}
    for line in lines:
        if line.role in ("offer", "firm"):
            continue
        wished = bool(NICE.search(line.words))
        asked = line.role == "demand" or bool(ASKS.search(line.words))
        if not (wished or asked):
            continue
        for found in vocabulary.find("skill", line.words, language):
            clause = _clause(line.words, found.start, found.end)
            if found.score < 0.7 or NOT_NEEDED.search(clause) or _denied(line.words, found.start):
                continue
            if found.concept.code.startswith("licence-"):
                continue  # the licence has a question of its own
            target = nice if NICE.search(clause) or (wished and line.role != "demand") else must
            target.setdefault(
                found.concept.code, (line.start + found.start, line.start + found.end)
            )
    for code in must:
        nice.pop(code, None)
    return _several(must, text), _several(nice, text)


def _clause(words: str, start: int, end: int) -> str:
    """The part of a sentence between commas in which something stands, and the next one."""
    begin = max(words.rfind(",", 0, start), words.rfind("(", 0, start)) + 1
    stop = words.find(",", end)
    return words[begin : stop if stop > 0 else len(words)]


def _denied(words: str, start: int) -> bool:
    return bool(re.search(r"\b(?:geen|zonder|no)\s+(?:\w+\s+)?$", words[:start].lower()))


def _several(found: dict[str, tuple[int, int]], text: str) -> Reading | None:
    if not found:
        return None
    codes = list(found)[:MOST_SKILLS]
    begin, end = found[codes[0]]
    return Reading(codes, text[begin:end], begin, end)
