"""What somebody is called: "ik ben Ahmed" is Ahmed; "nee", a number and a question are no names."""

from __future__ import annotations

import re
from functools import lru_cache

from services.understanding.spotting import DATA

LONGEST = 40  # signs of a name
MOST_WORDS = 4
_LETTER = r"[^\W\d_]"
_WORD = rf"{_LETTER}+(?:['’.-]{_LETTER}+){{0,3}}\.?"
_CALLED = (
    r"ik heet|mijn naam is|m'?n naam is|me naam is|naam is|naam:|ik word .{0,12}genoemd"
    r"|noem (?:me|mij)"
    r"|noem maar|zeg maar|my name is|my name'?s|call me|name is|they call me|roepnaam(?: is)?"
    r"|iedereen noemt me|ze noemen me|men noemt mij|mijn voornaam is|voornaam(?: is)?|je mag me"
)
_AM = r"ik ben|ikben|ik bn|i am|i'?m|im|this is|dit is|hier is"
_MAYBE = r"(?:gewoon |maar |just |de |dhr\.? |mevr\.? |mevrouw |meneer )?"
_INTRODUCED = re.compile(
    rf"(?:^|[\s,.!])(?P<how>{_CALLED}|{_AM})[ :]+{_MAYBE}(?P<name>{_WORD}(?: {_WORD}){{0,3}})",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    {"van", "de", "der", "den", "het", "el", "al", "ben", "bin", "ter", "te", "da"}
)
_STOPS = re.compile(
    r"\s(?:en|maar|and|but|uit|van beroep|hoor|dus|want|noemen|genoemd|from)\s.*|\s(?:noemen"
    r"|hoor|genoemd)$",
    re.IGNORECASE,
)
_NO_ENDING = ("aar", "eur", "ist", "ig", "lijk", "loos", "isch", "baar", "chauffeur", "medewerker")
_PARTICIPLE = re.compile(r"(?:ge|ver|be|ont|her)\w{3,}(?:d|t|en)$")


@lru_cache(maxsize=1)
def _not_names() -> frozenset[str]:
    lines = (DATA / "names_not.tsv").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def introduced(words: str) -> tuple[str, int, int] | None:
    """The name somebody gives in a sentence, and where: "hoi, ik heet Ahmad en ik woon in …"."""
    for said in _INTRODUCED.finditer(words[:200]):
        name = _name_in(_STOPS.sub("", said["name"]))
        called = not re.fullmatch(_AM, said["how"], re.IGNORECASE)
        if name and (called or _looks_like_one(name)):
            start = said.start("how")
            return name, start, said.start("name") + len(name)
    return None


def own_name(words: str) -> str | None:
    """What somebody answers who was asked for a name; None for what is no name."""
    given = introduced(words)
    if given is not None:
        return given[0]
    text = " ".join(re.sub(r"[\"“”!.,;]+", " ", words[:200]).split())
    if any(sign.isdecimal() for sign in text) or "?" in words or len(text) > LONGEST:
        return None
    pieces = text.split()
    if not 1 <= len(pieces) <= MOST_WORDS or not all(re.fullmatch(_WORD, each) for each in pieces):
        return None
    return text if _name_in(text) == text else None


def _name_in(text: str) -> str | None:
    """The words of a name up to the first that belongs to none."""
    kept: list[str] = []
    for word in text.split():
        low = word.casefold().strip(".")
        if low in _not_names() and not (kept and low in _PARTICLES):
            break
        kept.append(word)
    while kept and kept[-1].casefold() in _PARTICLES:
        kept.pop()
    return " ".join(kept) if kept and len(kept[0]) > 1 else None


def _looks_like_one(name: str) -> bool:
    """After "ik ben": a capital, or a word that is no trait and no trade."""
    first = name.split(maxsplit=1)[0]
    if first[0].isupper() and not name.isupper():
        return True
    low = first.casefold()
    single = " " not in name and 2 <= len(low) <= 12
    return single and not low.endswith(_NO_ENDING) and not _PARTICIPLE.match(low)
