"""The real program, many times: imported once, forked for every run, since importing takes seconds.

python -m tests.program reads runs as JSON lines and answers each with its exit code and words.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
SECONDS = 60


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    error: str


class Program:
    """Runs `werklijn` in a folder with settings and nothing else in its environment."""

    def __init__(self) -> None:
        self._mother = subprocess.Popen(
            [sys.executable, "-m", "tests.program"],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"]},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __call__(
        self, folder: Path, given: dict[str, str], *arguments: str, path: str = ""
    ) -> Ended:
        """Until it ends; `path` in the place of the PATH of these tests."""
        assert self._mother.stdin
        assert self._mother.stdout
        env = {f"WERKLIJN_{name}": value for name, value in given.items()}
        env |= {"PATH": path} if path else {}
        line = {"folder": str(folder), "env": env, "arguments": arguments}
        self._mother.stdin.write(json.dumps(line) + "\n")
        self._mother.stdin.flush()
        return Ended(*json.loads(self._mother.stdout.readline()))

    def close(self) -> None:
        self._mother.communicate()


@pytest.fixture(scope="module")
def program() -> Iterator[Program]:
    """One for the tests of a module."""
    made = Program()
    yield made
    made.close()


def _child(run: dict[str, Any], out: int, error: int) -> None:
    from bot.cli import app

    os.dup2(out, 1)
    os.dup2(error, 2)
    os.chdir(run["folder"])
    os.environ.update(run["env"])
    code = 99
    try:
        app(run["arguments"])
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _run(run: dict[str, Any]) -> Ended:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as error:
        pid = os.fork()
        if pid == 0:
            _child(run, out.fileno(), error.fileno())
        _, status = os.waitpid(pid, 0)
        out.seek(0)
        error.seek(0)
        said = (out.read().decode(), error.read().decode())
        return Ended(os.waitstatus_to_exitcode(status), *said)


if __name__ == "__main__":
    import bot.cli  # noqa: F401 - before the first fork

    for line in sys.stdin:
        sys.stdout.write(json.dumps(_run(json.loads(line))) + "\n")
        sys.stdout.flush()
