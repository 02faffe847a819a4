"""Monitoring: what it is told, where, and to whom."""

from __future__ import annotations

import json
import socket

import aiohttp

from bot.web import apart
from tests.bot.web.site import Site

TOKEN = "a-token-of-monitoring"


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


async def _looks(address: str, token: str = "") -> tuple[int, str]:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with aiohttp.ClientSession(headers=headers) as client, client.get(address) as answer:
        return answer.status, await answer.text()


async def test_everybody_hears_only_whether_it_is_ready(quick_site: Site) -> None:
    assert await _looks(f"{quick_site.base}/readyz") == (200, '{"status": "ok"}')
    assert (await _looks(f"{quick_site.base}/metrics"))[0] == 404
    assert (await _looks(f"{quick_site.base}/metrics", "guessed"))[0] == 404


async def test_on_a_port_of_its_own_all_is_told(quick_site: Site) -> None:
    await quick_site.stage.person("Amina")
    port = _free_port()
    async with apart(quick_site.deps, "127.0.0.1", port):
        status, told = await _looks(f"http://127.0.0.1:{port}/readyz")
        assert (status, json.loads(told)["parked"]) == (200, 0)
        status, told = await _looks(f"http://127.0.0.1:{port}/metrics")
        assert status == 200
        assert "werklijn_people 1.0" in told
        assert "Amina" not in told
        assert (await _looks(f"http://127.0.0.1:{port}/chat"))[0] == 404


async def test_who_brings_the_token_is_told_and_nobody_else(quick_site: Site) -> None:
    quick_site.deps.metrics_token = TOKEN
    assert (await _looks(f"{quick_site.base}/metrics"))[0] == 404
    assert (await _looks(f"{quick_site.base}/metrics", "é" + TOKEN))[0] == 404
    assert (await _looks(f"{quick_site.base}/metrics", TOKEN))[0] == 200
    assert "parked" in (await _looks(f"{quick_site.base}/readyz", TOKEN))[1]
    port = _free_port()
    async with apart(quick_site.deps, "127.0.0.1", port):
        assert (await _looks(f"http://127.0.0.1:{port}/metrics"))[0] == 404
        assert (await _looks(f"http://127.0.0.1:{port}/metrics", TOKEN))[0] == 200
