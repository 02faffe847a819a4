"""Handing somebody over: who asks, who decides, and what moves along."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import select

from services import console, rights
from services.jobseekers import profiles, transfers
from services.refused import RefusedError
from services.rights import Viewer
from services.store.models import Jobseeker, Match, Message, Person, Staff
from services.unit_of_work import Work
from tests.bot.web.office import NAME, PROFILE, Office, opened_office
from tests.bot.web.site import Site

HERE, THERE = "intake-haarlem", "intake-velsen"


@pytest.fixture
async def office(quick_site: Site) -> Office:
    """Her coach has a lead beside them; in the other team somebody leads too."""
    office = await opened_office(quick_site)
    await office.desk("colleague")
    await office.desk("other coach")
    async with quick_site.stage.work() as work:
        (await work.get(Staff, number(office, "colleague"))).lead = True
        (await work.get(Staff, number(office, "other coach"))).lead = True
    return office


def number(office: Office, name: str) -> int:
    return office.site.stage.actors[name].number


async def viewer(work: Work, office: Office, name: str) -> Viewer:
    who = rights.viewer(await work.get(Staff, number(office, name)))
    assert who is not None
    return who


async def kinds(work: Work, office: Office, name: str) -> list[str]:
    return [row.kind for row in await console.today(work, await viewer(work, office, name))]


async def texts_to(work: Work, person: int) -> str:
    query = select(Message).where(Message.person_id == person)
    return str([message.body for message in (await work.tx.exec(query)).all()])


async def test_a_coach_asks_and_the_lead_decides(office: Office) -> None:
    async with office.site.stage.work() as work:
        coach = await viewer(work, office, "own coach")
        assert not await transfers.ask(work, office.her, THERE, who=coach, words="Zij verhuist.")
        row = await work.get(Jobseeker, office.her)
        assert (row.team, row.coach_id) == (HERE, coach.person_id)
    async with office.site.stage.work() as work:
        lead = await viewer(work, office, "colleague")
        assert "to-decide" in await kinds(work, office, "colleague")
        assert "to-decide" not in await kinds(work, office, "own coach")
        assert "to-decide" not in await kinds(work, office, "other coach")
        shown = await console.transfer(work, lead, await work.get(Jobseeker, office.her))
        assert shown is not None
        assert (shown.words, shown.may_decide) == ("Zij verhuist.", True)
        event = await transfers.asked(work, await work.get(Jobseeker, office.her))
        assert event is not None
        await transfers.decide(work, office.her, event.id or 0, yes=True, who=lead)
    async with office.site.stage.work() as work:
        row = await work.get(Jobseeker, office.her)
        assert (row.team, row.organisation, row.coach_id) == (THERE, "velsen", None)
        assert (await work.get(Match, office.match)).coach_id is None
        assert "arrived" in await kinds(work, office, "other coach")
        assert "match" in await kinds(work, office, "other coach")  # it waits for them now
        assert await kinds(work, office, "own coach") == []
        assert "jobseeker-team-changed" in await texts_to(work, office.her)
        assert "staff-transfer-yes" in await texts_to(work, number(office, "own coach"))
        assert "staff-transfer-arrived" in await texts_to(work, number(office, "other coach"))


async def test_a_lead_hands_over_at_once(office: Office) -> None:
    async with office.site.stage.work() as work:
        lead = await viewer(work, office, "colleague")
        assert await transfers.ask(work, office.her, THERE, who=lead)
        assert (await work.get(Jobseeker, office.her)).team == THERE


async def test_without_a_lead_the_coach_decides(office: Office) -> None:
    async with office.site.stage.work() as work:
        (await work.get(Staff, number(office, "colleague"))).active = False
        await work.tx.flush()
        coach = await viewer(work, office, "own coach")
        assert await transfers.ask(work, office.her, THERE, who=coach)


@pytest.mark.parametrize("name", ["own coach", "colleague"])
async def test_no_and_taken_back(office: Office, name: str) -> None:
    async with office.site.stage.work() as work:
        coach = await viewer(work, office, "own coach")
        await transfers.ask(work, office.her, THERE, who=coach)
        await work.tx.flush()
        row = await work.get(Jobseeker, office.her)
        event = await transfers.asked(work, row)
        assert event is not None
        who = await viewer(work, office, name)
        await transfers.decide(work, office.her, event.id or 0, yes=False, who=who)
        await work.tx.flush()
        assert await transfers.asked(work, row) is None
        assert row.team == HERE
        assert await transfers.waiting(work, await viewer(work, office, "colleague")) == []
        with pytest.raises(RefusedError, match="decided"):
            await transfers.decide(work, office.her, event.id or 0, yes=True, who=who)
        told = "staff-transfer-no" in await texts_to(work, number(office, "own coach"))
        assert told is (name == "colleague")


async def test_who_may_not(office: Office) -> None:
    async with office.site.stage.work() as work:
        coach = await viewer(work, office, "own coach")
        for who in ("other coach", "own manager"):
            with pytest.raises(RefusedError, match="rights"):
                await transfers.ask(work, office.her, THERE, who=await viewer(work, office, who))
        for team in (HERE, "employers-zuid", "nowhere", ""):
            with pytest.raises(RefusedError, match="step"):
                await transfers.ask(work, office.her, team, who=coach)
        await transfers.ask(work, office.her, THERE, who=coach)
        with pytest.raises(RefusedError, match="decided"):
            await transfers.ask(work, office.her, THERE, who=coach)
        event = await transfers.asked(work, await work.get(Jobseeker, office.her))
        assert event is not None
        for who in (coach, replace(coach, person_id=1), await viewer(work, office, "other coach")):
            with pytest.raises(RefusedError, match="rights"):
                await transfers.decide(work, office.her, event.id or 0, yes=True, who=who)


async def test_who_was_handed_over_stays_when_the_profile_is_saved(office: Office) -> None:
    async with office.site.stage.work() as work:
        lead = await viewer(work, office, "colleague")
        await transfers.ask(work, office.her, THERE, who=lead)
    async with office.site.stage.work() as work:
        person = await work.get(Person, office.her)
        await profiles.save_intake(work, person, 0, {**PROFILE, "name": NAME})
        assert (await work.get(Jobseeker, office.her)).team == THERE
