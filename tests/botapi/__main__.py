"""Serve on its own: python -m tests.botapi --port 8081 --token 1:TEST.

Prints the address on the first line and serves until it is interrupted.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys

from tests.botapi.server import BotApi


async def main() -> None:
    """Serve until SIGINT or SIGTERM."""
    parser = argparse.ArgumentParser(prog="tests.botapi", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default="1:TEST")
    parser.add_argument("--speed", type=float, default=1.0)
    parser.add_argument("--loose", action="store_true", help="ignore unknown fields")
    parser.add_argument("--limits", action="store_true", help="keep the limits of sending (429)")
    asked = parser.parse_args()
    api = BotApi(asked.token, strict=not asked.loose, speed=asked.speed, limits=asked.limits)
    done = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, done.set)
    sys.stdout.write(f"{await api.start(asked.host, asked.port)}\n")
    sys.stdout.flush()
    await done.wait()
    await api.stop()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main())
