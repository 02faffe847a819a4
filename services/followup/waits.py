"""What may wait, found in the database: one query a situation, bounded by an index.

The state itself is what cancels a nudge: when a match is decided, a profile confirmed or a plan
reviewed, its case is no longer found. So nothing has to be planned or cancelled where things
change, and nothing that waits can be forgotten. `until` is the moment up to which things began.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from sqlmodel import col, func, select

from services.agreed import by_phone
from services.agreed import employer_named as named
from services.clock import AMSTERDAM
from services.followup.model import Case
from services.jobseekers import support
from services.jobseekers.plans import without_any
from services.jobseekers.profiles import FIELDS, confirmed_on
from services.retention import unused
from services.store.models import (
    CheckIn,
    Employer,
    Jobseeker,
    Match,
    Meeting,
    Person,
    Placement,
    Plan,
    Survey,
    Talk,
    Vacancy,
)
from services.texts import refs
from services.unit_of_work import Work

HORIZON = timedelta(days=60)  # what has waited longer has been followed up, or never will be
INTAKES = ("jobseeker", "employer", "vacancy")
INTERVALS = {"week": 7, "two-weeks": 14, "month": 30}  # days: how often an employer wants to hear
NINE = time(9)
AT_ONCE = 200  # people read at once where everybody is
EARLY = timedelta(days=7)  # how far a promise may move earlier, over holidays and a weekend


def _morning(day: Any) -> datetime:
    """Nine o'clock on a day in Amsterdam: when things that have a date begin."""
    return datetime.combine(day, NINE, AMSTERDAM).astimezone(UTC)


async def intakes(work: Work, until: datetime) -> Sequence[Case]:
    """A first talk somebody began and left."""
    query = (
        select(Talk, Person, Jobseeker)
        .join(Person, col(Person.id) == col(Talk.person_id))
        .outerjoin(Jobseeker, col(Jobseeker.person_id) == col(Talk.person_id))
        .where(col(Talk.dialog).in_(INTAKES), col(Talk.finished).is_(None))
        .where(col(Talk.touched) > work.now - HORIZON, col(Talk.touched) <= until)
        .where(col(Person.erased).is_(None))
    )
    return [
        Case(
            talk.person_id,
            talk.touched,
            {"self": talk.person_id},
            {"name": refs.name(talk.person_id)},
            f"{talk.dialog}-{talk.touched.isoformat()}",
        )
        for talk, person, jobseeker in (await work.tx.exec(query)).all()
        if not (talk.dialog == "jobseeker" and jobseeker)
    ]


def in_state(
    state: str, *, verified: bool | None = None
) -> Callable[[Work, datetime], Awaitable[Sequence[Case]]]:
    """Matches that came into a state and are still in it."""

    async def find(work: Work, until: datetime) -> Sequence[Case]:
        query = (
            select(Match, Vacancy, Jobseeker, Employer)
            .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
            .join(Jobseeker, col(Jobseeker.person_id) == col(Match.jobseeker_id))
            .join(Employer, col(Employer.id) == col(Vacancy.employer_id))
            .where(Match.state == state, col(Vacancy.status).not_in(("hold", "look")))
            .where(col(Match.since) > work.now - HORIZON, col(Match.since) <= until)
        )
        return [
            Case(
                match.id or 0,
                max(match.since, match.snoozed) if match.snoozed else match.since,
                {
                    "jobseeker": match.jobseeker_id,
                    "contact": vacancy.contact_id,
                    "coach": jobseeker.coach_id,
                    "account_manager": employer.account_manager_id,
                },
                {"title": refs.words(vacancy.title), "employer": named(vacancy, employer, state)},
                vacancy=vacancy.id if by_phone(vacancy) else None,
            )
            for match, vacancy, jobseeker, employer in (await work.tx.exec(query)).all()
            if match.agreed is None
            and (verified is None or verified == (employer.verified is not None))
        ]

    return find


async def unanswered(work: Work, until: datetime) -> Sequence[Case]:
    """Vacancies whose employer has not had the 72-hour answer."""
    return [case for row, case in await _vacancies(work, until) if not row.answer.get("sent")]


async def looked_at(work: Work, until: datetime) -> Sequence[Case]:
    """Vacancies that wait for a colleague to look at what stands in them, since they came to wait.

    A changed one waits anew.
    """
    found = await _vacancies(work, until, "look")
    return [
        replace(case, since=row.updated, episode=row.updated.isoformat()) for row, case in found
    ]


