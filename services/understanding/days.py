"""A calendar day as people say it. Own rules first; dateparser only on words that hold a date.

dateparser by itself reads "32 uur" as tomorrow and "5" as the fifth, so it is never shown a text
without the name of a month or day, or a date in digits.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import dateparser

from services.understanding.numbers import plain

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
    *("september", "oktober", "november", "december"),
)
_SHORT = {
    **{month[:3]: month for month in _MONTHS},
    **{"mrt": "maart", "sept": "september", "may": "mei", "oct": "oktober", "march": "maart"},
    **{"january": "januari", "february": "februari", "june": "juni", "july": "juli"},
    **{"august": "augustus", "october": "oktober"},
}
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NOW = re.compile(
    r"\b(?:per direct|direct|meteen|nu|z\.?s\.?m|zo snel mogelijk|vandaag|gelijk|elk moment|altijd"
    r"|immediately|now|today|as soon as possible|asap|right away)\b"
)
_DATE_SIGNS = re.compile(r"\b\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?\b")


def day(words: str, today: date, language: str = "nl") -> date | None:
    """The day meant, or None. A day without a year that lies behind us is next year's."""
    text = re.sub(r"\b(\w+)\b\.?", lambda m: _SHORT.get(m[1], m[0]), plain(words))
    for rule in (_near, _from_now, _season, _part_of_month, _weekday, _exact, _month):
        found = rule(text, today)
        if found is not None:
            return found
    return None


def _near(text: str, today: date) -> date | None:
    if _NOW.search(text):
        return today
    if re.search(r"\bovermorgen\b|day after tomorrow", text):
        return today + timedelta(days=2)
    if re.search(r"\bmorgen\b|\btomorrow\b", text) and "morgens" not in text:
        return today + timedelta(days=1)
    return None


def _from_now(text: str, today: date) -> date | None:
    units = {"da": 1, "we": 7, "wk": 7, "ma": 30, "mo": 30, "ja": 365, "ye": 365}
    said = re.search(
        r"\b(?:over|binnen|na|in) (?:ongeveer |een |a )?(\d{1,3}|paar|half|een)? ?"
        r"(dag|week|weken|wk|maand|jaar|day|month|year)",
        text,
    )
    if said:
        days = units[said[2][:2]]
        amount = {"paar": 3.0, "half": 0.5, "een": 1.0, None: 1.0}.get(said[1])
        return today + timedelta(days=round((amount or float(said[1])) * days))
    if re.search(r"\b(?:volgende|komende|next) week\b", text) and not _named_weekday(text):
        return today + timedelta(days=7 - today.weekday())
    if re.search(r"\b(?:volgende|komende|next) (?:maand|month)\b", text):
        return _first(today.year, today.month + 1)
    return None


def _season(text: str, today: date) -> date | None:
    if re.search(r"na de (?:zomer|vakantie)|after (?:the )?summer|einde zomer", text):
        return _ahead(today, 9, 1)
    if re.search(r"nieuwe jaar|na (?:de )?kerst|volgend jaar|new year|next year", text):
        return date(today.year + 1, 1, 1)
    seasons = {"voorjaar": 3, "lente": 3, "spring": 3, "zomer": 6, "najaar": 9, "herfst": 9}
    month = next((m for name, m in seasons.items() if name in text), None)
    return _ahead(today, month, 1) if month else None


def _part_of_month(text: str, today: date) -> date | None:
    said = re.search(r"\b(half|medio|midden|begin|eind|einde|mid|end of|start of)\b(.*)", text)
    if said is None:
        return None
    number = {"half": 15, "medio": 15, "midden": 15, "mid": 15, "begin": 1, "start of": 1}
    wanted = number.get(said[1], 31)
    name = next((m for m in _MONTHS if re.search(rf"\b{m}\b", said[2])), None)
    if name is None and re.search(r"maand|month", said[2]):
        return _clamped(today.year, today.month, wanted)
    return _ahead(today, _MONTHS.index(name) + 1, wanted) if name else None


def _named_weekday(text: str) -> int | None:
    for names in (_WEEKDAYS, _ENGLISH_DAYS):
        for number, name in enumerate(names):
            if re.search(rf"\b{name}\b", text):
                return number
    return None


def _weekday(text: str, today: date) -> date | None:
    number = _named_weekday(text)
    if number is None or any(month in text for month in _MONTHS) or _DATE_SIGNS.search(text):
        return None
    ahead = (number - today.weekday()) % 7 or 7
    if re.search(r"\b(?:volgende|next) week\b", text):
        ahead = 7 - today.weekday() + number
    return today + timedelta(days=ahead)


def _exact(text: str, today: date) -> date | None:
    """A day with its month, in words or digits; this part is dateparser's."""
    months = "|".join(_MONTHS)
    iso = re.search(r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)\b", text)
    if iso:
        return date.fromisoformat(iso[0])
    said = re.search(rf"\b\d{{1,2}}(?:e|ste|de|th|st)? (?:{months})(?: \d{{4}})?\b", text)
    said = said or re.search(rf"\b(?:{months}) \d{{1,2}}(?:,? \d{{4}})?\b", text)
    words = re.sub(r"(\d)(?:ste|de|e|th|st) ", r"\1 ", said[0]) if said else ""
    if said is None:
        signs = _DATE_SIGNS.search(text)
        words = signs[0].replace(".", "-") if signs else ""
    if not words:
        return None
    base = datetime(today.year, today.month, today.day)  # noqa: DTZ001 - a calendar day
    found = dateparser.parse(
        words,
        languages=["nl"],
        settings={
            "RELATIVE_BASE": base - timedelta(days=1),
            "PREFER_DATES_FROM": "future",
            "DATE_ORDER": "DMY",
            "REQUIRE_PARTS": ["day", "month"],
        },
    )
    return found.date() if found else None


def _month(text: str, today: date) -> date | None:
    said = re.search(rf"\b({'|'.join(_MONTHS)})\b(?: (\d{{4}}))?", text)
    if said is None:
        return None
    month = _MONTHS.index(said[1]) + 1
    if said[2]:
        return date(int(said[2]), month, 1)
    if month == today.month:
        return today
    return _ahead(today, month, 1)


def _ahead(today: date, month: int, number: int) -> date:
    """This day of this month, this year or else next."""
    found = _clamped(today.year, month, number)
    return found if found >= today else _clamped(today.year + 1, month, number)


def _clamped(year: int, month: int, number: int) -> date:
    last = (_first(year, month + 1) - timedelta(days=1)).day
    return date(year, month, min(number, last))


def _first(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
