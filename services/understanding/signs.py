"""Typed words made plain for reading, with the way back to what was typed.

Capitals, accents, wide letters, digits of other scripts and signs without width all read the same
afterwards; `places` says for each plain sign which typed sign it came from. One pass, so linear.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

# Letters that no decomposition makes plain, and ways to write the same Arabic word.
_ALIKE = {
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "`": "'",
    "´": "'", "ʼ": "'", "ى": "ي", "ة": "ه", "ـ": "", "‐": "-", "‑": "-", "–": "-", "—": "-",
    "−": "-", "\u00a0": " ", "\u202f": " ", "\u3000": " ",
}  # fmt: skip
_NOTHING = {"Cf", "Mn", "Me"}  # no width, or written on top of another sign
_MOST = 4  # letters of one sign: "ﷺ" is a whole sentence
_WORD = re.compile(r"[^\W_]+")
_COMMA = re.compile(r"[,;:،、]")
_END = re.compile(r"[.!?;。።؟](?=\s|$)|\n|፡፡")


@dataclass(frozen=True)
class Plain:
    """Plain signs, and for each of them the place in the typed words."""

    text: str
    places: tuple[int, ...]

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """The span of typed words that plain signs came from."""
        return self.places[start], self.places[end - 1] + 1


@dataclass(frozen=True)
class Words:
    """The words of a plain text in their order: each with its span, its sentence and its clause."""

    said: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]


def plain(typed: str) -> Plain:
    """The same words without what makes them look different."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(typed):
        made = _plain_sign(sign)
        signs.append(made)
        places.extend([place] * len(made))
    return Plain("".join(signs), tuple(places))


@lru_cache(maxsize=4096)
def _plain_sign(sign: str) -> str:
    made: list[str] = []
    for part in unicodedata.normalize("NFKD", sign):
        if unicodedata.category(part) in _NOTHING:
            continue
        digit = unicodedata.decimal(part, None)
        alike = part.casefold() if digit is None else str(digit)
        made += [_ALIKE.get(each, each) for each in alike]
    return "".join(
        each for each in made[:_MOST] if unicodedata.category(each[:1] or "a") not in _NOTHING
    )


def words(made: Plain) -> Words:
    """Its words; an apostrophe or hyphen parts them."""
    ends = [match.start() for match in _END.finditer(made.text)]
    commas = [match.start() for match in _COMMA.finditer(made.text)]
    found = [(match[0], match.span()) for match in _WORD.finditer(made.text)]
    return Words(
        tuple(said for said, _ in found),
        tuple(span for _, span in found),
        tuple(bisect_right(ends, span[0]) for _, span in found),
        tuple(bisect_right(commas, span[0]) for _, span in found),
    )
