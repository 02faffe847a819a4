"""How long a first meeting takes: counted from what this region really did, else estimated.

Counted are the vacancies of the last year that came to a meeting both sides said yes to. Of those
that never did nothing is said here, and the text says so too. With too few the region file's
estimate stands, and is called one.
"""

from __future__ import annotations

from math import ceil
from statistics import median
from typing import Any

from sqlmodel import col, select

from services.messages.message import Line
from services.store.models import Match, Vacancy
from services.unit_of_work import Work

LEAST = 10  # vacancies that came to a meeting; with fewer nothing can be counted
PERIOD_DAYS = 365
MOST = 0.8  # the part of them that "most" stands for

COUNTED, ESTIMATE, PERSON = "counted", "estimate", "person"  # what a term rests on
Term = dict[str, Any]  # {"basis", "half" and "term" (days), "n" (vacancies counted)}


async def expected(work: Work) -> Term:
    """What may be said today of the days until a first meeting."""
    days = sorted(await _took(work))
    if len(days) < LEAST:
        half, most = work.region.follow_up.first_meeting_days
        return {"basis": ESTIMATE, "half": half, "term": most, "n": len(days)}
    most = days[ceil(MOST * len(days)) - 1]
    return {"basis": COUNTED, "half": ceil(median(days)), "term": most, "n": len(days)}


async def _took(work: Work) -> list[int]:
    """For each vacancy of the last year the days from its report to the first yes of both."""
    query = (
        select(Vacancy.id, Vacancy.reported, Match.agreed)
        .join(Match, col(Match.vacancy_id) == col(Vacancy.id))
        .where(col(Match.agreed).is_not(None))
    )
    first: dict[int, float] = {}
    for key, reported, agreed in (await work.tx.exec(query)).all():
        if key is None or agreed is None or (work.now - reported).days > PERIOD_DAYS:
            continue
        took = (agreed - reported).total_seconds() / 86_400
        first[key] = min(first.get(key, took), took)
    return [max(1, ceil(took)) for took in first.values()]


def line(record: Term) -> Line:
    """A term in a sentence that says what it rests on."""
    basis = record.get("basis", ESTIMATE)  # an answer of before terms were counted
    args = {"days": record["term"], "half": record.get("half", record["term"])}
    return Line(f"answer-72-{basis}", {**args, "n": record.get("n", 0)})
