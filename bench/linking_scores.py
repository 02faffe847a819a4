"""Ranks by distinct concept with ties shared fairly, and what is known of their certainty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

Floats = np.ndarray[Any, np.dtype[np.floating[Any]]]
CUTS = (1, 5, 10)
SAME = 1e-9  # scores nearer than this are tied
DRAWS = 2000


@dataclass(frozen=True)
class Scored:
    """Per query: expected reciprocal rank, chance of success at 1, 5, 10, and of the first choice.

    ``first`` is the highest score, ``ahead`` how far it is above the next concept.
    """

    reciprocal: Floats
    within: dict[int, Floats]
    first: Floats
    ahead: Floats


def one(scores: Floats, right: list[int]) -> tuple[float, dict[int, float], float, float]:
    """Expected values over every order of the concepts that are tied with the first right one.

    Tie rule: each concept scores as its best form. With ``above`` concepts strictly higher and a
    block of ``size`` equal ones of which ``good`` are right, the first right one is the k-th of the
    block with chance C(size-k, good-1) / C(size, good).
    """
    best = scores[right].max()
    above = int((scores > best + SAME).sum())
    tied = np.abs(scores - best) <= SAME
    size, good = int(tied.sum()), int(tied[right].sum())
    reciprocal, within, left = 0.0, dict.fromkeys(CUTS, 0.0), 1.0
    for place in range(1, size - good + 2):
        chance = left * good / (size - place + 1)
        left -= chance
        reciprocal += chance / (above + place)
        for cut in CUTS:
            within[cut] += chance * (above + place <= cut)
    top = np.partition(scores, -2)[-2:]
    return reciprocal, within, float(top[1]), float(top[1] - top[0])


def scored(rows: Iterable[Floats], right: list[list[int]]) -> Scored:
    """The scores of every query against every concept, judged."""
    each = [one(row, good) for row, good in zip(rows, right, strict=True)]
    return Scored(
        reciprocal=np.array([entry[0] for entry in each]),
        within={cut: np.array([entry[1][cut] for entry in each]) for cut in CUTS},
        first=np.array([entry[2] for entry in each]),
        ahead=np.array([entry[3] for entry in each]),
    )


def interval(values: Floats, seed: int = 1) -> tuple[float, float]:
    """95 % bootstrap interval of the mean of ``values`` (queries drawn with replacement)."""
    draw = np.random.default_rng(seed)
    size = len(values)
    means = [values[draw.integers(0, size, size)].mean() for _ in range(DRAWS)]
    low, high = np.percentile(means, (2.5, 97.5))
    return float(low), float(high)


def coverage(
    chances: Floats, first_right: Floats, shares: tuple[float, ...]
) -> list[tuple[float, float, float, float]]:
    """For each share of the queries, surest first: (share, least chance, mean chance, precision).

    Where the mean chance is the precision, what is said about being right is honest.
    """
    order = np.argsort(-chances, kind="stable")
    told = []
    for share in shares if len(chances) else ():
        taken = order[: max(1, round(share * len(order)))]
        said, right = float(chances[taken].mean()), float(first_right[taken].mean())
        told.append((share, float(chances[taken[-1]]), said, right))
    return told
