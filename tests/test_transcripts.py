"""Plays every transcript on both databases and compares what people heard.

A transcript is a text file a coach can read and write:

    == Amina                          who is on stage
    == Marloes (coach intake-haarlem lead)    a member of staff
    < hallo                           what they type; [Ja] presses a button
    > Welke taal wil je?              what they hear since they last listened
      [Nederlands] [English]
    -- 2 days                         time passes
    ++ Marloes stelt een plan voor    what colleagues did in the console: see tests/given.py
    ++ Marloes logt in op de console      with the second factor
    # a remark

`pytest --update-transcripts` writes what was heard into the files: read the difference.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.given import GIVEN
from tests.stage import Stage, staged

FILES = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))
PERSON = re.compile(r"== (\w[\w ]*?)(?: \((\w+) ([\w-]+)( lead)?\))?")

TOKEN = re.compile(r"t=[\w-]{20,}")  # of a link, another every time
LOGS_IN = re.compile(r"\+\+ (\w+) logt in op de console")


async def play(stage: Stage, lines: list[str], heard: list[str] | None = None) -> list[str]:
    """What the transcript looks like when it is really played."""
    heard = [] if heard is None else heard
    name = ""
    for line in lines:
        if line.startswith((">", "  [")) or not line.strip():
            continue
        if line.startswith("== "):
            found = PERSON.fullmatch(line)
            assert found, line
            name = found[1]
            facts = {"team": found[3], "lead": bool(found[4])} if found[2] else {}
            await stage.person(name, found[2] or "", **facts)
            heard += ["", line, *await stage.hears(name)]
        elif line.startswith("-- "):
            amount, unit = line[3:].split()
            await stage.passes(**{unit if unit.endswith("s") else f"{unit}s": float(amount)})
            heard += ["", line]
        elif found := LOGS_IN.fullmatch(line):
            await stage.logs_in(found[1])
            heard.append(line)
        elif line.startswith("++ "):
            await GIVEN[line[3:]](stage)
            await stage.worker.drain()
            heard.append(line)
        elif line.startswith("< "):
            await stage.says(name, line[2:].replace("\\n", "\n"))
            heard += [line, *await stage.hears(name)]
        else:
            heard.append(line)
    return [TOKEN.sub("t=…", each) for each in heard]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
async def test_transcript(file: Path, database_url: str, request: pytest.FixtureRequest) -> None:
    written = file.read_text("utf-8").splitlines()
    async with staged(database_url) as stage:
        heard = await play(stage, written)
        assert await stage.parked() == []
    if request.config.getoption("--update-transcripts"):
        file.write_text("\n".join(heard).strip() + "\n", "utf-8")
        return
    assert [line for line in heard if line] == [line for line in written if line.strip()]


def test_there_are_transcripts() -> None:
    assert FILES
