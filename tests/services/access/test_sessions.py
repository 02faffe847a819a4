"""Links, visits and the second factor, without the web around them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from sqlmodel import select

from bot.stage import Stage, staged
from services.access import sessions
from services.store.models import Link, Visit

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
async def stage(database_url: str) -> AsyncIterator[Stage]:
    """A database with one person in it."""
    async with staged(database_url) as running:
        await running.person("Amina")
        yield running


async def is_in(stage: Stage, cookie: str, kind: str) -> bool:
    async with stage.work() as work:
        return await sessions.visit(work, cookie, kind) is not None


async def new_visit(stage: Stage, kind: str) -> str:
    async with stage.work() as work:
        return await sessions.begin_visit(work, stage.actors["Amina"].number, kind)


async def test_a_visit_lasts_as_long_as_it_is_used(stage: Stage) -> None:
    cookie = await new_visit(stage, "chat")
    for _ in range(3):
        stage.clock.move(29 * DAY)
        assert await is_in(stage, cookie, "chat")
    stage.clock.move(31 * DAY)
    assert not await is_in(stage, cookie, "chat")


async def test_a_console_visit_ends_after_twelve_quiet_hours(stage: Stage) -> None:
    cookie = await new_visit(stage, "console")
    stage.clock.move(11 * HOUR)
    assert await is_in(stage, cookie, "console")
    stage.clock.move(11 * HOUR)
    assert await is_in(stage, cookie, "console")
    stage.clock.move(12 * HOUR)
    assert not await is_in(stage, cookie, "console")


@pytest.mark.parametrize("cookie", ["", "x", "0" * 200, "\u0000", "é", "\udcff"])
async def test_no_cookie_is_nobody(stage: Stage, cookie: str) -> None:
    await new_visit(stage, "chat")
    assert not await is_in(stage, cookie, "chat")


async def test_a_cookie_is_good_for_one_kind_and_can_be_ended(stage: Stage) -> None:
    cookie = await new_visit(stage, "chat")
    assert not await is_in(stage, cookie, "console")
    async with stage.work() as work:
        await sessions.end_visit(work, cookie, "console")
    assert await is_in(stage, cookie, "chat")
    async with stage.work() as work:
        await sessions.end_visit(work, cookie, "chat")
    assert not await is_in(stage, cookie, "chat")
    async with stage.work() as work:
        assert (await work.tx.exec(select(Visit))).first() is None


async def used(stage: Stage, token: str, purpose: str) -> bool:
    async with stage.work() as work:
        return await sessions.use_link(work, token, purpose) is not None


@pytest.mark.parametrize(
    ("purpose", "again"), [("login", False), ("poster", True), ("join", False)]
)
async def test_what_a_link_is_for_says_how_often_it_works(
    stage: Stage, purpose: str, again: bool
) -> None:
    async with stage.work() as work:
        token = await sessions.make_link(work, purpose, None, {}, HOUR)
    assert not await used(stage, token, "other")  # asking for the wrong thing uses nothing up
    assert await used(stage, token, purpose)
    assert await used(stage, token, purpose) is again
    stage.clock.move(HOUR)
    assert not await used(stage, token, purpose)


async def test_a_code_can_be_read_out_and_typed_as_it_comes(stage: Stage) -> None:
    for shape in ("{0}{1}", " {0} {1} ", "{0}-{1}"):
        async with stage.work() as work:
            code = await sessions.make_link(work, "join", stage.actors["Amina"].number, {}, HOUR)
        assert len(code) == 8
        assert not set(code) & set("IO01")
        assert await used(stage, shape.format(code[:4].lower(), code[4:]), "join")
    async with stage.work() as work:
        links = (await work.tx.exec(select(Link))).all()
        assert len(links) == 3
        assert all(code not in link.key for link in links)


async def test_a_new_code_makes_the_one_before_worthless(stage: Stage) -> None:
    codes = []
    for _ in range(2):
        async with stage.work() as work:
            number = stage.actors["Amina"].number
            codes.append(await sessions.make_link(work, "join", number, {}, HOUR))
    assert not await used(stage, codes[0], "join")
    assert await used(stage, codes[1], "join")


def test_digits_work_around_now() -> None:
    secret, now = sessions.new_secret(), datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    digits = pyotp.TOTP(secret).at(now)
    assert sessions.check_code(secret, f"{digits[:3]} {digits[3:]}", now)
    for seconds, good in ((-30, True), (30, True), (90, False), (-90, False)):
        step = sessions.check_code(secret, digits, now + timedelta(seconds=seconds))
        assert (step is not None) is good
    assert (
        sessions.check_code(secret, digits, now, sessions.check_code(secret, digits, now)) is None
    )
    assert not sessions.check_code(secret, "", now)
    assert not sessions.check_code(secret, "１２３４５６", now)
    assert not sessions.check_code(sessions.new_secret(), digits, now)


def test_the_picture_is_drawn_here_and_carries_no_script() -> None:
    picture = sessions.secret_picture(sessions.new_secret(), "<script>Ada</script>")
    assert picture.startswith("<svg")
    assert "script" not in picture
