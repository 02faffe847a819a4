"""The plan (arbeidsinpassingsplan) in the file of a jobseeker: made together, agreed, looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aiohttp import web

from bot.web.console.matches import tools
from bot.web.console.page import did, given, number, page
from bot.web.forms import NO_PROBLEM, Filled, Problem, WrongError, demand, filled, problem
from bot.web.pages import see_other
from services import console, events
from services.jobseekers import plans
from services.jobseekers.plans import Step
from services.refused import RefusedError
from services.rights import Viewer
from services.store.models import Plan, PlanStep
from services.unit_of_work import Work

EMPTY_ROWS = 2  # to write new steps in


@dataclass(frozen=True)
class Line:
    """One row of the form: what is written in it now."""

    words: str = ""
    who: str = "jobseeker"
    until: str = ""


async def file(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The plan with every version."""
    return await shown(request, work, who, number(request))


async def shown(
    request: web.Request, work: Work, who: Viewer, person_id: int, back: Problem = NO_PROBLEM
) -> web.Response:
    """The page; with a problem, what was written stays and it says what to do."""
    found = await console.plan_file(work, who, person_id)
    kept = found.making.steps if found.making else ()
    lines = [Line(s.words or "", s.who, s.until.isoformat() if s.until else "") for s in kept]
    context = {
        "file": found,
        "names": await events.names(work, _doers(found)),
        "lines": _typed(back) if back.form == "draft" else _with_room(lines),
        "version": plans.version(found.making.row) if found.making else "",
        "holds_version": plans.version(found.holds.row) if found.holds else "",
        "next_review": plans.next_review(work),
        "manners": plans.MANNERS,
        "doers": plans.WHO,
        "tools": tools(work),
        "problem": back,
    }
    status = 422 if back.form else 200
    return await page(request, work, who, "console/plan.html", context, status=status)


def _doers(found: console.PlanFile) -> set[int]:
    """Who made a version, and who ticked a step."""
    rows = [each for each in (found.holds, found.making, *found.before) if each]
    ids = {each.row.made_by for each in rows}
    ids |= {step.done_by for each in rows for step in each.steps}
    return {each for each in ids if each}


async def begin(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """A new version, with the steps still to be done."""
    person_id = number(request)
    await console.plan_file(work, who, person_id)  # not yours is not there
    await plans.draft(work, person_id, actor=who.person_id)
    return see_plan(person_id)


async def write(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Keep what was written in a draft; move a step; or put it before the jobseeker."""
    plan = await _mine(request, work, who)
    form = await filled(request, work.today)
    try:
        steps = _moved(_steps(form), form.fields.get("do", ""))
        goal, manner = form.text("goal", 300), form.one_of("manner", plans.MANNERS)
        review = form.maybe_day("review_on")
        demand(review is None or review > work.today, "review_on", "wrong-future")
        proposing = form.fields.get("do") == "propose"
        demand(bool(steps or goal) or not proposing, "goal", "wrong-plan")
    except WrongError as wrong:
        return await shown(request, work, who, plan.person_id, problem("draft", wrong, form))
    await plans.as_shown(work, plan.id or 0, form.fields.get("shown", ""))
    await plans.describe(
        work,
        plan.id or 0,
        actor=who.person_id,
        goal=goal,
        manner=manner,
        review_on=review,
        instruments=[code for code in tools(work) if form.fields.get(f"tool-{code}") == "yes"],
    )
    await plans.write_steps(work, plan.id or 0, steps, actor=who.person_id)
    if not proposing:
        return see_plan(plan.person_id, "written")
    await plans.propose(work, plan.id or 0, actor=who.person_id)
    return see_plan(plan.person_id, "proposed")


async def decide(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Agree to a proposal or take it back to write on; say that the plan still holds."""
    plan = await _mine(request, work, who)
    await plans.as_shown(work, plan.id or 0, await given(request, "shown"))
    to = await given(request, "to")
    if to == "agree":
        await plans.agree(work, plan.id or 0, actor=who.person_id)
    elif to == "draft" and plan.state == plans.PROPOSED:
        await plans.object_to(work, plan.id or 0, "", actor=who.person_id)
    elif to == "holds":
        await plans.reviewed(work, plan.id or 0, actor=who.person_id)
    else:
        raise RefusedError("decided")
    done = {"agree": "yes", "draft": "back", "holds": "holds"}[to]
    return see_plan(plan.person_id, f"plan{done}")


async def tick(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """A step is done, or not after all."""
    step = await work.get(PlanStep, number(request))
    plan = await work.get(Plan, step.plan_id)
    await console.plan_file(work, who, plan.person_id)  # not yours is not there
    done = await given(request, "done") == "yes"
    await plans.tick(work, step.id or 0, actor=who.person_id, done=done)
    return see_plan(plan.person_id)


def see_plan(person_id: int, done: str = "") -> web.Response:
    """Back to the plan, with what was done."""
    here = f"/console/werkzoekenden/{person_id}/plan"
    return did(here, done, person_id) if done else see_other(here)


async def _mine(request: web.Request, work: Work, who: Viewer) -> Plan:
    plan = await work.get(Plan, number(request))
    await console.plan_file(work, who, plan.person_id)  # not yours is not there
    return plan


def _numbers(form: Filled | Problem) -> list[int]:
    found = (re.fullmatch(r"step-(\d{1,2})", name) for name in form.fields)
    return sorted(int(each[1]) for each in found if each)


def _steps(form: Filled) -> list[Step]:
    """The rows that say something, in their order."""
    rows = [n for n in _numbers(form) if form.fields[f"step-{n}"].strip()]
    demand(len(rows) <= plans.MOST_STEPS, "goal", "wrong-steps")
    return [
        Step(
            form.text(f"step-{n}", 200),
            form.one_of(f"who-{n}", plans.WHO),
            form.maybe_day(f"until-{n}"),
        )
        for n in rows
    ]


def _moved(steps: list[Step], do: str) -> list[Step]:
    """The same, with one step moved up."""
    said = re.fullmatch(r"up-(\d{1,2})", do)
    place = int(said[1]) if said else 0
    if 0 < place < len(steps):
        steps[place - 1], steps[place] = steps[place], steps[place - 1]
    return steps


def _typed(back: Problem) -> list[Line]:
    said = back.fields
    return [
        Line(said[f"step-{n}"], said.get(f"who-{n}", ""), said.get(f"until-{n}", ""))
        for n in _numbers(back)
    ]


def _with_room(lines: list[Line]) -> list[Line]:
    room = min(EMPTY_ROWS, plans.MOST_STEPS - len(lines))
    return lines + [Line()] * room
