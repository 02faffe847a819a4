"""Rush hour: what comes at the same time is stored together, and tries are counted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from sqlmodel import func, select

from bot import web
from bot.app import Bell
from bot.telegram import Door
from bot.web.group_commit import Together
from bot.web.rate_limit import RateLimit
from services.store.models import Inbox
from tests.phones import phones

SECRET = "a-webhook-secret"


@dataclass
class Watched:
    """The real door, and how many updates went through it at a time."""

    door: Door
    sizes: list[int] = field(default_factory=list)

    def knows(self, secret: str) -> bool:
        return self.door.knows(secret)

    async def receive(self, updates: list[dict[str, Any]]) -> None:
        self.sizes.append(len(updates))
        await self.door.receive(updates)


def update(number: int) -> dict[str, Any]:
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 1,
            "chat": {"id": number, "type": "private"},
            "text": "hoi",
        },
    }


@asynccontextmanager
async def rush(url: str) -> AsyncIterator[tuple[Watched, Any, Any]]:
    """A webhook that counts, its database, and a way to post to it."""
    async with phones(url, poll=False) as on:
        watched = Watched(on.door)
        deps = web.WebDeps(
            engine=on.stage.engine,
            clock=on.stage.clock,
            region=on.stage.region,
            public_url="http://127.0.0.1",
            demo=False,
            wake=lambda: None,
            listen=Bell().listen,
            door=watched,
        )
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        async with (
            web.serve(deps, "127.0.0.1", 0) as base,
            aiohttp.ClientSession(headers=headers) as client,
        ):

            async def post(data: bytes | dict[str, Any]) -> int:
                how = {"json": data} if isinstance(data, dict) else {"data": data}
                async with client.post(f"{base}/telegram/webhook", **how) as answer:
                    return answer.status

            yield watched, on.stage, post


async def test_a_rush_is_stored_in_few_transactions(database_url: str) -> None:
    async with rush(database_url) as (watched, stage, post):
        assert await post(update(1)) == 200
        assert watched.sizes == [1]  # alone, and at once
        answers = await asyncio.gather(*(post(update(n)) for n in range(2, 62)))
        assert set(answers) == {200}
        assert sum(watched.sizes) == 61
        assert len(watched.sizes) < 30
        async with stage.work() as work:
            assert (await work.tx.exec(select(func.count()).select_from(Inbox))).one() == 61


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"7", b'"x"', b"{}", b"\xff\xfe\x00", b'{"update_id"']
)
async def test_what_is_no_update_is_a_bad_request(body: bytes, tmp_path: object) -> None:
    async with rush(f"sqlite+aiosqlite:///{tmp_path}/bad.db") as (watched, _, post):
        assert await post(body) == 400
        assert watched.sizes == []


async def test_who_hangs_up_stops_nobody_else() -> None:
    stored: list[int] = []

    async def store(updates: list[dict[str, Any]]) -> None:
        await asyncio.sleep(0.02)
        stored.extend(each["n"] for each in updates)

    together = Together(store)
    first = asyncio.create_task(together.add({"n": 1}))
    second = asyncio.create_task(together.add({"n": 2}))
    await asyncio.sleep(0)
    first.cancel()
    await second
    assert stored == [1, 2]


async def test_a_failure_is_told_to_everybody_it_concerns_and_to_nobody_later() -> None:
    broken = True

    async def store(_: list[dict[str, Any]]) -> None:
        await asyncio.sleep(0)
        if broken:
            raise OSError("the disk is full")

    together = Together(store)
    told = await asyncio.gather(*(together.add({"n": n}) for n in range(3)), return_exceptions=True)
    assert [type(each) for each in told] == [OSError] * 3
    broken = False
    await together.add({"n": 3})


async def test_every_window_counts() -> None:
    limit = RateLimit((2, 0.05), (3, 60))
    assert [limit.allows("a") for _ in range(3)] == [True, True, False]
    assert limit.allows("b")  # somebody else
    await asyncio.sleep(0.06)
    assert [limit.allows("a") for _ in range(2)] == [True, False]
    await asyncio.sleep(0.06)
    assert not limit.allows("a")  # the long window is full
