"""The plan of a jobseeker: the version that holds, the one in the making, and those before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from services import placements, rights
from services.console.person import looked, said
from services.jobseekers import plans
from services.rights import Viewer
from services.store.models import (
    Dossier,
    Employer,
    Event,
    Jobseeker,
    Person,
    Placement,
    Plan,
    PlanStep,
)
from services.unit_of_work import Work

WISHES = ("plan-wish", "plan-objected")


@dataclass(frozen=True)
class PlanRow:
    """One version with its steps, and whether somebody is asked to look at it again."""

    row: Plan
    steps: Sequence[PlanStep]
    due: bool


@dataclass(frozen=True)
class PlanFile:
    """Everything about the plan of one person."""

    person: Person
    row: Jobseeker
    holds: PlanRow | None  # both agreed to it
    making: PlanRow | None  # a draft, or a proposal that waits for one side
    before: Sequence[PlanRow]  # replaced, newest first
    wishes: Sequence[tuple[Event, str, str]]  # what the jobseeker asked for: event, who, words
    may_change: bool
    obstacles: Sequence[str]  # what stands in the way, for whoever may see the dossier
    ladder: str  # the step somebody is on, for the same


async def plan_file(work: Work, who: Viewer, person_id: int) -> PlanFile:
    """The plan with every version, for whoever may see the jobseeker; that they looked is kept."""
    row = await work.get(Jobseeker, person_id)
    if not rights.may_see_jobseeker(who, row):
        raise LookupError("not yours")
    await looked(work, who, person_id)
    rows = [await _row(work, plan) for plan in await plans.versions(work, person_id)]
    making = [each for each in rows if each.row.state in (plans.DRAFT, plans.PROPOSED)]
    dossier = await work.tx.get(Dossier, person_id) if rights.may_see_dossier(who, row) else None
    kept = (dossier.facts if dossier else None) or {}
    return PlanFile(
        await work.get(Person, person_id),
        row,
        next((each for each in rows if each.row.state == plans.AGREED), None),
        making[0] if making else None,
        [each for each in rows if each.row.state == plans.REPLACED] + making[1:],
        await said(work, person_id, WISHES),
        rights.may_change_jobseeker(who, row),
        kept.get("obstacles") or (),
        str(kept.get("ladder") or ""),
    )


async def _row(work: Work, plan: Plan) -> PlanRow:
    due = plan.review_on is not None and plan.review_on <= work.today
    return PlanRow(plan, await plans.steps(work, plan.id or 0), due and plan.state == plans.AGREED)


async def work_of(work: Work, person_id: int) -> Sequence[tuple[Placement, Employer]]:
    """The work somebody began, newest first, and at whom."""
    rows = await placements.of_person(work, person_id)
    ids = [row.employer_id for row in rows]
    found = (await work.tx.exec(select(Employer).where(col(Employer.id).in_(ids)))).all()
    employers = {each.id: each for each in found}
    return [(row, employers[row.employer_id]) for row in rows]
