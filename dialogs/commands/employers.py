"""Commands of employers: a new vacancy, and how the others stand."""

from __future__ import annotations

from dialogs import vacancies as manage
from dialogs.commands import jobseekers
from dialogs.commands.menu import Command, button, menu
from dialogs.model import Line, Say
from services import employers
from services.access import links
from services.messages import message, outbox
from services.store.models import Person
from services.texts import refs
from services.unit_of_work import Work

LISTED = 10


async def new_vacancy(work: Work, person: Person, _: Command) -> Say | None:
    """Report a vacancy; who is not known as an employer yet tells who they are first."""
    known = await employers.of_person(work, person.id or 0)
    outbox.open_dialog(work, person.id or 0, "vacancy" if known else "employer")
    return None


async def needed_soon(work: Work, person: Person, _: Command) -> Say | None:
    """Somebody is needed today or tomorrow; who is not known yet tells who they are first."""
    known = await employers.of_person(work, person.id or 0)
    outbox.open_dialog(work, person.id or 0, "soon" if known else "employer")
    return None


async def my_page(work: Work, person: Person, _: Command) -> Say:
    """The way to one's own page; who is not known as an employer gets what they can do."""
    if await employers.of_person(work, person.id or 0) is None:
        return await menu(work, person)
    url = await links.page_link(work, person.id or 0)
    return Say((Line("mypage", {"url": refs.words(url)}),))


async def vacancies(work: Work, person: Person, command: Command) -> Say | None:
    """My vacancies and how they stand; for who is no employer, the vacancies one may apply for."""
    known = await employers.of_person(work, person.id or 0)
    if known is None:
        return await jobseekers.jobs(work, person, command)
    rows = await employers.reported_by(work, known.id or 0)
    if not rows:
        return Say((Line("vacancies-none"),), ((button("newvacancy"),),))
    lines = [
        refs.text(
            "vacancies-line",
            title=manage.name(row),
            status=refs.text(f"vacancy-status-{row.status}"),
        )
        for row in rows[:LISTED]
    ]
    body = outbox.line("vacancies", lines=refs.bullets(*lines))
    body = body.with_buttons(*manage.buttons(rows[:LISTED]), message.command("newvacancy"))
    outbox.tell(work, person.id or 0, body)
    return None
