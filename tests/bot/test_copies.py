"""A copy of the database is whole, put back elsewhere it is the same, and a bad one is refused."""

from __future__ import annotations

import json
import sqlite3
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from services import installation
from services.store import canary
from services.store.db import connect, reading, transaction
from services.store.models import Person
from services.store.upgrade import upgrade
from tests import rows
from tests.postgres import Postgres
from tests.program import Ended, Program
from tests.services.world import NOW

KEY = "a key for tests of more than 32 signs"


class Place:
    """A folder and a database, and the program that runs there."""

    def __init__(self, program: Program, folder: Path, url: str) -> None:
        self.program, self.folder, self.url = program, folder, url
        folder.mkdir(exist_ok=True)

    def __call__(self, *arguments: str, **given: str) -> Ended:
        settings = {"SECRET_KEY": KEY, "DATABASE_URL": self.url, **given}
        return self.program(self.folder, settings, *arguments)

    def refuses(self, said: str, *arguments: str, **given: str) -> None:
        ended = self(*arguments, **given)
        assert (ended.code, len(ended.error.splitlines())) == (2, 1), ended
        assert said in ended.error

    async def rows(self, *, sealed: bool) -> dict[str, list[Any]]:
        engine = connect(self.url, [KEY])
        async with reading(engine) as tx:
            found = await rows.stored(tx, sealed=sealed)
        await engine.dispose()
        # When the newest copy was made is written after it, so that no copy holds it of itself.
        found["fact"] = [each for each in found["fact"] if each[0] != installation.COPIED]
        return found

    async def fill(self) -> None:
        engine = connect(self.url, [KEY])
        await upgrade(engine)
        await canary.check(engine)
        await rows.fill(engine, 5)
        await engine.dispose()


@pytest.fixture
def here(program: Program, tmp_path: Path, database_url: str) -> Place:
    return Place(program, tmp_path / "here", database_url)


@pytest.fixture
def there(program: Program, tmp_path: Path, here: Place, request: Any) -> Any:
    """A fresh place of the same kind."""
    if here.url.startswith("sqlite"):
        return Place(program, tmp_path / "there", f"sqlite+aiosqlite:///{tmp_path}/there/new.db")
    server: Postgres = request.getfixturevalue("postgres")
    return Place(program, tmp_path / "there", server.database_url(server.create_database()))


async def test_put_back_elsewhere_every_row_is_the_same(
    here: Place, there: Place, tmp_path: Path
) -> None:
    await here.fill()
    copy = tmp_path / "copy.werklijn"
    made = here("backup", str(copy))
    assert made.code == 0, made.error
    assert copy.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.glob(".werklijn*")) == []
    back = there("restore", str(copy))
    assert back.code == 0, back.error
    assert "checked: SHA-256" in back.out
    assert await there.rows(sealed=True) == await here.rows(sealed=True)
    assert await there.rows(sealed=False) == await here.rows(sealed=False)
    assert "ok     database" in there("doctor").out
    engine = connect(there.url, [KEY])
    async with transaction(engine) as tx:  # numbers go on where they were
        tx.add(Person(id=6, created=NOW))
    await engine.dispose()


async def test_what_the_manifest_says(here: Place, tmp_path: Path) -> None:
    await here.fill()
    assert here("backup", str(tmp_path / "copy")).code == 0
    with tarfile.open(tmp_path / "copy") as tar:
        about = tar.extractfile("manifest.json")
        assert about
        manifest = json.load(about)
    tables = await here.rows(sealed=True)
    assert {name: manifest["counts"][name] for name in tables} == {
        name: len(found) for name, found in tables.items()
    }
    assert manifest["revision"]
    assert "marked" not in (tmp_path / "copy").read_bytes().decode("latin-1")
    here.refuses("is there already", "backup", str(tmp_path / "copy"))


async def test_a_database_in_use_is_not_overwritten(here: Place, tmp_path: Path) -> None:
    await here.fill()
    copy = str(tmp_path / "copy")
    assert here("backup", copy).code == 0
    before = await here.rows(sealed=True)
    engine = connect(here.url, [KEY])
    async with transaction(engine) as tx:
        tx.add(Person(id=99, created=NOW))
    await engine.dispose()
    here.refuses("is not empty", "restore", copy)
    assert len((await here.rows(sealed=True))["person"]) == 6
    assert here("restore", copy, "--force").code == 0
    assert await here.rows(sealed=True) == before


def _cut(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:-20000])


def _flip(copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(content)


def _no_tar(copy: Path) -> None:
    copy.write_text("a letter")


@pytest.mark.parametrize("harm", [_cut, _flip, _no_tar])
async def test_a_damaged_copy_is_refused(
    here: Place, there: Place, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    await here.fill()
    assert here("backup", str(tmp_path / "copy")).code == 0
    harm(tmp_path / "copy")
    there.refuses("damaged", "restore", str(tmp_path / "copy"))


async def test_a_copy_for_another_key_is_refused(here: Place, there: Place, tmp_path: Path) -> None:
    await here.fill()
    copy = str(tmp_path / "copy")
    assert here("backup", copy).code == 0
    there.refuses("not the key", "restore", copy, SECRET_KEY="another key " * 4)
    there.refuses("No such file", "restore", str(tmp_path / "none"))
    assert there("restore", copy, SECRET_KEY="another key " * 4 + f",{KEY}").code == 0


async def test_a_copy_of_another_kind_is_refused(
    here: Place, program: Program, tmp_path: Path
) -> None:
    await here.fill()
    copy = tmp_path / "copy"
    assert here("backup", str(copy)).code == 0
    with tarfile.open(copy) as tar:
        tar.extractall(tmp_path / "out", filter="data")
    about = tmp_path / "out" / "manifest.json"
    about.write_text(
        about.read_text().replace('"sqlite"', '"other"').replace("postgresql", "other")
    )
    with tarfile.open(tmp_path / "changed", "w") as tar:
        tar.add(about, "manifest.json")
        tar.add(tmp_path / "out" / "content", "content")
    here.refuses("a copy of other", "restore", str(tmp_path / "changed"), "--force")


async def test_a_copy_is_one_moment_while_others_write(program: Program, tmp_path: Path) -> None:
    """SQLite: what is still in the log beside the file is in the copy as well."""
    here = Place(program, tmp_path / "here", f"sqlite+aiosqlite:///{tmp_path}/here/x.db")
    await here.fill()
    engine = connect(here.url, [KEY])
    async with transaction(engine) as tx:
        tx.add(Person(id=77, created=NOW))
    assert here("backup", str(tmp_path / "copy")).code == 0
    await engine.dispose()
    with tarfile.open(tmp_path / "copy") as tar:
        tar.extractall(tmp_path / "out", filter="data")
    with sqlite3.connect(tmp_path / "out" / "content") as copy:
        assert copy.execute("SELECT count(*) FROM person WHERE id = 77").fetchone() == (1,)
    copy.close()


def test_on_postgresql_a_missing_client_is_told(
    program: Program, tmp_path: Path, postgres_url: str
) -> None:
    here = Place(program, tmp_path / "here", postgres_url)
    assert here("db", "upgrade").code == 0
    ended = here.program(
        here.folder,
        {"SECRET_KEY": KEY, "DATABASE_URL": here.url},
        *("backup", str(tmp_path / "copy")),
        path="/nowhere",
    )
    assert ended.code == 2
    assert "pg_dump is not on PATH" in ended.error
