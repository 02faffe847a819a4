"""Work that began: the list, one placement, what was agreed, and how it ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from aiohttp import web

from bot.web.console import matches
from bot.web.console.page import did, number, page, pages_of, part
from bot.web.forms import NO_PROBLEM, Filled, Problem, WrongError, demand, filled, problem, timely
from services import console, events, placements
from services.placements import Terms, aftercare
from services.rights import CASEWORK, Viewer
from services.store.models import Placement
from services.unit_of_work import Work


async def overview(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Running, ending soon, attention needed; by the address, so that it can be bookmarked."""
    if who.role not in CASEWORK:
        raise LookupError("not yours")
    search, only = request.query.get("zoek", ""), request.query.get("toon", "")
    if only not in console.ONLY:
        only = "running" if search or who.role == "regional_manager" else "mine"
    rows = await console.at_work(work, who, only=only, search=search)
    context = {
        "rows": part(request, rows),
        "total": len(rows),
        "pages": pages_of(request, len(rows)),
        "search": search,
        "only": only,
        "filters": console.ONLY,
    }
    return await page(request, work, who, "console/placements.html", context)


async def file(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """One placement with its aftercare."""
    return await shown(request, work, who, number(request))


async def shown(
    request: web.Request, work: Work, who: Viewer, placement_id: int, back: Problem = NO_PROBLEM
) -> web.Response:
    """The page; with a problem, the form that came back says what to do."""
    found = await console.placement_file(work, who, placement_id)
    context = {
        "file": found,
        "names": await events.names(
            work, {each.row.settled_by for each in found.check_ins if each.row.settled_by}
        ),
        "method": work.region.report.wage_value_method,
        "version": placements.version(found.row),
        "today": work.today,
        "problem": back,
        "placing": placements.KINDS,
        "sectors": matches.SECTORS,
        "tools": matches.tools(work),
        "in_use": {each["code"]: each for each in found.row.instruments},
        "end_reasons": [each for each in placements.END_REASONS if each != "moved_on"],
        "moods": tuple(aftercare.MOODS),
        "mood_of": {value: key for key, value in aftercare.MOODS.items()},
        "not_measured": aftercare.NOT_NEEDED,
    }
    status = 422 if back.form else 200
    return await page(request, work, who, "console/placement.html", context, status=status)


async def place(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Somebody starts: what was agreed, and from then on aftercare."""
    match_id = number(request)
    await console.match_file(work, who, match_id)  # not yours is not there
    given = await filled(request, work.today)
    try:
        terms = read_terms(work, given)
        with timely("ends"):
            row = await placements.place(work, match_id, terms, actor=who.person_id)
    except WrongError as wrong:
        back = problem("place", wrong, given)
        return await matches.shown(request, work, who, match_id, back)
    return did(f"/console/plaatsingen/{row.id}", "placed", row.id or 0)


async def change(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Put right or extend what was agreed."""
    row, given = await _mine(request, work, who)
    try:
        terms = read_terms(work, given, row)
        with timely("ends"):
            await placements.change(
                work,
                row.id or 0,
                terms,
                actor=who.person_id,
                expected=given.fields.get("shown", ""),
            )
    except WrongError as wrong:
        return await shown(request, work, who, row.id or 0, problem("change", wrong, given))
    return did(f"/console/plaatsingen/{row.id}", "agreed", row.id or 0)


async def go_on(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """A trial, internship or contract goes on as something else with the same employer."""
    row, given = await _mine(request, work, who)
    try:
        terms = read_terms(work, given)
        demand(terms.starts > row.starts, "starts", "wrong-later")
        with timely("ends"):
            follows = await placements.go_on(
                work,
                row.id or 0,
                terms,
                actor=who.person_id,
                expected=given.fields.get("shown", ""),
            )
    except WrongError as wrong:
        return await shown(request, work, who, row.id or 0, problem("go-on", wrong, given))
    return did(f"/console/plaatsingen/{follows.id}", "placed", follows.id or 0)


async def end(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """It stopped: on which day, and what went wrong."""
    row, given = await _mine(request, work, who)
    try:
        on, reason = given.day("on"), given.one_of("reason", placements.END_REASONS)
        words = given.text("words")
        demand(on <= work.today, "on", "wrong-past")
        with timely("on"):
            await placements.end(
                work,
                row.id or 0,
                actor=who.person_id,
                on=on,
                reason=reason,
                words=words,
                expected=given.fields.get("shown", ""),
            )
    except WrongError as wrong:
        return await shown(request, work, who, row.id or 0, problem("end", wrong, given))
    return did(f"/console/plaatsingen/{row.id}", "ended", row.id or 0)


async def measure(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The outcome of the loonwaardemeting."""
    row, given = await _mine(request, work, who)
    if not (await console.placement_file(work, who, row.id or 0)).may_open:
        raise LookupError("not yours")  # for the coach's side, like all that is known of a person
    try:
        on, percent = given.day("on"), given.whole("percent", 0, 100)
        with timely("on"):
            await placements.record_wage_value(
                work,
                row.id or 0,
                actor=who.person_id,
                on=on,
                percent=percent,
                expected=given.fields.get("shown", ""),
            )
    except WrongError as wrong:
        return await shown(request, work, who, row.id or 0, problem("measure", wrong, given))
    return did(f"/console/plaatsingen/{row.id}", "measured", row.id or 0)


async def _mine(request: web.Request, work: Work, who: Viewer) -> tuple[Placement, Filled]:
    row = await work.get(Placement, number(request))
    await console.placement_file(work, who, row.id or 0)  # not yours is not there
    return row, await filled(request, work.today)


def read_terms(work: Work, given: Filled, before: Placement | None = None) -> Terms:
    """What was agreed, as the form has it; an instrument it does not offer any more stays."""
    terms = Terms(
        kind=given.one_of("kind", placements.KINDS),
        hours=given.whole("hours", 1, placements.MOST_HOURS),
        starts=given.day("starts"),
        ends=given.maybe_day("ends"),
        sector=given.one_of("sector", matches.SECTORS),
        counts=given.fields.get("counts") == "yes",
    )
    demand(terms.ends is None or terms.ends > terms.starts, "ends", "wrong-after")
    offered = matches.tools(work)
    old = [each for each in before.instruments if each["code"] not in offered] if before else []
    ticked = [code for code in offered if given.fields.get(f"tool-{code}") == "yes"]
    return replace(terms, instruments=(*old, *(_instrument(given, code) for code in ticked)))


def _instrument(given: Filled, code: str) -> dict[str, Any]:
    """From and until when something helps; both may be open."""
    first, last = given.maybe_day(f"from-{code}"), given.maybe_day(f"to-{code}")
    demand(not (first and last) or last > first, f"to-{code}", "wrong-after")
    return {"code": code, "from": _iso(first), "to": _iso(last)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
