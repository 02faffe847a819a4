"""Somebody in danger: from what she types to the one page where her coach reads it, and its end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.telegram import reading
from bot.web.seats import CONSOLE
from services import followup, privacy, texts
from services.access import sessions
from services.store.models import Event, Jobseeker, Message, Nudge, Person, Staff, Talk, Urgent
from tests.bot.web.office import Office, opened_office
from tests.bot.web.site import Site
from tests.browser import OpenPage, axe, no_overflow

WORDS = "mijn man slaat mij zonder ophouden"


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    office = await opened_office(quick_site)
    for name in ("own coach", "colleague", "other coach"):
        await office.desk(name)
    return office


async def written(office: Office, words: str = WORDS) -> Urgent:
    await office.site.stage.gives("her", {"kind": "text", "words": words})
    async with office.site.stage.work() as work:
        return (await work.tx.exec(select(Urgent).order_by(Urgent.id.desc()))).first()  # type: ignore[union-attr,return-value]


async def test_she_writes_and_her_coach_reads_it_at_one_place(office: Office) -> None:
    stage, coach = office.site.stage, await office.desk("own coach")
    row = await written(office)
    told = " ".join(await stage.hears("own coach"))
    assert "/console/dringend" in told and "slaat" not in told
    assert "0800-2000" in " ".join(await stage.hears("her"))
    today = await coach.opens("/console")
    assert said("desk-urgent") in today.text
    page = await coach.opens(f"/console/dringend/{row.id}")
    assert WORDS in page.text
    page = await coach.presses(said("desk-urgent-how-called"))
    assert said("desk-done-helped") in page.text and said("desk-urgents-none") in page.text
    async with stage.work() as work:
        looks = await privacy.viewers(work, office.her)
        assert "urgent" in {each.what for each in looks}
        messages = (await work.tx.exec(select(Message))).all()
        assert not any("slaat" in str(each.body) for each in messages)
        assert not any("slaat" in str(each.state) for each in (await work.tx.exec(select(Talk))))
        assert not any("slaat" in str(each.codes) for each in (await work.tx.exec(select(Event))))


@pytest.mark.parametrize("name", ["colleague", "other coach"])
async def test_others_do_not_read_it(office: Office, name: str) -> None:
    row = await written(office)
    desk = await office.desk(name)
    assert (await desk.opens(f"/console/dringend/{row.id}")).status == 404
    assert said("desk-urgents-none") in (await desk.opens("/console/dringend")).text


async def test_a_threat_is_not_for_who_is_threatened(office: Office) -> None:
    stage = office.site.stage
    async with stage.work() as work:
        (await work.get(Staff, stage.actors["colleague"].number)).lead = True
        (await work.get(Staff, stage.actors["own coach"].number)).lead = True
    row = await written(office, "als ik mijn consulent zie sla ik hem verrot")
    assert await stage.hears("own coach") == []
    assert "/console/dringend" in " ".join(await stage.hears("colleague"))
    for name, status in (("own coach", 404), ("colleague", 200)):
        desk = await office.desk(name)
        assert (await desk.opens(f"/console/dringend/{row.id}")).status == status


async def test_what_nobody_opens_goes_to_a_lead_after_an_hour(office: Office) -> None:
    stage = office.site.stage
    async with stage.work() as work:
        (await work.get(Staff, stage.actors["colleague"].number)).lead = True
    await written(office)
    for minutes, sent in ((50, 0), (20, 1), (20, 1)):
        stage.clock.move(timedelta(minutes=minutes))
        async with stage.work() as work:
            await followup.sweep(work)
            await work.tx.flush()
            nudges = (await work.tx.exec(select(Nudge).where(Nudge.name == "urgent"))).all()
        assert len(nudges) == sent, minutes
    assert "Dringend" in " ".join(await stage.hears("colleague"))


async def test_it_is_in_her_copy_and_dies_with_her(office: Office) -> None:
    row = await written(office)
    async with office.site.stage.work() as work:
        copy = await privacy.export(work, office.her)
        assert copy["in_danger"][0]["words"] == WORDS
        await privacy.erase(work, await work.get(Person, office.her))
    async with office.site.stage.work() as work:
        assert await work.tx.get(Urgent, row.id) is None
    desk = await office.desk("own coach")
    assert (await desk.opens(f"/console/dringend/{row.id}")).status == 404


async def test_it_touches_no_profile(office: Office) -> None:
    async with office.site.stage.work() as work:
        before = dict((await work.get(Jobseeker, office.her)).profile)
    await written(office)
    async with office.site.stage.work() as work:
        assert (await work.get(Jobseeker, office.her)).profile == before


async def test_words_under_a_photo_are_heard_too(office: Office) -> None:
    chat = {"id": 5, "type": "private"}
    photo = {"chat": chat, "from": {"id": 5}, "photo": [{"file_id": "x"}], "caption": WORDS}
    item = reading.incoming({"update_id": 1, "message": photo})
    assert item is not None
    await office.site.stage.gives("her", item.payload)
    assert "0800-2000" in " ".join(await office.site.stage.hears("her"))


@pytest.mark.browser
async def test_the_page_seen(office: Office, open_page: OpenPage) -> None:
    row = await written(office)
    async with office.site.stage.work() as work:
        coach = office.site.stage.actors["own coach"].number
        cookie = await sessions.begin_visit(work, coach, "console", strong=True)
    page = await open_page(viewport={"width": 390, "height": 844})
    await page.context.add_cookies([{"name": CONSOLE, "value": cookie, "url": office.site.base}])
    await page.goto(f"{office.site.base}/console")
    await page.get_by_role("link", name=said("desk-urgent.action")).first.click()
    assert page.url.endswith(f"/console/dringend/{row.id}")
    assert WORDS in await page.inner_text("main")
    assert await axe(page) == []
    await no_overflow(page)
    await page.get_by_role("button", name=said("desk-urgent-how-read")).click()
    assert said("desk-urgents-none") in await page.inner_text("main")
    assert await axe(page) == []
