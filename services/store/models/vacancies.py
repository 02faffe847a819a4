"""Tables of vacancies and matches, and of what happened."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from services.store.db import Utc
from services.store.models.columns import Json, json, sealed, time


class Vacancy(SQLModel, table=True):
    """A vacature with its handling agreement (VAC-02 to VAC-08)."""

    id: int | None = Field(default=None, primary_key=True)
    employer_id: int = Field(foreign_key="employer.id", index=True)
    contact_id: int = Field(foreign_key="person.id")
    status: str = Field(
        default="open", index=True
    )  # open | hold | look | filled | closed | expired
    title: str = ""
    demands: Json = json()  # field -> code, list or number; see services/vacancies
    agreement: Json = json()  # channel, manner, preselection, how many, expiry, interval
    evidence: Json | None = sealed()  # field -> words of the advert it was read from
    advert: str | None = sealed()
    doubts: Json | None = sealed()  # what a person looks at first; see services/vacancies/looking
    answer: Json = json()  # the 72-hour answer as a record (72-hours)
    organisation: str = ""
    reported: datetime = Field(sa_type=Utc, index=True)
    expires: date | None = None
    updated: datetime = Field(sa_type=Utc)


class Match(SQLModel, table=True):
    """A jobseeker and a vacancy that may fit: one row a pair, moved by services/matches only."""

    __table_args__ = (UniqueConstraint("jobseeker_id", "vacancy_id"),)
    id: int | None = Field(default=None, primary_key=True)
    jobseeker_id: int = Field(foreign_key="person.id", index=True)
    vacancy_id: int = Field(foreign_key="vacancy.id", index=True)
    state: str = Field(default="proposed", index=True)
    score: int = 0  # 0–100, an advice
    reasons: Json = json()  # the parts of the score, see services/matching
    origin: str = "program"  # who thought of it: program | jobseeker | staff | employer
    coach_id: int | None = Field(default=None, index=True)  # who decides
    agreed: datetime | None = time()  # both said yes: names and contact were given
    snoozed: datetime | None = time()  # "later", until then
    created: datetime = Field(sa_type=Utc)
    since: datetime = Field(sa_type=Utc)  # when it came into this state


class Event(SQLModel, table=True):
    """What happened, by whom and when. Appended, never edited; codes and ids only (raw-words)."""

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Utc, index=True)
    kind: str = Field(index=True)
    actor_id: int | None = None
    role: str = ""  # of the actor at that time; "program" when nobody
    person_id: int | None = Field(default=None, index=True)  # whom it is about
    subject: str = ""  # match | vacancy | employer | …
    subject_id: int | None = None
    codes: Json = json()

    __table_args__ = (Index("ix_event_subject", "subject", "subject_id"),)


class Remark(SQLModel, table=True):
    """Free text that belongs to an event: a reason, a note. Goes when its person is erased."""

    id: int | None = Field(default=None, primary_key=True)
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)  # with whom it is erased
    author_id: int | None = None
    words: str | None = sealed()
    created: datetime = Field(sa_type=Utc)
