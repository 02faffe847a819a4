"""Driving licences as people name them. Certificates such as heftruck are skills, not licences."""

from __future__ import annotations

import re

_NOT_NEEDED = re.compile(
    r"\b(?:geen|zonder|no|niet)\b[^.]{0,12}(?:rijbewijs|driving|licen[cs]e)|rijbewijs (?:is )?niet"
)
_NAMED = re.compile(
    r"(?:rijbewijs|driving licen[cs]e|licen[cs]e|categorie)\s*(?:categorie|type|code)?\s*:?\s*"
    r"((?:(?:AM|BE|CE|DE|A|B|C|D|E|T)(?:\s*(?:,|en|\+|/|of|and|or)\s*)?)+)(?![\w-])",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?:(?:AM|BE|CE|DE|A|B|C|D|T)(?:\s*(?:,|en|\+|/|of|and)\s*)?)+", re.IGNORECASE)
_WORDS = (
    (r"groot rijbewijs|vrachtwagenrijbewijs|truck licen[cs]e", "C"),
    (r"(?:bromfiets|brommer|scooter)\w*", "AM"),
    (r"(?:trekker|tractor)(?:rijbewijs)?\b", "T"),
    (r"busrijbewijs", "D"),
    (r"autorijbewijs|in (?:het )?bezit van (?:een )?(?:geldig )?rijbewijs|\brijbewijs\b", "B"),
)


def licences(words: str) -> list[str] | None:
    """Licence codes in the words; [] when it says none; None when it speaks of no licence."""
    text = " ".join(words.split())
    if _NOT_NEEDED.search(text.lower()) or text.lower() in ("geen", "nee", "none", "no"):
        return []
    said = _NAMED.search(text)
    codes = said[1] if said else text if _ALONE.fullmatch(text) else ""
    if codes:
        return list(dict.fromkeys(re.findall(r"AM|BE|CE|DE|A|B|C|D|T", codes.upper())))
    for pattern, code in _WORDS:
        if re.search(pattern, text.lower()):
            return [code]
    return None
