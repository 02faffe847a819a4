"""Numbers and addresses that have a form of their own."""

from __future__ import annotations

import re

import phonenumbers

from services.understanding.numbers import beginning

_EMAIL = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}", re.IGNORECASE)
_KVK = re.compile(r"(?<!\d)(?:\d[ .-]?){7}\d(?!\d)")


def phone(words: str) -> str | None:
    """A phone number in E.164, Dutch unless it says otherwise; None for one that cannot exist."""
    words = beginning(words)
    for match in phonenumbers.PhoneNumberMatcher(words, "NL"):
        return _e164(match.number)
    try:
        number = phonenumbers.parse(words, "NL")
    except phonenumbers.NumberParseException:
        return None
    return _e164(number) if phonenumbers.is_valid_number(number) else None


def _e164(number: phonenumbers.PhoneNumber) -> str:
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def email(words: str) -> str | None:
    """An e-mail address, in small letters."""
    found = _EMAIL.search(words)
    return found[0].lower() if found else None


def kvk(words: str) -> str | None:
    """A KvK number: eight digits, however they are spaced. Checked for form only."""
    found = _KVK.search(words)
    return re.sub(r"\D", "", found[0]) if found else None
