"""Dit klopt niet: somebody asks to correct what others wrote about them (AVG 16).

Her words, the answer and why stay in the log of her file. The law gives one month to answer.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from services import caseload, events, rights
from services.clock import local_date
from services.messages import message, outbox
from services.refused import RefusedError
from services.rights import Viewer
from services.store.models import Event, Jobseeker, Person, Remark
from services.texts import refs
from services.unit_of_work import Work

ASKED, ANSWERED = "correction-asked", "correction-answered"
SUBJECT = "correction"  # an answer is about the event that asked
OUTCOMES = ("changed", "not")


def until(asked: Event) -> date:
    """The last day to answer: the same day of the next month, or its last (AVG art. 12, 3)."""
    day = local_date(asked.at)
    year, month = divmod(day.year * 12 + day.month, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


async def ask(work: Work, person: Person, words: str) -> Event:
    """She says what is not right; it is work for who looks after her, once for the same words."""
    number = person.id or 0
    for waits, said in await waiting(work, [number]):
        if said == words:
            return waits
    event = await events.log(work, ASKED, actor=number, about=number, words=words)
    await work.tx.flush()
    body = outbox.line(
        "staff-correction",
        name=refs.name(number),
        words=refs.kept("remark", event.id),
        day=refs.day(until(event)),
    )
    body = body.with_buttons(message.command("console"))
    for staff_id in await caseload.of_person(work, number):
        outbox.tell(work, staff_id, body, about=number)
    return event


async def waiting(
    work: Work, people: Sequence[int] | SelectOfScalar[int]
) -> list[tuple[Event, str]]:
    """What these people asked and nobody answered, with their words, the oldest first.

    Numbers, or a query that gives them.
    """
    done = select(Event.subject_id).where(Event.kind == ANSWERED, Event.subject == SUBJECT)
    query = (
        select(Event, Remark)
        .join(Remark, col(Remark.event_id) == col(Event.id))
        .where(Event.kind == ASKED, col(Event.person_id).in_(people))
        .where(col(Event.id).not_in(done))
        .order_by(col(Event.id))
    )
    return [(event, remark.words or "") for event, remark in (await work.tx.exec(query)).all()]


async def answer(work: Work, event_id: int, who: Viewer, outcome: str, words: str) -> None:
    """Changed, or not and why: she hears it, and where she can complain.

    Raises RefusedError: "rights", "decided" when it was answered, "reason" for no answer, "why"
    for a no without words.
    """
    event = await work.get(Event, event_id)
    row = await work.get(Jobseeker, event.person_id)
    if not rights.may_change_jobseeker(who, row):
        raise RefusedError("rights")
    if event.id not in [each.id for each, _ in await waiting(work, [row.person_id])]:
        raise RefusedError("decided")
    if outcome not in OUTCOMES:
        raise RefusedError("reason")
    if outcome == "not" and not words:
        raise RefusedError("why")
    said = await events.log(
        work,
        ANSWERED,
        actor=who.person_id,
        about=row.person_id,
        subject=(SUBJECT, event_id),
        words=words,
        outcome=outcome,
    )
    await work.tx.flush()
    why = {"why": refs.kept("remark", said.id)} if words else {}
    body = outbox.line(
        f"correction-told.{outcome}" if words else "correction-told.changed-bare",
        name=refs.name(who.person_id),
        phone=refs.words(work.region.front_door.phone),
        **why,
    )
    outbox.tell(work, row.person_id, body, kind="promise")
