"""Contacts of an employer: their details, and a colleague who takes over."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from services import employers, texts
from services.store.models import Contact, Event, Message, Person, Talk, Vacancy
from tests.bot.web.office import Office, opened_office
from tests.bot.web.site import Page, Site


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    return await opened_office(quick_site)


def hans(office: Office) -> int:
    return office.site.stage.actors["hans"].number


async def ida(office: Office) -> int:
    async with office.site.stage.work() as work:
        more = {"name": "Ida", "role": "colleague", "actor": hans(office)}
        return (await employers.add_contact(work, office.employer, **more)).id or 0  # type: ignore[arg-type]


async def opens(office: Office, person: int) -> Page:
    desk = await office.desk("own manager")
    return await desk.opens(f"/console/werkgevers/{office.employer}/contact/{person}")


async def test_a_number_is_changed_and_an_unreadable_one_is_told(office: Office) -> None:
    desk = await office.desk("own manager")
    await opens(office, hans(office))
    page = await desk.presses(said("desk-save"), phone="12")
    assert (page.status, said("desk-contact-wrong") in page.text) == (400, True)
    page = await desk.presses(said("desk-save"), contact="Hans de Boer", phone="0623456789")
    assert said("desk-done-contactchanged") in page.text
    assert "Hans de Boer" in page.text
    async with office.site.stage.work() as work:
        assert (await work.get(Person, hans(office))).phone == "+31623456789"
    assert "contact-changed" in await office.happened()


async def test_two_who_change_the_same_are_told(office: Office) -> None:
    desk = await office.desk("own manager")
    await opens(office, hans(office))
    async with office.site.stage.work() as work:
        (await work.get(Person, hans(office))).phone = "+31699999999"
    page = await desk.presses(said("desk-save"), phone="0623456789")
    assert page.status == 409
    async with office.site.stage.work() as work:
        assert (await work.get(Person, hans(office))).phone == "+31699999999"


async def test_alone_nobody_can_take_over(office: Office) -> None:
    page = await opens(office, hans(office))
    assert said("desk-contact-alone") in page.text
    assert said("desk-contact-leave") not in page.text


async def test_a_colleague_takes_over_what_is_open(office: Office) -> None:
    heir = await ida(office)
    await office.put("introduced")
    desk = await office.desk("own manager")
    await opens(office, hans(office))
    page = await desk.presses(said("desk-contact-leave"), by=str(heir))
    assert said("desk-done-contactleft") in page.text
    await office.site.stage.worker.drain()
    async with office.site.stage.work() as work:
        assert (await work.get(Vacancy, office.vacancy)).contact_id == heir
        assert await work.tx.get(Contact, hans(office)) is None
        assert (await work.get(Contact, heir)).role == "owner"
        open_talks = select(Talk).where(Talk.dialog == "meeting", col(Talk.finished).is_(None))
        assert [talk.person_id for talk in (await work.tx.exec(open_talks)).all()] == [heir]
        told = (await work.tx.exec(select(Message).where(Message.person_id == heir))).all()
        assert "contact-took-over" in str(told[0].body)
        logged = select(Event).where(Event.kind == "contact-left")
        assert (await work.tx.exec(logged)).one().person_id == hans(office)


async def test_who_left_sees_nothing_of_the_company(office: Office) -> None:
    heir = await ida(office)
    desk = await office.desk("own manager")
    await opens(office, hans(office))
    await desk.presses(said("desk-contact-leave"), by=str(heir))
    async with office.site.stage.work() as work:
        assert await employers.of_person(work, hans(office)) is None
    again = await opens(office, hans(office))
    assert again.status == 404


@pytest.mark.parametrize("by", ["", "x", "0", "999999"])
async def test_nobody_who_is_not_a_colleague_takes_over(office: Office, by: str) -> None:
    await ida(office)
    await opens(office, hans(office))
    address = f"/console/werkgevers/{office.employer}/contact/{hans(office)}/weg"
    page = await office.posts("own manager", address, by=by)
    assert page.status in (400, 409)
    async with office.site.stage.work() as work:
        assert await work.tx.get(Contact, hans(office)) is not None
