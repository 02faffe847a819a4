"""A message as the chat page shows it: one bubble, and the answers under the newest question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from sqlmodel import col, select

from bot.web.pages import paragraphs
from services import texts
from services.messages import naming
from services.store.models import Message
from services.texts import render
from services.unit_of_work import Work

SHOWN = 60  # messages on a page; older ones are in the export
QUIET = ("-back", "-skip", "-hint")
MAIN = ("-ok", "done")


@dataclass(frozen=True)
class Choice:
    """A button: what it carries, what it says, and how it looks."""

    press: str
    label: Markup
    look: str = ""


@dataclass(frozen=True)
class Bubble:
    """One message in its reader's words."""

    id: int
    ours: bool
    lines: Sequence[Markup]
    ask: Markup | None
    step: Markup | None
    choices: Sequence[Choice]
    quiet: Sequence[Choice]
    narrow: bool  # the labels are short enough to stand two beside each other
    asks: str
    file: str  # its name under /chat, or ""
    replaces: Sequence[int]  # what this stands in the place of, on a page that still has it


Offered = Callable[[str], bool]


def anything(press: str) -> bool:
    """In one's own conversation every button stands."""
    return True


def bubble(
    message: Message,
    language: str,
    replaces: Sequence[int] = (),
    offered: Offered = anything,
) -> Bubble:
    """A message ready for the template, with the buttons that are offered on its page."""
    body: dict[str, Any] = message.body or {"lines": [], "rows": []}
    lines = [render.told(language, text_id, args) for text_id, args in body["lines"]]
    buttons = [
        _choice(press, label, language)
        for row in body.get("rows", [])
        for press, label in row
        if offered(press)
    ]
    ask = paragraphs(lines.pop()) if buttons and message.ours and lines else None
    step = None
    if body.get("step"):
        number, of = body["step"]
        step = paragraphs(texts.text(language, "dialog-step", {"n": number, "of": of}))
    choices = [each for each in buttons if each.look != "quiet"]
    return Bubble(
        message.id or 0,
        message.ours,
        [paragraphs(line) for line in lines],
        ask,
        step,
        choices,
        [each for each in buttons if each.look == "quiet"],
        len(choices) > 1 and all(len(each.label) <= 18 for each in choices),
        str(body.get("asks", "")),
        _file(body),
        replaces,
    )


def _file(body: Mapping[str, Any]) -> str:
    """Where the file that goes with a message is fetched: made anew, as it is true by then."""
    if body.get("file") == "calendar":
        return f"afspraak-{body['subject']}.ics"
    return "mijn-gegevens.json" if body.get("file") == "export" else ""


def _choice(press: str, label: Sequence[Any], language: str) -> Choice:
    code = press.rsplit(":", 1)[-1]
    look = "quiet" if code in QUIET else "main" if code in MAIN else ""
    if code == "-change":
        look = "change"
    elif label[0] == "ticked":
        look = "ticked"
    return Choice(press, paragraphs(render.called(language, label)), look)


async def replaced_by(work: Work, message: Message) -> list[int]:
    """What a message stands in the place of, newest first; a list ticked twice has two.

    A page that was slow or away may still show any of them. Telegram's own numbers are in `edits`
    too, so only rows of the same person that were marked as replaced count.
    """
    gone: list[int] = []
    while message.edits.isdecimal():
        before = await work.tx.get(Message, int(message.edits))
        if before is None or before.outcome != "replaced":
            break
        if before.person_id != message.person_id or before.id in gone:
            break
        gone.append(int(message.edits))
        message = before
    return gone


async def newest(work: Work, person_id: int, after: int = 0) -> list[Message]:
    """The messages of a conversation in order, in words; what was replaced is left out."""
    query = (
        select(Message)
        .where(
            Message.person_id == person_id,
            col(Message.id) > after,
            Message.outcome != "replaced",
        )
        .order_by(col(Message.id).desc())
        .limit(SHOWN)
    )
    found = list(reversed((await work.tx.exec(query)).all()))
    await naming.read(work, found)
    return found
