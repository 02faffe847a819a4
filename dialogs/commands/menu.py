"""What a command is, the menu of what can be done now, and what is said when nothing is asked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dialogs import hearing, kept
from dialogs.model import Button, Line, Pick, Say
from services import employers
from services.jobseekers import plans
from services.matches import meetings
from services.messages import outbox
from services.store.models import Jobseeker, Person, Staff
from services.texts import refs
from services.unit_of_work import Work

NOTHING = refs.words("")


@dataclass(frozen=True)
class Command:
    """A command somebody gave, with what came along."""

    name: str
    said: refs.Ref = NOTHING
    given: Mapping[str, Any] = field(default_factory=dict)
    typed: bool = False  # plain words, which may be meant as an answer


Handler = Callable[[Work, Person, Command], Awaitable[Say | None]]


def button(code: str) -> Button:
    """A command as a button."""
    return Button(Pick("", code), refs.text(f"command.{code}"))


async def menu(work: Work, person: Person) -> Say:
    """What somebody can do now, by what they are."""
    codes: list[str] = []
    if await work.tx.get(Staff, person.id):
        codes += ["waiting", "caseload", "console"]
    if await work.tx.get(Jobseeker, person.id):
        codes += ["resume"] if person.paused else ["jobs", "grow", "mydata"]
        codes += await _underway(work, person)
    if await employers.of_person(work, person.id or 0):
        codes += ["newvacancy", "soon", "vacancies", "mypage"]
        codes += ["appointments"] if await meetings.upcoming(work, person.id or 0) else []
        codes += [] if "faq" in codes else ["faq"]
    if not codes:
        codes = ["begin"]
    staff = await work.tx.get(Staff, person.id) is not None
    codes += ["coach", "language"] if staff else ["coach", "call-me", "language"]
    buttons = [button(code) for code in codes]
    return Say((Line("menu"),), tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)))


async def _underway(work: Work, person: Person) -> list[str]:
    """What a jobseeker has going on, and what they can ask."""
    codes = ["plan"] if await plans.current(work, person.id or 0) else []
    codes += ["appointments"] if await meetings.upcoming(work, person.id or 0) else []
    return [*codes, "own-work", "faq"]


async def idle(work: Work, person: Person, said: hearing.Said) -> Say:
    """Somebody says something while nothing was asked: never a dead end."""
    if not await known(work, person):
        offer = list(said.helps)
        outbox.open_dialog(work, person.id or 0, "welcome", name=said.name, offer=offer)
        return Say(tuple(said.notes) or (Line("idle-hello"),))
    listed = await menu(work, person)
    return Say((*said.notes, Line("idle")), (*kept.rows(said.helps), *listed.rows))


async def known(work: Work, person: Person) -> bool:
    """Is this somebody we know as a jobseeker, an employer or a colleague?"""
    return bool(
        await work.tx.get(Jobseeker, person.id)
        or await work.tx.get(Staff, person.id)
        or await employers.of_person(work, person.id or 0)
    )


def opens(dialog: str) -> Handler:
    """A command that begins a dialog."""

    async def handler(work: Work, person: Person, _: Command) -> Say | None:
        outbox.open_dialog(work, person.id or 0, dialog)
        return None

    return handler
