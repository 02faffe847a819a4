"""Where imported concepts are kept: one SQLite file beside the database.

Not in the database of people: it is public reference data, it is read whole at start, and a copy of
the file is all that another machine needs. What a file brought is replaced when a file of the same
table and language is imported again, so that a repeat changes nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from services.taxonomy.facts import Fact, Linked, Named

FILE_NAME = "vocabulary.db"
_FORM = 2  # of the tables below; a file of another form must be imported again
_OF_A_FILE = ("label", "about", "relation")
_TABLES = """
CREATE TABLE IF NOT EXISTS concept (
  uri TEXT PRIMARY KEY, kind TEXT NOT NULL, code TEXT NOT NULL, isco TEXT NOT NULL,
  sort TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS label (
  origin TEXT NOT NULL, uri TEXT NOT NULL, language TEXT NOT NULL, rank INTEGER NOT NULL,
  place INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (origin, uri, language, text)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS about (
  origin TEXT NOT NULL, uri TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (origin, uri, language)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS relation (
  origin TEXT NOT NULL, one TEXT NOT NULL, kind TEXT NOT NULL, other TEXT NOT NULL,
  PRIMARY KEY (origin, one, kind, other)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS source (
  origin TEXT PRIMARY KEY, file TEXT NOT NULL, rows INTEGER NOT NULL, imported TEXT NOT NULL,
  newest TEXT NOT NULL, licence TEXT NOT NULL
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Source:
    """What an imported file brought: its name, how many rows, when, and under what terms.

    ``newest`` is the last change that the file itself tells of, which says how old it is.
    """

    origin: str
    file: str
    rows: int
    imported: str
    newest: str
    licence: str


class Kept:
    """The file, open for writing; everything of one import happens or nothing does."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._fresh: set[str] = set()

    @contextmanager
    def file(self) -> Iterator[None]:
        """Undoes what one input file brought when it turns out to be no good."""
        self._connection.execute("SAVEPOINT one_file")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK TO one_file")
            raise
        finally:
            self._connection.execute("RELEASE one_file")

    def replace(self, origin: str) -> None:
        """Forgets what an earlier import brought; twice in one import it is an addition."""
        if origin not in self._fresh:
            self._fresh.add(origin)
            for table in _OF_A_FILE:
                query = f"DELETE FROM {table} WHERE origin = ?"  # noqa: S608 - names of our own
                self._connection.execute(query, (origin,))

    def add(self, origin: str, facts: Iterable[Fact]) -> None:
        """Keeps what rows say; of a concept that is there already the newest is told."""
        for fact in facts:
            if isinstance(fact, Linked):
                self._connection.execute(
                    "INSERT OR IGNORE INTO relation VALUES (?, ?, ?, ?)",
                    (origin, fact.one, fact.relation, fact.other),
                )
            else:
                self._named(origin, fact)

    def _named(self, origin: str, fact: Named) -> None:
        self._connection.execute(
            "INSERT INTO concept VALUES (?, ?, ?, ?, ?) ON CONFLICT (uri) DO UPDATE SET "
            "kind = excluded.kind, code = coalesce(nullif(excluded.code, ''), code), "
            "isco = coalesce(nullif(excluded.isco, ''), isco), "
            "sort = coalesce(nullif(excluded.sort, ''), sort)",
            (fact.uri, fact.kind, fact.code, fact.isco, fact.sort),
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO label VALUES (?, ?, ?, ?, ?, ?)",
            (
                (origin, fact.uri, language, rank, place, text)
                for place, (language, text, rank) in enumerate(fact.labels)
            ),
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO about VALUES (?, ?, ?, ?)",
            ((origin, fact.uri, language, text) for language, text in fact.about),
        )

    def note(self, source: Source) -> None:
        """Writes down where things came from."""
        values = (source.origin, source.file, source.rows, source.imported, source.newest)
        self._connection.execute(
            "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?)", (*values, source.licence)
        )

    def broader(self) -> list[tuple[str, str]]:
        """Every (concept, what it lies under)."""
        query = "SELECT DISTINCT one, other FROM relation WHERE kind = 'broader' ORDER BY 1, 2"
        return self._connection.execute(query).fetchall()

    def drop_broader(self, one: str, other: str) -> None:
        """Takes a link out that would make a circle."""
        query = "DELETE FROM relation WHERE kind = 'broader' AND one = ? AND other = ?"
        self._connection.execute(query, (one, other))

    def unknown_ends(self) -> int:
        """How many links from or to concepts that were never named."""
        query = (
            "SELECT count(*) FROM relation WHERE one NOT IN (SELECT uri FROM concept) "
            "OR other NOT IN (SELECT uri FROM concept)"
        )
        return int(self._connection.execute(query).fetchone()[0])

    def tidy(self) -> None:
        """Forgets concepts that have no label left in any language."""
        self._connection.execute("DELETE FROM concept WHERE uri NOT IN (SELECT uri FROM label)")


@contextmanager
def writing(path: Path, *, keep: bool = True) -> Iterator[Kept]:
    """The file, made when it is not there; with ``keep`` false nothing of it lasts (a dry run).

    A single transaction: a stop halfway leaves what was there before.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN IMMEDIATE")
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] != _FORM:
                _anew(connection)
            yield Kept(connection)
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT" if keep else "ROLLBACK")


def _anew(connection: sqlite3.Connection) -> None:
    for table in ("concept", "source", *_OF_A_FILE):
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in filter(str.strip, _TABLES.split(";")):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {_FORM}")


@contextmanager
def read_only(path: Path) -> Iterator[sqlite3.Connection | None]:
    """The file for reading; None when there is none, or one of another release."""
    if not path.is_file():
        yield None
        return
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        current = connection.execute("PRAGMA user_version").fetchone()[0] == _FORM
        yield connection if current else None


def sources(path: Path) -> list[Source]:
    """What was imported, in the order of its names."""
    with read_only(path) as connection:
        if connection is None:
            return []
        return [Source(*row) for row in connection.execute("SELECT * FROM source ORDER BY 1")]
