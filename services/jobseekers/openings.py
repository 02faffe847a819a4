"""Vacancies a jobseeker may come across by herself (DIS-01): search, why it fits, and applying.

Only what `rights.vacancy_public` lets through is found here. Whoever applies is put before her
coach like every other pair: a person decides (AVG art. 22); her own yes is remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rapidfuzz import fuzz
from sqlmodel import col, select

from services import agreed, caseload, events, matches, matching, places, rights, texts, vocabulary
from services.jobseekers import profiles
from services.matches import cards, nearest, proposals, search
from services.messages import message, outbox
from services.refused import RefusedError
from services.store.models import Employer, Jobseeker, Match, Vacancy
from services.texts import refs
from services.unit_of_work import Work

Row = tuple[Vacancy, Employer]
LIKE_ENOUGH = 78  # of 100: how alike what was typed and a title must be
MOST_SKILLS = 3
LONG_WAY = 90  # minutes from which a means is left out when another is quicker


async def public(work: Work) -> list[Row]:
    """Every vacancy that may be shown to anybody, the newest first."""
    query = (
        select(Vacancy, Employer)
        .join(Employer, col(Employer.id) == col(Vacancy.employer_id))
        .where(Vacancy.status == "open", col(Employer.verified).is_not(None))
        .order_by(col(Vacancy.reported).desc(), col(Vacancy.id))
    )
    rows = (await work.tx.exec(query)).all()
    return [(row, employer) for row, employer in rows if rights.vacancy_public(row, employer)]


async def one(work: Work, vacancy_id: int) -> Row:
    """A public vacancy; LookupError for what is not there or not public."""
    vacancy = await work.get(Vacancy, vacancy_id)
    employer = await work.get(Employer, vacancy.employer_id)
    if not rights.vacancy_public(vacancy, employer):
        raise LookupError("not public")
    return vacancy, employer


async def fitting(work: Work, jobseeker: Jobseeker, most: int) -> list[Vacancy]:
    """Public vacancies that fit somebody best, best first, also those proposed already."""
    allowed = {row.id or 0: row for row, _ in await public(work)}
    found = await search.vacancies_for(work, jobseeker.profile, most * 4)
    return [allowed[key] for key, _ in found if key in allowed][:most]


async def nearly(work: Work, jobseeker: Jobseeker, most: int) -> list[Vacancy]:
    """Public vacancies that somebody comes near to, for when nothing fits; nearest first."""
    allowed = {row.id for row, _ in await public(work)}
    found = await nearest.nearest(work, jobseeker, most * 4)
    return [each.vacancy for each in found if each.vacancy.id in allowed][:most]


def about(rows: Iterable[Row], words: str, language: str) -> list[Row]:
    """The vacancies that typed words are about: the same or nearby work, or a title alike.

    Best first. A title counts by its best piece, so that one word of it finds it.
    """
    typed = texts.plain(words)
    if not typed:
        return list(rows)
    found = vocabulary.normalise("occupation", words, language, 3)
    wanted = [each.concept.code for each in found]

    def likeness(row: Vacancy) -> float:
        near = (
            vocabulary.occupations_related(one, other)
            for one in wanted
            for other in row.demands.get("occupation") or ()
        )
        title = fuzz.token_set_ratio(typed, texts.plain(row.title))
        return max(float(title), 100 * max(near, default=0.0))

    rated = [(likeness(row), row, employer) for row, employer in rows]
    rated = [each for each in rated if each[0] >= LIKE_ENOUGH]
    return [(row, employer) for _, row, employer in sorted(rated, key=lambda each: -each[0])]


def within(rows: Iterable[Row], home: str, kilometres: int) -> list[Row]:
    """The vacancies at most so far from a place, as the crow flies; unknown places stay out."""
    here = places.place(home)
    if here is None:
        return list(rows)
    return [
        (row, employer)
        for row, employer in rows
        if (there := places.place(str(row.demands.get("place") or "")))
        and places.kilometres(here, there) <= kilometres
    ]


async def shown(work: Work, jobseeker: Jobseeker | None, vacancy_id: int) -> dict[str, Any]:
    """What somebody reads about a vacancy: its facts and, once there is a profile, why it fits."""
    vacancy, employer = await one(work, vacancy_id)
    facts = {
        "title": refs.words(vacancy.title),
        "employer": agreed.employer_named(vacancy, employer),
        "facts": cards.vacancy_lines(vacancy),
        "why": refs.text("reasons-none"),
        "think": refs.text("reasons-none"),
    }
    if jobseeker is None:
        return facts
    fit = matching.fit(jobseeker.profile, vacancy.demands, proposals.rules(work))
    return {**facts, **cards.reasons_for(fit)}


async def apply(work: Work, person_id: int, vacancy_id: int) -> Match:
    """She wants this vacancy: it goes to her coach, who hears that it was her own idea.

    Raises RefusedError when it was decided already, LookupError when it is not public.
    """
    vacancy, _ = await one(work, vacancy_id)
    jobseeker = await work.get(Jobseeker, person_id)
    query = select(Match).where(Match.jobseeker_id == person_id, Match.vacancy_id == vacancy_id)
    match = (await work.tx.exec(query)).first()
    if match is not None and match.state == "approved":
        return await matches.move(work, match.id or 0, "interested", actor=person_id)
    if match is not None and (match.state != "proposed" or match.origin == "jobseeker"):
        raise RefusedError("decided")
    fit = matching.fit(jobseeker.profile, vacancy.demands, proposals.rules(work))
    if match is None:
        match = Match(
            jobseeker_id=person_id,
            vacancy_id=vacancy_id,
            coach_id=jobseeker.coach_id,
            created=work.now,
            since=work.now,
        )
        work.tx.add(match)
    match.origin, match.score, match.reasons = "jobseeker", fit.score, fit.as_json()
    match.snoozed = None
    await work.tx.flush()
    await events.log(
        work, "match-applied", actor=person_id, about=person_id, subject=("match", match.id or 0)
    )
    await _tell_coach(work, jobseeker, match, vacancy)
    return match


async def _tell_coach(work: Work, jobseeker: Jobseeker, match: Match, vacancy: Vacancy) -> None:
    name = refs.name(jobseeker.person_id)
    body = outbox.line("staff-applied", name=name, title=refs.words(vacancy.title))
    body = body.with_buttons(
        message.opens("review", refs.text("staff-applied.open"), match.id),
    )
    for staff_id in await caseload.of_jobseeker(work, jobseeker):
        outbox.tell(work, staff_id, body)


def journey(jobseeker: Jobseeker, vacancy: Vacancy) -> refs.Ref:
    """How long the way there takes by each means somebody has: an estimate, and said so."""
    means = [m for m in profiles.MEANS if m in (jobseeker.profile.get("travel") or profiles.MEANS)]
    return way(str(jobseeker.profile.get("home") or ""), vacancy, means)


def way(home: str, vacancy: Vacancy, means: Sequence[str] = profiles.MEANS) -> refs.Ref:
    """The same from any place, by its code; nobody walks three hours to work."""
    here, there = places.place(home), places.place(str(vacancy.demands.get("place") or ""))
    if here is None or there is None:
        return refs.text("journey-unknown")
    takes = {each: places.travel_minutes(here, there, each) for each in means}
    least = min(takes.values(), default=0)
    lines = [
        refs.text("journey-line", means=refs.text(f"jobseeker-travel.{each}"), minutes=n)
        for each, n in takes.items()
        if n <= max(LONG_WAY, least)
    ]
    return refs.bullets(*lines)


def pitch(name: str, jobseeker: Jobseeker) -> refs.Ref:
    """Three sentences to say about oneself, from one's own profile."""
    seen = jobseeker.profile
    work_done = seen.get("done") or seen.get("wanted") or []
    lines: list[Any] = []
    if work_done:
        kind = "done" if seen.get("done") else "wanted"
        lines.append(refs.text(f"pitch-{kind}", name=refs.words(name), work=_list(work_done)))
    if seen.get("skills"):
        skills: Sequence[str] = seen["skills"][:MOST_SKILLS]
        names = refs.listed(*(refs.concept("skill", code) for code in skills))
        lines.append(refs.text("pitch-skills", skills=names))
    if seen.get("hours"):
        lines.append(refs.text("pitch-hours", hours=refs.hours(*seen["hours"])))
    return refs.bullets(*lines) if lines else refs.text("pitch-nothing")


def _list(codes: Sequence[str]) -> refs.Ref:
    return refs.listed(*(refs.concept("occupation", code) for code in codes))
