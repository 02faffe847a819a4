"""How long ours takes to start and to stop: `python bench/startstop.py --stored 1000 100000`.

On SQLite, twice for each number of people stored. *Ready* is from the start of the process until
/readyz says 200, *answered* until somebody who wrote before it started has their answer. The first
time it is asked to stop at once, while the search index is being built; the second time when it is
built and 30 people have made their intake. A stop is from SIGTERM until the process is gone.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.turns import SECRET, Crowd, environment, ours, until_ready

CROWD = 30  # people who make an intake before the second stop
LATEST = 60  # seconds: a stop that takes longer is a fault


def once(env: dict[str, str], folder: str, crowd: Crowd, rest: float) -> tuple[float, float, float]:
    """Seconds until ready, until the first answer, and until it stopped after `rest` seconds."""
    began = time.monotonic()
    process = subprocess.Popen([sys.executable, "-m", "bot", "run"], env=env, cwd=folder)
    with ThreadPoolExecutor(1) as beside:
        walk = beside.submit(crowd.does, people=1)
        until_ready(f"http://127.0.0.1:{env['WERKLIJN_HTTP_PORT']}/readyz")
        ready = time.monotonic() - began
        answered = walk.result()["first"]
    if rest:
        crowd.does(people=CROWD)
        time.sleep(rest)
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(LATEST)
    except subprocess.TimeoutExpired:
        process.kill()
    return ready, answered, time.monotonic() - began


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--stored", type=int, nargs="+", default=[1000, 100_000])
    asked.add_argument("--rest", type=float, default=10.0, help="seconds before the second stop")
    given = asked.parse_args()
    columns = ("people stored", "asked to stop", "ready s", "answered s", "stopped s", "load")
    print("".join(f"{each:>15}" for each in columns))
    for size in given.stored:
        crowd = Crowd()
        with tempfile.TemporaryDirectory() as folder:
            env = environment() | ours(crowd.url, "", Path(folder))
            fills = ("bench.peers.stored", env["WERKLIJN_DATABASE_URL"], SECRET, str(size))
            subprocess.run([sys.executable, "-m", *fills], env=env, cwd=folder, check=True)
            for when, rest in (("at once", 0.0), ("when built", given.rest)):
                took = once(env, folder, crowd, rest)
                seconds = "".join(f"{each:15.1f}" for each in took)
                print(f"{size:15}{when:>15}{seconds}{os.getloadavg()[0]:15.1f}", flush=True)
        crowd.close()


if __name__ == "__main__":
    main()
