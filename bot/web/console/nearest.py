"""Kansen: looking for work from one jobseeker's side, when nothing fits by itself."""

from __future__ import annotations

from aiohttp import web

from bot.web.console.page import given, number, page
from bot.web.pages import see_other
from services import console, rights
from services.matches import nearest, proposals
from services.rights import Viewer
from services.store.models import Jobseeker, Person
from services.unit_of_work import Work

NEAREST, HIRED = 8, 6


async def file(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Vacancies that come near with what stands between, and who hired such people before."""
    row = await work.get(Jobseeker, number(request))
    if not rights.may_see_jobseeker(who, row):
        raise LookupError("not yours")
    await console.looked(work, who, row.person_id)
    context = {
        "person": await work.get(Person, row.person_id),
        "near": await nearest.nearest(work, row, NEAREST),
        "hired": await nearest.hired(work, row, HIRED),
        "years": nearest.HIRED_WITHIN.days // 365,
        "may_propose": rights.may_change_jobseeker(who, row) and row.status == "open",
        "wanted": bool(row.profile.get("wanted") or row.profile.get("done")),
    }
    return await page(request, work, who, "console/nearest.html", context)


async def propose(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Make a match of a vacancy that does not fit by itself; it is decided on like every other."""
    row = await work.get(Jobseeker, number(request))
    if not rights.may_change_jobseeker(who, row):
        raise LookupError("not yours")
    vacancy = await given(request, "vacancy", 9)
    if not vacancy.isdecimal():
        raise web.HTTPBadRequest
    match = await proposals.by_staff(work, row.person_id, int(vacancy), who.person_id)
    return see_other(f"/console/matches/{match.id}")
