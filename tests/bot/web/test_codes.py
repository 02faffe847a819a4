"""Codes: once, the newest only, told to whom they are of, and not to be tried without end."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.stage import staged
from services.access import attempts, links, sessions
from services.store.models import Address, Event, Person, Tally
from tests.bot.web.site import Site, Visitor

WAIT = timedelta(minutes=16)


async def chatting(site: Site, name: str = "Amina") -> tuple[Visitor, int]:
    """Somebody new in a browser, and their number."""
    visitor = site.visitor()
    await visitor.opens("/chat")
    await visitor.presses("Ik zoek werk")
    await visitor.types(name)
    async with site.stage.work() as work:
        people = (await work.tx.exec(select(Person))).all()
    return visitor, max(person.id or 0 for person in people)


async def code_of(site: Site, number: int) -> str:
    async with site.stage.work() as work:
        return (await links.personal_link(work, number))[1]


async def test_a_code_opens_one_browser_and_its_owner_hears(site: Site) -> None:
    visitor, number = await chatting(site)
    code = await code_of(site, number)
    for expected in (200, 400):
        other = site.visitor()
        await other.opens(f"/chat/code?c={code}")
        assert (await other.presses("Ga verder")).status == expected
    page = await visitor.opens("/chat")
    assert "Je gesprek staat nu ook in een webbrowser" in page.text
    async with site.stage.work() as work:
        used = (await work.tx.exec(select(Event).where(Event.kind == "code-used"))).all()
    assert [(each.person_id, each.codes["channel"]) for each in used] == [(number, "web")]


async def test_looking_at_a_code_does_not_use_it_up(quick_site: Site) -> None:
    _, number = await chatting(quick_site)
    code = await code_of(quick_site, number)
    for path in (f"/chat/code?c={code}", f"/werkgever?c={code}", f"/chat?t={code}"):
        await quick_site.visitor().opens(path)
    stranger, _ = await chatting(quick_site, "Piet")
    await stranger.opens(f"/chat?t={code}")  # also by somebody who chats here already
    assert "Deze link gebruiken?" in stranger.page.text
    other = quick_site.visitor()
    await other.opens(f"/chat/code?c={code}")
    assert (await other.presses("Ga verder")).status == 200


@pytest.mark.parametrize("way", ["code", "begin", "login", "mixed"])
async def test_from_one_address_no_way_in_is_tried_without_end(site: Site, way: str) -> None:
    number = (await chatting(site))[1]
    code = await code_of(site, number)
    paths = {"code": ("/chat/code", "code"), "begin": ("/chat/begin", "token")}
    paths["login"] = ("/console/login", "token")
    ways = list(paths.values()) if way == "mixed" else [paths[way]]
    stranger = site.visitor()
    statuses = []
    for n in range(attempts.FROM_ADDRESS.most + 2):
        path, field = ways[n % len(ways)]
        statuses.append((await stranger.posts(path, {field: f"ABCDEF{n:02}"})).status)
    assert set(statuses[:-2]) <= {200, 400}
    assert statuses[-2:] == [429, 429]
    assert "Even wachten" in stranger.page.text
    assert (await stranger.posts("/chat/code", {"code": code})).status == 429  # the right one too
    site.stage.clock.move(WAIT)
    assert (await stranger.posts("/chat/code", {"code": code})).status == 200


async def test_an_office_behind_one_line_never_waits(quick_site: Site) -> None:
    _, number = await chatting(quick_site)
    for _ in range(attempts.FROM_ADDRESS.most + 5):
        code = await code_of(quick_site, number)
        page = await quick_site.visitor().posts("/chat/code", {"code": code})
        assert page.status == 200


async def test_a_start_is_not_tried_without_end(database_url: str) -> None:
    async with staged(database_url) as stage:
        await stage.says("Amina", "/start")
        await stage.says("Piet", "/start")
        async with stage.work() as work:
            _, code = await links.personal_link(work, stage.actors["Amina"].number)
        for n in range(attempts.BY_PERSON.most):
            await stage.says("Piet", f"/start ABCDEF{n:02}")
        await stage.hears("Piet")
        await stage.says("Piet", f"/start {code}")
        assert "veel codes" in "\n".join(await stage.hears("Piet"))
        async with stage.work() as work:
            owners = {row.person_id for row in (await work.tx.exec(select(Address))).all()}
            assert len(owners) == 2
        stage.clock.move(WAIT)
        await stage.says("Piet", f"/start {code}")
        async with stage.work() as work:
            owners = {row.person_id for row in (await work.tx.exec(select(Address))).all()}
            assert len(owners) == 1


async def test_tries_are_counted_by_hashes_and_forgotten(database_url: str) -> None:
    async with staged(database_url) as stage:
        async with stage.work() as work:
            await attempts.allowed(work, attempts.address("203.0.113.9"))
            keys = [row.key for row in (await work.tx.exec(select(Tally))).all()]
        assert "203.0.113.9" not in "".join(keys)
        assert len(keys) == 1
        stage.clock.move(attempts.LONGEST)
        async with stage.work() as work:
            await attempts.forget(work)
            assert (await work.tx.exec(select(Tally))).first() is None


def test_an_address_of_ipv6_is_counted_by_its_site() -> None:
    one, two, three = (f"2001:db8:0:{n}::{m}" for n, m in ((1, 1), (1, 2), (2, 1)))
    assert attempts.address(one) == attempts.address(two)
    assert attempts.address(one) != attempts.address(three)


async def test_nobody_becomes_a_colleague_with_a_code(site: Site) -> None:
    await site.stage.person("Marloes", "coach", team="intake-haarlem")
    number = site.stage.actors["Marloes"].number
    async with site.stage.work() as work:
        with pytest.raises(LookupError):
            await links.personal_link(work, number)
        code = await sessions.make_link(work, "join", number, {}, timedelta(hours=1))
    assert (await site.visitor().posts("/chat/code", {"code": code})).status == 400
    await site.stage.says("Piet", f"/start {code}")
    assert "werkt niet meer" in "\n".join(await site.stage.hears("Piet"))
    await site.stage.says("Marloes", "/ander")
    assert "geen code" in "\n".join(await site.stage.hears("Marloes"))
