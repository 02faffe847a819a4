"""Copies of the whole database in one file, with a manifest that lets them be checked.

A copy is a tar of `manifest.json` and `content`; only its owner may read it. It holds no key: what
is sealed stays sealed, so a copy without SECRET_KEY shows nobody's name, and a copy that is put
back with another key is refused before anything is touched.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import tarfile
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, column, func, inspect, select, table, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from services.store import canary
from services.store.dumping import CopyError, check_sqlite, dump, undump
from services.store.upgrade import check_known, upgrade

FORMAT = 1
CHUNK = 1 << 20  # bytes read at once
OURS = {"alembic_version", "fact"}  # tables that have rows before anybody came
Manifest = dict[str, Any]


async def backup(engine: AsyncEngine, path: Path, now: datetime) -> Manifest:
    """Write a copy to a path where nothing is yet; the service may run meanwhile."""
    if await asyncio.to_thread(path.exists):
        raise CopyError(f"{path} is there already")
    url = engine.url.render_as_string(hide_password=False)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".werklijn-") as folder:
        content = Path(folder) / "content"
        async with _moment(engine) as (connection, snapshot):
            await dump(url, content, snapshot)
            manifest = {"format": FORMAT, "made": now.isoformat(), "sha256": _hash(content)}
            if engine.dialect.name == "sqlite":  # the file is its own moment
                manifest |= await _described_file(content)
            else:
                manifest |= await connection.run_sync(_described)
        about = Path(folder) / "manifest.json"
        about.write_text(json.dumps(manifest, indent=1), "utf-8")
        whole = Path(folder) / "whole"
        whole.touch(0o600)
        with tarfile.open(whole, "w") as tar:
            tar.add(about, "manifest.json")
            tar.add(content, "content")
        with whole.open("rb") as written:
            os.fsync(written.fileno())
        whole.rename(path)
    return manifest


async def restore(engine: AsyncEngine, path: Path, *, force: bool) -> Manifest:
    """Put a copy in the place of this database; checked before, and compared after."""
    if not force and await _in_use(engine):
        raise CopyError("this database is not empty; --force replaces all that is in it")
    where = Path(engine.url.database or "").parent if engine.dialect.name == "sqlite" else None
    with tempfile.TemporaryDirectory(dir=where, prefix=".werklijn-") as folder:
        content = Path(folder) / "content"
        manifest = _unpack(path, content)
        _may_be_put_back(manifest, engine.dialect.name, content)
        url = engine.url.render_as_string(hide_password=False)
        await engine.dispose()
        await undump(url, content)
    async with engine.connect() as connection:
        found = await connection.run_sync(_described)
    if found["counts"] != manifest["counts"]:
        raise CopyError("what was put back differs from what the copy says it holds")
    await upgrade(engine)
    await canary.check(engine)
    return manifest


@asynccontextmanager
async def _moment(engine: AsyncEngine) -> AsyncIterator[tuple[Any, str]]:
    """One moment of PostgreSQL, seen by us and by pg_dump alike."""
    async with engine.connect() as plain:
        if engine.dialect.name == "sqlite":
            yield plain, ""
            return
        connection = await plain.execution_options(isolation_level="REPEATABLE READ")
        snapshot = (await connection.execute(text("SELECT pg_export_snapshot()"))).scalar_one()
        yield connection, snapshot


async def _described_file(content: Path) -> Manifest:
    plain = create_async_engine(f"sqlite+aiosqlite:///{content}")
    try:
        async with plain.connect() as connection:
            return await connection.run_sync(_described)
    finally:
        await plain.dispose()


def _described(connection: Connection) -> Manifest:
    """Kind, form, rows of every table, and the sealed word that tells which key it needs."""
    names = sorted(inspect(connection).get_table_names())
    counts = {
        name: connection.execute(select(func.count()).select_from(table(name))).scalar_one()
        for name in names
    }
    facts = table("fact", column("key"), column("value"))
    word = select(facts.c.value).where(facts.c.key == canary.KEY)
    found = connection.execute(word).scalar() if "fact" in names else None
    return {
        "database": connection.dialect.name,
        "revision": MigrationContext.configure(connection).get_current_revision(),
        "counts": counts,
        "canary": json.loads(found) if isinstance(found, str) else found,
    }


def _unpack(path: Path, content: Path) -> Manifest:
    """The manifest, and the content in a file of its own whose hash is right."""
    try:
        with tarfile.open(path, "r:") as tar:
            about, inside = tar.extractfile("manifest.json"), tar.extractfile("content")
            if about is None or inside is None:
                raise CopyError(f"{path} is no copy made by `werklijn backup`")
            manifest: Manifest = json.loads(about.read())
            content.touch(0o600)
            with content.open("wb") as out:
                while chunk := inside.read(CHUNK):
                    out.write(chunk)
    except (tarfile.TarError, KeyError, ValueError) as wrong:
        raise CopyError(f"{path} is no copy made by `werklijn backup`, or damaged") from wrong
    if _hash(content) != manifest.get("sha256"):
        raise CopyError(f"{path} is damaged: its content is not what was written")
    return manifest


def _may_be_put_back(manifest: Manifest, kind: str, content: Path) -> None:
    if manifest["format"] != FORMAT:
        raise CopyError(f"this release does not know copies of format {manifest['format']}")
    if manifest["database"] != kind:
        raise CopyError(f"this is a copy of {manifest['database']}; this database is {kind}")
    check_known(manifest["revision"])
    if manifest["canary"]:
        canary.open_word(manifest["canary"])
    if kind == "sqlite":
        check_sqlite(content)


async def _in_use(engine: AsyncEngine) -> bool:
    """Is there a row of anybody, whatever form the database has?"""
    async with engine.connect() as connection:
        names = await connection.run_sync(lambda c: inspect(c).get_table_names())
        for name in set(names) - OURS:
            query = select(text("1")).select_from(table(name)).limit(1)
            if (await connection.execute(query)).first() is not None:
                return True
    return False


def _hash(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
