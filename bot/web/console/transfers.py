"""Handing a jobseeker over to another team: asked by a coach, decided by the team's lead."""

from __future__ import annotations

from aiohttp import web

from bot.web.console.page import did, given, number
from services import rights
from services.jobseekers import transfers
from services.refused import RefusedError
from services.rights import Viewer
from services.store.models import Jobseeker
from services.understanding import guard
from services.unit_of_work import Work


async def _guided(request: web.Request, work: Work, who: Viewer) -> int:
    row = await work.get(Jobseeker, number(request))
    if not rights.may_change_jobseeker(who, row):
        raise LookupError("not yours")
    return row.person_id


async def ask(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """To which team, and why; a lead does it at once."""
    person_id = await _guided(request, work, who)
    row = await work.get(Jobseeker, person_id)
    if await given(request, "shown") != row.team:
        raise RefusedError("changed")
    words = guard.check(await given(request, "words", 500), own_contact=True).clean
    team = await given(request, "team")
    if await transfers.ask(work, person_id, team, who=who, words=words):
        return did("/console/werkzoekenden", "handed", person_id)
    return did(f"/console/werkzoekenden/{person_id}", "asked", person_id)


async def decide(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Yes or no to the question that was shown."""
    person_id = await _guided(request, work, who)
    to, shown = await given(request, "to"), await given(request, "shown", 9)
    if to not in ("yes", "no") or not shown.isdecimal():
        raise web.HTTPBadRequest
    await transfers.decide(work, person_id, int(shown), yes=to == "yes", who=who)
    if to == "yes":
        return did("/console/werkzoekenden", "handed", person_id)
    return did(f"/console/werkzoekenden/{person_id}", "kept", person_id)
