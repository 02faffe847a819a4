"""The server fails as it is told, and keeps Telegram's limits when they are on."""

from __future__ import annotations

import asyncio
import datetime
from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from tests.botapi import BotApi, Limits, RefusalError, User, until


async def test_a_flood_is_answered_with_the_seconds_to_wait(api: BotApi, bot: Bot) -> None:
    fault = api.fail("sendMessage", error=429, retry_after=3)
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(7, "x")
    assert caught.value.retry_after == datetime.timedelta(seconds=3)
    await bot.send_message(7, "x")
    assert fault.struck == 1
    assert [call.error for call in api.ledger.of("sendMessage")] == [429, None]
    assert api.ledger.errors()[0].description == "Too Many Requests: retry after 3"
    assert len(api.sent(7)) == 1


async def test_a_fault_may_concern_one_chat_and_come_later(api: BotApi, bot: Bot) -> None:
    api.fail("sendMessage", chat_id=8, error=403, times=None)
    api.fail("sendMessage", chat_id=7, error=500, after=1)
    await bot.send_message(7, "x")
    for _ in range(2):
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await bot.send_message(8, "x")
    with pytest.raises(TelegramError, match="Internal Server Error"):
        await bot.send_message(7, "x")
    await bot.send_message(7, "x")
    assert len(api.sent(7)) == 2


async def test_a_fault_of_a_method_that_does_not_exist_is_a_mistake(api: BotApi) -> None:
    with pytest.raises(ValueError, match="sendMesage"):
        api.fail("sendMesage", error=500)


async def test_words_of_a_fault_can_be_given(api: BotApi, bot: Bot) -> None:
    api.fail(error=400, words="not enough rights to send text messages to the chat")
    with pytest.raises(BadRequest, match="Not enough rights"):
        await bot.send_message(7, "x")


async def test_a_dropped_call_is_executed_but_not_answered(api: BotApi, bot: Bot) -> None:
    api.fail("sendMessage", drop=True)
    with pytest.raises(NetworkError):
        await bot.send_message(7, "Ben ik er?")
    assert [one.text for one in api.sent(7)] == ["Ben ik er?"]
    assert api.ledger.of("sendMessage")[0].dropped
    await bot.send_message(7, "Nog eens")


async def test_a_hanging_call_is_executed_but_answered_late(api: BotApi, bot: Bot) -> None:
    api.fail("sendMessage", hang=2)
    with pytest.raises(TimedOut):
        await bot.send_message(7, "x", read_timeout=0.1)
    assert len(api.sent(7)) == 1


async def test_a_server_that_is_gone_refuses_and_comes_back(api: BotApi, bot: Bot) -> None:
    api.speed = 1
    poll = asyncio.create_task(bot.get_updates(timeout=50))
    await until(lambda: api.ledger.of("getUpdates"))
    api.gone(0.5)
    with pytest.raises(NetworkError):
        await poll
    with pytest.raises(NetworkError):
        await bot.send_message(7, "x")
    await asyncio.sleep(0.6)
    await bot.send_message(7, "x")
    assert len(api.sent(7)) == 1


async def test_a_silent_server_answers_nothing(api: BotApi, bot: Bot) -> None:
    api.gone(0.6, silent=True)
    await asyncio.sleep(0)
    with pytest.raises(TimedOut):
        await bot.send_message(7, "x", read_timeout=0.1)
    with pytest.raises(NetworkError):
        await bot.send_message(7, "x", read_timeout=2)
    assert api.sent(7) == []
    await bot.send_message(7, "x")


async def test_who_blocks_the_bot_gets_nothing(api: BotApi, bot: Bot) -> None:
    user = User(api, 7)
    await user.blocks()
    for call in (bot.send_message(7, "x"), bot.send_chat_action(7, "typing")):
        with pytest.raises(Forbidden, match="blocked by the user"):
            await call
    await user.says("Daar ben ik weer")
    await bot.send_message(7, "x")
    statuses = [
        (one.my_chat_member.old_chat_member.status, one.my_chat_member.new_chat_member.status)
        for one in await bot.get_updates(timeout=0)
        if one.my_chat_member
    ]
    assert statuses == [("member", "kicked"), ("kicked", "member")]


async def refusals(api: BotApi, chat_id: int, times: int) -> list[int]:
    """Send so many messages; give the seconds of each refusal."""
    found = []
    for _ in range(times):
        try:
            await api.execute("sendMessage", {"chat_id": chat_id, "text": "x"})
        except RefusalError as refusal:
            assert refusal.code == 429
            found.append(refusal.retry_after or 0)
    return found


async def test_one_chat_gets_one_message_a_second_after_a_burst(clock: Any) -> None:
    api = BotApi(clock=clock, limits=True)
    assert await refusals(api, 7, 5) == [1, 1]
    clock.now += 1
    assert await refusals(api, 7, 2) == [1]
    clock.now += 60
    assert await refusals(api, 7, 4) == [1]


async def test_all_chats_together_get_thirty_a_second(clock: Any) -> None:
    api = BotApi(clock=clock, limits=True)
    found = [await refusals(api, chat_id, 1) for chat_id in range(1, 36)]
    assert [len(one) for one in found] == [0] * 30 + [1] * 5
    clock.now += 1
    assert await refusals(api, 40, 1) == []


async def test_a_group_gets_twenty_a_minute(clock: Any) -> None:
    api = BotApi(clock=clock, limits=Limits(clock, per_chat=None))
    assert await refusals(api, -100, 22) == [60, 60]
    clock.now += 59.5
    assert await refusals(api, -100, 1) == [1]
    clock.now += 0.5
    assert await refusals(api, -100, 1) == []


async def test_what_is_no_message_has_no_limit(clock: Any) -> None:
    api = BotApi(clock=clock, limits=True)
    for _ in range(40):
        await api.execute("sendChatAction", {"chat_id": 7, "action": "typing"})
    with pytest.raises(RefusalError):
        for _ in range(2):
            await api.execute("setWebhook", {"url": "http://127.0.0.1:9/"})
    await api.stop()
