"""Somebody whom no message on the web reached: told otherwise by a colleague."""

from __future__ import annotations

from aiohttp import web

from bot.web.console.page import did, given, number
from services import employers, rights
from services.followup import reach
from services.rights import Viewer
from services.store.models import Employer, Jobseeker
from services.unit_of_work import Work


async def jobseeker(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """A jobseeker was spoken to, written to, or shown another way in."""
    row = await work.get(Jobseeker, number(request))
    if not rights.may_change_jobseeker(who, row):
        raise LookupError("not yours")
    await reach.settle(work, row.person_id, await _how(request), who.person_id)
    return did(f"/console/werkzoekenden/{row.person_id}", "reached", row.person_id)


async def contact(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The same of who speaks for an employer."""
    row, person_id = await work.get(Employer, number(request)), int(request.match_info["person"])
    theirs = await employers.contacts(work, row.id or 0)
    if not rights.may_manage_employer(who, row) or person_id not in theirs:
        raise LookupError("not yours")
    await reach.settle(work, person_id, await _how(request), who.person_id)
    return did(f"/console/werkgevers/{row.id}", "reached", person_id)


async def _how(request: web.Request) -> str:
    how = await given(request, "how")
    if how not in reach.HOW:
        raise web.HTTPBadRequest
    return how
