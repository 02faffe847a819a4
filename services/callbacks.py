"""Bel mij: somebody asks to be called, when, and on which number; a person calls.

The times are those of the front door, so that they hold for a newcomer without a coach as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlmodel import col, select

from services import caseload, events
from services.clock import AMSTERDAM
from services.followup import calendar
from services.messages import message, outbox
from services.store.models import Jobseeker, Person, Request
from services.texts import refs
from services.unit_of_work import Work

CALL = "call"
OFFERED = 4  # times to choose from
MOST_TRIES = 3  # then she is told to call herself
NOON = time(12)
LEAST = timedelta(minutes=30)  # what must be left of a part of a day to promise it
Slot = tuple[str, datetime, datetime]  # its code, from when, until when


def slots(work: Work, most: int = OFFERED) -> list[Slot]:
    """The next parts of days on which we can call: morning and afternoon, in opening hours."""
    found: list[Slot] = []
    day = work.today
    while len(found) < most:
        found += [each for each in _of_day(work, day) if each[2] - work.now > LEAST]
        day += timedelta(days=1)
    return found[:most]


def _of_day(work: Work, day: date) -> list[Slot]:
    noon = datetime.combine(day, NOON, AMSTERDAM)
    parts = []
    for opens, closes in calendar.opened_on(work.region, day):
        for code, since, until in (
            ("am", opens, min(closes, noon)),
            ("pm", max(opens, noon), closes),
        ):
            if since < until:
                parts.append((f"{day.isoformat()}-{code}", since, until))
    return parts


def said(slot: str, today: date) -> refs.Ref:
    """A part of a day in words: today, tomorrow, or its date."""
    day, part = date.fromisoformat(slot[:10]), slot[11:]
    near = {0: "today", 1: "tomorrow"}.get((day - today).days)
    if near:
        return refs.text(f"callback-when.{near}-{part}")
    return refs.text(f"callback-day-{part}", day=refs.day(day))


async def ask(work: Work, person: Person, phone: str, slot: str) -> list[int]:
    """Somebody wants to be called: it is work for who is there for them. Returns who that is."""
    person.phone = person.phone or phone
    row = await waiting_of(work, person.id or 0)
    if row is None:
        row = Request(person_id=person.id or 0, kind=CALL, due=work.now, created=work.now)
        work.tx.add(row)
    row.phone = phone
    _plan(work, row, slot)
    await work.tx.flush()
    await events.log(
        work, "call-asked", actor=person.id, about=person.id, subject=("request", row.id or 0)
    )
    staff = await caseload.of_person(work, person.id or 0)
    body = outbox.line(
        "staff-call",
        name=refs.name(person.id or 0) if person.name else refs.text("desk-somebody"),
        when=said(row.slot, work.today),
    )
    label = refs.text("staff-call.open")
    body = body.with_buttons(
        message.command("console"),
        message.opens("called", label, row.id),
    )
    for staff_id in staff:
        outbox.tell(work, staff_id, body, about=person.id)
    return staff


def _plan(work: Work, row: Request, slot: str) -> None:
    """Promise a part of a day; one that is over meanwhile becomes the next."""
    known = {code: until for code, _, until in slots(work)}
    row.slot = slot if slot in known else next(iter(known))
    row.due = known[row.slot]


async def waiting_of(work: Work, person_id: int) -> Request | None:
    """The call somebody waits for."""
    query = select(Request).where(
        Request.person_id == person_id, Request.kind == CALL, col(Request.done).is_(None)
    )
    return (await work.tx.exec(query)).first()


async def may_call(work: Work, staff_id: int, request_id: int) -> Request:
    """The call that this colleague may make; LookupError for any other or one that is made."""
    row = await work.get(Request, request_id)
    if row.kind != CALL or staff_id not in await callers(work, row):
        raise LookupError("not yours")
    return row


async def callers(work: Work, row: Request) -> Sequence[int]:
    """Who is there for somebody, and their team."""
    found = list(await caseload.of_person(work, row.person_id))
    jobseeker = await work.tx.get(Jobseeker, row.person_id)
    if jobseeker is not None:
        found += [each.id or 0 for each in await caseload.team_mates(work, jobseeker.team)]
    return found


async def settle(work: Work, row: Request, how: str, actor: int) -> None:
    """Reached: done. Missed: tried again in the next part of a day, and she hears so."""
    await events.log(
        work,
        "called",
        actor=actor,
        about=row.person_id,
        subject=("request", row.id or 0),
        how=how,
    )
    if how == "reached":
        row.done, row.done_by, row.how = work.now, actor, how
        return
    row.tries += 1
    phone = refs.words(work.region.front_door.phone)
    if row.tries >= MOST_TRIES:
        row.done, row.done_by, row.how = work.now, actor, "given-up"
        body = outbox.line("call-given-up", phone=phone)
    else:
        _plan(work, row, slots(work, 2)[-1][0])
        when = said(row.slot, work.today)
        body = outbox.line("call-missed", name=refs.name(actor), when=when, phone=phone)
    body = body.with_buttons(message.command("call-me"))
    outbox.tell(work, row.person_id, body, kind="promise")


async def prefer(work: Work, person_id: int, wanted: bool, actor: int) -> None:
    """Rather called than written to: her wish, which staff see before they write."""
    row = await work.get(Jobseeker, person_id)
    if row.rather_called is not wanted:
        row.rather_called = wanted
        await events.log(work, "rather-called", actor=actor, about=person_id, wanted=wanted)
