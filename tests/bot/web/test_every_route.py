"""Every address the web serves, asked for by everybody, against one table of whom it is for."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bot.web.app import build
from bot.web.middleware import OPEN as NO_TOKEN
from bot.web.pages import files
from tests.bot.web.everybody import (
    AT_A_DESK,
    EMPLOYERS,
    EVERYBODY,
    Answer,
    Everybody,
    Undone,
    gathered,
)
from tests.bot.web.routes import ACTIONS, MISSING, OPEN, PAGES, REFUSED, SIGN_IN, TEAM, Rule
from tests.bot.web.site import Site, opened

METHODS: Mapping[str, Mapping[str, Rule]] = {"GET": PAGES, "POST": ACTIONS}
NOT_ANYBODYS = "987654"
FORGED = ("abc", "0", "-1", "1.5", "99999999999", "%00", "1%27")
# Who is somebody's equal at the other team and the other employer.
EQUALS: Mapping[str, frozenset[str]] = {
    "own coach": frozenset({"other coach"}),
    "lead": frozenset({"other lead"}),
    "own manager": frozenset({"other manager"}),
    "employer": frozenset({"other employer"}),
    "other coach": TEAM - {"lead"},
    "other lead": frozenset({"lead"}),
    "other manager": frozenset({"own manager"}),
    "other employer": frozenset({"employer"}),
    "colleague": frozenset(),
    "jobcoach": frozenset(),
}
MIRRORED = {"her", "employer", "vacancy", "match", "hans"}  # both sides have one


@pytest.fixture
async def everybody(tmp_path: Path) -> AsyncIterator[Everybody]:
    url = f"sqlite+aiosqlite:///{tmp_path}/werklijn.db"
    async with opened(url, kind=Undone) as site, gathered(site) as people:
        yield people


def served(site: Site) -> set[tuple[str, str]]:
    """What the router of the application knows: (method, address)."""
    routes = build(site.deps).router.routes()
    return {
        (each.method, each.resource.canonical)
        for each in routes
        if each.resource is not None and each.method != "HEAD"
    }


def came_of(answer: Answer) -> str:
    """What an answer means; anything strange is told as it is."""
    if answer.status == 303 and answer.location in ("/console/login", "/console/code"):
        return SIGN_IN
    if answer.status == 403 and 'class="button button--main" href="/console/login"' in answer.body:
        return SIGN_IN  # with what was typed, to copy
    opens = dict.fromkeys((200, 204, 303, 400, 409, 422), OPEN)
    return {**opens, 403: REFUSED, 404: MISSING}.get(answer.status, str(answer.status))


def address(path: str, rule: Rule, numbers: Mapping[str, str]) -> str:
    """The address with these numbers in it."""
    given = {"name": next(iter(files())), "page": "vacatures", "person": numbers["hans"]}
    given |= {"id": numbers.get(rule.ids, ""), "mark": numbers["mark"]}
    return path.format(**given)


def form(method: str, rule: Rule, numbers: Mapping[str, str]) -> dict[str, str] | None:
    """What is posted; None for a page."""
    said = rule.form.format(**numbers)
    filled = dict(each.split("=", 1) for each in said.split("&") if each)
    return filled if method == "POST" else None


def equals(people: frozenset[str]) -> frozenset[str]:
    """The same people of the other team and employer."""
    return frozenset().union(*(EQUALS.get(who, frozenset({who})) for who in people))


RULES = [(method, path, rule) for method in METHODS for path, rule in METHODS[method].items()]
WITH_NUMBER = [each for each in RULES if each[2].ids and each[2].inside]


async def test_every_address_is_in_the_table_and_the_other_way_round(quick_site: Site) -> None:
    table = {(method, path) for method, path, _ in RULES}
    missing = served(quick_site) - table
    assert not missing, f"say in tests/bot/web/routes.py whom these are for: {missing}"
    assert not table - served(quick_site)


async def test_everybody_gets_what_the_table_says(everybody: Everybody) -> None:
    wrong = []
    for method, path, rule in RULES:
        here, data = address(path, rule, everybody.own), form(method, rule, everybody.own)
        for who in sorted(EVERYBODY):
            got = came_of(await everybody.asks(who, here, data))
            if got != rule.expects(who):
                wrong.append(f"{method} {path}: {who} gets {got}, not {rule.expects(who)}")
    assert not wrong, "\n".join(wrong)


async def test_another_team_and_employer_have_the_same_with_the_roles_turned_round(
    everybody: Everybody,
) -> None:
    wrong = []
    for method, path, rule in WITH_NUMBER:
        if rule.ids not in MIRRORED:
            continue
        turned = replace(rule, opens=equals(rule.opens))
        here, data = address(path, rule, everybody.other), form(method, rule, everybody.other)
        for who in sorted(AT_A_DESK | EMPLOYERS):
            got = came_of(await everybody.asks(who, here, data))
            if got != turned.expects(who):
                wrong.append(f"{method} {path}: {who} gets {got}, not {turned.expects(who)}")
    assert not wrong, "\n".join(wrong)


async def test_what_is_not_yours_and_what_does_not_exist_look_the_same(
    everybody: Everybody,
) -> None:
    wrong = []
    for method, path, rule in WITH_NUMBER:
        data = form(method, rule, everybody.own)
        real = address(path, rule, everybody.own)
        none = address(path, rule, dict.fromkeys(everybody.own, NOT_ANYBODYS))
        for who in sorted(rule.inside - rule.opens):
            theirs = await everybody.asks(who, real, data)
            if theirs != await everybody.asks(who, none, data):
                wrong.append(f"{method} {path}: {who} sees that it exists")
    assert not wrong, "\n".join(wrong)


async def test_a_forged_number_is_not_there(everybody: Everybody) -> None:
    wrong = []
    for method, path, rule in WITH_NUMBER:
        if "{id}" not in path:
            continue
        who = min(rule.opens)
        for forged in FORGED:
            here = address(path, rule, {**everybody.own, rule.ids: forged})
            got = await everybody.asks(who, here, form(method, rule, everybody.own))
            if got.status not in (404, 405):
                wrong.append(f"{method} {here}: {got.status}")
    assert not wrong, "\n".join(wrong)


async def test_a_post_without_a_token_of_ones_own_is_refused(everybody: Everybody) -> None:
    wrong = []
    for path, rule in ACTIONS.items():
        if path.startswith(NO_TOKEN):
            continue
        here = address(path, rule, everybody.own)
        for who in sorted(rule.opens) or ["own coach"]:
            for token in ("", "0" * 32):
                data = {**(form("POST", rule, everybody.own) or {}), "form_token": token}
                got = came_of(await everybody.asks(who, here, data))
                if got != REFUSED:
                    wrong.append(f"{path}: {who} gets {got}")
    assert not wrong, "\n".join(wrong)


async def test_only_a_demo_serves_what_is_for_a_demo(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/demo.db"
    async with opened(url, demo=True) as site:
        extra = served(site) - {(method, path) for method, path, _ in RULES}
    assert {path.split("/")[1] for _, path in extra} == {"demo"}
    chats = {(method, path) for method, path, _ in RULES if path.startswith("/chat")}
    seats = {
        (method, f"/demo/{seat}{path}")
        for method, path in chats
        for seat in ("werkzoekende", "werkgever")
    }
    own = {("GET", "/demo"), ("POST", "/demo/dag"), ("POST", "/demo/opnieuw")}
    assert extra == seats | own
