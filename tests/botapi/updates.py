"""The updates that wait for the bot, by polling or by webhook, as long as Telegram keeps them.

From tdlib/telegram-bot-api: messages are kept 86,400 s, callback queries 150 s; a webhook has one
queue per key, and a press has another key than the messages of the same person.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.botapi.refusal import RefusalError

Json = dict[str, Any]

MESSAGE_LIFE = 86_400.0
QUERY_LIFE = 150.0
CONFLICT_PAUSE = 3.0
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
MESSAGES = frozenset(
    {"message", "edited_message", "channel_post", "edited_channel_post", "business_message"}
)
OTHER_POLL = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


@dataclass(frozen=True, slots=True)
class Pending:
    """An update that is not confirmed yet."""

    update: Json
    kind: str
    key: int
    """Its queue for a webhook."""
    expires: float

    @property
    def update_id(self) -> int:
        """Its number."""
        return int(self.update["update_id"])


@dataclass(slots=True)
class Query:
    """A press of an inline button that the bot may answer."""

    at: float
    chat_id: int
    answers: int = 0


def kind_of(update: Json) -> str:
    """Give the name of the one optional field of an update."""
    return next((name for name in update if name != "update_id"), "")


def key_of(update: Json, kind: str) -> int:
    """Give the webhook queue of an update."""
    content = update.get(kind)
    if not isinstance(content, dict):
        return 0
    if kind == "callback_query":
        return int(content["from"]["id"]) + (3 << 33)
    if kind in ("my_chat_member", "chat_member"):
        return int(content["chat"]["id"]) + (5 << 33)
    return int(content["chat"]["id"]) if "chat" in content else 0


class Updates:
    """The queue of the bot."""

    def __init__(self, clock: Callable[[], float], first_id: int, speed: float) -> None:
        self.clock = clock
        self.speed = speed
        self.pending: dict[int, Pending] = {}
        self.next_id = first_id
        self.expired: list[Json] = []
        """Updates that nobody fetched in time."""
        self.unwanted: list[Json] = []
        """Updates of kinds that the bot did not ask for."""
        self.allowed: frozenset[str] | None = None
        self.listener: Callable[[Pending], None] | None = None
        self._ageing: dict[float, deque[Pending]] = {MESSAGE_LIFE: deque(), QUERY_LIFE: deque()}
        self._poll: asyncio.Future[None] | None = None
        self._next_conflict = 0.0

    def add(self, update: Json) -> Json:
        """Queue an update; without an ``update_id`` it gets the next one. Gives the update."""
        if "update_id" not in update:
            update = {"update_id": self.next_id, **update}
        self.next_id = max(self.next_id, update["update_id"] + 1)
        kind = kind_of(update)
        if not self.wants(kind):
            self.unwanted.append(update)
            return update
        life = QUERY_LIFE if kind == "callback_query" else MESSAGE_LIFE
        one = Pending(update, kind, key_of(update, kind), self.clock() + life)
        self.pending[one.update_id] = one
        self._ageing[life].append(one)
        if self.listener is not None:
            self.listener(one)
        elif self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        return update

    def wants(self, kind: str) -> bool:
        """Tell if the bot asked for this kind of update; unknown kinds always come."""
        return kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT

    def allow(self, kinds: list[str] | None) -> None:
        """Remember which kinds the bot wants; None keeps what was, [] is the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def expire(self) -> None:
        """Drop what is too old."""
        now = self.clock()
        for line in self._ageing.values():
            while line and (line[0].expires <= now or line[0].update_id not in self.pending):
                one = line.popleft()
                if self.pending.pop(one.update_id, None) is not None:
                    self.expired.append(one.update)

    def confirm(self, offset: int) -> None:
        """Forget every update before ``offset``; a negative offset keeps so many of the last."""
        if offset < 0:
            keep = list(self.pending)[offset:]
            offset = keep[0] if keep else 0
        # Dicts keep the order of arrival, which is that of the numbers: stop at the first to keep.
        done = []
        for update_id in self.pending:
            if update_id >= offset:
                break
            done.append(update_id)
        for update_id in done:
            del self.pending[update_id]

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """Answer getUpdates: wait up to ``seconds`` for the first update, give up to ``limit``.

        A poll that comes in while another waits ends the other with 409.
        """
        if self.listener is not None:
            raise await self.conflict(WEBHOOK_ACTIVE)
        self.end_poll(RefusalError(409, OTHER_POLL))
        self.confirm(offset)
        self.expire()
        if not self.pending and seconds > 0:
            await self._wait(seconds)
        self.expire()
        return [one.update for one, _ in zip(self.pending.values(), range(limit), strict=False)]

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(poll, seconds)
        except TimeoutError:
            pass
        except RefusalError as refusal:
            raise await self._delayed(refusal) from None
        finally:
            if self._poll is poll:
                self._poll = None

    def end_poll(self, why: RefusalError) -> None:
        """End the poll that waits, if there is one."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(why)
        self._poll = None

    async def conflict(self, words: str) -> RefusalError:
        """Give a 409; a repeated one comes slowly, as the server does."""
        return await self._delayed(RefusalError(409, words))

    async def _delayed(self, refusal: RefusalError) -> RefusalError:
        loop = asyncio.get_running_loop()
        if loop.time() < self._next_conflict:
            await asyncio.sleep(CONFLICT_PAUSE / self.speed)
        self._next_conflict = loop.time() + CONFLICT_PAUSE / self.speed
        return refusal
