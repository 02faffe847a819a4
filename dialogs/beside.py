"""What a message says beside the answer that was asked for: taken, read back, not asked again.

Pure; see engine.py. What is only named in passing changes nothing that was answered before.
"""

from __future__ import annotations

from typing import Any

from dialogs.model import FROM, Draft, Form, Heard, Line, Text, UnclearError, World
from dialogs.presenting import State, asking_for, so_far
from services.texts import refs


def beside(
    form: Form, state: State, name: str | None, heard: Heard, world: World
) -> tuple[State, tuple[Line, ...]]:
    """The state with everything else that was heard, and the line that reads it back.

    `name` is the question that is open; None at the summary, where everything may change.
    """
    done, _ = form.walk(state.answers)
    taken: dict[str, Any] = {}
    for each, question in form.questions.items():
        value = heard.values.get(question.hears) if question.hears else None
        if value is None or each == name or (done.get(each) and question.hears in heard.weak):
            continue
        if done.get(each) and not heard.denies and (heard.adds or (name and not heard.corrects)):
            value = question.add(value, done[each])
        if question.accepts(value) and value != done.get(each):
            taken[each] = value
    state, asked = _work(form, state, name, heard, world)
    if not taken:
        return state, asked
    source = {k: v for k, v in state.answers.get(FROM, {}).items() if k not in taken}
    answers = {**state.answers, **taken, **({FROM: source} if source else {})}
    drafts = {k: v for k, v in state.drafts.items() if k not in taken}
    state = State(answers, drafts, state.again, state.misses)
    if name is None:
        return state, (Line("dialog-noted", {"value": _shown(form, taken)}), *asked)
    return state, (Line("dialog-noted-beside", {"values": _shown(form, taken)}), *asked)


def _shown(form: Form, taken: dict[str, Any]) -> refs.Ref:
    lines = []
    for each, value in taken.items():
        text_id = form.text(each)
        shown = form.questions[each].show(value, text_id)
        lines.append(refs.text("dialog-line", label=refs.text(f"{text_id}.label"), value=shown))
    return refs.listed(*lines)


def _work(
    form: Form, state: State, name: str | None, heard: Heard, world: World
) -> tuple[State, tuple[Line, ...]]:
    """Work that was named while something else was asked waits as a draft for its own question."""
    done, _ = form.walk(state.answers)
    wanted = next((each for each, q in form.questions.items() if getattr(q, "kinds", "")), None)
    if wanted is None or not heard.work or (name and form.questions[name].kind == "concepts"):
        return state, ()
    if name is not None and (wanted in done or wanted in state.drafts):
        return state, ()
    question = form.questions[wanted]
    bare = Heard(rest=heard.work)
    asking = asking_for(form, state, wanted, world)
    before = None if name is None or name else so_far(state, wanted, question)
    try:
        draft = question.take(Text(heard.work), bare, before, asking)
    except UnclearError:
        return state, ()
    if not isinstance(draft, Draft) or not (draft.value["chosen"] or draft.value["asked"]):
        return state, ()
    drafts = {**state.drafts, wanted: draft.value}
    again = wanted if name is None else state.again
    return State(state.answers, drafts, again, state.misses), ()
