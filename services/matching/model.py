"""What matching speaks of: parts of a fit, the fit as a whole, and the rules it follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal

Profile = Mapping[str, Any]  # a jobseeker's profile as stored; a field not there is not known
Demands = Mapping[str, Any]  # what a vacancy asks, as stored; a field not there is not asked
Verdict = Literal["fits", "gap", "unknown", "learnable"]

_WEIGHTS = (
    "occupation",
    "skills",
    "wish",
    "level",
    "dutch",
    "languages",
    "hours",
    "times",
    "travel",
    "start",
    "licence",
    "contract",
)


@dataclass(frozen=True)
class Rules:
    """What counts for how much. The defaults and the reasons for them: docs/matching.md.

    The twelve weights are whole points and add up to 100 (ValueError otherwise).

    - ``threshold``: from this score on, somebody may be proposed.
    - ``enough_known``: with fewer points' worth of work, wish and skills known about the person,
      the score is not higher than what is known.
    - ``travel_tolerance``: minutes beyond somebody's limit that an estimate may be wrong.
    - ``start_patience``: weeks that a vacancy waits for somebody.
    - ``for_done``: share of the points for an occupation done, beside the same one wanted.
    - ``gap_*``: share of the skill points lost per skill that the vacancy demands: one that must
      be learned at school, in a course, on the job, or that earlier work makes probable.
    - ``for_nice``: how much of that loss remains for a skill that is not demanded but welcome or
      usual in the occupation.
    """

    occupation: int = 40
    skills: int = 30
    wish: int = 15
    level: int = 3
    dutch: int = 3
    languages: int = 1
    hours: int = 1
    times: int = 1
    travel: int = 3
    start: int = 1
    licence: int = 1
    contract: int = 1
    threshold: int = 55
    enough_known: int = 60
    travel_tolerance: int = 5
    start_patience: int = 6
    for_done: float = 0.8
    gap_school: float = 0.4
    gap_course: float = 0.25
    gap_job: float = 0.15
    gap_probable: float = 0.05
    for_nice: float = 0.5

    def __post_init__(self) -> None:
        weights = [getattr(self, name) for name in _WEIGHTS]
        if sum(weights) != 100 or min(weights) < 0:
            raise ValueError(f"the weights must be positive and add up to 100, not {sum(weights)}")

    def accepts(self, fit: Fit) -> bool:
        """May this person be proposed: no hard limit broken, and score enough?"""
        return fit.possible and fit.score >= self.threshold


@dataclass(frozen=True)
class Part:
    """One line of the explanation: ``points`` out of ``out_of``, and the words for it.

    ``out_of`` is 0 where nothing could be judged (verdict "unknown") or where the line only
    explains another one. ``text`` is a text id; its ``.jobseeker`` attribute speaks to the person,
    ``.employer`` (where there is one) may be shown to an employer. ``args`` holds references of
    services.texts.render, so that the line can be stored and shown in any language.
    """

    name: str
    points: int
    out_of: int
    verdict: Verdict
    text: str
    args: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def asked(self) -> bool:
        """Does the vacancy ask this at all? What is not asked is met by everybody."""
        return not self.text.endswith("-free")


@dataclass(frozen=True)
class Fit:
    """How well one person and one vacancy fit: score 0–100, and everything it was made of.

    ``parts`` add up: the score is their points as a percentage of their out_of, unless too little
    is known (``capped``). ``blocks`` are the hard limits broken. ``unknown`` names the fields of
    the profile that the vacancy asks about and that are still open: what to ask the person.
    """

    score: int
    parts: tuple[Part, ...]
    blocks: tuple[Part, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def possible(self) -> bool:
        """No hard limit is broken."""
        return not self.blocks

    @property
    def capped(self) -> bool:
        """The parts would give a higher score, but too little is known for that."""
        return self.score < percentage(self.parts)

    def as_json(self) -> dict[str, Any]:
        """A JSON object that `from_json` reads back to an equal fit."""
        return {
            "score": self.score,
            "parts": [asdict(part) for part in self.parts],
            "blocks": [asdict(part) for part in self.blocks],
            "unknown": list(self.unknown),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Fit:
        """The fit that `as_json` wrote."""
        return cls(
            score=stored["score"],
            parts=tuple(_part(each) for each in stored["parts"]),
            blocks=tuple(_part(each) for each in stored["blocks"]),
            unknown=tuple(stored["unknown"]),
        )


def _part(stored: Mapping[str, Any]) -> Part:
    return Part(**{each.name: stored[each.name] for each in fields(Part)})


def percentage(parts: tuple[Part, ...]) -> int:
    """Points of all parts as a percentage of what could be had, 0 if nothing could be judged."""
    out_of = sum(part.out_of for part in parts)
    return round(100 * sum(part.points for part in parts) / out_of) if out_of else 0


@dataclass(frozen=True)
class Finding:
    """What one judge says: lines of the explanation, limits broken, and what to ask."""

    parts: tuple[Part, ...]
    blocks: tuple[Part, ...] = ()
    ask: tuple[str, ...] = ()


@dataclass(frozen=True)
class Relief:
    """How many more people fit if one demand were dropped: ``demand`` is its field, ``code`` which.

    ``Relief("licences", "B", 6)``: six more without driving licence B.
    """

    demand: str
    code: str | None
    gained: int
