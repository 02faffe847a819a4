"""One run: people talk, processes die, the weather changes; then everything is counted."""

from __future__ import annotations

import asyncio
import time
from collections import Counter, deque
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import cycle, islice
from random import Random

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, func, select

from services.store.db import reading
from services.store.models import Inbox, Message
from tests.survival.people import MANNERS, Someone
from tests.survival.points import POINTS
from tests.survival.weather import changeable
from tests.survival.world import World

AT_RANDOM = "at a random moment"
WHILE_STARTING = 0.2  # share of the random deaths that come before a process serves
FEW = 10  # deaths that are left; so few need no fifty people more
BLOCKING = ("hours", "limit")  # where some people block the bot for a moment


@dataclass
class Story:
    """What a run did, for the checks and the report."""

    world: World
    weather: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def deaths(self) -> Counter[str]:
        """How often a process was killed, by where."""
        return Counter(death.where for death in self.world.deaths)


@dataclass
class Plan:
    """Where processes are still to die, and how many are on their way there."""

    todo: deque[str]
    doing: int = 0

    @property
    def left(self) -> int:
        return len(self.todo) + self.doing


def plan(kills: int, dice: Random) -> Plan:
    """Every point as often as the rest allows, as many random moments; the migration is apart."""
    named = list(islice(cycle(POINTS[1:]), max(len(POINTS) - 1, kills // 2)))
    rest = named + [AT_RANDOM] * (kills - 1 - len(named))
    dice.shuffle(rest)
    return Plan(deque(rest))


async def run(on: World, engine: AsyncEngine, *, people: int, kills: int, storms: int) -> Story:
    """Until everybody has said everything, everything is handled and everything is sent."""
    story, began = Story(on), time.monotonic()
    await on.start(0, POINTS[0], on.dice.randint(1, 30))
    assert await on.died(0, 30)
    deaths = plan(kills, on.dice)
    killers = [asyncio.create_task(_killing(on, slot, deaths)) for slot in range(len(on.ports))]
    weather = asyncio.create_task(changeable(on, story.weather, storms))
    while True:
        size = people if not on.people or deaths.left > FEW else people // 5
        wave = [_somebody(on, len(on.people) + n) for n in range(size)]
        on.people += wave
        talks = asyncio.gather(*(one.talk() for one in wave))
        async with asyncio.timeout(240 + 8 * kills):
            await talks
        if not deaths.left and weather.done():
            break
    await weather
    async with asyncio.timeout(120):
        await _settled(on, engine)
    for killer in killers:
        killer.cancel()
    await asyncio.gather(*killers, return_exceptions=True)
    story.seconds = time.monotonic() - began
    return story


def _somebody(on: World, index: int) -> Someone:
    blocks = BLOCKING[index // 10 % 2] if index % 10 == 5 else ""
    dice = Random(on.dice.random())
    return Someone(on.api, 1001 + index, MANNERS[index % len(MANNERS)], dice, blocks)


async def _killing(on: World, slot: int, plan: Plan) -> None:
    """Life after life in one slot, as long as there is something to do; then one that stays."""
    tried: set[str] = set()
    while True:
        point = plan.todo.popleft() if plan.todo else ""
        plan.doing += bool(point)
        named = point in POINTS
        nth = on.dice.randint(1, 8) if named and point not in tried else 1
        there = on.deaths_at(point)
        await on.start(slot, point if named else "", nth)
        if named or on.dice.random() > WHILE_STARTING:
            await on.wakes(slot)
        if named:
            await on.died(slot, 4)
            if on.deaths_at(point) == there:
                tried.add(point)
                plan.todo.append(point)  # nobody passed there: another time
        elif point:
            await asyncio.sleep(on.dice.uniform(0.05, 0.6))
        if point and slot in on.pids:
            with suppress(KeyError, ProcessLookupError):
                on.kill(slot, AT_RANDOM)
        elif point == AT_RANDOM:
            plan.todo.append(point)  # it had ended by itself: another time
        plan.doing -= bool(point)
        await on.until(lambda: slot not in on.pids, 10_000)


async def _settled(on: World, engine: AsyncEngine) -> None:
    """Nothing waits any more: not at the platform, not in the inbox, not in the outbox."""
    while on.api.updates.pending or await waiting(engine):  # noqa: ASYNC110 - of several kinds
        await asyncio.sleep(0.1)


async def waiting(engine: AsyncEngine) -> int:
    """Rows that are still to be handled or sent."""
    open_ = (
        select(func.count())
        .select_from(Inbox)
        .where(col(Inbox.done).is_(None), col(Inbox.parked).is_(None))
    )
    unsent = (
        select(func.count())
        .select_from(Message)
        .where(col(Message.sent).is_(None), col(Message.dead).is_(None))
    )
    async with reading(engine) as tx:
        return (await tx.exec(open_)).one() + (await tx.exec(unsent)).one()
