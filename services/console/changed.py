"""Vandaag of who coaches: matches made under demands that an employer changed since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlmodel import col, select

from services import vacancies
from services.console.waits import MOST, Waiting, by_id, called, my_people
from services.matches import asked, old_demands
from services.rights import Viewer
from services.store.models import Employer, Event, Jobseeker, Match, Person, Vacancy
from services.texts import refs
from services.unit_of_work import Work

DECIDE = timedelta(days=1)  # somebody waits, or is on her way to an appointment


@dataclass(frozen=True)
class Change:
    """What an employer asks otherwise: a field, and references of what it was and is (or None)."""

    field: str
    was: refs.Ref | None
    now: refs.Ref | None


@dataclass(frozen=True)
class Changed:
    """What changed under a match, and what it means for this person."""

    event: int
    changes: list[Change]
    fits: bool
    was: int  # the score under the old demands, and the score now
    now: int
    worse: list[refs.Ref]  # references: what stands between now and did not before


def of_event(event: Event, vacancy: Vacancy) -> Changed:
    """The event as it is shown."""
    codes, answers = event.codes, vacancies.answers_now(vacancy)
    changes = [
        Change(field, _shown(field, was), _shown(field, answers.get(field)))
        for field, was in codes["before"].items()
    ]
    worse = [refs.text(text, **args) for text, args in codes["worse"]]
    return Changed(event.id or 0, changes, codes["fits"], codes["was"], codes["now"], worse)


def _shown(field: str, value: Any) -> refs.Ref | None:
    if value is None or value == []:
        return None
    return refs.words(value) if field == "title" else vacancies.shown(field, value)


async def of_match(work: Work, match: Match, vacancy: Vacancy) -> Changed | None:
    """What changed under a match that waits for a look; None when nothing does."""
    found = await old_demands.waiting(work, [match.id or 0])
    event = found.get(match.id or 0)
    return of_event(event, vacancy) if event and match.state in asked.WAITING else None


async def under_old_demands(work: Work, who: Viewer) -> list[Waiting]:
    """Own people whose match was made under demands that are no longer so."""
    query = (
        select(Match, Vacancy, Employer, Jobseeker)
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
        .join(Employer, col(Employer.id) == col(Vacancy.employer_id))
        .join(Jobseeker, col(Jobseeker.person_id) == col(Match.jobseeker_id))
        .where(col(Match.state).in_(asked.WAITING), await my_people(work, who))
        .where(col(Match.id).in_(_ever_changed()))
        .order_by(col(Match.id))
        .limit(MOST)
    )
    rows = (await work.tx.exec(query)).all()
    people = await by_id(work, Person, [hers.person_id for _, _, _, hers in rows])
    events = await old_demands.waiting(work, [match.id or 0 for match, *_ in rows])
    return [
        Waiting(
            "old-demands",
            event.at,
            f"/console/matches/{match.id}#veranderd",
            {
                "name": called(people[hers.person_id], hers),
                "title": refs.words(vacancy.title),
                "company": refs.words(employer.name),
                **_in_brief(of_event(event, vacancy)),
            },
            due=event.at + DECIDE,
            whose=hers.coach_id,
        )
        for match, vacancy, employer, hers in rows
        if (event := events.get(match.id or 0))
    ]


def _ever_changed() -> Any:
    kinds = Event.subject == "match", Event.kind == old_demands.CHANGED
    return select(col(Event.subject_id)).where(*kinds)


def _in_brief(changed: Changed) -> Mapping[str, Any]:
    """What changed and what it means, in one line."""
    labels = [refs.text(f"vacancy-{each.field}.label") for each in changed.changes]
    return {"fields": refs.listed(*labels), "means": means(changed)}


def means(changed: Changed) -> refs.Ref:
    """What it means for this person, in one sentence."""
    which = "no" if not changed.fits else "less" if changed.now < changed.was else "still"
    return refs.text(f"desk-demands-mean-{which}", was=changed.was, now=changed.now)
