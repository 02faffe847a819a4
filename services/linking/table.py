"""TF-IDF over anything that can be counted: rows of tokens, and how alike a query is to each."""

from __future__ import annotations

from typing import Any

import numpy as np

Floats = np.ndarray[Any, np.dtype[np.float32]]
Ints = np.ndarray[Any, np.dtype[np.int64]]
Tokens = np.ndarray[Any, np.dtype[Any]]


class Table:
    """Rows as unit vectors: weight of a token (1 + log count) · idf; kept by token.

    idf = log((1 + rows) / (1 + rows that hold it)) + 1, as scikit-learn smooths it.
    """

    def __init__(self, rows: Ints, tokens: Tokens, size: int) -> None:
        """``tokens[i]`` stands in row ``rows[i]`` of ``size``; a token may stand there twice."""
        self.size = size
        self.known, places = np.unique(tokens, return_inverse=True)
        cells, counts = np.unique(places * max(size, 1) + rows, return_counts=True)
        of_token, self._rows = np.divmod(cells, max(size, 1))
        held = np.bincount(of_token, minlength=len(self.known))
        self.idf = (np.log((1 + size) / (1 + held)) + 1).astype(np.float32)
        weights = (1 + np.log(counts)) * self.idf[of_token]
        lengths = np.sqrt(np.bincount(self._rows, weights * weights, minlength=size))
        self._weights = (weights / lengths[self._rows]).astype(np.float32)
        self._rows = self._rows.astype(np.int32)
        self._starts = np.concatenate(([0], np.cumsum(held)))

    def find(self, tokens: Tokens) -> tuple[Ints, Tokens]:
        """Which of ``tokens`` are known: their places here, and a mask over ``tokens``."""
        if not len(self.known) or not len(tokens):
            return np.zeros(0, dtype=np.int64), np.zeros(len(tokens), dtype=bool)
        at = np.minimum(np.searchsorted(self.known, tokens), len(self.known) - 1)
        same = self.known[at] == tokens
        return at[same], same

    def alike(self, tokens: Tokens) -> Floats:
        """Cosine (0..1) of the query with each row."""
        unique, counts = np.unique(tokens, return_counts=True)
        places, same = self.find(unique)
        return self.weighed(places, 1 + np.log(counts[same]))

    def weighed(self, places: Ints, amounts: Tokens) -> Floats:
        """Cosine with each row of a query of known tokens in given amounts, weighed by idf."""
        if not len(places):
            return np.zeros(self.size, dtype=np.float32)
        asked = amounts * self.idf[places]
        asked = asked / np.sqrt(asked @ asked)
        spans = [slice(self._starts[at], self._starts[at + 1]) for at in places]
        rows = np.concatenate([self._rows[span] for span in spans])
        points = np.concatenate(
            [self._weights[span] * each for span, each in zip(spans, asked, strict=True)]
        )
        return np.bincount(rows, points, minlength=self.size).astype(np.float32)
