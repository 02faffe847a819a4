"""Delivery of updates to a webhook, in one queue per key, with the server's patience.

From tdlib/telegram-bot-api: the next update of a queue goes out only after a 2xx for the one
before; a failed one is tried again at once (or after its Retry-After), then after 2, 4, 8 ...
seconds up to a random cap of 60 to 120 s.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import re
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from tests.botapi.refusal import bad
from tests.botapi.updates import Pending, Updates

Json = dict[str, Any]
Answer = Callable[[str, Json], Awaitable[Any]]

HEADER = "X-Telegram-Bot-Api-Secret-Token"
ANSWER_TIME = 60.0
LONGEST_RETRY_AFTER = 3600.0


class Webhook:
    """One webhook from setWebhook to deleteWebhook."""

    def __init__(self, params: Json, updates: Updates, answer: Answer) -> None:
        self.url: str = params["url"]
        self.secret: str | None = params.get("secret_token")
        self.max_connections: int = params.get("max_connections", 40)
        if self.secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]+", self.secret):
            raise bad("secret token contains unallowed characters")
        if not re.match(r"https?://[^/\s]+", self.url):
            raise bad("bad webhook: invalid webhook URL specified")
        self.last_error: tuple[int, str] | None = None
        self.attempts: list[tuple[float, int, int | None]] = []
        """Every try: the time of the event loop, the update, the HTTP status or None."""
        self._updates = updates
        self._answer = answer
        self._free = asyncio.Semaphore(self.max_connections)
        self._queues: dict[int, deque[Pending]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None

    def start(self) -> None:
        """Begin with what waits; from then on updates come by themselves."""
        self._session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=ANSWER_TIME),
            connector=aiohttp.TCPConnector(limit=0, ssl=False),
        )
        self._updates.listener = self.put
        for one in list(self._updates.pending.values()):
            self.put(one)

    async def stop(self) -> None:
        """End all deliveries; what was not taken stays pending."""
        self._updates.listener = None
        for task in self._tasks:
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def put(self, one: Pending) -> None:
        """Add an update to its queue."""
        queue = self._queues.get(one.key)
        if queue is not None:
            queue.append(one)
            return
        self._queues[one.key] = deque([one])
        task = asyncio.create_task(self._drain(one.key))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drain(self, key: int) -> None:
        queue = self._queues[key]
        while queue:
            await self._deliver(queue[0])
            queue.popleft()
        del self._queues[key]

    async def _deliver(self, one: Pending) -> None:
        """Try until it is taken or has expired."""
        tries, cap = 0, random.uniform(60, 120)
        while one.update_id in self._updates.pending:
            async with self._free:
                wait = await self._post(one)
            if wait is None:
                self._updates.pending.pop(one.update_id, None)
                return
            pause = max(wait, backoff(tries, cap))
            if self._updates.clock() + pause >= one.expires:
                self._updates.pending.pop(one.update_id, None)
                self._updates.expired.append(one.update)
                return
            tries += 1
            await asyncio.sleep(pause / self._updates.speed)

    async def _post(self, one: Pending) -> float | None:
        """Send an update once; None if it was taken, else the least seconds to wait."""
        assert self._session is not None
        status: int | None = None
        headers = {HEADER: self.secret} if self.secret else {}
        try:
            async with self._session.post(self.url, json=one.update, headers=headers) as answer:
                status = answer.status
                if 200 <= status < 300:
                    await self._call_back(answer)
                    return None
                self._failed(f"Wrong response from the webhook: {status} {answer.reason}")
                return _seconds(answer.headers.get("Retry-After"))
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            self._failed(f"Connection failed: {type(error).__name__}")
            return 0.0
        finally:
            now = asyncio.get_running_loop().time()
            self.attempts.append((now, one.update_id, status))

    async def _call_back(self, answer: aiohttp.ClientResponse) -> None:
        """Execute the method call that an answer may carry."""
        if "json" not in answer.headers.get("Content-Type", ""):
            return
        body = await answer.json()
        if isinstance(body, dict) and isinstance(body.get("method"), str):
            await self._answer(body.pop("method"), body)

    def _failed(self, words: str) -> None:
        self.last_error = (int(self._updates.clock()), words)

    def info(self) -> Json:
        """Give the fields of WebhookInfo that depend on this webhook."""
        found: Json = {"url": self.url, "max_connections": self.max_connections}
        if self.last_error:
            found["last_error_date"], found["last_error_message"] = self.last_error
        return found


def backoff(tries: int, cap: float) -> float:
    """Give the seconds before the next try after so many retries: 0, 2, 4, 8 ... up to a cap."""
    return 0.0 if tries == 0 else min(2.0**tries, cap)


def _seconds(header: str | None) -> float:
    if header is None or not header.isdigit():
        return 0.0
    return min(float(header), LONGEST_RETRY_AFTER)
