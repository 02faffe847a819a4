"""The pages in a real browser: clicked through, checked for accessibility, and looked at.

With `make screenshots` the pictures are kept for the README.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, expect
from sqlmodel import col, select

from bot.demo.fill import fill
from bot.web.seats import CONSOLE
from services.access import sessions
from services.store.models import Match, Staff
from services.unit_of_work import Work
from tests.bot.web.site import Site, opened
from tests.browser import OpenPage, axe, no_overflow, screenshot

PHONE = {"viewport": {"width": 390, "height": 844}, "locale": "nl-NL"}


@pytest.fixture
async def demo_site(tmp_path: Path) -> AsyncIterator[Site]:
    """The invented region, served."""
    async with opened(f"sqlite+aiosqlite:///{tmp_path}/demo.db", demo=True) as running:
        async with running.stage.work() as work:
            await fill(work)
        yield running


async def until_times(page: Page, site: Site) -> None:
    """A jobseeker up to the question with ticks, by buttons and typing."""
    await page.goto(f"{site.base}/chat")
    await page.get_by_role("button", name="Ik zoek werk").click()
    ask = page.locator(".bubble__ask").last
    for answer, then in (
        ("Fatima", "Waar woon je"),
        ("harlem", "Welk werk wil je"),
        ("schoonmaken", "schoonmaken"),
    ):
        await page.get_by_label("Antwoord").fill(answer)
        await page.keyboard.press("Enter")
        await expect(ask).to_contain_text(then)
    await page.get_by_role("button", name="schoonmaker", exact=True).click()
    await expect(ask).to_contain_text("Ik heb nu")
    await page.get_by_role("button", name="Klaar", exact=True).click()
    await expect(ask).to_contain_text("Welk werk heb je al gedaan")
    for then in ("Wat kun je goed", "Hoeveel uur"):
        await page.get_by_role("button", name="Weet ik niet").click()
        await expect(ask).to_contain_text(then)
    await page.get_by_role("button", name="16 tot 24 uur").click()
    await expect(ask).to_contain_text("Wanneer kun je werken")


@pytest.mark.browser
async def test_the_chat_by_thumb(quick_site: Site, open_page: OpenPage) -> None:
    page = await open_page(**PHONE)
    await page.goto(f"{quick_site.base}/chat")
    assert await axe(page) == []
    await until_times(page, quick_site)
    await screenshot(page, "question", 390, whole=False)
    bubbles = await page.locator(".bubble").count()
    await page.get_by_role("button", name="Ochtend").click()
    await expect(page.get_by_role("button", name="✓ Ochtend")).to_be_visible()
    assert await page.locator(".bubble").count() == bubbles  # ticked in place
    assert await axe(page) == []
    await no_overflow(page)
    await screenshot(page, "chat", 390, whole=False)


@pytest.mark.browser
async def test_the_console_at_a_desk_and_on_a_phone(demo_site: Site, open_page: OpenPage) -> None:
    page = await open_page(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    async with demo_site.stage.work() as work:
        cookie, match = await _coach_with_work(work)
    await page.context.add_cookies([{"name": CONSOLE, "value": cookie, "url": demo_site.base}])
    for path, name in (
        ("/console", "vandaag"),
        (f"/console/matches/{match}", "match"),
        ("/console/werkzoekenden?toon=all", "werkzoekenden"),
        ("/console/vacatures", "vacatures"),
    ):
        await page.goto(demo_site.base + path)
        assert await axe(page) == [], path
        await screenshot(page, name, 390, whole=False)
        await screenshot(page, name, 1280, whole=False)
        await no_overflow(page)
        await page.set_viewport_size({"width": 1280, "height": 900})
    await page.goto(demo_site.base + "/console/werkzoekenden?toon=all")
    await page.locator("main .rows a").first.click()
    await expect(page.get_by_role("heading", name="Profiel")).to_be_visible()
    assert await axe(page) == []
    await page.goto(demo_site.base + f"/console/matches/{match}")
    await page.get_by_role("button", name="Voorleggen aan werkzoekende").click()
    await expect(page.locator(".badge").first).to_contain_text("ligt bij de werkzoekende")


@pytest.mark.browser
async def test_the_demo_side_by_side_and_what_people_think(
    demo_site: Site, open_page: OpenPage
) -> None:
    page = await open_page(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    await page.goto(demo_site.base + "/demo")
    for frame in await page.locator("iframe").all():
        await expect(frame.content_frame.locator("main")).to_be_visible()
    await screenshot(page, "demo", 1280, whole=False)
    async with demo_site.stage.work() as work:
        cookie = await _regional_manager(work)
    page = await open_page(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    await page.context.add_cookies([{"name": CONSOLE, "value": cookie, "url": demo_site.base}])
    await page.goto(demo_site.base + "/console/onderzoek")
    await expect(page.locator(".score").first).to_have_text(re.compile(r"[1-5](,\d)?"))
    assert await axe(page) == []
    for width in (390, 1280):
        await screenshot(page, "onderzoek", width, whole=False)


async def _regional_manager(work: Work) -> str:
    query = select(Staff).where(Staff.role == "regional_manager")
    staff = (await work.tx.exec(query)).first()
    assert staff is not None
    return await sessions.begin_visit(work, staff.person_id, "console", strong=True)


async def _coach_with_work(work: Work) -> tuple[str, int]:
    """A coach, logged in, and a match that waits for them."""
    query = select(Match).where(Match.state == "proposed").order_by(col(Match.score).desc())
    for match in (await work.tx.exec(query)).all():
        staff = await work.tx.get(Staff, match.coach_id) if match.coach_id else None
        if staff is not None and match.id is not None:
            cookie = await sessions.begin_visit(work, staff.person_id, "console", strong=True)
            return cookie, match.id
    raise AssertionError("the demo has no match that waits")
