"""Seen afterwards: who came in, whom they saw, and what an administrator does at a breach."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlmodel import col, select

from bot.operating import audit as afterwards
from bot.settings import Settings
from bot.stage import SECRET
from services import audit
from services.access import links, sessions
from services.store.models import Audit, Person, Staff, Visit
from tests.bot.web.everybody import AT_A_DESK, Everybody, gathered
from tests.bot.web.routes import PAGES
from tests.bot.web.site import Site, opened
from tests.bot.web.test_every_route import address
from tests.bot.web.test_login import at_second_step, digits

# He answered something there; the page is about her.
NAMED_AS_SPEAKER = {"/console/werkzoekenden/{id}", "/console/plaatsingen/{id}"}
NO_LOOK = ("/console/login", "/console/code", "/console/stream")


async def rows(site: Site, *kinds: str) -> Sequence[Audit]:
    async with site.stage.work() as work:
        query = select(Audit).order_by(col(Audit.id))
        return [row for row in (await work.tx.exec(query)).all() if row.kind in kinds]


async def unwritten(everybody: Everybody, who: str, her: Person) -> list[str]:
    """Pages with her name on them that are not in the log with her number."""
    missing = []
    number = everybody.site.stage.actors[who].number
    for path, rule in PAGES.items():
        if not path.startswith("/console") or path in NO_LOOK or who not in rule.opens:
            continue
        before = len(await rows(everybody.site, "viewed"))
        got = await everybody.asks(who, address(path, rule, everybody.own))
        named = got.status == 200 and (her.name or "?") in got.body
        after = (await rows(everybody.site, "viewed"))[before:]
        wrote = [row for row in after if her.id in row.people and row.actor_id == number]
        if named and not wrote:
            missing.append(path)
        assert len(after) <= 1, "one row a page"
    return missing


async def test_every_page_with_a_name_is_written_down(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/werklijn.db"
    async with opened(url) as site, gathered(site) as everybody:
        async with site.stage.work() as work:
            her = await work.get(Person, int(everybody.own["her"]))
            hans = await work.get(Person, int(everybody.own["hans"]))
        missing = {who: await unwritten(everybody, who, her) for who in sorted(AT_A_DESK)}
        assert {who: pages for who, pages in missing.items() if pages} == {}
        his = {page for who in sorted(AT_A_DESK) for page in await unwritten(everybody, who, hans)}
        assert his <= NAMED_AS_SPEAKER
        seen = await rows(site, "viewed")
    pages = {row.page for row in seen}
    lists = {"/console", "/console/werkzoekenden", "/console/plaatsingen"}
    files = {"/console/werkzoekenden/{id}", "/console/matches/{id}", "/console/documenten/{id}"}
    assert lists | files <= pages
    assert all(row.address and row.role for row in seen)
    assert her.name not in json.dumps([audit.as_json(row) for row in seen])


async def test_doors_are_written_down(site: Site) -> None:
    visitor, secret = await at_second_step(site, "Marloes")
    await visitor.presses("Ga verder", code="000000")
    site.stage.clock.move(timedelta(minutes=1))
    await visitor.presses("Ga verder", code=digits(site, secret))
    await visitor.opens("/console")
    await visitor.presses("Uitloggen")
    stranger = site.visitor()
    await stranger.opens("/console/login?t=guessed")
    await stranger.presses("Log in")
    number = site.stage.actors["Marloes"].number
    doors = ("code-made", "code-used", "login", "factor-failed", "factor", "logout", "login-failed")
    found = await rows(site, *doors)
    assert [row.kind for row in found] == list(doors)
    assert [row.actor_id for row in found[2:]] == [number] * 4 + [None]
    made, used, login = found[:3]
    assert made.code == used.code == login.code
    assert len({row.address for row in found[1:]}) == 1, "one address, as a hash"
    assert "127.0.0.1" not in found[1].address


async def test_roles_and_invitations_are_written_down(quick_site: Site) -> None:
    await quick_site.stage.person("Ad", "administrator", team="intake-haarlem")
    async with quick_site.stage.work() as work:
        facts = {"role": "coach", "team": "intake-haarlem", "organisation": "haarlem"}
        link = await links.invitation(work, quick_site.stage.actors["Ad"].number, facts)
    await quick_site.stage.says("Ida", f"/start {link.split('t=')[1]}")
    (invited,) = await rows(quick_site, "invited")
    (joined,) = await rows(quick_site, "staff-joined")
    assert joined.people == [quick_site.stage.actors["Ida"].number]
    assert joined.codes == {"role": "coach"}
    assert invited.people == [quick_site.stage.actors["Ad"].number]


async def test_an_administrator_finds_whom_an_account_reached_and_locks_it(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/werklijn.db"
    async with opened(url) as site, gathered(site) as everybody:
        coach = site.stage.actors["own coach"].number
        her = everybody.own["her"]
        await everybody.asks("own coach", f"/console/werkzoekenden/{her}")
        page = await everybody.asks("administrator", f"/console/beheer/datalek?account={coach}")
        assert f"Nummer {her}" in page.body
        assert "72 uur" in page.body
        async with site.stage.work() as work:
            name = (await work.get(Person, int(her))).name or "?"
        assert name not in page.body, "an administrator reads no names"
        listed = await everybody.asks(
            "administrator", f"/console/beheer/datalek.txt?account={coach}"
        )
        assert her in [line.split("\t")[0] for line in listed.body.splitlines()]
        by_address = await everybody.asks(
            "administrator", "/console/beheer/datalek?adres=127.0.0.1"
        )
        assert f"Nummer {her}" in by_address.body
        log = await everybody.asks(
            "administrator", f"/console/beheer/logboek?soort=viewed&account={coach}"
        )
        assert "/console/werkzoekenden/‹id›" in log.body
        shut = await everybody.asks("administrator", f"/console/beheer/datalek/{coach}/dicht", {})
        assert shut.status == 303
        again = await everybody.asks("own coach", f"/console/werkzoekenden/{her}")
        assert (again.status, again.location) == (303, "/console/login")
        async with site.stage.work() as work:
            assert not (await work.get(Staff, coach)).active
            left = await work.tx.exec(select(Visit).where(Visit.person_id == coach))
            assert left.all() == []


async def test_a_code_in_wrong_hands_reached_whom_its_account_saw(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/werklijn.db"
    async with opened(url) as site, gathered(site) as everybody:
        coach, her = site.stage.actors["own coach"].number, everybody.own["her"]
        async with site.stage.work() as work:
            link = await links.console_link(work, coach)
            await work.tx.flush()
            token = link.split("t=")[1]
            made = await sessions.use_link(work, token, "login")
            assert made is not None
            await audit.note(work, "login", actor=coach, code=audit.code_mark(made.key))
        await everybody.asks("own coach", f"/console/werkzoekenden/{her}")
        await everybody.asks("colleague", "/console/werkzoekenden")
    settings = Settings(_env_file=None, database_url=url, secret_key=(SecretStr(SECRET),))  # type: ignore[call-arg]
    since = site.stage.clock.now().replace(tzinfo=None) - timedelta(days=2)
    lines = await afterwards.reached(settings, (0, token, ""), since, lock=False)
    assert [line.split("\t")[0] for line in lines if not line.startswith("#")] == [her]
    exported = [json.loads(line) for line in await afterwards.exported(settings, since)]
    assert {"viewed", "login", "code-used"} <= {each["kind"] for each in exported}
    assert all(isinstance(each["people"], list) for each in exported)


async def test_taking_data_along_is_written_down(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/werklijn.db"
    async with opened(url) as site, gathered(site) as everybody:
        got = await everybody.asks("jobseeker", "/chat/mijn-gegevens.json")
        assert got.status == 200
        (row,) = await rows(site, "exported")
    assert row.people == [int(everybody.own["her"])]


@pytest.mark.parametrize("given", [(0, "", ""), (1, "x", "")])
def test_a_breach_is_about_one_thing(given: tuple[int, str, str]) -> None:
    with pytest.raises(BaseException, match="2"):
        afterwards.suspected(*given, lock=False)
