"""Both sides of a match beside each other: what she has, whether it fits, what the vacancy asks.

Only what matching reads, and below it what helps her work well: that line gives no points and is
the coach's alone (matching-reads).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from services import matching, vacancies
from services.jobseekers import profiles
from services.matching import Fit, Part, own_words
from services.texts import refs
from services.texts.refs import Ref

WORST = ("block", "gap", "learnable", "unknown", "fits")  # of several lines about one topic


@dataclass(frozen=True)
class Row:
    """One topic: two references (None: not known, or not asked) and a verdict ("" for none)."""

    topic: str  # its name is desk-field-<topic>
    hers: Ref | None
    verdict: str
    asked: Ref | None


def rows(
    profile: Mapping[str, Any], demands: Mapping[str, Any], fit: Fit, *, helps: bool
) -> list[Row]:
    """The comparison, the weightiest topic first; a topic neither side speaks of is left out."""
    asked = own_words.told(demands)
    found = [
        Row(topic, left(profile), verdict(fit, topic), right(asked))
        for topic, (left, right) in _SIDES.items()
    ]
    found = [row for row in found if row.hers or row.asked]
    return found + (_helps(profile, demands) if helps else [])


def verdict(fit: Fit, topic: str) -> str:
    """What the fit says of a topic: the worst of its lines; "" where nothing is asked."""
    said = {"block" for part in fit.blocks if _about(part, topic)}
    said |= {part.verdict for part in fit.parts if _about(part, topic) and part.asked}
    return next((each for each in WORST if each in said), "")


def _about(part: Part, topic: str) -> bool:
    return part.text.startswith(f"match-part-{topic}-")


def _helps(profile: Mapping[str, Any], demands: Mapping[str, Any]) -> list[Row]:
    signs = {"yes": "fits", "no": "gap", "unknown": "unknown"}
    return [
        Row("helps", refs.text(f"helps-helps.{code}"), signs[offered], _offer(offered))
        for code, offered in matching.helps_line(profile, demands)
        if code != "none"
    ]


def _offer(offered: str) -> Ref:
    return refs.text(f"desk-offered-{offered}")


Side = Callable[[Mapping[str, Any]], Ref | None]


def _hers(field: str) -> Side:
    return lambda profile: profiles.shown(field, profile[field]) if profile.get(field) else None


def _asked(field: str) -> Side:
    return lambda demands: vacancies.shown(field, demands[field]) if demands.get(field) else None


def _work(profile: Mapping[str, Any]) -> Ref | None:
    """Work wanted, and work done where that is something else."""
    wanted, done = profile.get("wanted"), profile.get("done")
    if not done or not wanted:
        return _hers("wanted" if wanted else "done")(profile)
    both = {"wanted": profiles.shown("wanted", wanted), "done": profiles.shown("done", done)}
    return refs.text("desk-wants-did", **both)


def _tasks(demands: Mapping[str, Any]) -> Ref | None:
    """What somebody must be able to do, and what is welcome."""
    must, nice = _asked("must")(demands), _asked("nice")(demands)
    if must and nice:
        return refs.text("desk-must-nice", must=must, nice=nice)
    return refs.text("desk-only-nice", nice=nice) if nice else must


def _journey(profile: Mapping[str, Any]) -> Ref | None:
    if not profile.get("travel") or not profile.get("limit"):
        return _hers("travel")(profile) or _hers("limit")(profile)
    args = {field: profiles.shown(field, profile[field]) for field in ("travel", "limit")}
    return refs.text("desk-travel-limit", **args)


def _level(side: Mapping[str, Any]) -> Ref | None:
    level = side.get("level")
    return refs.text(f"match-level-{level}|match-level-other") if level else None


def _licences(demands: Mapping[str, Any]) -> Ref | None:
    return vacancies.shown("licences", demands["licences"]) if "licences" in demands else None


def _contracts(profile: Mapping[str, Any]) -> Ref | None:
    value: Sequence[str] | None = profile.get("contract")
    return profiles.shown("contract", value) if value else None


_SIDES: dict[str, tuple[Side, Side]] = {
    "occupation": (_work, _asked("occupation")),
    "skills": (_hers("skills"), _tasks),
    "hours": (_hers("hours"), _asked("hours")),
    "times": (_hers("times"), _asked("times")),
    "travel": (_journey, _asked("place")),
    "dutch": (_hers("dutch"), _asked("dutch")),
    "licence": (_hers("licence"), _licences),
    "level": (_level, _level),
    "start": (_hers("start"), _asked("start")),
    "contract": (_contracts, _asked("contract")),
}
TOPICS = tuple(_SIDES)  # in the order in which they are shown
