"""Overdracht: somebody goes on with another team, which then finds them a coach of its own.

A coach asks it, the lead of the team that is left decides, and a team without another lead decides
by itself. What happened is in the log; the newest of its events says how it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, func, select

from services import caseload, events, matches, rights
from services.matches import proposals
from services.messages import outbox
from services.refused import RefusedError
from services.region.parts import Team
from services.rights import Viewer
from services.store.models import Event, Jobseeker, Match, Person
from services.texts import refs
from services.unit_of_work import Work

ASKED, DONE, STOPPED = "transfer-asked", "transferred", "transfer-stopped"
KINDS = (ASKED, DONE, STOPPED)


def teams(work: Work, row: Jobseeker) -> Sequence[Team]:
    """The teams that guide people, without the one somebody is in."""
    guiding = [team for team in work.region.teams if team.kind in ("intake", "coaching")]
    return [team for team in guiding if team.code != row.team]


async def asked(work: Work, row: Jobseeker) -> Event | None:
    """The question that waits for a decision: {"team", "before"} are team codes."""
    query = select(Event).where(Event.person_id == row.person_id, col(Event.kind).in_(KINDS))
    last = (await work.tx.exec(query.order_by(col(Event.id).desc()).limit(1))).first()
    waits = last is not None and last.kind == ASKED and last.codes.get("before") == row.team
    return last if waits else None


async def at_once(work: Work, who: Viewer, row: Jobseeker) -> bool:
    """Needs this viewer no decision of somebody else?"""
    return rights.may_hand_over(who, row) or not await caseload.leads(work, row.team)


async def ask(work: Work, person_id: int, team: str, *, who: Viewer, words: str = "") -> bool:
    """Ask to hand somebody over, or do so; True when it is done.

    Raises RefusedError: "rights", "step" (a team that cannot be), "decided" (asked already).
    """
    row = await work.take(Jobseeker, person_id)
    if not rights.may_change_jobseeker(who, row):
        raise RefusedError("rights")
    if team not in [each.code for each in teams(work, row)]:
        raise RefusedError("step")
    if await asked(work, row) is not None:
        raise RefusedError("decided")
    if await at_once(work, who, row):
        await _hand_over(work, row, team, actor=who.person_id, words=words)
        return True
    await _log(work, ASKED, row, (row.team, team), who.person_id, words)
    for lead in await caseload.leads(work, row.team):
        await _tell(work, lead, "staff-transfer-asked", row, team)
    return False


async def decide(work: Work, person_id: int, event_id: int, *, yes: bool, who: Viewer) -> None:
    """The lead says yes or no; who asked may take the question back.

    Raises RefusedError: "decided" when this question no longer waits, "rights".
    """
    row = await work.take(Jobseeker, person_id)
    event = await asked(work, row)
    if event is None or event.id != event_id:
        raise RefusedError("decided")
    if not (rights.may_hand_over(who, row) or (not yes and event.actor_id == who.person_id)):
        raise RefusedError("rights")
    team, asker = str(event.codes["team"]), event.actor_id
    if yes:
        await _hand_over(work, row, team, actor=who.person_id)
    else:
        await _log(work, STOPPED, row, (row.team, team), who.person_id)
    if asker and asker != who.person_id:
        told = "staff-transfer-yes" if yes else "staff-transfer-no"
        await _tell(work, asker, told, row, team)


async def waiting(work: Work, who: Viewer) -> Sequence[tuple[Event, Person]]:
    """The questions this lead decides on."""
    if not (who.lead and who.role in rights.COACHING):
        return []
    newest = (
        select(func.max(col(Event.id)))
        .where(col(Event.kind).in_(KINDS))
        .group_by(col(Event.person_id))
    )
    query = (
        select(Event, Person, Jobseeker)
        .join(Person, col(Person.id) == col(Event.person_id))
        .join(Jobseeker, col(Jobseeker.person_id) == col(Event.person_id))
        .where(col(Event.id).in_(newest), Event.kind == ASKED, Jobseeker.team == who.team)
    )
    rows = (await work.tx.exec(query)).all()
    return [(event, person) for event, person, row in rows if event.codes["before"] == row.team]


async def arrived(work: Work, people: Sequence[int]) -> dict[int, Event]:
    """The last transfer of these people, by person; those who never were are not in it."""
    query = select(Event).where(col(Event.person_id).in_(people), Event.kind == DONE)
    rows = (await work.tx.exec(query.order_by(col(Event.id)))).all()
    return {row.person_id: row for row in rows if row.person_id}


async def _hand_over(work: Work, row: Jobseeker, team: str, *, actor: int, words: str = "") -> None:
    """From now on the other team's: what waits for a decision waits there, and everybody hears."""
    before, to = row.team, next(each for each in teams(work, row) if each.code == team)
    row.team, row.organisation, row.coach_id = team, to.organisation, None
    query = select(Match).where(Match.jobseeker_id == row.person_id)
    for match in (await work.tx.exec(query.where(col(Match.state).in_(matches.OPEN)))).all():
        match.coach_id = None
        await outbox.close_dialogs(work, ("review",), match.id or 0)
    await _log(work, DONE, row, (before, team), actor, words)
    body = outbox.line("jobseeker-team-changed", team=refs.words(to.name))
    outbox.tell(work, row.person_id, body, kind="promise")
    await work.tx.flush()
    for staff_id in await caseload.of_jobseeker(work, row):
        await _tell(work, staff_id, "staff-transfer-arrived", row, before)
    await proposals.alert(work, row)


async def _log(
    work: Work, kind: str, row: Jobseeker, codes: tuple[str, str], actor: int, words: str = ""
) -> None:
    before, team = codes
    await events.log(
        work, kind, actor=actor, about=row.person_id, words=words, before=before, team=team
    )


async def _tell(work: Work, staff_id: int, text: str, row: Jobseeker, team: str) -> None:
    """Say to a colleague whom it is about and which other team."""
    name = refs.name(row.person_id)
    found = work.region.team(team)
    other = refs.words(found.name if found else team)
    outbox.tell(work, staff_id, outbox.line(text, name=name, team=other), kind="promise")
