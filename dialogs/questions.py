"""The kinds of question a dialog can ask. Each knows how to read a reply and which values it takes.

Adding a kind: a class here, its `kind-<name>` texts in locales/*/dialog.ftl, a row in its test.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dialogs.model import (
    Asking,
    Draft,
    Heard,
    Pick,
    Question,
    Reply,
    Text,
    UnclearError,
)
from services.texts import refs

Choices = list[tuple[str, refs.Ref]]
NO_TITLES = ("unsure", "nothing", "secret", "vague")  # wishes that are no name of a vacancy
NUMBERS = re.compile(r"[\d\s,&+/]+|(?:\d+(?:[\s,&+]|en|and|of|or)*)+")
LIKELY = ("morning", "afternoon")  # ticked for who only names days that are impossible
NO = re.compile(r"\b(?:niet|geen|nooit|zonder|no|not|never|without)\b", re.IGNORECASE)
TWO = 2  # a yes or no is not read from a sentence
SHOWN = 60  # signs of a long text in a summary


def named(text_id: str, codes: Sequence[str]) -> Choices:
    """Options whose words are attributes of the question's own text."""
    return [(code, refs.text(f"{text_id}.{code}")) for code in codes]


@dataclass(frozen=True)
class Words(Question):
    """A few words of the person's own."""

    at_most: int = 200
    at_least: int = 1
    suggest: str = ""  # a source of World.suggest: one tap instead of typing
    whole: bool = False  # a name: what the guard leaves of other words is none
    kind = "words"
    columns = 2
    echo = False

    def take(self, reply: Text, heard: Heard, so_far: Any, asking: Asking) -> Any:
        """A name or a title is read; any other words are taken as they are."""
        if not self.hears or self.world_choice(reply, asking):
            return self.read(reply, so_far, asking)
        value = heard.values.get(self.hears) if self.hears != "title" else heard.title
        if not value or (self.hears == "title" and heard.wish in NO_TITLES):
            raise UnclearError
        return self.read(Text(str(value)), so_far, asking)

    def world_choice(self, reply: Text, asking: Asking) -> bool:
        """Did somebody type what a button says?"""
        return asking.world.choose(reply.words, self.choices(None, asking)) is not None

    def choices(self, so_far: Any, asking: Asking) -> Choices:  # noqa: D102
        return asking.world.suggest(self.suggest, asking.answers) if self.suggest else []

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> str:  # noqa: D102
        if isinstance(reply, Pick):
            offered = dict(self.choices(None, asking))
            if reply.code in offered:
                return str(offered[reply.code][1])
        words = " ".join(reply.words.split()) if isinstance(reply, Text) else ""
        if self.whole and isinstance(reply, Text) and reply.cut:
            raise UnclearError
        if len(words) > self.at_most:
            raise UnclearError("long", most=self.at_most)
        if len(words) < self.at_least or not any(sign.isalnum() for sign in words):
            raise UnclearError
        return words

    def accepts(self, value: Any) -> bool:  # noqa: D102
        return isinstance(value, str) and self.at_least <= len(value) <= self.at_most


@dataclass(frozen=True)
class LongText(Words):
    """A pasted text, lines kept."""

    at_most: int = 20_000
    kind = "text"
    columns = 1

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> str:  # noqa: D102
        words = reply.words.strip() if isinstance(reply, Text) else ""
        if len(words) > self.at_most:
            raise UnclearError("long", most=self.at_most)
        if len(words) < self.at_least:
            raise UnclearError
        return words

    def show(self, value: Any, text_id: str) -> refs.Ref:  # noqa: D102
        first = " ".join(str(value).split())
        return refs.words(first if len(first) <= SHOWN else first[:SHOWN] + "…")


class Choice(Question):
    """One of a few options, pressed or typed."""

    kind = "choice"
    echo = False

    def __init__(self, *options: str, columns: int = 1, **rules: Any) -> None:
        """`options` are codes; their words are attributes of the question's text."""
        super().__init__(**rules)
        object.__setattr__(self, "options", options)
        object.__setattr__(self, "columns", columns)

    options: tuple[str, ...]

    def choices(self, so_far: Any, asking: Asking) -> Choices:  # noqa: D102
        return named(asking.text_id, self.options)

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> str:  # noqa: D102
        code = None
        if isinstance(reply, Pick):
            code = reply.code
        elif isinstance(reply, Text):
            choices = self.choices(so_far, asking)
            code = asking.world.choose(reply.words, choices, numbered=True)
            if code is None and len(self.options) > TWO:  # "ik zit in de bijstand"
                named_ = asking.world.choose_many(reply.words, choices)
                code = named_[0] if len(named_) == 1 else None
        if code not in self.options:
            raise UnclearError
        return str(code)

    def accepts(self, value: Any) -> bool:  # noqa: D102
        return value in self.options

    def show(self, value: Any, text_id: str) -> refs.Ref:  # noqa: D102
        return refs.text(f"{text_id}.{value}")


