"""A sealed word in the database that says at every start whether SECRET_KEY is the right one.

Without it a wrong key would start as if nothing were the matter: nobody would be found by their
address any more, everybody would become a newcomer, and what they say would be sealed with a key
that fits nothing else. A change of keys (`services.store.rekey`) seals the word anew as its last
act, so a key that was dropped before that was finished is refused as well.
"""

from __future__ import annotations

import base64
from typing import Any

from sqlalchemy import LargeBinary, select, type_coerce
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import SQLModel

from services.store.db import Session, transaction
from services.store.models import Fact
from services.store.sealed import Sealed, WrongKeyError, ring

KEY, WORD = "canary", "werklijn"
SAYS = (
    "WERKLIJN_SECRET_KEY is not the key of this database: nothing was changed. "
    "Put the right one back, or put the new one in front of it: new,old"
)


def fresh() -> dict[str, str]:
    """The word, sealed with the newest key, as it is kept."""
    return {"sealed": base64.b64encode(ring().seal(WORD, KEY)).decode()}


def open_word(value: dict[str, str]) -> None:
    """Refuse a word that no key of the ring opens with WrongKeyError."""
    _open(base64.b64decode(value["sealed"]), KEY)


def _open(value: bytes, place: str) -> None:
    try:
        ring().open(value, place)
    except WrongKeyError:
        raise WrongKeyError(SAYS) from None


async def check(engine: AsyncEngine) -> None:
    """Refuse a wrong key with WrongKeyError; the first start leaves the word behind."""
    async with transaction(engine) as tx:
        found = await tx.get(Fact, KEY)
        if found is not None:
            open_word(found.value)
        else:
            for value, place in await _samples(tx):
                _open(value, place)
            dialect: Any = sqlite if engine.dialect.name == "sqlite" else postgresql
            insert = dialect.insert(Fact).values(key=KEY, value=fresh())
            await tx.exec(insert.on_conflict_do_nothing(index_elements=["key"]))


async def _samples(tx: Session) -> list[tuple[bytes, str]]:
    """One sealed value of every column: a database from before there was such a word."""
    found = []
    for table in SQLModel.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Sealed):
                plain = type_coerce(column, LargeBinary)
                value = (await tx.exec(select(plain).where(column.is_not(None)).limit(1))).first()  # type: ignore[call-overload]
                if value is not None:
                    found.append((bytes(value[0]), column.type.place))
    return found
