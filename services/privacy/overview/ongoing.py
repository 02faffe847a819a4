"""What goes on with somebody: plan, vacancies with the reasons, appointments, work, opinions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlmodel import col, select

from services import agreed, matching
from services.jobseekers import plans as of_plans
from services.placements import aftercare
from services.privacy.overview.model import Entry, day, fact, parts, when, words, yes_no
from services.store.models import (
    CheckIn,
    Employer,
    Match,
    Meeting,
    Person,
    Placement,
    PlanStep,
    Survey,
    Vacancy,
)
from services.texts import refs
from services.texts.refs import Ref
from services.unit_of_work import Work

FACES = tuple(aftercare.MOODS)  # from bad to great


async def plans(work: Work, person: Person) -> list[Entry]:
    """Every version of the plan with its steps."""
    found: list[Entry] = []
    for plan in await of_plans.versions(work, person.id or 0):
        helps = [refs.text(f"instrument-{code}") for code in plan.instruments]
        value = parts(
            "plan",
            state=refs.text(f"data-plan-state.{plan.state}"),
            goal=words(plan.goal),
            manner=refs.text(f"data-plan-manner.{plan.manner}"),
            helps=refs.listed(*helps) if helps else None,
            review=day(plan.review_on),
            hers=when(plan.agreed_by_jobseeker),
            coach=when(plan.agreed_by_coach),
            updated=when(plan.updated),
        )
        label = refs.text("data-plan-version", n=plan.version)
        found.append(Entry(label, value, plan.made_by or 0, plan.created))
        found += [_step(step) for step in await of_plans.steps(work, plan.id or 0)]
    return found


def _step(step: PlanStep) -> Entry:
    value = parts(
        "step",
        words=words(step.words),
        who=refs.text(f"data-step-who.{step.who}"),
        until=day(step.until),
        helps=refs.text(f"instrument-{step.instrument}") if step.instrument else None,
        done=when(step.done),
    )
    label = refs.text("data-label.step")
    return Entry(label, value, step.done_by, step.done)


async def matches(work: Work, person: Person) -> list[Entry]:
    """Every vacancy somebody was compared with: how it stands, how well it fits, and why."""
    query = (
        select(Match, Vacancy, Employer)
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
        .join(Employer, col(Employer.id) == col(Vacancy.employer_id))
        .where(Match.jobseeker_id == person.id)
        .order_by(col(Match.id))
    )
    return [
        Entry(
            _vacancy(vacancy, employer, match),
            parts(
                "match",
                state=refs.text(f"data-match-state.{match.state}"),
                since=when(match.since),
                score=refs.number(match.score),
                reasons=_reasons(match),
                origin=refs.text(f"data-match-origin.{match.origin}"),
                agreed=when(match.agreed),
                later=when(match.snoozed),
                coach=refs.name(match.coach_id) if match.coach_id else None,
            ),
            None,
            match.created,
        )
        for match, vacancy, employer in (await work.tx.exec(query)).all()
    ]


def _vacancy(vacancy: Vacancy, employer: Employer, match: Match) -> Ref:
    who = agreed.employer_named(vacancy, employer, match.state)
    return refs.text("data-vacancy", title=refs.words(vacancy.title), employer=who)


def _reasons(match: Match) -> Ref | None:
    """All that counted, in the words a jobseeker reads."""
    fit = matching.Fit.from_json(match.reasons)
    texts = [refs.text(f"{p.text}.jobseeker|{p.text}", **dict(p.args)) for p in fit.parts]
    return refs.listed(*texts) if texts else None


async def meetings(work: Work, person: Person) -> list[Entry]:
    """Every appointment, and how somebody said it was."""
    query = (
        select(Meeting)
        .join(Match, col(Match.id) == col(Meeting.match_id))
        .where(Match.jobseeker_id == person.id)
        .order_by(col(Meeting.starts))
    )
    return [
        Entry(
            refs.text(f"meeting-kind.{row.kind}"),
            parts(
                "meeting",
                starts=when(row.starts),
                minutes=refs.text("unit-minutes", n=row.minutes),
                place=words(row.place),
                words=words(row.words),
                status=refs.text(f"data-meeting-status.{row.status}"),
                felt=_mood((row.answers.get("jobseeker") or {}).get("mood")),
                updated=when(row.updated),
            ),
            row.created_by or 0,
            row.created,
        )
        for row in (await work.tx.exec(query)).all()
    ]


def _mood(mood: int | None) -> Ref | None:
    return refs.text(f"checkin-mood.{FACES[mood - 1]}") if mood else None


async def placements(work: Work, person: Person) -> list[Entry]:
    """Work that began, and how it ended."""
    query = (
        select(Placement, Employer)
        .join(Employer, col(Employer.id) == col(Placement.employer_id))
        .where(Placement.jobseeker_id == person.id)
        .order_by(col(Placement.id))
    )
    return [
        Entry(
            refs.words(employer.name),
            parts("work", **_terms(row)),
            row.created_by or 0,
            row.created,
        )
        for row, employer in (await work.tx.exec(query)).all()
    ]


def _terms(row: Placement) -> dict[str, Ref | None]:
    helps = [_instrument(each) for each in row.instruments]
    measured = row.wage_value.get("percent")
    wage_value = {"n": measured, "day": refs.day(str(row.wage_value.get("on")))}
    return {
        "kind": refs.text(f"placement-kind.{row.kind}"),
        "hours": refs.hours(row.hours, row.hours),
        "starts": day(row.starts),
        "ends": day(row.ends),
        "sector": refs.text(f"data-sector.{row.sector}"),
        "counts": yes_no(row.counts),
        "helps": refs.listed(*helps) if helps else None,
        "measured": refs.text("data-wage-value", **wage_value) if measured is not None else None,
        "status": refs.text(f"data-work-status.{row.status}"),
        "ended": day(row.ended),
        "why": refs.text(f"placement-end.{row.end_reason}") if row.end_reason else None,
        "coach": refs.name(row.coach_id) if row.coach_id else None,
        "updated": when(row.updated),
    }


def _instrument(given: Any) -> Ref:
    name = refs.text(f"instrument-{given['code']}")
    if not (given.get("from") and given.get("to")):
        return name
    period = {"from": refs.day(given["from"]), "to": refs.day(given["to"])}
    return refs.text("data-period", what=name, **period)


async def check_ins(work: Work, person: Person) -> list[Entry]:
    """How it went at work: her own answers and her coach's; that the employer answered."""
    query = (
        select(CheckIn)
        .join(Placement, col(Placement.id) == col(CheckIn.placement_id))
        .where(Placement.jobseeker_id == person.id)
        .order_by(col(CheckIn.due), col(CheckIn.id))
    )
    rows: Sequence[CheckIn] = (await work.tx.exec(query)).all()
    return [_check_in(row) for row in rows]


