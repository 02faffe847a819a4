"""What a dialog is made of: replies, messages, questions and forms. Pure; see engine.py."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from services.texts import refs

Answers = Mapping[str, Any]
Condition = Callable[[Answers], bool]

CALLED = "_called"  # a hidden answer: what the channel calls somebody
BY = "_by"  # a hidden answer: the colleague who filled it in together with somebody
NOTES = "_notes"  # text ids with arguments: what is said of an advert beside its answers
WHY = "_why"  # a hidden answer: question -> why an employer keeps words the law speaks about
DRAFTS = "_drafts"  # of World.fill: question -> a draft, where an answer has to be asked about
MORE = "_more"  # a hidden answer: what is left of a text with several vacancies
KEPT = "_kept"  # a hidden answer: codes of what helps, kept before there was a profile
TICKED = "_ticked"  # of Form.begins: question -> a draft, what is known and asked all the same
FROM = "_from"  # a hidden answer: question -> the words of an advert it was read from


@dataclass(frozen=True)
class Text:
    """Words a person typed, after the guard; `cut` when it took something out."""

    words: str
    cut: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Pick:
    """A button a person pressed; a code that starts with "-" is a command about its question."""

    question: str
    code: str


@dataclass(frozen=True)
class Spot:
    """A location a person shared, in degrees; never stored as such."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Card:
    """The contact card a person shared of themselves."""

    phone: str


@dataclass(frozen=True)
class File:
    """A photo or document, by the reference its channel gave it."""

    kind: str
    reference: str


@dataclass(frozen=True)
class Odd:
    """Anything else: a sticker, a poll, a voice note. The kind is for the answer."""

    kind: str


Reply = Text | Pick | Spot | Card | File | Odd


@dataclass(frozen=True)
class Line:
    """A piece of a message: an id in locales/ ("a|b": the first that exists), never a sentence."""

    text: str
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Button:
    """A choice to press, and what it is called."""

    pick: Pick
    label: refs.Ref


@dataclass(frozen=True)
class Say:
    """One message: lines, buttons in rows, and what a phone can share in one tap."""

    lines: tuple[Line, ...]
    rows: tuple[tuple[Button, ...], ...] = ()
    asks: str = ""  # "place" | "contact": offer to share it
    step: tuple[int, int] | None = None  # question 4 of 12


