"""The loops of a process: one that looks for something to do, and one that works at a beat."""

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


async def at_every(beat: asyncio.Event, step: Callable[[], Awaitable[object]]) -> None:
    """Take a step at every beat until cancelled, never two at once; a failure is logged."""
    while True:
        await beat.wait()
        beat.clear()
        try:
            await step()
        except Exception:
            log.exception("a regular step failed", step=getattr(step, "__name__", ""))


async def _rest(wake: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(IDLE_SECONDS):
            await wake.wait()
    except TimeoutError:
        return
