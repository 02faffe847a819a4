"""Onderzoek: what people think of us, in one question and a few words (SUR).

Voluntary and short. `asking` finds whom to ask and keeps the answers, `results` shows them.
"""

from services.surveys.asking import (
    LOW,
    SCORES,
    SIDES,
    TOPICS,
    Wanted,
    answer,
    ask,
    due,
    has_topics,
    prepare,
    tell_topics,
)
from services.surveys.results import GROUPS, Result, results, showable, topics, words

__all__ = [
    "GROUPS",
    "LOW",
    "SCORES",
    "SIDES",
    "TOPICS",
    "Result",
    "Wanted",
    "answer",
    "ask",
    "due",
    "has_topics",
    "prepare",
    "results",
    "showable",
    "tell_topics",
    "topics",
    "words",
]
