"""One database, asked by one process or several, with people and vacancies as they are stored."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.stage import SECRET
from services.region import load
from services.store.db import connect, transaction
from services.store.models import Employer, Jobseeker, Person, Vacancy
from services.store.upgrade import upgrade
from services.unit_of_work import Work

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


class World:
    """One database, asked by one process or by several."""

    def __init__(self, url: str) -> None:
        self.url, self.engines = url, list[AsyncEngine]()
        self.region = load("")

    def process(self) -> AsyncEngine:
        self.engines.append(connect(self.url, [SECRET]))
        return self.engines[-1]

    @asynccontextmanager
    async def work(self, engine: AsyncEngine | None = None) -> AsyncIterator[Work]:
        async with transaction(engine or self.engines[0]) as tx:
            yield Work(tx, NOW, self.region)

    async def person(self, work: Work, profile: dict[str, Any], status: str = "open") -> int:
        person = Person(created=NOW)
        work.tx.add(person)
        await work.tx.flush()
        key = person.id or 0
        made = Jobseeker(person_id=key, profile=profile, status=status, created=NOW, updated=NOW)
        work.tx.add(made)
        return key

    async def vacancy(self, work: Work, demands: dict[str, Any]) -> int:
        employer, contact = Employer(name="Bakkerij", created=NOW), Person(created=NOW)
        work.tx.add(employer)
        work.tx.add(contact)
        await work.tx.flush()
        made = Vacancy(
            employer_id=employer.id or 0, contact_id=contact.id or 0, demands=demands,
            reported=NOW, updated=NOW,
        )  # fmt: skip
        work.tx.add(made)
        await work.tx.flush()
        return made.id or 0


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[World]:
    """An empty database, closed afterwards."""
    made = World(url)
    await upgrade(made.process())
    try:
        yield made
    finally:
        for engine in made.engines:
            await engine.dispose()
