"""Small makers of parts and references, shared by the judges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from services.matching.model import Finding, Part, Verdict
from services.matching.own_words import OWN_WORDS
from services.texts import refs


def understood(codes: Iterable[str] | None) -> list[str] | None:
    """Codes without repeats and without words not understood; None if that leaves nothing told."""
    if codes is None:
        return None
    all_codes = list(dict.fromkeys(codes))
    read = [code for code in all_codes if not code.startswith(OWN_WORDS)]
    return read if read or not all_codes else None


def judged(
    name: str, weight: int, share: float, verdict: Verdict, text: str, args: Mapping[str, Any]
) -> Part:
    """A part that earns a share (0..1) of its weight."""
    return Part(name, round(weight * share), weight, verdict, f"match-part-{text}", dict(args))


def free(name: str, weight: int, text: str = "") -> Finding:
    """The vacancy does not ask this: everybody meets it."""
    return Finding((judged(name, weight, 1, "fits", f"{text or name}-free", {}),))


def unknown(name: str, *ask: str, text: str = "", args: Mapping[str, Any] | None = None) -> Finding:
    """Asked, but not known: no points, and none missed. ``ask`` are the open profile fields."""
    line = f"match-part-{text or name}-unknown"
    return Finding((Part(name, 0, 0, "unknown", line, dict(args or {})),), ask=ask)


def skills(codes: Iterable[str]) -> refs.Ref:
    """A reference to a list of skills."""
    return refs.listed(*(refs.concept("skill", code) for code in codes))


def occupation(code: str) -> refs.Ref:
    """A reference to an occupation."""
    return refs.concept("occupation", code)


def named(kind: str, code: object) -> refs.Ref:
    """A reference to our own name of a code: of a time of day, a licence, a level, a language."""
    return refs.text(f"match-{kind}-{code}|match-{kind}-other", code=str(code))


def names(kind: str, codes: Iterable[object]) -> refs.Ref:
    """A reference to a list of such names."""
    return refs.listed(*(named(kind, code) for code in codes))


def number(amount: int) -> refs.Ref:
    """A reference to a number."""
    return refs.number(amount)


def hours(low: int, high: int) -> refs.Ref:
    """A reference to hours a week: "24" or "16 tot 24"."""
    if low == high:
        return number(low)
    return refs.text("match-range", low=number(low), high=number(high))
