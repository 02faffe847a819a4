"""An employer at the desk: contacts, vacancies, who they met and hired, notes, ambassador."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from bot.web.seats import CONSOLE
from services import texts
from services.access import sessions
from services.help import requests
from services.store.models import Contact, Employer, Event, Person, Placement, Vacancy
from tests.bot.web.office import NAME, Office, opened_office
from tests.bot.web.site import Page, Site
from tests.browser import OpenPage, axe, no_overflow


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    return await opened_office(quick_site)


async def opens(office: Office, name: str = "own manager") -> Page:
    return await (await office.desk(name)).opens(f"/console/werkgevers/{office.employer}")


async def employer(office: Office) -> Employer:
    async with office.site.stage.work() as work:
        return await work.get(Employer, office.employer)


async def placed(office: Office, **more: Any) -> None:
    """She works there since three weeks."""
    await office.put("placed", agreed=True)
    async with office.site.stage.work() as work:
        row = Placement(
            match_id=office.match,
            jobseeker_id=office.her,
            employer_id=office.employer,
            vacancy_id=office.vacancy,
            starts=work.today - timedelta(weeks=3),
            created=work.now,
            updated=work.now,
        )
        for name, value in more.items():
            setattr(row, name, value)
        work.tx.add(row)


async def test_everything_about_an_employer_on_one_page(office: Office) -> None:
    await placed(office)
    page = await opens(office)
    for shown in (
        "Bakkerij De Korst",
        said("desk-verified"),
        "Hans",
        said("desk-contact-owner"),
        "06 12345678",
        "Schoonmaker in de ochtend",
        said("vacancy-manner.open"),  # what was agreed about it
        said("desk-state-placed"),
        NAME,
        said("placement-kind.regular"),
    ):
        assert shown in page.text, shown
    found = re.search(r"/console/plaatsingen/\d+", page.html)
    assert found
    assert (await (await office.desk("own manager")).opens(found[0])).status == 200


async def test_vacancies_stand_by_state(office: Office) -> None:
    async with office.site.stage.work() as work:
        more = {"contact_id": 1, "reported": work.now, "updated": work.now}
        for title, state in (("Oud werk", "expired"), ("Gevuld werk", "filled")):
            row = Vacancy(employer_id=office.employer, title=title, status=state, **more)
            work.tx.add(row)
    text = (await opens(office)).text
    titles = ("Schoonmaker in de ochtend", "Oud werk", "Gevuld werk")
    assert [text.index(each) for each in titles] == sorted(text.index(each) for each in titles)
    assert f"{said('vacancy-status-filled')} (1)" in text


@pytest.mark.parametrize(
    ("name", "introduced", "hired"),
    [
        ("own coach", True, True),
        ("own manager", False, True),
        ("other manager", False, False),
        ("other coach", False, False),
    ],
)
async def test_names_are_for_whom_they_are(
    office: Office, name: str, introduced: bool, hired: bool
) -> None:
    await office.put("introduced")
    page = await opens(office, name)
    assert said("desk-state-introduced") in page.text
    assert (NAME in page.text) is introduced
    await placed(office)
    page = await opens(office, name)
    assert (said("desk-works-running", day="").strip() in page.text) is hired


async def test_work_found_alone_is_not_for_the_account_manager(office: Office) -> None:
    await placed(office, match_id=None, vacancy_id=None)
    assert said("desk-own-work") in (await opens(office, "own coach")).text
    assert said("desk-own-work") not in (await opens(office, "own manager")).text


async def test_notes_are_for_who_looks_after_the_employer(office: Office) -> None:
    desk = await office.desk("own manager")
    await opens(office)
    page = await desk.presses(
        said("desk-note-save"), words="Belt liever in de ochtend. BSN 111222333."
    )
    page = await desk.presses(said("desk-typed-keep"))  # shown first without the number
    assert said("desk-done-noted") in page.text
    for name, sees in (("regional manager", True), ("own coach", False), ("other manager", False)):
        text = (await opens(office, name)).text
        assert ("Belt liever in de ochtend." in text) is sees
        assert "111222333" not in text


async def test_an_ambassador_is_set_and_taken_back(office: Office) -> None:
    desk = await office.desk("own manager")
    await opens(office)
    await desk.presses(said("desk-ambassador-set.yes"))
    assert (await employer(office)).ambassador
    assert said("desk-ambassador-is.yes") in desk.page.text
    await desk.presses(said("desk-ambassador-set.no"))
    assert not (await employer(office)).ambassador
    assert {"ambassador-yes", "ambassador-no"} <= set(await office.happened())


async def test_checking_is_told_to_the_employer_once(quick_site: Site) -> None:
    office = await opened_office(quick_site, verified=False)
    desk = await office.desk("own manager")
    await opens(office)
    page = await desk.presses(said("verify-checked.yes"))
    assert said("desk-done-verified") in page.text
    row = await employer(office)
    assert row.verified_by == quick_site.stage.actors["own manager"].number
    assert said("verify-checked.yes") not in page.text


async def test_a_contact_person_is_added_and_gets_in(office: Office) -> None:
    desk = await office.desk("own manager")
    await opens(office)
    new = {
        "contact": "Ida",
        "role": "colleague",
        "phone": "06 87 65 43 21",
        "email": "Ida@Korst.nl",
    }
    page = await desk.presses(said("desk-contact-make"), **new)
    assert said("desk-done-contact") in page.text
    async with office.site.stage.work() as work:
        query = select(Contact, Person).join(Person, col(Person.id) == col(Contact.person_id))
        found = (await work.tx.exec(query.where(Contact.role == "colleague"))).one()
        person = found[1]
        assert (found[0].employer_id, person.formal) == (office.employer, True)
        assert (person.name, person.phone, person.email) == ("Ida", "+31687654321", "ida@korst.nl")
    page = await opens(office)
    assert page.text.index("Hans") < page.text.index("Ida")
    path = f"/console/werkgevers/{office.employer}/contact/{person.id}/telefoon"
    page = await office.posts("own manager", path)
    code = re.search(r">([A-Z0-9]{4} [A-Z0-9]{4})<", page.html)
    assert code
    async with office.site.stage.work() as work:
        (await work.get(Person, person.id)).seen = work.now
    assert (await office.posts("own manager", path)).status == 409  # nobody takes their place
    assert (await office.posts("other manager", path)).status == 404


@pytest.mark.parametrize("wrong", [{"phone": "12"}, {"email": "ida at korst"}])
async def test_what_is_typed_wrong_is_typed_again(office: Office, wrong: dict[str, str]) -> None:
    desk = await office.desk("own manager")
    await opens(office)
    page = await desk.presses(said("desk-contact-make"), contact="Ida", role="colleague", **wrong)
    assert page.status == 400
    assert said("desk-contact-wrong") in page.text
    assert page.form(button=said("desk-contact-make")).fields["contact"] == "Ida"


async def test_writing_to_a_contact_is_for_who_helps_them(office: Office) -> None:
    async with office.site.stage.work() as work:
        hans = await work.get(Person, office.site.stage.actors["hans"].number)
        await requests.ask(work, hans, "Wanneer belt u?")
    address = f"/console/berichten/{hans.id}"
    page = await opens(office)
    assert address in page.html
    assert said("desk-asks") in page.text
    assert address not in (await opens(office, "other manager")).html
    desk = await office.desk("own manager")
    await desk.opens(address)
    await desk.presses(said("web-send"), words="Morgen om tien uur.")
    assert said("desk-asks") not in (await opens(office)).text
    async with office.site.stage.work() as work:
        query = select(Event).where(Event.kind == "answered", Event.person_id == hans.id)
        assert (await work.tx.exec(query)).one()


@pytest.mark.browser
async def test_the_pages_of_the_employers_side(office: Office, open_page: OpenPage) -> None:
    await placed(office)
    async with office.site.stage.work() as work:
        manager = office.site.stage.actors["own manager"].number
        cookie = await sessions.begin_visit(work, manager, "console", strong=True)
    page = await open_page(viewport={"width": 1280, "height": 900})
    await page.context.add_cookies([{"name": CONSOLE, "value": cookie, "url": office.site.base}])
    for path in (
        f"/console/werkgevers/{office.employer}",
        f"/console/vacatures/{office.vacancy}",
        f"/console/vacatures/{office.vacancy}/kandidaten",
    ):
        for width in (1280, 390):
            await page.set_viewport_size({"width": width, "height": 900})
            await page.goto(office.site.base + path)
            assert await axe(page) == [], (path, width)
        await no_overflow(page)
