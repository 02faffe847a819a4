"""Driving licences as people name them. Certificates such as heftruck are skills, not licences."""

from __future__ import annotations

import re

from services.understanding.numbers import beginning

_NOT_NEEDED = re.compile(
    r"\b(?:geen|zonder|no|niet)\b[^.]{0,12}(?:rijbewijs|driving|licen[cs]e)"
    r"|rijbewijs(?: [a-e]{1,2})? (?:is )?(?:niet|geen)|niet in het bezit[^.]{0,12}rijbewijs"
    r"|^(?:ik heb (?:er )?)?(?:geen|none|nee|no)(?: hoor)?$|kan niet (?:auto)?rijden|can'?t drive"
)
_NOT_YET = re.compile(
    r"\bbezig\b|\brijles|\bbijna\b|rijbewijs (?:aan het )?halen|learning to drive|lessons"
)
_CODE = r"(?:AM|BE|CE|C1E?|DE|D1|A1|A2|B\+E|C\+E|A|B|C|D|E|T)"
_LINK = r"(?:\s*(?:,|en|\+|/|of|and|or)\s*)"
_CODES = rf"{_CODE}(?![\w-])(?:{_LINK}{_CODE}(?![\w-]))*"
_NAMED = re.compile(
    r"(?:rijbewijs|rijbewijzen|driving licen[cs]e|licen[cs]e|categorie)"
    rf"\s*(?:categorie|type|code)?\s*[:(]?\s*({_CODES})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?<![\w-])({_CODES}|(?:be?|ce?|d)(?: (?:en|of) (?:be?|ce?|d))*)[ -]*"
    r"(?:rijbewij|[Dd]riving licen|[Ll]icen[cs]e)"
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
    said = _NAMED.search(text) or _BEFORE.search(text) or _ALONE.fullmatch(text)
    if said:
        codes = re.sub(r"(?<=[BC])\s?\+\s?(?=E)", "", said[1].upper())
        return list(dict.fromkeys(_EACH.findall(re.sub(r"\b(?:EN|OF|AND|OR)\b", " ", codes))))
    found = next((code for pattern, code in _WORDS if re.search(pattern, text.lower())), None)
    return [found] if found else None


_CODES_KEPT = ("CE", "C", "D", "BE", "B", "T", "AM")  # the one that allows most stands for all
_NONE = re.compile(
    r"^(?:nee|neen|nope|no|geen|niet|nog niet|nog geen|nooit|none|niks|helaas|heb ik niet|nah)\b"
    r"|\bverlopen|\bingetrokken|\bongeldig|\bkwijt|\bingeleverd|\bbezig\b|\brijles|\blessen\b"
    r"|\bbijna\b"
    r"|\btheorie|\bexamen|\bhalen\b|\bexpired|\blessons\b|\bgezakt|\bniet gehaald|\bafgepakt"
    r"|\bnot yet"
)
_FOREIGN = re.compile(
    r"\b(?:syrisch|marokkaans|turks|eritre\w*|oekra\w*|somali\w*|irak\w*|iraans|afgha\w*"
    r"|buitenland\w*"
    r"|internationa\w*|russisch|surinaams|egypt\w*|ander land|foreign|international|syrian"
    r"|turkish"
    r"|ukrainian|uit \w+)\b"
)


def licence(words: str) -> str | None:
    """The one code kept of somebody's licence, "none", or None where it must be asked.

    A licence of another country counts here for a short time only, so that is asked.
    """
    text = " ".join(beginning(words).lower().split())
    yes = re.sub(r"^(?:nee|no|nope)[, ]+(?:maar )?(?:wel|but|alleen)\b", "", text)
    held = licences(words if yes == text else yes) or []
    if _NONE.search(yes) or (yes != text and not held):
        return "none"
    if licences(words) == []:
        return "none"
    if _FOREIGN.search(text):
        return None
    return next((code.lower() for code in _CODES_KEPT if code in held), None)
