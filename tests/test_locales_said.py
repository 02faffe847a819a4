"""Words of people and words of ours: what is typed means one thing, what is said has no fault."""

from __future__ import annotations

import re
from typing import Any

import pytest

from dialogs.commands import COMMANDS
from dialogs.engine import turn
from dialogs.lookups import Known
from dialogs.model import Form, Pick, Say
from dialogs.presenting import COMMANDS as IN_A_QUESTION
from dialogs.presenting import State, ask, asked, summary
from dialogs.questions import Choice, Many
from services import texts
from services.texts import LOCALES, render
from tests.forms_check import (
    LANGUAGES,
    TODAY,
    answers_of,
    each_form,
    each_question,
    each_voice,
    names_of,
    options_of,
)
from tests.locales_check import SLASH, Entry, dutch

# What people type.

# The words of a command that mean an option while its question is open, and why. Everywhere
# else such a word would shadow the command, or the command the option.
MEANS_THE_OPTION = {
    **{
        (f"{form}-language", name): "the name of a language, where one is asked for"
        for form in ("welcome", "language")
        for name in ("english", "nederlands", "dutch")
    },
    ("welcome-who", "ik zoek personeel"): "the same wish, of somebody we do not know yet",
    ("erase-sure", "wis alles"): "said again when asked whether one is sure: a yes",
    ("erase-sure", "erase everything"): "said again when asked whether one is sure: a yes",
    ("helps-helps", "pauze"): "what helps somebody to work well",
    ("interest-reason", "nu niet"): "a reason, when one is asked for",
    ("vacancy-open_to", "beginnen"): "near “beginner”; who is asked this has begun already",
}
# Typed words that mean two options together.
MEANS_BOTH = {"overdag", "during the day", "daytime"}


@each_question
def test_a_name_means_one_option(voice: str, form: Form, name: str) -> None:
    question, options = form.questions[name], options_of(voice, form, name)
    for code, names in options:
        for typed in names:
            if typed in MEANS_BOTH and isinstance(question, Many):
                assert len(texts.pick_many(typed, options)) == 2, typed
                continue
            numbered = isinstance(question, Choice)
            assert texts.pick(typed, options, numbered=numbered) == code, typed
            if isinstance(question, Many):
                assert texts.pick_many(typed, options) == [code], typed


@each_question
def test_an_option_is_not_a_command(voice: str, form: Form, name: str) -> None:
    inside = [(c, names_of(voice, ("text", f"dialog-commands.{c}"))) for c in IN_A_QUESTION]
    options = options_of(voice, form, name)
    own = [typed for _, names in options for typed in names]
    assert [typed for typed in own if texts.pick(typed, inside)] == []
    given = {n: names_of(voice, ("text", f"command.{n}")) for n in COMMANDS}
    taken = [(typed, texts.pick(typed, options)) for names in given.values() for typed in names]
    asked = form.text(name)
    unexpected = [
        (typed, code)
        for typed, code in taken
        if code and (asked, texts.plain(typed)) not in MEANS_THE_OPTION
    ]
    assert unexpected == []


@each_voice
def test_what_ends_a_list_is_not_a_command(voice: str) -> None:
    inside = [(c, names_of(voice, ("text", f"dialog-commands.{c}"))) for c in IN_A_QUESTION]
    for kind in ("many", "concepts"):
        for typed in names_of(voice, ("text", f"kind-{kind}.done")):
            assert texts.pick(typed, inside) is None, typed


@each_voice
def test_a_typed_word_means_one_command(voice: str) -> None:
    found: dict[str, str] = {}
    for command in COMMANDS:
        for typed in map(texts.plain, names_of(voice, ("text", f"command.{command}"))):
            assert found.setdefault(typed, command) == command, typed


def test_a_name_after_a_slash_means_one_command() -> None:
    found = {code: code for code in COMMANDS}
    for language in LANGUAGES:
        for command in COMMANDS:
            slash = texts.text(language, f"command.{command}{SLASH}")
            assert found.setdefault(slash, command) == command, slash


