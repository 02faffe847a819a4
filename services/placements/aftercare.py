"""Nazorg: short questions to both sides and the coach, from the first day to a year (NAZ).

Rows are made when somebody is placed, one for each side and moment. A bad answer, a wish to talk,
or no answer at all becomes attention for the coach, at once and until it is settled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import delete
from sqlmodel import col, select

from services import caseload, employers, events, rights
from services.messages import message, outbox
from services.refused import RefusedError
from services.rights import Viewer
from services.store.models import CheckIn, Employer, Jobseeker, Person, Placement
from services.texts import refs
from services.unit_of_work import Work

SIDES = ("jobseeker", "employer", "coach")
MOMENTS = {
    1: "day-1",
    14: "week-2",
    35: "week-5",
    91: "month-3",
    182: "month-6",
    365: "month-12",
}
MOODS = {"bad": 1, "poor": 2, "fair": 3, "good": 4, "great": 5}
BAD = 2  # a mood up to this is work for the coach
TOPICS = ("work", "guidance", "colleagues", "hours", "travel", "pay", "other")
WAGE_SUBSIDY = "wage-subsidy"  # loonkostensubsidie (LKS): its height follows from that measurement
NOT_NEEDED = ("full_wage", "ends")  # why there is no loonwaardemeting
WAGE_VALUE = "wage-value"  # the loonwaardemeting: work for the coach in week 4 to 6 (LOO-01)
END_OF_TRIAL = timedelta(days=7)  # asked so long before a trial or internship ends
END_OF_CONTRACT = timedelta(days=42)  # aanzegplicht: a month before; the talk comes before that
SHORT = frozenset({"trial", "internship"})
DIALOGS = ("checkin", "checkin-coach", WAGE_VALUE, "settle")


async def schedule(work: Work, placement: Placement) -> Sequence[CheckIn]:
    """Make the rows of a new placement; what lies after its agreed end is left out."""
    sides = await _people(work, placement)
    rows = [
        CheckIn(placement_id=placement.id or 0, person_id=who, side=side, moment=moment, due=due)
        for side, who in sides.items()
        for moment, due in moments(work, placement, side).items()
    ]
    work.tx.add_all(rows)
    await work.tx.flush()
    return rows


def moments(work: Work, placement: Placement, side: str) -> dict[str, date]:
    """When a side is asked, by moment: by the kind of work, its end, and what helps pay for it."""
    rules, starts, ends = work.region.follow_up, placement.starts, placement.ends
    last = ends or date.max
    found = {
        MOMENTS.get(days, f"day-{days}"): starts + timedelta(days=days)
        for days in rules.aftercare_days
    }
    if ends is not None:
        early = END_OF_TRIAL if placement.kind in SHORT else END_OF_CONTRACT
        found["end"] = max(ends - early, starts + timedelta(days=1))
    if side == "coach":
        if measured(placement):
            found[WAGE_VALUE] = _measure_on(work, placement)
        found |= _instruments_end(placement)
    return {moment: due for moment, due in found.items() if due <= last}


def measured(placement: Placement) -> bool:
    """Does a loonwaardemeting belong to this work: on trial, or where LKS helps pay (LOO-01)."""
    codes = {each["code"] for each in placement.instruments}
    return placement.kind == "trial" or WAGE_SUBSIDY in codes


def method(work: Work) -> refs.Ref:
    """The one method of measuring in the region (LOO-02), as the region file names it."""
    said = work.region.report.wage_value_method
    return refs.words(said) if said else refs.text("wage-value-method")


def _measure_on(work: Work, placement: Placement) -> date:
    """Week 4; what was agreed later than that is measured from the day it was agreed for."""
    day = placement.starts + timedelta(days=work.region.follow_up.wage_value_days[0])
    begins = [
        date.fromisoformat(each["from"])
        for each in placement.instruments
        if each["code"] == WAGE_SUBSIDY and each.get("from")
    ]
    late = bool(begins) and day < work.today and not placement.wage_value
    return max([day, *begins, *([work.today] if late else [])])


def _instruments_end(placement: Placement) -> dict[str, date]:
    """The coach looks a month before an instrument ends whether it is still needed."""
    found = {}
    for each in placement.instruments:
        if each.get("to"):
            ends = date.fromisoformat(each["to"])
            due = max(ends - timedelta(days=28), placement.starts + timedelta(days=1))
            found[f"instrument-{each['code']}"] = due
    return found


async def _people(work: Work, placement: Placement) -> dict[str, int]:
    """Who is asked on each side; an employer nobody speaks for is not."""
    found = {"jobseeker": placement.jobseeker_id}
    contacts = await employers.contacts(work, placement.employer_id)
    if contacts:
        found["employer"] = contacts[0]
    coach = await caseload.of_placement(work, placement)
    return {**found, "coach": coach[0]} if coach else found


async def reschedule(work: Work, placement: Placement) -> None:
    """Dates changed: what nobody was asked yet is planned anew, what was asked stays."""
    await work.tx.flush()
    await drop_open(work, placement, unasked=True)
    kept = {(row.side, row.moment) for row in await of_placement(work, placement.id or 0)}
    for side, who in (await _people(work, placement)).items():
        for moment, due in moments(work, placement, side).items():
            if (side, moment) not in kept and due >= work.today:
                work.tx.add(
                    CheckIn(
                        placement_id=placement.id or 0,
                        person_id=who,
                        side=side,
                        moment=moment,
                        due=due,
                    )
                )


async def drop_open(work: Work, placement: Placement, *, unasked: bool = False) -> None:
    """What was not answered is not asked any more; `unasked` leaves what was asked already."""
    query = select(CheckIn).where(
        CheckIn.placement_id == placement.id,
        col(CheckIn.answered).is_(None),
        col(CheckIn.attention).is_(False),
    )
    if unasked:
        query = query.where(col(CheckIn.asked).is_(None))
    ids = [row.id or 0 for row in (await work.tx.exec(query)).all()]
    for each in ids:
        await outbox.close_dialogs(work, DIALOGS, each)
    await work.tx.exec(delete(CheckIn).where(col(CheckIn.id).in_(ids)))


async def of_placement(work: Work, placement_id: int) -> Sequence[CheckIn]:
    """All rows of a placement, in the order of their days."""
    query = select(CheckIn).where(CheckIn.placement_id == placement_id)
    return (await work.tx.exec(query.order_by(col(CheckIn.due), col(CheckIn.id)))).all()


async def due(work: Work) -> Sequence[CheckIn]:
    """What is to be asked by today and was neither asked nor answered, oldest first."""
    query = (
        select(CheckIn)
        .join(Placement, col(Placement.id) == col(CheckIn.placement_id))
        .where(Placement.status == "running", col(CheckIn.due) <= work.today)
        .where(col(CheckIn.asked).is_(None), col(CheckIn.answered).is_(None))
        .order_by(col(CheckIn.due), col(CheckIn.id))
    )
    return (await work.tx.exec(query)).all()


def dialog_of(row: CheckIn) -> str:
    """The dialog that asks this row (about its id): a measurement is no mood."""
    if row.moment == WAGE_VALUE:
        return WAGE_VALUE
    return "checkin-coach" if row.side == "coach" else "checkin"


async def answer(
    work: Work,
    checkin_id: int,
    *,
    actor: int,
    mood: int,
    answers: Mapping[str, Any] | None = None,
    words: str = "",
    first: bool = False,
) -> CheckIn:
    """Keep an answer: `mood` 1 (bad) to 5; `answers` may hold "topic" and "talk" ("yes" or "no").

    A bad mood or a wish to talk becomes attention. `first`: it is not to replace another answer.
    Raises RefusedError ("rights", "decided" when the placement is over) and ValueError for a mood
    off the scale.
    """
    row, placement = await _asked(work, checkin_id, actor)
    if mood not in MOODS.values():
        raise ValueError(f"no such mood: {mood}")
    if placement.status != "running" or (first and row.answered is not None):
        raise RefusedError("decided")
    given = {key: value for key, value in (answers or {}).items() if value is not None}
    row.mood, row.answers, row.words = mood, given, words or None
    row.asked, row.answered = row.asked or work.now, work.now
    row.attention = mood <= BAD or given.get("talk") == "yes"
    row.settled = row.settled_by = None
    await _log(work, row, placement, "checkin-answered", actor, mood=mood)
    if row.attention and row.side != "coach":  # who says it need not hear it
        await _alert(work, row, placement)
    return row


async def asked(work: Work, row: CheckIn) -> None:
    """It was put to somebody."""
    if row.asked is None:
        row.asked = work.now


async def missed(work: Work, checkin_id: int) -> CheckIn:
    """No answer is an answer too: it becomes attention, and the coach hears it at once (NAZ-05)."""
    row = await work.take(CheckIn, checkin_id)
    if row.answered is None and not row.attention and row.settled is None:
        row.attention = True
        placement = await work.get(Placement, row.placement_id)
        await _log(work, row, placement, "checkin-missed", None)
        await _alert(work, row, placement)
    return row


async def skip(work: Work, checkin_id: int, *, actor: int, reason: str) -> CheckIn:
    """A task of the coach that is not needed, and why (LOO-01)."""
    row, placement = await _asked(work, checkin_id, actor)
    if row.answered is not None or placement.status != "running":
        raise RefusedError("decided")
    row.answered, row.answers = work.now, {"skipped": reason}
    await outbox.close_dialogs(work, DIALOGS, checkin_id)
    await _log(work, row, placement, "checkin-skipped", actor, reason=reason)
    return row


async def settle(work: Work, checkin_id: int, *, actor: int, words: str = "") -> CheckIn:
    """The coach did something about it.

    Raises RefusedError: "rights" for who does not look after them, "decided" when it was settled.
    """
    row, placement = await _cared_for(work, checkin_id, actor)
    if not row.attention or row.settled is not None:
        raise RefusedError("decided")
    row.settled, row.settled_by = work.now, actor
    await outbox.close_dialogs(work, ("settle",), checkin_id)
    await _log(work, row, placement, "checkin-settled", actor, words)
    return row


async def unsettle(work: Work, checkin_id: int, *, actor: int) -> CheckIn:
    """Take that back: it asks for attention again. RefusedError as in `settle`."""
    row, placement = await _cared_for(work, checkin_id, actor)
    if row.settled is None:
        raise RefusedError("decided")
    row.settled = row.settled_by = None
    await _log(work, row, placement, "checkin-reopened", actor)
    return row


async def _cared_for(work: Work, checkin_id: int, actor: int) -> tuple[CheckIn, Placement]:
    row = await work.take(CheckIn, checkin_id)
    placement = await work.get(Placement, row.placement_id)
    if actor not in await caseload.of_placement(work, placement) and not await _may(
        work, actor, placement
    ):
        raise RefusedError("rights")
    return row, placement


async def open_attention(work: Work, who: Viewer) -> list[tuple[CheckIn, Placement, Person]]:
    """What asks for attention of this member of staff, oldest first, with whose work it is.

    A coach sees their own people, and those of the team who have no coach.
    """
    query = (
        select(CheckIn, Placement, Person)
        .join(Placement, col(Placement.id) == col(CheckIn.placement_id))
        .join(Jobseeker, col(Jobseeker.person_id) == col(Placement.jobseeker_id))
        .join(Person, col(Person.id) == col(Placement.jobseeker_id))
        .where(col(CheckIn.attention).is_(True), col(CheckIn.settled).is_(None))
        .where(rights.jobseeker_scope(who))
        .order_by(col(CheckIn.due), col(CheckIn.id))
    )
    rows = (await work.tx.exec(query)).all()
    found = [(row, placement, person) for row, placement, person in rows]
    if who.role not in rights.COACHING:
        return found
    return [each for each in found if who.person_id in await caseload.of_placement(work, each[1])]


async def facts(work: Work, row: CheckIn) -> dict[str, Any]:
    """What the texts of a check-in speak of: the question for this side and moment."""
    placement = await work.get(Placement, row.placement_id)
    employer = await work.get(Employer, placement.employer_id)
    at = refs.words(employer.name)
    args = {
        "name": refs.name(placement.jobseeker_id),
        "employer": at,
        "day": refs.day(placement.ends or row.due),
        "moment": refs.text(f"moment-{_moment_text(row.moment)}|moment-other"),
        "method": method(work),
    }
    return {
        "question": refs.text(f"checkin-ask-{row.side}.{_moment_text(row.moment)}", **args),
        **args,
    }


def _moment_text(moment: str) -> str:
    if moment.startswith("instrument-"):
        return "instrument"
    return moment if moment in (*MOMENTS.values(), "end", WAGE_VALUE) else "later"


async def _asked(work: Work, checkin_id: int, actor: int) -> tuple[CheckIn, Placement]:
    """A row for who is asked; what a coach is asked, who coaches there now may answer as well."""
    row = await work.take(CheckIn, checkin_id)
    placement = await work.get(Placement, row.placement_id)
    colleague = row.side == "coach" and await _may(work, actor, placement)
    if row.person_id != actor and not colleague:
        raise RefusedError("rights")
    return row, placement


async def _may(work: Work, actor: int, placement: Placement) -> bool:
    staff = await caseload.viewer_of(work, actor)
    jobseeker = await work.tx.get(Jobseeker, placement.jobseeker_id)
    return bool(staff and jobseeker and rights.may_see_jobseeker(staff, jobseeker))


async def _alert(work: Work, row: CheckIn, placement: Placement) -> None:
    """The coach hears it the same minute, with the words and a way to answer."""
    told = await facts(work, row)
    how = [key for key, value in MOODS.items() if value == row.mood]
    body = outbox.line(
        "staff-checkin-attention",
        **{key: told[key] for key in ("name", "employer", "moment")},
        side=refs.text(f"meeting-side.{row.side}"),
        how=refs.text(f"checkin-mood.{how[0]}" if how else "staff-checkin-attention.silent"),
        topic=refs.text(f"staff-checkin-topic.{row.answers.get('topic') or 'none'}"),
        words=refs.kept("check-in", row.id) if row.words else refs.words("–"),
    )
    body = body.with_buttons(
        message.opens("relay", refs.text("relay-answer"), placement.jobseeker_id),
        message.opens("settle", refs.text("staff-checkin-attention.settle"), row.id),
    )
    for staff_id in await caseload.of_placement(work, placement):
        outbox.tell(work, staff_id, body, kind="promise")


async def _log(
    work: Work,
    row: CheckIn,
    placement: Placement,
    kind: str,
    actor: int | None,
    words: str = "",
    **codes: Any,
) -> None:
    await events.log(
        work,
        kind,
        actor=actor,
        about=placement.jobseeker_id,
        subject=("placement", row.placement_id),
        words=words,
        side=row.side,
        moment=row.moment,
        **codes,
    )
