"""A match: both sides beside each other, why it fits, and the decision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from aiohttp import web

from bot.web.console.live import state_of
from bot.web.console.page import DONE, did, given, number, page
from bot.web.forms import NO_PROBLEM, Filled, Problem
from bot.web.pages import see_other
from services import console, matches, placements
from services.clock import AMSTERDAM
from services.console import changed
from services.matches import meetings, old_demands
from services.refused import RefusedError
from services.rights import Viewer
from services.unit_of_work import Work

SIGNS = {
    "fits": ("yes", "✓"),
    "unknown": ("maybe", "?"),
    "gap": ("no", "–"),
    "learnable": ("learn", "↗"),
    "block": ("block", "✕"),
    "": ("free", "·"),
}
OUTCOMES: Mapping[str, tuple[str, ...]] = {
    "invited": ("met",),
    "met": ("not_placed",),
}  # work that begins is a placement
SNOOZE_DAYS = 1
LENGTHS = (30, 45, 60, 90, 120, 240, 480)  # minutes of an appointment
SECTORS = ("market", "government")


async def file(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The match with everything that bears on it."""
    return await shown(request, work, who, number(request))


async def shown(
    request: web.Request, work: Work, who: Viewer, match_id: int, problem: Problem = NO_PROBLEM
) -> web.Response:
    """The page of a match; with a problem, the form that came back says what to do."""
    found = await console.match_file(work, who, match_id)
    after = await console.after_match(work, who, found)
    steps = OUTCOMES.get(found.match.state, ()) if after.agreed else ()
    if found.match.state == "introduced" and found.may_answer:
        steps = ("invited", "rejected")  # what the employer said on the phone
    changes = await changed.of_match(work, found.match, found.vacancy) if found.may_decide else None
    context = {
        "file": found,
        "changed": changes,
        "means": changed.means(changes) if changes else None,
        "after": after,
        "state": state_of(found.match),
        "signs": SIGNS,
        "reasons": matches.REASONS,
        "outcomes": () if after.waits and found.match.state == "invited" else steps,
        "kinds": meetings.KINDS,
        "lengths": LENGTHS,
        "placing": placements.KINDS,
        "sectors": SECTORS,
        "tools": tools(work),
        "zone": AMSTERDAM,
        "problem": problem,
        "odd": _odd(problem, work.today),
    }
    status = 422 if problem.form else 200
    return await page(request, work, who, "console/match.html", context, status=status)


def _odd(problem: Problem, today: date) -> str:
    """The moment that was filled in and is asked about."""
    if problem.field != "sure":
        return ""
    return Filled(problem.fields, today).moment("day", "time").isoformat()


def tools(work: Work) -> list[str]:
    """The instruments of the region today, each once."""
    return list(dict.fromkeys(each.code for each in work.region.instruments_on(work.today)))


async def decide(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Approve, decline, later, or record how it went; only from the state that was shown."""
    match_id = number(request)
    found = await console.match_file(work, who, match_id)  # not yours is not there
    to, shown = await given(request, "to"), await given(request, "shown")
    if to == "later":
        if not found.may_decide:
            raise RefusedError("rights")
        if found.match.state != "proposed":
            raise RefusedError("decided")
        await matches.snooze(work, match_id, SNOOZE_DAYS)
        return did("/console", "later", match_id)
    if to == "placed":
        raise RefusedError("step")  # a placement is recorded with what was agreed
    reason = await given(request, f"reason_{to}")
    await matches.move(
        work,
        match_id,
        to,
        actor=who.person_id,
        reason=reason,
        words=await given(request, "words"),
        expected=shown,
    )
    here = f"/console/matches/{match_id}"
    return did(here, to, match_id) if to in DONE else see_other(here)


async def demands(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The employer asks something else than when this match was made: keep it, or end it."""
    match_id, shown = number(request), await given(request, "shown", 9)
    found = await console.match_file(work, who, match_id)  # not yours is not there
    if not found.may_decide:
        raise RefusedError("rights")
    deeds = {"keep": old_demands.keep, "end": old_demands.end}
    to = await given(request, "to")
    if to not in deeds or not shown.isdecimal():
        raise web.HTTPBadRequest
    await deeds[to](work, match_id, int(shown), who.person_id)
    return did(f"/console/matches/{match_id}", f"demands{to}", match_id)


async def reconsider(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Take back a "no" or a "later"."""
    match_id = number(request)
    await console.match_file(work, who, match_id)  # not yours is not there
    await matches.reconsider(work, match_id, who.person_id)
    return did(f"/console/matches/{match_id}", "back", match_id)
