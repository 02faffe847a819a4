"""Vacatures: what an employer reported, what it asks, and how it is agreed to be handled."""

from services.vacancies.lifecycle import (
    answers_of,
    close,
    due,
    own_words,
    renew,
    reopen,
    report,
    shown,
    told,
)

__all__ = [
    "answers_of",
    "close",
    "due",
    "own_words",
    "renew",
    "reopen",
    "report",
    "shown",
    "told",
]
