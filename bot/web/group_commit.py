"""What arrives at the same time is stored in one transaction (group commit).

A lone update does not wait: it is stored at once. Those that arrive while it is being stored wait
for that and then go together, so a rush costs few commits and nobody's turn is longer than two.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

Update = dict[str, Any]


class Together:
    """One storing at a time; `store` commits a batch and only then returns."""

    def __init__(self, store: Callable[[list[Update]], Awaitable[None]], most: int = 100) -> None:
        self._store, self._most = store, most
        self._waiting: list[tuple[Update, asyncio.Future[None]]] = []
        self._busy: asyncio.Task[None] | None = None

    async def add(self, update: Update) -> None:
        """Committed when it returns; raises what storing its batch raised."""
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((update, done))
        if self._busy is None:
            # A task of its own: a caller that hangs up must not stop it for the others.
            self._busy = asyncio.create_task(self._run())
        await done

    async def _run(self) -> None:
        try:
            while self._waiting:
                batch = self._waiting[: self._most]
                del self._waiting[: self._most]
                await self._store_batch(batch)
        finally:
            self._busy = None

    async def _store_batch(self, batch: list[tuple[Update, asyncio.Future[None]]]) -> None:
        failure: Exception | None = None
        try:
            await self._store([update for update, _ in batch])
        except Exception as error:
            failure = error
        for _, done in batch:
            if done.done():
                continue  # its caller hung up
            if failure is None:
                done.set_result(None)
            else:
                done.set_exception(failure)
