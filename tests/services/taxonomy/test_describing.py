"""Descriptions are kept beside the labels, for linking texts to concepts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from services.taxonomy import FILE_NAME, described, load, sources
from services.taxonomy.facts import LONGEST_ABOUT
from tests.services.taxonomy.files import BAKER, CLOGS, run, table

COLUMNS = ("conceptUri", "preferredLabel", "description")


def put(folder: Path, name: str, *rows: tuple[str, str, str], columns: tuple[str, ...]) -> None:
    (folder / name).write_text(table(columns, *rows), encoding="utf-8")
    run(folder, folder / name)


def test_a_description_by_language_on_one_line(tmp_path: Path) -> None:
    put(
        tmp_path,
        "occupations_nl.csv",
        (BAKER, "bakker", " Bakt brood.\n\nEn taart. "),
        (CLOGS, "klompenmaker", ""),
        columns=COLUMNS,
    )
    put(tmp_path, "occupations_en.csv", (BAKER, "baker", "Bakes bread."), columns=COLUMNS)
    path = tmp_path / FILE_NAME
    assert described(path, ["nl", "en"]) == {
        BAKER: {"nl": "Bakt brood. En taart.", "en": "Bakes bread."}
    }
    assert described(path, ["en"]) == {BAKER: {"en": "Bakes bread."}}
    assert described(path, []) == {}


def test_a_column_may_name_its_language(tmp_path: Path) -> None:
    columns = ("conceptUri", "preferredLabel_nl", "description_en")
    put(tmp_path, "occupations.csv", (BAKER, "bakker", "Bakes bread."), columns=columns)
    assert described(tmp_path / FILE_NAME, ["nl", "en"]) == {BAKER: {"en": "Bakes bread."}}


def test_a_newer_file_replaces_what_was_described(tmp_path: Path) -> None:
    put(tmp_path, "occupations_nl.csv", (BAKER, "bakker", "Bakt brood."), columns=COLUMNS)
    put(tmp_path, "occupations_nl.csv", (BAKER, "bakker", "Bakt taart."), columns=COLUMNS)
    assert described(tmp_path / FILE_NAME, ["nl"]) == {BAKER: {"nl": "Bakt taart."}}
    put(tmp_path, "occupations_nl.csv", (BAKER, "bakker", ""), columns=COLUMNS)
    assert described(tmp_path / FILE_NAME, ["nl"]) == {}


def test_of_a_very_long_one_the_beginning_is_kept(tmp_path: Path) -> None:
    put(tmp_path, "occupations_nl.csv", (BAKER, "bakker", "é" * 3000), columns=COLUMNS)
    assert described(tmp_path / FILE_NAME, ["nl"]) == {BAKER: {"nl": "é" * LONGEST_ABOUT}}


@pytest.mark.parametrize("languages", [["nl"], []])
def test_nothing_imported_is_nothing_described(tmp_path: Path, languages: list[str]) -> None:
    assert described(tmp_path / FILE_NAME, languages) == {}


def test_a_file_of_an_earlier_form_counts_as_none_until_the_next_import(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    put(tmp_path, "occupations_nl.csv", (BAKER, "bakker", "Bakt brood."), columns=COLUMNS)
    with closing(sqlite3.connect(path)) as older, older:
        older.execute("DROP TABLE about")
        older.execute("PRAGMA user_version = 1")
    assert (described(path, ["nl"]), sources(path)) == ({}, [])
    assert load(path).concepts["occupation"] == []
    put(tmp_path, "occupations_nl.csv", (BAKER, "bakker", "Bakt taart."), columns=COLUMNS)
    assert described(path, ["nl"]) == {BAKER: {"nl": "Bakt taart."}}
