"""What a turn and a tick ask of the database does not grow with the people in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from services import followup, retention
from services.followup.rules import rules
from services.messages import parked
from services.unit_of_work import Work
from tests.botapi import User
from tests.phones import phones
from tests.services.matching.people import SAMIRA
from tests.services.world import World, opened

TURNS = ("/start", "[Nederlands]", "[Ik zoek werk]", "Amina", "haarlem", "kok", "[Klaar]")
FEW = ("ix_inbox_waiting", "ix_inbox_due", "ix_message_unsent", "ix_talk_open")  # what is open
NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)  # a working day
MORNING = NOON.replace(hour=8)  # nine in Amsterdam
MANY = 30


@contextmanager
def asked(engine: AsyncEngine) -> Iterator[list[tuple[str, Any]]]:
    """Every statement meanwhile, with what was given."""
    found: list[tuple[str, Any]] = []

    def note(_: Any, __: Any, statement: str, given: Any, ___: Any, many: bool) -> None:
        found.append((statement, given[0] if many else given))

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    yield found
    event.remove(engine.sync_engine, "before_cursor_execute", note)


async def scans(engine: AsyncEngine, found: list[tuple[str, Any]]) -> list[tuple[str, str]]:
    """Which of them read a whole table, without an index of only what is open."""
    tables = {"address", "inbox", "jobseeker", "message", "person", "talk", "event", "nudge"}
    whole = []
    async with engine.connect() as connection:
        for statement, given in dict(found).items():
            if statement.split()[0] not in ("SELECT", "UPDATE", "DELETE"):
                continue
            plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)
            for *_, step in plan.all():
                words = step.split()
                if words[0] == "SCAN" and words[1] in tables and words[-1] not in FEW:
                    whole.append((step, statement))
    return whole


async def test_a_turn_reads_no_whole_table(tmp_path: Path) -> None:
    async with phones(f"sqlite+aiosqlite:///{tmp_path}/line.db") as on:
        amina = User(on.api, 1)
        with asked(on.stage.engine) as found:
            for each in TURNS:
                await (amina.presses(each[1:-1]) if each[0] == "[" else amina.says(each))
                await on.settled()
        assert len(await amina.sees()) >= len(TURNS)
        assert await scans(on.stage.engine, found) == []


async def test_a_tick_reads_no_whole_table(tmp_path: Path) -> None:
    async with opened(f"sqlite+aiosqlite:///{tmp_path}/line.db") as world:
        with asked(world.engines[0]) as found:
            await _swept(world, NOON)
        assert len(found) > len(rules(world.region.follow_up)) / 2
        assert await scans(world.engines[0], found) == []


async def test_a_look_at_the_health_and_a_tidying_read_no_whole_table(tmp_path: Path) -> None:
    async with opened(f"sqlite+aiosqlite:///{tmp_path}/line.db") as world:
        with asked(world.engines[0]) as found:
            async with world.work() as work:
                await parked.counts(work)
                await retention.empty_payloads(work)
        assert await scans(world.engines[0], found) == []


async def test_everybody_is_read_once_a_day(tmp_path: Path) -> None:
    """Not at every tick of the first hour."""
    async with opened(f"sqlite+aiosqlite:///{tmp_path}/line.db") as world:
        async with world.work() as work:
            for _ in range(MANY):
                await world.person(work, SAMIRA)
        counts = []
        for minute in (0, 1, 2, 59):
            with asked(world.engines[0]) as found:
                await _swept(world, MORNING + timedelta(minutes=minute))
            counts.append(_of_everybody(found))
        assert counts[0] > 0
        assert counts[1:] == [0, 0, 0]
        with asked(world.engines[0]) as found:
            await _swept(world, MORNING + timedelta(days=1))
        assert _of_everybody(found) == counts[0]


def _of_everybody(found: list[tuple[str, Any]]) -> int:
    """How many of these ask for everybody who is open."""
    return sum("FROM jobseeker WHERE jobseeker.status" in " ".join(s.split()) for s, _ in found)


async def _swept(world: World, now: datetime) -> None:
    async with world.work() as work:
        await followup.sweep(Work(work.tx, now, world.region))
