"""Starts the real service, again and again: python -m tests.survival.process.

Importing takes seconds, so one process imports everything and forks for every life. Commands come
as JSON lines: {"slot": 0, …} starts a life. Lines out: {"started": slot, "pid": n} and
{"died": slot, "pid": n, "signal": n}. When the commands end, everybody dies.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from selectors import EVENT_READ, DefaultSelector
from socket import socketpair
from typing import Any

from pydantic import SecretStr
from sqlalchemy import event

import bot.loops
import bot.sender
import bot.telegram.setup
from bot import logs
from bot.app import Service
from bot.settings import Settings
from bot.stage import SECRET
from services import region, vocabulary
from services.clock import Clock
from tests.survival.points import AWAKE, Points

SPEED = 20.0  # a minute of the service takes three seconds
BEGINNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HOOK_SECRET = "a-webhook-secret"
LOCK_PATIENCE = 500  # ms, for 15 s


@dataclass
class FastClock(Clock):
    """The time of the service, running faster since a moment that all processes share."""

    since: float = 0.0

    def now(self) -> datetime:
        return BEGINNING + timedelta(seconds=(time.time() - self.since) * SPEED)


def hurry() -> None:
    """Pauses and patience shrink as the clock runs faster; nothing else changes."""
    real_sleep = asyncio.sleep

    async def sleep(delay: float, result: Any = None) -> Any:
        return await real_sleep(delay / SPEED, result)

    asyncio.sleep = sleep  # type: ignore[assignment]
    bot.loops.IDLE_SECONDS = 0.05
    bot.sender.LONGEST_TRY /= SPEED
    bot.sender.LEASE *= 2  # this machine is not faster than others: it keeps time to write marks
    bot.telegram.setup.HttpRequest = partial(  # type: ignore[misc, assignment]
        _request, bot.telegram.setup.HttpRequest
    )


def _request(real: Any, connections: int, read_timeout: float) -> Any:
    return real(connections, read_timeout=read_timeout / SPEED)


def _less_patient(connection: Any, _: Any) -> None:
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {LOCK_PATIENCE}")
    cursor.close()


def settings(life: dict[str, Any]) -> Settings:
    """Settings of one life; a webhook on loopback has no https."""
    made = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=life["database"],
        http_port=life["port"],
        telegram_token=SecretStr("1:TEST"),
        telegram_api=life["api"],
        telegram_rate=5000.0,
        secret_key=(SecretStr(SECRET),),
        log_level="WARNING",
    )
    if life["front"]:
        webhook = {
            "telegram_mode": "webhook",
            "public_url": life["front"],
            "telegram_webhook_secret": SecretStr(HOOK_SECRET),
        }
        made = made.model_copy(update=webhook)
    return made


async def live(life: dict[str, Any]) -> None:
    """Serve until killed."""
    points = Points(life["point"], life["nth"])
    points.install()
    service = Service.build(settings(life), clock=FastClock(since=life["since"]))
    if service.engine.dialect.name == "sqlite":
        event.listen(service.engine.sync_engine, "connect", _less_patient)
    service.worker.handlers = points.handlers(service.worker.handlers)
    await service.prepare()
    sys.stderr.write(f"{AWAKE} {life['slot']} {os.getpid()}\n")
    sys.stderr.flush()
    await service.run()


def _life(life: dict[str, Any]) -> None:
    """In the forked process: live, and never come back."""
    try:
        logs.configure("WARNING")
        hurry()
        asyncio.run(live(life))
    except BaseException as error:
        sys.stderr.write(f"life ended: {error!r}\n")
    sys.stderr.flush()
    os._exit(1)


def warm() -> None:
    """Read what every life needs, before the first fork."""
    region.load()
    vocabulary.normalise("occupation", "schoonmaker", "nl", 5)
    vocabulary.normalise("skill", "vloeren dweilen", "nl", 5)


def _say(**line: Any) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


class Mother:
    """Forks lives and says when they end."""

    def __init__(self) -> None:
        self.slots: dict[int, int] = {}
        self.ended, waker = socketpair()
        self.ended.setblocking(False)
        waker.setblocking(False)
        self.waker = waker
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(waker.fileno())

    def run(self) -> None:
        """Until the commands end."""
        selector = DefaultSelector()
        selector.register(0, EVENT_READ, self._command)
        selector.register(self.ended, EVENT_READ, self._bury)
        _say(ready=True)
        self._rest, self._open = b"", True
        while self._open:
            for key, _ in selector.select():
                key.data()
        for pid in self.slots:
            os.kill(pid, signal.SIGKILL)

    def _command(self) -> None:
        read = os.read(0, 65536)
        self._open = bool(read)
        *lines, self._rest = (self._rest + read).split(b"\n")
        for line in lines:
            self._start(json.loads(line))

    def _start(self, life: dict[str, Any]) -> None:
        pid = os.fork()
        if pid == 0:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _life(life)
        self.slots[pid] = life["slot"]
        _say(started=life["slot"], pid=pid)

    def _bury(self) -> None:
        self.ended.recv(4096)
        for pid in list(self.slots):
            found, status = os.waitpid(pid, os.WNOHANG)
            if found:
                slot = self.slots.pop(pid)
                died = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
                _say(died=slot, pid=pid, signal=died)


if __name__ == "__main__":
    warm()
    Mother().run()
