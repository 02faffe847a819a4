"""Who of staff looks after whom, on a given day: the one place where that is found (caseload).

Nobody who left is ever addressed, and who is absent is stood in for. What no person looks after
goes to the team, from there to the regional manager, and at last to the administrators, so that
every open thing has somebody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import and_
from sqlmodel import col, select

from services import rights
from services.rights import Viewer
from services.store.models import (
    Absence,
    Contact,
    Employer,
    Jobseeker,
    Match,
    Person,
    Placement,
    Staff,
    Vacancy,
)
from services.unit_of_work import Work


async def present(work: Work, ids: Iterable[int | None]) -> list[int]:
    """These colleagues, or who stands in for them today; who left and nobody covers is left out."""
    wanted = [each for each in dict.fromkeys(ids) if each is not None]
    if not wanted:
        return []
    away = and_(
        col(Absence.person_id) == col(Staff.person_id),
        col(Absence.starts) <= work.today,
        col(Absence.ends) >= work.today,
    )
    query = select(Staff, Absence).outerjoin(Absence, away).where(col(Staff.person_id).in_(wanted))
    rows = {staff.person_id: (staff, absence) for staff, absence in (await work.tx.exec(query))}
    found: dict[int, None] = {}
    for each in wanted:
        staff, absence = rows.get(each, (None, None))
        if staff is None or not staff.active:
            continue
        cover = absence.covered_by if absence else each
        if cover is not None and (cover == each or await _at_work(work, cover)):
            found[cover] = None
    return list(found)


async def _at_work(work: Work, person_id: int | None) -> bool:
    """Does this stand-in work here, and are they not away themselves?"""
    staff = await work.tx.get(Staff, person_id) if person_id else None
    if staff is None or not staff.active:
        return False
    query = select(Absence.id).where(
        Absence.person_id == person_id,
        col(Absence.starts) <= work.today,
        col(Absence.ends) >= work.today,
    )
    return (await work.tx.exec(query.limit(1))).first() is None


async def viewer_of(work: Work, person_id: int) -> Viewer | None:
    """The viewer somebody is, with whom they stand in for; None for who is no (active) staff."""
    staff = await work.tx.get(Staff, person_id)
    if staff is None or not staff.active:
        return None
    query = select(Absence.person_id).where(
        Absence.covered_by == person_id,
        col(Absence.starts) <= work.today,
        col(Absence.ends) >= work.today,
    )
    covers = frozenset((await work.tx.exec(query)).all())
    organisation = work.region.organisation(staff.organisation)
    return rights.viewer(staff, covers, organisation.kind if organisation else "gemeente")


async def looks_after(work: Work, who: Viewer) -> frozenset[int]:
    """Whose people or employers are this colleague's work now: own, and of whom they stand in for.

    A lead also has those of colleagues in the team who are away or left while nobody stands in.
    """
    if not who.lead:
        return who.stands_for
    side = rights.EMPLOYER_SIDE if who.role in rights.EMPLOYER_SIDE else rights.COACHING
    query = select(Staff.person_id).where(Staff.team == who.team, col(Staff.role).in_(list(side)))
    team = (await work.tx.exec(query)).all()
    return who.stands_for | {each for each in team if not await present(work, [each])}


async def of_jobseeker(work: Work, jobseeker: Jobseeker) -> list[int]:
    """Who is asked about a jobseeker: the coach, else the lead of the team, else the team."""
    return await present(work, [jobseeker.coach_id]) or await of_team(work, jobseeker.team)


async def of_team(work: Work, team: str, roles: Collection[str] = rights.COACHING) -> list[int]:
    """Who is there for a team: its lead, else everybody in it, else who oversees the region."""
    staff = await _staff(work, roles, team)
    for some in ([s for s in staff if s.lead], staff):
        found = await present(work, [each.person_id for each in some])
        if found:
            return found
    return await overseers(work)


async def overseers(work: Work) -> list[int]:
    """The regional managers; without one, the administrators, who can let somebody in."""
    for role in ("regional_manager", "administrator"):
        found = await present(work, [s.person_id for s in await _staff(work, (role,))])
        if found:
            return found
    return []


async def leads(work: Work, team: str) -> list[int]:
    """Who decides in a team; nobody where it has no lead."""
    staff = await _staff(work, rights.COACHING, team)
    return await present(work, [each.person_id for each in staff if each.lead])


async def above(work: Work, jobseeker: Jobseeker) -> list[int]:
    """To whom it escalates: another lead of the team than the coach, else who oversees."""
    found = [each for each in await leads(work, jobseeker.team) if each != jobseeker.coach_id]
    return found or await overseers(work)


async def above_employer(work: Work, employer: Employer) -> list[int]:
    """To whom it escalates: another lead for employers in that team, else who oversees."""
    staff = await _staff(work, rights.EMPLOYER_SIDE, employer.team)
    found = await present(work, [each.person_id for each in staff if each.lead])
    return [each for each in found if each != employer.account_manager_id] or await overseers(work)


async def of_match(work: Work, match: Match) -> list[int]:
    """Who is told about a match on the jobseeker's side."""
    return await of_jobseeker(work, await work.get(Jobseeker, match.jobseeker_id))


