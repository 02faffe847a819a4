"""Against plain Python: n-grams, TF-IDF and learned translations."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from services.linking.grams import SIZES, grams
from services.linking.table import Table
from services.linking.translation import learned

WORD = st.text(st.characters(codec="utf-8", exclude_characters=" "), min_size=1, max_size=8)


def plain(words: list[str]) -> list[str]:
    padded = [f" {word} " for word in words]
    return [
        word[at : at + size]
        for word in padded
        for size in SIZES
        for at in range(len(word) - size + 1)
    ]


@drawn(st.lists(st.lists(WORD, max_size=4), max_size=4))
def test_grams_are_those_inside_the_words(texts: list[list[str]]) -> None:
    rows, hashes = grams(texts)
    found: dict[int, list[int]] = {at: [] for at in range(len(texts))}
    for row, number in zip(rows.tolist(), hashes.tolist(), strict=True):
        found[row].append(number)
    expected = [plain(words) for words in texts]
    names: dict[int, str] = {}
    for at, each in enumerate(expected):
        assert len(found[at]) == len(each)
        alone = sorted(grams([texts[at]])[1].tolist())
        assert alone == sorted(found[at])  # whatever stands beside it
        assert sorted(Counter(found[at]).values()) == sorted(Counter(each).values())
        names.update(dict.fromkeys(found[at], ""))
    assert len(names) == len({gram for each in expected for gram in each})


def test_alike_is_the_cosine_of_tf_idf() -> None:
    rows = [[1, 2, 2], [2, 3], [4]]
    table = Table(
        np.repeat(np.arange(3), [3, 2, 1]), np.array([1, 2, 2, 2, 3, 4], dtype=np.int64), 3
    )

    def weighed(row: list[int]) -> dict[int, float]:
        held = {token: sum(token in other for other in rows) for token in row}
        return {
            token: (1 + math.log(count)) * (math.log(4 / (1 + held[token])) + 1)
            for token, count in Counter(row).items()
        }

    def cosine(one: dict[int, float], other: dict[int, float]) -> float:
        length = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
        return sum(one[t] * other[t] for t in one.keys() & other.keys()) / length

    asked = [2, 2, 3]
    expected = [cosine(weighed(asked), weighed(row)) for row in rows]
    assert table.alike(np.array([*asked, 99])).tolist() == pytest.approx(expected, abs=1e-6)


def test_words_come_to_mean_what_they_stand_beside() -> None:
    pairs = [
        (["vrachtwagen", "chauffeur"], ["lorry", "driver"]),
        (["bus", "chauffeur"], ["bus", "driver"]),
        (["taxi", "chauffeur"], ["taxi", "driver"]),
        (["vrachtwagen", "monteur"], ["lorry", "mechanic"]),
        (["eenmalig"], ["once"]),
    ]
    told = learned(pairs)
    assert max(told["chauffeur"], key=told["chauffeur"].__getitem__) == "driver"
    assert max(told["vrachtwagen"], key=told["vrachtwagen"].__getitem__) == "lorry"
    assert "eenmalig" not in told  # seen in one pair only
    assert all(sum(each.values()) <= 1 + 1e-9 for each in told.values())
    assert learned([]) == learned([([], ["x"])]) == {}
