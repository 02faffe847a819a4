"""What the judges say, as tables: for each value that occurs, the points it gets.

The index has no rules of its own. It asks the judges of `services.matching` once for every pair
of values (24–32 hours against 16–20 hours), keeps what they said as one number, and looks it up
for everybody who said the same. Added up, the numbers of all parts are points, out-of and blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

import numpy as np

from services.matching import limits
from services.matching.index.columns import Ints, Numbers, Values, frozen, longer
from services.matching.model import Demands, Finding, Profile, Rules

Value = dict[str, Any]
OUT_OF, BLOCK = 8, 16  # bits: points below, then out-of, then one bit for each hard limit
_UNASKED = -1  # no judge was asked yet
_MOST_TABLES = 4000


@dataclass(frozen=True)
class Field:
    """One thing that is judged by itself, and what of either side its judge reads."""

    name: str
    judge: Callable[[Profile, Demands, Rules], Finding]
    of_person: Callable[[Profile], Value]
    of_vacancy: Callable[[Demands], Value]


def _only(*keys: str) -> Callable[[Profile], Value]:
    return lambda side: {key: side[key] for key in keys if side.get(key) is not None}


def _dutch(side: Profile) -> Value:
    known = limits.dutch(side)
    return {} if known is None else {"dutch": limits.HOW_WELL[known]}


def _asked_dutch(demands: Demands) -> Value:
    little = "little-dutch" in (demands.get("open_to") or ())
    return _dutch(demands) | ({"open_to": ["little-dutch"]} if little else {})


def _asked_languages(demands: Demands) -> Value:
    asked = limits.other_languages(demands)
    return {"languages": asked} if asked else {}


def _level(side: Profile) -> Value:
    known = limits.level(side)
    return {} if known is None else {"level": known}


_hours, _times, _start = _only("hours"), _only("times"), _only("start")
_licences, _contract = _only("licences"), _only("contract")
FIELDS = (
    Field("hours", limits.judge_hours, _hours, _hours),
    Field("times", limits.judge_times, _times, _times),
    Field("start", limits.judge_start, _start, _start),
    Field("licence", limits.judge_licence, _licences, _licences),
    Field("dutch", limits.judge_dutch, _dutch, _asked_dutch),
    Field("level", limits.judge_level, _level, _level),
    Field("languages", limits.judge_languages, _only("languages"), _asked_languages),
    Field("contract", limits.judge_contract, _contract, _contract),
    Field("travel", limits.judge_travel, _only("home", "travel", "limit"), _only("place")),
)


def packed(finding: Finding, bit: int) -> int:
    """A finding as one number; findings of different judges may be added up."""
    points = sum(part.points for part in finding.parts)
    out_of = sum(part.out_of for part in finding.parts)
    return points + (out_of << OUT_OF) + (bool(finding.blocks) << (BLOCK + bit))


class Tables:
    """What one judge says of all values on one side, for each value on the other side."""

    def __init__(self, judge: Callable[[Value, Value], int], values: Values) -> None:
        self._judge, self._values = judge, values
        self._tables: dict[Hashable, Numbers] = {}

    def look_up(self, asked: Value, numbers: Numbers) -> Numbers:
        """What the judge says of these numbers of values; only what is new is judged."""
        key = frozen(asked)
        table = self._tables.get(key)
        if table is None or len(table) < len(self._values.all):
            if len(self._tables) >= _MOST_TABLES:
                self._tables.clear()
            table = np.zeros(0, np.int32) if table is None else table
            table = self._tables[key] = longer(table, len(self._values.all), _UNASKED)
        found = table[numbers]
        if found.size and found.min() == _UNASKED:
            for number in np.unique(numbers[found == _UNASKED]):
                table[number] = self._judge(asked, self._values.all[number])
            found = table[numbers]
        return found


def tables(rules: Rules, values: list[Values], *, of_people: bool) -> list[Tables]:
    """The tables of all fields: of people's values for a vacancy, or the other way round."""

    def make(bit: int, field: Field, own: Values) -> Tables:
        if of_people:
            return Tables(lambda asked, one: packed(field.judge(one, asked, rules), bit), own)
        return Tables(lambda asked, one: packed(field.judge(asked, one, rules), bit), own)

    return [make(bit, *each) for bit, each in enumerate(zip(FIELDS, values, strict=True))]


def points_of(total: Ints | Numbers) -> Numbers:
    """The points in packed numbers."""
    return total & 255


def out_of(total: Ints | Numbers) -> Numbers:
    """What those points are out of."""
    return (total >> OUT_OF) & 255
