"""What is put aside is seen: by `werklijn doctor`, `/readyz` and the commands that try it again."""

from __future__ import annotations

import json
from pathlib import Path

import aiohttp
import pytest
from pydantic import SecretStr
from typer.testing import CliRunner

from bot import operating
from bot.cli import app
from bot.explaining import CannotError
from bot.settings import Settings
from bot.stage import SECRET, staged
from services.store.models import Inbox
from tests.bot.test_webhook import METRICS, served
from tests.survival.test_handling import Handlers, passes, says


async def one_parked(url: str) -> None:
    async with staged(url) as stage:
        handlers = Handlers(stage)
        handlers.fails = lambda words, n: ValueError()
        await says(stage, "Amina", "een")
        await passes(stage, 4)


async def test_the_doctor_sees_it_and_an_operator_tries_it_again(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/aside.db"
    await one_parked(url)
    settings = Settings(_env_file=None, database_url=url, secret_key=(SecretStr(SECRET),))  # type: ignore[call-arg]
    findings = {name: (sound, said) for name, sound, said in await operating.examine(settings)}
    assert findings["inbox"][0] is False
    assert "1 parked" in findings["inbox"][1]
    (line,) = await operating.put_aside(settings)
    assert "ValueError" in line
    assert "Amina" not in line
    with pytest.raises(CannotError, match="not parked: 99"):
        await operating.retry(settings, {99})
    assert await operating.retry(settings, None) == ["1: tried again"]
    assert await operating.put_aside(settings) == []


def test_the_command_wants_numbers_or_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WERKLIJN_SECRET_KEY", SECRET)
    assert CliRunner().invoke(app, ["retry", "everything"]).exit_code == 2
    assert CliRunner().invoke(app, ["retry", "all"]).exit_code == 0
    assert CliRunner().invoke(app, ["parked"]).output == ""


async def test_a_parked_row_is_a_warning_and_the_service_stays_ready(tmp_path: Path) -> None:
    async with served(f"sqlite+aiosqlite:///{tmp_path}/ready.db") as (on, hook):
        person = await on.stage.person("Amina")
        async with on.stage.work() as work:
            parked = Inbox(
                channel="web",
                event_id="e",
                person_id=person.number,
                kind="reply",
                due=work.now,
                created=work.now,
                parked=work.now,
            )
            work.tx.add(parked)
        ready = hook.replace("/telegram/webhook", "/readyz")
        known = {"Authorization": f"Bearer {METRICS}"}
        async with aiohttp.ClientSession() as client, client.get(ready, headers=known) as answer:
            assert answer.status == 200
            body = json.loads(await answer.text())
    assert (body["status"], body["parked"], body["warnings"]) == ("ok", 1, ["parked"])
