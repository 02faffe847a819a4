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
    ],
)
def test_a_word_between_brackets_is_not_made_a_second_noun(said: str, made: str) -> None:
    assert reworded(said, look(said), say) == made
