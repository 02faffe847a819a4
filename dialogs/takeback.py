"""Waar je ja tegen zei: what somebody agreed to, each with a button that takes it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.model import Answers, Form, Line
from dialogs.questions import yes_no
from services.messages import message, outbox
from services.privacy import consents, taking_back
from services.store.models import Person
from services.texts import refs
from services.unit_of_work import Work

KINDS = len(consents.KINDS)


def number(kind: str, about: int) -> int:
    """A consent as the one number that a dialog is about."""
    return about * KINDS + consents.KINDS.index(kind)


def _which(about: int) -> tuple[str, int]:
    return consents.KINDS[about % KINDS], about // KINDS


async def listed(work: Work, person: Person) -> None:
    """Everything she said yes to, the newest way to take each back below it."""
    found = await consents.of(work, person.id or 0)
    lines = [
        refs.text(
            "consents-line",
            answer=refs.text(f"data-given.{'yes' if each.given else 'no'}"),
            what=each.what,
        )
        for each in found
    ]
    body = (
        outbox.line("consents", lines=refs.bullets(*lines))
        if found
        else outbox.line("consents-none")
    )
    outbox.tell(work, person.id or 0, body)
    given = [each for each in found if each.given]
    if given:
        ways = (
            message.opens("takeback", each.what, number(each.kind, each.about)) for each in given
        )
        outbox.tell(work, person.id or 0, outbox.line("consents-press").with_buttons(*ways))


async def _facts(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    """What is taken back; LookupError for what does not hold (any more)."""
    kind, row = _which(about)
    consent = await taking_back.given(work, person.id or 0, kind, row)
    return {"what": consent.what, "then": refs.text(f"takeback-then.{kind}")}


async def _done(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    if answers["sure"] != "yes":
        return [Line("takeback-no")]
    kind, row = _which(about)
    await taking_back.take_back(work, person, kind, row)
    return [Line(f"takeback-done.{kind}")]


form = Form("takeback", questions={"sure": yes_no()}, finish=_done, review=False, facts=_facts)

FORMS = (form,)
