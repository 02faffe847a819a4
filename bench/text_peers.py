"""What else could find people for a vacancy: the same facts as texts, and a search over texts.

Neither knows hours, times, travel, licences or Dutch, and neither can tell why; they answer an
easier question. `rapidfuzz` goes through everybody; `pg_trgm` has an index.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import asyncpg
from rapidfuzz import fuzz, process

from services import vocabulary
from tests.postgres import Postgres, start

TOP = 20
Search = Callable[[str], list[int]]


def text_of(record: dict[str, Any]) -> str:
    """The names of the occupations and skills of a profile or a vacancy."""
    occupations = (
        *record.get("wanted", ()),
        *record.get("done", ()),
        *record.get("occupation", ()),
    )
    skills = (*record.get("skills", ()), *record.get("must", ()), *record.get("nice", ()))
    names = [vocabulary.name(code, "occupation") for code in occupations]
    return " ".join([*names, *(vocabulary.name(code, "skill") for code in skills)])


def by_rapidfuzz(texts: Sequence[str]) -> Search:
    """Compare a text with everybody's."""

    def search(text: str) -> list[int]:
        found = process.extract(text, texts, scorer=fuzz.token_set_ratio, limit=TOP)
        return [number for _, _, number in found]

    return search


class Trigrams:
    """A PostgreSQL of our own with an index of trigrams; `close` it. Raises if there is none."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.server: Postgres = start(fsync=True)
        self.loop = asyncio.new_event_loop()
        self.server.sql("CREATE EXTENSION pg_trgm")
        self.connection = self.loop.run_until_complete(self._fill(texts))

    async def _fill(self, texts: Sequence[str]) -> Any:
        url = self.server.url.replace("+asyncpg", "")
        connection = await asyncpg.connect(url)
        await connection.execute("CREATE TABLE person (id integer PRIMARY KEY, text text)")
        rows = list(enumerate(texts))
        await connection.copy_records_to_table("person", records=rows)
        await connection.execute("CREATE INDEX ON person USING gin (text gin_trgm_ops)")
        await connection.execute(
            "CREATE INDEX ON person USING gist (text gist_trgm_ops(siglen=64))"
        )
        await connection.execute("ANALYZE person")
        await connection.execute("SET max_parallel_workers_per_gather = 0")  # one core for all
        return connection

    def nearest(self, text: str) -> list[int]:
        """By distance, which the GiST index gives in order."""
        return self._ask("SELECT id FROM person ORDER BY text <-> $1 LIMIT 20", text)

    def alike(self, text: str) -> list[int]:
        """Those alike by the usual .3 or more, found in the GIN index, then ordered."""
        query = "SELECT id FROM person WHERE text % $1 ORDER BY similarity(text, $1) DESC LIMIT 20"
        return self._ask(query, text)

    def _ask(self, query: str, text: str) -> list[int]:
        rows = self.loop.run_until_complete(self.connection.fetch(query, text))
        return [row["id"] for row in rows]

    def clock(self) -> float:
        """Seconds of processor time that we and the server's process for us have used."""
        server = Path(f"/proc/{self.connection.get_server_pid()}/schedstat").read_text()
        return time.process_time() + int(server.split()[0]) / 1e9

    def close(self) -> None:
        """Let go of the server."""
        self.loop.run_until_complete(self.connection.close())
        self.loop.close()
        self.server.close()
