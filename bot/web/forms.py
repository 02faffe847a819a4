"""Reading what somebody filled in on a form; what cannot be is told at the field it is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field as made_new
from datetime import UTC, date, datetime, time, timedelta

from aiohttp import web

from services.clock import AMSTERDAM
from services.refused import RefusedError
from services.understanding import guard

YEARS = timedelta(days=3660)  # no day of this service lies further away than ten years


class WrongError(Exception):
    """A field cannot be as it was filled in; `text` says what to do about it."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__(f"{field}: {text}")
        self.field, self.text = field, text


def demand(true: bool, name: str, text: str) -> None:
    """Raise WrongError for a field unless this is true."""
    if not true:
        raise WrongError(name, text)


@dataclass(frozen=True)
class Filled:
    """The fields of a form that was posted, read one by one; each raises WrongError."""

    fields: Mapping[str, str]
    today: date

    def text(self, name: str, most: int = 500) -> str:
        """Words in one field; what may never be kept (raw-words) is refused, not cut out."""
        said = self.fields.get(name, "").strip()
        if len(said) > most:
            raise WrongError(name, "wrong-long")
        found = guard.check(said, own_contact=True).found
        if found:
            raise WrongError(name, f"guard-{guard.reason(found[0])}")
        return said

    def needed(self, name: str, most: int = 500) -> str:
        """The same, and there must be some."""
        said = self.text(name, most)
        if not said:
            raise WrongError(name, "wrong-empty")
        return said

    def one_of(self, name: str, codes: Collection[str]) -> str:
        """One of the codes the form offers."""
        said = self.fields.get(name, "")
        if said not in codes:
            raise WrongError(name, "wrong-choice")
        return said

    def whole(self, name: str, low: int, high: int) -> int:
        """A whole number between two bounds."""
        said = self.fields.get(name, "").strip()
        if not (said.isascii() and said.isdecimal() and len(said) < 6):
            raise WrongError(name, "wrong-number")
        if not low <= int(said) <= high:
            raise WrongError(name, "wrong-number")
        return int(said)

    def day(self, name: str) -> date:
        """A day; within ten years."""
        found = self.maybe_day(name)
        if found is None:
            raise WrongError(name, "wrong-day")
        return found

    def maybe_day(self, name: str) -> date | None:
        """The same, or nothing filled in."""
        said = self.fields.get(name, "").strip()
        if not said:
            return None
        try:
            found = date.fromisoformat(said) if re.fullmatch(r"\d{4}-\d\d-\d\d", said) else None
        except ValueError:
            found = None
        if found is None or abs(found - self.today) > YEARS:
            raise WrongError(name, "wrong-day")
        return found

    def moment(self, day_name: str, time_name: str) -> datetime:
        """A day and a time on the clock in Amsterdam; one that the clock skips is refused."""
        day, said = self.day(day_name), self.fields.get(time_name, "").strip()
        if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", said):
            raise WrongError(time_name, "wrong-time")
        local = datetime.combine(day, time.fromisoformat(said), AMSTERDAM)
        there = local.astimezone(UTC).astimezone(AMSTERDAM)
        if there.replace(tzinfo=None) != local.replace(tzinfo=None):
            raise WrongError(time_name, "wrong-time")
        return local.astimezone(UTC)


async def filled(request: web.Request, today: date) -> Filled:
    """The form that was posted; files and repeated fields count as nothing."""
    posted = await request.post()
    fields = {name: said for name, said in posted.items() if isinstance(said, str)}
    return Filled({name: said[:4000] for name, said in fields.items()}, today)


@dataclass(frozen=True)
class Problem:
    """Why a form came back: which form, which field, what to do, and what was filled in."""

    form: str = ""
    field: str = ""
    text: str = ""
    fields: Mapping[str, str] = made_new(default_factory=dict)

    def value(self, form: str, name: str, usual: object = "") -> str:
        """What a field holds: as it was filled in when this form came back, else as usual."""
        return self.fields.get(name, "") if form == self.form else str(usual)

    def at(self, form: str, name: str) -> bool:
        """Is this the field that cannot be as it is?"""
        return (form, name) == (self.form, self.field)


NO_PROBLEM = Problem()


def problem(form: str, wrong: WrongError, given: Filled) -> Problem:
    """The same, of an error."""
    return Problem(form, wrong.field, wrong.text, given.fields)


@contextmanager
def timely(name: str) -> Iterator[None]:
    """A moment or period that the service refuses is told at this field."""
    try:
        yield
    except RefusedError as refused:
        if refused.reason != "time":
            raise
        raise WrongError(name, "refused.time") from refused
