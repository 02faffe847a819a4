"""The tables themselves: a coach edits them in a spreadsheet, this says what went wrong."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from services import vocabulary
from services.vocabulary.concepts import KINDS, Kind
from services.vocabulary.data import FOLDER, GENERAL, Row, rows, several
from services.vocabulary.data import vocabulary as tables
from services.vocabulary.words import words

CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
ESCO = re.compile(
    r"(http://data\.europa\.eu/esco/(skill|occupation)/)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
COLUMNS = {
    "occupations": "code nl nl_also en en_also isco esco broader related sector",
    "skills": "code kind nl nl_also en en_also esco learnable broader sector",
    "relations": "occupation essential optional sector",
    "sectors": "code nl en",
    "themes": "nl en occupations",
}
# Words that really are a name of two concepts; asking which one is meant is right.
SHARED: dict[Kind, set[str]] = {"occupation": set(), "skill": set()}


def codes(table: str) -> set[str]:
    return {row["code"] for row in rows(table)}


def names(row: Row, language: str) -> tuple[str, ...]:
    return (row[language], *several(row[f"{language}_also"]))


@pytest.mark.parametrize("table", COLUMNS)
def test_the_tables_have_their_columns_and_clean_cells(table: str) -> None:
    for row in rows(table):
        assert list(row) == COLUMNS[table].split(), row
        for cell in row.values():
            assert cell == cell.strip(), f"{table}: spaces around {cell!r}"
            assert '"' not in cell, f"{table}: quotes in {cell!r}"
            assert all(part == part.strip() for part in cell.split(" | ")), cell
            assert "||" not in cell
            assert not cell.endswith("|"), cell


@pytest.mark.parametrize("table", ["occupations", "skills", "sectors"])
def test_codes_are_unique_slugs(table: str) -> None:
    seen = [row["code"] for row in rows(table)]
    assert len(seen) == len(set(seen)), sorted(code for code in seen if seen.count(code) > 1)
    assert [code for code in seen if len(code) > 28 or not CODE.fullmatch(code)] == []


def test_there_is_enough_of_both() -> None:
    assert len(rows("occupations")) >= 430
    assert len(rows("skills")) >= 900


@pytest.mark.parametrize("kind", KINDS)
def test_every_concept_has_a_dutch_and_an_english_name_and_a_known_sector(kind: Kind) -> None:
    known = codes("sectors") | ({""} if kind == "skill" else set())
    for row in rows(f"{kind}s"):
        assert row["nl"], row["code"]
        assert row["en"], row["code"]
        assert row["sector"] in known, row["code"]


@pytest.mark.parametrize("kind", KINDS)
def test_esco_identifiers_have_the_form_of_one(kind: Kind) -> None:
    wrong = [
        row["code"] for row in rows(f"{kind}s") if row["esco"] and not ESCO.fullmatch(row["esco"])
    ]
    assert wrong == []
    for concept in vocabulary.all_concepts(kind):
        uri = concept.esco_uri
        assert uri is None or uri.startswith(f"http://data.europa.eu/esco/{kind}/"), concept.code


def test_isco_codes_have_four_digits() -> None:
    assert [
        row["code"] for row in rows("occupations") if not re.fullmatch(r"\d{4}", row["isco"])
    ] == []


def test_skills_say_what_they_are_and_how_they_are_learned() -> None:
    for row in rows("skills"):
        assert row["kind"] in {"skill", "task", "licence"}, row["code"]
        assert row["learnable"] in {"job", "course", "school"}, row["code"]


@pytest.mark.parametrize("kind", KINDS)
def test_broader_and_related_exist_and_do_not_run_in_circles(kind: Kind) -> None:
    table = {concept.code: concept for concept in vocabulary.all_concepts(kind)}
    for concept in table.values():
        for other in (*concept.related, *([concept.broader] if concept.broader else [])):
            assert other in table, f"{concept.code} points at {other}"
            assert other != concept.code, concept.code
        passed, at = {concept.code}, concept.broader
        while at:
            assert at not in passed, f"{concept.code} is broader than itself"
            passed.add(at)
            at = table[at].broader


def test_occupations_ask_for_skills_that_exist() -> None:
    known = codes("skills")
    table = rows("relations")
    asked = [row["occupation"] for row in table]
    assert len(asked) == len(set(asked))
    assert sorted(codes("occupations") ^ set(asked)) == []
    for row in table:
        essential, optional = several(row["essential"]), several(row["optional"])
        assert essential, row["occupation"]
        assert sorted({*essential, *optional} - known) == [], row["occupation"]
        assert not set(essential) & set(optional), row["occupation"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_name_means_two_concepts_unless_it_says_so(kind: Kind) -> None:
    holders: dict[str, set[str]] = defaultdict(set)
    for row in rows(f"{kind}s"):
        for label in (*names(row, "nl"), *names(row, "en")):
            holders[" ".join(words(label))].add(row["code"])
    double = {label: sorted(held) for label, held in holders.items() if len(held) > 1}
    assert {label: held for label, held in double.items() if label not in SHARED[kind]} == {}
    assert SHARED[kind] - double.keys() == set()


@pytest.mark.parametrize("kind", KINDS)
def test_no_name_is_given_twice_or_empty(kind: Kind) -> None:
    for row in rows(f"{kind}s"):
        for language in ("nl", "en"):
            given = [label.casefold() for label in names(row, language)]
            assert len(given) == len(set(given)), row["code"]
            assert all(words(label) for label in given), row["code"]


def test_themes_lead_to_occupations() -> None:
    for theme in tables().themes:
        assert set(theme.codes) <= codes("occupations"), theme.words
        assert len(theme.codes) >= 2, theme.words


def test_the_files_of_a_table_are_named_after_sectors() -> None:
    sectors = {row["code"] for row in rows("sectors")} | {GENERAL}
    for table in ("occupations", "skills", "relations"):
        assert {path.stem for path in (FOLDER / table).glob("*")} <= sectors
    homes = {row["code"]: row["sector"] for row in rows("occupations")}
    assert [row for row in rows("relations") if homes[row["occupation"]] != row["sector"]] == []