@dataclass(frozen=True)
class Guess:
    """What words may mean: codes, best first; `sure` when the first is clearly meant.

    `said` holds for each code the name in the person's own language that led to it, or "".
    """

    words: str
    codes: tuple[str, ...]
    sure: bool
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heard:
    """What a typed message says, read whole: see services/understanding/utterance.py.

    `values` of any field, as answers; `work` the words that tell which work; `rest` what is left
    without those values and without what is denied; `wish` what is wanted ("unsure", "nothing" …);
    `possible`: what is read is only what may be left, so it is asked ("niet op vrijdag").
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    work: str = ""
    rest: str = ""
    title: str = ""
    wish: str = ""
    adds: bool = False
    corrects: bool = False
    denied: bool = False
    denies: bool = False
    weak: frozenset[str] = frozenset()
    possible: bool = False


class World(Protocol):
    """What a question may look up."""

    @property
    def today(self) -> date:
        """The day in Amsterdam."""

    @property
    def facts(self) -> Mapping[str, Any]:
        """Arguments of every text of this talk."""

    def hear(self, words: str, asked: str, *, idle: bool = False) -> Heard:
        """A message read whole; `asked` is the field of the open question; `idle`: none is."""

    def choose(
        self, words: str, choices: Sequence[tuple[str, refs.Ref]], *, numbered: bool = False
    ) -> str | None:
        """The code of the choice that typed words mean: name, synonym, typo, or its number."""

    def choose_many(self, words: str, choices: Sequence[tuple[str, refs.Ref]]) -> list[str]:
        """All choices that are named in the words."""

    def concepts(self, kind: str, words: str) -> list[Guess]:
        """Occupations or skills named in the words, one guess for each piece."""

    def suggest(self, source: str, answers: Answers) -> list[tuple[str, refs.Ref]]:
        """Choices that depend on what was answered, such as skills of the work done."""

    def places(self, words: str) -> list[str]:
        """Place codes, best first."""

    def nearest(self, spot: Spot) -> str:
        """The place code of a shared location."""

    def read(self, kind: str, words: str) -> Any:
        """A value of a kind (hours, minutes, date, wage, phone …) or None."""

    def unlawful(self, kind: str, words: str, answers: Answers) -> dict[str, Any] | None:
        """What the law has to say about typed words (see fairness.py); None: nothing.

        Its lines, the other words ("better"), the ways to go on, and whether a person looks anyway.
        """

    def fill(self, source: str, value: Any) -> dict[str, Any] | None:
        """Answers that follow from one answer, such as what an advert says; None: not this one.

        Raises UnclearError when the value cannot be what it should be.
        """


class UnclearError(Exception):
    """The reply is not an answer; `reason` names the text that explains why."""

    def __init__(self, reason: str = "retry", **args: Any) -> None:
        super().__init__(reason)
        self.reason, self.args_for_text = reason, args


@dataclass(frozen=True)
class Draft:
    """Not yet an answer: more is needed."""

    value: Any


def always(_: Answers) -> bool:
    """Ask it of everybody."""
    return True


@dataclass(frozen=True)
class Asking:
    """The moment a question is asked: its text id, the answers before it, and the world."""

    text_id: str
    answers: Answers
    world: World


@dataclass(frozen=True)
class Question:
    """One thing to ask. Subclasses in questions.py say how a reply is read and shown."""

    when: Condition = field(default=always, kw_only=True)
    optional: bool = field(default=False, kw_only=True)
    fills: str = field(default="", kw_only=True)  # a source of World.fill
    lawful: str = field(default="", kw_only=True)  # a kind of World.unlawful that it is read for
    hears: str = field(default="", kw_only=True)  # the field of what is heard that answers it
    kind = "words"
    columns = 1
    asks = ""
    echo = True  # say back what typed words were read as

    def choices(self, so_far: Any, asking: Asking) -> list[tuple[str, refs.Ref]]:
        """Codes and names of the buttons."""
        return []

    def prompt(self, so_far: Any, asking: Asking) -> tuple[str, dict[str, Any]]:
        """Which attribute of the text to ask with ("" = the text itself), and its arguments."""
        return "", {}

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> Any:
        """Return a value, a Draft, or raise UnclearError."""
        raise NotImplementedError

    def take(self, reply: Text, heard: Heard, so_far: Any, asking: Asking) -> Any:
        """What typed words mean here, once they are read whole; as `read` otherwise."""
        value = heard.values.get(self.hears) if self.hears else None
        if value is not None and self.accepts(value):
            return value
        return self.read(reply, so_far, asking)

    def unsure(self, so_far: Any) -> Any:
        """The draft that helps somebody who does not know; None when there is nothing to add."""
        return None

    def add(self, value: Any, known: Any) -> Any:
        """What is known with something added to it; most answers are replaced."""
        return value

    def ahead(self, reply: Reply, asking: Asking) -> Any:
        """The value that is meant when a reply answers the next question already; else None."""
        return None

    def keep(self, words: str, so_far: Any) -> tuple[Reply, Any]:
        """The reply, and the draft it meets, by which typed words stay as they are."""
        return Text(words), so_far

    def accepts(self, value: Any) -> bool:
        """Is a stored value still an answer to this question?"""
        raise NotImplementedError

    def show(self, value: Any, text_id: str) -> refs.Ref:
        """How the value looks in a summary."""
        return refs.words(str(value))

    def reopen(self, value: Any) -> Any:
        """The draft from which a given answer is changed; None starts afresh."""
        return None


Finish = Callable[..., Awaitable[Sequence[Line] | None]]
Facts = Callable[..., Awaitable[dict[str, Any]]]
Weighs = Callable[..., Awaitable[Sequence[Line]]]


@dataclass(frozen=True)
class Form:
    """A dialog: ordered questions and what happens with the answers.

    `finish(work, person, about, answers)` is a service function; the lines it returns are said.
    """

    name: str
    questions: Mapping[str, Question]
    finish: Finish
    review: bool = True  # read everything back before it counts
    facts: Facts | None = None  # what its texts speak of: (work, person, dialog, about) -> args
    intro: bool = False  # says `<name>-intro` first
    texts: str = ""  # the form whose questions these are, when it asks those of another again
    begins: Facts | None = None  # the answers there are already: (work, person, about) -> answers
    beside: tuple[str, ...] = ()  # commands offered below its questions
    weighs: Weighs | None = None  # said under the summary: (work, answers) -> lines

    def text(self, question: str) -> str:
        """The text id of a question, to which its attributes are added."""
        return f"{self.texts or self.name}-{question}"

    def walk(self, answers: Answers) -> tuple[dict[str, Any], str | None]:
        """The answers on the route, and the name of the first question that is still open."""
        done: dict[str, Any] = {}
        for name, question in self.questions.items():
            if not question.when(done):
                continue
            if name not in answers or not self._still(question, answers[name]):
                return done, name
            done[name] = answers[name]
        return done, None

    @staticmethod
    def _still(question: Question, value: Any) -> bool:
        if value is None:
            return question.optional
        return question.accepts(value)

    def step(self, done: Answers, name: str) -> tuple[int, int]:
        """Which question this is, of how many, as far as can be seen from here."""
        route = [each for each, q in self.questions.items() if each in done or q.when(done)]
        return route.index(name) + 1, len(route)
