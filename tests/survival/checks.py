"""What the database and the platform's ledger say, against what people said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.telegram.speaking import spoken
from services.store.db import reading
from services.store.models import Address, Inbox, Jobseeker, Message, Person
from tests.botapi import Call
from tests.survival.people import Someone
from tests.survival.run import Story
from tests.survival.world import World

LATE = 5.0  # seconds: a busy machine reads a call later than its caller gave up or died


@dataclass
class Verdict:
    """Everything that is not as promised, and what was counted on the way."""

    wrong: list[str] = field(default_factory=list)
    people: int = 0
    updates: int = 0
    answers: int = 0
    messages: int = 0
    repeats: Counter[str] = field(default_factory=Counter)  # by cause
    edits_again: int = 0


async def judge(story: Story, engine: AsyncEngine) -> Verdict:
    """Compare; nothing is changed."""
    verdict, on = Verdict(), story.world
    async with reading(engine) as tx:
        await _lines(tx, on, verdict)
        for one in on.people:
            verdict.people += 1
            person = await _person(tx, one)
            if person is None:
                verdict.wrong.append(f"{one.number} is not known")
                continue
            await _answers(tx, one, person, verdict)
            await _said(tx, one, person, verdict)
            await _heard(tx, on, one, person, verdict)
    return verdict


async def _lines(tx: AsyncSession, on: World, verdict: Verdict) -> None:
    """Every update became one row; every row is done; nobody is in the database twice."""
    rows = (await tx.exec(select(Inbox))).all()
    stored = Counter(row.event_id for row in rows if row.channel == "telegram")
    given = {str(number) for one in on.people for number in one.updates}
    verdict.updates = len(given)
    verdict.wrong += [f"update {number} is lost" for number in sorted(given - set(stored))]
    verdict.wrong += [f"update {n} is there {c} times" for n, c in stored.items() if c > 1]
    for row in rows:
        if row.parked or not row.done:
            verdict.wrong.append(f"row {row.id} {row.kind}: {row.error or 'not done'}")
    people = (await tx.exec(select(func.count()).select_from(Person))).one()
    if people != len(on.people):
        verdict.wrong.append(f"{people} people are known, {len(on.people)} came")


async def _person(tx: AsyncSession, one: Someone) -> Person | None:
    addresses = (await tx.exec(select(Address))).all()
    found = [a.person_id for a in addresses if a.address == str(one.number)]
    return await tx.get(Person, found[0]) if len(found) == 1 else None


async def _answers(tx: AsyncSession, one: Someone, person: Person, verdict: Verdict) -> None:
    """Every answer is in its step."""
    jobseeker = await tx.get(Jobseeker, person.id)
    if jobseeker is None:
        verdict.wrong.append(f"{one.number} ({one.manner}) has no profile")
        return
    stored: dict[str, Any] = {**jobseeker.profile, "name": person.name}
    for question, expected in one.expected.items():
        verdict.answers += 1
        if stored.get(question) != expected:
            verdict.wrong.append(
                f"{one.number} ({one.manner}) {question}: said {expected!r}, "
                f"stored {stored.get(question)!r}"
            )
    if one.starts:
        verdict.wrong.append(f"{one.number} ({one.manner}) heard nothing {one.starts} times")


async def _said(tx: AsyncSession, one: Someone, person: Person, verdict: Verdict) -> None:
    """What somebody said stands in their conversation as often as they said it."""
    query = select(func.count()).select_from(Message)
    mine = query.where(Message.person_id == person.id, col(Message.ours).is_(False))
    said = (await tx.exec(mine)).one()
    if said != one.said:
        verdict.wrong.append(f"{one.number} ({one.manner}) said {one.said}, handled {said}")


async def _heard(
    tx: AsyncSession, on: World, one: Someone, person: Person, verdict: Verdict
) -> None:
    """What was sent is what was to be sent, in that order; repeats have a cause."""
    query = select(Message).where(Message.person_id == person.id, col(Message.ours).is_(True))
    messages = (await tx.exec(query.order_by(col(Message.id)))).all()
    verdict.messages += len(messages)
    excused = {"blocked", "unreachable"} if one.blocked else set()
    for message in messages:
        if not message.sent and message.outcome not in excused:
            verdict.wrong.append(f"{one.number} message {message.id}: {message.outcome or '?'}")
    edits = [
        c
        for c in on.api.ledger.of("editMessageText", one.number)
        if c.ok or "not mod" in c.description
    ]
    verdict.edits_again += sum("not modified" in call.description for call in edits)
    due = [
        (spoken(message.body or {}, person.voice).texts[-1], not message.sent)
        for message in messages
        if not (message.sent and message.edits and message.number == message.edits)
    ]
    sends = on.api.ledger.of("sendMessage", one.number, ok=True)
    again = walked([call.params["text"] for call in sends], due)
    if again is None:
        heard = [call.params["text"][:40] for call in sends]
        verdict.wrong.append(f"{one.number} ({one.manner}) heard out of turn: {heard}")
        return
    _repeats(on, one, [(sends[n - 1], sends[n]) for n in again], verdict)


def walked(heard: Sequence[str], due: Sequence[tuple[str, bool]]) -> tuple[int, ...] | None:
    """Which of these were repeats, when everything due was heard in order; None when it was not.

    What is due may be excused (True): it met a blocked chat, before or after it had arrived.
    """

    @cache
    def rest(at: int, place: int, last: int) -> tuple[int, ...] | None:
        if at == len(heard):
            return () if all(excused for _, excused in due[place:]) else None
        ways: list[tuple[int, ...] | None] = []
        if place < len(due) and heard[at] == due[place][0]:
            ways.append(rest(at + 1, place + 1, place))
        if place < len(due) and due[place][1]:
            ways.append(rest(at, place + 1, last))
        if last >= 0 and heard[at] == due[last][0]:
            way = rest(at + 1, place, last)
            ways.append(None if way is None else (at, *way))
        return min((way for way in ways if way is not None), key=len, default=None)

    return rest(0, 0, -1)


def _repeats(on: World, one: Someone, pairs: Sequence[tuple[Call, Call]], verdict: Verdict) -> None:
    """Every repeat needs a death, a dropped line or a doubt; each doubt excuses one."""
    doubts = [at for who, at in on.doubts if who == one.number]
    for before, again in pairs:
        cause = _cause(on, before, again)
        if not cause and doubts and doubts[0] <= again.at:
            cause = "timed out"
            doubts.pop(0)
        if not cause:
            said, gap = again.params["text"][:40], again.at - before.at
            verdict.wrong.append(f"{one.number} heard again after {gap:.2f} s: {said!r}")
        verdict.repeats[cause or "none"] += 1


def _cause(on: World, before: Call, again: Call) -> str:
    """Why a message came again, as far as the platform and the deaths tell."""
    if before.dropped:
        return "line dropped"
    if any(before.at - LATE <= death.at <= again.at for death in on.deaths):
        return "killed"
    return ""
