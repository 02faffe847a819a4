"""Occupations and skills at the base of the labour market: what words mean, in pure functions.

Holds no database. Texts of people come in, ranked concepts come out; a person confirms.
This service uses the ESCO classification of the European Commission (identifiers only).
"""

from __future__ import annotations

from collections.abc import Sequence

from services.vocabulary.beyond import beyond, look_beyond
from services.vocabulary.concepts import CHOICES, NO_NAME, Candidate, Concept, Found, Kind, Sector
from services.vocabulary.data import vocabulary
from services.vocabulary.finding import find
from services.vocabulary.normalising import normalise
from services.vocabulary.relations import occupations_related, skills_of
from services.vocabulary.splitting import split

__all__ = [
    "CHOICES",
    "Candidate",
    "Concept",
    "Found",
    "Kind",
    "Sector",
    "all_concepts",
    "concept",
    "edition",
    "find",
    "look_beyond",
    "name",
    "normalise",
    "occupations_related",
    "sectors",
    "skills_of",
    "split",
]


def concept(code: str, kind: Kind) -> Concept | None:
    """The concept with this code, built in or imported, or None."""
    return vocabulary().concepts[kind].get(code) or beyond().concept(code, kind)


def name(code: str, kind: Kind, language: str = "nl") -> str:
    """The everyday name in ``language``, else in Dutch; "?" for a code that does not exist."""
    known = concept(code, kind)
    return known.name(language) if known else NO_NAME


def all_concepts(kind: Kind) -> Sequence[Concept]:
    """Every built-in concept of a kind, in the order of its table."""
    return tuple(vocabulary().concepts[kind].values())


def sectors() -> Sequence[Sector]:
    """Every sector, in the order of its table."""
    return tuple(vocabulary().sectors.values())


def edition() -> int:
    """Another number when `normalise` may answer otherwise than before; for who keeps answers."""
    return beyond().edition
