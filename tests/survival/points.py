"""Named points in the way of a message at which a process can kill itself.

The service has no hooks for this: functions are wrapped here, in the process that is to die. A
name that no longer exists is an AttributeError at the start, so no point is missed in silence.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from functools import wraps
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

import bot.app
import bot.sender
import bot.worker
from bot.app import Service
from bot.channel import Delivery, UncertainError
from bot.telegram import TelegramChannel

# In the order of the way of a message.
IN_PROCESS = (
    "in the migration",
    "updates fetched, not stored",
    "updates written, not committed",
    "updates committed, not confirmed",
    "people claimed",
    "row about to be handled",
    "row handled, batch not finished",
    "batch handled, not committed",
    "batch committed",
    "attempt written, not committed",
    "attempt committed, nothing sent",
    "sent, not marked",
    "mark written, not committed",
    "mark committed",
)
ACCEPTED = "accepted by the platform, answer on its way"  # the platform's side does this one
POINTS = (*IN_PROCESS, ACCEPTED)
DOUBT = "in doubt:"  # these lines on stderr tell the test what only the process knows
AWAKE = "awake:"


class Points:
    """Counts who passes; the armed point kills at its n-th passing."""

    def __init__(self, armed: str = "", nth: int = 1) -> None:
        self.armed, self.nth = armed, nth
        self.passed: Counter[str] = Counter()
        self.writes: set[str] = set()  # what the sender's transaction writes: mark, attempt

    def passing(self, name: str) -> None:
        """Somebody is here; raises KeyError for a point that is not on the list."""
        if name not in IN_PROCESS:
            raise KeyError(name)
        self.passed[name] += 1
        if name == self.armed and self.passed[name] == self.nth:
            os.kill(os.getpid(), signal.SIGKILL)

    def install(self) -> None:
        """Wrap what is to be wrapped before the service is built."""
        self._transactions(bot.app, lambda: [("updates written, not committed", "")])
        self._transactions(
            bot.worker, lambda: [("batch handled, not committed", "batch committed")]
        )
        self._transactions(bot.sender, self._sending)
        self._around(Service, "store", before="updates fetched, not stored")
        self._around(Service, "store", after="updates committed, not confirmed")
        self._around(bot.worker, "_of_people", after="people claimed")
        self._around(TelegramChannel, "send", after="sent, not marked")
        _tell_of_doubt()
        self._writing("mark", "mark")
        self._writing("_attempt", "attempt")
        real_upgrade = bot.app.upgrade

        async def upgrade(engine: AsyncEngine) -> None:
            def statement(*_: Any) -> None:
                self.passing("in the migration")

            event.listen(engine.sync_engine, "before_cursor_execute", statement)
            await real_upgrade(engine)
            event.remove(engine.sync_engine, "before_cursor_execute", statement)

        bot.app.upgrade = upgrade

    def handlers(self, known: Mapping[str, Any]) -> Mapping[str, Any]:
        """The same handlers with a point before and after each row."""

        def wrapped(handler: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
            async def handle(*given: Any) -> None:
                self.passing("row about to be handled")
                await handler(*given)
                self.passing("row handled, batch not finished")

            return handle

        return {kind: wrapped(handler) for kind, handler in known.items()}

    def _writing(self, name: str, what: str) -> None:
        """Note that a function of the sender wrote something; its last argument is what."""
        real = getattr(bot.sender, name)

        @wraps(real)
        async def writes(*given: Any) -> Any:
            if given[-1]:
                self.writes.add(what)
            return await real(*given)

        setattr(bot.sender, name, writes)

    def _sending(self) -> list[tuple[str, str]]:
        written, self.writes = self.writes, set()
        names = []
        if "mark" in written:
            names.append(("mark written, not committed", "mark committed"))
        if "attempt" in written:
            names.append(("attempt written, not committed", "attempt committed, nothing sent"))
        return names

    def _transactions(self, module: Any, names: Callable[[], list[tuple[str, str]]]) -> None:
        real = module.transaction

        @asynccontextmanager
        async def transaction(engine: AsyncEngine) -> AsyncIterator[Any]:
            async with real(engine) as tx:
                yield tx
                await tx.flush()
                pairs = names()
                for before, _ in pairs:
                    self.passing(before)
            for _, after in pairs:
                if after:
                    self.passing(after)

        module.transaction = transaction

    def _around(self, owner: Any, name: str, *, before: str = "", after: str = "") -> None:
        real = getattr(owner, name)

        @wraps(real)
        async def around(*given: Any, **named: Any) -> Any:
            if before:
                self.passing(before)
            result = await real(*given, **named)
            if after:
                self.passing(after)
            return result

        setattr(owner, name, around)


def _tell_of_doubt() -> None:
    """Say on stderr when nobody knows whether a message arrived: such a one may come again."""
    real = TelegramChannel.send

    @wraps(real)
    async def send(channel: TelegramChannel, delivery: Delivery) -> str:
        try:
            return await real(channel, delivery)
        except (UncertainError, asyncio.CancelledError):
            sys.stderr.write(f"{DOUBT} {delivery.address} {time.time()}\n")
            raise

    TelegramChannel.send = send  # type: ignore[method-assign]
