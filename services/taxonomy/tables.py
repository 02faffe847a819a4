"""The tables of the ESCO download, recognised by their columns, whatever the file is called.

Source of the columns: the CSV files of ESCO 1.0 to 1.2, "classification" download. A column of
labels may end in a language ("preferredLabel_nl"); else the language is that of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from services.taxonomy.facts import (
    ALIAS,
    HIDDEN,
    LONGEST_ABOUT,
    LONGEST_LABEL,
    MAIN,
    Fact,
    Kind,
    Linked,
    Named,
    Relation,
    RowError,
)

Row = Mapping[str, str]
_URI = re.compile(r"https?://\S+")
_LABELS = (("preferredLabel", MAIN), ("altLabels", ALIAS), ("hiddenLabels", HIDDEN))
_BETWEEN = re.compile(r"\n|\s\|\s?|\|")
_TYPES: dict[str, Kind] = {
    "Occupation": "occupation",
    "KnowledgeSkillCompetence": "skill",
    "ISCOGroup": "occupation-group",
    "SkillGroup": "skill-group",
}
_PATHS: tuple[tuple[str, Kind], ...] = (
    ("/esco/occupation/", "occupation"),
    ("/esco/skill/", "skill"),
    ("/esco/isco/", "occupation-group"),
    ("/esco/isced-f/", "skill-group"),
)
_ASKED: dict[str, Relation] = {"essential": "essential", "optional": "optional"}
_LEVELS = range(4)


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of file: ``origin`` names it, ``facts`` reads a row (RowError when it cannot)."""

    origin: str
    needs: tuple[str, ...]
    facts: Callable[[Row, str], Iterator[Fact]] | None  # None: known, and nothing to take over
    spoken: bool = False  # whether its labels need a language
    ragged: bool = False  # whether its rows leave out the last cells when they are empty


def uri(row: Row, column: str) -> str:
    """The URI in a column."""
    found = row.get(column, "").strip()
    if not _URI.fullmatch(found):
        raise RowError(f"{column}: {found[:60]!r} is not a URI" if found else f"{column} is empty")
    return found


def _texts(cell: str) -> list[str]:
    texts = [" ".join(part.split()) for part in _BETWEEN.split(cell)]
    if any(len(text) > LONGEST_LABEL for text in texts):
        raise RowError(f"a label of more than {LONGEST_LABEL} characters")
    return [text for text in texts if text]


def _labels(row: Row, language: str) -> Iterator[tuple[str, str, int]]:
    for column, cell in row.items():
        name, _, own = column.partition("_")
        for known, rank in _LABELS:
            if name != known:
                continue
            if rank == MAIN:  # an Arabic one may hold both genders: "المدير / المديرة"
                texts = [text for part in _texts(cell) for text in part.split(" / ")]
                yield from (
                    (own or language, text, MAIN if at == 0 else ALIAS)
                    for at, text in enumerate(texts)
                )
            else:
                yield from ((own or language, text, rank) for text in _texts(cell))


def _about(row: Row, language: str) -> Iterator[tuple[str, str]]:
    for column, cell in row.items():
        name, _, own = column.partition("_")
        text = " ".join(cell.split())[:LONGEST_ABOUT]
        if name == "description" and text:
            yield own or language, text


def _kind(row: Row, concept: str) -> Kind:
    told = row.get("conceptType", "").strip()
    if told:
        if told not in _TYPES:
            raise RowError(f"conceptType: {told[:40]!r} is not known")
        return _TYPES[told]
    for path, kind in _PATHS:
        if path in concept:
            return kind
    raise RowError(f"conceptUri: {concept[:80]} is neither an occupation nor a skill")


def concepts(row: Row, language: str) -> Iterator[Fact]:
    """A concept with its labels; one that is no longer in use says nothing."""
    concept = uri(row, "conceptUri")
    if row.get("status", "released").strip() not in ("released", ""):
        return
    labels = tuple(_labels(row, language))
    if not any(rank == MAIN for _, _, rank in labels):
        raise RowError("preferredLabel is empty")
    yield Named(
        uri=concept,
        kind=_kind(row, concept),
        labels=labels,
        code=row.get("code", "").strip(),
        isco=row.get("iscoGroup", "").strip(),
        sort=row.get("skillType", "").strip(),
        about=tuple(_about(row, language)),
    )


def linked(one: str, other: str, row: Row, _: str) -> Iterator[Fact]:
    """What an occupation or a skill asks."""
    told = row["relationType"].strip()
    if told not in _ASKED:
        raise RowError(f"relationType: {told[:40]!r} is neither essential nor optional")
    yield _link(uri(row, one), _ASKED[told], uri(row, other))


def _link(one: str, relation: Relation, other: str) -> Linked:
    if one == other:
        raise RowError(f"{one} is linked to itself")
    return Linked(one, relation, other)


def broader(row: Row, _: str) -> Iterator[Fact]:
    """What a concept lies under."""
    yield _link(uri(row, "conceptUri"), "broader", uri(row, "broaderUri"))


def hierarchy(row: Row, language: str) -> Iterator[Fact]:
    """The groups that a row goes through, from wide to narrow."""
    above = ""
    for level in _LEVELS:
        if not row.get(f"Level {level} URI", "").strip():
            break
        here = uri(row, f"Level {level} URI")
        name = " ".join(row.get(f"Level {level} preferred term", "").split())
        if not name:
            raise RowError(f"Level {level} preferred term is empty")
        code = row.get(f"Level {level} code", "").strip()
        yield Named(here, "skill-group", ((language, name, MAIN),), code=code)
        if above:
            yield _link(here, "broader", above)
        above = here
    if not above:
        raise RowError("Level 0 URI is empty")


TABLES = (
    Table(
        "occupation-skills",
        ("occupationUri", "relationType", "skillUri"),
        partial(linked, "occupationUri", "skillUri"),
    ),
    Table(
        "skill-skills",
        ("originalSkillUri", "relationType", "relatedSkillUri"),
        partial(linked, "originalSkillUri", "relatedSkillUri"),
    ),
    Table("broader", ("conceptUri", "broaderUri"), broader),
    Table(
        "hierarchy", ("Level 0 URI", "Level 0 preferred term"), hierarchy, spoken=True, ragged=True
    ),
    Table("concepts", ("conceptUri", "preferredLabel"), concepts, spoken=True),
    Table("schemes", ("conceptSchemeUri",), None),
    Table("education", ("code", "educationTypesAndLevels"), None),
    Table("dictionary", ("filename", "data header"), None),
)


def recognised(columns: list[str]) -> Table | None:
    """The table that has these columns; a language behind a column's name does not count."""
    bare = {re.sub(r"_[a-z]{2}$", "", column) for column in columns}
    return next((table for table in TABLES if bare.issuperset(table.needs)), None)
