"""Every form, filled in as no form is: what cannot be taken is refused in words, never a fault."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path

import pytest

import bot.web
from bot.web import seats
from services.access import sessions
from tests.bot.web.everybody import Everybody, Undone, gathered
from tests.bot.web.routes import ACTIONS, PAGES, Rule
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


MULTIPART = "multipart/form-data; boundary=b"
URLENCODED = "application/x-www-form-urlencoded"


def _encoded(fields: Mapping[str, str], value: bytes) -> bytes:
    return b"&".join(
        name.encode() + b"=" + (value if name != "form_token" else said.encode())
        for name, said in fields.items()
    )


def _parts(fields: Mapping[str, str], value: bytes, head: bytes = b"") -> bytes:
    """The same as multipart, every field twice."""
    parts = []
    for name, said in fields.items():
        content = value if name != "form_token" else said.encode()
        part = b'--b\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
        parts += [part % (name.encode(), head, content)] * 2
    return b"".join(parts) + b"--b--\r\n"


RAW: Mapping[str, tuple[str, Callable[[Mapping[str, str]], bytes]]] = {
    "a half sign, encoded": (URLENCODED, lambda fields: _encoded(fields, b"%ED%A0%80")),
    "a half sign, in bytes": (URLENCODED, lambda fields: _encoded(fields, b"\xed\xa0\x80")),
    "bytes of nothing": (URLENCODED, lambda fields: _encoded(fields, b"\xff\xfe\x00")),
    "a charset with half signs": (
        f"{URLENCODED}; charset=unicode_escape",
        lambda fields: _encoded(fields, b"%5Cud800"),
    ),
    "half signs of utf-7": (f"{URLENCODED}; charset=utf-7", lambda f: _encoded(f, b"%2B2AA-")),
    "a charset that is none": (f"{URLENCODED}; charset=x-none", lambda f: _encoded(f, b"a")),
    "a charset of no text": (f"{URLENCODED}; charset=hex", lambda f: _encoded(f, b"61")),
    "every field twice": (URLENCODED, lambda f: _encoded(f, b"a") + b"&" + _encoded(f, b"b")),
    "twenty thousand signs": (URLENCODED, lambda f: _encoded(f, b"%D8%A7" * 700)),
    "parts in bytes": (MULTIPART, lambda fields: _parts(fields, b"\xed\xa0\x80\xff")),
    "parts of another charset": (
        MULTIPART,
        lambda fields: _parts(fields, b"+2AA-", b"\r\nContent-Type: text/plain; charset=utf-7"),
    ),
    "files for words": (MULTIPART, lambda fields: _parts(fields, b"x", b'; filename="a.txt"')),
    "parts without an end": (MULTIPART, lambda fields: _parts(fields, b"x")[:-7]),
    "no parts": (MULTIPART, lambda fields: b"nothing"),
    "json": ("application/json", lambda fields: b'{"words": "x"}'),
}


async def test_no_body_is_a_fault(everybody: Everybody) -> None:
    """What no form sends at all: halves of signs, other charsets, files, every field twice."""
    wrong = []
    for path, rule in ACTIONS.items():
        who = next((each for each in QUICK if each in rule.opens), None)
        who = who or next(iter(sorted(rule.opens)), None)
        if who is None:
            continue
        given = {"id": everybody.own.get(rule.ids, "1"), "person": everybody.own["hans"]}
        address = re.sub(r"\{\w+\}", "1", path.format_map(_Known(everybody.own | given)))
        for name, (kind, body) in RAW.items():
            status = await _posted(everybody, who, address, rule, kind, body)
            if status >= 500:
                wrong.append(f"{who} on {path} with {name}: {status}")
    assert wrong == []


def questions() -> list[str]:
    """The name of every question that an address may have behind it."""
    folder = Path(bot.web.__file__).parent
    code = "".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    named = set(re.findall(r'(?:query(?:\.get\(|\[)|_typed\(request, )"([a-z_]+)"', code))
    return sorted(named | {"gemeente", "soort", "uren"})


QUERIES: Mapping[str, str] = {
    "a half sign": "%ED%A0%80",
    "bytes of nothing": "%ff%fe%00",
    "twenty digits": "9" * 20,
    "nan": "nan",
    "no day": "2026-99-99",
    "signs": "%E2%80%AE%C2%B2%D9%A3%EF%B7%BA",
    "long": "x" * 300,
}


async def test_no_query_is_a_fault(everybody: Everybody) -> None:
    names, wrong = questions(), []
    assert len(names) > 8
    for path, rule in PAGES.items():
        who = next((each for each in QUICK if each in rule.opens), None)
        who = who or next(iter(sorted(rule.opens)), None)
        if who is None or path.endswith("stream"):
            continue
        given = {"id": everybody.own.get(rule.ids, "1"), "person": everybody.own["hans"]}
        address = re.sub(r"\{\w+\}", "1", path.format_map(_Known(everybody.own | given)))
        for what, value in QUERIES.items():
            query = "&".join(f"{name}={value}" for name in names)
            answer = await everybody.asks(who, f"{address}?{query}")
            if answer.status >= 500:
                wrong.append(f"{who} on {path} with {what}: {answer.status}")
    assert wrong == []


async def _posted(
    everybody: Everybody,
    who: str,
    address: str,
    rule: Rule,
    kind: str,
    body: Callable[[Mapping[str, str]], bytes],
) -> int:
    cookies = everybody.cookies.get(who, {})
    cookie = cookies.get(seats.CONSOLE if address.startswith("/console") else seats.CHAT, "")
    fields = {"form_token": sessions.form_token(cookie), **_sent(rule, everybody, "x")}
    headers = {
        "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "Content-Type": kind,
    }
    async with everybody.session.post(
        everybody.site.base + address, data=body(fields), headers=headers, allow_redirects=False
    ) as got:
        return got.status


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "1"
