"""What is kept of somebody after a match: to take along and to erase.

Of an erased person's work a placement stays as a count: a random number in place of the person,
no link to the match, nothing of the person's own. The rest goes.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, update
from sqlmodel import col, select

from services import placements
from services.matches import called_off
from services.messages import outbox
from services.messages.message import Message
from services.placements.aftercare import DIALOGS
from services.store.models import (
    CheckIn,
    Match,
    Meeting,
    Nudge,
    Placement,
    Plan,
    PlanStep,
    SavedView,
    Survey,
)
from services.unit_of_work import Work


async def export(work: Work, person_id: int) -> dict[str, Any]:
    """Plans, appointments, work, answers: as a JSON document of their own."""
    steps = select(PlanStep, Plan).join(Plan, col(Plan.id) == col(PlanStep.plan_id))
    mine = (await work.tx.exec(steps.where(Plan.person_id == person_id))).all()
    return {
        "plans": [
            {
                "version": plan.version,
                "state": plan.state,
                "goal": plan.goal,
                "helps": plan.instruments,
                "steps": [step.words for step, of in mine if of.id == plan.id],
            }
            for plan in await _rows(work, Plan, col(Plan.person_id) == person_id)
        ],
        "appointments": [
            {
                "starts": row.starts.isoformat(),
                "minutes": row.minutes,
                "kind": row.kind,
                "place": row.place,
                "words": row.words,
                "status": row.status,
                "how_it_was": row.answers.get("jobseeker"),
            }
            for row in await _rows(work, Meeting, col(Meeting.match_id).in_(_matches(person_id)))
        ],
        "work": [
            {
                "kind": row.kind,
                "hours": row.hours,
                "starts": row.starts.isoformat(),
                "ended": row.ended.isoformat() if row.ended else None,
                "instruments": row.instruments,
                "wage_value": row.wage_value,
            }
            for row in await _rows(work, Placement, col(Placement.jobseeker_id) == person_id)
        ],
        "how_it_went": [
            {"moment": row.moment, "mood": row.mood, "answers": row.answers, "words": row.words}
            for row in await _rows(work, CheckIn, col(CheckIn.person_id) == person_id)
        ],
        "surveys": [
            {"kind": row.kind, "score": row.score, "words": row.words}
            for row in await _rows(work, Survey, col(Survey.person_id) == person_id)
        ],
    }


async def erase(work: Work, person_id: int, nobody: int) -> list[Message]:
    """Remove it, but for the count of placements under a number of nobody.

    Call it while the matches are still there; whoever had an appointment hears that it is off.
    Returns what is still to be told to this person about that.
    """
    off: list[Message] = []
    for match_id in (await work.tx.exec(_matches(person_id))).all():
        off += await called_off.for_good(work, match_id or 0)
    await work.tx.flush()
    await work.tx.exec(delete(Meeting).where(col(Meeting.match_id).in_(_matches(person_id))))
    for row in await _rows(work, Placement, col(Placement.jobseeker_id) == person_id):
        await _anonymous(work, row, nobody)
    of_plans = select(Plan.id).where(Plan.person_id == person_id)
    await work.tx.exec(delete(PlanStep).where(col(PlanStep.plan_id).in_(of_plans)))
    await work.tx.exec(delete(Plan).where(col(Plan.person_id) == person_id))
    await work.tx.exec(
        update(Survey)
        .where(col(Survey.person_id) == person_id)
        .values(person_id=None, words=None, subject_id=0)
    )
    for table, column in (
        (CheckIn, CheckIn.person_id),
        (Nudge, Nudge.person_id),
        (SavedView, SavedView.person_id),
    ):
        await work.tx.exec(delete(table).where(col(column) == person_id))
    return off


async def _anonymous(work: Work, row: Placement, nobody: int) -> None:
    for asked in await _rows(work, CheckIn, col(CheckIn.placement_id) == row.id):
        await outbox.close_dialogs(work, DIALOGS, asked.id)
    if row.status == "running":
        row.status, row.ended, row.end_reason = "ended", work.today, placements.ERASED
    if row.created_by == row.jobseeker_id:
        row.created_by = nobody
    row.jobseeker_id, row.match_id, row.wage_value = nobody, None, {}
    row.instruments = [{"code": each["code"]} for each in row.instruments]
    await work.tx.flush()
    await work.tx.exec(delete(CheckIn).where(col(CheckIn.placement_id) == row.id))


def _matches(person_id: int) -> Any:
    return select(Match.id).where(Match.jobseeker_id == person_id)


async def _rows(work: Work, table: Any, condition: Any) -> Any:
    return (await work.tx.exec(select(table).where(condition))).all()
