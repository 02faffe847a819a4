"""References: what to show, as a value that has no language yet. Pure: imports nothing of ours.

A message, a card and a page hold references; services/texts/render.py puts them into words in the
language of who reads them by then. Stored they are JSON lists, ["text", id, {…}], and this is the
only module that knows how one looks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any


class Ref(tuple[Any, ...]):
    """A kind and what it is of; made by the functions below and by nothing else.

    It equals itself as it comes back from the database: a list.
    """

    __slots__ = ()
    __hash__ = tuple.__hash__

    def __eq__(self, other: object) -> bool:
        return tuple.__eq__(self, tuple(other) if isinstance(other, list) else other)

    def __ne__(self, other: object) -> bool:
        return not self == other


Stored = Sequence[Any]  # a reference, or one that came back from the database as a list


def again(stored: Stored, /) -> Ref:
    """A reference that was stored, or a part of one."""
    return Ref(stored)


def text(text_id: str, /, **args: Any) -> Ref:
    """A text of locales/, with its arguments; "a|b" is the first of them that exists."""
    return Ref(("text", text_id, args) if args else ("text", text_id))


def told(text_id: str, args: Mapping[str, Any], /) -> Ref:
    """A line of a message that was stored; kind words where it cannot be made any more."""
    return Ref(("told", text_id, args))


def words(said: str, /) -> Ref:
    """Words as somebody wrote them: the same in every language."""
    return Ref(("words", said))


def concept(kind: str, code: str, said: str = "", /) -> Ref:
    """The everyday name of an occupation or a skill; `said` is the word that led to it."""
    return Ref(("concept", kind, code, said) if said else ("concept", kind, code))


def place(code: str, /) -> Ref:
    """A town or a postcode area."""
    return Ref(("place", code))


def day(on: date | str, /) -> Ref:
    """A day; a string is one that was stored (ISO 8601)."""
    return Ref(("date", str(on)))


def month(of: str, /) -> Ref:
    """The month of a stored day (ISO 8601)."""
    return Ref(("month", of))


def moment(at: datetime | str, /) -> Ref:
    """A day and a time of the clock, as it is in Amsterdam."""
    return Ref(("time", at if isinstance(at, str) else at.isoformat()))


def number(n: float, /) -> Ref:
    """A number as its reader writes it."""
    return Ref(("number", n))


def euro(cents: int, /) -> Ref:
    """An amount of money."""
    return Ref(("euro", cents))


def wage(stored: Mapping[str, Any], /) -> Ref:
    """{"low": cents, "high": cents, "unit": hour|month|year, "of"?} or {"marker": code}."""
    return Ref(("wage", stored))


def hours(low: int, high: int, /) -> Ref:
    """Hours a week, from and to."""
    return Ref(("hours", low, high))


def phone(number_: str, /) -> Ref:
    """A telephone number (E.164)."""
    return Ref(("phone", number_))


def listed(*items: Any) -> Ref:
    """References in one sentence: "a, b and c"."""
    return Ref(("list", *items))


def bullets(*items: Any) -> Ref:
    """References one below the other."""
    return Ref(("lines", *items))


def ticked(ref: tuple[Any, ...], /) -> Ref:
    """A choice that is chosen."""
    return Ref(("ticked", *ref))


def name(person_id: int, /) -> Ref:
    """What somebody wants to be called; read when it is shown (services/messages/naming.py)."""
    return Ref(("name", person_id))


def full_name(person_id: int, /) -> Ref:
    """The name that was given when people meet."""
    return Ref(("full-name", person_id))


def number_of(person_id: int, /) -> Ref:
    """Somebody's telephone number."""
    return Ref(("number-of", person_id))


def kept(what: str, row: int | None, /) -> Ref:
    """Words of somebody, by the row they stand in; for a remark by its event."""
    return Ref(("kept", what, row or 0))
