"""From codes to words, at the moment of showing: the only place where a reference is rendered.

What references there are stands in services/texts/refs.py, which makes them. Those of people are
put into words by services/messages/naming.py where a message is shown; what it could not read is
gone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import phonenumbers
import structlog
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from services import places, texts, vocabulary
from services.clock import AMSTERDAM
from services.texts.refs import Stored

log = structlog.get_logger()


def is_ref(value: Any) -> bool:
    """Is this a reference, and not a plain number or string?"""
    return isinstance(value, list | tuple) and bool(value) and value[0] in _RENDERERS


def render(language: str, ref: Stored) -> str:
    """A reference in words."""
    return _RENDERERS[ref[0]](language, *ref[1:])


def line(language: str, text_id: str, args: Mapping[str, Any] | None = None) -> str:
    """A text with its arguments, each rendered first."""
    ready = {k: render(language, v) if is_ref(v) else v for k, v in (args or {}).items()}
    return texts.text(language, text_id, ready)


def told(language: str, text_id: str, args: Mapping[str, Any] | None = None) -> str:
    """A line of a message that was stored; kind words where it cannot be made (any more).

    One line that another release wrote must not take a whole conversation with it.
    """
    try:
        return line(language, text_id, args)
    except _FAULTS as fault:
        log.warning("a line cannot be said", text=text_id, error=type(fault).__name__)
        return texts.text(language, "text-fault")


def called(language: str, ref: Stored) -> str:
    """The label of a stored button; "?" where it cannot be made (any more)."""
    try:
        return render(language, ref)
    except _FAULTS as fault:
        log.warning("a label cannot be said", error=type(fault).__name__)
        return "?"


_FAULTS = (texts.WordsError, LookupError, TypeError, ValueError, AttributeError)


def _text(language: str, text_id: str, args: Mapping[str, Any] | None = None) -> str:
    return line(language, text_id, args)


def _concept(language: str, kind: Any, code: str, said: str = "") -> str:
    """The everyday name, with the word in the reader's own language that led to it."""
    name = vocabulary.name(code, kind, texts.base(language))
    return f"{name} ({said})" if said else name


def _place(language: str, code: str) -> str:
    found = places.place(code)
    if found is None:
        return texts.text(language, "place-unknown")
    return f"{found.name} ({found.pc4})" if found.pc4 else found.name


def _locale(language: str) -> str:
    """Babel's name: English as it is written here, days before months."""
    code = texts.base(language)
    return "en_GB" if code == "en" else code


def _date(language: str, iso: str) -> str:
    return format_date(date.fromisoformat(iso), format="long", locale=_locale(language))


def _month(language: str, iso: str) -> str:
    return format_date(date.fromisoformat(iso), "LLLL yyyy", locale=_locale(language))


def _time(language: str, iso: str) -> str:
    local = datetime.fromisoformat(iso).astimezone(AMSTERDAM)
    return format_datetime(local, "EEEE d MMMM HH:mm", locale=_locale(language))


def _euro(language: str, cents: int) -> str:
    return format_currency(cents / 100, "EUR", locale=_locale(language))


def _wage(language: str, wage: Mapping[str, Any]) -> str:
    """{"low": cents, "high": cents, "unit": hour|month|year, "of"?} or {"marker": code}."""
    if "marker" in wage:
        return texts.text(language, f"wage-{wage['marker']}")
    low, high = _euro(language, wage["low"]), _euro(language, wage["high"])
    amount = low if low == high else texts.text(language, "unit-range", {"low": low, "high": high})
    said = texts.text(language, f"wage-per-{wage['unit']}", {"amount": amount})
    if not wage.get("of"):
        return said
    return texts.text(language, f"wage-of-{wage['of']}", {"amount": said})


def _hours(language: str, low: int, high: int) -> str:
    if low == high:
        return texts.text(language, "unit-hours", {"n": low})
    return texts.text(language, "unit-hours-range", {"low": low, "high": high})


def _phone(_: str, number: str) -> str:
    """A number as it is read in the Netherlands: 06 12345678, or with its country before it."""
    parsed = phonenumbers.parse(number)
    here = parsed.country_code == 31
    form = phonenumbers.PhoneNumberFormat
    return str(phonenumbers.format_number(parsed, form.NATIONAL if here else form.INTERNATIONAL))


def _list(language: str, *items: Stored) -> str:
    shown = [render(language, item) for item in items]
    return format_list(shown, locale=_locale(language)) if shown else ""


def _lines(language: str, *items: Stored) -> str:
    return "\n".join(f"• {render(language, item)}" for item in items)


def _ticked(language: str, *ref: Any) -> str:
    return f"✓ {render(language, ref)}"


def _gone(kind: str) -> Callable[..., str]:
    return lambda language, *_: texts.text(language, GONE[kind])


# What is said where a reference to a person can no longer be put into words.
GONE = {
    "name": "gone-somebody",
    "full-name": "gone-somebody",
    "number-of": "gone-number",
    "kept": "gone-words",
}
_RENDERERS: dict[str, Callable[..., str]] = {
    "text": _text,
    "concept": _concept,
    "place": _place,
    "words": lambda _, said: str(said),
    "number": lambda language, n: str(format_decimal(n, locale=_locale(language))),
    "date": _date,
    "month": _month,
    "time": _time,
    "euro": _euro,
    "wage": _wage,
    "hours": _hours,
    "phone": _phone,
    "list": _list,
    "lines": _lines,
    "ticked": _ticked,
    "told": told,
    **{kind: _gone(kind) for kind in GONE},
}
KINDS = tuple(_RENDERERS)  # of references
