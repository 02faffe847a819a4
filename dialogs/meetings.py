"""Afspraken: whether it suits, how it went for each side, and what staff record of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.model import Answers, Form, Line
from dialogs.questions import Choice, Words
from services import matches
from services.matches import meetings
from services.store.models import Meeting, Person
from services.unit_of_work import Work

UNSURE = ("maybe", "no")


async def _suits(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    choice = answers["choice"]
    if choice == "cancel":
        await meetings.cancel(work, about, actor=person.id or 0)
        return []  # the cancellation itself says so, to both sides
    if choice == "other":
        await meetings.ask_other(work, about, answers["words"], actor=person.id or 0)
    return [Line(f"appointment-{choice}")]


async def _felt(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    await meetings.felt(
        work,
        about,
        actor=person.id or 0,
        mood=answers["mood"],
        reason=answers.get("reason") or "",
        words=answers.get("words") or "",
    )
    return [Line("after-meeting-thanks")]


async def _outcome(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    result = answers["result"]
    await meetings.record(
        work, about, actor=person.id or 0, outcome=result, reason=answers.get("reason") or ""
    )
    return [Line(f"outcome-{result}")]


async def facts(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    """Whom somebody meets, when and where; PermissionError for who has no part in this dialog."""
    meeting = await work.get(Meeting, about)
    side = await meetings.side_of(work, meeting, person.id or 0)
    if (side == matches.STAFF) != (dialog == "outcome"):
        raise PermissionError(dialog)
    ahead = meeting.status == meetings.PLANNED and meeting.starts > work.now
    if ahead != (dialog == "appointment") or meeting.status == meetings.CANCELLED:
        raise LookupError("not now")
    return await meetings.facts(work, meeting, person.id or 0)


appointment = Form(
    "appointment",
    questions={
        "choice": Choice("fine", "other", "cancel"),
        "words": Words(at_most=300, when=lambda a: a.get("choice") == "other"),
    },
    finish=_suits,
    review=False,
    facts=facts,
)

after_meeting = Form(
    "after-meeting",
    questions={
        "mood": Choice("good", "maybe", "no", "missed"),
        "reason": Choice(
            *meetings.REASONS, columns=2, optional=True, when=lambda a: a.get("mood") in UNSURE
        ),
        "words": Words(
            at_most=500, optional=True, when=lambda a: a.get("mood") in (*UNSURE, "missed")
        ),
    },
    finish=_felt,
    review=False,
    facts=facts,
)

outcome = Form(
    "outcome",
    questions={
        "result": Choice(*meetings.OUTCOMES),
        "reason": Choice(
            *matches.REASONS["not_placed"], when=lambda a: a.get("result") == "not_placed"
        ),
    },
    finish=_outcome,
    review=False,
    facts=facts,
)

FORMS = (appointment, after_meeting, outcome)
"""`appointment` is opened by a button below one's appointments, `outcome` by a colleague."""
