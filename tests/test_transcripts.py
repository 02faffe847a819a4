"""Plays every transcript on both databases and compares what people heard.

How a transcript is written: bot/transcripts.py. What colleagues did in the console ("++ …"):
tests/given.py. `werklijn talk` makes new ones; `pytest --update-transcripts` writes what was heard
into the files: read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.stage import staged
from bot.transcripts import Player
from tests.given import GIVEN

FILES = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
async def test_transcript(file: Path, database_url: str, request: pytest.FixtureRequest) -> None:
    written = file.read_text("utf-8").splitlines()
    async with staged(database_url) as stage:
        heard = await Player(stage, GIVEN).play(written)
        assert await stage.parked() == []
    if request.config.getoption("--update-transcripts"):
        file.write_text("\n".join(heard).strip() + "\n", "utf-8")
        return
    assert [line for line in heard if line] == [line for line in written if line.strip()]


def test_there_are_transcripts() -> None:
    assert FILES
