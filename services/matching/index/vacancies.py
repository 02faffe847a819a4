"""Vacancies, to find what fits a jobseeker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from services.matching.fitting import RULES
from services.matching.index.columns import (
    Codes,
    Flags,
    Ints,
    Lists,
    Numbers,
    Postings,
    Shares,
    longer,
)
from services.matching.index.judging import FIELDS, OUT_OF, Value, tables
from services.matching.index.people import costs
from services.matching.index.store import Ask, Index, Record, nearest
from services.matching.index.tie import DONE, NONE, WANTED, Nearness, Tie, ideal
from services.matching.model import Rules
from services.matching.parts import understood
from services.matching.work import has_skills, learned_at_work

Gap = tuple[str, int, int]  # a skill, what it costs when probable, and when lacking


@dataclass
class Offer(Ask):
    """What a jobseeker brings.

    ``wanted`` and ``done`` tell by the number of an occupation how near it is to theirs, ``losses``
    by the number of a gap what it costs them.
    """

    kind: int
    skilled: bool
    wanted: Shares
    done: Shares
    losses: Ints


class Vacancies(Index[Offer]):
    """Vacancies by their id."""

    def __init__(self, rules: Rules = RULES) -> None:
        super().__init__(rules)
        self.tables = tables(rules, self.values, of_people=False)
        self._occupations = Codes()
        self._nearness = Nearness(self._occupations)
        self._asked, self._wished = Lists(), Lists()
        self._posted = Postings()
        self._asks = np.zeros(0, np.bool_)
        self._gaps: list[Gap] = [("", 0, 0)]
        self._gap_numbers: dict[Gap, int] = {}

    def _of(self, record: Record) -> Iterator[Value]:
        for field in FIELDS:
            yield field.of_vacancy(record)

    def _store(self, slot: int, record: Record, *, new: bool) -> None:
        self._asks = longer(self._asks, slot + 1)
        asked = [self._occupations.add(code) for code in understood(record.get("occupation")) or ()]
        for code in set(asked) - set(() if new else self._asked.get(slot)):
            self._posted.add(code, slot)
        self._asks[slot] = bool(asked)
        self._asked.put(slot, asked)
        wished = costs(record, self.rules)
        self._wished.put(slot, [self._gap((code, *each[1:])) for code, each in wished.items()])

    def _gap(self, gap: Gap) -> int:
        number = self._gap_numbers.setdefault(gap, len(self._gaps))
        if number == len(self._gaps):
            self._gaps.append(gap)
        return number

    def _keep(self, slots: Ints) -> None:
        self._asked.keep(slots)
        self._wished.keep(slots)
        self._asks, self._posted = self._asks[slots], Postings()
        for slot in range(len(slots)):
            for code in self._asked.get(slot):
                self._posted.add(code, slot)

    def _ask(self, record: Record) -> Offer:
        wanted, done = (understood(record.get(each)) or [] for each in ("wanted", "done"))
        return Offer(
            [field.of_person(record) for field in FIELDS],
            WANTED if wanted else DONE if done else NONE,
            has_skills(record),
            self._nearness.to(wanted),
            self._nearness.to(done),
            self._losses(record),
        )

    def _losses(self, record: Record) -> Ints:
        own, probable = set(understood(record.get("skills")) or ()), learned_at_work(record)
        return np.array(
            [
                0 if skill in own else may if skill in probable else lacks
                for skill, may, lacks in self._gaps
            ]
        )

    def _reach(self, ask: Offer, floor: int, marks: Flags) -> None:
        asks = self._asks[: len(marks)]
        for asked in (False, True):
            tie = ideal(np.zeros(1), np.zeros(1), NONE if asked else ask.kind, asks=asked)
            if (not asked or ask.kind == NONE) and self.bounds.most(tie)[0] >= floor:
                marks[asks == asked] = True
        if ask.kind == NONE:
            return
        levels = np.unique(np.concatenate([ask.wanted, ask.done]))
        wanted, done = self.bounds.reach(levels, floor, ask.kind)
        if min(wanted, done) <= 0:
            marks[asks] = True
            return
        near = (ask.wanted >= wanted) | (ask.done >= done)
        self._posted.mark(marks, np.flatnonzero(near).tolist())

    def _tie(self, ask: Offer, slots: Ints) -> Tie:
        wanted, done = (nearest(self._asked, each, slots) for each in (ask.wanted, ask.done))
        kind = np.full(len(slots), ask.kind, np.int32)
        return Tie(wanted, done, kind, np.full(len(slots), ask.skilled), self._asks[slots])

    def _skills(self, ask: Offer, slots: Ints, skilled: Flags) -> Numbers:
        if not len(slots):
            return np.zeros(0, np.int32)
        flat, starts = self._wished.of(slots)
        points = self._skill_points(np.add.reduceat(ask.losses[flat], starts), skilled)
        weight = self.rules.skills
        free = flat[starts] == 0
        return np.where(free, weight + (weight << OUT_OF), points).astype(np.int32)
