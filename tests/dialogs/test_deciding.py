"""A colleague decides in a chat only after the second factor at the console; nothing is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlmodel import col, delete

from bot.stage import Stage, staged
from dialogs import deciding
from dialogs.registry import FORMS
from services import callbacks
from services.access import sessions
from services.messages import subjects
from services.store.models import Match, Person, Survey, Visit
from tests import given

APPROVE, DECLINE, LATER = "[Voorleggen aan werkzoekende]", "[Niet passend]", "[Later]"
GO_ON = "[Ik ben ingelogd, ga door]"
FIRST = "Dit is een besluit"


@asynccontextmanager
async def proposed(url: str) -> AsyncIterator[tuple[Stage, int]]:
    """Marloes reads a match of Fatima that waits for her."""
    async with staged(url) as stage:
        number = await given.pair(stage)
        async with stage.work() as work:
            match = await work.get(Match, number)
            match.state, match.agreed = "proposed", None
        await stage.says("Marloes", "wat wacht op mij")
        yield stage, number


async def state_of(stage: Stage, number: int) -> str:
    async with stage.work() as work:
        return (await work.get(Match, number)).state


async def heard(stage: Stage, name: str, words: str) -> str:
    """What somebody hears after saying this."""
    await stage.hears(name)
    await stage.says(name, words)
    return "\n".join(await stage.hears(name))


async def visits(stage: Stage, *, strong: bool = True, kind: str = "console") -> None:
    async with stage.work() as work:
        await sessions.begin_visit(work, given.number(stage, "Marloes"), kind, strong=strong)


async def test_without_a_second_factor_nothing_is_decided(database_url: str) -> None:
    async with proposed(database_url) as (stage, number):
        said = await heard(stage, "Marloes", APPROVE)
        assert FIRST in said
        assert "/console/login?t=" in said
        await visits(stage, strong=False)  # the link was used, the digits were not given
        await visits(stage, kind="chat")
        assert FIRST in await heard(stage, "Marloes", GO_ON)
        assert await state_of(stage, number) == "proposed"
        await visits(stage)
        assert "krijgt de vacature te zien" in await heard(stage, "Marloes", GO_ON)
        assert await state_of(stage, number) == "approved"
        assert await stage.parked() == []


async def test_twelve_hours_later_it_is_asked_again(database_url: str) -> None:
    async with proposed(database_url) as (stage, number):
        await visits(stage)
        await stage.passes(hours=12, minutes=1)
        assert FIRST in await heard(stage, "Marloes", APPROVE)
        assert await state_of(stage, number) == "proposed"


async def test_who_left_the_console_decides_no_more(database_url: str) -> None:
    async with proposed(database_url) as (stage, number):
        await visits(stage)
        async with stage.work() as work:
            await work.tx.exec(delete(Visit).where(col(Visit.kind) == "console"))
        assert FIRST in await heard(stage, "Marloes", APPROVE)
        assert await state_of(stage, number) == "proposed"


async def test_the_visit_of_somebody_else_does_not_count(database_url: str) -> None:
    async with proposed(database_url) as (stage, number):
        await stage.logs_in("Naoual")
        assert FIRST in await heard(stage, "Marloes", APPROVE)
        assert await state_of(stage, number) == "proposed"


async def test_later_changes_nothing_and_asks_for_nothing(database_url: str) -> None:
    async with proposed(database_url) as (stage, number):
        assert FIRST not in await heard(stage, "Marloes", LATER)
        assert await state_of(stage, number) == "proposed"


async def test_another_answer_replaces_what_was_held(database_url: str) -> None:
    """A button of before never decides what was meant to be otherwise."""
    async with proposed(database_url) as (stage, number):
        await stage.says("Marloes", APPROVE)
        await stage.hears("Marloes")
        held = {"kind": "pick", "press": f"review.{number}::{deciding.AGAIN}", "name": "Marloes"}
        await stage.gives("Marloes", {**held, "press": f"review.{number}:decision:decline"})
        await visits(stage)
        await stage.gives("Marloes", held)
        assert await state_of(stage, number) == "proposed"
        assert "Waarom" in "\n".join(await stage.hears("Marloes"))
        assert await stage.parked() == []


async def test_what_was_decided_meanwhile_is_over(database_url: str) -> None:
    async with proposed(database_url) as (stage, number):
        await stage.says("Marloes", APPROVE)
        async with stage.work() as work:
            (await work.get(Match, number)).state = "declined"
        await visits(stage)
        assert "al over beslist" in await heard(stage, "Marloes", GO_ON)
        assert await state_of(stage, number) == "declined"


async def test_a_question_is_answered_without_logging_in(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        for words in ("hulp van een mens", "Hoe laat begin ik?"):
            await stage.says("Fatima", words)
        await stage.hears("Marloes")
        await stage.says("Marloes", "[Antwoord]")
        assert FIRST not in await heard(stage, "Marloes", "Om acht uur.")
        assert "Om acht uur." in "\n".join(await stage.hears("Fatima"))


async def test_whatever_a_colleague_can_be_asked_of_somebody_is_declared(tmp_path: Path) -> None:
    """Every other dialog about a person refuses a colleague, whatever its number."""
    others = subjects.DIALOGS.keys() - deciding.DECIDES.keys() - {"relay", "checkin"}
    async with staged(f"sqlite+aiosqlite:///{tmp_path}/open.db") as stage:
        match = await given.pair(stage)
        await given.meeting(stage)
        await given.plan(stage)
        async with stage.work() as work:
            fatima, now = given.number(stage, "Fatima"), work.now
            for kind, subject in (("introduction", match), ("yearly", 2026)):
                row = Survey(person_id=fatima, side="jobseeker", kind=kind, asked=now)
                row.subject_id = subject
                work.tx.add(row)
        async with stage.work() as work:
            marloes = await work.get(Person, given.number(stage, "Marloes"))
            for name in others:
                for about in range(1, 6):
                    facts = FORMS[name].facts
                    assert facts is not None, name
                    with pytest.raises((PermissionError, LookupError)):
                        await facts(work, marloes, name, about)


def test_every_dialog_that_decides_exists() -> None:
    assert deciding.DECIDES.keys() <= FORMS.keys()


async def test_a_promised_call_is_settled_after_the_second_factor_only(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        await stage.says("Fatima", "bel mij")
        for words in ("0612345678", "1"):
            await stage.says("Fatima", words)
        await heard(stage, "Marloes", "[Ik heb gebeld]")
        assert FIRST in await heard(stage, "Marloes", "[Gebeld]")
        assert await waits_for_a_call(stage)
        await visits(stage)
        await heard(stage, "Marloes", GO_ON)
        assert not await waits_for_a_call(stage)


async def waits_for_a_call(stage: Stage) -> bool:
    """Is she promised a call that was not made?"""
    async with stage.work() as work:
        return await callbacks.waiting_of(work, given.number(stage, "Fatima")) is not None
