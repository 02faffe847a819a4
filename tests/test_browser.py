"""The checks that every page gets: each finds the fault it is for, and passes a good page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import Page

from tests.browser import OpenPage, Watch, axe, no_overflow, screenshot

GOOD = (
    '<!doctype html><html lang="nl"><head><meta name="viewport" content="width=device-width">'
    "<title>Proef</title></head><body><main><h1>Proef</h1>{}</main></body></html>"
)
Show = Callable[[str], str]


@pytest.fixture
async def show() -> AsyncIterator[Show]:
    """Serve a page with this inside; its address."""
    pages: dict[str, str] = {}

    async def serve(request: web.Request) -> web.Response:
        name = request.path[1:]
        if name not in pages:
            return web.Response(status=204 if name == "favicon.ico" else 404)
        return web.Response(text=GOOD.format(pages[name]), content_type="text/html")

    app = web.Application()
    app.router.add_get("/{name}", serve)
    server = TestServer(app)
    await server.start_server()

    def put(inside: str) -> str:
        name = f"page{len(pages)}"
        pages[name] = inside
        return str(server.make_url(f"/{name}"))

    yield put
    await server.close()


async def test_a_good_page_passes(page: Page, show: Show) -> None:
    await page.goto(show('<p>Goed</p><a href="/elders">Verder</a>'))
    assert await axe(page) == []
    await no_overflow(page)
    assert page.viewport_size == {"width": 1280, "height": 900}
    picture = await screenshot(page, "browser-check", 390)
    assert picture.name == "browser-check-390.png"
    assert picture.read_bytes().startswith(b"\x89PNG")


async def test_axe_sees_a_button_without_a_name(page: Page, show: Show) -> None:
    await page.goto(show("<button></button>"))
    found = await axe(page)
    assert len(found) == 1
    assert found[0].startswith("button-name (critical)")


async def test_what_sticks_out_is_named(page: Page, show: Show) -> None:
    await page.goto(show('<p class="wide" style="width:600px">Te breed</p>'))
    with pytest.raises(AssertionError, match=r"p\.wide"):
        await no_overflow(page)


async def test_a_table_may_scroll_in_its_own_box(page: Page, show: Show) -> None:
    box = '<div style="overflow-x:auto" tabindex="0"><p style="width:600px">Breed</p></div>'
    await page.goto(show(box))
    await no_overflow(page)


@pytest.mark.parametrize(
    ("inside", "problem"),
    [
        ('<script>console.error("stuk")</script>', "console: stuk"),
        ('<script>throw new Error("gegooid")</script>', "thrown: gegooid"),
        ('<img alt="" src="/weg.png">', "404"),
        ('<img alt="" src="https://elders.example/a.png">', "another machine: https://elders"),
    ],
)
async def test_trouble_on_a_page_is_seen(
    page: Page, show: Show, watch: Watch, inside: str, problem: str
) -> None:
    await page.goto(show(inside))
    await page.evaluate("1")
    assert any(problem in line for line in watch.left()), watch.left()
    watch.expect(".")  # this test is about the trouble
    assert watch.left() == []


async def test_a_page_can_be_opened_without_javascript(open_page: OpenPage, show: Show) -> None:
    page = await open_page(java_script_enabled=False)
    await page.goto(show('<p id="p">zonder</p><script>p.textContent = "met"</script>'))
    assert await page.locator("#p").inner_text() == "zonder"
    await no_overflow(page)


def test_a_missing_browser_is_never_hidden_where_it_is_required(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run a small test project that uses the same plugin, on a path without any browser."""
    pytester.makepyfile("async def test_it(page): pass")
    monkeypatch.setenv("PATH", str(pytester.path))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    monkeypatch.delenv("WERKLIJN_CHROMIUM", raising=False)
    arguments = ("-p", "tests.browser", "-o", "asyncio_mode=auto", "-p", "no:cacheprovider")
    monkeypatch.delenv("WERKLIJN_BROWSER_REQUIRED", raising=False)
    pytester.runpytest_subprocess(*arguments).assert_outcomes(skipped=1)
    monkeypatch.setenv("WERKLIJN_BROWSER_REQUIRED", "1")
    pytester.runpytest_subprocess(*arguments).assert_outcomes(errors=1)
