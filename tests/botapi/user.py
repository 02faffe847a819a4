"""A person with a phone: says words, presses buttons, and hears what the bot says."""

from __future__ import annotations

import asyncio
import re
from typing import Any

from tests.botapi.chats import Seen
from tests.botapi.line import Line, Local, State
from tests.botapi.refusal import units
from tests.botapi.server import BotApi

Json = dict[str, Any]

COMMAND = re.compile(r"(?:^|(?<=\s))/[A-Za-z0-9_]{1,32}(?:@\w+)?")
LINK = re.compile(r"https?://[^\s]+")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
UTRECHT = (52.0907, 5.1214)


class User:
    """A person in a private chat with the bot; everything they do becomes an update.

    ``api`` is a BotApi of this process or a RemoteApi. Methods that send give the update as the
    server completed it.
    """

    def __init__(
        self,
        api: BotApi | Line,
        id: int,
        first_name: str = "Amina",
        language_code: str | None = "nl",
        *,
        username: str | None = None,
        last_name: str | None = None,
        phone: str = "+31612345678",
    ) -> None:
        self.line: Line = Local(api) if isinstance(api, BotApi) else api
        self.id = id
        self.phone = phone
        optional = {
            "last_name": last_name,
            "username": username,
            "language_code": language_code,
        }
        given = {key: value for key, value in optional.items() if value is not None}
        self.user: Json = {"id": id, "is_bot": False, "first_name": first_name, **given}
        named = {key: value for key, value in given.items() if key != "language_code"}
        self.chat: Json = {"id": id, "type": "private", "first_name": first_name}
        self.chat.update(named)
        self.heard: dict[int, int] = {}
        self.noticed = 0
        self.blocked = False
        if isinstance(api, BotApi):
            api.chats.chat(id, self.chat)
            api.people[id] = self.user

    # --- sending ---

    async def says(self, text: str, *, chat: Json | None = None, **more: Any) -> Json:
        """Type words; commands, links and mail addresses get their entities.

        ``chat`` is a group from joins_group; without it the private chat. ``more`` are other
        fields of the Message, such as reply_to_message.
        """
        found = entities(text)
        return await self._sends(
            {"text": text, **({"entities": found} if found else {}), **more}, chat
        )

    async def command(self, text: str, *, chat: Json | None = None) -> Json:
        """Send a command such as "/start abc" or "start"."""
        return await self.says(text if text.startswith("/") else f"/{text}", chat=chat)

    async def _sends(self, content: Json, chat: Json | None = None) -> Json:
        if self.blocked and chat is None:
            await self.unblocks()
        message = {"from": self.user, "chat": chat or self.chat, **content}
        return await self.line.deliver({"message": message})

    async def presses(self, label: str, *, chat: Json | None = None) -> Json:
        """Press the button with this text on the newest message that has one.

        The text fits exactly, else from the start, with or without a symbol before it. A button
        of a reply keyboard sends its text, the phone number or the place. AssertionError if there
        is no such button, or it only opens something.
        """
        state = await self.line.state((chat or self.chat)["id"])
        for one in reversed(_pressable(state)):
            button = _fitting(one.raw["reply_markup"], label)
            if button is not None:
                return await self._press(one, button, chat)
        shown = [row for one in _pressable(state)[-3:] for row in one.buttons]
        talk = await self.transcript(chat=chat)
        raise AssertionError(f"no button {label!r}; there are {shown}\n{talk}")

    async def _press(self, one: Seen, button: Json, chat: Json | None) -> Json:
        if one.keyboard == "inline":
            if "callback_data" not in button:
                raise AssertionError(f"this button sends nothing: {button}")
            return await self._queries(one.raw, button["callback_data"])
        if button.get("request_contact"):
            return await self.shares_contact()
        if button.get("request_location"):
            return await self.shares_location(*UTRECHT)
        return await self.says(button["text"], chat=chat)

    async def _queries(self, message: Json, data: str) -> Json:
        instance = str(message["chat"]["id"] * 7919)
        query = {"from": self.user, "message": message, "chat_instance": instance, "data": data}
        return await self.line.deliver({"callback_query": query})

    async def presses_old(self, message_id: int, label: str, *, chat: Json | None = None) -> Json:
        """Press a button that a message has or once had, as a phone that lags behind does."""
        where = chat or self.chat
        state = await self.line.state(where["id"])
        one = next((m for m in state.messages if m.message_id == message_id), None)
        for board in reversed(one.boards if one else []):
            button = _fitting(board, label)
            if one is not None and button is not None:
                lost: Json = {"chat": where, "message_id": message_id, "date": 0}
                return await self._queries(
                    lost if one.deleted else one.raw, button["callback_data"]
                )
        raise AssertionError(f"message {message_id} never had a button {label!r}")

    async def shares_contact(self, phone: str | None = None, *, other: bool = False) -> Json:
        """Share a phone number: their own, or with ``other`` that of someone else."""
        person = {"phone_number": phone or self.phone, "first_name": self.user["first_name"]}
        contact = person if other else {**person, "user_id": self.id}
        return await self._sends({"contact": contact})

    async def shares_location(self, lat: float, lon: float) -> Json:
        """Share a place, in degrees."""
        return await self._sends({"location": {"latitude": lat, "longitude": lon}})

    async def sends_voice(self, content: bytes = b"OggS", seconds: int = 2) -> Json:
        """Send a spoken message; the bot can fetch its content."""
        stored = await self._file(content, "voice", "voice.ogg")
        return await self._sends(
            {"voice": {**stored, "duration": seconds, "mime_type": "audio/ogg"}}
        )

    async def sends_photo(self, content: bytes = b"\xff\xd8", caption: str = "") -> Json:
        """Send a photo, with words under it if given."""
        stored = await self._file(content, "photo", "photo.jpg")
        photo = [{**stored, "width": 800, "height": 600}]
        return await self._sends({"photo": photo, **({"caption": caption} if caption else {})})

    async def sends_document(self, content: bytes, name: str = "cv.pdf") -> Json:
        """Send a file."""
        stored = await self._file(content, "document", name)
        return await self._sends({"document": {**stored, "file_name": name}})

    async def sends_sticker(self, emoji: str = "👍") -> Json:
        """Send a sticker."""
        stored = await self._file(b"RIFF", "sticker", "sticker.webp")
        size = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
        return await self._sends({"sticker": {**stored, "type": "regular", **size, "emoji": emoji}})

    # The names of the short way of speaking.
    voice = sends_voice
    photo = sends_photo
    sticker = sends_sticker

    async def _file(self, content: bytes, kind: str, name: str) -> Json:
        stored = await self.line.put_file(content, kind, name)
        return {key: value for key, value in stored.items() if key != "file_path"}

    async def edits(self, message_id: int, words: str) -> Json:
        """Change a message they sent before."""
        found = entities(words)
        message = {
            "message_id": message_id,
            "from": self.user,
            "chat": self.chat,
            "text": words,
            **({"entities": found} if found else {}),
        }
        return await self.line.deliver({"edited_message": message})

    async def forwards(self, text: str = "Dit is een vacature.", name: str = "Iemand") -> Json:
        """Forward a message of someone who hides their account."""
        origin = {"type": "hidden_user", "date": 1_700_000_000, "sender_user_name": name}
        return await self._sends({"text": text, "forward_origin": origin})

    async def unknown_update(self, kind: str = "brand_new_thing") -> Json:
        """Cause an update of a kind that no library knows yet."""
        return await self.line.deliver({kind: {"from": self.user, "chat": self.chat}})

    # --- being there or not ---

    async def blocks(self) -> Json:
        """Block the bot: its messages get 403."""
        self.blocked = True
        await self.line.block(self.id, "bot was blocked by the user")
        return await self._member(self.chat, "member", "kicked")

    async def unblocks(self) -> Json:
        """Take the block away; writing to the bot does so by itself."""
        self.blocked = False
        await self.line.block(self.id, None)
        return await self._member(self.chat, "kicked", "member")

    async def joins_group(self, group_id: int = -1_001_000_000_001, title: str = "Groep") -> Json:
        """Put the bot in a group; gives the group, for ``says(..., chat=group)``."""
        group: Json = {"id": group_id, "type": "supergroup", "title": title}
        await self.line.block(group_id, None)
        await self._member(group, "left", "member")
        bot = await self.line.bot()
        await self._sends({"new_chat_members": [bot]}, group)
        return group

    async def _member(self, chat: Json, old: str, new: str) -> Json:
        bot = await self.line.bot()
        change = {
            "chat": chat,
            "from": self.user,
            "old_chat_member": _member(bot, old),
            "new_chat_member": _member(bot, new),
        }
        return await self.line.deliver({"my_chat_member": change})

    # --- hearing ---

    async def hears(
        self,
        timeout: float = 5,  # noqa: ASYNC109 - it is what the person waits, not a deadline
        *,
        count: int = 1,
        edits: bool = False,
        settle: float = 0.05,
        chat: Json | None = None,
    ) -> list[Seen]:
        """Give the bot's messages since the last time, as they are now; wait for ``count``.

        After enough came it waits until nothing happens for ``settle`` seconds. With ``edits``
        messages whose words were changed count as new too. TimeoutError if too few come.
        """
        where = (chat or self.chat)["id"]
        loop = asyncio.get_running_loop()
        end = loop.time() + timeout
        state = await self.line.state(where)
        while len(self._new(state, where, edits)) < count:
            left = end - loop.time()
            if left <= 0:
                came = [one.text for one in self._new(state, where, edits)]
                talk = await self.transcript(chat=chat)
                raise TimeoutError(f"heard {came} in {timeout} s, not {count}\n{talk}")
            state = await self.line.wait(where, state.seq, left)
        while settle > 0:
            later = await self.line.wait(where, state.seq, settle)
            if later.seq == state.seq:
                break
            state = later
        new = self._new(state, where, edits)
        self.heard[where] = state.seq
        return new

    def _new(self, state: State, where: int, edits: bool) -> list[Seen]:
        heard = self.heard.get(where, 0)
        return [one for one in _shown(state) if (one.changed if edits else one.seq) > heard]

    async def hears_nothing(self, seconds: float = 0.2) -> None:
        """Check that the bot stays silent for so long; AssertionError if it speaks."""
        await asyncio.sleep(seconds)
        came = self._new(await self.line.state(self.id), self.id, edits=False)
        if came:
            raise AssertionError(f"heard {[one.text for one in came]}")

    async def notices(self) -> list[str]:
        """Give the small texts that came in answer to presses since the last time."""
        found = (await self.line.state(self.id)).notices
        new, self.noticed = found[self.noticed :], len(found)
        return new

    async def sees(self) -> list[Seen]:
        """Give all messages of the bot in the chat as they are now."""
        return _shown(await self.line.state(self.id))

    async def transcript(self, *, chat: Json | None = None) -> str:
        """Give the chat as text: "<" this person, ">" the bot, buttons in brackets."""
        return await self.line.transcript((chat or self.chat)["id"])


