"""The drawn dialogs are the declared ones."""

from __future__ import annotations

from pathlib import Path

from dialogs.diagrams import document
from dialogs.registry import FORMS


def test_the_page_is_up_to_date() -> None:
    page = Path(__file__).parents[2] / "docs" / "dialogs.md"
    assert page.read_text("utf-8") == document()


def test_every_question_is_drawn() -> None:
    drawn = document()
    for form in FORMS.values():
        for name in form.questions:
            assert f"q_{name}[" in drawn
