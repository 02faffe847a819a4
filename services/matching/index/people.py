"""Jobseekers, to find who fits a vacancy and how many would fit if it asked less."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from services import places, vocabulary
from services.matching.fitting import RULES
from services.matching.index.columns import (
    Codes,
    Flags,
    Ints,
    Lists,
    Numbers,
    Postings,
    Shares,
    frozen,
    longer,
)
from services.matching.index.judging import BLOCK, FIELDS, OUT_OF, Value, tables
from services.matching.index.store import Ask, Index, Record, nearest
from services.matching.index.tie import DONE, NONE, WANTED, Nearness, Tie, ideal
from services.matching.model import Demands, Relief, Rules
from services.matching.parts import understood
from services.matching.relief import Drop, drops, reliefs
from services.matching.work import cost, lack, wished

_TRAVEL = next(bit for bit, field in enumerate(FIELDS) if field.name == "travel")
_AT_ONCE = 62  # skills that fit into the bits of one number
_UNMEASURED, _NOWHERE = -1, -2  # minutes of a journey not looked up yet, or that nobody knows


@dataclass
class Asked(Ask):
    """What a vacancy asks of everybody.

    ``near`` tells by the number of an occupation how near it is, ``costs`` what each skill asked
    costs if it is there, probable or lacking (millionths).
    """

    asks: bool
    near: Shares
    costs: dict[str, tuple[int, int, int]]


class People(Index[Asked]):
    """Jobseekers by their id; rows hold codes and numbers only, no names."""

    def __init__(self, rules: Rules = RULES) -> None:
        super().__init__(rules)
        self.tables = tables(rules, self.values, of_people=True)
        self._occupations, self._skill_codes = Codes(), Codes()
        self._nearness = Nearness(self._occupations)
        self._asked_by: dict[str, list[int]] = {}  # a skill: the occupations that ask it
        self._wanted, self._done, self._can = Lists(), Lists(), Lists()
        self._by_wish, self._by_both, self._by_work = Postings(), Postings(), Postings()
        self._kind = np.zeros(0, np.int32)
        self._skilled = np.zeros(0, np.bool_)
        self._limit = np.zeros(0)
        self._minutes: dict[str, Numbers] = {}

    def what_if(
        self, demands: Demands, changed: Sequence[Drop] | None = None
    ) -> tuple[int, list[Relief]]:
        """How many fit now, and how many more without each demand: as `matching.what_if`."""
        dropped = drops(demands) if changed is None else changed
        now, gained = self.count(demands, dropped)
        return now, reliefs(dropped, gained)

    def count(
        self, demands: Demands, changed: Sequence[Drop], leave: Collection[int] = ()
    ) -> tuple[int, list[int]]:
        """How many fit these demands, and how many others fit each of the changed ones.

        The changed demands must ask for the same occupations.
        """
        ask, floor = self._ask(demands), self.rules.threshold
        slots = self._within(ask, floor, self._closed(leave))
        tie = self._tie(ask, slots)
        near = self.bounds.most(tie) >= floor
        slots, tie = slots[near], tie.take(near)
        judged = [self._judged(ask, field, slots) for field in range(len(FIELDS))]
        states = self._states(list(ask.costs), slots)
        judged.append(self._skills_in(ask.costs, list(ask.costs), states, tie.skilled))
        total, cap = self.bounds.points(tie), self.bounds.cap(tie)
        for each in judged:
            total += each
        fits = self._accepted(total, cap)
        out = ~fits
        rest = _Rest(slots[out], total[out], cap[out], tie.skilled[out], [e[out] for e in judged])
        rest.states = states[:, out]
        return int(fits.sum()), [self._gained(ask, self._ask(less), rest) for *_, less in changed]

    def _gained(self, ask: Asked, less: Asked, rest: _Rest) -> int:
        """How many of the rest fit what is asked less."""
        total = rest.total.copy()
        for field, (one, other) in enumerate(zip(ask.values, less.values, strict=True)):
            if frozen(one) != frozen(other):
                total += self._judged(less, field, rest.slots) - rest.judged[field]
        if less.costs != ask.costs:
            skills = self._skills_in(less.costs, list(ask.costs), rest.states, rest.skilled)
            total += skills - rest.judged[-1]
        return int(self._accepted(total, rest.cap).sum())

    def _accepted(self, total: Numbers, cap: Numbers) -> Flags:
        return self.bounds.may_reach(self.rules.threshold, total, cap, 0)

    # Rows.

    def _of(self, record: Record) -> Iterator[Value]:
        for field in FIELDS:
            yield field.of_person(record) if field.name != "travel" else _journey(record)

    def _store(self, slot: int, record: Record, *, new: bool) -> None:
        if slot >= len(self._kind):
            self._kind, self._limit = longer(self._kind, slot + 1), longer(self._limit, slot + 1)
            self._skilled = longer(self._skilled, slot + 1)
        wanted = [self._occupation(code) for code in understood(record.get("wanted")) or ()]
        done_codes = understood(record.get("done")) or ()
        done = [self._occupation(code) for code in done_codes]
        can = understood(record.get("skills"))
        kind = WANTED if wanted else DONE if done else NONE
        before = (NONE, [], []) if new else self._before(slot)
        self._post(slot, before, (kind, wanted, done))
        self._wanted.put(slot, wanted)
        self._done.put(slot, done)
        self._can.put(slot, [self._skill_codes.add(code) for code in can or ()])
        limit = record.get("limit")
        self._kind[slot], self._limit[slot] = kind, np.nan if limit is None else limit
        self._skilled[slot] = can is not None or any(vocabulary.skills_of(c)[0] for c in done_codes)

    def _before(self, slot: int) -> tuple[int, list[int], list[int]]:
        return int(self._kind[slot]), self._wanted.get(slot), self._done.get(slot)

    def _post(self, slot: int, before: Any, after: Any) -> None:
        """Note under each occupation who has it, unless it is noted already."""
        for code in set(after[1]) - set(before[1]):
            self._by_wish.add(code, slot)
        known = before[2] if before[0] == after[0] else ()
        for code in set(after[2]) - set(known):
            (self._by_both if after[0] == WANTED else self._by_work).add(code, slot)

    def _occupation(self, code: str) -> int:
        known = len(self._occupations)
        number = self._occupations.add(code)
        if number == known:
            for skill in set(vocabulary.skills_of(code)[0]):
                self._asked_by.setdefault(skill, []).append(number)
        return number

    def _keep(self, slots: Ints) -> None:
        for lists in (self._wanted, self._done, self._can):
            lists.keep(slots)
        self._kind, self._limit = self._kind[slots], self._limit[slots]
        self._skilled = self._skilled[slots]
        self._by_wish, self._by_both, self._by_work = Postings(), Postings(), Postings()
        for slot in range(len(slots)):
            self._post(slot, (NONE, [], []), self._before(slot))

    # Queries.

    def _ask(self, record: Record) -> Asked:
        asked = understood(record.get("occupation")) or []
        return Asked(
            [field.of_vacancy(record) for field in FIELDS],
            bool(asked),
            self._nearness.to(asked),
            costs(record, self.rules),
        )

    def _reach(self, ask: Asked, floor: int, marks: Flags) -> None:
        kind = self._kind[: len(marks)]
        none = ideal(np.zeros(1), np.zeros(1), NONE, asks=ask.asks)
        if self.bounds.most(none)[0] >= floor:
            marks[kind == NONE if ask.asks else slice(None)] = True
        if not ask.asks:
            return
        levels = np.unique(ask.near)
        wanted, both = self.bounds.reach(levels, floor, WANTED)
        _, done = self.bounds.reach(levels, floor, DONE)
        if min(wanted, both) <= 0:
            marks[kind == WANTED] = True
        if done <= 0:
            marks[kind == DONE] = True
        for postings, level in (
            (self._by_wish, wanted),
            (self._by_both, both),
            (self._by_work, done),
        ):
            if level > 0:
                postings.mark(marks, np.flatnonzero(ask.near >= level).tolist())

    def _tie(self, ask: Asked, slots: Ints) -> Tie:
        wanted, done = (nearest(each, ask.near, slots) for each in (self._wanted, self._done))
        asks = np.full(len(slots), ask.asks)
        return Tie(wanted, done, self._kind[slots], self._skilled[slots], asks)

    def _judged(self, ask: Asked, field: int, slots: Ints) -> Numbers:
        return self._travel(ask, slots) if field == _TRAVEL else super()._judged(ask, field, slots)

    def _travel(self, ask: Asked, slots: Ints) -> Numbers:
        """As `judge_travel`: minutes by home and means, then everybody's own limit."""
        minutes = self._minutes_to(ask.values[_TRAVEL].get("place") or "", slots)
        weight, limit = self.rules.travel, self._limit[slots]
        over = minutes - limit
        judged = np.where(over <= 0, weight, 0) + (weight << OUT_OF)
        judged += (over > self.rules.travel_tolerance) * (1 << (BLOCK + _TRAVEL))
        return np.where((minutes == _NOWHERE) | np.isnan(limit), 0, judged).astype(np.int32)

    def _minutes_to(self, place: str, slots: Ints) -> Numbers:
        numbers, journeys = self._numbers[_TRAVEL, slots], self.values[_TRAVEL].all
        known = longer(self._minutes.get(place, np.zeros(0, np.int32)), len(journeys), _UNMEASURED)
        self._minutes[place] = known
        minutes: Numbers = known[numbers]
        if (minutes.size and minutes.min() == _NOWHERE) or (minutes == _UNMEASURED).any():
            new = np.unique(numbers[minutes == _UNMEASURED])
            known[new] = _measured(place, [journeys[number] for number in new])
            minutes = known[numbers]
        return minutes

    def _skills(self, ask: Asked, slots: Ints, skilled: Flags) -> Numbers:
        codes = list(ask.costs)
        return self._skills_in(ask.costs, codes, self._states(codes, slots), skilled)

    def _skills_in(
        self,
        costs: dict[str, tuple[int, int, int]],
        codes: list[str],
        states: Numbers,
        skilled: Flags,
    ) -> Numbers:
        """Packed points by what each skill costs in each state; see `judge_skills`."""
        weight = self.rules.skills
        if not costs:
            return np.full(len(skilled), weight + (weight << OUT_OF), np.int32)
        loss = np.zeros(len(skilled), np.int64)
        for code, state in zip(codes, states, strict=True):
            if code in costs:
                loss += np.array(costs[code])[state]
        return self._skill_points(loss, skilled)

    def _states(self, codes: list[str], slots: Ints) -> Any:
        """For each skill a row: 0 where the person has it, 1 where it is probable, 2 otherwise."""
        states = np.full((len(codes), len(slots)), 2, np.int8)
        if not len(slots):
            return states
        for first in range(0, len(codes), _AT_ONCE):
            some = codes[first : first + _AT_ONCE]
            by_code = np.zeros(len(self._skill_codes), np.int64)
            by_work = np.zeros(len(self._occupations), np.int64)
            for bit, code in enumerate(some):
                by_code[self._skill_codes.find(code)] |= 1 << bit
                by_work[self._asked_by.get(code, [])] |= 1 << bit
            by_code[0] = 0
            has, may = (
                self._bits(*each, slots) for each in ((self._can, by_code), (self._done, by_work))
            )
            for bit in range(len(some)):
                states[first + bit][may >> bit & 1 > 0] = 1
                states[first + bit][has >> bit & 1 > 0] = 0
        return states

    @staticmethod
    def _bits(lists: Lists, bits: Ints, slots: Ints) -> Ints:
        flat, starts = lists.of(slots)
        return np.bitwise_or.reduceat(bits[flat], starts)


