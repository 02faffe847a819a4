"""What demands do to a vacancy together: which are unusual, and which tasks could be carved off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from services.matching.model import Demands
from services.matching.parts import understood
from services.matching.relief import Drop, named, without

FEW_MEET = 0.25  # of the people for whom the work fits: fewer, and a demand is unusual
ENOUGH_PEOPLE = 10  # with fewer people for the work, a share says nothing
MOST_CARVED = 3  # tasks that a colleague could take over
MOST_TASKS = 8  # that are looked at; the combinations of more would take long
WORTH_A_TASK = 0.25  # so much more people another task must bring, and at least…
AT_LEAST = 2
BARE = ""  # the name of the vacancy without any demand but the work, the place and the contract


@dataclass(frozen=True)
class Unusual:
    """A demand that only ``meet`` of the ``people`` meet for whom the work itself fits."""

    demand: str
    code: str | None
    meet: int
    people: int


@dataclass(frozen=True)
class Carving:
    """Functiecreatie: without these tasks ``then`` people fit instead of ``now``.

    ``tasks`` are demands by field and code: skills ("must") and licences. ``left`` are the tasks
    that stay with the vacancy.
    """

    tasks: tuple[tuple[str, str], ...]
    left: tuple[tuple[str, str], ...]
    now: int
    then: int


def apart(demands: Demands) -> list[Drop]:
    """The vacancy without any demand (`BARE`), and with each demand as its only one."""
    every = list(named(demands))
    bare = _without_all(demands, every)
    alone = [
        (*each, _without_all(demands, [other for other in every if other != each]))
        for each in every
    ]
    return [(BARE, None, bare), *alone]


def unusual(asked: Sequence[Drop], counts: Sequence[int]) -> list[Unusual]:
    """The demands of `apart` that few people meet, the rarest first; counts as `apart` orders."""
    people = counts[0] if counts else 0
    if people < ENOUGH_PEOPLE:
        return []
    found = [
        Unusual(drop[0], drop[1], meet, people)
        for drop, meet in zip(asked[1:], counts[1:], strict=True)
        if meet < FEW_MEET * people
    ]
    return sorted(found, key=lambda each: each.meet)


def tasks(demands: Demands) -> list[tuple[str, str]]:
    """What could be given to somebody else: the skills demanded and the licences."""
    fields = ("must", "licences")
    return [(field, code) for field in fields for code in understood(demands.get(field)) or ()]


def carvings(demands: Demands) -> list[tuple[tuple[tuple[str, str], ...], Demands]]:
    """Each way to carve off one to three tasks, with what is asked then; one task always stays."""
    known = tasks(demands)[:MOST_TASKS]
    most = min(MOST_CARVED, len(tasks(demands)) - 1)
    sets = (each for size in range(1, most + 1) for each in combinations(known, size))
    return [(each, _without_all(demands, each)) for each in sets]


def carve(
    demands: Demands, now: int, ways: Sequence[tuple[tuple[str, str], ...]], counts: Sequence[int]
) -> Carving | None:
    """The fewest tasks that bring the most people; None when nothing brings enough.

    One task more must bring a quarter more people, and two at least: every task that leaves makes
    the work smaller. Of equal ways the first demand named goes first.
    """
    best, reached = None, now
    for size in range(1, MOST_CARVED + 1):
        found = [(count, way) for way, count in zip(ways, counts, strict=True) if len(way) == size]
        count, way = max(found, key=lambda each: each[0], default=(0, None))
        needed = max(AT_LEAST, WORTH_A_TASK * reached) * (size - (len(best) if best else 0))
        if way is not None and count >= reached + needed:
            best, reached = way, count
    if best is None:
        return None
    left = tuple(each for each in tasks(demands) if each not in best)
    return Carving(best, left, now, reached)


def _without_all(demands: Demands, these: Sequence[tuple[str, str | None]]) -> Demands:
    for demand, code in these:
        demands = without(demands, demand, code)
    return demands
