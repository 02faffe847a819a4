"""What comes after a yes of both sides: the appointments of a match, and what may help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import select

from services import instruments, matches, rights
from services.console.person import MatchFile
from services.instruments import Suggestion
from services.matches import meetings
from services.rights import Viewer
from services.store.models import Meeting, Placement
from services.unit_of_work import Work


@dataclass(frozen=True)
class Felt:
    """How an appointment was for one side: a code of the mood, of the reason, and own words."""

    side: str
    how: str
    reason: str
    words: str


@dataclass(frozen=True)
class MeetingRow:
    """An appointment: whether it lies behind us, and how it was for whom one may read."""

    row: Meeting
    over: bool
    felt: Sequence[Felt]


@dataclass(frozen=True)
class After:
    """The rest of a match's page."""

    meetings: Sequence[MeetingRow]
    agreed: bool  # both said yes: an appointment can be made, and work can begin
    placement: Placement | None
    suggestions: Sequence[Suggestion]

    @property
    def waits(self) -> bool:
        """Is there an appointment whose outcome is not known?"""
        return any(each.row.status == meetings.PLANNED for each in self.meetings)


async def after_match(work: Work, who: Viewer, file: MatchFile) -> After:
    """Appointments, placement and instruments of a match that `who` may see."""
    match = file.match
    read = rights.readable_sides(who, file.jobseeker, file.employer)
    rows = await meetings.of_match(work, match.id or 0)
    query = select(Placement).where(Placement.match_id == match.id)
    agreed = match.agreed is not None and match.state in meetings.AGREED
    suggested: Sequence[Suggestion] = ()
    if match.state in matches.OPEN or match.state == "placed":
        suggested = await instruments.suggest(work, match=match, who=who)
    return After(
        [_meeting(file, row, work.now, read) for row in rows],
        agreed,
        (await work.tx.exec(query)).first(),
        suggested,
    )


def _meeting(file: MatchFile, row: Meeting, now: datetime, read: frozenset[str]) -> MeetingRow:
    answers: Mapping[str, Any] = row.answers
    felt = [
        Felt(
            side,
            answers[side]["how"],
            answers[side].get("reason") or "",
            _words(file, row.id or 0, side),
        )
        for side in ("jobseeker", "employer")
        if side in answers and side in read
    ]
    return MeetingRow(row, row.starts <= now, felt)


def _words(file: MatchFile, meeting_id: int, side: str) -> str:
    """What somebody wrote about it, the newest; only where the remarks may be read at all."""
    for event, _ in file.history:
        about = (event.codes.get("meeting"), event.codes.get("side"))
        if event.kind == "meeting-felt" and about == (meeting_id, side):
            return file.remarks.get(event.id or 0, "")
    return ""
