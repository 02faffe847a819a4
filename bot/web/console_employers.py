"""Werkgevers: who they are, and checking that they are real."""

from __future__ import annotations

from aiohttp import web

from bot.web.desk import number, page
from bot.web.pages import see_other
from services import employers, rights
from services.rights import Viewer
from services.store.models import Employer
from services.work import Work


async def file(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """An employer, to be checked before anybody is shown to them (decision 7)."""
    row = await work.get(Employer, number(request))
    if who.role not in rights.CASEWORK:
        raise LookupError("not yours")
    context = {
        "employer": row,
        "facts": await employers.described(work, row),
        "vacancies": await employers.vacancies(work, row.id or 0),
        "may_manage": rights.may_manage_employer(who, row),
    }
    return await page(request, work, who, "console/employer.html", context)


async def verify(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Called and checked."""
    row = await work.get(Employer, number(request))
    if not rights.may_manage_employer(who, row):
        raise LookupError("not yours")
    await employers.verify(work, row.id or 0, who.person_id)
    return see_other(f"/console/werkgevers/{row.id}")
