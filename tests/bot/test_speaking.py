"""What a message of ours looks like on Telegram."""

from __future__ import annotations

import re

import pytest

from bot.telegram.speaking import LONGEST, spoken

WORKER = "\N{WOMAN}\u200d\N{PERSONAL COMPUTER}"  # one sign on the screen


def test_lines_of_a_summary_stand_together() -> None:
    row = ["dialog-line", {"label": ["words", "Naam"], "value": ["words", "Fatima"]}]
    said = spoken({"lines": [["jobseeker-review", {}], row, row], "rows": []}, "nl")
    assert "Naam: Fatima\nNaam: Fatima" in said.texts[0]
    assert ":\n\nNaam" in said.texts[0]


def test_a_long_message_is_cut_between_lines_and_the_keyboard_is_under_the_last() -> None:
    line = ["said", {"words": ["words", "😀" * 1500]}]
    body = {"lines": [line, line, line], "rows": [[["::menu", ["text", "command.menu"]]]]}
    said = spoken(body, "nl")
    assert len(said.texts) > 1
    assert all(len(text.encode("utf-16-le")) // 2 <= LONGEST for text in said.texts)
    assert said.markup is not None
    assert "inline_keyboard" in said.markup


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("vandaag kan ik niet komen " * 400, r"(?:vandaag|kan|ik|niet|komen|\s)*"),
        ("e\u0301" * 9_000, "(?:e\u0301)*"),  # an accent stays on its letter
        (WORKER * 4_000, f"(?:{WORKER})*"),
        ("x" * 20_000, "x*"),
        ("\u0301" * 20_000, "\u0301*"),
    ],
)
def test_a_paragraph_without_lines_is_cut_between_words_and_whole_signs(
    words: str, whole: str
) -> None:
    said = spoken({"lines": [["said", {"words": ["words", words]}]], "rows": []}, "nl").texts
    assert len(said) > 1
    assert all(len(text.encode("utf-16-le")) // 2 <= LONGEST for text in said)
    assert "".join("".join(said).split()) == "".join(words.split())
    assert [text for text in said if not re.fullmatch(whole, text)] == []


def test_what_can_be_shared_is_one_tap_and_the_rest_can_be_typed() -> None:
    body = {
        "lines": [["jobseeker-home", {}]],
        "rows": [[["jobseeker:home:-hint", ["text", "dialog-commands.hint"]]]],
        "asks": "place",
    }
    markup = spoken(body, "nl").markup
    assert markup is not None
    assert markup["keyboard"][0][0]["request_location"]
    assert markup["keyboard"][1][0]["text"] == "Wat bedoel je?"


def test_every_button_fits_in_64_bytes() -> None:
    from dialogs.registry import FORMS
    from services import vocabulary
    from services.messages import message

    longest = max(len(c.code) for c in vocabulary.all_concepts("skill"))
    for form in FORMS.values():
        for name in form.questions:
            press = message.press(form.name, 2**31 if form.facts else 0, name, "x" * longest)
            assert len(press.encode()) <= 64, press
