"""The composition root: the only place where real things are built and connected."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.ext.asyncio import AsyncEngine

from bot import web
from bot.channel import Channel
from bot.documents import Download, nothing_to_download
from bot.jobs import handlers
from bot.loops import at_every
from bot.sender import Sender
from bot.settings import Settings, SettingsError
from bot.telegram import (
    Bot,
    Door,
    TelegramChannel,
    UnknownTokenError,
    downloader,
    introduce,
    make_bot,
)
from bot.worker import Worker
from services import followup, installation, retention
from services.clock import Clock
from services.matches import search
from services.messages.inbox import Incoming, receive
from services.region import Region, load
from services.store import canary
from services.store.db import connect, reading, transaction
from services.store.upgrade import upgrade
from services.unit_of_work import Work

log = structlog.get_logger()

WEBHOOK = "/telegram/webhook"
STOP_SECONDS = 8
TICK, DEMO_TICK = 60, 3  # seconds between two looks at what is due
TIDY, CLOCK = 600, 2  # seconds between two rounds of tidying, two looks at a demo's clock


class Bell:
    """Tells whoever listens that something was said; a listener may come and go."""

    def __init__(self) -> None:
        self._listening: set[asyncio.Event] = set()

    def ring(self) -> None:
        """Something was said."""
        for event in self._listening:
            event.set()

    @asynccontextmanager
    async def listen(self) -> AsyncIterator[asyncio.Event]:
        """An event that is set at every ring."""
        event = asyncio.Event()
        self._listening.add(event)
        try:
            yield event
        finally:
            self._listening.discard(event)


@dataclass
class Service:
    """One process of Werklijn: doors, worker, sender and clock on one database."""

    settings: Settings
    engine: AsyncEngine
    clock: Clock
    region: Region
    bot: Bot | None
    worker: Worker
    sender: Sender
    door: Door | None = None
    demo: bool = False
    bell: Bell = field(default_factory=Bell)
    warm: Callable[[Work], Awaitable[None]] = search.warm
    warmed: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    def build(
        cls, settings: Settings, *, demo: bool = False, clock: Clock | None = None
    ) -> Service:
        """Everything in its place, nothing started. Raises SettingsError or RegionError."""
        region = load(settings.region_file)
        engine = connect(settings.database_url, settings.secrets)
        clock = clock or Clock(settings.clock_offset)
        token = settings.telegram_token.get_secret_value()
        bot = make_bot(token, str(settings.telegram_api)) if token else None
        channels: dict[str, Channel] = {}
        if bot is not None:
            channels["telegram"] = TelegramChannel(bot, settings.telegram_rate)
        service = cls(
            settings,
            engine,
            clock,
            region,
            bot,
            Worker(engine, clock, region, settings.address, handlers(_download(bot))),
            Sender(engine, clock, region, channels),
            demo=demo,
        )
        service.worker.committed = service._committed
        service.sender.marked = service.bell.ring
        if bot is not None:
            secret = settings.telegram_webhook_secret.get_secret_value()
            service.door = Door(bot, service.store, secret)
        return service

    def _committed(self) -> None:
        self.sender.wake()
        self.bell.ring()

    async def store(self, items: Sequence[Incoming]) -> None:
        """Put what came in into the inbox: committed when this returns."""
        async with transaction(self.engine) as tx:
            await receive(self.work(tx), items)
        self.worker.wake()

    def work(self, tx: object) -> Work:
        """A unit of work on an open transaction."""
        return Work(tx, self.clock.now(), self.region, self.settings.address)  # type: ignore[arg-type]

    async def prepare(self) -> None:
        """Bring the database to its newest form and read what it remembers."""
        await upgrade(self.engine)
        await canary.check(self.engine)
        await self.read_clock()

    async def read_clock(self) -> None:
        """A demo's clock may have been moved, also by another process."""
        if self.demo:
            async with transaction(self.engine) as tx:
                moved = await installation.clock_offset(self.work(tx))
            self.clock.offset = self.settings.clock_offset + moved

    async def run(self) -> None:
        """Serve until cancelled, then stop within `STOP_SECONDS`.

        Each task is cancelled once and waited for: a database connection that is cancelled while
        it closes is never closed, and the process would wait for it for ever.
        """
        deps, metronome = self._web(), AsyncIOScheduler(timezone="UTC")
        host, port = self.settings.http_host, self.settings.http_port
        async with (
            web.serve(deps, host, port),
            web.apart(deps, host, self.settings.metrics_port),
        ):
            tasks = [asyncio.create_task(each) for each in self._loops(metronome)]
            metronome.start()
            try:
                ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
                for task in ended:
                    task.result()  # raises what went wrong
            finally:
                metronome.shutdown(wait=False)
                deps.close()
                for task in tasks:
                    task.cancel()
                await asyncio.wait(tasks, timeout=STOP_SECONDS)

    def _loops(self, metronome: AsyncIOScheduler) -> list[Coroutine[Any, Any, None]]:
        """Everything that runs beside the web."""
        self.worker.jobs_may_run = self.warmed.is_set
        beat = _beat(metronome, DEMO_TICK if self.demo else TICK)
        loops = [self.worker.run(), self.sender.run(), self._warm(), self._follow_ups(beat)]
        loops.append(at_every(_beat(metronome, TIDY), self._tidy))
        if self.demo:
            loops.append(at_every(_beat(metronome, CLOCK), self.read_clock))
        if self.door is not None:
            loops.append(self._telegram(self.door))
        return loops

    async def close(self) -> None:
        """Let go of the database and the network."""
        if self.bot is not None:
            await self.bot.shutdown()
        await self.engine.dispose()

    async def _telegram(self, door: Door) -> None:
        """Tell Telegram about us, however long it is away; then poll, if that is the mode."""
        webhook = self.settings.telegram_mode == "webhook"
        hook = self.settings.address + WEBHOOK if webhook else ""
        try:
            await introduce(door.bot, hook, door.secret)
        except UnknownTokenError:
            raise SettingsError("WERKLIJN_TELEGRAM_TOKEN: Telegram knows no such bot") from None
        if webhook:
            await asyncio.Event().wait()
        await door.run()

    def _web(self) -> web.WebDeps:
        return web.WebDeps(
            engine=self.engine,
            clock=self.clock,
            region=self.region,
            public_url=self.settings.address,
            demo=self.demo,
            wake=self.worker.wake,
            listen=self.bell.listen,
            door=self.door,
            metrics_token=self.settings.metrics_token.get_secret_value(),
        )

    async def _warm(self) -> None:
        """Build the search index in the background, after the doors opened.

        Jobs and follow-up, which search inside a transaction that holds up others, begin after it;
        whoever else needs it before it is there waits for it. If it fails, the next one builds it.
        """
        try:
            async with reading(self.engine) as tx:
                await self.warm(self.work(tx))
        except Exception:
            log.exception("the search index could not be built now")
        self.warmed.set()
        self.worker.wake()

    async def _follow_ups(self, beat: asyncio.Event) -> None:
        await self.warmed.wait()
        await at_every(beat, self._follow_up)

    async def _follow_up(self) -> None:
        """What waits too long is followed up; a tick that was missed is made good by the next."""
        async with transaction(self.engine) as tx:
            sent = await followup.sweep(self.work(tx))
        if sent:
            self._committed()

    async def _tidy(self) -> None:
        async with transaction(self.engine) as tx:
            await retention.empty_payloads(self.work(tx))
            await retention.expire(self.work(tx))
            due = await retention.due(self.work(tx))
        if due:
            report = await retention.carry_out(self.entering)
            log.info("retention", done=report.done)

    @asynccontextmanager
    async def entering(self) -> AsyncIterator[Work]:
        """A transaction of its own, for what is done in portions."""
        async with transaction(self.engine) as tx:
            yield self.work(tx)


def _beat(metronome: AsyncIOScheduler, seconds: int) -> asyncio.Event:
    """An event that is set every so often.

    The scheduler only keeps time: what is due is in the database, so a missed beat loses nothing,
    and work in hand is a task of ours that is waited for when we stop.
    """
    beat = asyncio.Event()

    async def ring() -> None:
        beat.set()

    metronome.add_job(ring, "interval", seconds=seconds)
    return beat


def _download(bot: Bot | None) -> Download:
    return nothing_to_download if bot is None else downloader(bot)
