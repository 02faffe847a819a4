"""Telegram by webhook: stored before the 200, a wrong secret refused, retries harmless."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from sqlmodel import func, select

from bot import web
from bot.app import Bell
from services.store.models import Inbox
from tests.botapi import User
from tests.phones import Phones, phones

SECRET = "a-webhook-secret"
METRICS = "a-token-of-monitoring"


@asynccontextmanager
async def served(url: str) -> AsyncIterator[tuple[Phones, str]]:
    """The service with a webhook that the emulator calls."""
    async with phones(url, poll=False) as on:
        deps = web.WebDeps(
            engine=on.stage.engine,
            clock=on.stage.clock,
            region=on.stage.region,
            public_url="http://127.0.0.1",
            demo=False,
            wake=on.stage.worker.wake,
            listen=Bell().listen,
            door=on.door,
            metrics_token=METRICS,
        )
        async with web.serve(deps, "127.0.0.1", 0) as base:
            yield on, f"{base}/telegram/webhook"


async def test_a_talk_by_webhook(database_url: str) -> None:
    async with served(database_url) as (on, hook):
        await on.door.bot.set_webhook(hook, secret_token=SECRET)
        amina = User(on.api, 7)
        await amina.command("/start")
        await asyncio.sleep(0.3)
        await on.settled()
        assert "computerprogramma" in (await amina.hears(timeout=3))[0].text
        await amina.presses("Nederlands")
        await asyncio.sleep(0.3)
        await on.settled()
        assert "Wat zoek je" in (await amina.hears(timeout=3))[0].text
        await on.door.bot.delete_webhook()


async def test_who_does_not_know_the_secret_is_refused(database_url: str) -> None:
    update = {"update_id": 1, "message": {"chat": {"id": 7, "type": "private"}, "text": "hoi"}}
    async with served(database_url) as (on, hook), aiohttp.ClientSession() as client:
        for secret in ("", "wrong"):
            headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
            async with client.post(hook, json=update, headers=headers) as answer:
                assert answer.status == 403
        async with on.stage.work() as work:
            assert (await work.tx.exec(select(func.count()).select_from(Inbox))).one() == 0


async def test_the_same_update_at_the_same_time_is_one_row(database_url: str) -> None:
    update = {"update_id": 5, "message": {"chat": {"id": 7, "type": "private"}, "text": "hoi"}}
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    async with served(database_url) as (on, hook), aiohttp.ClientSession() as client:

        async def post() -> int:
            async with client.post(hook, json=update, headers=headers) as answer:
                return answer.status

        assert set(await asyncio.gather(*(post() for _ in range(8)))) == {200}
        async with on.stage.work() as work:
            assert (await work.tx.exec(select(func.count()).select_from(Inbox))).one() == 1


async def test_what_is_no_update_is_refused_and_harmless(database_url: str) -> None:
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    async with served(database_url) as (_, hook), aiohttp.ClientSession() as client:
        for body in ("", "null", "[]", "{}", '{"update_id": 1, "message": 3}'):
            async with client.post(hook, data=body, headers=headers) as answer:
                assert answer.status in (200, 400), body
