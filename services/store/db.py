"""One database, SQLite or PostgreSQL, and one way to change it: `async with transaction()`."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import (
    AbstractAsyncContextManager,
    asynccontextmanager,
    nullcontext,
    suppress,
)
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import DateTime, TypeDecorator, event, insert, make_url
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.orm.util import identity_key
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

from services.store.sealed import open_ring
from services.store.sqlite import Connection, keep_private


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
    options: dict[str, Any] = {"hide_parameters": True}
    if make_url(url).get_backend_name() == "postgresql":
        options |= {"pool_pre_ping": True, "pool_size": 10, "max_overflow": 10}
    else:
        keep_private(make_url(url).database)
        options["connect_args"] = {"async_creator_fn": Connection}
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
        "secure_delete = ON",  # what is deleted is overwritten
    ):
        _patiently(cursor, f"PRAGMA {pragma}")
    cursor.close()


def _patiently(cursor: Any, pragma: str) -> None:
    """SQLite does not wait, whatever its timeout, when two at once turn a new file to WAL."""
    for _ in range(50):
        try:
            cursor.execute(pragma)
        except Exception as error:
            if "locked" not in str(error):
                raise
            time.sleep(0.02)
        else:
            return
    cursor.execute(pragma)


def _sqlite_begin(connection: Any) -> None:
    # A writer takes the write lock at once, so that what it read is still true when it writes.
    if connection.get_execution_options().get("bare"):
        return  # what cannot be done in a transaction
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


class _Turn:
    """A lock that says so when somebody would wait for themselves."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._owner: asyncio.Task[Any] | None = None

    async def __aenter__(self) -> None:
        if self._owner is asyncio.current_task():
            raise RuntimeError("a transaction inside a transaction")
        await self._lock.acquire()
        self._owner = asyncio.current_task()

    async def __aexit__(self, *_: object) -> None:
        self._owner = None
        self._lock.release()


_turns: WeakKeyDictionary[AsyncEngine, _Turn] = WeakKeyDictionary()


def _turn(engine: AsyncEngine) -> AbstractAsyncContextManager[None]:
    """The writers of one process take turns on SQLite, in the order in which they came.

    SQLite itself lets them knock again and again, and who just left may be in first: a busy worker
    would keep out the door and the sender until their patience ends.
    """
    if engine.dialect.name != "sqlite":
        return nullcontext()
    return _turns.setdefault(engine, _Turn())


Row = TypeVar("Row")


class Session(AsyncSession):
    """A session that can be told what was read ahead for many people at once.

    `kept` holds rows until the end, because a session forgets rows that nobody holds; `absent`
    are keys of rows that are known not to be there.
    """

    def __init__(self, bind: Any) -> None:
        super().__init__(bind, expire_on_commit=False, autoflush=False)
        self.kept: list[SQLModel] = []
        self.absent: set[Any] = set()
        self.rows: dict[type[SQLModel], list[dict[str, Any]]] = {}
        self.scrub = False  # something was erased: nothing of it may stay in the file

    def read_ahead(
        self, table: type[SQLModel], rows: Iterable[SQLModel], keys: Iterable[Any]
    ) -> None:
        """These rows were found by looking for these keys."""
        self.kept += rows
        here = self.sync_session.identity_map
        self.absent |= {key for each in keys if (key := identity_key(table, each)) not in here}

    async def get(self, entity: type[Row], ident: Any, **options: Any) -> Row | None:  # type: ignore[override]
        """The row with a key, as ever; without a question when it was read ahead."""
        if not options and self.absent:
            key = identity_key(entity, ident)
            if key in self.absent and key not in self.sync_session.identity_map:
                return None
        return await super().get(entity, ident, **options)

    def put(self, table: type[SQLModel], **values: Any) -> None:
        """A new row that nobody asks the number of: written with its like, in this order."""
        row = _defaults(table) | values
        self.rows.setdefault(table, []).append(row)

    async def flush(self, objects: Any = None) -> None:
        """Write what changed, as ever, and what was put; what is new is there from now on."""
        self.kept += self.new
        await super().flush(objects)
        rows, self.rows = self.rows, {}
        for table, values in rows.items():
            await (await self.connection()).execute(insert(table), values)


@cache
def _defaults(table: type[SQLModel]) -> dict[str, Any]:
    fields = table.model_fields
    return {
        name: each.get_default(call_default_factory=True)
        for name, each in fields.items()
        if name != "id"
    }


@asynccontextmanager
async def transaction(engine: AsyncEngine) -> AsyncIterator[Session]:
    """Everything inside happens, or nothing does. Nothing else in the project commits."""
    async with _turn(engine):
        async with Session(engine) as session, session.begin():
            yield session
            await session.flush()
        if session.scrub:
            with suppress(DBAPIError):  # it is erased; the log is emptied the next time
                await _scrub(engine)


async def _scrub(engine: AsyncEngine) -> None:
    """What was erased leaves SQLite's write-ahead log too, unless somebody reads just now.

    Deleted pages are overwritten (`secure_delete`), so that the file itself holds nothing of them.
    """
    if engine.dialect.name == "sqlite":
        async with engine.connect() as plain:
            connection = await plain.execution_options(bare=True)
            await connection.exec_driver_sql("PRAGMA busy_timeout = 1000")
            await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            await connection.exec_driver_sql("PRAGMA busy_timeout = 15000")


@asynccontextmanager
async def reading(engine: AsyncEngine) -> AsyncIterator[Session]:
    """Look without queueing behind writers; nothing that is changed inside is kept."""
    async with engine.connect() as plain:
        connection = await plain.execution_options(reading=True)
        async with Session(connection) as session:
            yield session


def of_the_database(error: BaseException) -> bool:
    """Did the database itself fail (gone, full, locked, a deadlock), whatever was asked of it?"""
    if isinstance(error, IntegrityError | DataError | ProgrammingError):
        return False
    return isinstance(error, DBAPIError | OSError)


FULL, READ_ONLY = "full", "read-only"
# How SQLite says it, in words; PostgreSQL has codes (disk_full, read_only_sql_transaction), because
# its words are in the language of the server.
_NO_WRITES = {
    "database or disk is full": FULL,
    "No space left on device": FULL,
    "quota exceeded": FULL,
    "attempt to write a readonly database": READ_ONLY,
}
_CODES = {"53100": FULL, "25006": READ_ONLY}


def takes_no_writes(error: BaseException) -> str:
    """Why the database stores nothing now: FULL or READ_ONLY; empty for any other fault."""
    if not of_the_database(error):
        return ""
    said = getattr(error, "orig", None) or error
    known = _CODES.get(str(getattr(said, "sqlstate", "")))
    return known or next((why for words, why in _NO_WRITES.items() if words in str(error)), "")
