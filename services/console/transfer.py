"""Handing somebody over to another team, as the file of a person shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import select

from services import matches, rights
from services.jobseekers import transfers
from services.region.parts import Team
from services.rights import Viewer
from services.store.models import Event, Jobseeker, Remark
from services.unit_of_work import Work


@dataclass(frozen=True)
class Transfer:
    """What waits for a decision, or what this viewer may do."""

    teams: Sequence[Team]
    at_once: bool  # the viewer needs nobody's decision
    asked: Event | None
    by: str = ""
    to: str = ""  # the name of a team
    words: str = ""
    may_decide: bool = False
    may_stop: bool = False


async def transfer(work: Work, who: Viewer, row: Jobseeker) -> Transfer | None:
    """How it stands for somebody; None for who does not guide them."""
    if not rights.may_change_jobseeker(who, row):
        return None
    others, at_once = transfers.teams(work, row), await transfers.at_once(work, who, row)
    event = await transfers.asked(work, row)
    if event is None:
        return Transfer(others, at_once, None)
    deciding = rights.may_hand_over(who, row)
    remark = (await work.tx.exec(select(Remark).where(Remark.event_id == event.id))).first()
    return Transfer(
        others,
        at_once,
        event,
        await matches.person_name(work, event.actor_id or 0),
        next((team.name for team in others if team.code == event.codes["team"]), "?"),
        (remark.words or "") if remark else "",
        deciding,
        deciding or event.actor_id == who.person_id,
    )
