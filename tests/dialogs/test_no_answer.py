"""Words that go on, stop or ask for a person are never taken for a kind of work."""

from __future__ import annotations

import pytest

from bot.stage import Stage, staged
from services.store.models import Talk

BEGIN = ("[Nederlands]", "ik zoek werk", "Fatima", "haarlem")


async def at_work(stage: Stage, *more: str) -> str:
    """Fatima is asked which work she wants; what she hears after these words."""
    await stage.person("Fatima")
    for words in ("hallo", *BEGIN):
        await stage.says("Fatima", words)
    return await goes_on(stage, *more)


async def goes_on(stage: Stage, *more: str) -> str:
    heard = ""
    for words in more:
        await stage.hears("Fatima")
        await stage.says("Fatima", words)
        heard = "\n".join(await stage.hears("Fatima"))
    return heard


async def chosen(stage: Stage) -> list[str]:
    """The work that was noted so far."""
    number = stage.actors["Fatima"].number
    async with stage.work() as work:
        talk = await work.get(Talk, (number, "jobseeker", 0))
        return list(((talk.state or {}).get("drafts") or {}).get("wanted", {}).get("chosen", []))


@pytest.mark.parametrize("words", ["ga verder", "Ga verder", "verder", "doorgaan"])
async def test_going_on_after_danger_is_typed_too(database_url: str, words: str) -> None:
    """The button says so, and somebody who types it must not become a shop assistant."""
    async with staged(database_url) as stage:
        heard = await at_work(stage, "ik wil dood", words)
        assert "Welk werk wil je doen?" in heard
        assert await chosen(stage) == []


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("hulp van een mens", "Wat wil je vragen?"),
        ("ik wil een mens spreken", "Wat wil je vragen?"),
        ("bel mij", "Op welk nummer kunnen we je bellen?"),
    ],
)
async def test_a_wish_for_a_person_is_no_kind_of_work(
    database_url: str, words: str, asked: str
) -> None:
    async with staged(database_url) as stage:
        assert asked in await at_work(stage, words)
        assert await chosen(stage) == []


async def test_done_is_no_kind_of_work(database_url: str) -> None:
    async with staged(database_url) as stage:
        heard = await at_work(stage, "klaar")
        assert "klaar-over" not in heard
        assert await chosen(stage) == []
        heard = await goes_on(stage, "schoonmaaken", "klaar")
        assert "Bedoel je een van deze?" in heard
        assert await chosen(stage) == []
        await goes_on(stage, "schoonmaker")
        assert await chosen(stage) == ["cleaner"]
        assert "Welk werk heb je al gedaan?" in await goes_on(stage, "klaar")


async def test_who_wants_to_be_a_coach_or_help_children_cross_can(database_url: str) -> None:
    async with staged(database_url) as stage:
        assert "Wat wil je vragen?" not in await at_work(stage, "coach")
        assert "klaar-over" in await goes_on(stage, "klaar-over")
