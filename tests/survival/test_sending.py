"""What the survival runs found wrong in sending; each failed before it was mended."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from sqlmodel import col, select

from bot.channel import BlockedError, Delivery, RefusedError, RetryError, UncertainError
from bot.sender import LEASE, Sender
from bot.stage import Stage, staged
from bot.telegram.channel import Pace
from services.messages import outbox, parked
from services.store.db import transaction
from services.store.models import Address, Message, Person
from services.store.sealed import ring
from tests.botapi import User
from tests.botapi.waiting import until
from tests.phones import phones

Sending = Callable[[Delivery], str]


class Line:
    """A channel of which a test says what happens to each message, and whether it is slow."""

    name = "line"

    def __init__(self) -> None:
        self.sent: list[Delivery] = []
        self.slow: dict[int, asyncio.Event] = {}  # person -> when the answer comes
        self.happens: Sending = lambda _: "1"

    async def send(self, delivery: Delivery) -> str:
        self.sent.append(delivery)
        if delivery.person_id in self.slow:
            await self.slow[delivery.person_id].wait()
        return self.happens(delivery)

    @property
    def people(self) -> list[int]:
        """Who was sent something, in order."""
        return [delivery.person_id for delivery in self.sent]


def sender(stage: Stage, line: Line) -> Sender:
    return Sender(stage.engine, stage.clock, stage.region, {"line": line})


@asynccontextmanager
async def line_of(url: str) -> AsyncIterator[tuple[Stage, Line, Sender]]:
    async with staged(url) as stage:
        line = Line()
        yield stage, line, sender(stage, line)


async def somebody(stage: Stage, *words: str, kind: str = "answer") -> int:
    """A newcomer who is told something."""
    async with stage.work() as work:
        person = Person(created=work.now)
        work.tx.add(person)
        await work.tx.flush()
        number = person.id or 0
        key = ring().lookup("line", str(number))
        work.tx.add(
            Address(person_id=number, channel="line", key=key, address=str(number), used=work.now)
        )
        for said in words:
            outbox.tell(work, number, outbox.line("said", words=["words", said]), kind=kind)
            await work.tx.flush()
    return number


async def messages(stage: Stage) -> list[Message]:
    async with stage.work() as work:
        return list((await work.tx.exec(select(Message).order_by(col(Message.id)))).all())


async def test_a_second_try_is_made_by_one_process_only(database_url: str) -> None:
    async with line_of(database_url) as (stage, line, first):

        def not_now(_: Delivery) -> str:
            raise RetryError(1)

        number = await somebody(stage, "hallo")
        line.happens = not_now
        await first.drain()
        stage.clock.move(timedelta(seconds=2))
        line.slow[number] = asyncio.Event()
        line.happens = lambda _: "1"
        await first.step()
        await sender(stage, line).step()
        line.slow[number].set()
        await first.drain()
        assert len(line.sent) == 2


async def test_what_could_not_be_marked_is_marked_later_and_not_sent_again(tmp_path: Path) -> None:
    file = tmp_path / "locked.db"
    async with line_of(f"sqlite+aiosqlite:///{file}") as (stage, line, own):
        await somebody(stage, "hallo")
        event.listen(
            stage.engine.sync_engine,
            "begin",
            lambda connection: connection.exec_driver_sql("PRAGMA busy_timeout = 20"),
            insert=True,
        )
        with closing(sqlite3.connect(file)) as other:

            def and_then_it_is_locked(_: Delivery) -> str:
                other.execute("BEGIN IMMEDIATE")
                return "1"

            line.happens = and_then_it_is_locked
            with pytest.raises(OperationalError):
                await own.drain()
            other.rollback()
        stage.clock.move(LEASE * 2)
        await own.drain()
        assert len(line.sent) == 1
        assert [message.outcome for message in await messages(stage)] == ["ok"]


async def test_what_arrived_is_marked_where_nothing_more_can_be_taken(tmp_path: Path) -> None:
    async with line_of(f"sqlite+aiosqlite:///{tmp_path}/line.db") as (stage, _line, own):
        await somebody(stage, "hallo")
        await own.step()

        def breaks(_: object, __: object, statement: str, *___: object) -> None:
            if statement.startswith("SELECT message"):
                raise OSError("a page of the file cannot be read")

        event.listen(stage.engine.sync_engine, "before_cursor_execute", breaks)
        with pytest.raises(OSError, match="cannot be read"):
            await own.step()
        event.remove(stage.engine.sync_engine, "before_cursor_execute", breaks)
        assert [message.outcome for message in await messages(stage)] == ["ok"]
        assert not own.busy


async def test_a_slow_answer_holds_up_nobody_else(database_url: str) -> None:
    async with line_of(database_url) as (stage, line, own):
        slow, quick = await somebody(stage, "een", "twee"), await somebody(stage, "een", "twee")
        line.slow[slow] = asyncio.Event()
        for _ in range(3):
            await own.step()
        assert line.people == [slow, quick, quick]
        assert [bool(message.sent) for message in await messages(stage)] == [0, 0, 1, 1]
        line.slow[slow].set()
        await own.drain()
        assert line.people.count(slow) == 2


async def test_those_who_wait_do_not_hide_others(database_url: str) -> None:
    async with line_of(database_url) as (stage, line, own):
        async with stage.work() as work:
            people = [Person(created=work.now) for _ in range(300)]
            work.tx.add_all(people)
            await work.tx.flush()
            for person in people:
                later = work.now + timedelta(minutes=5)
                said = {
                    "person_id": person.id,
                    "body": outbox.line("parked").stored(),
                    "due": later,
                }
                work.tx.put(Message, **said, created=work.now)
        last = await somebody(stage, "hallo")
        await own.drain()
        assert line.people == [last]


async def test_a_refusal_of_a_moment_is_survived_and_a_lasting_one_is_seen(
    database_url: str,
) -> None:
    async with line_of(database_url) as (stage, line, own):
        refusals = iter([True, False, True, True])

        def sometimes(_: Delivery) -> str:
            if next(refusals):
                raise RefusedError("not so")
            return "1"

        line.happens = sometimes
        await somebody(stage, "komt aan", "komt nooit aan")
        for _ in range(4):
            await own.drain()
            stage.clock.move(timedelta(seconds=5))
        assert [message.outcome for message in await messages(stage)] == ["ok", "refused"]
        async with stage.work() as work:
            assert (await parked.counts(work)).warnings == ["refused"]


async def test_a_reminder_that_may_have_arrived_is_not_sent_again(database_url: str) -> None:
    async with line_of(database_url) as (stage, line, own):

        def nobody_knows(_: Delivery) -> str:
            raise UncertainError

        line.happens = nobody_knows
        await somebody(stage, "vergeet niet", kind="reminder")
        for _ in range(3):
            await own.drain()
            stage.clock.move(LEASE * 2)
        assert len(line.sent) == 1


async def test_what_is_on_its_way_when_we_stop_is_marked(database_url: str) -> None:
    async with line_of(database_url) as (stage, line, own):
        number = await somebody(stage, "hallo")
        line.slow[number] = asyncio.Event()
        running = asyncio.create_task(own.run())
        await until(lambda: line.sent)
        running.cancel()
        asyncio.get_running_loop().call_later(0.1, line.slow[number].set)
        await asyncio.gather(running, return_exceptions=True)
        assert [message.outcome for message in await messages(stage)] == ["ok"]


async def test_a_long_halt_is_not_waited_out_with_an_attempt_in_hand() -> None:
    pace = Pace(rate=30)
    await pace.turn()
    pace.halt(60)
    with pytest.raises(RetryError) as told:
        await pace.turn()
    assert 55 < told.value.after <= 60


async def test_writers_of_one_process_take_turns(tmp_path: Path) -> None:
    async with staged(f"sqlite+aiosqlite:///{tmp_path}/turns.db") as stage:
        event.listen(
            stage.engine.sync_engine,
            "begin",
            lambda connection: connection.exec_driver_sql("PRAGMA busy_timeout = 0"),
            insert=True,
        )

        async def writes() -> None:
            for _ in range(5):
                async with transaction(stage.engine) as tx:
                    tx.add(Person(created=stage.clock.now()))
                    await tx.flush()
                    await asyncio.sleep(0.001)

        await asyncio.gather(*(writes() for _ in range(10)))
        async with stage.work() as work:
            assert len((await work.tx.exec(select(Person.id))).all()) == 50


async def test_a_transaction_inside_a_transaction_is_an_error_not_a_wait(tmp_path: Path) -> None:
    async with staged(f"sqlite+aiosqlite:///{tmp_path}/inside.db") as stage, stage.work():
        with pytest.raises(RuntimeError, match="inside"):
            async with stage.work():
                pass


async def test_a_file_that_cannot_be_made_holds_up_nobody(database_url: str) -> None:
    async with line_of(database_url) as (stage, line, own):
        async with stage.work() as work:
            broken = Person(created=work.now)
            work.tx.add(broken)
            await work.tx.flush()
            number = broken.id or 0
            key = ring().lookup("line", str(number))
            here = Address(person_id=number, channel="line", key=key, address="1", used=work.now)
            work.tx.add(here)
            body = {**outbox.line("parked").stored(), "file": "calendar", "subject": [1, 2]}
            outbox.tell(work, number, body)
        other = await somebody(stage, "hallo")
        await own.drain()
        assert line.people == [number, other]  # the words go, the file comes later
        assert [text for text, _ in line.sent[0].body["lines"]] == ["parked", "file-later"]
        assert [message.outcome for message in await messages(stage)] == ["ok", "ok"]


async def test_who_is_here_again_hears_what_met_a_blocked_chat(database_url: str) -> None:
    async with line_of(database_url) as (stage, line, own):

        def gone(_: Delivery) -> str:
            raise BlockedError

        number = await somebody(stage, "hallo")
        line.slow[number], line.happens = asyncio.Event(), gone
        await own.step()
        stage.clock.move(timedelta(seconds=1))
        async with stage.work() as work:
            (await work.get(Person, number)).seen = work.now
        line.slow.pop(number).set()
        await own.drain()
        line.happens = lambda _: "1"
        stage.clock.move(timedelta(seconds=1))
        await own.drain()
        assert [message.outcome for message in await messages(stage)] == ["ok"]


async def test_who_unblocks_is_asked_again_what_they_missed(database_url: str) -> None:
    async with phones(database_url) as on:
        amina = User(on.api, 7)
        await amina.command("/start")
        await on.settled()
        on.api.block(7)
        await amina.presses("Nederlands")
        await on.settled()
        await amina.unblocks()
        await on.settled()
        assert "Wat zoek je" in (await amina.sees())[-1].text
        before = len(await amina.sees())
        await amina.unblocks()
        await on.settled()
        assert len(await amina.sees()) == before
