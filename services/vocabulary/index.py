"""Labels made ready for fuzzy search: words and parts of words, weights, and trigrams."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from services.vocabulary.concepts import Concept, Kind
from services.vocabulary.data import vocabulary
from services.vocabulary.noise import FILLERS, GENERIC, LAST_PARTS
from services.vocabulary.words import grams, key, sound, words

NEAR = 0.75  # words less alike than this (optimal string alignment, 0..1) are different words
_SOUNDS_ALIKE = 0.95
_REMEMBERED = 20_000  # words whose near ones are kept; what people type is without end
_GENERIC = 0.3  # share of its weight that a generic word keeps
_LINKS = ("", "s", "e", "n", "en")  # what may stand between the parts of a Dutch compound


def phrase(typed: Iterable[str]) -> str:
    """The keys of some words whatever their order: "op tijd komen" is "komt op tijd"."""
    return " ".join(sorted(map(key, typed)))


@dataclass(frozen=True, slots=True)
class Label:
    """One form of one concept: ``parts`` are its words, compounds opened, fillers left out."""

    text: str
    folded: str
    parts: tuple[str, ...]
    concept: Concept
    language: str
    main: bool


class Lexicon:
    """The words of all labels: opens compounds and says which known words are near a typed one."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.words = {word for text in texts for word in words(text)}
        self._parts = {word for word in self.words if len(word) >= 3} | LAST_PARTS
        self._opened: dict[str, tuple[str, ...]] = {}

    def open(self, word: str) -> tuple[str, ...]:
        """The parts of a compound whose parts are known: magazijnmedewerker → magazijn, …"""
        if word not in self._opened:
            if len(self._opened) > 100_000:  # what people type is without end
                self._opened.clear()
            self._opened[word] = self._open(word)
        return self._opened[word]

    def _open(self, word: str) -> tuple[str, ...]:
        for cut in range(3, len(word) - 3):
            left, right = word[:cut], word[cut:]
            if right not in self._parts or (len(right) < 5 and right not in LAST_PARTS):
                continue
            for link in _LINKS:
                stem = left.removesuffix(link) if link else left
                if link and stem == left:
                    continue
                if len(stem) >= 3 and stem in self._parts:
                    return (*self.open(stem), right)
        return (word,)


class LabelIndex:
    """All labels of one kind. Reading it is thread-safe; it does not change once built."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        named = [
            (concept, language, text)
            for concept in concepts
            for language in concept.names.keys() | concept.also.keys()
            for text in concept.labels(language)
        ]
        self.lexicon = Lexicon(text for *_, text in named)
        self.labels = [self._label(*entry) for entry in named]
        self.exact: dict[str, list[Label]] = defaultdict(list)
        self.by_key: dict[str, list[int]] = defaultdict(list)
        self.keys_of: dict[str, set[str]] = defaultdict(set)  # all keys of a concept, by code
        self._post()
        self._name()
        self.keys = list(self.by_key)
        self.by_sound: dict[str, list[str]] = defaultdict(list)
        for each in self.keys:
            self.by_sound[sound(each)].append(each)
        self.weights = self._weigh(len(concepts))
        self._near: dict[str, Mapping[str, float]] = {}

    def _label(self, concept: Concept, language: str, text: str) -> Label:
        typed = words(text)
        return Label(
            text=text,
            folded=" ".join(typed),
            parts=self.parts(typed),
            concept=concept,
            language=language,
            main=concept.names.get(language) == text,
        )

    def parts(self, typed: Sequence[str]) -> tuple[str, ...]:
        """The keys of the words, compounds opened; fillers only when there is nothing else."""
        telling = [word for word in typed if word not in FILLERS] or typed
        return tuple(key(part) for word in telling for part in self.lexicon.open(word))

    def _post(self) -> None:
        by_gram: dict[str, list[int]] = defaultdict(list)
        lengths: list[float] = []
        for number, label in enumerate(self.labels):
            self.exact[label.folded].append(label)
            self.keys_of[label.concept.code].update(label.parts)
            for part in set(label.parts):
                self.by_key[part].append(number)
            own = grams(label.folded)
            lengths.append(math.sqrt(len(own)) or 1.0)
            for gram in own:
                by_gram[gram].append(number)
        self.by_gram = {gram: np.array(held, dtype=np.intp) for gram, held in by_gram.items()}
        self._lengths = np.array(lengths)

    def _name(self) -> None:
        """Tables for looking up whole names: as keys, written as one word, and spelled by ear."""
        self.phrases: dict[str, list[Label]] = defaultdict(list)
        self.joined: dict[str, list[Label]] = defaultdict(list)
        self.heard: dict[str, list[Label]] = defaultdict(list)
        for label in self.labels:
            typed = label.folded.split()
            self.phrases[phrase(typed)].append(label)
            self.joined["".join(typed)].append(label)
            if len(typed) == 1:
                self.heard[sound(typed[0])].append(label)

    def _weigh(self, total: int) -> dict[str, float]:
        generic = {key(word) for word in GENERIC}
        weights = {}
        for each, numbers in self.by_key.items():
            concepts = len({self.labels[number].concept.code for number in numbers})
            rare = math.log(1 + total / concepts) / math.log(1 + total)
            weights[each] = rare * (_GENERIC if each in generic else 1.0)
        return weights

    def near(self, part: str) -> Mapping[str, float]:
        """Known keys like ``part`` with their likeness (0..1); short ones only when the same."""
        if part not in self._near:
            if len(self._near) > _REMEMBERED:
                self._near.clear()
            self._near[part] = self._find_near(part)
        return self._near[part]

    def _find_near(self, part: str) -> Mapping[str, float]:
        found = {part: 1.0} if part in self.by_key else {}
        if len(part) < 4 or not part.isalpha():
            return found
        for other in self.by_sound.get(sound(part), ()):
            if len(other) >= 4:
                found.setdefault(other, _SOUNDS_ALIKE)
        for other, likeness, _ in process.extract(
            part,
            self.keys,
            scorer=OSA.normalized_similarity,
            score_cutoff=NEAR,
            limit=6,
            processor=None,
        ):
            if len(other) >= 4:
                found.setdefault(other, likeness)
        return found

    def alike(self, folded: str, top: int) -> list[int]:
        """Numbers of the labels that share most trigrams with a folded text (cosine)."""
        held = [self.by_gram[gram] for gram in grams(folded) if gram in self.by_gram]
        if not held:
            return []
        shared = np.bincount(np.concatenate(held), minlength=len(self._lengths))
        likeness = shared / self._lengths
        least = np.partition(likeness, -top)[-top] if top < len(likeness) else 0.0
        near = np.flatnonzero((likeness >= least) & (shared > 0))
        best = near[np.argsort(-likeness[near], kind="stable")][:top]
        return [int(number) for number in best]


@cache
def index(kind: Kind) -> LabelIndex:
    """The labels of one kind, built at first use."""
    return LabelIndex(tuple(vocabulary().concepts[kind].values()))
