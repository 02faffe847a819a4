"""Whether the pages of the database are whole, as far as the database itself can tell quickly."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import AsyncEngine

_FAILED = "SELECT checksum_failures FROM pg_stat_database WHERE datname = current_database()"


async def pages_of(engine: AsyncEngine) -> tuple[bool, str]:
    """(whole, what was found): SQLite reads every page; PostgreSQL tells what it met itself."""
    async with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            try:
                found = (await connection.execute(text("PRAGMA quick_check(1)"))).scalar_one()
            except DatabaseError as wrong:
                found = str(wrong.orig)
            return found == "ok", f"quick_check: {' '.join(str(found).split())}"
        failed = (await connection.execute(text(_FAILED))).scalar_one()
    if failed is None:
        return True, "not checked: this cluster of PostgreSQL keeps no checksums"
    return failed == 0, f"{failed} failed checksums"
