"""The database that migrations make is the one the tables describe."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from alembic import command
from sqlalchemy import inspect, select

from bot.stage import SECRET
from services.store.db import connect
from services.store.models import Event
from services.store.upgrade import config, is_current, upgrade


async def test_nothing_is_left_to_migrate(database_url: str) -> None:
    engine = connect(database_url, [SECRET])
    await upgrade(engine)
    await upgrade(engine)  # twice does no harm
    assert await is_current(engine)
    async with engine.begin() as connection:
        await connection.run_sync(lambda c: command.check(config(c)))
    await engine.dispose()


async def test_processes_that_start_together_migrate_once(database_url: str) -> None:
    engines = [connect(database_url, [SECRET]) for _ in range(3)]
    await asyncio.gather(*(upgrade(engine) for engine in engines))
    async with engines[0].begin() as connection:
        tables = await connection.run_sync(lambda c: inspect(c).get_table_names())
    assert {"person", "inbox", "message", "match"} <= set(tables)
    for engine in engines:
        await engine.dispose()


async def test_back_to_nothing_and_up_again(database_url: str) -> None:
    engine = connect(database_url, [SECRET])
    await upgrade(engine)
    async with engine.begin() as connection:
        await connection.run_sync(lambda c: command.downgrade(config(c), "base"))
    assert not await is_current(engine)
    await upgrade(engine)
    assert await is_current(engine)
    await engine.dispose()


async def test_a_reason_of_health_gets_another_name(database_url: str) -> None:
    """Also in the log of before, on both databases."""
    engine = connect(database_url, [SECRET])
    async with engine.begin() as connection:
        await connection.run_sync(lambda c: command.upgrade(config(c), "0002"))
        row = {"at": datetime(2026, 11, 23, tzinfo=UTC), "kind": "match-declined", "role": "coach"}
        event = Event.__table__  # type: ignore[attr-defined]
        for codes in ({"reason": "health", "to": "x"}, {"reason": "travel"}, {"note": "health"}):
            await connection.execute(event.insert().values(**row, subject="match", codes=codes))
    await upgrade(engine)
    async with engine.begin() as connection:
        query = select(event.c.codes).order_by(event.c.id)
        kept = (await connection.execute(query)).scalars().all()
    assert kept == [
        {"reason": "not_suited_now", "to": "x"},
        {"reason": "travel"},
        {"note": "health"},
    ]
    await engine.dispose()
