"""A dialog is a list of questions. Where a person is follows from what they have answered.

Rules of this file:
- Pure: no database, no network, no clock, no words. Texts live in locales/, named after questions.
- Only answers are stored, with drafts of answers that take more than one message. `walk` gives the
  answers on the route and the first open question; resume, back, change, progress, the diagram and
  surviving a new release all follow from it.
- A button names its question: an old keyboard may change an old answer, never answer a new one.
- Codes are stored, words are shown.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dialogs import fairness
from dialogs.beside import beside
from dialogs.model import (
    DRAFTS,
    FROM,
    KEPT,
    MORE,
    NOTES,
    WHY,
    Answers,
    Asking,
    Button,
    Draft,
    Form,
    Heard,
    Line,
    Pick,
    Question,
    Reply,
    Say,
    Text,
    UnclearError,
    World,
)
from dialogs.presenting import (
    COMMANDS,
    State,
    Turn,
    ask,
    asked,
    asking_for,
    choices_of,
    command_label,
    lines_read,
    so_far,
    summary,
)
from services.texts import refs

NO_ANSWER = ("unsure", "nothing", "secret")  # wishes that leave a question open
TOLD = 400  # signs; what is longer is an advert or a story, not facts beside an answer
OFFER_HELP_AFTER = 2  # misses in a row before a person is offered


def opening(form: Form, state: State, world: World, *before: Line) -> Turn:
    """What to say to a person who comes in, comes back, or comes to change something."""
    done, _ = form.walk(state.answers)
    name = asked(form, state)
    if name is None and not form.review:
        return Turn(State(), Say(before), result=_result(state, done))
    if name is None:
        return Turn(state, summary(form, state, done, world, before))
    return Turn(state, ask(form, state, name, world, before))


def turn(form: Form, state: State, reply: Reply, world: World) -> Turn:
    """One reply in; the next state, and what to say, out."""
    done, _ = form.walk(state.answers)
    name = asked(form, state)
    if isinstance(reply, Text):
        reply = _typed_command(form, state, name, reply, done, world) or reply
    if isinstance(reply, Text) and name is None:
        return _corrected(form, state, reply, world)
    if isinstance(reply, Pick) and reply.code.startswith("-"):
        return _command(form, state, name, reply, world)
    if isinstance(reply, Pick) and reply.question in done:
        name = reply.question
    if name is None or (isinstance(reply, Pick) and reply.question != name):
        return opening(form, state, world, Line("dialog-press-below"))
    return _answer(form, state, name, reply, world)


def _corrected(form: Form, state: State, reply: Text, world: World) -> Turn:
    """At the summary: what somebody says is different now, at once."""
    heard = world.hear(reply.words, "", idle=True)
    state, noted = beside(form, state, None, heard, world)
    if noted:
        return opening(form, state, world, *noted)
    if heard.wish in ("change", "wrong", "nothing", "unsure"):
        labels = [
            (each, refs.text(f"{form.text(each)}.label")) for each in form.walk(state.answers)[0]
        ]
        named = world.choose_many(reply.words, labels)
        if len(named) == 1:
            return _command(form, state, None, Pick(named[0], "-change"), world)
        return opening(form, state, world, Line("dialog-what-wrong"))
    return opening(form, state, world, Line("dialog-press-below"))


def _answer(form: Form, state: State, name: str, reply: Reply, world: World) -> Turn:
    question, asking = form.questions[name], asking_for(form, state, name, world)
    meant = question.ahead(reply, asking)
    if meant is not None:
        state = State({**state.answers, name: meant}, state.drafts)
        following = asked(form, state)
        if following is not None:
            return _answer(form, state, following, reply, world)
    draft = so_far(state, name, question)
    fair = fairness.step(question, reply, draft, asking) if question.lawful else None
    if isinstance(fair, Draft):
        return _waits(form, state, name, fair, world)
    if fair is not None:
        reply, draft = fair.reply, fair.draft
        state = replace(state, answers=_kept(state.answers, name, fair.why))
    heard = _heard(question, reply, world)
    state, noted = beside(form, state, name, heard or Heard(), world)
    try:
        value = _value(question, reply, heard, draft, asking)
        found = world.fill(question.fills, value) if question.fills else None
    except UnclearError as unclear:
        if noted:  # something else was said, and taken
            return Turn(state, ask(form, state, name, world, noted))
        return _unclear(form, state, name, unclear, _wish(heard), world)
    if isinstance(value, Draft):
        if heard is not None and heard.possible:
            noted = (*noted, Line(f"{form.text(name)}.possible|kind-many.possible"))
        return _waits(form, state, name, value, world, *noted)
    return _taken(form, state, name, reply, (value, found), world, *noted)


def _value(
    question: Question, reply: Reply, heard: Heard | None, draft: Any, asking: Asking
) -> Any:
    """What a reply means here; typed words are read whole first."""
    if isinstance(reply, Text) and heard is not None:
        return question.take(reply, heard, draft, asking)
    return question.read(reply, draft, asking)


def _taken(
    form: Form,
    state: State,
    name: str,
    reply: Reply,
    got: tuple[Any, Any],
    world: World,
    *noted: Line,
) -> Turn:
    """An answer, what follows from it, and both read back."""
    (value, found), question = got, form.questions[name]
    answers = {**state.answers, name: value}
    answers[FROM] = {k: v for k, v in state.answers.get(FROM, {}).items() if k != name}
    read: tuple[Line, ...] = ()
    asked_again: Answers = {}
    if isinstance(reply, Text) and question.echo:
        read = (Line("dialog-noted", {"value": question.show(value, form.text(name))}),)
    if found is not None:
        notes = [Line(text, args) for text, args in found.get(NOTES, ())]
        asked_again = found.get(DRAFTS, {})
        found = {k: v for k, v in found.items() if k not in (NOTES, DRAFTS)}
        old = state.answers.get(FROM, {})  # what an earlier text said goes with that text
        kept = {k: v for k, v in answers.items() if (k not in old and k != MORE) or k == name}
        answers = {**kept, FROM: {}, **found}
        read = (*lines_read(form, answers, found), *notes)
    drafts = {k: v for k, v in {**state.drafts, **asked_again}.items() if k != name}
    return opening(form, State(answers, drafts), world, *read, *noted)


def _wish(heard: Heard | None) -> str:
    """What is wanted; facts that answer nothing here show that somebody means well."""
    if heard is None:
        return ""
    return heard.wish or ("vague" if heard.values else "")


def _unclear(
    form: Form, state: State, name: str, unclear: UnclearError, wish: str, world: World
) -> Turn:
    """No answer to the question: nothing is known, or it was not read."""
    question = form.questions[name]
    if question.optional and (wish in NO_ANSWER or unclear.reason == "open"):
        drafts = {k: v for k, v in state.drafts.items() if k != name}
        skipped = State({**state.answers, name: None}, drafts)
        return opening(form, skipped, world, Line("dialog-open"))
    if unclear.reason == "denied":
        draft = question.unsure(so_far(state, name, question))
        if draft is not None:
            state = State(state.answers, {**state.drafts, name: draft}, state.again)
        where = f"{form.text(name)}.denied|kind-{question.kind}.denied"
        return Turn(state, ask(form, state, name, world, (Line(where),)))
    if wish in (*NO_ANSWER, "vague") or unclear.reason == "open":
        draft = question.unsure(so_far(state, name, question))
        if draft is not None:
            state = State(state.answers, {**state.drafts, name: draft}, state.again)
        where = f"{form.text(name)}.unsure|{form.text(name)}.hint"
        return Turn(state, ask(form, state, name, world, (Line(where, world.facts),)))
    return _missed(form, replace(state, misses=state.misses + 1), name, unclear, world)


def _kept(answers: Answers, name: str, why: str | None) -> Answers:
    """The answers with why words were kept, where they were."""
    known = {key: told for key, told in answers.get(WHY, {}).items() if key != name}
    told = {**known, **({name: why} if why is not None else {})}
    return {**answers, **({WHY: told} if told or WHY in answers else {})}


def _heard(question: Question, reply: Reply, world: World) -> Heard | None:
    """Typed words read whole; None for what is pressed, pasted or told at length."""
    told = isinstance(reply, Text) and question.kind != "text" and len(reply.words) <= TOLD
    return world.hear(reply.words, question.hears) if isinstance(reply, Text) and told else None


def _waits(form: Form, state: State, name: str, draft: Draft, world: World, *noted: Line) -> Turn:
    """More is needed before it is an answer."""
    drafts = {**state.drafts, name: draft.value}
    again = name if name in form.walk(state.answers)[0] else None
    return opening(form, State(state.answers, drafts, again), world, *noted)


def _missed(form: Form, state: State, name: str, unclear: UnclearError, world: World) -> Turn:
    kind = form.questions[name].kind
    why = unclear.reason
    where = f"{form.text(name)}.{why}|kind-{kind}.{why}|kind-any.{why}|kind-any.retry"
    before = [Line(where, unclear.args_for_text)]
    if state.misses >= OFFER_HELP_AFTER:
        before.append(Line("dialog-offer-help"))
    say = ask(form, state, name, world, tuple(before))
    if state.misses >= OFFER_HELP_AFTER:
        say = replace(
            say, rows=(*say.rows, (Button(Pick("", "help-me"), refs.text("command.coach")),))
        )
    return Turn(state, say)


def _command(form: Form, state: State, name: str | None, pick: Pick, world: World) -> Turn:
    done, _ = form.walk(state.answers)
    if pick.code == "-ok" and name is None:
        return Turn(State(), Say((Line(f"{form.name}-thanks"),)), result=_result(state, done))
    if pick.code == "-change" and pick.question in done:
        drafts = {**state.drafts, pick.question: _reopened(form, pick.question, done)}
        return opening(form, State(state.answers, drafts, pick.question), world)
    if pick.code == "-hint" and pick.question in form.questions:
        line = Line(f"{form.text(pick.question)}.hint", world.facts)
        return opening(form, state, world, line)
    if pick.code == "-back" and pick.question in (name or "", ""):
        return _back(form, state, name, done, world)
    if pick.code == "-skip" and name and pick.question == name:
        return _skip(form, state, name, world)
    return opening(form, state, world, Line("dialog-press-below"))


def _back(form: Form, state: State, name: str | None, done: Answers, world: World) -> Turn:
    before = list(done)
    if name and name in done:
        before = before[: before.index(name)]
    if not before:
        return opening(form, state, world, Line("dialog-first-question"))
    drafts = {**state.drafts, before[-1]: _reopened(form, before[-1], done)}
    return opening(form, State(state.answers, drafts, before[-1]), world)


def _reopened(form: Form, name: str, done: Answers) -> Any:
    value = done[name]
    return None if value is None else form.questions[name].reopen(value)


def _skip(form: Form, state: State, name: str, world: World) -> Turn:
    draft = form.questions[name].unsure(so_far(state, name, form.questions[name]))
    if not form.questions[name].optional and draft is not None:
        state = State(state.answers, {**state.drafts, name: draft}, state.again)
        return Turn(state, ask(form, state, name, world, (Line(f"{form.text(name)}.hint"),)))
    if not form.questions[name].optional:
        return _missed(
            form, replace(state, misses=state.misses + 1), name, UnclearError("needed"), world
        )
    drafts = {k: v for k, v in state.drafts.items() if k != name}
    return opening(form, State({**state.answers, name: None}, drafts), world)


def _typed_command(
    form: Form, state: State, name: str | None, reply: Text, done: Answers, world: World
) -> Pick | None:
    """A command in words: "terug", "weet ik niet"; at the summary "ja" or what to change."""
    if name is not None:
        choices = [(code, command_label(form, name, code)) for code in COMMANDS]
        code = world.choose(reply.words, choices)
        # "weet ik niet" may be an option of the question itself
        question = form.questions[name]
        own = choices_of(
            question, so_far(state, name, question), asking_for(form, state, name, world)
        )
        return Pick(name, f"-{code}") if code and code not in dict(own) else None
    if world.choose(reply.words, [("ok", refs.text("dialog-commands.ok"))]):
        return Pick("", "-ok")
    if world.choose(reply.words, [("back", refs.text("dialog-commands.back"))]):
        return Pick("", "-back")
    labels = [(each, refs.text(f"{form.text(each)}.label")) for each in done]
    change = world.choose(reply.words, labels)
    return Pick(change, "-change") if change else None


def _result(state: State, done: Answers) -> dict[str, Any]:
    """Answers off the route are left out; where and why they are what they are goes along."""
    found: dict[str, Any] = {
        hidden: {k: v for k, v in state.answers.get(hidden, {}).items() if k in done}
        for hidden in (FROM, WHY)
    }
    found[KEPT] = state.answers.get(KEPT)
    found[MORE] = state.answers.get(MORE)
    return {**done, **{hidden: told for hidden, told in found.items() if told}}
