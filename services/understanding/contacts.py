"""Numbers and addresses that have a form of their own."""

from __future__ import annotations

import re

import phonenumbers

_EMAIL = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}", re.IGNORECASE)


def phone(words: str) -> str | None:
    """A phone number in E.164, Dutch unless it says otherwise."""
    for match in phonenumbers.PhoneNumberMatcher(words, "NL"):
        return str(phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164))
    try:
        number = phonenumbers.parse(words, "NL")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number) or len(re.findall(r"\d", words)) < 9:
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def email(words: str) -> str | None:
    """An e-mail address, in small letters."""
    found = _EMAIL.search(words)
    return found[0].lower() if found else None


def kvk(words: str) -> str | None:
    """A KvK number: eight digits, however they are spaced. Checked for form only."""
    digits = re.sub(r"\D", "", words)
    return digits if len(digits) == 8 else None


def postcode(words: str) -> str | None:
    """The four digits of a postcode ("2011 AB" gives "2011")."""
    found = re.search(r"\b([1-9]\d{3})\s?[A-Za-z]{2}\b", words) or re.fullmatch(
        r"\s*([1-9]\d{3})\s*", words
    )
    return found[1] if found else None
