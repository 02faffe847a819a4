"""Word translations learned from names in two languages of the same thing.

Expectation maximisation over pairs of names (IBM model 1: Brown et al. 1993), without a null word.
Nobody wrote the table: "chauffeur" comes to mean "driver" because the two stand side by side in
many pairs, while "vrachtwagen" is explained by "lorry".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

Pair = tuple[Sequence[str], Sequence[str]]
ROUNDS = 6
LEAST = 0.03  # a translation less likely than this is chance
SEEN = 2  # a word in fewer pairs than this has no translation that can be trusted


def learned(pairs: Iterable[Pair]) -> dict[str, dict[str, float]]:
    """For each word of the first language its translations with their chance (0..1)."""
    given = [(sorted(set(one)), sorted(set(other))) for one, other in pairs if one and other]
    often = Counter(word for one, _ in given for word in one)
    first = {word: at for at, word in enumerate(w for w, n in often.items() if n >= SEEN)}
    second: dict[str, int] = {}
    ones, others, events = [], [], []
    event = 0
    for one, other in given:
        known = [first[word] for word in one if word in first]
        for word in other if known else ():
            at = second.setdefault(word, len(second))
            ones += known
            others += [at] * len(known)
            events += [event] * len(known)
            event += 1
    if not event:
        return {}
    chances = _maximised(np.array(ones), np.array(others), np.array(events), len(second))
    return _told(chances, list(first), list(second))


Numbers = np.ndarray[Any, np.dtype[Any]]
Chances = tuple[Numbers, Numbers, Numbers]


def _maximised(ones: Numbers, others: Numbers, events: Numbers, width: int) -> Chances:
    cells, inside = np.unique(ones.astype(np.int64) * width + others, return_inverse=True)
    of_one, of_other = np.divmod(cells, width)
    chance = np.ones(len(cells))
    for _ in range(ROUNDS):
        share = chance[inside]
        share /= np.bincount(events, share)[events]  # who of the first name explains this word
        counts = np.bincount(inside, share)
        chance = counts / np.bincount(of_one, counts)[of_one]
    kept = chance >= LEAST
    return of_one[kept], of_other[kept], chance[kept]


def _told(chances: Chances, first: list[str], second: list[str]) -> dict[str, dict[str, float]]:
    told: dict[str, dict[str, float]] = {}
    for one, other, chance in zip(*chances, strict=True):
        told.setdefault(first[one], {})[second[other]] = float(chance)
    return told
