"""What a line of the table of periods is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement
from sqlmodel import SQLModel

from services.unit_of_work import Work

Does = Literal["delete", "empty", "anonymise", "close"]


@dataclass(frozen=True)
class Rule:
    """What goes when a period of the region file is over.

    ``rows`` says which, given the moment before which things are too old. ``delete`` removes them
    with their ``children`` and lets ``unlinks`` no longer point to them; ``empty`` writes
    ``values``; ``anonymise`` and ``close`` call ``act`` for each person or vacancy. After it, a row
    is not found any more.
    """

    name: str
    period: str  # a field of services.region.parts.Retention
    table: type[SQLModel]
    does: Does
    rows: Callable[[Work, datetime], ColumnElement[bool]]
    values: Mapping[str, Any] = field(default_factory=dict)
    act: Callable[[Work, int], Awaitable[None]] | None = None
    joins: tuple[type[SQLModel], Any] | None = None  # a table the condition needs, and how
    children: tuple[Any, ...] = ()  # columns that point to it: their rows go with it
    unlinks: tuple[Any, ...] = ()  # columns that point to it: they are emptied
    counted: Mapping[str, Any] = field(default_factory=dict)  # slices: see frozen.py
    takes: tuple[type[SQLModel], ...] = ()  # tables whose rows go with the person
    portion: int = 500  # rows in one transaction, so that nobody waits for it
