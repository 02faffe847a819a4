"""What staff type is read before it is kept, in every form, and nothing typed is lost."""

from __future__ import annotations

import pytest
from playwright.async_api import expect
from sqlmodel import col, select

from bot.web.seats import CONSOLE
from services import texts
from services.store.models import Match, Remark
from tests.bot.web.office import Office, events_of, opened_office
from tests.bot.web.site import Site
from tests.browser import OpenPage, Watch, axe, no_overflow

NOTE = "Zij heeft reuma en komt graag langs"


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    return await opened_office(quick_site)


async def notes(office: Office) -> list[str]:
    async with office.site.stage.work() as work:
        found = [each.id for each in await events_of(work.tx) if each.kind == "note"]
        rows = (await work.tx.exec(select(Remark).order_by(col(Remark.event_id)))).all()
        return [each.words or "" for each in rows if each.event_id in found]


async def noted(office: Office, words: str) -> str:
    """A coach writes a note; what the page then says."""
    desk = await office.desk("own coach")
    await desk.opens(f"/console/werkzoekenden/{office.her}")
    return (await desk.presses(said("desk-note-save"), words=words)).text


async def test_a_note_is_shown_back_and_kept_without_the_illness(office: Office) -> None:
    told = await noted(office, NOTE)
    assert said("guard-health") in told
    assert "Zij heeft … en komt graag langs" in told
    assert await notes(office) == []
    page = await office.desks["own coach"].presses(said("desk-typed-keep"))
    assert said("desk-done-noted") in page.text
    assert await notes(office) == ["Zij heeft … en komt graag langs"]


async def test_it_can_be_changed_and_what_was_typed_is_still_there(office: Office) -> None:
    await noted(office, NOTE)
    desk = office.desks["own coach"]
    assert f">{NOTE}</textarea>" in desk.page.html
    page = await desk.presses(said("desk-typed-again"), words=NOTE)
    assert said("guard-health") in page.text  # the same words come back again
    await desk.presses(said("desk-typed-again"), words="Zij komt graag langs")
    assert await notes(office) == ["Zij komt graag langs"]


async def test_a_number_of_somebody_asks_for_a_second_yes(office: Office) -> None:
    words = "Bel haar zus, 06-12345678. BSN 111222333"
    assert said("guard-phone") in await noted(office, words)
    desk = office.desks["own coach"]
    await desk.presses(said("desk-typed-contacts-yes"))
    assert await notes(office) == ["Bel haar zus, 06-12345678. BSN …"]


async def test_without_it_the_number_goes(office: Office) -> None:
    await noted(office, "Bel haar zus, 06-12345678.")
    await office.desks["own coach"].presses(said("desk-typed-keep"))
    assert await notes(office) == ["Bel haar zus, …."]


@pytest.mark.parametrize(
    ("path", "fields", "reason"),
    [
        ("/console/matches/{0.match}/besluit", {"to": "declined", "shown": "proposed"}, "origin"),
        ("/console/matches/{0.match}/afspraak", {"day": "2026-12-01"}, "origin"),
        ("/console/werkzoekenden/{0.her}/antwoord", {}, "origin"),
        ("/console/werkzoekenden/{0.her}/overdracht", {"team": "intake-velsen"}, "origin"),
    ],
)
async def test_every_form_reads_before_it_keeps(
    office: Office, path: str, fields: dict[str, str], reason: str
) -> None:
    before = await office.happened()
    page = await office.posts("own coach", path.format(office), words="Zij is Syrisch", **fields)
    assert page.status == 422
    assert said(f"guard-{reason}") in page.text
    kept = page.form(button=said("desk-typed-keep")).fields
    assert kept["words"] == "Zij is …"
    assert {name: kept[name] for name in fields} == fields
    assert await office.happened() == before
    async with office.site.stage.work() as work:
        assert (await work.get(Match, office.match)).state == "proposed"


async def test_a_plan_keeps_its_other_steps(office: Office) -> None:
    desk = await office.desk("own coach")
    await desk.opens(f"/console/werkzoekenden/{office.her}/plan")
    await desk.presses(said("desk-plan-begin"))
    steps = {"step-1": "Afkicken van haar verslaving", "step-2": "Een cursus lassen"}
    page = await desk.presses(said("desk-plan-keep"), **steps)
    assert said("guard-health") in page.text
    page = await desk.presses(said("desk-typed-again"), **{"step-1": "Eerst rust"})
    again = page.form(button=said("desk-plan-keep")).fields
    assert (again["step-1"], again["step-2"]) == ("Eerst rust", "Een cursus lassen")


async def test_it_works_in_a_browser_without_a_script(
    office: Office, open_page: OpenPage, watch: Watch
) -> None:
    watch.expect("status of 422")
    await office.desk("own coach")
    page = await open_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    cookie = await office.site.console_cookie("own coach")
    await page.context.add_cookies([{"name": CONSOLE, "value": cookie, "url": office.site.base}])
    await page.goto(f"{office.site.base}/console/werkzoekenden/{office.her}")
    await page.fill("#note", NOTE)
    await page.get_by_role("button", name=said("desk-note-save")).click()
    await expect(page.get_by_text("Zij heeft … en komt graag langs")).to_be_visible()
    await page.get_by_text(said("desk-typed-change"), exact=True).click()
    await expect(page.locator("textarea")).to_have_value(NOTE)
    await page.get_by_role("button", name=said("desk-typed-keep")).click()
    await expect(page.get_by_text(said("desk-done-noted"))).to_be_visible()
    assert await notes(office) == ["Zij heeft … en komt graag langs"]


async def test_the_page_reads_well(office: Office, open_page: OpenPage, watch: Watch) -> None:
    watch.expect("status of 422")
    await office.desk("own coach")
    page = await open_page(viewport={"width": 320, "height": 700})
    cookie = await office.site.console_cookie("own coach")
    await page.context.add_cookies([{"name": CONSOLE, "value": cookie, "url": office.site.base}])
    await page.goto(f"{office.site.base}/console/werkzoekenden/{office.her}")
    await page.fill("#note", NOTE)
    await page.get_by_role("button", name=said("desk-note-save")).click()
    await expect(page.get_by_text(said("desk-typed-so"))).to_be_visible()
    assert await axe(page) == []
    await no_overflow(page)
