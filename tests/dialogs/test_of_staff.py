"""What a colleague types in a chat about somebody is read back before it is sent or kept."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from bot.stage import Stage, staged
from dialogs import deciding
from dialogs.of_staff import OfStaff
from dialogs.questions import Words
from dialogs.registry import FORMS
from services.access import sessions
from services.help import requests
from services.store.models import Match, Message, Person, Remark
from tests import given

ILL = "Dag, u hebt een hernia, dus maandag om tien uur bij mij"
CLEAN = "Dag, u hebt een …, dus maandag om tien uur bij mij"
NUMBER = "Bel Piet op 06 12345678 of mail piet@voorbeeld.nl"


async def asked(stage: Stage) -> None:
    """Fatima asked something, and Marloes is about to answer."""
    await given.pair(stage)
    async with stage.work() as work:
        her = await work.get(Person, given.number(stage, "Fatima"))
        await requests.ask(work, her, "Wanneer kan ik langskomen?")
    await stage.hears("Marloes")
    await stage.says("Marloes", "[Antwoord]")
    await stage.hears("Marloes")


async def said(stage: Stage, name: str) -> str:
    return "\n".join(await stage.hears(name))


async def kept(stage: Stage) -> str:
    """All that stands in messages and remarks."""
    async with stage.work() as work:
        bodies = (await work.tx.exec(select(Message.body))).all()
        words = (
            await work.tx.exec(select(Remark.words).where(col(Remark.words).is_not(None)))
        ).all()
    return f"{bodies}{words}"


async def test_what_may_not_be_kept_is_read_back_before_it_is_sent(database_url: str) -> None:
    async with staged(database_url) as stage:
        await asked(stage)
        await stage.says("Marloes", ILL)
        told = await said(stage, "Marloes")
        assert "Gezondheid is iets van iemand zelf" in told
        assert f"“{CLEAN}”" in told
        assert "maandag" not in await said(stage, "Fatima"), "nothing is sent yet"
        await stage.says("Marloes", "[Ja, zo]")
        assert "Verstuurd" in await said(stage, "Marloes")
        assert CLEAN in await said(stage, "Fatima")
        assert "hernia" not in await kept(stage)


async def test_it_can_be_typed_again(database_url: str) -> None:
    async with staged(database_url) as stage:
        await asked(stage)
        await stage.says("Marloes", ILL)
        await stage.says("Marloes", "Dag, komt u maandag om tien uur")
        assert "Verstuurd" in await said(stage, "Marloes")
        her = await said(stage, "Fatima")
        assert "komt u maandag om tien uur" in her
        assert "hebt een" not in her


@pytest.mark.parametrize(
    ("press", "told"),
    [("[Ja, met nummer of adres]", NUMBER), ("zonder nummer of adres", "Bel Piet op … of mail …")],
)
async def test_a_number_of_somebody_asks_for_a_second_yes(
    database_url: str, press: str, told: str
) -> None:
    async with staged(database_url) as stage:
        await asked(stage)
        await stage.says("Marloes", NUMBER)
        assert "Moet dat er echt bij?" in await said(stage, "Marloes")
        assert "Bel Piet" not in await said(stage, "Fatima")
        async with stage.work() as work:
            ours = select(Message.body).where(col(Message.ours).is_(False))
            assert "12345678" not in str((await work.tx.exec(ours)).all())
        await stage.says("Marloes", press)
        assert "Verstuurd" in await said(stage, "Marloes")
        assert told in await said(stage, "Fatima")


async def test_words_of_which_nothing_is_left_are_no_answer(database_url: str) -> None:
    async with staged(database_url) as stage:
        await asked(stage)
        await stage.says("Marloes", "111222333")
        told = await said(stage, "Marloes")
        assert "BSN" in told
        assert "Ja, zo" not in told
        assert await said(stage, "Fatima") == ""


async def test_the_reason_of_a_decision_is_read_back_too(database_url: str) -> None:
    async with staged(database_url) as stage:
        number = await given.pair(stage)
        marloes = given.number(stage, "Marloes")
        async with stage.work() as work:
            await sessions.begin_visit(work, marloes, "console", strong=True)
            match = await work.get(Match, number)
            match.state, match.agreed = "proposed", None
        await stage.says("Marloes", "wat wacht op mij")
        for words in ("[Niet passend]", "[Iets anders]", "Zij heeft reuma en kan dit niet"):
            await stage.says("Marloes", words)
        told = await said(stage, "Marloes")
        assert "“Zij heeft … en kan dit niet”" in told
        await stage.says("Marloes", "[Ja, zo]")
        async with stage.work() as work:
            words = (await work.tx.exec(select(Remark.words))).all()
        assert words == ["Zij heeft … en kan dit niet"]


def test_every_free_word_of_a_colleague_about_somebody_is_read_back() -> None:
    own = {"plan", "plan-review"}  # answered by whom the plan is of
    for name in {*deciding.DECIDES, "relay"} - own:
        for question in FORMS[name].questions.values():
            assert not isinstance(question, Words) or isinstance(question, OfStaff), name
