"""Numbers, minutes and kilometres, in digits or in words."""

from __future__ import annotations

import re

from text_to_num import alpha2digit

_ENGLISH = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty"
    r"|forty|fifty|hours?|minutes?|days?|weeks|months?)\b"
)
_LEAST_IN_WORDS = 2  # "een" is an article as well as a number
# A pattern that begins with digits has a left edge and an end, or long runs cost their square.
_NUMBER = re.compile(
    r"(?<![\d.,])\d{1,3}(?:\.\d{3}){1,3}(?:,\d{1,6})?|(?<!\d)\d{1,9}(?!\d)(?:[.,]\d{1,6})?"
)
_HALVES = re.compile(r"(?<![\d/])(\d{1,3})? ?(?:½|1/2(?!\d))")
_ABOUT = re.compile(  # "een dag of drie" is three days, more or less
    r"(?<!half )(?<!\d )\b(?:een |n )?(dag|uur|week|maand|jaar|minuut|kwartier)(?:tje|je|en)?"
    r" of (\d{1,2})\b(?! ?(?:min|uur|dag|week|weken|maand|jaar))"
)
LONGEST = 500  # signs of an answer that are read; a number, a day or an hour needs no more
_SMALL = {"één": 1.0, "een": 1.0, "one": 1.0}
_ANY = re.compile(
    r"maakt (?:me |mij |voor mij )?niets? uit|doesn'?t matter|geen probleem|no problem|\boveral\b"
)
_TOO_LONG = re.compile(r"\bte (?:lang|ver|veel)\b|\btoo (?:long|far|much)\b")
MOST_MINUTES = 300
LEAST_BARE = 5  # "2" alone may be hours
ANY_MINUTES = 120  # what "maakt niet uit" stands for


def beginning(words: str) -> str:
    """At most `LONGEST` signs of the words, cut between two of them: half a number is another."""
    if len(words) <= LONGEST:
        return words
    return re.sub(r"\S+\Z", "", words[: LONGEST + 1])


def plain(words: str) -> str:
    """Lower case, one space between words, numbers in digits ("tweeëndertig" is "32").

    Of a long text only the beginning, up to a whole word.
    """
    flat = " ".join(beginning(words).lower().replace("’", "'").split())
    flat = _HALVES.sub(lambda half: f"{half[1] or 0},5", flat)
    if not re.search(r"[a-zë]{3}", flat):
        return flat
    language = "en" if _ENGLISH.search(flat) else "nl"
    flat = re.sub(r"\b(twee|drie)en(?=twintig|dertig|veertig|vijftig)", r"\1ën", flat)
    return _ABOUT.sub(r"\2 \1", str(alpha2digit(flat, language, _LEAST_IN_WORDS)))


def value(digits: str) -> float:
    """Turn digits into a number: a point before three digits is for thousands."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits):
        digits = digits.replace(".", "")
    return float(digits.replace(",", "."))


def found(words: str) -> list[float]:
    """All numbers in the words, in order."""
    return [value(match[0]) for match in _NUMBER.finditer(words)]


def number(words: str, language: str = "nl") -> float | None:
    """The first number meant: "20", "twintig", "een stuk of 3", "een" alone."""
    text = plain(words)
    if text in _SMALL:
        return _SMALL[text]
    numbers = found(text)
    return numbers[0] if numbers else None


def minutes(words: str, language: str = "nl") -> int | None:
    """How long a journey may take: "half uur", "3 kwartier", "een uur", "20 min", "1,5 uur".

    Of a range the most. "maakt niet uit" is two hours. Kilometres are not minutes (None), and a
    number below 5 without a unit may be hours or minutes (None).
    """
    text = plain(words)
    if _ANY.search(text):
        return ANY_MINUTES
    if _TOO_LONG.search(text) and not re.search(
        r"(?:langer|meer|verder|longer|more) (?:dan|than)", text
    ):
        return None  # "een uur is te lang": how long then?
    if kilometres(text) is not None:
        return None
    ranges = re.split(r"\b(?:tot|of(?! an)|à|or|to)\b|(?<=\d)\s*[-–]\s*(?=\d)", text)
    total = max(map(_duration, ranges))
    if not total and (numbers := found(text)):
        total = max(numbers) if max(numbers) >= LEAST_BARE else 0
    return round(total) if 1 <= total <= MOST_MINUTES else None


_AMOUNT = r"((?<!\d)\d{1,6}(?:[.,]\d{1,6})?|een|één|an?)"
_FIXED = (  # minutes, and how people say them; each is taken out of the words when it is found
    (45, r"(?:three |3 )quarters? of an hour|\bdrie ?kwart(?:ier)? ?(?:uur)?\b|\b3 ?kwart uur\b"),
    (90, r"\banderhalf uur(?:tje)?\b|\ban hour and a half\b|\b(?:een )?uur of anderhalf\b"),
    (30, r"\b(?:een |n )?half ?uur(?:tje)?\b|\bhalf an hour\b|\ba half hour\b"),
)


def _duration(text: str) -> float:
    total = 0.0
    for length, pattern in _FIXED:
        text, times = re.subn(pattern, " ", text)
        total += length * times
    clock = re.search(r"\b(\d)\s*(?:u|uur|h|:)\s*(\d{2})\b", text)  # 1u30, 1:15
    if clock:
        return total + 60 * int(clock[1]) + int(clock[2])
    for amount in re.findall(rf"(?:{_AMOUNT} ?)?(?:kwartier|quarter)", text):
        total += 15 * (_many(amount) or 1)
    for amount in re.findall(rf"{_AMOUNT} ?(?:uur|hours?|u\b)", text):
        total += 60 * _many(amount)
    if re.fullmatch(r"\W*(?:max\.? |maximaal |hoogstens )?uurtje", text):
        total += 60
    for amount in re.findall(r"(?<!\d)(\d{1,6}) ?(?:m\b|min|')", text):
        total += float(amount)
    return total


def _many(amount: str) -> float:
    return value(amount) if amount[:1].isdigit() else (1.0 if amount else 0.0)


def kilometres(words: str, language: str = "nl") -> float | None:
    """How far somebody travels, when it is said as a distance: "max 10 km". Of a range the most."""
    said = re.findall(r"(?<!\d)(\d{1,6}(?:[.,]\d{1,6})?) ?(?:km\b|kilomet)", plain(words))
    return max(map(value, said)) if said else None
