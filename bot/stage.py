"""A stage for whole conversations: people talk with the real service on a real database.

Nothing is replaced but the channel: what somebody says goes in through the door as on the web,
the worker handles it, and the messages are read from the outbox in the reader's language. For
`werklijn talk` and for tests; the clock stands still until somebody moves it.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, select

from bot import logs
from bot.jobs import HANDLERS
from bot.worker import Worker
from services.access import sessions
from services.clock import StoppedClock
from services.messages import naming, outbox
from services.messages.inbox import Incoming, receive
from services.region import Region, load
from services.store.db import connect, transaction
from services.store.models import Address, Inbox, Message, Person, Staff
from services.store.sealed import ring
from services.store.upgrade import upgrade
from services.texts import render
from services.unit_of_work import Work

SECRET = "a secret of a stage that keeps nothing"  # noqa: S105 - its database is thrown away


class NoButtonError(LookupError):
    """Somebody presses what they do not see."""


@dataclass
class Actor:
    """Somebody on the stage, with what they can still press."""

    name: str
    number: int  # the person's id
    heard: int = 0  # the last message they read
    buttons: dict[str, str] = field(default_factory=dict)


@dataclass
class Stage:
    """The service, a clock that stands still, and the people."""

    engine: AsyncEngine
    clock: StoppedClock
    region: Region
    worker: Worker
    actors: dict[str, Actor] = field(default_factory=dict)
    count: int = 0

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """One transaction, at the time it is on the stage."""
        async with transaction(self.engine) as tx:
            yield Work(tx, self.clock.now(), self.region, "https://werklijn.example")

    async def person(self, name: str, role: str = "", **facts: Any) -> Actor:
        """A newcomer, or a member of staff: role "coach", team "intake-haarlem", lead True."""
        if name in self.actors:
            return self.actors[name]
        async with self.work() as work:
            person = Person(created=work.now)
            work.tx.add(person)
            await work.tx.flush()
            number = person.id or 0
            key = ring().lookup("web", f"{name}-{number}")
            work.tx.add(Address(person_id=number, channel="web", key=key, used=work.now))
            if role:
                person.name, person.formal = name, True
                team = self.region.team(facts["team"])
                if team is None:
                    raise LookupError(f"no team {facts['team']!r} in the region")
                facts["organisation"] = team.organisation
                work.tx.add(Staff(person_id=number, role=role, **facts))
        self.actors[name] = Actor(name, number)
        return self.actors[name]

    async def logs_in(self, name: str) -> None:
        """A colleague comes into the console with the second factor."""
        async with self.work() as work:
            await sessions.begin_visit(work, self.actors[name].number, "console", strong=True)

    async def gives(self, name: str, payload: dict[str, Any], kind: str = "reply") -> None:
        """Anything at all comes in from somebody."""
        actor = await self.person(name)
        self.count += 1
        item = Incoming("web", f"e{self.count}", kind, payload, person_id=actor.number)
        async with self.work() as work:
            await receive(work, [item])
        await self.worker.drain()

    async def says(self, name: str, words: str) -> None:
        """Type words; `[Label]` presses a button by its name, as it was last seen."""
        actor = await self.person(name)
        pressed = re.fullmatch(r"\[(.+)\]", words)
        if pressed is None:
            await self.gives(name, {"kind": "text", "words": words, "name": name})
            return
        await self._read(actor)
        label = pressed[1]
        found = [known for known in actor.buttons if known.removeprefix("✓ ") == label]
        found = found or [known for known in actor.buttons if known.startswith(label)]
        if not found:
            raise NoButtonError(f"{name} sees no button {label!r}, only {list(actor.buttons)}")
        await self.gives(name, {"kind": "pick", "press": actor.buttons[found[0]], "name": name})

    async def begins(self, name: str, dialog: str) -> None:
        """The service begins a dialog with somebody, as a follow-up or a colleague would."""
        actor = await self.person(name)
        async with self.work() as work:
            outbox.open_dialog(work, actor.number, dialog)
        await self.worker.drain()

    async def hears(self, name: str) -> list[str]:
        """What somebody was told since they last listened: lines, and buttons in brackets."""
        return await self._read(await self.person(name), listen=True)

    async def _read(self, actor: Actor, *, listen: bool = False) -> list[str]:
        async with self.work() as work:
            person = await work.get(Person, actor.number)
            query = (
                select(Message)
                .where(Message.person_id == actor.number, col(Message.ours).is_(True))
                .where(Message.outcome != "replaced", col(Message.id) > actor.heard)
                .order_by(col(Message.id))
            )
            messages = (await work.tx.exec(query)).all()
            await naming.read(work, messages)
        said: list[str] = []
        for message in messages:
            said += self._shown(message.body or {}, person.voice, actor)
            if listen:
                actor.heard = message.id or 0
        return said

    def _shown(self, body: dict[str, Any], language: str, actor: Actor) -> list[str]:
        texts = [render.line(language, text, args) for text, args in body["lines"]]
        said = [f"> {line}" for text in texts for line in text.split("\n")]
        rows = [[(p, render.render(language, label)) for p, label in row] for row in body["rows"]]
        if any(rows):
            actor.buttons = {}
        for row in rows:
            actor.buttons |= {label: press for press, label in row}
            if row:
                said.append("  " + " ".join(f"[{label}]" for _, label in row))
        return said

    async def passes(self, **time: float) -> None:
        """Let time pass, and do what falls due."""
        self.clock.move(timedelta(**time))
        await self.worker.drain()

    async def parked(self) -> list[str]:
        """What could not be handled, by the class of its error."""
        async with self.work() as work:
            rows = await work.tx.exec(select(Inbox).where(Inbox.error != ""))
            return [f"{row.kind}: {row.error}" for row in rows.all()]


@asynccontextmanager
async def staged(url: str) -> AsyncIterator[Stage]:
    """A stage on a fresh database."""
    logs.configure("WARNING")
    engine, clock, region = connect(url, [SECRET]), StoppedClock(), load()
    await upgrade(engine)
    worker = Worker(engine, clock, region, "https://werklijn.example", HANDLERS)
    try:
        yield Stage(engine, clock, region, worker)
    finally:
        await engine.dispose()
