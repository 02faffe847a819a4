"""Whatever an operator can mend is one clear line, an exit code, no traceback.

Every case runs the real program in a folder of its own.
"""

from __future__ import annotations

import asyncio
import re
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import asyncpg
import pytest

from services.region import BUILT_IN
from tests.botapi import BotApi
from tests.postgres import Postgres
from tests.program import Program

KEY = "a key for tests, of more than 32 signs".replace(",", "")
SETTINGS: dict[str, tuple[dict[str, str], str]] = {
    "no key": ({"SECRET_KEY": ""}, "WERKLIJN_SECRET_KEY is missing"),
    "a short key": ({"SECRET_KEY": "short"}, "at least 32 signs"),
    "a key and its file": ({"SECRET_KEY_FILE": "/dev/null"}, "not both"),
    "no key file": (
        {"SECRET_KEY": "", "SECRET_KEY_FILE": "none"},
        "cannot read none: No such file",
    ),
    "a port of letters": ({"HTTP_PORT": "web"}, "WERKLIJN_HTTP_PORT"),
    "a host that is not here": ({"HTTP_HOST": "192.0.2.1"}, "cannot listen"),
    "another database": ({"DATABASE_URL": "mysql://x"}, "sqlite:// or postgresql://"),
    "half an address": ({"DATABASE_URL": "postgresql://u:p@h:port/d"}, "not an address"),
    "nobody there": ({"DATABASE_URL": "postgresql://u:p@127.0.0.1:1/d"}, "cannot be reached"),
    "no such host": ({"DATABASE_URL": "postgresql://u:p@nowhere.invalid/d"}, "cannot be reached"),
    "an unknown part": (
        {"DATABASE_URL": "postgresql://u:p@127.0.0.1:1/d?sslmode=require"},
        "not understood",
    ),
    "no region file": ({"REGION_FILE": "none.toml"}, "none.toml: cannot be read"),
    "a folder as region": ({"REGION_FILE": "."}, "cannot be read"),
    "no token": ({"TELEGRAM_TOKEN": "nonsense"}, "no token of @BotFather"),
    "a wrong mode": ({"TELEGRAM_MODE": "pigeon"}, "WERKLIJN_TELEGRAM_MODE"),
    "a webhook without an address": ({"TELEGRAM_MODE": "webhook"}, "PUBLIC_URL"),
    "a wrong address": ({"PUBLIC_URL": "werklijn"}, "WERKLIJN_PUBLIC_URL"),
    "a wrong level": ({"LOG_LEVEL": "LOUD"}, "WERKLIJN_LOG_LEVEL"),
}


@dataclass
class Runs:
    """The program, with settings that are right unless told otherwise."""

    program: Program
    folder: Path

    def __call__(self, given: dict[str, str], *arguments: str) -> tuple[int, str]:
        """Exit code and standard error."""
        settings = {"SECRET_KEY": KEY, "HTTP_PORT": "0", **given}
        done = self.program(self.folder, settings, *(arguments or ("run",)))
        assert "Traceback" not in done.error + done.out
        return done.code, done.error

    def one_line(self, given: dict[str, str], said: str, *arguments: str) -> None:
        """Ends with exit code 2 and one line that says this."""
        code, error = self(given, *arguments)
        lines = error.splitlines()
        assert (code, len(lines)) == (2, 1), error
        assert lines[0].startswith("werklijn: ")
        assert said in lines[0]
        assert KEY not in error


@pytest.fixture
def runs(program: Program, tmp_path: Path) -> Runs:
    """In a folder of its own."""
    return Runs(program, tmp_path)


@pytest.mark.parametrize("case", SETTINGS)
def test_a_wrong_setting(case: str, runs: Runs) -> None:
    given, said = SETTINGS[case]
    runs.one_line(given, said)


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which somebody listens."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        yield door.getsockname()[1]


def test_a_taken_port(runs: Runs, taken: int) -> None:
    runs.one_line({"HTTP_PORT": str(taken)}, "address already in use")


def test_a_file_that_is_no_database(runs: Runs) -> None:
    (runs.folder / "broken.db").write_text("this was a database once " * 50)
    runs.one_line({"DATABASE_URL": "sqlite:///broken.db"}, "file is not a database")


def test_a_database_with_a_hole_in_it(runs: Runs) -> None:
    given = {"DATABASE_URL": "sqlite:///holed.db"}
    assert runs(given, "db", "upgrade") == (0, "")
    content = bytearray((runs.folder / "holed.db").read_bytes())
    content[4096 : 3 * 4096] = b"\xff" * 2 * 4096
    (runs.folder / "holed.db").write_bytes(content)
    runs.one_line(given, "malformed")


DISK_FULL = """
CREATE FUNCTION full_disk() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION USING ERRCODE = '53100', MESSAGE = 'Geen ruimte meer'; END $$;
CREATE EVENT TRIGGER full_disk ON ddl_command_start EXECUTE FUNCTION full_disk();
"""


