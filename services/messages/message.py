"""A message as a value: lines, buttons, a file. Here alone it becomes the JSON that is stored.

Whoever has something to say makes one (`outbox.line`), adds buttons that begin a dialog (`opens`)
or give a command (`command`), and hands it to `outbox.tell`. What a button carries, "dialog.about:
question:code", is written and read here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from services.texts import refs
from services.texts.refs import Stored

OPEN = "-open"  # the code of a button that begins a dialog
PARTS = frozenset({"lines", "rows", "asks", "step", "file", "subject", "off", "round"})  # of a body
_NUMBER = re.compile(r"[0-9]{1,18}")  # what every database takes as a number


class Line(NamedTuple):
    """A text of locales/ and its arguments."""

    text: str
    args: Mapping[str, Any] = {}


class Button(NamedTuple):
    """What a press carries, at most 64 bytes (Bot API), and what the button is called."""

    press: str
    label: Stored


@dataclass(frozen=True)
class Message:
    """Something to say; what it is stored as is `stored`."""

    lines: tuple[Line, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    asks: str = ""  # "place" | "contact": offer to share it
    step: tuple[int, int] | None = None  # question 4 of 12
    file: str = ""  # what goes with it: a name of `bot.attachments.FILES`
    subject: int = 0  # of a calendar file: the appointment
    off: Mapping[str, Any] | None = None  # of one that was called off: what is left of it

    def with_buttons(self, *buttons: Button) -> Message:
        """The same with these below it, each in a row of its own."""
        return replace(self, rows=(*self.rows, *((each,) for each in buttons)))

    def with_row(self, *buttons: Button) -> Message:
        """The same with these beside each other below it."""
        return replace(self, rows=(*self.rows, buttons))

    def and_lines(self, *lines: Line) -> Message:
        """The same with more to read."""
        return replace(self, lines=(*self.lines, *lines))

    def stored(self) -> dict[str, Any]:
        """As JSON: {"lines": [[id, args]], "rows": [[[press, label]]], …}; only what it has."""
        body: dict[str, Any] = {"lines": _plain(self.lines), "rows": _plain(self.rows)}
        if self.asks:
            body["asks"] = self.asks
        if self.step:
            body["step"] = list(self.step)
        if self.file:
            body["file"] = self.file
        if self.subject:
            body["subject"] = self.subject
        if self.off is not None:
            body["off"] = dict(self.off)
        return body


def opens(dialog: str, label: Stored, about: int | None = 0) -> Button:
    """A button that begins a dialog, about a row."""
    return Button(press(dialog, about or 0, "", OPEN), label)


def command(code: str) -> Button:
    """A button that gives a command, by the name the command has."""
    return Button(press("", 0, "", code), refs.text(f"command.{code}"))


def press(dialog: str, about: int, question: str, code: str) -> str:
    """What a button carries: "dialog.about:question:code"."""
    where = f"{dialog}.{about}" if about else dialog
    return f"{where}:{question}:{code}"


def pressed(data: str) -> tuple[str, int, str, str] | None:
    """(dialog, about, question, code) of a button; None when it is not one of ours."""
    parts = data.split(":", 2)
    if len(parts) != 3:
        return None
    dialog, _, about = parts[0].partition(".")
    if about and not _NUMBER.fullmatch(about):
        return None
    return dialog, int(about or 0), parts[1], parts[2]


def _plain(value: Any) -> Any:
    """What JSON gives back: lists for tuples, all the way down."""
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return value
