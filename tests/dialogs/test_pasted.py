"""An employer pastes an advert before anybody asked for it."""

from __future__ import annotations

import pytest

from bot.stage import Stage, staged
from services.adverts import reader
from services.store.models import Talk
from tests import given

ADVERT = (
    "Gezocht!! bakkerijmedewerker voor onze winkel in heemstede. Je staat achter de toonbank.\n"
    "ma t/m za in de ochtend, ong 20-24 uur pw. salaris 14,50 p/u. Rijbewijs niet nodig."
)
QUESTION = (
    "Goedemorgen, kunt u mij vertellen hoe het staat met de vrouw die vorige week kwam kijken?"
)


async def heard(stage: Stage, *said: str) -> str:
    for words in said:
        await stage.says("Hans", words)
    return "\n".join(await stage.hears("Hans"))


async def test_when_nothing_is_asked_it_becomes_a_vacancy(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        told = await heard(stage, ADVERT)
        assert "20 tot 24 uur" in told
        assert "€ 14,50" in told.replace("\xa0", " ")
        assert await stage.parked() == []


async def test_at_the_first_question_it_is_taken_too(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        told = await heard(stage, "nieuwe vacature", ADVERT)
        assert "20 tot 24 uur" in told


async def test_a_long_question_is_no_advert(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        await stage.hears("Hans")
        told = await heard(stage, QUESTION)
        assert "Onder “Mijn vacatures” ziet u hoe het staat" in told  # the answer, and no advert


async def test_a_jobseeker_who_pastes_one_reports_nothing(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        await stage.hears("Fatima")
        await stage.says("Fatima", ADVERT)
        assert "Ik stel nu geen vraag" in "\n".join(await stage.hears("Fatima"))


@pytest.mark.parametrize("first", [(), ("nieuwe vacature",)])
async def test_a_paste_is_read_once(
    database_url: str, monkeypatch: pytest.MonkeyPatch, first: tuple[str, ...]
) -> None:
    """Finding the occupation and the skills takes the time: it is done once for each paste."""
    counted: list[str] = []
    real = reader.skills

    def skills(*given_: object) -> object:
        counted.append("read")
        return real(*given_)

    monkeypatch.setattr(reader, "skills", skills)
    async with staged(database_url) as stage:
        await given.pair(stage)
        await heard(stage, *first, ADVERT)
        assert counted == ["read"]


@pytest.mark.parametrize("first", [(), ("nieuwe vacature",)])
async def test_whoever_pastes_too_much_hears_that_it_is_too_long(
    database_url: str, first: tuple[str, ...]
) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        told = await heard(stage, *first, (ADVERT + "\n") * 80)
        assert "te lang om te lezen" in told
        assert "20 tot 24 uur" in await heard(
            stage, (ADVERT + "\n") + "Wij zijn een bakkerij. " * 480
        )


OTHER = (
    "Voor ons magazijn in Haarlem zoeken wij een orderpicker. Je werkt in de avond.\n"
    "32 uur per week. Reageer snel, wij leren je alles wat je nodig hebt."
)


async def test_another_paste_takes_the_place_of_the_first(database_url: str) -> None:
    """What only the first text said is asked again; every source is of the text that is there."""
    async with staged(database_url) as stage:
        await given.pair(stage)
        await heard(stage, ADVERT)
        for _ in range(40):
            told = await heard(stage, "terug")
            if "Plak hier de tekst" in told:
                break
        told = await heard(stage, OTHER)
        assert "32 uur" in told
        assert "14,50" not in told
        async with stage.work() as work:
            talk = await work.tx.get(Talk, (given.number(stage, "Hans"), "vacancy", 0))
            answers = (talk.state or {})["answers"]
        assert "wage" not in answers
        assert answers["advert"].startswith("Voor ons magazijn")
        assert all(str(each) in OTHER for each in answers["_from"].values())
