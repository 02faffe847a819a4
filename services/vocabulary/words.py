"""Words as people type them: cut up, folded, and reduced to a key that endings do not change."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

_TOKEN = re.compile(r"\.net\b|c\+\+|c#|[^\W_]+(?:['’][^\W_]+)*", re.IGNORECASE)
_STEMMER = snowballstemmer.stemmer("dutch")
_VOWELS = "aeiouy"
# Spelling by ear. Order matters: longer spellings first. Source: the usual Dutch spelling doubts
# (ei/ij, au/ou, d/dt/t, c/k, f/v, s/z, g/ch) and doubled letters.
_SOUNDS = (
    ("sch", "sg"), ("ch", "g"), ("ij", "y"), ("ei", "y"), ("ey", "y"), ("ou", "au"),
    ("ow", "au"), ("ph", "f"), ("th", "t"), ("dt", "t"), ("oe", "u"), ("ck", "k"), ("qu", "kw"),
    ("x", "ks"), ("tie", "sie"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("z", "s"), ("v", "f"),
    ("j", "y"),
)  # fmt: skip
# Letters that Unicode does not take apart into a plain one and its sign.
_PLAIN = str.maketrans({"ł": "l", "ı": "i", "ґ": "г", "ß": "ss", "ø": "o", "’": "'", "ʼ": "'"})
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text: its folded form, where it stood, and how it was written."""

    word: str
    start: int
    end: int
    written: str


def fold(text: str) -> str:
    """Lower case without accents; letters of every script stay."""
    if text.isascii():
        return text.lower()
    flat = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in flat if not unicodedata.combining(char)).translate(_PLAIN)


def tokens(text: str) -> list[Token]:
    """The words of ``text`` in order; signs, emoji and punctuation are left out."""
    return [Token(fold(m[0]), m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text)]


def words(text: str) -> list[str]:
    """Only the folded words of ``text``."""
    return [fold(word) for word in _TOKEN.findall(text)]


def _agent(stem: str) -> str:
    """The man's form after a woman's ending was cut off: kap(ster) → kapper, verkoop → verkoper."""
    if stem.endswith(("ier", "aar", "eur", "oor")):
        return stem
    if len(stem) > 2 and stem[-1] not in _VOWELS:
        if stem[-2] == stem[-3] and stem[-2] in _VOWELS:
            return f"{stem[:-2]}{stem[-1]}er"
        if stem[-2] in _VOWELS and stem[-3] not in _VOWELS and len(stem) <= 6:
            return f"{stem}{stem[-1]}er"
    return f"{stem}er"


def neutral(word: str) -> str:
    """The form without gender: verkoopsters → verkoper, directrice → directeur, vrouw → man."""
    single = word[:-1] if word.endswith(("sters", "trices", "euses")) else word
    for ending, other in (("trice", "teur"), ("euse", "eur")):
        if single.endswith(ending) and len(single) > len(ending) + 2:
            return single[: -len(ending)] + other
    if single.endswith("ster") and len(single) > 6 and single[-5] not in _VOWELS:
        return _agent(single[:-4])
    for ending in ("vrouwen", "vrouw", "lieden", "lui", "mannen"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return f"{word[: -len(ending)]}man"
    return word


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """What stays the same when number, gender or verb ending change."""
    if len(word) < 4 or not word.isascii():
        return word
    return str(_STEMMER.stemWord(neutral(word)))


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """The word spelled by ear, for people who write as they hear: 'vragtwaagen', 'horika'."""
    heard = key(word)
    for written, said in _SOUNDS:
        heard = heard.replace(written, said)
    heard = _DOUBLED.sub(r"\1", heard)
    return f"{heard[:-1]}t" if heard.endswith("d") else heard


@lru_cache(maxsize=5_000)
def grams(text: str) -> frozenset[str]:
    """Character trigrams of a folded text, with the edges of each word marked."""
    padded = f" {' '.join(text.split())} "
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2))
