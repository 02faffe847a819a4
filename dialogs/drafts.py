"""Several vacancies in one pasted text: one draft after the other, without pasting again."""

from __future__ import annotations

from dialogs import atdesk, talks
from dialogs.engine import turn
from dialogs.model import Text
from dialogs.presenting import State, Turn
from services.store.models import Person, Talk
from services.unit_of_work import Work


async def following(work: Work, person: Person, rest: str) -> tuple[Talk, Turn]:
    """The vacancy that comes next in the text, read as if it was pasted now."""
    await work.tx.flush()  # the one before has its number
    talk = await talks.begin(work, person.id or 0, "vacancy", 0)
    form = atdesk.form(work, person.id or 0, talk.dialog)
    world = await talks.world(work, person, talk)
    return talk, turn(form, State({}), Text(rest), world)
