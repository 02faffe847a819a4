"""How the engine puts a question or a summary into a message. Pure; see engine.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dialogs import fairness
from dialogs.model import (
    FROM,
    Answers,
    Asking,
    Button,
    Form,
    Line,
    Pick,
    Question,
    Say,
    World,
)
from services.texts import refs

COMMANDS = ("back", "skip", "hint")


@dataclass(frozen=True)
class State:
    """All that is stored of a conversation."""

    answers: Answers = field(default_factory=dict)
    drafts: Answers = field(default_factory=dict)
    again: str | None = None  # a question asked again, by "back" or from the summary
    misses: int = 0  # replies in a row that were not understood


@dataclass(frozen=True)
class Turn:
    """What a reply leads to. `result` is set once: when the answers count."""

    state: State
    say: Say
    result: Answers | None = None


def asked(form: Form, state: State) -> str | None:
    """The question that waits for an answer; None at the summary."""
    done, first_open = form.walk(state.answers)
    return state.again if state.again in done else first_open


def asking_for(form: Form, state: State, name: str, world: World) -> Asking:
    """What a question needs to know of the moment it is asked."""
    done, _ = form.walk(state.answers)
    return Asking(form.text(name), done, world)


def so_far(state: State, name: str, question: Question) -> Any:
    """The draft of an answer: kept from the last message, or made from the answer it changes."""
    if name in state.drafts:
        return state.drafts[name]
    value = state.answers.get(name)
    return None if value is None else question.reopen(value)


def ask(form: Form, state: State, name: str, world: World, before: Sequence[Line]) -> Say:
    """The message that asks one question."""
    question, asking = form.questions[name], asking_for(form, state, name, world)
    draft = so_far(state, name, question)
    found = choices_of(question, draft, asking)
    buttons = [Button(Pick(name, code), label) for code, label in found]
    rows = _rows(buttons, 1 if fairness.waits(draft) else question.columns)
    rows.append(tuple(_command_buttons(form, name, question, asking.answers)))
    rows += [(Button(Pick("", code), refs.text(f"command.{code}")),) for code in form.beside]
    first: tuple[Line, ...] = ()
    if form.intro and not asking.answers and not before:
        first = (Line(f"{form.name}-intro", world.facts),)
    line = _asks(question, draft, asking)
    step = form.step(asking.answers, name) if form.review else None
    return Say((*first, *before, line), tuple(rows), "" if buttons else question.asks, step)


def choices_of(question: Question, draft: Any, asking: Asking) -> list[tuple[str, refs.Ref]]:
    """What can be pressed now: the question's own, or those about words the law speaks of."""
    if fairness.waits(draft):
        return fairness.choices(draft)
    return question.choices(draft, asking)


def _asks(question: Question, draft: Any, asking: Asking) -> Line:
    """What is asked."""
    if fairness.waits(draft):
        return fairness.line(draft)
    attribute, args = question.prompt(draft, asking)
    text = asking.text_id
    if attribute:
        text = f"{text}.{attribute}|kind-{question.kind}.{attribute}"
    return Line(text, {**asking.world.facts, **args})


def _rows(buttons: Sequence[Button], columns: int) -> list[tuple[Button, ...]]:
    return [tuple(buttons[i : i + columns]) for i in range(0, len(buttons), columns)]


def _command_buttons(form: Form, name: str, question: Question, done: Answers) -> list[Button]:
    wanted = {"back": bool(done), "skip": question.optional, "hint": True}
    return [
        Button(Pick(name, f"-{code}"), command_label(form, name, code))
        for code in COMMANDS
        if wanted[code]
    ]


def command_label(form: Form, name: str, code: str) -> refs.Ref:
    """What back, skip and hint are called; a question may have its own word for skipping."""
    if code == "skip":
        return refs.text(f"{form.text(name)}.skip|dialog-commands.skip")
    return refs.text(f"dialog-commands.{code}")


def _value_line(form: Form, name: str, value: Any, answers: Answers) -> Line:
    text_id = form.text(name)
    shown: refs.Ref = refs.text("dialog-unknown")
    if value is not None:
        shown = form.questions[name].show(value, text_id)
    source = answers.get(FROM, {}).get(name)
    args = {"label": refs.text(f"{text_id}.label"), "value": shown}
    if source:
        return Line("dialog-line-from", {**args, "source": refs.words(source)})
    return Line("dialog-line", args)


def lines_read(form: Form, answers: Answers, found: Answers) -> tuple[Line, ...]:
    """What an advert or an earlier vacancy gave, read back at once."""
    names = [name for name in form.questions if name in found and found[name] is not None]
    lines = [_value_line(form, name, found[name], answers) for name in names]
    return (Line("dialog-read" if lines else "dialog-read-nothing"), *lines)


def summary(form: Form, state: State, done: Answers, world: World, before: Sequence[Line]) -> Say:
    """Everything read back, each answer with a button that changes it."""
    lines = [_value_line(form, name, value, state.answers) for name, value in done.items()]
    change = [Button(Pick(name, "-change"), refs.text(f"{form.text(name)}.label")) for name in done]
    rows: list[tuple[Button, ...]] = [
        (Button(Pick("", "-ok"), refs.text(f"{form.name}-review.ok|dialog-commands.ok")),)
    ]
    rows += _rows(change, 2)
    closing = Line("dialog-review-ask")
    return Say((*before, Line(f"{form.name}-review", world.facts), *lines, closing), tuple(rows))
