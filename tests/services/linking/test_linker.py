from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from services.linking import Entry, Linker
from services.linking.weights import Weights
from tests.services.linking.given import BAKER, BUSES, CLOGS, ENTRIES, NURSE, TRUCKS, first, linker


@pytest.mark.parametrize(
    ("text", "uri"),
    [
        ("bakker", BAKER),
        ("BAKKER!!", BAKER),
        ("bakers en baksters", BAKER),
        ("klompemaker", CLOGS),  # a letter is missing
        ("chauffeur vrachtwagen", TRUCKS),  # a compound opened, in another order
        ("verpleegkundige", NURSE),  # only in English, through a learned translation
        ("bus", BUSES),
    ],
)
def test_the_concept_that_is_meant_comes_first(text: str, uri: str) -> None:
    assert first(text) == uri


@pytest.mark.parametrize(
    ("signal", "text", "uri"),
    [
        ("letters", "klompemaker", CLOGS),
        ("all_names", "chauffeur vrachtwagen", TRUCKS),
        ("about", "wie deeg kneedt", BAKER),
        ("translated", "verpleegkundige", NURSE),
        ("translated_about", "verpleegkundigen", NURSE),
        ("cognate", "psychiatrie", NURSE),
    ],
)
def test_each_signal_by_itself(signal: str, text: str, uri: str) -> None:
    place = [field.name for field in fields(Weights)].index(signal)
    assert linker().uris[int(linker().signals(text)[place].argmax())] == uri


def test_the_nearest_label_is_told() -> None:
    assert linker().link("broodbaker")[0].label == "broodbakker"
    assert linker().link("verpleegkundige")[0].label == "psychiatric nurse"


def test_best_first_and_at_most_so_many() -> None:
    found = linker().link("chauffeur", top=2)
    assert {each.uri for each in found} == {TRUCKS, BUSES}
    assert found[0].score >= found[1].score
    assert len(linker().link("chauffeur", top=1)) == 1
    assert linker().link("chauffeur", top=1)[0] == found[0]  # how sure does not hang on top


@pytest.mark.parametrize(
    "text",
    ["", "   ", "?!", "🙂🙂🙂", "\x00", "нянька", "面包师", "q", "42", "\ud800"],
)
def test_a_text_in_which_nothing_is_known_gives_nothing(text: str) -> None:
    assert linker().link(text) == []


def test_a_statement_of_sql_is_a_text_like_any_other() -> None:
    assert first("'; DROP TABLE concept; -- bakker") == BAKER


@pytest.mark.parametrize("text", ["bakker " * 1430, "b" * 10_000, "bakker" * 1667, "🙂" * 10_000])
def test_ten_thousand_characters_are_read_in_time(text: str) -> None:
    start = time.process_time()
    linker().link(text)
    assert time.process_time() - start < 2


def test_equal_concepts_keep_the_order_they_came_in() -> None:
    twins = [Entry(f"x:{name}", {"nl": ("bakker",)}) for name in "bca"]
    found = Linker("occupation", twins).link("bakker")
    assert [each.uri for each in found] == ["x:b", "x:c", "x:a"]
    assert len({each.score for each in found}) == 1
    assert len({each.chance for each in found}) == 1


@pytest.mark.parametrize(
    "entries",
    [[], [Entry("x:1", {})], [Entry("x:1", {"nl": ()})], [Entry("x:1", {"nl": ("?!",)})]],
)
def test_a_linker_that_knows_no_word_finds_nothing(entries: list[Entry]) -> None:
    assert Linker("skill", entries).link("bakker") == []


def test_a_concept_without_a_label_costs_the_others_nothing() -> None:
    nameless = Linker("occupation", [Entry("x:0", {}), *ENTRIES, Entry("x:9", {})])
    assert nameless.link("bakker")[0].uri == BAKER
    assert len(nameless.scores("bakker")) == len(ENTRIES) + 2


def test_texts_in_english_against_english_names() -> None:
    english = Linker("occupation", ENTRIES, "en")
    assert english.link("nurses for mental health")[0].uri == NURSE
    assert english.link("truckdriver")[0].uri == TRUCKS


def test_the_same_question_has_the_same_answer_in_every_process() -> None:
    ask = (
        "from tests.services.linking.given import linker;"
        "print([linker().link(t) for t in ('verpleegkundige bus', 'chauffeur', 'maker')])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", ask],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


@settings(max_examples=60)
@drawn(st.text(max_size=60))
def test_whatever_is_typed_every_signal_is_a_share(text: str) -> None:
    signals = linker().signals(text)
    assert signals.shape == (6, len(ENTRIES))
    assert np.isfinite(signals).all()
    assert signals.min() >= 0
    assert signals.max() <= 1 + 1e-5
    found = linker().link(text)
    assert [each.score for each in found] == sorted((e.score for e in found), reverse=True)
