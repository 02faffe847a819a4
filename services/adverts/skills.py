"""Skills that must be there and that are nice to have, from sentences that ask for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from services import vocabulary
from services.adverts.model import Line, Reading, not_needed, several, wished
from services.adverts.phrases import phrases, trimmed
from services.matching.own_words import OWN_WORDS

MOST = 8
_MOST_SOFT = 3
_LONG = 200  # characters
_LEAST = 0.7  # how plainly the vocabulary must find a name
_PARTS = re.compile(r"(?:(?! (?:en|of|en/of|and|or) |, |/)[^\n])+")  # between "en", "of" and commas
_COVERED = 0.5  # so much of a demand must be a known skill to stand for all of it
_ASKS = re.compile(
    r"\b(?:je|jij) (?:hebt|heb|bent|kunt|kan|beschikt|spreekt|weet|moet|bezit)\b|\b(?:heb|ben|kun|kan) (?:je|jij)\b|in (?:het )?bezit|ervaring (?:met|als|in)\b|vereist|\bnodig\b|verplicht"
    r"|(?:wij|we) (?:vragen|verwachten)|moet je|\bmust\b|\byou (?:have|are|can|need)\b|noodzakelijk|certificaat|is een (?:eis|must|pr[eé]|plus)|\bpr[eé](?!\w)|required|\bexperience\b|knowledge|certificate|\bVOG\b|\bEHBO\b|\bVCA\b|\bcode 95\b|diploma\b|bewijs\b|\beisen\b|bonuspunten|meegenomen|pluspunt",
    re.IGNORECASE,
)
_NOT_A_SKILL = re.compile(
    r"^(?:handig|aanpakken|pakken|team|communicatie|taal|service|contact|leuk|fijn|gezellig|verhuizen|program|sales|spullen|storytelling|integrity|passie)$",
    re.IGNORECASE,
)
_TONGUE = re.compile(r"nederlands|engels|duits|frans|pools|\btaal\b|dutch|english", re.IGNORECASE)
_LEVEL = re.compile(r"\bv?mbo\b|\bhbo\b|\bhavo\b|bachelor|master", re.IGNORECASE)
_SCHOOL = re.compile(r"diploma|opleiding|\bmbo\b|\bhbo\b|richting|opgeleid|degree", re.IGNORECASE)


@dataclass(frozen=True)
class _Item:
    """A demand: a code of the vocabulary or words of the advert, and where it stands."""

    code: str
    start: int
    end: int
    soft: bool = False


def skills(
    lines: Sequence[Line], text: str, language: str, sectors: frozenset[str] = frozenset()
) -> tuple[Reading | None, Reading | None]:
    """What must be there, and what is nice to have. ``sectors``: of the work, where it is known."""
    must: dict[str, _Item] = {}
    nice: dict[str, _Item] = {}
    for line in lines:
        if line.role in ("offer", "firm", "apply"):
            continue
        asked = line.role in ("demand", "nice") or _ASKS.search(line.words)
        for item in _demanded(line, language, sectors) if asked else ():
            wish = line.role == "nice" or wished(line.words, item.start, item.end)
            spot = _Item(item.code, line.start + item.start, line.start + item.end, item.soft)
            (nice if wish else must).setdefault(item.code, spot)
    for code in must:
        nice.pop(code, None)
    return _listed(must, text), _listed(nice, text)


def _listed(found: dict[str, _Item], text: str) -> Reading | None:
    """Skills before character, and not more than fit."""
    hard = [each for each in found.values() if not each.soft]
    chosen = [*hard, *[each for each in found.values() if each.soft][:_MOST_SOFT]][:MOST]
    return several([(each.code, (each.start, each.end)) for each in chosen], text)


def _demanded(line: Line, language: str, sectors: frozenset[str]) -> Iterator[_Item]:
    """Known skills, and what is demanded in other words."""
    known = list(_named(line, language, sectors))
    anything = {
        found.words.lower() for found in vocabulary.find("occupation", line.words, language)
    }
    for begin, end in phrases(line.words):
        if not_needed(line.words, begin, end):
            continue
        inside = [each for each in known if begin < each.end and each.start < end]
        if any(each.start < begin or each.end > end for each in inside):
            continue  # a known name that is longer
        parts = [
            (begin + m.start(), begin + m.end()) for m in _PARTS.finditer(line.words[begin:end])
        ]
        open_ones = [part for part in parts if not _stands_for(inside, part)]
        if len(open_ones) == len(parts):  # nothing in it is known well enough: one demand
            open_ones = [(begin, end)]
            known = [each for each in known if each not in inside]
        for start, stop in open_ones:
            first, last = trimmed(line.words, start, stop)
            said = " ".join(line.words[first:last].split())
            if said and said.lower() not in anything:  # "ervaring als kok": that is the work itself
                yield _Item(_code(said, language, vocabulary.edition()), first, last)
    yield from known


@lru_cache(maxsize=2_000)
def _code(said: str, language: str, _edition: int) -> str:
    """The known skill that a demand surely is, else the demand itself."""
    found = vocabulary.normalise("skill", said, language, 1)
    return found[0].concept.code if found and found[0].sure else OWN_WORDS + said


def _stands_for(known: Sequence[_Item], part: tuple[int, int]) -> bool:
    """Whether known skills cover enough of a demand."""
    begin, end = part
    covered = sum(max(0, min(end, e.end) - max(begin, e.start)) for e in known)
    return covered >= _COVERED * (end - begin)


def _named(line: Line, language: str, sectors: frozenset[str]) -> Iterator[_Item]:
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
        if not licence and not _fits(found, sectors):
            continue
        soft = found.concept.skill_kind == "skill" and not found.concept.sector
        yield _Item(found.concept.code, found.start, found.end, soft)


def _fits(found: vocabulary.Found, sectors: frozenset[str]) -> bool:
    """Whether a skill is one of this kind of work: no hairdresser's skill for a driver.

    One word names things in many kinds of work; two or more are plain enough by themselves.
    """
    sector = found.concept.sector
    if not sectors or not sector or sector in sectors:
        return True
    return " " in found.words.strip()


def _clause(words: str, start: int, end: int) -> str:
    """The part of a sentence between commas or brackets in which something stands."""
    begin = max(words.rfind(sign, 0, start) for sign in (",", "(", ";")) + 1
    stops = [at for sign in (",", ")", ";") if (at := words.find(sign, end)) >= 0]
    return words[begin : min(stops, default=len(words))]
