"""Vandaag of who coaches: appointments, work that began, matches, plans, and who has nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import or_
from sqlmodel import col, func, select

from services import caseload, matches
from services.clock import AMSTERDAM
from services.console.waits import MOST, Waiting, by_id, called, my_people
from services.followup import reach
from services.jobseekers import plans, support, transfers
from services.placements import aftercare as checkins
from services.retention import unused
from services.rights import Viewer
from services.store.models import (
    CheckIn,
    Employer,
    Jobseeker,
    Match,
    Meeting,
    Person,
    Placement,
    Vacancy,
)
from services.texts import refs
from services.unit_of_work import Work

ASKED = 3  # open questions named in one row
NAMED = 3  # people named in one row about several
DECIDE = timedelta(days=2)


async def proposals(work: Work, who: Viewer) -> list[Waiting]:
    """Matches to decide on, one row a person; late after as long as her support says."""
    found = (await matches.proposed(work, await my_people(work, who)))[:MOST]
    of: dict[int, list[Match]] = defaultdict(list)
    for match in found:
        of[match.jobseeker_id].append(match)
    people = await _people(work, list(of))
    offers = await _offers(work, [match.vacancy_id for match in found])
    rows = []
    for person_id, own in of.items():
        best, oldest = own[0], min(match.since for match in own)
        vacancy, employer = offers[best.vacancy_id]
        args = {
            "name": called(*people[person_id]),
            "title": refs.words(vacancy.title),
            "company": refs.words(employer.name),
            "score": best.score,
            "ask": _to_ask(best),
        }
        kind, address = "match", f"/console/matches/{best.id}"
        if len(own) > 1:
            kind, address = "matches-of", f"/console/werkzoekenden/{person_id}#matches"
            args["n"] = len(own)
        jobseeker = people[person_id][1]
        due = oldest + support.of(jobseeker).decide
        rows.append(Waiting(kind, oldest, address, args, due, whose=jobseeker.coach_id))
    return rows


def _to_ask(match: Match) -> refs.Ref:
    """What is still open about this person: the question that helps most to decide."""
    unknown = match.reasons.get("unknown") or []
    names = [refs.text(f"match-ask-{field}") for field in unknown[:ASKED]]
    return refs.text("desk-still-open", fields=refs.listed(*names)) if names else refs.words("")


async def _people(work: Work, ids: Sequence[int]) -> dict[int, tuple[Person, Jobseeker]]:
    query = (
        select(Person, Jobseeker)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Person.id))
        .where(col(Person.id).in_(ids))
    )
    rows = (await work.tx.exec(query)).all() if ids else []
    return {row.person_id: (person, row) for person, row in rows}


async def _offers(work: Work, ids: Sequence[int]) -> dict[int, tuple[Vacancy, Employer]]:
    query = (
        select(Vacancy, Employer)
        .join(Employer, col(Employer.id) == col(Vacancy.employer_id))
        .where(col(Vacancy.id).in_(ids))
    )
    rows = (await work.tx.exec(query)).all() if ids else []
    return {vacancy.id or 0: (vacancy, employer) for vacancy, employer in rows}


async def without_coach(work: Work, who: Viewer) -> list[Waiting]:
    """New people of the team, and those another team handed over."""
    query = (
        select(Jobseeker, Person)
        .join(Person, col(Person.id) == col(Jobseeker.person_id))
        .where(await my_people(work, who), col(Jobseeker.coach_id).is_(None))
        .where(Jobseeker.status != "placed")
        .order_by(col(Jobseeker.created))
        .limit(MOST)
    )
    rows = (await work.tx.exec(query)).all()
    moved = await transfers.arrived(work, [row.person_id for row, _ in rows])
    return [
        Waiting(
            "arrived" if row.person_id in moved else "no-coach",
            since,
            f"/console/werkzoekenden/{row.person_id}",
            {"name": called(person, row), "team": row.team},
            due=since + timedelta(days=7),
        )
        for row, person in rows
        for since in (moved[row.person_id].at if row.person_id in moved else row.created,)
    ]


async def handing_over(work: Work, who: Viewer) -> list[Waiting]:
    """A colleague wants to hand somebody over: the lead decides within two days."""
    return [
        Waiting(
            "to-decide",
            event.at,
            f"/console/werkzoekenden/{person.id}#overdracht",
            {"name": called(person)},
            due=event.at + DECIDE,
        )
        for event, person in await transfers.waiting(work, who)
    ]


async def aftercare(work: Work, who: Viewer) -> list[Waiting]:
    """A bad or missing answer after a placement: within one working day (NAZ-05)."""
    found = await checkins.open_attention(work, who)
    employers = await by_id(work, Employer, [each.employer_id for _, each, _ in found])
    return [
        Waiting(
            "attention",
            since,
            f"/console/plaatsingen/{placement.id}#vraag-{row.id}",
            {
                "name": called(person),
                "company": refs.words(employers[placement.employer_id].name),
                "moment": refs.text(f"moment-{row.moment}|moment-other"),
                "said": refs.text(f"desk-attention-{_side(row)}"),
            },
            due=since + timedelta(days=1),
            whose=placement.coach_id,
        )
        for row, placement, person in found
        for since in (row.answered or row.asked or work.now,)
    ]


def _side(row: CheckIn) -> str:
    return f"{row.side}.{'bad' if row.answered else 'none'}"


async def tasks(work: Work, who: Viewer) -> list[Waiting]:
    """What the coach does at moments of somebody's work: one row a placement, measuring apart."""
    query = (
        select(CheckIn, Placement, Person, Jobseeker)
        .join(Placement, col(Placement.id) == col(CheckIn.placement_id))
        .join(Jobseeker, col(Jobseeker.person_id) == col(Placement.jobseeker_id))
        .join(Person, col(Person.id) == col(Placement.jobseeker_id))
        .where(CheckIn.side == "coach", col(CheckIn.answered).is_(None))
        .where(col(CheckIn.attention).is_(False), col(CheckIn.settled).is_(None))
        .where(col(CheckIn.due) <= work.today, Placement.status == "running")
        .where(await my_people(work, who))
        .order_by(col(CheckIn.due), col(CheckIn.id))
        .limit(MOST)
    )
    found = (await work.tx.exec(query)).all()
    employers = await by_id(work, Employer, [each.employer_id for _, each, _, _ in found])
    of: dict[tuple[int, bool], list[CheckIn]] = defaultdict(list)
    for row, placement, _, _ in found:
        of[placement.id or 0, row.moment == checkins.WAGE_VALUE].append(row)
    about = {placement.id or 0: (placement, person, hers) for _, placement, person, hers in found}
    return [
        Waiting(
            "task",
            began,
            f"/console/plaatsingen/{number}#vraag-{rows[-1].id}",
            {
                "how": _how(work, rows[-1]),
                "name": called(person, hers),
                "company": refs.words(employers[placement.employer_id].name),
                "moment": refs.text(f"moment-{rows[-1].moment}|moment-other"),
                "earlier": len(rows) - 1,
            },
            due=began + timedelta(days=7),
            whose=hers.coach_id,
        )
        for (number, _), rows in of.items()
        for placement, person, hers in (about[number],)
        for began in (datetime.combine(rows[0].due, time(9), AMSTERDAM),)
    ]


