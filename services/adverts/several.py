"""Whether a text holds more than one vacancy, and the text of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from services import vocabulary
from services.adverts.source import source

LONGEST = 20_000  # characters that are looked at
_MOST = 6  # vacancies of one text that are made into drafts
_LEAST = 0.8  # how plainly a line must name an occupation
_LEAST_WORDS = 4  # of the text under a title
# "1) NACHTRECEPTIONIST - 32 uur", "Vacature 2: kok", "Functie A - …".
_NUMBERED = re.compile(
    r"^\W{0,4}(?:(?:vacature|functie|plek|baan|job|position|vacancy)\s*)?(?:[1-9]|[A-F])\s?[).:/–-]\s*(?P<title>\S[^\n]{2,90})",
    re.IGNORECASE | re.MULTILINE,
)
_NAMED = re.compile(
    r"^\W{0,4}(?:vacature|functie|gezocht|position|vacancy)\s*(?:[1-9])?\s*:\s*(?P<title>\S[^\n]{2,90})",
    re.IGNORECASE | re.MULTILINE,
)
_NUMBER = re.compile(  # that numbered title without its number
    r"^\W{0,4}(?:(?:vacature|functie|plek|baan|job|position|vacancy)\s*)?(?:[1-9]|[A-F])\s?[).:/–-]\s*",
    re.IGNORECASE,
)
# How many are wanted in all is not how many are wanted of each.
_HOW_MANY = re.compile(
    r"\b(?:[2-6]|twee|drie|vier|vijf|zes|two|three|four|five)\s+(?=(?:\w+\s)?(?:mensen|plekken|plaatsen|vacatures|functies|collega|people|positions|vacancies|jobs))",
    re.IGNORECASE,
)
_LINE = re.compile(r"^\W{0,6}(?P<title>[^\W\d][^\n.:!?]{2,60}?)\W{0,4}$", re.MULTILINE)
_HEAD = re.compile(
    r"^\W{0,4}(?P<title>[^\W\d][^\n.:!?,]{2,40}?)\s*(?:\(|,|[–:-]\s|\|)[^\n]{0,80}\d[^\n]{0,60}$",
    re.MULTILINE,
)
_FACTS = re.compile(
    r"\d\s*(?:-\s*\d+\s*)?(?:uur|u\b|hours)|€|\beuro\b|\bfte\b|full-?time|part-?time|loon|salaris|salary",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:een|één|a|an|\d)\s+(?P<one>[^\W\d][\w' -]{2,40}?)\s*(?:(?:voor|in|bij|op)\s[^.;!?\n(]{0,60})?(?:\([^)\n]{0,40}\)\s*)?(?<=[\s)])(?:en|én|and|plus)\s+(?:ook\s+|also\s+)?(?:een|één|a|an|\d)\s+(?P<two>[^\W\d][\w' -]{2,40}?)(?=\s*(?:[(.,!?:;\n]|voor\b|in\b|bij\b|for\b|die\b|$))",
    re.IGNORECASE,
)


_NEXT = "\u241e"  # stands before each vacancy that is left of a text with several


def rest_of(others: Sequence[str]) -> str:
    """What is left of a text after its first vacancy, as a text of which `several` knows."""
    return "".join(f"{_NEXT}\n{each}\n" for each in others)


def is_rest(text: str) -> bool:
    """Is this what was left of a text with several vacancies?"""
    return text.startswith(_NEXT)


def several(text: str) -> list[str]:
    """The text of each vacancy, what is said of all of them included; one for a single one."""
    if is_rest(text):
        return [each.strip() for each in text.split(_NEXT) if each.strip()]
    clear = source(text[:LONGEST]).text
    for starts in (_numbered(clear), _titled(clear)):
        if len(starts) > 1:
            return _cut(clear, starts[:_MOST])
    both = _in_one_sentence(clear)
    if both:
        return [f"{title}\n\n{text}" for title in both]
    return [text]


def _numbered(text: str) -> list[int]:
    """Where numbered or labelled titles stand that name different work."""
    for pattern in (_NUMBERED, _NAMED):
        found = [m for m in pattern.finditer(text) if _work(m["title"])]
        if len({_work(m["title"]) for m in found}) > 1 and len(found) <= _MOST:
            return [m.start() for m in found]
    return []


def _titled(text: str) -> list[int]:
    """Where lines that are titles of different work stand, each with facts of its own under it."""
    spots: dict[int, str] = {}
    for pattern in (_LINE, _HEAD):
        for match in pattern.finditer(text):
            work = _is_title(match["title"])
            if work:
                spots.setdefault(match.start(), work)
    starts = sorted(spots)
    blocks = [text[a:b] for a, b in pairwise([*starts, len(text)])]
    own = [
        start
        for start, block in zip(starts, blocks, strict=True)
        if _FACTS.search(block) and len(block.split()) > _LEAST_WORDS
    ]
    return own if len({spots[start] for start in own}) == len(own) else []


def _in_one_sentence(text: str) -> tuple[str, str] | None:
    """As in "wij zoeken een kok en een afwasser": two kinds of work that are asked for in one breath."""
    for match in _BOTH.finditer(text[:600]):
        one, two = (_is_title(match[side]) for side in ("one", "two"))
        if one and two and one != two and vocabulary.occupations_related(one, two) < 1:
            return match["one"].strip().capitalize(), match["two"].strip().capitalize()
    return None


def _work(title: str) -> str | None:
    """The occupation that a numbered line names first."""
    short = re.split(r"\s[-–|(]|[,(:]", title)[0]
    found = vocabulary.normalise("occupation", short[:80], "nl", 1)
    if found and (found[0].sure or found[0].score >= _LEAST):
        return found[0].concept.code
    named = vocabulary.find("occupation", short[:80], "nl")
    return next((each.concept.code for each in named if each.score >= _LEAST), None)


def _is_title(line: str) -> str | None:
    """The occupation, when the line says little more than its name."""
    if len(line.split()) > 5:  # a sentence
        return None
    found = vocabulary.normalise("occupation", line, "nl", 1)
    people = [f for f in vocabulary.find("occupation", line, "nl") if f.score >= _LEAST]
    if found and people and (found[0].sure or 2 * len(people[0].words) >= len(line)):
        return people[0].concept.code
    return None


def _cut(text: str, starts: Sequence[int]) -> list[str]:
    """Each block with what stands before all of them and behind the last."""
    head = _HOW_MANY.sub("", text[: starts[0]].strip())
    blocks = [text[a:b].strip() for a, b in pairwise([*starts, len(text)])]
    blocks = [_NUMBER.sub("", block, count=1) for block in blocks]
    last, _, tail = blocks[-1].partition("\n\n")
    single = all("\n\n" not in block for block in blocks[:-1])
    if tail and single:
        blocks[-1] = last
    else:
        tail = ""
    return ["\n\n".join(part for part in (block, head, tail) if part) for block in blocks]
