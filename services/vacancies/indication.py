"""What an employer hears at once: how many people may fit, and what each demand costs (VAC-11).

Counts are in bands (bands). This is an indication, not the 72-hour answer (72-hours).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from services import matching
from services.matches import search
from services.texts import refs
from services.unit_of_work import Work

STEPS = ("carving", "learning", "region", "agency")  # beside asking less
MOST = 3  # demands that are named, dearest first
Said = tuple[str, dict[str, Any]]  # a text and its arguments


async def lines(work: Work, asked: Mapping[str, Any]) -> list[Said]:
    """The number now, what would bring more people, what is unusual, what could be carved off."""
    if asked.get("strike"):
        return [("indication-strike", {})]
    now, dropped = await search.what_if(work, asked)
    _, eased = await search.what_if(work, asked, matching.softer(asked))
    carved = await search.carving(work, asked)
    said: list[Said] = [("indication-now", {"count": band(now)})]
    if not now:
        said = [("indication-nobody", {})]
    cheaper = list(_cheaper(now, dropped, eased))[:MOST]
    said += cheaper or ([] if now else [("indication-nobody-anyhow", {})])
    said += [_rare(each) for each in await search.unusual(work, asked)][:1]
    if carved and len(carved.tasks) > 1 and matching.band(now) != matching.band(carved.then):
        tasks = refs.listed(*(task(*each) for each in carved.tasks))
        said.append(("indication-carving", {"tasks": tasks, "count": band(carved.then)}))
    if not now:
        said.append(("indication-steps", {"steps": _steps(asked)}))
    return said


def _steps(asked: Mapping[str, Any]) -> refs.Ref:
    """What can be done when there is nobody, of what is not being done already."""
    open_to = asked.get("open_to") or ()
    done = {"carving": "carving" in open_to, "learning": "learn-work" in open_to}
    steps = [step for step in STEPS if not done.get(step)]
    return refs.bullets(*(refs.text(f"indication-step.{step}") for step in steps))


def _cheaper(
    now: int, dropped: Sequence[matching.Relief], eased: Sequence[matching.Relief]
) -> Iterator[Said]:
    """What brings more people, most first: asking a little less where that is as good as not."""
    for relief in dropped:
        more = matching.band(now + relief.gained)
        if more == matching.band(now):
            continue
        less = [each for each in eased if each.demand == relief.demand]
        best = max(less, key=lambda each: each.gained, default=None)
        count = band(now + relief.gained)
        if best and matching.band(now + best.gained) == more:
            yield (f"indication-softer-{best.demand}", {"asked": becomes(best), "count": count})
        else:
            code = _code(relief)
            yield (f"indication-{relief.demand}|indication-demand", {"code": code, "count": count})


def _rare(unusual: matching.Unusual) -> Said:
    return "indication-unusual", {
        "demand": named(unusual.demand, unusual.code),
        "meet": band(unusual.meet),
        "people": band(unusual.people),
    }


def band(count: int) -> refs.Ref:
    """A count as an employer may see it."""
    text, args = matching.band(count)
    return refs.text(text, **args)


def _code(relief: matching.Relief) -> refs.Ref:
    """Only its code, for a text that says itself what kind of demand it is."""
    code = relief.code or ""
    is_skill = relief.demand == "must" and code
    return refs.concept("skill", code) if is_skill else refs.words(code)


def named(demand: str, code: str | None) -> refs.Ref:
    """A demand by its name, for a sentence: a skill, a licence, or the field as a whole."""
    if demand in ("must", "nice") and code:
        return refs.concept("skill", code)
    if demand == "licences" and code:
        return refs.text("demand-licence", code=code)
    return refs.text(f"demand-{demand}")


def task(demand: str, code: str) -> refs.Ref:
    """A task as somebody does it: a licence is for driving."""
    if demand == "licences":
        return refs.text("task-licence", code=code)
    return named(demand, code)


def becomes(relief: matching.Relief) -> refs.Ref:
    """What `matching.softer` would ask instead, for a sentence."""
    code = str(relief.code)
    if relief.demand == "hours":
        return refs.words(code)
    if relief.demand == "start":
        return refs.day(code)
    kind = {"times": "time"}.get(relief.demand, relief.demand)
    return refs.text(f"match-{kind}-{code}|match-{kind}-other")
