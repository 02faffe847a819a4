"""No text costs more than a moment: every reader of typed words, over the nastiest there are.

Readers are found, not listed: a public function with a parameter for words is run, and one that
needs more than words and is not in CASES fails. Processor time is counted, which does not depend
on what else the machine does; the bound is generous, and what grows with the square of a text is
far beyond it.
"""

from __future__ import annotations

import inspect
import random
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import dialogs.hearing
import dialogs.lookups
import services
from services import adverts, texts
from services.linking import Linker
from services.vocabulary import words as vocabulary_words
from tests.services.linking.given import ENTRIES, PAIRS

pytestmark = pytest.mark.slow

TODAY = date(2026, 3, 2)
SIZES = (120, 2_500, 20_000)  # signs; what is slow fails at the first, long before the last
BOUND = 0.5  # seconds of processor time for one call
FOLDERS = ("understanding", "places", "vocabulary", "linking")
MODULES = (
    "services.adverts.reader",
    "services.texts.catalogue",
    "services.help.faq",
    "dialogs.hearing",
    "services.lawful.reading",
)
CALLED = {
    "words",
    "text",
    "typed",
    "word",
    "digits",
    "short",
}  # what a parameter for words is called
OPTIONS = [(f"o{n}", [f"keuze nummer {n}", f"woord{n}", "schoonmaken"]) for n in range(40)]

Reader = Callable[[str], Any]
WORLD = dialogs.lookups.Known("nl", TODAY, "haarlem")
# Readers that need more than words: what else they are given.
CASES: Mapping[str, Mapping[str, Any]] = {
    "services.adverts.reader.read": {"language": "nl", "today": TODAY},
    "services.help.faq.search": {"language": "nl", "side": "jobseeker"},
    "services.texts.catalogue.pick": {"options": OPTIONS, "numbered": True},
    "services.texts.catalogue.pick_many": {"options": OPTIONS},
    "services.understanding.days.day": {"today": TODAY},
    "services.understanding.past.since": {"today": TODAY},
    "services.understanding.sentences.facts": {"today": TODAY},
    "services.understanding.utterance.read": {"today": TODAY},
    "services.vocabulary.abroad.candidates": {"kind": "occupation"},
    "services.vocabulary.finding.find": {"kind": "skill"},
    "services.vocabulary.finding.named_in": {"kind": "occupation", "language": "nl"},
    "services.vocabulary.normalising.normalise": {"kind": "occupation"},
    "services.vocabulary.splitting.pieces": {"kinds": ("occupation", "skill")},
}
# Not for what people type: an id, a language, a piece that a reader has found before.
NO_READERS = {
    "services.understanding.spotting.sentences": "a piece of services.understanding.danger",
    "services.understanding.spotting.mended": "a piece of services.understanding.danger",
    "services.texts.catalogue.text": "an id",
    "services.understanding.numbers.value": "digits that a pattern has found",
    "services.vocabulary.abroad.found_in": "the same as candidates, among other names",
    "services.vocabulary.normalising.letter_score": "a typed text of at most 120 signs",
    "services.vocabulary.normalising.gram_score": "a typed text of at most 120 signs",
    "services.vocabulary.normalising.ready": "a typed text of at most 120 signs",
    "services.vocabulary.normalising.score": "a typed text of at most 120 signs",
    "services.vocabulary.normalising.word_score": "a typed text of at most 120 signs",
}


def readers() -> Iterator[tuple[str, Reader]]:
    """Every public function that is given words, ready to be given them alone."""
    root = Path(services.__file__).parent
    found = [f"services.{f}.{p.stem}" for f in FOLDERS for p in sorted((root / f).glob("*.py"))]
    for module in (*found, *MODULES):
        for name, function in vars(import_module(module)).items():
            if name.startswith("_") or getattr(function, "__module__", "") != module:
                continue
            if inspect.isclass(function) or not callable(function):
                continue
            given = {p.name for p in inspect.signature(function).parameters.values()} & CALLED
            if given and not {module, f"{module}.{name}"} & set(NO_READERS):
                yield f"{module}.{name}", _alone(f"{module}.{name}", function, given.pop())
    yield (
        "dialogs.hearing.understand",
        lambda w: dialogs.hearing.understand({"kind": "text", "words": w}),
    )
    yield "linker.link", Linker("occupation", ENTRIES, "nl", PAIRS).link
    for kind in dialogs.lookups._READERS:
        yield f"world.read.{kind}", lambda w, kind=kind: WORLD.read(kind, w)  # type: ignore[misc]
    yield "world.concepts", lambda w: WORLD.concepts("occupation", w)
    yield "world.places", WORLD.places
    labels = [(code, ("words", " ".join(names))) for code, names in OPTIONS]
    yield "world.choose", lambda w: WORLD.choose(w, labels)
    yield "world.choose_many", lambda w: WORLD.choose_many(w, [("morning", labels[0][1]), *labels])


def _alone(called: str, function: Any, name: str) -> Reader:
    function = inspect.unwrap(function)  # what is remembered costs nothing
    return lambda given: _used(function(**{name: given}, **CASES.get(called, {})))


def _used(value: Any) -> Any:
    return list(value) if isinstance(value, Iterator) else value


