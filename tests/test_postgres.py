"""The PostgreSQL of the tests: both sources of binaries, survival, and no trace afterwards."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from tests import postgres as pg

ON_WHEEL_PLATFORM = sys.platform == "linux" and platform.machine() == "x86_64"


@pytest.fixture(scope="module", params=["debian", "wheel"])
def server(request: pytest.FixtureRequest) -> Iterator[pg.Postgres]:
    """A server from each source; only a source that this machine cannot have is skipped."""
    required = "WERKLIJN_POSTGRES_REQUIRED" in os.environ
    if request.param == "debian" and not pg.debian() and not required:
        pytest.skip("no PostgreSQL of Debian on this machine")
    if request.param == "wheel" and not ON_WHEEL_PLATFORM:
        pytest.skip("the wheel is for Linux on x86-64")
    running = pg.start(request.param)
    yield running
    running.close()
    assert not running.folder.exists()


async def _fetch(url: str, query: str) -> object:
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


async def test_a_new_database_is_a_copy_of_its_template(server: pg.Postgres) -> None:
    template = server.create_database()
    await _fetch(server.database_url(template), "CREATE TABLE town AS SELECT 'Velsen' AS name")
    copy = server.create_database(template)
    assert await _fetch(server.database_url(copy), "SELECT name FROM town") == "Velsen"
    server.drop_database(copy)
    with pytest.raises(asyncpg.InvalidCatalogNameError):
        await _fetch(server.database_url(copy), "SELECT 1")


async def test_dropping_does_not_wait_for_who_is_connected(server: pg.Postgres) -> None:
    name = server.create_database()
    connection = await asyncpg.connect(server.database_url(name).replace("+asyncpg", ""))
    server.drop_database(name)
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, ConnectionError)):
        await connection.fetchval("SELECT 1")
    connection.terminate()


async def test_strangers_do_not_get_in(server: pg.Postgres) -> None:
    with pytest.raises(asyncpg.InvalidPasswordError):
        await _fetch(server.url.replace(server.password, "guess"), "SELECT 1")


async def test_what_was_committed_survives_a_kill(server: pg.Postgres) -> None:
    name = server.create_database()
    await _fetch(server.database_url(name), "CREATE TABLE kept AS SELECT 7 AS number")
    server.kill()
    with pytest.raises(OSError):
        await _fetch(server.database_url(name), "SELECT 1")
    server.restart()
    assert await _fetch(server.database_url(name), "SELECT number FROM kept") == 7


async def test_a_restart_keeps_address_and_data(server: pg.Postgres) -> None:
    before, url = server.port, server.url
    server.restart()
    assert (server.port, server.url) == (before, url)
    assert await _fetch(url, "SELECT 1") == 1


def test_the_server_is_not_root_and_lies_outside_homes(server: pg.Postgres) -> None:
    assert (server.folder / "data").stat().st_uid != 0
    assert server.folder.parent == Path("/tmp")


async def test_durable_settings_are_those_of_production() -> None:
    server = pg.start(fsync=True)
    try:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            assert await _fetch(server.url, f"SHOW {setting}") == "on"
    finally:
        server.close()


def test_a_killed_test_run_leaves_nothing_behind() -> None:
    code = "from tests import postgres\n"
    code += "s = postgres.start()\nprint(s.folder, s._server.pid, flush=True)\ninput()"
    run = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert run.stdout and run.stdin
    folder, pid = run.stdout.readline().split()
    assert Path(folder, "data").is_dir()
    run.send_signal(signal.SIGKILL)
    run.wait()
    run.stdout.close()
    run.stdin.close()
    deadline = time.monotonic() + 10
    while Path(folder).exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(folder).exists()
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)
