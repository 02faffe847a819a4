"""What stays of rows that are gone: counts."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel


class Frozen(SQLModel, table=True):
    """How many rows of one month and slice were removed because their period was over."""

    __table_args__ = (
        UniqueConstraint("what", "month", "gemeente", "organisation", "kind", "sort"),
    )
    id: int | None = Field(default=None, primary_key=True)
    what: str  # match | vacancy | placement | survey-<side> | event | jobseeker | employer
    month: str  # 2026-11
    gemeente: str = ""
    organisation: str = ""
    kind: str = ""  # a code: the state, the kind
    sort: str = ""  # a second code: the sector, the score
    count: int = 0
