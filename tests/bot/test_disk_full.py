"""A disk that is full: one line, nothing lost, and everything goes on when there is room."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlmodel import col, func, select
from structlog.testing import capture_logs

from bot.loops import NO_ROOM, ROOM
from services.messages.inbox import Incoming, receive
from services.store.models import Inbox, Message
from tests.stage import Stage, staged

PEOPLE = 40
UNLIMITED = 1_073_741_823  # pages: what SQLite allows


@contextmanager
def full(stage: Stage) -> Iterator[None]:
    """SQLite finds no room for another page, as on a disk that is full."""

    def shut(connection: Any) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # as small as it is now

    def open_(connection: Any) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {UNLIMITED}")

    engine = stage.engine.sync_engine
    event.listen(engine, "begin", shut)
    try:
        yield
    finally:
        event.remove(engine, "begin", shut)
        event.listen(engine, "begin", open_)


async def waiting(stage: Stage) -> list[Inbox]:
    async with stage.work() as work:
        return list((await work.tx.exec(select(Inbox).where(col(Inbox.done).is_(None)))).all())


async def test_it_is_said_once_and_nothing_is_lost(tmp_path: Path) -> None:
    async with staged(f"sqlite+aiosqlite:///{tmp_path}/werklijn.db") as stage:
        for number in range(PEOPLE):
            actor = await stage.person(f"P{number}")
            said = {"kind": "text", "words": "/start"}
            item = Incoming("web", f"e{number}", "reply", said, person_id=actor.number)
            async with stage.work() as work:
                await receive(work, [item])
        before = len(await waiting(stage))
        with capture_logs() as logs:
            running = asyncio.create_task(stage.worker.run())
            with full(stage):
                await asyncio.sleep(3)
                events = [each["event"] for each in logs]
                rows = await waiting(stage)
            for _ in range(100):
                if not await waiting(stage):
                    break
                await asyncio.sleep(0.1)
            running.cancel()
        assert events == [NO_ROOM], "one line, however long it lasts"
        assert [each["event"] for each in logs] == [NO_ROOM, ROOM]
        assert len(rows) == before == PEOPLE
        assert {row.attempts for row in rows} == {0}, "nobody's row is to blame"
        assert await waiting(stage) == []
        assert await stage.parked() == []
        async with stage.work() as work:
            heard = select(func.count(func.distinct(Message.person_id))).where(col(Message.ours))
            assert (await work.tx.exec(heard)).one() == PEOPLE
