"""Judging what was read from an advert against what a careful person writes down.

A gold value may be `{"either": [...]}`: defensible readings, `None` among them. Lists count item
by item; a wrong single value counts against precision and recall. Skills are judged by the words
they were read from, because several concepts may name one demand; qualities of character count
neither way.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from services import places, vocabulary
from services.adverts import Reading

SETS = ("languages", "times", "open_to", "skills_must", "skills_nice", "exclusions")
SINGLE = ("title", "hours", "wage", "level", "licences", "dutch", "start", "contract", "positions")
FIELDS = ("title", "occupation", *SINGLE[1:3], "place", *SINGLE[3:], *SETS, "vacancies")
NAMES = {"licences": "licence", "skills_must": "must", "skills_nice": "nice"}
CENTS = 100
TODAY = "2026-11-27"  # the day on which the adverts are read
_WIDEST = ("ce", "c", "d", "be", "b", "t", "none")
_LANGUAGES = {"en": "engels", "de": "duits", "fr": "frans"}
_STOP = frozenset(
    re.findall(
        r"\w+",
        "de het een en of in van voor met op te aan bij je u wij we is zijn "
        "and or the to with a an for",
    )
)
_TITLE = frozenset({"vacature", "gezocht", "ervaren", "allround", "m", "v", "x"})
_ALIKE = 0.6  # of the words of a title
_SOFT = re.compile(
    r"aanpak|zelfstand|samenwerk|team|flexib|nauwkeur|communic|klantgericht|verantwoord|initiatief|gemotiveerd|enthousi|stress|betrouw|representat|oplossing|analyti|creati|leergier|proactie|stipt|hands|mouwen|netjes|sociaal|sociale|vriendelijk|geduld|precies|organis|plannen|handig|besluit|commerci|ondernem|luister|energie|rustig|prioriteit|detail|proble[ea]m|kwaliteit|zorgvuldig|gestructur|werkhouding|doorzett|inzetbaar"
)
Telling = Mapping[str, Reading]


def content(words: str) -> list[str]:
    """The words that say something, without accents."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return [word for word in re.findall(r"[a-z0-9#+]+", bare) if word not in _STOP]


def _alike(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    begins = len(short) >= 4 and long.startswith(short)
    return one == two or begins or (len(short) >= 6 and one[:6] == two[:6])


def _shared(some: Sequence[str], other: Sequence[str]) -> int:
    return sum(any(_alike(a, b) for b in other) for a in some)


def _choices(gold: Any) -> list[Any]:
    return gold["either"] if isinstance(gold, dict) and "either" in gold else [gold]


def _listed(value: Any) -> list[Any]:
    if value in (None, "", []):
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _named_alike(one: str, two: str) -> bool:
    plain = [set(content(re.sub(r"\(.*?\)", " ", each))) - _TITLE for each in (one, two)]
    a, b = (sorted(each) for each in plain)
    return bool(a and b) and 2 * _shared(a, b) / (len(a) + len(b)) >= _ALIKE


def _same(field: str, value: Any, gold: Any) -> bool:
    if field == "title":
        return _named_alike(value, gold)
    if field == "hours":
        return all(
            want is None or abs(want - got) < 0.51 for want, got in zip(gold, value, strict=True)
        )
    if field == "wage":
        return _same_wage(value, gold)
    if field == "licences":
        return bool(value == min(gold, key=_WIDEST.index))
    if field == "start":
        return bool(value == gold or (gold == "now" and value == TODAY))
    return bool(value == gold)


def _same_wage(value: Any, gold: Any) -> bool:
    if isinstance(gold, str) or isinstance(value, str) or "marker" in value:
        return bool((value if isinstance(value, str) else value.get("marker")) == gold)
    ends = [(gold[end], value[end]) for end in ("low", "high")]
    near = all(w is None or (g is not None and abs(w - g / CENTS) < 0.02) for w, g in ends)
    return near and bool(value["unit"] == gold["unit"])


def _single(field: str, reading: Reading | None, gold: Any) -> Counter[str]:
    options = _choices(gold)
    value = reading.value if reading else None
    if value is None or (field == "positions" and value == 1):
        return Counter(["nothing" if None in options else "missed"])
    real = [each for each in options if each is not None]
    if not real:
        return Counter(["invented"])
    return Counter(["right" if any(_same(field, value, each) for each in real) else "wrong"])


def _occupation(reading: Reading | None, gold: Any) -> Counter[str]:
    names = [name for each in _choices(gold) for name in _listed(each)]
    if reading is None:
        return Counter(["missed" if names else "nothing"])
    read = list(reading.value)
    labels = [vocabulary.name(code, "occupation", "nl") for code in read]
    if any(_named_alike(label, name) for label in labels for name in names):
        return Counter(["right"])
    codes = {
        hit.concept.code
        for name in names
        for hit in vocabulary.normalise("occupation", name, "nl", 3)
        if hit.sure or hit.score >= 0.9
    }
    return Counter(["right" if codes.intersection(read) else "wrong"])


def _towns(codes: Iterable[str]) -> set[str]:
    named = ((places.place(code), code) for code in codes)
    return {" ".join(content(known.name if known else code)) for known, code in named}


def _place(reading: Reading | None, gold: Any) -> Counter[str]:
    options = [_towns(_listed(each)) for each in _choices(gold)]
    read = _towns(_listed(reading.value)) if reading else set()
    said = " ".join(content(reading.words)) if reading else ""
    if len(read) == 1 and any(said in each for each in options):
        read = {said}
    if not read:
        return Counter(["nothing" if set() in options else "missed"])
    if not any(options):
        return Counter(["invented"])
    part = any(read < each for each in options)
    return Counter(["right" if read in options else "missed" if part else "wrong"])


def _set(read: set[str], gold: Any) -> Counter[str]:
    told = []
    for option in _choices(gold):
        want = {str(each).lower() for each in _listed(option)}
        count = Counter(right=len(read & want), missed=len(want - read))
        count["wrong" if want else "invented"] += len(read - want)
        told.append(count)
    return min(told, key=lambda count: (count.total() - 2 * count["right"], -count["right"]))


def _items(field: str, reading: Reading | None) -> set[str]:
    values = (
        [each["name"] if isinstance(each, dict) else each for each in reading.value]
        if reading
        else []
    )
    return {_LANGUAGES.get(str(each).lower(), str(each).lower()) for each in values} - {
        "nederlands"
    }


def _atoms(phrases: Iterable[str]) -> list[str]:
    joined = r",\s+|;\s+|(?<!-)\s+(?:en/of|en|of|and|or)\s+"
    return [atom for phrase in phrases for atom in re.split(joined, phrase) if content(atom)]


def _fits(words: str, phrases: Iterable[str]) -> bool:
    mine = content(words)
    return bool(mine) and any(_shared(mine, content(each)) >= len(mine) / 2 for each in phrases)


def _skills(
    field: str, reading: Reading | None, gold: Mapping[str, Any], text: str
) -> Counter[str]:
    own, tasks = gold[field] or [], (gold.get("tasks") or []) if field == "skills_must" else []
    count: Counter[str] = Counter()
    hit = []
    for begin, end in reading.each if reading else ():
        said = text[begin:end]
        words = content(said)
        if _fits(said, own):
            count["right"] += 1
            hit.append(words)
        elif _fits(said, tasks):
            count["right"] += 1
        elif 2 * sum(bool(_SOFT.search(word)) for word in words) < len(words):
            count["wrong" if own else "invented"] += 1
    for atom in _atoms(own):
        mine = content(atom)
        count["missed"] += not any(
            _shared(each, mine) >= min(len(each), len(mine)) / 2 for each in hit
        )
    return count


def _exclusions(reading: Reading | None, gold: Any) -> Counter[str]:
    said = gold or []
    read = [each["words"] for each in reading.value] if reading else []
    fit = [
        [_fits(words, [each["words"]]) or _fits(each["words"], [words]) for each in said]
        for words in read
    ]
    right = sum(map(any, fit))
    missed = sum(
        each["sure"] and not any(row[number] for row in fit) for number, each in enumerate(said)
    )
    return Counter(
        {"right": right, "wrong" if said else "invented": len(read) - right, "missed": missed}
    )


def judged(
    field: str, read: Telling, many: int, gold: Mapping[str, Any], text: str
) -> Counter[str]:
    """How often a field is right, wrong, missed or invented. ``many``: vacancies found."""
    reading = read.get(NAMES.get(field, field))
    if field == "place" and "places" in read:
        reading = read.get("place", read["places"])
    reading = reading if reading and reading.sure else None
    if field == "vacancies":
        if many == gold[field]:
            return Counter(["right"] if many > 1 else [])
        return Counter(["missed" if many < gold[field] else "wrong"])
    if field in SINGLE:
        return _single(field, reading, gold[field])
    if field == "occupation":
        return _occupation(reading, gold[field])
    if field == "place":
        return _place(reading, gold[field])
    if field.startswith("skills"):
        return _skills(field, reading, gold, text)
    if field == "exclusions":
        return _exclusions(reading, gold[field])
    return _set(_items(field, reading), gold[field])


def f1(field: str, count: Mapping[str, int]) -> tuple[float | None, float | None, float | None]:
    """Precision, recall and F1 (0..1); None where there is nothing to divide by."""
    right, wrong, missed, invented = (
        count.get(k, 0) for k in ("right", "wrong", "missed", "invented")
    )
    both = count.get("both", 0 if field in SETS else wrong)
    precision = right / (right + wrong + invented) if right + wrong + invented else None
    recall = right / (right + both + missed) if right + both + missed else None
    if precision is None or recall is None:
        return precision, recall, None
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0
