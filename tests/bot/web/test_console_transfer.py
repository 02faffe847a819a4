"""Handing somebody over at the desk, and giving them to a colleague."""

from __future__ import annotations

import pytest

from bot.web.seats import CONSOLE
from services import texts
from services.access import sessions
from services.store.models import Jobseeker, Staff
from tests.bot.web.office import NAME, Office, opened_office
from tests.bot.web.site import Site
from tests.browser import OpenPage, axe, no_overflow


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    office = await opened_office(quick_site)
    await office.desk("colleague")
    async with quick_site.stage.work() as work:
        (await work.get(Staff, quick_site.stage.actors["colleague"].number)).lead = True
    return office


async def her_team(office: Office) -> str:
    async with office.site.stage.work() as work:
        return (await work.get(Jobseeker, office.her)).team


async def test_from_question_to_the_other_team(office: Office) -> None:
    coach, lead = await office.desk("own coach"), await office.desk("colleague")
    file = f"/console/werkzoekenden/{office.her}"
    await coach.opens(file)
    page = await coach.presses(
        said("desk-transfer-ask"), team="intake-velsen", words="Verhuist. BSN 111222333"
    )
    page = await coach.presses(said("desk-typed-keep"))
    assert said("desk-done-asked") in page.text
    assert said("desk-transfer-back") in page.text
    assert "111222333" not in page.html
    today = await lead.opens("/console")
    assert said("desk-to-decide", name=NAME) in today.text
    page = await lead.opens(file)
    assert "Verhuist." in page.text
    page = await lead.presses(said("desk-transfer-yes"))
    assert said("desk-done-handed") in page.text
    assert (await her_team(office), (await lead.opens(file)).status) == ("intake-velsen", 404)
    today = await (await office.desk("other coach")).opens("/console")
    assert said("desk-arrived", name="Zeynep Karagöz") in today.text


async def test_of_two_answers_the_second_is_told(office: Office) -> None:
    coach, lead = await office.desk("own coach"), await office.desk("colleague")
    file = f"/console/werkzoekenden/{office.her}"
    await coach.opens(file)
    await coach.presses(said("desk-transfer-ask"), team="intake-velsen")
    await lead.opens(file)
    page = await coach.presses(said("desk-transfer-back"))
    assert said("desk-done-kept") in page.text
    page = await lead.presses(said("desk-transfer-yes"))
    assert page.status == 409
    assert await her_team(office) == "intake-haarlem"


async def test_two_who_choose_a_coach(office: Office) -> None:
    coach, lead = await office.desk("own coach"), await office.desk("colleague")
    numbers = {name: office.site.stage.actors[name].number for name in ("own coach", "colleague")}
    for desk in (coach, lead):
        await desk.opens(f"/console/werkzoekenden/{office.her}")
    await lead.presses(said("desk-assign"), coach=str(numbers["colleague"]))
    page = await coach.presses(said("desk-assign"), coach=str(numbers["own coach"]))
    assert page.status == 409
    assert said("refused.changed") in page.text
    async with office.site.stage.work() as work:
        assert (await work.get(Jobseeker, office.her)).coach_id == numbers["colleague"]


@pytest.mark.parametrize(
    ("path", "data", "status"),
    [
        ("overdracht", {"team": "intake-velsen", "shown": "intake-velsen"}, 409),
        ("overdracht", {"team": "employers-zuid", "shown": "intake-haarlem"}, 409),
        ("overdracht/besluit", {"to": "yes", "shown": "1"}, 409),
        ("overdracht/besluit", {"to": "yes", "shown": "²"}, 400),
        ("overdracht/besluit", {"to": "maybe", "shown": "1"}, 400),
    ],
)
async def test_what_no_form_offers_changes_nothing(
    office: Office, path: str, data: dict[str, str], status: int
) -> None:
    address = f"/console/werkzoekenden/{office.her}/{path}"
    page = await office.posts("colleague", address, **data)
    assert (page.status, await her_team(office)) == (status, "intake-haarlem")


@pytest.mark.browser
async def test_the_question_seen(office: Office, open_page: OpenPage) -> None:
    coach = await office.desk("own coach")
    await coach.opens(f"/console/werkzoekenden/{office.her}")
    await coach.presses(said("desk-transfer-ask"), team="intake-velsen", words="Verhuist.")
    async with office.site.stage.work() as work:
        lead = office.site.stage.actors["colleague"].number
        cookie = await sessions.begin_visit(work, lead, "console", strong=True)
    page = await open_page(viewport={"width": 390, "height": 844})
    await page.context.add_cookies([{"name": CONSOLE, "value": cookie, "url": office.site.base}])
    await page.goto(f"{office.site.base}/console/werkzoekenden/{office.her}")
    assert await axe(page) == []
    await no_overflow(page)
