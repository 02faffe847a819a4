"""How sure a link is: the chance that it is right, and when a person is offered a choice.

Logistic regression on two numbers, the score of a concept and how far it is ahead of the best other
one, fitted on every second development title (docs/linking.md shows the others). The chance that
the *first* concept is right is what was measured; of the others it only tells the order.
"""

from __future__ import annotations

import math

from services.vocabulary.concepts import CHOICES, Kind

SURE_FROM = 0.85  # from here on one reading is offered ("Bedoel je …?"), never taken over unasked
WORTH = 0.05  # below it those that have at least this chance, at most `CHOICES`
WORTH_SEMANTIC = 0.08  # the same with meaning, which finds something near to any word at all
_FITTED: dict[Kind, tuple[float, float, float]] = {  # constant, score, ahead
    "occupation": (-4.1, 6.4, 7.2),
    "skill": (-4.1, 6.0, 6.5),
}
_SEMANTIC: dict[Kind, tuple[float, float, float]] = {  # the same where meaning has a share
    "occupation": (-3.9, 5.4, 6.0),
    "skill": (-4.6, 6.3, 8.7),
}


def chance(kind: Kind, score: float, ahead: float, *, semantic: bool = False) -> float:
    """The chance (0..1) that a concept is meant; ``ahead`` is below 0 when another is nearer.

    ``semantic``: the score is that of seven signals.
    """
    constant, by_score, by_ahead = (_SEMANTIC if semantic else _FITTED)[kind]
    return 1 / (1 + math.exp(-(constant + by_score * score + by_ahead * ahead)))


def offered(chances: list[float], *, semantic: bool = False) -> int:
    """How many of the ranked concepts to offer: one that is sure, else up to five, or none."""
    worth = WORTH_SEMANTIC if semantic else WORTH
    if chances and chances[0] >= SURE_FROM:
        return 1
    return sum(each >= worth for each in chances[:CHOICES])
