"""The parts of a region file: who is there, when messages go out, how long data are kept."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from services.places import place

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
Name = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Reach = Annotated[str, StringConstraints(pattern=r"^(mailto:[^\s@]+@[^\s@]+|https://\S+)$")]
Days = Annotated[int, Field(ge=1, le=36500)]
Hours = Annotated[int, Field(ge=1, le=8760)]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORKING_DAYS = WEEKDAYS[:5]
TeamKind = Literal["intake", "coaching", "employers"]
Side = Literal["market", "government"]
HelpCode = Literal["emergency", "suicide", "violence", "child", "exploitation"]
HELP_CODES: tuple[HelpCode, ...] = get_args(HelpCode)


def _rising(days: tuple[int, ...]) -> tuple[int, ...]:
    if list(days) != sorted(set(days)):
        raise ValueError("these days must rise")
    return days


Rising = Annotated[tuple[Days, ...], Field(min_length=1), AfterValidator(_rising)]


class Part(BaseModel):
    """A part of the file: it does not change, and a misspelled key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Period(Part):
    """Something that holds from ``valid_from`` up to and including ``valid_to`` (None: open)."""

    valid_from: date
    valid_to: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.valid_to and self.valid_to < self.valid_from:
            raise ValueError("valid_to lies before valid_from")
        return self

    def valid_on(self, day: date) -> bool:
        """Whether it holds on this day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Gemeente(Part):
    """A gemeente of the region with its CBS code; ``centre`` marks the centrumgemeente."""

    code: Annotated[str, StringConstraints(pattern=r"^GM\d{4}$")]
    name: Name
    centre: bool = False


class Organisation(Part):
    """A partner in the region. ``gemeente`` is its name for an organisation of that kind."""

    code: Code
    name: Name
    kind: Literal["gemeente", "uwv", "sw", "school", "agency"]
    gemeente: str | None = None
    phone: str = ""
    email: str = ""


class Team(Part):
    """People of one organisation who share work: everyone without a named coach has a team.

    ``kind``: intake (new people), coaching (guidance afterwards) or employers (*werkgevers*).
    ``gemeenten`` are the names of those it serves; none means that it serves no area.
    """

    code: Code
    name: Name
    organisation: str
    kind: TeamKind
    gemeenten: tuple[str, ...] = ()


class Opening(Part):
    """When the front door is open, in local time."""

    days: tuple[Weekday, ...]
    opens: time
    closes: time

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.opens >= self.closes:
            raise ValueError("opens must lie before closes")
        return self


class FrontDoor(Part):
    """The counter people can walk into or call (*Werkcentrum*)."""

    name: Name
    organisation: str
    address: Name
    pc4: str
    town: Name
    phone: Name
    email: str = ""
    openings: tuple[Opening, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if place(self.pc4) is None:
            raise ValueError(f"pc4 {self.pc4!r} is not a Dutch postcode")
        return self


class HelpLine(Period):
    """A number to call in danger, and where it was found. ``number`` is as it is dialled here.

    ``looked_up``: the day somebody last compared it with ``source``.
    """

    code: HelpCode
    name: Name
    number: Name
    source: Name
    looked_up: date


class QuietHours(Part):
    """When messages may go out, in local time; outside it the service keeps quiet.

    Reminders keep to ``days`` as well (public holidays are known elsewhere).
    """

    messages_from: time = time(9)
    messages_until: time = time(20)
    days: tuple[Weekday, ...] = WORKING_DAYS

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.messages_from >= self.messages_until:
            raise ValueError("messages_from must lie before messages_until")
        return self


class Retention(Part):
    """How many days each kind of data is kept after its last use; a daily round removes the rest.

    services/retention/table.py says what each period is about.

    Applications of people who were not chosen: 4 weeks, or a year with consent (guidance of the
    Autoriteit Persoonsgegevens). For files of public bodies the selectielijst may say otherwise.
    """

    jobseeker: Days = 730  # after the last contact
    employer: Days = 730
    vacancy: Days = 365  # after it closed
    introduction: Annotated[int, Field(ge=1, le=28)] = 28  # after a no
    introduction_with_consent: Annotated[int, Field(ge=1, le=365)] = 365  # both had said yes
    placement: Days = 1825  # after it ended: then it is of nobody
    conversation: Days = 365  # messages in the chat
    note: Days = 730  # words of staff and of jobseekers at what happened
    handled: Days = 90  # the numbers of what came in; its words go after a day
    unfinished_intake: Days = 90
    document: Days = 180  # a photo of a CV
    link: Days = 30  # personal links and codes
    urgent: Days = 365  # words of somebody in danger
    views: Days = 1825  # who looked at whose data
    audit: Days = 1095  # who came in, and whom they saw
    events: Days = 2555  # codes and ids only; counts stay


class FollowUp(Part):
    """When the service reminds, asks and escalates: hours are clock hours unless named working.

    The 72 hours are a promise to the employer (LCR, 16 aandachtspunten, point 9); the moment of
    the loonwaardemeting is week 4 to 6 (marktbewerkingsplan Haaglanden 2015).
    """

    answer_employer_hours: Hours = 72
    first_meeting_days: tuple[Days, Days] = (14, 28)  # an estimate, until enough can be counted
    urgent_lead_hours: Hours = 1  # inside the hours in which messages may go out
    call_lead_hours: Hours = 24  # a call that was promised and not made
    unfetched_promise_hours: Hours = 4  # what was promised, on the web, and no page fetched
    unfetched_working_days: Days = 2  # anything else on the web that no page fetched
    warn_account_manager_hours: Hours = 48
    look_lead_hours: Hours = 8  # before the answer is due, of a vacancy nobody looked at
    unfinished_intake_days: Rising = (1, 3, 7)
    coach_reminder_working_days: Rising = (1, 2)
    coach_lead_working_days: Days = 3
    jobseeker_reminder_days: Rising = (2, 5)
    employer_reminder_working_days: Rising = (2, 4)
    employer_manager_working_days: Days = 6
    close_silent_match_working_days: Days = 10
    appointment_reminder_hours: Hours = 24
    after_meeting_hours: Hours = 24
    vacancy_renewal_days_before: tuple[Days, ...] = (7, 1)
    aftercare_days: Rising = (1, 14, 35, 91, 182, 365)
    aftercare_repeat_working_days: Days = 3
    aftercare_attention_working_days: Days = 5
    wage_value_days: tuple[Days, Days] = (28, 42)
    first_plan_days: Days = 28  # after these a coach hears that somebody has no plan
    plan_review_days: Days = 91
    no_contact_days: Days = 30
    reminder_every_days: Days = 2
    snooze_days: Days = 3
    survey_every_days: Days = 60  # at most one survey a person in so many days

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.warn_account_manager_hours >= self.answer_employer_hours:
            raise ValueError("warn_account_manager_hours must be less than answer_employer_hours")
        if self.first_meeting_days[0] > self.first_meeting_days[1]:
            raise ValueError("first_meeting_days must be from fewer to more days")
        if self.wage_value_days[0] >= self.wage_value_days[1]:
            raise ValueError("wage_value_days must be first and last day of the measurement")
        if self.close_silent_match_working_days <= self.employer_manager_working_days:
            raise ValueError("close_silent_match_working_days must come after the account manager")
        return self


class Report(Part):
    """What the reports count, as agreed in the region; no group smaller than the smallest shows."""

    smallest_group: Annotated[int, Field(ge=5)] = 5
    placement_hours: Annotated[int, Field(ge=1, le=40)] = 12  # a week, to count as a placement
    durable_days: Days = 182
    wage_value_method: str = ""  # one method of loonwaardemeting in the whole region


Share = Annotated[float, Field(gt=0, le=100)]  # per cent


class Law(Period):
    """A law a vacancy may come up against: its name as employers know it, and about what.

    ``about`` has the kinds of `services.lawful.KINDS`, and "wage".
    """

    name: Name
    about: tuple[str, ...] = Field(min_length=1)
    source: Name


class MinimumYouth(Part):
    """What part of the minimum wage is due below 21 years, in per cent by age.

    ``learning``: for who works and learns (*bbl*), where that is less. Not ``checked``: the law
    itself was not looked up, which staff are told.
    """

    valid_from: date
    shares: dict[Annotated[int, Field(ge=15, le=20)], Share] = Field(min_length=6, max_length=6)
    learning: dict[Annotated[int, Field(ge=15, le=20)], Share] = Field(default_factory=dict)
    source: Name
    checked: bool = True


class MinimumWage(Part):
    """The statutory minimum wage (*wettelijk minimumloon*) from 21 years, in cents."""

    valid_from: date
    hour: Annotated[int, Field(gt=0)]
    month: Annotated[int, Field(gt=0)]
    source: Name
