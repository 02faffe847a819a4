"""Skills that must be there and that are nice to have, from sentences that ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from services import vocabulary
from services.adverts.model import Line, Reading, not_needed, several, wished

MOST = 8
_LONG = 200  # characters
_LEAST = 0.7  # how plainly the vocabulary must find a name
_ASKS = re.compile(
    r"\b(?:je|jij) (?:hebt|heb|bent|kunt|kan|beschikt|spreekt|weet|houdt|moet|komt)\b|\b(?:heb|ben|kun|kan) (?:je|jij)\b|in (?:het )?bezit|ervaring (?:met|als|in)\b|vereist|\bnodig\b|verplicht"
    r"|(?:wij|we) (?:vragen|verwachten)|moet je|\bmust\b|\byou (?:have|are|can|need)\b|noodzakelijk|certificaat|is een (?:eis|must|pr[eé]|plus)|\bpr[eé](?!\w)|required",
    re.IGNORECASE,
)
_NOT_A_SKILL = re.compile(
    r"^(?:handig|aanpakken|pakken|team|communicatie|taal|service|contact|leuk|fijn|gezellig|verhuizen|program|sales|spullen|storytelling)$",
    re.IGNORECASE,
)
_TONGUE = re.compile(r"nederlands|engels|duits|frans|pools|\btaal\b|dutch|english", re.IGNORECASE)
_LEVEL = re.compile(r"\bv?mbo\b|\bhbo\b|\bhavo\b", re.IGNORECASE)
_SCHOOL = re.compile(r"diploma|opleiding|\bmbo\b|\bhbo\b|richting|opgeleid|degree", re.IGNORECASE)


def skills(
    lines: Sequence[Line], text: str, language: str
) -> tuple[Reading | None, Reading | None]:
    """Codes that must be there, and codes that are nice to have."""
    must: dict[str, tuple[int, int]] = {}
    nice: dict[str, tuple[int, int]] = {}
    for line in lines:
        if line.role in ("offer", "firm", "apply"):
            continue
        asked = line.role in ("demand", "nice") or _ASKS.search(line.words)
        for found in _named(line, language) if asked else ():
            wish = line.role == "nice" or wished(line.words, found.start, found.end)
            spot = (line.start + found.start, line.start + found.end)
            (nice if wish else must).setdefault(found.concept.code, spot)
    for code in must:
        nice.pop(code, None)
    return tuple(several(list(each.items())[:MOST], text) for each in (must, nice))  # type: ignore


def _named(line: Line, language: str) -> Iterator[vocabulary.Found]:
    for found in vocabulary.find("skill", line.words, language):
        if found.score < _LEAST or found.concept.code.startswith("licence-"):
            continue  # the driving licence has a question of its own
        if len(line.words) > _LONG and found.concept.skill_kind != "licence":
            continue  # no sentence, but a text that lost its lines: who does what is not clear
        clause = _clause(line.words, found.start, found.end)
        licence = found.concept.skill_kind == "licence"
        schooled = _SCHOOL.search(line.words[: found.start]) or _SCHOOL.search(clause)
        if not licence and (schooled or _TONGUE.search(clause)):
            continue  # the subject of a school, or how well a language is spoken
        if _LEVEL.search(found.words):
            continue  # that is the level, a field of its own
        if _NOT_A_SKILL.match(found.words) or not_needed(line.words, found.start, found.end):
            continue
        yield found


def _clause(words: str, start: int, end: int) -> str:
    """The part of a sentence between commas or brackets in which something stands."""
    begin = max(words.rfind(sign, 0, start) for sign in (",", "(", ";")) + 1
    stops = [at for sign in (",", ")", ";") if (at := words.find(sign, end)) >= 0]
    return words[begin : min(stops, default=len(words))]