def _check_in(row: CheckIn) -> Entry:
    theirs = row.side == "employer"
    topic = None if theirs else row.answers.get("topic")
    value = parts(
        "check-in",
        side=refs.text(f"meeting-side.{row.side}"),
        due=day(row.due),
        asked=when(row.asked),
        answered=when(row.answered),
        mood=None if theirs else _mood(row.mood),
        topic=refs.text(f"staff-checkin-topic.{topic}") if topic else None,
        words=None if theirs else words(row.words),
        theirs=refs.text("data-check-in-ask") if theirs and row.answered else None,
        attention=yes_no(True) if row.attention else None,
        settled=when(row.settled),
    )
    return Entry(
        refs.text(f"moment-{row.moment}|moment-other"), value, row.settled_by, row.answered
    )


async def opinions(work: Work, person: Person) -> list[Entry]:
    """What somebody thought of the service, when they were asked."""
    query = select(Survey).where(Survey.person_id == person.id).order_by(col(Survey.id))
    found: list[Entry] = []
    for row in (await work.tx.exec(query)).all():
        organisation = work.region.organisation(row.organisation)
        value = parts(
            "survey",
            asked=when(row.asked),
            answered=when(row.answered),
            score=_mood(row.score),
            words=words(row.words),
            organisation=words(organisation.name if organisation else row.organisation),
        )
        found += fact(f"survey-{row.kind}", value)
    return found
