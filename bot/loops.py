"""The loops of a process: one that looks for something to do, and one that works at a beat."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from services.store.db import FULL, READ_ONLY, takes_no_writes

log = structlog.get_logger()

NO_ROOM = "the disk is full: nothing is stored or sent until there is room, nothing is lost"
NO_WRITES = "the database takes no writes: nothing is stored or sent until it does, nothing is lost"
STOPPED = {FULL: NO_ROOM, READ_ONLY: NO_WRITES}
ROOM = "there is room again: what waited is done now"

IDLE_SECONDS = 0.5  # how often to look for what falls due, or what another process wrote


async def keep_on(name: str, step: Callable[[], Awaitable[int]], wake: asyncio.Event) -> None:
    """Take steps until cancelled; a failure (a database that is gone) is waited out.

    `step` gives how much it did: after nothing it rests until `wake` is set or a moment passed.
    A disk that is full, or a database that takes no writes, is said once, and once more when it
    goes on.
    """
    full = ""
    while True:
        wake.clear()
        try:
            done = await step()
        except Exception as error:
            why = takes_no_writes(error)
            if not why:
                log.exception(f"{name} failed")
            elif why != full:
                log.error(STOPPED[why], loop=name)  # noqa: TRY400 - one line
            full = why
            await asyncio.sleep(IDLE_SECONDS)
            done = 0
        else:
            if full and done:
                log.warning(ROOM, loop=name)
            full = "" if done else full
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
