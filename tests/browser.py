"""A real browser for tests: Chromium, driven by Playwright, with the checks every page must pass.

A test that asks for `page` (or for `open_page`, to choose phone, language or no JavaScript) gets
the marker `browser`. It fails, beside its own reasons, when a page writes an error to the console,
throws, or asks anything of another machine.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.async_api import Browser, BrowserContext, Page, Request, Route, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGS = [
    "--no-sandbox",  # root, as in a container, cannot have the sandbox; only our own pages load
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HERE = {"127.0.0.1", "localhost", "::1"}

# What sticks out of the page, without what is meant to: inside a box that scrolls or clips.
STICKS_OUT = """() => {
    const width = document.documentElement.clientWidth
    const clipped = el => {
        for (let up = el.parentElement; up && up !== document.body; up = up.parentElement)
            if (getComputedStyle(up).overflowX !== 'visible') return true
        return false
    }
    const name = el => el.tagName.toLowerCase() + (el.id ? '#' + el.id : '') +
        [...el.classList].map(c => '.' + c).join('')
    const found = [...document.body.querySelectorAll('*')].filter(el => {
        const box = el.getBoundingClientRect()
        const seen = box.width > 1 && box.height > 1
        return seen && (box.right > width + 1 || box.left < -1) && !clipped(el)
    }).map(name)
    const scrolls = document.documentElement.scrollWidth
    return scrolls > width ? [`the page is ${scrolls} px wide`, ...found] : found
}"""


@dataclass
class Watch:
    """What went wrong on the pages of a test, and what was expected to."""

    problems: list[str] = field(default_factory=list)
    expected: list[re.Pattern[str]] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        """Let problems that match this pattern pass, such as the 404 that a test is about."""
        self.expected.append(re.compile(pattern))

    def left(self) -> list[str]:
        """The problems nobody expected."""
        return [p for p in self.problems if not any(known.search(p) for known in self.expected)]

    async def over(self, context: BrowserContext) -> None:
        """Listen to all pages of `context`; requests to other machines are noted and refused."""
        context.on("console", lambda said: self._said(said.type, said.text, said.location))
        context.on("weberror", lambda wrong: self.problems.append(f"thrown: {wrong.error}"))
        await context.route("**/*", self._route)

    def _said(self, kind: str, text: str, where: Any) -> None:
        if kind == "error":
            self.problems.append(f"console: {text} ({where.get('url', '')})")

    async def _route(self, route: Route, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"data", "blob"} or address.hostname in HERE:
            await route.continue_()
        else:
            self.problems.append(f"request to another machine: {request.url}")
            await route.abort()


OpenPage = Callable[..., Awaitable[Page]]


@cache
def chromium() -> str | None:
    """Where Chromium is: WERKLIJN_CHROMIUM, else the first of the usual names on the path."""
    chosen = os.environ.get("WERKLIJN_CHROMIUM")
    return chosen or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture
def watch() -> Iterator[Watch]:
    """The problems of this test's pages; what nobody expected makes the test fail."""
    watching = Watch()
    yield watching
    assert watching.left() == []


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A browser of this test's own (about half a second), in this test's event loop."""
    program = chromium()
    if program is None:
        message = "no Chromium here; install it or name it in WERKLIJN_CHROMIUM"
        if os.environ.get("WERKLIJN_BROWSER_REQUIRED"):
            pytest.fail(message)
        pytest.skip(message)
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=program, args=ARGS)
        yield running
        await running.close()


@pytest.fixture
async def open_page(browser: Browser, watch: Watch) -> OpenPage:
    """A function that opens a page in a fresh session, with Playwright's context options.

    Such as `viewport={"width": 390, "height": 844}`, `java_script_enabled=False`, `locale="ar"`,
    `forced_colors="active"`. Default: a Dutch laptop.
    """

    async def opener(**options: Any) -> Page:
        usual = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam"}
        size = {"width": 1280, "height": 900}
        context = await browser.new_context(**({"viewport": size, **usual} | options))
        await watch.over(context)
        return await context.new_page()

    return opener


@pytest.fixture
async def page(open_page: OpenPage) -> Page:
    """One page in a fresh session. Use `wait_until="load"`: a page with a stream is never idle."""
    return await open_page()


async def axe(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA and good practice: one line a rule and element.

    Raises TimeoutError on a page without JavaScript, where axe cannot run.
    """
    if not await page.evaluate("() => typeof axe === 'object'"):
        await page.evaluate(AXE_FILE_PATH.read_text())
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    running = page.evaluate("options => axe.run(document, options)", options)
    result = await asyncio.wait_for(running, 30)
    return [
        f"{found['id']} ({found['impact']}): {found['help']}: {' '.join(map(str, node['target']))}"
        for found in result["violations"]
        for node in found["nodes"]
    ]


async def no_overflow(page: Page, width: int = 320) -> None:
    """Fail when the page needs scrolling sideways at `width` CSS pixels (WCAG 1.4.10)."""
    before = page.viewport_size
    await page.set_viewport_size({"width": width, "height": 640})
    try:
        assert await page.evaluate(STICKS_OUT) == []
    finally:
        if before:
            await page.set_viewport_size(before)


async def screenshot(page: Page, name: str, width: int = 1280, *, whole: bool = True) -> Path:
    """Save the page, whole or as far as it is on the screen, as `name`-`width`.png.

    In WERKLIJN_SCREENSHOTS if that is set.
    """
    path = _pictures() / f"{name}-{width}.png"
    await page.set_viewport_size({"width": width, "height": 844 if width < 600 else 900})
    await page.screenshot(path=path, full_page=whole, animations="disabled")
    return path


@cache
def _pictures() -> Path:
    chosen = os.environ.get("WERKLIJN_SCREENSHOTS")
    if chosen:
        folder = Path(chosen)
        folder.mkdir(parents=True, exist_ok=True)
        return folder
    folder = Path(tempfile.mkdtemp(prefix="werklijn-screenshots-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line("markers", "browser: drives Chromium")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what needs a browser, so that `-m browser` finds it."""
    if {"browser", "open_page", "page"} & set(getattr(item, "fixturenames", ())):
        item.add_marker("browser")
