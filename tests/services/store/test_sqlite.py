"""How SQLite is talked to: few trips to its thread, every row, and errors as ever."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from services.store import sqlite


class Counted(sqlite.Connection):
    """Counts the trips of all its like."""

    trips = 0

    async def trip(self, does: Any, *what: Any) -> Any:
        Counted.trips += 1
        return await super().trip(does, *what)


@pytest.fixture
async def connection(tmp_path: Path) -> AsyncIterator[AsyncConnection]:
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{tmp_path}/a.db", connect_args={"async_creator_fn": Counted}
    )
    async with engine.connect() as connection:
        await connection.execute(text("CREATE TABLE number (n INTEGER PRIMARY KEY)"))
        yield connection
    await engine.dispose()


async def fill(connection: AsyncConnection, many: int) -> int:
    rows = [{"n": n} for n in range(many)]
    return (await connection.execute(text("INSERT INTO number VALUES (:n)"), rows)).rowcount


async def test_a_statement_and_its_rows_are_one_trip(connection: AsyncConnection) -> None:
    await fill(connection, 20)
    before = Counted.trips
    rows = (await connection.execute(text("SELECT n FROM number ORDER BY n"))).all()
    assert [n for (n,) in rows] == list(range(20))
    assert Counted.trips - before == 1


@pytest.mark.parametrize("many", [0, 1, sqlite.FIRST - 1, sqlite.FIRST, 3 * sqlite.FIRST + 7])
async def test_no_row_is_forgotten(connection: AsyncConnection, many: int) -> None:
    assert many == 0 or await fill(connection, many) == many
    query = text("SELECT n FROM number ORDER BY n")
    assert len((await connection.execute(query)).all()) == many
    streamed = [n async for (n,) in await connection.stream(query)]
    assert streamed == list(range(many))
    first = (await connection.stream(query)).first
    assert await first() == ((0,) if many else None)


async def test_what_a_change_says_of_itself(connection: AsyncConnection) -> None:
    await fill(connection, 5)
    changed = await connection.execute(text("UPDATE number SET n = n + 10 WHERE n > 1"))
    assert changed.rowcount == 3
    back = await connection.execute(text("DELETE FROM number WHERE n > 9 RETURNING n"))
    assert sorted(n for (n,) in back) == [12, 13, 14]


async def test_errors_are_those_of_sqlite(connection: AsyncConnection) -> None:
    await fill(connection, 1)
    with pytest.raises(IntegrityError) as refused:
        await fill(connection, 1)
    assert isinstance(refused.value.orig, sqlite3.IntegrityError)
    with pytest.raises(OperationalError):
        await connection.execute(text("SELECT nothing FROM nowhere"))
    assert (await connection.execute(text("SELECT count(*) FROM number"))).scalar() == 1


async def test_who_stops_waiting_for_a_lock_does_not_keep_it(tmp_path: Path) -> None:
    path = str(tmp_path / "b.db")
    one, other = await sqlite.Connection(path), await sqlite.Connection(path)
    await one.cursor().execute("BEGIN IMMEDIATE")
    waiting = asyncio.create_task(other.cursor().execute("BEGIN IMMEDIATE"))
    await asyncio.sleep(0.1)
    waiting.cancel()
    with suppress(asyncio.CancelledError):
        await waiting
    letting_go = asyncio.create_task(other.rollback())
    await asyncio.sleep(0.1)
    await one.rollback()
    await letting_go
    await one.cursor().execute("PRAGMA user_version")  # a trip after whatever was under way
    await other.cursor().execute("PRAGMA user_version")
    assert not other.in_transaction
    await one.close()
    await other.close()
