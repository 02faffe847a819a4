"""How many turns a second, stored and answered: `python bench/turns.py`, ours beside the peers.

Every system is a process of its own that polls a Bot API server of its own (tests/botapi, with a
crowd of people in it); they are measured in turns, round after round, so that a busy machine is
busy for all. No system limits its sending. A turn runs from the update at the server to its answer
at the server. aiogram is measured when it can be imported, or found in a folder of its own:
`pip install --target /tmp/aiogram aiogram` and `--aiogram /tmp/aiogram`.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.metadata
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import postgres  # noqa: E402 - it is found beside this folder

Json = dict[str, Any]
Command = Callable[[str, Path], list[str]]
SECRET = "a secret of sixteen signs or more"
TICK = os.sysconf("SC_CLK_TCK")
QUIET = 0.2  # seconds of processor time in two seconds: nothing much is being done


def environment(folder: str = "", **more: str) -> dict[str, str]:
    """What every process gets: this project, and packages in a folder of their own."""
    path = [str(ROOT), *filter(None, [folder])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path), **more}


class Crowd:
    """A server with people on it, in a process of its own."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bench.peers.crowd"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment(),
        )
        assert self.process.stdout is not None
        self.url = self.process.stdout.readline().strip()

    def does(self, **order: float) -> Json:
        """Give an order, wait for its result."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer.startswith("{"):
            raise SystemExit(f"the crowd gave up: {answer}")
        result: Json = json.loads(answer)
        return result

    def close(self) -> None:
        """Send everybody home."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(10)


@dataclass
class System:
    """A bot of some kind, its process and its results."""

    name: str
    command: Command
    env: dict[str, str] = field(default_factory=dict)
    folder: str = ""  # where its packages are, if they are not with ours
    results: list[Json] = field(default_factory=list)
    flowed: Json = field(default_factory=dict)
    pid: int = 0
    crowd: Crowd | None = None
    stored: int = 0  # people in the database before it starts
    started: float = 0.0  # seconds from the start until it is ready
    stopped: float = 0.0  # seconds from SIGTERM until it is gone

    @property
    def rate(self) -> float:
        """Turns a second, of the best round: noise of the machine only ever slows."""
        return float(max((each["turns"] / each["seconds"] for each in self.results), default=0.0))

    def memory(self) -> float:
        """Resident memory in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def processor(self) -> float:
        """Seconds of processor time so far, of its process alone."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def does(self, **order: float) -> Json:
        """Let the crowd do something; the result has milliseconds of processor time a turn too."""
        assert self.crowd is not None
        before = self.processor()
        result = self.crowd.does(**order)
        result["cpu"] = (self.processor() - before) * 1000 / result["turns"]
        return result


@contextmanager
def running(system: System) -> Iterator[System]:
    """The system at work; stopped in good order at the end."""
    system.crowd = Crowd()
    with tempfile.TemporaryDirectory() as folder:
        env = environment(system.folder, **system.env)
        if system.name.startswith("werklijn"):
            env |= ours(system.crowd.url, env.get("WERKLIJN_DATABASE_URL", ""), Path(folder))
        if system.stored:
            given = (env["WERKLIJN_DATABASE_URL"], SECRET, str(system.stored))
            fills = [sys.executable, "-m", "bench.peers.stored", *given]
            subprocess.run(fills, env=env, cwd=folder, check=True)
        command, began = system.command(system.crowd.url, Path(folder)), time.monotonic()
        process = subprocess.Popen(command, env=env, cwd=folder)
        system.pid = process.pid
        if "WERKLIJN_HTTP_PORT" in env:
            until_ready(f"http://127.0.0.1:{env['WERKLIJN_HTTP_PORT']}/readyz")
            system.started = time.monotonic() - began
        try:
            system.crowd.does(people=30)  # everything is loaded, caches are filled
            yield system
        finally:
            began = time.monotonic()
            process.send_signal(signal.SIGTERM)
            process.wait(60)
            system.stopped = time.monotonic() - began
            system.crowd.close()


def until_ready(url: str) -> None:
    """Wait until it says that it is."""
    for _ in range(2000):
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=5) as answer:
            if answer.status == 200:
                return
        time.sleep(0.05)
    raise SystemExit(f"never ready: {url}")


def ours(url: str, database: str, folder: Path) -> dict[str, str]:
    """The settings of our own process."""
    return {
        "WERKLIJN_DATABASE_URL": database or f"sqlite+aiosqlite:///{folder}/line.db",
        "WERKLIJN_SECRET_KEY": SECRET,
        "WERKLIJN_TELEGRAM_TOKEN": "1:TEST",
        "WERKLIJN_TELEGRAM_API": url,
        "WERKLIJN_TELEGRAM_RATE": "1000000",
        "WERKLIJN_HTTP_PORT": str(free_port()),
        "WERKLIJN_LOG_LEVEL": "WARNING",
    }


