"""Words of other languages in a short answer, read as the Dutch word: "rower" is a fiets.

They stand in data/abroad_words.tsv. Only an answer about travel, times, hours, a day or how well
Dutch goes is read so: in a sentence "tak" may be a branch.
"""

from __future__ import annotations

import re
from functools import lru_cache

from services.understanding import spotting

_WORD = re.compile(r"[^\W\d_]+")
MOST_WORDS = 6  # who says more says it in a language of ours


@lru_cache(maxsize=1)
def _dutch() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    whole: dict[str, str] = {}
    begins: list[tuple[str, str]] = []
    for row in spotting.rows("abroad_words.tsv"):
        for word in row["words"].split():
            if word.endswith("*"):
                begins.append((spotting.normal(word[:-1]), row["dutch"]))
            whole.setdefault(spotting.normal(word.rstrip("*").replace("_", " ")), row["dutch"])
    return whole, tuple(begins)


def in_dutch(words: str) -> str:
    """The words with those of other languages in Dutch."""
    if len(words.split()) > MOST_WORDS:
        return words
    whole, begins = _dutch()

    def said(match: re.Match[str]) -> str:
        word = spotting.normal(match[0])
        if word in whole:
            return whole[word]
        return next((dutch for start, dutch in begins if word.startswith(start)), match[0])

    return _WORD.sub(said, words)
