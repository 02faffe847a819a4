"""What an employer keeps against the law is looked at by a person before anybody sees it."""

from __future__ import annotations

import pytest

from services.store.models import Employer, Vacancy
from tests import given
from tests.bot.web.site import Site, Visitor
from tests.reporting import heard, reports

UNFAIR = """Medewerker bediening, alleen vrouwen
Voor ons terras in Haarlem. 20 uur per week, € 16 per uur.
"""
PYRAMID = """Verkoper met eigen downline
Wij zoeken verkopers in Haarlem voor 20 uur per week, 16 euro per uur. Bouw je eigen team.
"""


async def kept(site: Site, advert: str = UNFAIR) -> Vacancy:
    """Hans pastes an advert, keeps its words, says why, and reports it."""
    await given.pair(site.stage)
    await heard(site.stage, "nieuwe vacature", advert, "[Laat het staan]")
    await site.stage.says("Hans", "Zij werken in de dameskleedkamer")
    return await reports(site.stage)


async def desk_of(site: Site, row: Vacancy) -> Visitor:
    desk = await site.staff("Naoual", "account_manager", team="employers-zuid")
    await desk.opens(f"/console/vacatures/{row.id}")
    return desk


async def state(site: Site, row: Vacancy) -> str:
    async with site.stage.work() as work:
        return (await work.get(Vacancy, row.id)).status


async def public(site: Site, row: Vacancy) -> bool:
    visitor = site.visitor()
    return (await visitor.opens(f"/vacatures/{row.id}")).status == 200


async def test_nobody_sees_it_before_a_person_decided(site: Site) -> None:
    row = await kept(site)
    told = "\n".join(await site.stage.hears("Hans"))
    assert "Voordat iemand hem ziet, kijkt een accountmanager naar dit" in told
    assert "alleen vrouwen" in told
    assert row.status == "look"
    assert not await public(site, row)
    assert "Kijk eerst naar" in "\n".join(await site.stage.hears("Naoual"))
    desk = await desk_of(site, row)
    assert "Wet gelijke behandeling van mannen en vrouwen" in desk.page.text
    assert "De werkgever zegt: “Zij werken in de dameskleedkamer”" in desk.page.text
    today = await desk.opens("/console")
    assert "Kijk eerst naar" in today.text
    assert await site.stage.parked() == []


@pytest.mark.parametrize(
    ("pressed", "status", "seen", "said"),
    [
        ("Plaats zoals het er staat", "open", True, "De vacature mag zo."),
        ("Plaats in andere woorden", "open", True, "Dit kon beter"),
        ("Plaats niet", "closed", False, "Zo kunnen wij hem niet laten zien"),
    ],
)
async def test_the_employer_hears_what_was_decided(
    quick_site: Site, pressed: str, status: str, *, seen: bool, said: str
) -> None:
    row = await kept(quick_site)
    await quick_site.stage.hears("Hans")
    desk = await desk_of(quick_site, row)
    await desk.presses(pressed, words="Bel mij gerust")
    await quick_site.stage.worker.drain()
    assert await state(quick_site, row) == status
    assert await public(quick_site, row) is seen
    told = "\n".join(await quick_site.stage.hears("Hans"))
    assert said in told
    assert "De accountmanager schrijft: “Bel mij gerust”" in told
    async with quick_site.stage.work() as work:
        title = (await work.get(Vacancy, row.id)).title
    assert ("alleen vrouwen" in title) is (pressed != "Plaats in andere woorden")


async def test_a_pyramid_is_for_a_person_whatever_the_employer_says(quick_site: Site) -> None:
    await given.pair(quick_site.stage)
    told = await heard(quick_site.stage, "nieuwe vacature", PYRAMID)
    assert "willen zeker weten dat dit gewoon betaald werk is" in told
    assert "[Ja, verander dit]" not in told
    await heard(quick_site.stage, "[Ga verder]")
    row = await reports(quick_site.stage)
    assert row.status == "look"
    desk = await desk_of(quick_site, row)
    assert "Plaats in andere woorden" not in desk.page.text


async def test_a_changed_vacancy_is_read_again(quick_site: Site) -> None:
    stage = quick_site.stage
    await given.pair(stage)
    await heard(stage, "nieuwe vacature", UNFAIR, "[Ja, verander dit]")
    row = await reports(stage)
    assert row.status == "open"
    await heard(stage, "mijn vacatures")
    await stage.says("Hans", f"[{row.title}]")
    await heard(
        stage, "[Vacature wijzigen]", "[Functie]", "Serveerster, max 25 jaar", "[Laat het staan]"
    )
    await heard(stage, "[Zonder uitleg]")
    assert "geen eis zijn" in "\n".join(await to_change(quick_site))
    assert await state(quick_site, row) == "look"


async def to_change(site: Site) -> list[str]:
    """Say yes to the summary of the change."""
    shown = list(site.stage.actors["Hans"].buttons)
    await site.stage.says("Hans", f"[{shown[0]}]")
    return await site.stage.hears("Hans")


async def test_who_has_not_looked_after_a_working_day_is_told_once_more(quick_site: Site) -> None:
    await kept(quick_site)
    stage = quick_site.stage
    await stage.hears("Naoual")
    await stage.passes(hours=20)
    await given.sweep(stage)
    assert "wacht tot u kijkt" not in "\n".join(await stage.hears("Naoual"))
    await stage.passes(hours=6)
    await given.sweep(stage)
    assert "wacht tot u kijkt wat erin staat" in "\n".join(await stage.hears("Naoual"))


async def test_an_employer_does_not_wait_in_vain_when_nobody_looks(quick_site: Site) -> None:
    await kept(quick_site)
    stage = quick_site.stage
    await stage.hears("Hans")
    await stage.passes(hours=60)
    await given.sweep(stage)
    assert "Wij beloofden u een antwoord" not in "\n".join(await stage.hears("Hans"))
    await stage.passes(hours=12)
    await given.sweep(stage)
    assert "Wij beloofden u een antwoord" in "\n".join(await stage.hears("Hans"))


async def test_the_lead_hears_in_time_and_can_look(quick_site: Site) -> None:
    """Before the promise to the employer is due, whoever leads the account managers is told."""
    await quick_site.staff("Lida", "account_manager", team="employers-zuid", lead=True)
    row, stage = await kept(quick_site), quick_site.stage
    async with stage.work() as work:
        employer = await work.get(Employer, row.employer_id)
        employer.account_manager_id = stage.actors["Naoual"].number
    await stage.hears("Lida")
    await stage.passes(hours=26)
    await given.sweep(stage)
    assert "Niemand keek nog naar" not in "\n".join(await stage.hears("Lida"))
    await stage.passes(hours=29)  # at 55 of the 72 hours it is afternoon
    await given.sweep(stage)
    told = "\n".join(await stage.hears("Lida"))
    assert "Niemand keek nog naar" in told
    assert "Wij beloofden u een antwoord" not in "\n".join(await stage.hears("Hans"))
    desk = await quick_site.staff("Lida", "account_manager", team="employers-zuid", lead=True)
    assert "Kijk eerst naar" in (await desk.opens("/console")).text
    await desk.opens(f"/console/vacatures/{row.id}")
    await desk.presses("Plaats zoals het er staat")
    assert await state(quick_site, row) == "open"


async def test_without_a_lead_the_regional_manager_hears(quick_site: Site) -> None:
    await quick_site.staff("Rita", "regional_manager")
    await kept(quick_site)
    await quick_site.stage.passes(hours=55)
    await given.sweep(quick_site.stage)
    assert "Niemand keek nog naar" in "\n".join(await quick_site.stage.hears("Rita"))
