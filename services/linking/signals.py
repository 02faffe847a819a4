"""What the ways in which a text can be like a concept are counted from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from services.linking.entries import Entry
from services.linking.grams import grams
from services.linking.table import Floats, Ints, Table

Words = Sequence[str]


class Labels:
    """The labels of the concepts in one language, those of a concept beside each other."""

    def __init__(self, entries: Sequence[Entry], language: str, other: str = "") -> None:
        """Where a concept has no label in ``language``, those in ``other``."""
        labels = [entry.labels.get(language) or entry.labels.get(other, ()) for entry in entries]
        self.texts: list[str] = [text for each in labels for text in each]
        self.concepts = len(entries)
        self.starts: Ints = np.cumsum([0, *(len(each) for each in labels)])
        self._filled = np.flatnonzero(self.starts[1:] > self.starts[:-1])

    def best(self, scores: Floats) -> Floats:
        """Of scores of the labels, the best of each concept; 0 where it has no label."""
        found = np.zeros(self.concepts, dtype=np.float32)
        if len(self._filled):
            found[self._filled] = np.maximum.reduceat(scores, self.starts[:-1][self._filled])
        return found

    def of(self, concept: int) -> slice:
        """Where the labels of a concept stand."""
        return slice(int(self.starts[concept]), int(self.starts[concept + 1]))

    def together(self, split: Sequence[Words]) -> Table:
        """A row for each concept: the n-grams of the parts of all its labels."""
        owners = np.repeat(np.arange(self.concepts), np.diff(self.starts))
        rows, hashes = grams(split)
        return Table(owners[rows], hashes, self.concepts)


class Counted:
    """Texts as rows of whole parts (stems)."""

    def __init__(self, split: Sequence[Words]) -> None:
        self._known: dict[str, int] = {}
        rows = np.repeat(np.arange(len(split)), [len(each) for each in split])
        known = [self._known.setdefault(part, len(self._known)) for each in split for part in each]
        self._table = Table(rows, np.array(known, dtype=np.int64), len(split))

    def alike(self, split: Words) -> Floats:
        """Of each row the cosine with these parts."""
        known = [self._known[part] for part in split if part in self._known]
        return self._table.alike(np.array(known, dtype=np.int64))

    def alike_in(self, split: Words, lexicon: Mapping[str, Mapping[str, float]]) -> Floats:
        """Of each row the cosine with the translations of these parts, likely ones for more."""
        amounts: dict[int, float] = {}
        for part in dict.fromkeys(split):
            for word, chance in lexicon.get(part, {}).items():
                if word in self._known:
                    number = self._known[word]
                    amounts[number] = amounts.get(number, 0.0) + chance
        places = np.array(sorted(amounts), dtype=np.int64)
        return self._table.weighed(places, np.array([amounts[at] for at in places.tolist()]))
