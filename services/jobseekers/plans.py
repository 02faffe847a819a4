"""Plannen: goals and steps that jobseeker and coach make together (PLAN).

A plan has versions, all of which are kept: a draft is changed, proposed by one side, and agreed by
both; then it takes the place of the one before. Every so often it is looked at again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from services import caseload, events, rights
from services.messages import message, outbox
from services.refused import RefusedError
from services.rights import Viewer
from services.store.models import Event, Jobseeker, Person, Plan, PlanStep
from services.texts import refs
from services.unit_of_work import Work

DRAFT, PROPOSED, AGREED, REPLACED = "draft", "proposed", "agreed", "replaced"
NO_WORDS = refs.words("–")
MANNERS = ("demand", "supply")  # vraaggericht: from a vacancy; aanbodgericht: from the person
WHO = ("jobseeker", "coach")
MOST_STEPS = 12
DIALOGS = ("plan", "plan-review")


async def draft(work: Work, person_id: int, *, actor: int) -> Plan:
    """The draft to work on: the one there is, or a new version with the steps still to be done.

    Raises RefusedError("rights") for who is neither the jobseeker nor their coach's side.
    """
    await allowed(work, person_id, actor)
    known = await versions(work, person_id)
    if known and known[0].state == DRAFT:
        return known[0]
    before = known[0] if known else None
    plan = Plan(
        person_id=person_id,
        version=before.version + 1 if before else 1,
        manner=before.manner if before else "supply",
        goal=before.goal if before else None,
        instruments=list(before.instruments) if before else [],
        made_by=actor,
        created=work.now,
        updated=work.now,
    )
    work.tx.add(plan)
    await work.tx.flush()
    for step in await steps(work, before.id or 0) if before else ():
        if step.done is None:
            work.tx.add(_copy(step, plan.id or 0))
    await work.tx.flush()
    return plan


def _copy(step: PlanStep, plan_id: int) -> PlanStep:
    return PlanStep(
        plan_id=plan_id,
        place=step.place,
        words=step.words,
        who=step.who,
        until=step.until,
        instrument=step.instrument,
    )


def version(plan: Plan) -> str:
    """What a page keeps to see later whether somebody else changed it meanwhile."""
    return f"{plan.state} {plan.updated.isoformat()}"


async def describe(
    work: Work,
    plan_id: int,
    *,
    actor: int,
    goal: str | None = None,
    manner: str | None = None,
    instruments: Sequence[str] | None = None,
    review_on: date | None = None,
) -> Plan:
    """Change a draft; None leaves it. Raises RefusedError: "rights", "decided", "step"."""
    plan = await _draft(work, plan_id, actor)
    if manner is not None and manner not in MANNERS:
        raise RefusedError("step")
    if instruments is not None:
        known = {each.code for each in work.region.instruments}
        if not set(instruments) <= known:
            raise RefusedError("step")
        plan.instruments = list(dict.fromkeys(instruments))
    plan.goal = plan.goal if goal is None else goal or None
    plan.manner = manner or plan.manner
    plan.review_on = review_on or plan.review_on
    plan.updated = work.now
    return plan


async def add_step(
    work: Work,
    plan_id: int,
    words: str,
    *,
    actor: int,
    who: str = "jobseeker",
    until: date | None = None,
    instrument: str = "",
) -> PlanStep:
    """One more step at the end of a draft. RefusedError("step") for no words, or too many steps."""
    plan = await _draft(work, plan_id, actor)
    there = await steps(work, plan_id)
    if not words.strip() or who not in WHO or len(there) >= MOST_STEPS:
        raise RefusedError("step")
    place = there[-1].place + 1 if there else 0
    step = PlanStep(
        plan_id=plan_id,
        place=place,
        words=words.strip(),
        who=who,
        until=until,
        instrument=instrument,
    )
    work.tx.add(step)
    plan.updated = work.now
    await work.tx.flush()
    return step


@dataclass(frozen=True)
class Step:
    """A step as it is written down: what, who does it, and by when if that was agreed."""

    words: str
    who: str = "jobseeker"
    until: date | None = None
    instrument: str = ""


async def write_steps(work: Work, plan_id: int, wanted: Sequence[Step], *, actor: int) -> None:
    """These are the steps of a draft now, in this order; RefusedError("step") as in `add_step`."""
    await _draft(work, plan_id, actor)
    for step in await steps(work, plan_id):
        await work.tx.delete(step)
    await work.tx.flush()
    for each in wanted:
        await add_step(
            work,
            plan_id,
            each.words,
            actor=actor,
            who=each.who,
            until=each.until,
            instrument=each.instrument,
        )


async def propose(work: Work, plan_id: int, *, actor: int) -> Plan:
    """Put a draft before the other side; who proposes it agrees with it. It needs a step or goal.

    A new review date is set where there is none (region: plan_review_days).
    """
    plan = await _draft(work, plan_id, actor)
    if not plan.goal and not await steps(work, plan_id):
        raise RefusedError("step")
    plan.state, plan.updated = PROPOSED, work.now
    plan.review_on = plan.review_on or next_review(work)
    await _log(work, plan, "plan-proposed", actor)
    _sign(work, plan, actor)
    if plan.agreed_by_jobseeker is None:
        outbox.open_dialog(work, plan.person_id, "plan", plan_id)
    else:
        await _tell_coach(work, plan, "staff-plan-proposed")
    return plan


async def agree(work: Work, plan_id: int, *, actor: int) -> Plan:
    """One side says yes; when both did, the plan holds and the one before is replaced."""
    plan = await work.take(Plan, plan_id)
    await allowed(work, plan.person_id, actor)
    if plan.state != PROPOSED:
        raise RefusedError("decided")
    _sign(work, plan, actor)
    await _log(work, plan, "plan-agreed", actor, side=_side(plan, actor))
    if plan.agreed_by_jobseeker and plan.agreed_by_coach:
        plan.state, plan.updated = AGREED, work.now
        for each in await versions(work, plan.person_id):
            if each.state == AGREED and each.id != plan_id:
                each.state = REPLACED
        await outbox.close_dialogs(work, ("plan",), plan_id)
        if actor == plan.person_id:
            await _tell_coach(work, plan, "staff-plan-agreed")
        else:
            outbox.tell(work, plan.person_id, outbox.line("plan-now-agreed"), kind="promise")
    return plan


async def object_to(
    work: Work, plan_id: int, words: str, *, actor: int, takes_back: bool = False
) -> Plan:
    """It should be different: a proposal becomes a draft again, and the coach reads why.

    What was agreed holds meanwhile, unless the yes itself is taken back.
    """
    plan = await work.take(Plan, plan_id)
    await allowed(work, plan.person_id, actor)
    if plan.state not in (PROPOSED, AGREED):
        raise RefusedError("decided")
    if plan.state == PROPOSED or takes_back:
        plan.state, plan.updated = DRAFT, work.now
        plan.agreed_by_jobseeker = plan.agreed_by_coach = None
    event = await _log(work, plan, "plan-objected", actor, words)
    if actor == plan.person_id:
        await _tell_coach(work, plan, "staff-plan-objected", refs.kept("remark", event.id))
    return plan


async def tick(work: Work, step_id: int, *, actor: int, done: bool = True) -> PlanStep:
    """A step is done, or not after all; when the jobseeker says so the coach hears it."""
    step = await work.get(PlanStep, step_id)
    plan = await work.get(Plan, step.plan_id)
    await allowed(work, plan.person_id, actor)
    if plan.state != AGREED or done == (step.done is not None):
        raise RefusedError("decided")
    step.done, step.done_by = (work.now, actor) if done else (None, None)
    await _log(work, plan, "plan-step-done" if done else "plan-step-open", actor, step=step_id)
    if done and actor == plan.person_id:
        await _tell_coach(work, plan, "staff-plan-step", refs.kept("plan-step", step_id))
    return step


async def reviewed(work: Work, plan_id: int, *, actor: int) -> Plan:
    """It still holds: the next look is planned."""
    plan = await work.take(Plan, plan_id)
    await allowed(work, plan.person_id, actor)
    if plan.state != AGREED:
        raise RefusedError("decided")
    plan.review_on, plan.updated = next_review(work), work.now
    await _log(work, plan, "plan-reviewed", actor)
    await outbox.close_dialogs(work, ("plan-review",), plan_id)
    return plan


async def wish(work: Work, person_id: int, words: str) -> None:
    """Something the jobseeker wants in the plan (PLAN-05): the coach reads it at once."""
    event = await events.log(work, "plan-wish", actor=person_id, about=person_id, words=words)
    await _tell(work, person_id, "staff-plan-wish", refs.kept("remark", event.id))


async def current(work: Work, person_id: int) -> Plan | None:
    """The plan that holds; else the newest that is being made; None without any."""
    known = await versions(work, person_id)
    return next((plan for plan in known if plan.state == AGREED), known[0] if known else None)


async def versions(work: Work, person_id: int) -> Sequence[Plan]:
    """Every version, newest first."""
    query = select(Plan).where(Plan.person_id == person_id)
    return (await work.tx.exec(query.order_by(col(Plan.version).desc()))).all()


async def steps(work: Work, plan_id: int) -> Sequence[PlanStep]:
    """The steps of a plan in their order."""
    query = select(PlanStep).where(PlanStep.plan_id == plan_id)
    return (await work.tx.exec(query.order_by(col(PlanStep.place), col(PlanStep.id)))).all()


async def due_review(work: Work, who: Viewer | None = None) -> Sequence[Plan]:
    """Agreed plans whose review day has come, oldest first: all, or those a viewer may see."""
    query = (
        select(Plan)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Plan.person_id))
        .where(Plan.state == AGREED, col(Plan.review_on) <= work.today)
        .order_by(col(Plan.review_on), col(Plan.id))
    )
    if who is not None:
        query = query.where(rights.jobseeker_scope(who))
    return (await work.tx.exec(query)).all()


def without_any() -> ColumnElement[bool]:
    """Open jobseekers for whom no plan was ever begun (PLAN-01)."""
    begun = select(Plan.person_id)
    return (col(Jobseeker.status) == "open") & col(Jobseeker.person_id).not_in(begun)


async def missing(work: Work, who: Viewer) -> Sequence[tuple[Jobseeker, Person]]:
    """Open jobseekers who should have a plan by now and have none (PLAN-01), longest first.

    Of who coaches those of their own, of who oversees the region everybody who has a coach.
    """
    cared_for = col(Jobseeker.coach_id).is_not(None)
    by = work.now - timedelta(days=work.region.follow_up.first_plan_days)
    if who.role in rights.COACHING:
        cared_for = col(Jobseeker.coach_id).in_(await caseload.looks_after(work, who))
    query = (
        select(Jobseeker, Person)
        .join(Person, col(Person.id) == col(Jobseeker.person_id))
        .where(rights.jobseeker_scope(who), cared_for, without_any())
        .where(col(Jobseeker.created) <= by)
        .order_by(col(Jobseeker.created))
    )
    return (await work.tx.exec(query)).all()


async def facts(work: Work, plan: Plan) -> dict[str, Any]:
    """What texts say of a plan: goal, steps, what may help, and when it is looked at again."""
    rows = [_shown(step) for step in await steps(work, plan.id or 0)]
    helping = [refs.text(f"instrument-{code}") for code in plan.instruments]
    none = refs.text("plan-none")
    return {
        "name": refs.name(plan.person_id),
        "goal": refs.kept("plan-goal", plan.id) if plan.goal else none,
        "steps": refs.bullets(*rows) if rows else none,
        "helps": refs.listed(*helping) if helping else none,
        "day": refs.day(plan.review_on or next_review(work)),
    }


def _shown(step: PlanStep) -> refs.Ref:
    args: dict[str, Any] = {"step": refs.kept("plan-step", step.id)}
    if step.until:
        args["day"] = refs.day(step.until)
    state = "done" if step.done else step.who
    return refs.text(f"plan-step-{state}-until" if step.until else f"plan-step-{state}", **args)


def next_review(work: Work) -> date:
    """The day on which a plan of today is looked at again (PLAN-06)."""
    return work.today + timedelta(days=work.region.follow_up.plan_review_days)


def _side(plan: Plan, actor: int) -> str:
    return "jobseeker" if actor == plan.person_id else "coach"


def _sign(work: Work, plan: Plan, actor: int) -> None:
    if _side(plan, actor) == "jobseeker":
        plan.agreed_by_jobseeker = work.now
    else:
        plan.agreed_by_coach = work.now


async def as_shown(work: Work, plan_id: int, expected: str) -> Plan:
    """The plan, locked; RefusedError("changed") when it is no longer the version that was shown."""
    plan = await work.take(Plan, plan_id)
    if expected != version(plan):
        raise RefusedError("changed")
    return plan


async def _draft(work: Work, plan_id: int, actor: int) -> Plan:
    plan = await work.take(Plan, plan_id)
    await allowed(work, plan.person_id, actor)
    if plan.state != DRAFT:
        raise RefusedError("decided")
    return plan


async def allowed(work: Work, person_id: int, actor: int) -> None:
    """Raise RefusedError("rights") for who is neither this jobseeker nor on their coach's side."""
    if actor == person_id:
        return
    jobseeker = await work.get(Jobseeker, person_id)
    who = await caseload.viewer_of(work, actor)
    if who is None or not rights.may_change_jobseeker(who, jobseeker):
        raise RefusedError("rights")


async def _tell_coach(work: Work, plan: Plan, text: str, words: refs.Ref = NO_WORDS) -> None:
    await _tell(work, plan.person_id, text, words)


async def _tell(work: Work, person_id: int, text: str, words: refs.Ref) -> None:
    """The coach reads it, with a way to answer."""
    jobseeker = await work.get(Jobseeker, person_id)
    body = outbox.line(text, name=refs.name(person_id), words=words)
    body = body.with_buttons(message.opens("relay", refs.text("relay-answer"), person_id))
    for staff_id in await caseload.of_jobseeker(work, jobseeker):
        outbox.tell(work, staff_id, body)


async def _log(
    work: Work, plan: Plan, kind: str, actor: int, words: str = "", **codes: Any
) -> Event:
    return await events.log(
        work,
        kind,
        actor=actor,
        about=plan.person_id,
        subject=("plan", plan.id or 0),
        words=words,
        **codes,
    )
