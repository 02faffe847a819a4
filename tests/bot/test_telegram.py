"""Telegram for real: what people do on their phones, as the emulator's ledger recorded it."""

from __future__ import annotations

import pytest
from sqlmodel import select

from services.store.models import Address, Inbox, Message, Person
from tests.botapi import User
from tests.phones import Phones, phones


async def hears(on: Phones, user: User) -> list[str]:
    await on.settled()
    return [seen.text for seen in await user.hears(timeout=2)]


async def until_home(on: Phones, user: User) -> None:
    """Up to the question where somebody lives."""
    await user.command("/start")
    await on.settled()
    await user.presses("Nederlands")
    await on.settled()
    await user.presses("Ik zoek werk")
    await on.settled()
    await user.presses("Amina")
    await on.settled()
    await user.hears(timeout=2)


async def test_the_first_words_say_what_this_is(database_url: str) -> None:
    async with phones(database_url) as on:
        amina = User(on.api, 7)
        await amina.command("/start")
        said = "\n".join(await hears(on, amina))
        assert "computerprogramma" in said
        assert "gratis" in said
        assert on.api.ledger.errors() == []


async def test_a_name_is_one_tap_and_a_place_can_be_shared(database_url: str) -> None:
    async with phones(database_url) as on:
        amina = User(on.api, 7)
        await until_home(on, amina)
        await amina.shares_location(52.3815, 4.6368)
        said = await hears(on, amina)
        assert "Welk werk wil je doen" in said[-1]
        assert on.api.ledger.errors() == []


async def test_every_kind_of_message_gets_a_kind_answer(database_url: str) -> None:
    async with phones(database_url) as on:
        amina = User(on.api, 7)
        await until_home(on, amina)
        for act in (
            amina.sends_voice,
            amina.sends_photo,
            amina.sends_sticker,
            lambda: amina.says("🎉🎉🎉"),
            lambda: amina.says("مرحبا كيف حالك"),
            lambda: amina.says("x" * 4096),
            lambda: amina.says("/nietbestaand"),
            lambda: amina.forwards("een doorgestuurd bericht"),
        ):
            await act()
            said = "\n".join(await hears(on, amina))
            assert said, act
            assert "{" not in said
        await amina.says("haarlem")
        assert "Welk werk" in (await hears(on, amina))[-1]
        assert on.api.ledger.errors() == []


async def test_an_old_button_changes_an_old_answer_and_never_answers_a_new_question(
    database_url: str,
) -> None:
    async with phones(database_url) as on:
        amina = User(on.api, 7)
        await until_home(on, amina)
        for words in ("haarlem", "schoonmaker", "[Klaar]", "weet ik niet", "weet ik niet"):
            await (amina.presses(words[1:-1]) if words.startswith("[") else amina.says(words))
            await on.settled()
        seen = [each for each in await amina.sees() if "8 tot 16 uur" in each.labels][-1]
        await amina.presses_old(seen.message_id, "8 tot 16 uur")
        await on.settled()
        await amina.presses_old(seen.message_id, "24 tot 32 uur")
        said = await hears(on, amina)
        assert "Wanneer kun je werken" in said[-1]


async def test_ticks_change_the_list_in_place(database_url: str) -> None:
    async with phones(database_url) as on:
        amina = User(on.api, 7)
        await until_home(on, amina)
        for words in ("haarlem", "schoonmaker", "[Klaar]", "weet ik niet", "weet ik niet", "24"):
            await (amina.presses(words[1:-1]) if words.startswith("[") else amina.says(words))
            await on.settled()
        await amina.hears(timeout=2)
        before = len(await amina.sees())
        await amina.presses("Ochtend")
        await on.settled()
        await amina.presses("Avond")
        await on.settled()
        assert len(await amina.sees()) == before
        assert {"✓ Ochtend", "✓ Avond"} <= set((await amina.sees())[-1].labels)


async def test_presses_are_answered_at_once(database_url: str) -> None:
    async with phones(database_url) as on:
        amina = User(on.api, 7)
        await until_home(on, amina)
        assert len(on.api.ledger.of("answerCallbackQuery")) == 3


async def test_the_same_update_twice_is_handled_once(database_url: str) -> None:
    async with phones(database_url) as on:
        amina = User(on.api, 7)
        await until_home(on, amina)
        update = await amina.says("haarlem")
        await on.settled()
        on.api.deliver(update)
        await on.settled()
        asked = [seen for seen in await amina.sees() if "Welk werk wil je" in seen.text]
        assert len(asked) == 1


async def test_somebody_who_blocks_the_bot_is_marked_and_comes_back(database_url: str) -> None:
    async with phones(database_url) as on:
        amina = User(on.api, 7)
        await until_home(on, amina)
        await amina.blocks()
        await on.settled()
        async with on.stage.work() as work:
            assert (await work.tx.exec(select(Person))).one().unreachable is not None
        await amina.says("haarlem")
        assert "Welk werk" in (await hears(on, amina))[-1]
        async with on.stage.work() as work:
            assert (await work.tx.exec(select(Person))).one().unreachable is None


async def test_in_a_group_the_bot_says_one_kind_line_and_leaves(database_url: str) -> None:
    async with phones(database_url) as on:
        amina = User(on.api, 7)
        await amina.joins_group()
        await on.settled()
        assert len(on.api.ledger.of("leaveChat")) == 1
        async with on.stage.work() as work:
            assert (await work.tx.exec(select(Person))).all() == []


@pytest.mark.parametrize(
    "fault",
    [
        {"error": 429, "retry_after": 1},
        {"error": 500},
        {"drop": True},
        {"error": 500, "drop": True},
    ],
)
async def test_what_goes_wrong_on_the_way_is_tried_again(
    database_url: str, fault: dict[str, object]
) -> None:
    async with phones(database_url) as on:
        amina = User(on.api, 7)
        await until_home(on, amina)
        on.api.fail("sendMessage", times=1, **fault)
        await amina.says("haarlem")
        await on.settled()
        await on.stage.passes(seconds=60)
        await on.settled()
        assert any("Welk werk" in seen.text for seen in await amina.sees())


async def test_the_raw_words_are_gone_when_they_are_handled(database_url: str) -> None:
    async with phones(database_url) as on:
        amina = User(on.api, 7)
        await until_home(on, amina)
        async with on.stage.work() as work:
            rows = (await work.tx.exec(select(Inbox))).all()
        assert rows
        assert all(row.payload is None for row in rows if row.done)


async def test_what_is_private_is_not_readable_in_the_database(database_url: str) -> None:
    async with phones(database_url) as on:
        amina = User(on.api, 7123456)
        await until_home(on, amina)
        async with on.stage.work() as work:
            connection = await work.tx.connection()
            for table in (Person, Address, Message, Inbox):
                query = f"SELECT * FROM {table.__tablename__}"
                found = (await connection.exec_driver_sql(query)).all()
                raw = " ".join(
                    str(bytes(v) if isinstance(v, memoryview) else v) for r in found for v in r
                )
                assert "Amina" not in raw
                assert "7123456" not in raw
