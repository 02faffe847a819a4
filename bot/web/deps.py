"""What the pages need, and the few things every handler does with it."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.web.rate_limit import RateLimit
from services.clock import Clock
from services.region import Region
from services.store.db import reading, transaction
from services.unit_of_work import Work

MOST_STREAMS = 5  # of one person, in this process


def is_gone(request: web.Request) -> bool:
    """Was the page closed? A stream that has nothing to write would never notice by itself."""
    return request.transport is None or request.transport.is_closing()


class WebhookDoor(Protocol):
    """Where a channel's webhook goes in."""

    def knows(self, secret: str) -> bool:
        """Is this the secret we gave the channel?"""

    async def receive(self, updates: list[dict[str, object]]) -> None:
        """Store updates; committed when it returns."""


@dataclass
class WebDeps:
    """Everything the web is given by the composition root."""

    engine: AsyncEngine
    clock: Clock
    region: Region
    public_url: str
    demo: bool
    wake: Callable[[], None]
    listen: Callable[[], AbstractAsyncContextManager[asyncio.Event]]
    door: WebhookDoor | None = None
    metrics_token: str = ""  # what monitoring brings along; none: only on its own port
    patience: float = 2.0  # seconds that a page without a script waits for what we say
    newcomers: RateLimit = field(default_factory=lambda: RateLimit((300, 3600)))
    pace: RateLimit = field(default_factory=lambda: RateLimit((30, 15), (300, 600)))
    closing: bool = False
    _streams: dict[str, list[web.Request]] = field(default_factory=lambda: defaultdict(list))
    _ears: set[asyncio.Event] = field(default_factory=set)

    @property
    def secure(self) -> bool:
        """Cookies travel over HTTPS only, where the service itself does."""
        return self.public_url.startswith("https://")

    @contextmanager
    def streaming(self, reader: str, request: web.Request) -> Iterator[None]:
        """One more page that follows; nobody has more than a few of them open.

        A page that was left no longer counts, also before its stream has noticed.
        """
        followed = self._streams[reader]
        if sum(not is_gone(each) for each in followed) >= MOST_STREAMS:
            raise web.HTTPTooManyRequests
        followed.append(request)
        try:
            yield
        finally:
            followed.remove(request)
            if not followed:
                self._streams.pop(reader, None)

    @asynccontextmanager
    async def hearing(self) -> AsyncIterator[asyncio.Event]:
        """An event that is set when something was said, and when we stop."""
        async with self.listen() as said:
            self._ears.add(said)
            try:
                yield said
            finally:
                self._ears.discard(said)

    def close(self) -> None:
        """Let every open stream end now."""
        self.closing = True
        for said in self._ears:
            said.set()

    @asynccontextmanager
    async def working(self) -> AsyncIterator[Work]:
        """A transaction."""
        async with transaction(self.engine) as tx:
            yield Work(tx, self.clock.now(), self.region, self.public_url)

    @asynccontextmanager
    async def looking(self) -> AsyncIterator[Work]:
        """A look that queues behind nobody and changes nothing."""
        async with reading(self.engine) as tx:
            yield Work(tx, self.clock.now(), self.region, self.public_url)


DEPS = web.AppKey("deps", WebDeps)


def deps_of(request: web.Request) -> WebDeps:
    """What this application was built with."""
    return request.app[DEPS]
