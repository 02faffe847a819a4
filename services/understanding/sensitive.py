"""Words that tell of somebody's health, past, origin, belief or love (AVG articles 9 and 10).

The words stand in `guarded/`, one table a language, for whoever knows the field to add to; here is
only how they are read. What each rule of a table means:

`word`   tells by itself, unless it is about the people somebody works for
`be` `have` `go` `from`   tells right after one of the cues of that name ("ik ben", "ik heb", …)
`asked`  is a people or a belief that somebody asks for or keeps out, after the cue "asked"
`part` and `hurt`   tell together: a part of the body, and what is wrong with it
`free`   is innocent, whatever it looks like

Health and a past that somebody denies tell nothing ("ik heb geen strafblad"): a cue `deny` right
before, unless a cue `since` in the same sentence says that it was otherwise ("geen psychose meer").

`*` at an end of a word stands for any letters, `~` after it allows one typing mistake, `@near`
stands for each word of the rule `near`, somebody close.
"""

from __future__ import annotations

import csv
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from services.understanding.signs import Words, plain, words

_FOLDER = Path(__file__).parent / "guarded"
_LANGUAGES = ("nl", "en", "pl", "uk", "ar", "tr", "ti")
SCOPES = ("me", "near", "asked", "other")  # the first says most
KINDS = ("health", "record", "origin", "belief", "love")
_AFTER_CUE = ("be", "have", "go", "from", "asked")  # rules that need the cue of their name
_DENIED = ("health", "record")  # "ik ben geen moslim" tells, "ik heb geen strafblad" does not
_TIES = ("be", "have", "my", "cause")  # cues that tie a word to whoever speaks or is near
_FILLERS = 4  # words between a cue and what it is about
_WORK_BEFORE, _WORK_AFTER = 9, 5  # words round it in which the people one works for are named
_PART_HURT = 5  # words between a part of the body and what is wrong with it
_SHORTEST_PREFIX = 2

Phrase = tuple[str, ...]
Row = tuple[str, str]  # kind and rule


@dataclass(frozen=True)
class Hit:
    """Words that tell: of what, which words (by number), and of whom: me, near, asked, other."""

    kind: str
    first: int
    last: int
    scope: str


@dataclass
class _Table:
    """The phrases of one language, by their first word."""

    exact: dict[str, list[tuple[Phrase, Row]]] = field(default_factory=dict)
    begins: dict[str, list[tuple[Phrase, Row]]] = field(default_factory=dict)
    ends: dict[str, list[tuple[Phrase, Row]]] = field(default_factory=dict)
    typos: dict[str, list[tuple[str, Row]]] = field(default_factory=dict)
    owners: set[str] = field(default_factory=set)  # "ik", "mijn": whoever speaks

    def add(self, phrase: str, row: Row) -> None:
        """One phrase of the table."""
        said = tuple(_plain_phrase(phrase))
        first = said[0]
        if first.startswith("*"):
            self.ends.setdefault(first[1:], []).append((said, row))
        elif first.endswith("*"):
            self.begins.setdefault(first[:-1], []).append((said, row))
        else:
            bare = first.removesuffix("~")
            key = bare if len(said) == 1 or "*" in said[1] else f"{bare} {said[1]}"
            self.exact.setdefault(key, []).append(((bare, *said[1:]), row))
            if first != bare:
                for made in _without_one(bare):
                    self.typos.setdefault(made, []).append((bare, row))

    def at(self, said: tuple[str, ...], place: int) -> Iterator[tuple[int, Row]]:
        """How many words a phrase that begins here takes, and its row."""
        word = said[place]
        following = said[place + 1] if place + 1 < len(said) else ""
        for phrase, row in self._beginning(word, following):
            if _fits(phrase, said, place):
                yield len(phrase), row
        if self.typos and 5 < len(word) < 24 and word not in self.exact:
            yield from ((1, row) for row in self._mistyped(word))

    def _beginning(self, word: str, following: str) -> Iterator[tuple[Phrase, Row]]:
        yield from self.exact.get(word, ())
        yield from self.exact.get(f"{word} {following}", ())
        short = word[:30]
        if self.begins:
            for size in range(_SHORTEST_PREFIX, len(short) + 1):
                yield from self.begins.get(short[:size], ())
        if self.ends:
            for size in range(3, min(len(word), 30)):
                yield from self.ends.get(word[-size:], ())

    def _mistyped(self, word: str) -> set[Row]:
        made = {word, *_without_one(word)}
        near = {each for one in made for each in self.typos.get(one, ())}
        near |= {
            (one, row) for one in made for _, row in self.exact.get(one, ()) if one in self.typos
        }
        return {row for meant, row in near if meant[0] == word[0]}


