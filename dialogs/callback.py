"""Bel mij: when, on which number; and for who calls: how it went."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dialogs.model import (
    Answers,
    Asking,
    Form,
    Line,
    Pick,
    Question,
    Reply,
    Text,
    UnclearError,
)
from dialogs.questions import Choice, Choices, yes_no
from dialogs.questions_given import Typed
from services import callbacks
from services.messages import outbox
from services.store.models import Jobseeker, Person
from services.texts import refs
from services.unit_of_work import Work

_SLOT = re.compile(r"\d{4}-\d{2}-\d{2}-(am|pm)")


@dataclass(frozen=True)
class Slot(Question):
    """A part of one of the next days on which we can call."""

    kind = "slot"
    columns = 2
    echo = False

    def choices(self, so_far: Any, asking: Asking) -> Choices:  # noqa: D102
        slots: dict[str, Any] = asking.world.facts.get("slots") or {}
        return [(code, refs.again(label)) for code, label in slots.items()]

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> str:  # noqa: D102
        choices = self.choices(so_far, asking)
        code = reply.code if isinstance(reply, Pick) else None
        if isinstance(reply, Text):
            code = asking.world.choose(reply.words, choices, numbered=True)
        if code not in dict(choices):
            raise UnclearError
        return str(code)

    def accepts(self, value: Any) -> bool:  # noqa: D102
        return isinstance(value, str) and bool(_SLOT.fullmatch(value))

    def show(self, value: Any, text_id: str) -> refs.Ref:  # noqa: D102
        return refs.text(f"callback-day-{value[11:]}", day=refs.day(value[:10]))


async def _times(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    return {
        "slots": {code: callbacks.said(code, work.today) for code, _, _ in callbacks.slots(work)}
    }


async def _asked(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    staff = await callbacks.ask(work, person, answers["phone"], answers["when"])
    row = await callbacks.waiting_of(work, person.id or 0)
    slot = row.slot if row else answers["when"]
    args = {
        "when": callbacks.said(slot, work.today),
        "phone": refs.phone(answers["phone"]),
        "door": refs.words(work.region.front_door.phone),
    }
    jobseeker = await work.tx.get(Jobseeker, person.id)
    if jobseeker is not None and jobseeker.rather_called is None:
        outbox.open_dialog(work, person.id or 0, "rather")
    if len(staff) == 1:
        return [Line("callback-who", {**args, "name": refs.name(staff[0])})]
    team = work.region.team(jobseeker.team) if jobseeker else None
    name = team.name if team else work.region.front_door.name
    return [Line("callback-team", {**args, "team": refs.words(name)})]


async def _preferred(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    wanted = answers["calls"] == "yes"
    if await work.tx.get(Jobseeker, person.id) is not None:
        await callbacks.prefer(work, person.id or 0, wanted, person.id or 0)
    return [Line("rather-on" if wanted else "rather-off")]


async def _who(work: Work, person_id: int) -> refs.Ref:
    """A name, or that it is somebody who told none yet."""
    person = await work.get(Person, person_id)
    return refs.name(person_id) if person.name else refs.text("desk-somebody")


async def _call(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    row = await callbacks.may_call(work, person.id or 0, about)
    if row.done is not None:
        raise LookupError("done")
    return {
        "name": await _who(work, row.person_id),
        "when": callbacks.said(row.slot, work.today),
    }


async def _called(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    row = await callbacks.may_call(work, person.id or 0, about)
    if row.done is None:
        await callbacks.settle(work, row, answers["how"], person.id or 0)
    return [Line(f"called-{answers['how']}")]


callback = Form(
    "callback",
    questions={"phone": Typed(reads="phone", suggest="own-phone"), "when": Slot()},
    finish=_asked,
    review=False,
    facts=_times,
)
called = Form(
    "called",
    questions={"how": Choice("reached", "missed", columns=2)},
    finish=_called,
    review=False,
    facts=_call,
)

rather = Form("rather", questions={"calls": yes_no()}, finish=_preferred, review=False)

FORMS = (callback, called, rather)
