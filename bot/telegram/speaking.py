"""From a message of ours to what the Bot API is asked to send. Pure.

Texts are plain (no markup), so nothing a person typed can break a message.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.texts import render, text

LISTED = "dialog-line"  # lines of a summary stand together
LONGEST = 4096  # UTF-16 units, Bot API
JOINED = 64  # signs that may be drawn on one: more is nobody's language
JOINER = "\u200d"
CAPTION = 1024  # the same, under a file
SHARES = {"place": "request_location", "contact": "request_contact"}
Markup = dict[str, Any] | None  # InlineKeyboardMarkup or ReplyKeyboardMarkup of the Bot API


@dataclass(frozen=True)
class Spoken:
    """Texts to send one after the other; the keyboard belongs to the last."""

    texts: tuple[str, ...]
    markup: Markup

    @property
    def short(self) -> bool:
        """Can the words stand under a file?"""
        return len(self.texts) == 1 and _units(self.texts[0]) <= CAPTION


def spoken(body: Mapping[str, Any], language: str) -> Spoken:
    """A message in the language of its reader."""
    lines = [render.told(language, text_id, args) for text_id, args in body["lines"]]
    if body.get("step"):
        number, of = body["step"]
        lines[-1] = f"{text(language, 'dialog-step', {'n': number, 'of': of})}\n{lines[-1]}"
    ids = [text_id for text_id, _ in body["lines"]]
    words = lines[0]
    for before, text_id, line in zip(ids, ids[1:], lines[1:], strict=False):
        listed = before.startswith(LISTED) and text_id.startswith(LISTED)
        words += ("\n" if listed else "\n\n") + line
    return Spoken(_split(words), _markup(body, language))


def _split(words: str) -> tuple[str, ...]:
    """Pieces that fit, broken between lines where possible, else between words."""
    pieces: list[str] = []
    while _units(words) > LONGEST:
        cut = _cut(words)
        pieces.append(words[:cut].strip())
        words = words[cut:].strip()
    return tuple(piece for piece in (*pieces, words) if piece) or (words,)


def _cut(words: str) -> int:
    """Where the first piece ends: a line, a word, or a sign with all that is drawn on it."""
    half = LONGEST // 2  # any sign may be two units
    for between in ("\n", " "):
        if (cut := words.rfind(between, 1, half)) > 0:
            return cut
    cut = half
    while cut > half - JOINED and _drawn_on(words[cut - 1], words[cut]):
        cut -= 1
    return cut


def _drawn_on(before: str, sign: str) -> bool:
    """Is a sign one with the sign before it: an accent, a vowel mark, a joined emoji?"""
    return unicodedata.category(sign)[0] == "M" or JOINER in (before, sign)


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def _markup(body: Mapping[str, Any], language: str) -> Markup:
    rows = [
        [(press, render.called(language, label)) for press, label in row]
        for row in body.get("rows", [])
        if row
    ]
    if body.get("asks"):
        return _share(body["asks"], rows, language)
    if not rows:
        return None
    board = [[{"text": label, "callback_data": press} for press, label in row] for row in rows]
    return {"inline_keyboard": board}


def _share(asks: str, rows: list[list[tuple[str, str]]], language: str) -> dict[str, Any]:
    """One tap to share a place or a number; the other buttons come back as typed words."""
    share = {"text": text(language, f"share-{asks}"), SHARES[asks]: True}
    others = [[{"text": label} for _, label in row] for row in rows]
    return {"keyboard": [[share], *others], "resize_keyboard": True, "one_time_keyboard": True}
