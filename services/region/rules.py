"""The parts of a region file that hold for a time: targets, instruments, priority groups."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from services.region.parts import Code, Name, Part, Period, Side

Verdict = Literal["maybe", "no", "unknown"]
_BEST: tuple[Verdict, ...] = ("maybe", "unknown", "no")


class Conditions(Part):
    """When an instrument may help: every key that is there must hold, by one of its values.

    ``benefit`` (*uitkering*), ``registered`` (*doelgroepregister*), ``wage_value`` (what somebody
    earns for an employer against the minimum wage), ``sheltered`` (*advies beschut werk*) and
    ``helps`` are about the person and only ever read for the coach. ``open_to``, ``offers`` and
    ``gap`` (what is missing and could be learned) are about the vacancy or the pair.
    """

    benefit: tuple[str, ...] = ()
    registered: tuple[Literal["yes", "no", "unknown"], ...] = ()
    wage_value: tuple[Literal["below-minimum", "minimum"], ...] = ()
    sheltered: tuple[Literal["yes", "no"], ...] = ()
    helps: tuple[str, ...] = ()
    open_to: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    gap: tuple[str, ...] = ()

    def verdict(self, facts: Mapping[str, Collection[str]]) -> Verdict:
        """Judge facts by key; a key that is absent is unknown, an empty one is known to be none.

        Never "yes": an instrument is decided by a person, there is no right to it (INS-02).
        """
        unknown = False
        for key in type(self).model_fields:
            wanted: tuple[str, ...] = getattr(self, key)
            if wanted and key in facts and not set(wanted) & set(facts[key]):
                return "no"
            unknown = unknown or bool(wanted and key not in facts)
        return "unknown" if unknown else "maybe"


class Instrument(Period):
    """A means to help somebody into work; its wording lives in the locales under its code.

    ``decides`` executes it: gemeente, UWV, the tax office (*Belastingdienst*) or an adviser of the
    region. ``or_when`` are other conditions of which one is as good. ``longest_days`` is the
    longest it may last, where there is a limit.
    """

    code: Code
    decides: Literal["gemeente", "uwv", "tax-office", "adviser"]
    applies_when: Conditions = Conditions()
    or_when: tuple[Conditions, ...] = ()
    longest_days: Annotated[int, Field(gt=0)] | None = None
    source: Name

    def judged(self, facts: Mapping[str, Collection[str]]) -> tuple[Verdict, Conditions]:
        """The best verdict of its conditions, and the conditions it rests on."""
        ways = [(each.verdict(facts), each) for each in (self.applies_when, *self.or_when)]
        return min(ways, key=lambda way: _BEST.index(way[0]))


class Target(Part):
    """What the region agreed to reach: a number of one kind in a period (MON-07).

    ``side`` is market or government, None for both; ``branch`` a sector code of the vocabulary,
    None for all; ``baseline`` the count (*nulmeting*) on the first day.
    """

    code: Code
    counts: Literal["jobs", "people", "placements"]
    side: Side | None = None
    branch: str | None = None
    value: Annotated[int, Field(gt=0)]
    baseline: Annotated[int, Field(ge=0)] = 0
    starts: date
    ends: date
    source: Name

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.ends <= self.starts:
            raise ValueError("ends must lie after starts")
        return self

    def expected_on(self, day: date) -> float:
        """The straight line from the baseline to the value on this day (MON-03)."""
        part = (day - self.starts).days / (self.ends - self.starts).days
        return self.baseline + (self.value - self.baseline) * min(1.0, max(0.0, part))


class PriorityGroup(Period):
    """A group that may be sorted first for banenafspraak places in the coach's own list (PRI-01).

    Off unless the region says otherwise; never part of a score.
    """

    code: Code
    active: bool = False
    applies_when: Conditions = Conditions()
    source: Name


SurveyKind = Literal["introduction", "placement", "durable", "yearly"]


class SurveyRound(Period):
    """A survey that may go out, because its purpose, method and approval are on paper (SUR-06).

    ``kind`` is the moment: after an introduction, at three and twelve months of work, yearly.
    The cliëntenraad approves what jobseekers are asked (``approved_by``, ``approved_on``);
    ``paused`` stops it for a while without losing the words.
    """

    kind: SurveyKind
    sides: Annotated[tuple[Literal["jobseeker", "employer"], ...], Field(min_length=1)]
    purpose: Name
    method: Name
    approved_by: Name
    approved_on: date
    paused: bool = False

    @model_validator(mode="after")
    def _approved_first(self) -> Self:
        if self.approved_on > self.valid_from:
            raise ValueError("a survey must be approved before it goes out")
        return self
