"""Character n-grams of many texts at once, as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

Ints = np.ndarray[Any, np.dtype[np.int64]]
Hashes = np.ndarray[Any, np.dtype[np.uint64]]
SIZES = (2, 3, 4, 5)
_STEP = np.uint64(0x9E3779B97F4A7C15)  # odd, so that no letter is lost in 64 bits
_SPACE = ord(" ")


def grams(texts: Sequence[Sequence[str]]) -> tuple[Ints, Hashes]:
    """The n-grams inside the words of each text, with the edges of a word marked by a space.

    ``texts[i]`` is a list of words. Gives for each n-gram the number of its text and its hash; two
    different n-grams share a hash with a chance of about 1 in 10^19.
    """
    padded = ["".join(f" {word} " for word in words) for words in texts]
    text = "".join(padded)
    codes = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    owners = np.repeat(np.arange(len(padded)), [len(each) for each in padded])
    gaps = np.zeros(len(codes) + 1, dtype=np.int64)  # how many words ended before each place
    if len(codes) > 1:
        between = (codes[:-1] == _SPACE) & (codes[1:] == _SPACE)
        gaps[2:] = np.cumsum(between)
    rows, hashes = [], []
    rolled = np.zeros(len(codes), dtype=np.uint64)
    for size in range(1, SIZES[-1] + 1):
        last = len(codes) - size + 1
        if last <= 0:
            break
        rolled = (rolled[:last] if size == 1 else rolled[:last] * _STEP) + codes[size - 1 :]
        if size in SIZES:
            whole = gaps[size : size + last] == gaps[1 : last + 1]
            rows.append(owners[:last][whole])
            hashes.append(rolled[whole] * _STEP + np.uint64(size))
    if not rows:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.uint64)
    return np.concatenate(rows), np.concatenate(hashes)
