"""What if a vacancy asked less: how many more people would fit, for each demand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from services.matching.fitting import RULES, fit
from services.matching.limits import dutch, level, other_languages
from services.matching.model import Demands, Fit, Profile, Relief, Rules
from services.matching.parts import understood

# The part in which a demand can be a hard limit; skills, level and languages never block.
_BLOCKS = {
    "licences": "licence",
    "dutch": "language",
    "hours": "hours",
    "times": "times",
    "start": "start",
}
Drop = tuple[str, str | None, Demands]
_FIRST_BANDS = (5, 10, 20, 50)
FEW = 5  # fewer people than this are never counted out to an employer


def what_if(
    demands: Demands, people: Iterable[tuple[int, Profile]], rules: Rules = RULES
) -> tuple[int, list[Relief]]:
    """How many people may be proposed now, and how many more without each demand in turn.

    Most gained first. The demands are each licence and each must skill by its code, and "dutch",
    "languages" (all others), "level", "hours", "times" and "start" as a whole; the place is not
    one. Exact numbers, for staff; employers are shown `band`.
    """
    dropped = drops(demands)
    now, gained = 0, [0] * len(dropped)
    for _, profile in people:
        found = fit(profile, demands, rules)
        if rules.accepts(found):
            now += 1  # dropping a demand never lowers a fit, so they fit then too
            continue
        for place, (demand, _, less) in enumerate(dropped):
            if _may_help(demand, found) and rules.accepts(fit(profile, less, rules)):
                gained[place] += 1
    return now, reliefs(dropped, gained)


def drops(demands: Demands) -> list[Drop]:
    """Each demand that may be dropped, by its field and code, with the demands without it."""
    return [(*each, without(demands, *each)) for each in _demands(demands)]


def reliefs(dropped: Iterable[Drop], gained: Iterable[int]) -> list[Relief]:
    """How many more each drop gives, most gained first."""
    found = [Relief(*drop[:2], more) for drop, more in zip(dropped, gained, strict=True)]
    return sorted(found, key=lambda relief: -relief.gained)


def _may_help(demand: str, found: Fit) -> bool:
    """Nothing is gained by dropping one demand while another is a hard limit: spares a fit."""
    return {block.name for block in found.blocks} <= {_BLOCKS.get(demand, "")}


def _demands(demands: Demands) -> Iterator[tuple[str, str | None]]:
    for field in ("licences", "must"):
        for code in understood(demands.get(field)) or ():
            yield field, code
    if dutch(demands):
        yield "dutch", None
    if other_languages(demands):
        yield "languages", None
    if level(demands):
        yield "level", None
    for field in ("hours", "times", "start"):
        if demands.get(field):
            yield field, None


def without(demands: Demands, demand: str, code: str | None = None) -> dict[str, Any]:
    """The demands with one dropped: a field as a whole, or one code out of it."""
    less = dict(demands)
    languages = demands.get("languages") or {}
    if code is not None:
        less[demand] = [each for each in demands.get(demand) or () if each != code]
    elif demand == "dutch":
        less |= {"dutch": None, "languages": {k: v for k, v in languages.items() if k != "nld"}}
    elif demand == "languages":
        less["languages"] = {k: v for k, v in languages.items() if k == "nld"}
    else:
        less[demand] = None
    return less


def band(count: int) -> tuple[str, dict[str, Any]]:
    """A count in words an employer may see: a text id and its arguments.

    None, fewer than 5, or "about" the highest of 5, 10, 20, 50, 100, 200, 500, … that is reached.
    """
    if count < FEW:
        return ("band-few" if count > 0 else "band-none"), {"n": ["number", FEW]}
    reached = max(step for step in _bands(count) if step <= count)
    return "band-about", {"n": ["number", reached]}


def _bands(count: int) -> Iterator[int]:
    yield from _FIRST_BANDS
    step = 100
    while step <= count:
        yield from (step, 2 * step, 5 * step)
        step *= 10
