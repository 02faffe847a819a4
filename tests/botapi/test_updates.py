"""Updates wait for the bot as long as Telegram keeps them, and come by polling or by webhook."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, Conflict

from tests.botapi import BotApi, RefusalError, User, until
from tests.botapi.webhook import HEADER, backoff

Json = dict[str, Any]


async def texts(bot: Bot, offset: int | None = None, **more: Any) -> list[str]:
    found = await bot.get_updates(offset, timeout=0, **more)
    return [one.message.text or "" if one.message else "" for one in found]


async def test_updates_are_kept_until_they_are_confirmed(api: BotApi, bot: Bot) -> None:
    user = User(api, 7)
    first = await user.says("een")
    await user.says("twee")
    await user.says("drie")
    assert await texts(bot) == ["een", "twee", "drie"]
    assert await texts(bot) == ["een", "twee", "drie"]
    assert await texts(bot, limit=1) == ["een"]
    assert await texts(bot, first["update_id"] + 1) == ["twee", "drie"]
    await user.says("vier")
    assert await texts(bot, -2) == ["drie", "vier"]
    assert await texts(bot) == ["drie", "vier"]
    assert await texts(bot, -1) == ["vier"]
    assert await texts(bot) == ["vier"]


async def test_a_long_poll_ends_when_something_comes(api: BotApi, bot: Bot) -> None:
    api.speed = 1
    poll = asyncio.create_task(bot.get_updates(timeout=50))
    await until(lambda: api.ledger.of("getUpdates"))
    assert not poll.done()
    await User(api, 7).says("hoi")
    (one,) = await asyncio.wait_for(poll, 1)
    assert one.message is not None
    assert one.message.text == "hoi"
    api.speed = 50
    assert await bot.get_updates(one.update_id + 1, timeout=1) == ()


async def test_a_second_poll_ends_the_first_with_409(api: BotApi, bot: Bot) -> None:
    api.speed = 1
    first = asyncio.create_task(bot.get_updates(timeout=50))
    await until(lambda: api.ledger.of("getUpdates"))
    second = asyncio.create_task(api.execute("getUpdates", {"timeout": 50}))
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    await User(api, 7).says("hoi")
    assert len(await second) == 1


async def test_no_polling_beside_a_webhook(api: BotApi, bot: Bot) -> None:
    poll = asyncio.create_task(api.execute("getUpdates", {"timeout": 50}))
    await asyncio.sleep(0)
    await bot.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(RefusalError, match="terminated by setWebhook request"):
        await poll
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates(timeout=0)
    await bot.delete_webhook()
    assert await bot.get_updates(timeout=0) == ()


async def test_presses_expire_before_words(api: BotApi, bot: Bot, clock: Any) -> None:
    user = User(api, 7)
    board = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}
    await api.execute("sendMessage", {"chat_id": 7, "text": "?", "reply_markup": board})
    await user.says("ja")
    press = await user.presses("Ja")
    clock.now += 149
    assert len(await bot.get_updates(timeout=0)) == 2
    clock.now += 2
    assert await texts(bot) == ["ja"]
    assert [one["update_id"] for one in api.updates.expired] == [press["update_id"]]
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(press["callback_query"]["id"])
    clock.now += 86_400
    assert await texts(bot) == []


async def test_only_the_kinds_of_updates_that_the_bot_wants(api: BotApi, bot: Bot) -> None:
    user = User(api, 7)
    await bot.get_updates(timeout=0, allowed_updates=["message"])
    await user.blocks()
    await user.says("hoi")
    assert await texts(bot) == ["hoi"]
    assert [set(one) - {"update_id"} for one in api.updates.unwanted] == [
        {"my_chat_member"},
        {"my_chat_member"},
    ]


async def test_a_malformed_update_is_the_fault_of_the_test(api: BotApi) -> None:
    with pytest.raises(RefusalError, match="no field"):
        api.deliver({"message": {"chat": {"id": 7, "type": "private"}, "txt": "x"}})


class Hook:
    """A webhook that notes what comes, and answers as it is told."""

    def __init__(self) -> None:
        self.seen: list[int] = []
        self.secrets: list[str | None] = []
        self.statuses: dict[int, list[int]] = {}
        self.headers: dict[str, str] = {}
        self.body: Json | None = None
        self.busy = 0
        self.most = 0
        self.pause = 0.0
        self.url = ""

    async def __call__(self, request: web.BaseRequest) -> web.Response:
        update = await request.json()
        self.secrets.append(request.headers.get(HEADER))
        self.seen.append(update["update_id"])
        self.busy += 1
        self.most = max(self.most, self.busy)
        await asyncio.sleep(self.pause)
        self.busy -= 1
        statuses = self.statuses.get(update["update_id"], [])
        status = statuses.pop(0) if statuses else 200
        if status == 200 and self.body:
            return web.json_response(self.body)
        return web.Response(status=status, headers=self.headers if status != 200 else {})


@asynccontextmanager
async def hooked() -> AsyncIterator[Hook]:
    hook = Hook()
    runner = web.ServerRunner(web.Server(hook, access_log=None))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_a_webhook_gets_what_waited_and_what_comes(api: BotApi, bot: Bot) -> None:
    user = User(api, 7)
    async with hooked() as hook:
        first = await user.says("een")
        await bot.set_webhook(hook.url, secret_token="geheim_1", max_connections=3)
        second = await user.says("twee")
        await until(lambda: not api.updates.pending)
        assert hook.seen == [first["update_id"], second["update_id"]]
        assert hook.secrets == ["geheim_1", "geheim_1"]
        info = await bot.get_webhook_info()
        assert (info.url, info.pending_update_count, info.max_connections) == (hook.url, 0, 3)
        await bot.delete_webhook()
        assert (await bot.get_webhook_info()).url == ""


async def test_a_failed_update_holds_up_only_its_own_queue(api: BotApi, bot: Bot) -> None:
    one, other = User(api, 7), User(api, 8)
    async with hooked() as hook:
        await bot.set_webhook(hook.url)
        stuck = (await one.says("een"))["update_id"]
        hook.statuses[stuck] = [500, 503, 404]
        after = (await one.says("twee"))["update_id"]
        free = (await other.says("hoi"))["update_id"]
        await until(lambda: not api.updates.pending)
        assert [id_ for id_ in hook.seen if id_ != free] == [stuck] * 4 + [after]
        assert hook.seen.index(free) < hook.seen.index(after)
        assert api.webhook is not None
        times = [at * api.speed for at, id_, _ in api.webhook.attempts if id_ == stuck]
        waits = [later - earlier for earlier, later in itertools.pairwise(times)]
        assert waits[1] >= 2
        assert waits[2] >= 4
        assert "404" in str((await bot.get_webhook_info()).last_error_message)


def test_retries_come_at_once_and_then_ever_later() -> None:
    assert [backoff(tries, 70) for tries in range(9)] == [0, 2, 4, 8, 16, 32, 64, 70, 70]


async def test_words_and_presses_of_one_person_are_two_queues(api: BotApi, bot: Bot) -> None:
    user = User(api, 7)
    board = {"inline_keyboard": [[{"text": "Ja", "callback_data": "ja"}]]}
    await api.execute("sendMessage", {"chat_id": 7, "text": "?", "reply_markup": board})
    async with hooked() as hook:
        await bot.set_webhook(hook.url)
        word = (await user.says("ja"))["update_id"]
        hook.statuses[word] = [500, 500]
        press = (await user.presses("Ja"))["update_id"]
        await until(lambda: not api.updates.pending)
        assert hook.seen.index(press) < len(hook.seen) - 1
        assert hook.seen[-1] == word


async def test_a_webhook_is_not_given_more_connections_than_it_wants(api: BotApi, bot: Bot) -> None:
    async with hooked() as hook:
        hook.pause = 0.01
        await bot.set_webhook(hook.url, max_connections=2)
        for id_ in range(1, 9):
            await User(api, id_).says("hoi")
        await until(lambda: not api.updates.pending)
        assert hook.most == 2


async def test_retry_after_of_a_webhook_is_honoured(api: BotApi, bot: Bot) -> None:
    async with hooked() as hook:
        await bot.set_webhook(hook.url)
        hook.headers = {"Retry-After": "10"}
        update_id = api.updates.next_id
        hook.statuses[update_id] = [429]
        await User(api, 7).says("hoi")
        await until(lambda: not api.updates.pending)
        assert api.webhook is not None
        (first, _, _), (second, _, _) = api.webhook.attempts
        assert (second - first) * api.speed >= 10


async def test_an_update_that_would_expire_first_is_not_tried_again(
    api: BotApi, bot: Bot, clock: Any
) -> None:
    async with hooked() as hook:
        await bot.set_webhook(hook.url)
        hook.headers = {"Retry-After": "3600"}
        clock.now -= 86_000
        hook.statuses[api.updates.next_id] = [500]
        await User(api, 7).says("hoi")
        clock.now += 86_000
        await until(lambda: api.updates.expired)
        assert not api.updates.pending


async def test_an_answer_to_a_webhook_may_carry_a_call(api: BotApi, bot: Bot) -> None:
    async with hooked() as hook:
        hook.body = {"method": "sendMessage", "chat_id": 7, "text": "Meteen terug"}
        await bot.set_webhook(hook.url)
        user = User(api, 7)
        await user.says("hoi")
        assert [one.text for one in await user.hears()] == ["Meteen terug"]


async def test_a_webhook_that_is_not_there_is_tried_again(api: BotApi, bot: Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")
    await User(api, 7).says("hoi")
    await until(lambda: api.webhook and len(api.webhook.attempts) >= 3)
    assert "Connection failed" in str((await bot.get_webhook_info()).last_error_message)


@pytest.mark.parametrize(
    ("token", "words"),
    [("a" * 257, "too long"), ("met spatie", "unallowed characters"), ("é", "unallowed")],
)
async def test_secret_tokens_have_rules(api: BotApi, token: str, words: str) -> None:
    params = {"url": "http://127.0.0.1:9/", "secret_token": token}
    with pytest.raises(RefusalError, match=words):
        await api.execute("setWebhook", params)
