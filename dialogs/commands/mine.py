"""Everything that is kept about me, in the chat: a section behind each button (AVG 15)."""

from __future__ import annotations

from dialogs.commands.menu import Command, button
from dialogs.model import Button, Line, Pick, Say
from services.access import links
from services.privacy import overview
from services.store.models import Person
from services.texts import refs
from services.texts.refs import Ref
from services.unit_of_work import Work

PRESS = "alldata-"  # how the code of a section's button begins
SHOWN = 15  # entries in one message
TALK = "messages"  # a chat is its own conversation


async def all_data(work: Work, person: Person, command: Command) -> Say:
    """What there is to read, or a part of one section."""
    section, after = command.given.get("section"), int(command.given.get("after") or 0)
    if section is None:
        url = refs.words(await links.data_link(work, person.id or 0))
        return Say((Line("alldata", {"url": url}),), _sections())
    if section == TALK:
        url = refs.words(await links.data_link(work, person.id or 0))
        return Say((Line("alldata-talk", {"url": url}),), ((_back(),),))
    (found,) = await overview.of(work, person, str(section))
    some = found.entries[after : after + SHOWN]
    lines: list[Line] = [Line(*overview.heading(found.code)[1:])]
    lines += [Line(*overview.noted(entry)[1:]) for entry in some] or [Line("alldata-none")]
    if after + SHOWN >= len(found.entries):
        return Say(tuple(lines), ((_back(),),))
    on = Button(Pick("", f"{PRESS}{section}-{after + SHOWN}"), refs.text("alldata-next"))
    return Say((*lines, Line("alldata-more")), ((on, _back()),))


def _sections() -> tuple[tuple[Button, ...], ...]:
    buttons = [Button(Pick("", f"{PRESS}{code}-0"), label(code)) for code in overview.SECTIONS]
    pairs = [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
    return (*pairs, (button("consents"), button("correct")), (button("export"), button("mydata")))


def _back() -> Button:
    return Button(Pick("", "alldata"), refs.text("alldata-back"))


def label(section: str) -> Ref:
    """What a section is called."""
    return overview.heading(section)


def pressed(code: str) -> Command | None:
    """The command of a section's button."""
    section, _, after = code.removeprefix(PRESS).rpartition("-")
    if not code.startswith(PRESS) or section not in overview.SECTIONS or not after.isdecimal():
        return None
    return Command("alldata", label(section), {"section": section, "after": int(after[:6])})
