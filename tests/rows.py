"""Rows in every table there is, made from the tables themselves: a new one is in it by itself."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    String,
    Table,
    TypeDecorator,
    insert,
    select,
    type_coerce,
)
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import SQLModel

from services.store import models
from services.store.db import Session, transaction
from services.store.sealed import Sealed, ring

BY_TRIGGER = {"change"}  # written by the database itself
MOMENT = datetime(2026, 11, 23, 9, 30, 15, 123456, tzinfo=UTC)
PLAIN = (
    (Boolean, lambda number, name: True),
    (Integer, lambda number, name: number),
    (Float, lambda number, name: number + 0.5),
    (DateTime, lambda number, name: MOMENT),
    (Date, lambda number, name: date(2026, 11, 23)),
    (JSON, lambda number, name: {name: [number, "é\u0640"]}),
    (LargeBinary, lambda number, name: bytes([number % 256])),
    (String, lambda number, name: f"{name}-{number}"),
)


def tables() -> list[Table]:
    """All tables, those that others point to first."""
    assert models.Person
    return SQLModel.metadata.sorted_tables


def clear(column: Column[Any], number: int) -> Any:
    """What a column of row `number` holds."""
    if isinstance(column.type, Sealed):
        return f"marked {column.table.name}.{column.name} {number}"
    kept = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    return next(make(number, column.name) for kind, make in PLAIN if isinstance(kept, kind))


def row(table: Table, number: int) -> dict[str, Any]:
    """Row `number` of a table; its look-up hashes are right."""
    made = {column.name: clear(column, number) for column in table.columns}
    for column in table.columns:
        if "lookup" in column.info:
            parts = column.info["lookup"]
            made[column.name] = ring().lookup(
                *(p[1:] if p.startswith("=") else made[p] for p in parts)
            )
    return made


async def fill(engine: AsyncEngine, rows: int, more: dict[str, int] | None = None) -> None:
    """So many rows in every table, and in some more."""
    async with transaction(engine) as tx:
        for table in tables():
            if table.name not in BY_TRIGGER:
                many = (more or {}).get(table.name, rows)
                values = [row(table, number) for number in range(1, many + 1)]
                await (await tx.connection()).execute(insert(table), values)


async def stored(tx: Session, *, sealed: bool) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, opened, or as the bytes that are kept."""
    found = {}
    for table in tables():
        wanted = [
            type_coerce(c, LargeBinary) if sealed and isinstance(c.type, Sealed) else c
            for c in table.columns
        ]
        query = select(*wanted).order_by(*table.primary_key.columns)
        rows = (await (await tx.connection()).execute(query)).all()
        found[table.name] = [
            tuple(repr(v) if isinstance(v, (dict, list)) else v for v in each) for each in rows
        ]
    return found
