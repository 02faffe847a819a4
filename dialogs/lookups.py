"""What questions may look up, for one person in one language: the services behind `World`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from dialogs import fair, fairness
from dialogs.model import DRAFTS, MORE, NOTES, Answers, Guess, Heard, Spot, UnclearError
from services import adverts, places, texts, understanding, vocabulary
from services.help import faq
from services.region import Region
from services.texts import refs, render
from services.understanding import utterance

SUGGESTED = 8
NEAR_ENOUGH = 0.595  # from 0 to 1: what is less like anything is not offered
ASKED_MOST = 4  # questions offered before anything was typed


@dataclass(frozen=True)
class Known:
    """The world as one person sees it on one day.

    `earlier` holds answers to start from, by code; `own` what is known of the person already.
    """

    language: str
    today: date
    near: str | None = None  # place code that "near" means
    facts: Mapping[str, Any] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    earlier: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    region: Region | None = None  # whose law and minimum wages hold

    def hear(self, words: str, asked: str, *, idle: bool = False) -> Heard:
        """A message read whole."""
        text = words[: utterance.LONGEST]
        return _heard(text, asked, self.language, self.today, self.near, idle)

    def _names(self, label: refs.Ref) -> list[str]:
        names = [render.render(self.language, label)]
        if label[0] == "ticked":
            label = refs.again(label[1:])
            names.append(render.render(self.language, label))
        if label[0] == "concept":
            names += [render.render(self.language, label[:3]), *label[3:]]
        if label[0] == "text":
            names += texts.also(self.language, label[1])
        return names

    def choose(
        self, words: str, choices: Sequence[tuple[str, refs.Ref]], *, numbered: bool = False
    ) -> str | None:
        """The code of the choice that typed words mean."""
        options = [(code, self._names(label)) for code, label in choices]
        return texts.pick(words, options, numbered=numbered)

    def choose_many(self, words: str, choices: Sequence[tuple[str, refs.Ref]]) -> list[str]:
        """All choices named in the words, without what is denied ("ik heb geen fiets")."""
        options = [(code, self._names(label)) for code, label in choices]
        named, codes = texts.pick_many(words, options), [code for code, _ in choices]
        denies = understanding.denies(words)
        if "morning" in codes and (denies or not named):
            found = understanding.times(words, self.language)
            return [code for code in codes if found and code in found.parts]
        if not denies:
            return named
        typed = f" {texts.plain(words)} "
        denying = {  # "niet zwaar tillen" and "geen" are names themselves
            code
            for code, names in options
            for name in map(texts.plain, names)
            if understanding.denies(name) and f" {name} " in typed
        }
        rest = typed
        for name in (each for code, names in options if code in denying for each in names):
            rest = rest.replace(f" {texts.plain(name)} ", " , ")
        said = texts.pick_many(understanding.affirmed(rest), options)
        return [code for code in codes if code in denying or code in said]

    def concepts(self, kind: str, words: str) -> list[Guess]:
        """One guess for each piece of what was typed."""
        return list(_guesses(kind, words[:400], self.language, vocabulary.edition()))

    def suggest(self, source: str, answers: Answers) -> list[tuple[str, refs.Ref]]:
        """Choices that follow from what is known; an unknown source is a fault of ours."""
        return _SOURCES[source](self, answers)

    def places(self, words: str) -> list[str]:
        """Place codes, best first; one when it is clear."""
        return list(_places(words[:100], self.near))

    def nearest(self, spot: Spot) -> str:
        """The place of a shared location; the location itself is forgotten."""
        return places.nearest(spot.latitude, spot.longitude).code

    def read(self, kind: str, words: str) -> Any:
        """A value as people write it."""
        return _READERS[kind](words, self)

    def unlawful(self, kind: str, words: str, answers: Answers) -> dict[str, Any] | None:
        """What the law has to say about typed words; see fairness.py."""
        if self.region is None:
            return None
        if kind == "wage":
            wage = self.read("wage", words)
            return fair.of_wage(self.region, self.today, {**answers, "wage": wage})
        if kind == "advert" and adverts.unfit(words) is not None:
            return None
        return fair.of_words(self.region, self.today, words, self.language, kind)

    def _asked_again(self, found: dict[str, Any]) -> dict[str, Any]:
        """Answers that were filled in; a wage that is too low is asked about when it comes."""
        if self.region is None:
            return found
        said = fair.of_wage(self.region, self.today, found)
        if said is None:
            return found
        draft = fairness.opened(said, fair.typed(found["wage"])).value
        notes = [*found.get(NOTES, ()), ["lawful-wage-later", {"wage": refs.wage(found["wage"])}]]
        rest = {field: value for field, value in found.items() if field != "wage"}
        return {**rest, DRAFTS: {"wage": draft}, NOTES: notes}

    def fill(self, source: str, value: Any) -> dict[str, Any] | None:
        """Answers that follow from one answer."""
        if source == "earlier":
            known = self.earlier.get(value)
            return None if known is None else self._asked_again(dict(known))
        reason = adverts.unfit(value)
        if reason:
            raise UnclearError(f"unfit-{reason}")
        first, *others = adverts.several(value)
        advert = adverts.read(first, self.language, self.today)
        found = adverts.as_answers(advert)
        if others or adverts.is_rest(value):
            said = "vacancy-next" if adverts.is_rest(value) else "vacancy-several"
            found[NOTES] = [[said, {"n": 1 + len(others)}]]
        if others:
            found[MORE] = adverts.rest_of(others)
        if first != value:
            found["advert"] = first
        return self._asked_again(found)


@lru_cache(maxsize=1_000)
def _heard(
    words: str, asked: str, language: str, today: date, near: str | None, idle: bool
) -> Heard:
    said = utterance.read(words, today, language, asked, near, idle=idle)
    return Heard(
        {field: each.value for field, each in said.values.items()},
        said.work,
        said.rest,
        utterance.title(words),
        said.wants[0].kind if said.wants else "",
        said.adds,
        said.corrects,
        said.denied,
        said.denies,
        said.weak,
        said.possible,
    )


@lru_cache(maxsize=5_000)  # milliseconds each, and many people do the same work
def _guesses(kind: Any, words: str, language: str, _edition: int) -> tuple[Guess, ...]:
    guesses = []
    for piece in vocabulary.split(words)[:8]:
        found = vocabulary.normalise(kind, piece, language)
        if not found or found[0].score < NEAR_ENOUGH:
            continue  # "nooit" is no notenbrander
        codes = tuple(each.concept.code for each in found)
        said = tuple(each.matched if each.language else "" for each in found)
        guesses.append(Guess(piece, codes, bool(found) and found[0].sure, said))
    return tuple(guesses)


@lru_cache(maxsize=5_000)
def _places(words: str, near: str | None) -> tuple[str, ...]:
    return tuple(each.code for each in places.find_place(words, near=near))


def _own_name(known: Known, _: Answers) -> list[tuple[str, refs.Ref]]:
    name = known.own.get("name", "")
    return [("own", refs.words(name))] if name else []


def _own_phone(known: Known, _: Answers) -> list[tuple[str, refs.Ref]]:
    phone = known.own.get("phone", "")
    return [("own", refs.phone(phone))] if phone else []


def _skills(known: Known, answers: Answers) -> list[tuple[str, refs.Ref]]:
    """What people in these occupations do: the first ones of each, in turn."""
    work = [code for field in ("done", "wanted", "occupation") for code in answers.get(field) or ()]
    lists = [_skills_of(code) for code in work]
    taken: dict[str, None] = {}
    for place in range(max((len(each) for each in lists), default=0)):
        taken |= {each[place]: None for each in lists if place < len(each)}
    return [(code, refs.concept("skill", code)) for code in list(taken)[:SUGGESTED]]


def _skills_of(code: str) -> list[str]:
    if vocabulary.concept(code, "occupation") is None:
        return []
    essential, optional = vocabulary.skills_of(code)
    return [*essential, *optional]


def _wanted(known: Known, answers: Answers) -> list[tuple[str, refs.Ref]]:
    """Who wants to be a cleaner often has cleaned: one tap."""
    codes = [c for c in answers.get("wanted") or () if vocabulary.concept(c, "occupation")]
    return [(code, refs.concept("occupation", code)) for code in codes]


def _title(known: Known, answers: Answers) -> list[tuple[str, refs.Ref]]:
    found = vocabulary.normalise("occupation", answers.get("title", ""), known.language, 4)
    return [(each.concept.code, refs.concept("occupation", each.concept.code)) for each in found]


def _earlier(known: Known, _: Answers) -> list[tuple[str, refs.Ref]]:
    return [
        (code, refs.text("vacancy-source.again", title=refs.words(answers["title"])))
        for code, answers in known.earlier.items()
    ]


def _questions(known: Known, _: Answers) -> list[tuple[str, refs.Ref]]:
    """What is asked most, in words that can be taken over as typed."""
    first = faq.OF.get(str(known.facts.get("side")), faq.JOBSEEKER)[:ASKED_MOST]
    return [(code, refs.words(render.render(known.language, faq.question(code)))) for code in first]


# Kinds of work for who does not know, each by a theme of the vocabulary.
KINDS = {
    "k-clean": "schoonmaak",
    "k-care": "zorg",
    "k-kitchen": "keuken",
    "k-shop": "winkel",
    "k-store": "magazijn",
    "k-outside": "buiten",
    "k-build": "bouw",
    "k-drive": "rijden",
}


def _kinds(known: Known, _: Answers) -> list[tuple[str, refs.Ref]]:
    return [(code, refs.text(f"kinds-of-work.{code}")) for code in KINDS]


def _kind(theme: str) -> Callable[[Known, Answers], list[tuple[str, refs.Ref]]]:
    def source(known: Known, _: Answers) -> list[tuple[str, refs.Ref]]:
        found = vocabulary.normalise("occupation", theme, "nl")
        return [
            (each.concept.code, refs.concept("occupation", each.concept.code)) for each in found
        ]

    return source


_SOURCES: dict[str, Callable[[Known, Answers], list[tuple[str, refs.Ref]]]] = {
    "own-name": _own_name,
    "own-phone": _own_phone,
    "skills": _skills,
    "wanted": _wanted,
    "title": _title,
    "earlier": _earlier,
    "questions": _questions,
    "kinds": _kinds,
    **{code: _kind(theme) for code, theme in KINDS.items()},
}


def _iso(words: str, known: Known) -> date | None:
    return understanding.day(words, known.today, known.language)


_READERS: dict[str, Callable[[str, Known], Any]] = {
    "number": lambda words, known: understanding.number(words, known.language),
    "hours": lambda words, known: understanding.hours(words, known.language),
    "minutes": lambda words, known: understanding.minutes(words, known.language),
    "abroad": lambda words, _: places.is_abroad(words) or None,
    "date": _iso,
    "since": lambda words, known: understanding.since(words, known.today),
    "wage": lambda words, known: understanding.wage(words, known.language),
    "phone": lambda words, _: understanding.phone(words),
    "email": lambda words, _: understanding.email(words),
    "kvk": lambda words, _: understanding.kvk(words),
}
