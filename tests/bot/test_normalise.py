"""`werklijn normalise`: one text or a file of them, and what was imported among the answers."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.cli.normalise import COLUMNS
from services import vocabulary
from tests.services.taxonomy import files


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def said(*arguments: str, given: str | bytes = "", code: int = 0) -> str:
    done = CliRunner().invoke(app, ["normalise", *arguments], input=given)
    assert done.exit_code == code, done.output
    return done.output


def test_each_argument_is_a_text() -> None:
    told = said("occupation", "bakker", "kok", "--top", "1").splitlines()
    assert told == ["bakker", "  1.00  bakker  (bakker)", "kok", "  1.00  kok  (kok)"]


def test_names_in_another_language() -> None:
    assert "baker" in said("occupation", "bread baker", "--language", "en", "--top", "1")


def test_lines_of_a_file_or_of_the_input(tmp_path: Path) -> None:
    lines = "\ufeffbakker\r\n\r\nq\u00e9 ✈\nkok\n"
    (tmp_path / "titles.txt").write_text(lines, encoding="utf-8", newline="")
    by_file = said("occupation", "--file", "titles.txt", "--out", "json")
    assert by_file == said("occupation", "--out", "json", given=lines)
    records = [json.loads(line) for line in by_file.splitlines()]
    assert [record["text"] for record in records] == ["bakker", "", "q\u00e9 ✈", "kok"]
    assert records[0]["candidates"][0]["code"] == "baker"
    assert records[1]["candidates"] == []


def test_a_table_keeps_a_line_for_a_text_that_means_nothing() -> None:
    table = said("occupation", "--out", "tsv", "--top", "2", given="kok\n\tqqq\t\n")
    rows = list(csv.DictReader(io.StringIO(table), dialect="excel-tab"))
    assert tuple(rows[0]) == COLUMNS
    assert [(row["text"], row["place"], row["code"]) for row in rows[:1]] == [("kok", "1", "cook")]
    assert (rows[-1]["text"], rows[-1]["place"], rows[-1]["code"]) == ("qqq", "0", "")


def test_bytes_that_are_no_utf8_do_not_stop_the_rest() -> None:
    told = said("occupation", "--out", "json", "--top", "1", given=b"b\xffkker\nkok\n")
    assert json.loads(told.splitlines()[-1])["candidates"][0]["code"] == "cook"


def test_what_was_imported_is_found_and_forgotten_again(tmp_path: Path) -> None:
    (tmp_path / "occupations_nl.csv").write_text(files.TWO, encoding="utf-8")
    imported = CliRunner().invoke(app, ["import", "vocabulary", "occupations_nl.csv"])
    assert imported.exit_code == 0
    found = json.loads(said("occupation", "klompemaker", "--out", "json"))["candidates"][0]
    assert (found["label"], found["esco_uri"], found["sure"]) == (
        "klompenmaker",
        files.CLOGS,
        False,
    )
    assert vocabulary.concept(found["code"], "occupation") is None  # only while the command ran


def test_a_damaged_file_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "vocabulary.db").write_bytes(b"no database at all" * 100)
    assert "cannot be read" in said("occupation", "kok", code=2)
