"""The aftercare of a placement: settle what asks for attention, answer what is asked of a coach."""

from __future__ import annotations

from aiohttp import web

from bot.web.console.page import did, number
from bot.web.console.placements import shown
from bot.web.forms import WrongError, filled, problem
from services import console
from services.placements import aftercare
from services.rights import Viewer
from services.store.models import CheckIn
from services.unit_of_work import Work


async def settle(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Something was done about a bad or missing answer; it can be taken back."""
    row = await _row(request, work, who)
    given = await filled(request, work.today)
    try:
        words = given.text("words")
    except WrongError as wrong:
        back = problem(f"settle-{row.id}", wrong, given)
        return await shown(request, work, who, row.placement_id, back)
    await aftercare.settle(work, row.id or 0, actor=who.person_id, words=words)
    return did(f"/console/plaatsingen/{row.placement_id}", "settled", row.id or 0)


async def unsettle(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Take that back: it waits for us again."""
    row = await _row(request, work, who)
    await aftercare.unsettle(work, row.id or 0, actor=who.person_id)
    return did(f"/console/plaatsingen/{row.placement_id}", "unsettled", row.id or 0)


async def answer(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """How it goes according to the coach."""
    row = await _row(request, work, who)
    given = await filled(request, work.today)
    try:
        mood, words = given.one_of("mood", aftercare.MOODS), given.text("words")
    except WrongError as wrong:
        back = problem(f"answer-{row.id}", wrong, given)
        return await shown(request, work, who, row.placement_id, back)
    await aftercare.answer(
        work,
        row.id or 0,
        actor=who.person_id,
        mood=aftercare.MOODS[mood],
        words=words,
        first=True,
    )
    return did(f"/console/plaatsingen/{row.placement_id}", "said", row.id or 0)


async def skip(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """No loonwaardemeting is needed, and why."""
    row = await _row(request, work, who)
    given = await filled(request, work.today)
    if row.moment != aftercare.WAGE_VALUE:
        raise LookupError("only a measurement can be left out")
    try:
        reason = given.one_of("reason", aftercare.NOT_NEEDED)
    except WrongError as wrong:
        back = problem(f"skip-{row.id}", wrong, given)
        return await shown(request, work, who, row.placement_id, back)
    await aftercare.skip(work, row.id or 0, actor=who.person_id, reason=reason)
    return did(f"/console/plaatsingen/{row.placement_id}", "skipped", row.id or 0)


async def _row(request: web.Request, work: Work, who: Viewer) -> CheckIn:
    """A question whose answer is for whoever looks after the jobseeker."""
    row = await work.get(CheckIn, number(request))
    if not (await console.placement_file(work, who, row.placement_id)).may_open:
        raise LookupError("not yours")
    return row
