"""What every turn asks of the database is found by an index, however much is stored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, event
from sqlmodel import SQLModel

from bot import marking, sender, worker
from dialogs import talks
from services.messages import inbox

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
GIVEN: dict[str, Any] = {
    "ids": [1, 2],
    "channels": ["telegram"],
    "now": NOW,
    "old": NOW,
    "expired": NOW,
    "at": NOW,
    "over": "telegram",
    "b_id": 1,
    "b_number": "1",
}
PAIRS = [(1, "profile", 0), (2, "profile", 0)]
SMALL = {"ix_message_unsent", "ix_inbox_waiting", "ix_inbox_due"}  # only what waits is in these
ASKED: dict[str, tuple[Any, dict[str, Any]]] = {
    "who is this": (inbox._KNOWN, {"keys": ["a", "b"]}),
    "heard from": (inbox._USED, {}),
    "who waits": (worker._WAITING, {}),
    "their rows": (worker._FIRST, {}),
    "handled": (worker._HANDLED, {}),
    "their talks": (talks._TALKS, {"keys": PAIRS}),
    "the people": (talks._OF_PEOPLE, {}),
    "to be sent": (sender._OLDEST, {}),
    "attempted": (sender._ATTEMPT, {}),
    "arrived": (marking._ARRIVED, {}),
}


@pytest.fixture(scope="module")
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    SQLModel.metadata.create_all(engine)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def plan(connection: Connection, query: Any, given: dict[str, Any]) -> list[str]:
    """The steps SQLite takes to answer."""
    steps: list[str] = []

    def explained(_: object, cursor: Any, sql: str, values: Any, *__: object) -> None:
        steps.extend(row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {sql}", values))

    event.listen(connection, "before_cursor_execute", explained)
    connection.execute(query, given)
    event.remove(connection, "before_cursor_execute", explained)
    return steps


@pytest.mark.parametrize("name", ASKED)
def test_no_table_is_read_from_end_to_end(connection: Connection, name: str) -> None:
    query, more = ASKED[name]
    steps = plan(connection, query, {**GIVEN, **more})
    tables = set(SQLModel.metadata.tables)
    for step in steps:
        if found := re.match(r"SCAN (\w+?)(?:_\d+)?(?: USING (?:COVERING )?INDEX (\w+))?$", step):
            assert found[1] not in tables or found[2] in SMALL, steps
    assert any(re.match(r"SEARCH|SCAN", step) for step in steps)
