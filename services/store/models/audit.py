"""What staff and codes did and saw, to be able to tell afterwards."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from services.store.db import Utc
from services.store.models.columns import Json, json


class Audit(SQLModel, table=True):
    """One thing that happened at a door, or one page with people on it. Ids and codes only.

    Appended by services/audit, never edited; it goes when the region's period `audit` is over.
    """

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Utc, index=True)
    kind: str = Field(index=True)
    actor_id: int | None = Field(default=None, index=True)  # a person; None: nobody known
    role: str = ""  # of the actor at that time
    organisation: str = ""
    address: str = Field(default="", index=True)  # keyed hash of where it came from
    code: str = Field(default="", index=True)  # the beginning of the keyed hash of a code
    page: str = ""  # the pattern of its address
    people: list[int] = Field(default_factory=list, sa_type=JSON)  # who was shown, or whom it is of
    codes: Json = json()


class Look(SQLModel, table=True):
    """Somebody who stood on a page that was looked at: finds the rows of the log by that person."""

    __table_args__ = (Index("ix_look_person", "person_id", "audit_id"),)
    audit_id: int = Field(primary_key=True, foreign_key="audit.id")
    person_id: int = Field(primary_key=True)
