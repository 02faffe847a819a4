"""Names in the languages that jobseekers bring along: what is typed in them is asked back.

A line of data/names/<language>.tsv holds the names of one concept; its column "reviewed" says who
saw them as a native speaker, and when. Until then a name leads to a question and never to an
answer: a wrong word would otherwise stand in somebody's profile as if she had said it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz, process

from services.vocabulary.concepts import Candidate, Concept, Kind
from services.vocabulary.data import vocabulary
from services.vocabulary.words import fold, words

NEAR = 82  # of 100: typed letters less alike than this are another word
_SHORTEST = 4  # signs; shorter words are found only as they are written
EXACT, _NEAR, _WITHIN, _PART = 0.98, 0.94, 0.8, 0.6  # scores: as written, nearly, inside it …
_LONGEST_NAME = 5  # words
LONGEST = 200  # signs that are read, also when one stands for many letters
# Written with and without, by hand and by keyboard: the article, and letters that look alike.
_ARTICLE = "ال"
_ALIKE = str.maketrans({"ى": "ي", "ة": "ه", "ـ": "", "ሠ": "ሰ", "ፀ": "ጸ", "ኀ": "ሐ"})


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one concept; ``reviewed`` when a native speaker has seen it."""

    text: str
    folded: str
    concept: Concept
    language: str
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one kind, to look up as they are written and by likeness."""

    exact: dict[str, list[Name]]
    by_word: dict[str, set[str]]
    folded: tuple[str, ...]


def folded(text: str) -> str:
    """``text`` in the form in which names are compared: small, plain letters, no article."""
    plain = words(fold(text).translate(_ALIKE))
    return " ".join(
        word.removeprefix(_ARTICLE) if len(word) > _SHORTEST else word for word in plain
    )


def names_of(kind: Kind) -> Iterator[Name]:
    """Every name of a kind, in the order of the tables."""
    concepts = vocabulary().concepts[kind]
    for line in vocabulary().abroad:
        if line.kind == kind:
            for text in line.names:
                concept = concepts[line.code]
                yield Name(text, folded(text), concept, line.language, bool(line.reviewed))


def table(names: Iterable[Name]) -> Names:
    """Some names, to look up."""
    exact: dict[str, list[Name]] = defaultdict(list)
    by_word: dict[str, set[str]] = defaultdict(set)
    for name in names:
        exact[name.folded].append(name)
        for word in name.folded.split():
            by_word[word].add(name.folded)
    return Names(dict(exact), dict(by_word), tuple(exact))


@cache
def _built_in(kind: Kind) -> Names:
    return table(names_of(kind))


def _near(names: Names, typed: str) -> Iterator[tuple[str, float]]:
    """Names that are typed with a mistake or with their words in another order."""
    if len(typed) < _SHORTEST:
        return
    for scorer in (fuzz.ratio, fuzz.token_sort_ratio) if " " in typed else (fuzz.ratio,):
        hits = process.extract(
            typed, names.folded, scorer=scorer, score_cutoff=NEAR, limit=5, processor=None
        )
        yield from ((name, _NEAR * likeness / 100) for name, likeness, _ in hits)


def _within(names: Names, typed: str) -> Iterator[tuple[str, float]]:
    """Names that are part of what was typed: "szukam pracy jako kierowca"."""
    parts = typed.split()
    for at in range(len(parts)):
        for end in range(at + 1, min(len(parts), at + _LONGEST_NAME) + 1):
            part = " ".join(parts[at:end])
            if part in names.exact and len(part) >= _SHORTEST:
                yield part, _WITHIN + 0.01 * (end - at)
    for part in parts:  # "кухарем" for "кухар"; a Dutch word may be like anything in Latin script
        if not part.isascii():
            yield from ((name, _WITHIN * score) for name, score in _near(names, part))


def _holding(names: Names, typed: str) -> Iterator[tuple[str, float]]:
    """Names of which what was typed is a part: "kierowca" of "kierowca autobusu"."""
    held = [names.by_word.get(word, set()) for word in typed.split()]
    if held:
        yield from ((name, _PART) for name in sorted(set.intersection(*held)))


def _hits(names: Names, typed: str) -> Iterable[tuple[str, float]]:
    if typed in names.exact:
        yield typed, EXACT
    yield from _near(names, typed)
    yield from _within(names, typed)
    yield from _holding(names, typed)


def candidates(kind: Kind, text: str) -> list[Candidate]:
    """Concepts of which ``text`` may be a name in another language, best first.

    The first is sure only when it is one concept's name as written, and reviewed.
    """
    return found_in(_built_in(kind), text)


def found_in(names: Names, text: str) -> list[Candidate]:
    """The same among these names."""
    best: dict[Concept, tuple[float, Name]] = {}
    for found, score in _hits(names, folded(text[:LONGEST])[:LONGEST]):
        for name in names.exact[found]:
            if score > best.get(name.concept, (0.0, name))[0]:
                best[name.concept] = (score, name)
    ranked = sorted(best.values(), key=lambda hit: (-hit[0], hit[1].concept.code))
    listed = [
        Candidate(name.concept, name.text, round(score, 4), sure=False, language=name.language)
        for score, name in ranked
    ]
    return _judged(listed, [name for score, name in ranked if score >= EXACT])


def _judged(listed: list[Candidate], written: list[Name]) -> list[Candidate]:
    if len(written) != 1 or not written[0].reviewed:
        return listed
    return [replace(listed[0], sure=True), *listed[1:]]
