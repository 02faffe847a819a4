"""What somebody says, apart from what they deny: "wel de auto, geen fiets" tells of the car.

A denial reaches to the end of its clause; behind what it denies ("fiets heb ik niet") it takes the
whole clause. Opposites are never stored, so what is in doubt is left out and asked again.
"""

from __future__ import annotations

import re

_NO = re.compile(
    r"\b(?:niet|geen|nooit|zonder|behalve|not?|never|without|except|don'?t|can'?t)\b", re.IGNORECASE
)
_CLAUSES = re.compile(r"[.;,!?\n]|\b(?:maar|wel|but|alleen|only)\b", re.IGNORECASE)
_EMPTY = re.compile(r"\W*(?:\b(?:meer|hoor|graag|zo|heel|anymore|ik|dat|i)\b\W*)*", re.IGNORECASE)


def denies(words: str) -> bool:
    """Is anything denied or excepted?"""
    return _NO.search(words) is not None


def affirmed(words: str) -> str:
    """The words without what is denied."""
    said = []
    for clause in _CLAUSES.split(words):
        no = _NO.search(clause)
        if no is None:
            said.append(clause)
        elif not _EMPTY.fullmatch(clause[no.end() :]):
            said.append(clause[: no.start()])
    return ", ".join(said)
