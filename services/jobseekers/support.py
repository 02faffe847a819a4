"""Hoeveel hulp iemand wil: zelfstandig, een beetje, veel (support).

She says it herself or her coach sets it; every change is in the log. It steers how often she hears
from us, whether she asks for a vacancy by herself, and how soon a person looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import col, select

from services import events
from services.messages import message, outbox
from services.store.models import Event, Jobseeker
from services.texts import refs
from services.unit_of_work import Work

SET = "support-set"  # the event of a choice
USUAL = "some"


@dataclass(frozen=True)
class Steers:
    """What a level changes.

    `calm`: times as many days between two reminders, and before somebody who is silent is asked.
    `direct`: she asks for a vacancy by herself; a coach approves it all the same (MAT-06).
    `decide`: within how long a person decides on a proposal for her. `silent`: after so many days
    without a word she stands on the list of her coach.
    """

    calm: int
    direct: bool
    decide: timedelta
    silent: int


LEVELS: Mapping[str, Steers] = {
    "self": Steers(2, True, timedelta(days=4), 60),
    "some": Steers(1, True, timedelta(days=2), 30),
    "much": Steers(1, False, timedelta(days=1), 14),
}


def of(row: Jobseeker | None) -> Steers:
    """What steers for somebody; who is no jobseeker is treated as most are."""
    return LEVELS.get(row.support if row else USUAL, LEVELS[USUAL])


async def choose(work: Work, person_id: int, level: str, *, actor: int) -> None:
    """How much help from now on; she hears it when somebody else set it.

    LookupError for a level that does not exist, or somebody without a profile.
    """
    if level not in LEVELS:
        raise LookupError(level)
    row = await work.get(Jobseeker, person_id)
    before, row.support = row.support, level
    await events.log(work, SET, actor=actor, about=person_id, before=before, level=level)
    if actor != person_id and before != level:
        said = refs.text(f"data-support.{level}")
        body = outbox.line("support-told", name=refs.name(actor), level=said)
        body = body.with_buttons(message.opens("support", refs.text("command.support")))
        outbox.tell(work, person_id, body)


async def chosen(work: Work, person_id: int) -> Event | None:
    """The last time it was said or set; None while nobody did."""
    query = select(Event).where(Event.person_id == person_id, Event.kind == SET)
    return (await work.tx.exec(query.order_by(col(Event.id).desc()).limit(1))).first()
