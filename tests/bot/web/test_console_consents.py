"""Her file tells what she said yes to; her own copy tells the same."""

from __future__ import annotations

from services import privacy, texts
from services.jobseekers import profiles
from tests.bot.web.office import opened_office
from tests.bot.web.site import Page, Site

FILE = "/console/werkzoekenden/"


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


def lines(page: Page) -> list[str]:
    """What stands below the heading."""
    below = page.text.partition(said("desk-consents"))[2].partition(said("desk-viewers"))[0]
    return [" ".join(line.split()) for line in below.splitlines() if line.strip()]


async def test_what_she_agreed_to_and_took_back(quick_site: Site) -> None:
    office = await opened_office(quick_site)
    desk = await office.desk("own coach")
    assert said("desk-consents-none") in " ".join(lines(await desk.opens(f"{FILE}{office.her}")))

    await office.put("interested")
    told = " ".join(lines(await desk.opens(f"{FILE}{office.her}")))
    assert "Een kaart zonder naam voor" in told
    assert "Naam en nummer" not in told

    await office.put("invited", agreed=True)
    await office.plans()
    for shown in (True, False):
        async with office.site.stage.work() as work:
            await profiles.set_visibility(work, office.her, shown=shown, actor=office.her)
        told = " ".join(lines(await desk.opens(f"{FILE}{office.her}")))
        answer = said("desk-consent.yes" if shown else "desk-consent.no")
        assert f"{answer} {said('consent-list')}" in told
    assert "Naam en nummer gegeven aan" in told
    assert "Een kaart zonder naam voor" not in told
    assert "Akkoord met het plan, versie 1" in told


async def test_the_other_key_is_the_coachs_and_no_consent_of_hers(quick_site: Site) -> None:
    office = await opened_office(quick_site)
    coach = office.site.stage.actors["own coach"].number if office.desks else 0
    async with office.site.stage.work() as work:
        await profiles.set_visibility(work, office.her, shown=True, actor=coach)
        copy = await privacy.export(work, office.her)
    assert copy["consents"] == []


async def test_her_copy_says_the_same(quick_site: Site) -> None:
    office = await opened_office(quick_site)
    await office.put("invited", agreed=True)
    async with office.site.stage.work() as work:
        copy = await privacy.export(work, office.her)
    (consent,) = copy["consents"]
    assert consent["what"][0] == "consent-name"
    assert (consent["given"], consent["since"]) == (True, work.today.isoformat())
