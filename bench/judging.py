"""What became of an utterance: what is stored or offered because of it, and which texts answered.

Nothing is read from sentences: a message holds ids of texts and codes of buttons, and those are
compared with what the case wants.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from services import places

VERDICTS = ("right", "partly", "asked", "missed", "wrong")
HALVES = ("building", "measuring")
LISTS = ("wanted", "done", "skills", "times", "travel", "must")
PLACES = ("home", "place")
ANSWERS: Mapping[str, Sequence[str]] = {  # a wish -> how the texts begin that answer it
    "human": ("ask-", "callback-", "care-"),
    "callback": ("callback-", "ask-", "care-"),
    "crisis": ("danger-suicide", "danger-violence", "danger-threat", "danger-now", "danger-ex"),
    "sad": ("danger-", "care-", "ask-"),
    "search": ("opening", "seek-"),
    "found-work": ("wish-found-work", "own-work-"),
    "stop": ("stopped", "quiet", "pause", "knowledge-erase", "erase-", "keep-"),
    "other-language": ("language-",),
    "private": ("guard-", "knowledge-e-equal", "lawful-"),
    "insult": ("wish-insult",),
    "greeting": ("wish-greeting", "welcome"),
    "thanks": ("wish-thanks",),
}
TOPICS: Mapping[str, Sequence[str]] = {  # a question -> the article, where it is not called alike
    "why": ("wish-why", "knowledge-choice"),
    "choice": ("wish-why", "knowledge-choice"),
    "cost": ("knowledge-costs", "knowledge-e-costs"),
    "rights": ("knowledge-complaint", "knowledge-rights"),
    "benefit": ("knowledge-work-and-benefit",),
    "travel": ("knowledge-travel-costs",),
    "dutch": ("knowledge-no-dutch",),
    "own-business": ("knowledge-self-employed",),
    "subsidy": ("knowledge-e-wage-subsidy", "knowledge-e-tax"),
    "help": ("knowledge-how", "knowledge-e-how", "knowledge-e-help"),
    "candidates": ("knowledge-e-candidates", "progress"),
    "filled": ("manage-", "vacancies", "close-", "wish-filled"),
    "extend": ("manage-", "vacancies", "renew-", "wish-filled"),
    "next": ("knowledge-next", "openings"),
}
FOLLOWS = ("who", "dialog")  # what follows from beginning to talk
LOST = ("unread", "retry", "idle")  # how the texts end that say: not understood


@dataclass(frozen=True)
class Case:
    """What somebody types at a place, and what is in it."""

    kind: str
    at: str
    text: str
    want: dict[str, list[Any]] = field(default_factory=dict)  # field -> the values that are right
    never: dict[str, list[str]] = field(default_factory=dict)
    wish: str = ""
    topic: str = ""
    loose: frozenset[str] = frozenset()  # fields that may as well be asked about

    @property
    def half(self) -> str:
        """Which half it belongs to; fixed by its words."""
        return HALVES[hashlib.sha256(self.text.encode()).digest()[0] % 2]


@dataclass(frozen=True)
class Became:
    """`stored`: fields that are otherwise than before; `offered`: codes of new buttons by field."""

    stored: Mapping[str, Any]
    offered: Mapping[str, Sequence[str]]
    texts: frozenset[str]
    moved: bool  # another question or dialog is open now

    @property
    def lost(self) -> bool:
        """Was it not understood at all?"""
        return any(each.rpartition(".")[2] in LOST for each in self.texts)


def verdict(case: Case, became: Became) -> tuple[str, str]:
    """The verdict and why."""
    if bad := _forbidden(case, became):
        return "wrong", bad
    known = {*case.want, *FOLLOWS}
    strange = {n: v for n, v in became.stored.items() if n not in known and v not in (None, [])}
    if strange and case.wish not in ("unsure", "correction"):
        return "wrong", f"stored {strange}"
    found = {name: _field(case, became, name, ways) for name, ways in case.want.items()}
    if case.wish and not found:
        found = {case.wish: _wish(case, became)}
    why = f"{found} {sorted(became.texts)}"
    return _together([*found.values()]), why


def _forbidden(case: Case, became: Became) -> str:
    """What is stored, or offered first, that must not be."""
    for name, bads in case.never.items():
        if name == "reply":
            continue  # a word of the answer; the texts of danger are judged by their ids
        have = {_plain(name, each) for each in _listed(became.stored.get(name))}
        have |= {_plain(name, each) for each in became.offered.get(name, ())[:1]}
        if hit := have & {_plain("", bad) for bad in bads}:
            return f"{name}: {', '.join(sorted(hit))}"
    return ""


def _field(case: Case, became: Became, name: str, ways: Sequence[Any]) -> str:
    stored, offered = became.stored.get(name), became.offered.get(name, ())
    if ways == [None]:
        return "wrong" if stored not in (None, [], "none", ["none"]) or offered else "right"
    degrees = [_degree(name, stored, way) for way in ways]
    if stored not in (None, []):
        best = min(degrees, key=VERDICTS.index)
        return "right" if best == "wrong" and name in case.loose else best
    likely = [_degree(name, [code] if name in LISTS else code, w) for code in offered for w in ways]
    first = likely[: len(ways)]
    if {"right", "partly"} & set(first):
        return "right"
    if set(likely) - {"wrong"} or (offered and name in case.loose):
        return "asked"
    return "wrong" if offered else "missed"


def _degree(name: str, got: Any, want: Any) -> str:
    """How much of what is wanted was got: right, partly or wrong."""
    if name not in LISTS:
        choices = (
            [_plain("", each) for each in want.split("|")] if isinstance(want, str) else [want]
        )
        return "right" if got == want or _plain(name, got) in choices else "wrong"
    items, have = [set(each.split("|")) for each in want], {str(each) for each in got or ()}
    if not have or have - set().union(*items):
        return "wrong"
    return "right" if all(item & have for item in items) else "partly"


def _wish(case: Case, became: Became) -> str:
    """What became of a wish or a question without a value."""
    if case.wish in ("change", "correction", "unsure"):
        helped = became.moved or bool(became.offered) or not became.lost
        return "right" if helped and became.texts else "missed"
    question = case.wish == "question"
    begins = tuple(_articles(case.topic) if question else ANSWERS[case.wish])
    if any(each.startswith(begins) for each in became.texts):
        return "right"
    if case.wish == "crisis" and any(each.startswith("danger-") for each in became.texts):
        return "partly"  # the gentle question
    return "missed" if became.lost or case.wish == "crisis" else "asked"


def _articles(topics: str) -> Iterator[str]:
    for topic in topics.split("|"):
        yield from TOPICS.get(topic, (f"knowledge-{topic}", f"knowledge-e-{topic}"))


def _together(found: Sequence[str]) -> str:
    if not found or set(found) == {"right"}:
        return "right"
    if "wrong" in found:
        return "wrong"
    if {"right", "partly"} & set(found):
        return "partly"
    return "asked" if "asked" in found else "missed"


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _plain(name: str, value: Any) -> str:
    """For comparing: a place by its name, words in small letters."""
    if name in PLACES and isinstance(value, str) and (known := places.place(value)):
        value = known.name
    return str(value).lstrip("=").casefold()