def _how(work: Work, row: CheckIn) -> refs.Ref:
    """What the task is: for the loonwaardemeting, by which method the region measures."""
    if row.moment == checkins.WAGE_VALUE:
        return refs.text("desk-task-measure", method=checkins.method(work))
    return refs.text("desk-task-ask")


async def appointments(work: Work, who: Viewer, mine: Any) -> list[Waiting]:
    """Appointments of today, and those that were: how did it go? `mine` says whose."""
    begins = datetime.combine(work.today, time(), AMSTERDAM)
    query = (
        select(Meeting, Match, Employer, Jobseeker)
        .join(Match, col(Match.id) == col(Meeting.match_id))
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
        .join(Employer, col(Employer.id) == col(Vacancy.employer_id))
        .join(Jobseeker, col(Jobseeker.person_id) == col(Match.jobseeker_id))
        .where(Meeting.status == "planned", Match.state == "invited", mine)
        .where(col(Meeting.starts) < begins + timedelta(days=1))
        .order_by(col(Meeting.starts))
        .limit(MOST)
    )
    found = (await work.tx.exec(query)).all()
    people = await by_id(work, Person, [each.person_id for _, _, _, each in found])
    return [
        Waiting(
            "appointment" if meeting.starts >= begins else "met",
            meeting.starts if meeting.starts < begins else meeting.updated,
            f"/console/matches/{match.id}#afspraken",
            {
                "name": called(people[hers.person_id], hers),
                "company": refs.words(employer.name),
                "at": refs.moment(meeting.starts),
                "kind": refs.text(f"meeting-kind.{meeting.kind}"),
            },
            due=meeting.starts if meeting.starts >= begins else meeting.starts + DECIDE,
            whose=hers.coach_id,
        )
        for meeting, match, employer, hers in found
    ]


