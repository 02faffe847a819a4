"""A calendar day as people say it. Own rules first; dateparser only on words that hold a date.

dateparser by itself reads "32 uur" as tomorrow and "5" as the fifth, so it is shown nothing but a
day with the name of a month, or a date in digits.
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
    **{"mrt": "maart", "mar": "maart", "sept": "september", "oct": "oktober", "march": "maart"},
    **{"january": "januari", "february": "februari", "june": "juni", "july": "juli"},
    **{"august": "augustus", "october": "oktober"},
}
_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NOW = re.compile(
    r"\b(?:per direct|direct|met{1,2}een|z\.?s\.?m|zo snel mogelijk|vandaag|vanmiddag|gelijk"
    r"|elk moment|altijd|immediately|today|as soon as possible|asap|right (?:away|now))\b"
    r"|^(?:ik kan |vanaf |per |i can start |from )?(?:nu|now)\b"
    r"(?: (?:al|beginnen|met{1,2}een))?\W*$"
)
_NOT_NOW = re.compile(
    r"\b(?:niet|nog niet|not)\b[^,.]{0,12}\b(?:per direct|direct|met{1,2}een|nu|gelijk|vandaag"
    r"|immediately|right away|right now|now)\b|\bnu (?:nog )?niet\b"
)
# A time of the day, an amount or a number of weeks is no day of a month: "9.30 uur", "2-3 weken".
_DATE_SIGNS = re.compile(
    r"(?<![\d.,/-])\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?(?![\d/-]|[.,]\d)"
    r"(?!\s*(?:uur|uren|u\b|hours?|dagen|days|weken|weeks|maanden|months|jaar|fte|euro|€|%))"
)


def day(words: str, today: date, language: str = "nl") -> date | None:
    """The day meant, or None. A day or month without a year that lies behind us is next year's."""
    text = re.sub(r"\b(\w+)\b\.?", lambda m: _SHORT.get(m[1], m[0]), plain(words))
    text = re.sub(
        r"(?:(?<=\bin )|(?<=\bfrom )|(?<=\bmid )|^)may\b|\bmay (?=\d)|(?<=\d )may\b", "mei ", text
    )
    rules = (
        *(_weekday_after, _week_number, _from_now, _near, _notice, _season, _part_of_month),
        *(_weekday, _exact, _month, _of_month),
    )
    for rule in rules:
        found = rule(text, today)
        if found is not None:
            return found
        if rule is _exact and (_DATED.search(text) or _DATE_SIGNS.search(text)):
            return None  # 31 February, month 13
    return None


def _near(text: str, today: date) -> date | None:
    if _NOW.search(_NOT_NOW.sub(" ", text)):
        return today
    if re.search(r"\bvan(?:avond|middag|ochtend|nacht)\b|\btonight\b", text):
        return today
    if re.search(r"\bovermorgen\w*|day after tomorrow", text):
        return today + timedelta(days=2)
    if re.search(r"\bmorgen(?!s\b)\w*|\btomorrow\b", text):
        return today + timedelta(days=1)
    return None


_UNIT = r"(dag(?:en)?|weekje|week|weken|wk|maand(?:en)?|jaar|days?|weeks?|months?|years?)\b"
_SOME = (
    r"(?:\d{1,3} ?(?:-|of|tot|or|to) ?)?"
    r"(\d{1,3}(?:,5)?|een paar|paar|half|anderhalve|anderhalf|een|a few|an?)"
)
_FROM_NOW = re.compile(
    rf"\b(?:over|binnen|na|in|after)(?: ongeveer| een| an?| about)? (?:{_SOME} ?)?{_UNIT}"
    rf"|^{_SOME} ?(?!dag|day){_UNIT}$|\b{_SOME} ?{_UNIT} (?:opzegtermijn|opzegtijd|notice)"
    rf"|opzegtermijn (?:van )?{_SOME} ?{_UNIT}"
)


def _from_now(text: str, today: date) -> date | None:
    said = _FROM_NOW.search(text)
    if said:
        amount, unit = next((said[n] or "een", said[n + 1]) for n in (1, 3, 5, 7) if said[n + 1])
        return _later(today, amount, unit)
    if re.search(r"\b(?:volgende|komende|next) week\b", text) and _named_weekday(text) is None:
        return today + timedelta(days=7 - today.weekday())
    if re.search(r"\b(?:volgende|komende|next) (?:maand|month)\b", text):
        half = re.search(r"\b(half|midden|medio|mid|eind\w*|end)\b", text)
        number = 1 if half is None else 31 if half[1].startswith("e") else 15
        return _clamped(today.year, today.month + 1, number)
    return None


def _later(today: date, amount: str, unit: str) -> date:
    """So many days, weeks, months or years from today: the same day of a later month."""
    named = {"half": 0.5, "een": 1, "a": 1, "an": 1, "anderhalve": 1.5, "anderhalf": 1.5}
    count = named.get(amount, 2)  # "een paar" is two
    count = float(amount.replace(",", ".")) if amount[0].isdigit() else count
    days = {"da": 1, "we": 7, "wk": 7}.get(unit[:2])
    if days:
        return today + timedelta(days=round(count * days))
    months = count * (12 if unit[:2] in ("ja", "ye") else 1)
    if months < 1:
        return today + timedelta(days=15)
    whole = _clamped(today.year, today.month + int(months), today.day)
    return whole + timedelta(days=round((months - int(months)) * 30))


def _notice(text: str, today: date) -> date | None:
    """The end of a notice: "ik moet eerst opzeggen, een maand"."""
    said = re.search(rf"\b{_SOME} ?{_UNIT}", text) if re.search(r"opzeg|notice", text) else None
    return _later(today, said[1], said[2]) if said else None


