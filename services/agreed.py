"""What an employer agreed to about a vacancy, as the code that acts reads it (VAC-05, VAC-08).

*Channel*: in the chat, or by phone; by phone nothing is sent, a colleague is asked to call, and the
call stays work until it is done. *Manner*: shown to anybody, to anybody without the name of the
employer, or through a coach alone. *Preselection* and *candidates*: `services.matches.shortlist`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select

from services import caseload, events
from services.messages import message, outbox
from services.messages.message import Line, Message
from services.store.models import Employer, Event, Vacancy
from services.texts import refs
from services.unit_of_work import Work

FIELDS = ("channel", "manner", "preselection", "candidates", "expires", "interval")
CALL, CALLED = "call-due", "call-done"  # events of a vacancy
NAMED_FROM = frozenset({"invited", "met", "placed", "not_placed"})  # the employer wants to meet her


def by_phone(vacancy: Vacancy) -> bool:
    """Is this employer called, and not written to?"""
    return vacancy.agreement.get("channel") == "phone"


def employer_named(vacancy: Vacancy, employer: Employer, state: str = "") -> refs.Ref:
    """What a jobseeker reads as the employer; `state` is of her match."""
    if vacancy.agreement.get("manner") == "anonymous" and state not in NAMED_FROM:
        return refs.text("employer-unnamed")
    return refs.words(employer.name)


async def tell(work: Work, vacancy: Vacancy, body: Message) -> None:
    """Say something to who speaks for a vacancy, in the way that was agreed."""
    if by_phone(vacancy):
        await call(work, vacancy, body.lines)
    else:
        outbox.tell(work, vacancy.contact_id, body, kind="promise")


async def ask(work: Work, vacancy: Vacancy, dialog: str, about: int) -> None:
    """Begin a dialog with who speaks for a vacancy, or ask a colleague to call about it."""
    if by_phone(vacancy):
        await call(work, vacancy, [Line(f"call-{dialog}")])
    else:
        outbox.open_dialog(work, vacancy.contact_id, dialog, about)


async def call(work: Work, vacancy: Vacancy, lines: Sequence[Line]) -> None:
    """A colleague is asked to call; it waits on their day until somebody says it was done."""
    await events.log(work, CALL, subject=("vacancy", vacancy.id or 0), text=lines[0].text)
    first = Line(
        "call-contact",
        {
            "who": refs.full_name(vacancy.contact_id),
            "number": refs.number_of(vacancy.contact_id),
            "title": refs.words(vacancy.title),
        },
    )
    body = Message((first, *lines)).with_buttons(message.command("console"))
    for staff_id in await caseload.of_vacancy(work, vacancy):
        outbox.tell(work, staff_id, body)


async def called(work: Work, vacancy_id: int, actor: int) -> None:
    """Somebody called: nothing of it waits any more."""
    await events.log(work, CALLED, actor=actor, subject=("vacancy", vacancy_id))


async def to_call(work: Work, vacancy_ids: Sequence[int]) -> dict[int, tuple[datetime, str]]:
    """For each of these vacancies that waits for a call: since when, and about what (a text id)."""
    query = (
        select(Event)
        .where(Event.subject == "vacancy", col(Event.subject_id).in_(vacancy_ids))
        .where(col(Event.kind).in_((CALL, CALLED)))
        .order_by(col(Event.id))
    )
    found: dict[int, tuple[datetime, str]] = {}
    for event in (await work.tx.exec(query)).all():
        key = event.subject_id or 0
        if event.kind == CALLED:
            found.pop(key, None)
        else:
            since = found[key][0] if key in found else event.at
            found[key] = since, str(event.codes.get("text", ""))
    return found
