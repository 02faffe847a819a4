"""What the reader of unlawful demands may miss and say wrongly: docs/lawful.md promises it."""

from __future__ import annotations

import numpy as np
import pytest

from bench import lawful, lawful_learn
from services.lawful import learnt

MISSED, FALSE = 5.0, 3.0  # per cent


@pytest.mark.parametrize("measuring", [True, False])
@pytest.mark.parametrize("innocent", [False, True])
def test_what_is_missed_and_what_is_said_wrongly(*, measuring: bool, innocent: bool) -> None:
    got = lawful.count(measuring=measuring, innocent=innocent)
    assert got.share <= (FALSE if innocent else MISSED), f"{got.wrong} of {got.all}"


@pytest.mark.parametrize("name", lawful.LATER)
def test_what_was_found_later_stays_found(name: str) -> None:
    missed, false = (lawful.seen(name, innocent=each) for each in (False, True))
    assert missed.share <= MISSED
    assert false.share <= FALSE


def test_there_is_enough_to_measure_with() -> None:
    rows = list(lawful.sentences())
    assert len(rows) == len({each.words for each in rows}) >= 400
    assert 0.4 < sum(each.measures for each in rows) / len(rows) < 0.6
    assert {each.kind for each in rows if not each.innocent} >= set(lawful.lawful.KINDS[:14])


def test_the_table_in_the_docs_is_measured(request: pytest.FixtureRequest) -> None:
    page = (request.config.rootpath / "docs" / "lawful.md").read_text("utf-8")
    assert lawful.tables().strip() in page


def test_what_is_learnt_was_learnt_from_the_examples_of_today() -> None:
    with np.load(learnt.FILE, allow_pickle=False) as kept:
        made_of = str(kept["made_of"])
    assert made_of == lawful_learn.digest(lawful_learn.examples()), "python -m bench.lawful_learn"


def test_the_half_kept_for_measuring_is_not_learnt_from() -> None:
    measured = {each.words for each in lawful.sentences() if each.measures}
    assert measured.isdisjoint(words for words, _ in lawful_learn.examples())


@pytest.mark.parametrize(
    "said", ["Zo'n leuke tante voor achter de bar", "Liefst iemand zonder kindjes"]
)
def test_a_guess_is_called_one(said: str) -> None:
    """What no sign knows is never said for certain, and no other words are made of it."""
    (found,) = lawful.lawful.look(said, asks=True)
    assert (found.sure, found.better, found.words) == (False, "", said)
