"""Words a colleague types about somebody in a chat: what goes is shown before anything is sent.

As in the console (bot/web/console/staff_words.py): what may never be kept is taken out,
and the words count only when the colleague saw what is left; a number or an address of somebody
asks for a yes of its own. Until then nothing is sent or kept but the draft of this talk.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dialogs.hearing import Said
from dialogs.model import Asking, Draft, Pick, Reply, Text
from dialogs.presenting import State
from dialogs.questions import Choices, Words
from services.texts import refs
from services.understanding import guard

CLEAN, WITH, WITHOUT = "clean", "with", "without"  # what becomes of the words


class OfStaff(Words):
    """A few words of a colleague, read back when the guard has something to say about them."""

    def choices(self, so_far: Any, asking: Asking) -> Choices:
        """As it became, or with and without the number."""
        if not _waits(so_far):
            return super().choices(so_far, asking)
        ways = (WITH, WITHOUT) if so_far[WITHOUT] else (CLEAN,)
        return [(way, refs.text(f"of-staff.{way}")) for way in ways]

    def prompt(self, so_far: Any, asking: Asking) -> tuple[str, dict[str, Any]]:
        """What is left of the words, to be agreed with."""
        if not _waits(so_far):
            return super().prompt(so_far, asking)
        shown = refs.words(so_far[CLEAN])
        return ("contacts" if so_far[WITHOUT] else "shown"), {"clean": shown}

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> Any:
        """The words, once nothing has to be said about them or the colleague agreed."""
        way = _chosen(reply, so_far, asking, self.choices(so_far, asking))
        if way:
            words = so_far[WITHOUT] if way == WITHOUT else so_far[CLEAN]
            return super().read(Text(words), None, asking)
        words = super().read(reply, None, asking)
        without = guard.check(words, own_contact=False).clean
        contacts = without if without != words else ""
        if contacts or (isinstance(reply, Text) and reply.cut):
            return Draft({CLEAN: words, WITHOUT: contacts})
        return words


def _waits(draft: Any) -> bool:
    return isinstance(draft, dict) and CLEAN in draft


def _chosen(reply: Reply, so_far: Any, asking: Asking, choices: Choices) -> str:
    """The way that was pressed, or named in words."""
    if not _waits(so_far):
        return ""
    if isinstance(reply, Pick):
        return reply.code if reply.code in dict(choices) else ""
    return asking.world.choose(reply.words, choices) or "" if isinstance(reply, Text) else ""


def seen(said: Said, state: State) -> Said:
    """What a colleague's own bubble says: no number that still waits for a yes."""
    waiting = [each[WITHOUT] for each in state.drafts.values() if _waits(each) and each[WITHOUT]]
    if not waiting or not isinstance(said.reply, Text):
        return said
    return replace(said, reply=Text(waiting[0]))