# What is written over and over: one sign, near-matches of every pattern, openings.
REPEATED: tuple[str, ...] = (
    *("019aA.,-/(:[<€&'_+@é\u0301\u202eاﷺ你½²٣𝟘 \u00a0\u200b\t\n\x00\ud800"),
    *(
        "a/",
        "a ",
        "a,",
        "a,b ",
        "1.",
        "1,",
        "1.2",
        "1-",
        "1/",
        "1:",
        "00 ",
        "12-",
        "1.000",
    ),
    *(
        "1.000.",
        "12,5 ",
        "((",
        "()",
        "([{",
        "<a",
        "</",
        "<p",
        "&nbsp;",
        "a@",
        "a@b.",
        "a.b-",
    ),
    *(
        "e\u0301\u0323",
        "İ",
        "c#",
        "c++",
        ".net",
        "a_",
        "a-a",
        "A-",
        "m/v",
        "m/v/x ",
        "24/",
    ),
    *("+31", "06", "06 ", "06-12 ", "(0)", "NL20 ", "NL20INGB", "1a", "A1", "123 456 "),
    *(
        "123456789 ",
        "bsn ",
        "9" * 300 + " ",
        "Astraat",
        "Astraat 1 ",
        "A Weg ",
        "2011 AB ",
    ),
    *("ik ", "ik ben een ook ", "ik heb een ", "mijn a ", "mensen met een en ", "van "),
    *("mensen met " + "en " * 16 + "kanker ", "a en " * 12 + "kanker ", "xkanker "),
    *(
        "van 8 tot ",
        "8-",
        "ma ",
        "ma,",
        "ma t/m ",
        "niet ",
        "niet, ",
        "en ",
        "en a ",
        "of a ",
    ),
    *(
        "half uur ",
        "kwartier ",
        "een paar ",
        "drie ",
        "een en twintig ",
        "duizend ",
        "one ",
    ),
    *(
        "rijbewijs ",
        "rijbewijs B, ",
        "B en ",
        "C+E ",
        "alleen B ",
        "schaal 1 ",
        "€1",
        "€ 1. ",
    ),
    *(
        "€1-",
        "1,- ",
        "1 euro ",
        "1 euro 5",
        "salaris 1 ",
        "cao ",
        "per uur ",
        "€ 14 euro ",
    ),
    *("haarlem ", "Haarlem-", "in Haarlem, ", "nieuw- en sint joosland ", "xaarlem "),
    *(
        "kassamedewerker ",
        "schoonmaken en ",
        "vrachtwagenchauffeur/",
        "mbo-hbo/",
        "hbo/wo ",
    ),
    *(
        "1 januari ",
        "may ",
        "de 1e ",
        "12/12/",
        "1-1-",
        "2026-",
        "31 februari ",
        "vandaag ",
    ),
    *(
        "wij zoeken een ",
        "gezocht: ",
        "24-32 uur ",
        "0,8 fte ",
        "1 fte",
        "maximaal ",
        "Je ",
    ),
    *(
        "a: ",
        "A: ",
        "A?",
        "\nA: ",
        "- a\n",
        "! ",
        ". ",
        "; ",
        "(a",
        "[a",
        "(32 uur) ",
        "é ",
    ),
    *(
        "niet nodig ",
        "geen a ",
        "zonder a a ",
        "is een ",
        "kun je ",
        "halen ",
        "pré ",
        "plus ",
    ),
)


def shapes() -> Iterator[tuple[str, str]]:
    """Twenty thousand signs of everything, by name."""
    most = SIZES[-1]
    for each in REPEATED:
        yield repr(each[:40]), (each * (most // len(each) + 1))[:most]
    chance = random.Random(20_000)
    for name, signs in (
        ("digits and stops", "0123456789.,- "),
        ("letters", "abcdefghijklmnoprstuvz  "),
        ("half of all signs", "".join(map(chr, range(32, 0x3000)))),
        ("slashes", "abcdefgh/"),
        ("arabic", "".join(map(chr, range(0x627, 0x64B))) + "   "),
    ):
        yield name, "".join(chance.choice(signs) for _ in range(most))


SHAPES = dict(shapes())
READERS = dict(readers())


@pytest.mark.parametrize("reader", READERS)
def test_no_text_costs_more_than_a_moment(reader: str) -> None:
    read = READERS[reader]
    read("haarlem, schoonmaker, 24 uur")  # what is made at first use is not counted
    slow = []
    for shape, full in SHAPES.items():
        for size in SIZES:
            took = min(_costs(read, full[:size]))
            if took > BOUND:
                slow.append(f"{took:.2f} s for {size} of {shape}")
                break
    assert slow == []


def _costs(read: Reader, text: str) -> Iterator[float]:
    """Processor time of a call; of up to three when one is dear: a busy machine counts too much."""
    for tries in range(3):
        tried = text[: len(text) - tries]  # another text: what was remembered is not counted
        began = time.process_time()
        read(tried)
        took = time.process_time() - began
        yield took
        if took <= BOUND:
            return


def test_readers_are_found() -> None:
    assert {
        "services.understanding.amounts.wage",
        "services.understanding.guard.check",
        "services.places.find.find_place",
        "services.vocabulary.splitting.split",
        "services.adverts.reader.read",
        "services.texts.catalogue.pick_many",
        "world.read.minutes",
    } <= set(READERS)
    assert set(CASES) <= set(READERS)
    assert adverts.read is not None
    assert texts.plain("Één") == "een"
    assert vocabulary_words.fold("É") == "e"
