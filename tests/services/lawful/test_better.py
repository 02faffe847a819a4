"""Other words for what may not be asked, as an employer reads them back."""

from __future__ import annotations

import pytest

from services.lawful.better import reworded
from services.lawful.reading import look


def say(code: str) -> str:
    return f"<{code}>"


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ("Wij zoeken een bakker (man)", "Wij zoeken een bakker"),
        ("Wij zoeken een man voor de bar", "Wij zoeken een <colleague> voor de bar"),
        ("Wij zoeken iemand die niet te vaak ziek is.", "Wij zoeken iemand, <can-do>."),
    ],
)
def test_a_word_between_brackets_is_not_made_a_second_noun(said: str, made: str) -> None:
    assert reworded(said, look(said), say) == made


@pytest.mark.parametrize(
    "said",
    [
        "Wij zoeken een jonge vrouw van maximaal 30 jaar.",
        "Wij zoeken een jonge vrouw van maximaal 30 jaar met Nederlandse achtergrond.",
        "Wij zoeken een medewerker van maximaal 30 jaar met Nederlandse achtergrond.",
    ],
)
def test_of_two_things_side_by_side_neither_is_left(said: str) -> None:
    found = look(said)
    made = reworded(said, found, say)
    assert len(found) > 1
    assert not [each.words for each in found if each.words in made], made
    assert "een van" not in made
    assert "  " not in made
    assert ", <any-age>" in made
