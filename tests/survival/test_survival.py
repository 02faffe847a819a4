"""Whatever is killed when: every answer is stored once, in its step; everything promised arrives.

Fifty people talk at once, every update comes at least twice, and processes are killed at every
named point and at random moments while the platform and the database have troubles of their own.
WERKLIJN_SURVIVAL_KILLS=250 makes it that many deaths over both databases; docs/survival.md says
what came of it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from bot.stage import SECRET
from services.store.db import connect
from tests import postgres as pg
from tests.survival.checks import Verdict, judge, walked
from tests.survival.points import POINTS
from tests.survival.run import Story, run
from tests.survival.world import World, world

KILLS = int(os.environ.get("WERKLIJN_SURVIVAL_KILLS", "42"))
SEED = int(os.environ.get("WERKLIJN_SURVIVAL_SEED", "1"))
REPORT = os.environ.get("WERKLIJN_SURVIVAL_REPORT", "")
BATCH = 64  # what a sender has on its way at most when it dies


async def survive(on: World, url: str) -> tuple[Story, Verdict]:
    """Let it all happen, and judge it."""
    engine = connect(url, [SECRET])
    try:
        story = await run(on, engine, people=50, kills=KILLS // 2, storms=max(1, KILLS // 80))
        return story, await judge(story, engine)
    finally:
        await engine.dispose()


def accept(kind: str, story: Story, verdict: Verdict) -> None:
    """Nothing is wrong, everything was really tried, and what came twice had a reason to."""
    _report(kind, story, verdict)
    assert verdict.wrong == [], "\n".join(story.world.log)
    assert set(POINTS) <= set(story.deaths)
    assert sum(story.deaths.values()) >= KILLS // 2
    assert verdict.repeats["killed"] <= BATCH * sum(story.deaths.values())


def _report(kind: str, story: Story, verdict: Verdict) -> None:
    if REPORT:
        told = {
            "database": kind,
            "seconds": round(story.seconds),
            "deaths": dict(story.deaths),
            "trouble": story.weather,
            **vars(verdict),
        }
        with Path(REPORT).open("a", encoding="utf-8") as file:
            file.write(json.dumps(told, ensure_ascii=False) + "\n")


@pytest.mark.timeout(120 + 12 * KILLS)
async def test_one_process_on_sqlite_by_polling(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/survival.db"
    async with world(url, SEED) as on:
        accept("sqlite", *await survive(on, url))


@pytest.mark.timeout(120 + 12 * KILLS)
async def test_two_processes_on_postgresql_by_webhook() -> None:
    server = pg.start()  # one of its own: it is restarted and crashes
    try:
        url = server.database_url(server.create_database())
        async with world(url, SEED, processes=2, postgres=server) as on:
            accept("postgresql", *await survive(on, url))
    finally:
        server.close()


def test_the_walk_along_what_was_heard_sees_every_fault() -> None:
    due = [("a", False), ("b", False), ("b", True), ("c", False)]
    assert walked("abc", due) == ()
    assert walked("abbc", due) == ()  # the excused one had arrived
    assert walked("aabccc", due) == (1, 4, 5)
    assert walked("acb", due) is None
    assert walked("ab", due) is None
    assert walked("abca", due) is None
    assert walked("abxc", due) is None
