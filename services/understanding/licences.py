"""Driving licences as people name them. Certificates such as heftruck are skills, not licences."""

from __future__ import annotations

import re

from services.understanding.numbers import beginning

_NOT_NEEDED = re.compile(
    r"\b(?:geen|zonder|no|niet)\b[^.]{0,12}(?:rijbewijs|driving|licen[cs]e)|rijbewijs (?:is )?niet"
    r"|^(?:ik heb (?:er )?)?(?:geen|none|nee|no)(?: hoor)?$|kan niet (?:auto)?rijden|can'?t drive"
)
_NOT_YET = re.compile(r"\bbezig\b|\brijles|\bbijna\b|learning to drive|lessons")
_CODE = r"(?:AM|BE|CE|C1E?|DE|D1|A1|A2|B\+E|C\+E|A|B|C|D|E|T)"
_LINK = r"(?:\s*(?:,|en|\+|/|of|and|or)\s*)"
_CODES = rf"{_CODE}(?![\w-])(?:{_LINK}{_CODE}(?![\w-]))*"
_NAMED = re.compile(
    r"(?:rijbewijs|rijbewijzen|driving licen[cs]e|licen[cs]e|categorie)"
    rf"\s*(?:categorie|type|code)?\s*[:(]?\s*({_CODES})",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?:alleen |ik heb |een |only |i have )*({_CODES})(?:\W+(?:en|and)\s+\w{{4,}}.*)?",
    re.IGNORECASE,
)
_EACH = re.compile(r"AM|BE|CE|C1E?|DE|D1|A1|A2|A|B|C|D|E|T")
_WORDS = (
    (r"groot rijbewijs|vrachtwagenrijbewijs|truck licen[cs]e|vrachtwagen\b", "C"),
    (r"(?:bromfiets|brommer|scooter)\w*", "AM"),
    (r"(?:trekker|tractor)(?:rijbewijs)?\b", "T"),
    (r"busrijbewijs", "D"),
    (r"\bmotor(?:rijbewijs)?\b", "A"),
    (r"autorijbewijs|\brijbewijs\b|driving licen[cs]e|driver'?s licen[cs]e|^auto$|^car$", "B"),
)


def licences(words: str) -> list[str] | None:
    """Licence codes in the words; [] when it says none; None when it speaks of no licence.

    Somebody who is still learning has none to name: None.
    """
    text = " ".join(beginning(words).split())
    if _NOT_NEEDED.search(text.lower()):
        return []
    if _NOT_YET.search(text.lower()):
        return None
    said = _NAMED.search(text) or _ALONE.fullmatch(text)
    if said:
        codes = re.sub(r"(?<=[BC])\s?\+\s?(?=E)", "", said[1].upper())
        return list(dict.fromkeys(_EACH.findall(re.sub(r"\b(?:EN|OF|AND|OR)\b", " ", codes))))
    found = next((code for pattern, code in _WORDS if re.search(pattern, text.lower())), None)
    return [found] if found else None
