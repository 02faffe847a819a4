"""Every form, filled in as no form is: what cannot be taken is refused in words, never a fault."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

import bot.web
from tests.bot.web.everybody import Everybody, Undone, gathered
from tests.bot.web.routes import ACTIONS, Rule
from tests.bot.web.site import opened

NASTY: Mapping[str, str] = {
    "long": "x" * 6_000,  # in every field of a form at once
    "nul": "nan\x00\u202e²٣",
    "twenty digits": "9" * 20,
    "no day": "0000-00-00",
    "below nothing": "-1",
}
OF_FILES = {"photo", "file", "form_token", "event"}
QUICK = ("own coach", "lead", "own manager", "administrator", "employer", "her")


def fields() -> list[str]:
    """The name of every field that a page has."""
    folder = Path(bot.web.__file__).parent / "templates"
    pages = [path.read_text("utf-8") for path in folder.rglob("*.html")]
    found = {name for page in pages for name in re.findall(r'\bname="([a-z_]+)"', page)}
    return sorted(found - OF_FILES)


@pytest.fixture
async def everybody(tmp_path: Path) -> AsyncIterator[Everybody]:
    url = f"sqlite+aiosqlite:///{tmp_path}/werklijn.db"
    async with opened(url, kind=Undone) as site, gathered(site) as people:
        yield people


def _sent(rule: Rule, everybody: Everybody, value: str) -> dict[str, str]:
    usual = [pair.partition("=")[0] for pair in rule.form.split("&") if pair]
    return dict.fromkeys([*FIELDS, *usual], value)


FIELDS = fields()


async def test_no_form_is_a_fault(everybody: Everybody) -> None:
    wrong, refused = [], set()
    for path, rule in ACTIONS.items():
        who = next((each for each in QUICK if each in rule.opens), None)
        who = who or next(iter(sorted(rule.opens)), None)
        if who is None:
            continue
        given = {"id": everybody.own.get(rule.ids, "1"), "person": everybody.own["hans"]}
        address = re.sub(r"\{\w+\}", "1", path.format_map(_Known(everybody.own | given)))
        for name, value in (*NASTY.items(), ("nothing", "")):
            form = {} if name == "nothing" else _sent(rule, everybody, value)
            answer = await everybody.asks(who, address, form)
            if answer.status >= 500:
                wrong.append(f"{who} on {path} with {name}: {answer.status}")
            if answer.status == 403:
                refused.add(path)
    assert wrong == []
    assert refused == set()  # every form was read


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "1"
