"""What goes wrong around the service while it is killed."""

from __future__ import annotations

import asyncio
import resource
from collections.abc import Awaitable, Callable, Mapping

from tests.survival.process import SPEED
from tests.survival.world import World

Happening = Callable[[World], Awaitable[None]]
READ_TIMEOUT = 20 / SPEED


async def _too_many(on: World) -> None:
    on.api.fail("sendMessage", error=429, retry_after=3, times=on.dice.randint(1, 4))


async def _errors(on: World) -> None:
    on.api.fail("sendMessage", error=500, times=on.dice.randint(1, 6))


async def _all_errors(on: World) -> None:
    on.api.fail(error=500, times=on.dice.randint(1, 6))


async def _refused(on: World) -> None:
    on.api.fail("sendMessage", error=400, words="a fault of a moment", times=1)


async def _other_poller(on: World) -> None:
    on.api.fail("getUpdates", error=409, times=2)


async def _dropped(on: World) -> None:
    on.api.fail("sendMessage", drop=True, times=on.dice.randint(1, 5))


async def _edits_dropped(on: World) -> None:
    on.api.fail("editMessageText", drop=True, times=on.dice.randint(1, 3))


async def _slow(on: World) -> None:
    """Accepted, but the answer comes after nobody listens any more."""
    on.api.fail("sendMessage", hang=READ_TIMEOUT * 1.4, times=on.dice.randint(1, 3))


async def _gone(on: World) -> None:
    async with on.trouble("platform gone for a minute"):
        on.api.gone(60 / SPEED)
        await asyncio.sleep(60 / SPEED)


async def _silent(on: World) -> None:
    async with on.trouble("platform silent"):
        on.api.gone(1.5, silent=True)
        await asyncio.sleep(1.5)


async def _locked(on: World) -> None:
    await on.database_locked(1.2)


async def _full(on: World) -> None:
    await on.disk_full(1.0)


async def _restart(on: World) -> None:
    await on.database_restarted(crash=False)


async def _crash(on: World) -> None:
    await on.database_restarted(crash=True)


PLATFORM: Mapping[str, Happening] = {
    "429": _too_many,
    "500": _errors,
    "500 for everything": _all_errors,
    "400": _refused,
    "409": _other_poller,
    "line dropped": _dropped,
    "line dropped in an edit": _edits_dropped,
    "timed out after accepting": _slow,
    "gone for a minute": _gone,
    "silent": _silent,
}
FULL: Mapping[str, Happening] = {"disk full": _full} if hasattr(resource, "prlimit") else {}
SQLITE: Mapping[str, Happening] = {"locked": _locked, **FULL}
POSTGRESQL: Mapping[str, Happening] = {"restarted": _restart, "crashed": _crash}


async def changeable(on: World, counts: dict[str, int], rounds: int) -> None:
    """Every kind of trouble so many times, in any order, with fair weather in between."""
    kinds = {**PLATFORM, **(POSTGRESQL if on.postgres else SQLITE)}
    for _ in range(rounds):
        for name in on.dice.sample(list(kinds), len(kinds)):
            await asyncio.sleep(on.dice.uniform(0.1, 0.6))
            counts[name] = counts.get(name, 0) + 1
            await kinds[name](on)
    on.api.faults.list.clear()
