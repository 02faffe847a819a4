"""Vraag en antwoord: what jobseekers and employers ask most, found by typing, typos and all.

The words are in locales/*/knowledge.ftl: for each code `.ask` (the question), `.ask-also` (what
people type) and `.answer`. Numbers in the tuples below are kept in buttons: only append.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from services import texts
from services.texts import refs

JOBSEEKER = (
    *("rights", "duties", "work-and-benefit", "earn-extra", "first-pay", "stop-working"),
    *("trial", "volunteer", "schooling", "self-employed", "travel-costs", "debts"),
    *("privacy", "no-dutch", "childcare", "register", "refuse", "plan"),
    *("robot", "costs", "next", "duration", "full-week", "pay", "erase", "appointment", "age"),
    *("choice", "complaint", "how", "offices"),
)
EMPLOYER = (
    *("e-costs", "e-trial", "e-wage-subsidy", "e-no-risk", "e-tax", "e-jobcoach"),
    *("e-adaptation", "e-register", "e-quota", "e-internship", "e-carving", "e-ill"),
    *("e-stops", "e-answer"),
    *("e-robot", "e-privacy", "e-candidates", "e-equal", "e-pay", "e-erase", "e-how", "e-help"),
    *("e-appointment",),
)
ALL = (*JOBSEEKER, *EMPLOYER)
OF = {"jobseeker": JOBSEEKER, "employer": EMPLOYER}
ENOUGH = 70.0  # of 100: how alike words and a question must be to be shown
SURE = 90.0  # and to be answered at once
MOST = 4
LONGEST = 300  # signs of what was typed that are read


@dataclass(frozen=True)
class Hit:
    """A question that typed words may mean, and how much they are alike (0 to 100)."""

    code: str
    score: float


def number_of(code: str) -> int:
    """The number of a question in buttons and talks: from 1, employers' from 1001."""
    if code in JOBSEEKER:
        return JOBSEEKER.index(code) + 1
    return EMPLOYER.index(code) + 1001


def code_of(number: int) -> str:
    """The question with this number; LookupError when there is none."""
    group, place = (EMPLOYER, number - 1001) if number > 1000 else (JOBSEEKER, number - 1)
    if not 0 <= place < len(group):
        raise LookupError(f"no question {number}")
    return group[place]


def question(code: str) -> refs.Ref:
    """The question as a reference."""
    return refs.text(f"knowledge-{code}.ask")


def answer(code: str) -> refs.Ref:
    """The answer as a reference."""
    return refs.text(f"knowledge-{code}.answer")


def search(words: str, language: str, side: str, most: int = MOST) -> list[Hit]:
    """The questions that words of a jobseeker or an employer may mean, best first."""
    typed = texts.plain(words[:LONGEST])
    if not typed:
        return []
    hits = [Hit(code, _likeness(typed, _known(language, code))) for code in OF[side]]
    hits = sorted((hit for hit in hits if hit.score >= ENOUGH), key=lambda hit: -hit.score)
    return hits[:most]


def sure(hits: Sequence[Hit]) -> bool:
    """Is the first clearly meant?"""
    clear = len(hits) < 2 or hits[0].score - hits[1].score >= 10
    return bool(hits) and hits[0].score >= SURE and clear


@lru_cache(maxsize=1_000)
def _known(language: str, code: str) -> tuple[str, ...]:
    label = f"knowledge-{code}.ask"
    known = [texts.text(language, label), *texts.also(language, label)]
    return tuple(texts.plain(each) for each in known)


def _likeness(typed: str, known: Sequence[str]) -> float:
    """A whole question, or a known word somewhere in what was typed, each with typos."""
    whole = max(fuzz.token_sort_ratio(typed, each) for each in known)
    pieces = max(_within(each, typed) for each in known[1:] or known)
    return max(whole, pieces)


def _within(known: str, typed: str) -> float:
    """How well a known word is found in typed words: as whole words, not inside another."""
    size = len(known.split())
    words = typed.split()
    spans = [" ".join(words[i : i + size]) for i in range(max(1, len(words) - size + 1))]
    return max(fuzz.ratio(known, span) for span in spans) if len(known) > 2 else 0.0
