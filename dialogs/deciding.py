"""What a colleague decides in a chat, and what comes first: the second factor at the console.

A phone that lies open must not decide about somebody. Whatever changes a match, a plan, a dossier,
a promised call or what an employer may see counts only when the colleague gave the second factor at
the console in the last hours (`sessions.CONFIRMED`). Until then the answer is kept, and one press
later it counts.
The digits are never typed into a chat.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogs.model import Answers, Button, Line, Pick, Reply, Say, Text, World
from dialogs.presenting import State
from services.access import links, sessions
from services.messages import subjects
from services.store.models import Person, Staff, Talk
from services.texts import refs
from services.unit_of_work import Work

# The dialogs in which a colleague decides, and whether these answers do: "later" changes nothing.
# Answering a question ("relay") decides nothing about anybody, and does not wait.
DECIDES: Mapping[str, Callable[[Answers], bool]] = {
    "review": lambda answers: answers["decision"] != "later",
    "verify": lambda answers: answers["checked"] == "yes",
    "outcome": lambda answers: True,
    "settle": lambda answers: True,
    "checkin-coach": lambda answers: True,
    "wage-value": lambda answers: answers["done"] != "later",
    "plan": lambda answers: "unclear" not in (answers["rights"], answers.get("answer")),
    "plan-review": lambda answers: True,
    "called": lambda answers: True,
}
HELD = "_held"  # the draft in which answers wait for the second factor
AGAIN = "-held"  # the button that lets them count
LABEL: refs.Ref = refs.text("dialog-commands.held")


async def must_confirm(work: Work, person: Person, talk: Talk, answers: Answers) -> bool:
    """Does a colleague decide here about somebody else, without a recent second factor?"""
    decides = DECIDES.get(talk.dialog)
    if decides is None or not decides(answers):
        return False
    if await work.tx.get(Staff, person.id) is None:
        return False  # what a jobseeker or an employer answers is their own
    if await subjects.whom(work, talk.dialog, talk.about) == person.id:
        return False
    return not await sessions.is_confirmed(work, person.id or 0)


def hold(state: State, answers: Answers) -> State:
    """The same question still open, with the answers that wait."""
    return replace(state, drafts={**state.drafts, HELD: dict(answers)})


def meant(state: State, reply: Reply, world: World) -> Reply:
    """A reply, or the button that these typed words name while an answer waits."""
    if HELD not in state.drafts or not isinstance(reply, Text):
        return reply
    return Pick("", AGAIN) if world.choose(reply.words, [(AGAIN, LABEL)]) else reply


def let_go(state: State, reply: Reply) -> State:
    """Where the talk goes on: at what was held when that is pressed, else without it."""
    drafts = {name: value for name, value in state.drafts.items() if name != HELD}
    if HELD in state.drafts and isinstance(reply, Pick) and reply.code == AGAIN:
        return State(state.drafts[HELD], drafts)
    return replace(state, drafts=drafts)


async def first_confirm(work: Work, person: Person) -> Say:
    """The way to the console, and the button for afterwards."""
    url = await links.console_link(work, person.id or 0)
    hours = int(sessions.CONFIRMED.total_seconds() // 3600)
    again = Button(Pick("", AGAIN), LABEL)
    return Say((Line("decide-log-in", {"url": refs.words(url), "n": hours}),), ((again,),))
