"""How the index stores: numbers in arrays. Everything has a slot, a row number in every array."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Shares = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
_PLAIN = frozenset({str, int, float, bool, type(None)})


def frozen(value: Any) -> Hashable:
    """A stored value as a key of a dict: equal values give equal keys."""
    kind = type(value)  # quicker than isinstance, and this is most of the work of adding a row
    if kind in _PLAIN:
        return value  # type: ignore[no-any-return]
    if kind is list or kind is tuple:
        return tuple([frozen(each) for each in value])
    if isinstance(value, Mapping):
        return frozenset([(key, frozen(each)) for key, each in value.items()])
    return repr(value)


def longer(numbers: npt.NDArray[Any], size: int, fill: float = 0) -> npt.NDArray[Any]:
    """The same array with room for at least ``size`` along its last side; grows by a quarter."""
    have = numbers.shape[-1]
    if size <= have:
        return numbers
    grown = np.full((*numbers.shape[:-1], max(size, have + have // 4, 16)), fill, numbers.dtype)
    grown[..., :have] = numbers
    return grown


class Codes:
    """Words given numbers, from 1; 0 is no word at all."""

    def __init__(self) -> None:
        self.all: list[str] = [""]
        self._number: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.all)

    def add(self, code: str) -> int:
        """The number of a code, a new one if need be."""
        known = self._number.get(code)
        if known is None:
            known = self._number[code] = len(self.all)
            self.all.append(code)
        return known

    def find(self, code: str) -> int:
        """The number of a code, 0 if nobody used it."""
        return self._number.get(code, 0)


class Values:
    """Values that many share, such as "24 to 32 hours", each stored once."""

    def __init__(self) -> None:
        self.all: list[dict[str, Any]] = []
        self._number: dict[Hashable, int] = {}

    def add(self, value: dict[str, Any]) -> int:
        """The number of a value, a new one if need be."""
        key = frozen(value)
        known = self._number.get(key)
        if known is None:
            known = self._number[key] = len(self.all)
            self.all.append(value)
        return known


class Lists:
    """A short list of numbers for each slot; an empty list holds the number 0."""

    def __init__(self) -> None:
        self._pool = np.zeros(16, np.int32)
        self._start = np.zeros(0, np.int64)
        self._size = np.zeros(0, np.int32)
        self._used = 0

    def put(self, slot: int, numbers: Sequence[int]) -> None:
        """Replace the list of a slot, in its old place if it fits there."""
        numbers = numbers or (0,)
        size = len(numbers)
        if slot >= len(self._size):
            self._start, self._size = longer(self._start, slot + 1), longer(self._size, slot + 1)
        if size > self._size[slot]:
            self._pool = longer(self._pool, self._used + size)
            self._start[slot] = self._used
            self._used += size
        start = self._start[slot]
        self._pool[start : start + size] = numbers
        self._size[slot] = size

    def get(self, slot: int) -> list[int]:
        """The list of one slot."""
        start = self._start[slot]
        return [int(each) for each in self._pool[start : start + self._size[slot]] if each]

    def of(self, slots: Ints) -> tuple[Numbers, Ints]:
        """The lists of these slots behind one another, and where each begins."""
        sizes = self._size[slots]
        starts = np.cumsum(sizes, dtype=np.int64) - sizes
        where = np.repeat(self._start[slots] - starts, sizes)
        where += np.arange(len(where))
        return self._pool[where], starts

    def keep(self, slots: Ints) -> None:
        """Forget all other slots; these get the numbers 0, 1, 2, …"""
        flat, starts = self.of(slots)
        self._size, self._start = self._size[slots], starts
        self._pool, self._used = flat, len(flat)


class Postings:
    """For each code, the slots that have it: never too few, sometimes one that had it before."""

    def __init__(self) -> None:
        self._slots: dict[int, array[int]] = {}

    def add(self, code: int, slot: int) -> None:
        """This slot has this code."""
        found = self._slots.get(code)
        if found is None:
            found = self._slots[code] = array("i")
        found.append(slot)

    def mark(self, marks: Flags, codes: Iterable[int]) -> None:
        """Set the marks of all slots that have one of these codes."""
        for code in codes:
            found = self._slots.get(code)
            if found is not None:
                marks[np.frombuffer(found, np.int32)] = True
