"""A start that waits for no index, and a stop that leaves nothing behind."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
from pydantic import SecretStr
from sqlmodel import col, func, select

from bot.app import Service
from bot.settings import Settings
from bot.stage import SECRET
from services.clock import Clock
from services.matches import search
from services.messages import outbox
from services.store.db import reading
from services.store.models import Inbox
from services.unit_of_work import Work
from tests.botapi import BotApi, User
from tests.services.matching.people import OFFICES, SAMIRA
from tests.services.world import opened

MANY = 1500  # people: more than are read at once


class Gate:
    """A search index that is built when the test says so; letting go of it takes a moment."""

    def __init__(self) -> None:
        self.reached, self.open, self.left = asyncio.Event(), asyncio.Event(), False

    async def warm(self, work: Work) -> None:
        self.reached.set()
        try:
            await self.open.wait()
            await search.warm(work)
        finally:
            await asyncio.sleep(0.1)
            self.left = True


def _service(url: str, api: str = "") -> Service:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    more = {"telegram_token": SecretStr("1:TEST"), "telegram_api": api} if api else {}
    made = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=url,
        http_port=port,
        secret_key=(SecretStr(SECRET),),
        log_level="WARNING",
        **more,  # type: ignore[arg-type]
    )
    return Service.build(made, clock=Clock())


@asynccontextmanager
async def serving(
    url: str, warm: Callable[[Work], Awaitable[None]] = search.warm, api: str = ""
) -> AsyncIterator[Service]:
    """A service that runs; stopped at the end, which must leave no task behind."""
    before = asyncio.all_tasks()
    service = _service(url, api)
    service.warm = warm
    await service.prepare()
    running = asyncio.create_task(service.run())
    try:
        yield service
    finally:
        running.cancel()
        await asyncio.wait([running])
        left = {task for task in asyncio.all_tasks() - before if not task.done()}
        await service.close()
    assert running.cancelled()
    assert api or not left  # the emulator's tasks run beside ours


async def until(true: Callable[[], Awaitable[bool]]) -> None:
    """Wait for something that will come, for 10 seconds at most."""
    async with asyncio.timeout(10):
        while not await true():  # noqa: ASYNC110 - what is waited for is outside of us
            await asyncio.sleep(0.02)


async def is_ready(service: Service) -> bool:
    try:
        async with (
            aiohttp.ClientSession() as web,
            web.get(f"{service.settings.address}/readyz") as answer,
        ):
            return answer.status == 200
    except aiohttp.ClientConnectionError:
        return False


async def undone(service: Service) -> int:
    async with reading(service.engine) as tx:
        waiting = select(func.count(col(Inbox.id))).where(col(Inbox.done).is_(None))
        return (await tx.exec(waiting)).one()


async def test_ready_and_answering_while_the_index_is_built(database_url: str) -> None:
    """Whoever comes is answered; what searches while it holds up others waits its turn."""
    gate = Gate()
    async with opened(database_url) as world, world.work() as work:
        vacancy = await world.vacancy(work, OFFICES)
        await world.person(work, SAMIRA)
        outbox.later(work, "match-vacancy", vacancy=vacancy)
    async with BotApi("1:TEST") as api, serving(database_url, gate.warm, api.url) as service:
        await asyncio.wait_for(gate.reached.wait(), 10)
        amina = User(api, 1)
        await until(lambda: is_ready(service))
        await amina.says("/start")

        async def answered() -> bool:
            return bool(await amina.sees())

        await until(answered)
        assert await undone(service) == 1
        gate.open.set()

        async def all_done() -> bool:
            return await undone(service) == 0

        await until(all_done)


async def test_a_stop_waits_until_the_index_is_let_go(database_url: str) -> None:
    gate = Gate()
    async with serving(database_url, gate.warm) as service:
        await until(lambda: is_ready(service))
        await asyncio.wait_for(gate.reached.wait(), 10)
    assert gate.left


async def test_stopped_while_building_the_next_start_is_whole(database_url: str) -> None:
    async with opened(database_url) as world, world.work() as work:
        for _ in range(MANY):
            await world.person(work, SAMIRA)
    for steps in (0, 30, 90):  # a little further each time
        async with serving(database_url) as service:
            for _ in range(steps):
                await asyncio.sleep(0)
            assert not service.warmed.is_set()
    async with serving(database_url) as service:
        await service.warmed.wait()
        async with reading(service.engine) as tx:
            assert (await search.what_if(service.work(tx), OFFICES))[0] == MANY
