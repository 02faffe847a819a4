"""Which languages besides Dutch an advert demands of somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from services.adverts.model import Line, Reading, not_needed, several

# Code (ISO 639-1), name, and the stems of its Dutch and English names.
TONGUES = (
    ("en", "engels", "engels english"),
    ("de", "duits", "duits german"),
    ("fr", "frans", "frans french"),
    ("es", "spaans", "spaans spanish"),
    ("pl", "pools", "pools polish"),
    ("tr", "turks", "turks turkish"),
    ("ar", "arabisch", "arabisch arabic"),
    ("uk", "oekraïens", "oekraïens oekraiens ukrainian"),
    ("ru", "russisch", "russisch russian"),
    ("it", "italiaans", "italiaans italian"),
    ("pt", "portugees", "portugees portuguese"),
    ("ro", "roemeens", "roemeens romanian"),
    ("bg", "bulgaars", "bulgaars bulgarian"),
    ("ti", "tigrinya", "tigrinya tigrigna"),
    ("zh", "chinees", "chinees chinese"),
)
_STEM = {stem: (code, name) for code, name, stems in TONGUES for stem in stems.split()}
_NAMED = re.compile(rf"\b(?P<stem>{'|'.join(_STEM)})(?P<e>e|talig\w*)?\b", re.IGNORECASE)
# Words that make a sentence one about speaking; "Engelse drop" and "Frans restaurant" are not.
_SPEAKS = re.compile(
    r"\b(?:spre(?:ek|ekt|ken|kend)|beheers\w*|(?:talen)?kennis|taal|talen|meertalig\w*|tweetalig\w*|communic\w*|vloeiend\w*|vlot\w*|uitdruk\w*|woord en (?:geschrift|schrift)|schri(?:jf|jft|jven|ftelijk)|mondeling\w*|versta\w*|machtig|speak\w*|spoken|written|fluent\w*|languages?|command|proficien\w*|communicat\w*)\b",
    re.IGNORECASE,
)
_TAAL_NEAR = re.compile(
    r"^(?:\s+en\s+\w+e)?\s+(?:taal|talen|tekst\w*|les\w*|communicatie|taalvaardig\w*)"
)
# Who speaks is not who is wanted: "onze voorvrouw spreekt Pools".
_OTHERS = re.compile(
    r"\b(?:collega'?s?|voorvrouw|voorman|leiding\w*|baas|team|wij|we|gasten|klanten|bewoners|kinderen|cliënten|studenten)\s+(?:\w+\s+)?(?:spreekt|spreken|praat|praten|speaks?)\b[^.;!?]*$|\b(?:praten|spreken) (?:we|wij)\b[^.;!?]*$",
    re.IGNORECASE,
)
_EITHER = re.compile(r"\s+(?:of|or)\s+|\s*/\s*", re.IGNORECASE)
_DUTCH = r"(?:nederlands\w*|dutch)"
_WISH = re.compile(
    r"\b(?:pr[eé](?!\w)|plus\w*|pluspunt|troef|meegenomen|voordeel|handig|mooi|fijn|leuk|welkom|gewenst|wenselijk|bij voorkeur|liefst|eventueel|idealiter|nice|advantage|preferabl[ey]|preferred|premie\w*|bonus)\b",
    re.IGNORECASE,
)
_AROUND = 120  # characters


def languages(lines: Sequence[Line], text: str) -> tuple[Reading | None, Reading | None]:
    """Languages that are demanded and those that are welcome, each as a code and a name."""
    must: dict[str, tuple[int, int]] = {}
    nice: dict[str, tuple[int, int]] = {}
    for line in lines:
        if line.role in ("firm", "apply") or not _NAMED.search(line.words):
            continue
        for code, start, end, wish in _in(line):
            (nice if wish else must).setdefault(code, (line.start + start, line.start + end))
    for code in must:
        nice.pop(code, None)
    return _named(must, text), _named(nice, text)


def _named(found: dict[str, tuple[int, int]], text: str) -> Reading | None:
    names = {code: name for code, name, _ in TONGUES}
    return several([({"code": c, "name": names[c]}, spot) for c, spot in found.items()], text)


def _in(line: Line) -> Iterator[tuple[str, int, int, bool]]:
    words = line.words
    for match in _NAMED.finditer(words):
        before, after = words[: match.start()][-_AROUND:], words[match.end() :][:_AROUND]
        adjective = match["e"] == "e"
        if adjective and not _TAAL_NEAR.match(after):
            continue
        speaks = _SPEAKS.search(f"{before} {match[0]} {after}") or line.role in ("demand", "nice")
        if not speaks or _OTHERS.search(before) or _is_either(before, after):
            continue
        if not_needed(words, match.start(), match.end()):
            continue
        wish = line.role == "nice" or _wished(before, after)
        if line.role != "offer" or (speaks and not wish):
            yield _STEM[match["stem"].lower()][0], match.start(), match.end(), wish


def _is_either(before: str, after: str) -> bool:
    """Whether Dutch will do as well: "Nederlands of Engels"."""
    first = re.search(
        rf"\b{_DUTCH}(?P<join>\W{{0,3}}(?:\w+ )?(?:of|or|/)\W{{0,2}}(?:\w+ )?)$", before
    )
    first = first or re.search(
        rf"\b{_DUTCH}(?: taal)?\s*(?:of|or|/)\s*(?:\w+ ){{0,2}}$", before, re.IGNORECASE
    )
    second = re.match(rf"\s*(?:of|or|/)\s*(?:\w+ )?{_DUTCH}", after, re.IGNORECASE)
    return bool(first or second)


def _wished(before: str, after: str) -> bool:
    """Whether the part of the sentence in which it stands only wishes for it."""
    lead = re.split(r"[,;(.:–]|\bmaar\b|\bbut\b", before)[-1]
    tail = re.split(r"[,;().!?–]|\bmaar\b|\bbut\b", after)[0]
    return bool(_WISH.search(lead) or _WISH.search(tail))
