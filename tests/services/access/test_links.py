"""Links: posters, invitations, and one person on two devices."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from bot.stage import staged
from services.access import links, sessions
from services.store.models import Address, Jobseeker, Person, Staff


async def test_a_poster_brings_somebody_to_its_organisation(database_url: str) -> None:
    async with staged(database_url) as stage:
        await stage.says("Amina", "/start uwv")
        for words in ("[Nederlands]", "[Ik zoek werk]", "Amina", "2011", "schoonmaker", "[Klaar]"):
            await stage.says("Amina", words)
        for _ in range(9):
            await stage.says("Amina", "weet ik niet")
        await stage.says("Amina", "ja")
        async with stage.work() as work:
            row = await work.get(Jobseeker, stage.actors["Amina"].number)
            assert (row.organisation, row.team) == ("uwv", "uwv-intake")


async def test_an_invitation_makes_a_colleague_once(database_url: str) -> None:
    async with staged(database_url) as stage:
        given = {"role": "coach", "team": "intake-haarlem", "organisation": "haarlem"}
        async with stage.work() as work:
            link = await links.invitation(work, None, {**given, "lead": True, "name": "Sanne"})
        token = link.rsplit("=", 1)[1]
        await stage.says("Sanne", f"/start {token}")
        assert "Welkom" in "\n".join(await stage.hears("Sanne"))
        await stage.says("Piet", f"/start {token}")
        assert "werkt niet meer" in "\n".join(await stage.hears("Piet"))
        async with stage.work() as work:
            staff = (await work.tx.exec(select(Staff))).one()
            assert (staff.person_id, staff.role, staff.lead) == (
                stage.actors["Sanne"].number,
                "coach",
                True,
            )


async def test_two_chats_become_one_person(database_url: str) -> None:
    async with staged(database_url) as stage:
        await stage.says("Amina op de web", "/start")
        web = stage.actors["Amina op de web"].number
        async with stage.work() as work:
            _, code = await links.personal_link(work, web)
        await stage.says("Amina op de telefoon", f"/start {code}")
        async with stage.work() as work:
            owners = {row.person_id for row in (await work.tx.exec(select(Address))).all()}
            assert owners == {web}
        assert "Gelukt" in "\n".join(await stage.hears("Amina op de web"))


async def test_an_expired_link_is_said_kindly(database_url: str) -> None:
    async with staged(database_url) as stage:
        await stage.says("Amina", "/start")
        async with stage.work() as work:
            number = stage.actors["Amina"].number
            token = await sessions.make_link(work, "join", number, {}, timedelta(minutes=1))
        stage.clock.move(timedelta(minutes=2))
        await stage.says("Piet", f"/start {token}")
        assert "werkt niet meer" in "\n".join(await stage.hears("Piet"))
        async with stage.work() as work:
            assert len((await work.tx.exec(select(Person))).all()) == 2
