"""Words around the name of an occupation or skill that do not help to recognise it."""

from __future__ import annotations

import re

from services.vocabulary.data import rows, several

# Things adverts and people put beside a title: gender signs, hours, levels, pay, shifts.
_PATTERNS = (
    r"\b[mvfx](?:\s*[/|]\s*[mvfxdhw]){1,3}\b",
    r"\b\d{1,2}(?:[.,]\d)?(?:\s*(?:-|–|/|t/m|tot|à|a)\s*\d{1,2}(?:[.,]\d)?)?\s*\+?\s*"
    r"(?:uur|uren|hours?|hrs|u)\b(?:\s*(?:per|p\.?/?|a|in de)\s*(?:week|w|wk)\b\.?)?",
    r"\b(?:mbo|vmbo|hbo|havo|vwo|mavo|wo)(?:\s*[-/+]\s*(?:mbo|hbo|wo|werk))*"
    r"(?:[\s-]*(?:niveau)?\s*\d(?:\s*(?:[/,-]|en|of)\s*\d)?)?\b",
    r"\b(?:niveau|level)\s*\d(?:\s*(?:[/,-]|en|of)\s*\d)?\b",
    r"(?:€|\beur\b|\beuro\b)\s{0,3}\d[\d.,]{0,20}|\b\d[\d.,]{0,20}\s{0,3}(?:€|euro\b)",
    r"\bper (?:uur|week|maand|direct|week|1 \w+)\b|\b\d\s*(?:ploegen\w*|dagen|shifts?)\b",
    r"\bp/?w\b|\bp\.w\.|\bz\.?s\.?m\.?\b",
)
PATTERN = re.compile("|".join(_PATTERNS), re.IGNORECASE)

_GROUPS = {row["group"]: frozenset(several(row["words"])) for row in rows("word_groups")}

FILLERS = _GROUPS["fillers"]  # of a sentence in which somebody tells what they do or want
TITLE_NOISE = _GROUPS["title-noise"]  # beside a title in an advert
PLACES = _GROUPS["places"]  # towns beside a title: the region's and the largest of the country
NEGATIONS = _GROUPS["negations"]
GENERIC = _GROUPS["generic"]  # in so many names that alone they name nothing
LAST_PARTS = _GROUPS["last-parts"]  # of compounds, also where they do not stand alone in a label
NOT_IN_TEXT = _GROUPS["not-in-text"]  # names that mean something else in running text: "onze klant"
BEFORE_NAMES = _GROUPS["before-names"]  # a capitalised word after these is a person's name
# Endings of words for a person at work, and those whose plural ends in -en (the others take -s).
PERSON_ENDINGS = tuple(_GROUPS["person-endings"])
PERSON_ENDINGS_EN = tuple(_GROUPS["person-endings-en"])


def without(text: str) -> str:
    """``text`` with hours, gender signs, levels and pay cut out."""
    return PATTERN.sub(" ", text)
