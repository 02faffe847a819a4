"""From a few typed words to the concepts they may mean, ranked; never a silent guess."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz

from services.vocabulary import abroad
from services.vocabulary.beyond import beyond
from services.vocabulary.concepts import CHOICES, Candidate, Concept, Kind
from services.vocabulary.data import vocabulary
from services.vocabulary.finding import named_in
from services.vocabulary.index import Label, LabelIndex, index
from services.vocabulary.noise import (
    FILLERS,
    GENERIC,
    LAST_PARTS,
    NEGATIONS,
    PLACES,
    TITLE_NOISE,
    without,
)
from services.vocabulary.splitting import pieces
from services.vocabulary.words import grams, key, words

LONGEST = 120  # characters read as a short text; of more, the named concepts are looked up
FLOOR = 0.3  # below this a candidate is not worth showing …
BESIDE_BEST = 0.55  # … nor below this share of the best one
SURE_FROM = 0.9  # a sure candidate scores at least this …
SURE_AHEAD = 0.06  # … and is this far ahead of the next concept
_UNKNOWN = 0.25  # weight of a word that resembles no known one; a rare known word weighs 1
_OTHER_LANGUAGE = 0.985
_ALIAS = 0.995
_THEME, _THEME_BESIDE = 0.9, 0.6  # a theme that is all of the text, or one word of it
# Shares of three kinds of likeness in the score; together .97, what the same words in another
# order get. Chosen on the 800 public titles of the MELO benchmark in Dutch.
_BY_WORD, _BY_LETTER, _BY_GRAM = 0.5, 0.2, 0.27
_BY_OTHER_NAME = 0.8  # a typed word that only another name of the same concept holds
# What likeness of a name in doubt is worth beside a chance. Less puts more titles right, but leaves
# everyday words behind rare occupations (docs/linking.md).
_LIKENESS = 0.5
_OWN_FITS = 0.7  # from here a name in another language must be typed as it is to come first
_POOL = 60  # labels scored in full


_LONG_TAILS = tuple(sorted((part for part in LAST_PARTS if len(part) >= 8), key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed text made ready: its words, and per part the near known keys and its weight."""

    folded: str
    parts: tuple[str, ...]
    near: tuple[Mapping[str, float], ...]
    weights: tuple[float, ...]


def _noise(kind: Kind) -> frozenset[str]:
    return FILLERS | TITLE_NOISE | PLACES if kind == "occupation" else FILLERS


def _weight(labels: LabelIndex, near: Mapping[str, float]) -> float:
    if not near:
        return _UNKNOWN
    return max(labels.weights[other] * likeness for other, likeness in near.items())


def ready(labels: LabelIndex, typed: Sequence[str], noise: frozenset[str]) -> Typed | None:
    """``typed`` with what is known of each word; None when only noise is left."""
    telling = [word for word in typed if word not in noise and not _bare_number(labels, word)]
    if all(word in GENERIC or _letter(labels, word) for word in telling):
        return None
    parts = labels.parts(telling)
    near = tuple(labels.near(part) for part in parts)
    return Typed(" ".join(telling), parts, near, tuple(_weight(labels, each) for each in near))


def _bare_number(labels: LabelIndex, word: str) -> bool:
    return word.isdecimal() and word not in labels.by_key


def _letter(labels: LabelIndex, word: str) -> bool:
    return len(word) == 1 and word not in labels.by_key


