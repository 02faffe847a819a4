"""Matches made under demands that changed since: what it means for somebody, and who looks.

The coach keeps the match or ends it; until then it waits on Vandaag. Codes and numbers only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import col, func, select

from services import events, matching
from services.matches import asked, lifecycle
from services.refused import RefusedError
from services.store.models import Event, Match, Vacancy
from services.unit_of_work import Work

CHANGED, KEPT = "match-demands-changed", "match-demands-kept"
AGAINST = ("block", "gap", "learnable")


async def note(
    work: Work, match: Match, now: matching.Fit, changed: Mapping[str, Any], *, fits: bool
) -> None:
    """Her coach has to look: `changed` has the answers as they were, `now` how it fits today."""
    before = matching.Fit.from_json(match.reasons)
    known = {(part.text, part.verdict) for part in (*before.parts, *before.blocks)}
    worse: list[list[Any]] = []  # a block is often a part too: it is said once
    for part in (*now.blocks, *now.parts):
        against = part in now.blocks or part.verdict in AGAINST
        line = [part.text, dict(part.args)]
        if against and (part.text, part.verdict) not in known and line not in worse:
            worse.append(line)
    await events.log(
        work,
        CHANGED,
        about=match.jobseeker_id,
        subject=("match", match.id or 0),
        before=dict(changed),
        was=before.score,
        now=now.score,
        fits=fits,
        worse=worse,
    )


async def waiting(work: Work, match_ids: Sequence[int]) -> dict[int, Event]:
    """Of these matches those that wait for a look since demands changed, with what changed."""
    last = (
        select(func.max(col(Event.id)))
        .where(Event.subject == "match", col(Event.subject_id).in_(match_ids))
        .where(col(Event.kind).in_((CHANGED, KEPT)))
        .group_by(col(Event.subject_id))
    )
    found = (await work.tx.exec(select(Event).where(col(Event.id).in_(last)))).all()
    return {event.subject_id or 0: event for event in found if event.kind == CHANGED}


async def _shown(work: Work, match_id: int, shown: int) -> Match:
    """The match, locked; RefusedError when somebody looked already, or it changed once more."""
    match = await work.take(Match, match_id)
    event = (await waiting(work, [match_id])).get(match_id)
    if event is None or event.id != shown or match.state not in asked.WAITING:
        raise RefusedError("decided")
    return match


async def keep(work: Work, match_id: int, shown: int, actor: int) -> None:
    """It goes on under the demands of now."""
    match = await _shown(work, match_id, shown)
    subject = ("match", match_id)
    await events.log(work, KEPT, actor=actor, about=match.jobseeker_id, subject=subject)


async def end(work: Work, match_id: int, shown: int, actor: int) -> None:
    """It ends because of what changed; she hears it kindly."""
    match = await _shown(work, match_id, shown)
    before = match.state
    await lifecycle.move(work, match_id, "withdrawn", actor=actor, reason="changed")
    if before == "approved":  # who never said yes would hear nothing
        vacancy = await work.get(Vacancy, match.vacancy_id)
        asked.tell(work, match, "changed-no-longer", vacancy)
