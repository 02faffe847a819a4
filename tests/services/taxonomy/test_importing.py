from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from services.taxonomy import FILE_NAME, Loaded, load, sources
from tests.services.taxonomy import files
from tests.services.taxonomy.files import BAKER, BASE, CARVE, CLOGS, COLUMNS, KNEAD, run, told


def put(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def names(loaded: Loaded, language: str = "nl") -> dict[str, tuple[str, ...]]:
    return {one.code: one.labels(language) for one in loaded.concepts["occupation"]}


def kept(folder: Path) -> Loaded:
    return load(folder / FILE_NAME)


def test_occupations_with_their_names(tmp_path: Path) -> None:
    report = run(tmp_path, put(tmp_path, "occupations_nl.csv", files.TWO))
    assert (report.sound, report.files[0].rows) == (True, 2)
    assert names(kept(tmp_path)) == {
        BAKER: ("bakker", "broodbakker", "bakster"),
        CLOGS: ("klompenmaker", "maker van klompen"),
    }
    assert kept(tmp_path).concepts["occupation"][0].isco == "7512"
    (source,) = sources(tmp_path / FILE_NAME)
    assert (source.origin, source.newest) == ("occupations nl", "2024-01-25")
    assert "ESCO classification of the European Commission" in source.licence


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_signs_and_encodings_that_spreadsheets_write(
    tmp_path: Path, sign: str, coding: str
) -> None:
    text = files.table(COLUMNS, files.occupation(BAKER, "pâtissier"), sign=sign)
    report = run(tmp_path, put(tmp_path, "occupations_nl.csv", text.encode(coding)))
    assert told(report) == []
    assert names(kept(tmp_path)) == {BAKER: ("pâtissier",)}


def test_a_repeat_changes_nothing(tmp_path: Path) -> None:
    path = put(tmp_path, "occupations_nl.csv", files.TWO)
    run(tmp_path, path)
    once = (tmp_path / FILE_NAME).read_bytes()
    run(tmp_path, path)
    assert (tmp_path / FILE_NAME).read_bytes()[100:] == once[100:]  # but for SQLite's own counters


def test_a_newer_file_replaces_an_older_one_of_its_language(tmp_path: Path) -> None:
    english = files.table(COLUMNS, files.occupation(CLOGS, "clog maker"))
    run(
        tmp_path,
        put(tmp_path, "occupations_nl.csv", files.TWO),
        put(tmp_path, "occupations_en.csv", english),
    )
    newer = files.table(COLUMNS, files.occupation(BAKER, "bakker", "deegkneder"))
    run(tmp_path, put(tmp_path, "occupations_nl.csv", newer))
    assert names(kept(tmp_path)) == {BAKER: ("bakker", "deegkneder"), CLOGS: ()}
    assert names(kept(tmp_path), "en") == {BAKER: (), CLOGS: ("clog maker",)}


def test_good_rows_are_kept_and_bad_ones_told_with_their_line(tmp_path: Path) -> None:
    rows = (
        files.occupation(BAKER, "bakker", "broodbakker", "bakster"),  # lines 2 and 3
        files.occupation("", "zonder adres"),
        files.occupation("klompenmaker", "geen adres"),
        files.occupation(CLOGS, ""),
        ("Occupation", CLOGS, "te kort"),
        files.occupation(BAKER, "nog een bakker"),
        ("Beroep", CLOGS, "", "klompenmaker", "", "", "released", "", ""),
        files.occupation(f"{CLOGS}9", "afgeschaft", status="obsolete"),
        files.occupation(CLOGS, "klompenmaker"),
    )
    report = run(tmp_path, put(tmp_path, "occupations_nl.csv", files.table(COLUMNS, *rows)))
    assert told(report) == [
        "occupations_nl.csv, line 4: conceptUri is empty",
        "occupations_nl.csv, line 5: conceptUri: 'klompenmaker' is not a URI",
        "occupations_nl.csv, line 6: preferredLabel is empty",
        "occupations_nl.csv, line 7: 3 cells where the table has 9",
        f"occupations_nl.csv, line 8: {BAKER} stands on line 2 already",
        "occupations_nl.csv, line 9: conceptType: 'Beroep' is not known",
    ]
    assert names(kept(tmp_path)) == {
        BAKER: ("bakker", "broodbakker", "bakster"),
        CLOGS: ("klompenmaker",),
    }


def test_a_row_that_is_not_utf8_is_told_and_left_out(tmp_path: Path) -> None:
    text = files.table(
        COLUMNS, files.occupation(BAKER, "bakker"), files.occupation(CLOGS, "pâtissier")
    )
    report = run(tmp_path, put(tmp_path, "occupations_nl.csv", text.encode("cp1252")))
    assert [line[:35] for line in told(report)] == ["occupations_nl.csv, line 3: not UTF"]
    assert names(kept(tmp_path)) == {BAKER: ("bakker",)}


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("occupations_nl.csv", "naam,salaris\nbakker,2500\n", "no table of ESCO"),
        ("occupations_nl.csv", "", "no columns that can be read"),
        ("occupations_nl.csv", b"\xff\xfe\x00", "cannot be read"),
        ("occupations_nl.csv", b"PK\x03\x04\x00\x00\x99,\x80", "no columns that can be read"),
        ("occupations_nl.csv", ",".join(COLUMNS), "no row of it can be used"),
        ("beroepen.csv", files.TWO, "which language"),
        ("esco.zip", b"PK no", "is not a ZIP"),
        ("readme.txt", "hallo", "no file here that ends in .csv or .nt"),
    ],
)
def test_a_file_that_is_no_good_leaves_what_was_there(
    tmp_path: Path, name: str, content: str | bytes, why: str
) -> None:
    run(tmp_path, put(tmp_path, "occupations_nl.csv", files.TWO))
    before = names(kept(tmp_path))
    report = run(tmp_path, put(tmp_path, name, content))
    assert not report.sound
    assert why in told(report)[0]
    assert names(kept(tmp_path)) == before


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "does not exist" in told(run(tmp_path, tmp_path / "nergens"))[0]


