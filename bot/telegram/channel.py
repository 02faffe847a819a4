"""Telegram as a channel of the sender: one message out, within the platform's limits.

The limits are kept here (30 a second overall, about one a second in a chat) because the library's
own limiter lets bursts through after a 429 and has none for a private chat.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channel import (
    BlockedError,
    Delivery,
    FileRefusedError,
    RefusedError,
    RetryError,
    UncertainError,
)
from bot.telegram.http import NEVER_LEFT, ask
from bot.telegram.reading import CHANNEL
from bot.telegram.speaking import Markup, Spoken, spoken

CHAT_BURST = 3  # a short burst in one chat is tolerated, then one a second
CHATS_REMEMBERED = 10_000
LONGEST_TURN = 5.0  # seconds: who would wait longer comes back later, and holds nothing meanwhile
GONE = ("chat not found", "user is deactivated", "bot was blocked", "peer_id_invalid")
EDIT_LOST = ("message to edit not found", "message can't be edited")


class Pace:
    """How fast may be sent: overall, and in each chat."""

    def __init__(self, rate: float) -> None:
        self._gap = 1.0 / rate
        self._next = 0.0
        self._chat_gap = max(self._gap, 1.0 if rate <= 30 else self._gap)
        self._chats: OrderedDict[str, float] = OrderedDict()

    def chat_wait(self, chat: str) -> float:
        """Seconds until this chat may get another message; 0 takes a turn."""
        now = time.monotonic()
        free = max(self._chats.pop(chat, now), now)
        wait = free - now - self._chat_gap * (CHAT_BURST - 1)
        self._chats[chat] = free if wait > 0 else free + self._chat_gap
        if len(self._chats) > CHATS_REMEMBERED:
            self._chats.popitem(last=False)
        return max(wait, 0.0)

    async def turn(self) -> None:
        """Wait for a turn under the overall limit; raises RetryError when it is far off."""
        now = time.monotonic()
        if self._next - now > LONGEST_TURN:
            raise RetryError(self._next - now)
        self._next = max(self._next, now) + self._gap
        delay = self._next - self._gap - now
        if delay > 0:
            await asyncio.sleep(delay)

    def halt(self, seconds: float) -> None:
        """The platform said to wait: everybody waits."""
        self._next = max(self._next, time.monotonic() + seconds)


class TelegramChannel:
    """Sends through one bot."""

    name = CHANNEL

    def __init__(self, bot: Bot, rate: float) -> None:
        self._bot, self._pace = bot, Pace(rate)

    async def send(self, delivery: Delivery) -> str:
        """Send or edit; returns Telegram's message id. Raises the errors of bot.channel."""
        wait = self._pace.chat_wait(delivery.address)
        if wait:
            raise RetryError(wait)
        await self._pace.turn()
        try:
            return await self._deliver(delivery)
        except TelegramError as error:
            raise self._meaning(error) from error

    async def _deliver(self, delivery: Delivery) -> str:
        chat, body = int(delivery.address), delivery.body
        ready = spoken(body, delivery.language)
        if body.get("content"):
            return await self._with_file(chat, ready, body)
        edited = await self._edit(chat, delivery, ready.texts[-1], ready.markup)
        if edited:
            return delivery.edits
        return await self._say(chat, ready)

    async def _say(self, chat: int, ready: Spoken) -> str:
        for words in ready.texts[:-1]:
            await ask(self._bot, "sendMessage", {"chat_id": chat, "text": words})
        last = {"chat_id": chat, "text": ready.texts[-1], **_under(ready.markup)}
        return str((await ask(self._bot, "sendMessage", last))["message_id"])

    async def _with_file(self, chat: int, ready: Spoken, body: Mapping[str, Any]) -> str:
        """A file with its words under it, or after them when they are too long for that.

        Raises FileRefusedError when only the words arrived.
        """
        document = {"document": body["content"].encode(), "filename": body["file_name"]}
        if ready.short:
            under = {"caption": ready.texts[0], **_under(ready.markup)}
            try:
                return await self._hand(chat, document | under)
            except BadRequest as error:
                if isinstance(self._meaning(error), BlockedError):
                    raise
                raise FileRefusedError(await self._say(chat, ready), error.message) from error
        number = await self._say(chat, ready)
        try:
            await self._hand(chat, document)
        except TelegramError as error:
            raise FileRefusedError(number, error.message) from error
        return number

    async def _hand(self, chat: int, document: Mapping[str, Any]) -> str:
        return str((await self._bot.send_document(chat, **document)).message_id)

    async def _edit(self, chat: int, delivery: Delivery, words: str, markup: Markup) -> bool:
        """Change the message that was pressed; False when it must be said anew."""
        if not delivery.edits.isdecimal() or "inline_keyboard" not in (markup or {}):
            return False
        where = {"chat_id": chat, "message_id": int(delivery.edits)}
        try:
            await ask(self._bot, "editMessageText", {**where, "text": words, **_under(markup)})
        except BadRequest as error:
            if any(lost in error.message.lower() for lost in EDIT_LOST):
                return False
            if "not modified" not in error.message:
                raise
        return True

    def _meaning(self, error: TelegramError) -> Exception:
        if isinstance(error, RetryAfter):
            seconds = seconds_of(error)
            self._pace.halt(seconds)
            return RetryError(seconds)
        if isinstance(error, Forbidden):
            return BlockedError()
        if isinstance(error, BadRequest):
            gone = any(sign in error.message.lower() for sign in GONE)
            return BlockedError() if gone else RefusedError(error.message)
        if isinstance(error, InvalidToken):
            return RetryError(60)
        if isinstance(error, ChatMigrated):
            return RefusedError("a group")
        return _no_answer(error)


def seconds_of(error: RetryAfter) -> float:
    """How long the platform wants us to wait."""
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)


def _under(markup: Markup) -> dict[str, Any]:
    return {"reply_markup": markup} if markup else {}


def _no_answer(error: TelegramError) -> Exception:
    """No connection was made: nothing was sent. The line dropped later: nobody knows."""
    cause = error.__cause__
    if isinstance(error, TimedOut | NetworkError) and cause is not None:
        return RetryError(2) if isinstance(cause, NEVER_LEFT) else UncertainError()
    return RetryError(5)  # the server itself said that it failed
