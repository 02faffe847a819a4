"""Every look at somebody is told to her, to her coach and to the administrator: also at a card."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import col, select

from bot.stage import staged
from bot.web.console.routes import PAGES as CONSOLE
from services import privacy
from services.messages import outbox
from services.privacy.looking import WHAT, what
from services.store.models import Audit, Look, Match, Person
from services.texts import text
from tests import given
from tests.bot.web.everybody import gathered
from tests.bot.web.site import Site
from tests.bot.web.test_employer import Bakery, bakery

__all__ = ["bakery"]  # the fixture


async def looks(bakery: Bakery, person: int) -> list[tuple[str, str, str]]:
    async with bakery.site.stage.work() as work:
        return [(each.name, each.role, each.what) for each in await privacy.viewers(work, person)]


async def test_an_employer_who_sees_her_card_is_told_to_her(bakery: Bakery) -> None:
    boss = await bakery.boss()  # her card waits on the page
    assert await looks(bakery, bakery.her) == [("De Korst", "employer", "card")]
    bakery.site.stage.clock.move(timedelta(minutes=1))
    await boss.opens("/werkgever/kandidaten")
    assert (await looks(bakery, bakery.her))[0] == ("De Korst", "employer", "browse")
    page = await boss.opens(f"/werkgever/kandidaten/{bakery.mark()}")
    assert page.status == 200
    async with bakery.site.stage.work() as work:
        rows = (await work.tx.exec(select(Audit).where(Audit.actor_id == bakery.contact))).all()
        alone = [row for row in rows if row.page.startswith("/werkgever/kandidaten/{mark")]
        assert [row.people for row in alone] == [[bakery.her]]
    await boss.opens("/werkgever/kandidaten?gemeente=Zandvoort")  # a list without her
    async with bakery.site.stage.work() as work:
        last = (await work.tx.exec(select(Audit).order_by(col(Audit.id).desc()))).first()
        assert last is not None and bakery.her in last.people and "{mark" in last.page


async def test_what_the_employer_may_not_see_is_no_look(bakery: Bakery) -> None:
    await bakery.put("interested")
    await bakery.boss()
    assert await looks(bakery, bakery.her) == []


async def test_she_reads_in_the_chat_who_looked_and_at_what(bakery: Bakery) -> None:
    await bakery.boss()
    visitor = await bakery.visitor(bakery.her)
    await visitor.opens("/chat")
    page = await visitor.types("wie keek")
    assert "De Korst" in page.text
    assert text("nl", "looked-at.card") in page.text


async def test_a_card_in_a_chat_is_a_look(database_url: str) -> None:
    """The coach decides in the chat, and the employer reads the card there: once each."""
    async with staged(database_url) as stage:
        match_id = await given.pair(stage)
        her, hans = given.number(stage, "Fatima"), given.number(stage, "Hans")
        async with stage.work() as work:
            match = await work.get(Match, match_id)
            match.state, match.agreed = "introduced", None
            outbox.open_dialog(work, hans, "meeting", match_id)
        await stage.worker.drain()
        await stage.says("Hans", "wat bedoel je")
        async with stage.work() as work:
            seen = await privacy.viewers(work, her)
            rows = (await work.tx.exec(select(Look).where(Look.person_id == her))).all()
        assert [(each.name, each.what) for each in seen] == [("Bakkerij Hoekstra", "card")]
        assert len(rows) == 1


async def test_lists_and_comparisons_of_colleagues_are_told_too(quick_site: Site) -> None:
    async with gathered(quick_site) as everybody:
        her = int(everybody.own["her"])
        for path in ("/console/werkzoekenden", f"/console/werkzoekenden/{her}",
                     f"/console/matches/{everybody.own['match']}"):  # fmt: skip
            assert (await everybody.asks("own coach", path)).status == 200
        async with quick_site.stage.work() as work:
            seen = {each.what for each in await privacy.viewers(work, her)}
        assert {"list", "file", "match"} <= seen
        coach = quick_site.stage.actors["own coach"].number
        page = await everybody.asks("administrator", f"/console/beheer/logboek?persoon={her}")
        assert f"Nummer {coach}" in page.body
        other = await everybody.asks("administrator", "/console/beheer/logboek?persoon=999999")
        assert f"Nummer {coach}" not in other.body
        file = await everybody.asks("own coach", f"/console/werkzoekenden/{her}")
        assert text("nl", "looked-at.list") in file.body


def test_every_page_of_the_console_says_what_it_shows() -> None:
    for begin, kind in WHAT:
        for language in ("nl", "en"):
            assert text(language, f"looked-at.{kind}")
        if begin.startswith("/console"):
            assert any(path.replace(":\\d{1,9}", "").startswith(begin) for path in CONSOLE) or (
                begin == "/console/kandidaten"
            ), begin
    assert what("/console/vacatures/{id:\\d{1,9}}/kandidaten") == "compare"


async def test_looks_go_with_who_was_looked_at(bakery: Bakery) -> None:
    await bakery.boss()
    async with bakery.site.stage.work() as work:
        await privacy.erase(work, await work.get(Person, bakery.her))
    async with bakery.site.stage.work() as work:
        query = select(Look).where(Look.person_id == bakery.her)
        assert (await work.tx.exec(query)).all() == []