def test_a_dry_run_keeps_nothing(tmp_path: Path) -> None:
    report = run(tmp_path, put(tmp_path, "occupations_nl.csv", files.TWO), dry=True)
    assert report.files[0].rows == 2
    assert names(kept(tmp_path)) == {}


def test_the_download_as_it_comes_in_a_zip(tmp_path: Path) -> None:
    relations = files.table(
        ("occupationUri", "relationType", "skillType", "skillUri"),
        (BAKER, "essential", "knowledge", KNEAD),
        (BAKER, "optional", "knowledge", CARVE),
        (BAKER, "important", "knowledge", CARVE),
    )
    above = files.table(
        ("conceptType", "conceptUri", "broaderType", "broaderUri"),
        ("Occupation", BAKER, "ISCOGroup", f"{BASE}/isco/C7512"),
        ("Occupation", CLOGS, "Occupation", BAKER),
        ("Occupation", BAKER, "Occupation", CLOGS),
    )
    groups = (
        "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 0 code\n"
        f"{BASE}/skill/S,vaardigheden\n{BASE}/skill/S,vaardigheden,{BASE}/skill/S1,maken,S\n"
    )
    with zipfile.ZipFile(tmp_path / "esco.zip", "w") as packed:
        packed.writestr("nl/occupations_nl.csv", files.TWO)
        packed.writestr("nl/occupationSkillRelations_nl.csv", relations)
        packed.writestr("nl/broaderRelationsOccPillar_nl.csv", above)
        packed.writestr("nl/skillsHierarchy_nl.csv", groups)
        packed.writestr("nl/conceptSchemes_nl.csv", "conceptSchemeUri\nhttp://x\n")
    report = run(tmp_path, tmp_path / "esco.zip")
    loaded = kept(tmp_path)
    assert loaded.skills == {BAKER: ((KNEAD,), (CARVE,))}
    assert loaded.broader == {
        BAKER: (f"{BASE}/isco/C7512", CLOGS),  # and not the other way round as well
        f"{BASE}/skill/S1": (f"{BASE}/skill/S",),
    }
    problems = told(report)
    assert len(problems) == 2
    assert "line 4: relationType: 'important'" in problems[0]
    assert "lies under it again" in problems[1]
    assert [done.table for done in report.files if done.skipped] == ["schemes"]


def test_only_the_languages_asked_for_are_read(tmp_path: Path) -> None:
    text = files.table(
        ("conceptUri", "preferredLabel_nl", "altLabels_nl", "preferredLabel_en"),
        (KNEAD, "deeg kneden", "kneden | deeg maken", "knead dough"),
    )
    run(tmp_path, put(tmp_path, "skills.csv", text))
    (both,) = load(tmp_path / FILE_NAME).concepts["skill"]
    assert both.labels("nl") == ("deeg kneden", "kneden", "deeg maken")
    (dutch,) = load(tmp_path / FILE_NAME, ["nl"]).concepts["skill"]
    assert dutch.names == {"nl": "deeg kneden"}
