"""Colleagues: who may log in, who was invited, and what the administrator can put right."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import delete
from sqlmodel import col, select

from services import events
from services.messages import outbox, parked
from services.refused import RefusedError
from services.staff import handover
from services.store.models import Link, Person, Staff, Visit
from services.texts import refs
from services.unit_of_work import Work

ROLES = (
    *("coach", "account_manager", "jobcoach", "regional_manager", "administrator"),
    *("partner", "reader"),
)


async def colleagues(work: Work) -> Sequence[tuple[Staff, Person]]:
    """Everybody who works here or did, the active first."""
    query = select(Staff, Person).join(Person, col(Person.id) == col(Staff.person_id))
    query = query.order_by(col(Staff.active).desc(), col(Staff.team), col(Staff.person_id))
    return (await work.tx.exec(query)).all()


async def invitations(work: Work) -> Sequence[Link]:
    """Invitations nobody has used yet."""
    query = select(Link).where(Link.purpose == "invite", col(Link.used).is_(None))
    return (await work.tx.exec(query.order_by(col(Link.created)))).all()


async def reset_second_factor(work: Work, person_id: int, actor: int) -> None:
    """A lost phone: the next login sets up a new second factor; whoever is in must log in again.

    The colleague is told who did it, so that it never happens behind their back.
    """
    staff = await work.take(Staff, person_id)
    staff.second_factor = staff.second_step = None
    await _log_out(work, person_id)
    await events.log(work, "second-factor-reset", actor=actor, about=person_id)
    outbox.tell(work, person_id, outbox.line("staff-second-step", name=refs.name(actor)))


async def stop_access(
    work: Work, person_id: int, actor: int, takers: Collection[int] = ()
) -> handover.Load:
    """Somebody leaves: nothing can be opened, nothing goes to them, and others look after theirs.

    What they looked after goes to `takers`, else to the teams; returns how much that was.
    """
    staff = await work.take(Staff, person_id)
    staff.active = False
    moved = await handover.hand_over(work, person_id, takers, actor=actor)
    await handover.let_go(work, person_id)
    await _log_out(work, person_id)
    await work.tx.exec(delete(Visit).where(col(Visit.person_id) == person_id))
    await events.log(work, "staff-left", actor=actor, about=person_id)
    return moved


async def change_place(
    work: Work,
    person_id: int,
    *,
    role: str,
    team: str,
    lead: bool,
    takers: Collection[int],
    actor: int,
) -> None:
    """Another role or team; who cannot look after theirs any more hands them over.

    Raises RefusedError("step") for a role or team that is not there.
    """
    staff, found = await work.take(Staff, person_id), work.region.team(team)
    if role not in ROLES or found is None or not staff.active:
        raise RefusedError("step")
    if (staff.role, staff.team) != (role, team):
        await handover.hand_over(work, person_id, takers, actor=actor)
    before = staff.role
    staff.role, staff.team, staff.lead = role, team, lead
    staff.organisation = found.organisation
    await events.log(work, "staff-moved", actor=actor, about=person_id, before=before, role=role)
    told = {"role": refs.text(f"role-{role}"), "team": refs.words(found.name)}
    outbox.tell(work, person_id, outbox.line("staff-moved", **told), kind="promise")


async def shut(work: Work, person_id: int, actor: int | None) -> None:
    """An account may be in wrong hands: nothing can be opened; what they look after stays theirs.

    A new invitation lets the colleague in again.
    """
    staff = await work.take(Staff, person_id)
    staff.active = False
    await _log_out(work, person_id)
    await events.log(work, "staff-locked", actor=actor, about=person_id)


async def _log_out(work: Work, person_id: int) -> None:
    """End every visit, and every login that was not used yet."""
    await work.tx.flush()
    await work.tx.exec(
        delete(Visit).where(col(Visit.person_id) == person_id, col(Visit.kind) == "console")
    )
    await work.tx.exec(
        delete(Link).where(col(Link.person_id) == person_id, col(Link.purpose) == "login")
    )


async def retry_parked(work: Work, actor: int) -> None:
    """Try what was parked once more, for when its cause was mended."""
    await parked.again(work)
    await events.log(work, "parked-retried", actor=actor)