def _week_number(text: str, today: date) -> date | None:
    """The Monday of an ISO week: "week 42", "vanaf wk 45", "begin week 1"."""
    said = re.search(
        r"(?<!\d )(?<!per )\b(?:week|wk)\.? ?(?:nummer |nr\.? ?)?(\d{1,2})\b(?! ?uur)", text
    )
    if said is None:
        return None
    monday = today - timedelta(days=today.weekday())
    for year in (today.year, today.year + 1):
        try:
            found = date.fromisocalendar(year, int(said[1]), 1)
        except ValueError:
            continue
        if found >= monday:
            return max(found, today)
    return None


def _weekday_after(text: str, today: date) -> date | None:
    """A weekday some weeks ahead: "maandag over een week", "over twee weken op vrijdag"."""
    number = _named_weekday(text)
    said = re.search(r"\b(?:over|in) (\d{1,2}|een|a) we(?:ek|ken|eks?)\b", text)
    if number is None or said is None:
        return None
    weeks = int(said[1]) if said[1].isdigit() else 1
    return today + timedelta(days=((number - today.weekday()) % 7 or 7) + 7 * weeks)


_SEASONS = (
    (r"voorjaar|lente|spring", 3),
    (r"zomer|summer", 6),
    (r"najaar|herfst|autumn", 9),
)


def _season(text: str, today: date) -> date | None:
    new_year = (
        r"nieuwe jaar|nieuwjaar|volgend jaar|new year|next year|na (?:de )?kerst|oud en nieuw"
    )
    if re.search(rf"{new_year}|after christmas", text):
        return date(today.year + 1, 1, 1)
    if re.search(
        r"na de (?:zomer|vakantie)|after (?:the )?(?:summer|holiday)|einde? (?:van de )?zomer", text
    ):
        return _ahead(today, 9, 1)
    month = next((m for names, m in _SEASONS if re.search(rf"\b(?:{names})\b", text)), None)
    return _ahead(today, month, 1) if month else None


def _part_of_month(text: str, today: date) -> date | None:
    said = re.search(
        r"\b(half|halverwege|medio|midden|begin|eind|einde|mid|end of|start of|beginning of|early"
        r"|late)\b(.*)",
        text,
    )
    if said is None:
        return None
    number = {
        "half": 15,
        "halverwege": 15,
        "medio": 15,
        "midden": 15,
        "mid": 15,
        "begin": 1,
        "start of": 1,
    }
    number |= {"beginning of": 1, "early": 1}
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


_SPACED = re.compile(r"(?<![\d.,/-])\d{1,2} \d{1,2} 20\d\d\b")
_NAMES = "|".join(_MONTHS)
_DATED = re.compile(
    rf"\b\d{{1,2}}(?:e|ste|de|th|st|nd|rd)?(?: of)? (?:{_NAMES})(?:,? \d{{4}})?\b"
    rf"|\b(?:{_NAMES}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?\b(?! ?(?:uur|u\b))"
)


def _exact(text: str, today: date) -> date | None:
    """A day with its month, in words or digits; this part is dateparser's."""
    iso = re.search(r"\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)\b", text)
    if iso:
        return date.fromisoformat(iso[0])
    said = _DATED.search(text)
    words = re.sub(r"(\d)(?:ste|de|e|th|st|nd|rd)(?: of)?\b", r"\1", said[0]) if said else ""
    if said is None:
        signs = _DATE_SIGNS.search(text) or _SPACED.search(text)
        return _in_digits(signs[0], today) if signs else None
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


def _in_digits(signs: str, today: date) -> date | None:
    """Day first, always: month 13 is none, and is not taken for a day."""
    number, month, *year = (int(each) for each in re.split(r"[-/. ]", signs))
    if not 1 <= month <= 12 or not 1 <= number <= 31:
        return None
    if not year:
        found = _ahead(today, month, number)
        return found if found.day == number else None
    try:
        return date(year[0] + (2000 if year[0] < 100 else 0), month, number)
    except ValueError:
        return None


def _month(text: str, today: date) -> date | None:
    said = re.search(rf"\b({_NAMES})\b(?: ((?:19|20)\d\d))?", text)
    if said is None:
        digits = re.fullmatch(r"\W*(0?[1-9]|1[0-2])[-/](20\d\d)\W*", text)
        return date(int(digits[2]), int(digits[1]), 1) if digits else None
    month = _MONTHS.index(said[1]) + 1
    if said[2]:
        return date(int(said[2]), month, 1)
    if month == today.month:
        return today
    return _ahead(today, month, 1)


def _of_month(text: str, today: date) -> date | None:
    """The next "15e" or "eerste van de maand"."""
    said = re.search(
        r"\b(?:de |the )(\d{1,2})(?:e|ste|de|th|st|nd|rd)\b|\b(1)?(?:e|eerste) van de maand", text
    )
    if said is None or not 1 <= int(said[1] or 1) <= 31:
        return None
    number = int(said[1] or 1)
    found = _clamped(today.year, today.month, number)
    return found if found >= today else _clamped(today.year, today.month + 1, number)


def _ahead(today: date, month: int, number: int) -> date:
    """This day of this month, this year or else next."""
    found = _clamped(today.year, month, number)
    return found if found >= today else _clamped(today.year + 1, month, number)


def _clamped(year: int, month: int, number: int) -> date:
    """This day of the month, or its last; month 13 is January of the next year."""
    last = _first(year, month + 1) - timedelta(days=1)
    return last.replace(day=min(number, last.day))


def _first(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
