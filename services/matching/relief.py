"""What if a vacancy asked less: how many more people would fit, for each demand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from services.matching.fitting import RULES, fit
from services.matching.limits import HOW_WELL, dutch, level, other_languages
from services.matching.model import Demands, Fit, Profile, Relief, Rules
from services.matching.parts import understood
from services.texts import refs

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
_FEWER_HOURS, _LATER = 8, timedelta(weeks=4)
FEW = 5  # fewer people than this are never counted out to an employer


def what_if(
    demands: Demands,
    people: Iterable[tuple[int, Profile]],
    rules: Rules = RULES,
    changed: Sequence[Drop] | None = None,
) -> tuple[int, list[Relief]]:
    """How many people may be proposed now, and how many more without each demand in turn.

    Most gained first. The demands are each licence and each must skill by its code, and "dutch",
    "languages" (all others), "level", "hours", "times" and "start" as a whole; the place is not
    one. ``changed`` are other ways to ask less (`softer`). Exact numbers, for staff; employers are
    shown `band`.
    """
    dropped = drops(demands) if changed is None else changed
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
    return [(*each, without(demands, *each)) for each in named(demands)]


def softer(demands: Demands) -> list[Drop]:
    """Each demand that may be relaxed, by its field and what it becomes, with the demands then.

    Eight hours a week fewer at least, four weeks later to start, one level lower, Dutch a step
    less well, and each of several times left out (the code is that time).
    """
    return [(field, code, {**demands, field: less}) for field, code, less in _softer(demands)]


def _softer(demands: Demands) -> Iterator[tuple[str, str, Any]]:
    asked, times, spoken = level(demands), demands.get("times"), dutch(demands)
    if hours := demands.get("hours"):
        fewer = hours[0] - _FEWER_HOURS
        if fewer > 0:
            yield ("hours", str(fewer), [fewer, hours[1]])
    if times and len(times) > 1:
        for time in times:
            yield "times", time, [each for each in times if each != time]
    if start := demands.get("start"):
        later = (date.fromisoformat(start) + _LATER).isoformat()
        yield "start", later, later
    if asked and asked > 1:
        yield "level", str(asked - 1), asked - 1
    if spoken and spoken > 1:
        yield "dutch", HOW_WELL[spoken - 1], HOW_WELL[spoken - 1]


def reliefs(dropped: Iterable[Drop], gained: Iterable[int]) -> list[Relief]:
    """How many more each drop gives, most gained first."""
    found = [Relief(*drop[:2], more) for drop, more in zip(dropped, gained, strict=True)]
    return sorted(found, key=lambda relief: -relief.gained)


def _may_help(demand: str, found: Fit) -> bool:
    """Nothing is gained by dropping one demand while another is a hard limit: spares a fit."""
    return {block.name for block in found.blocks} <= {_BLOCKS.get(demand, "")}


def named(demands: Demands) -> Iterator[tuple[str, str | None]]:
    """Every demand that may be dropped, by its field and code."""
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
        return ("band-few" if count > 0 else "band-none"), {"n": refs.number(FEW)}
    reached = max(step for step in _bands(count) if step <= count)
    return "band-about", {"n": refs.number(reached)}


def _bands(count: int) -> Iterator[int]:
    yield from _FIRST_BANDS
    step = 100
    while step <= count:
        yield from (step, 2 * step, 5 * step)
        step *= 10
