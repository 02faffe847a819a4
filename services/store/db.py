"""One database, SQLite or PostgreSQL, and one way to change it: `async with transaction()`."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from datetime import UTC, datetime
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import DateTime, TypeDecorator, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from services.store.sealed import open_ring


class Utc(TypeDecorator[datetime]):
    """Aware times in UTC on both databases; SQLite alone would hand back naive ones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Store UTC; a naive time is refused, because nobody knows what it means."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a time without a zone reached the database")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        """Hand back UTC."""
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


def connect(url: str, secrets: list[str]) -> AsyncEngine:
    """Open the database at `url` with the keys that seal its private columns.

    `sqlite+aiosqlite:///path` or `postgresql+asyncpg://…`. Nothing is read yet.
    """
    open_ring(secrets)
    # An error must not carry what people said into a log.
    options: dict[str, Any] = {"pool_pre_ping": True, "hide_parameters": True}
    if make_url(url).get_backend_name() == "postgresql":
        options |= {"pool_size": 10, "max_overflow": 10}
    engine = create_async_engine(url, **options)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _sqlite_settings)
        event.listen(engine.sync_engine, "begin", _sqlite_begin)
    return engine


def _sqlite_settings(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # SQLAlchemy says BEGIN, not the driver
    cursor = connection.cursor()
    for pragma in (
        "busy_timeout = 15000",  # first: even the next line may find the file busy
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _sqlite_begin(connection: Any) -> None:
    # A writer takes the write lock at once, so that what it read is still true when it writes.
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


_turns: WeakKeyDictionary[AsyncEngine, asyncio.Lock] = WeakKeyDictionary()


def _turn(engine: AsyncEngine) -> AbstractAsyncContextManager[None]:
    """The writers of one process take turns on SQLite, in the order in which they came.

    SQLite itself lets them knock again and again, and who just left may be in first: a busy worker
    would keep out the door and the sender until their patience ends.
    """
    if engine.dialect.name != "sqlite":
        return nullcontext()
    return _turns.setdefault(engine, asyncio.Lock())


@asynccontextmanager
async def transaction(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    """Everything inside happens, or nothing does. Nothing else in the project commits."""
    async with (
        _turn(engine),
        AsyncSession(engine, expire_on_commit=False, autoflush=False) as session,
        session.begin(),
    ):
        yield session


@asynccontextmanager
async def reading(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    """Look without queueing behind writers; nothing that is changed inside is kept."""
    async with engine.connect() as plain:
        connection = await plain.execution_options(reading=True)
        async with AsyncSession(connection, expire_on_commit=False, autoflush=False) as session:
            yield session


def is_duplicate(error: BaseException) -> bool:
    """Did a unique key refuse the row?"""
    original = getattr(error, "orig", error)
    return isinstance(original, sqlite3.IntegrityError) or "UniqueViolation" in repr(
        getattr(original, "__cause__", original)
    )
