"""Things that go wrong on purpose, and the limits that Telegram sets to sending.

Limits (Bot FAQ): about 30 messages a second in all, 1 a second in one chat with a small burst,
20 a minute in one group.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.botapi.refusal import RefusalError
from tests.botapi.updates import OTHER_POLL

WORDS = {
    400: "chat not found",
    403: "bot was blocked by the user",
    409: OTHER_POLL,
}
NOT_MESSAGES = frozenset({"sendChatAction", "sendMessageDraft", "sendRichMessageDraft"})


@dataclass
class Fault:
    """A fault that strikes the next ``times`` fitting calls (None: every one)."""

    method: str | None = None
    chat_id: int | None = None
    times: int | None = 1
    error: int | None = None
    retry_after: int | None = None
    words: str | None = None
    """The description after "Bad Request: " and the like; the usual one if not given."""
    drop: bool = False
    """Execute the call, then close the connection without an answer."""
    hang: float = 0.0
    """Execute the call (unless it is an error), then answer so many seconds later."""
    after: int = 0
    """So many fitting calls go well first."""
    struck: int = 0
    """How often it has struck."""

    def cancel(self) -> None:
        """Let it strike no more."""
        self.times = 0

    def strikes(self, method: str, chat_id: Any) -> bool:
        """Tell if it strikes this call, and count it."""
        if self.times == 0 or self.method not in (None, method):
            return False
        if self.chat_id is not None and self.chat_id != chat_id:
            return False
        if self.after > 0:
            self.after -= 1
            return False
        if self.times is not None:
            self.times -= 1
        self.struck += 1
        return True

    def refusal(self) -> RefusalError | None:
        """Give the refusal, if it is an error."""
        if self.error is None:
            return None
        words = self.words if self.words is not None else WORDS.get(self.error, "")
        seconds = self.retry_after
        if self.error == 429 and seconds is None:
            seconds = 1
        return RefusalError(self.error, words, seconds)


class Faults:
    """All faults, oldest first."""

    def __init__(self) -> None:
        self.list: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Add a fault and give it back, so that a test can look at it or cancel it."""
        self.list.append(fault)
        return fault

    def take(self, method: str, chat_id: Any) -> Fault | None:
        """Give the fault that strikes a call, if any."""
        if not self.list:
            return None
        found = next((one for one in self.list if one.strikes(method, chat_id)), None)
        self.list = [one for one in self.list if one.times != 0]
        return found


class Limits:
    """The limits of sending; each can be switched off by None.

    Units: messages a second in all; messages a second in one chat, with a burst; messages a
    minute in one group.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        overall: int | None = 30,
        per_chat: float | None = 1.0,
        burst: int = 3,
        per_group: int | None = 20,
    ) -> None:
        self.clock = clock
        self.overall = overall
        self.per_chat = per_chat
        self.burst = burst
        self.per_group = per_group
        self.refused = 0
        self._all: deque[float] = deque()
        self._chats: dict[int, tuple[float, float]] = {}
        self._groups: dict[int, deque[float]] = {}

    def check(self, method: str, chat_id: int) -> None:
        """Count a message; refuse it (429) if it is one too many."""
        if method in NOT_MESSAGES or not method.startswith(("send", "forward", "copy")):
            return
        now = self.clock()
        wait = max(
            self._wait_all(now), self._wait_chat(now, chat_id), self._wait_group(now, chat_id)
        )
        if wait > 0:
            self.refused += 1
            raise RefusalError(429, retry_after=max(1, math.ceil(wait)))
        self._count(now, chat_id)

    def _wait_all(self, now: float) -> float:
        return _window(self._all, now, 1.0, self.overall)

    def _wait_group(self, now: float, chat_id: int) -> float:
        if chat_id > 0 or self.per_group is None:
            return 0.0
        return _window(self._groups.setdefault(chat_id, deque()), now, 60.0, self.per_group)

    def _wait_chat(self, now: float, chat_id: int) -> float:
        if self.per_chat is None:
            return 0.0
        left = self._left(now, chat_id)
        return 0.0 if left >= 1 else (1 - left) / self.per_chat

    def _left(self, now: float, chat_id: int) -> float:
        left, since = self._chats.get(chat_id, (float(self.burst), now))
        return min(self.burst, left + (now - since) * (self.per_chat or 0.0))

    def _count(self, now: float, chat_id: int) -> None:
        if self.overall is not None:
            self._all.append(now)
        if self.per_chat is not None:
            self._chats[chat_id] = (self._left(now, chat_id) - 1, now)
        if chat_id < 0 and self.per_group is not None:
            self._groups[chat_id].append(now)


def _window(times: deque[float], now: float, length: float, most: int | None) -> float:
    """Give the seconds until one more fits in a sliding window."""
    if most is None:
        return 0.0
    while times and times[0] <= now - length:
        times.popleft()
    return times[0] + length - now if len(times) >= most else 0.0
