"""Ninety days, hour by hour, beside an independent model: nothing twice, stale, or out of hours."""

from __future__ import annotations

import asyncio
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlmodel import col, select

from bot.demo.fill import fill
from bot.stage import Stage, staged
from services import followup
from services.store.models import Message, Nudge
from services.unit_of_work import Work
from tests.postgres import Postgres
from tests.services.followup import expected
from tests.services.followup.region import made

pytestmark = pytest.mark.slow

DAYS = int(os.environ.get("WERKLIJN_FOLLOW_UP_DAYS", "90"))
DEMO = bool(os.environ.get("WERKLIJN_FOLLOW_UP_DEMO"))  # the whole demo region: some minutes
PATIENCE = 9000 if DEMO else 280  # seconds
PERIODS = {
    "autumn": datetime(2026, 10, 12, 7, 10, tzinfo=UTC),  # the end of summer time, Christmas
    "spring": datetime(2027, 2, 22, 7, 10, tzinfo=UTC),  # its beginning, Easter, King's Day
}


def ticks(start: datetime, days: int, dice: Random) -> list[datetime]:
    """Every hour, with the process down for stretches of up to two days."""
    found, now, end = [], start, start + timedelta(days=days)
    while now < end:
        found.append(now)
        now += timedelta(hours=1)
        if dice.random() < 0.01:
            now += timedelta(hours=dice.randint(2, 48))
    return found


async def played(stage: Stage, moments: list[datetime], *, twice: bool = False) -> None:
    """Go through the moments; `twice`: two processes tick at the same time."""

    async def tick(now: datetime) -> None:
        async with stage.work() as work:
            await followup.sweep(Work(work.tx, now, work.region, work.public_url))

    for now in moments:
        if twice:
            await asyncio.gather(tick(now), tick(now))
        else:
            await tick(now)


async def sent(stage: Stage) -> dict[datetime, set[tuple[str, int, int]]]:
    """(rule, step, subject) of every nudge by when it went out."""
    async with stage.work() as work:
        rows = (await work.tx.exec(select(Nudge).order_by(col(Nudge.id)))).all()
    found: dict[datetime, set[tuple[str, int, int]]] = {}
    for row in rows:
        found.setdefault(row.at, set()).add((row.name, row.step, row.subject_id or 0))
    assert sum(len(each) for each in found.values()) == len(rows)  # nothing twice
    return found


async def compared(stage: Stage, start: datetime, seed: int, *, twice: bool = False) -> None:
    stage.clock.at = start
    async with stage.work() as work:
        await (fill(work) if DEMO else made(work, seed=seed))
    moments = ticks(start, DAYS, Random(seed))
    async with stage.work() as work:
        model = await expected.read(work, moments[-1])
    await played(stage, moments, twice=twice)
    came = await sent(stage)
    for now in moments:
        assert came.get(now, set()) == model.tick(now), now
    assert sum(len(each) for each in came.values()) > 100
    await _in_hours(stage)


async def _in_hours(stage: Stage) -> None:
    """No reminder outside office hours, and at most one message to a person in two days."""
    async with stage.work() as work:
        query = select(Message).where(Message.kind == "reminder").order_by(col(Message.id))
        messages = (await work.tx.exec(query)).all()
    last: dict[int, datetime] = {}
    for each in messages:
        assert expected.office(each.created)
        before = last.get(each.person_id)
        assert before is None or before <= expected.days_on(each.created, -2)
        last[each.person_id] = each.created
    assert messages


@pytest.mark.timeout(PATIENCE)
@pytest.mark.parametrize("period", PERIODS)
async def test_what_goes_out_is_what_the_table_says(tmp_path: Path, period: str) -> None:
    async with staged(f"sqlite+aiosqlite:///{tmp_path}/werklijn.db") as stage:
        await compared(stage, PERIODS[period], seed=len(period))


@pytest.mark.timeout(PATIENCE)
async def test_two_processes_send_what_one_would(postgres: Postgres) -> None:
    name = postgres.create_database()
    async with staged(postgres.database_url(name)) as stage:
        await compared(stage, PERIODS["autumn"], seed=7, twice=True)
    postgres.drop_database(name)
