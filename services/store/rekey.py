"""A change of keys: every sealed value and every look-up hash is brought to the newest key.

What there is follows from the tables themselves: a column of the type `Sealed`, a column that was
declared with `looked_up`. So a new one cannot be forgotten. Rows are done in portions, each a
transaction of its own that also writes how far we are: whoever is killed goes on from there. The
service may run meanwhile, as long as all its processes have both keys, the new one in front.

Where a row is locked by somebody else it is left for the next round, so that nobody waits in a
circle. The canary is sealed anew as the last act, and only when nothing is left: a key that is
dropped too early is refused at the start.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    Column,
    LargeBinary,
    Table,
    bindparam,
    delete,
    func,
    or_,
    select,
    tuple_,
    type_coerce,
    update,
)
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import SQLModel

from services.store import canary
from services.store.db import Session, transaction
from services.store.models import Fact
from services.store.sealed import Sealed, WrongKeyError, ring

PORTION = 200  # rows a transaction
ROUNDS = 5  # over everything, until nothing is left
PROGRESS = "rekey"  # the fact that tells how far we are


@dataclass
class Report:
    """What a change of keys did."""

    values: int = 0  # sealed anew
    hashes: int = 0  # look-ups renewed
    broken: list[str] = field(default_factory=list)  # "table number": no key opens it
    left: int = 0  # values that still need an older key
    fixed: int = 0  # links and visits whose look-up cannot be renewed: they end with the old key


Tell = Callable[[str, int, int], None]  # table, rows looked at, rows there are


class _Plan:
    """One table: what is sealed in it, and what finds its rows."""

    def __init__(self, table: Table) -> None:
        self.table, self.keys = table, list(table.primary_key.columns)
        self.sealed = [c for c in table.columns if isinstance(c.type, Sealed)]
        self.lookups = [c for c in table.columns if "lookup" in c.info]

    def portion(self, after: list[Any]) -> Any:
        """The next rows, as they are in the database."""
        wanted = [type_coerce(c, LargeBinary).label(c.name) if c in self.sealed else c
                  for c in self.table.columns if c in self._needed()]  # fmt: skip
        query = select(*wanted).order_by(*self.keys).limit(PORTION)
        if after:
            query = query.where(tuple_(*self.keys) > tuple_(*after))
        return query.with_for_update(skip_locked=True)

    def change(self) -> Any:
        """The statement that writes one row."""
        which = [c == bindparam(f"pk_{c.name}") for c in self.keys]
        new = {
            c.name: bindparam(f"new_{c.name}", type_=LargeBinary() if c in self.sealed else c.type)
            for c in self.sealed + self.lookups
        }
        return update(self.table).where(*which).values(new)

    def older(self) -> Any:
        """How many rows have a value that needs an older key or an older form."""
        head = ring().head
        olds = [
            func.substr(type_coerce(c, LargeBinary), 1, len(head)) != bindparam(None, head)
            for c in self.sealed
        ]
        return select(func.count()).select_from(self.table).where(or_(*olds))

    def fixed(self) -> Iterator[Any]:
        """How many look-ups have nothing to be made from."""
        for column in self.lookups:
            of = self.table.c[column.info["lookup"][-1]]
            if column.info["lookup"][0].startswith("="):
                yield select(func.count()).select_from(self.table).where(of.is_(None))

    def _needed(self) -> list[Column[Any]]:
        parts = {p for c in self.lookups for p in c.info["lookup"] if not p.startswith("=")}
        also = [c for c in self.table.columns if c.name in parts]
        return self.keys + self.sealed + self.lookups + also

    def renewed(self, row: Any, report: Report) -> dict[str, Any] | None:
        """What to write of this row, or None when it is as it should be."""
        changed = False
        new: dict[str, Any] = {}
        clear: dict[str, Any] = dict(row)
        for column in self.sealed:
            old, place = row[column.name], f"{self.table.name}.{column.name}"
            new[column.name] = old
            if old is None:
                continue
            try:
                clear[column.name] = ring().open(old, place)
            except WrongKeyError:
                key = ", ".join(str(row[c.name]) for c in self.keys)
                report.broken.append(f"{self.table.name} {key}")
                return None
            if not ring().is_current(old):
                new[column.name] = ring().seal(clear[column.name], place)
                report.values, changed = report.values + 1, True
        for column in self.lookups:
            parts = column.info["lookup"]
            made = [p[1:] if p.startswith("=") else clear[p] for p in parts]
            new[column.name] = row[column.name]
            if None not in made and ring().lookup(*made) != row[column.name]:
                new[column.name] = ring().lookup(*made)
                report.hashes, changed = report.hashes + 1, True
        if not changed:
            return None
        which = {f"pk_{c.name}": row[c.name] for c in self.keys}
        return which | {f"new_{name}": value for name, value in new.items()}


def plans() -> list[_Plan]:
    """Every table that has something sealed or looked up, in an order that stays the same."""
    made = [_Plan(table) for table in SQLModel.metadata.sorted_tables]
    return sorted((p for p in made if p.sealed or p.lookups), key=lambda p: p.table.name)


async def rekey(engine: AsyncEngine, tell: Tell) -> Report:
    """Bring everything to the newest key; goes on where an earlier run was stopped."""
    report = Report()
    for _ in range(ROUNDS):
        start = await _progress(engine)
        report.broken.clear()
        for plan in plans():
            if plan.table.name >= start[0]:
                await _table(
                    engine, plan, start[1] if plan.table.name == start[0] else [], report, tell
                )
        async with transaction(engine) as tx:
            counts = [await _number(tx, plan.older()) for plan in plans() if plan.sealed]
            report.left = sum(counts)
            await tx.exec(delete(Fact).where(Fact.key == PROGRESS))  # type: ignore[arg-type]
            if not report.left:
                await _finish(tx, report)
        if not report.left or report.broken:
            break
        await asyncio.sleep(0.5)  # whoever holds the rows that are left is given a moment
    return report


async def _table(
    engine: AsyncEngine, plan: _Plan, after: list[Any], report: Report, tell: Tell
) -> None:
    async with transaction(engine) as tx:
        of = await _number(tx, select(func.count()).select_from(plan.table))
    done = 0
    while True:
        async with transaction(engine) as tx:
            connection = await tx.connection()
            rows = (await connection.execute(plan.portion(after))).mappings().all()
            if not rows:
                return
            changes = [made for row in rows if (made := plan.renewed(row, report))]
            if changes:
                await connection.execute(plan.change(), changes)
            after = [rows[-1][c.name] for c in plan.keys]
            at = {"key": ring().newest, "table": plan.table.name, "after": after}
            await tx.merge(Fact(key=PROGRESS, value=at))
        done += len(rows)
        tell(plan.table.name, done, of)


async def _progress(engine: AsyncEngine) -> tuple[str, list[Any]]:
    """(table, key of the last row done) of a run to this same key that did not end."""
    async with transaction(engine) as tx:
        found = await tx.get(Fact, PROGRESS)
    if found is None or found.value["key"] != ring().newest:
        return "", []
    return found.value["table"], found.value["after"]


async def _finish(tx: Session, report: Report) -> None:
    for plan in plans():
        for query in plan.fixed():
            report.fixed += await _number(tx, query)
    await tx.merge(Fact(key=canary.KEY, value=canary.fresh()))


async def _number(tx: Session, query: Any) -> int:
    return int((await (await tx.connection()).execute(query)).scalar_one())
