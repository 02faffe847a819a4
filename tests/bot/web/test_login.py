"""Staff come in: a link that works once, then six digits; nobody else comes in."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pyotp
import pytest
from sqlmodel import select

from services.access import links, sessions
from services.store.models import Link, Match, Staff, Visit
from tests import given
from tests.bot.web.site import Site, Visitor, opened


@pytest.fixture
async def demo_site(tmp_path: Path) -> AsyncIterator[Site]:
    """The web of a demo."""
    url = f"sqlite+aiosqlite:///{tmp_path}/demo.db"
    async with opened(url, demo=True) as running:
        yield running


async def link_for(site: Site, name: str) -> str:
    """The address of a fresh login link, as it comes in the chat."""
    await site.stage.person(name, "coach", team="intake-haarlem")
    async with site.stage.work() as work:
        url = await links.console_link(work, site.stage.actors[name].number)
    return "/console" + url.split("/console", 1)[1]


def digits(site: Site, secret: str, late: int = 0) -> str:
    return pyotp.TOTP(secret).at(site.stage.clock.now() + timedelta(seconds=late))


async def at_second_step(site: Site, name: str) -> tuple[Visitor, str]:
    """Somebody who used their first link, and the secret they were shown."""
    visitor = site.visitor()
    await visitor.opens(await link_for(site, name))
    await visitor.presses("Log in")
    assert visitor.page.path == "/console/code"
    found = re.search(r'class="code">([A-Z2-7]{32})<', visitor.page.html)
    assert found
    assert "<svg" in visitor.page.html
    return visitor, found[1]


async def test_a_link_and_six_digits_open_the_console(site: Site) -> None:
    visitor, secret = await at_second_step(site, "Marloes")
    assert (await visitor.opens("/console")).path == "/console/code"  # not yet
    await visitor.presses("Ga verder", code=digits(site, secret))
    assert visitor.page.path == "/console"
    assert "Marloes, coach" in visitor.page.text
    assert (await visitor.opens("/console/login")).path == "/console"


async def test_the_second_time_the_secret_is_not_shown(quick_site: Site) -> None:
    visitor, secret = await at_second_step(quick_site, "Marloes")
    await visitor.presses("Ga verder", code=digits(quick_site, secret))
    quick_site.stage.clock.move(timedelta(seconds=60))
    again = quick_site.visitor()
    await again.opens(await link_for(quick_site, "Marloes"))
    await again.presses("Log in")
    assert secret not in again.page.html
    assert "<svg" not in again.page.html
    await again.presses("Ga verder", code=digits(quick_site, secret))
    assert again.page.path == "/console"


async def test_looking_at_a_link_does_not_use_it_up(quick_site: Site) -> None:
    """Chat programs fetch every link to show a preview."""
    link = await link_for(quick_site, "Marloes")
    preview = quick_site.visitor()
    for _ in range(3):
        page = await preview.opens(link)
        assert "Set-Cookie" not in page.headers
    visitor = quick_site.visitor()
    await visitor.opens(link)
    await visitor.presses("Log in")
    assert visitor.page.path == "/console/code"


async def test_a_link_works_once(quick_site: Site) -> None:
    link = await link_for(quick_site, "Marloes")
    for status in (200, 400):
        visitor = quick_site.visitor()
        await visitor.opens(link)
        page = await visitor.presses("Log in")
        assert page.status == status
    assert "al gebruikt of niet meer geldig" in page.text


async def test_a_link_of_yesterday_says_how_to_get_a_new_one(quick_site: Site) -> None:
    visitor = quick_site.visitor()
    await visitor.opens(await link_for(quick_site, "Marloes"))
    quick_site.stage.clock.move(timedelta(minutes=16))
    page = await visitor.presses("Log in")
    assert page.status == 400
    assert "Naar de console" in page.text


@pytest.mark.parametrize("wrong", ["000000", "", "abcdef", "12345678901"])
async def test_wrong_digits_do_not_open(quick_site: Site, wrong: str) -> None:
    visitor, _ = await at_second_step(quick_site, "Marloes")
    page = await visitor.presses("Ga verder", code=wrong)
    assert page.status == 400
    assert "Die cijfers kloppen niet" in page.text
    assert (await visitor.opens("/console")).path == "/console/code"


async def test_digits_of_two_minutes_ago_do_not_open(quick_site: Site) -> None:
    visitor, secret = await at_second_step(quick_site, "Marloes")
    assert (await visitor.presses("Ga verder", code=digits(quick_site, secret, -120))).status == 400
    page = await visitor.presses("Ga verder", code=digits(quick_site, secret, -30))
    assert page.path == "/console"  # a clock may be half a minute off


async def test_digits_cannot_be_tried_without_end(quick_site: Site) -> None:
    visitor, secret = await at_second_step(quick_site, "Marloes")
    answers = [(await visitor.presses("Ga verder", code=f"00000{n}")).status for n in range(5)]
    assert set(answers) == {400}
    form = {"form_token": sessions.form_token(visitor.cookie("werklijn_console"))}
    page = await visitor.posts("/console/code", {**form, "code": digits(quick_site, secret)})
    assert page.status == 429


async def test_digits_that_were_used_open_nothing_more(quick_site: Site) -> None:
    """Whoever looked over a shoulder has half a minute, and nothing to do with it."""
    visitor, secret = await at_second_step(quick_site, "Marloes")
    seen = digits(quick_site, secret)
    await visitor.presses("Ga verder", code=seen)
    again = quick_site.visitor()
    await again.opens(await link_for(quick_site, "Marloes"))
    await again.presses("Log in")
    assert (await again.presses("Ga verder", code=seen)).status == 400
    before = digits(quick_site, secret, -30)
    assert (await again.presses("Ga verder", code=before)).status == 400
    after = digits(quick_site, secret, 30)
    assert (await again.presses("Ga verder", code=after)).path == "/console"


async def test_a_visit_ends_after_a_day_and_by_logging_out(quick_site: Site) -> None:
    coach = await quick_site.staff("Marloes")
    cookie = coach.cookie("werklijn_console")
    await coach.opens("/console")
    await coach.presses("Uitloggen")
    assert coach.page.path == "/console/login"
    stolen = await quick_site.visitor().opens("/console", Cookie=f"werklijn_console={cookie}")
    assert stolen.path == "/console/login"
    coach = await quick_site.staff("Marloes")
    quick_site.stage.clock.move(timedelta(hours=13))
    assert (await coach.opens("/console")).path == "/console/login"


async def test_the_cookie_of_a_chat_opens_no_console(quick_site: Site) -> None:
    await quick_site.stage.person("Marloes", "coach", team="intake-haarlem")
    async with quick_site.stage.work() as work:
        number = quick_site.stage.actors["Marloes"].number
        cookie = await sessions.begin_visit(work, number, "chat")
    page = await quick_site.visitor().opens("/console", Cookie=f"werklijn_console={cookie}")
    assert page.path == "/console/login"


async def test_who_left_cannot_come_in(quick_site: Site) -> None:
    link = await link_for(quick_site, "Marloes")
    coach = await quick_site.staff("Marloes")
    async with quick_site.stage.work() as work:
        (await work.get(Staff, quick_site.stage.actors["Marloes"].number)).active = False
    assert (await coach.opens("/console")).path == "/console/login"
    visitor = quick_site.visitor()
    await visitor.opens(link)
    assert (await visitor.presses("Log in")).status == 400


async def test_in_a_demo_the_link_alone_opens(demo_site: Site) -> None:
    visitor = demo_site.visitor()
    page = await visitor.opens(await link_for(demo_site, "Marloes"))
    assert page.path == "/console"


async def test_of_two_presses_at_once_one_comes_in(site: Site) -> None:
    link = await link_for(site, "Marloes")
    token = link.split("t=")[1]

    async def used() -> bool:
        async with site.stage.work() as work:
            return await sessions.use_link(work, token, "login") is not None

    assert sorted(await asyncio.gather(*(used() for _ in range(6)))) == [False] * 5 + [True]


async def test_only_hashes_are_kept(site: Site) -> None:
    visitor, secret = await at_second_step(site, "Marloes")
    async with site.stage.work() as work:
        kept = [row.key for row in (await work.tx.exec(select(Link))).all()]
        kept += [row.key for row in (await work.tx.exec(select(Visit))).all()]
        connection = await work.tx.connection()
        raw = (await connection.exec_driver_sql("SELECT second_factor FROM staff")).scalar_one()
    assert visitor.cookie("werklijn_console") not in kept
    assert secret not in str(raw)


async def test_a_decision_in_a_chat_waits_for_the_six_digits(quick_site: Site) -> None:
    """The way of the link in the message: in, the digits, and one more press in the chat."""
    stage = quick_site.stage
    number = await given.pair(stage)
    async with stage.work() as work:
        (await work.get(Match, number)).state = "proposed"
    await stage.says("Marloes", "wat wacht op mij")
    await stage.hears("Marloes")
    await stage.says("Marloes", "[Voorleggen aan werkzoekende]")
    said = "\n".join(await stage.hears("Marloes"))
    found = re.search(r"(/console/login\?t=\S+)", said)
    assert found
    visitor = quick_site.visitor()
    await visitor.opens(found[1])
    await visitor.presses("Log in")
    await stage.says("Marloes", "[Ik ben ingelogd, ga door]")  # only half in
    async with stage.work() as work:
        assert (await work.get(Match, number)).state == "proposed"
    secret = re.search(r'class="code">([A-Z2-7]{32})<', visitor.page.html)
    assert secret
    await visitor.presses("Ga verder", code=digits(quick_site, secret[1]))
    assert visitor.page.path == "/console"
    await stage.says("Marloes", "[Ik ben ingelogd, ga door]")
    async with stage.work() as work:
        assert (await work.get(Match, number)).state == "approved"


async def test_in_a_demo_the_link_alone_is_enough_to_decide(demo_site: Site) -> None:
    stage = demo_site.stage
    number = await given.pair(stage)
    async with stage.work() as work:
        (await work.get(Match, number)).state = "proposed"
    await stage.says("Marloes", "wat wacht op mij")
    await stage.hears("Marloes")
    await stage.says("Marloes", "[Voorleggen aan werkzoekende]")
    found = re.search(r"(/console/login\?t=\S+)", "\n".join(await stage.hears("Marloes")))
    assert found
    assert (await demo_site.visitor().opens(found[1])).path == "/console"
    await stage.says("Marloes", "[Ik ben ingelogd, ga door]")
    async with stage.work() as work:
        assert (await work.get(Match, number)).state == "approved"
