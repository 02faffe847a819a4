"""SQLite for the event loop: a statement and its rows are one trip to the thread with the file.

aiosqlite, which owns that thread, takes four: a cursor, the statement, the rows, the end. Those
trips were most of the processor time of a turn.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiosqlite

FIRST = 256  # rows that are read along with the statement; who wants more comes back for them
_NONE: Any = None

Rows = list[Any]


def keep_private(file: str | None) -> None:
    """Make the file of a database for its owner alone; the log beside it takes over its rights.

    A folder that is not there yet is made for the owner alone too. Files of another owner are left:
    who reads them is decided there.
    """
    if not file or file.startswith((":", "file:")):
        return
    path = Path(file)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for each in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        with suppress(PermissionError, FileNotFoundError):
            if each == path:
                each.touch(mode=0o600)
            each.chmod(0o600)


class Cursor:
    """What SQLAlchemy's adapter asks of a cursor of aiosqlite."""

    def __init__(self, connection: Connection) -> None:
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1
        self._connection = connection
        self._rows: Rows = []
        self._open: sqlite3.Cursor = _NONE  # while there may be more rows

    async def __aenter__(self) -> Cursor:
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Cursor:
        """Run a statement and read its first rows."""
        await self._connection.trip(self._run, sql, parameters)
        return self

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> Cursor:
        """Run a statement for each set of parameters."""
        await self._connection.trip(self._run_many, sql, parameters)
        return self

    async def fetchall(self) -> Rows:
        """All rows that were not handed out."""
        rows, self._rows = self._rows, []
        return rows + (await self._connection.trip(self._open.fetchall) if self._open else [])

    async def fetchmany(self, size: int | None = None) -> Rows:
        """The next rows; none at the end."""
        if not self._rows and self._open:
            self._rows = await self._connection.trip(self._open.fetchmany, FIRST)
        size = size or self.arraysize
        rows, self._rows = self._rows[:size], self._rows[size:]
        return rows

    async def fetchone(self) -> Any:
        """The next row; None at the end."""
        rows = await self.fetchmany(1)
        return rows[0] if rows else None

    async def __aiter__(self) -> AsyncIterator[Any]:
        while rows := await self.fetchmany(FIRST):
            for row in rows:
                yield row

    async def close(self) -> None:
        """Let the statement go."""
        if self._open:
            await self._connection.trip(self._open.close)
        self._rows, self._open = [], _NONE

    def _run(self, sql: str, parameters: Sequence[Any]) -> None:
        self._told(self._connection.plain.execute(sql, parameters))

    def _run_many(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        self._told(self._connection.plain.executemany(sql, parameters))

    def _told(self, cursor: sqlite3.Cursor) -> None:
        self.description = cursor.description
        self._rows = cursor.fetchmany(FIRST) if cursor.description else []
        self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        if len(self._rows) == FIRST:
            self._open = cursor
        else:
            cursor.close()


class Connection(aiosqlite.Connection):
    """A connection of aiosqlite whose cursors take one trip."""

    def __init__(self, database: str, **options: Any) -> None:
        super().__init__(lambda: sqlite3.connect(database, **options), FIRST)
        self._thread.daemon = True  # who forgets to close it can still end
        self._left = False  # did somebody stop waiting for a trip, which may still be under way?

    def cursor(self) -> Cursor:  # type: ignore[override]
        """A cursor; nothing is done yet."""
        return Cursor(self)

    @property
    def plain(self) -> sqlite3.Connection:
        """The connection of the standard library: only in the thread of this one."""
        return self._conn

    async def rollback(self) -> None:
        """Undo; after a commit, where a pool asks for it all the same, there is nothing to do."""
        if self._left or self._conn.in_transaction:
            await super().rollback()
            self._left = False

    async def trip(self, does: Callable[..., Any], *what: Any) -> Any:
        """Have something done in the thread."""
        try:
            return await self._execute(does, *what)  # type: ignore[no-untyped-call]
        except asyncio.CancelledError:
            self._left = True
            raise
