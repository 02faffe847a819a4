"""Find the place somebody means, from what they typed or from a shared location."""

import re
import unicodedata
from functools import cache
from itertools import chain

from rapidfuzz import fuzz, process

from services.places.common import COMMON
from services.places.model import Place, place, plain, read_tsv, world
from services.places.travel import great_circle, kilometres

MOST = 5  # places handed back
_CUT, _CUT_SHORT = 80, 85  # likeness (0–100) below which a name is not meant; short: < 6 letters
_BAND = 12  # a place this many points below the best one is not offered
LONGEST = 200  # signs that are read: somebody names a place, and tells no story
_PHRASE = 5  # words in the longest name: "Nieuw- en Sint Joosland"
_PC4 = re.compile(r"(?<![\d.,])([1-9]\d{3})(?:\s?[A-Za-z]{2})?(?![\w]|[.,]\d)")
# Words around a place, in the languages of the chat; never looked up themselves.
_FILLER = frozenset(
    plain(
        """
    ik je wij we woon wonen woont kom uit in te bij op naar nabij van vanuit mijn is het de een en
    of omgeving buurt regio rond weet niet geen idee nee ja thuis hier daar ergens overal maakt
    stop help hallo dank postcode plaats dorp stad gemeente adres straat werk werken nu wel graag
    nederland holland
    i am live living from near my home yes no the at town city around dont know
    mieszkam w z jestem ben yasiyorum da de vivo en estoy أعيش اسكن أسكن في انا أنا من живу в я з у
    """
    ).split()
)


def find_place(words: str, near: str | None = None) -> list[Place]:
    """Places somebody may mean by ``words``, best first, at most five; [] when nothing is near.

    Understands a PC4 with or without letters ("2011 AB"), towns with spelling errors ("harlem",
    "beverwyk"), other names ("'s-Gravenhage", "The Hague", some in Arabic and Cyrillic script),
    the start of a name ("santpoort") and a name inside a sentence. ``near`` is the code of a place,
    such as the region's centre: among names that are alike, nearer ones come first. Of a long text
    only the beginning is read.
    """
    words = "".join(_latin(sign) for sign in words[:LONGEST])
    if codes := [found for m in _PC4.finditer(words) if (found := place(m[1]))]:
        return codes[:MOST]
    tokens = plain(_PC4.sub(" ", words))[:LONGEST].split()  # one sign may stand for many letters
    around = place(near) if near else None
    if exact := _exact(tokens):
        return sorted(exact, key=lambda found: -_bonus(found, around))[:MOST]
    return _alike([token for token in tokens if token not in _FILLER], around)


def _latin(sign: str) -> str:
    """A digit of another keyboard as the same Latin one."""
    digit = unicodedata.decimal(sign, None)
    return sign if digit is None else str(digit)


def is_abroad(words: str) -> bool:
    """Is a country or a town outside the Netherlands named, and no town of ours?"""
    tokens = plain(words[:LONGEST]).split()
    names = {" ".join(tokens[i:j]) for i in range(len(tokens)) for j in range(i + 1, i + 3)}
    return bool(names & _abroad()) and not _exact(tokens)


@cache
def _abroad() -> frozenset[str]:
    return frozenset(plain(row[0]) for row in read_tsv("abroad.tsv") if row[0])


def nearest(latitude: float, longitude: float) -> Place:
    """The PC4 whose centre is nearest to a shared location, in degrees. Nothing is kept."""
    return min(
        (found for found in world().places.values() if found.pc4),
        key=lambda found: great_circle(latitude, longitude, found.latitude, found.longitude),
    )


def _exact(tokens: list[str]) -> list[Place]:
    """Places of the longest runs of words that are a name as it is written.

    A name that is also a word ("best", "een") counts only if nothing else was said.
    """
    alone = len(tokens) == 1
    for length in range(min(_PHRASE, len(tokens)), 0, -1):
        runs = (tokens[i : i + length] for i in range(len(tokens) - length + 1))
        keys = (
            "".join(run)
            for run in runs
            if not (length == 1 and (run[0] in _FILLER or (run[0] in COMMON and not alone)))
        )
        codes = dict.fromkeys(chain.from_iterable(world().names.get(key, ()) for key in keys))
        if codes:
            return [world().places[code] for code in codes]
    return []


def _alike(tokens: list[str], around: Place | None) -> list[Place]:
    """Places whose name starts with, or is spelled much like, some of the words."""
    names, scores = world().names, dict[str, float]()
    total = sum(map(len, tokens))
    for start in range(len(tokens)):
        for end in range(start + 1, min(start + _PHRASE, len(tokens)) + 1):
            key = "".join(tokens[start:end])
            if len(key) < 4 or key in COMMON:
                continue
            part = 0.85 + 0.15 * len(key) / total
            cut = _CUT_SHORT if len(key) < 6 else _CUT
            for name, score, _ in process.extract(
                key, names.keys(), scorer=fuzz.ratio, score_cutoff=cut, limit=10
            ):
                scores[name] = max(scores.get(name, 0), score * part)
            if key == "".join(tokens):
                starts = (name for name in names if name.startswith(key))
                scores |= {name: 92.0 for name in starts if scores.get(name, 0) < 92}
    ranked: dict[Place, float] = {}
    for name, score in scores.items():
        for found in (world().places[code] for code in names[name]):
            value = score + _bonus(found, around)
            if score >= _CUT_SHORT - 6 and value > ranked.get(found, 0):
                ranked[found] = value
    best = max(ranked.values(), default=0)
    ordered = sorted(ranked, key=lambda found: (-ranked[found], found.name))
    towns = {found.name for found in ordered if not found.pc4}
    return [
        found
        for found in ordered
        if ranked[found] >= best - _BAND and not (found.pc4 and found.name in towns)
    ][:MOST]


def _bonus(found: Place, around: Place | None) -> float:
    """What size (0–3) and nearness (0 to −8 at 120 km) add to likeness."""
    size = min(3.0, world().size[found.code] / 3)
    return size - (min(8.0, kilometres(found, around) / 15) if around else 0)
