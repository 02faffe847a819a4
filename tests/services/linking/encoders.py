"""An encoder without a model: hashed character n-grams, so alike in letters is alike in meaning."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from services.linking.grams import grams
from services.linking.table import Floats

WIDTH = 64


class Hashed:
    """Deterministic, in every process; ``asked`` counts the texts that it was given."""

    def __init__(self, version: str = "hashed 1", synonyms: dict[str, str] | None = None) -> None:
        self.version = version
        self.asked = 0
        self._synonyms = synonyms or {}

    def __call__(self, texts: Sequence[str]) -> Floats:
        self.asked += len(texts)
        rows = np.full((len(texts), WIDTH), 0.1)
        for row, text in zip(rows, texts, strict=True):
            words = self._synonyms.get(text, text).split()
            np.add.at(row, (grams([words])[1] >> np.uint64(40)) % np.uint64(WIDTH), 1.0)
        found: Floats = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
        return found