@each_voice
@each_form
def test_every_line_of_a_summary_can_be_named(voice: str, form: Form) -> None:
    """At the summary people type what to change."""
    if not form.review:
        return
    own = [(c, names_of(voice, ("text", f"dialog-commands.{c}"))) for c in ("ok", "back")]
    labels = [(n, names_of(voice, ("text", f"{form.text(n)}.label"))) for n in form.questions]
    for name, (label, *_) in labels:
        assert texts.pick(label, labels) == name, label
        assert texts.pick(label, own) is None, label


# Every text is said.

NUMBERS = {"n", "of", "low", "high", "most", "km", "percent", "score", "minutes", "limit", "over"}


def _given(entry: Entry, count: int) -> dict[str, Any]:
    return {
        name: count if name in NUMBERS | entry.counted else f"‹{name}›" for name in entry.variables
    }


@each_voice
@pytest.mark.parametrize("count", [0, 1, 2, 17, 1200])
def test_every_text_is_said(voice: str, count: int) -> None:
    for text_id, entry in dutch().items():
        given = _given(entry, count)
        said = texts.text(voice, text_id, given)
        assert said.strip(), text_id
        assert not re.search(r"[{}$]", said), text_id
        assert text_id not in said or not re.search(r"[-.]", text_id), text_id
        for name in entry.variables - entry.counted - NUMBERS:
            assert given[name] in said, text_id


@pytest.mark.parametrize(
    ("voice", "shown_as"), [("nl", "20.000"), ("nl-u", "20.000"), ("en", "20,000")]
)
def test_numbers_are_written_as_the_language_does(voice: str, shown_as: str) -> None:
    assert shown_as in texts.text(voice, "kind-text.long", {"most": 20_000})


def _facts() -> dict[str, Any]:
    """Something for every variable there is."""
    return {v: ["words", f"‹{v}›"] for each in dutch().values() for v in each.variables}


def _said(voice: str, say: Say) -> list[str]:
    lines = [render.line(voice, line.text, line.args) for line in say.lines]
    return lines + [render.render(voice, button.label) for row in say.rows for button in row]


@each_question
def test_every_question_is_said(voice: str, form: Form, name: str) -> None:
    known = Known(voice, TODAY, facts=_facts())
    for state in (State(), State(answers_of(form), again=name)):
        said = _said(voice, ask(form, state, asked(form, state) or name, known, ()))
        assert all(said)
        assert not any(re.search(r"[{}$]", each) for each in said)


@each_question
def test_every_question_is_explained(voice: str, form: Form, name: str) -> None:
    known = Known(voice, TODAY, facts=_facts())
    said = _said(voice, turn(form, State(), Pick(name, "-hint"), known).say)
    assert texts.text(voice, f"{form.text(name)}.hint", _words()) in said


def _words() -> dict[str, str]:
    return {name: words for name, (_, words) in _facts().items()}


@each_voice
@each_form
def test_every_answer_is_read_back(voice: str, form: Form) -> None:
    answers = answers_of(form)
    done, first_open = form.walk(answers)
    assert (set(done), first_open) == (set(form.questions), None)
    nothing = {name: None for name, question in form.questions.items() if question.optional}
    for given in (done, done | nothing):
        said = (
            _said(
                voice,
                summary(
                    form,
                    State(given),
                    given,
                    Known(voice, TODAY, facts={"title": ["words", "x"]}),
                    (),
                ),
            )
            if form.review
            else []
        )
        assert not any(re.search(r"[{}$]", each) for each in said)


def test_polite_texts_are_used_for_a_polite_voice() -> None:
    assert texts.text("nl", "menu") != texts.text("nl-u", "menu")
    assert texts.text("nl-u", "jobseeker-home") == texts.text("nl", "jobseeker-home")
    assert (LOCALES / "nl" / "u").is_dir()
