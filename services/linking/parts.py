"""Words of labels reduced to what stays the same, and Dutch compounds opened."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import snowballstemmer

from services.vocabulary.index import Lexicon
from services.vocabulary.words import key, words

_DUTCH = "en of de het een in van voor op aan met bij te tot als door naar om"
_ENGLISH = "and or the a an for to with on at by as from into in of"
_LITTLE = frozenset(f"{_DUTCH} {_ENGLISH}".split())
_STEMMERS = {"en": "english", "ar": "arabic", "tr": "turkish", "pl": "polish", "de": "german"}


@cache
def _stemmer(language: str) -> snowballstemmer.stemmer | None:
    name = _STEMMERS.get(language)
    return snowballstemmer.stemmer(name) if name in snowballstemmer.algorithms() else None


class Parts:
    """Reduces texts of one language: Dutch with gender, number and compounds; others to stems."""

    def __init__(self, language: str, texts: Iterable[str]) -> None:
        self._language = language
        self._lexicon = Lexicon(texts if language == "nl" else ())
        self._seen: dict[str, tuple[str, ...]] = {}

    def __call__(self, text: str) -> list[str]:
        """The parts of ``text`` in order, without little words unless there is nothing else."""
        typed = words(text)
        telling = [word for word in typed if word not in _LITTLE] or typed
        return [part for word in telling for part in self._of(word)]

    def _of(self, word: str) -> tuple[str, ...]:
        known = self._seen.get(word)
        if known is None:
            if len(self._seen) > 200_000:  # what people type is without end
                self._seen.clear()
            known = self._seen[word] = self._reduced(word)
        return known

    def _reduced(self, word: str) -> tuple[str, ...]:
        if self._language == "nl":
            return tuple(key(part) for part in self._lexicon.open(word))
        stemmer = _stemmer(self._language)
        return (str(stemmer.stemWord(word)),) if stemmer else (word,)