async def progress(work: Work, until: datetime) -> Sequence[Case]:
    """Each time an employer wants to hear how it goes, after the first answer."""
    cases, counts = [], await _counts(work)
    for row, case in await _vacancies(work, until):
        days = INTERVALS.get(str(row.agreement.get("interval") or ""))
        if not days or not row.answer.get("sent"):
            continue
        number = max((min(until, work.now) - row.reported).days // days, 1)
        while (since := row.reported + timedelta(days=days * number)) <= until + EARLY:
            args = {**case.args, **counts[case.subject_id]}
            cases.append(replace(case, since=since, args=args, episode=f"round-{number}"))
            number += 1
    return cases


_STAGES: Mapping[str, tuple[str, ...]] = {
    "looking": ("proposed", "approved", "interested"),
    "waiting": ("introduced",),
    "meeting": ("invited", "met"),
}


async def _counts(work: Work) -> Mapping[int, Mapping[str, int]]:
    """For each open vacancy how many matches are being looked at, wait for the employer, or met."""
    query = (
        select(Match.vacancy_id, Match.state, func.count())
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
        .where(Vacancy.status == "open")
        .group_by(col(Match.vacancy_id), col(Match.state))
    )
    found: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(_STAGES, 0))
    for vacancy_id, state, count in (await work.tx.exec(query)).all():
        for stage, states in _STAGES.items():
            if state in states:
                found[vacancy_id][stage] += count
    return found


async def ending(work: Work, until: datetime) -> Sequence[Case]:
    """Vacancies by the day after which they are no longer open."""
    return [
        replace(case, since=_morning(day), args={**case.args, "day": refs.day(day)})
        for row, case in await _vacancies(work, until)
        if (day := row.expires)
    ]


async def _vacancies(
    work: Work, until: datetime, status: str = "open"
) -> list[tuple[Vacancy, Case]]:
    query = (
        select(Vacancy, Employer)
        .join(Employer, col(Employer.id) == col(Vacancy.employer_id))
        .where(Vacancy.status == status, col(Vacancy.reported) <= until)
    )
    return [
        (
            row,
            Case(
                row.id or 0,
                row.reported,
                {"contact": row.contact_id, "account_manager": employer.account_manager_id},
                {"title": refs.words(row.title), "employer": refs.words(employer.name)},
                vacancy=row.id if by_phone(row) else None,
            ),
        )
        for row, employer in (await work.tx.exec(query)).all()
    ]


async def meetings(work: Work, until: datetime) -> Sequence[Case]:
    """Appointments, counted from when they start; a changed time is another case."""
    query = (
        select(Meeting, Match, Vacancy, Employer)
        .join(Match, col(Match.id) == col(Meeting.match_id))
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
        .join(Employer, col(Employer.id) == col(Vacancy.employer_id))
        .where(Meeting.status == "planned")
        .where(col(Meeting.starts) > work.now - HORIZON)
        .where(col(Meeting.starts) <= until + EARLY)
    )
    return [
        Case(
            meeting.id or 0,
            meeting.starts,
            {"jobseeker": match.jobseeker_id, "contact": vacancy.contact_id},
            {
                "title": refs.words(vacancy.title),
                "employer": refs.words(employer.name),
                "at": refs.moment(meeting.starts),
            },
            vacancy=vacancy.id if by_phone(vacancy) else None,
        )
        for meeting, match, vacancy, employer in (await work.tx.exec(query)).all()
    ]


def check_ins(side: str) -> Callable[[Work, datetime], Awaitable[Sequence[Case]]]:
    """Aftercare questions whose day has come and that nobody answered or settled."""

    async def find(work: Work, until: datetime) -> Sequence[Case]:
        query = (
            select(CheckIn, Placement, Employer, Vacancy)
            .join(Placement, col(Placement.id) == col(CheckIn.placement_id))
            .join(Employer, col(Employer.id) == col(Placement.employer_id))
            .join(Person, col(Person.id) == col(Placement.jobseeker_id))
            .outerjoin(Vacancy, col(Vacancy.id) == col(Placement.vacancy_id))
            .where(CheckIn.side == side, col(CheckIn.answered).is_(None))
            .where(col(CheckIn.settled).is_(None), Placement.status == "running")
            .where(col(CheckIn.due) > (work.now - HORIZON).date())
            .where(col(CheckIn.due) <= until.date())
        )
        return [
            Case(
                check_in.id or 0,
                _morning(check_in.due),
                {"self": check_in.person_id, "coach": placement.coach_id},
                {
                    "employer": refs.words(employer.name),
                    "name": refs.name(placement.jobseeker_id),
                    "moment": refs.text(f"moment-{check_in.moment}|moment-other"),
                },
                vacancy=placement.vacancy_id
                if side == "employer" and vacancy is not None and by_phone(vacancy)
                else None,
            )
            for check_in, placement, employer, vacancy in (await work.tx.exec(query)).all()
        ]

    return find


