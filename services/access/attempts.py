"""Tries that are counted: in one place, for every way in, over processes and restarts.

A code may be typed on a page, in a chat or behind a link; whoever tries one way and then another
is counted once more, not anew. A try that was right is taken back, so that an office behind one
line never waits. Only keyed hashes of addresses and people are stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from sqlalchemy import case, delete, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import col

from services.store.models import Tally
from services.store.sealed import ring
from services.unit_of_work import Work

SITE = 64  # bits of an IPv6 address that one household or phone has


@dataclass(frozen=True)
class Limit:
    """So much at most, in so long."""

    most: int
    window: timedelta


FROM_ADDRESS = Limit(20, timedelta(minutes=15))  # tries that were wrong
BY_PERSON = Limit(5, timedelta(minutes=15))
BYTES = Limit(40 * 1024 * 1024, timedelta(days=1))  # words and files of one person
LONGEST = timedelta(days=1)  # no window is longer


@dataclass(frozen=True)
class Who:
    """What is counted, and how much of it is too much."""

    name: str
    limit: Limit

    @property
    def key(self) -> str:
        """A keyed hash: nobody's address is kept."""
        return ring().lookup("tally", self.name)


def address(ip: str) -> Who:
    """An address on the internet; of IPv6 the part that somebody cannot change at will."""
    try:
        parsed = ip_address(ip)
    except ValueError:
        return Who(f"address {ip[:100]}", FROM_ADDRESS)
    if isinstance(parsed, IPv6Address):
        return Who(f"address {ip_network((parsed, SITE), strict=False)}", FROM_ADDRESS)
    return Who(f"address {parsed}", FROM_ADDRESS)


def person(person_id: int) -> Who:
    """Somebody who tries codes in a chat, or digits at the second step."""
    return Who(f"person {person_id}", BY_PERSON)


async def allowed(work: Work, *who: Who) -> bool:
    """Count a try for each; False when any of them had too many."""
    totals = [await spend(work, each, 1) <= each.limit.most for each in who]
    return all(totals)


async def right(work: Work, *who: Who) -> None:
    """It was right: the try does not count."""
    for each in who:
        await work.tx.exec(
            update(Tally)
            .where(col(Tally.key) == each.key, col(Tally.spent) > 0)
            .values(spent=Tally.spent - 1)
            .execution_options(synchronize_session=False)
        )


async def spend(work: Work, who: Who, amount: int) -> int:
    """Add to what was counted in this window, and begin a new one when it is over; the total.

    One statement, so that two processes never both see room for the last try.
    """
    over = col(Tally.since) <= work.now - who.limit.window
    dialect: Any = sqlite if work.tx.get_bind().dialect.name == "sqlite" else postgresql
    added = dialect.insert(Tally).values(key=who.key, since=work.now, spent=amount)
    counted = added.on_conflict_do_update(
        index_elements=["key"],
        set_={
            "spent": case((over, amount), else_=Tally.spent + amount),
            "since": case((over, work.now), else_=Tally.since),
        },
    ).returning(Tally.spent)
    done = await (await work.tx.connection()).execute(counted)
    return int(done.scalar_one())


async def room_for(work: Work, person_id: int, size: int) -> bool:
    """May somebody send so many bytes more today? What was refused does not count."""
    who = Who(f"bytes {person_id}", BYTES)
    if await spend(work, who, size) <= BYTES.most:
        return True
    await spend(work, who, -size)
    return False


async def forget(work: Work) -> None:
    """What no window reaches any more."""
    await work.tx.exec(delete(Tally).where(col(Tally.since) <= work.now - LONGEST))
