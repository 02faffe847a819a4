"""What the survival runs found wrong in storing and handling; each failed before it was mended."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.exc import OperationalError
from sqlmodel import col, func, select
from telegram.error import TelegramError

from bot.stage import Stage, staged
from bot.worker import MOST_ATTEMPTS, MOST_PATIENT, _claim
from services.messages import outbox, parked
from services.messages.inbox import Incoming, receive
from services.store.db import transaction
from services.store.models import Inbox, Message, Person
from services.unit_of_work import Work


class Handlers:
    """Handles replies by keeping them; a test says which of them fail, and how."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.fails: Callable[[str, int], Exception | None] = lambda words, attempts: None
        stage.worker.handlers = {"reply": self.handle, "job": self.handle}

    async def handle(self, work: Work, event: Inbox) -> None:
        words = str((event.payload or {})["words"])
        error = self.fails(words, event.attempts)
        if error is not None:
            raise error
        person_id = event.person_id or (await self.stage.person("Nobody")).number
        outbox.heard(work, person_id, ("words", words), "web")

    async def handled(self) -> list[str]:
        """What was handled and committed, in order."""
        async with self.stage.work() as work:
            query = select(Message).where(col(Message.ours).is_(False)).order_by(col(Message.id))
            rows = (await work.tx.exec(query)).all()
        return [row.body["lines"][0][1]["words"][1] for row in rows if row.body]


async def says(stage: Stage, name: str, *said: str) -> None:
    """Somebody says things in a row, before anything is handled."""
    actor = await stage.person(name)
    async with stage.work() as work:
        for words in said:
            payload = {"kind": "text", "words": words}
            item = Incoming("web", f"{name}-{words}", "reply", payload, person_id=actor.number)
            await receive(work, [item])


async def passes(stage: Stage, times: int = 12) -> None:
    """So much time that whatever fails has been tried as often as it may be."""
    for _ in range(times):
        await stage.worker.drain()
        stage.clock.move(timedelta(minutes=20))


async def told(stage: Stage, name: str) -> list[str]:
    """The texts somebody was sent, by their names."""
    number = (await stage.person(name)).number
    async with stage.work() as work:
        query = select(Message).where(Message.person_id == number, col(Message.ours))
        rows = (await work.tx.exec(query.order_by(col(Message.id)))).all()
        return [row.body["lines"][0][0] for row in rows if row.body]


def locked() -> Exception:
    return OperationalError("BEGIN IMMEDIATE", {}, Exception("database is locked"))


async def test_what_was_said_later_waits_for_what_failed(database_url: str) -> None:
    async with staged(database_url) as stage:
        handlers = Handlers(stage)
        handlers.fails = lambda words, n: ValueError() if words == "een" and n < 2 else None
        await says(stage, "Amina", "een", "twee")
        await says(stage, "Bram", "vier")
        await stage.worker.drain()
        stage.clock.move(timedelta(seconds=1))
        await says(stage, "Amina", "drie")
        await stage.worker.drain()
        assert await handlers.handled() == ["vier"]
        await stage.passes(seconds=30)
        await stage.passes(seconds=30)
        assert await handlers.handled() == ["vier", "een", "twee", "drie"]


async def test_a_poison_row_is_parked_and_the_line_goes_on(database_url: str) -> None:
    async with staged(database_url) as stage:
        await stage.person("Ada", "administrator", team="intake-haarlem")
        handlers = Handlers(stage)
        handlers.fails = lambda words, n: ValueError() if "gif" in words else None
        await says(stage, "Amina", "gif", "daarna")
        await says(stage, "Bram", "ook gif", "hallo")
        await passes(stage)
        assert sorted(await handlers.handled()) == ["daarna", "hallo"]
        assert await told(stage, "Amina") == ["parked"]
        assert await told(stage, "Ada") == ["staff-parked"]  # one message, not two
        async with stage.work() as work:
            assert [(p.attempts, p.error, p.can) for p in await parked.listed(work)] == [
                (MOST_ATTEMPTS, "ValueError", "said-again"),
                (MOST_ATTEMPTS, "ValueError", "said-again"),
            ]
            assert (await parked.counts(work)).parked == 2


async def test_trouble_of_the_database_is_not_held_against_a_row(database_url: str) -> None:
    async with staged(database_url) as stage:
        handlers = Handlers(stage)
        handlers.fails = lambda words, n: locked() if n < MOST_PATIENT - 1 else None
        await says(stage, "Amina", "een")
        await passes(stage)
        assert await handlers.handled() == ["een"]
        assert await told(stage, "Amina") == []


