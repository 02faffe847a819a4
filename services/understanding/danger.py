"""Is somebody in danger? Heard in what they type, before anything else reads it (danger-first).

The words that tell of it stand in data/danger_signs.tsv and data/danger_words.tsv. A sign counts
unless it is denied ("hij slaat mij niet"), long ago, a joke or somebody's work. How well this
hears is measured by bench/danger.py; see docs/danger.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from services.understanding import spotting

Level = Literal["danger", "unclear", "sad"]
Kind = Literal["now", "child", "suicide", "near", "violence", "exploitation", "threat", "sad"]
LEVELS: tuple[Level, ...] = ("danger", "unclear", "sad")
KINDS: tuple[Kind, ...] = (  # which one is answered when several are heard
    *("now", "child", "suicide", "near", "violence", "exploitation", "threat", "sad"),
)
MOST = 20_000  # signs that are read
_YEAR = re.compile(r"(?:19\d\d|20[01]\d|202[0-4])")
_NOT_BEFORE, _NOT_AFTER = 2, 2  # words round a sign in which "niet" denies it


@dataclass(frozen=True)
class Heard:
    """What was heard: how sure, what about, and whether somebody who works here is threatened."""

    level: Level
    kind: Kind
    staff: bool = False


@dataclass(frozen=True)
class _Table:
    lists: dict[str, frozenset[str]]
    finder: spotting.Finder
    typos: tuple[str, ...]  # words in which one slip is forgiven
    real: frozenset[str]  # words that are meant as typed


@lru_cache(maxsize=1)
def _table() -> _Table:
    lists = spotting.classes("danger_words.tsv")
    finder = spotting.Finder(
        [spotting.sign(row, lists) for row in spotting.rows("danger_signs.tsv")]
    )
    return _Table(lists, finder, tuple(sorted(lists["typo"])), frozenset().union(*lists.values()))


def hear(text: str, *, advert: bool = False) -> Heard | None:
    """The gravest thing that is heard in a text; None is the usual answer.

    In an `advert` only what somebody says of themselves counts.
    """
    table, heard = _table(), []
    for spoken in spotting.sentences(text[:MOST], table.lists["filler"]):
        words = spotting.mended(spoken, table.typos, table.real)
        hits = list(table.finder.found(words))
        past = _long_ago(words, hits)
        for hit in hits:
            counts = hit.sign.row["level"] in LEVELS and (not advert or _own(hit, words))
            if counts and not _innocent(hit, words, past=past):
                heard.append((hit.sign.row, words))
    if not heard:
        return None
    row, words = min(heard, key=lambda each: _rank(each[0]))
    kind = cast(Kind, row["kind"])
    staff = kind == "threat" and any(word in table.lists["staff"] for word in words)
    return Heard(cast(Level, row["level"]), kind, staff)


def _rank(row: object) -> tuple[int, int]:
    told = cast(dict[str, str], row)
    return LEVELS.index(cast(Level, told["level"])), KINDS.index(cast(Kind, told["kind"]))


def _own(hit: spotting.Hit, words: list[str]) -> bool:
    """Does somebody say it of themselves?"""
    lists = _table().lists
    span = words[hit.places[0] : hit.places[-1] + 1]
    return any(word in lists["ik"] or word in lists["mine"] for word in span)


def _innocent(hit: spotting.Hit, words: list[str], *, past: bool) -> bool:
    """Denied, long ago, or with a word beside it that makes it something else."""
    row = hit.sign.row
    unless = [name for name in row["unless"].split(",") if name]
    if any(_named(name, words) for name in unless):
        return True
    return _denied(hit, words) or (past and row["kind"] not in ("now", "threat"))


def _named(name: str, words: list[str]) -> bool:
    listed = _table().lists.get(name, frozenset({spotting.normal(name)}))
    part = spotting.Part(listed)
    return any(part.fits(word) for word in words)


def _denied(hit: spotting.Hit, words: list[str]) -> bool:
    """A "niet" in or beside the sign that does not belong to it."""
    lists = _table().lists
    if any(word in lists["not"] for part in hit.sign.parts for word in part.words):
        return False
    first, last = hit.places[0], hit.places[-1]
    subject = words[first] in lists["ik"] or words[first] in lists["i"]  # "geen huis ik wil dood"
    back = 0 if subject else _NOT_BEFORE
    before = _clause(words[max(0, first - back) : first][::-1])
    after = _clause(words[last + 1 : last + 1 + _NOT_AFTER])
    inside = [words[at] for at in range(first, last) if at not in hit.places]
    return any(word in lists["not"] for word in (*before, *inside, *after))


def _clause(words: list[str]) -> list[str]:
    """Up to where something else is said."""
    joins = _table().lists["join"]
    return words[: next((at for at, word in enumerate(words) if word in joins), len(words))]


def _long_ago(words: list[str], told: Sequence[spotting.Hit]) -> bool:
    """In the past and over: "vroeger", "jaren geleden", "in 1998"; not when it happens again."""
    lists = _table().lists
    if any(word in lists["again"] for word in words):
        return False
    return any(hit.sign.row["level"] == "past" for hit in told) or any(
        word in lists["longago"] or _YEAR.fullmatch(word) for word in words
    )
