"""The chat with a script when things go fast, or change under its feet."""

from __future__ import annotations

import asyncio
import re
import time

from playwright.async_api import expect
from sqlmodel import col, func, select

from services.store.models import Message
from tests.bot.web.site import Site, Visitor
from tests.bot.web.test_chat_forms import begun, streamed
from tests.bot.web.test_phone import PHONE
from tests.bot.web.test_phone import begun as begun_in_browser
from tests.bot.web.test_pictures import until_times
from tests.browser import OpenPage, Watch


async def until_ticks(site: Site) -> tuple[Visitor, int]:
    """A browser without a script at a question with ticks, and the number of that question."""
    visitor = await begun(site)
    for words in ("Amina", "Haarlem", "schoonmaken"):
        await visitor.types(words)
    for button in ("schoonmaker", "Klaar", "Weet ik niet", "Weet ik niet", "16 tot 24 uur"):
        await visitor.presses(button)
    async with site.stage.work() as work:
        query = select(func.max(Message.id)).where(col(Message.ours))
        return visitor, (await work.tx.exec(query)).one() or 0


async def test_a_list_ticked_twice_names_both_lists_it_replaces(site: Site) -> None:
    visitor, first = await until_ticks(site)
    for tick in ("Ochtend", "Avond"):
        await visitor.presses(tick)
    said = await streamed(visitor)
    assert f'data-id="{first}"' not in said  # a fresh page has the newest list only
    replaced = [each.split() for each in re.findall(r'data-replaces="([\d ]+)"', said)][-1]
    assert len(replaced) == 2
    assert int(replaced[1]) == first


async def replaced(site: Site) -> list[int]:
    """The lists that were ticked again."""
    async with site.stage.work() as work:
        query = select(Message.id).where(Message.outcome == "replaced")
        return [each or 0 for each in (await work.tx.exec(query)).all()]


async def test_ticks_that_outrun_the_line_leave_one_list(
    quick_site: Site, open_page: OpenPage, watch: Watch
) -> None:
    watch.expect("ERR_INTERNET_DISCONNECTED|ERR_FAILED")
    page = await open_page(**PHONE)
    await until_times(page, quick_site)
    await page.route("**/chat/stream*", lambda route: route.abort())
    await page.reload()
    bubbles = await page.locator(".bubble").count()
    await page.evaluate(
        "['Ochtend', 'Avond', 'Weekend'].forEach(said => [...document.querySelectorAll('button')]"
        ".find(button => button.textContent.trim() === said).click())"
    )
    for _ in range(100):
        if len(await replaced(quick_site)) == 3:
            break
        await asyncio.sleep(0.05)
    await page.unroute("**/chat/stream*")
    for ticked in ("✓ Ochtend", "✓ Avond", "✓ Weekend"):
        await expect(page.get_by_role("button", name=ticked)).to_have_count(1, timeout=10_000)
    assert await page.locator(".bubble").count() == bubbles
    assert await page.locator(".button--ticked").count() == 3


async def test_another_language_turns_the_whole_page(quick_site: Site, open_page: OpenPage) -> None:
    page = await open_page(**PHONE)
    await begun_in_browser(page, quick_site)
    await page.locator(".more summary").click()
    await page.locator(".more").get_by_role("button", name="Taal").click()
    await page.get_by_role("button", name="English").click()
    await expect(page.get_by_role("button", name="Send", exact=True)).to_be_visible()
    assert await page.locator("html").get_attribute("lang") == "en"


async def test_streams_end_at_once_when_we_stop(quick_site: Site) -> None:
    visitor = await begun(quick_site)
    async with visitor.session.get(quick_site.base + "/chat/stream") as answer:
        await answer.content.readline()
        begin = time.monotonic()
        quick_site.deps.close()
        async with asyncio.timeout(2):
            await answer.read()
        assert time.monotonic() - begin < 0.4


async def test_numbers_that_are_none_start_from_the_beginning(quick_site: Site) -> None:
    visitor = await begun(quick_site)
    everything = await streamed(visitor)
    for odd in ("-1", "abc", "9" * 30):
        said = await streamed(visitor, **{"Last-Event-ID": odd})
        assert said.count("id: ") == everything.count("id: ")
