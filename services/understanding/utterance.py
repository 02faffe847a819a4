"""One reading of what somebody typed, whole, before anybody asks which question it answers.

It holds values of any field, each with the words it came from, the words that are left for work
and skills, and what is wanted. A denial takes away and is never stored; what a bare answer means
follows from the question that was asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from services import places
from services.understanding import levels, names, numbers
from services.understanding.abroad import in_dutch
from services.understanding.days import day
from services.understanding.denying import affirmed, denies
from services.understanding.licences import licence
from services.understanding.means import means
from services.understanding.sentences import Fact, facts
from services.understanding.times import only_days_denied, times
from services.understanding.week import hours
from services.understanding.wishes import Wish, wishes

_SOME_DAY = date(2026, 1, 1)  # where only the words matter, not which day they mean
LONGEST_TOWN = 40  # signs
LONGEST = 400  # signs that are read; a longer text is an advert, or a story for a person
_MEANT = re.compile(
    r"^\W*(?:(?:nee|no|sorry|oeps|fout|ow|o)\b[\s,.!]*)*(?:ik bedoel(?:de)?|bedoel(?:de)?"
    r"|i mean(?:t)?"
    r"|moet zijn|het is|het moet)\b\s*|^\W*(?:nee|no|sorry|oeps)\b[\s,.!]+(?=\w)",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:ook|also|too|as well|erbij)\b", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"\b(?:toch|veranderd|wijzig\w*|verander\w*|fout|verkeerd|niet meer|verhuisd|changed"
    r"|moved)\b",
    re.IGNORECASE,
)
_SEEKS = re.compile(
    r"^(?:(?:hallo|hoi|goedemorgen|goedemiddag|dag|ja|nee)\b\W*)?"
    r"(?:(?:wij|we|ik|i|we are|i am) (?:zijn |ben )?)?"
    r"(?:op zoek naar|zoeken|zoek|looking for|need|hebben|hiring)?\s*"
    r"(?:(?:nog|per direct|dringend|weer|ook)\s+)*(?:(?:een|iemand als|nieuwe|a|an|\d)\s+)?",
    re.IGNORECASE,
)
_WORK = (
    r"\b(?:als|as an?|as)\s+(?!(?:ik|jij|je|hij|zij|ze|we|wij|mijn|de|het|er|dat|jullie)\b)"
    r"(?:een )?(?P<as>[^,.;!?\n]{2,60})",
    r"\b(?:wil|wou|zou|want|like)\b(?: graag| to| liever| ook"
    r"| heel graag)*\s(?P<become>[^,.;!?\n]{2,40}?)"
    r"\s(?:worden|zijn)\b",
    r"\b(?:become|be) an?\s+(?P<be>[^,.;!?\n]{2,40})",
    r"\b(?P<theme>iets (?:in|met|bij|als|buiten|voor)\b[^,.;!?\n]{0,50})",
    r"\b(?:werk|werken|baan|baantje|job|work|aan de slag|vacature)\s+(?:in|met|bij|at|with|op)\s+"
    r"(?P<in>[^,.;!?\n]{2,50})",
    r"\b(?:de|het)\s+(?P<into>\w{3,20})\s+in\b",
)
_TAIL = re.compile(r"\s+(?:te )?(?:werken|worden|aan de slag|work|doen)\b.*$", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """A value and the words it came from."""

    value: Any
    words: str


@dataclass(frozen=True)
class Utterance:
    """What was said: values by field, words about work, what is left of it, and what is wanted.

    `adds`: to what is known something is added ("ik kan ook 's middags"). `corrects`: it says that
    something was wrong, or is different now. `denies`: it takes something away. `denied`: only
    what is not wanted was left. `weak` are fields that are only named in passing ("in Haarlem").
    `possible`: what is read is only what may be left, when days are taken away ("niet op vrijdag").
    """

    values: Mapping[str, Said] = field(default_factory=dict)
    work: str = ""
    rest: str = ""
    wants: tuple[Wish, ...] = ()
    adds: bool = False
    corrects: bool = False
    denied: bool = False
    denies: bool = False
    weak: frozenset[str] = frozenset()
    possible: bool = False


def read(
    words: str,
    today: date,
    language: str = "nl",
    asked: str = "",
    near: str | None = None,
    *,
    idle: bool = False,
) -> Utterance:
    """Read a message whole; `asked` is the field of the question that is open, if there is one."""
    text = words[:LONGEST]
    meant = _MEANT.sub("", text) or text
    named = list(facts(meant, today, near))
    values = _values(named, meant, asked)
    place = values.pop("place", None)
    weak = frozenset({"home"} if place is not None and "home" not in values else ())
    if place is not None:
        values.setdefault("home", place)
    own = _OWN.get(asked)
    if own is not None:
        value = own(text if asked == "licence" else meant, today)
        if value is None and asked != "name":
            value = own(in_dutch(meant), today)
        if value is not None:
            values[asked] = Said(value, meant)
    if meant != text and not values and (town := _corrected_home(meant, near)):
        values["home"] = Said(town, meant)
    rest = _left(meant, [each for each in named if each.field != asked or asked not in _OWN])
    kept = affirmed(rest) if denies(rest) else rest
    return Utterance(
        values,
        _work(kept),
        kept.strip(" ,.;"),
        tuple(wishes(text, idle=idle)),
        adds=_ALSO.search(text) is not None,
        corrects=meant != text or _OTHERWISE.search(text) is not None,
        denies=denies(meant),
        weak=weak,
        denied=kept != rest and not re.search(r"\w{3}", kept),
        possible=asked == "times" and only_days_denied(meant),
    )


def _corrected_home(words: str, near: str | None) -> str | None:
    """A town and nothing else, whatever was asked: "nee ik bedoel Hoofddorp"."""
    found = places.find_place(words.strip(" .,!"), near=near) if len(words) <= LONGEST_TOWN else []
    exact = [each for each in found if each.name.casefold() == words.strip(" .,!").casefold()]
    return exact[0].code if len(exact) == 1 else None


def title(words: str) -> str:
    """What work is called in "wij zoeken nog een kok voor 32 uur": kok."""
    rest = _left(words[:LONGEST], list(facts(words[:LONGEST], _SOME_DAY)))
    rest = _SEEKS.sub("", rest.strip(" ,.;"))
    return re.sub(r"[\s,]*\b(?:voor|van|for|met|with|in|te|op)?[\s,]*$", "", rest).strip()


def _values(named: list[Fact], words: str, asked: str) -> dict[str, Said]:
    values: dict[str, Said] = {}
    for each in named:
        if each.value is not None and (each.field != asked or asked not in _OWN):
            values.setdefault(each.field, Said(each.value, words[each.start : each.end].strip()))
    return values


def _left(words: str, named: list[Fact]) -> str:
    """The words without those facts; a comma stands in their place."""
    taken = bytearray(len(words))
    for each in named:
        taken[each.start : each.end] = b"\1" * (each.end - each.start)
    kept = "".join("\0" if taken[place] else sign for place, sign in enumerate(words))
    return " ".join(re.sub(r"\0+", " , ", kept).split())


def _work(rest: str) -> str:
    """The words that tell which work, when a sentence says that it is about work."""
    for pattern in _WORK:
        said = re.search(pattern, rest, re.IGNORECASE)
        if said is not None:
            found = next(value for value in said.groupdict().values() if value is not None)
            return _TAIL.sub("", found).strip()
    return ""


def _parts(words: str, _: date) -> list[str] | None:
    found = times(words)
    order = ("morning", "afternoon", "evening", "night", "weekend")
    return [part for part in order if part in found.parts] if found else None


def _week(words: str, _: date) -> list[int] | None:
    found = hours(words)
    return list(found) if found else None


def _day(words: str, today: date) -> str | None:
    found = day(words, today)
    return found.isoformat() if found else None


# What the whole of a message means as the answer to one question.
_OWN: Mapping[str, Callable[[str, date], Any]] = {
    "name": lambda words, _: names.own_name(words),
    "hours": _week,
    "times": _parts,
    "travel": lambda words, _: means(words),
    "limit": lambda words, _: numbers.minutes(words),
    "licence": lambda words, _: licence(words),
    "dutch": lambda words, _: levels.dutch(words),
    "start": _day,
}
