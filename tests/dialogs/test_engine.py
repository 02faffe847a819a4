"""The engine alone: no database, no words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dialogs.engine import opening, turn
from dialogs.model import Form, Guess, Heard, Odd, Pick, Spot, Text
from dialogs.presenting import State, Turn, asked
from dialogs.questions import Choice, Hours, Many, Words, yes_no
from services.texts.refs import Ref


class Plain:
    """A world in which words mean themselves."""

    today = date(2026, 11, 23)
    facts: dict[str, Any] = {}  # noqa: RUF012

    def hear(self, words: str, asked: str) -> Heard:
        return Heard(rest=words)

    def choose(
        self,
        words: str,
        choices: Sequence[tuple[str, Ref]],
        *,
        numbered: bool = False,
    ) -> str | None:
        return words if words in dict(choices) else None

    def choose_many(self, words: str, choices: Sequence[tuple[str, Ref]]) -> list[str]:
        return [code for code, _ in choices if code in words.split()]

    def concepts(self, kind: str, words: str) -> list[Guess]:
        return [Guess(words, (f"{kind}-{words}",), sure=True)]

    def suggest(self, source: str, answers: Any) -> list[tuple[str, Ref]]:
        return []

    def places(self, words: str) -> list[str]:
        return [words]

    def nearest(self, spot: Spot) -> str:
        return "2011"

    def read(self, kind: str, words: str) -> Any:
        return (int(words), int(words)) if kind == "hours" and words.isdigit() else None

    def fill(self, source: str, value: Any) -> dict[str, Any] | None:
        return None


async def _finish(*_: Any) -> None: ...


FORM = Form(
    "f",
    {
        "works": yes_no(),
        "hours": Hours(when=lambda a: a.get("works") == "yes"),
        "times": Many("day", "night", "any", alone="any", optional=True),
        "word": Words(optional=True),
    },
    _finish,
)
WORLD = Plain()


def says(state: State, *words: str) -> Turn:
    step = opening(FORM, state, WORLD)
    for each in words:
        step = turn(FORM, step.state, Text(each), WORLD)
    return step


def test_a_question_that_is_off_the_route_is_not_asked() -> None:
    assert asked(FORM, says(State(), "no").state) == "times"
    assert asked(FORM, says(State(), "yes").state) == "hours"


def test_an_old_button_changes_an_old_answer() -> None:
    step = turn(FORM, State({"works": "no"}), Pick("works", "yes"), WORLD)
    assert step.state.answers["works"] == "yes"
    assert asked(FORM, step.state) == "hours"


def test_an_old_button_never_answers_a_new_question() -> None:
    before = State({"works": "yes"})
    step = turn(FORM, before, Pick("times", "day"), WORLD)
    assert FORM.walk(step.state.answers)[0] == {"works": "yes"}
    assert asked(FORM, step.state) == "hours"


def test_answers_off_the_route_are_kept_until_the_end_and_then_left_out() -> None:
    state = State({"works": "yes", "hours": [20, 20], "times": ["day"], "word": "x"})
    step = turn(FORM, state, Pick("works", "no"), WORLD)
    assert step.state.answers["hours"] == [20, 20]
    step = turn(FORM, step.state, Pick("", "-ok"), WORLD)
    assert step.result == {"works": "no", "times": ["day"], "word": "x"}


def test_back_asks_the_question_before_and_the_answer_stays_until_it_is_replaced() -> None:
    step = says(State(), "yes", "back")
    assert asked(FORM, step.state) == "works"
    assert step.state.answers["works"] == "yes"


def test_back_at_the_first_question_says_so() -> None:
    step = says(State(), "back")
    assert step.say.lines[0].text == "dialog-first-question"


def test_only_an_optional_question_can_be_skipped() -> None:
    assert says(State(), "skip").state.answers == {}
    assert says(State(), "no", "skip").state.answers["times"] is None


def test_after_two_misses_a_person_is_offered() -> None:
    step = says(State(), "blurb", "blurb")
    assert step.state.misses == 2
    assert step.say.rows[-1][0].pick == Pick("", "help-me")


def test_an_answer_forgets_the_misses() -> None:
    assert says(State(), "blurb", "yes").state.misses == 0


def test_ticks_wait_for_done() -> None:
    step = says(State(), "no")
    step = turn(FORM, step.state, Pick("times", "day"), WORLD)
    assert asked(FORM, step.state) == "times"
    step = turn(FORM, step.state, Pick("times", "done"), WORLD)
    assert step.state.answers["times"] == ["day"]


def test_what_excludes_the_rest_is_an_answer_at_once() -> None:
    step = says(State(), "no")
    step = turn(FORM, step.state, Pick("times", "any"), WORLD)
    assert step.state.answers["times"] == ["any"]


def test_a_changed_answer_from_the_summary_returns_to_the_summary() -> None:
    state = State({"works": "no", "times": ["day"], "word": "x"})
    step = turn(FORM, state, Pick("word", "-change"), WORLD)
    assert asked(FORM, step.state) == "word"
    step = turn(FORM, step.state, Text("y"), WORLD)
    assert asked(FORM, step.state) is None
    assert step.state.answers["word"] == "y"


def test_a_new_release_asks_only_what_is_new_or_no_longer_valid() -> None:
    newer = Form(
        "f", {"works": Choice("full", "part"), "word": Words(), "start": yes_no()}, _finish
    )
    assert asked(newer, State({"works": "yes", "word": "x"})) == "works"
    assert asked(newer, State({"works": "full", "word": "x"})) == "start"


def test_a_thing_nobody_can_read_is_a_miss_and_nothing_more() -> None:
    step = turn(FORM, State({"works": "no"}), Odd("voice"), WORLD)
    assert FORM.walk(step.state.answers)[0] == {"works": "no"}
    assert step.state.misses == 1


def test_progress_counts_the_questions_of_the_route() -> None:
    assert FORM.step({"works": "no"}, "times") == (2, 3)
    assert FORM.step({"works": "yes", "hours": [8, 8]}, "times") == (3, 4)