def free_port() -> int:
    """A port nobody listens at."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def module(name: str, *more: str) -> Command:
    """`python -m name URL …`; {folder} stands for the working folder."""

    def command(url: str, folder: Path) -> list[str]:
        given = [each.format(folder=folder) for each in more]
        return [sys.executable, "-m", name, url, *given]

    return command


def werklijn(profile: str = "") -> Command:
    """Our own `werklijn run`; settings come from the environment."""
    watch = ["-m", "cProfile", "-o", profile] if profile else []
    return lambda url, folder: [sys.executable, *watch, "-m", "bot", "run"]


def peers(folder: str) -> list[System]:
    """Whoever can be measured here; who cannot is named."""
    ptb = f"python-telegram-bot {importlib.metadata.version('python-telegram-bot')}"
    found = [
        System(f"{ptb}, in memory", module("bench.peers.ptb")),
        System(f"{ptb}, pickle every 60 s", module("bench.peers.ptb", "{folder}/kept")),
        System(f"{ptb}, pickle every 0.1 s", module("bench.peers.ptb", "{folder}/kept", "0.1")),
    ]
    seen = importlib.metadata.distributions(name="aiogram", path=[*sys.path, folder or "/none"])
    aiogram = next(iter(seen), None)
    if aiogram is None:
        print("aiogram cannot be imported here: NOT MEASURED (see the top of this file)\n")
        return found
    name = f"aiogram {aiogram.version}, in memory"
    return [*found, System(name, module("bench.peers.fsm"), folder=folder)]


def table(systems: list[System], others: list[System]) -> None:
    """Prints the results, with ours in proportion to each peer's."""
    best = max((each.rate for each in others), default=0.0)
    print(f"{'':42}{'turns/s':>8}{'median':>8}{'best peer':>10}{'cpu ms':>8}{'MB':>6}", end="")
    print(f"{'p50':>8}{'p95':>8}{'p99':>8}   p50/p95/p99 in ms at half that load")
    for each in (*systems, *others):
        rates = [one["turns"] / one["seconds"] for one in each.results]
        top = max(each.results, key=lambda one: one["turns"] / one["seconds"])
        ratio = f"{each.rate / best:.2f}x" if best else ""
        print(f"{each.name:42}{each.rate:8.0f}{median(rates):8.0f}{ratio:>10}", end="")
        print(f"{median(one['cpu'] for one in each.results):8.2f}{each.memory():6.0f}", end="")
        print("".join(f"{top[p] * 1000:8.0f}" for p in ("p50", "p95", "p99")), end="   ")
        print(" / ".join(f"{each.flowed[p] * 1000:.0f}" for p in ("p50", "p95", "p99")))


def settled(system: System) -> None:
    """Wait until the search index is built: until then it shares the processor with the turns."""
    before, now = -1.0, system.processor()
    while now - before > QUIET:
        time.sleep(2)
        before, now = now, system.processor()


def growth(sizes: list[int], people: int, rounds: int) -> None:
    """Prints how ours does on SQLite with so many people in its database."""
    print(
        f"{'people stored':>14}{'ready s':>9}{'turns/s':>9}{'cpu ms':>8}{'MB':>6}{'stopped s':>11}"
    )
    for size in sizes:
        with running(System("werklijn on SQLite", werklijn(), stored=size)) as system:
            settled(system)
            system.results += [system.does(people=people) for _ in range(rounds)]
            memory, cpu = system.memory(), median(one["cpu"] for one in system.results)
        print(f"{size:14}{system.started:9.1f}{system.rate:9.0f}{cpu:8.2f}", end="")
        print(f"{memory:6.0f}{system.stopped:11.1f}", flush=True)


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=100)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--seconds", type=float, default=6.0, help="of the measurement at half load")
    asked.add_argument("--only", default="", help="systems with this in their name")
    asked.add_argument("--aiogram", default="", help="the folder it was installed in")
    asked.add_argument("--profile", default="", help="a file for cProfile, of ours on SQLite")
    asked.add_argument("--stored", type=int, nargs="*", default=[], help="growth: so many people")
    given = asked.parse_args()
    if given.stored:
        growth(given.stored, given.people, given.rounds)
        return
    with ExitStack() as stack:
        own = [System("werklijn on SQLite", werklijn(given.profile))]
        if "postgres" in given.only.lower() or not given.only:
            server = postgres.start(fsync=True)
            stack.callback(server.close)
            env = {"WERKLIJN_DATABASE_URL": server.database_url(server.create_database())}
            own.append(System("werklijn on PostgreSQL", werklijn(), env))
        chosen = [s for s in (*own, *peers(given.aiogram)) if given.only.lower() in s.name.lower()]
        systems = [stack.enter_context(running(each)) for each in chosen]
        for _ in range(given.rounds):
            for each in systems:
                each.results.append(each.does(people=given.people))
        for each in systems:
            each.flowed = each.does(rate=each.rate / 2, seconds=given.seconds)
        table([s for s in systems if s in own], [s for s in systems if s not in own])
        errors = sum(r["errors"] for s in systems for r in (*s.results, s.flowed))
        print(f"\n{given.people} people x 9 turns, {given.rounds} rounds; refused calls: {errors}")


if __name__ == "__main__":
    main()
