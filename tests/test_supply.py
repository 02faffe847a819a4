"""What the image holds: known advisories are found, and an audit that did not happen says so."""

from __future__ import annotations

import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(
    find_spec("pip_audit") is None, reason="`.ci/prepare audit` was not run"
)
BAD = {
    "id": "PYSEC-0000-1",
    "aliases": [],
    "summary": "A weakness for this test.",
    "details": "",
    "affected": [
        {
            "package": {"ecosystem": "PyPI", "name": "aiohttp"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "99.0"}]}],
        }
    ],
}


@contextmanager
def advisories(known: dict[str, list[object]]) -> Iterator[str]:
    """A server that answers as the one of OSV does."""

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            body = json.dumps({"vulns": known.get(asked["package"]["name"], [])}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1/query"
    finally:
        server.shutdown()
        server.server_close()


def audit(url: str, **env: str) -> tuple[int, str, str]:
    """Of requirements.lock, at this address."""
    asked = ["--vulnerability-service", "osv", "--osv-url", url]
    plain = {name: value for name, value in os.environ.items() if name != "WERKLIJN_AUDIT"}
    done = subprocess.run(
        [sys.executable, ".ci/audit", *asked],
        cwd=ROOT,
        env={**plain, **env},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_what_is_known_is_a_failure() -> None:
    with advisories({"aiohttp": [BAD]}) as url:
        code, out, _ = audit(url)
    assert code == 1
    assert "aiohttp" in out
    assert "PYSEC-0000-1, mended in 99.0" in out


def test_nothing_known_is_said_with_how_many_were_asked() -> None:
    with advisories({}) as url:
        code, out, _ = audit(url)
    assert code == 0
    assert int(out.split()[0]) > 40
    assert "nothing known" in out


def test_an_audit_that_did_not_happen_is_no_all_clear() -> None:
    away = "http://127.0.0.1:1/v1/query"
    code, out, error = audit(away)
    assert (code, out) == (0, "")
    assert error.startswith("audit: NOT DONE: ")
    assert len(error.splitlines()) == 1
    assert audit(away, WERKLIJN_AUDIT="required")[0] == 1


def test_the_bill_of_materials_holds_the_whole_lock() -> None:
    made = subprocess.run(
        ["make", "--silent", "sbom"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    bill = json.loads((ROOT / "sbom.cdx.json").read_text("utf-8"))
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = {line.split()[0] for line in lock.splitlines() if "==" in line[:80] and line[0] != " "}
    held = {f"{each['name']}=={each['version']}" for each in bill["components"]}
    assert bill["bomFormat"] == "CycloneDX"
    assert {each.lower() for each in held} == {each.split(";")[0].lower() for each in pinned}
    assert bill["metadata"]["component"]["name"] == "werklijn"