def entities(text: str) -> list[Json]:
    """Give the entities Telegram finds in typed words."""
    found = []
    for kind, pattern in (("bot_command", COMMAND), ("url", LINK), ("email", MAIL)):
        for match in pattern.finditer(text):
            offset = units(text[: match.start()])
            found.append({"type": kind, "offset": offset, "length": units(match[0])})
    return sorted(found, key=lambda entity: entity["offset"])


def _member(user: Json, status: str) -> Json:
    return {"user": user, "status": status, **({"until_date": 0} if status == "kicked" else {})}


def _shown(state: State) -> list[Seen]:
    """Give the bot's messages that are on the screen."""
    return [one for one in state.messages if one.outgoing and not one.deleted]


def _pressable(state: State) -> list[Seen]:
    """Give the messages whose buttons are on the screen; of reply keyboards only the last."""
    shown = _shown(state)
    boards = [one for one in shown if one.keyboard in ("reply", "remove")]
    last = boards[-1] if boards and boards[-1].keyboard == "reply" else None
    return [one for one in shown if one.keyboard == "inline" or one is last]


def _fitting(board: Json, label: str) -> Json | None:
    """Give the button with this text: exactly, else from the start, else after a symbol."""
    rows = board.get("inline_keyboard") or board.get("keyboard") or []
    buttons: list[Json] = [{"text": b} if isinstance(b, str) else b for row in rows for b in row]
    for fits in (
        lambda text: text == label,
        lambda text: text.startswith(label),
        lambda text: re.sub(r"^\W+", "", text).startswith(label),
    ):
        for button in buttons:
            if fits(button["text"]):
                return button
    return None
