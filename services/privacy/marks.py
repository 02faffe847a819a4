"""What says who somebody is: names, a number, an address; and taking that out of words of others.

A name that nobody else here has, and that is no everyday word, is somebody's own: it counts
wherever it stands. One that several people share counts only with those who had to do with them,
and then the name alone goes, because the sentence may be about somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from services import texts, vocabulary
from services.store.models import Person

TAKEN_OUT = "…"  # stands where a name or number was, in words that stay
SHORTEST = 3  # signs of a name that counts by itself
DIGITS = 8  # of a telephone number, from its end: what no two people share
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SMALL = re.compile(r"\b[^\W\d_]+\b")
_BETWEEN = r"[\s.()/–-]{0,3}"


@dataclass(frozen=True)
class Marks:
    """What to look for of one person, and how far."""

    sure: re.Pattern[str] | None  # theirs alone
    shared: re.Pattern[str] | None  # other people have it too
    exact: frozenset[str]  # names as an argument of a line holds them, nothing beside them
    hint: re.Pattern[str] | None  # any of these, to pass over quickly what holds none

    def in_words(self, words: str, *, near: bool) -> bool:
        """Are they named here? `near`: with somebody who had to do with them."""
        shared = near and self.shared is not None and self.shared.search(words)
        return bool(shared or (self.sure is not None and self.sure.search(words)))

    def maybe(self, text: str) -> bool:
        """Might this text of a JSON value name them?"""
        return self.hint is not None and ("\\" in text or self.hint.search(text) is not None)

    def surely(self, words: str) -> bool:
        """Does this name them, and nobody else?"""
        return self.sure is not None and self.sure.search(words) is not None

    def without(self, value: Any, *, near: bool) -> Any:
        """The same value, names and numbers taken out of all its words."""
        if isinstance(value, str):
            for pattern in (self.sure, self.shared if near else None):
                value = pattern.sub(TAKEN_OUT, value) if pattern else value
            return value
        if isinstance(value, list | tuple):
            return [self.without(each, near=near) for each in value]
        if isinstance(value, dict):
            return {key: self.without(each, near=near) for key, each in value.items()}
        return value


def of(person: Person, others: Iterable[str]) -> Marks:
    """What says who this is; `others` are the names of everybody else, and of companies."""
    taken = {word.casefold() for name in others for word in _WORD.findall(name)}
    names = [name.strip() for name in (person.name, person.full_name) if name and name.strip()]
    whole = [name for name in names if " " in name]
    parts = {w for n in names for w in _WORD.findall(n) if len(w) >= SHORTEST and w[0].isupper()}
    parts |= {name for name in names if " " not in name and len(name) >= SHORTEST}
    words = {part for part in parts if part.casefold() not in _everyday()}
    shared = {word for word in words if word.casefold() in taken}
    sure = [re.escape(name).replace(r"\ ", r"\s+") for name in (*whole, *(words - shared))]
    exact = frozenset(name.casefold() for name in names)
    contacts = _contacts(person)
    hints = [*sure, *map(re.escape, (*shared, *names)), *contacts]
    return Marks(
        _either(sure, contacts),
        _either(map(re.escape, shared), ()),
        exact,
        re.compile("|".join(hints), re.IGNORECASE) if hints else None,
    )


def _contacts(person: Person) -> list[str]:
    found = [re.escape(person.email)] if person.email else []
    digits = re.sub(r"\D", "", person.phone or "")[-DIGITS:]
    return [*found, _BETWEEN.join(digits)] if len(digits) == DIGITS else found


def _either(names: Iterable[str], others: Iterable[str]) -> re.Pattern[str] | None:
    """Names as whole words, with the s of possession; the longest first."""
    said = sorted(names, key=len, reverse=True)
    ways = [rf"(?<!\w)(?:{'|'.join(said)})(?:['’]?s)?(?!\w)"] if said else []
    ways += [rf"(?<!\w)(?:\+|00)?[\d\s().-]{{0,8}}?{other}(?!\w)" if other[0].isdigit() else other
             for other in others]  # fmt: skip
    return re.compile("|".join(ways), re.IGNORECASE) if ways else None


@cache
def _everyday() -> frozenset[str]:
    """Words that stand in our own texts in small letters: a name like it says nothing by itself."""
    said = {word for code in ("nl", "en") for word in texts.small_words(code)}
    for kind in ("occupation", "skill"):
        for concept in vocabulary.all_concepts(kind):
            said |= {each for each in _SMALL.findall(concept.name("nl")) if each.islower()}
    return frozenset(said)
