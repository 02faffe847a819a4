"""What stands in the chats: every message as the person sees it now, and how it came about."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

MEDIA = (
    "photo",
    "document",
    "voice",
    "audio",
    "video",
    "video_note",
    "animation",
    "sticker",
    "location",
    "venue",
    "contact",
    "poll",
    "dice",
)
MEDIA_WORDS = {"sticker": "sticker", "video_note": "video", "animation": "animation"}


@dataclass(frozen=True)
class Seen:
    """A message as a person sees it: its words and the labels of its buttons, row by row."""

    message_id: int
    text: str
    buttons: list[list[str]]
    keyboard: str
    """"inline", "reply", "remove", "force" or "" (none)."""
    outgoing: bool
    """True if the bot sent it."""
    seq: int
    """Place in the order of everything that happened in all chats."""
    changed: int
    """The same for the last change of its words; ``seq`` if they never changed."""
    edited: bool
    deleted: bool
    raw: Json
    """The Message of the Bot API; ``reply_markup`` is there for reply keyboards too."""
    boards: list[Json]
    """All inline keyboards it ever had, oldest first."""

    @property
    def labels(self) -> list[str]:
        """All labels of its buttons in reading order."""
        return [label for row in self.buttons for label in row]

    def as_json(self) -> Json:
        """Give all fields for the control endpoint."""
        return dict(self.__dict__)


@dataclass
class Entry:
    """A message in a chat and its past."""

    message: Json
    outgoing: bool
    seq: int
    changed: int
    edited: bool = False
    deleted: bool = False
    boards: list[Json] = field(default_factory=list)

    def seen(self) -> Seen:
        """Give the message as the person sees it."""
        return Seen(
            message_id=self.message["message_id"],
            text=words(self.message),
            buttons=labels(self.message.get("reply_markup")),
            keyboard=keyboard(self.message.get("reply_markup")),
            outgoing=self.outgoing,
            seq=self.seq,
            changed=self.changed,
            edited=self.edited,
            deleted=self.deleted,
            raw=self.message,
            boards=self.boards,
        )


@dataclass(frozen=True)
class Line:
    """Something that happened in a chat: "in", "out", "press", "edit_in", "edit_out", "notice"."""

    seq: int
    kind: str
    message: Json | None
    text: str = ""


@dataclass
class Chat:
    """One chat, private or a group."""

    info: Json
    entries: dict[int, Entry] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    waiters: list[asyncio.Future[None]] = field(default_factory=list)
    gone: str = ""
    """Why the bot cannot send here, in the server's words; empty if it can."""

    @property
    def is_group(self) -> bool:
        """Tell if more than one person may be here."""
        return bool(self.info["type"] != "private")

    @property
    def seq(self) -> int:
        """The number of the last thing that happened here; 0 if nothing did."""
        return self.lines[-1].seq if self.lines else 0

    def wake(self) -> None:
        """Tell everyone who waits that something happened."""
        for waiter in self.waiters:
            if not waiter.done():
                waiter.set_result(None)
        self.waiters.clear()