def looked_up(folder: Path, day: date) -> dict[str, str]:
    """A region whose numbers to call were looked up on this day."""
    text = BUILT_IN.read_text("utf-8")
    (folder / "region.toml").write_text(
        re.sub(r"looked_up = \S+", f"looked_up = {day}", text), "utf-8"
    )
    return {"REGION_FILE": "region.toml"}


def test_the_doctor_asks_to_look_the_numbers_to_call_up_again(runs: Runs) -> None:
    today = datetime.now(UTC).date()
    given = {"DATABASE_URL": "sqlite:///numbers.db", "SECRET_KEY": KEY}
    old = looked_up(runs.folder, today - timedelta(days=400))
    ended = runs.program(runs.folder, {**given, **old}, "doctor")
    assert ended.code == 1
    assert "WRONG  help lines: 112 112, looked up on" in ended.out
    assert "Veilig Thuis 0800-2000" in ended.out
    new = looked_up(runs.folder, today - timedelta(days=300))
    assert runs({**given, **new}, "doctor") == (0, "")


def test_the_doctor_reads_every_page(runs: Runs) -> None:
    """What was broken in a corner that no start touches."""
    given = {"DATABASE_URL": "sqlite:///corner.db"}
    given |= looked_up(runs.folder, datetime.now(UTC).date())
    assert runs(given, "db", "upgrade") == (0, "")
    assert runs(given, "doctor") == (0, "")
    with closing(sqlite3.connect(runs.folder / "corner.db")) as corner:
        asked = "SELECT rootpage FROM sqlite_master WHERE name = 'placement'"
        size, page = corner.execute("PRAGMA page_size").fetchone()[0], corner.execute(asked)
        start = (page.fetchone()[0] - 1) * size
        corner.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray((runs.folder / "corner.db").read_bytes())
    content[start : start + size] = b"\xff" * size
    (runs.folder / "corner.db").write_bytes(content)
    ended = runs.program(runs.folder, {"SECRET_KEY": KEY, **given}, "doctor")
    assert (ended.code, ended.error) == (1, ""), ended
    assert "WRONG  pages: quick_check: " in ended.out


def test_a_wrong_key(runs: Runs) -> None:
    assert runs({}, "db", "upgrade") == (0, "")
    runs.one_line({"SECRET_KEY": "another key" * 4}, "not the key of this database")
    runs.one_line({"SECRET_KEY": "another key" * 4}, "not the key of this", "doctor")


def test_a_newer_schema(runs: Runs) -> None:
    given = {"DATABASE_URL": "sqlite:///newer.db"}
    assert runs(given, "db", "upgrade") == (0, "")
    newer = sqlite3.connect(runs.folder / "newer.db")
    with newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    runs.one_line(given, "form 9999 of a newer release")


def test_a_folder_that_cannot_be_made(runs: Runs) -> None:
    (runs.folder / "data").write_text("a file, where a folder should be")
    runs.one_line({}, "data")
    given = {"DATABASE_URL": "sqlite:////proc/none/werklijn.db"}
    (runs.folder / "data").unlink()
    runs.one_line(given, "/proc/none")


def test_settings_that_are_no_text(runs: Runs) -> None:
    (runs.folder / ".env").write_bytes(b"WERKLIJN_LOG_LEVEL=\xff\xfe")
    runs.one_line({}, ".env is not UTF-8 text")


def test_a_database_of_postgresql_that_is_not_there(postgres: Postgres, runs: Runs) -> None:
    url = postgres.database_url("nowhere")
    runs.one_line({"DATABASE_URL": url}, "does not exist")
    wrong = re.sub(r"://[^@/]*@", "://nobody:wrong@", url)
    runs.one_line({"DATABASE_URL": wrong}, "nobody")


async def test_a_database_of_postgresql_that_stores_nothing(postgres: Postgres, runs: Runs) -> None:
    name = postgres.create_database()
    url = postgres.database_url(name)
    there = await asyncpg.connect(url.replace("+asyncpg", ""))
    await there.execute(DISK_FULL)
    await there.close()
    await asyncio.to_thread(
        runs.one_line, {"DATABASE_URL": url}, "the disk of the database is full", "db", "upgrade"
    )
    other = postgres.create_database()
    postgres.sql(f"ALTER DATABASE {other} SET default_transaction_read_only = on")
    given = {"DATABASE_URL": postgres.database_url(other)}
    await asyncio.to_thread(runs.one_line, given, "read-only transaction", "db", "upgrade")


async def test_a_token_that_telegram_does_not_know(runs: Runs) -> None:
    async with BotApi("1:TEST") as api:
        given = {"TELEGRAM_TOKEN": "2:OTHER", "TELEGRAM_API": api.url}
        said = "Telegram knows no such bot"
        await asyncio.to_thread(runs.one_line, given, said)
        code, error = await asyncio.to_thread(runs, given, "doctor")
        assert code == 1
        assert "OTHER" not in error
