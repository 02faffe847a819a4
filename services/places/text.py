"""Towns named in running text, such as an advert."""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from services.places.common import COMMON
from services.places.model import Place, place, plain, world
from services.places.travel import kilometres

_WORD = re.compile(r"'[st]-?(?=\s?[A-Z])|[^\W\d_]+")
_JOINT = re.compile(r"[-\s'’.]{0,2}")
_PHRASE = 5
_SAME = 6.0  # kilometres: a postcode this near a town belongs to it
# What stands before a place: a word, or a postcode.
_BEFORE = re.compile(
    r"(?:\b(?:in|te|bij|uit|naar|vanuit|nabij|omgeving|regio|rond|rondom|tussen|gemeente|near"
    r"|around|standplaats|werkplek|werklocatie|plaats|locatie|vestiging|filiaal)\b[\s:–-]*"
    r"|\b\d{4}\s?(?:[A-Z]{2})?,?\s+)$",
    re.IGNORECASE,
)
_VERB = re.compile(r"\bte\s+$", re.IGNORECASE)  # "te leiden": after this a capital is needed
_FIRM = re.compile(r"\bbij\s+$", re.IGNORECASE)  # "werken bij Winkel en Zoon" names a firm
_ARTICLE = re.compile(r"(?:de|den|het|'t)\s(?!haag|bosch)", re.IGNORECASE)  # "De Hoef"
_PC4_BEFORE = re.compile(r"\b([1-9]\d{3})(?:\s?[A-Z]{2})?,?\s+$")
_PC6 = re.compile(r"(?<![\w/])([1-9]\d{3})\s?[A-Z]{2}\b(?!-|\s+\d)")


class _Token(NamedTuple):
    text: str
    start: int
    end: int


def places_in(text: str) -> list[tuple[Place, int, int]]:
    """Places named in ``text`` with where they stand (``text[start:end]``), in order.

    Only whole words in the right spelling. A name needs a capital, or "in", "te", "omgeving" …
    before it; one that is also an ordinary word or surname ("Best", "Vries", "Made") needs both.
    A postcode gives its PC4, together with the town behind it ("2011 AB Haarlem").
    """
    found: list[tuple[Place, int, int]] = []
    tokens = [_Token(m[0], m.start(), m.end()) for m in _WORD.finditer(text)]
    at = 0
    while at < len(tokens):
        starts = plain(tokens[at].text).split(" ")[0] in _first_words()
        length, town = _longest(text, tokens, at) if starts else (0, None)
        if town:
            found.append(_with_postcode(text, town, tokens[at].start, tokens[at + length - 1].end))
        at += max(1, length)
    for match in _PC6.finditer(text):
        code = place(match[1])
        if code and not any(start < match.end() and match.start() < end for _, start, end in found):
            found.append((code, match.start(), match.end()))
    return sorted(found, key=lambda item: item[1])


@cache
def _first_words() -> frozenset[str]:
    """The words that names begin with: most words of a text need no further look."""
    return frozenset(name.split(" ", 1)[0] for name in world().spelled)


def _longest(text: str, tokens: list[_Token], at: int) -> tuple[int, Place | None]:
    """The longest name that starts at a token: how many tokens, and which place."""
    for length in range(min(_PHRASE, len(tokens) - at), 0, -1):
        run = tokens[at : at + length]
        if not all(_JOINT.fullmatch(text[a.end : b.start]) for a, b in pairwise(run)):
            continue
        written = text[run[0].start : run[-1].end]
        name = plain(written)
        if name in world().spelled and _meant(text, written, run[0].start, run[-1].end):
            return length, world().places[world().names[name.replace(" ", "")][0]]
    return 0, None


def _meant(text: str, written: str, start: int, end: int) -> bool:
    """Whether a name in the text is used as a place."""
    before = text[max(0, start - 30) : start]
    introduced = bool(_BEFORE.search(before))
    capital = written.lstrip("'st- ")[:1].isupper() or written[:1].isupper()
    if plain(written) in COMMON or _ARTICLE.match(written):
        compound = re.match(r"[-/]?\w", text[end : end + 2])
        return introduced and capital and not compound and not _FIRM.search(before)
    return capital or (introduced and not _VERB.search(before))


def _with_postcode(text: str, town: Place, start: int, end: int) -> tuple[Place, int, int]:
    """Widen a town to the PC4 written before it, if that lies in the same town."""
    match = _PC4_BEFORE.search(text[max(0, start - 12) : start])
    code = place(match[1]) if match else None
    if match and code and (code.name == town.name or kilometres(code, town) < _SAME):
        return code, max(0, start - 12) + match.start(), end
    return town, start, end
