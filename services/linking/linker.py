"""From a text to the concepts of a classification that it may mean, ranked, on a plain processor.

A score is the weighed sum of six signals, each 0 to 1 (docs/linking.md tells what each adds):

- letters: the label that shares most character n-grams with the text;
- all names: n-grams of the stems of all labels of the concept together, Dutch compounds opened;
- about: the stems of its description;
- translated: the English label nearest to the text put word by word into English;
- translated about: the same with its English names and description together;
- cognate: n-grams of its English names, for words that are alike in both languages.

With an encoder (the extra ``semantic``) there is a seventh, once its vectors are made:

- meaning: the label nearest to the text in meaning.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np

from services.linking.confidence import chance
from services.linking.entries import Entry
from services.linking.grams import grams
from services.linking.parts import Parts
from services.linking.semantic import Encoder, Meaning
from services.linking.signals import Counted, Labels
from services.linking.table import Floats, Table
from services.linking.translation import learned
from services.linking.weights import weights
from services.vocabulary.concepts import Kind
from services.vocabulary.words import words

PIVOT = "en"  # the language in which ESCO has most names
LONGEST = 500  # signs that are read: a title or a skill; a word without end costs its square
SEMANTIC = 7  # signals when meaning is among them
_MOST_OWN, _MOST_PIVOT = 4, 6  # names of a concept that translations are learned from

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Linked:
    """A concept that a text may mean and the label nearest to the text.

    ``score`` is how alike they are (0..1), ``chance`` how likely it is right (`confidence`);
    ``semantic`` whether meaning had a share in them.
    """

    uri: str
    label: str
    score: float
    chance: float
    semantic: bool = False


class Linker:
    """Every concept of one kind, ready for texts in one language. Asking it is thread-safe."""

    def __init__(
        self,
        kind: Kind,
        entries: Sequence[Entry],
        language: str = "nl",
        pairs: Pairs = (),
        *,
        encoder: Encoder | None = None,
        kept: Path | None = None,
    ) -> None:
        """``pairs`` are names in ``language`` and in English of the same thing, from elsewhere.

        With an ``encoder`` there is a ``meaning``, of use once it was made; ``kept`` is its file.
        """
        self.kind = kind
        self.uris = [entry.uri for entry in entries]
        self._labels = Labels(entries, language)
        self._parts = Parts(language, [*self._labels.texts, *(one for one, _ in pairs)])
        typed = [words(text) for text in self._labels.texts]
        self._letters = Table(*grams(typed), len(typed))
        self._all_names = self._labels.together([self._parts(text) for text in self._labels.texts])
        self._about = Counted([self._parts(entry.about.get(language, "")) for entry in entries])
        self._pivot = _Pivot(entries, language, pairs, self._parts) if language != PIVOT else None
        self.meaning = Meaning(Labels(entries, language, PIVOT), encoder, kept) if encoder else None

    def signals(self, text: str) -> Floats:
        """A row for each signal in the order of `Weights`, a column for each of ``uris``.

        Six rows; seven where there is a meaning that can be told.
        """
        split = self._parts(text)
        own = (
            self._labels.best(self._letters.alike(grams([words(text)])[1])),
            self._all_names.alike(grams([split])[1]),
            self._about.alike(split),
        )
        nothing = (np.zeros_like(own[0]),) * 3
        there = self._pivot.signals(split) if self._pivot else nothing
        meant = self.meaning.alike(text) if self.meaning else None
        return np.stack((*own, *there) if meant is None else (*own, *there, meant))

    def scores(self, text: str) -> Floats:
        """How much each of ``uris`` is meant (0..1)."""
        return self._scored(text)[0]

    def _scored(self, text: str) -> tuple[Floats, bool]:
        """The scores, and whether meaning had a share in them."""
        signals = self.signals(text)
        semantic = len(signals) == SEMANTIC
        shares = np.array(weights(self.kind, semantic=semantic).shares, dtype=np.float32)
        return shares[: len(signals)] @ signals, semantic

    def link(self, text: str, top: int = 5) -> list[Linked]:
        """At most ``top`` concepts, best first; none for a text in which nothing is known."""
        text = text[:LONGEST]
        scores, semantic = self._scored(text)
        first = np.argsort(-scores, kind="stable")[: max(top, 2)].tolist()
        points = scores[first].tolist()
        best, second = [*points, 0.0, 0.0][:2]
        letters = self._letters.alike(grams([words(text)])[1])
        return [
            Linked(
                uri=self.uris[at],
                label=self._label(at, letters),
                score=score,
                chance=chance(
                    self.kind, score, score - (best if place else second), semantic=semantic
                ),
                semantic=semantic,
            )
            for place, (at, score) in enumerate(zip(first[:top], points, strict=False))
            if score > 0
        ]

    def _label(self, concept: int, letters: Floats) -> str:
        own = self._labels.of(concept)
        if own.start < own.stop:
            return self._labels.texts[own][int(np.argmax(letters[own]))]
        return self._pivot.first(concept) if self._pivot else ""


class _Pivot:
    """The same concepts in English, reached by learned translations."""

    def __init__(
        self, entries: Sequence[Entry], language: str, pairs: Pairs, own_parts: Parts
    ) -> None:
        parts = Parts(PIVOT, ())
        self._labels = Labels(entries, PIVOT)
        split = [parts(text) for text in self._labels.texts]
        self._names = Counted(split)
        self._letters = self._labels.together(split)
        self._texts = Counted(
            [
                [
                    *chain.from_iterable(split[self._labels.of(at)]),
                    *parts(entry.about.get(PIVOT, "")),
                ]
                for at, entry in enumerate(entries)
            ]
        )
        named = [
            (one, other)
            for entry in entries
            for one in entry.labels.get(language, ())[:_MOST_OWN]
            for other in entry.labels.get(PIVOT, ())[:_MOST_PIVOT]
        ]
        once, other_once = cache(own_parts), cache(parts)  # a name stands in many pairs
        self._lexicon: Mapping[str, Mapping[str, float]] = learned(
            (once(one), other_once(other)) for one, other in (*named, *pairs)
        )

    def signals(self, split: Sequence[str]) -> tuple[Floats, Floats, Floats]:
        """Translated, translated about, cognate."""
        return (
            self._labels.best(self._names.alike_in(split, self._lexicon)),
            self._texts.alike_in(split, self._lexicon),
            self._letters.alike(grams([split])[1]),
        )

    def first(self, concept: int) -> str:
        """The main English name."""
        own = self._labels.of(concept)
        return self._labels.texts[own.start] if own.start < own.stop else ""
