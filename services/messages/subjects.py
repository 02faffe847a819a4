"""Whom a dialog or a nudge is about, by what its number is of.

Erasing somebody ends every dialog about them, whoever it is with, and takes along what was said in
it. A dialog or rule that is in none of these lists fails a test.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlmodel import col, select

from services.store.models import (
    CheckIn,
    Match,
    Meeting,
    Placement,
    Plan,
    PlanStep,
    Request,
    Survey,
    Urgent,
)
from services.unit_of_work import Work

PERSON, MATCH, MEETING = "person", "match", "meeting"
CHECK_IN, PLAN, STEP, SURVEY = "check-in", "plan", "step", "survey"
URGENT, REQUEST = "urgent", "request"

DIALOGS: Mapping[str, str] = {
    "relay": PERSON,
    **dict.fromkeys(("review", "interest", "meeting", "confirm"), MATCH),
    **dict.fromkeys(("appointment", "after-meeting", "outcome"), MEETING),
    **dict.fromkeys(("checkin", "checkin-coach", "wage-value", "settle"), CHECK_IN),
    **dict.fromkeys(("plan", "plan-review"), PLAN),
    "plan-tick": STEP,
    **dict.fromkeys(("survey", "topics"), SURVEY),
    "called": REQUEST,
}
OF_ONESELF = frozenset(
    {
        "welcome",
        "language",
        "ask",
        "callback",
        "rather",
        "support",
        "takeback",
        "correct",
        "erase",
        "jobseeker",
        "own-work",
        "plan-wish",
        "visible",
    }
    | {
        "schooling",
        "contract",
        "languages",
        "helps",
        "reading",
        "cv",
        "private",
        "fresh",
        "keep",
        "care",
        "unasked",
    }
    | {
        "employer",
        "verify",
        "vacancy",
        "manage",
        "soon",
        "change",
        "split",
        "renew",
        "opening",
        "seek",
        "faq",
        "fact",
    }
)
"""Dialogs about who answers, an employer, a vacancy or what we know: never about another person."""

RULES: Mapping[str, str] = {
    **dict.fromkeys(
        ("intake", "silent", "fresh", "keep", "no-plan", "unreached", "unreached-employer"), PERSON
    ),
    **{
        f"match-{who}": MATCH
        for who in ("coach", "jobseeker", "verify", "list", "employer", "confirm")
    },
    **dict.fromkeys(("meeting-jobseeker", "meeting-contact"), MEETING),
    **{f"check-in-{side}": CHECK_IN for side in ("jobseeker", "employer", "coach")},
    "plan": PLAN,
    "survey": SURVEY,
    "urgent": URGENT,
    "call": REQUEST,
}
OF_VACANCIES = frozenset({"answer", "look", "late-look", "progress", "expiring"})


async def whom(work: Work, dialog: str, number: int) -> int | None:
    """The person a dialog is about; None for one about nobody, or about what is gone."""
    kind = DIALOGS.get(dialog)
    if kind is None:
        return None
    if kind == PERSON:
        return number
    return await _OF[kind](work, number)


async def of_person(work: Work, person_id: int) -> dict[str, set[int]]:
    """By kind the numbers of everything that is about one person."""
    matches = select(Match.id).where(Match.jobseeker_id == person_id)
    placements = select(Placement.id).where(Placement.jobseeker_id == person_id)
    plans = select(Plan.id).where(Plan.person_id == person_id)
    asked = (
        (col(Survey.person_id) == person_id)
        | ((col(Survey.kind) == "introduction") & col(Survey.subject_id).in_(matches))
        | (col(Survey.kind).in_(("placement", "durable")) & col(Survey.subject_id).in_(placements))
    )
    return {
        PERSON: {person_id},
        MATCH: await _ids(work, matches),
        MEETING: await _ids(work, select(Meeting.id).where(col(Meeting.match_id).in_(matches))),
        CHECK_IN: await _ids(
            work, select(CheckIn.id).where(col(CheckIn.placement_id).in_(placements))
        ),
        PLAN: await _ids(work, plans),
        STEP: await _ids(work, select(PlanStep.id).where(col(PlanStep.plan_id).in_(plans))),
        SURVEY: await _ids(work, select(Survey.id).where(asked)),
        URGENT: await _ids(work, select(Urgent.id).where(Urgent.person_id == person_id)),
        REQUEST: await _ids(work, select(Request.id).where(Request.person_id == person_id)),
    }


def named(table: Mapping[str, str], kind: str) -> Collection[str]:
    """The dialogs, or the rules, whose number is of this kind."""
    return [name for name, of in table.items() if of == kind]


async def _ids(work: Work, query: Any) -> set[int]:
    return set((await work.tx.exec(query)).all())


async def _match(work: Work, number: int) -> int | None:
    row = await work.tx.get(Match, number)
    return row.jobseeker_id if row else None


async def _meeting(work: Work, number: int) -> int | None:
    row = await work.tx.get(Meeting, number)
    return await _match(work, row.match_id) if row else None


async def _placement(work: Work, number: int) -> int | None:
    row = await work.tx.get(Placement, number)
    return row.jobseeker_id if row else None


async def _check_in(work: Work, number: int) -> int | None:
    row = await work.tx.get(CheckIn, number)
    return await _placement(work, row.placement_id) if row else None


async def _plan(work: Work, number: int) -> int | None:
    row = await work.tx.get(Plan, number)
    return row.person_id if row else None


async def _step(work: Work, number: int) -> int | None:
    row = await work.tx.get(PlanStep, number)
    return await _plan(work, row.plan_id) if row else None


async def _survey(work: Work, number: int) -> int | None:
    row = await work.tx.get(Survey, number)
    if row is None or row.kind == "yearly":
        return None
    find = _match if row.kind == "introduction" else _placement
    return await find(work, row.subject_id)


async def _request(work: Work, number: int) -> int | None:
    row = await work.tx.get(Request, number)
    return row.person_id if row else None


_OF = {
    MATCH: _match,
    MEETING: _meeting,
    CHECK_IN: _check_in,
    PLAN: _plan,
    STEP: _step,
    SURVEY: _survey,
    REQUEST: _request,
}
