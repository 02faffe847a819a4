"""The guard: what is never kept, whatever somebody types (decision 8, REQUIREMENTS P1 to P4).

BSN and bank numbers, words that name an illness, and words that name somebody's origin, religion
or whom they love (AVG article 9). A language is no origin ("ik spreek Turks"), a bakery may be
Turkish, and whoever cares for people with dementia tells of the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers
from stdnum import iban
from stdnum.nl import bsn

from services.understanding import sensitive

MARK = "…"


@dataclass(frozen=True)
class Finding:
    """Something that may not be kept: bsn, iban, phone, email, address, diagnosis or origin."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Checked:
    """The words without what may not be kept, and what that was."""

    clean: str
    found: tuple[Finding, ...] = ()


_SEP = r"[ .\-\t\u00a0]"
# Nine digits together, in threes, as 1234.56.782, or spaced at will but not in a longer number.
_NINE = re.compile(
    rf"(?<!\d)(?:\d{{9}}|\d{{3}}{_SEP}\d{{3}}{_SEP}\d{{3}}|\d{{4}}{_SEP}\d{{2}}{_SEP}\d{{3}})(?!\d)"
    rf"|(?<!\d)(?<!\d{_SEP})(?:\d{_SEP}?){{8}}\d(?!{_SEP}?\d)"
)
_DIALLED = re.compile(r"(?:\+|\b00)\d{1,3}[ .-]?(?:\(0\))?[ .-]?$|\b0[ .-]$|\+$")  # "+31 6 …"
_BSN_WORD = re.compile(
    r"\b(?:bsn|burger ?service ?nummer|sofi ?-?nummer|citizen service number)", re.IGNORECASE
)
_IBAN_START = re.compile(r"\b[A-Z]{2}\d{2}(?=[ .-]?[A-Z0-9])", re.IGNORECASE)
_IBAN_LENGTHS = (18, *range(15, 35))  # the Dutch length first
_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_ADDRESS = re.compile(
    r"\b(?:[A-Z][\w'’-]*(?:straat|laan|weg|plein|kade|singel|gracht|dreef|hof|pad|steeg|dijk)"
    r"|[A-Z][\w'’-]+ (?:Straat|Laan|Weg|Plein|Kade|Singel|Dijk))"
    r" \d{1,4}(?:[ -]?(?:[a-zA-Z]|hs|bis))?\b"
)


def check(text: str, *, own_contact: bool = False) -> Checked:
    """Find what may not be kept. `own_contact`: somebody may give their own number and address."""
    found = [*_ibans(text), *_bsns(text)]
    found += [Finding("diagnosis", *span) for span in sensitive.illnesses(text)]
    found += [Finding("origin", *span) for span in sensitive.origins(text)]
    if not own_contact:
        found += _contacts(text)
    kept: list[Finding] = []
    for each in sorted(found, key=lambda finding: (finding.start, -finding.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    clean = text
    for each in reversed(kept):
        clean = clean[: each.start] + MARK + clean[each.end :]
    return Checked(clean, tuple(kept))


def _ibans(text: str) -> Iterator[Finding]:
    """Bank numbers, however they are spaced: from two letters and two digits on, mod 97."""
    for match in _IBAN_START.finditer(text):
        signs: list[int] = []
        for place in range(match.start(), min(len(text), match.start() + 60)):
            if text[place].isalnum():
                signs.append(place)
            elif text[place] not in " .-\u00a0":
                break
        for length in _IBAN_LENGTHS:
            taken = signs[:length]
            if len(taken) == length and iban.is_valid("".join(text[at] for at in taken)):
                yield Finding("iban", match.start(), taken[-1] + 1)
                break


def _bsns(text: str) -> Iterator[Finding]:
    """Nine digits that pass the elfproef; near the word for it any nine digits."""
    said = _BSN_WORD.search(text)
    for match in _NINE.finditer(text):
        digits = "".join(str(int(sign)) for sign in match[0] if sign.isdecimal())
        dialled = _DIALLED.search(text[max(0, match.start() - 8) : match.start()])
        if said or (bsn.is_valid(digits) and not dialled):
            yield Finding("bsn", *match.span())


def _contacts(text: str) -> Iterator[Finding]:
    for kind, pattern in (("email", _EMAIL), ("address", _ADDRESS)):
        for match in pattern.finditer(text):
            yield Finding(kind, *match.span())
    for found in phonenumbers.PhoneNumberMatcher(text, "NL"):
        yield Finding("phone", found.start, found.end)
