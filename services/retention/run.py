"""The daily round: each line of the table, in portions, so that nobody waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, func, inspect, select, text, tuple_, update

from services import events, installation
from services.privacy import before
from services.retention import frozen, unused
from services.retention.model import Rule
from services.retention.table import RULES
from services.unit_of_work import Work

LOCK = 7_254_003  # any number that only this uses
LAST = "retention-day"  # the fact that tells when the last round was
RAN = "retention-ran"  # the event with the counts of a round

ERASED_BEFORE = "erased-before-0.2"  # a line of the report that no rule has

Entering = Callable[[], AbstractAsyncContextManager[Work]]


@dataclass
class Report:
    """What a round did: name of the line -> rows."""

    done: dict[str, int] = field(default_factory=dict)

    @property
    def lines(self) -> list[str]:
        """For whoever operates this: what, how many, what was done and by which period."""
        swept = self.done.get(ERASED_BEFORE, 0)
        return [
            f"{rule.name:24} {self.done.get(rule.name, 0):8}  {rule.does:9} {rule.period}"
            for rule in RULES
        ] + ([f"{ERASED_BEFORE:24} {swept:8}  empty"] if swept else [])


async def due(work: Work) -> bool:
    """Was there no round today yet? Whoever asks first is the one to do it."""
    today = work.today.isoformat()
    if not await _alone(work) or await installation.read(work, LAST) == today:
        return False
    await installation.write(work, LAST, today)
    await work.tx.flush()
    return True


async def carry_out(enter: Entering) -> Report:
    """A whole round; each portion is a transaction of its own, which `enter` opens."""
    report = Report()
    async with enter() as work:
        await unused.note_seen(work)
    if swept := await _swept(enter):
        report.done[ERASED_BEFORE] = swept
    for rule in RULES:
        removed = await _whole(enter, rule)
        if removed:
            report.done[rule.name] = removed
    async with enter() as work:
        await events.log(work, RAN, done=report.done)
    return report


async def _swept(enter: Entering) -> int:
    """Messages about people who were erased before release 0.2; nothing after the first round."""
    changed, after = 0, None
    while after != 0:
        async with enter() as work:
            found, after = await before.sweep(work, after or 0)
        changed += found
    return changed


async def _whole(enter: Entering, rule: Rule) -> int:
    removed, before = 0, None
    while True:
        async with enter() as work:
            keys = await _portion(work, rule)
        if keys and keys == before:
            raise RuntimeError(f"{rule.name}: the same rows were found again")
        removed, before = removed + len(keys), keys
        if len(keys) < rule.portion:
            return removed
        await asyncio.sleep(0)  # whoever waits goes first


async def preview(work: Work) -> Report:
    """How many rows each line finds now; what one line frees for another is not counted yet."""
    report = Report()
    for rule in RULES:
        query = _selecting(rule, func.count()).where(_condition(work, rule))
        report.done[rule.name] = int(
            (await (await work.tx.connection()).execute(query)).scalar_one()
        )
    return report


async def _portion(work: Work, rule: Rule) -> Sequence[Any]:
    """The next rows, dealt with; none when another process is at it."""
    if not await _alone(work):
        return ()
    key = inspect(rule.table).primary_key
    query = _selecting(rule, *key).where(_condition(work, rule)).order_by(*key)
    found = (await (await work.tx.connection()).execute(query.limit(rule.portion))).all()
    if not found:
        return ()
    keys = [tuple(row) for row in found]
    these = tuple_(*key).in_(keys) if len(key) > 1 else key[0].in_([each[0] for each in keys])
    if rule.counted:
        columns = [column.label(name) for name, column in _columns(rule).items()]
        counted = (
            (await (await work.tx.connection()).execute(select(*columns).where(these)))
            .mappings()
            .all()
        )
        await frozen.freeze(work, rule.name.removesuffix("-agreed"), counted)
    await _do(work, rule, these, keys)
    return keys


def _columns(rule: Rule) -> Mapping[str, Any]:
    return {
        name: column.expression if hasattr(column, "expression") else column
        for name, column in rule.counted.items()
    }


async def _do(work: Work, rule: Rule, these: ColumnElement[bool], keys: Sequence[Any]) -> None:
    if rule.act is not None:
        for (number,) in keys:
            await rule.act(work, number)
        return
    if rule.does == "empty":
        change = update(rule.table).where(these).values(**rule.values)
        await (await work.tx.connection()).execute(
            change.execution_options(synchronize_session=False)
        )
        return
    ids = [each[0] for each in keys]
    for column in rule.children:
        child = delete(column.class_).where(column.in_(ids))
        await (await work.tx.connection()).execute(
            child.execution_options(synchronize_session=False)
        )
    for column in rule.unlinks:
        freed = update(column.class_).where(column.in_(ids)).values({column.key: None})
        await (await work.tx.connection()).execute(
            freed.execution_options(synchronize_session=False)
        )
    gone = delete(rule.table).where(these)
    await (await work.tx.connection()).execute(gone.execution_options(synchronize_session=False))


def _condition(work: Work, rule: Rule) -> ColumnElement[bool]:
    days = getattr(work.region.retention, rule.period)
    return rule.rows(work, work.now - timedelta(days=days))


def _selecting(rule: Rule, *columns: Any) -> Any:
    query = select(*columns).select_from(rule.table)
    return query.join(*rule.joins) if rule.joins else query


async def _alone(work: Work) -> bool:
    """One process at a time: two would count the same rows twice."""
    if work.tx.get_bind().dialect.name != "postgresql":
        return True
    query = text("SELECT pg_try_advisory_xact_lock(:lock)").bindparams(lock=LOCK)
    return bool((await (await work.tx.connection()).execute(query)).scalar())
