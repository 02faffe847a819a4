"""Bel mij: from what she types to the coach who called, and to who is told when nobody did."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from services import followup, texts
from services.jobseekers import profiles
from services.privacy import export
from services.region import load
from services.store.models import Jobseeker, Person, Request
from tests.bot.web.office import Office, opened_office
from tests.bot.web.site import Site


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    office = await opened_office(quick_site)
    for name in ("own coach", "other coach"):
        await office.desk(name)
    return office


async def asked(office: Office) -> Request:
    stage = office.site.stage
    for words in ("bel mij", "06 12345678", "1"):
        await stage.says("her", words)
    async with stage.work() as work:
        return (await work.tx.exec(select(Request))).one()


async def test_she_asks_and_it_stands_above_all_until_somebody_spoke_to_her(
    office: Office,
) -> None:
    stage, coach = office.site.stage, await office.desk("own coach")
    row = await asked(office)
    today = await coach.opens("/console")
    assert f'<a class="button button--main" href="/console/verzoeken/{row.id}"' in today.html
    page = await coach.opens(f"/console/verzoeken/{row.id}")
    assert "06 12345678" in page.html
    page = await coach.presses(said("called-how.missed"))
    assert said("desk-done-notreached") in page.html
    assert "nam niet op" in " ".join(await stage.hears("her"))
    assert f"/console/verzoeken/{row.id}" in page.html
    await coach.opens(f"/console/verzoeken/{row.id}")
    page = await coach.presses(said("called-how.reached"))
    assert said("desk-done-spoken") in page.html
    assert f"/console/verzoeken/{row.id}" not in page.html


async def test_another_team_sees_nothing_of_it(office: Office) -> None:
    row = await asked(office)
    desk = await office.desk("other coach")
    assert (await desk.opens(f"/console/verzoeken/{row.id}")).status == 404
    assert f"/console/verzoeken/{row.id}" not in (await desk.opens("/console")).html


async def test_who_is_not_called_in_time_is_told_to_the_coach(office: Office) -> None:
    stage = office.site.stage
    row = await asked(office)
    await stage.hears("own coach")
    stage.clock.at = row.due + timedelta(minutes=5)
    async with stage.work() as work:
        await followup.sweep(work)
    assert "nog niet gebeld" in " ".join(await stage.hears("own coach"))


async def test_three_times_not_reached_ends_it_and_she_hears_how_to_go_on(office: Office) -> None:
    stage, coach = office.site.stage, await office.desk("own coach")
    row = await asked(office)
    for _ in range(3):
        await coach.opens(f"/console/verzoeken/{row.id}")
        await coach.presses(said("called-how.missed"))
    assert load().front_door.phone in " ".join(await stage.hears("her"))
    assert f"/console/verzoeken/{row.id}" not in (await coach.opens("/console")).html


async def test_rather_called_is_her_wish_and_stands_where_staff_write(office: Office) -> None:
    stage, coach = office.site.stage, await office.desk("own coach")
    await stage.says("her", "ik kan geen brieven lezen")
    await stage.says("her", "ja")
    file = await coach.opens(f"/console/werkzoekenden/{office.her}")
    note = file.html.index("liever gebeld dan geschreven")
    assert note < file.html.index(f"/console/werkzoekenden/{office.her}/antwoord")
    page = await coach.presses(said("desk-rather-called.off"))
    assert said("desk-done-ratheroff") in page.html
    async with stage.work() as work:
        row = await work.get(Jobseeker, office.her)
        assert row.rather_called is False
        assert "rather_called" not in profiles.FIELDS  # matching never reads it


async def test_her_copy_has_it_and_erasing_takes_it(office: Office) -> None:
    stage = office.site.stage
    await asked(office)
    async with stage.work() as work:
        copy = await export(work, office.her)
        assert copy["requests"][0]["phone"] == "+31612345678"
        assert (await work.get(Person, office.her)).erased is None
    await stage.says("her", "alles wissen")
    await stage.says("her", "ja, wis alles")
    async with stage.work() as work:
        assert (await work.tx.exec(select(Request))).all() == []
