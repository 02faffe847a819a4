"""A change of keys reaches everything there is, whenever it is killed; the old key can go."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, select, text, type_coerce, update
from sqlmodel import SQLModel, col

from services.access import sessions
from services.messages.inbox import Incoming, receive
from services.region import load
from services.store import canary
from services.store.db import connect, reading, transaction
from services.store.models import Address, Fact, Inbox, Message, Person, Visit
from services.store.rekey import PROGRESS, rekey
from services.store.sealed import KeyRing, Sealed, WrongKeyError, open_ring
from services.store.upgrade import upgrade
from services.unit_of_work import Work
from tests import rows
from tests.services.store.test_sealed import before_0_2, hash_before_0_2
from tests.services.world import NOW

pytestmark = pytest.mark.slow

OLD, NEW = (
    "the old key, of more than 32 signs".replace(",", ""),
    "x" * 16 + "the new key" + "y" * 16,
)
ROOT = Path(__file__).parents[2]


def quiet(*_: object) -> None:
    """Nobody looks at the progress."""


async def _filled(url: str, number: int, more: dict[str, int] | None = None) -> None:
    engine = connect(url, [OLD])
    await upgrade(engine)
    await rows.fill(engine, number, more)
    await canary.check(engine)
    await engine.dispose()


async def _need_old(url: str) -> list[str]:
    """The columns in which a value is left that the new key alone does not open."""
    ring, left = KeyRing([NEW]), []
    engine = connect(url, [NEW])
    async with reading(engine) as tx:
        for table in SQLModel.metadata.sorted_tables:
            for column in (c for c in table.columns if isinstance(c.type, Sealed)):
                plain = select(type_coerce(column, LargeBinary)).where(column.is_not(None))
                for (value,) in await (await tx.connection()).execute(plain):
                    try:
                        opened = ring.open(bytes(value), f"{table.name}.{column.name}")
                        assert opened.startswith("marked ")
                    except WrongKeyError:
                        left.append(f"{table.name}.{column.name}")
    await engine.dispose()
    return left


async def test_the_new_key_alone_opens_everything(database_url: str) -> None:
    await _filled(database_url, 3)
    before = set(await _need_old(database_url))
    assert {"person.name", "message.body", "visit.digest", "remark.words"} <= before
    engine = connect(database_url, [NEW, OLD])
    report = await rekey(engine, quiet)
    assert (report.left, report.broken, report.fixed) == (0, [], 0)
    assert report.values == 3 * len(before)
    assert report.hashes >= 9
    again = await rekey(engine, quiet)
    assert (again.values, again.hashes) == (0, 0)
    await engine.dispose()
    assert await _need_old(database_url) == []
    engine = connect(database_url, [NEW])
    await canary.check(engine)
    async with transaction(engine) as tx:
        for table in rows.tables():
            for column in table.columns:
                if "lookup" in column.info:
                    made = [rows.row(table, n)[column.name] for n in (1, 2, 3)]
                    kept = (await (await tx.connection()).execute(select(column))).scalars().all()
                    assert sorted(kept) == sorted(made), table.name
    open_ring([OLD])
    with pytest.raises(WrongKeyError):
        await canary.check(engine)
    await engine.dispose()


async def test_people_are_found_before_during_and_after(database_url: str) -> None:
    """Somebody of release 0.1, sealed and hashed as it did, stays the same person throughout."""
    engine = connect(database_url, [OLD])
    await upgrade(engine)
    async with transaction(engine) as tx:
        work = Work(tx, NOW, load())
        await receive(work, [Incoming("telegram", "1", "reply", {"text": "hoi"}, address="12")])
    async with transaction(engine) as tx:
        work = Work(tx, NOW, load())
        person = (await tx.exec(select(Person))).scalars().one().id
        cookie = await sessions.begin_visit(work, person, "chat")
        hashed = {"key": hash_before_0_2(OLD, "telegram", "12")}
        sealed = {"address": before_0_2(OLD, "12")}
        await tx.exec(update(Address).values(hashed))  # type: ignore[call-overload]
        await tx.exec(text("UPDATE address SET address = :address").bindparams(**sealed))  # type: ignore[call-overload]
        old_visit = {"key": hash_before_0_2(OLD, "visit", cookie), "digest": None}
        await tx.exec(update(Visit).values(old_visit))  # type: ignore[call-overload]
    await engine.dispose()
    for number, secrets in enumerate(([OLD], [NEW, OLD], [NEW, OLD], [NEW])):
        engine = connect(database_url, secrets)
        if number == 2:
            assert (await rekey(engine, quiet)).left == 0
        async with transaction(engine) as tx:
            work = Work(tx, NOW, load())
            told = Incoming("telegram", f"2-{number}", "reply", {"text": "ja"}, address="12")
            await receive(work, [told])
            if number == 1:  # used after an hour: from then on the visit knows its digest
                await tx.exec(update(Visit).values(used=NOW.replace(year=2025)))  # type: ignore[call-overload]
        async with transaction(engine) as tx:
            work = Work(tx, NOW, load())
            assert (await tx.exec(select(Person.id))).scalars().all() == [person]
            found = await sessions.visit(work, cookie, "chat")
            assert found is not None
            assert found.person_id == person
        await engine.dispose()


async def test_a_value_that_no_key_opens_is_named_and_the_old_key_kept(database_url: str) -> None:
    await _filled(database_url, 2)
    engine = connect(database_url, [NEW, OLD])
    async with transaction(engine) as tx:
        broken = {"value": KeyRing(["somebody else's key"]).seal("x", "person.name")}
        query = text("UPDATE person SET name = :value WHERE id = 2").bindparams(**broken)
        await tx.exec(query)  # type: ignore[call-overload]
    report = await rekey(engine, quiet)
    assert (report.left, report.broken) == (1, ["person 2"])
    open_ring([NEW])
    with pytest.raises(WrongKeyError):
        await canary.check(engine)
    await engine.dispose()


async def test_on_postgresql_what_somebody_else_holds_waits_for_the_next_round(
    postgres_url: str,
) -> None:
    await _filled(postgres_url, 2)
    ours, theirs = connect(postgres_url, [NEW, OLD]), connect(postgres_url, [NEW, OLD])
    async with transaction(theirs) as tx:
        await tx.exec(update(Message).values(attempts=9).where(col(Message.id) == 1))  # type: ignore[call-overload]
        await tx.flush()
        running = asyncio.create_task(rekey(ours, quiet))
        await asyncio.sleep(0.3)
    assert (await running).left == 0
    await ours.dispose()
    await theirs.dispose()


# Where a hash is made that is kept, and the column that was declared with `looked_up` for it; the
# references of the browse list are made anew at every look.
KNOWN = {
    "services/messages/inbox.py": "address.key",
    "services/access/sessions.py": "link.key visit.key",
    "services/for_employers/candidates.py": "",
    "services/access/attempts.py": "",  # of a day at most: counted anew with a new key
    "services/access/links.py": "address.key",
    "services/audit.py": "",  # a mark of an address, to see one beside another; nobody looks it up
    "services/store/rekey.py": "",
    "bot/web/chat.py": "address.key",
    "bot/demo/fill.py": "address.key",
    "bot/stage.py": "address.key",
}


def test_no_kept_hash_is_forgotten() -> None:
    made = {
        str(file.relative_to(ROOT))
        for layer in ("bot", "dialogs", "services")
        for file in (ROOT / layer).rglob("*.py")
        if "ring().lookup(" in file.read_text("utf-8")
    }
    assert made == set(KNOWN)
    kept = {
        f"{table.name}.{column.name}"
        for table in rows.tables()
        for column in table.columns
        if "lookup" in column.info
    }
    assert kept == set(" ".join(KNOWN.values()).split())


MANY = {"person": 4000, "message": 4000, "address": 4000, "inbox": 4000}


async def test_killed_in_the_middle_it_goes_on_where_it_was(
    database_url: str, tmp_path: Path
) -> None:
    await _filled(database_url, 2, MANY)
    kills = 0
    for number in range(30):
        command = _command(database_url, tmp_path)
        done = await _killed_after(command, database_url, step=number)
        if done:
            break
        kills += 1
        await _both_keys_read(database_url)
    assert kills >= 2
    assert await _need_old(database_url) == []
    engine = connect(database_url, [NEW])
    await canary.check(engine)
    async with reading(engine) as tx:
        assert await tx.get(Fact, PROGRESS) is None
    await engine.dispose()


def _command(url: str, folder: Path) -> subprocess.Popen[bytes]:
    env = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "WERKLIJN_SECRET_KEY": f"{NEW},{OLD}",
        "WERKLIJN_DATABASE_URL": url,
    }
    command = [sys.executable, "-m", "bot", "rekey"]
    return subprocess.Popen(command, cwd=folder, env=env)


async def _killed_after(process: subprocess.Popen[bytes], url: str, step: int) -> bool:
    """Killed as soon as something moved, or ended by itself."""
    engine = connect(url, [NEW, OLD])
    first = await _at(engine)
    try:
        while process.poll() is None:
            if step < 3 and await _at(engine) != first:
                process.send_signal(signal.SIGKILL)
                process.wait()
                return False
            await asyncio.sleep(0.005)
    finally:
        await engine.dispose()
    assert process.returncode == 0
    return True


async def _at(engine: object) -> object:
    async with reading(engine) as tx:  # type: ignore[arg-type]
        found = await tx.get(Fact, PROGRESS)
        return found and found.value


async def _both_keys_read(url: str) -> None:
    engine = connect(url, [NEW, OLD])
    await canary.check(engine)
    async with transaction(engine) as tx:
        people = (await tx.exec(select(Person.name))).scalars().all()
        assert len(people) == MANY["person"]
        assert len((await tx.exec(select(Inbox.payload))).scalars().all()) == MANY["inbox"]
    await engine.dispose()
    open_ring([NEW])
    engine = connect(url, [NEW])
    with pytest.raises(WrongKeyError):
        await canary.check(engine)
    await engine.dispose()
