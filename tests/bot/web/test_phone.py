"""What a real browser does with the pages: no script, no line, no mouse, little room, dark."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect
from sqlmodel import col, select

from bot.web.seats import CONSOLE
from services.store.models import Message
from tests.bot.web.site import Site
from tests.bot.web.world import World, made
from tests.browser import OpenPage, axe, no_overflow, screenshot

SMALL = {"viewport": {"width": 320, "height": 640}}
PHONE = {"viewport": {"width": 390, "height": 844}}
IN_SIGHT = """element => {
    const box = element.getBoundingClientRect()
    return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight
}"""
# What lies on top in the middle of the thing that has focus is that thing, or is in it.
UNCOVERED = """() => {
    const it = document.activeElement
    const box = it.getBoundingClientRect()
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    return it === document.body || (top !== null && (it.contains(top) || top.contains(it)))
}"""


async def begun(page: Page, site: Site) -> None:
    """Somebody who looks for work sees the first question."""
    await page.goto(f"{site.base}/chat")
    await page.get_by_role("button", name="Ik zoek werk").click()
    await expect(page.locator(".bubble__ask").last).to_contain_text("Hoe mag ik je noemen?")


async def says(page: Page, words: str) -> None:
    await page.get_by_label("Antwoord").fill(words)
    await page.get_by_role("button", name="Stuur", exact=True).click()


async def said(site: Site) -> list[str]:
    """What people said, as it is kept."""
    async with site.stage.work() as work:
        query = select(Message).where(col(Message.ours).is_(False)).order_by(col(Message.id))
        return [str(row.body) for row in (await work.tx.exec(query)).all()]


async def test_without_a_script_the_newest_question_is_in_sight(
    quick_site: Site, open_page: OpenPage
) -> None:
    page = await open_page(java_script_enabled=False, **SMALL)
    await begun(page, quick_site)
    for words in ("Amina", "Haarlem", "schoonmaken"):
        await says(page, words)
        await expect(page.locator(".bubble--me").last).to_contain_text(words)
    assert await page.locator(".bubble__ask").last.evaluate(IN_SIGHT)
    assert await page.locator("[data-read], [data-place], [data-notice]").count() > 0
    for hidden in await page.locator("[data-read], [data-place], [data-notice]").all():
        assert not await hidden.is_visible()  # they could do nothing
    await page.locator("summary").click()
    await no_overflow(page)


async def test_what_is_typed_without_a_line_is_sent_when_it_is_back(
    quick_site: Site, open_page: OpenPage, watch: object
) -> None:
    watch.expect("ERR_INTERNET_DISCONNECTED")  # type: ignore[attr-defined]
    page = await open_page(**PHONE)
    await begun(page, quick_site)
    await page.context.set_offline(True)
    await says(page, "Amina")
    await expect(page.get_by_role("status")).to_contain_text("wordt verstuurd zodra dat kan")
    await expect(page.locator(".bubble--waiting")).to_have_text("Amina")
    assert len(await said(quick_site)) == 1  # the start
    await page.context.set_offline(False)
    await expect(page.locator(".bubble__ask").last).to_contain_text("Waar woon je?", timeout=15_000)
    await expect(page.locator(".bubble--waiting")).to_have_count(0)
    await expect(page.get_by_role("status")).to_be_hidden()
    kept = await said(quick_site)
    assert len(kept) == 2
    assert "Amina" in kept[1]


PASTES = """(field, words) => {
    const data = new DataTransfer()
    data.setData("text/plain", words)
    field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, cancelable: true}))
}"""


async def test_what_is_pasted_keeps_its_lines(quick_site: Site, open_page: OpenPage) -> None:
    page = await open_page(**PHONE)
    await begun(page, quick_site)
    field = page.get_by_label("Antwoord")
    await field.evaluate(PASTES, "Amina\nHaarlem")
    await expect(field).to_have_value("Amina\nHaarlem")
    assert await axe(page) == []
    await page.get_by_role("button", name="Stuur", exact=True).click()
    await expect(page.locator(".bubble__ask")).to_have_count(2)
    assert any("Amina\\nHaarlem" in each for each in await said(quick_site))
    await expect(field).to_have_value("")
    await field.press_sequentially("Haarlem\n")  # one line again: Enter sends
    await expect(page.locator(".bubble--me").last).to_contain_text("Haarlem")


async def test_what_waits_survives_the_page_and_is_never_sent_as_another(
    quick_site: Site, open_page: OpenPage, watch: object
) -> None:
    watch.expect("ERR_INTERNET_DISCONNECTED|ERR_FAILED|503")  # type: ignore[attr-defined]
    page = await open_page(**PHONE)
    await begun(page, quick_site)
    await page.route("**/chat/say", lambda route: route.abort())
    await says(page, "Amina")
    await expect(page.locator(".bubble--waiting")).to_have_text("Amina")
    first = await page.context.cookies()

    await page.context.clear_cookies()  # somebody else at the same computer
    await page.unroute("**/chat/say")
    await begun(page, quick_site)
    await says(page, "Bilal")
    await expect(page.locator(".bubble__ask").last).to_contain_text("Waar woon je?")
    assert not any("Amina" in each for each in await said(quick_site))
    assert first != await page.context.cookies()


async def test_the_chat_by_keyboard(quick_site: Site, open_page: OpenPage) -> None:
    page = await open_page(**PHONE)
    await begun(page, quick_site)
    await says(page, "Amina")
    await expect(page.locator(".bubble__ask").last).to_contain_text("Waar woon je?")
    await page.get_by_role("button", name="Wat bedoel je?").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator(".bubble__ask").last).to_contain_text("Waar woon je?")
    focused = await page.evaluate("document.activeElement.textContent")
    assert focused == "Wat bedoel je?"  # where the finger was, there it stays


async def test_the_chat_says_new_bubbles_to_who_listens(
    quick_site: Site, open_page: OpenPage
) -> None:
    page = await open_page(**PHONE)
    await begun(page, quick_site)
    log = page.get_by_role("log")
    await expect(log).to_have_attribute("aria-live", "polite")
    await says(page, "Amina")
    await expect(log.locator("ol > li.bubble").last).to_contain_text("Waar woon je?")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_public_page_in_little_room(
    quick_site: Site, open_page: OpenPage, scheme: str
) -> None:
    page = await open_page(color_scheme=scheme, **SMALL)
    for path in ("/", "/chat", "/chat/code", "/console/login", "/console/login?t=abc", "/weg"):
        if path == "/weg":
            continue
        await page.goto(quick_site.base + path)
        assert await axe(page) == [], path
        await no_overflow(page)
    await begun(page, quick_site)
    await says(page, "Amina")
    await expect(page.locator(".bubble__ask").last).to_contain_text("Waar woon je?")
    assert await axe(page) == []
    await no_overflow(page)
    await screenshot(page, f"chat-{scheme}", 390)


async def at_the_desk(site: Site, page: Page) -> World:
    """A coach with a jobseeker, a match and an unanswered question."""
    await site.staff("Marloes")
    world = await made(site, "Marloes")
    cookie = await site.console_cookie("Marloes")
    await page.context.add_cookies([{"name": CONSOLE, "value": cookie, "url": site.base}])
    return world


async def test_the_console_in_the_dark(quick_site: Site, open_page: OpenPage) -> None:
    page = await open_page(color_scheme="dark")
    world = await at_the_desk(quick_site, page)
    for path, name in (
        ("/console", "today"),
        ("/console/werkzoekenden", "people"),
        (f"/console/werkzoekenden/{world.jobseeker}", "person"),
        (f"/console/werkzoekenden/{world.jobseeker}/kansen", "chances"),
        ("/console/vacatures", "vacancies"),
        (f"/console/vacatures/{world.vacancy}", "vacancy"),
        (f"/console/matches/{world.match}", "match"),
        (f"/console/werkgevers/{world.employer}", "employer"),
    ):
        await page.goto(quick_site.base + path)
        assert await axe(page) == [], path
        await no_overflow(page)
        await screenshot(page, f"{name}-dark", 390)
        assert await axe(page) == [], path
        await screenshot(page, f"{name}-dark", 1280)


async def test_a_match_is_decided_by_keyboard_and_nothing_covers_the_focus(
    quick_site: Site, open_page: OpenPage
) -> None:
    page = await open_page(viewport={"width": 1280, "height": 500})
    world = await at_the_desk(quick_site, page)
    await page.goto(f"{quick_site.base}/console/matches/{world.match}")
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    for _ in range(25):
        await page.keyboard.press("Tab")
        assert await page.evaluate(UNCOVERED), await page.evaluate(
            "document.activeElement.outerHTML"
        )
        if "Niet passend" in await page.evaluate("document.activeElement.textContent"):
            break
    await page.keyboard.press("Enter")
    await page.get_by_label("Waarom past het niet?").select_option("travel")
    await page.get_by_role("button", name="Leg vast").focus()
    await page.keyboard.press("Enter")
    await expect(page.locator(".badge").first).to_contain_text("niet passend")


async def test_high_contrast_keeps_speakers_apart(quick_site: Site, open_page: OpenPage) -> None:
    page = await open_page(forced_colors="active", **PHONE)
    await begun(page, quick_site)
    await says(page, "Amina")
    await expect(page.locator(".bubble__ask").last).to_contain_text("Waar woon je?")
    bubble = page.locator(".bubble--me").last
    assert await bubble.evaluate("b => getComputedStyle(b).borderTopStyle") == "solid"
    await screenshot(page, "chat-forced", 390)
