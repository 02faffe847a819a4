"""Afspraken about a match: planned, moved, called off, and how it went.

Names were exchanged before (who-sees-what), so both sides may read who, where and when. Both are
told at once, with a file for their calendar; what came of it is recorded by staff.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from sqlmodel import col, select

from services import agreed, caseload, events, matches, texts
from services.matches import calendar_file
from services.matches.calendar_file import Appointment, Host
from services.messages import message, naming, outbox
from services.messages.message import Line
from services.refused import RefusedError
from services.store.models import Contact, Employer, Event, Match, Meeting, Person, Vacancy
from services.texts import refs, render
from services.unit_of_work import Work

KINDS = ("visit", "call", "video", "trial")  # trial: a day of meelopen
PLANNED, HELD, CANCELLED = "planned", "held", "cancelled"
MOODS = {"good": 5, "maybe": 3, "no": 1}  # how each side felt about it; "missed": it was not held
REASONS = ("work", "hours", "travel", "click", "other_choice", "other")
OUTCOMES = ("go_on", "not_placed", "missed")
STAFF = 0  # facts as staff read them: about the jobseeker
LONGEST = 12 * 60  # minutes
AGREED = ("invited", "met")


async def plan(
    work: Work,
    match_id: int,
    *,
    actor: int,
    starts: datetime,
    minutes: int = 60,
    kind: str = "visit",
    place: str = "",
    words: str = "",
    known: int | None = None,
) -> Meeting:
    """Plan an appointment about a match and tell both sides at once.

    `starts` is aware and lies ahead; `place` is an address, a number or a link. The actor is staff
    whom the match concerns, or the employer. `known` is how many appointments the actor was shown.
    Raises RefusedError: "rights"; "step" while names were not exchanged; "changed" when somebody
    made another one meanwhile; "time" for a moment, length or kind that cannot be.
    """
    match = await work.take(Match, match_id)
    await _allowed(work, match, actor)
    if match.state not in AGREED or match.agreed is None:
        raise RefusedError("step")
    _sensible(work, starts, minutes, kind)
    if known is not None and known != len(await of_match(work, match_id)):
        raise RefusedError("changed")
    meeting = Meeting(
        match_id=match_id,
        starts=starts,
        minutes=minutes,
        kind=kind,
        place=place or None,
        words=words or None,
        created=work.now,
        created_by=actor,
        updated=work.now,
    )
    work.tx.add(meeting)
    await work.tx.flush()
    await _tell(work, meeting, match, "planned", actor)
    return meeting


async def change(
    work: Work,
    meeting_id: int,
    *,
    actor: int,
    starts: datetime | None = None,
    minutes: int | None = None,
    kind: str | None = None,
    place: str | None = None,
    words: str | None = None,
    expected: int | None = None,
) -> Meeting:
    """Move an appointment or say more about it; what is None stays. Both sides hear it at once.

    `expected` is the sequence the actor was shown; RefusedError("changed") when it moved meanwhile.
    """
    meeting, match = await _planned(work, meeting_id, expected)
    await _allowed(work, match, actor)
    starts, minutes = starts or meeting.starts, minutes or meeting.minutes
    kind = kind or meeting.kind
    _sensible(work, starts, minutes, kind)
    meeting.starts, meeting.minutes, meeting.kind = starts, minutes, kind
    meeting.place = meeting.place if place is None else place or None
    meeting.words = meeting.words if words is None else words or None
    await _again(work, meeting, match, "changed", actor)
    return meeting


async def cancel(
    work: Work, meeting_id: int, *, actor: int, words: str = "", expected: int | None = None
) -> Meeting:
    """Call an appointment off: by either side, or by staff. Both hear it; the match goes on."""
    meeting, match = await _planned(work, meeting_id, expected)
    if actor != match.jobseeker_id:
        await _allowed(work, match, actor)
    meeting.status = CANCELLED
    await _again(work, meeting, match, "cancelled", actor, words)
    return meeting


async def ask_other(work: Work, meeting_id: int, words: str, *, actor: int) -> None:
    """Another moment suits better: staff read it at once and move the appointment."""
    meeting, match = await _planned(work, meeting_id)
    side = await side_of(work, meeting, actor)
    event = await _log(work, meeting, match, "other-asked", actor, words, side=side)
    told = await facts(work, meeting, STAFF)
    body = outbox.line(
        "staff-meeting-other",
        **told,
        side=refs.text(f"meeting-side.{side}"),
        words=refs.kept("remark", event.id),
    )
    body = body.with_buttons(message.opens("relay", refs.text("relay-answer"), actor))
    for staff_id in await _staff(work, match):
        outbox.tell(work, staff_id, body, kind="promise")


async def cancel_all(work: Work, match_id: int) -> None:
    """The match ended before they met: what was planned is off, and both sides hear it."""
    match = await work.get(Match, match_id)
    for meeting in await of_match(work, match_id):
        if meeting.status == PLANNED and meeting.starts > work.now:
            meeting.status = CANCELLED
            await _again(work, meeting, match, "cancelled", None)


async def of_match(work: Work, match_id: int) -> Sequence[Meeting]:
    """All appointments about a match, in the order in which they are held."""
    query = select(Meeting).where(Meeting.match_id == match_id)
    return (await work.tx.exec(query.order_by(col(Meeting.starts), col(Meeting.id)))).all()


async def upcoming(work: Work, person_id: int) -> Sequence[Meeting]:
    """What is still to come for a jobseeker or for somebody who speaks for an employer."""
    query = (
        select(Meeting)
        .join(Match, col(Match.id) == col(Meeting.match_id))
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
        .where(
            (col(Match.jobseeker_id) == person_id)
            | col(Vacancy.employer_id).in_(
                select(Contact.employer_id).where(Contact.person_id == person_id)
            )
        )
        .where(Meeting.status == PLANNED, col(Meeting.starts) > work.now)
        .order_by(col(Meeting.starts), col(Meeting.id))
    )
    return (await work.tx.exec(query)).all()


async def side_of(work: Work, meeting: Meeting, person_id: int) -> str:
    """Who somebody is here: jobseeker, employer or staff; PermissionError for anybody else."""
    match = await work.get(Match, meeting.match_id)
    for side in (matches.JOBSEEKER, matches.EMPLOYER, matches.STAFF):
        if await matches.concerns(work, match, person_id, side):
            return side
    raise PermissionError("not their appointment")


async def felt(
    work: Work, meeting_id: int, *, actor: int, mood: str, reason: str = "", words: str = ""
) -> Meeting:
    """How it went according to one side: a key of MOODS, or "missed". Staff hear it at once.

    Raises PermissionError for somebody who was not there, RefusedError for an unknown answer.
    """
    meeting = await work.take(Meeting, meeting_id)
    side = await side_of(work, meeting, actor)
    if side == matches.STAFF or mood not in (*MOODS, "missed"):
        raise RefusedError("step")
    given = {"mood": MOODS.get(mood), "how": mood, "reason": reason, "at": work.now.isoformat()}
    meeting.answers = {**meeting.answers, side: given}
    match = await work.get(Match, meeting.match_id)
    event = await _log(
        work, meeting, match, "felt", actor, words, side=side, mood=mood, reason=reason
    )
    body = outbox.line(
        "meeting-felt",
        **await facts(work, meeting, STAFF),
        side=refs.text(f"meeting-side.{side}"),
        how=refs.text(f"after-meeting-mood.{mood}"),
        reason=refs.text(f"meeting-felt-reason.{reason or 'none'}"),
        words=refs.kept("remark", event.id) if words else refs.words("–"),
    )
    label = refs.text("meeting-felt-reason.outcome")
    body = body.with_buttons(message.opens("outcome", label, meeting_id))
    for staff_id in await _staff(work, match):
        outbox.tell(work, staff_id, body)
    return meeting


async def record(
    work: Work, meeting_id: int, *, actor: int, outcome: str, reason: str = "", words: str = ""
) -> Match:
    """Staff record what came of it: one of OUTCOMES.

    "go_on": they met and both want to go on; "not_placed": they met and it ends here (`reason` of
    matches.REASONS["not_placed"]); "missed": it was not held, the match stays where it is.
    """
    meeting = await work.take(Meeting, meeting_id)
    match = await work.get(Match, meeting.match_id)
    if not await matches.concerns(work, match, actor, matches.STAFF):
        raise RefusedError("rights")
    ended = meeting.status == HELD and outcome == "not_placed"  # they met, and it ends after all
    if outcome not in OUTCOMES or not (meeting.status == PLANNED or ended):
        raise RefusedError("decided")
    if outcome == "not_placed" and reason not in matches.REASONS["not_placed"]:
        raise RefusedError("reason")
    meeting.status, meeting.updated = (CANCELLED if outcome == "missed" else HELD), work.now
    await _log(work, meeting, match, "recorded", actor, words, outcome=outcome)
    await outbox.close_dialogs(work, ("outcome",), meeting_id)
    if outcome == "missed":
        return match
    if match.state == "invited":
        match = await matches.move(work, meeting.match_id, "met", actor=actor)
    if outcome == "not_placed":
        match = await matches.move(work, meeting.match_id, "not_placed", actor=actor, reason=reason)
    return match


async def facts(work: Work, meeting: Meeting, person_id: int) -> dict[str, Any]:
    """What texts say of an appointment to one of its people: whom they meet, when and where."""
    match = await work.get(Match, meeting.match_id)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    employer = await work.get(Employer, vacancy.employer_id)
    mine = person_id == match.jobseeker_id
    return {
        "title": refs.words(vacancy.title),
        "company": refs.words(employer.name),
        "who": refs.words(employer.name) if mine else refs.full_name(match.jobseeker_id),
        "when": refs.moment(meeting.starts),
        "minutes": meeting.minutes,
        "kind": refs.text(f"meeting-kind.{meeting.kind}"),
        "where": refs.kept("meeting-place", meeting.id)
        if meeting.place
        else refs.text("meeting-no-place"),
    }


async def calendar(work: Work, meeting: Meeting, person_id: int) -> bytes:
    """The appointment as a calendar file in the language of who gets it (RFC 5545 and 5546)."""
    side = await side_of(work, meeting, person_id)  # nobody else gets one
    reader = await work.get(Person, person_id)
    told = await naming.in_words(work, await facts(work, meeting, person_id), reader=person_id)
    text = "meeting-calendar-staff" if side == matches.STAFF else "meeting-calendar"
    door = work.region.front_door
    return calendar_file.published(
        Appointment(
            uid=uid(work, meeting),
            sequence=meeting.sequence,
            starts=meeting.starts,
            minutes=meeting.minutes,
            written=meeting.updated,
            summary=render.line(reader.voice, text, told),
            place=meeting.place or "",
            words=meeting.words or texts.text(reader.voice, f"meeting-kind.{meeting.kind}"),
            host=Host(door.name, door.email),
            cancelled=meeting.status == CANCELLED,
        )
    )


def uid(work: Work, meeting: Meeting) -> str:
    """By which calendars know an appointment: its number alone may be given away again (SQLite)."""
    made = f"{meeting.id}-{int(meeting.created.timestamp())}"
    return f"meeting-{made}@{urlsplit(work.public_url).hostname or 'werklijn'}"


async def _planned(
    work: Work, meeting_id: int, expected: int | None = None
) -> tuple[Meeting, Match]:
    meeting = await work.take(Meeting, meeting_id)
    match = await work.get(Match, meeting.match_id)
    if meeting.status != PLANNED:
        raise RefusedError("decided")
    if expected not in (None, meeting.sequence):
        raise RefusedError("changed")
    return meeting, match


async def _allowed(work: Work, match: Match, actor: int) -> None:
    for side in (matches.STAFF, matches.EMPLOYER):
        if await matches.concerns(work, match, actor, side):
            return
    raise RefusedError("rights")


def _sensible(work: Work, starts: datetime, minutes: int, kind: str) -> None:
    if starts <= work.now or not 5 <= minutes <= LONGEST or kind not in KINDS:
        raise RefusedError("time")


async def _again(
    work: Work, meeting: Meeting, match: Match, what: str, actor: int | None, words: str = ""
) -> None:
    meeting.sequence, meeting.updated = meeting.sequence + 1, work.now
    await _tell(work, meeting, match, what, actor, words)


async def _tell(
    work: Work, meeting: Meeting, match: Match, what: str, actor: int | None, words: str = ""
) -> None:
    """Both sides at once, with the file for their calendar; staff who did not do it read along."""
    await _log(work, meeting, match, what, actor, words)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    for person_id in (match.jobseeker_id, vacancy.contact_id):
        told = await facts(work, meeting, person_id)
        body = outbox.line(f"meeting-{what}", **told)
        if meeting.words and what != CANCELLED:
            said = {"words": refs.kept("meeting", meeting.id)}
            body = body.and_lines(Line("meeting-words", said))
        if person_id == vacancy.contact_id and agreed.by_phone(vacancy):
            await agreed.call(work, vacancy, body.lines)
        else:
            file = replace(body, file="calendar", subject=meeting.id or 0)
            outbox.tell(work, person_id, file, kind="promise")
    for staff_id in await _staff(work, match):
        if staff_id != actor:
            told = await facts(work, meeting, staff_id)
            outbox.tell(work, staff_id, outbox.line(f"staff-meeting-{what}", **told))


async def _staff(work: Work, match: Match) -> list[int]:
    return await caseload.of_match(work, match)


async def _log(
    work: Work,
    meeting: Meeting,
    match: Match,
    what: str,
    actor: int | None,
    words: str = "",
    **codes: Any,
) -> Event:
    return await events.log(
        work,
        f"meeting-{what}",
        actor=actor,
        about=match.jobseeker_id,
        subject=("match", match.id or 0),
        words=words,
        meeting=meeting.id,
        **codes,
    )