class Chats:
    """All chats of the bot."""

    def __init__(self) -> None:
        self.by_id: dict[int, Chat] = {}
        self.seq = 0
        self.last_message_id = 0

    def chat(self, chat_id: int, info: Json | None = None) -> Chat:
        """Give a chat; make it if it is new. ``info`` (a Chat object) brings it up to date."""
        chat = self.by_id.get(chat_id)
        if chat is None:
            kind = "private" if chat_id > 0 else "supergroup"
            chat = self.by_id[chat_id] = Chat({"id": chat_id, "type": kind})
            if kind == "private":
                chat.info["first_name"] = f"Person {chat_id}"
            else:
                chat.info["title"] = f"Group {chat_id}"
        if info is not None and info != chat.info:
            chat.info = info
        return chat

    def add(self, chat: Chat, message: Json, *, outgoing: bool) -> Json:
        """Put a message in a chat, with a number if it has none; give the message."""
        if "message_id" not in message:
            self.last_message_id += 1
            message = {"message_id": self.last_message_id, **message}
        self.last_message_id = max(self.last_message_id, message["message_id"])
        seq = self._next()
        entry = Entry(message, outgoing, seq, seq)
        entry.boards.extend(_inline(message))
        chat.entries[message["message_id"]] = entry
        chat.lines.append(Line(seq, "out" if outgoing else "in", message))
        chat.wake()
        return message

    def edit(self, chat: Chat, entry: Entry, message: Json) -> None:
        """Replace a message by a changed one."""
        same_words = words(message) == words(entry.message)
        entry.message, entry.edited, seq = message, True, self._next()
        entry.boards.extend(_inline(message))
        entry.changed = entry.changed if same_words else seq
        kind = "edit_out" if entry.outgoing else "edit_in"
        chat.lines.append(Line(seq, f"{kind}_board" if same_words else kind, message))
        chat.wake()

    def delete(self, chat: Chat, entry: Entry) -> None:
        """Take a message away."""
        entry.deleted = True
        chat.lines.append(Line(self._next(), "deleted", entry.message))
        chat.wake()

    def note(self, chat: Chat, kind: str, text: str) -> None:
        """Note what is not a message: a "press" of a button or a "notice" in answer to it."""
        chat.lines.append(Line(self._next(), kind, None, text))
        chat.wake()

    def _next(self) -> int:
        self.seq += 1
        return self.seq


def _inline(message: Json) -> Iterator[Json]:
    board = message.get("reply_markup")
    if board and "inline_keyboard" in board:
        yield board


def words(message: Json) -> str:
    """Give the words of a message; for media a name in brackets and the caption."""
    text = message.get("text")
    if text is not None:
        return str(text)
    kind = next((name for name in MEDIA if name in message), "message")
    return " ".join(filter(None, [f"({kind})", _detail(message, kind), message.get("caption", "")]))


def _detail(message: Json, kind: str) -> str:
    content = message.get(kind)
    if kind == "contact" and content:
        return str(content["phone_number"])
    if kind == "location" and content:
        return f"{content['latitude']}, {content['longitude']}"
    if kind == "document" and content:
        return str(content.get("file_name", ""))
    return ""


def labels(board: Json | None) -> list[list[str]]:
    """Give the labels of a keyboard, row by row."""
    if not board:
        return []
    rows = board.get("inline_keyboard") or board.get("keyboard") or []
    return [[b if isinstance(b, str) else b["text"] for b in row] for row in rows]


def keyboard(board: Json | None) -> str:
    """Name the kind of a keyboard."""
    if not board:
        return ""
    if "inline_keyboard" in board:
        return "inline"
    if "keyboard" in board:
        return "reply"
    return "remove" if "remove_keyboard" in board else "force"


def transcript(chat: Chat) -> str:
    """Give a chat as text: "<" what the person said, ">" what the bot said, buttons in []."""
    return "".join(_shown(line) for line in chat.lines)


def _shown(line: Line) -> str:
    sign, note = {
        "in": ("<", ""),
        "out": (">", ""),
        "press": ("<", ""),
        "notice": (">", "(notice) "),
        "edit_in": ("<", "(edit) "),
        "edit_out": (">", "(edit) "),
    }.get(line.kind, ("", ""))
    if not sign:
        return ""
    text = line.text if line.message is None else words(line.message)
    if line.kind == "press":
        text = f"[{text}]"
    first, *others = (note + text).split("\n")
    rows = labels(line.message.get("reply_markup")) if line.message else []
    shown = [f"{sign} {first}", *(f"  {other}".rstrip() for other in others)]
    shown += ["  " + " ".join(f"[{label}]" for label in row) for row in rows]
    return "\n".join(shown).rstrip() + "\n"
