"""What stands round the code is true: the image, the services, the settings, the register entry."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def yaml_of(name: str) -> Any:
    import yaml

    return yaml.safe_load(read(name))


def locked(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9.-]+)==([^ ]+)", read(name), re.MULTILINE))


def test_publiccode_has_what_the_standard_demands() -> None:
    entry = yaml_of("publiccode.yml")
    keys = {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus"}
    assert keys | {"softwareType", "description", "legal", "maintenance", "localisation"} <= set(
        entry
    )
    assert entry["legal"]["license"] == tomllib.loads(read("pyproject.toml"))["project"]["license"]
    assert entry["maintenance"]["type"] == "community"
    assert entry["maintenance"]["contacts"][0]["name"]
    assert set(entry["description"]) >= {"nl", "en"}
    for told in entry["description"].values():
        assert len(told["shortDescription"]) <= 150
        assert 150 <= len(told["longDescription"]) <= 10_000
        assert all(len(feature) <= 100 for feature in told["features"])
    languages = {folder.name for folder in (ROOT / "locales").iterdir() if folder.is_dir()}
    assert set(entry["localisation"]["availableLanguages"]) <= languages


def test_the_licence_is_named_the_same_everywhere() -> None:
    assert "SPDX-License-Identifier: EUPL-1.2" in read("LICENSE")
    assert tomllib.loads(read("pyproject.toml"))["project"]["license"] == "EUPL-1.2"


def test_both_locks_agree_and_have_a_hash_for_everything() -> None:
    running, testing = locked("requirements.lock"), locked("requirements-dev.lock")
    assert len(running) > 40
    assert running.items() <= testing.items()
    auditing = locked("requirements-audit.lock")
    assert {name for name in auditing.keys() & testing if auditing[name] != testing[name]} == set()
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-audit.lock"):
        entries = re.split(r"^(?=[a-z0-9])", read(name), flags=re.MULTILINE)[1:]
        assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_locks_hold_every_direct_dependency() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    extras = project["optional-dependencies"]

    def names(wanted: list[str]) -> set[str]:
        return {re.split(r"[^A-Za-z0-9.-]", one)[0].lower() for one in wanted}

    assert names(project["dependencies"]) <= set(locked("requirements.lock"))
    assert names(extras["dev"] + extras["install"]) <= set(locked("requirements-dev.lock"))
    assert names(extras["audit"]) <= set(locked("requirements-audit.lock"))


def test_the_image_has_no_secret_and_no_root() -> None:
    lines = read("Dockerfile").splitlines()
    assert "USER werklijn" in lines
    assert not [line for line in lines if "SECRET" in line or "PASSWORD" in line]
    assert 'CMD ["werklijn", "run"]' in lines
    assert any("--require-hashes -r requirements.lock" in line for line in lines)
    stages = [line for line in lines if line.startswith("FROM ")]
    assert stages == ["FROM python:3.12-slim AS build", "FROM python:3.12-slim"]


def test_the_image_gets_all_layers_and_their_texts() -> None:
    wanted = {"locales", "services", "dialogs", "bot"}
    copied = dict(re.findall(r"^COPY (\w+) (\w+)$", read("Dockerfile"), re.MULTILINE))
    assert copied == {folder: folder for folder in wanted}
    let_in = {line[1:] for line in read(".dockerignore").splitlines() if line.startswith("!")}
    every = re.findall(r"^COPY (?!--from)(.+) \S+$", read("Dockerfile"), re.MULTILINE)
    assert let_in == {name for line in every for name in line.split()}


def test_the_health_check_is_one_runnable_program() -> None:
    """Run the check of the Dockerfile against nothing: it must compile, and say no."""
    check = re.search(r'HEALTHCHECK.*?CMD (\["python".*?\])\n', read("Dockerfile"), re.DOTALL)
    assert check
    _, option, code = json.loads(check.group(1).replace("\\\n", ""))
    assert option == "-c"
    compile(code, "healthcheck", "exec")
    assert "/readyz" in code


def test_the_services_have_no_default_secret_and_come_back() -> None:
    services = yaml_of("docker-compose.yml")["services"]
    assert set(services) == {"werklijn", "postgres"}
    for service in services.values():
        assert service["restart"] == "unless-stopped"
        assert service["read_only"] is True
        assert service["volumes"]
        secrets = {
            name: value
            for name, value in service["environment"].items()
            if re.search("SECRET|PASSWORD|DATABASE_URL", name)
        }
        assert secrets
        assert all(re.search(r"\$\{\w+:\?", value) for value in secrets.values())
    assert services["werklijn"]["depends_on"]["postgres"]["condition"] == "service_healthy"
    assert "pg_isready" in services["postgres"]["healthcheck"]["test"][1]
    assert services["werklijn"]["ports"][0].startswith("127.0.0.1:")


def test_compose_asks_only_for_what_the_example_explains() -> None:
    asked = set(re.findall(r"\$\{(\w+)", read("docker-compose.yml")))
    explained = set(re.findall(r"^#? ?(\w+)=", read(".env.example"), re.MULTILINE))
    assert asked <= explained


@pytest.mark.parametrize("script", [".ci/prepare", ".ci/run"])
def test_scripts_are_executable_and_parse(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    shell = "bash" if script == ".ci/run" else "sh"
    subprocess.run([shell, "-n", script], cwd=ROOT, check=True)


def test_make_knows_its_targets() -> None:
    make = shutil.which("make")
    assert make
    for target in ("help", "demo", "test", "check", "screenshots", "clean"):
        done = subprocess.run([make, "-n", target], cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == 0, target


def test_a_python_that_is_too_old_is_told_so(tmp_path: Path) -> None:
    """`.ci/prepare` gives one clear line, and leaves .venv alone."""
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    done = subprocess.run(
        ["/bin/sh", ".ci/prepare", "runtime"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHON": str(old)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == f"werklijn: PYTHON={old} is not a working Python 3.11 or newer.\n"


def test_the_newest_release_is_the_one_described() -> None:
    written = (ROOT / "CHANGELOG.md").read_text("utf-8")
    newest = re.search(r"^## (\S+) - \d{4}-\d\d-\d\d$", written, re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert newest is not None and newest[1] == project["version"]
    said = subprocess.run(
        [sys.executable, "-m", "bot", "--version"], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == project["version"]


def test_the_map_of_the_test_server_names_every_file() -> None:
    folder = ROOT / "tests/botapi"
    told = (folder / "README.md").read_text("utf-8")
    files = {each.name for each in folder.glob("*.*") if each.suffix in {".py", ".json"}} - {
        "__init__.py",
        "conftest.py",
    }
    assert [
        name for name in files if not name.startswith("test_") and f"`{name}`" not in told
    ] == []
