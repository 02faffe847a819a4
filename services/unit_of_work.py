"""One unit of work: what every function that reads or changes the database is given first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from sqlmodel import SQLModel

from services.clock import local_date
from services.region import Region
from services.store.db import Session

Row = TypeVar("Row", bound=SQLModel)


@dataclass(frozen=True)
class Work:
    """The open transaction, the time at which all of it happens, and the region's rules."""

    tx: Session
    now: datetime
    region: Region
    public_url: str = ""
    desk: int | None = None  # somebody who is helped at a desk: what is said to them is said there
    helper: int | None = None  # the colleague at that desk

    @property
    def today(self) -> date:
        """The day in Amsterdam."""
        return local_date(self.now)

    async def get(self, table: type[Row], key: object) -> Row:
        """The row that must be there; raises LookupError otherwise."""
        row = await self.tx.get(table, key)
        if row is None:
            raise LookupError(f"no {table.__name__} {key}")
        return row

    async def take(self, table: type[Row], key: object) -> Row:
        """The same, locked until the end of the work, and as it is now.

        What this work changed so far is written first: reading anew must not undo it.
        """
        await self.tx.flush()
        row = await self.tx.get(table, key, with_for_update=True, populate_existing=True)
        if row is None:
            raise LookupError(f"no {table.__name__} {key}")
        return row
