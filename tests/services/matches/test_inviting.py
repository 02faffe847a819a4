"""Invitations and the second factor: who may let a colleague in, and that nobody slips in by it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlmodel import col, select

from bot.stage import Stage, staged
from services.access import links
from services.staff import colleagues
from services.store.models import Event, Staff

FACTOR = "JBSWY3DPEHPK3PXP"
COACH = {"role": "coach", "team": "intake-haarlem", "organisation": "haarlem", "name": "Sanne"}


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """An office with an administrator, and a coach with a second factor."""
    async with staged(f"sqlite+aiosqlite:///{tmp_path}/werklijn.db") as made:
        await made.person("Ada", "administrator", team="intake-haarlem")
        await made.person("Sanne", "coach", team="intake-haarlem", second_factor=FACTOR)
        await made.person("Bo", "administrator", team="intake-haarlem", second_factor=FACTOR)
        yield made


async def invited(stage: Stage, by: str, **facts: object) -> str:
    """The token of an invitation that somebody makes now."""
    async with stage.work() as work:
        link = await links.invitation(work, stage.actors[by].number, {**COACH, **facts})
    return link.rsplit("=", 1)[1]


async def stopped(stage: Stage, name: str, by: str) -> None:
    async with stage.work() as work:
        await colleagues.stop_access(work, stage.actors[name].number, stage.actors[by].number)


async def follows(stage: Stage, name: str, token: str) -> str:
    """What somebody hears who opens the link."""
    await stage.hears(name)
    await stage.says(name, f"/start {token}")
    return "\n".join(await stage.hears(name))


async def staff(stage: Stage, name: str) -> Staff | None:
    async with stage.work() as work:
        return await work.tx.get(Staff, stage.actors[name].number)


async def logged(stage: Stage, kind: str) -> list[tuple[int | None, int | None]]:
    """Who did this to whom, oldest first."""
    async with stage.work() as work:
        query = select(Event).where(Event.kind == kind).order_by(col(Event.id))
        return [(row.actor_id, row.person_id) for row in (await work.tx.exec(query)).all()]


async def test_who_is_invited_again_is_told_and_keeps_the_second_factor(stage: Stage) -> None:
    said = await follows(stage, "Sanne", await invited(stage, "Ada", role="regional_manager"))
    assert "U doet nu mee als regiomanager" in said
    row = await staff(stage, "Sanne")
    assert row is not None
    assert (row.role, row.second_factor) == ("regional_manager", FACTOR)
    both = (stage.actors["Ada"].number, stage.actors["Sanne"].number)
    assert await logged(stage, "staff-joined") == [both]
    assert await logged(stage, "second-factor-reset") == []


async def test_a_new_second_step_is_logged_and_told(stage: Stage) -> None:
    both = (stage.actors["Ada"].number, stage.actors["Sanne"].number)
    async with stage.work() as work:
        await colleagues.reset_second_factor(work, both[1], both[0])
    said = "\n".join(await stage.hears("Sanne"))
    assert "Ada heeft uw tweede stap gewist" in said
    assert await logged(stage, "second-factor-reset") == [both]
    row = await staff(stage, "Sanne")
    assert row is not None
    assert row.second_factor is None


async def test_who_was_let_go_does_not_come_back_with_an_older_invitation(stage: Stage) -> None:
    older = await invited(stage, "Ada")
    await stopped(stage, "Sanne", by="Ada")
    assert "werkt niet meer" in await follows(stage, "Sanne", older)
    row = await staff(stage, "Sanne")
    assert row is not None
    assert not row.active

    await stage.passes(hours=1)
    assert "U doet nu mee" in await follows(stage, "Sanne", await invited(stage, "Ada"))
    row = await staff(stage, "Sanne")
    assert row is not None
    assert (row.active, row.second_factor) == (True, FACTOR)


async def test_invitations_of_who_no_longer_administers_do_not_work(stage: Stage) -> None:
    left, moved = await invited(stage, "Bo"), await invited(stage, "Ada")
    await stopped(stage, "Bo", by="Ada")
    assert "werkt niet meer" in await follows(stage, "Bo als nieuwe", left)
    assert await staff(stage, "Bo als nieuwe") is None
    async with stage.work() as work:
        (await work.get(Staff, stage.actors["Ada"].number)).role = "coach"
    assert "werkt niet meer" in await follows(stage, "Noor", moved)
    assert await staff(stage, "Noor") is None


async def test_who_opens_an_invitation_of_their_own_stays_what_they_are(stage: Stage) -> None:
    assert "maakte u zelf" in await follows(stage, "Ada", await invited(stage, "Ada"))
    row = await staff(stage, "Ada")
    assert row is not None
    assert row.role == "administrator"
