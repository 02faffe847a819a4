"""Tables of what comes after a match: meetings, placements, aftercare, plans, surveys."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from services.store.db import Utc
from services.store.models.columns import Json, json, json_list, sealed, time


class Meeting(SQLModel, table=True):
    """A kennismaking or other appointment about a match."""

    id: int | None = Field(default=None, primary_key=True)
    match_id: int = Field(foreign_key="match.id", index=True)
    starts: datetime = Field(sa_type=Utc, index=True)
    minutes: int = 60
    kind: str = "visit"  # visit | call | video | trial (meelopen)
    place: str | None = sealed()  # an address, a number to call, a link
    words: str | None = sealed()  # what to bring, whom to ask for
    status: str = Field(default="planned", index=True)  # planned | held | cancelled
    sequence: int = 0  # of the calendar invitation: rises with every change (RFC 5545)
    answers: Json = json()  # side -> {"mood": 1-5, "at": ISO time}: how did it go
    created: datetime = Field(sa_type=Utc)
    created_by: int | None = None
    updated: datetime = Field(sa_type=Utc)


class Placement(SQLModel, table=True):
    """A plaatsing: work that began, and how long it lasted (PLA)."""

    id: int | None = Field(default=None, primary_key=True)
    match_id: int | None = Field(default=None, foreign_key="match.id", unique=True)
    jobseeker_id: int = Field(index=True)  # a person; a number of nobody once erased
    employer_id: int = Field(foreign_key="employer.id", index=True)
    vacancy_id: int | None = Field(default=None, foreign_key="vacancy.id", index=True)
    coach_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    kind: str = "regular"  # regular | learning | trial | secondment | sheltered | internship
    hours: int = 0  # a week
    starts: date = Field(index=True)
    ends: date | None = None  # agreed end: of the trial, or of the contract
    sector: str = "market"  # market | government
    counts: bool = False  # for the banenafspraak
    instruments: list[Json] = json_list()  # [{"code", "from", "to"}]
    wage_value: Json = json()  # the loonwaardemeting: {"on": date, "percent": int}
    status: str = Field(default="running", index=True)  # running | ended
    ended: date | None = None
    end_reason: str = ""  # a code; words are a remark at the event
    created: datetime = Field(sa_type=Utc)
    created_by: int | None = None
    updated: datetime = Field(sa_type=Utc)


class CheckIn(SQLModel, table=True):
    """One aftercare question to one side at one moment (NAZ), and the answer."""

    __table_args__ = (UniqueConstraint("placement_id", "side", "moment"),)
    id: int | None = Field(default=None, primary_key=True)
    placement_id: int = Field(foreign_key="placement.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)  # who is asked
    side: str  # jobseeker | employer | coach
    moment: str  # day-1 | week-2 | … | month-12 | end | wage-value | instrument-<code>
    due: date = Field(index=True)
    asked: datetime | None = time()
    answered: datetime | None = time()
    mood: int | None = None  # 1 (bad) to 5 (good)
    answers: Json = json()  # question -> code
    words: str | None = sealed()
    attention: bool = False  # a bad or missing answer: work for the coach
    settled: datetime | None = time()
    settled_by: int | None = None


class Plan(SQLModel, table=True):
    """A version of a plan (arbeidsinpassingsplan, PLAN): goals and steps made together."""

    __table_args__ = (UniqueConstraint("person_id", "version"),)
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    version: int = 1
    state: str = Field(default="draft", index=True)  # draft | proposed | agreed | replaced
    manner: str = "supply"  # demand | supply: from a vacancy, or from the person
    goal: str | None = sealed()
    instruments: list[str] = Field(default_factory=list, sa_type=JSON)
    review_on: date | None = Field(default=None, index=True)
    agreed_by_jobseeker: datetime | None = time()
    agreed_by_coach: datetime | None = time()
    made_by: int | None = None
    created: datetime = Field(sa_type=Utc)
    updated: datetime = Field(sa_type=Utc)


class PlanStep(SQLModel, table=True):
    """One step of a plan, to be ticked by whoever does it."""

    id: int | None = Field(default=None, primary_key=True)
    plan_id: int = Field(foreign_key="plan.id", index=True)
    place: int = 0
    words: str | None = sealed()
    who: str = "jobseeker"  # jobseeker | coach
    until: date | None = None
    instrument: str = ""
    done: datetime | None = time()
    done_by: int | None = None


class Survey(SQLModel, table=True):
    """One to five and one open question (SUR); never shown per person below the manager."""

    __table_args__ = (UniqueConstraint("person_id", "kind", "subject_id"),)
    id: int | None = Field(default=None, primary_key=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    side: str  # jobseeker | employer
    kind: str  # introduction | placement | durable | yearly
    subject_id: int = 0  # the match, the placement, or the year
    organisation: str = ""
    asked: datetime = Field(sa_type=Utc)
    answered: datetime | None = time(index=True)
    score: int | None = None  # 1 to 5
    words: str | None = sealed()
    topics: Json = json()  # of an employer: topic -> code of the answer (services/surveys)
