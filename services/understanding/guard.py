"""The guard: what is never kept, whatever somebody types (decision 8, REQUIREMENTS P1 to P4).

BSN and bank numbers, words that name an illness, and words that name somebody's origin or
religion. A language is not an origin ("ik spreek Turks") and a bakery may be Turkish.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import phonenumbers
from stdnum import iban
from stdnum.nl import bsn

MARK = "…"


@dataclass(frozen=True)
class Finding:
    """Something that may not be kept: bsn, iban, phone, email, address, diagnosis or origin."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Checked:
    """The words without what may not be kept, and what that was."""

    clean: str
    found: tuple[Finding, ...] = ()


_NINE = re.compile(r"(?<![\d+])(?:\d[ .-]?){8}\d(?!\d)")
_BSN_WORD = re.compile(r"\b(?:bsn|burger ?service ?nummer|sofi ?-?nummer)\b", re.IGNORECASE)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{2,4}){3,8}\b", re.IGNORECASE)
_EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_ADDRESS = re.compile(
    r"\b[A-Z][\w'’-]*(?:straat|laan|weg|plein|kade|singel|gracht|dreef|hof|pad) \d{1,4}[a-z]?\b"
)
_ILLNESS = re.compile(
    r"""\b(?:
    autis\w*|asperger\w*|ad[hd]d\b|adhd\w*|pdd-?nos|depressi[ef]\w*|depressed|ptss|ptsd
    |trauma['’]?s?
    |borderline|schizofren\w*|psychos\w*|psychot\w*|bipolai?re?\w*|manisch\w*|angststoornis\w*
    |paniekaanval\w*|burn-?\s?outs?|overspannen|dyslexi\w*|dyscalculi\w*|reuma\w*|artrose|artritis
    |fibromyalgie|diabetes|suikerziekte|epilepsie|epilepti\w*|kanker|cancer|chemokuur|hiv\b|aids\b
    |copd|astma|asthma|hernia|ms-patiënt|multiple\ sclerose|parkinson|alzheimer|dementie\w*
    |hartaanval|hartinfarct|beroerte|herseninfarct|hersenletsel|verslaa?f\w*|verslaving\w*
    |alcoholist\w*|addict(?:ed|ion)?|zwanger\w*|pregnan\w*|chronisch\ ziek\w*|crohn|long-?covid
    |psychiater|antidepressiva|verstandelijk\ beperkt\w*|licht\ verstandelijk\w*
    |eetstoornis\w*|anorexi\w*
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_PEOPLES = (
    r"marokk?aan\w*|turk(?:en|se?)?|syri[eë]r\w*|syrische?|eritre\w+|somali\w*|surina\w+"
    r"|antilli?aan\w*|pool(?:se?)?|polen|oekra[iï]en\w*|afghaa?n\w*|irakees|iraki\w*"
    r"|irani[eë]r\w*|koerd\w*|buitenlander\w*|allochtoon|allochtonen|vluchteling\w*"
    r"|asielzoeker\w*|zigeuner\w*|roma"
)
_FAITHS = (
    r"moslim\w*|muslim\w*|islamitisch\w*|christen\w*|katholiek\w*|joods?\w*|hindoe\w*|atheïst\w*"
)
_ORIGIN = re.compile(
    rf"""(?:\b(?:ik\ ben|we\ zijn|wij\ zijn|hij\ is|zij\ is|ze\ is|i\ am|i['’]m|hij['’]s)
          (?:\ een|\ van\ oorsprong|\ ook|\ a|\ an)?\ (?:{_PEOPLES}|{_FAITHS})\b)
      |(?:\bgeen\ (?:{_PEOPLES}|{_FAITHS})\b)
      |(?:\b(?:alleen|liefst|uitsluitend)\ (?:autochto\w+|blanke?n?|{_PEOPLES}|{_FAITHS})\b)
      |(?:\b(?:van|uit)\ (?:turkse|marokkaanse|surinaamse|poolse|syrische|eritrese)
          \ (?:afkomst|komaf)\b)
      |(?:\b(?:ik\ kom\ uit|ik\ ben\ geboren\ in|mijn\ nationaliteit\ is|i\ come\ from)
          \ (?:turkije|marokko|syri[eë]|eritrea|somali[eë]|polen|oekra[iï]ne|afghanistan|irak|iran
            |suriname|bulgarije|roemeni[eë]|ethiopi[eë]|turkey|morocco|syria|poland|ukraine)\b)""",
    re.IGNORECASE | re.VERBOSE,
)


def check(text: str, *, own_contact: bool = False) -> Checked:
    """Find what may not be kept. `own_contact`: somebody may give their own number and address."""
    found = [*_numbers(text), *_matching("diagnosis", _ILLNESS, text)]
    found += _matching("origin", _ORIGIN, text)
    if not own_contact:
        found += _contacts(text)
    kept: list[Finding] = []
    for each in sorted(found, key=lambda finding: (finding.start, -finding.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    clean = text
    for each in reversed(kept):
        clean = clean[: each.start] + MARK + clean[each.end :]
    return Checked(clean, tuple(kept))


def _numbers(text: str) -> list[Finding]:
    found = [Finding("iban", *m.span()) for m in _IBAN.finditer(text) if iban.is_valid(m[0])]
    near_word = _BSN_WORD.search(text)
    for match in _NINE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        spaced_as_phone = digits.startswith("0")
        if near_word or (not spaced_as_phone and bsn.is_valid(digits)):
            found.append(Finding("bsn", *match.span()))
    return found


def _matching(kind: str, pattern: re.Pattern[str], text: str) -> list[Finding]:
    return [Finding(kind, *match.span()) for match in pattern.finditer(text)]


def _contacts(text: str) -> list[Finding]:
    found = _matching("email", _EMAIL, text) + _matching("address", _ADDRESS, text)
    for match in phonenumbers.PhoneNumberMatcher(text, "NL"):
        found.append(Finding("phone", match.start, match.end))
    return found
