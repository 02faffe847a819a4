"""Vacatures and werkgevers: the board, a vacancy, and checking that an employer is real."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from aiohttp import web

from bot.web import console_views
from bot.web.desk import did, given, number, page, pages_of, part
from bot.web.pages import see_other
from services import desk, employers, rights, vacancies
from services.rights import Viewer
from services.store.models import Employer
from services.work import Work

STATES = desk.board.STATES
KEPT = console_views.KEPT[console_views.VACANCIES]
FIELDS = (
    *("occupation", "place", "hours", "times", "start", "wage", "contract", "must", "nice"),
    *("licences", "dutch", "level", "positions", "conditions", "open_to"),
)
SPOKEN: Mapping[str, str] = {"licences": "licence"}  # what the advert's answer is called
AGREED = ("channel", "manner", "preselection", "candidates", "expires", "interval")


async def board(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The vacancies of a state, searched, filtered and ordered by the address."""
    if who.role not in rights.CASEWORK:
        raise LookupError("not yours")
    rows = await desk.vacancies(work, who)
    here = _asked(request)
    found = desk.board.chosen(
        rows,
        work.today,
        state=here["toon"],
        only=here["alleen"],
        search=here["zoek"],
        order=here["volgorde"],
    )
    context = {
        "rows": part(request, found),
        "total": len(found),
        "pages": pages_of(request, len(found)),
        "states": [
            (state, sum(row.status == state for row in rows), _address({**here, "toon": state}))
            for state in STATES
        ],
        "here": here,
        "filters": desk.board.FILTERS,
        "orders": desk.board.ORDERS,
        "views": await desk.views.saved(work, who.person_id, console_views.VACANCIES),
    }
    return await page(request, work, who, "console/vacancies.html", context)


def _asked(request: web.Request) -> dict[str, str]:
    """What the address asks for; what it cannot mean is the usual."""
    asked = {name: request.query.get(name, "").strip() for name in KEPT}
    asked["toon"] = asked["toon"] if asked["toon"] in STATES else "open"
    asked["alleen"] = asked["alleen"] if asked["alleen"] in desk.board.FILTERS else "all"
    asked["volgorde"] = asked["volgorde"] if asked["volgorde"] in desk.board.ORDERS else ""
    return asked


def _address(asked: Mapping[str, str]) -> str:
    return "/console/vacatures?" + urlencode({name: said for name, said in asked.items() if said})


async def file(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """A vacancy with the words its demands were read from."""
    found = await desk.vacancy_file(work, who, number(request))
    evidence = found.row.evidence or {}
    demands = [
        (
            f,
            vacancies.shown(f, found.row.demands[f]),
            evidence.get(SPOKEN.get(f, f)),
        )
        for f in FIELDS
        if found.row.demands.get(f) or (f == "licences" and f in found.row.demands)
    ]
    agreed = [
        (f, vacancies.shown(f, found.row.agreement[f]))
        for f in AGREED
        if found.row.agreement.get(f) is not None
    ]
    context = {
        "file": found,
        "demands": demands,
        "agreed": agreed,
        "due": vacancies.due(found.row),
    }
    return await page(request, work, who, "console/vacancy.html", context)


async def close(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Filled or closed: open matches end for that reason."""
    found = await desk.vacancy_file(work, who, number(request))
    status = await given(request, "status")
    if not found.may_manage or status not in ("filled", "closed"):
        raise LookupError("not yours")
    await vacancies.close(work, number(request), status, who.person_id)
    return did(f"/console/vacatures/{found.row.id}", status, number(request))


async def reopen(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Take back a closing."""
    found = await desk.vacancy_file(work, who, number(request))
    if not found.may_manage:
        raise LookupError("not yours")
    await vacancies.reopen(work, number(request), who.person_id)
    return did(f"/console/vacatures/{found.row.id}", "open", number(request))


async def employer(request: web.Request, work: Work, who: Viewer) -> web.Response:
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
