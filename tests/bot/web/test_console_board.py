"""The board of vacancies: states, filters, order, search, and lists that are kept."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlmodel import select

from services import texts
from services.store.models import Employer, SavedView, Vacancy
from tests.bot.web.office import Office, opened_office
from tests.bot.web.site import Page, Site


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    """Beside the vacancy with a match: three of an employer of somebody else."""
    office = await opened_office(quick_site)
    await office.desk("other manager")
    other = quick_site.stage.actors["other manager"].number
    async with quick_site.stage.work() as work:
        contact = (await work.get(Vacancy, office.vacancy)).contact_id
        employer = Employer(
            name="Hotel Zee", team="employers-ijmond", account_manager_id=other, created=work.now
        )
        work.tx.add(employer)
        await work.tx.flush()
        for days, title, ends in ((1, "Kok", 3), (2, "Ober", 40), (9, "Portier", None)):
            then = work.now - timedelta(days=days)
            work.tx.add(
                Vacancy(
                    employer_id=employer.id or 0,
                    contact_id=contact,
                    title=title,
                    demands={"occupation": ["cook"]},
                    answer={"sent": then.isoformat()} if title == "Ober" else {},
                    reported=then,
                    updated=then,
                    expires=work.today + timedelta(days=ends) if ends else None,
                    status="filled" if title == "Portier" else "open",
                )
            )
    return office


def titles(page: Page) -> list[str]:
    return re.findall(r'<h2><a href="/console/vacatures/\d+">(.*?)</a>', page.html)


OWN = "Schoonmaker in de ochtend"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Kok", OWN, "Ober"]),  # who waits for an answer, longest first; then the others
        ("volgorde=newest", [OWN, "Kok", "Ober"]),
        ("volgorde=expiring", ["Kok", "Ober", OWN]),
        ("alleen=mine", [OWN]),
        ("alleen=unverified", ["Kok", "Ober"]),
        ("alleen=no-match", ["Kok", "Ober"]),
        ("alleen=expiring", ["Kok"]),
        ("toon=filled", ["Portier"]),
        ("zoek=hotel&alleen=unverified&volgorde=expiring", ["Kok", "Ober"]),
        ("alleen=<b>&volgorde=x&toon=y", ["Kok", OWN, "Ober"]),
    ],
)
async def test_the_board_shows_what_was_asked(
    office: Office, query: str, expected: list[str]
) -> None:
    page = await (await office.desk("own manager")).opens(f"/console/vacatures?{query}")
    assert titles(page) == expected


async def test_mine_are_for_a_coach_the_vacancies_of_own_people(office: Office) -> None:
    address = "/console/vacatures?alleen=mine"
    assert titles(await (await office.desk("own coach")).opens(address)) == [OWN]
    assert titles(await (await office.desk("other coach")).opens(address)) == []


async def test_a_list_of_vacancies_is_kept_and_thrown_away(office: Office) -> None:
    desk = await office.desk("own manager")
    await desk.opens("/console/vacatures?alleen=expiring&volgorde=newest")
    await desk.presses(said("desk-view-keep"), name="Bijna voorbij")
    assert titles(await desk.follows("Bijna voorbij")) == ["Kok"]
    assert "Bijna voorbij" not in (await desk.opens("/console/werkzoekenden")).text
    async with office.site.stage.work() as work:
        view = (await work.tx.exec(select(SavedView))).one()
        assert (view.page, view.query) == ("vacatures", "toon=open&alleen=expiring&volgorde=newest")
    gone = await office.posts("own manager", f"/console/lijsten/{view.id}/weg")
    assert gone.headers["Location"] == "/console/vacatures"


async def test_another_state_keeps_what_was_searched(office: Office) -> None:
    desk = await office.desk("own manager")
    await desk.opens("/console/vacatures?zoek=hotel")
    page = await desk.follows(said("vacancy-status-filled"))
    assert titles(page) == ["Portier"]
    assert page.address.query["zoek"] == "hotel"
