"""She erased herself with an appointment ahead: it is off for both, and says nothing of her."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from icalendar import Calendar
from sqlmodel import col, select

from bot import attachments
from bot.stage import Stage, staged
from services import privacy
from services.matches import meetings
from services.messages import naming
from services.store.models import Meeting, Message, Person
from services.texts import render
from tests import given
from tests.services.privacy.test_erased import FULL, MAIL, NAME, PHONE

MARKS = (NAME, "Plantmerk", PHONE, "83726154", MAIL)


async def appointed(stage: Stage) -> tuple[int, int, bytes]:
    await given.pair(stage)
    her, hans = given.number(stage, "Fatima"), given.number(stage, "Hans")
    async with stage.work() as work:
        person = await work.get(Person, her)
        person.name, person.full_name, person.phone, person.email = NAME, FULL, PHONE, MAIL
    number = await given.meeting(stage)
    async with stage.work() as work:  # a call: the place is her number
        row = await work.get(Meeting, number)
        row.kind, row.place = "call", PHONE
        before = await meetings.calendar(work, row, hans)
    return her, hans, before


async def files(stage: Stage, person_id: int) -> list[tuple[str, dict[str, Any]]]:
    """What is said to somebody as it is sent: the words, and the body with its file."""
    async with stage.work() as work:
        query = select(Message).where(Message.person_id == person_id, col(Message.ours))
        rows = (await work.tx.exec(query.order_by(col(Message.id)))).all()
        made = [await attachments.ready(work, row) for row in rows if row.outcome != "withdrawn"]
    return [(render.line("nl-u", *body["lines"][0]), body) for body in made]


async def test_the_employer_hears_that_it_is_off_without_her_name(database_url: str) -> None:
    async with staged(database_url) as stage:
        her, hans, before = await appointed(stage)
        async with stage.work() as work:
            await privacy.erase(work, await work.get(Person, her))
            await work.tx.flush()
            await privacy.forget(work, her)
        words, body = (await files(stage, hans))[-1]
        assert "gaat niet door" in words
        assert [mark for mark in MARKS if mark in words + body["content"]] == []
        then, now = Calendar.from_ical(before), Calendar.from_ical(body["content"])
        (old,), (new,) = then.walk("VEVENT"), now.walk("VEVENT")
        assert now["METHOD"] == "CANCEL"
        assert new["STATUS"] == "CANCELLED"
        assert new["UID"] == old["UID"]
        assert int(new["SEQUENCE"]) > int(old["SEQUENCE"])
        assert new["DTSTART"].dt == old["DTSTART"].dt
        async with stage.work() as work:
            assert await meetings.upcoming(work, hans) == []


async def test_staff_hear_it_and_nobody_hears_it_of_what_is_past(database_url: str) -> None:
    async with staged(database_url) as stage:
        her, hans, _ = await appointed(stage)
        async with stage.work() as work:
            earlier = (await work.tx.exec(select(Meeting))).one()
            past = {**earlier.model_dump(exclude={"id"}), "starts": work.now - timedelta(days=9)}
            work.tx.add(Meeting(**past))
        async with stage.work() as work:
            await privacy.erase(work, await work.get(Person, her))
        assert [words for words, _ in await files(stage, hans) if "gaat niet door" in words][
            1:
        ] == []
        async with stage.work() as work:
            query = select(Message).where(Message.person_id == given.number(stage, "Marloes"))
            rows = (await work.tx.exec(query)).all()
            await naming.read(work, rows)
        said = [render.line("nl", *row.body["lines"][0]) for row in rows if row.body]
        assert any("de gegevens van de werkzoekende zijn gewist" in each for each in said)


async def test_her_own_calendar_hears_it_too(database_url: str) -> None:
    """With the farewell in the chat comes the file that takes it out of her calendar."""
    async with staged(database_url) as stage:
        await appointed(stage)
        await stage.says("Fatima", "/wissen")
        await stage.says("Fatima", "[Ja]")
        heard = "\n".join(await stage.hears("Fatima"))
        assert "gaat niet door" in heard
        assert "Alles is gewist" in heard
        her = given.number(stage, "Fatima")
        off = [body for _, body in await files(stage, her) if "content" in body]
        assert [Calendar.from_ical(body["content"])["METHOD"] for body in off] == ["CANCEL"]
