"""Plannen: reading and confirming a plan, ticking steps, and whether it still holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.model import Answers, Form, Line
from dialogs.questions import Choice, Words
from services.jobseekers import plans
from services.messages import message, outbox
from services.refused import RefusedError
from services.store.models import Person, Plan, PlanStep
from services.texts import refs
from services.unit_of_work import Work


async def shown(work: Work, person: Person) -> None:
    """My plan: goal and steps, each open step of my own behind a button."""
    number = person.id or 0
    plan = await plans.current(work, number)
    if plan is None or plan.state == plans.DRAFT:
        body = outbox.line("plan-none-yet")
    elif plan.state == plans.PROPOSED and plan.agreed_by_jobseeker is None:
        outbox.open_dialog(work, number, "plan", plan.id or 0)
        return
    else:
        body = outbox.line("plan-shown", **await plans.facts(work, plan))
        ticks = [
            message.opens("plan-tick", refs.words(f"✓ {step.words}"), step.id)
            for step in await plans.steps(work, plan.id or 0)
            if step.done is None and step.who == "jobseeker" and plan.state == plans.AGREED
        ]
        body = body.with_buttons(*ticks)
    body = body.with_buttons(message.opens("plan-wish", refs.text("plan-wish")))
    outbox.tell(work, number, body)


async def _confirmed(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    if "unclear" in (answers["rights"], answers.get("answer")):
        outbox.open_dialog(work, person.id or 0, "ask")
        return []
    if answers["answer"] == "change":
        await plans.object_to(work, about, answers["words"], actor=person.id or 0)
        return [Line("plan-changed")]
    await plans.agree(work, about, actor=person.id or 0)
    return [Line("plan-thanks")]


async def _reviewed(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    if answers["holds"] == "yes":
        plan = await plans.reviewed(work, about, actor=person.id or 0)
        day = (plan.review_on or work.today).isoformat()
        return [Line("plan-review-thanks", {"day": refs.day(day)})]
    await plans.object_to(work, about, answers["words"], actor=person.id or 0)
    return [Line("plan-changed")]


async def _ticked(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    if answers["done"] == "yes":
        await plans.tick(work, about, actor=person.id or 0)
        return [Line("plan-tick-thanks")]
    return [Line("plan-tick-later")]


async def _wished(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    await plans.wish(work, person.id or 0, answers["words"])
    return [Line("plan-changed")]


async def facts(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    """The plan; PermissionError for somebody else's, LookupError when there is nothing to say."""
    plan = await work.get(Plan, about)
    try:
        await plans.allowed(work, plan.person_id, person.id or 0)
    except RefusedError as refused:
        raise PermissionError(dialog) from refused
    wanted = {"plan": plans.PROPOSED, "plan-review": plans.AGREED}[dialog]
    if plan.state != wanted:
        raise LookupError("decided")
    return await plans.facts(work, plan)


async def _step(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    step = await work.get(PlanStep, about)
    plan = await work.get(Plan, step.plan_id)
    if plan.person_id != person.id:
        raise PermissionError(dialog)
    if step.done is not None or plan.state != plans.AGREED:
        raise LookupError("done")
    return {"step": refs.words(step.words or "")}


plan_form = Form(
    "plan",
    questions={
        "rights": Choice("read", "unclear"),
        "answer": Choice("yes", "change", "unclear", when=lambda a: a.get("rights") == "read"),
        "words": Words(at_most=500, when=lambda a: a.get("answer") == "change"),
    },
    finish=_confirmed,
    review=False,
    facts=facts,
)

plan_review = Form(
    "plan-review",
    questions={
        "holds": Choice("yes", "change"),
        "words": Words(at_most=500, when=lambda a: a.get("holds") == "change"),
    },
    finish=_reviewed,
    review=False,
    facts=facts,
)

plan_tick = Form(
    "plan-tick",
    questions={"done": Choice("yes", "later")},
    finish=_ticked,
    review=False,
    facts=_step,
)

plan_wish = Form("plan-wish", questions={"words": Words(at_most=500)}, finish=_wished, review=False)

FORMS = (plan_form, plan_review, plan_tick, plan_wish)
