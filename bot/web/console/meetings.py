"""Appointments about a match: planned, moved, called off, and what came of them."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from bot.web.console import matches as console_matches
from bot.web.console.page import did, number
from bot.web.forms import Filled, Problem, WrongError, demand, filled, problem, timely
from services import console, matches
from services.followup import calendar as calendar_days
from services.matches import meetings
from services.rights import Viewer
from services.store.models import Meeting
from services.unit_of_work import Work

PLACE_LONGEST = 200


async def plan(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Make an appointment; both sides get it with a file for their calendar."""
    match_id = number(request)
    await console.match_file(work, who, match_id)  # not yours is not there
    given = await filled(request, work.today)
    try:
        known = given.whole("known", 0, 999)
        with timely("day"):
            await meetings.plan(
                work, match_id, actor=who.person_id, known=known, **_appointment(given, work)
            )
    except WrongError as wrong:
        return await _back(request, work, who, match_id, problem("plan", wrong, given))
    return did(f"/console/matches/{match_id}", "planned", match_id)


async def change(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Move it, or say more about it."""
    meeting = await _meeting(request, work, who)
    given = await filled(request, work.today)
    try:
        with timely("day"):
            await meetings.change(
                work,
                meeting.id or 0,
                actor=who.person_id,
                expected=given.whole("shown", 0, 99_999),
                **_appointment(given, work),
            )
    except WrongError as wrong:
        back = problem(f"change-{meeting.id}", wrong, given)
        return await _back(request, work, who, meeting.match_id, back)
    return did(f"/console/matches/{meeting.match_id}", "moved", meeting.match_id)


async def cancel(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Call it off; both sides hear it, so it cannot be taken back."""
    meeting = await _meeting(request, work, who)
    given = await filled(request, work.today)
    try:
        words, seen = given.text("words"), given.whole("shown", 0, 99_999)
    except WrongError as wrong:
        back = problem(f"cancel-{meeting.id}", wrong, given)
        return await _back(request, work, who, meeting.match_id, back)
    await meetings.cancel(work, meeting.id or 0, actor=who.person_id, words=words, expected=seen)
    return did(f"/console/matches/{meeting.match_id}", "cancelled", meeting.match_id)


async def record(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """What came of it: they go on, it ends here and why, or it was not held."""
    meeting = await _meeting(request, work, who)
    given = await filled(request, work.today)
    try:
        outcome = given.one_of("outcome", meetings.OUTCOMES)
        ends = outcome == "not_placed"
        reason = given.one_of("reason", matches.REASONS["not_placed"]) if ends else ""
        words = given.text("words")
    except WrongError as wrong:
        back = problem(f"outcome-{meeting.id}", wrong, given)
        return await _back(request, work, who, meeting.match_id, back)
    await meetings.record(
        work,
        meeting.id or 0,
        actor=who.person_id,
        outcome=outcome,
        reason=reason,
        words=words,
    )
    return did(f"/console/matches/{meeting.match_id}", "recorded", meeting.match_id)


async def calendar(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The appointment as a file for one's own calendar."""
    meeting = await _meeting(request, work, who)
    return web.Response(
        body=await meetings.calendar(work, meeting, who.person_id),
        content_type="text/calendar",
        charset="utf-8",
        headers={"Content-Disposition": f'attachment; filename="afspraak-{meeting.id}.ics"'},
    )


async def _meeting(request: web.Request, work: Work, who: Viewer) -> Meeting:
    meeting = await work.get(Meeting, number(request))
    await console.match_file(work, who, meeting.match_id)  # not yours is not there
    return meeting


async def _back(
    request: web.Request, work: Work, who: Viewer, match_id: int, what: Problem
) -> web.Response:
    return await console_matches.shown(request, work, who, match_id, what)


def _appointment(given: Filled, work: Work) -> dict[str, Any]:
    """When, how long, what kind, where, and what to think of; an odd moment is asked about once."""
    starts = given.moment("day", "time")
    sure = given.fields.get("sure") == starts.isoformat()
    odd = starts > work.now and calendar_days.is_odd(work.region, starts)  # what is past is refused
    demand(sure or not odd, "sure", "wrong-odd")
    return {
        "starts": starts,
        "minutes": given.whole("minutes", 5, meetings.LONGEST),
        "kind": given.one_of("kind", meetings.KINDS),
        "place": given.text("place", PLACE_LONGEST),
        "words": given.text("words"),
    }
