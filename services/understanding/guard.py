"""The guard: what is never kept, whatever somebody types (raw-words).

BSN and bank numbers in any writing, and words that tell of somebody's health, past with the law,
origin, belief or love (AVG articles 9 and 10). A language is no origin ("ik spreek Turks"), a
bakery may be Turkish, and whoever cares for people with dementia tells of the work. How well it
reads is measured: docs/guard.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import phonenumbers

from services.understanding import identity, sensitive, signs

MARK = "…"
NUMBERS = ("bsn", "iban")
CONTACTS = ("phone", "email", "address")
_HERSELF = ("me", "other")  # who says "rugpijn" and no more speaks of herself
_IN_ADVERTS = ("me", "asked")  # who is cared for, and who is welcome, is what an advert is about


@dataclass(frozen=True)
class Finding:
    """Something that may not be kept.

    Its kind: bsn, iban, phone, email, address, health, record, origin, belief or love; where it
    stands; and of whom it tells: "me", "near", "asked" (asked for or kept out), "other".
    """

    kind: str
    start: int
    end: int
    scope: str = "me"


@dataclass(frozen=True)
class Checked:
    """The words without what may not be kept, what that was, and what of it helps at work.

    `helps` are codes of what helps somebody work well ("no-lifting"): beside words about health
    they are the half that may be kept, once somebody says so.
    """

    clean: str
    found: tuple[Finding, ...] = ()
    helps: tuple[str, ...] = ()


_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}\b")
_ADDRESS = re.compile(
    r"\b(?:[A-Z][\w'’-]{0,40}(?:straat|laan|weg|plein|kade|singel|gracht|dreef|hof|pad|steeg|dijk)"
    r"|[A-Z][\w'’-]{1,40} (?:Straat|Laan|Weg|Plein|Kade|Singel|Dijk))"
    r" \d{1,4}(?:[ -]?(?:[a-zA-Z]|hs|bis))?\b"
)


def check(
    text: str,
    *,
    own_contact: bool = False,
    advert: bool = False,
    spared: Sequence[tuple[int, int]] = (),
) -> Checked:
    """Find what may not be kept.

    `own_contact`: somebody may give their own number and address. `advert`: it tells of work, so
    nothing about the people cared for is taken out. `spared` are stretches that tell of nobody:
    what a vacancy asks, of which its writer hears elsewhere; of words only, never of numbers.
    """
    made = signs.plain(text)
    said = signs.words(made)
    found = [Finding(kind, *made.typed(*span)) for kind, span in identity.numbers(made)]
    for hit in sensitive.hits(said):
        if not advert or hit.scope in _IN_ADVERTS:
            span = made.typed(said.spans[hit.first][0], said.spans[hit.last][1])
            if any(start < span[1] and span[0] < end for start, end in spared):
                continue
            found.append(Finding(hit.kind, *span, hit.scope))
    if not own_contact:
        found += _contacts(text)
    kept = _apart(found)
    pieces, place = [], 0
    for each in kept:
        pieces += [text[place : each.start], MARK]
        place = each.end
    about_health = any(each.kind == "health" and each.scope in _HERSELF for each in kept)
    return Checked(
        "".join((*pieces, text[place:])),
        tuple(kept),
        sensitive.helps(said) if about_health else (),
    )


def without_contacts(text: str) -> str:
    """The words without telephone numbers and e-mail addresses."""
    pieces, place = [], 0
    for each in sorted(_contacts(text), key=lambda finding: finding.start):
        if each.kind != "address" and each.start >= place:
            pieces += [text[place : each.start], MARK]
            place = each.end
    return "".join((*pieces, text[place:]))


def reason(finding: Finding) -> str:
    """Why this is not kept, as somebody should hear it: the last part of a text guard-…"""
    numbers = finding.kind in (*NUMBERS, *CONTACTS)
    return finding.scope if finding.scope in ("near", "asked") and not numbers else finding.kind


def _apart(found: list[Finding]) -> list[Finding]:
    """In their order; of what overlaps, one finding over the whole of it."""
    kept: list[Finding] = []
    for each in sorted(found, key=lambda finding: (finding.start, -finding.end)):
        last = kept[-1] if kept else None
        if last is None or each.start >= last.end:
            kept.append(each)
        else:
            scope = min(last.scope, each.scope, key=sensitive.SCOPES.index)
            kept[-1] = Finding(last.kind, last.start, max(each.end, last.end), scope)
    return kept


def _contacts(text: str) -> Iterator[Finding]:
    for kind, pattern in (("email", _EMAIL), ("address", _ADDRESS)):
        for match in pattern.finditer(text):
            yield Finding(kind, *match.span())
    for found in phonenumbers.PhoneNumberMatcher(text, "NL"):
        yield Finding("phone", found.start, found.end)
