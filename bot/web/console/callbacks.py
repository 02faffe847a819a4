"""What somebody asks a person to do: to be called, and how they would rather hear from us."""

from __future__ import annotations

from aiohttp import web

from bot.web.console.page import did, given, number, page
from services import callbacks, rights
from services.console import looked
from services.console.callbacks import call_file
from services.refused import RefusedError
from services.rights import Viewer
from services.store.models import Jobseeker
from services.unit_of_work import Work

HOW = ("reached", "missed")


async def file(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Whom to call, on which number and when."""
    found = await call_file(work, who, number(request))
    await looked(work, who, found.row.person_id)
    when = callbacks.said(found.row.slot, work.today)
    context = {"file": found, "when": when, "how": HOW}
    return await page(request, work, who, "console/request.html", context)


async def called(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """One press: called, or not reached and tried again."""
    found = await call_file(work, who, number(request))
    how = await given(request, "how")
    if how not in HOW:
        raise web.HTTPBadRequest
    if found.row.done is not None:
        raise RefusedError("decided")
    await callbacks.settle(work, found.row, how, who.person_id)
    return did("/console", "spoken" if how == "reached" else "notreached", found.row.id or 0)


async def rather(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """She would rather be called than written to: on or off."""
    row = await work.get(Jobseeker, number(request))
    if not rights.may_change_jobseeker(who, row):
        raise LookupError("not yours")
    wanted = await given(request, "wanted") == "yes"
    await callbacks.prefer(work, row.person_id, wanted, who.person_id)
    done = "ratheron" if wanted else "ratheroff"
    return did(f"/console/werkzoekenden/{row.person_id}", done, row.person_id)
