"""A whole region: its parts, and whether they fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, model_validator

from services.matching import Rules
from services.places import Place, place
from services.region.parts import (
    HELP_CODES,
    Days,
    FollowUp,
    FrontDoor,
    Gemeente,
    HelpCode,
    HelpLine,
    Law,
    MinimumWage,
    MinimumYouth,
    Name,
    Organisation,
    Part,
    QuietHours,
    Reach,
    Report,
    Retention,
    Team,
    TeamKind,
)
from services.region.rules import Instrument, PriorityGroup, SurveyRound, Target

LOOKED_UP_HOLDS = timedelta(days=366)  # how long a number to call counts as looked up
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]


class Region(Part):
    """An arbeidsmarktregio with its partners, promises and rules. It does not change.

    ``centre`` is the code of the place that "near" means when nothing else is known; ``security``
    where a weakness of the service is reported, else the mail address of the front door.
    ``freshness`` has for each field of a profile after how many days it is asked again ("klopt dit
    nog?");
    ``matching`` has weights that replace those of `services.matching.Rules`, by name.
    """

    code: Annotated[str, StringConstraints(pattern=r"^AM\d{2}$")]
    name: Name
    languages: tuple[Language, ...]
    centre: str
    front_door: FrontDoor
    security: Reach | None = None
    quiet: QuietHours = QuietHours()
    gemeenten: tuple[Gemeente, ...] = Field(min_length=1)
    organisations: tuple[Organisation, ...] = Field(min_length=1)
    teams: tuple[Team, ...] = Field(min_length=1)
    targets: tuple[Target, ...] = ()
    priority: tuple[PriorityGroup, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    surveys: tuple[SurveyRound, ...] = ()
    minimum_wages: tuple[MinimumWage, ...] = ()
    minimum_youth: tuple[MinimumYouth, ...] = ()
    laws: tuple[Law, ...] = ()
    help_lines: tuple[HelpLine, ...] = Field(min_length=1)
    follow_up: FollowUp = FollowUp()
    retention: Retention = Retention()
    report: Report = Report()
    freshness: dict[str, Days] = Field(default_factory=dict)
    freshness_days: Days = 90
    matching: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        names = {gemeente.name for gemeente in self.gemeenten}
        codes = {organisation.code for organisation in self.organisations}
        _once("gemeente", (gemeente.code for gemeente in self.gemeenten))
        _once("gemeente", (gemeente.name for gemeente in self.gemeenten))
        _once("organisation", (organisation.code for organisation in self.organisations))
        _once("team", (team.code for team in self.teams))
        _once("target", (target.code for target in self.targets))
        _once("instrument", (f"{i.code} ({i.decides}, {i.valid_from})" for i in self.instruments))
        _known("front_door.organisation", [self.front_door.organisation], codes)
        for team in self.teams:
            _known(f"team {team.code}: organisation", [team.organisation], codes)
            _known(f"team {team.code}: gemeente", team.gemeenten, names)
        for organisation in self.organisations:
            if organisation.gemeente is not None:
                _known(f"organisation {organisation.code}", [organisation.gemeente], names)
            if not any(team.organisation == organisation.code for team in self.teams):
                raise ValueError(f"organisation {organisation.code} has no team")
        if missing := sorted(set(HELP_CODES) - {line.code for line in self.help_lines}):
            raise ValueError(f"no help line for {', '.join(missing)}")
        self._served(names)
        self._weighs()
        return self

    def _served(self, names: set[str]) -> None:
        """Nobody may be without a team (decision: a named team from the first minute)."""
        if sum(gemeente.centre for gemeente in self.gemeenten) != 1:
            raise ValueError("exactly one gemeente must be the centre")
        for kind in ("intake", "employers"):
            served = {name for team in self.teams if team.kind == kind for name in team.gemeenten}
            if missing := sorted(names - served):
                raise ValueError(f"no {kind} team serves {', '.join(missing)}")
        if "nl" not in self.languages:
            raise ValueError("languages must have nl")
        if place(self.centre) is None:
            raise ValueError(f"centre {self.centre!r} is not a place we know")

    def _weighs(self) -> None:
        """The weights must be ones that matching knows, numbers, and add up."""
        for name, weight in self.matching.items():
            if name not in Rules.__dataclass_fields__:
                raise ValueError(f"matching.{name} is not a weight we know")
            if isinstance(weight, bool) or not isinstance(weight, int | float) or weight < 0:
                raise ValueError(f"matching.{name} must be a number of 0 or more")
        try:
            Rules(**self.matching)
        except ValueError as error:
            raise ValueError(f"matching: {error}") from None

    @property
    def reports_to(self) -> str:
        """Where a weakness is reported, as a URI (RFC 9116); empty when the file has no address."""
        return self.security or (f"mailto:{self.front_door.email}" if self.front_door.email else "")

    def team(self, code: str) -> Team | None:
        """The team with this code."""
        return next((team for team in self.teams if team.code == code), None)

    def organisation(self, code: str) -> Organisation | None:
        """The organisation with this code."""
        return next((each for each in self.organisations if each.code == code), None)

    def team_for(
        self,
        *,
        organisation: str | None = None,
        gemeente: str | None = None,
        kind: TeamKind = "intake",
    ) -> Team:
        """Who takes care of somebody without a named coach (teams).

        The team of the organisation they came in through, else that of their gemeente (name or GM
        code), else that of the centrumgemeente, so that there always is one.
        """
        of_kind = [team for team in self.teams if team.kind == kind]
        own = [team for team in of_kind if team.organisation == organisation]
        area = next((g.name for g in self.gemeenten if gemeente in (g.code, g.name)), None)
        centre = next(g.name for g in self.gemeenten if g.centre)
        choices = (
            *(team for team in own if area in team.gemeenten),
            *own,
            *(team for team in of_kind if area in team.gemeenten),
            *(team for team in of_kind if centre in team.gemeenten),
        )
        return choices[0] if choices else self.team_for(organisation=organisation, gemeente=area)

    def has(self, where: Place) -> bool:
        """Whether a place lies in the region."""
        return where.gemeente in {gemeente.name for gemeente in self.gemeenten}

    def instruments_on(self, day: date) -> tuple[Instrument, ...]:
        """The instruments that exist on this day."""
        return tuple(each for each in self.instruments if each.valid_on(day))

    def priority_on(self, day: date) -> tuple[PriorityGroup, ...]:
        """The priority groups that are switched on and hold on this day."""
        return tuple(each for each in self.priority if each.active and each.valid_on(day))

    def targets_on(self, day: date) -> tuple[Target, ...]:
        """The targets whose period this day lies in."""
        return tuple(each for each in self.targets if each.starts <= day <= each.ends)

    def surveys_on(self, day: date) -> tuple[SurveyRound, ...]:
        """The surveys that may go out on this day."""
        return tuple(each for each in self.surveys if each.valid_on(day) and not each.paused)

    def minimum_wage_on(self, day: date) -> MinimumWage | None:
        """The minimum wage on this day; None before the first one in the file."""
        past = [wage for wage in self.minimum_wages if wage.valid_from <= day]
        return max(past, key=lambda wage: wage.valid_from, default=None)

    def minimum_youth_on(self, day: date) -> MinimumYouth | None:
        """What is due below 21 years on this day; None before the first in the file."""
        past = [each for each in self.minimum_youth if each.valid_from <= day]
        return max(past, key=lambda each: each.valid_from, default=None)

    def law_on(self, about: str, day: date) -> Law | None:
        """The law that something in a vacancy comes up against on this day."""
        held = (each for each in self.laws if about in each.about and each.valid_on(day))
        return next(held, None)

    def help_line(self, code: HelpCode, day: date) -> HelpLine:
        """The number to call; the newest that holds, and never none."""
        lines = [line for line in self.help_lines if line.code == code]
        held = [line for line in lines if line.valid_on(day)]
        return max(held or lines, key=lambda line: line.valid_from)

    def help_lines_to_look_up(self, day: date) -> list[HelpLine]:
        """The numbers that hold today and that nobody looked up for a year."""
        lines = [self.help_line(code, day) for code in HELP_CODES]
        return [line for line in lines if line.looked_up < day - LOOKED_UP_HOLDS]

    def fresh_days(self, field: str) -> int:
        """After how many days a field of a profile is asked again."""
        return self.freshness.get(field, self.freshness_days)


def _once(what: str, codes: Iterable[str]) -> None:
    """Raise ValueError when a code is there twice."""
    for code, count in Counter(codes).items():
        if count > 1:
            raise ValueError(f"{what} {code} is there {count} times")


def _known(where: str, used: Iterable[str], known: set[str]) -> None:
    """Raise ValueError when something is used that the file does not have."""
    for code in used:
        if code not in known:
            raise ValueError(f"{where} {code!r} is not in this file")
