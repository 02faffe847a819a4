"""Who fits what, over the whole region: the matching index, kept in step with the database.

Each process holds one index for a database. It is built once, and brought up to date before each
question from the table `change` (services/store/models/changes), so an answer is right as of the
transaction that asks, whatever other processes do.

*Which changes are new.* On SQLite one transaction writes at a time and numbers rise, so everything
from the last number seen on is new. On PostgreSQL a lower number may be committed after a higher
one; numbers are transaction ids there, and whatever ended before the oldest one still running when
we last looked has been seen. The rest is looked at again, and skipped if it is what we have.

*What a transaction changed itself* may still be taken back, so it never enters the shared index.
It goes into a small one of its own beside it, and the answers of both are put together.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import BigInteger, ColumnElement, Engine, Text, and_, cast, func, or_, true
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from services import matching
from services.matching import insight
from services.matching.index import People, Vacancies
from services.matching.relief import Drop, drops, reliefs
from services.store.models import Change, Jobseeker, Vacancy
from services.unit_of_work import Work

Scored = list[tuple[int, int]]  # ids with scores, best first
JOBSEEKER, VACANCY = "jobseeker", "vacancy"
_AT_ONCE, _PORTION = 100, 20  # rows read, rows put (1 to 2 ms); others get their turn in between
_OWN = "search-own"


class Row(NamedTuple):
    """A jobseeker or vacancy that changed; no facts: it is not there, or not open."""

    kind: str
    key: int
    number: int
    facts: Mapping[str, Any] | None


class Position(NamedTuple):
    """Where a transaction on PostgreSQL looks from.

    Every number below ``settled`` has ended, ``own`` is its own (None before it writes). Others it
    sees are below ``beyond``; what is higher came with a dump of another server, and is old.
    """

    settled: int
    own: int | None
    beyond: int


def rules(work: Work) -> matching.Rules:
    """The weights and limits of this region."""
    return matching.Rules(**work.region.matching)


async def people_for(
    work: Work, demands: matching.Demands, top: int, leave: Collection[int] = ()
) -> Scored:
    """The open jobseekers who fit a vacancy best, without those in ``leave``."""
    layers = await _layers(work)
    found = [each.people.best(demands, top, leave=(*leave, *each.hidden_people)) for each in layers]
    return _merged(found, top)


async def vacancies_for(
    work: Work, profile: matching.Profile, top: int, leave: Collection[int] = ()
) -> Scored:
    """The open vacancies that fit a jobseeker best, without those in ``leave``."""
    layers = await _layers(work)
    found = [
        each.vacancies.best(profile, top, leave=(*leave, *each.hidden_vacancies)) for each in layers
    ]
    return _merged(found, top)


async def what_if(
    work: Work, demands: matching.Demands, changed: Sequence[Drop] | None = None
) -> tuple[int, list[matching.Relief]]:
    """How many open jobseekers fit, and how many more without each demand; as `matching.what_if`.

    ``changed`` are other ways to ask less, such as `matching.softer`.
    """
    less = drops(demands) if changed is None else list(changed)
    now, counts = await _counted(work, demands, less)
    return now, reliefs(less, [count - now for count in counts])


async def unusual(work: Work, demands: matching.Demands) -> list[matching.Unusual]:
    """Demands that few of the people meet for whom the work fits, the rarest first."""
    asked = insight.apart(demands)
    _, counts = await _counted(work, demands, asked)
    return insight.unusual(asked, counts)


async def carving(work: Work, demands: matching.Demands) -> matching.Carving | None:
    """Which tasks could be carved off, so that the rest fits people who are there (CAR-04)."""
    ways = insight.carvings(demands)
    less: list[Drop] = [("", None, then) for _, then in ways]
    now, counts = await _counted(work, demands, less)
    return insight.carve(demands, now, [way for way, _ in ways], counts)


async def _counted(
    work: Work, demands: matching.Demands, changed: Sequence[Drop]
) -> tuple[int, list[int]]:
    """How many open jobseekers fit these demands, and how many each of the changed ones.

    The changed ones ask less: who fits now fits them too.
    """
    counts = [
        each.people.count(demands, changed, each.hidden_people) for each in await _layers(work)
    ]
    now = sum(each for each, _ in counts)
    return now, [now + sum(more) for more in zip(*(more for _, more in counts), strict=True)]


async def warm(work: Work) -> None:
    """Build the index now, so that nobody waits for it later."""
    await _layers(work)


def _merged(found: Iterable[Scored], top: int) -> Scored:
    both = [each for scored in found for each in scored]
    return sorted(both, key=lambda each: (-each[1], each[0]))[:top]


@dataclass
class _Layer:
    """An index, and the keys in it that a later layer knows better."""

    people: People
    vacancies: Vacancies
    hidden_people: Collection[int] = ()
    hidden_vacancies: Collection[int] = ()


@dataclass
class _Indexed:
    """Both indexes, and what was put into them lately."""

    rules: matching.Rules
    people: People = field(init=False)
    vacancies: Vacancies = field(init=False)
    lately: dict[tuple[str, int], Row] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.people, self.vacancies = People(self.rules), Vacancies(self.rules)

    def take(self, rows: Sequence[Row]) -> None:
        """Bring both up to date with these rows, which are all that was changed lately."""
        for row in rows:
            if self.lately.get((row.kind, row.key)) != row:
                self.put(row)
        self.lately = {(row.kind, row.key): row for row in rows}

    def put(self, row: Row) -> None:
        """Add, replace or remove one."""
        index = self.people if row.kind == JOBSEEKER else self.vacancies
        if row.facts is None:
            index.remove(row.key)
        else:
            index.put(row.key, row.facts)


@dataclass
class _Held(_Indexed):
    """What this process holds for one database.

    ``outside`` connects anew each time, beside the pool: it shows only what was committed, and who
    waits for us may hold the pool's last connection.
    """

    outside: AsyncEngine = field(kw_only=True)
    position: int | None = None  # None: not built yet
    busy: asyncio.Lock = field(default_factory=asyncio.Lock)


_HELD: WeakKeyDictionary[Engine, _Held] = WeakKeyDictionary()


async def _layers(work: Work) -> list[_Layer]:
    """The shared index, up to date, and what this transaction changed itself."""
    held = _held(work)
    await work.tx.flush()
    async with held.busy:
        if held.position is None:
            await _build(held)
        own = await _catch_up(work.tx, held)
    if not own:
        return [_Layer(held.people, held.vacancies)]
    mine: _Indexed | None = work.tx.info.get(_OWN)
    if mine is None or mine.rules != held.rules:
        mine = work.tx.info[_OWN] = _Indexed(held.rules)
    taken_back = mine.lately.keys() - {(row.kind, row.key) for row in own}
    mine.take([*own, *(Row(kind, key, 0, None) for kind, key in taken_back)])
    people = [row.key for row in own if row.kind == JOBSEEKER]
    vacancies = [row.key for row in own if row.kind == VACANCY]
    return [
        _Layer(held.people, held.vacancies, people, vacancies),
        _Layer(mine.people, mine.vacancies),
    ]


def _held(work: Work) -> _Held:
    engine, now = work.tx.sync_session.get_bind().engine, rules(work)
    held = _HELD.get(engine)
    if held is None or held.rules != now:
        outside = create_async_engine(engine.url, poolclass=NullPool, hide_parameters=True)
        held = _HELD[engine] = _Held(now, outside=outside)
    return held


async def _catch_up(tx: AsyncSession, held: _Held) -> list[Row]:
    """Take in what was committed; returns what this transaction changed and did not commit yet."""
    if not _is_sqlite(tx):
        at = await _position(tx)
        known = or_(col(Change.number) < at.beyond, col(Change.number) == at.own)
        rows = await _changed(tx, held.position or 0, known)
        held.take([row for row in rows if row.number != at.own])
        held.position = at.settled
        return [row for row in rows if row.number == at.own]
    rows = await _changed(tx, held.position or 0)
    if not rows:
        return []
    async with AsyncSession(held.outside, autoflush=False) as plain:
        committed = await _changed(plain, held.position or 0)
    held.take(committed)
    held.position = max((row.number + 1 for row in committed), default=held.position)
    return [row for row in rows if row.number >= (held.position or 0)]


async def _position(tx: AsyncSession) -> Position:
    snapshot, number = func.pg_current_snapshot(), func.pg_current_xact_id_if_assigned()
    parts = (func.pg_snapshot_xmin(snapshot), number, func.pg_snapshot_xmax(snapshot))
    columns: Any = [cast(cast(part, Text), BigInteger) for part in parts]
    return Position(*(await tx.exec(select(*columns))).one())


async def _changed(
    tx: AsyncSession, since: int, known: ColumnElement[bool] | None = None
) -> list[Row]:
    """Everything with a number from ``since`` on, as this transaction sees it, oldest first."""
    columns: Any = (
        *(Change.kind, Change.key, Change.number),
        func.coalesce(Jobseeker.status, Vacancy.status),
        *(Jobseeker.profile, Vacancy.demands),
    )
    query = (
        select(*columns)
        .join(Jobseeker, _is(JOBSEEKER, Jobseeker.person_id), isouter=True)
        .join(Vacancy, _is(VACANCY, Vacancy.id), isouter=True)
        .where(col(Change.number) >= since, true() if known is None else known)
        .order_by(col(Change.number), col(Change.key))
    )
    return [
        Row(kind, key, number, _open(status, profile if kind == JOBSEEKER else demands))
        for kind, key, number, status, profile, demands in await tx.exec(query)
    ]


def _is(kind: str, key: Any) -> ColumnElement[bool]:
    return and_(col(Change.kind) == kind, col(key) == col(Change.key))


def _open(status: str | None, facts: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """What matching may read; no mediation during a strike or lockout (Wet SUWI art. 31a)."""
    return facts if status == "open" and facts is not None and not facts.get("strike") else None


async def _build(held: _Held) -> None:
    """Read everything that was committed, in portions; what was broken off leaves no trace."""
    new = _Indexed(held.rules)
    async with AsyncSession(held.outside, autoflush=False) as plain:
        if _is_sqlite(plain):
            newest = (await plain.exec(select(func.max(Change.number)))).one()
            position = (newest or 0) + 1
        else:
            position = (await _position(plain)).settled
        for kind, query in (
            (JOBSEEKER, select(Jobseeker.person_id, Jobseeker.status, Jobseeker.profile)),
            (VACANCY, select(Vacancy.id, Vacancy.status, Vacancy.demands)),
        ):
            rows = await plain.stream(query)
            async for some in rows.partitions(_AT_ONCE):
                for place, (key, status, facts) in enumerate(some):
                    new.put(Row(kind, key, 0, _open(status, facts)))
                    if place % _PORTION == 0:
                        await asyncio.sleep(0)
    held.people, held.vacancies, held.position = new.people, new.vacancies, position


def _is_sqlite(tx: AsyncSession) -> bool:
    return tx.sync_session.get_bind().dialect.name == "sqlite"
