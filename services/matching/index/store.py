"""What both indexes have in common: keeping rows, and finding the best without judging all."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np

from services.matching.fitting import RULES
from services.matching.index.columns import Flags, Ints, Lists, Numbers, Values, longer
from services.matching.index.judging import BLOCK, FIELDS, OUT_OF, Tables, Value
from services.matching.index.tie import Bounds, Tie
from services.matching.model import Rules

_FLOORS = (90, 75)  # scores tried first: who cannot reach them need not be judged
_MANY = 5000  # rows; with fewer it is quicker to judge all who may reach the threshold at once
_PORTION = 1 << 14  # rows judged at once; the best so far tell what the next must reach
_FIRST, _NEXT, _LAST = range(2), range(2, 5), range(5, len(FIELDS))  # fields, by what they block
_SPARE = 1024  # rows of people who left, before they are cleared away
Record = Mapping[str, Any]


@dataclass
class Ask:
    """What one query asks of everybody: a value for each of `FIELDS`."""

    values: list[Value]


A = TypeVar("A", bound=Ask)


class Index(ABC, Generic[A]):
    """Rows by their key, each a few numbers; kept up to date with `put` and `remove`.

    Everything found is exactly what `fit` gives for each pair under the same rules.
    """

    tables: list[Tables]

    def __init__(self, rules: Rules = RULES) -> None:
        self.rules, self.bounds = rules, Bounds(rules)
        self.values = [Values() for _ in FIELDS]
        self._numbers = np.zeros((len(FIELDS), 0), np.int32)
        self._keys = np.zeros(0, np.int64)
        self._alive = np.zeros(0, np.bool_)
        self._slots: dict[int, int] = {}
        self._used = 0

    def __len__(self) -> int:
        return len(self._slots)

    def __contains__(self, key: int) -> bool:
        return key in self._slots

    def put(self, key: int, record: Record) -> None:
        """Add a row, or replace what was known under this key."""
        slot = self._slots.get(key)
        new = slot is None
        if slot is None:
            slot = self._new(key)
        numbers = [own.add(value) for own, value in zip(self.values, self._of(record), strict=True)]
        self._numbers[:, slot] = numbers
        self._store(slot, record, new=new)

    def remove(self, key: int) -> None:
        """Forget a row; it is no error if there is none."""
        slot = self._slots.pop(key, None)
        if slot is not None:
            self._alive[slot] = False
            if self._used > 2 * len(self._slots) + _SPARE:
                self._clear()

    def best(
        self,
        record: Record,
        top: int | None = None,
        at_least: int | None = None,
        leave: Collection[int] = (),
    ) -> list[tuple[int, int]]:
        """Keys with scores, best first, equals by key: no hard limit broken, score enough.

        ``at_least`` is a score (the threshold of the rules by default), ``top`` the most to
        return, ``leave`` are keys to pass over.
        """
        least = self.rules.threshold if at_least is None else at_least
        staged = top is not None and self._used > _MANY
        ask, closed = self._ask(record), self._closed(leave)
        keys, scores = [np.zeros(0, np.int64)], [np.zeros(0, np.int32)]
        for floor in (*(each for each in _FLOORS if staged and each > least), least):
            within = self._within(ask, floor, closed)
            for first in range(0, len(within), _PORTION):
                portion = within[first : first + _PORTION]
                slots, score = self._judge(ask, portion, max(floor, bar(scores, top)))
                closed[slots] = True
                keys.append(self._keys[slots[score >= least]])
                scores.append(score[score >= least])
            if bar(scores, top) >= floor:
                break  # nobody else can reach the score of the last of these
        all_keys, all_scores = np.concatenate(keys), np.concatenate(scores)
        order = np.lexsort((all_keys, -all_scores))[:top]
        return list(zip(all_keys[order].tolist(), all_scores[order].tolist(), strict=True))

    def _judge(self, ask: A, slots: Ints, floor: int) -> tuple[Ints, Numbers]:
        """The scores of those of these rows that break no limit and may reach ``floor``.

        What keeps most people out comes first, so that little is left for the rest.
        """
        total = self._sum(ask, _FIRST, slots)
        slots, total = slots[total < 1 << BLOCK], total[total < 1 << BLOCK]
        tie = self._tie(ask, slots)
        total, cap = total + self.bounds.points(tie), self.bounds.cap(tie)
        for some in (_NEXT, _LAST):
            able = self.bounds.may_reach(floor, total, cap, self._open(some))
            slots, total, cap, tie = slots[able], total[able], cap[able], tie.take(able)
            total = total + self._sum(ask, some, slots)
        able = self.bounds.may_reach(floor, total, cap, self.rules.skills)
        slots, total, cap, tie = slots[able], total[able], cap[able], tie.take(able)
        return slots, self.bounds.score(total + self._skills(ask, slots, tie.skilled), cap)

    def _sum(self, ask: A, fields: range, slots: Ints) -> Numbers:
        total = np.zeros(len(slots), np.int32)
        for field in fields:
            total += self._judged(ask, field, slots)
        return total

    def _open(self, fields: range) -> int:
        """The points that are still to be had from these fields on, with the skills."""
        weights: list[int] = [getattr(self.rules, each.name) for each in FIELDS[fields.start :]]
        return sum(weights) + self.rules.skills

    def _judged(self, ask: A, field: int, slots: Ints) -> Numbers:
        """What the judge of a field says of these rows, packed."""
        return self.tables[field].look_up(ask.values[field], self._numbers[field, slots])

    def _skill_points(self, loss: Ints, skilled: Flags) -> Numbers:
        """Packed points for skills, by the millionths lost; nothing where no skill is known."""
        weight = self.rules.skills
        points = np.rint(weight * np.maximum(0.0, 1 - loss / 1_000_000)).astype(np.int32)
        return np.where(skilled, points + (weight << OUT_OF), 0).astype(np.int32)

    def _closed(self, leave: Collection[int]) -> Flags:
        """Marks of the rows that are not there, and of those to be left."""
        closed = ~self._alive[: self._used]
        closed[[self._slots[key] for key in leave if key in self._slots]] = True
        return closed

    def _within(self, ask: A, floor: int, closed: Flags) -> Ints:
        """The open rows that may reach a score, and some that may not."""
        marks = np.zeros(self._used, np.bool_)
        self._reach(ask, floor, marks)
        return np.flatnonzero(marks & ~closed)

    def _new(self, key: int) -> int:
        slot = self._slots[key] = self._used
        self._used += 1
        self._numbers = longer(self._numbers, self._used)
        self._keys, self._alive = longer(self._keys, self._used), longer(self._alive, self._used)
        self._keys[slot], self._alive[slot] = key, True
        return slot

    def _clear(self) -> None:
        """Close the gaps that removed rows left."""
        slots = np.flatnonzero(self._alive[: self._used])
        self._numbers, self._keys = self._numbers[:, slots], self._keys[slots]
        self._alive, self._used = self._alive[slots], len(slots)
        self._slots = {int(key): slot for slot, key in enumerate(self._keys)}
        self._keep(slots)

    @abstractmethod
    def _of(self, record: Record) -> Iterator[Value]:
        """The value of each field of a row."""

    @abstractmethod
    def _store(self, slot: int, record: Record, *, new: bool) -> None:
        """Keep what else is needed of a row."""

    @abstractmethod
    def _keep(self, slots: Ints) -> None:
        """Forget all other slots; these get the numbers 0, 1, 2, …"""

    @abstractmethod
    def _ask(self, record: Record) -> A:
        """What a record of the other side asks."""

    @abstractmethod
    def _reach(self, ask: A, floor: int, marks: Flags) -> None:
        """Mark at least the rows that may reach a score."""

    @abstractmethod
    def _tie(self, ask: A, slots: Ints) -> Tie:
        """How these rows are tied to the work."""

    @abstractmethod
    def _skills(self, ask: A, slots: Ints, skilled: Flags) -> Numbers:
        """Packed points for the skills of these rows."""


def bar(scores: list[Numbers], top: int | None) -> int:
    """The score of the last of the best so many; -1 if there are fewer, or no such limit."""
    found = sum(map(len, scores))
    if top is None or top < 1 or found < top:
        return -1
    return int(np.partition(np.concatenate(scores), found - top)[found - top])


def nearest(lists: Lists, near: Any, slots: Ints) -> Any:
    """The highest of the numbers in ``near`` that the codes of each slot lead to."""
    if not len(slots):
        return np.zeros(0)
    flat, starts = lists.of(slots)
    return np.maximum.reduceat(near[flat], starts)