@dataclass
class _Rest:
    """Those who do not fit now, and what was found of them."""

    slots: Ints
    total: Numbers
    cap: Numbers
    skilled: Flags
    judged: list[Numbers]
    states: Any = None


def costs(demands: Demands, rules: Rules) -> dict[str, tuple[int, int, int]]:
    """What each skill that a vacancy asks or welcomes costs: there, probable, lacking."""
    must, welcome = wished(demands)
    shares = [(code, 1.0) for code in must] + [(code, rules.for_nice) for code in welcome]
    return {
        code: (0, cost("probable", rules, share), cost(lack(code, demands), rules, share))
        for code, share in shares
    }


def _journey(record: Record) -> Value:
    home, means = record.get("home"), record.get("travel") or ()
    return {"home": home, "travel": [each for each in means if each in places.MEANS]}


def _measured(place: str, journeys: list[Value]) -> list[int]:
    """The minutes of each journey by the fastest of its means."""
    work, known = places.place(place), dict[tuple[str, str], int]()

    def minutes(home: str, means: str) -> int:
        found = known.get((home, means))
        if found is None:
            start = places.place(home)
            there = places.travel_minutes(start, work, means) if start and work else _NOWHERE
            found = known[home, means] = there
        return found

    return [
        min((minutes(each["home"] or "", means) for means in each["travel"]), default=_NOWHERE)
        for each in journeys
    ]
