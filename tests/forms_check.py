"""The forms as the tests of the texts see them: buttons, names and answers, in every voice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from dialogs.lookups import Known
from dialogs.model import Asking, Form, Question
from dialogs.questions import Choice, Many, Number
from dialogs.questions_given import Source, Typed
from dialogs.registry import FORMS
from services import texts
from services.texts import FIRST, render
from tests.locales_check import folders

TODAY = date(2026, 3, 2)
LANGUAGES = texts.languages()
OTHERS = [language for language in LANGUAGES if language != FIRST]
MANNERS = [folder for folder in folders() if "/" in folder]  # "nl/u"
VOICES = [*LANGUAGES, *(manner.replace("/", "-") for manner in MANNERS)]
OPTIONS_OF = [
    (voice, form, name) for voice in VOICES for form in FORMS.values() for name in form.questions
]

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_voice = pytest.mark.parametrize("voice", VOICES)
each_form = pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.name)
each_question = pytest.mark.parametrize(
    ("voice", "form", "name"), OPTIONS_OF, ids=[f"{v}-{f.name}-{n}" for v, f, n in OPTIONS_OF]
)


def labels_of(form: Form, name: str, question: Question) -> list[Any]:
    """The buttons of a question, when it is asked and when all of it was ticked."""
    asking = Asking(form.text(name), {}, Known(FIRST, TODAY))
    drafts: list[Any] = [None]
    if isinstance(question, Many):
        drafts.append(list(question.options))
    if question.kind == "concepts":
        drafts += [{"asked": [["x", ["x"]]]}, {"unread": "x"}, {"chosen": ["=x"]}]
    return [label for draft in drafts for _, label in question.choices(draft, asking)]


def ids_in(ref: Any) -> Iterator[str]:
    """The text ids in a reference."""
    if isinstance(ref, list | tuple) and ref:
        start = 1 if ref[0] == "ticked" else 0
        if ref[start] == "text":
            yield ref[start + 1]
        for each in ref[1:]:
            yield from ids_in(each)


def names_of(voice: str, label: Any) -> list[str]:
    """What a button is called, and what else people type for it."""
    text_id = next(iter(ids_in(label)))
    return [render.render(voice, label), *texts.also(voice, text_id)]


def options_of(voice: str, form: Form, name: str) -> list[tuple[str, list[str]]]:
    """The options of a question with everything they are called."""
    asking = Asking(form.text(name), {}, Known(voice, TODAY))
    choices = form.questions[name].choices(None, asking)
    return [(code, names_of(voice, label)) for code, label in choices if list(ids_in(label))]


# Answers that lead past every question of a form, where the first option does not.
ROUTES: dict[str, dict[str, Any]] = {
    "schooling": {"schooling": "mbo"},
    "vacancy": {"source": "paste", "preselection": "yes"},
    "split": {"by": ["place", "work"]},
    "review": {"decision": "decline", "reason": "other"},
    "interest": {"answer": "no"},
    "meeting": {"answer": "reject"},
    "appointment": {"choice": "other"},
    "after-meeting": {"mood": "no"},
    "outcome": {"result": "not_placed"},
    "plan": {"answer": "change"},
    "plan-review": {"holds": "change"},
}
SAMPLES: dict[str, Any] = {
    "hours": [16, 24],
    "date": TODAY.isoformat(),
    "place": "pc4:2011",
    "concepts": ["=koken"],
    "file": {"kind": "photo", "reference": "x"},
    "slot": "2026-11-30-am",
    "words": "woorden",
    "text": "een lange tekst",
}


def _sample(question: Question) -> Any:
    """A value this question takes."""
    if isinstance(question, Choice | Source):
        return question.options[0]
    if isinstance(question, Many):
        return [question.options[0]]
    if isinstance(question, Number):
        return question.low
    if isinstance(question, Typed):
        return question.presets[0] if question.presets else "+31612345678"
    return SAMPLES[question.kind]


def answers_of(form: Form) -> dict[str, Any]:
    """An answer to every question of a form."""
    return {n: _sample(q) for n, q in form.questions.items()} | ROUTES.get(form.name, {})
