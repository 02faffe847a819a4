"""Which occupation of the whole vocabulary an advert is about, with the chance that it is right.

Four things speak for a concept: how like its names the title is (`vocabulary.normalise`, with the
imported classification behind it), whether the title names it, how often people at work are so
called in the rest of the text, and how many of the tasks in the text are tasks of it. What speaks
of the firm, of what it offers and of how to apply is left out.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache

from services import vocabulary
from services.adverts.model import Line, Reading
from services.adverts.title import TOO_WIDE
from services.vocabulary.index import index
from services.vocabulary.noise import FILLERS, PLACES, TITLE_NOISE
from services.vocabulary.words import words

SURE_FROM = 0.7  # of the chance: from here it is filled in (and read back), below it is asked
WORTH = 0.02  # below this chance a reading is not offered
_FAR = 8  # candidates of a title
_PERSON = 0.8  # from here a name in running text is that of somebody at work
_LEAST_LIKE = 0.45
_PLAIN = 0.8  # a title less like every name, that names nobody, is never enough
_PART = 0.92  # what likeness of the first part of a title is worth
_ASIDE = ("firm", "offer", "apply")
_UNKNOWN = 0.4  # weight of a word of the title that stands in no name at all
_MOST_TASKS = 6  # skills that count as evidence
_JOINS = re.compile(r"\s*[/&+|]\s*|\s+(?:en|of|and|or)\s+|\s+[-–—]\s+", re.IGNORECASE)
_AWAY = re.compile(
    r"\b(?:student|stage|stagiaire?|stagiair\(e\)|junior|senior|medior|leerling|aankomend\w*|ervaren|allround|zelfstandig\w*|beginnend\w*|vacature|sector|bijbaan|vakantiewerk|weekend\w*|intern|trainee)\b[ -]?",
    re.IGNORECASE,
)
# Constant and weights of a logistic regression over labelled adverts; argued from few, so not exact.
_BASE, _LIKE, _NAMED, _KNOWN, _SAID, _TASKS, _SHARPLY = -8.0, 9.3, 0.4, 4.2, 0.4, 2.2, 2.7


@dataclass(frozen=True)
class Evidence:
    """What speaks for one concept, each from 0 to 1; ``share`` is its part among all others."""

    code: str
    like: float
    named: float
    known: float
    said: float
    tasks: float
    share: float = 1.0

    @property
    def weight(self) -> float:
        """All of it together."""
        said = _NAMED * self.named + _SAID * self.said
        return _LIKE * self.like + _KNOWN * self.known + said + _TASKS * self.tasks

    @property
    def chance(self) -> float:
        """How likely this concept is meant (0..1): that any is, and that it is this one."""
        return self.share / (1 + math.exp(-(_BASE + self.weight)))


def ranked(title: str, lines: Sequence[Line], language: str) -> list[Evidence]:
    """The concepts that may be meant, best first."""
    like = _alike(title, language)
    named = {found.concept.code for found in _people(title, language)}
    said = Counter(
        found.concept.code
        for line in lines
        if line.role not in _ASIDE
        for found in _people(line.words, language)
    )
    tasks = _tasks(lines, language)
    codes = {*like, *named, *said}
    told = [
        Evidence(
            code,
            like.get(code, 0.0),
            1.0 if code in named else 0.0,
            _known(code, title),
            min(said[code], 3) / 3,
            _fit(code, tasks),
        )
        for code in codes
    ]
    told.sort(key=lambda each: (-each.weight, each.code))
    most = told[0].weight if told else 0.0
    shares = [math.exp(_SHARPLY * (each.weight - most)) for each in told]
    return [
        replace(each, share=part / sum(shares))
        for each, part in zip(told[:_FAR], shares, strict=False)
    ]


def _known(code: str, title: str) -> float:
    """The share of the words of a title, by weight, that stand in any name of a concept."""
    labels = index("occupation")
    telling = [w for w in words(title) if w not in TITLE_NOISE | FILLERS | PLACES]
    parts = [(part, labels.weights.get(part, _UNKNOWN)) for part in labels.parts(telling)]
    total = sum(weight for _, weight in parts)
    held = labels.keys_of.get(code, set())
    near = [(weight, _nearest(labels.near(part), held)) for part, weight in parts]
    return sum(weight * likeness for weight, likeness in near) / total if total else 0.0


def _nearest(near: Mapping[str, float], held: AbstractSet[str]) -> float:
    return max((likeness for part, likeness in near.items() if part in held), default=0.0)


def _people(said: str, language: str) -> list[vocabulary.Found]:
    return [f for f in vocabulary.find("occupation", said, language) if f.score >= _PERSON]


def _variants(title: str) -> Iterator[tuple[str, float]]:
    """The title, without joining signs, and its first part; with what a likeness is worth."""
    bare = " ".join(_AWAY.sub(" ", title).split()) or title
    joined = " ".join(_JOINS.sub(" ", bare).split())
    if joined == bare:
        yield from ((each, 1.0) for each in dict.fromkeys((title, bare)))
        return
    yield joined, 1.0
    first = _JOINS.split(bare)[0]
    if len(first) > 3:
        yield first, _PART


def _alike(title: str, language: str) -> dict[str, float]:
    best: dict[str, float] = {}
    for variant, worth in _variants(title) if title else ():
        for code, score in _normalised(variant, language, vocabulary.edition()):
            if score >= _LEAST_LIKE:
                best[code] = max(best.get(code, 0.0), worth * score)
    return best


@lru_cache(maxsize=2_000)
def _normalised(words: str, language: str, _edition: int) -> tuple[tuple[str, float], ...]:
    found = vocabulary.normalise("occupation", words, language, _FAR)
    return tuple((each.concept.code, each.score) for each in found)


def _tasks(lines: Sequence[Line], language: str) -> list[str]:
    """Skills that the text speaks of as work or as demands; what fits any work is left out."""
    named = [
        found.concept
        for line in lines
        if line.role not in _ASIDE
        for found in vocabulary.find("skill", line.words, language)
    ]
    return list(dict.fromkeys(c.code for c in named if c.skill_kind == "task"))


def _fit(code: str, tasks: Sequence[str]) -> float:
    essential, optional = vocabulary.skills_of(code)
    shared = sum(1.0 for t in tasks if t in essential) + sum(0.5 for t in tasks if t in optional)
    return shared / min(max(len(tasks), 2), _MOST_TASKS) if tasks else 0.0


def occupation(
    title: Reading | None, named: Sequence[str], lines: Sequence[Line], language: str
) -> Reading | None:
    """The occupation; not sure, with the five likeliest, where the chance is too small.

    ``named``: what the title says by itself, beyond doubt.
    """
    if title is None:
        return None
    if named:
        return Reading(list(named), title.words, title.start, title.end)
    told = ranked(title.value, lines, language)
    told = [each for each in told if each.chance >= WORTH]
    if not told:
        return None
    first = told[0]
    plain = (first.named > 0 or first.like >= _PLAIN) and title.value.lower() not in TOO_WIDE
    sure = plain and first.chance >= SURE_FROM
    codes = [first.code] if sure else [each.code for each in told[: vocabulary.CHOICES]]
    return Reading(codes, title.words, title.start, title.end, sure)


def sectors(work: Reading | None) -> frozenset[str]:
    """The sectors of the occupation that was read and of its kin; empty when it is not sure."""
    if work is None or not work.sure:
        return frozenset()
    own = [vocabulary.concept(code, "occupation") for code in work.value]
    kin = [vocabulary.concept(c, "occupation") for each in own if each for c in each.related]
    return frozenset(each.sector for each in (*own, *kin) if each)
