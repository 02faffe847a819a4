"""What somebody wants apart from answering is heard in many words, and not in other ones."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from services.understanding import wishes

ROWS = list(
    csv.DictReader(
        (
            line
            for line in Path(__file__).with_name("wishes.tsv").read_text("utf-8").splitlines()
            if not line.startswith("#")
        ),
        delimiter="\t",
    )
)


def first(row: dict[str, str]) -> tuple[str, str]:
    heard = wishes(row["words"], idle=bool(row["idle"]))
    return (heard[0].kind, heard[0].topic) if heard else ("answer", "")


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["words"])
def test_a_wish_is_heard(row: dict[str, str]) -> None:
    assert first(row) == (row["wish"], row["topic"])


@pytest.mark.parametrize(
    "words",
    [
        "ik wil met mensen werken",
        "ik kan goed met kinderen",
        "haarlem",
        "schoonmaker",
        "24 uur",
        "ik ben een sociaal mens",
        "ik help graag mensen",
        "callcenter",
        "ik heb in de kinderopvang gewerkt",
        "buschauffeur",
        "niet in het weekend",
        "robotlasser",
        "ik wil kok worden",
    ],
)
def test_an_answer_is_no_wish(words: str) -> None:
    told = {"person", "callback", "question", "why", "found-work", "stop", "language", "insult"}
    assert not told & {wish.kind for wish in wishes(words)}
