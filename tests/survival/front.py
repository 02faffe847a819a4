"""What stands between Telegram's webhook and the processes: each update arrives at least twice.

Sometimes at two processes at once, sometimes again after the first answer, sometimes because the
line is cut while the first is still being handled, so that the platform tries again.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from random import Random

import aiohttp
from aiohttp import web

from tests.survival.process import HOOK_SECRET

HEADERS = {"X-Telegram-Bot-Api-Secret-Token": HOOK_SECRET, "Content-Type": "application/json"}
IMPATIENT = 0.25  # share of the requests whose line is cut while they are handled


class Front:
    """A reverse proxy in front of the given ports."""

    def __init__(self, dice: Random, ports: list[int]) -> None:
        self._dice, self._ports = dice, ports
        self.taken: Counter[bytes] = Counter()
        self.cut = 0
        self.url = ""

    async def start(self) -> None:
        """Serve on loopback."""
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10))
        self._runner = web.ServerRunner(web.Server(self._take, access_log=None))
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Serve no longer."""
        await self._runner.cleanup()
        await self._session.close()

    async def _take(self, request: web.BaseRequest) -> web.Response:
        body = await request.read()
        if self._dice.random() < IMPATIENT:
            cut = [asyncio.create_task(self._post(port, body)) for port in self._ports[:1]]
            await asyncio.wait(cut, timeout=self._dice.uniform(0, 0.01))
            for task in cut:
                task.cancel()
            self.cut += 1
            return web.Response(status=504)
        first, *others = self._dice.sample(self._ports, len(self._ports))
        if self._dice.random() < 0.5:
            answers = await asyncio.gather(
                self._post(first, body), *(self._post(port, body) for port in others or [first])
            )
        else:
            answers = [await self._post(first, body)]
            answers.append(await self._post(others[0] if others else first, body))
        taken = sum(answers)
        self.taken[body] += taken
        return web.Response(status=200 if taken else 502)

    async def _post(self, port: int, body: bytes) -> bool:
        address = f"http://127.0.0.1:{port}/telegram/webhook"
        try:
            async with self._session.post(address, data=body, headers=HEADERS) as answer:
                return answer.status == 200
        except (aiohttp.ClientError, OSError, TimeoutError):
            return False