def _pool(labels: LabelIndex, typed: Typed) -> set[int]:
    points: defaultdict[int, float] = defaultdict(float)
    for near in typed.near:
        best: dict[int, float] = {}
        for other, likeness in near.items():
            gain = likeness * labels.weights[other]
            for number in labels.by_key[other]:
                if gain > best.get(number, 0.0):
                    best[number] = gain
        for number, gain in best.items():
            points[number] += gain / (1 + 0.15 * len(labels.labels[number].parts))
    by_words = heapq.nlargest(_POOL, points, key=points.__getitem__)
    return {*by_words, *labels.alike(typed.folded, _POOL // 2)}


def _share(pairs: Iterable[tuple[float, float]]) -> float:
    got = total = 0.0
    for weight, likeness in pairs:
        got += weight * likeness
        total += weight
    return got / total if total else 0.0


def _nearest(near: Mapping[str, float], parts: Iterable[str]) -> float:
    return max((near.get(part, 0.0) for part in parts), default=0.0)


def word_score(labels: LabelIndex, typed: Typed, label: Label) -> float:
    """How far the words of both cover each other (0..1): F-measure of the weighted shares."""
    of_label = _share(
        (labels.weights[part], max(near.get(part, 0.0) for near in typed.near))
        for part in label.parts
    )
    others = labels.keys_of[label.concept.code]
    of_typed = _share(
        (
            weight,
            max(_nearest(near, label.parts), _BY_OTHER_NAME * _nearest(near, near.keys() & others)),
        )
        for near, weight in zip(typed.near, typed.weights, strict=True)
    )
    together = of_label + of_typed
    return 2 * of_label * of_typed / together if together else 0.0


def letter_score(typed: str, label: str) -> float:
    """How alike the letters are (0..1), whatever the order of the words or the spaces."""
    one, other = typed.replace(" ", ""), label.replace(" ", "")
    for tail in _LONG_TAILS:  # "lasmedewerker" and "kasmedewerker" are alike only in their tail
        if one.endswith(tail) and other.endswith(tail) and one != other:
            return fuzz.ratio(one.removesuffix(tail), other.removesuffix(tail)) / 100
    joined = fuzz.ratio(one, other)
    return max(joined, fuzz.token_sort_ratio(typed, label)) / 100


def gram_score(typed: str, label: str) -> float:
    """Share of the trigrams that both have in common (cosine, 0..1)."""
    one, other = grams(typed), grams(label)
    return len(one & other) / math.sqrt(len(one) * len(other)) if one and other else 0.0


def score(labels: LabelIndex, typed: Typed, label: Label) -> float:
    """From 0 to 1: 1 is the label itself; the same words in another order or form near it."""
    if typed.folded == label.folded:
        return 1.0
    if sorted(typed.parts) == sorted(label.parts):
        return 0.97
    by_letter = letter_score(typed.folded, label.folded)
    mixed = (
        _BY_WORD * word_score(labels, typed, label)
        + _BY_LETTER * by_letter
        + _BY_GRAM * gram_score(typed.folded, label.folded)
    )
    close = 0.97 * by_letter if by_letter >= 0.86 and len(typed.folded) >= 5 else 0.0
    return min(0.96, max(mixed, close))


def _fair(points: float, label: Label, language: str) -> float:
    """A little less for an alias and for a form in another language, so that ties have an order."""
    if not label.main:
        points *= _ALIAS
    return points if label.language in (language, "nl") else points * _OTHER_LANGUAGE


def _best(hits: Iterable[tuple[float, Label]]) -> list[Candidate]:
    best: dict[Concept, tuple[float, Label]] = {}
    for points, label in hits:
        if points >= FLOOR and points > best.get(label.concept, (0.0, label))[0]:
            best[label.concept] = (points, label)
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0].code))
    least = BESIDE_BEST * ranked[0][1][0] if ranked else 0.0
    return [
        Candidate(concept, label.text, round(points, 4), sure=False)
        for concept, (points, label) in ranked
        if points >= least
    ]


def _whole(kind: Kind, text: str, language: str) -> list[Candidate]:
    """Candidates for a text read as one name."""
    labels = index(kind)
    typed_words = words(text)
    same = labels.exact.get(" ".join(typed_words), ())
    hits = [(_fair(1.0, label, language), label) for label in same]
    typed = ready(labels, words(without(text)) or typed_words, _noise(kind))
    if typed is not None:
        numbers = _pool(labels, typed)
        near = (labels.labels[number] for number in numbers)
        hits += [(_fair(score(labels, typed, label), label, language), label) for label in near]
        hits += [(_fair(1.0, each, language), each) for each in labels.exact.get(typed.folded, ())]
    return _best(hits)


@cache
def _telling_keys(label: str) -> frozenset[str]:
    """The keys of a theme's word without its fillers; of fillers alone it is all of them."""
    typed = words(label)
    return frozenset(key(word) for word in typed if word not in FILLERS) or frozenset(typed)


