from __future__ import annotations

import pytest

from services.vocabulary.noise import without
from services.vocabulary.words import fold, key, neutral, sound, tokens


@pytest.mark.parametrize(
    ("woman", "neutral_form"),
    [
        ("schoonmaakster", "schoonmaker"),
        ("verkoopsters", "verkoper"),
        ("kapster", "kapper"),
        ("inpakster", "inpakker"),
        ("leidster", "leider"),
        ("directrice", "directeur"),
        ("chauffeuse", "chauffeur"),
        ("brandweervrouw", "brandweerman"),
        ("timmerlieden", "timmerman"),
        ("hovenierster", "hovenier"),
        ("meester", "meester"),
        ("barista", "barista"),
    ],
)
def test_endings_for_women_and_groups_are_taken_off(woman: str, neutral_form: str) -> None:
    assert neutral(woman) == neutral_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("schoonmaaken", "schoonmaken"),
        ("vrachtwagen", "vragtwagen"),
        ("horeca", "horeka"),
        ("stukadoor", "stucadoor"),
        ("elektricien", "electricien"),
        ("bezorger", "besorger"),
    ],
)
def test_words_spelled_by_ear_sound_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_different_words_do_not_sound_the_same() -> None:
    assert len({sound(word) for word in ("bakker", "pakker", "kapper", "lasser", "losser")}) == 5


def test_folding_keeps_every_script_and_drops_accents() -> None:
    assert fold("Caissière") == "caissiere"
    assert fold("Прибиральниця").startswith("приб")
    assert fold("عامل نظافة").split()[0] == "عامل"


def test_tokens_know_where_they_stood() -> None:
    text = "  Kok-in opleiding, C# 🙂 auto’s"
    assert [text[token.start : token.end] for token in tokens(text)] == [
        "Kok", "in", "opleiding", "C#", "auto’s",
    ]  # fmt: skip


def test_a_key_is_the_same_for_all_forms_of_a_verb() -> None:
    assert len({key(word) for word in ("schoonmaken", "schoonmaakt", "schoongemaakt")}) == 1


@pytest.mark.parametrize(
    "noise",
    [
        "24 uur",
        "24-32 uur per week",
        "32/40 uur p/w",
        "(m/v)",
        "(v/m/x)",
        "MBO 4",
        "niveau 2/3",
        "€ 15,50",
    ],
)
def test_hours_levels_and_pay_are_cut_out(noise: str) -> None:
    assert without(f"Kok {noise} restaurant").split() in (
        ["Kok", "restaurant"],
        ["Kok", "(", ")", "restaurant"],
    )
