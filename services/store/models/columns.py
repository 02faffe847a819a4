"""The kinds of column that tables share."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from services.store.db import Utc
from services.store.sealed import Sealed

Json = dict[str, Any]


def sealed() -> Any:
    """Encrypted at rest (see `services.store.sealed`)."""
    return Field(default=None, sa_type=Sealed)


def looked_up(*parts: str, primary_key: bool = False) -> Any:
    """A keyed hash that finds a row. `parts` say of what, so that `werklijn rekey` can renew it.

    A part is the name of a column of the same row, or a fixed word after "=".
    """
    return Field(primary_key=primary_key, sa_column_kwargs={"info": {"lookup": parts}})


def json() -> Any:
    """An object; replaced, never changed in place (in-place changes are not saved)."""
    return Field(default_factory=dict, sa_type=JSON)


def json_list() -> Any:
    """A list; replaced, never changed in place."""
    return Field(default_factory=list, sa_type=JSON)


def time(*, index: bool = False) -> Any:
    """A moment in UTC that may be open."""
    return Field(default=None, sa_type=Utc, index=index)
