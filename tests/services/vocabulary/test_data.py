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
# The unit groups of ISCO-08 (International Labour Organization, 2012): the first three digits of
# a code, then every fourth digit that exists. "721:1234" is 7211, 7212, 7213 and 7214.
UNIT_GROUPS = """
011:0 021:0 031:0 111:1234 112:0 121:1239 122:123 131:12 132:1234 133:0 134:1234569 141:12
142:0 143:19 211:1234 212:0 213:123 214:1234569 215:123 216:123456 221:12 222:12 223:0 224:0
225:0 226:12345679 231:0 232:0 233:0 234:12 235:1234569 241:123 242:1234 243:1234 251:12349
252:1239 261:129 262:12 263:123456 264:123 265:1234569 311:123456789 312:123 313:123459
314:123 315:12345 321:1234 322:12 323:0 324:0 325:123456789 331:12345 332:1234 333:12349
334:1234 335:123459 341:123 342:123 343:12345 351:1234 352:12 411:0 412:0 413:12 421:1234
422:12345679 431:123 432:123 441:1234569 511:123 512:0 513:12 514:12 515:123 516:123459
521:12 522:123 523:0 524:1234569 531:12 532:129 541:12349 611:1234 612:1239 613:0 621:0
622:1234 631:0 632:0 633:0 634:0 711:123459 712:1234567 713:123 721:12345 722:1234 723:1234
731:123456789 732:123 741:123 742:12 751:123456 752:123 753:123456 754:12349 811:1234 812:12
813:12 814:123 815:12345679 816:0 817:12 818:1239 821:129 831:12 832:12 833:12 834:1234
835:0 911:12 912:1239 921:123456 931:123 932:19 933:1234 941:12 951:0 952:0 961:123
962:12349
"""
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
    assert len(rows("occupations")) >= 1000
    assert len(rows("skills")) >= 2500


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


def test_isco_codes_are_unit_groups() -> None:
    groups = (group.split(":") for group in UNIT_GROUPS.split())
    known = {first + last for first, digits in groups for last in digits}
    assert len(known) == 436
    assert [row["code"] for row in rows("occupations") if row["isco"] not in known] == []


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
        assert optional, row["occupation"]
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
