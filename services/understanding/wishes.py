"""What somebody wants of us, apart from an answer: a person, an answer, vacancies, to stop …

The words that tell of it stand in data/wish_signs.tsv and data/wish_words.tsv, read as the signs of
danger are. Which one counts when several are heard is the order of `WISHES`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from services.understanding import spotting

WISHES = (  # which one is meant when several are heard
    *("callback", "person", "why", "filled", "question", "language", "found-work", "pause", "stop"),
    *("staff", "change", "search", "seeker", "secret", "again", "nothing", "unsure", "wrong"),
    *("vague", "insult", "thanks", "greeting"),
)
GENERAL = ("privacy", "duration", "next", "choice", "help")  # topics that yield to any other
LONGEST = 400  # signs that are read: who wants something says so at once
_START = re.compile(r"^\W*(?:(?:en|maar|ja|nee|ok|hoi|hallo|and|but)\b\W*)*([^\W\d_]+)")


@dataclass(frozen=True)
class Wish:
    """What is wanted, and of a question what it is about."""

    kind: str
    topic: str = ""


@dataclass(frozen=True)
class _Table:
    lists: dict[str, frozenset[str]]
    finder: spotting.Finder
    typos: tuple[str, ...]
    real: frozenset[str]


@lru_cache(maxsize=1)
def _table() -> _Table:
    lists = spotting.classes("wish_words.tsv")
    finder = spotting.Finder(
        [spotting.sign(row, lists) for row in spotting.rows("wish_signs.tsv") if row["wish"]]
    )
    return _Table(lists, finder, tuple(sorted(lists["typo"])), frozenset().union(*lists.values()))


def asks(words: str) -> bool:
    """Is this put as a question?"""
    first = _START.match(words[:LONGEST].casefold())
    return "?" in words[:LONGEST] or bool(first and first[1] in _table().lists["asks"])


def wishes(words: str, *, idle: bool = False) -> list[Wish]:
    """Everything that is wanted, the most telling first. `idle`: no question of ours is open."""
    table, question = _table(), asks(words)
    heard: dict[Wish, None] = {}
    for said in spotting.sentences(words[:LONGEST], table.lists["filler"]):
        mended = spotting.mended(said, table.typos, table.real)
        for hit in table.finder.found(mended):
            row = hit.sign.row
            fits = {"": True, "asks": question or idle, "alone": idle}[row["how"]]
            if fits and row["wish"] in WISHES and not _otherwise(row["unless"], mended):
                heard[Wish(row["wish"], row["topic"])] = None
    return sorted(heard, key=_rank)


def _rank(wish: Wish) -> tuple[int, int]:
    general = GENERAL.index(wish.topic) + 1 if wish.topic in GENERAL else 0
    return WISHES.index(wish.kind), general


def _otherwise(unless: str, words: Sequence[str]) -> bool:
    """Does a word beside the sign make it something else?"""
    lists = _table().lists
    for name in filter(None, unless.split(",")):
        listed = lists.get(name.lstrip("@"), frozenset({spotting.normal(name)}))
        part = spotting.Part(listed)
        if any(part.fits(word) for word in words):
            return True
    return False
