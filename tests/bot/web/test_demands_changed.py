"""The employer asks something else: what it means for who was asked, and the coach decides."""

from __future__ import annotations

from sqlmodel import select

from services import vacancies
from services.store.models import Match, Vacancy
from services.vacancies import changing
from tests import given
from tests.bot.web.site import Site, Visitor
from tests.bot.web.test_console_day import waiting


async def asked(site: Site) -> int:
    """Fatima said yes to Hans' vacancy and he sees her card; Marloes coaches her."""
    match_id = await given.asked(site.stage)
    await site.stage.worker.drain()
    await site.stage.says("Fatima", "[Ik wil dit]")
    return match_id


async def changes(site: Site, **answers: object) -> None:
    """Hans changes his vacancy."""
    async with site.stage.work() as work:
        row = (await work.tx.exec(select(Vacancy).order_by(Vacancy.id))).first()
        assert row is not None
        everything = {**vacancies.answers_now(row), **answers}
        hans = given.number(site.stage, "Hans")
        assert await changing.change(work, row.id or 0, everything, hans)
    await site.stage.worker.drain()


async def marloes(site: Site, path: str = "/console") -> Visitor:
    desk = await site.staff("Marloes", "coach", lead=True)
    await desk.opens(path)
    return desk


def changed_row(desk: Visitor) -> list[str]:
    return [row for row in waiting(desk.page) if row.startswith("Eisen veranderd")]


async def state(site: Site, match_id: int) -> str:
    async with site.stage.work() as work:
        return (await work.get(Match, match_id)).state


async def test_what_changed_and_what_it_means_stands_on_vandaag(site: Site) -> None:
    match_id = await asked(site)
    assert changed_row(await marloes(site)) == []
    await changes(site, licence="ce")
    desk = await marloes(site)
    (row,) = changed_row(desk)
    assert "Fatima" in row
    assert "schoonmaker bakkerij bij Bakkerij Hoekstra" in row
    assert "anders: Rijbewijs. Past nu niet meer: wat echt moet, kan niet." in desk.page.text
    page = await desk.opens(f"/console/matches/{match_id}")
    assert "De werkgever vraagt nu iets anders" in page.text
    assert "eerst B, nu CE" in page.text
    assert "Past nu niet meer" in page.text
    why = page.text.partition("De werkgever vraagt nu iets anders")[2].partition("Houd deze match")[
        0
    ]
    assert why.count("Heeft geen rijbewijs CE.") == 1


async def test_the_coach_keeps_it(quick_site: Site) -> None:
    match_id = await asked(quick_site)
    await changes(quick_site, licence="ce")
    desk = await marloes(quick_site, f"/console/matches/{match_id}")
    before = await state(quick_site, match_id)
    page = await desk.presses("Houd deze match")
    assert "Bewaard. De match gaat door." in page.text
    assert "bekeken na nieuwe eisen: gaat door" in page.text
    assert await state(quick_site, match_id) == before
    assert changed_row(await marloes(quick_site)) == []
    await changes(quick_site, hours=[36, 40])
    assert len(changed_row(await marloes(quick_site))) == 1  # another change is another look


async def test_the_coach_ends_it_and_she_hears_it_kindly(quick_site: Site) -> None:
    match_id = await asked(quick_site)
    await changes(quick_site, licence="ce")
    await quick_site.stage.hears("Fatima")
    desk, other = [await marloes(quick_site, f"/console/matches/{match_id}") for _ in range(2)]
    await desk.presses("Stop deze match")
    await quick_site.stage.worker.drain()
    assert await state(quick_site, match_id) == "withdrawn"
    assert "De werkgever vraagt nu iets anders" in "\n".join(await quick_site.stage.hears("Fatima"))
    assert (await other.presses("Houd deze match")).status == 409
    assert changed_row(await marloes(quick_site)) == []


async def test_what_says_nothing_about_her_is_no_work(quick_site: Site) -> None:
    await asked(quick_site)
    await changes(quick_site, channel="phone", interval="week")
    assert changed_row(await marloes(quick_site)) == []


async def test_a_change_on_hold_is_looked_at_when_it_goes_on(quick_site: Site) -> None:
    await asked(quick_site)
    hans = given.number(quick_site.stage, "Hans")
    async with quick_site.stage.work() as work:
        row = (await work.tx.exec(select(Vacancy).order_by(Vacancy.id))).first()
        assert row is not None
        await changing.hold(work, row.id or 0, hans)
    await changes(quick_site, licence="ce")
    assert changed_row(await marloes(quick_site)) == []
    async with quick_site.stage.work() as work:
        await changing.open_again(work, row.id or 0, hans)
    await quick_site.stage.worker.drain()
    assert len(changed_row(await marloes(quick_site))) == 1
