"""A database that holds many people already: `python -m bench.peers.stored URL SECRET NUMBER`.

Each has a name, an address, a profile, a finished talk and two messages.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, insert, select

from services import vocabulary
from services.store.db import connect, transaction
from services.store.models import Address, Jobseeker, Message, Person, Talk
from services.store.sealed import ring
from services.store.upgrade import upgrade

PORTION = 2_000
NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
BODY = {"lines": [["jobseeker-thanks", {"name": ["words", "Amina"]}]], "rows": []}


def rows(number: int, codes: list[str]) -> list[tuple[Any, dict[str, Any]]]:
    """All there is of one person."""
    address = str(10_000_000 + number)
    key = ring().lookup("telegram", address)
    wanted = [codes[number % len(codes)], codes[number * 7 % len(codes)]]
    profile = {"wanted": wanted, "hours": [16, 24 + number % 16], "times": ["morning"]}
    talk = {"dialog": "jobseeker", "about": 0, "started": NOW, "touched": NOW, "finished": NOW}
    said = {"kind": "answer", "body": BODY, "edits": "", "attempts": 1, "outcome": "ok"}
    sent = {"created": NOW, "sent": NOW, "channel": "telegram", "number": "1"}
    person = {"language": "nl", "formal": False, "name": "Amina", "source": "", "created": NOW}
    seeker = {"status": "open", "confirmed": {}, "town": "Haarlem", "team": "intake-haarlem"}
    shown = {"organisation": "", "support": "some", "shown_by_self": False, "shown_by_coach": False}
    own = {"person_id": number}
    return [
        (Person, {"id": number, **person}),
        (Address, {**own, "channel": "telegram", "key": key, "address": address, "used": NOW}),
        (Jobseeker, {**own, **seeker, **shown, "profile": profile, "created": NOW, "updated": NOW}),
        (Talk, {**own, **talk}),
        (Message, {**own, "ours": True, **said, **sent}),
        (Message, {**own, "ours": False, **said, **sent}),
    ]


async def fill(url: str, secret: str, number: int) -> None:
    """Add people until there are so many."""
    engine = connect(url, [secret])
    await upgrade(engine)
    codes = [each.code for each in vocabulary.all_concepts("occupation")]
    async with transaction(engine) as tx:
        there = (await tx.exec(select(func.count()).select_from(Person))).one()[0]  # type: ignore[call-overload]
    for start in range(there + 1, number + 1, PORTION):
        tables: dict[Any, list[dict[str, Any]]] = {}
        for each in range(start, min(start + PORTION, number + 1)):
            for table, row in rows(each, codes):
                tables.setdefault(table, []).append(row)
        async with transaction(engine) as tx:
            connection = await tx.connection()
            for table, values in tables.items():
                await connection.execute(insert(table), values)
    if engine.dialect.name == "postgresql":
        async with transaction(engine) as tx:
            name = "pg_get_serial_sequence('person', 'id')"
            await (await tx.connection()).exec_driver_sql(f"SELECT setval({name}, {number})")
    await engine.dispose()


if __name__ == "__main__":
    asyncio.run(fill(sys.argv[1], sys.argv[2], int(sys.argv[3])))
