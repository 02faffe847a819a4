"""The tie between a person and the work: occupation and wish, and what they allow at most.

Occupation and wish decide most of a score, so they also tell who cannot reach one: whatever else
somebody is and can, the score is at most `Bounds.most` of their tie. Only who can reach what is
looked for is judged any further.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from services.matching.index.columns import Codes, Flags, Numbers, Shares
from services.matching.index.judging import BLOCK, OUT_OF, out_of, points_of
from services.matching.model import Part, Rules, percentage
from services.matching.work import related

NONE, DONE, WANTED = range(3)  # what is known of somebody's work: the most telling of the two
OUT_OF_REACH = 2.0


class Nearness:
    """How near each occupation that occurs is to a given one; each pair is compared once."""

    def __init__(self, codes: Codes) -> None:
        self._codes = codes
        self._rows: dict[str, Shares] = {}

    def to(self, occupations: Sequence[str]) -> Shares:
        """By the number of a code: how near it is to the nearest of these (0 to 1)."""
        near = np.zeros(len(self._codes))
        for occupation in occupations:
            near = np.maximum(near, self._row(occupation))
        return near

    def _row(self, occupation: str) -> Shares:
        row = self._rows.get(occupation)
        if row is None or len(row) < len(self._codes):
            known = 0 if row is None else len(row)
            row = np.zeros(0) if row is None else row
            new = [related(code, occupation) if code else 0 for code in self._codes.all[known:]]
            row = self._rows[occupation] = np.concatenate([row, new])
        return row


@dataclass
class Tie:
    """How near somebody's work is to what is asked, one row a pair; ``asks``: is any work asked?

    ``wanted`` and ``done`` are the nearness (0 to 1) of the occupations, ``kind`` is one of `NONE`,
    `DONE` and `WANTED`, ``skilled`` whether any skill is known.
    """

    wanted: Shares
    done: Shares
    kind: Numbers
    skilled: Flags
    asks: Flags

    def take(self, rows: Flags) -> Tie:
        """Only these rows."""
        kind, skilled, asks = self.kind[rows], self.skilled[rows], self.asks[rows]
        return Tie(self.wanted[rows], self.done[rows], kind, skilled, asks)


@cache
def _percentages() -> Numbers:
    """The score by points and out-of (0 to 100)."""
    whole = range(101)
    parts = [[Part("", p, o, "fits", "") for o in whole] for p in whole]
    return np.array([[percentage((part,)) for part in row] for row in parts], np.int32)


class Bounds:
    """Scores under some rules, and how high a tie to the work allows them to be."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._score = _percentages()
        self._rest = 100 - rules.occupation - rules.wish

    def points(self, tie: Tie) -> Numbers:
        """Points and out-of for occupation and wish, packed; see `judge_occupation`."""
        rules, wants = self.rules, tie.kind == WANTED
        by_work = tie.done * rules.for_done
        share = np.where((by_work > tie.wanted) | ~wants, by_work, tie.wanted)
        judged, wished = tie.asks & (tie.kind != NONE), tie.asks & wants
        occupation = np.rint(rules.occupation * share).astype(np.int32)
        wish = np.rint(rules.wish * tie.wanted).astype(np.int32)
        total = np.where(judged, occupation + (rules.occupation << OUT_OF), 0)
        total += np.where(wished, wish + (rules.wish << OUT_OF), 0)
        return total.astype(np.int32)

    def cap(self, tie: Tie) -> Numbers:
        """The highest score that what is known can carry."""
        rules = self.rules
        known = np.where(tie.skilled, rules.skills, 0)
        known = known + np.where(tie.asks & (tie.kind != NONE), rules.occupation, 0)
        known = known + np.where(tie.asks & (tie.kind == WANTED), rules.wish, 0)
        return np.where(known >= rules.enough_known, 100, known).astype(np.int32)

    def score(self, total: Numbers, cap: Numbers, more: int = 0) -> Numbers:
        """The scores of packed points if ``more`` points out of as many were added."""
        return np.minimum(self._score[points_of(total) + more, out_of(total) + more], cap)

    def may_reach(self, floor: int, total: Numbers, cap: Numbers, more: int) -> Flags:
        """Who breaks no limit and has a score of ``floor`` if ``more`` points are all won."""
        able = total < 1 << BLOCK
        able[able] = self.score(total[able], cap[able], more) >= floor
        return able

    def most(self, tie: Tie) -> Numbers:
        """The highest score that a tie allows: with everything else known and perfect."""
        return self.score(self.points(tie), self.cap(tie), self._rest)

    def reach(self, levels: Shares, floor: int, kind: int) -> tuple[float, float]:
        """From which nearness on a score is in reach, of work wanted and of work done.

        If the wanted work is at least as telling as the work done, the points are those of the
        wanted work alone; if not, it adds to the wish less than ``for_done`` times the nearness of
        the work done. So who reaches the floor has one occupation that reaches it by this rule.
        ``levels`` are the nearnesses that occur, ascending; `OUT_OF_REACH` is more than any.
        """
        nothing = np.zeros(len(levels))
        if kind != WANTED:
            return OUT_OF_REACH, self._first(floor, levels, ideal(nothing, levels, kind))
        by_done = np.minimum(levels * self.rules.for_done, 1)
        return (
            self._first(floor, levels, ideal(levels, nothing, kind)),
            self._first(floor, levels, ideal(by_done, levels, kind)),
        )

    def _first(self, floor: int, levels: Shares, tie: Tie) -> float:
        good = np.flatnonzero(self.most(tie) >= floor)
        return float(levels[good[0]]) if len(good) else OUT_OF_REACH


def ideal(wanted: Shares, done: Shares, kind: int, *, asks: bool = True) -> Tie:
    """Ties of people whose skills are known."""
    full = np.ones(len(wanted), np.bool_)
    return Tie(wanted, done, np.full(len(wanted), kind, np.int32), full, full & asks)
