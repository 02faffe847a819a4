"""Every step of a match, posted in every state by every role: the table decides, and nothing else.

What a form offers is no defence; somebody can post any word. So all of them are posted.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlmodel import col, select

from services import matches
from services.matches import COACH, EMPLOYER, ENDED, OPEN, STAFF, STEPS
from services.matches.states import ANY_SIDE
from services.store.models import Match, Meeting, Vacancy
from services.unit_of_work import Work
from tests.bot.web.everybody import Everybody, Undone, gathered
from tests.bot.web.site import opened

STATES = sorted(OPEN | ENDED)
HER_SIDE = {"own coach", "colleague", "lead", "jobcoach", "regional manager"}
THEIR_SIDE = {"own manager", "regional manager"}
STRANGERS = {"other coach", "other manager", "partner", "administrator", "reader"}
MAY = {COACH: HER_SIDE - {"regional manager"}, STAFF: HER_SIDE | THEIR_SIDE}
MAY[ANY_SIDE] = MAY[STAFF]


@dataclass
class Watched(Undone):
    """Nothing is kept, but it is remembered which state a match came into."""

    states: list[str] = field(default_factory=list)
    match: int = 0

    @asynccontextmanager
    async def working(self) -> AsyncIterator[Work]:
        async with super().working() as work:
            yield work
            if self.match:
                await work.tx.flush()
                query = select(Match.state).where(Match.id == self.match)
                self.states += (await work.tx.exec(query)).all()


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Everybody]:
    url = f"sqlite+aiosqlite:///{tmp_path}/werklijn.db"
    async with opened(url, kind=Watched) as site, gathered(site) as people:
        site.deps.match = int(people.own["match"])
        yield people


async def _put(office: Everybody, state: str) -> None:
    """The match as it is in a state, with both sides agreed; what was planned is over."""
    async with office.site.stage.work() as work:
        match = await work.get(Match, office.site.deps.match)
        match.state, match.agreed, match.snoozed = state, work.now, None
        for meeting in (await work.tx.exec(select(Meeting).where(col(Meeting.id) > 0))).all():
            await work.tx.delete(meeting)
        (await work.get(Vacancy, match.vacancy_id)).status = "open"


async def _posted(office: Everybody, who: str, path: str, form: dict[str, str]) -> str:
    """Which state the match is in after this was posted."""
    office.site.deps.states.clear()
    answer = await office.asks(who, path, form)
    assert answer.status in (303, 403, 404, 400, 409, 422), (who, form, answer.status)
    states = office.site.deps.states
    return states[-1] if states else ""


async def test_what_staff_posts_is_taken_only_where_the_table_says_so(office: Everybody) -> None:
    wrong, path = [], f"/console/matches/{office.own['match']}/besluit"
    for state in STATES:
        await _put(office, state)
        for to in (*STATES, "later", "nonsense"):
            for who in sorted(HER_SIDE | THEIR_SIDE | STRANGERS):
                form = {"to": to, "shown": state, f"reason_{to}": _reason(to)}
                after = await _posted(office, who, path, form)
                may = who in MAY.get(STEPS.get(state, {}).get(to, ""), set())
                if who == "own manager" and state in ("proposed", "declined"):
                    may = False  # the employer's side knows of nothing yet
                if (after == to != state) != may or after not in (state, to, ""):
                    wrong.append(f"{who}: {state} -> {to} came to {after or 'nothing'}")
    assert not wrong, "\n".join(wrong)


async def test_what_an_employer_posts_is_taken_only_where_the_table_says_so(
    office: Everybody,
) -> None:
    path = f"/werkgever/kennismaken/{office.own['match']}"
    for state in STATES:
        await _put(office, state)
        for to in STATES:
            for who in ("employer", "other employer", "jobseeker", "newcomer"):
                form = {"answer": to, "reason": _reason(to)}
                after = await _posted(office, who, path, form)
                theirs = who == "employer" and STEPS.get(state, {}).get(to) == EMPLOYER
                assert (after == to != state) == theirs, (who, state, to, after)


def _reason(to: str) -> str:
    return matches.REASONS.get(to, ("",))[0]
