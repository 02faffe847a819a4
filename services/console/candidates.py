"""Everybody who may fit one vacancy side by side, as far as a member of staff may see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlmodel import col, select

from services import instruments, matches, matching, rights
from services.console import compare
from services.console.person import named
from services.matches import search
from services.matching import Part
from services.region.rules import PriorityGroup
from services.rights import Viewer
from services.store.models import Employer, Jobseeker, Match, Person, Vacancy
from services.unit_of_work import Work

MOST_NEW = 4  # people not proposed yet, beside the matches
LOOKED_AT = 80  # of the region's best, to find those one may see among them
REASONS = 3  # for and against, each


@dataclass(frozen=True)
class Candidate:
    """A column: a match, or somebody who is not proposed yet (`state` is empty then)."""

    key: str  # m and the match, or p and the person
    name: str  # empty: not to be seen yet
    address: str
    state: str
    fit: matching.Fit
    sides: Mapping[str, compare.Row]
    helps: Sequence[compare.Row]  # what helps her work well, for the coach's side alone
    may_choose: bool
    priority: str = ""  # a group of the region that comes first for this vacancy (PRI-01)

    @property
    def good(self) -> Sequence[Part]:
        """The weightiest reasons for."""
        return _weightiest(self.fit, "fits")

    @property
    def bad(self) -> Sequence[Part]:
        """What stands in the way, and what is missing."""
        return [*self.fit.blocks, *_weightiest(self.fit, "gap", "learnable")][:REASONS]


def _weightiest(fit: matching.Fit, *verdicts: str) -> Sequence[Part]:
    blocks = {part.name for part in fit.blocks}
    parts = [p for p in fit.parts if p.asked and p.verdict in verdicts and p.name not in blocks]
    return sorted(parts, key=lambda part: -part.out_of)[:REASONS]


@dataclass(frozen=True)
class Candidates:
    """All columns, best fit first, and how many matches this viewer may not see yet."""

    vacancy: Vacancy
    employer: Employer
    people: Sequence[Candidate]
    topics: Sequence[str]
    asked: Mapping[str, compare.Row]
    hidden: int
    prioritised: bool  # does the region put a group first for this vacancy?


async def of_vacancy(
    work: Work, who: Viewer, vacancy_id: int, *, priority_first: bool = False
) -> Candidates:
    """Who may fit a vacancy; LookupError for a vacancy that may not be seen.

    Best fit first; `priority_first` puts the region's priority groups before them (PRI-01).
    """
    vacancy = await work.get(Vacancy, vacancy_id)
    employer = await work.get(Employer, vacancy.employer_id)
    if not rights.may_see_vacancy(who, vacancy, employer):
        raise LookupError("not yours")
    query = (
        select(Match, Jobseeker, Person)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Match.jobseeker_id))
        .join(Person, col(Person.id) == col(Match.jobseeker_id))
        .where(Match.vacancy_id == vacancy_id)
    )
    known = (await work.tx.exec(query)).all()
    running = [each for each in known if each[0].state in matches.OPEN]
    seen = [each for each in running if rights.may_see_match(who, each[0], each[1], employer)]
    found = [
        _column(
            who,
            vacancy,
            jobseeker,
            named(who, match, jobseeker, employer, person),
            matching.Fit.from_json(match.reasons),
            match,
        )
        for match, jobseeker, person in seen
    ]
    found += await _new(work, who, vacancy, [match.jobseeker_id for match, _, _ in known])
    groups = _groups(work, vacancy)
    if groups:
        people = {match.id: jobseeker for match, jobseeker, _ in seen}
        found = [await _marked(work, who, each, people, groups) for each in found]
    asked = {topic: row for each in found for topic, row in each.sides.items()}
    return Candidates(
        vacancy,
        employer,
        sorted(
            found,
            key=lambda each: (priority_first and not each.priority, -each.fit.score, each.key),
        ),
        [topic for topic in compare.TOPICS if topic in asked],
        asked,
        len(running) - len(seen),
        bool(groups),
    )


def _groups(work: Work, vacancy: Vacancy) -> Sequence[PriorityGroup]:
    """The groups that come first here: only for places of the banenafspraak, if the region says so.

    It is a way to sort a list of staff, never a part of a score.
    """
    if "banenafspraak" not in (vacancy.demands.get("open_to") or ()):
        return ()
    return work.region.priority_on(work.today)


async def _marked(
    work: Work,
    who: Viewer,
    column: Candidate,
    people: Mapping[int | None, Jobseeker],
    groups: Sequence[PriorityGroup],
) -> Candidate:
    """The column with its priority group, for whoever may see what that hangs on."""
    number = int(column.key[1:])
    if column.key.startswith("m"):
        jobseeker = people[number]
    else:
        jobseeker = await work.get(Jobseeker, number)
    if not rights.may_see_dossier(who, jobseeker):
        return column
    facts = await instruments.facts_of_person(work, jobseeker, who)
    code = next((g.code for g in groups if g.applies_when.verdict(facts) == "maybe"), "")
    return replace(column, priority=code)


def _column(
    who: Viewer,
    vacancy: Vacancy,
    jobseeker: Jobseeker,
    name: str,
    fit: matching.Fit,
    match: Match | None = None,
) -> Candidate:
    coaching = rights.may_see_jobseeker(who, jobseeker)
    rows = compare.rows(jobseeker.profile, vacancy.demands, fit, helps=coaching)
    open_ = vacancy.status == "open" and not vacancy.demands.get("strike")
    return Candidate(
        f"m{match.id}" if match else f"p{jobseeker.person_id}",
        name,
        f"/console/matches/{match.id}"
        if match
        else f"/console/werkzoekenden/{jobseeker.person_id}",
        match.state if match else "",
        fit,
        {row.topic: row for row in rows if row.topic != "helps"},
        [row for row in rows if row.topic == "helps"],
        open_
        and rights.may_change_jobseeker(who, jobseeker)
        and (match is None or match.state == "proposed"),
    )


async def _new(
    work: Work, who: Viewer, vacancy: Vacancy, known: Sequence[int]
) -> Sequence[Candidate]:
    """The best of whom this viewer may see and who are not proposed (Wet SUWI 31a: no strike)."""
    if vacancy.status != "open" or vacancy.demands.get("strike"):
        return []
    best = await search.people_for(work, vacancy.demands, LOOKED_AT, known)
    query = (
        select(Jobseeker, Person)
        .join(Person, col(Person.id) == col(Jobseeker.person_id))
        .where(col(Jobseeker.person_id).in_([key for key, _ in best]))
        .where(rights.jobseeker_scope(who))
    )
    rows = {row.person_id: (row, person) for row, person in (await work.tx.exec(query)).all()}
    new = [rows[key] for key, _ in best if key in rows][:MOST_NEW]
    return [
        _column(who, vacancy, row, person.full_name or person.name or "?", _fit(work, row, vacancy))
        for row, person in new
    ]


def _fit(work: Work, jobseeker: Jobseeker, vacancy: Vacancy) -> matching.Fit:
    return matching.fit(jobseeker.profile, vacancy.demands, search.rules(work))
