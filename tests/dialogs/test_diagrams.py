"""The drawn dialogs are the declared ones."""

from __future__ import annotations

from pathlib import Path

from dialogs.diagrams import dialogs_drawn, matches_drawn
from dialogs.registry import FORMS
from services.matches import STEPS


def test_the_page_is_up_to_date() -> None:
    page = Path(__file__).parents[2] / "docs" / "dialogs.md"
    assert page.read_text("utf-8") == dialogs_drawn()


def test_the_drawn_life_of_a_match_is_the_table() -> None:
    page = Path(__file__).parents[2] / "docs" / "matches.md"
    assert page.read_text("utf-8") == matches_drawn()
    for state, steps in STEPS.items():
        for to in steps:
            assert f"    {state} --> {to}: " in matches_drawn()


def test_every_question_is_drawn() -> None:
    drawn = dialogs_drawn()
    for form in FORMS.values():
        for name in form.questions:
            assert f"q_{name}[" in drawn
