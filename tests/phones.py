"""The real service on Telegram: python-telegram-bot, worker and sender against the emulator."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.channel import Channel
from bot.jobs import handlers
from bot.sender import Sender
from bot.stage import SECRET, Stage
from bot.telegram import Door, TelegramChannel, downloader, make_bot, set_up
from bot.worker import Worker
from services.clock import StoppedClock
from services.messages.inbox import Incoming, receive
from services.region import load
from services.store.db import connect, transaction
from services.store.models import Staff
from services.store.upgrade import upgrade
from services.unit_of_work import Work
from tests.botapi import BotApi

TOKEN = "1:TEST"


@dataclass
class Phones:
    """A stage whose people hold phones."""

    stage: Stage
    api: BotApi
    door: Door
    sender: Sender

    async def settled(self) -> None:
        """Wait until everything that came in is handled and everything said is sent."""
        for _ in range(200):
            await asyncio.sleep(0.01)
            if self.api.updates.pending:
                continue
            handled = await self.stage.worker.step()
            sent = await self.sender.step()
            if not handled and not sent and not self.sender.busy:
                return

    async def staff(self, person_id: int, role: str, team: str) -> None:
        """Make somebody who is on Telegram a member of staff."""
        async with self.stage.work() as work:
            organisation = self.stage.region.team(team).organisation
            facts = {"role": role, "team": team, "organisation": organisation}
            work.tx.add(Staff(person_id=person_id, lead=True, **facts))


@asynccontextmanager
async def phones(url: str, *, poll: bool = True, rate: float = 1000.0) -> AsyncIterator[Phones]:
    """The service on a fresh database, polling an emulator on loopback."""
    engine, clock, region = connect(url, [SECRET]), StoppedClock(), load()
    await upgrade(engine)
    async with BotApi(TOKEN) as api:
        bot = make_bot(TOKEN, api.url)
        worker = Worker(
            engine, clock, region, "https://werklijn.example", handlers(downloader(bot))
        )
        channels: dict[str, Channel] = {"telegram": TelegramChannel(bot, rate)}
        sender = Sender(engine, clock, region, channels)

        async def store(items: Sequence[Incoming]) -> None:
            async with transaction(engine) as tx:
                await receive(Work(tx, clock.now(), region), items)

        door = Door(bot, store, "a-webhook-secret")
        await bot.initialize()
        await set_up(bot)
        running = asyncio.create_task(door.run()) if poll else None
        try:
            yield Phones(Stage(engine, clock, region, worker), api, door, sender)
        finally:
            if running is not None:
                running.cancel()
                await asyncio.gather(running, return_exceptions=True)
            await bot.shutdown()
            await engine.dispose()
