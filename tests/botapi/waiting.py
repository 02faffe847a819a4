"""Waiting in tests until something is so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


async def until(true: Callable[[], object], seconds: float = 5) -> None:
    """Wait until ``true()`` holds; TimeoutError if it does not within so many seconds."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - what is waited for may be of any kind
            await asyncio.sleep(0.005)
