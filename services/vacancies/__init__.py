"""Vacatures: what an employer reported, what it asks, and how it is agreed to be handled."""

from services.vacancies.lifecycle import (
    AGREEMENT,
    WHY,
    answers_now,
    answers_of,
    close,
    demands_of,
    due,
    renew,
    reopen,
    report,
    shown,
)

__all__ = [
    "AGREEMENT",
    "WHY",
    "answers_now",
    "answers_of",
    "close",
    "demands_of",
    "due",
    "renew",
    "reopen",
    "report",
    "shown",
]
