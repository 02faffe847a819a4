"""The rights of a person over their own data, end to end."""

from __future__ import annotations

import json
from datetime import timedelta

from sqlmodel import col, select

from bot import attachments
from bot.stage import Stage, staged
from services import retention
from services.jobseekers import profiles
from services.store.models import Address, Event, Inbox, Jobseeker, Message, Person, Talk

INTAKE = (
    *("/start", "[Nederlands]", "[Ik zoek werk]", "Fatima", "2011", "schoonmaker", "[Klaar]"),
    *(["weet ik niet"] * 9),
    "ja",
)


async def profile(stage: Stage) -> int:
    await stage.person("Marloes", "coach", team="intake-haarlem", lead=True)
    for words in INTAKE:
        await stage.says("Fatima", words)
    await stage.hears("Fatima")
    return stage.actors["Fatima"].number


async def test_everything_can_be_read_back_and_changed(database_url: str) -> None:
    async with staged(database_url) as stage:
        number = await profile(stage)
        await stage.says("Fatima", "mijn gegevens")
        said = "\n".join(await stage.hears("Fatima"))
        assert "Woonplaats: Haarlem" in said
        await stage.says("Fatima", "[Uren per week]")
        await stage.says("Fatima", "24")
        await stage.says("Fatima", "ja")
        async with stage.work() as work:
            row = await work.get(Jobseeker, number)
            assert row.profile["hours"] == [24, 24]
            assert profiles.confirmed_on(row, "hours") == work.today


async def test_a_copy_holds_everything_about_me_and_nothing_sealed(database_url: str) -> None:
    async with staged(database_url) as stage:
        number = await profile(stage)
        await stage.says("Fatima", "kopie")
        async with stage.work() as work:
            query = select(Message).where(Message.person_id == number)
            message = (await work.tx.exec(query.order_by(col(Message.id).desc()))).first()
            assert message is not None
            body = await attachments.ready(work, message)
        copy = json.loads(body["content"])
        assert copy["person"]["name"] == "Fatima"
        assert copy["profile"]["home"] == "2011"
        assert any("Fatima" in str(line) for line in copy["conversation"])


async def test_pausing_and_coming_back(database_url: str) -> None:
    async with staged(database_url) as stage:
        number = await profile(stage)
        await stage.says("Fatima", "pauze")
        async with stage.work() as work:
            assert (await work.get(Jobseeker, number)).status == "paused"
        await stage.says("Fatima", "[Weer meedoen]")
        async with stage.work() as work:
            assert (await work.get(Jobseeker, number)).status == "open"


async def test_erasing_leaves_nothing_but_counts(database_url: str) -> None:
    async with staged(database_url) as stage:
        number = await profile(stage)
        await stage.says("Fatima", "wis alles")
        await stage.says("Fatima", "[Ja, wis alles]")
        assert "gewist" in "\n".join(await stage.hears("Fatima"))
        await stage.passes(minutes=5)
        async with stage.work() as work:
            person = await work.get(Person, number)
            assert (person.name, person.phone, person.full_name) == (None, None, None)
            assert await work.tx.get(Jobseeker, number) is None
            for table in (Talk, Message, Address):
                rows = await work.tx.exec(select(table).where(table.person_id == number))
                assert rows.all() == [], table
            log = (await work.tx.exec(select(Event))).all()
            assert "profile-saved" in {event.kind for event in log}
            assert number not in {event.person_id for event in log}
            assert number not in {event.actor_id for event in log}
        assert await stage.parked() == []


async def test_saying_no_erases_nothing(database_url: str) -> None:
    async with staged(database_url) as stage:
        number = await profile(stage)
        await stage.says("Fatima", "wis alles")
        await stage.says("Fatima", "nee")
        async with stage.work() as work:
            assert await work.tx.get(Jobseeker, number) is not None


async def test_raw_words_never_outlive_a_day(database_url: str) -> None:
    async with staged(database_url) as stage:
        actor = await stage.person("Fatima")
        async with stage.work() as work:
            work.tx.add(
                Inbox(
                    channel="web",
                    event_id="parked",
                    person_id=actor.number,
                    kind="reply",
                    payload={"kind": "text", "words": "geheim"},
                    due=work.now,
                    created=work.now - timedelta(hours=25),
                    parked=work.now,
                )
            )
        async with stage.work() as work:
            await retention.empty_payloads(work)
        async with stage.work() as work:
            assert (await work.tx.exec(select(Inbox))).one().payload is None


async def test_what_may_not_be_kept_is_said_kindly_and_not_kept(database_url: str) -> None:
    async with staged(database_url) as stage:
        number = await profile(stage)
        await stage.says("Fatima", "hulp van een mens")
        await stage.says("Fatima", "ik heb adhd, mijn bsn is 123456782, mag ik werken?")
        said = "\n".join(await stage.hears("Fatima"))
        assert "BSN" in said
        assert "Je gezondheid" in said
        told = "\n".join(await stage.hears("Marloes"))
        assert "mag ik werken" in told
        assert "adhd" not in told
        assert "123456782" not in told
        async with stage.work() as work:
            rows = await work.tx.exec(select(Message).where(Message.person_id == number))
            assert "adhd" not in str([row.body for row in rows.all()])
