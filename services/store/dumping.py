"""The content of a database as one file, and back, beside others who use it.

SQLite through its online backup interface, never the bare file; PostgreSQL through the programs
that come with it, in their custom format. Their passwords go by the environment, never by an
argument that others on the machine can read.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, make_url


class CopyError(Exception):
    """A copy cannot be made or put back; the message says why and what to do."""


async def dump(url: str, file: Path, snapshot: str) -> None:
    """Write the database to a file; `snapshot` is PostgreSQL's name for one moment."""
    made = make_url(url)
    if made.get_backend_name() == "sqlite":
        await asyncio.to_thread(_copy_sqlite, _path(made), file)
        await asyncio.to_thread(_settle, file)
        return
    arguments = ["--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}"]
    await asyncio.to_thread(_run, "pg_dump", made, [*arguments, f"--file={file}"])


async def undump(url: str, file: Path) -> None:
    """Replace the content of the database by that of a file, all at once or not at all."""
    made = make_url(url)
    if made.get_backend_name() == "sqlite":
        await asyncio.to_thread(_copy_sqlite, file, _path(made))
        return
    arguments = ["--no-owner", "--no-privileges", "--clean", "--if-exists"]
    arguments += ["--single-transaction", "--exit-on-error", f"--dbname={made.database}"]
    await asyncio.to_thread(_run, "pg_restore", made, [*arguments, str(file)])


def check_sqlite(file: Path) -> None:
    """Refuse a file that SQLite finds damaged."""
    try:
        with closing(sqlite3.connect(file)) as copy:
            found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as wrong:
        found = str(wrong)
    if found != "ok":
        raise CopyError(f"the copy is damaged: {' '.join(found.split())}")


def _path(url: URL) -> Path:
    return Path(url.database or "")


def _copy_sqlite(source: Path, target: Path) -> None:
    target.touch(0o600)
    with (
        closing(sqlite3.connect(source, timeout=15)) as have,
        closing(sqlite3.connect(target, timeout=15)) as made,
    ):
        have.backup(made)


def _settle(file: Path) -> None:
    """One file, without a log beside it, in which nothing was changed on the way."""
    with closing(sqlite3.connect(file)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")
    check_sqlite(file)


def _run(program: str, url: URL, arguments: list[str]) -> None:
    found = shutil.which(program)
    if found is None:
        raise CopyError(
            f"{program} is not on PATH: install the client of PostgreSQL (Debian: "
            "postgresql-client), no older than the server"
        )
    env = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", **_as_libpq(url)}
    done = subprocess.run(  # noqa: S603 - a fixed program; the arguments are ours
        [found, "--no-password", *arguments], env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["no reason given"]
        raise CopyError(f"{program} failed: {lines[0]}")


def _as_libpq(url: URL) -> dict[str, str]:
    """An address as the environment of PostgreSQL's own programs."""
    query = {name: str(value) for name, value in url.query.items()}
    given = {
        "PGHOST": url.host or query.get("host"),
        "PGPORT": str(url.port) if url.port else query.get("port"),
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
        "PGSSLMODE": query.get("ssl"),
    }
    return {name: value for name, value in given.items() if value}
