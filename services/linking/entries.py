"""What is linked to: a concept with its names and what its source says about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept by URI; ``labels`` by language, the main one first; ``about`` a description."""

    uri: str
    labels: Mapping[str, tuple[str, ...]]
    about: Mapping[str, str] = field(default_factory=dict)
