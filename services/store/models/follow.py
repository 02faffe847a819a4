"""Tables of follow-up and of how staff like to see their work."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from services.store.db import Utc


class Absence(SQLModel, table=True):
    """A colleague is away (vakantie, ziekte, verlof): from, to and with, and who stands in.

    Only the days stand here, never why.
    """

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    covered_by: int | None = Field(default=None, foreign_key="person.id", index=True)
    starts: date
    ends: date  # the last day
    created: datetime = Field(sa_type=Utc)


class Nudge(SQLModel, table=True):
    """A nudge that went out, once: its key names the rule, the person and the episode."""

    __table_args__ = (
        Index("ix_nudge_person", "person_id", "at"),
        Index("ix_nudge_subject", "name", "subject_id"),
    )
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)  # "name:step:person:subject:episode"
    name: str  # of the rule in services/followup
    step: int = 0
    kind: str = (
        "reminder"  # reminder | promise | alert | digest | action; only reminders are capped
    )
    person_id: int = Field(foreign_key="person.id")  # who was reminded
    subject_id: int | None = None  # the match, vacancy, placement … it is about
    at: datetime = Field(sa_type=Utc)
    message_id: int | None = None


class SavedView(SQLModel, table=True):
    """A list as a member of staff likes to see it: search, filters and order."""

    __table_args__ = (UniqueConstraint("person_id", "page", "name"),)
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    page: str
    name: str
    query: str  # as in the address
    created: datetime = Field(sa_type=Utc)
