"""What a text about work may not ask, and what a person looks at before anybody else reads it.

The words stand in two tables that people can edit, signs.tsv and words.tsv; a sign is read as in
`services/understanding/spotting.py`. The reader names and never decides: where an employer keeps
the words, somebody of staff looks (verified). How well it reads is measured: docs/lawful.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from services.lawful import learnt
from services.understanding import spotting

HERE = Path(__file__).parent
MOST = 20_000  # signs that are read
MOST_FOUND = 200  # hits; nobody reads more
NEAR = 25  # words to each side in which something changes what a sign means
ALWAYS = ("pyramid", "sexwork", "unpaid", "deposit", "night", "dispensation")  # a person looks
KINDS = (
    *("sex", "age", "origin", "religion", "health", "pregnancy", "orientation", "family"),
    *("contract", *ALWAYS),
)
RANK = (  # which of two kinds that overlap is named
    *("sex", "age", "family", "orientation", "health", "pregnancy", "contract", "religion"),
    *("origin", "dispensation", "night", "deposit", "unpaid", "pyramid", "sexwork"),
)
ASKED, TOLD = 0.6, 0.75  # from which likelihood the learnt reader is heard; in what is asked, told
SOUGHT, APART = "sought", "apart"  # somebody is asked for; it is nobody the work is done for
DROP = "drop"  # other words for it: none, the word is left out
_TOKEN = re.compile(
    r"\((?:m|v|f|w|man|vrouw|dame|heer|male|female|mannelijk|vrouwelijk)\)"  # "chauffeur (man)"
    r"|\d{1,6},\d{1,2}"  # an amount
    r"|\d{1,2}[.:]\d\d(?!\d)(?!\s*(?:euro|eur|€|%|km|kilo|kg|meter))"  # a time of the day
    r"|[^\W_]+(?:['’‘`´][^\W_]+)*|[,.!;\n•●▪]",
    re.IGNORECASE,
)
_TIME = re.compile(r"0?(\d+)[.:]\d\d")
_SHORT = frozenset({"max", "min", "ca", "incl", "excl", "evt", "o", "a", "b", "v", "m", "bijv"})
_ENDS = frozenset(".!;\n•●▪")
OBJECT = 6  # words before a hit in which a verb makes it the one who is cared for
BESIDE = 4  # words to each side that belong to the same few words
_BACK = 2  # words before a hit that say for whom the work is done


@dataclass(frozen=True)
class Finding:
    """Words that the law has something to say about.

    `kind` is one of KINDS; `words` are `text[start:end]`; `better` is the code of other words for
    them ("" where there are none), `sentence` where the sentence begins and ends. `sure`: a sign
    says so; otherwise it was learnt, and may be wrong.
    """

    kind: str
    words: str
    start: int
    end: int
    better: str
    sentence: tuple[int, int]
    sure: bool = True

    @property
    def person(self) -> bool:
        """Does a person look at it whatever the employer says?"""
        return self.kind in ALWAYS


@dataclass(frozen=True)
class _Sentence:
    words: list[str]
    spans: list[tuple[int, int]]
    whole: tuple[int, int]


@dataclass(frozen=True)
class _Table:
    lists: dict[str, frozenset[str]]
    finder: spotting.Finder


@lru_cache(maxsize=1)
def _table() -> _Table:
    lists = spotting.classes(str(HERE / "words.tsv"))
    rows = spotting.rows(str(HERE / "signs.tsv"))
    return _Table(lists, spotting.Finder([spotting.sign(row, lists) for row in rows]))


def look(text: str, *, asks: bool = False) -> tuple[Finding, ...]:
    """What is found in a text, in its order; of what overlaps one, of the kind that says most.

    `asks`: all of it is what an employer asks (a title, a demand), so no word need say so.
    """
    text = text[:MOST]
    hits = (one for said in _sentences(text) for one in _said(text, said, asks=asks))
    found = list(islice(hits, MOST_FOUND))
    kept: list[Finding] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and each.start < kept[-1].end:
            kept[-1] = _joined(text, kept[-1], each)
        else:
            kept.append(each)
    return tuple(kept)


def _said(text: str, sentence: _Sentence, *, asks: bool) -> list[Finding]:
    """What is found in a sentence: by signs, or else by what was learnt."""
    found = [_finding(text, sentence, hit) for hit in _hits(sentence, asks=asks)]
    start, end = sentence.whole
    if found or end - start > learnt.LONGEST:
        return found
    kind, likely = learnt.kind_of(text[start:end])
    if likely < (ASKED if asks else TOLD):
        return []
    start, end = sentence.spans[0][0], sentence.spans[-1][1]
    words = " ".join(text[start:end].split())
    return [Finding(kind, words, start, end, "", sentence.whole, sure=False)]


def _finding(text: str, sentence: _Sentence, hit: spotting.Hit) -> Finding:
    """A hit in the text; what is only to be left out is its first word."""
    row, first, last = hit.sign.row, hit.places[0], hit.places[-1]
    start, end = sentence.spans[first][0], sentence.spans[last][1]
    words = " ".join(text[start:end].split())
    if row["better"] == DROP:
        end = sentence.spans[first][1]
    return Finding(row["kind"], words, start, end, row["better"], sentence.whole)


def _joined(text: str, one: Finding, other: Finding) -> Finding:
    """One finding over both; a kind further on in RANK says more than one before it."""
    says = max(one, other, key=lambda each: (RANK.index(each.kind), each.end - each.start))
    start, end = min(one.start, other.start), max(one.end, other.end)
    words = " ".join(text[start:end].split())
    return Finding(says.kind, words, start, end, says.better, says.sentence)


def _hits(sentence: _Sentence, *, asks: bool) -> Iterator[spotting.Hit]:
    """The signs of a sentence that nothing beside them excuses."""
    words = sentence.words
    for hit in _table().finder.found(words):
        row, first, last = hit.sign.row, hit.places[0], hit.places[-1]
        around = words[max(0, first - NEAR) : last + NEAR]
        if any(
            _excused(name.lstrip("<~"), _where(name, words, hit)) for name in _split(row["unless"])
        ):
            continue
        asked = _split(row["needs"])
        needs = [name for name in asked if name != APART and not (asks and name == SOUGHT)]
        if not all(_named(name, around) for name in needs):
            continue
        spoken_of = _for_whom(words, first) or _counted(words, first)
        if not (spoken_of and (SOUGHT in asked or APART in asked)):
            yield hit


def _where(name: str, words: Sequence[str], hit: spotting.Hit) -> Sequence[str]:
    """The words, without those of the hit, in which a name with its mark is looked for."""
    first, last = hit.places[0], hit.places[-1]
    if name.startswith("<"):
        return words[max(0, first - OBJECT) : first]
    near = BESIDE if name.startswith("~") else NEAR
    if name == "welcome":  # "niet welkom": the word before it counts
        return words[max(0, first - near) : last + 1 + near]
    inside = [words[place] for place in range(first, last) if place not in hit.places]
    return [*words[max(0, first - near) : first], *inside, *words[last + 1 : last + 1 + near]]


def _split(names: str) -> list[str]:
    return [name for name in names.split(",") if name]


def _named(name: str, words: Sequence[str]) -> bool:
    """Does a word of this list (or this very word) stand here?"""
    listed = _table().lists.get(name) or frozenset({spotting.normal(name)})
    part = spotting.Part(listed)
    return any(part.fits(word) for word in words)


def _excused(name: str, words: Sequence[str]) -> bool:
    """Does a word here make it innocent? "Niet welkom" does not, "geen probleem" does."""
    if name != "welcome":
        return _named(name, words)
    denied = _table().lists["not"]
    before = ["", *words]
    welcome = any(
        _named("welcome", [word]) and last not in denied
        for last, word in zip(before, words, strict=False)
    )
    return welcome or any(
        word in _table().lists["fine"] and last in denied
        for last, word in zip(before, words, strict=False)
    )


def _for_whom(words: Sequence[str], first: int) -> bool:
    """Is it somebody the work is done for or with ("begeleider voor een vrouw met dementie")?"""
    lists = _table().lists
    before = words[max(0, first - _BACK - 2) : first]
    places = [place for place, word in enumerate(before) if word in lists["for"]]
    near = [place for place in places if place >= len(before) - _BACK]
    return any(not _named("seeking", before[max(0, place - 2) : place]) for place in near)


def _counted(words: Sequence[str], first: int) -> bool:
    """Is it a number of colleagues ("een bedrijf met 45 man")?"""
    return words[first] == "man" and first > 0 and words[first - 1].isdecimal()


def _sentences(text: str) -> Iterator[_Sentence]:
    """The words of each sentence with their places; articles and fillers are left out."""
    fillers = _table().lists["filler"]
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    begin = 0
    for match in _TOKEN.finditer(text):
        said = match[0]
        if said in _ENDS:
            if said == "." and _no_end(text, match.start(), words):
                continue
            if words:
                yield _Sentence(words, spans, (begin, match.start()))
            words, spans, begin = [], [], match.end()
            continue
        word = _word(said)
        if word in fillers or len(word) > spotting.LONG_WORD:
            continue
        words.append(word)
        spans.append(match.span())
    if words:
        yield _Sentence(words, spans, (begin, len(text)))


def _word(said: str) -> str:
    """As the tables write it; of a time the hour: 2h for 02.00."""
    time = _TIME.fullmatch(said)
    return f"{time[1]}h" if time else spotting.normal(said)


def _no_end(text: str, place: int, words: Sequence[str]) -> bool:
    """A stop in "22.00", "a.u.b." or "max."."""
    inside = text[place + 1 : place + 2].isalnum()
    return inside or (bool(words) and words[-1] in _SHORT)
