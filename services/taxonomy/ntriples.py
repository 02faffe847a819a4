"""CompetentNL as N-Triples: one fact a line, as its SPARQL service hands out its graphs.

Of the model this reads the labels (SKOS and SKOS-XL), the classes, what an occupation asks, the
hierarchy, and exact matches with ESCO. Classes and properties after the CompetentNL ontology
(https://linkeddata.competentnl.nl/def/competentnl) and UWV's addition to it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from services.taxonomy.facts import (
    ALIAS,
    HIDDEN,
    LONGEST_ABOUT,
    LONGEST_LABEL,
    MAIN,
    Fact,
    Kind,
    Linked,
    Named,
    Relation,
)
from services.taxonomy.reading import Problem, check

ORIGIN = "competentnl"
_LINE = re.compile(
    r'(?P<one><[^<>"\s]+>|_:\S+)\s+<(?P<says>[^<>"\s]+)>\s+'
    r'(?:(?P<other><[^<>"\s]+>|_:\S+)|"(?P<text>(?:[^"\\]|\\.)*)"'
    r"(?:@(?P<language>[A-Za-z]{2,3})[-\w]*|\^\^<[^<>\s]+>)?)\s*(?:<[^<>\s]+>\s*)?\.\s*(?:#.*)?"
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_CLASSES: dict[str, Kind] = {
    "Occupation": "occupation",
    "HumanCapability": "skill",
    "KnowledgeArea": "skill",
    "OccupationTask": "skill",
}
_SORTS = {"HumanCapability": "skill", "KnowledgeArea": "knowledge", "OccupationTask": "task"}
_LABELS = {"prefLabel": MAIN, "altLabel": ALIAS, "hiddenLabel": HIDDEN, "specialization": ALIAS}
_RELATIONS: dict[str, Relation] = {
    "requiresHATEssential": "essential",
    "requiresHATImportant": "essential",
    "requiresHATSomewhat": "optional",
    "requiresKnowledge": "essential",
    "isCharacterizedByOccupationTask_Essential": "essential",
    "isCharacterizedByOccupationTask_Important": "essential",
    "isCharacterizedByOccupationTask_Somewhat": "optional",
    "broader": "broader",
    "related": "related",
    "exactMatch": "same",
}


def _unescaped(text: str) -> str:
    def one(found: re.Match[str]) -> str:
        short, long, sign = found.groups()
        if sign:
            return _PLAIN.get(sign, sign)
        return chr(int(short or long, 16))

    return " ".join(_ESCAPE.sub(one, text).split())


class Graph:
    """Triples taken in one by one; `facts` tells what they say together.

    Only labels, definitions, classes and links are remembered: a label may stand before its
    concept, and behind a node of its own (SKOS-XL).
    """

    def __init__(self) -> None:
        self._class: dict[str, str] = {}
        self._labels: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self._texts: dict[str, tuple[str, str]] = {}
        self._about: defaultdict[str, dict[str, str]] = defaultdict(dict)
        self._links: list[Linked] = []

    def take(self, line: str) -> None:
        """One line; ValueError when it is no triple. Properties that are not known say nothing."""
        check(line)
        found = _LINE.fullmatch(line.strip())
        if found is None:
            raise ValueError("no triple: <subject> <property> <object> .")
        one, other, text = found["one"].strip("<>"), found["other"], found["text"]
        says = re.split(r"[#/]", found["says"])[-1]
        if text is not None:
            self._literal(one, says, _unescaped(text), (found["language"] or "nl").lower())
        else:
            self._link(one, says, other.strip("<>"))

    def _literal(self, one: str, says: str, text: str, language: str) -> None:
        if len(text) > LONGEST_LABEL and (says in _LABELS or says == "literalForm"):
            raise ValueError(f"a label of more than {LONGEST_LABEL} characters")
        if says == "literalForm":
            self._texts[one] = (language, text)
        elif says == "definition" and text:
            self._about[one][language] = text[:LONGEST_ABOUT]
        elif says in _LABELS and text:
            node = f"_:{len(self._texts)} {one}"
            self._texts[node] = (language, text)
            self._labels[one].append((_LABELS[says], node))

    def _link(self, one: str, says: str, other: str) -> None:
        name = re.split(r"[#/]", other)[-1]
        if says == "type" and name in _CLASSES:
            self._class[one] = name
        elif says in _LABELS:
            self._labels[one].append((_LABELS[says], other))
        elif says in _RELATIONS and one != other:
            self._links.append(Linked(one, _RELATIONS[says], other))

    def facts(self) -> Iterator[Fact]:
        """Concepts that have a class and a main label, and the links between things."""
        for concept, name in self._class.items():
            labels = tuple(
                (*self._texts[node], rank)
                for rank, node in sorted(self._labels[concept])
                if node in self._texts
            )
            if any(rank == MAIN for _, _, rank in labels):
                about = tuple(self._about.get(concept, {}).items())
                sort = _SORTS.get(name, "")
                yield Named(concept, _CLASSES[name], labels, sort=sort, about=about)
        yield from self._links


def triples(name: str, text: Iterable[str], graph: Graph) -> Iterator[Problem | None]:
    """Feeds lines to ``graph``; for each line None, or the problem with it."""
    for number, line in enumerate(text, 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            graph.take(line)
        except ValueError as wrong:
            yield Problem(name, number, str(wrong))
        else:
            yield None
