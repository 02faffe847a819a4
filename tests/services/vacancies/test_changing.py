"""A vacancy that is changed, held and split: what follows for who was asked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.stage import Stage, staged
from services import matches, vacancies
from services.refused import RefusedError
from services.store.models import Match, Vacancy
from services.vacancies import changing
from tests import given


async def _vacancy(stage: Stage) -> Vacancy:
    async with stage.work() as work:
        return (await work.tx.exec(select(Vacancy).order_by(Vacancy.id))).first()


async def _change(stage: Stage, **answers: object) -> list[str]:
    row = await _vacancy(stage)
    async with stage.work() as work:
        all_of_it = {**vacancies.answers_now(row), **answers}
        hans = given.number(stage, "Hans")
        found = await changing.change(work, row.id or 0, all_of_it, hans)
    await stage.worker.drain()
    return found


async def test_only_what_was_answered_otherwise_changes(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.asked(stage)
        number = (await _vacancy(stage)).id
        async with stage.work() as work:
            row = await work.get(Vacancy, number)
            row.demands = {**row.demands, "licences": ["B", "C"], "tasks": ["mop-floors"]}
            row.evidence = {"hours": "16-20 uur", "place": "in Haarlem"}
        assert await _change(stage, hours=[20, 24], wage=None) == ["hours", "wage"]
        row = await _vacancy(stage)
        assert row.demands["hours"] == [20, 24]
        assert row.demands["licences"] == ["B", "C"]
        assert row.demands["tasks"] == ["mop-floors"]
        assert "wage" not in row.demands
        assert row.evidence == {"place": "in Haarlem"}
        assert await _change(stage) == []


async def test_who_was_asked_and_no_longer_fits_hears_it_kindly(database_url: str) -> None:
    async with staged(database_url) as stage:
        match_id = await given.asked(stage)
        await stage.worker.drain()
        await stage.hears("Fatima")
        await _change(stage, licence="ce")
        async with stage.work() as work:
            match = await work.get(Match, match_id)
        assert match.state == "withdrawn"
        heard = "\n".join(await stage.hears("Fatima"))
        assert "Dit ligt niet aan jou" in heard
        assert heard.count("schoonmaker bakkerij") == 1


async def test_on_hold_nobody_is_asked(database_url: str) -> None:
    async with staged(database_url) as stage:
        match_id = await given.asked(stage)
        row = await _vacancy(stage)
        marloes, hans = given.number(stage, "Marloes"), given.number(stage, "Hans")
        async with stage.work() as work:
            (await work.get(Match, match_id)).state = "proposed"
        async with stage.work() as work:
            await changing.hold(work, row.id or 0, hans)
        async with stage.work() as work:
            with pytest.raises(RefusedError) as refused:
                await matches.move(work, match_id, "approved", actor=marloes)
        assert refused.value.reason == "hold"
        await stage.passes(days=10)
        async with stage.work() as work:
            await changing.open_again(work, row.id or 0, hans)
        async with stage.work() as work:
            await matches.move(work, match_id, "approved", actor=marloes)
        assert (await _vacancy(stage)).expires == row.expires + timedelta(days=10)


async def test_split_places_become_a_vacancy_of_their_own(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.asked(stage)
        row = await _vacancy(stage)
        async with stage.work() as work:
            new = await changing.split(
                work, row.id or 0, {"place": "velsen", "positions": 1}, given.number(stage, "Hans")
            )
        old = await _vacancy(stage)
        assert (new.demands["place"], old.demands["place"]) == ("velsen", "haarlem")
        assert (new.demands["positions"], old.demands["positions"]) == (1, 1)
        assert new.demands["licences"] == ["B"]
        assert new.demands["strike"] is False
