"""A wrong key is refused at the start, also on a database from before there was a canary."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlmodel import select

from services.store import canary
from services.store.db import connect, transaction
from services.store.models import Fact, Person
from services.store.sealed import WrongKeyError
from services.store.upgrade import upgrade
from tests.services.store.test_sealed import before_0_2
from tests.services.world import NOW

RIGHT, WRONG = "the right key, of more than 32 signs", "the wrong key, of more than 32 signs"


async def _start(url: str, *secrets: str) -> None:
    engine = connect(url, list(secrets))
    try:
        await upgrade(engine)
        await canary.check(engine)
    finally:
        await engine.dispose()


async def test_a_wrong_key_is_refused_from_the_second_start_on(database_url: str) -> None:
    await _start(database_url, RIGHT)
    await _start(database_url, RIGHT)
    await _start(database_url, WRONG, RIGHT)
    with pytest.raises(WrongKeyError, match="SECRET_KEY") as refused:
        await _start(database_url, WRONG)
    assert "\n" not in str(refused.value)
    await _start(database_url, RIGHT)


async def test_a_database_without_a_canary_is_asked_by_its_values(database_url: str) -> None:
    engine = connect(database_url, [RIGHT])
    await upgrade(engine)
    async with transaction(engine) as tx:
        tx.add(Person(created=NOW))
        await tx.flush()
        sealed = {"name": before_0_2(RIGHT, "Samira")}
        await tx.exec(text("UPDATE person SET name = :name").bindparams(**sealed))  # type: ignore[call-overload]
    await engine.dispose()
    with pytest.raises(WrongKeyError):
        await _start(database_url, WRONG)
    await _start(database_url, RIGHT)
    engine = connect(database_url, [RIGHT])
    async with transaction(engine) as tx:
        assert (await tx.exec(select(Person.name))).one() == "Samira"
        assert await tx.get(Fact, canary.KEY)
    await engine.dispose()
