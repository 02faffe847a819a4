"""Somebody calls whom nobody knows: the employer is entered once, with one owner."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from bot.web.seats import CONSOLE
from services import texts
from services.store.models import Contact, Employer, Event, Person
from tests.bot.web.office import Office, opened_office
from tests.bot.web.site import Site, Visitor
from tests.browser import OpenPage, axe, no_overflow

MAKE, ANYWAY = "Leg deze werkgever vast", "Toch een nieuwe maken"
PHONED = {"company": "Timmerwerk Hoek", "contact": "Ida Hoek", "phone": "023 531 2345"}


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    return await opened_office(quick_site)


async def at_form(office: Office, name: str = "own manager") -> Visitor:
    desk = await office.desk(name)
    await desk.opens("/console/werkgevers")
    await desk.follows("Nieuwe werkgever")
    return desk


async def newest(office: Office) -> tuple[Employer, Person, list[Event]]:
    async with office.site.stage.work() as work:
        row = (await work.tx.exec(select(Employer).order_by(col(Employer.id).desc()))).first()
        assert row is not None
        contact = select(Person).join(Contact, col(Contact.person_id) == col(Person.id))
        person = (await work.tx.exec(contact.where(Contact.employer_id == row.id))).first()
        about = (Event.subject == "employer") & (Event.subject_id == row.id)
        events = (await work.tx.exec(select(Event).where(about).order_by(col(Event.id)))).all()
    assert person is not None
    return row, person, list(events)


async def test_a_new_employer_and_then_the_vacancy(office: Office) -> None:
    desk = await at_form(office)
    page = await desk.presses(MAKE, **PHONED, kvk="9000 5678", place="Velsen-Zuid")
    assert "De werkgever is vastgelegd." in page.text
    row, person, events = await newest(office)
    manager = office.site.stage.actors["own manager"].number
    assert (row.name, row.kvk, row.account_manager_id) == ("Timmerwerk Hoek", "90005678", manager)
    assert row.place
    assert (person.full_name, person.phone) == ("Ida Hoek", "+31235312345")
    assert [(each.kind, each.actor_id) for each in events] == [("employer-saved", manager)]
    await desk.presses(f"{said('desk-enter-vacancy')} Ida Hoek")
    assert desk.page.path == f"/console/gesprek/{person.id}"
    await desk.types("hallo")
    page = await desk.opens(f"/console/werkgevers/{row.id}")
    assert "u (gebeld)" in page.text  # and not that the employer wrote
    assert page.form(button=f"{said('desk-contact-link')} Ida Hoek")  # they were in no chat yet


@pytest.mark.parametrize("same", [{"kvk": "90001234"}, {"company": "bakkerij de korst"}])
async def test_one_that_is_known_is_shown_first(office: Office, same: dict[str, str]) -> None:
    desk = await at_form(office, "other manager")
    page = await desk.presses(MAKE, **{**PHONED, **same})
    assert "Deze werkgever is er al" in page.text
    assert "accountmanager: own manager" in page.text
    assert f"/console/werkgevers/{office.employer}" in page.links.values()
    assert page.form(button=ANYWAY).fields["contact"] == "Ida Hoek"  # nothing is typed twice
    await desk.presses(ANYWAY)
    row, _, _ = await newest(office)
    own, other = (office.site.stage.actors[f"{each} manager"].number for each in ("own", "other"))
    assert row.id != office.employer
    assert row.account_manager_id == (own if "kvk" in same else other)  # one owner a company


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("kvk", "1234", "Een KvK-nummer heeft 8 cijfers."),
        ("place", "Qwxyzzt", "Deze plaats kennen wij niet."),
        ("phone", "12", "Dit telefoonnummer kan niet."),
        ("email", "ida", "Dit e-mailadres kan niet."),
        ("company", "", "Vul dit veld in."),
    ],
)
async def test_what_cannot_be_is_told(office: Office, field: str, typed: str, told: str) -> None:
    desk = await at_form(office)
    page = await desk.presses(MAKE, **{**PHONED, field: typed})
    assert page.status == 422
    assert told in page.text


async def test_facts_and_owner_are_changed_and_everybody_hears_it(office: Office) -> None:
    stage, desk = office.site.stage, await office.desk("own manager")
    await office.desk("other manager")
    other = stage.actors["other manager"].number
    await desk.opens(f"/console/werkgevers/{office.employer}")
    await desk.follows("Gegevens wijzigen")
    page = await desk.presses("Bewaar", company="Bakkerij Korst", manager=str(other))
    assert "Gewijzigd." in page.text
    async with stage.work() as work:
        row = await work.get(Employer, office.employer)
    assert (row.name, row.account_manager_id) == ("Bakkerij Korst", other)
    assert row.verified is not None  # who checks is who writes
    told = "\n".join(await stage.hears("hans"))
    assert "own manager heeft" in told
    assert "Bakkerij Korst" in told
    assert "other manager" in told
    assert "accountmanager van Bakkerij Korst" in "\n".join(await stage.hears("other manager"))


async def test_the_form_in_a_browser(office: Office, open_page: OpenPage) -> None:
    await office.desk("own manager")
    cookie = await office.site.console_cookie("own manager")
    page = await open_page(viewport={"width": 320, "height": 800})
    await page.context.add_cookies([{"name": CONSOLE, "value": cookie, "url": office.site.base}])
    await page.goto(f"{office.site.base}/console/werkgevers/nieuw")
    await no_overflow(page)
    await axe(page)
    for name, typed in {**PHONED, "kvk": "90001234"}.items():
        await page.fill(f"[name={name}]", typed)
    await page.click(f"text={MAKE}")
    await page.wait_for_selector("text=Deze werkgever is er al")
    await no_overflow(page)
    await axe(page)
