"""Updates come in by long polling or webhook; each is stored before it is confirmed."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog
from telegram import Bot
from telegram.error import Conflict, RetryAfter, TelegramError

from bot.telegram.channel import seconds_of
from bot.telegram.http import ask
from bot.telegram.reading import ALLOWED, callback_id, group_chat, incoming
from services.messages.inbox import Incoming
from services.texts import FIRST, text

log = structlog.get_logger()

POLL_SECONDS = 25
MOST = 100


@dataclass
class Door:
    """Where Telegram comes in. `store` commits a batch and only then returns."""

    bot: Bot
    store: Callable[[Sequence[Incoming]], Awaitable[None]]
    secret: str = ""
    _aside: set[asyncio.Task[None]] = field(default_factory=set)
    _leaving: set[int] = field(default_factory=set)

    async def run(self) -> None:
        """Poll until cancelled. The offset moves only after the updates are stored."""
        offset, failures = 0, 0
        while True:
            try:
                updates = await self._poll(offset)
                await self.receive(updates)
                offset = updates[-1]["update_id"] + 1 if updates else offset
                failures = 0
            except RetryAfter as error:
                await asyncio.sleep(seconds_of(error))
            except Conflict:
                log.warning("another process polls with the same token, waiting")
                await asyncio.sleep(5)
            except TelegramError as error:
                failures += 1
                log.warning("polling failed", error=type(error).__name__)
                await asyncio.sleep(min(0.2 * 2**failures, 15))
            except Exception:
                # The database did not take them: Telegram keeps them, so ask again.
                failures += 1
                log.exception("updates could not be stored")
                await asyncio.sleep(min(0.2 * 2**failures, 15))

    async def _poll(self, offset: int) -> list[dict[str, Any]]:
        """Updates as Telegram sends them: an inbox keeps what came, whatever the library knows."""
        asked = {"offset": offset, "limit": MOST, "timeout": POLL_SECONDS}
        found: list[dict[str, Any]] = await ask(
            self.bot, "getUpdates", {**asked, "allowed_updates": ALLOWED}, POLL_SECONDS + 15
        )
        return found

    async def receive(self, updates: Sequence[dict[str, Any]]) -> None:
        """Store a batch; then answer the button presses, which cannot wait."""
        read = [_read(update) for update in updates]
        items = [each.item for each in read if each.item is not None]
        if items:
            await self.store(items)
        for each in read:
            if each.callback:
                self._do_aside(self._answer(each.callback))
            if each.group is not None:
                self._do_aside(self._leave(each.group))

    def knows(self, secret: str) -> bool:
        """Is this the secret we gave Telegram for its webhook?"""
        return bool(self.secret) and hmac.compare_digest(secret.encode(), self.secret.encode())

    def _do_aside(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._aside.add(task)
        task.add_done_callback(self._aside.discard)

    async def _answer(self, query: str) -> None:
        """Stops the little clock on the button; too late or twice does no harm."""
        try:
            await ask(self.bot, "answerCallbackQuery", {"callback_query_id": query})
        except TelegramError as error:
            log.info("press not answered", error=type(error).__name__)

    async def _leave(self, chat: int) -> None:
        """We talk with one person at a time: say so, and leave the group."""
        if chat in self._leaving:
            return  # being put in a group comes as two updates
        self._leaving.add(chat)
        try:
            await self.bot.send_message(chat, text(FIRST, "group-goodbye"))
            await self.bot.leave_chat(chat)
        except TelegramError as error:
            log.info("group not left", error=type(error).__name__)
        finally:
            self._leaving.discard(chat)


@dataclass(frozen=True)
class _Read:
    """What an update asks of us: a row, an answer to a press, leaving a group."""

    item: Incoming | None = None
    callback: str = ""
    group: int | None = None


def _read(update: dict[str, Any]) -> _Read:
    """An update of a form nobody knows asks nothing."""
    try:
        return _Read(incoming(update), callback_id(update), group_chat(update))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        log.warning("update not understood", error=type(error).__name__)
        return _Read()