class Possible(Choice):
    """One of the options that are possible now: the talk's facts name them under `deeds`."""

    def choices(self, so_far: Any, asking: Asking) -> Choices:  # noqa: D102
        now = asking.world.facts.get("deeds", self.options)
        return named(asking.text_id, [code for code in self.options if code in now])

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> str:  # noqa: D102
        code = super().read(reply, so_far, asking)
        if code not in dict(self.choices(so_far, asking)):
            raise UnclearError
        return code


class Band(Choice):
    """A number in a few ranges ("s10-49", "s250" and up): pressed, or the number itself typed."""

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> str:  # noqa: D102
        if isinstance(reply, Text):
            number = asking.world.read("number", reply.words)
            held = [code for code in self.options if number is not None and _holds(code, number)]
            if held:
                return held[0]
        return super().read(reply, so_far, asking)


def _holds(code: str, number: float) -> bool:
    least, _, most = code.lstrip("s").partition("-")
    return int(least) <= number and (not most or number <= int(most))


def yes_no(**rules: Any) -> Choice:
    """Yes or no."""
    return Choice("yes", "no", columns=2, **rules)


class Many(Question):
    """Any number of options: press each, then "klaar"; or name them all in words."""

    kind = "many"

    def __init__(self, *options: str, alone: str = "", columns: int = 2, **rules: Any) -> None:
        """`alone` is the option that excludes the others ("geen", "maakt niet uit")."""
        super().__init__(**rules)
        object.__setattr__(self, "options", options)
        object.__setattr__(self, "alone", alone)
        object.__setattr__(self, "columns", columns)

    options: tuple[str, ...]
    alone: str

    def choices(self, so_far: Any, asking: Asking) -> Choices:  # noqa: D102
        chosen = so_far or []
        shown: Choices = [
            (code, refs.ticked(label) if code in chosen else label)
            for code, label in named(asking.text_id, self.options)
        ]
        return [*shown, ("done", refs.text("kind-many.done"))] if chosen else shown

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> Any:  # noqa: D102
        chosen = list(so_far or [])
        if isinstance(reply, Pick):
            return self._pressed(reply.code, chosen)
        if not isinstance(reply, Text):
            raise UnclearError
        if chosen and asking.world.choose(reply.words, [("done", refs.text("kind-many.done"))]):
            return chosen
        if numbers := self._numbered(reply.words):
            return [code for code in self.options if code in {*chosen, *numbers}]
        named_ = asking.world.choose_many(reply.words, named(asking.text_id, self.options))
        if not named_:
            raise UnclearError
        if named_ == [self.alone]:
            return named_  # "nee, niet zwaar tillen" means the second
        return [code for code in self.options if code in {*chosen, *named_} and code != self.alone]

    def _numbered(self, words: str) -> list[str]:
        """Buttons by number: "1 en 3" are the first and the third."""
        if not NUMBERS.fullmatch(words.strip()) or len(words) > 30:
            return []
        places = [int(number) for number in re.findall(r"\d+", words)]
        if not places or max(places) > len(self.options) or min(places) < 1:
            return []
        return [self.options[place - 1] for place in places]

    def take(self, reply: Text, heard: Heard, so_far: Any, asking: Asking) -> Any:
        """What is typed comes beside what is ticked, unless it takes something away."""
        if self.hears and heard.denies and self.hears not in heard.values:
            bare = asking.world.choose_many(
                NO.sub(" ", reply.words), named(asking.text_id, self.options)
            )
            raise UnclearError("denied" if bare else "retry")  # "geen auto" leaves nothing
        if heard.possible:
            return Draft([each for each in LIKELY if each in self.options])
        value = super().take(reply, heard, so_far, asking)
        kept = so_far and self.hears in heard.values and not (heard.denies or heard.corrects)
        return self.add(value, so_far) if kept else value

    def add(self, value: Any, known: Any) -> Any:
        """Options beside those that were chosen."""
        both = {*value, *(known or [])}
        return [code for code in self.options if code in both and code != self.alone]

    def _pressed(self, code: str, chosen: list[str]) -> Any:
        if code == "done" and chosen:
            return chosen
        if code not in self.options:
            raise UnclearError
        if code == self.alone:
            return [code]
        toggled = {*chosen} ^ {code}
        return Draft([each for each in self.options if each in toggled and each != self.alone])

    def accepts(self, value: Any) -> bool:  # noqa: D102
        return isinstance(value, list) and bool(value) and set(value) <= set(self.options)

    def show(self, value: Any, text_id: str) -> refs.Ref:  # noqa: D102
        return refs.listed(*(refs.text(f"{text_id}.{code}") for code in value))

    def reopen(self, value: Any) -> Any:  # noqa: D102
        return list(value)


