"""The adverts beside this file: what a careful reader finds, and how a reading compares.

Their groups: "first" were there while the reader was written; "later" came after it, and what was
wrong in them was mended afterwards. What a reading still misses, or has wrong, is listed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from services import adverts

HERE = Path(__file__).parent
TODAY = date(2026, 3, 2)
FIELDS = (
    *("title", "occupation", "place", "hours", "times", "start", "wage", "contract"),
    *("must", "nice", "licence", "dutch", "level", "positions", "open_to", "conditions"),
)
GROUPS = ("first", "later")
LISTS = ("occupation", "times", "must", "nice", "open_to", "conditions")


@dataclass(frozen=True)
class Expected:
    """One advert and what is in it; `may` holds what is right as well, per field."""

    name: str
    text: str
    language: str
    group: str
    fields: Mapping[str, Any]
    absent: tuple[str, ...]
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    may: Mapping[str, list[str]]


def all_adverts() -> list[Expected]:
    """Every advert here, by name."""
    return [_load(path) for path in sorted(HERE.glob("*.toml"))]


def _load(path: Path) -> Expected:
    said = tomllib.loads(path.read_text())
    return Expected(
        path.stem,
        path.with_suffix(".txt").read_text(),
        said["language"],
        said["group"],
        said["fields"],
        tuple(said["absent"]),
        tuple(said["missed"]),
        tuple(said.get("wrong", ())),
        said.get("may", {}),
    )


def outcome(expected: Expected, field: str, answers: Mapping[str, Any]) -> str:
    """right, missed (not read, or not all of a list) or wrong (something else was read)."""
    wanted, got = expected.fields.get(field), answers.get(field)
    if field in LISTS:
        may = set(expected.may.get(field, ()))
        want, have = set(wanted or ()), set(got or ())
        if have - want - may:
            return "wrong"
        return "right" if want <= have else "missed"
    if got == wanted or got in expected.may.get(field, ()):
        return "right"
    return "missed" if got is None else "wrong"


def answers_of(expected: Expected) -> dict[str, Any]:
    """What our reader makes of it; demands in the advert's own words have tests of their own."""
    answers = adverts.as_answers(adverts.read(expected.text, expected.language, TODAY))
    for field in ("must", "nice"):
        if field in answers:
            codes = [code for code in answers[field] if not code.startswith("=")]
            answers |= {field: codes}
            if not codes:
                del answers[field], answers["_from"][field]
    return answers
