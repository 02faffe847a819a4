"""What was imported, as concepts of the vocabulary."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from services.taxonomy.keeping import read_only
from services.vocabulary.concepts import KINDS, Concept, Kind


@dataclass(frozen=True)
class Loaded:
    """The concepts by kind, with their URI as code, and the skills that occupations ask.

    ``skills`` maps the URI of an occupation to (essential, optional) URIs; ``broader`` a concept to
    what it lies under; ``same`` a concept of CompetentNL to its exact match in ESCO.
    """

    concepts: dict[Kind, list[Concept]] = field(
        default_factory=lambda: {kind: [] for kind in KINDS}
    )
    skills: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)
    broader: dict[str, tuple[str, ...]] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)


def load(path: Path, languages: Collection[str] = (), *, links: bool = True) -> Loaded:
    """Reads the kept file; empty when there is none. ``languages`` () means every one."""
    with read_only(path) as connection:
        if connection is None:
            return Loaded()
        loaded = Loaded()
        _concepts(connection, loaded, languages)
        if links:
            _links(connection, loaded)
        return loaded


def described(path: Path, languages: Collection[str]) -> dict[str, dict[str, str]]:
    """Descriptions by URI and language."""
    found: dict[str, dict[str, str]] = {}
    with read_only(path) as connection:
        query = "SELECT uri, language, text FROM about ORDER BY uri, language, origin"
        for uri, language, text in connection.execute(query) if connection else ():
            if language in languages:
                found.setdefault(uri, {}).setdefault(language, text)
    return found


def uris(path: Path) -> list[str]:
    """Of every occupation and skill."""
    with read_only(path) as connection:
        query = "SELECT uri FROM concept WHERE kind IN (?, ?)"
        return [uri for (uri,) in connection.execute(query, KINDS)] if connection else []


def languages(path: Path) -> frozenset[str]:
    """Those in which something has a label."""
    with read_only(path) as connection:
        found = connection.execute("SELECT DISTINCT language FROM label") if connection else ()
        return frozenset(language for (language,) in found)


def labelled(
    path: Path, kind: Kind, languages: Collection[str]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """The concepts of a kind by URI, with their labels by language, the main one first."""
    query = (
        "SELECT uri, language, text FROM label JOIN concept USING (uri) WHERE kind = ? "
        "ORDER BY uri, language, rank, origin, place"
    )
    found: dict[str, dict[str, dict[str, None]]] = {}
    with read_only(path) as connection:
        for uri, language, text in connection.execute(query, (kind,)) if connection else ():
            if language in languages:
                found.setdefault(uri, {}).setdefault(language, {})[text] = None
    return {
        uri: {language: tuple(texts) for language, texts in labels.items()}
        for uri, labels in found.items()
    }


def named(path: Path, uri: str, code: str) -> Concept | None:
    """One concept, under the code it is given here; None when it is not there."""
    with read_only(path) as connection:
        if connection is None:
            return None
        query = "SELECT uri, kind, isco, sort FROM concept WHERE uri = ? AND kind IN (?, ?)"
        row = connection.execute(query, (uri, *KINDS)).fetchone()
        labels = _labels(connection, (), uri)
        return _concept(row, labels[uri], code) if row and uri in labels else None


def _labels(
    connection: sqlite3.Connection, languages: Collection[str], only: str = ""
) -> dict[str, dict[str, list[str]]]:
    """By concept and language the labels, the main one first, each once; of all or ``only`` one."""
    wanted = frozenset(languages)
    found: dict[str, dict[str, list[str]]] = {}
    # With the origin as well the key of the table is used: one concept is found at once.
    where = "WHERE origin IN (SELECT origin FROM source) AND uri = ?" if only else ""
    order = "ORDER BY uri, language, rank, origin, place"
    query = f"SELECT uri, language, text FROM label {where} {order}"  # noqa: S608 - two constants
    for uri, language, text in connection.execute(query, (only,) if only else ()):
        if not wanted or language in wanted:
            texts = found.setdefault(uri, {}).setdefault(language, [])
            if text not in texts:
                texts.append(text)
    return found


def _concepts(connection: sqlite3.Connection, loaded: Loaded, languages: Collection[str]) -> None:
    labels = _labels(connection, languages)
    query = "SELECT uri, kind, isco, sort FROM concept WHERE kind IN (?, ?) ORDER BY uri"
    for uri, kind, isco, sort in connection.execute(query, KINDS):
        if uri in labels:
            loaded.concepts[kind].append(_concept((uri, kind, isco, sort), labels[uri], uri))


def _concept(row: tuple[str, Kind, str, str], labels: dict[str, list[str]], code: str) -> Concept:
    uri, kind, isco, sort = row
    return Concept(
        code=code,
        kind=kind,
        names={language: texts[0] for language, texts in labels.items()},
        also={language: tuple(texts[1:]) for language, texts in labels.items() if texts[1:]},
        esco_uri=uri,
        isco=isco or None,
        skill_kind=sort or None,
    )


def _links(connection: sqlite3.Connection, loaded: Loaded) -> None:
    asked: defaultdict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    broader: defaultdict[str, list[str]] = defaultdict(list)
    query = "SELECT DISTINCT one, kind, other FROM relation ORDER BY one, kind, other"
    for one, kind, other in connection.execute(query):
        if kind in ("essential", "optional"):
            asked[one][kind == "optional"].append(other)
        elif kind == "broader":
            broader[one].append(other)
        elif kind == "same":
            loaded.same[one] = other
    loaded.skills.update((one, (tuple(must), tuple(may))) for one, (must, may) in asked.items())
    loaded.broader.update((one, tuple(others)) for one, others in broader.items())
