"""What a vacancy may not ask is said at once: other words for one tap, or a reason. Pure.

It is a step within a question that is declared `lawful`: its draft holds {"fair": what was typed,
what is said of it, the other words, and whether the reason is asked}. Nothing is taken out: who
keeps the words is asked why, and a person looks before anybody else reads the vacancy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dialogs.model import Asking, Draft, Line, Pick, Question, Reply, Text
from services.texts import refs

FAIR = "fair"  # a draft that waits for what the employer wants with the words
WAYS = "lawful-ways"  # the text whose attributes are the buttons
DROP = "drop"  # the way on which the words are left out; with none left it is asked again
REASON = 300  # signs of a reason that are kept


@dataclass(frozen=True)
class Settled:
    """What counts as the reply after all, the draft it meets, and why words were kept."""

    reply: Reply
    draft: Any = None
    why: str | None = None


def waits(draft: Any) -> bool:
    """Is this a draft of such a step?"""
    return isinstance(draft, dict) and FAIR in draft


def inner(draft: Any) -> Any:
    """The draft of the question itself."""
    return draft[FAIR]["inner"] if waits(draft) else draft


def choices(draft: Any) -> list[tuple[str, refs.Ref]]:
    """The buttons: the other words first."""
    fair = draft[FAIR]
    if fair["why"]:
        return [("no-why", refs.text(f"{WAYS}.no-why"))]
    last = "go-on" if fair["look"] else "keep"
    return [
        *((code, refs.again(label)) for code, label, _ in fair["ways"]),
        (last, refs.text(f"{WAYS}.{last}")),
    ]


def line(draft: Any) -> Line:
    """What is said."""
    fair = draft[FAIR]
    if fair["why"]:
        return Line("lawful-why")
    args: dict[str, Any] = {"what": refs.bullets(*fair["lines"])}
    if fair["better"]:
        return Line("lawful-ask-better", {**args, "better": refs.words(fair["better"])})
    if fair["ways"]:
        return Line("lawful-choose", args)
    return Line("lawful-look" if fair["look"] else "lawful-ask", args)


def step(question: Question, reply: Reply, draft: Any, asking: Asking) -> Draft | Settled | None:
    """What becomes of a reply here; None where there is nothing to say about it."""
    if waits(draft):
        settled = _chosen(question, reply, draft, asking)
        if settled is not None:
            return settled
    if not isinstance(reply, Text):
        return Settled(reply, inner(draft)) if waits(draft) else None
    found = asking.world.unlawful(question.lawful, reply.words, asking.answers)
    if found is None:
        return Settled(reply, inner(draft)) if waits(draft) else None
    return opened(found, reply.words, inner(draft))


def opened(found: dict[str, Any], words: str, before: Any = None) -> Draft:
    """The step, from what the world says of some words."""
    return Draft({FAIR: {**found, "typed": words, "why": False, "inner": before}})


def _chosen(question: Question, reply: Reply, draft: Any, asking: Asking) -> Draft | Settled | None:
    """What a button, or its name in words, leads to; None for something else."""
    fair = draft[FAIR]
    code = reply.code if isinstance(reply, Pick) else None
    if isinstance(reply, Text):
        code = asking.world.choose(reply.words, choices(draft))
    kept = question.keep(fair["typed"], fair["inner"])
    if fair["why"] and (code == "no-why" or isinstance(reply, Text)):
        return Settled(*kept, "" if code or not isinstance(reply, Text) else reply.words[:REASON])
    if code == "go-on":
        return Settled(*kept, "")
    if code == "keep":
        return Draft({FAIR: {**fair, "why": True}})
    return _way(question, fair, str(code))


def _way(question: Question, fair: dict[str, Any], code: str) -> Draft | Settled | None:
    """Other words for what was typed, or the question again without them."""
    ways = {way: words for way, _, words in fair["ways"]}
    if code == "better":
        return Settled(*question.keep(ways["better"], fair["inner"]))
    if code in ways:
        return Settled(Text(ways[code]), fair["inner"]) if ways[code] else Draft(fair["inner"])
    return None
