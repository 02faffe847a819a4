"""How somebody can travel: the means that are named, without those that are denied."""

from __future__ import annotations

import re

from services.understanding.denying import affirmed, denies
from services.understanding.licences import licences
from services.understanding.numbers import plain

MEANS = ("walk", "bike", "scooter", "public-transport", "car")
_WITH = (
    r"(?:m'?n|mijn|me|een|my|a|de) (?:\w+ )?(?:man|vrouw|vriend|vriendin|zus|broer|vader|moeder"
    r"|buurman|buurvrouw|collega|partner|zoon|dochter|husband|wife|friend|schoonzus|neef|kennis)"
)
_NAMED = (
    (
        "walk",
        r"\blop\w*|\bte voet\b|\bvoet(?:en)?\b|\bbenenwagen|\bwalk\w*|\bfoot\b|\bwandel\w*"
        r"|\bloop\b",
    ),
    (
        "bike",
        r"\b(?:e-?)?(?:bak|race|elektrische )?fie[ts]{1,2}\w*|\bbi(?:ke|cycle)\b|\bcycl\w+"
        r"|\bvelo\b",
    ),
    ("scooter", r"\bbrom\w*|\bscoo?ter\w*|\bsnor(?:fiets|scooter)|\bmotor(?:fiets)?\b|\bmoped"),
    (
        "public-transport",
        r"\bo\.?v\.?\b|\bopenbaar|\bbus+(?:je|sen)?\b|\btrein\w*|\bmetro\b|\btram\b|\btrain\b"
        r"|\bpublic\b"
        r"|\bns\b|\bov-?\w+|\bconnexxion|\btransport\b",
    ),
    (
        "car",
        rf"\bauto\b|\bwagen\b|\bcar\b|\bmeerij\w*|\bcarpool\w*|\blift\b|\b(?:met|with) {_WITH}\b"
        rf"|\b{_WITH} (?:brengt|rijdt|kan me)|\bgebracht\b|\bautootje\b",
    ),
)
_ANY = re.compile(
    r"\balles\b|\balle\b|\bmaakt (?:me |mij |voor mij )?niks?(?:et|s)? uit|\bmaakt niet uit"
    r"|\banything\b|\ball\b"
    r"|\bdoesn'?t matter|\bvan alles"
)
_EXCEPT = re.compile(
    r"\b(?:behalve|except|alleen geen|alleen niet|maar geen|maar niet|but no|geen|niet)\b(.*)"
)


def means(words: str) -> list[str] | None:
    """Means of travel in an answer, in their fixed order; None when none is named or left."""
    text = plain(words)
    if _ANY.search(text):
        no = _EXCEPT.search(re.sub(r"maakt .{0,10}niet uit", " ", text))
        left = set(MEANS) - _in(no[1] if no else "")
    else:
        left = _in(affirmed(text) if denies(text) else text)
    if licences(text) == []:
        left -= {"car"}  # "auto maar geen rijbewijs"
    return [each for each in MEANS if each in left] or None


def _in(text: str) -> set[str]:
    return {each for each, pattern in _NAMED if re.search(pattern, text)}
