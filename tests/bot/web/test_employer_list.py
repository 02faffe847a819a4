"""The list of employers: found by name or number, with who spoke last and what is next."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services import employers
from services.store.models import Employer, Person
from tests.bot.web.office import Office, opened_office
from tests.bot.web.site import Site
from tests.bot.web.test_console_day import said, waiting

LIST = "/console/werkgevers"


@pytest.fixture
async def office(quick_site: Site) -> Office:
    return await opened_office(quick_site)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("korst", True),
        ("bakkerij KORST", True),
        ("90001234", True),
        ("slager", False),
        ("9000", False),
    ],
)
async def test_an_employer_is_found(office: Office, typed: str, found: bool) -> None:
    visitor = await office.desk("own coach")
    page = await visitor.opens(f"{LIST}?zoek={typed}")
    assert (f"{LIST}/{office.employer}" in page.links.values()) is found


async def test_a_visit_is_written_down_and_others_see_who_came_before(office: Office) -> None:
    manager = await office.desk("own manager")
    page = await manager.opens(LIST)
    assert said("desk-touch-never") in page.text
    note = f"{LIST}/{office.employer}/notitie"
    await office.posts(
        "own manager", note, how="visit", words="Zoekt twee mensen", next="2026-11-30"
    )
    other = await office.desk("other manager")
    page = await other.opens(LIST)
    assert said("desk-employer-visits", n=1) in page.text
    assert "al benaderd door own manager (bezocht)" in page.text
    assert "30 november 2026" in page.text or said("desk-next.answer") in page.text
    assert "Zoekt twee mensen" not in page.text  # the words are for who looks after it
    page = await other.opens(f"{LIST}/{office.employer}")
    assert "al benaderd door own manager (bezocht)" in page.text


async def test_what_was_planned_stands_on_vandaag_of_that_day(office: Office) -> None:
    note = f"{LIST}/{office.employer}/notitie"
    async with office.site.stage.work() as work:
        tomorrow = work.today + timedelta(days=1)
    await office.posts("own manager", note, how="call", next=tomorrow.isoformat(), words="")
    row = said("desk-call-employer", company="Bakkerij De Korst")
    assert row not in waiting((await office.desk("own manager")).page)
    office.site.stage.clock.move(timedelta(days=1))
    office.desks["own manager"] = await office.site.staff("own manager")
    assert row in waiting((await office.desk("own manager")).page)


@pytest.mark.parametrize("sent", [{"how": "mail"}, {"how": "call", "next": "gisteren"}])
async def test_other_ways_and_days_do_not_come_in(office: Office, sent: dict[str, str]) -> None:
    note = f"{LIST}/{office.employer}/notitie"
    assert (await office.posts("own manager", note, **sent)).status == 400


async def test_the_same_company_twice_has_one_account_manager(office: Office) -> None:
    async with office.site.stage.work() as work:
        person = Person(created=work.now, formal=True)
        work.tx.add(person)
        await work.tx.flush()
        told = {"company": "De Korst BV", "kvk": "90001234", "name": "Ida", "place": "ijmuiden"}
        await employers.register(work, person, 0, told)
        await work.tx.flush()
        employer = await employers.of_person(work, person.id or 0)
        assert employer is not None
        assert employer.account_manager_id == office.site.stage.actors["own manager"].number
    page = await (await office.desk("own coach")).opens(f"{LIST}?toon=double")
    assert {"De Korst BV", "Bakkerij De Korst"} <= set(page.links)
    page = await office.desks["own coach"].opens(f"{LIST}/{office.employer}")
    assert "De Korst BV" in page.links


async def test_employers_who_want_something_now_stand_above(office: Office) -> None:
    async with office.site.stage.work() as work:
        calm = Employer(name="Aannemer", verified=work.now, created=work.now)
        work.tx.add(calm)
    page = await (await office.desk("regional manager")).opens(LIST)
    names = [each for each in page.links if each in ("Aannemer", "Bakkerij De Korst")]
    assert names == ["Bakkerij De Korst", "Aannemer"]
