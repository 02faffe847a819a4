"""Signs: short rows of words that mean something together, found in a text in one pass.

A sign is written as people can read and edit it: `@mine @man .. slaat @me` is a word of the list
*mine*, one of the list *man*, at most three words, *slaat*, one of *me*. `a|b` is either, `a*`
any word that begins so, `..` up to three words between, `^` and `$` the ends of a sentence.

The work is linear in the text: a sign is looked for where its rarest word stands, and then only a
bounded number of words to the left and right.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

DATA = Path(__file__).parent / "data"
GAP = 3  # words that `..` may stand for
LONG_WORD = 40  # signs; what is longer is no word
TYPO_FROM = 6  # signs from which one slip is forgiven
_WORD = re.compile(r"[^\W_]+|[,.!?;:\n()؟،。।።]")
_JOINED = re.compile("['’‘`´ʼ\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")
_NO_STAR = re.compile(r"\*(?!\s|$)")  # one that does not end a word
_RUN = re.compile(r"(.)\1{2,}")
_ENDS = frozenset(".!?;\n()؟።:")
_ARABIC = str.maketrans("أإآٱىة،", "ااااية,")
_LATIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "ß": "ss"})


def normal(text: str) -> str:
    """Small letters without accents, apostrophes and signs that cannot be seen."""
    text = _JOINED.sub("", text.lower()).translate(_ARABIC).translate(_LATIN)
    plain = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in plain if unicodedata.category(sign) != "Mn")


def sentences(text: str, fillers: frozenset[str]) -> list[list[str]]:
    """The words of each sentence, a comma being a word; words that say nothing are left out."""
    found: list[list[str]] = [[]]
    for word in _WORD.findall(normal(text)):
        if word in _ENDS:
            found.append([])
        elif word not in fillers and len(word) <= LONG_WORD:
            found[-1].append(word)
    return [words for words in found if words]


def rows(name: str) -> list[dict[str, str]]:
    """A table of `data/`, without its remarks."""
    lines = (DATA / name).read_text("utf-8").splitlines()
    kept = [line for line in lines if line and not line.startswith("#")]
    return list(csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))


def classes(name: str) -> dict[str, frozenset[str]]:
    """Lists of words by name; `a*` means whatever begins so. A star elsewhere would never match."""
    lists: dict[str, set[str]] = defaultdict(set)
    for row in rows(name):
        if _NO_STAR.search(row["words"]):
            raise ValueError(f"a star that does not end a word in the list {row['list']}")
        lists[row["list"]] |= {normal(word) for word in row["words"].split()}
    return {key: frozenset(words) for key, words in lists.items()}


@dataclass(frozen=True)
class Part:
    """One word of a sign, how many others may stand before it, and whether it must end."""

    words: frozenset[str]
    gap: int = 0

    def fits(self, word: str) -> bool:
        """Is this one of its words, or does it begin as one that ends in a star?"""
        return word in self.words or any(
            word.startswith(each[:-1]) for each in self.starred if len(word) >= len(each) - 1
        )

    @property
    def starred(self) -> tuple[str, ...]:
        """Those of its words that end in a star."""
        return _starred(self.words)


@lru_cache(maxsize=4_000)
def _starred(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(each for each in words if each.endswith("*"))


@dataclass(frozen=True)
class Sign:
    """A row of the table, ready to be looked for."""

    row: Mapping[str, str]
    parts: tuple[Part, ...]
    first: bool = False  # only at the beginning of a sentence
    last: bool = False  # only at its end


def sign(row: Mapping[str, str], lists: Mapping[str, frozenset[str]]) -> Sign:
    """Read a sign; an unknown list is a fault of the table. Words that say nothing are left out."""
    parts, gap, first, last = [], 0, False, False
    for piece in row["sign"].split():
        if piece == "^":
            first = True
        elif piece == "$":
            last = True
        elif piece == "..":
            gap += GAP
        else:
            words: set[str] = set()
            for each in piece.split("|"):
                words |= lists[each[1:]] if each.startswith("@") else {normal(each)}
            words -= lists["filler"]
            if words:
                parts.append(Part(frozenset(words), gap))
                gap = 0
    return Sign(row, tuple(parts), first, last)


@dataclass(frozen=True)
class Hit:
    """Where a sign was found: the places of its words in a sentence."""

    sign: Sign
    places: tuple[int, ...]


@dataclass
class Finder:
    """All signs of a table, by the rarest word of each."""

    signs: Sequence[Sign]
    _exact: dict[str, list[tuple[Sign, int]]] = field(default_factory=lambda: defaultdict(list))
    _begin: dict[str, list[tuple[Sign, int]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        """Choose for each sign the part whose words occur in the fewest other signs."""
        count: dict[str, int] = defaultdict(int)
        for each in self.signs:
            for word in {word for part in each.parts for word in part.words}:
                count[word] += 1
        for each in self.signs:
            busy = [max(count[word] for word in part.words) for part in each.parts]
            rarest = busy.index(min(busy))
            for word in each.parts[rarest].words:
                table = self._begin if word.endswith("*") else self._exact
                table[word.rstrip("*")].append((each, rarest))

    def found(self, words: Sequence[str]) -> Iterator[Hit]:
        """Every sign in a sentence, each place of its rarest word at most once."""
        for place, word in enumerate(words):
            for each, rarest in self._at(word):
                places = _around(each, words, place, rarest)
                if places is not None:
                    yield Hit(each, places)

    def _at(self, word: str) -> Iterator[tuple[Sign, int]]:
        yield from self._exact.get(word, ())
        for length in range(2, len(word) + 1):
            yield from self._begin.get(word[:length], ())


def mended(words: Sequence[str], typos: tuple[str, ...], real: frozenset[str]) -> list[str]:
    """The words, a slip in one of `typos` put right; `real` are words that are meant as typed."""
    return [word if word in real else _mend(word, typos) for word in words]


@lru_cache(maxsize=20_000)
def _mend(word: str, typos: tuple[str, ...]) -> str:
    word = _RUN.sub(r"\1\1", word)  # "doooood"
    if len(word) < TYPO_FROM:
        return word
    near = process.extractOne(word, typos, scorer=OSA.distance, score_cutoff=1)
    return near[0] if near and near[0][0] == word[0] else word


def _around(each: Sign, words: Sequence[str], place: int, part: int) -> tuple[int, ...] | None:
    """The places of a sign's words round one of them; None when it does not stand here."""
    left = _walk(each.parts, words, place, part, -1)
    right = _walk(each.parts, words, place, part, 1) if left is not None else None
    if left is None or right is None:
        return None
    places = (*reversed(left), place, *right)
    if (each.first and places[0] != 0) or (each.last and places[-1] != len(words) - 1):
        return None
    return places


def _walk(
    parts: Sequence[Part], words: Sequence[str], place: int, part: int, step: int
) -> list[int] | None:
    """From a word on to the end of the sign: nearest first, one way back for each part."""
    following = part + step
    if not 0 <= following < len(parts):
        return []
    gap = parts[max(part, following)].gap
    for away in range(1, gap + 2):
        at = place + step * away
        if not 0 <= at < len(words):
            return None
        if parts[following].fits(words[at]):
            rest = _walk(parts, words, at, following, step)
            if rest is not None:
                return [at, *rest]
    return None
