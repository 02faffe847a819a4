"""The vocabulary's tables: tab-separated files that a coach can edit in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from services.vocabulary.concepts import (
    ESCO_BASE,
    KINDS,
    Concept,
    Kind,
    NamesAbroad,
    Sector,
    Theme,
)

FOLDER = Path(__file__).parent / "data"
GENERAL = "general"  # what belongs to no sector in particular
BETWEEN = "|"  # between several values in one cell
_LANGUAGE_LENGTH = 2  # a column named by two letters holds names in that language

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the tables hold."""

    concepts: Mapping[Kind, Mapping[str, Concept]]
    sectors: Mapping[str, Sector]
    themes: tuple[Theme, ...]
    skills: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    abroad: tuple[NamesAbroad, ...]


def several(cell: str | None) -> tuple[str, ...]:
    """The values of a cell that may hold several: "poetsen | soppen" → ("poetsen", "soppen")."""
    return tuple(part.strip() for part in (cell or "").split(BETWEEN) if part.strip())


def rows(name: str, folder: Path = FOLDER) -> list[Row]:
    """The lines of a table by column; FileNotFoundError when it is not there.

    A table is one file, ``folder/name.tsv``, or a folder with a file for each sector; then each
    line also has its ``sector`` ("" in general.tsv, for what belongs to no sector in particular).
    """
    table = folder / name
    if not table.is_dir():
        return _lines(table.with_suffix(".tsv"))
    return [
        {**row, "sector": "" if path.stem == GENERAL else path.stem}
        for path in (table / f"{code}.tsv" for code in (GENERAL, *_sectors(folder)))
        if path.is_file()
        for row in _lines(path)
    ]


def _sectors(folder: Path) -> list[str]:
    """The order of the sectors decides where two names fit equally well."""
    return [row["code"] for row in _lines(folder / "sectors.tsv")]


def _lines(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _names(row: Row) -> dict[str, str]:
    languages = (column for column in row if len(column) == _LANGUAGE_LENGTH)
    return {language: row[language] for language in languages if row[language]}


def _also(row: Row) -> dict[str, tuple[str, ...]]:
    return {
        column.removesuffix("_also"): several(cell)
        for column, cell in row.items()
        if column.endswith("_also") and cell
    }


def _uri(kind: Kind, cell: str) -> str | None:
    if not cell or cell.startswith("http"):
        return cell or None
    return f"{ESCO_BASE}{kind}/{cell}"


def concept_of(kind: Kind, row: Row) -> Concept:
    """A line of occupations/*.tsv or skills/*.tsv as a concept."""
    return Concept(
        code=row["code"],
        kind=kind,
        names=_names(row),
        also=_also(row),
        sector=row.get("sector", ""),
        esco_uri=_uri(kind, row.get("esco", "")),
        isco=row.get("isco") or None,
        broader=row.get("broader") or None,
        related=several(row.get("related")),
        skill_kind=row.get("kind") or None,
        learnable=row.get("learnable") or None,
    )


def _by_code(concepts: Iterable[Concept]) -> dict[str, Concept]:
    return {concept.code: concept for concept in concepts}


@cache
def vocabulary() -> Vocabulary:
    """The tables, read once."""
    return Vocabulary(
        concepts={
            kind: _by_code(concept_of(kind, row) for row in rows(f"{kind}s")) for kind in KINDS
        },
        sectors={row["code"]: Sector(row["code"], _names(row)) for row in rows("sectors")},
        themes=tuple(
            Theme(several(row["nl"]) + several(row["en"]), several(row["occupations"]))
            for row in rows("themes")
        ),
        skills={
            row["occupation"]: (several(row["essential"]), several(row["optional"]))
            for row in rows("relations")
        },
        abroad=tuple(
            NamesAbroad(
                "skill" if row["kind"] == "skill" else "occupation",
                row["code"],
                path.stem,
                several(row["names"]),
                row["reviewed"],
            )
            for path in sorted((FOLDER / "names").glob("*.tsv"))
            for row in _lines(path)
        ),
    )
