from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from services.taxonomy import FILE_NAME, load
from tests.services.taxonomy import files


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_file_is_taken_over_with_its_terms(tmp_path: Path) -> None:
    (tmp_path / "occupations_nl.csv").write_text(files.TWO, encoding="utf-8")
    done = CliRunner().invoke(app, ["import", "vocabulary", "occupations_nl.csv"])
    assert done.exit_code == 0
    assert "occupations_nl.csv: 2 rows taken over" in done.output
    assert "This service uses the ESCO classification of the European Commission." in done.output
    assert len(load(tmp_path / "data" / FILE_NAME).concepts["occupation"]) == 2


def test_refused_rows_are_told_and_end_in_1(tmp_path: Path) -> None:
    rows = [files.occupation("nergens", "bakker")] * 30 + [files.occupation(files.BAKER, "bakker")]
    text = files.table(files.COLUMNS, *rows)
    (tmp_path / "occupations_nl.csv").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(app, ["import", "vocabulary", "occupations_nl.csv", "--dry-run"])
    assert done.exit_code == 1
    assert "occupations_nl.csv: 1 rows taken over, 30 refused" in done.output
    assert "line 2: conceptUri: 'nergens' is not a URI" in done.output
    assert "… and 10 more" in done.output
    assert not load(tmp_path / "data" / FILE_NAME).concepts["occupation"]


def test_a_path_that_is_not_there_is_one_clear_line() -> None:
    done = CliRunner().invoke(app, ["import", "vocabulary", "nergens.zip"])
    assert done.exit_code == 1
    assert "nergens.zip does not exist" in done.output
