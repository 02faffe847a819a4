"""Starting from a person: which vacancies come nearest, and who hired people like this before.

For staff who look for work for one jobseeker (aanbodgericht werken). Reads only; nothing here
proposes anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlmodel import col, func, select

from services import matching
from services.matches import search
from services.matching.parts import understood
from services.matching.work import ALIKE, related
from services.store.models import Employer, Jobseeker, Match, Placement, Vacancy
from services.unit_of_work import Work

LOOKED_AT = 300  # vacancies that are judged: those whose work is nearest
HIRED_WITHIN = timedelta(days=730)


@dataclass(frozen=True)
class Near:
    """A vacancy that somebody comes near to, and everything that stands between."""

    vacancy: Vacancy
    employer: Employer
    fit: matching.Fit

    @property
    def between(self) -> list[matching.Part]:
        """Limits that are broken first, then what is lacking or must be learned."""
        broken = {block.name for block in self.fit.blocks}
        gaps = [part for part in self.fit.parts if part.verdict in ("gap", "learnable")]
        return [*self.fit.blocks, *(p for p in gaps if p.asked and p.name not in broken)]


@dataclass(frozen=True)
class Hired:
    """An employer who took on so many people for such work, and its vacancies for it now."""

    employer: Employer
    people: int
    vacancies: tuple[Vacancy, ...]


async def nearest(work: Work, jobseeker: Jobseeker, most: int) -> list[Near]:
    """Open vacancies somebody does not quite fit: fewest limits broken first, then by score.

    Only work that is like what they want or did; pairs that were decided on are left out.
    """
    decided = select(Match.vacancy_id).where(Match.jobseeker_id == jobseeker.person_id)
    query = (
        select(Vacancy, Employer)
        .join(Employer, col(Employer.id) == col(Vacancy.employer_id))
        .where(Vacancy.status == "open", col(Vacancy.id).not_in(decided))
    )
    rules, alike = search.rules(work), _Alike(jobseeker.profile)
    rows = [
        (nearness, row, employer)
        for row, employer in (await work.tx.exec(query)).all()
        if (nearness := alike.to(row.demands)) >= ALIKE and not row.demands.get("strike")
    ]
    rows = sorted(rows, key=lambda each: (-each[0], each[1].id))[:LOOKED_AT]
    found = [
        Near(row, employer, matching.fit(jobseeker.profile, row.demands, rules))
        for _, row, employer in rows
    ]
    found = [each for each in found if not rules.accepts(each.fit)]
    return sorted(found, key=lambda each: (len(each.fit.blocks), -each.fit.score))[:most]


async def hired(work: Work, jobseeker: Jobseeker, most: int) -> list[Hired]:
    """Employers who took people on for such work in the last two years, most people first."""
    alike, since = _Alike(jobseeker.profile), (work.now - HIRED_WITHIN).date()
    query = (
        select(Vacancy, func.count(col(Placement.id)))
        .join(Placement, col(Placement.vacancy_id) == col(Vacancy.id))
        .where(col(Placement.starts) >= since)
        .group_by(col(Vacancy.id))
    )
    people: dict[int, int] = {}
    for row, count in (await work.tx.exec(query)).all():
        if alike.to(row.demands) >= ALIKE:
            people[row.employer_id] = people.get(row.employer_id, 0) + count
    chosen = sorted(people, key=lambda employer: (-people[employer], employer))[:most]
    return [
        Hired(
            await work.get(Employer, each),
            people[each],
            tuple(row for row in await _open(work, each) if alike.to(row.demands) >= ALIKE),
        )
        for each in chosen
    ]


async def _open(work: Work, employer_id: int) -> list[Vacancy]:
    query = select(Vacancy).where(Vacancy.employer_id == employer_id, Vacancy.status == "open")
    return list((await work.tx.exec(query.order_by(col(Vacancy.id)))).all())


class _Alike:
    """How like a vacancy's work is to what somebody wants or did (0..1), each pair once."""

    def __init__(self, profile: Mapping[str, Any]) -> None:
        fields = (understood(profile.get(field)) or () for field in ("wanted", "done"))
        self._own = tuple(dict.fromkeys(code for field in fields for code in field))
        self._known: dict[str, float] = {}

    def to(self, demands: matching.Demands) -> float:
        asked = understood(demands.get("occupation")) or ()
        return max((self._one(code) for code in asked), default=0.0)

    def _one(self, code: str) -> float:
        if code not in self._known:
            self._known[code] = max((related(own, code) for own in self._own), default=0.0)
        return self._known[code]
