"""The whole web on a port of this machine, and people who use it as a browser without a script.

A visitor follows links, fills in the forms that stand on the page and presses their buttons by
name; nothing is posted that the page does not offer.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser

import aiohttp
from yarl import URL

from bot.app import Bell
from bot.stage import Stage, staged
from bot.web import WebDeps, serve
from bot.web.seats import CHAT, CONSOLE
from services.access import sessions


@dataclass
class Form:
    """A form of a page: where it goes, what it carries, and its buttons by what they say."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: dict[str, tuple[str, str]] = field(default_factory=dict)


class Page(HTMLParser):
    """A page as somebody without a script has it: words, links and forms."""

    def __init__(self, status: int, html: str, address: URL, headers: dict[str, str]) -> None:
        super().__init__()
        self.status, self.html, self.address, self.headers = status, html, address, headers
        self.forms: list[Form] = []
        self.links: dict[str, str] = {}
        self.title = ""
        self._words: list[str] = []
        self._button: tuple[str, str] | None = None
        self._link, self._since, self._option = "", 0, ""
        self.feed(html)

    @property
    def text(self) -> str:
        """All words, with single spaces."""
        return " ".join(" ".join(self._words).split())

    @property
    def path(self) -> str:
        """Where we are."""
        return self.address.path

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given["action"], given.get("method", "get")))
        elif tag in ("input", "textarea", "select") and self.forms and "name" in given:
            self._field(tag, given)
        elif tag == "option" and "selected" in given:
            self.forms[-1].fields[self._option] = given.get("value", "")
        elif tag == "button" and given.get("type") != "button":
            self._button = (given.get("name", ""), given.get("value", ""))
        elif tag == "a":
            self._link = given.get("href", "")
        self._since = len(self._words) if tag in ("button", "a") else self._since

    def _field(self, tag: str, given: dict[str, str]) -> None:
        self._option = given["name"]
        if given.get("type") in ("checkbox", "radio") and "checked" not in given:
            return
        self.forms[-1].fields[given["name"]] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        said = " ".join(" ".join(self._words[self._since :]).split())
        if tag == "button" and self._button and self.forms:
            self.forms[-1].buttons.setdefault(said, self._button)
            self._button = None
        elif tag == "a" and self._link:
            self.links.setdefault(said, self._link)
            self._link = ""

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def form(self, *, button: str = "", name: str = "") -> Form:
        """The first form with this button, or with this field."""
        for each in self.forms:
            if (button and button in each.buttons) or (name and name in each.fields):
                return each
        offered = [list(each.buttons) for each in self.forms]
        raise AssertionError(f"no form with {button or name!r} here, only {offered}")


@dataclass
class Visitor:
    """Somebody with a browser of their own, without a script."""

    site: Site
    session: aiohttp.ClientSession
    page: Page = field(default_factory=lambda: Page(0, "", URL("/"), {}))

    async def opens(self, path: str, *, follow: bool = True, **headers: str) -> Page:
        """Go to an address of the site."""
        url = self.site.base + path
        async with self.session.get(url, allow_redirects=follow, headers=headers) as answer:
            return await self._shown(answer)

    async def posts(self, path: str, data: object, **headers: str) -> Page:
        """Post anything at all, also what no page offers."""
        async with self.session.post(self.site.base + path, data=data, headers=headers) as answer:
            return await self._shown(answer)

    async def _shown(self, answer: aiohttp.ClientResponse) -> Page:
        html = await answer.text()
        self.page = Page(answer.status, html, answer.url, dict(answer.headers))
        return self.page

    async def presses(self, button: str, **filled: str) -> Page:
        """Fill in the form that this button is in, and press it."""
        form = self.page.form(button=button)
        name, value = form.buttons[button]
        assert set(filled) <= set(form.fields), f"{set(filled) - set(form.fields)} not in the form"
        data = {**form.fields, **filled, **({name: value} if name else {})}
        if form.method == "get":
            return await self.opens(str(URL(form.action).with_query(data)))
        return await self.posts(form.action, data)

    async def types(self, words: str) -> Page:
        """Answer in the chat."""
        return await self.presses("Stuur", words=words)

    async def follows(self, link: str) -> Page:
        """Follow the link with these words."""
        found = [href for said, href in self.page.links.items() if said.startswith(link)]
        assert found, f"no link {link!r} here, only {list(self.page.links)}"
        return await self.opens(found[0])

    def cookie(self, name: str = CHAT) -> str:
        """The value of a cookie."""
        return self.session.cookie_jar.filter_cookies(URL(self.site.base))[name].value


@dataclass
class Site:
    """The web, the worker behind it, and the clock."""

    stage: Stage
    deps: WebDeps
    base: str
    bell: Bell
    _open: list[aiohttp.ClientSession] = field(default_factory=list)

    def visitor(self, language: str = "nl") -> Visitor:
        """Somebody who comes by with a fresh browser."""
        session = aiohttp.ClientSession(
            cookie_jar=aiohttp.CookieJar(unsafe=True), headers={"Accept-Language": language}
        )
        self._open.append(session)
        return Visitor(self, session)

    async def console_cookie(self, name: str) -> str:
        """A member of staff is in: link and second factor were given."""
        async with self.stage.work() as work:
            number = self.stage.actors[name].number
            return await sessions.begin_visit(work, number, "console", strong=True)

    async def staff(self, name: str, role: str = "coach", **facts: object) -> Visitor:
        """A member of staff at their desk."""
        await self.stage.person(name, role, **{"team": "intake-haarlem", **facts})
        visitor = self.visitor()
        cookie = await self.console_cookie(name)
        visitor.session.cookie_jar.update_cookies({CONSOLE: cookie}, URL(self.base))
        return visitor

    @asynccontextmanager
    async def nobody_works(self, *, patience: float = 0.1) -> AsyncIterator[None]:
        """The worker is held up, and pages wait for it only this many seconds."""
        usual, self.deps.patience = self.deps.patience, patience
        async with self.stage.worker._one:
            yield
        self.deps.patience = usual

    async def nobody_listens(self) -> bool:
        """Did every stream end within a few seconds?"""
        for _ in range(30):
            if not self.bell._listening:
                return True
            await asyncio.sleep(0.1)
        return False

    async def close(self) -> None:
        """Everybody goes home."""
        for session in self._open:
            await session.close()


@asynccontextmanager
async def opened(
    url: str, *, demo: bool = False, public_url: str = "", kind: type[WebDeps] = WebDeps
) -> AsyncIterator[Site]:
    """The web on a fresh database, with a worker that answers."""
    async with staged(url) as stage:
        bell = Bell()
        stage.worker.committed = bell.ring
        deps = kind(
            engine=stage.engine,
            clock=stage.clock,
            region=stage.region,
            public_url=public_url or "http://127.0.0.1",
            demo=demo,
            wake=stage.worker.wake,
            listen=bell.listen,
            patience=30.0,  # a busy machine is no reason to fail
        )
        async with serve(deps, "127.0.0.1", 0) as base:
            site = Site(stage, deps, base, bell)
            worker = asyncio.create_task(stage.worker.run())
            try:
                yield site
            finally:
                await site.close()
                worker.cancel()
                with suppress(asyncio.CancelledError):
                    await worker


def assets(html: str) -> list[str]:
    """Every address a page loads something from."""
    return re.findall(r'(?:src|href)="([^"]+\.(?:css|js)[^"]*)"', html)