async def plans_due(work: Work, who: Viewer) -> list[Waiting]:
    """Plans whose day to look has come (PLAN-06)."""
    found = await plans.due_review(work, who)
    people = await _people(work, [plan.person_id for plan in found])
    after = await caseload.looks_after(work, who)
    return [
        Waiting(
            "plan-review",
            plan.updated,
            f"/console/werkzoekenden/{plan.person_id}/plan",
            {"name": called(*people[plan.person_id])},
            whose=people[plan.person_id][1].coach_id,
        )
        for plan in found
        if people[plan.person_id][1].coach_id in {None, *after}
    ]


async def without_plan(work: Work, who: Viewer) -> list[Waiting]:
    """Own people who should have a plan by now (PLAN-01): one row for all of them."""
    days = timedelta(days=work.region.follow_up.first_plan_days)
    found = [(row, person, row.created + days) for row, person in await plans.missing(work, who)]
    return _together("no-plan", found, timedelta())


async def silent(work: Work, who: Viewer) -> list[Waiting]:
    """Own people who said nothing for a month: one row for all of them, and a list behind it.

    Whom our own messages did not reach is not silent, and has a row of their own.
    """
    long = {
        level: work.now - timedelta(days=steers.silent) for level, steers in support.LEVELS.items()
    }
    heard = func.coalesce(col(Person.seen), col(Jobseeker.updated))
    query = (
        select(Jobseeker, Person)
        .join(Person, col(Person.id) == col(Jobseeker.person_id))
        .where(await my_people(work, who), col(Jobseeker.coach_id).is_not(None))
        .where(Jobseeker.status == "open", col(Person.unreachable).is_(None))
        .where(or_(*((col(Jobseeker.support) == each) & (heard < at) for each, at in long.items())))
        .order_by(heard)
    )
    mine = select(Jobseeker.person_id).where(await my_people(work, who))
    missed = {each.person_id for each in await reach.out_of_reach(work, work.now, mine)}
    found = [each for each in (await work.tx.exec(query)).all() if each[1].id not in missed]
    rows = [(row, person, person.seen or row.updated) for row, person in found]
    return _together("silent", rows, None)


def _together(
    kind: str, found: Sequence[tuple[Jobseeker, Person, datetime]], term: timedelta | None
) -> list[Waiting]:
    """One row about several people: how many, and who waits longest."""
    if not found:
        return []
    names = [called(person, row) for row, person, _ in found[:NAMED]]
    since = found[0][2]
    address = f"/console/werkzoekenden?toon={kind}"
    args = {"n": len(found), "names": refs.listed(*names), "more": max(len(found) - NAMED, 0)}
    return [Waiting(kind, since, address, args, due=None if term is None else since + term)]


async def forgotten(work: Work, who: Viewer) -> list[Waiting]:
    """People of whom nothing was heard for as long as data are kept: one row for all of them."""
    found = await unused.waiting(work, who)
    if not found:
        return []
    address = "/console/werkzoekenden?toon=unused"
    due = min(found.values()) + timedelta(days=work.region.retention.jobseeker)
    return [Waiting("unused", due, address, {"n": len(found)})]


async def unreachable(work: Work, who: Viewer) -> list[Waiting]:
    """Own people whom no message reaches."""
    query = (
        select(Person, Jobseeker)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Person.id))
        .where(await my_people(work, who), col(Person.unreachable).is_not(None))
        .order_by(col(Person.unreachable))
        .limit(MOST)
    )
    return [
        Waiting(
            "unreachable",
            person.unreachable or work.now,
            f"/console/werkzoekenden/{person.id}",
            {"name": called(person, row)},
            whose=row.coach_id,
        )
        for person, row in (await work.tx.exec(query)).all()
    ]


async def unreached(work: Work, who: Viewer) -> list[Waiting]:
    """Own people who fetched nothing of what was said on the web, in the time that matters."""
    mine = select(Jobseeker.person_id).where(await my_people(work, who))
    found = {each.person_id: each for each in await reach.out_of_reach(work, work.now, mine)}
    query = (
        select(Person, Jobseeker)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Person.id))
        .where(col(Person.id).in_(list(found)[:MOST]))
    )
    rows = (await work.tx.exec(query)).all() if found else []
    return [
        waits_to_be_reached(
            "unreached",
            found[row.person_id],
            f"/console/werkzoekenden/{row.person_id}#bereik",
            {"name": called(person, row)},
            row.coach_id,
        )
        for person, row in rows
    ]


def waits_to_be_reached(
    kind: str, each: reach.OutOfReach, address: str, args: dict[str, Any], whose: int | None
) -> Waiting:
    """One row about somebody whom no message reached: since when, and how many wait there."""
    args = {**args, "day": each.day, "n": each.number}
    return Waiting(kind, each.since, address, args, due=each.late, whose=whose)
