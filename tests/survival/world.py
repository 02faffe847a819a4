"""Everything a run needs: platform, processes, people, and a record of what happened."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import signal
import socket
import sqlite3
import sys
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from tests.botapi import BotApi
from tests.postgres import Postgres
from tests.survival.front import Front
from tests.survival.people import Someone
from tests.survival.points import ACCEPTED, AWAKE, DOUBT
from tests.survival.process import SPEED

ROOT = Path(__file__).parents[2]
UNLIMITED = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


@dataclass(frozen=True)
class Death:
    """One process that was killed: where, and when (time.time())."""

    where: str
    at: float


@dataclass
class World:
    """One service (one process, or several behind a front) on one database."""

    url: str
    dice: Random
    api: BotApi
    ports: list[int]
    front: Front | None = None
    postgres: Postgres | None = None
    deaths: list[Death] = field(default_factory=list)
    troubles: list[tuple[str, float, float]] = field(default_factory=list)
    doubts: list[tuple[int, float]] = field(default_factory=list)  # chat, when nobody knew
    log: deque[str] = field(default_factory=lambda: deque(maxlen=400))
    since: float = field(default_factory=time.time)
    people: list[Someone] = field(default_factory=list)
    pids: dict[int, int] = field(default_factory=dict)
    awake: set[int] = field(default_factory=set)  # processes that serve
    armed: dict[int, str] = field(default_factory=dict)
    _accept: tuple[int, int] | None = None  # (slot, sends until it dies)

    # --- processes ---

    async def open(self) -> None:
        """Start the process that forks the others."""
        self._mother = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "tests.survival.process"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            cwd=ROOT,
            env=os.environ | {"PTB_TIMEDELTA": "true"},
        )
        self._ready, self._change = asyncio.Event(), asyncio.Condition()
        self._tasks = [asyncio.create_task(self._listen()), asyncio.create_task(self._read_log())]
        self._wrap_sending()
        await self._ready.wait()

    async def close(self) -> None:
        """Everybody dies."""
        assert self._mother.stdin
        self._mother.stdin.close()
        await self._mother.wait()
        await asyncio.gather(*self._tasks)

    async def start(self, slot: int = 0, point: str = "", nth: int = 1) -> None:
        """Begin a life; with a point it will end there by its own hand."""
        life = {
            "slot": slot,
            "database": self.url,
            "port": self.ports[slot],
            "api": self.api.url,
            "front": self.front.url if self.front else "",
            "point": "" if point == ACCEPTED else point,
            "nth": nth,
            "since": self.since,
        }
        self._accept = (slot, nth) if point == ACCEPTED else None
        assert self._mother.stdin
        self.armed[slot] = point
        self._mother.stdin.write(json.dumps(life).encode() + b"\n")
        await self.until(lambda: slot in self.pids)

    def kill(self, slot: int, where: str) -> None:
        """Kill a process now."""
        self.armed[slot] = where
        os.kill(self.pids[slot], signal.SIGKILL)

    def deaths_at(self, where: str) -> int:
        """How many died there."""
        return sum(death.where == where for death in self.deaths)

    async def wakes(self, slot: int) -> None:
        """Wait until this process serves, or is dead."""
        pid = self.pids.get(slot)
        await self.until(lambda: pid in self.awake or self.pids.get(slot) != pid, 60)

    async def died(self, slot: int, seconds: float) -> bool:
        """Wait until this process is dead, so many seconds at most."""
        with suppress(TimeoutError):
            await self.until(lambda: slot not in self.pids, seconds)
            return True
        return False

    async def until(self, true: Callable[[], object], seconds: float = 20) -> None:
        """Wait until something is so, looking whenever a process starts or dies."""
        async with asyncio.timeout(seconds), self._change:
            await self._change.wait_for(true)

    async def _listen(self) -> None:
        assert self._mother.stdout
        async for line in self._mother.stdout:
            said = json.loads(line)
            if "ready" in said:
                self._ready.set()
                continue
            async with self._change:
                if "started" in said:
                    self.pids[said["started"]] = said["pid"]
                else:
                    self._bury(said)
                self._change.notify_all()

    def _bury(self, said: dict[str, Any]) -> None:
        slot = said["died"]
        del self.pids[slot]
        if said["signal"] == signal.SIGKILL:
            self.deaths.append(Death(self.armed.pop(slot, ""), time.time()))
        else:
            self.log.append(f"a process ended by itself: {said}")
            self.troubles.append(("ended by itself", time.time(), time.time()))

    async def _read_log(self) -> None:
        assert self._mother.stderr
        async for line in self._mother.stderr:
            said = line.decode(errors="replace").rstrip()
            if said.startswith(DOUBT):
                _, _, chat, at = said.split()
                self.doubts.append((int(chat), float(at)))
            if said.startswith(AWAKE):
                async with self._change:
                    self.awake.add(int(said.split()[2]))
                    self._change.notify_all()
            self.log.append(said)

    def _wrap_sending(self) -> None:
        """The platform's own point: it accepts, and the process dies before it reads that."""
        real = self.api.handlers["sendmessage"]

        def send(call: Any) -> Any:
            result = real(call)
            if self._accept is not None:
                slot, left = self._accept
                self._accept = (slot, left - 1) if left > 1 else None
                if left <= 1 and slot in self.pids:
                    self.kill(slot, ACCEPTED)
            return result

        self.api.handlers["sendmessage"] = send

    # --- trouble ---

    @asynccontextmanager
    async def trouble(self, name: str) -> AsyncIterator[None]:
        """Remember from when to when something was wrong."""
        began = time.time()
        try:
            yield
        finally:
            self.troubles.append((name, began, time.time()))

    async def database_locked(self, seconds: float) -> None:
        """Somebody else holds SQLite's write lock."""
        async with self.trouble("database locked"):
            await asyncio.to_thread(self._lock, seconds)

    def _lock(self, seconds: float) -> None:
        with sqlite3.connect(self.url.partition("///")[2], timeout=5) as other:
            other.isolation_level = None
            other.execute("BEGIN IMMEDIATE")
            time.sleep(seconds)
            other.execute("ROLLBACK")
        other.close()

    async def disk_full(self, seconds: float) -> None:
        """No file of any process can grow any more."""
        async with self.trouble("disk full"):
            for pid in self.pids.values():
                with suppress(ProcessLookupError):
                    resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
            await asyncio.sleep(seconds)
            for pid in self.pids.values():
                with suppress(ProcessLookupError):
                    resource.prlimit(pid, resource.RLIMIT_FSIZE, UNLIMITED)

    async def database_restarted(self, *, crash: bool) -> None:
        """PostgreSQL goes and comes back."""
        assert self.postgres
        async with self.trouble("database restarted"):
            if crash:
                await asyncio.to_thread(self.postgres.kill)
            await asyncio.to_thread(self.postgres.restart)


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def deliver_twice(api: BotApi) -> None:
    """An offset confirms an update only when it was handed out twice, as after a lost offset."""
    served: dict[int, int] = {}
    real_poll, real_confirm = api.updates.poll, api.updates.confirm

    async def poll(offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        updates = await real_poll(offset, limit, seconds)
        for update in updates:
            served[update["update_id"]] = served.get(update["update_id"], 0) + 1
        return updates

    def confirm(offset: int) -> None:
        if all(served.get(number, 0) >= 2 for number in api.updates.pending if number < offset):
            real_confirm(offset)

    api.updates.poll = poll  # type: ignore[method-assign]
    api.updates.confirm = confirm  # type: ignore[method-assign]


@asynccontextmanager
async def world(
    url: str, seed: int, *, processes: int = 1, postgres: Postgres | None = None
) -> AsyncIterator[World]:
    """A world with nobody in it and no process running. Several processes get a webhook."""
    dice = Random(seed)
    ports = [free_port() for _ in range(processes)]
    async with BotApi(speed=SPEED) as api:
        front = Front(dice, ports) if processes > 1 else None
        if front is not None:
            await front.start()
        else:
            deliver_twice(api)
        made = World(url, dice, api, ports, front, postgres)
        await made.open()
        try:
            yield made
        finally:
            await made.close()
            if front is not None:
                await front.stop()
