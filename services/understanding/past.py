"""A day that lies behind us: "2019", "3 jaar geleden", "sinds vorig jaar", "maart 2021"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from services.understanding.days import day
from services.understanding.numbers import plain

_AGO = re.compile(
    r"\b(\d{1,2}(?:,5)?|een|half|anderhalf|anderhalve|paar|a|one) (jaar|jaren|years?|maand\w*"
    r"|months?|we(?:ek|ken|eks?)|dag\w*|days?)\b"
)
_COUNTS = {"half": 0.5, "anderhalf": 1.5, "anderhalve": 1.5, "paar": 2}
_DAYS = {"ja": 365, "ye": 365, "ma": 30, "mo": 30, "we": 7, "da": 1}


def since(words: str, today: date) -> date | None:
    """The day meant; of a year alone the first of January."""
    text = plain(words)
    year = re.fullmatch(r"\D*((?:19|20)\d\d)\D*", text)
    found = day(words, today)
    if found is not None and found <= today and (year is None or found.year == int(year[1])):
        return found
    if year is not None and int(year[1]) <= today.year:
        return date(int(year[1]), 1, 1)
    ago = _AGO.search(text)
    if ago is not None:
        amount = ago[1].replace(",", ".")
        count = float(amount) if amount[0].isdigit() else _COUNTS.get(ago[1], 1)
        return today - timedelta(days=round(count * _DAYS[ago[2][:2]]))
    if re.search(r"\b(?:vorig|afgelopen|last) (?:jaar|year)\b", text):
        return date(today.year - 1, 1, 1)
    if found is not None and found > today:  # "maart" is the last one
        return found.replace(year=found.year - 1, day=min(found.day, 28))
    return None
