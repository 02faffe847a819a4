"""How concepts hang together: the skills of an occupation, and how near two occupations are."""

from __future__ import annotations

from services.vocabulary.beyond import beyond
from services.vocabulary.concepts import Concept
from services.vocabulary.data import vocabulary

SAME, BROADER, RELATED, SIBLINGS = 1.0, 0.8, 0.6, 0.5
_SHARED_SKILLS = 0.5  # for two occupations with the same skills that are not linked otherwise
_SAME_SECTOR = 0.1


def skills_of(occupation_code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes of the skills an occupation asks: (essential, optional); empty when not known."""
    return vocabulary().skills.get(occupation_code, ((), ()))


def _occupation(code: str) -> Concept | None:
    return vocabulary().concepts["occupation"].get(code) or beyond().concept(code, "occupation")


def _linked(one: Concept, other: Concept) -> float:
    if one.broader == other.code or other.broader == one.code:
        return BROADER
    if other.code in one.related or one.code in other.related:
        return RELATED
    return SIBLINGS if one.broader and one.broader == other.broader else 0.0


def _shared_skills(a: str, b: str) -> float:
    """Share of the essential skills of both that they have in common (0..1)."""
    one, other = set(skills_of(a)[0]), set(skills_of(b)[0])
    return len(one & other) / len(one | other) if one and other else 0.0


def occupations_related(a: str, b: str) -> float:
    """How near two occupations are, 0 to 1; the order of the two does not matter.

    1 the same, .8 one is the broader of the other, .6 listed as related, .5 under one broader
    occupation; else up to .5 by shared essential skills and .1 for one sector; 0 for unknown codes.
    An imported occupation is in no sector; it is .5 near to those in its ISCO-08 unit group.
    """
    one, other = _occupation(a), _occupation(b)
    if one is None or other is None:
        return 0.0
    if a == b:
        return SAME
    if not one.sector or not other.sector:
        return SIBLINGS if one.isco and one.isco == other.isco else 0.0
    sector = _SAME_SECTOR if one.sector == other.sector else 0.0
    by_skill = min(_SHARED_SKILLS, _SHARED_SKILLS * _shared_skills(a, b) + sector)
    return max(_linked(one, other), by_skill)
