"""One line in which somebody names several things, cut into the pieces that may each name one."""

from __future__ import annotations

import re

from services.vocabulary.concepts import KINDS, Kind
from services.vocabulary.index import index, phrase
from services.vocabulary.noise import FILLERS, without
from services.vocabulary.words import tokens

_HARD = re.compile(r"[,;\n•·|+]|[.!?](?=\s|$)|\s[-–]\s")
_SOFT = re.compile(
    r" ?[/&] ?| (?:en/of|en|of|and|or|maar|plus|daarna|evenals|alsook) ", re.IGNORECASE
)
_SPACES = re.compile(r"[^\S\n]+")
LONGEST = 1_000  # signs of a line that are read
_NEAR = 80  # signs beside a sign that may bind one name


def _inside_a_name(kind: Kind, part: str) -> list[tuple[int, int]]:
    """Where ``part`` holds a known name of several words, such as "zand en grind"."""
    labels, found = index(kind), tokens(part)
    return [
        (found[at].start, found[end - 1].end)
        for at in range(len(found))
        for end in range(at + 2, min(len(found), at + 6) + 1)
        if phrase(token.word for token in found[at:end]) in labels.phrases
    ]


def _joins(part: str, sign: re.Match[str]) -> bool:
    """Whether the sign binds one name: "loon- en salarisadministratie", "mig/mag"."""
    left = tokens(part[max(0, sign.start() - _NEAR) : sign.start()])[-1:]
    right = tokens(part[sign.end() : sign.end() + _NEAR])[:1]
    short = all(len(token.word) <= 3 for token in (*left, *right))
    return part[: sign.start()].endswith("-") or (sign[0] == "/" and short)


def _softly(kinds: tuple[Kind, ...], part: str) -> list[str]:
    if not _SOFT.search(part):
        return [part]
    inside = bytearray(len(part) + 1)  # 1 where a sign would stand within a name
    for start, end in (span for kind in kinds for span in _inside_a_name(kind, part)):
        inside[start + 1 : end - 1] = b"\1" * max(0, end - start - 2)
    cut, rest = [], 0
    for sign in _SOFT.finditer(part):
        if _joins(part, sign) or (inside[sign.start()] and inside[sign.end()]):
            continue
        cut.append(part[rest : sign.start()])
        rest = sign.end()
    return [*cut, part[rest:]]


def _trim(kinds: tuple[Kind, ...], part: str) -> str:
    """``part`` without the fillers around it; empty when there is nothing else."""
    found = tokens(part)
    known = any(" ".join(token.word for token in found) in index(kind).exact for kind in kinds)
    telling = [
        token
        for token in found
        if known or token.word not in FILLERS or part[token.start - 1 : token.start] == "/"
    ]
    return " ".join(part[telling[0].start : telling[-1].end].split()) if telling else ""


def pieces(kinds: tuple[Kind, ...], text: str) -> list[str]:
    """The pieces of ``text``, read with the names of ``kinds`` in mind."""
    hard = _HARD.split(_SPACES.sub(" ", without(_SPACES.sub(" ", text[:LONGEST]))))
    soft = [piece for part in hard for piece in _softly(kinds, part)]
    return [trimmed for piece in soft if (trimmed := _trim(kinds, piece))]


def split(text: str) -> list[str]:
    """The pieces that may each name a concept: "schoonmaaken en soms in de keuken" → 2 pieces.

    A known name with "en" in it stays whole. Words around a piece ("ik wil graag") are left out.
    """
    return pieces(KINDS, text)