async def stale_profiles(work: Work, until: datetime) -> Sequence[Case]:
    """For everybody the field that has been out of date longest ("klopt dit nog?")."""
    cases = []
    async for row in _open_people(work):
        ends = [
            (_morning(day) + timedelta(days=work.region.fresh_days(field)), field)
            for field in row.confirmed
            if field in FIELDS
            and (day := confirmed_on(row, field))
            and row.profile.get(field) is not None
        ]
        if ends and min(ends)[0] <= until:
            since, field = min(ends)
            cases.append(
                Case(
                    row.person_id,
                    since,
                    {"self": row.person_id},
                    {"field": refs.text(f"jobseeker-{field}.label|{field}-{field}.label")},
                    f"{field}-{since.date()}",
                    about=FIELDS.index(field) + 1,
                )
            )
    return cases


async def silent(work: Work, until: datetime) -> Sequence[Case]:
    """Jobseekers who have not said anything for long, counted from their last word."""
    days = work.region.follow_up.no_contact_days
    long_ago = until - timedelta(days=days - 1)
    query = (
        select(Person.id, Person.seen, Jobseeker)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Person.id))
        .where(Jobseeker.status == "open", col(Person.seen).is_not(None))
        .where(col(Person.seen) > work.now - HORIZON, col(Person.seen) <= long_ago)
        .where(col(Person.erased).is_(None))
    )
    return [
        Case(
            person_id or 0,
            seen + (support.of(row).calm - 1) * timedelta(days=days),
            {"self": person_id, "coach": row.coach_id},
            {"name": refs.name(person_id or 0)},
        )
        for person_id, seen, row in (await work.tx.exec(query)).all()
        if seen
    ]


async def unused_profiles(work: Work, until: datetime) -> Sequence[Case]:
    """Profiles that will soon have been kept for as long as they may: "mogen we ze bewaren?"."""
    days = timedelta(days=work.region.retention.jobseeker)
    return [
        Case(person_id, last + days - unused.ASKED_BEFORE, {"self": person_id})
        for person_id, last in await unused.coming(work, until)
    ]


async def plans(work: Work, until: datetime) -> Sequence[Case]:
    """Plans by the day on which they are looked at again."""
    query = (
        select(Plan, Jobseeker.coach_id, Person)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Plan.person_id))
        .join(Person, col(Person.id) == col(Plan.person_id))
        .where(Plan.state == "agreed", col(Plan.review_on).is_not(None))
        .where(col(Plan.review_on) > (work.now - HORIZON).date())
        .where(col(Plan.review_on) <= until.date())
    )
    return [
        Case(
            plan.id or 0,
            _morning(plan.review_on),
            {"self": plan.person_id, "coach": coach},
            {"name": refs.name(plan.person_id)},
        )
        for plan, coach, person in (await work.tx.exec(query)).all()
    ]


async def unplanned(work: Work, until: datetime) -> Sequence[Case]:
    """People without any plan, from the day on which there should be one (PLAN-01)."""
    days = timedelta(days=work.region.follow_up.first_plan_days)
    query = (
        select(Jobseeker)
        .where(without_any(), col(Jobseeker.coach_id).is_not(None))
        .where(col(Jobseeker.created) > work.now - days - HORIZON)
        .where(col(Jobseeker.created) <= until - days + EARLY)
    )
    return [
        Case(
            row.person_id,
            row.created + days,
            {"jobseeker": row.person_id, "coach": row.coach_id},
            {"name": refs.name(row.person_id)},
        )
        for row in (await work.tx.exec(query)).all()
    ]


async def surveyed(work: Work, until: datetime) -> Sequence[Case]:
    """Surveys nobody answered yet."""
    query = (
        select(Survey)
        .where(col(Survey.answered).is_(None), col(Survey.person_id).is_not(None))
        .where(col(Survey.asked) > work.now - HORIZON, col(Survey.asked) <= until)
    )
    return [
        Case(row.id or 0, row.asked, {"self": row.person_id})
        for row in (await work.tx.exec(query)).all()
    ]


async def _open_people(work: Work) -> AsyncIterator[Any]:
    """Number, confirmations and profile of everybody open; others get their turn in between."""
    columns = (Jobseeker.person_id, Jobseeker.confirmed, Jobseeker.profile)
    query = select(*columns).where(Jobseeker.status == "open").order_by(col(Jobseeker.person_id))
    last = 0
    while rows := (
        await work.tx.exec(query.where(col(Jobseeker.person_id) > last).limit(AT_ONCE))
    ).all():
        for row in rows:
            yield row
        last = rows[-1][0]
