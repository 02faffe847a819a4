"""Brings a database to the newest form: at every start, under a lock, so processes may race."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

HERE = Path(__file__).parent / "migrations"
LOCK = 7_254_001  # any number that only this project's migrations use


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings; there is no alembic.ini."""
    made = Config()
    made.set_main_option("script_location", str(HERE))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made


class NewerError(Exception):
    """The database was written by a newer release than this one."""


async def upgrade(engine: AsyncEngine) -> None:
    """Run what has not been run yet. On SQLite the write lock itself keeps others out."""
    async with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        await connection.run_sync(_upgrade)


def _upgrade(connection: Connection) -> None:
    check_known(MigrationContext.configure(connection).get_current_revision())
    command.upgrade(config(connection), "head")


def check_known(found: str | None) -> None:
    """Refuse the form of a newer release with NewerError."""
    known = ScriptDirectory.from_config(config())
    if found is not None and found not in {each.revision for each in known.walk_revisions()}:
        raise NewerError(
            f"this database has form {found} of a newer release; this release knows up to "
            f"{known.get_current_head()}: nothing was changed"
        )


async def is_current(engine: AsyncEngine) -> bool:
    """Has the database the form this release expects?"""
    head = ScriptDirectory.from_config(config()).get_current_head()
    async with engine.connect() as connection:
        found = await connection.run_sync(
            lambda c: MigrationContext.configure(c).get_current_revision()
        )
    return bool(found == head)
