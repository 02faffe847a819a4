"""What the vocabulary speaks of: concepts, and the two ways a text may name one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["occupation", "skill"]
KINDS: tuple[Kind, ...] = ("occupation", "skill")
ESCO_BASE = "http://data.europa.eu/esco/"
CHOICES = 5  # readings offered where none is sure ("Bedoel je …?"): what fits on a phone
NO_NAME = "?"  # shown where a code is unknown: a raw code is never shown to a person


@dataclass(frozen=True, slots=True)
class Concept:
    """One occupation (*beroep*) or skill (*vaardigheid*) with its everyday names.

    ``names`` maps a language ("nl", "en") to the everyday name, ``also`` to further words people
    type for it. ``isco`` is an ISCO-08 unit group (4 digits). ``skill_kind`` (skill, task, licence)
    and ``learnable`` (how a missing one is usually learned: job, course, school) are for skills.
    """

    code: str
    kind: Kind
    names: Mapping[str, str]
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sector: str = ""
    esco_uri: str | None = None
    isco: str | None = None
    broader: str | None = None
    related: tuple[str, ...] = ()
    skill_kind: str | None = None
    learnable: str | None = None

    def __hash__(self) -> int:
        """A code is unique within its kind."""
        return hash((self.kind, self.code))

    def name(self, language: str = "nl") -> str:
        """The everyday name in ``language``, else the Dutch one."""
        return self.names.get(language) or self.names.get("nl") or NO_NAME

    def labels(self, language: str) -> tuple[str, ...]:
        """Every form in ``language``, the everyday name first."""
        own = self.names.get(language)
        return ((own,) if own else ()) + self.also.get(language, ())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A concept that a short text may mean; the person still confirms it.

    ``matched`` is the label that led to it, ``score`` runs from 0 to 1. ``sure`` says that it may
    be offered as the one reading ("Bedoelt u …?") instead of in a list. ``language`` is that of a
    name from data/names; "" for all others.
    """

    concept: Concept
    matched: str
    score: float
    sure: bool
    language: str = ""


@dataclass(frozen=True, slots=True)
class NamesAbroad:
    """A line of data/names: what one concept is called in a language besides Dutch and English.

    ``reviewed`` names the native speaker who saw it and the date; "" as long as nobody did.
    """

    kind: Kind
    code: str
    language: str
    names: tuple[str, ...]
    reviewed: str


@dataclass(frozen=True, slots=True)
class Found:
    """A concept named inside a longer text: ``text[start:end] == words``; score from 0 to 1."""

    concept: Concept
    start: int
    end: int
    words: str
    score: float


@dataclass(frozen=True, slots=True)
class Sector:
    """A part of the labour market, as shown in lists and counted in reports."""

    code: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Theme:
    """Everyday words for a kind of work ("planten", "in de zorg") and what people mean by them."""

    words: tuple[str, ...]
    codes: tuple[str, ...]
