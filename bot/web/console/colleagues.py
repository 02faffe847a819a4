"""A colleague: what they look after, when they are away, their role, and leaving."""

from __future__ import annotations

import re
from collections.abc import Collection

from aiohttp import web

from bot.web.console.page import did, number, page
from bot.web.forms import NO_PROBLEM, Filled, Problem, WrongError, demand, filled, problem
from services import rights
from services.refused import RefusedError
from services.rights import Viewer
from services.staff import colleagues, handover
from services.store.models import Absence, Person, Staff
from services.unit_of_work import Work

HERE = "/console/beheer"
NUMBER = re.compile(r"[0-9]{1,9}")


async def _colleague(request: web.Request, work: Work, who: Viewer) -> Staff:
    """The colleague of this address, for whoever may arrange something for them."""
    staff = await work.get(Staff, number(request))
    if not rights.may_set_absence(who, staff):
        raise LookupError("not yours")
    return staff


async def file(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Everything about one colleague."""
    return await shown(request, work, who, await _colleague(request, work, who))


async def shown(
    request: web.Request, work: Work, who: Viewer, staff: Staff, wrong: Problem = NO_PROBLEM
) -> web.Response:
    """The page; with a problem, the form that came back says what to do."""
    others = await handover.could_take(work, staff.person_id)
    ids = [each.person_id for each, _ in others]
    away = await handover.absences(work, [staff.person_id, *ids])
    names = {each.person_id: person.name or "?" for each, person in others}
    context = {
        "staff": staff,
        "person": await work.get(Person, staff.person_id),
        "others": others,
        "loads": await handover.loads(work, [staff.person_id, *ids]),
        "away": [each for each in away if each.person_id == staff.person_id],
        "away_now": {each.person_id for each in away if each.starts <= work.today},
        "names": names,
        "roles": colleagues.ROLES,
        "administers": rights.may_administer(who),
        "arranges": rights.may_arrange(who, staff),
        "today": work.today,
        "problem": wrong,
    }
    status = 422 if wrong.form else 200
    return await page(request, work, who, "console/colleague.html", context, status=status)


async def away(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """From when to when somebody is away, and who stands in."""
    staff = await _colleague(request, work, who)
    given = await filled(request, work.today)
    try:
        starts, ends = given.day("first"), given.day("last")
        demand(ends >= starts, "last", "wrong-last-day")
        demand(ends >= work.today, "last", "wrong-last-day")
        cover = await _cover(work, staff, given)
    except WrongError as wrong:
        return await shown(request, work, who, staff, problem("away", wrong, given))
    await handover.away(work, staff.person_id, starts, ends, cover, actor=who.person_id)
    return did(f"{HERE}/{staff.person_id}", "away", staff.person_id)


async def _cover(work: Work, staff: Staff, given: Filled) -> int | None:
    """Who stands in: a colleague who could, or nobody (then the team does)."""
    known = [str(each.person_id) for each, _ in await handover.could_take(work, staff.person_id)]
    said = given.one_of("cover", ["", *known])
    return int(said) if said else None


async def back(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """An absence is off."""
    row = await work.get(Absence, number(request))
    if not rights.may_set_absence(who, await work.get(Staff, row.person_id)):
        raise LookupError("not yours")
    person_id = row.person_id
    await work.tx.delete(row)
    return did(f"{HERE}/{person_id}", "notaway", person_id)


async def _takers(request: web.Request) -> Collection[int]:
    """The colleagues that were ticked."""
    said = (await request.post()).getall("taker", [])
    return {
        int(each) for each in said if isinstance(each, str) and each.isdecimal() and len(each) < 10
    }


async def hand_over(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """What this colleague looks after goes to others, all at once."""
    staff = await _arranged(request, work, who)
    takers = await _takers(request)
    if not takers:
        return await shown(request, work, who, staff, Problem("hand", "taker", "wrong-choice"))
    await handover.hand_over(work, staff.person_id, takers, actor=who.person_id)
    return did(f"{HERE}/{staff.person_id}", "handedall", staff.person_id)


async def place(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Another role, team or lead."""
    staff = await _arranged(request, work, who, administrator=True)
    posted = await request.post()
    role, team = str(posted.get("role", "")), str(posted.get("team", ""))
    await colleagues.change_place(
        work,
        staff.person_id,
        role=role,
        team=team,
        lead=posted.get("lead") == "yes",
        takers=await _takers(request),
        actor=who.person_id,
    )
    return did(f"{HERE}/{staff.person_id}", "placechanged", staff.person_id)


async def stop(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """A colleague leaves; who was ticked takes over, else the teams do."""
    staff = await _arranged(request, work, who, administrator=True)
    await colleagues.stop_access(work, staff.person_id, who.person_id, await _takers(request))
    return did(f"{HERE}/{staff.person_id}", "stopped", staff.person_id)


async def _arranged(
    request: web.Request, work: Work, who: Viewer, *, administrator: bool = False
) -> Staff:
    """A colleague that this viewer arranges for; not oneself where only another may."""
    staff = await _colleague(request, work, who)
    may = rights.may_administer(who) if administrator else rights.may_arrange(who, staff)
    if not may:
        raise LookupError("not yours")
    if administrator and staff.person_id == who.person_id:
        raise RefusedError("step")  # nobody locks the last door behind themselves
    return staff
