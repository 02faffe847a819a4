from __future__ import annotations

from hypothesis import given as drawn
from hypothesis import strategies as st

from services.linking import SURE_FROM, offered
from services.linking.confidence import chance
from services.vocabulary.concepts import CHOICES, KINDS
from tests.services.linking.given import linker

SHARE = st.floats(0, 1)


@drawn(SHARE, SHARE, SHARE, SHARE)
def test_more_alike_and_further_ahead_is_never_less_sure(
    one: float, other: float, ahead: float, behind: float
) -> None:
    low, high = sorted((one, other))
    near, far = sorted((ahead, behind))
    for kind in KINDS:
        for semantic in (False, True):
            least = chance(kind, low, near, semantic=semantic)
            assert 0 < least <= chance(kind, high, far, semantic=semantic) < 1


def test_down_the_list_the_chance_falls() -> None:
    chances = [each.chance for each in linker().link("chauffeur van de bus en de klompen")]
    assert len(chances) >= 3
    assert chances == sorted(chances, reverse=True)


def test_the_same_label_is_no_proof() -> None:
    (best, *_) = linker().link("bakker")
    assert best.label == "bakker"
    assert best.chance < 1


def test_one_that_is_sure_is_offered_alone_else_at_most_five() -> None:
    assert offered([]) == 0
    assert offered([SURE_FROM, 0.5]) == 1
    assert offered([0.5, 0.3, 0.001]) == 2
    assert offered([0.5] * 9) == CHOICES == 5
    assert offered([0.001]) == 0


def test_with_meaning_a_small_chance_is_no_choice() -> None:
    assert offered([0.5, 0.06], semantic=True) == 1 < offered([0.5, 0.06])
    assert offered([SURE_FROM, 0.5], semantic=True) == 1