def _without_one(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _plain_phrase(phrase: str) -> Iterator[str]:
    for part in phrase.split():
        if part == "*":
            yield part
            continue
        marks = ("*" if part.startswith("*") else "", part[-1] if part[-1] in "*~" else "")
        inner = words(plain(part.strip("*~"))).said
        for at, said in enumerate(inner):
            yield (marks[0] if at == 0 else "") + said + (marks[1] if at == len(inner) - 1 else "")


def _fits(phrase: Phrase, said: tuple[str, ...], place: int) -> bool:
    if place + len(phrase) > len(said):
        return False
    return all(
        _same(part, said[place + at]) for at, part in enumerate(phrase) if at or part[-1] != "*"
    )


def _same(part: str, word: str) -> bool:
    if part.endswith("*"):
        return word.startswith(part[:-1])
    return word.endswith(part[1:]) if part.startswith("*") else part == word


@cache
def _tables() -> tuple[_Table, ...]:
    return tuple(_read(language) for language in _LANGUAGES)


def _read(language: str) -> _Table:
    table = _Table()
    with (_FOLDER / f"{language}.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [
            (row["kind"], row["rule"], each.strip())
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            for each in row["words"].split("|")
        ]
    near = [phrase for _, rule, phrase in rows if rule == "near"]
    table.owners = {phrase for _, rule, phrase in rows if rule == "self"}
    for kind, rule, phrase in rows:
        for each in (
            [phrase.replace("@near", one) for one in near] if "@near" in phrase else [phrase]
        ):
            table.add(each, (kind, f"{rule}+near" if "@near" in phrase else rule))
    return table


def hits(said: Words) -> list[Hit]:
    """Everything that tells something of somebody that this service may not keep."""
    readings = [_Reading(table, said) for table in _tables()]
    shared = _Shared(
        sorted(place for each in readings for place in each.work),
        {place for each in readings for place in each.did},
        {place for each in readings for place in each.free},
        {place for each in readings for place in each.things},
    )
    return [hit for each in readings for hit in each.hits(shared)]


def helps(said: Words) -> tuple[str, ...]:
    """Codes of what helps somebody work well, as far as it is named: each once."""
    codes = (
        row[1]
        for table in _tables()
        for place in range(len(said.said))
        for _, row in table.at(said.said, place)
        if row[0] == "help"
    )
    return tuple(dict.fromkeys(codes))


@dataclass(frozen=True)
class _Shared:
    """What holds in every language: people one works for, what is done for them, what is free.

    `things` are words such as "eten": what stands right before it ("Turks") tells of no person.
    """

    work: list[int]
    did: set[int]
    free: set[int]
    things: set[int]


class _Reading:
    """One text read with the table of one language."""

    def __init__(self, table: _Table, said: Words) -> None:
        self.said, self.table = said, table
        self.cues: dict[str, dict[int, str]] = {}  # by rule: word after the cue -> scope
        self.named: list[tuple[str, str, int, int]] = []  # kind, rule, first, last
        self.free: set[int] = set()
        self.work: list[int] = []  # the words that name people one works for
        self.did: set[int] = set()
        self.things: set[int] = set()
        self.got: set[int] = set()
        self.filler: set[int] = set()
        self.since: set[int] = set()  # sentences that tell of what was otherwise
        self.shared = _Shared([], set(), set(), set())
        for place in range(len(said.said)):
            for size, (kind, rule) in table.at(said.said, place):
                self._note(kind, rule, place, place + size)

    def _note(self, kind: str, rule: str, first: int, after: int) -> None:
        if kind == "cue":
            self._cue(rule, first, after)
        elif kind == "free":
            self.free.update(range(first, after))
        elif kind in (*KINDS, "body"):
            self.named.append((kind, rule, first, after - 1))

    def _cue(self, rule: str, first: int, after: int) -> None:
        if rule == "work":
            self.work.append(first)
        elif rule in ("did", "got", "thing"):
            {"did": self.did, "got": self.got, "thing": self.things}[rule].add(first)
        elif rule == "filler":
            self.filler.update(range(first, after))
        elif rule == "since":
            self.since.add(self.said.sentences[first])
        elif rule not in ("near", "self"):
            name, _, near = rule.partition("+")
            unowned = self.table.owners.isdisjoint(self.said.said[first:after])
            scope = near or ("other" if unowned and self.table.owners else "me")
            known = self.cues.setdefault(name, {})
            known[after] = min(known.get(after, scope), scope, key=SCOPES.index)

    def hits(self, shared: _Shared) -> Iterator[Hit]:
        """What tells, by each rule."""
        self.shared = shared
        named = [each for each in self.named if shared.free.isdisjoint(range(each[2], each[3] + 1))]
        parts = [(first, last) for _, rule, first, last in named if rule == "part"]
        hurts = [(first, last) for _, rule, first, last in named if rule == "hurt"]
        told: dict[int, tuple[str, str]] = {}  # word after a hit "ik ben …" -> its kind and scope
        for kind, rule, first, last in named:
            if kind == "body" or last + 1 in shared.things or self._denied(kind, first):
                continue
            scope = self._scope(rule, first, last)
            if not scope and rule == "be" and told.get(first, ("", ""))[0] == kind:
                scope = told[first][1]  # "ik ben een Syrische vluchteling"
            if scope:
                if rule == "be":
                    told[last + 1] = kind, scope
                yield Hit(kind, self._from(first), last, scope)
        yield from self._bodies(parts, hurts)

    def _scope(self, rule: str, first: int, last: int) -> str:
        """Of whom it tells; "" when it tells nothing."""
        if rule in _AFTER_CUE:
            found = self._after((rule,), first)
            if found == "other" and rule == "go" and self._is_work(first, last):
                return ""  # "cleaned rooms in a psychiatric hospital"
            return "asked" if found and rule == "asked" else found
        if last + 1 in self.shared.did:
            return ""
        tied = "me" if last + 1 in self.got else self._after(_TIES, first)
        return tied or ("" if self._is_work(first, last) else "other")

    def _after(self, rules: Iterable[str], first: int) -> str:
        """Does one of these cues stand right before, but for small words?"""
        for place in range(first, max(-1, first - _FILLERS - 1), -1):
            for rule in rules:
                scope = self.cues.get(rule, {}).get(place)
                if scope and self._together(place - 1, first):
                    return scope
            if place - 1 not in self.filler:
                break
        return ""

    def _denied(self, kind: str, first: int) -> bool:
        """Does somebody say that it is not so, and never was?"""
        otherwise = kind not in _DENIED or self.said.sentences[first] in self.since
        return not otherwise and bool(self._after(("deny",), first))

    def _together(self, one: int, other: int) -> bool:
        return self.said.sentences[one] == self.said.sentences[other]

    def _is_work(self, first: int, last: int) -> bool:
        """Are the people one works for named round it?"""
        return any(
            first - _WORK_BEFORE <= place <= last + _WORK_AFTER and self._together(place, first)
            for place in _between(self.shared.work, first - _WORK_BEFORE, last + _WORK_AFTER)
        )

    def _from(self, first: int) -> int:
        """From the word "mijn" on, if that stands before it."""
        return first - 1 if first in self.cues.get("my", {}) else first

    def _bodies(self, parts: list[tuple[int, int]], hurts: list[tuple[int, int]]) -> Iterator[Hit]:
        starts = [first for first, _ in hurts]
        ends = dict(hurts)
        for first, last in parts:
            mine = first in self.cues.get("my", {})
            near = [
                place
                for place in _between(starts, first - _PART_HURT - 1, last + _PART_HURT + 1)
                if self._together(place, first) and not self._of_another(place, first, parts)
            ]
            if near and (mine or not self._is_work(first, last)):
                hurt = min(near, key=lambda place: abs(place - first))
                span = min(self._from(first), hurt), max(last, ends[hurt])
                yield Hit("health", *span, "me")
            elif self._after(("cause",), first):
                yield Hit("health", self._from(first), last, "me")

    def _of_another(self, hurt: int, part: int, parts: list[tuple[int, int]]) -> bool:
        """Is what is wrong said of a part before it, and this one named after a comma?

        "Mijn schouder is kapot, ik kan niet boven mijn hoofd werken".
        """
        if part < hurt or self.said.clauses[hurt] == self.said.clauses[part]:
            return False
        starts = [first for first, _ in parts]
        return any(self._together(place, hurt) for place in _between(starts, hurt - 3, hurt - 1))


def _between(places: list[int], low: int, high: int) -> list[int]:
    """The places of a rising list that lie between two others, both ends counted."""
    return places[bisect_left(places, low) : bisect_right(places, high)]
