"""`make pin`: every image of the repository by digest, and nothing changed when one is unknown."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.test_architecture import ROOT

DOCKER = """#!/bin/sh
case "$*" in *"{refuses}"*) echo "no such image" >&2; exit 1;; esac
for last; do :; done
printf 'sha256:%s\\n' "$(printf %s "$last" | sha256sum | cut -c1-64)"
"""


def pin(folder: Path, refuses: str = "nothing at all") -> subprocess.CompletedProcess[str]:
    for name in ("Dockerfile", "docker-compose.yml"):
        if not (folder / name).exists():
            shutil.copy(ROOT / name, folder / name)
    docker = folder / "bin" / "docker"
    docker.parent.mkdir(exist_ok=True)
    docker.write_text(DOCKER.replace("{refuses}", refuses))
    docker.chmod(0o755)
    path = f"{docker.parent}:{os.environ['PATH']}"
    return subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "pin")],
        cwd=folder,
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def images(folder: Path) -> list[str]:
    lines = [
        line.split()[1]
        for name in ("Dockerfile", "docker-compose.yml")
        for line in (folder / name).read_text().splitlines()
        if line.startswith("FROM ") or line.strip().startswith("image: ")
    ]
    return [line for line in lines if line != "werklijn"]  # that is ours


def test_every_image_is_pinned_and_again(tmp_path: Path) -> None:
    assert pin(tmp_path).returncode == 0
    first = images(tmp_path)
    assert len(first) == 3
    assert all("@sha256:" in image and len(image.split("sha256:")[1]) == 64 for image in first)
    assert pin(tmp_path).returncode == 0
    assert images(tmp_path) == first


def test_one_that_cannot_be_asked_changes_nothing(tmp_path: Path) -> None:
    done = pin(tmp_path, refuses="postgres")
    assert done.returncode == 1
    assert done.stderr.startswith("pin: no digest of postgres:17: no such image")
    assert (tmp_path / "Dockerfile").read_text() == (ROOT / "Dockerfile").read_text()
