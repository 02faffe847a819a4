"""What the search index has to read anew."""

from __future__ import annotations

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class Change(SQLModel, table=True):
    """The last change of a jobseeker's or a vacancy's matching facts; ids only.

    Triggers write it (migration 0002), so that nothing which changes a row can forget to. A
    migration that builds the table `jobseeker` or `vacancy` anew on SQLite must make them again.
    ``number`` is the transaction's on PostgreSQL and one higher each time on SQLite: see
    services/search. The row stays when the jobseeker or vacancy goes.
    """

    kind: str = Field(primary_key=True)  # jobseeker | vacancy
    key: int = Field(primary_key=True)
    number: int = Field(sa_type=BigInteger, index=True)
