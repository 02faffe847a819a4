"""How well somebody says they speak Dutch: none, little, reasonable or good."""

from __future__ import annotations

import re

from services.understanding.numbers import plain

_LEVELS = (  # the first that is found counts
    (
        "little",
        r"\b(?:niet|nie|not|no) (?:zo|heel|erg|echt|so|very|al te)* ?(?:goe[dt]|best|super|veel"
        r"|good|much)"
        r"|\b(?:bietje|betje|be+tje|be[ei]tje|beetje|bit|little|weinig|slecht|matig|bad|poor)\b"
        r"|\b(?:lastig|moeilijk|difficult|hard)\b|\bleer(?:en)? (?:het )?(?:nog|nu)"
        r"|\bnog (?:aan het )?ler"
        r"|\b(?:learning|cursus|taalles|inburger\w*|les)\b|\ba[12]\b|\bbasis\b|\bsimpel"
        r"|\bkan beter",
    ),
    (
        "reasonable",
        r"\bredelij?k|\bgaat (?:wel|best)|\bgemiddeld|\bvoldoende|\bb1\b|\bso so\b|\bmiddel"
        r"|\bzo zo\b"
        r"|\b(?:best|vrij|wel|aardig) (?:oke|oké|goe[dt])|\bniet slecht|\bnot bad|\bokay?\b"
        r"|\boké?\b"
        r"|\breasonabl|\bquite|\bfairly|\bpretty",
    ),
    (
        "none",
        r"\b(?:geen|niks|niets|nul|none|no|nothing|zero)\b|\b(?:helemaal|nog|at all) niet\b"
        r"|\bniet\b"
        r"|\bnot\b|\bnooit\b|\bdon'?t\b",
    ),
    (
        "good",
        r"\bgoe[dt]e?\b|\bgoo?d\b|\bprima\b|\bperfect|\bvloei|\bmoedertaal|\bmoeders taal"
        r"|\bnederlander"
        r"|\bnederlandse?$|\bnative|\bfluent|\buitstekend|\bgeboren|\bc[12]\b|\bb2\b|\bwell\b"
        r"|\bzeer\b"
        r"|\bben nederlands|\btop\b|\bsuper\b|\bmijn (?:eigen )?taal|\bopgegroeid|\balles\b",
    ),
)
_ALSO_NOT_BAD = re.compile(r"\b(?:niet|not) (?:zo |echt )?(?:slecht|bad)\b")


def dutch(words: str) -> str | None:
    """The level in an answer: "gaat wel", "a2", "ik leer nog", "niet zo goed"."""
    text = plain(words)
    if _ALSO_NOT_BAD.search(text):
        return "reasonable"
    return next((level for level, pattern in _LEVELS if re.search(pattern, text)), None)
