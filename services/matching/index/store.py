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
            slots, total, cap = self._judge(ask, self._within(ask, floor, closed), floor)
            closed[slots] = True
            score = self.bounds.score(total & ((1 << BLOCK) - 1), cap)
            good = (total < 1 << BLOCK) & (score >= least)
            keys.append(self._keys[slots[good]])
            scores.append(score[good])
            if top is not None and sum(int((each >= floor).sum()) for each in scores) >= top:
                break
        all_keys, all_scores = np.concatenate(keys), np.concatenate(scores)
        order = np.lexsort((all_keys, -all_scores))[:top]
        return list(zip(all_keys[order].tolist(), all_scores[order].tolist(), strict=True))

    def _judge(self, ask: A, slots: Ints, floor: int) -> tuple[Ints, Numbers, Numbers]:
        """Packed points and caps of those of these rows that may reach a score of ``floor``."""
        tie = self._tie(ask, slots)
        total, cap = self.bounds.points(tie), self.bounds.cap(tie)
        near = self.bounds.most(tie) >= floor
        slots, total, cap, tie = slots[near], total[near], cap[near], tie.take(near)
        for field in range(len(FIELDS)):
            total = total + self._judged(ask, field, slots)
        able = total < 1 << BLOCK
        able[able] = self.bounds.score(total[able], cap[able], self.rules.skills) >= floor
        slots, total, cap = slots[able], total[able], cap[able]
        return slots, total + self._skills(ask, slots, tie.skilled[able]), cap

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


def nearest(lists: Lists, near: Any, slots: Ints) -> Any:
    """The highest of the numbers in ``near`` that the codes of each slot lead to."""
    if not len(slots):
        return np.zeros(0)
    flat, starts = lists.of(slots)
    return np.maximum.reduceat(near[flat], starts)