@dataclass(frozen=True)
class Number(Question):
    """A whole number between bounds, typed or one of a few buttons."""

    low: int = 0
    high: int = 999
    presets: tuple[int, ...] = ()
    reads: str = "number"  # a kind of World.read
    unit: str = ""  # a text with $n, to show it with
    kind = "number"
    columns = 3

    def choices(self, so_far: Any, asking: Asking) -> Choices:  # noqa: D102
        return [(f"n{n}", self.show(n, asking.text_id)) for n in self.presets]

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> int:  # noqa: D102
        number: Any = None
        if isinstance(reply, Pick) and reply.code[1:].isdecimal():
            number = int(reply.code[1:])
        elif isinstance(reply, Text):
            number = asking.world.read(self.reads, reply.words)
        if not isinstance(number, int | float):
            raise UnclearError
        if not self.low <= number <= self.high:
            raise UnclearError("range", low=self.low, high=self.high)
        return round(number)

    def accepts(self, value: Any) -> bool:  # noqa: D102
        return isinstance(value, int) and self.low <= value <= self.high

    def show(self, value: Any, text_id: str) -> refs.Ref:  # noqa: D102
        return refs.text(self.unit, n=value) if self.unit else refs.number(value)


@dataclass(frozen=True)
class Hours(Question):
    """Hours a week: [least, most], as people write them."""

    presets: tuple[tuple[int, int], ...] = ((8, 16), (16, 24), (24, 32), (32, 40))
    kind = "hours"
    columns = 2

    def choices(self, so_far: Any, asking: Asking) -> Choices:  # noqa: D102
        return [(f"h{low}-{high}", self.show([low, high], "")) for low, high in self.presets]

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> list[int]:  # noqa: D102
        hours: Any = None
        if isinstance(reply, Pick):
            hours = next((p for p in self.presets if f"h{p[0]}-{p[1]}" == reply.code), None)
        elif isinstance(reply, Text):
            place = (
                int(reply.words) if reply.words.strip().isdecimal() and len(reply.words) < 3 else 0
            )
            if 1 <= place <= len(self.presets):  # nobody works three hours a week: the third button
                return list(self.presets[place - 1])
            hours = asking.world.read("hours", reply.words)
        if not hours:
            raise UnclearError
        return list(hours)

    def take(self, reply: Text, heard: Heard, so_far: Any, asking: Asking) -> Any:
        """A number of a button is no number of hours."""
        bare = reply.words.strip().isdecimal()
        return (
            self.read(reply, so_far, asking) if bare else super().take(reply, heard, so_far, asking)
        )

    def accepts(self, value: Any) -> bool:  # noqa: D102
        two = isinstance(value, list) and len(value) == 2
        return two and all(isinstance(n, int) for n in value) and 1 <= value[0] <= value[1] <= 60

    def show(self, value: Any, text_id: str) -> refs.Ref:  # noqa: D102
        return refs.hours(*value)


@dataclass(frozen=True)
class When(Question):
    """A day: as an ISO date. The buttons are days from today."""

    presets: tuple[tuple[str, int], ...] = (("now", 0), ("weeks", 14), ("month", 31), ("later", 92))
    past: bool = False
    kind = "date"
    columns = 2

    def choices(self, so_far: Any, asking: Asking) -> Choices:  # noqa: D102
        text = asking.text_id
        return [(code, refs.text(f"{text}.{code}|kind-date.{code}")) for code, _ in self.presets]

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> str:  # noqa: D102
        today, day = asking.world.today, None
        if isinstance(reply, Pick):
            days = dict(self.presets).get(reply.code)
            day = None if days is None else today + timedelta(days=days)
        elif isinstance(reply, Text):
            code = asking.world.choose(reply.words, self.choices(so_far, asking))
            day = asking.world.read("since" if self.past else "date", reply.words)
            if day is None and code:
                day = today + timedelta(days=dict(self.presets)[code])
        if day is None:
            raise UnclearError
        if not self.past and not today <= day <= today + timedelta(days=731):
            raise UnclearError("range")
        return str(day.isoformat())

    def accepts(self, value: Any) -> bool:  # noqa: D102
        try:
            return bool(date.fromisoformat(value))
        except (TypeError, ValueError):
            return False

    def show(self, value: Any, text_id: str) -> refs.Ref:  # noqa: D102
        return refs.day(value)
