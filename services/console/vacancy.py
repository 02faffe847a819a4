"""A vacancy: what it asks and what that costs, its answer, and its matches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from services import matches, matching, rights
from services.console.person import history, named
from services.matches import search
from services.rights import Viewer
from services.store.models import Employer, Event, Jobseeker, Match, Person, Vacancy
from services.unit_of_work import Work
from services.vacancies import answer_72h


@dataclass(frozen=True)
class VacancyFile:
    """A vacancy with its employer and its matches."""

    row: Vacancy
    employer: Employer
    contact: Person | None
    may_manage: bool
    now: int  # how many people may be proposed, exactly: staff see numbers, not bands (bands)
    reliefs: Sequence[matching.Relief]  # what each demand costs, dearest first
    softer: Sequence[matching.Relief]  # and what asking a little less would give
    unusual: Sequence[matching.Unusual]  # demands that few people for this work meet
    carving: matching.Carving | None  # tasks that a colleague could do (CAR-04)
    matches: Sequence[tuple[Match, bool, str]]  # whether it may be opened, and the name if any
    history: Sequence[tuple[Event, str]]
    draft: dict[str, Any] | None  # of the 72-hour answer, for who may send it; None when sent
    answered_by: str  # who sent it; empty for the program


async def vacancy_file(work: Work, who: Viewer, vacancy_id: int) -> VacancyFile:
    """Everything about a vacancy; names of jobseekers only for who may see them."""
    row = await work.get(Vacancy, vacancy_id)
    employer = await work.get(Employer, row.employer_id)
    if not rights.may_see_vacancy(who, row, employer):
        raise LookupError("not yours")
    may_manage = rights.may_manage_employer(who, employer)
    drafts = may_manage and row.status == "open" and not row.answer.get("sent")
    sender = row.answer.get("actor")
    return VacancyFile(
        row,
        employer,
        await work.tx.get(Person, row.contact_id),
        may_manage,
        *await _chances(work, row),
        await _matches(work, who, row, employer),
        await history(
            work, (col(Event.subject) == "vacancy") & (col(Event.subject_id) == vacancy_id)
        ),
        await answer_72h.draft(work, row) if drafts else None,
        await matches.person_name(work, sender) if sender else "",
    )


async def _matches(
    work: Work, who: Viewer, row: Vacancy, employer: Employer
) -> Sequence[tuple[Match, bool, str]]:
    query = (
        select(Match, Jobseeker, Person)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Match.jobseeker_id))
        .join(Person, col(Person.id) == col(Match.jobseeker_id))
        .where(Match.vacancy_id == row.id)
        .order_by(col(Match.score).desc(), col(Match.id))
    )
    return [
        (
            match,
            rights.may_see_match(who, match, jobseeker, employer),
            named(who, match, jobseeker, employer, person),
        )
        for match, jobseeker, person in (await work.tx.exec(query)).all()
    ]


async def _chances(
    work: Work, row: Vacancy
) -> tuple[
    int,
    Sequence[matching.Relief],
    Sequence[matching.Relief],
    Sequence[matching.Unusual],
    matching.Carving | None,
]:
    asked = row.demands
    if row.status != "open" or asked.get("strike"):
        return 0, (), (), (), None
    now, reliefs = await search.what_if(work, asked)
    _, softer = await search.what_if(work, asked, matching.softer(asked))
    softer = [each for each in softer if each.gained]
    return (
        now,
        reliefs,
        softer,
        await search.unusual(work, asked),
        await search.carving(work, asked),
    )
