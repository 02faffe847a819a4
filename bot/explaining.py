"""What an operator can mend, told from an error in one line; nothing of what people said in it."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator

import asyncpg
from sqlalchemy.exc import ArgumentError

from bot.settings import SettingsError
from services.region import RegionError
from services.store.dumping import CopyError
from services.store.sealed import WrongKeyError
from services.store.upgrade import NewerError


class CannotError(Exception):
    """Something an operator asked cannot be done; the message says why and what to do."""


OURS = (SettingsError, RegionError, CannotError, WrongKeyError, NewerError, CopyError)
DATABASE = "(WERKLIJN_DATABASE_URL)"
# What PostgreSQL says when somebody comes in; its words hold names of roles and databases only.
_AT_THE_DOOR = (
    asyncpg.InvalidAuthorizationSpecificationError,
    asyncpg.InvalidCatalogNameError,
    asyncpg.InsufficientPrivilegeError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.TooManyConnectionsError,
    asyncpg.CannotConnectNowError,
)
_BROKEN = ("not a database", "malformed", "disk I/O")


def explained(error: BaseException) -> str | None:
    """What to mend, or None when this is nothing an operator can mend."""
    for each in _chain(error):
        if isinstance(each, OURS):
            return str(each)
        if isinstance(each, _AT_THE_DOOR):
            return f"the database refuses: {each} {DATABASE}"
        if isinstance(each, asyncpg.DiskFullError):
            return f"the disk of the database is full {DATABASE}"
        if isinstance(each, asyncpg.InterfaceError | asyncpg.PostgresConnectionError):
            return f"the connection with the database was lost or refused {DATABASE}"
        if isinstance(each, sqlite3.DatabaseError) and not isinstance(each, sqlite3.IntegrityError):
            return _sqlite(str(each))
        if isinstance(each, OSError):
            return _system(each)
        if isinstance(each, ArgumentError) or "unexpected keyword argument" in str(each):
            return f"the address of the database has a part that is not understood {DATABASE}"
    return None


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, and what it was made from: SQLAlchemy wraps those of its drivers."""
    seen: BaseException | None = error
    while seen is not None:
        original = getattr(seen, "orig", None)
        if isinstance(original, BaseException):
            yield from _chain(original)
        yield seen
        seen = seen.__cause__


def _sqlite(said: str) -> str:
    line = f"the database cannot be used: {said} {DATABASE}"
    if any(each in said for each in _BROKEN):
        return f"{line}; put a copy back with `werklijn restore`"
    return line


def _system(error: OSError) -> str | None:
    why = error.strerror or type(error).__name__
    if error.errno in (errno.EADDRINUSE, errno.EADDRNOTAVAIL):
        return f"cannot listen: {why} (WERKLIJN_HTTP_HOST, WERKLIJN_HTTP_PORT)"
    if error.errno == errno.EACCES and "bind" in why:
        return f"cannot listen: {why} (WERKLIJN_HTTP_PORT)"
    if error.filename:
        return f"cannot use {error.filename}: {why}"
    return f"the database cannot be reached: {why} {DATABASE}"
