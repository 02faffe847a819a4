"""Commands of staff: what waits, my people, and the way to the console."""

from __future__ import annotations

from dialogs.commands.menu import Command, button, menu
from dialogs.model import Line, Say
from services import caseload as looking_after
from services import matches
from services.access import links
from services.jobseekers import profiles
from services.messages import outbox
from services.store.models import Person, Staff
from services.texts import refs
from services.unit_of_work import Work

LISTED = 10


async def waiting(work: Work, person: Person, _: Command) -> Say | None:
    """What waits for me: the first match, and how many there are."""
    viewer = await looking_after.viewer_of(work, person.id or 0)
    if viewer is None:
        return await menu(work, person)
    waiting = await matches.waiting_for(work, viewer)
    if not waiting:
        return Say((Line("waiting-none"),), ((button("console"),),))
    outbox.open_dialog(work, person.id or 0, "review", waiting[0].id or 0)
    return Say((Line("waiting", {"n": len(waiting)}),))


async def caseload(work: Work, person: Person, _: Command) -> Say:
    """My people, newest change first."""
    viewer = await looking_after.viewer_of(work, person.id or 0)
    if viewer is None:
        return await menu(work, person)
    rows = await profiles.caseload(work, viewer, LISTED)
    lines = [
        refs.text(
            "caseload-line", name=refs.name(row.person_id), percent=profiles.completeness(row)
        )
        for row, _ in rows
    ]
    return Say(
        (Line("caseload", {"lines": refs.bullets(*lines), "n": len(lines)}),),
        ((button("console"),),),
    )


async def console(work: Work, person: Person, _: Command) -> Say:
    """A fresh login link to the console, for staff only."""
    if await work.tx.get(Staff, person.id) is None:
        return await menu(work, person)
    url = await links.console_link(work, person.id or 0)
    return Say((Line("console-link", {"url": refs.words(url)}),))
