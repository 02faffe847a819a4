"""Whatever is sent to the port, the log stays JSON lines that hold nothing of what was sent."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from bot.stage import SECRET
from services.store.db import connect

ROOT = Path(__file__).parents[2]
MARKER = "Wilhelmina-geheim"
COOKIE = f"Cookie: werklijn={MARKER}; werklijn_console={MARKER}\r\n"
POST = f"POST /chat/say HTTP/1.1\r\nHost: x\r\n{COOKIE}"

GARBAGE = (
    f"GET /chat?t={MARKER} HTTP/1.1\r\nHost: x\r\n{COOKIE}Bad\x00Header: {MARKER}\r\n\r\n",
    f"GET /{MARKER}\x01 HTTP/1.1\r\nHost: x\r\n{COOKIE}\r\n",
    f"{MARKER}\r\n\r\n",
    f"GET /chat?t={MARKER} HTTP/9.9\r\n{COOKIE}\r\n",
    f"GET http://[{MARKER}/ HTTP/1.1\r\nHost: x\r\n{COOKIE}\r\n",
    f"GET /chat HTTP/1.1\r\nHost: x\r\nCookie: {'a' * 20000}{MARKER}\r\n\r\n",
    f"GET /chat HTTP/1.1\r\nHost: x\r\n X-Folded: {MARKER}\r\n\r\n",
    f"{POST}Content-Length: {MARKER}\r\n\r\n",
    f"{POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n{MARKER}",
    f"{POST}Transfer-Encoding: chunked\r\n\r\nZZ{MARKER}\r\n",
    f"{POST}Content-Encoding: gzip\r\nContent-Length: 40\r\n\r\n{MARKER * 3}",
    f"{POST}Content-Type: multipart/form-data; boundary={MARKER}\r\n"
    f"Content-Length: 30\r\n\r\n--{MARKER}\r\n{MARKER}",
    f"{POST}Content-Type: application/x-www-form-urlencoded; charset={MARKER}\r\n"
    f"Content-Length: 8\r\n\r\nwords=%ff",
    f"{POST}Expect: {MARKER}\r\nContent-Length: 3\r\n\r\nabc",
    f"GET /chat HTTP/1.1\r\nHost: x\r\nUpgrade: {MARKER}\r\nConnection: upgrade\r\n\r\n{MARKER}",
    "GET /chat?t=%ff%fe%00 HTTP/1.1\r\nHost: \udcff\r\n\r\n",
    f"\x16\x03\x01\x02\x00{MARKER}",
)


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@asynccontextmanager
async def running(folder: Path) -> AsyncIterator[tuple[int, asyncio.subprocess.Process]]:
    """The real command, serving."""
    port = _free_port()
    given = {
        "WERKLIJN_SECRET_KEY": SECRET,
        "WERKLIJN_DATABASE_URL": f"sqlite:///{folder}/lines.db",
        "WERKLIJN_HTTP_PORT": str(port),
        "PYTHONPATH": str(ROOT),
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=folder,
        env=os.environ | given,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        await _answers(port)
        yield port, process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _answers(port: int) -> None:
    async with asyncio.timeout(60):
        while True:
            with suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                return
            await asyncio.sleep(0.1)


async def _sends(port: int, words: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    with suppress(OSError, TimeoutError):
        writer.write(words.encode("utf-8", "surrogateescape"))
        await writer.drain()
        async with asyncio.timeout(1):
            await reader.read()
    writer.close()


async def test_garbage_leaves_no_words_in_the_log(tmp_path: Path) -> None:
    async with running(tmp_path) as (port, process):
        for each in GARBAGE:
            await _sends(port, each)
        process.terminate()
        assert process.stderr is not None
        said = (await process.stderr.read()).decode()
    lines = [json.loads(line) for line in said.splitlines()]
    assert MARKER not in said
    assert "aiohttp.server" in {line.get("logger") for line in lines}, "nothing was refused"
    assert all({"event", "level", "timestamp"} <= set(line) for line in lines)


async def test_the_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    async with running(tmp_path):
        files = {each.name: each.stat().st_mode & 0o777 for each in tmp_path.iterdir()}
    assert files.pop("data") == 0o700
    assert {"lines.db", "lines.db-wal"} <= set(files)
    assert set(files.values()) == {0o600}


@pytest.mark.parametrize("mode", [0o644, 0o666])
def test_a_file_that_stood_open_is_closed(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "deep" / "folder" / "old.db"
    connect(f"sqlite+aiosqlite:///{file}", [SECRET])
    assert file.parent.stat().st_mode & 0o777 == 0o700
    file.chmod(mode)
    connect(f"sqlite+aiosqlite:///{file}", [SECRET])
    assert file.stat().st_mode & 0o777 == 0o600
