"""What a rule of follow-up is made of. The rules themselves: table.py."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from services.followup import calendar
from services.region import Region
from services.unit_of_work import Work

Kind = Literal["reminder", "promise", "alert", "digest", "action"]
Unit = Literal["hours", "days", "working days"]
Role = Literal["jobseeker", "contact", "coach", "lead", "account_manager", "employers_lead", "self"]


@dataclass(frozen=True)
class After:
    """How long after the beginning: clock hours, calendar days, or working days."""

    amount: int
    unit: Unit = "days"

    def of(self, region: Region, since: datetime) -> datetime:
        """The moment, before it is moved into permitted hours."""
        if self.unit == "hours":
            return since + timedelta(hours=self.amount)
        if self.unit == "days":
            return calendar.after_days(since, self.amount)
        return calendar.after_working_days(region, since, self.amount)


@dataclass(frozen=True)
class Case:
    """Something that waits: which, since when, and whom and what its messages speak of.

    `people` has the persons by role, as far as they are known without asking the database again;
    `episode` makes the same thing waiting anew another case.
    """

    subject_id: int
    since: datetime
    people: Mapping[str, int | None] = field(default_factory=dict)
    args: Mapping[str, Any] = field(default_factory=dict)
    episode: str = ""
    about: int | None = None  # what the dialog behind the button is about, if not the subject
    vacancy: int | None = None  # whose employer is called, not written to

    @property
    def name(self) -> str:
        """What the case is called in the key of a nudge."""
        return f"{self.subject_id}:{self.episode or self.since.isoformat()}"


Find = Callable[[Work, datetime], Awaitable[Sequence[Case]]]
Act = Callable[[Work, Case], Awaitable[None]]


@dataclass(frozen=True)
class Step:
    """One message (or action) of a rule.

    `kind`: *reminder* (at most once, moves later, capped), *promise* (moves earlier), *alert* to
    staff (at once, inside hours), *digest* (a line in the morning round of staff), *action* (the
    service does something, which may tell people itself).
    `opens` is the dialog behind the main button, about the subject; without one, `press` is a
    command. `text` defaults to the rule's name with the step's number. `whenever`: it is never too
    late for it, such as closing what is over: after the service was off for days it still happens.
    """

    after: After
    to: Role
    kind: Kind = "reminder"
    opens: str = ""
    press: str = ""
    act: Act | None = None
    text: str = ""
    whenever: bool = False
    ahead: int = 0  # hours before a promise made at `after` is due


@dataclass(frozen=True)
class Rule:
    """What waits, what is sent about it and when, and after how long it is too late to send."""

    name: str
    waits: Find
    steps: tuple[Step, ...]
    stale: timedelta = timedelta(days=7)
    daily: bool = False  # found by reading many rows: looked at once a day, in the first hour
    why: str = ""
    answers: Role | None = None  # whose answer it waits for: counted from when the question arrived

    def due(self, region: Region, case: Case, step: Step) -> datetime:
        """When this step goes out, in permitted hours."""
        moment = step.after.of(region, case.since)
        if step.ahead:
            return calendar.ahead(region, calendar.earlier(region, moment), step.ahead)
        if step.kind == "promise":
            return calendar.earlier(region, moment)
        if step.kind == "digest":
            return calendar.digest(region, moment)
        return calendar.later(region, moment)

    def key(self, case: Case, number: int) -> str:
        """What makes a nudge unique in the database."""
        return f"{self.name}:{number}:{case.name}"
