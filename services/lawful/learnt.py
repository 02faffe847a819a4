"""A second reader, for wordings that no sign knows: learnt from examples, never sure.

`python -m bench.lawful_learn` makes `learnt.npz` from our own sentences (bench/data/lawful, without
the half that is kept for measuring) and our own adverts. A sentence is its words, their rows and
their letters, each in one of BUCKETS; what each says for a kind was weighed by logistic regression.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

FILE = Path(__file__).parent / "learnt.npz"
BUCKETS = 1 << 14
NONE = "-"  # the kind of a sentence about which there is nothing to say
LONGEST = 250  # signs of a sentence; a longer one is a story, and no demand was learnt from one
FEWEST = 3  # words of a sentence; fewer say too little to be judged by what is like it
_LETTERS = (3, 4, 5)  # letters in a row
_WORDS = (1, 2, 3)  # words in a row
_WORD = re.compile(r"[^\W_]+")


def features(sentence: str) -> list[int]:
    """The buckets of a sentence, each once."""
    words = _WORD.findall(sentence.lower())
    return sorted({zlib.crc32(each.encode()) % BUCKETS for each in _pieces(words)})


def _pieces(words: list[str]) -> Iterator[str]:
    for word in words:
        padded = f" {word} "
        for length in _LETTERS:
            for start in range(max(1, len(padded) - length + 1)):
                yield "c" + padded[start : start + length]
    row = ["^", *words, "$"]
    for start in range(len(row)):
        for length in _WORDS:
            if start + length <= len(row):
                yield "w" + " ".join(row[start : start + length])
        if start + 2 < len(row):
            yield f"s{row[start]}_{row[start + 2]}"


@lru_cache(maxsize=1)
def _weights() -> tuple[list[str], Any, Any]:
    """The kinds, what each bucket says for each, and what each kind has to begin with."""
    with np.load(FILE, allow_pickle=False) as kept:
        table = kept["weights"].astype(np.float32) * kept["scale"]
        return [str(kind) for kind in kept["kinds"]], table, kept["begin"]


def kind_of(sentence: str) -> tuple[str, float]:
    """The likeliest kind of what is wrong with a sentence, and how likely anything is (0..1)."""
    long_enough = len(_WORD.findall(sentence)) >= FEWEST and len(sentence) <= LONGEST
    found = features(sentence) if long_enough else []
    if not found:
        return NONE, 0.0
    kinds, table, begin = _weights()
    scores = table[found].sum(axis=0) / np.sqrt(len(found)) + begin
    shares = np.exp(scores - scores.max())
    shares /= shares.sum()
    nothing = kinds.index(NONE)
    likely = 1.0 - float(shares[nothing])
    shares[nothing] = 0.0
    return kinds[int(shares.argmax())], likely
