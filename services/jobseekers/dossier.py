"""The dossier: what only the coach keeps about somebody, and matching never reads (matching-reads).

Codes, days and years, so that no free text ends up here: never a diagnosis, never a BSN.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from services import events
from services.store.models import Dossier
from services.unit_of_work import Work

# Participatieladder (VNG, Divosa): 1 geïsoleerd … 6 betaald werk zonder ondersteuning.
LADDER = ("1", "2", "3", "4", "5", "6")
SOURCES = ("letter", "portal", "told")  # a letter of UWV, its register for staff, or told by her
YES_NO = ("yes", "no")
OBSTACLES = ("childcare", "debts", "transport", "language")  # what stands in the way of work
CHOICES: Mapping[str, Sequence[str]] = {
    "benefit": ("ww", "bijstand", "wia", "wajong", "zw", "anw", "ioaw", "none"),
    "permit": YES_NO,
    "register": YES_NO,  # doelgroepregister banenafspraak (REG-08)
    "register_source": SOURCES,
    "sheltered": YES_NO,  # UWV advised beschut werk (REG-09)
    "sheltered_source": SOURCES,
    "ladder": LADDER,
}
DATES = ("since", "register_from", "register_until", "sheltered_from")
YEARS = ("birth_year",)
FIELDS = (
    *("benefit", "since", "permit", "birth_year", "ladder"),
    *("register", "register_from", "register_until", "register_source"),
    *("sheltered", "sheltered_from", "sheltered_source"),
)
HISTORY = "ladder_history"  # [{"step", "on", "by"}], oldest first (REG-07)
PATTERNS = dict.fromkeys(DATES, r"(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
PATTERNS |= dict.fromkeys(YEARS, r"(19|20)\d{2}")


def fits(field: str, value: str) -> bool:
    """Is it a code, a day or a year as this field takes it, or nothing?"""
    if not value or value in CHOICES.get(field, ()):
        return True
    return field in PATTERNS and re.fullmatch(PATTERNS[field], value) is not None


async def save(work: Work, person_id: int, facts: Mapping[str, Any], *, actor: int | None) -> None:
    """Store what only the coach may see; a new step on the ladder keeps the one before.

    None was not said and changes nothing; an empty text takes away what was known.
    """
    row = await work.tx.get(Dossier, person_id)
    if row is None:
        row = Dossier(person_id=person_id, updated=work.now)
        work.tx.add(row)
    before = row.facts or {}
    known = {**before, **{k: v for k, v in facts.items() if v is not None}}
    step = str(known.get("ladder") or "")
    if step and step != str(before.get("ladder") or ""):
        new = {"step": step, "on": work.today.isoformat(), "by": actor}
        known[HISTORY] = [*_begun(before, row), new]
    row.facts = {name: value for name, value in known.items() if value not in ("", [])}
    row.updated = work.now
    await events.log(work, "dossier-saved", actor=actor, about=person_id, fields=sorted(facts))


def _begun(before: Mapping[str, Any], row: Dossier) -> list[dict[str, Any]]:
    """The history so far; a step from before there was a history stands with its last day."""
    if before.get(HISTORY) or not before.get("ladder"):
        return list(before.get(HISTORY) or ())
    return [{"step": str(before["ladder"]), "on": row.updated.date().isoformat(), "by": None}]