async def of_placement(work: Work, placement: Placement) -> list[int]:
    """Who is told of somebody's work: their coach, the coach of the placement, else the team."""
    jobseeker = await work.tx.get(Jobseeker, placement.jobseeker_id)
    own = [jobseeker.coach_id if jobseeker else None, placement.coach_id]
    for each in own:
        found = await present(work, [each])
        if found:
            return found
    return await of_jobseeker(work, jobseeker) if jobseeker else []


async def of_employer(work: Work, employer: Employer) -> list[int]:
    """Who looks after an employer: its own, else the lead of the team, else account managers."""
    found = await present(work, [employer.account_manager_id])
    if found:
        return found
    managers = await _staff(work, rights.EMPLOYER_SIDE)
    team = [each for each in managers if each.team == employer.team] or managers
    for some in ([each for each in team if each.lead], team, managers):
        found = await present(work, [each.person_id for each in some])
        if found:
            return found
    return await overseers(work)


async def of_vacancy(work: Work, vacancy: Vacancy) -> list[int]:
    """Who looks after the employer that reported it."""
    return await of_employer(work, await work.get(Employer, vacancy.employer_id))


async def of_person(work: Work, person_id: int) -> list[int]:
    """Who is there for somebody: their coach, their account manager, or the intake team."""
    jobseeker = await work.tx.get(Jobseeker, person_id)
    if jobseeker is not None:
        return await of_jobseeker(work, jobseeker)
    contact = await work.tx.get(Contact, person_id)
    if contact is not None:
        return await of_employer(work, await work.get(Employer, contact.employer_id))
    return await of_team(work, await first_team(work, person_id))


async def first_team(work: Work, person_id: int) -> str:
    """The intake team of somebody who has told nothing yet: of the poster they came through."""
    person = await work.tx.get(Person, person_id)
    return work.region.team_for(organisation=person.source if person else "").code


async def administrators(work: Work) -> list[int]:
    """Who keeps this installation running."""
    return await present(work, [s.person_id for s in await _staff(work, ("administrator",))])


async def team_mates(work: Work, team: str) -> Sequence[Person]:
    """Who coaches in a team, by name."""
    ids = [each.person_id for each in await _staff(work, rights.COACHING, team)]
    return (await work.tx.exec(select(Person).where(col(Person.id).in_(ids)))).all()


async def _staff(work: Work, roles: Collection[str], team: str = "") -> Sequence[Staff]:
    """Active colleagues of these roles, in one team or in all."""
    query = select(Staff).where(col(Staff.role).in_(list(roles)), col(Staff.active).is_(True))
    if team:
        query = query.where(Staff.team == team)
    return (await work.tx.exec(query.order_by(col(Staff.person_id)))).all()
