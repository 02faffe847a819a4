"""Facts an installation remembers, by name; the demo's clock is one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from services.store.models import Fact
from services.unit_of_work import Work

CLOCK = "clock-offset-seconds"
DEMO = "demo"
COPIED = "copied"  # when the newest copy of the database was made, ISO time


async def read(work: Work, key: str) -> Any:
    """The fact, or None."""
    fact = await work.tx.get(Fact, key)
    return fact.value if fact else None


async def write(work: Work, key: str, value: Any) -> None:
    """Remember a JSON value."""
    fact = await work.tx.get(Fact, key)
    if fact is None:
        work.tx.add(Fact(key=key, value=value))
    else:
        fact.value = value


async def clock_offset(work: Work) -> timedelta:
    """How far the demo's clock was moved; all processes read it here, so they agree."""
    return timedelta(seconds=float(await read(work, CLOCK) or 0))
