"""What was read from an advert, and the text seen as lines with a role."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Reading:
    """A value and the exact words it was read from: `words` is `text[start:end]`."""

    value: Any
    words: str
    start: int
    end: int
    sure: bool = True


Advert = Mapping[str, Reading]

_TAG = re.compile(r"<[^<>\n]{1,200}>|&(?:nbsp|amp|bull|#\d+);")
_HEADS = (
    (
        "demand",
        r"(?:wat |wie )?(?:wij|we|vragen|verwachten|breng|neem|ben|heb|moet)\b.{0,25}(?:vragen|jij|je|mee|jou|van jou|kunnen)"
        r"|functie-?eisen|jouw profiel|je profiel|profiel|eisen|jouw specificaties|requirements"
        r"|wie ben jij|wat heb je nodig|dit ben jij|jij bent|your profile|what you bring|wij vragen|we vragen"
        r"|jouw talent|dit vragen we|what we ask|jij hebt|dit neem je mee|gevraagd",
    ),
    (
        "task",
        r"(?:wat|dit) ga je doen.*|wat ga je.*|taken|werkzaamheden|de functie|functieomschrijving"
        r"|jouw werk|wat doe je|your tasks|what you will do|jouw taken|de baan|je taken.*",
    ),
    (
        "offer",
        r"(?:wat )?(?:wij|we) bieden.*|dit bieden.*|dit krijg je.*|arbeidsvoorwaarden|aanbod|ons aanbod"
        r"|what we offer|wat krijg je.*|jouw voordelen|dat bieden.*|wat bieden.*|wij bieden jou.*",
    ),
    ("firm", r"over ons|wie zijn wij|over het bedrijf|about us|wie wij zijn|bedrijfsprofiel"),
)


@dataclass(frozen=True)
class Line:
    """One line or sentence: where it stands, and under which heading."""

    words: str
    start: int
    role: str  # demand | task | offer | firm | "" before any heading


def without_markup(text: str) -> str:
    """Tags become spaces of the same length, so that places in the text stay right."""
    return _TAG.sub(lambda match: " " * len(match[0]), text)


def lines_of(text: str) -> list[Line]:
    """Sentences with their role; a heading is a short line that names one."""
    lines: list[Line] = []
    role = ""
    for match in re.finditer(r"[^\n]+", without_markup(text)):
        head = _heading(match[0])
        role = head or role
        for piece in re.finditer(
            r"(?:[^.!?;•]|[.](?=\d)|(?<=\d)[.]|(?<=\b\w)[.])+[.!?]?", match[0]
        ):
            words = piece[0]
            if words.strip():
                lines.append(Line(words, match.start() + piece.start(), role))
    return lines


def _heading(line: str) -> str:
    flat = line.strip(" \t:*-•#?!").lower()
    if not flat or len(flat) > 45 or len(flat.split()) > 7:
        return ""
    return next((role for role, pattern in _HEADS if re.fullmatch(pattern, flat)), "")
