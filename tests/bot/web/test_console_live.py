"""The console follows what happens, without losing what somebody is doing."""

from __future__ import annotations

import asyncio
import json

import aiohttp
import pytest
from playwright.async_api import Page as BrowserPage
from playwright.async_api import expect
from yarl import URL

from bot.web.seats import CONSOLE
from services import matches, texts
from services.store.models import Match, Person, Staff
from tests.bot.web.office import Office, opened_office
from tests.bot.web.site import Site
from tests.browser import OpenPage

pytestmark = pytest.mark.timeout(90)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    return await opened_office(quick_site)


async def desk_in_browser(office: Office, name: str, open_page: OpenPage) -> BrowserPage:
    """The same desk, in a real browser."""
    await office.desk(name)
    page = await open_page()
    cookie = office.desks[name].cookie(CONSOLE)
    base = office.site.base
    await page.context.add_cookies([{"name": CONSOLE, "value": cookie, "url": base}])
    return page


async def decided(office: Office, to: str = "approved") -> None:
    """A colleague decides on the match."""
    async with office.site.stage.work() as work:
        actor = office.site.stage.actors["colleague"].number
        await matches.move(work, office.match, to, actor=actor, reason="other")
    office.site.bell.ring()


@pytest.mark.browser
async def test_vandaag_follows_by_itself(office: Office, open_page: OpenPage) -> None:
    await office.desk("colleague")
    page = await desk_in_browser(office, "own coach", open_page)
    await page.goto(f"{office.site.base}/console")
    before = await page.locator(".work__item").count()
    assert before > 0
    await decided(office)
    await expect(page.locator(".work__item")).to_have_count(before - 1, timeout=10_000)
    await expect(page.locator('[data-count="today"]')).to_have_text(str(before - 1))


@pytest.mark.browser
async def test_a_list_does_not_move_under_a_hand(office: Office, open_page: OpenPage) -> None:
    await office.desk("colleague")
    page = await desk_in_browser(office, "own coach", open_page)
    await page.goto(f"{office.site.base}/console")
    before = await page.locator(".work__item").count()
    await page.locator(".work__item a").first.focus()
    await decided(office)
    await expect(page.locator("[data-changed]")).to_be_visible(timeout=10_000)
    assert await page.locator(".work__item").count() == before


@pytest.mark.browser
async def test_a_match_that_somebody_else_moved_says_so(
    office: Office, open_page: OpenPage
) -> None:
    await office.desk("colleague")
    page = await desk_in_browser(office, "own coach", open_page)
    await page.goto(f"{office.site.base}/console/matches/{office.match}")
    await expect(page.locator("[data-changed]")).to_be_hidden()
    await decided(office)
    await expect(page.locator("[data-changed]")).to_be_visible(timeout=10_000)
    words = texts.text("nl-u", "desk-changed-now")
    await expect(page.get_by_text(words)).to_be_visible()


async def first_state(office: Office, name: str, query: str = "") -> tuple[int, dict[str, object]]:
    """The status of the stream, and the first thing it tells."""
    visitor = await office.desk(name)
    url = URL(f"{office.site.base}/console/stream{query}")
    async with visitor.session.get(url, allow_redirects=False) as answer:
        if answer.status != 200:
            return answer.status, {}
        async for line in answer.content:
            if line.startswith(b"data: "):
                return 200, json.loads(line[6:])
    return 200, {}


async def test_the_stream_is_for_staff_only(office: Office) -> None:
    async with aiohttp.ClientSession() as nobody:
        url = f"{office.site.base}/console/stream"
        async with nobody.get(url, allow_redirects=False) as answer:
            assert answer.status == 303


async def test_the_state_of_a_match_is_told_to_whom_it_concerns(office: Office) -> None:
    query = f"?match={office.match}"
    _, own = await first_state(office, "own coach", query)
    _, other = await first_state(office, "other coach", query)
    assert str(own["match"]).startswith("proposed")
    assert other["match"] == ""
    for odd in ("?match=x", "?match=99999999999999", "?match=%00"):
        assert "match" not in (await first_state(office, "own coach", odd))[1]


async def test_a_stream_ends_when_access_is_stopped(office: Office) -> None:
    visitor = await office.desk("own coach")
    async with visitor.session.get(f"{office.site.base}/console/stream") as answer:
        await answer.content.readuntil(b"\n\n")
        async with office.site.stage.work() as work:
            number = office.site.stage.actors["own coach"].number
            (await work.get(Staff, number)).active = False
        for _ in range(40):
            office.site.bell.ring()
            await asyncio.sleep(0.1)
            if answer.content.at_eof():
                break
            answer.content.read_nowait()
        assert answer.content.at_eof()


async def test_nothing_of_anybody_is_in_the_stream(office: Office) -> None:
    _, state = await first_state(office, "own coach", f"?match={office.match}")
    async with office.site.stage.work() as work:
        match = await work.get(Match, office.match)
        person = await work.get(Person, match.jobseeker_id)
    assert str(person.name) not in json.dumps(state)
    assert set(state) == {"counts", "today", "match"}
