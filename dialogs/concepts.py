"""The question that turns everyday words into occupations or skills, and always asks back.

A draft is {"chosen": codes, "asked": [[words, codes, said], …], "unread": words}; "said" are the
names in another language that led to the codes, or "". What could not be read may be kept in the
person's own words: a code that starts with "=".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dialogs.model import (
    Asking,
    Draft,
    Guess,
    Heard,
    Pick,
    Question,
    Reply,
    Text,
    UnclearError,
)
from services.texts import refs

Choices = list[tuple[str, refs.Ref]]
OWN_WORDS = "="
NOTHING = ("unsure", "nothing", "secret", "vague")  # wishes that name no work
MOST_OFFERED = 8
MOST_ASKED = 5  # readings of words that are not sure: "Bedoel je …?"


@dataclass(frozen=True)
class Concepts(Question):
    """One or more occupations or skills ("concept" is the vocabulary's word for both)."""

    of: str = "occupation"
    at_most: int = 3
    suggest: str = ""  # a source of World.suggest, shown as buttons to tick
    again: str = ""  # the question that "hetzelfde" speaks of
    kinds: str = ""  # a source of World.suggest for who does not know
    kind = "concepts"
    echo = False  # it was read back before "klaar"
    columns = 1

    def choices(self, so_far: Any, asking: Asking) -> Choices:  # noqa: D102
        draft = _draft(so_far)
        if draft["asked"]:
            keep: Choices = [("none", refs.text("kind-concepts.none"))]
            return [*self._readings(*draft["asked"][0][1:]), *keep]
        chosen: Choices = [(code, refs.ticked(self._name(code))) for code in draft["chosen"]]
        more = self._offered(draft, asking)
        done: Choices = [("done", refs.text("kind-concepts.done"))] if chosen else []
        if draft["unread"] and not chosen:
            done = [("keep", refs.text("kind-concepts.keep", words=draft["unread"]))]
        return [*done, *chosen, *more]

    def _offered(self, draft: dict[str, Any], asking: Asking) -> Choices:
        """The suggestions that were not chosen; kinds of work for who does not know."""
        if draft.get("kinds") and not draft["chosen"]:
            return asking.world.suggest(self.kinds, asking.answers)
        more = [each for each in self._suggestions(asking) if each[0] not in draft["chosen"]]
        return more[:MOST_OFFERED]

    def _readings(self, codes: list[str], said: Sequence[str] = ()) -> Choices:
        """What the words may mean; who typed Polish sees the Polish word beside the Dutch one."""
        own = dict(zip(codes, said, strict=False))
        return [(code, self._name(code, own.get(code, ""))) for code in codes]

    def _suggestions(self, asking: Asking) -> Choices:
        return asking.world.suggest(self.suggest, asking.answers) if self.suggest else []

    def _name(self, code: str, said: str = "") -> refs.Ref:
        if code.startswith(OWN_WORDS):
            return refs.words(code[1:])
        return refs.concept(self.of, code, said)

    def prompt(self, so_far: Any, asking: Asking) -> tuple[str, dict[str, Any]]:  # noqa: D102
        draft = _draft(so_far)
        if draft["asked"]:
            words = draft["asked"][0][0]
            attribute = "which" if isinstance(words, str) else "which-kind"
            return attribute, {"words": words}
        if draft["unread"] and not draft["chosen"]:
            return "unread", {"words": draft["unread"]}
        if draft["chosen"]:
            names = refs.listed(*(self._name(code) for code in draft["chosen"]))
            return "more", {"names": names, "most": self.at_most}
        return "", {}

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> Any:  # noqa: D102
        draft = _draft(so_far)
        if isinstance(reply, Pick):
            return self._pressed(reply.code, draft, asking)
        if not isinstance(reply, Text):
            raise UnclearError
        if self._means_done(reply.words, asking):
            if draft["chosen"] and not draft["asked"]:
                return draft["chosen"]
            raise UnclearError  # "klaar" is no name of work: the open choice is asked again
        if draft["asked"]:
            offered = self.choices(so_far, asking)
            code = asking.world.choose(reply.words, offered, numbered=True)
            if code:
                return self._pressed(code, draft, asking)
            draft["asked"] = draft["asked"][1:]  # other words for the same thing
        elif reply.words.strip().isdecimal():  # "1": the first of the buttons
            code = asking.world.choose(reply.words, self._offered(draft, asking), numbered=True)
            if code:
                return self._pressed(code, draft, asking)
        return self._typed(asking.world.concepts(self.of, reply.words), reply, draft)

    def take(self, reply: Text, heard: Heard, so_far: Any, asking: Asking) -> Any:
        """Work or skills, from what is left when all else that was said is taken out."""
        draft = _draft(so_far)
        options = self.choices(so_far, asking)
        if draft["asked"] or asking.world.choose(reply.words, options) is not None:
            return self.read(reply, so_far, asking)
        if heard.wish == "again" and self.again and asking.answers.get(self.again):
            for code in asking.answers[self.again]:
                draft["chosen"] = self._with(draft["chosen"], code)
            return Draft(draft)
        if reply.words.strip().isdecimal() or self._means_done(reply.words, asking):
            if draft["chosen"] or not self.optional or reply.words.strip().isdecimal():
                return self.read(reply, so_far, asking)
            raise UnclearError("open")
        guesses = asking.world.concepts(self.of, heard.rest) if heard.rest else []
        if any(guess.codes for guess in guesses):
            return self._typed(guesses, Text(heard.rest, reply.cut), draft)
        if heard.denied or (heard.denies and heard.wish not in NOTHING):
            raise UnclearError("denied")
        if heard.wish in NOTHING:
            raise UnclearError("open")
        if any(field != self.hears for field in heard.values):
            raise UnclearError
        return self._typed([], reply, draft)

    def unsure(self, so_far: Any) -> Any:
        """Kinds of work to choose from, for who does not know."""
        return {**_draft(so_far), "kinds": True, "unread": ""} if self.kinds else None

    def keep(self, words: str, so_far: Any) -> tuple[Reply, Any]:  # noqa: D102
        return Pick("", "keep"), {**_draft(so_far), "asked": [], "unread": words[:60]}

    def _means_done(self, words: str, asking: Asking) -> bool:
        done: Choices = [("done", refs.text("kind-concepts.done"))]
        return asking.world.choose(words, done) is not None

    def _typed(self, guesses: list[Guess], reply: Text, draft: dict[str, Any]) -> Any:
        meant = [guess for guess in guesses if guess.codes and (guess.sure or not reply.cut)]
        known = list({guess.codes: guess for guess in meant}.values())
        if not known:
            if reply.cut or not any(sign.isalnum() for sign in reply.words):
                raise UnclearError  # what the guard leaves of other words is no work
            draft["unread"] = reply.words[:60]
            return Draft(draft)
        draft["unread"] = ""
        for guess in known:
            if guess.sure:
                draft["chosen"] = self._with(draft["chosen"], guess.codes[0])
            else:
                readings = [list(each[:MOST_ASKED]) for each in (guess.codes, guess.said)]
                draft["asked"] = [*draft["asked"], [guess.words[:60], *readings]]
        return Draft(draft)

    def _pressed(self, code: str, draft: dict[str, Any], asking: Asking) -> Any:
        if code == "done" and draft["chosen"]:
            return draft["chosen"]
        if code == "keep" and draft["unread"]:
            chosen = self._with(draft["chosen"], OWN_WORDS + draft["unread"])
            return Draft({**draft, "chosen": chosen, "unread": ""})
        if code == "none" and draft["asked"]:
            words = draft["asked"][0][0]
            unread = words if isinstance(words, str) else ""
            return Draft({**draft, "asked": draft["asked"][1:], "unread": unread})
        if draft["asked"] and code in draft["asked"][0][1]:
            chosen = self._with(draft["chosen"], code)
            return Draft({**draft, "asked": draft["asked"][1:], "chosen": chosen})
        return self._toggled(code, draft, asking)

    def _toggled(self, code: str, draft: dict[str, Any], asking: Asking) -> Draft:
        if draft.get("kinds"):
            kinds = dict(asking.world.suggest(self.kinds, asking.answers))
            if code in kinds:
                codes = [each for each, _ in asking.world.suggest(code, asking.answers)]
                asked = [[list(kinds[code]), codes, []], *draft["asked"]]
                return Draft({**draft, "kinds": False, "asked": asked})
        if code in draft["chosen"]:
            return Draft({**draft, "chosen": [c for c in draft["chosen"] if c != code]})
        if code in dict(self._suggestions(asking)):
            return Draft({**draft, "chosen": self._with(draft["chosen"], code), "unread": ""})
        raise UnclearError

    def _with(self, chosen: list[str], code: str) -> list[str]:
        """The newest choice stays, so that a full list never blocks somebody."""
        return [*(c for c in chosen if c != code), code][-self.at_most :]

    def accepts(self, value: Any) -> bool:  # noqa: D102
        if not isinstance(value, list) or not 1 <= len(value) <= self.at_most:
            return False
        return all(isinstance(code, str) and code for code in value)

    def show(self, value: Any, text_id: str) -> refs.Ref:  # noqa: D102
        return refs.listed(*(self._name(code) for code in value))

    def reopen(self, value: Any) -> Any:  # noqa: D102
        return {"chosen": list(value), "asked": [], "unread": ""}


def _draft(so_far: Any) -> dict[str, Any]:
    return {"chosen": [], "asked": [], "unread": "", **(so_far or {})}
