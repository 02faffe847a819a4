"""The demo region in a database: as large as it should be, and matches in every state."""

from __future__ import annotations

from pathlib import Path

from sqlmodel import col, func, select

from bot.demo.fill import fill
from bot.stage import staged
from services.matches import ENDED, OPEN
from services.store.models import Employer, Event, Inbox, Jobseeker, Match, Message, Staff, Vacancy


async def test_the_region_is_all_there(tmp_path: Path) -> None:
    async with staged(f"sqlite+aiosqlite:///{tmp_path}/demo.db") as stage:
        async with stage.work() as work:
            await fill(work)
        async with stage.work() as work:
            counts = {}
            for table in (Jobseeker, Vacancy, Employer, Inbox, Message):
                query = select(func.count()).select_from(table)
                counts[table.__name__] = (await work.tx.exec(query)).one()
            coaches = select(func.count()).select_from(Staff).where(Staff.role == "coach")
            states = (await work.tx.exec(select(Match.state).distinct())).all()
            late = select(func.count()).select_from(Event).where(col(Event.at) > work.now)
            towns = set((await work.tx.exec(select(Jobseeker.town).distinct())).all())
            assert counts["Jobseeker"] >= 300
            assert counts["Vacancy"] >= 120
            assert counts["Employer"] == 60
            assert (await work.tx.exec(coaches)).one() >= 6
            assert set(states) == OPEN | ENDED
            assert {g.name for g in stage.region.gemeenten} <= towns
            assert (counts["Inbox"], counts["Message"]) == (0, 0)
            assert (await work.tx.exec(late)).one() == 0  # nothing happened in the future
