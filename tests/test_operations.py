"""What the documents for operators and for security name is really there."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
import yaml
from pydantic import SecretStr

from bot.operating import copies
from bot.settings import Settings
from bot.stage import SECRET
from tests.bot.web.site import Site, opened
from tests.test_architecture import ROOT, python_files

DOCS = ROOT / "docs"
METRIC = re.compile(r"\bwerklijn_(?!token|all|posts|chats|consoles?\b)[a-z_]+\b")


@pytest.fixture
async def served(tmp_path: Path) -> set[str]:
    """The names of the metrics that a running service tells."""
    async with opened(f"sqlite+aiosqlite:///{tmp_path}/werklijn.db") as site:
        site.deps.metrics_token = "for-monitoring"
        return set(METRIC.findall(await _metrics(site)))


async def _metrics(site: Site) -> str:
    visitor = site.visitor()
    headers = {"Authorization": "Bearer for-monitoring"}
    async with visitor.session.get(site.base + "/metrics", headers=headers) as answer:
        assert answer.status == 200
        return await answer.text()


async def test_rules_and_dashboard_use_only_metrics_that_exist(served: set[str]) -> None:
    assert "werklijn_inbox_parked" in served
    for name in ("alerts.yml", "grafana.json"):
        used = set(METRIC.findall((DOCS / "operations" / name).read_text("utf-8")))
        assert used, name
        assert used <= served, (name, used - served)


def test_every_alert_says_what_to_do() -> None:
    rules = yaml.safe_load((DOCS / "operations" / "alerts.yml").read_text("utf-8"))
    page = (DOCS / "operations.md").read_text("utf-8")
    for group in rules["groups"]:
        for rule in group["rules"]:
            number = rule["annotations"]["runbook_url"].removeprefix("docs/operations.md, number ")
            assert re.search(rf"^{number}\. ", page, re.MULTILINE), rule["alert"]


def test_the_page_lists_every_alert_with_its_number() -> None:
    rules = yaml.safe_load((DOCS / "operations" / "alerts.yml").read_text("utf-8"))
    page = (DOCS / "operations.md").read_text("utf-8")
    listed = dict(re.findall(r"^\| `(Werklijn\w+)` \|.*\| (\d+) \|$", page, re.MULTILINE))
    there = {
        rule["alert"]: rule["annotations"]["runbook_url"].rpartition(" ")[2]
        for group in rules["groups"]
        for rule in group["rules"]
    }
    assert listed == there


async def test_the_age_of_the_last_copy_is_told(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/werklijn.db"
    async with opened(url) as site:
        site.deps.metrics_token = "for-monitoring"
        assert "werklijn_backup_age_seconds +Inf" in await _metrics(site)
        secret = (SecretStr(SECRET),)
        settings = Settings(_env_file=None, database_url=url, secret_key=secret)  # type: ignore[call-arg]
        await copies.backup(settings, tmp_path / "copy")
        told = re.search(r"^werklijn_backup_age_seconds (\S+)$", await _metrics(site), re.MULTILINE)
        assert told and math.isfinite(float(told[1]))


def test_every_test_that_proves_a_defence_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", (DOCS / "security.md").read_text("utf-8")))
    written = "\n".join((ROOT / name).read_text("utf-8") for name in python_files("tests"))
    there = set(re.findall(r"def (test_\w+)\(", written))
    assert len(named) > 30
    assert named - there == set()
