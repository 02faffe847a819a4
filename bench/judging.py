"""What became of one utterance: right, partly, asked, missed or wrong."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.talking import People, Seen, Told
from services import places

HALVES = ("building", "measuring")
NO_FACTS = ("language", "who", "words", "source", "advert", "clear", "choice", "_from")
LISTS = ("wanted", "done", "skills", "times", "travel", "must")
HUMAN = re.compile(r"mens|coach|bel(?:len|t)?\b|collega|call|person|afspraak", re.IGNORECASE)
NUMBERS = re.compile(r"\b(?:113|112|0800[- ]?2000|0800[- ]?0113)\b")
PATTERNS = {  # what an answer to a question, or to a wish, speaks of
    "why": r".{25}",
    "privacy": r"coach|naam|gegevens|zien|ziet|bewa",
    "cost": r"gratis|kost|free",
    "robot": r"computer|programma|robot",
    "rights": r"klacht|klagen|recht",
    "benefit": r"uitkering|loon|uwv|gemeente",
    "refuse": r"nee zeggen|regels|moet|mag ",
    "duration": r"minuten|vragen",
    "next": r"hoor|bericht|coach|zoek|vacature",
    "travel": r"reis",
    "childcare": r"opvang",
    "schooling": r"cursus|opleiding|leer",
    "debts": r"schuld",
    "dutch": r"taal|nederlands",
    "own-business": r"bedrijf|ondernem|zzp",
    "pay": r"loon|salaris|geld|verdien",
    "erase": r"wis|verwijder|weg|delete|erase|remove",
    "candidates": r"kandida|iemand|match|reactie|zoek|nog niet",
    "subsidy": r"subsidie|loonkosten|voordeel|regeling|vergoed",
    "trial": r"proef",
    "ill": r"ziek|polis",
    "filled": r"vervuld|ingevuld|gesloten|sluit|welke vacature|stop",
    "extend": r"verleng|langer|tot en met|staat open tot|welke vacature",
    "help": r"help|kan ik|kunt|mens",
    "appointment": r"afspraak|kalender|coach",
    "age": r"\b1[5-8]\b|leeftijd|ouders|school",
    "choice": r"kiest|verplicht|hoeft niet|overslaan",
    "equal": r"discrim|onderscheid|iedereen|mag (?:ik |u )?niet|wet\b|leeftijd|gelijk",
    "private": r"bewaar|hoef(?:t)? (?:je|u|mij)|schrijf|noteer (?:ik )?niet|privé|vertel",
    "found-work": r"gefeliciteerd|wat goed|mooi|fijn",
    "stop": r"stop|pauze|bewaard|wis|weg",
}


@dataclass(frozen=True)
class Case:
    """What somebody types at a place, and what is in it."""

    kind: str
    at: str
    text: str
    want: dict[str, list[Any]] = field(default_factory=dict)  # field -> values that are right
    never: dict[str, list[str]] = field(default_factory=dict)
    intent: str = ""
    topic: str = ""
    loose: frozenset[str] = frozenset()  # fields of which any value, or a question back, is right

    @property
    def half(self) -> str:
        """Which half it belongs to; fixed by its words."""
        return HALVES[hashlib.sha256(self.text.encode()).digest()[0] % 2]


def plain(text: Any) -> str:
    """Words alone, in small letters."""
    return " ".join(re.sub(r"[^\w()'-]+", " ", str(text).casefold()).split())


def lines_of(told: Sequence[Told]) -> set[str]:
    """The lines of messages, without what the person typed herself."""
    text = re.sub(r"[“\"„][^”\"]*[”\"]", "…", "\n".join(each.text for each in told))
    return {plain(line) for line in text.splitlines() if plain(line)}


def place_name(code: Any) -> str:
    """The name of a place code."""
    found = places.place(code) if isinstance(code, str) else None
    return plain(found.name if found else code)


@dataclass
class Judged:
    """One utterance: what was before, what was said back, what is there now."""

    case: Case
    before: Seen
    after: Seen
    told: list[Told]
    special: set[str]  # lines that are not the usual ones of this place
    fresh: list[str]  # what the buttons mean that were not there before
    people: People

    @property
    def text(self) -> str:
        """All that was said back."""
        return "\n".join(each.text for each in self.told)

    @property
    def moved(self) -> bool:
        """Is another question open now?"""
        return (self.after.dialog, self.after.question) != (
            self.before.dialog,
            self.before.question,
        )

    def offers(self, name: str) -> list[str]:
        """Codes offered as what was meant, best first."""
        if self.after.guess.get(name):
            return self.after.guess[name][0]
        if self.after.question not in (name, None) or (name == "skills" and self.moved):
            return []
        chosen = self.after.facts.get(name)
        taken = {str(each) for each in chosen} if isinstance(chosen, list) else set()
        found = [data.partition(":")[2].partition(":") for data in self.fresh]
        return [
            code
            for question, _, code in found
            if question == name and code not in taken and not re.match(r"-|done$|keep$", code)
        ]

    def is_(self, name: str, got: Any, want: Any) -> str:
        """How much of what is wanted was got: "yes", "some" or "no"."""
        if want is None:
            return "yes" if got in (None, [], ["none"], "none") else "no"
        if name in ("home", "place"):
            return "yes" if place_name(got) in [plain(each) for each in want.split("|")] else "no"
        if name not in LISTS:
            same = got == want or (
                isinstance(want, str) and plain(got) in map(plain, want.split("|"))
            )
            return "yes" if same else "no"
        have = [str(each) for each in got or []]
        if not have or any(not any(each in w.split("|") for w in want) for each in have):
            return "no"
        hits = [w for w in want if set(w.split("|")) & set(have)]
        return "yes" if len(hits) == len(want) else "some"

    def field(self, name: str, ways: Sequence[Any]) -> str:
        """What became of one field."""
        got, waiting = self.after.facts.get(name), self.after.guess.get(name, [])
        new = got != self.before.facts.get(name)
        if ways == [None]:
            wrong = bool(waiting) or (new and self.is_(name, got, None) == "no")
            return "wrong" if wrong else "right" if self.moved or new else "missed"
        if waiting and name in LISTS:  # several pieces, each stored or asked back
            got, new = [*(got or [] if new else []), *(codes[0] for codes in waiting)], True
        found = [self.is_(name, got, way) for way in ways]
        if "yes" in found:
            return "right"
        if new and found[:1] == ["some"]:
            return "partly"
        offered = self.offers(name)
        if offered:
            near = [
                any(self.is_(name, self._one(name, o), w) != "no" for w in ways) for o in offered
            ]
            return (
                "right" if near[0] else "asked" if any(near) or name in self.case.loose else "wrong"
            )
        if new and got not in (None, []):
            return "right" if name in self.case.loose else "wrong"
        if any(self._spoken(name, way) for way in ways):
            return "right"
        if name in self.case.loose:
            return "right" if self.way_on() else "missed"
        return "missed"

    def _one(self, name: str, code: str) -> Any:
        return [code] if name in LISTS else code

    def _spoken(self, name: str, way: Any) -> bool:
        words = way if name in ("home", "place", "name", "title") else None
        words = words or self.people.shown(name, way)
        return len(plain(words)) > 2 and any(f" {plain(words)} " in f" {s} " for s in self.special)

    def way_on(self) -> bool:
        """Was she helped on: words of its own with a choice, a next question, or an example?"""
        help_ = re.search(
            r"bijvoorbeeld|voorbeeld|denk aan|druk op|kies|typ ", self.text, re.IGNORECASE
        )
        return self.moved or bool(self.special and (self.fresh or help_))

    def intent(self) -> str:
        """What became of what is wanted."""
        kind, said = self.case.intent, " ".join(sorted(self.special))
        if kind == "question" and self.case.at == "first":
            said = self.text.casefold()
        person = self.after.dialog == "ask" or any(HUMAN.search(each) for each in self.special)
        spoken = bool(NUMBERS.search(self.text))
        topics = self.case.topic.split("|") if kind in ("question", "private") else [kind]
        about = any(re.search(PATTERNS.get(topic or kind, r"."), said) for topic in topics)
        found = {
            "human": person,
            "callback": person,
            "crisis": spoken,
            "sad": person or spoken,
            "search": "vacature" in said or any(each.startswith("opening.") for each in self.fresh),
            "change": self.moved or bool(self.fresh),
            "correction": self.moved or bool(self.fresh),
            "other-language": self.after.facts.get("language") != "nl"
            or "taal" in said
            or any(":language:" in each for each in self.fresh),
            "unsure": self.way_on(),
        }.get(kind, about)
        if found:
            return "right"
        if kind == "crisis" and person:
            return "partly"
        half = kind in ("question", "change", "correction", "unsure", "found-work", "stop")
        return "asked" if said and half else "missed"

    def against(self) -> str:
        """What is stored, offered or said that must never be; "" when nothing is."""
        for name, bads in self.case.never.items():
            got, was = self.after.facts.get(name), self.before.facts.get(name)
            if name == "reply":
                return next((bad for bad in bads if re.search(rf"\b{bad}\b", self.text)), "")
            now = got if isinstance(got, list) else [got]
            if name in ("home", "place"):
                now = [place_name(got)]
            have = {plain(str(each).lstrip("=")) for each in now} if got != was else set()
            have |= set(self.offers(name)[:1]) if name in LISTS else set()
            for bad in bads:
                if plain(bad) in have:
                    return f"{name}={bad}"
        return ""

    def verdict(self) -> tuple[str, str]:
        """The verdict and why."""
        against = self.against()
        if against:
            return "wrong", against
        was, known = self.before.facts, {*self.case.want, *NO_FACTS}
        stray = {
            name: got
            for name, got in self.after.facts.items()
            if got != was.get(name) and got not in (None, [], "") and name not in known
        }
        if stray and self.case.intent != "unsure":
            return "wrong", f"stored {stray}"
        found = {name: self.field(name, ways) for name, ways in self.case.want.items()}
        whole = "right" if not found else _together([*found.values()])
        if not self.case.intent or (found and whole == "right"):
            return whole, str(found)
        heard = self.intent()
        if not found:
            return heard, f"{self.case.intent} {self.case.topic}"
        both = "partly" if "right" in (heard, whole) and whole != "wrong" else whole
        return both, f"{found} {self.case.intent}: {heard}"


def _together(verdicts: list[str]) -> str:
    if "wrong" in verdicts:
        return "wrong"
    if len(set(verdicts)) == 1:
        return verdicts[0]
    return "partly" if {"right", "partly"} & set(verdicts) else "asked"
