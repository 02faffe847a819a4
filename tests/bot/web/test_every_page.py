"""Every page as it is seen on a phone and on a laptop: no fault, nothing cut off, only words."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path

import pytest
from playwright.async_api import Page

from services import matching, texts
from services.store.models import Match
from tests.bot.web.everybody import Everybody, gathered
from tests.bot.web.office import DEMANDS, PROFILE
from tests.bot.web.routes import PAGES
from tests.bot.web.site import opened
from tests.browser import STICKS_OUT, OpenPage, Watch, axe

PHONE, LAPTOP = 390, 1280
SMALLEST = 320  # what a page must fit in without scrolling sideways (WCAG 1.4.10)
# Whoever sees most of a page looks at it; what others see of it is named in MORE.
LOOK = ("own coach", "own manager", "regional manager", "administrator", "employer", "jobseeker")
NO_PAGE = {"/healthz", "/readyz", "/metrics", "/static/{name}", "/chat/mijn-gegevens.json"}
UNSEEN = re.compile(r"stream$|\.(ics|txt)$|/agenda$|/documenten/")  # files and streams
MORE = (  # other states of a page, and other eyes: who, address
    ("nobody", "/chat?t=abc"),
    ("jobseeker", "/chat?t=abc"),
    ("nobody", "/chat/code?c=AAAABBBB&naar=werkgever"),
    ("nobody", "/console/login?t=abc"),
    ("nobody", "/vacatures?zoek=schoonmaken&plaats=Haarlem&km=20"),
    ("nobody", "/vacatures?zoek=astronaut"),
    ("nobody", "/werkgever"),
    ("nobody", "/demo"),
    ("nobody", "/nergens"),
    ("no second step", "/console/code"),
    ("jobseeker", "/chat"),
    ("colleague", "/console/gesprek/{her}"),
    ("own coach", "/console?alles"),
    ("own coach", "/console?gedaan=later-{match}"),
    ("own coach", "/console/werkzoekenden?toon=all"),
    ("own coach", "/console/werkzoekenden/{her}?tekst=call"),
    ("own coach", "/console/vacatures?toon=closed"),
    ("own coach", "/console/vacatures/{vacancy}/kandidaten?uitkomst=p{her}.decided"),
    ("own coach", "/console/matches/{proposed}"),
    ("own coach", "/console/plaatsingen?toon=running"),
    ("own coach", "/console/plaatsingen/{placement}?gedaan=settled-{bad}"),
    ("own coach", "/console/plaatsingen/987654"),
    ("lead", "/console/werkzoekenden/{her}"),
    ("own manager", "/console"),
    ("own manager", "/console/vacatures/{vacancy}"),
    ("own manager", "/console/werkgevers/{employer}"),
    ("own manager", "/console/matches/{match}"),
    ("own manager", "/console/plaatsingen/{placement}"),
    ("regional manager", "/console/werkzoekenden"),
    ("regional manager", "/console/gelijke-kansen?groep=organisation"),
    ("regional manager", "/console/doelen"),
    ("administrator", "/console/beheer/{colleague}"),
    ("regional manager", "/console/onderzoek?kant=employer&per=month"),
    ("partner", "/console"),
    ("partner", "/console/kandidaten?zoek=astronaut"),
    ("reader", "/console"),
    ("administrator", "/console"),
    ("employer", "/werkgever/kandidaten?zoek=schoonmaken"),
    ("employer", "/werkgever/vragen?zoek=loon"),
    ("employer", "/chat"),
    ("other employer", "/werkgever"),
    ("newcomer", "/chat"),
)
WORDS = """() => [document.title, document.body.innerText,
    ...['aria-label', 'placeholder', 'title', 'alt'].flatMap(name =>
        [...document.querySelectorAll(`[${name}]`)].map(each => each.getAttribute(name)))
].join('\\n')"""
UNFOLD = "document.querySelectorAll('details').forEach(each => each.open = true)"
# What a program says and a person does not; a text's id is looked up.
ODD = re.compile(r"\bNone\b|\bTrue\b|\bFalse\b|\bundefined\b|\bNaN\b|[{}]|\[[a-z'\"]")
AN_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?:\.[a-z-]+)?")


def odd(words: str) -> set[str]:
    """Ids of texts that were shown as they are, and what only a program says."""
    found = {each for each in AN_ID.findall(words) if texts.has("nl", each)}
    return found | {each.group() for each in ODD.finditer(words)}


@pytest.fixture
async def everybody(tmp_path: Path) -> AsyncIterator[Everybody]:
    """A demo, because that serves every page; one match waits, which is its story."""
    async with (
        opened(f"sqlite+aiosqlite:///{tmp_path}/werklijn.db", demo=True) as site,
        gathered(site) as people,
    ):
        fit = matching.fit(PROFILE, DEMANDS)
        async with site.stage.work() as work:
            match = Match(
                jobseeker_id=int(people.own["her"]),
                vacancy_id=int(people.other["vacancy"]),
                score=fit.score,
                reasons=fit.as_json(),
                created=work.now,
                since=work.now,
            )
            work.tx.add(match)
            await work.tx.flush()
            people.own["proposed"] = str(match.id)
        yield people


def to_see(numbers: Mapping[str, str]) -> list[tuple[str, str]]:
    """Every page with who looks at it: (who, address)."""
    seen = []
    for path, rule in PAGES.items():
        if path in NO_PAGE or UNSEEN.search(path):
            continue
        public = "nobody" in rule.opens
        who = "nobody" if public else next(each for each in LOOK if each in rule.opens)
        given = {"id": numbers.get(rule.ids, ""), "person": numbers["hans"]}
        seen.append((who, path.format(**numbers | given)))
    return seen


async def wrong_with(page: Page, widths: Iterable[int]) -> list[str]:
    """What is wrong with the page that is open, everything unfolded, at these widths."""
    await page.evaluate(UNFOLD)
    found = [f"says {each}" for each in sorted(odd(await page.evaluate(WORDS)))]
    for width in widths:
        await page.set_viewport_size({"width": width, "height": 844})
        wrong = await page.evaluate(STICKS_OUT)
        wrong += [] if width == SMALLEST else await axe(page)
        found += [f"at {width}: {each}" for each in wrong]
    return found


async def walked(
    page: Page,
    everybody: Everybody,
    seen: list[tuple[str, str]],
    widths: Sequence[int] = (SMALLEST, PHONE, LAPTOP),
) -> list[str]:
    """Everything that is wrong with these pages."""
    wrong, base, at_it = [], everybody.site.base, ""
    more = {(who, path.format(**everybody.own)) for who, path in MORE}
    for who, path in seen:
        if who != at_it:
            at_it = who
            await page.context.clear_cookies()
            await page.context.add_cookies(
                [
                    {"name": name, "value": value, "url": base}
                    for name, value in everybody.cookies.get(who, {}).items()
                ]
            )
        await page.goto(base + path, wait_until="load")
        at = widths[:2] if (who, path) in more else widths
        wrong += [f"{who} on {path}: {each}" for each in await wrong_with(page, at)]
    return wrong


def test_ids_and_programs_words_are_noticed() -> None:
    assert odd("Over desk-hours: None, en [text] met {n}") == {"desk-hours", "None", "[t", "{", "}"}
    assert not odd("Dag! Een sollicitatie-gesprek: 20 tot 24 uur (zie onder).")


async def test_every_page_on_a_phone_and_on_a_laptop(
    everybody: Everybody, open_page: OpenPage, watch: Watch
) -> None:
    watch.expect(r"status of 40[034]")  # a link that is over, and pages that are not for who asks
    more = [(who, path.format(**everybody.own)) for who, path in MORE]
    seen = sorted(to_see(everybody.own) + more, key=lambda each: each[0])
    halves = seen[: len(seen) // 2], seen[len(seen) // 2 :]  # two at once is quicker
    tabs = [await open_page(), await open_page()]
    wrong = await asyncio.gather(
        *(walked(tab, everybody, half) for tab, half in zip(tabs, halves, strict=True))
    )
    assert not any(wrong), "\n".join(chain(*wrong))


async def test_a_word_without_an_end_moves_no_page_sideways(
    everybody: Everybody, open_page: OpenPage
) -> None:
    form = {"words": "x" * 1_400}
    for who, path in (
        ("jobseeker", "/chat/say"),
        ("employer", "/chat/say"),
        ("own coach", "/console/werkzoekenden/{her}/notitie"),
        ("own manager", "/console/werkgevers/{employer}/notitie"),
    ):
        assert (await everybody.asks(who, path.format(**everybody.own), form)).status == 303
    await everybody.site.stage.worker.drain()
    seen = [
        (who, path.format(**everybody.own))
        for who, path in (
            ("jobseeker", "/chat"),
            ("employer", "/chat"),
            ("own coach", "/console"),
            ("own coach", "/console/werkzoekenden/{her}"),
            ("own manager", "/console/werkgevers/{employer}"),
        )
    ]
    page = await open_page()
    wrong = await walked(page, everybody, seen, widths=(SMALLEST,))
    assert "x" * 1_400 in await page.inner_text("main")
    assert not wrong, "\n".join(wrong)
