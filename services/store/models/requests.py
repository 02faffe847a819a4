"""What somebody asks a person to do: to call."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from services.store.db import Utc
from services.store.models.columns import sealed, time

_OPEN = "done IS NULL"


class Request(SQLModel, table=True):
    """A *verzoek*: it waits for a person until it is done; it goes when its person is erased."""

    __table_args__ = (
        Index("ix_request_open", "due", sqlite_where=text(_OPEN), postgresql_where=text(_OPEN)),
    )
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    kind: str  # what is asked: call
    phone: str | None = sealed()  # the number to call, E.164
    slot: str = ""  # when to call: "2026-11-30-am"
    due: datetime = Field(sa_type=Utc)  # until when it is promised
    tries: int = 0  # times that nobody answered a call
    created: datetime = Field(sa_type=Utc)
    done: datetime | None = time()
    done_by: int | None = None
    how: str = ""  # how it ended, a code
