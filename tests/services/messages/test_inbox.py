"""Where somebody spoke last is where they are answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sqlmodel import select

from bot.sender import _oldest
from services.messages import outbox
from services.messages.inbox import OFTEN, Incoming, receive
from services.store.models import Address
from services.unit_of_work import Work
from tests.services.world import World

WEB, CHAT = "web", "telegram"


async def says(work: Work, person: int, channel: str, number: int) -> str:
    """Say something, and where the answer would go."""
    known = {"address": "77"} if channel == CHAT else {"person_id": person}
    await receive(work, [Incoming(channel, f"{channel}{number}", "reply", **known)])
    work.tx.expire_all()
    outbox.tell(work, person, outbox.line("said", words=["words", "dag"]))
    await work.tx.flush()
    ((answer, _, _, address),) = await _oldest(work)
    answer.dead = work.now
    await work.tx.flush()
    assert address is not None
    return address.channel


async def two_channels(work: Work) -> int:
    await receive(work, [Incoming(CHAT, "first", "reply", address="77")])
    person = (await work.tx.exec(select(Address.person_id))).one()
    work.tx.add(Address(person_id=person, channel=WEB, key="cookie", used=work.now))
    await work.tx.flush()
    return person


async def test_the_answer_follows_from_channel_to_channel(world: World) -> None:
    async with world.work() as work:
        person = await two_channels(work)
        for minute, channel in enumerate((CHAT, WEB, CHAT, CHAT, WEB, WEB, CHAT), 1):
            later = replace(work, now=work.now + timedelta(minutes=minute))
            assert await says(later, person, channel, minute) == channel, minute


async def test_a_colleague_at_the_desk_changes_nothing(world: World) -> None:
    async with world.work() as work:
        person = await two_channels(work)
        later = replace(work, now=work.now + timedelta(hours=1))
        assert await says(later, person, CHAT, 1) == CHAT
        later = replace(work, now=work.now + timedelta(hours=2))
        assert await says(later, person, outbox.DESK, 2) == CHAT


async def test_with_one_channel_it_is_written_down_now_and_then(world: World) -> None:
    async with world.work() as work:
        await receive(work, [Incoming(CHAT, "first", "reply", address="77")])
        for minutes, written in ((3, 0), (OFTEN.seconds // 60 + 1, 11), (15, 11)):
            later = replace(work, now=work.now + timedelta(minutes=minutes))
            await receive(later, [Incoming(CHAT, f"at {minutes}", "reply", address="77")])
            work.tx.expire_all()
            row = (await work.tx.exec(select(Address))).one()
            assert row.used == work.now + timedelta(minutes=written)
