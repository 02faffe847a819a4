"""Monitoring: what it is told, where, and to whom."""

from __future__ import annotations

import json
import socket
from datetime import datetime, timedelta
from pathlib import Path

import aiohttp

from bot.web import apart
from services.store.models import Inbox
from tests.bot.web.site import Site, opened

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


async def test_what_is_stuck_is_a_number_of_its_own(quick_site: Site) -> None:
    quick_site.deps.metrics_token = TOKEN
    async with quick_site.stage.work() as work:
        late = work.now - timedelta(minutes=16)
        work.tx.add(Inbox(channel="web", event_id="e", kind="job", due=late, created=late))
    async with quick_site.nobody_works():
        told = (await _looks(f"{quick_site.base}/metrics", TOKEN))[1].splitlines()
    assert {"werklijn_inbox_waiting 1.0", "werklijn_inbox_late 1.0"} <= set(told)
    assert {"werklijn_outbox_late 0.0", "werklijn_outbox_refused 0.0"} <= set(told)


async def _security(site: Site) -> tuple[int, list[str]]:
    status, told = await _looks(f"{site.base}/.well-known/security.txt")
    return status, told.splitlines()


async def test_where_a_weakness_is_reported(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/x.db"
    async with opened(url, public_url="https://werk.example.org") as site:
        status, lines = await _security(site)
        assert status == 200
        fields = dict(line.split(": ", 1) for line in lines)
        assert list(fields) == ["Contact", "Expires", "Preferred-Languages", "Canonical"]
        assert fields["Contact"] == "mailto:veilig@voorbeeld.invalid"
        assert fields["Preferred-Languages"] == "nl, en"
        assert fields["Canonical"] == "https://werk.example.org/.well-known/security.txt"
        lasts = datetime.fromisoformat(fields["Expires"]) - site.deps.clock.now()
        assert timedelta(days=30) < lasts < timedelta(days=365)


async def test_the_front_door_hears_of_a_weakness_when_nobody_else_is_named(
    quick_site: Site,
) -> None:
    door = quick_site.deps.region.front_door
    quick_site.deps.region = quick_site.deps.region.model_copy(update={"security": None})
    status, lines = await _security(quick_site)
    assert (status, lines[0]) == (200, f"Contact: mailto:{door.email}")
    assert not [line for line in lines if line.startswith("Canonical")]  # only over https
    silent = {"front_door": door.model_copy(update={"email": ""})}
    quick_site.deps.region = quick_site.deps.region.model_copy(update=silent)
    assert (await _security(quick_site))[0] == 404
