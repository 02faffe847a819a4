"""What somebody in danger wrote: apart from the conversation, the profile and the dossier."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from services.store.db import Utc
from services.store.models.columns import json_list, sealed, time

_OPEN = "raised IS NOT NULL AND done IS NULL"


class Urgent(SQLModel, table=True):
    """Words that staff must read at once (danger-first); they go when the person is erased.

    Until `raised` is set nobody was told: somebody is still being asked how they are.
    """

    __table_args__ = (
        Index("ix_urgent_open", "raised", sqlite_where=text(_OPEN), postgresql_where=text(_OPEN)),
    )
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    kind: str  # see services/understanding/danger
    words: str | None = sealed()
    team: str = ""  # whose lead may read it, code in the region file
    lead_only: bool = False  # a colleague is threatened: only the lead reads it
    spared_id: int | None = None  # that colleague, who does not, also when leading the team
    told: list[int] = json_list()  # whom it was told
    created: datetime = Field(sa_type=Utc)
    raised: datetime | None = time()
    seen: datetime | None = time()  # first opened in the console
    done: datetime | None = time()
    done_by: int | None = None
    how: str = ""  # read | called
