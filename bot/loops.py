"""The loops of a process: one that looks for something to do, and one that only keeps time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

log = structlog.get_logger()

IDLE_SECONDS = 0.5  # how often to look for what falls due, or what another process wrote


async def keep_on(name: str, step: Callable[[], Awaitable[int]], wake: asyncio.Event) -> None:
    """Take steps until cancelled; a failure (a database that is gone) is waited out.

    `step` gives how much it did: after nothing it rests until `wake` is set or a moment passed.
    """
    while True:
        wake.clear()
        try:
            done = await step()
        except Exception:
            log.exception(f"{name} failed")
            await asyncio.sleep(IDLE_SECONDS)
            done = 0
        if done == 0:
            await _rest(wake)


async def every(seconds: float, name: str, step: Callable[[], Awaitable[object]]) -> None:
    """Take a step every so many seconds until cancelled, never two at once; a failure is logged.

    It only keeps time: what is due is in the database, so a beat that was missed loses nothing.
    """
    while True:
        await asyncio.sleep(seconds)
        try:
            await step()
        except Exception:
            log.exception(f"{name} failed")


async def _rest(wake: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(IDLE_SECONDS):
            await wake.wait()
    except TimeoutError:
        return
