"""An appointment with somebody who was erased: off for everybody, told without a word about her.

Its row goes with her, so what a calendar needs to find it again and strike it out is kept in the
message itself: its uid, its number and when it was. Nothing of her is in it, not even where they
would have met, because that may be her telephone number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from services import agreed, caseload
from services.matches import calendar_file, meetings
from services.matches.calendar_file import Appointment, Host
from services.messages import message, outbox
from services.store.models import Match, Meeting, Message, Person, Vacancy
from services.texts import refs, render
from services.unit_of_work import Work


async def for_good(work: Work, match_id: int) -> list[message.Message]:
    """Call off what was still to come; the employer and staff hear it.

    Returns what is to be told to the jobseeker, as message bodies: her own messages go meanwhile.
    """
    match = await work.get(Match, match_id)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    bodies = []
    for meeting in await meetings.of_match(work, match_id):
        if meeting.status != meetings.PLANNED or meeting.starts <= work.now:
            continue
        meeting.status = meetings.CANCELLED
        told = {"title": refs.words(vacancy.title), "when": refs.moment(meeting.starts)}
        body = replace(
            outbox.line("meeting-off", **told),
            file="calendar",
            subject=meeting.id or 0,
            off=_kept(work, meeting, vacancy),
        )
        await agreed.tell(work, vacancy, body)
        for staff_id in await caseload.of_match(work, match):
            outbox.tell(work, staff_id, outbox.line("staff-meeting-off", **told))
        bodies.append(body)
    return bodies


def _kept(work: Work, meeting: Meeting, vacancy: Vacancy) -> dict[str, Any]:
    return {
        "uid": meetings.uid(work, meeting),
        "sequence": meeting.sequence + 1,
        "starts": meeting.starts.isoformat(),
        "minutes": meeting.minutes,
        "written": work.now.isoformat(),
        "title": vacancy.title,
    }


async def calendar(work: Work, person_id: int, off: Mapping[str, Any]) -> bytes:
    """METHOD:CANCEL for the calendar of whoever still has it (RFC 5546)."""
    reader = await work.get(Person, person_id)
    door = work.region.front_door
    title = {"title": refs.words(off["title"])}
    return calendar_file.published(
        Appointment(
            uid=off["uid"],
            sequence=off["sequence"],
            starts=datetime.fromisoformat(off["starts"]),
            minutes=off["minutes"],
            written=datetime.fromisoformat(off["written"]),
            summary=render.line(reader.voice, "meeting-off-calendar", title),
            host=Host(door.name, door.email),
            cancelled=True,
        )
    )


async def told_to(work: Work, person_id: int, meeting_id: int) -> Mapping[str, Any] | None:
    """What somebody was told of an appointment that is gone: theirs alone to fetch."""
    query = select(Message).where(Message.person_id == person_id, col(Message.ours))
    for row in (await work.tx.exec(query.order_by(col(Message.id).desc()))).all():
        body = row.body or {}
        if body.get("subject") == meeting_id and "off" in body:
            off: Mapping[str, Any] = body["off"]
            return off
    return None