async def test_a_job_has_more_patience(database_url: str) -> None:
    async with staged(database_url) as stage:
        handlers = Handlers(stage)
        handlers.fails = lambda words, n: TelegramError("away") if n < 6 else None
        await stage.person("Nobody")
        async with stage.work() as work:
            outbox.later(work, "job", words="fetch")
        await passes(stage)
        assert await handlers.handled() == ["fetch"]


async def test_even_trouble_of_the_database_ends(database_url: str) -> None:
    async with staged(database_url) as stage:
        handlers = Handlers(stage)
        handlers.fails = lambda words, n: locked()
        await says(stage, "Amina", "een")
        await passes(stage, 20)
        async with stage.work() as work:
            assert [one.attempts for one in await parked.listed(work)] == [MOST_PATIENT]


async def test_what_is_tried_again_is_handled_unless_the_person_went_on(database_url: str) -> None:
    async with staged(database_url) as stage:
        handlers = Handlers(stage)
        handlers.fails = lambda words, n: ValueError()
        await says(stage, "Amina", "een")
        await says(stage, "Bram", "twee")
        await says(stage, "Chris", "drie")
        await passes(stage, 4)
        handlers.fails = lambda words, n: None
        await says(stage, "Bram", "vier")
        await stage.worker.drain()
        async with stage.work() as work:
            chris = stage.actors["Chris"].number
            raw = update(Inbox).where(col(Inbox.person_id) == chris).values(payload=None)
            await work.tx.exec(raw)
        async with stage.work() as work:
            found = await parked.again(work)
        assert [one.can for one in found] == ["again", "said-again", "gone"]
        await stage.worker.drain()
        assert await handlers.handled() == ["vier", "een"]
        async with stage.work() as work:
            assert await parked.listed(work) == []
            assert (await parked.counts(work)).parked == 0


async def test_one_row_is_tried_again_by_its_number(database_url: str) -> None:
    async with staged(database_url) as stage:
        handlers = Handlers(stage)
        handlers.fails = lambda words, n: ValueError()
        await says(stage, "Amina", "een")
        await says(stage, "Bram", "twee")
        await passes(stage, 4)
        handlers.fails = lambda words, n: None
        async with stage.work() as work:
            second = (await parked.listed(work))[1].id
        async with stage.work() as work:
            assert [one.id for one in await parked.again(work, [second])] == [second]
        await stage.worker.drain()
        assert await handlers.handled() == ["twee"]


async def test_what_waits_too_long_is_counted(database_url: str) -> None:
    async with staged(database_url) as stage:
        await says(stage, "Amina", "een")
        async with stage.work() as work:
            outbox.tell(work, stage.actors["Amina"].number, outbox.line("parked"))
        stage.clock.move(parked.LATE + timedelta(seconds=1))
        async with stage.work() as work:
            assert (await parked.counts(work)).warnings == ["late", "unsent"]


async def test_a_lone_row_and_a_batch_do_not_block_each_other(database_url: str) -> None:
    """Whoever claims one row locks its person first, as whoever takes a batch does."""
    async with staged(database_url) as stage:
        await says(stage, "Amina", "een")
        number = stage.actors["Amina"].number

        async def alone() -> bool:
            async with stage.work() as work:
                row_id = (await work.tx.exec(select(Inbox.id))).one()
                return await _claim(work, row_id or 0) is None

        async with transaction(stage.engine) as tx:
            await tx.exec(select(Person).where(Person.id == number).with_for_update())
            other = asyncio.create_task(alone())
            await asyncio.sleep(0.2)
            async with asyncio.timeout(5):
                await tx.exec(update(Inbox).values(done=stage.clock.now()))
        assert await other  # done meanwhile: nothing to claim


@pytest.mark.parametrize("order", [1, -1])
async def test_newcomers_met_by_two_processes_are_one_person(database_url: str, order: int) -> None:
    """Two processes store the same first updates at the same time, in any order."""
    async with staged(database_url) as stage:
        items = [
            Incoming("telegram", str(n), "reply", {"kind": "text", "words": "hoi"}, str(n))
            for n in range(60)
        ]

        async def store(batch: list[Incoming]) -> None:
            async with stage.work() as work:
                await receive(work, batch)

        async with asyncio.timeout(20):
            await asyncio.gather(*(store(items[::order]) for _ in range(2)), store(items))
        async with stage.work() as work:
            counts: list[Any] = [
                (await work.tx.exec(select(func.count()).select_from(table))).one()
                for table in (Person, Inbox)
            ]
        assert counts == [60, 60]
