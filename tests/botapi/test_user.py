"""A User does what a person with a phone does, in this process or over the control endpoints."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)

from tests.botapi import BotApi, RemoteApi, User
from tests.botapi.user import entities

Json = dict[str, Any]


@pytest.fixture(params=["local", "remote"])
async def user(request: pytest.FixtureRequest, api: BotApi) -> AsyncIterator[User]:
    if request.param == "local":
        yield User(api, 7)
        return
    async with RemoteApi(api.url) as remote:
        yield User(remote, 7)


def board(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(x, callback_data=x)] for x in labels])


async def newest(bot: Bot) -> Update:
    return (await bot.get_updates(-1, timeout=0))[-1]


async def test_a_whole_talk_reads_as_a_transcript(user: User, bot: Bot) -> None:
    await user.command("/start abc")
    first = await newest(bot)
    assert first.message is not None
    assert first.message.parse_entities() == {first.message.entities[0]: "/start"}
    sent = await bot.send_message(7, "Wat wil je?\nKies.", reply_markup=board("🧹 Schoonmaker"))
    (heard,) = await user.hears()
    assert (heard.text, heard.labels) == ("Wat wil je?\nKies.", ["🧹 Schoonmaker"])
    await user.presses("Schoon")
    query = (await newest(bot)).callback_query
    assert query is not None
    assert query.data == "🧹 Schoonmaker"
    await query.answer("Goed")
    await bot.edit_message_text("Schoonmaker", 7, sent.message_id)
    assert [one.text for one in await user.hears(edits=True)] == ["Schoonmaker"]
    assert await user.notices() == ["Goed"]
    assert await user.notices() == []
    await user.edits((await user.says("nee"))["message"]["message_id"], "ja")
    edited = (await newest(bot)).edited_message
    assert edited is not None
    assert edited.text == "ja"
    assert await user.transcript() == (
        "< /start abc\n"
        "> Wat wil je?\n  Kies.\n  [🧹 Schoonmaker]\n"
        "< [🧹 Schoonmaker]\n"
        "> (notice) Goed\n"
        "> (edit) Schoonmaker\n"
        "< nee\n"
        "< (edit) ja\n"
    )


async def test_an_old_button_can_still_be_pressed(user: User, bot: Bot) -> None:
    sent = await bot.send_message(7, "A?", reply_markup=board("Ja", "Nee"))
    await bot.edit_message_text("B?", 7, sent.message_id, reply_markup=board("Misschien"))
    with pytest.raises(AssertionError, match="no button 'Nee'"):
        await user.presses("Nee")
    await user.presses_old(sent.message_id, "Nee")
    query = (await newest(bot)).callback_query
    assert query is not None
    assert query.data == "Nee"
    await bot.delete_message(7, sent.message_id)
    await user.presses_old(sent.message_id, "Ja")
    query = (await newest(bot)).callback_query
    assert query is not None
    assert query.message is not None
    assert not query.message.is_accessible
    with pytest.raises(AssertionError, match="never had"):
        await user.presses_old(sent.message_id, "Soms")


async def test_the_newest_message_wins_and_exact_wins_over_start(user: User, bot: Bot) -> None:
    await bot.send_message(7, "oud", reply_markup=board("Ja"))
    await bot.send_message(7, "nieuw", reply_markup=board("Jaren", "Ja"))
    pressed = await user.presses("Ja")
    assert pressed["callback_query"]["message"]["text"] == "nieuw"
    assert pressed["callback_query"]["data"] == "Ja"


async def test_buttons_of_a_reply_keyboard_send_their_text(user: User, bot: Bot) -> None:
    rows: list[list[str | KeyboardButton]] = [
        ["Utrecht"],
        [KeyboardButton("Mijn nummer", request_contact=True)],
        [KeyboardButton("Mijn plek", request_location=True)],
    ]
    await bot.send_message(7, "Waar?", reply_markup=ReplyKeyboardMarkup(rows))
    assert (await user.presses("Utr"))["message"]["text"] == "Utrecht"
    await user.presses("Mijn nummer")
    message = (await newest(bot)).message
    assert message is not None
    assert message.contact is not None
    assert message.contact.user_id == 7
    await user.presses("Mijn plek")
    message = (await newest(bot)).message
    assert message is not None
    assert message.location is not None
    await bot.send_message(7, "Dank je", reply_markup=ReplyKeyboardRemove())
    with pytest.raises(AssertionError, match="no button"):
        await user.presses("Utrecht")


async def test_a_button_that_only_opens_a_page_sends_nothing(user: User, bot: Bot) -> None:
    link = InlineKeyboardMarkup([[InlineKeyboardButton("Site", url="https://werk.nl")]])
    await bot.send_message(7, "Kijk", reply_markup=link)
    with pytest.raises(AssertionError, match="sends nothing"):
        await user.presses("Site")


async def test_all_sorts_of_messages_are_well_formed(user: User, bot: Bot) -> None:
    await user.sends_voice(b"OggS1")
    await user.sends_photo(b"\xff\xd81", caption="ik")
    await user.sends_document(b"%PDF")
    await user.sends_sticker()
    await user.shares_contact("+31687654321", other=True)
    await user.shares_location(52.1, 5.1)
    await user.forwards("Vacature")
    await user.unknown_update()
    found = await bot.get_updates(timeout=0)
    kinds = [one.message.effective_attachment if one.message else one for one in found]
    assert [type(one).__name__ for one in kinds] == [
        "Voice", "tuple", "Document", "Sticker", "Contact", "Location", "NoneType", "Update",
    ]  # fmt: skip
    voice = found[0].message and found[0].message.voice
    assert voice
    assert bytes(await (await voice.get_file()).download_as_bytearray()) == b"OggS1"
    forwarded = found[6].message
    assert forwarded is not None
    assert forwarded.forward_origin is not None
    assert "< (photo) ik\n" in await user.transcript()


async def test_the_bot_joins_a_group(user: User, bot: Bot) -> None:
    group = await user.joins_group(title="Werkgroep")
    changed = (await bot.get_updates(timeout=0))[0].my_chat_member
    assert changed is not None
    assert changed.chat.title == "Werkgroep"
    await user.says("hallo allemaal", chat=group)
    await bot.send_message(group["id"], "Dag groep")
    assert [one.text for one in await user.hears(chat=group)] == ["Dag groep"]
    await user.hears_nothing(0.01)
    assert (await user.transcript(chat=group)).endswith("< hallo allemaal\n> Dag groep\n")


async def test_hearing_waits_and_gives_up(user: User, bot: Bot) -> None:
    await user.says("hoi")
    with pytest.raises(TimeoutError, match=r"heard \[\] in 0.05 s(.|\n)*< hoi"):
        await user.hears(0.05)
    waiting = asyncio.create_task(user.hears(count=2))
    await asyncio.sleep(0.02)
    await bot.send_message(7, "een")
    await asyncio.sleep(0.02)
    assert not waiting.done()
    await bot.send_message(7, "twee")
    assert [one.text for one in await asyncio.wait_for(waiting, 3)] == ["een", "twee"]
    await user.hears_nothing(0.01)
    await bot.send_message(7, "drie")
    with pytest.raises(AssertionError, match="drie"):
        await user.hears_nothing(0.01)
    assert len(await user.sees()) == 3


def test_typed_words_get_their_entities() -> None:
    assert entities("🙂 /stop https://werk.nl a@b.nl") == [
        {"type": "bot_command", "offset": 3, "length": 5},
        {"type": "url", "offset": 9, "length": 15},
        {"type": "email", "offset": 25, "length": 6},
    ]
    assert entities("en/of 1/2") == []


async def test_the_same_update_can_come_twice(api: BotApi, bot: Bot) -> None:
    update = await User(api, 7).says("hoi")
    await bot.get_updates(update["update_id"] + 1, timeout=0)
    api.deliver(update)
    (again,) = await bot.get_updates(timeout=0)
    assert again.update_id == update["update_id"]
    assert api.transcript(7) == "< hoi\n"


async def test_it_serves_on_its_own() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.botapi", "--token", "5:X", "--speed", "20",
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    url = (await asyncio.wait_for(process.stdout.readline(), 20)).decode().strip()
    async with (
        RemoteApi(url) as remote,
        Bot("5:X", base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as bot,
    ):
        user = User(remote, 7)
        await user.says("hoi")
        assert len(await bot.get_updates(timeout=0)) == 1
        await bot.send_message(7, "dag")
        assert [one.text for one in await user.hears()] == ["dag"]
        assert [one["method"] for one in await remote.ledger()] == [
            "getMe",
            "getUpdates",
            "sendMessage",
        ]
        await remote.fail("sendMessage", error=403)
        with pytest.raises(Exception, match="blocked"):
            await bot.send_message(7, "x")
        with pytest.raises(AssertionError, match="400"):
            await remote.deliver({"message": {"chat": {"id": 7, "type": "private"}, "txt": 1}})
        assert len(await remote.sent(7)) == 1
        assert len((await remote.ask("pending"))["pending"]) == 1
    process.terminate()
    assert await process.wait() == 0
