"""Numbers and minutes, in digits or in words."""

from __future__ import annotations

import re

from text_to_num import alpha2digit

_ENGLISH = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|hours?|minutes?)\b"
)
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?")
_LOW = {"twee": "2", "drie": "3", "two": "2", "three": "3", "four": "4"}
_SMALL = {"één": "1", "een": "1", "one": "1", "twee": "2", "two": "2"}


def plain(words: str) -> str:
    """Lower case, one space between words, numbers in digits ("tweeëndertig" is "32")."""
    flat = " ".join(words.lower().replace("’", "'").split())
    if not re.search(r"[a-zë]{3}", flat):
        return flat
    flat = re.sub(r"\b(?:twee|drie|two|three|four)\b", lambda match: _LOW[match[0]], flat)
    language = "en" if _ENGLISH.search(flat) else "nl"
    return str(alpha2digit(flat, language))


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
        return float(_SMALL[text])
    numbers = found(text)
    return numbers[0] if numbers else None


def minutes(words: str, language: str = "nl") -> int | None:
    """How long a journey may take: "half uur", "3 kwartier", "een uur", "20 min", "1,5 uur".

    "maakt niet uit" is two hours. Kilometres are not minutes: None.
    """
    text = plain(words)
    if re.search(r"maakt (?:me )?niet uit|doesn'?t matter|geen probleem", text):
        return 120
    if re.search(r"\bkm\b|kilomet", text):
        return None
    total = 0.0
    text, halves = re.subn(r"\banderhalf uur\b|\b1[.,]5 uur\b", " ", text)
    total += 90 * halves
    text, halves = re.subn(r"\b(?:een |n )?half ?uur(?:tje)?\b|\bhalf an hour\b", " ", text)
    total += 30 * halves
    for amount, unit in re.findall(r"(\d+(?:[.,]\d+)?|een|an?)? ?(kwartier|quarter)", text):
        total += 15 * (_many(amount) or 1) if unit else 0
    for amount in re.findall(r"(\d+(?:[.,]\d+)?|een|één|an?) ?(?:uur|hours?|u\b)", text):
        total += 60 * _many(amount)
    for amount in re.findall(r"(\d+) ?(?:m\b|min)", text):
        total += float(amount)
    if not total and (numbers := found(text)):
        total = numbers[0]
    return round(total) if 1 <= total <= 300 else None


def _many(amount: str) -> float:
    return value(amount) if amount[:1].isdecimal() else (1.0 if amount else 0.0)
