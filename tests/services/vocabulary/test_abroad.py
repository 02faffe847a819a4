"""Names in the languages jobseekers bring along: found as they are typed, and always asked back."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import replace

import pytest

from services.vocabulary import CHOICES, abroad, normalise
from services.vocabulary.concepts import KINDS, Kind
from services.vocabulary.data import FOLDER
from services.vocabulary.data import vocabulary as tables

SCRIPTS = {"ar": "ARABIC", "pl": "LATIN", "ti": "ETHIOPIC", "tr": "LATIN", "uk": "CYRILLIC"}
REVIEW = re.compile(r"\S.* \d{4}-\d{2}-\d{2}")  # who, and when
ENOUGH = {"ar": 200, "pl": 200, "ti": 120, "tr": 200, "uk": 200}
ALL = [name for kind in KINDS for name in abroad.names_of(kind)]


def test_every_language_names_what_jobseekers_ask_most() -> None:
    lines = tables().abroad
    assert {path.stem for path in (FOLDER / "names").glob("*")} == SCRIPTS.keys()
    for language, enough in ENOUGH.items():
        assert sum(line.language == language for line in lines) >= enough, language


def test_lines_point_at_concepts_and_say_who_saw_them() -> None:
    for line in tables().abroad:
        where = f"{line.language} {line.kind} {line.code}"
        assert line.code in tables().concepts[line.kind], where
        assert line.names, where
        assert not line.reviewed or REVIEW.fullmatch(line.reviewed), where
    seen = [(line.language, line.kind, line.code) for line in tables().abroad]
    assert len(seen) == len(set(seen))


def test_a_name_stands_in_its_own_script_and_means_one_concept() -> None:
    held: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for name in ALL:
        letters = [char for char in name.text if char.isalpha()]
        own = [
            char for char in letters if unicodedata.name(char).startswith(SCRIPTS[name.language])
        ]
        assert own or name.text.isupper(), name.text  # "VCA" is VCA everywhere
        assert name.folded, name.text
        held[name.language, name.concept.kind, name.folded].add(name.concept.code)
    assert {key: codes for key, codes in held.items() if len(codes) > 1} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_every_name_leads_to_its_concept_and_none_settles_it(kind: Kind) -> None:
    lost, settled = [], []
    for name in abroad.names_of(kind):
        found = normalise(kind, name.text)
        if found and found[0].sure and found[0].concept != name.concept:
            settled.append((name.text, name.concept.code, found[0].concept.code))
        elif name.concept not in [each.concept for each in found]:
            lost.append((name.text, name.concept.code))
        elif found[0].sure:  # the same word in Dutch or English
            assert not found[0].language, name.text
    assert settled == []
    assert lost == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("sprzatanie", "cleaner"),  # no signs on the keyboard
        ("Sprzątaczka!", "cleaner"),
        ("sprzontaczka", "cleaner"),  # by ear
        ("szukam pracy jako kierowca autobusu", "bus-driver"),
        ("Я шукаю роботу кухарем", "cook"),  # a case ending
        ("прибиральниця в готелі", "cleaner"),
        ("عامل النظافة", "cleaner"),  # with the article
        ("سَائِق شَاحِنَه", "truck-driver"),  # vowel marks, and another last letter
        ("TEMİZLİKÇİ", "cleaner"),
        ("tir soforu", "truck-driver"),
        ("ናይ ጽሬት ስራሕ", "cleaner"),
    ],
)
def test_it_is_found_as_people_type_it(typed: str, code: str) -> None:
    found = normalise("occupation", typed)
    assert code in [each.concept.code for each in found]
    assert not found[0].sure


def test_a_broad_word_offers_what_it_is_part_of() -> None:
    codes = [each.concept.code for each in normalise("occupation", "سائق")]
    assert codes[0] == "driver"
    assert {"bus-driver", "delivery-driver"} <= {*codes}
    assert len(codes) == CHOICES


@pytest.mark.parametrize("reviewed", [False, True])
def test_only_a_name_that_was_seen_settles(reviewed: bool) -> None:
    names = [replace(name, reviewed=reviewed) for name in abroad.names_of("occupation")]
    table = abroad.table(names)
    assert abroad.found_in(table, "пекар")[0].sure == reviewed
    assert not abroad.found_in(table, "пекаарр")[0].sure  # nearly
    assert not abroad.found_in(table, "сварка пекар")[0].sure  # not all of it
