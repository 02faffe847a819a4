"""For the administrator: who came in and whom they saw, and what to do at a data breach."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from aiohttp import web

from bot.web.console.page import number, page
from bot.web.pages import see_other
from services import audit, rights
from services.access import breach
from services.rights import Viewer
from services.unit_of_work import Work

MOST = 200
DAYS = (1, 7, 30, 365)


def _only_administrator(who: Viewer) -> None:
    if not rights.may_administer(who):
        raise LookupError("not yours")


def _since(request: web.Request, work: Work) -> tuple[int, datetime]:
    asked = request.query.get("dagen", "")
    days = int(asked) if asked in map(str, DAYS) else DAYS[1]
    return days, work.now.astimezone(UTC) - timedelta(days=days)


def _account(request: web.Request, name: str = "account") -> int | None:
    asked = request.query.get(name, "").strip()
    return int(asked) if re.fullmatch(r"[0-9]{1,9}", asked) else None


async def log(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The audit log, newest last; by kind, account, who was looked at and days."""
    _only_administrator(who)
    days, since = _since(request, work)
    kind = request.query.get("soort", "")
    kind, account = kind if kind in audit.KINDS else "", _account(request)
    person = _account(request, "persoon")
    given = {"kind": kind, "actor": account, "person": person}
    context = {
        "rows": await audit.found(work, since=since, **given, most=MOST),  # type: ignore[arg-type]
        "person": person or "",
        "most": MOST,
        "kinds": audit.KINDS,
        "kind": kind,
        "account": account or "",
        "periods": DAYS,
        "days": days,
    }
    return await page(request, work, who, "console/audit.html", context)


async def _reached(request: web.Request, work: Work) -> tuple[breach.Suspect, list[breach.Reached]]:
    _, since = _since(request, work)
    code, ip = (request.query.get(name, "").strip()[:100] for name in ("code", "adres"))
    suspect = await breach.suspect(work, account=_account(request), code=code, ip=ip)
    return suspect, await breach.reached(work, suspect, since) if suspect.known else []


async def breached(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Whom an account, a code or an address reached; the duty of 72 hours; the lock."""
    _only_administrator(who)
    suspect, found = await _reached(request, work)
    context = {
        "found": found,
        "asked": suspect.known,
        "account": suspect.account or "",
        "code": request.query.get("code", ""),
        "address": request.query.get("adres", ""),
        "periods": DAYS,
        "days": _since(request, work)[0],
        "query": request.query_string,
        "locked": "dicht" in request.query,
    }
    return await page(request, work, who, "console/breach.html", context)


async def listed(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The same list to take along, tab-separated: numbers, no names."""
    _only_administrator(who)
    _, found = await _reached(request, work)
    lines = ("\t".join(breach.cells(each)) for each in found)
    headers = {"Content-Disposition": 'attachment; filename="datalek.txt"'}
    return web.Response(text="\n".join(lines) + "\n", headers=headers)


async def lock(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Shut an account at once."""
    _only_administrator(who)
    if number(request) == who.person_id:
        raise web.HTTPBadRequest  # nobody locks the last door behind themselves
    await breach.lock(work, number(request), who.person_id)
    return see_other(f"/console/beheer/datalek?account={number(request)}&dicht=1")
