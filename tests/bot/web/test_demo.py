"""The demo's page: a match travels over two phones and a console, and only in a demo."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.async_api import FrameLocator, expect
from sqlmodel import col, select

from bot.demo.story import afresh, story
from bot.stage import staged
from services import installation, texts
from services.access import sessions
from services.store.models import Address, Employer, Jobseeker, Match, Person
from services.store.sealed import ring
from tests.bot.web.site import Site, opened
from tests.bot.web.world import World, made, stored
from tests.browser import OpenPage

FRIDAY = datetime(2026, 11, 27, 15, 30, tzinfo=UTC)
MONDAY = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)  # nine o'clock


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[Site]:
    """A demo with one match in it."""
    async with opened(f"sqlite+aiosqlite:///{tmp_path}/demo.db", demo=True) as running:
        yield running


def words(text_id: str, language: str = "nl") -> str:
    """What stands on a button."""
    return texts.text(language, text_id)


async def small(demo: Site) -> World:
    """A coach, her jobseeker, a verified employer, and a match that waits."""
    await demo.stage.person("Noor", "coach", team="intake-haarlem")
    world = await made(demo, coach="Noor")
    async with demo.stage.work() as work:
        (await work.get(Employer, world.employer)).verified = work.now
        (await work.get(Match, world.match)).state = "proposed"
        (await work.get(Jobseeker, world.jobseeker)).coach_id = demo.stage.actors["Noor"].number
        for number in (world.jobseeker, world.contact):
            key = ring().lookup("web", f"phone-{number}")
            work.tx.add(Address(person_id=number, channel="web", key=key, used=work.now))
    return world


@pytest.mark.browser
async def test_a_match_travels_over_the_three_windows(demo: Site, open_page: OpenPage) -> None:
    world = await small(demo)
    page = await open_page(viewport={"width": 1500, "height": 950})
    await page.goto(f"{demo.base}/demo")
    hers, desk, theirs = (page.frame_locator("iframe").nth(n) for n in range(3))

    async def press(window: FrameLocator, button: str) -> None:
        await window.get_by_role("button", name=button, exact=True).click()

    await press(desk, words("review-decision.approve"))
    await press(hers, words("interest-answer.yes"))
    await press(theirs, words("meeting-answer.invite", "nl-u"))
    await expect(theirs.get_by_text("Haddad")).to_have_count(0)  # not before her yes
    await press(hers, words("confirm-answer.yes"))
    await press(hers, "Amina Haddad")
    await hers.get_by_label("Antwoord").fill("0612345678")
    await press(hers, "Stuur")
    await expect(theirs.get_by_text("Amina Haddad")).to_have_count(1)
    match = await stored(demo, Match, world.match)
    assert match.agreed is not None


async def test_each_window_has_a_cookie_of_its_own(demo: Site) -> None:
    await small(demo)
    visitor = demo.visitor()
    page = await visitor.opens("/demo")
    assert page.status == 200
    assert len({visitor.cookie(f"werklijn_{seat}") for seat in ("werkzoekende", "werkgever")}) == 2
    assert (await visitor.opens("/demo/werkgever/chat")).status == 200
    assert "werklijn_werkgever" not in (await visitor.opens("/chat")).html


async def test_a_day_further_is_the_next_working_morning_and_nobody_is_out(demo: Site) -> None:
    await small(demo)
    visitor = demo.visitor()
    await visitor.opens("/demo")
    demo.deps.clock.move(FRIDAY - demo.deps.clock.now())
    async with demo.stage.work() as work:
        somebody = await sessions.begin_visit(work, demo.stage.actors["Noor"].number, "console")
    await visitor.opens("/demo")
    page = await visitor.presses("Een dag verder")
    assert page.status == 200
    assert demo.deps.clock.now() == MONDAY
    async with demo.stage.work() as work:
        assert await installation.clock_offset(work) == MONDAY - FRIDAY
        assert await sessions.visit(work, somebody, "console") is not None
    assert (await visitor.opens("/console")).path == "/console"


@pytest.mark.browser
async def test_on_a_phone_it_says_what_it_is_and_the_first_button_is_in_view(
    demo: Site, open_page: OpenPage
) -> None:
    await small(demo)
    page = await open_page(viewport={"width": 360, "height": 740})
    await page.goto(f"{demo.base}/demo")
    assert texts.text("nl", "demo-what") in await page.inner_text("header")
    first = (
        page.frame_locator("iframe")
        .nth(1)
        .get_by_role("button", name=words("review-decision.approve"), exact=True)
    )
    await first.wait_for()
    await page.frame_locator("iframe").nth(2).get_by_label("Antwoord").wait_for()
    box = await first.bounding_box()
    assert box
    assert box["y"] > 0
    assert box["y"] + box["height"] <= 740


async def test_without_a_match_the_page_says_so(demo: Site) -> None:
    assert (await demo.visitor().opens("/demo")).status == 404


@pytest.mark.parametrize(
    "path", ["/demo", "/demo/werkgever/chat", "/demo/werkzoekende/chat/stream"]
)
async def test_a_real_installation_has_no_demo(quick_site: Site, path: str) -> None:
    assert (await quick_site.visitor().opens(path)).status == 404
    for action in ("/demo/dag", "/demo/opnieuw", "/demo/werkgever/chat/begin"):
        answer = await quick_site.visitor().posts(action, {})
        assert answer.status in (403, 404)


async def test_afresh_is_the_same_region_again(tmp_path: Path) -> None:
    async with staged(f"sqlite+aiosqlite:///{tmp_path}/demo.db") as stage:
        async with stage.work() as work:
            work.tx.add(Person(name="Wie hier was", created=work.now))
            await installation.write(work, installation.CLOCK, 86400)
            await installation.write(work, "demo-story", {})
        async with stage.work() as work:
            await afresh(work)
        async with stage.work() as work:
            told = await story(work)
            match = await work.get(Match, told.match)
            names = (await work.tx.exec(select(Person).order_by(col(Person.id)))).all()
            assert match.state == "proposed"
            assert "Wie hier was" not in {person.name for person in names}
            assert not await installation.clock_offset(work)
            assert await installation.read(work, installation.DEMO) is True