def _themed(kind: Kind, text: str) -> list[Candidate]:
    """What people usually mean by "iets met planten"; a text that is only that is never sure."""
    if kind != "occupation":
        return []
    telling = {key(word) for word in words(text) if word not in _noise(kind)}
    concepts = vocabulary().concepts[kind]
    found = []
    for theme in vocabulary().themes:
        named = [(label, _telling_keys(label)) for label in theme.words]
        hit = next(((label, parts) for label, parts in named if parts <= telling), None)
        if hit:
            base = _THEME if telling <= hit[1] else _THEME_BESIDE
            found += [
                Candidate(concepts[code], hit[0], round(base - 0.01 * place, 4), sure=False)
                for place, code in enumerate(theme.codes)
            ]
    return found


def _merge(lists: Iterable[list[Candidate]]) -> list[Candidate]:
    best: dict[Concept, Candidate] = {}
    for candidate in (each for candidates in lists for each in candidates):
        if candidate.concept not in best or candidate.score > best[candidate.concept].score:
            best[candidate.concept] = candidate
    return sorted(best.values(), key=lambda candidate: -candidate.score)


def _one(kind: Kind, text: str, language: str) -> list[Candidate]:
    """The candidates for one piece; the first is sure when it is clearly ahead."""
    whole, themed = _whole(kind, text, language), _themed(kind, text)
    only_theme = bool(themed) and themed[0].score >= _THEME
    named = whole[:1] and whole[0].score >= 1.0
    return _judge(text, _merge([whole, themed]), vague=only_theme and not named)


def _judge(text: str, ranked: list[Candidate], vague: bool) -> list[Candidate]:
    """Marks the first as sure when it is clearly ahead and nothing speaks against it."""
    first = ranked[0] if ranked else None
    if first is None or vague or NEGATIONS & set(words(text)):
        return ranked
    second = ranked[1].score if len(ranked) > 1 else 0.0
    exact = first.score >= 0.98
    ahead = first.score - second >= (0.001 if exact and second < 0.975 else SURE_AHEAD)
    return [replace(first, sure=first.score >= SURE_FROM and ahead), *ranked[1:]]


def normalise(kind: Kind, text: str, language: str = "nl", top: int = CHOICES) -> list[Candidate]:
    """At most ``top`` concepts that a typed text may mean, best first; empty when none is near.

    ``text`` may be badly spelled, a title from an advert, several names in one line, or long. Where
    no Dutch or English name is sure, names in other languages and what was imported stand beside
    them.
    """
    short = text.strip()
    if len(short) > LONGEST:
        return named_in(kind, short, language)[:top]
    own = _built_in(kind, short, language)
    if (own and own[0].sure) or not _telling(kind, short):
        return own[:top]
    named = abroad.candidates(kind, short)
    best = own[0].score if own else 0.0
    if named and named[0].score > best and (best < _OWN_FITS or named[0].score >= abroad.EXACT):
        return [*named, *own][:top] if named[0].sure else _merge([named, own])[:top]
    return _beside(own, beyond().candidates(kind, short, language, top))[:top]


def _beside(own: list[Candidate], imported: Sequence[Candidate]) -> list[Candidate]:
    """Both, best first: of imported concepts the score is a chance, of built-in ones likeness."""
    ranked = [*((each.score * _LIKENESS, each) for each in own)]
    ranked += [(each.score, each) for each in imported]
    best: dict[Concept, Candidate] = {}
    for _, each in sorted(ranked, key=lambda pair: -pair[0]):
        best.setdefault(each.concept, each)
    return list(best.values())


def _telling(kind: Kind, short: str) -> bool:
    """Whether a word is left that may name something: "geen ervaring" says nothing."""
    skipped = _noise(kind) | NEGATIONS | GENERIC
    return any(len(word) > 1 and word not in skipped for word in words(without(short)))


def _built_in(kind: Kind, short: str, language: str) -> list[Candidate]:
    parts = pieces((kind,), short)
    if len(parts) < 2:
        return _one(kind, short, language)
    each = [_one(kind, part, language) for part in parts]
    whole = [replace(one, score=one.score * 0.9) for one in _whole(kind, short, language)]
    merged = _merge([*each, whole])
    firsts = {candidates[0].concept for candidates in each if candidates}
    one_reading = len(firsts) == 1 and all(each) and each[0][0].sure
    return [replace(one, sure=one.sure and one_reading) for one in merged]
