"""What lies beyond the built-in vocabulary: a large classification that a region imported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from services.vocabulary.concepts import Candidate, Concept, Kind


class Beyond(Protocol):
    """A source of further concepts, asked where the built-in ones leave doubt."""

    @property
    def edition(self) -> int:
        """Another number when the same text may have another answer than before."""

    def concept(self, code: str, kind: Kind) -> Concept | None:
        """The concept with this code, or None."""

    def candidates(self, kind: Kind, text: str, language: str, top: int) -> Sequence[Candidate]:
        """At most ``top`` concepts that a text may mean, best first, none of them sure."""


class Nothing:
    """As long as nothing was imported."""

    edition = 0

    def concept(self, code: str, kind: Kind) -> Concept | None:
        """None."""
        return None

    def candidates(self, kind: Kind, text: str, language: str, top: int) -> Sequence[Candidate]:
        """None."""
        return ()


class _InUse:
    """The source of this process: nothing until one is put in its place."""

    def __init__(self) -> None:
        self._source: Beyond = Nothing()

    def __call__(self) -> Beyond:
        return self._source

    def use(self, source: Beyond | None) -> None:
        """Puts another in place; None takes it away."""
        self._source = source or Nothing()


beyond = _InUse()


def look_beyond(source: Beyond | None) -> None:
    """From now on this process also knows what ``source`` does; None: only what is built in."""
    beyond.use(source)
