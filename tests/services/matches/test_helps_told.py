"""What somebody needs and the employer did not name is told to her as it is to her coach."""

from __future__ import annotations

import pytest

from services import matching, texts
from services.matches import cards
from services.store.models import Match
from services.texts import render
from tests.services.world import NOW, opened


@pytest.mark.parametrize(("conditions", "answer"), [(["quiet"], "no"), (None, "unknown")])
async def test_both_read_the_same(
    database_url: str, conditions: list[str] | None, answer: str
) -> None:
    async with opened(database_url) as world, world.work() as work:
        her = await world.person(work, {"helps": ["no-lifting"]})
        vacancy_id = await world.vacancy(work, {"conditions": conditions} if conditions else {})
        match = Match(
            jobseeker_id=her,
            vacancy_id=vacancy_id,
            state="approved",
            score=99,
            reasons=matching.fit({}, {}).as_json(),
            created=NOW,
            since=NOW,
        )
        work.tx.add(match)
        await work.tx.flush()
        help_ = texts.text("nl", "helps-helps.no-lifting")
        line = texts.text("nl", f"card-helps-{answer}", {"help": help_})
        hers = render.render("nl", (await cards.for_jobseeker(work, match))["think"])
        coachs = render.render("nl", (await cards.for_coach(work, match))["helps"])
    assert line in hers
    assert line in coachs
    assert texts.text("nl", "reasons-none") not in hers
