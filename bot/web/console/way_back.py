"""A way back by the coach: somebody lost her conversation and has no other way in.

First what to check about who she is, without a BSN; then a code that works once, for a quarter of
an hour. Only her own coach makes one, who may read the conversation anyway.
"""

from __future__ import annotations

from aiohttp import web
from markupsafe import Markup

from bot.web.console.page import number, page
from services import rights
from services.access import links, sessions
from services.rights import Viewer
from services.store.models import Jobseeker, Person
from services.unit_of_work import Work


async def _hers(request: web.Request, work: Work, who: Viewer) -> Person:
    """Somebody whom this coach may let in again; LookupError otherwise."""
    row = await work.get(Jobseeker, number(request))
    person = await work.get(Person, row.person_id)
    if not rights.may_give_way_back(who, row) or person.erased is not None:
        raise LookupError("not yours")
    return person


async def check(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """What to check before anything is made."""
    person = await _hers(request, work, who)
    return await page(request, work, who, "console/way_back.html", _context(person))


def _context(person: Person, *, missing: bool = False) -> dict[str, object]:
    return {"person": person, "missing": missing, "ways": links.CHECKED[: 2 if person.phone else 1]}


async def make(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """She was recognised: the code, to show or to say."""
    person = await _hers(request, work, who)
    form = await request.post()
    how = str(form.get("how", ""))
    if form.get("checked") != "yes" or how not in links.CHECKED:
        context = _context(person, missing=True)
        return await page(request, work, who, "console/way_back.html", context, status=400)
    url, code = await links.way_back(work, person.id or 0, who.person_id, how)
    await work.tx.flush()
    context = {
        "person": person,
        "url": url,
        "code": f"{code[:4]} {code[4:]}",
        "picture": Markup(sessions.picture(url)),  # noqa: S704 - an SVG of our own making,
        "what": "desk-way-back-made",
        "back": (f"/console/werkzoekenden/{person.id}", "desk-to-file"),
    }
    return await page(request, work, who, "console/elsewhere.html", context)
