"""Chances for one jobseeker: what comes near, what stands between, and making a match of it."""

from __future__ import annotations

import pytest
from sqlmodel import select

from services import texts
from services.store.models import Event, Jobseeker, Match, Vacancy
from tests.bot.web.office import DEMANDS, Office, opened_office
from tests.bot.web.site import Site


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    return await opened_office(quick_site)


async def another(office: Office, **demands: object) -> int:
    async with office.site.stage.work() as work:
        first = await work.get(Vacancy, office.vacancy)
        row = Vacancy(
            employer_id=first.employer_id,
            contact_id=first.contact_id,
            title="Schoonmaker bus",
            demands={**DEMANDS, **demands},
            reported=work.now,
            updated=work.now,
        )
        work.tx.add(row)
        await work.tx.flush()
        return row.id or 0


async def test_a_match_is_made_of_what_comes_near(office: Office) -> None:
    bus = await another(office, licences=["B"])
    async with office.site.stage.work() as work:
        her = await work.get(Jobseeker, office.her)
        her.profile = {**her.profile, "licences": []}
    desk = await office.desk("own coach")
    page = await desk.opens(f"/console/werkzoekenden/{office.her}")
    page = await desk.opens(page.links[said("desk-chances-find")])
    assert "Heeft geen rijbewijs B" in page.text
    assert page.text.count("Heeft geen rijbewijs B") == 1
    page = await desk.presses(said("desk-near-match", title="Schoonmaker bus"))
    async with office.site.stage.work() as work:
        query = select(Match).where(Match.vacancy_id == bus)
        match = (await work.tx.exec(query)).one()
        assert (match.state, match.origin) == ("proposed", "staff")
        seen = select(Event).where(Event.kind == "viewed", Event.person_id == office.her)
        assert (await work.tx.exec(seen)).first() is not None
    assert page.path.endswith(f"/console/matches/{match.id}")


async def test_a_vacancy_that_closed_meanwhile_is_told(office: Office) -> None:
    bus = await another(office, licences=["B"])
    path = f"/console/werkzoekenden/{office.her}/kansen"
    desk = await office.desk("own coach")
    await desk.opens(path)
    async with office.site.stage.work() as work:
        (await work.get(Vacancy, bus)).status = "filled"
    page = await office.posts("own coach", path, vacancy=str(bus))
    assert page.status == 409


@pytest.mark.parametrize("vacancy", ["", "x", "²", "-1"])
async def test_what_is_no_vacancy_is_refused(office: Office, vacancy: str) -> None:
    path = f"/console/werkzoekenden/{office.her}/kansen"
    assert (await office.posts("own coach", path, vacancy=vacancy)).status == 400


async def test_without_a_wish_the_wish_is_asked_first(office: Office) -> None:
    async with office.site.stage.work() as work:
        her = await work.get(Jobseeker, office.her)
        her.profile = {"home": "2011"}
    desk = await office.desk("own coach")
    page = await desk.opens(f"/console/werkzoekenden/{office.her}/kansen")
    assert said("desk-chances-unknown") in page.text
