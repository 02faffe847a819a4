"""A disk that is full: one line, nothing lost, and everything goes on when there is room.

On SQLite the file may not grow; PostgreSQL raises what it raises on a full disk, or is read only.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import event
from sqlmodel import col, func, select
from structlog.testing import LogCapture

from bot import loops, worker
from bot.loops import NO_ROOM, NO_WRITES, ROOM
from bot.stage import Stage, staged
from services.messages.inbox import Incoming, receive
from services.store.models import Inbox, Message
from tests.postgres import Postgres

PEOPLE = 40
UNLIMITED = 1_073_741_823  # pages: what SQLite allows
Refuses = Callable[[Stage], AbstractContextManager[None]]

# What PostgreSQL says in the language of its server; only the code is everywhere the same.
DISK_FULL = """DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100',
MESSAGE = 'kan bestand "base/1" niet uitbreiden: Geen ruimte meer over op apparaat'; END $$"""


@contextmanager
def begins_with(stage: Stage, statement: str, after: str = "") -> Iterator[None]:
    """Every transaction begins with this statement, and is rolled back with the other."""

    def shut(connection: Any) -> None:
        connection.exec_driver_sql(statement)

    def open_(connection: Any) -> None:
        connection.exec_driver_sql(after)

    engine = stage.engine.sync_engine
    event.listen(engine, "begin", shut)
    if after:
        event.listen(engine, "rollback", open_)
    try:
        yield
    finally:
        event.remove(engine, "begin", shut)


def no_pages(stage: Stage) -> AbstractContextManager[None]:
    """SQLite finds no room for another page: the file stays as small as it is now."""
    after = f"PRAGMA max_page_count = {UNLIMITED}"
    return begins_with(stage, "PRAGMA max_page_count = 1", after)


def query_only(stage: Stage) -> AbstractContextManager[None]:
    """SQLite may only read."""
    return begins_with(stage, "PRAGMA query_only = 1", "PRAGMA query_only = 0")


def disk_full(stage: Stage) -> AbstractContextManager[None]:
    """PostgreSQL says that its disk is full."""
    return begins_with(stage, DISK_FULL)


def read_only(stage: Stage) -> AbstractContextManager[None]:
    """PostgreSQL may only read, as a standby."""
    return begins_with(stage, "SET TRANSACTION READ ONLY")


async def waiting(stage: Stage) -> list[Inbox]:
    async with stage.work() as work:
        return list((await work.tx.exec(select(Inbox).where(col(Inbox.done).is_(None)))).all())


@pytest.fixture
def logs(monkeypatch: pytest.MonkeyPatch) -> LogCapture:
    """What the loops and the worker log; their own loggers keep the stream of an earlier test."""
    kept = LogCapture()
    for module in (loops, worker):
        monkeypatch.setattr(module, "log", structlog.wrap_logger(None, processors=[kept]))
    return kept


async def said_once_and_nothing_lost(
    url: str, refuses: Refuses, line: str, logs: LogCapture
) -> None:
    async with staged(url) as stage:
        for number in range(PEOPLE):
            actor = await stage.person(f"P{number}")
            said = {"kind": "text", "words": "/start"}
            item = Incoming("web", f"e{number}", "reply", said, person_id=actor.number)
            async with stage.work() as work:
                await receive(work, [item])
        before = len(await waiting(stage))
        running = asyncio.create_task(stage.worker.run())
        with refuses(stage):
            await asyncio.sleep(3)
            events = [each["event"] for each in logs.entries]
        rows = await waiting(stage)
        for _ in range(100):
            if not await waiting(stage):
                break
            await asyncio.sleep(0.1)
        running.cancel()
        assert events == [line], "one line, however long it lasts"
        assert [each["event"] for each in logs.entries] == [line, ROOM]
        assert len(rows) == before == PEOPLE
        assert {row.attempts for row in rows} == {0}, "nobody's row is to blame"
        assert await waiting(stage) == []
        assert await stage.parked() == []
        async with stage.work() as work:
            heard = select(func.count(func.distinct(Message.person_id))).where(col(Message.ours))
            assert (await work.tx.exec(heard)).one() == PEOPLE


@pytest.mark.parametrize(("refuses", "line"), [(no_pages, NO_ROOM), (query_only, NO_WRITES)])
async def test_it_is_said_once_and_nothing_is_lost(
    tmp_path: Path, refuses: Refuses, line: str, logs: LogCapture
) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/werklijn.db"
    await said_once_and_nothing_lost(url, refuses, line, logs)


@pytest.mark.parametrize(("refuses", "line"), [(disk_full, NO_ROOM), (read_only, NO_WRITES)])
async def test_postgresql_that_takes_no_writes(
    postgres: Postgres, refuses: Refuses, line: str, logs: LogCapture
) -> None:
    url = postgres.database_url(postgres.create_database())
    await said_once_and_nothing_lost(url, refuses, line, logs)
