"""The texts of every language: all there, all used, all said without a fault.

Fluent fails silently: it drops a message it cannot read, keeps the first of two with one name, and
prints the name of a variable it was not given. Therefore these tests are strict.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from fluent.syntax import ast as ftl

from dialogs.commands import COMMANDS
from dialogs.model import Form
from dialogs.presenting import COMMANDS as IN_A_QUESTION
from dialogs.registry import FORMS
from services import texts
from services.texts import FIRST
from tests.forms_check import (
    MANNERS,
    OTHERS,
    each_form,
    each_language,
    each_voice,
    ids_in,
    labels_of,
)
from tests.locales_check import (
    SLASH,
    TYPED,
    Entry,
    constants,
    dutch,
    entries,
    files,
    folders,
    named_texts,
    parsed,
    patterns_of_attributes,
    shown,
)

LONGEST_LABEL = 40  # signs on a button, two of which stand beside each other on a phone
each_folder = pytest.mark.parametrize("folder", folders())


# The files.


@each_folder
def test_every_line_is_understood(folder: str) -> None:
    body = [each for file in files(folder) for each in parsed(file).body]
    assert [each.content for each in body if isinstance(each, ftl.Junk)] == []


@each_folder
def test_no_name_stands_twice(folder: str) -> None:
    found: Counter[str] = Counter()
    for file in files(folder):
        for each in parsed(file).body:
            if isinstance(each, ftl.Message):
                found[each.id.name] += 1
                found.update(f"{each.id.name}.{a.id.name}" for a in each.attributes)
    assert [name for name, count in found.items() if count > 1] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_texts_of_dutch(language: str) -> None:
    ours, theirs = _fixed(FIRST), _fixed(language)
    assert sorted(ours - theirs) == [], "not translated"
    assert sorted(theirs - ours) == [], "not in Dutch"


def _fixed(folder: str) -> set[str]:
    """The ids that every language shares; what people type is its own."""
    return {text_id for text_id in entries(folder) if not text_id.endswith(TYPED)}


@pytest.mark.parametrize("language", OTHERS)
def test_texts_stand_in_the_same_file_as_in_dutch(language: str) -> None:
    theirs = entries(language)
    moved = [
        key for key, each in dutch().items() if key in theirs and theirs[key].file != each.file
    ]
    assert moved == []


@pytest.mark.parametrize("manner", MANNERS)
def test_a_polite_message_replaces_the_whole_message(manner: str) -> None:
    """What an attribute falls back on differs when its message is there without it."""
    usual, polite = shown(manner.partition("/")[0]), shown(manner)
    messages = {text_id.partition(".")[0] for text_id in polite}
    whole = {text_id for text_id in usual if text_id.partition(".")[0] in messages}
    assert set(polite) == whole


@pytest.mark.parametrize("folder", [*OTHERS, *MANNERS])
def test_variables_are_those_of_dutch(folder: str) -> None:
    usual = dutch()
    differ = {
        text_id: (sorted(each.variables), sorted(usual[text_id].variables))
        for text_id, each in entries(folder).items()
        if text_id in usual and each.variables != usual[text_id].variables
    }
    assert differ == {}


# What the code names.


def test_texts_the_code_names_exist() -> None:
    missing = [each for each in named_texts() if each.exact and not _one_of(each.matches)]
    assert missing == []


def test_names_made_of_parts_fit_a_text() -> None:
    missing = [each for each in named_texts() if not each.exact and not _one_of(each.matches)]
    assert missing == []


def _one_of(matches: Any) -> bool:
    return any(matches(text_id) for text_id in dutch())


@each_form
def test_a_form_has_its_texts(form: Form) -> None:
    missing = sorted(needed for needed in needs(form) if not texts.has(FIRST, needed))
    assert missing == []


def needs(form: Form) -> set[str]:
    """The ids of a form: its questions with explanations and buttons, its summary, its hello."""
    found = {f"{form.name}-intro"} if form.intro else set()
    found |= {f"{form.name}-review", f"{form.name}-review.ok"} if form.review else set()
    for name, question in form.questions.items():
        text_id = form.text(name)
        found |= {text_id, f"{text_id}.hint"}
        found |= {f"{text_id}.label"} if form.review else set()
        for label in labels_of(form, name, question):
            found |= set(ids_in(label))
    return found


@each_language
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_its_words(language: str, command: str) -> None:
    own = entries(language)
    assert f"command.{command}" in own
    assert re.fullmatch(r"[a-z0-9_]{1,32}", own[f"command.{command}{SLASH}"].words)  # Bot API


# Not named in the code as such, and why.
NAMED_OTHERWISE = {
    r"ended-.+": "how a match ended, for whoever said yes",
    r"match-part-.+\.(jobseeker|employer)": "a part of a fit, for another reader",
    r"match-(capped|ask-.+|helps-.+)(\.jobseeker)?": "made of parts by the matching",
    r"kind-date\..+": "a moment of a question of the kind When",
}


def test_no_text_is_left_over() -> None:
    named = named_texts()
    needed = {each for form in FORMS.values() for each in needs(form)}
    unused = [
        text_id
        for text_id in shown(FIRST)
        if text_id not in needed
        and text_id not in constants()
        and not any(each.matches(text_id) for each in named if each.tells)
        and not any(re.fullmatch(each, text_id) for each in NAMED_OTHERWISE)
        and not _is_said_by_a_question(text_id)
    ]
    assert unused == []


def _is_said_by_a_question(text_id: str) -> bool:
    """A reason or another way to ask: an attribute the questions name, of a kind or a question."""
    message, _, attribute = text_id.partition(".")
    kinds = {f"kind-{q.kind}" for form in FORMS.values() for q in form.questions.values()}
    questions = {form.text(name) for form in FORMS.values() for name in form.questions}
    if message not in kinds | questions | {"kind-any"}:
        return False
    made = any(re.fullmatch(each, attribute) for each in patterns_of_attributes())
    return attribute in constants() or made or attribute in ("label", "hint")


# How it looks.

MARKUP = re.compile(r"https?:|www\.|</?[a-z]|\*\*|__|&[a-z]+;|&#|\]\(|`|[\"„«»]|'")
ONE_SPACE = re.compile(r"\S( ?\S)*")


def _lines(folder: str) -> Iterator[tuple[Entry, str]]:
    for entry in shown(folder).values():
        for line in entry.words.split("\n"):
            yield entry, line


@each_folder
def test_texts_hold_no_markup_and_no_typewriter_quotes(folder: str) -> None:
    assert [entry.id for entry, line in _lines(folder) if MARKUP.search(line)] == []


@each_folder
def test_quotes_come_in_pairs(folder: str) -> None:
    odd = [e.id for e, _ in _lines(folder) if e.words.count("“") != e.words.count("”")]
    assert odd == []


@each_folder
def test_words_are_one_space_apart(folder: str) -> None:
    assert [e.id for e, line in _lines(folder) if line and not ONE_SPACE.fullmatch(line)] == []


@each_voice
@each_form
def test_names_of_buttons_fit(voice: str, form: Form) -> None:
    labels = [label for n, q in form.questions.items() for label in labels_of(form, n, q)]
    told = {each for label in labels for each in ids_in(label)}
    ids = {next(i for i in each.split("|") if i in dutch()) for each in told}
    ids |= {f"{form.text(name)}.label" for name in form.questions} if form.review else set()
    fixed = [each for each in ids if not dutch()[each].variables]
    assert [each for each in fixed if len(texts.text(voice, each)) > LONGEST_LABEL] == []


@each_voice
def test_names_of_commands_fit(voice: str) -> None:
    ids = [f"command.{each}" for each in COMMANDS]
    ids += [f"dialog-commands.{each}" for each in (*IN_A_QUESTION, "ok")]
    ids += ["share-place", "share-contact"]
    assert [each for each in ids if len(texts.text(voice, each)) > LONGEST_LABEL] == []


# How people are addressed, in Dutch.

INFORMAL = re.compile(r"\b(je|jij|jou|jouw|jezelf)\b", re.IGNORECASE)
POLITE = re.compile(r"\b(u|uw|uzelf)\b", re.IGNORECASE)
TO_JOBSEEKERS = re.compile(
    r"jobseeker-|visit-|schooling-|contract-|languages-|helps-|reading-|cv-|private-|interest-|"
    r"confirm-|public-|visible-|match-.+\.jobseeker$|paused$|resumed$|grow-done$"
)
BEFORE_IT_IS_KNOWN = re.compile(r"welcome-")  # to everybody, as to most: "je"
SHARED = ("dialog.ftl", "commands.ftl", "people.ftl")
TO_OTHERS = ("employer.ftl", "public.ftl", "match.ftl", "matching.ftl", *SHARED)


@pytest.mark.parametrize("text_id", shown(FIRST))
def test_people_are_addressed_in_one_way(text_id: str) -> None:
    usual = shown(FIRST)[text_id]
    if TO_JOBSEEKERS.match(text_id):
        assert not POLITE.search(usual.words)
    elif usual.file in TO_OTHERS and not BEFORE_IT_IS_KNOWN.match(text_id):
        polite = shown(f"{FIRST}/u").get(text_id, usual)
        assert not INFORMAL.search(polite.words)
