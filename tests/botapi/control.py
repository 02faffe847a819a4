"""Filling in updates, and the control endpoints under /_control/ for another process.

GET  state?chat_id=    messages, lines and last number of a chat
GET  transcript?chat_id=   the chat as text
GET  wait?chat_id=&after=&seconds=   the same, as soon as something happened after that number
GET  ledger?method=    calls as JSON
POST deliver           an update; answers it with the server's numbers
POST fail              a fault, with the fields of Fault
POST gone              {"seconds": 2, "silent": false}
POST block             {"chat_id": 1, "words": "bot was blocked by the user" or null}
POST file              {"content": base64, "kind": "voice", "name": ""}; answers the File
GET  pending           updates that wait, that expired, and the webhook
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.botapi.chats import Chat, labels
from tests.botapi.refusal import RefusalError, Upload
from tests.botapi.rules import rules
from tests.botapi.updates import MESSAGES, Query

if TYPE_CHECKING:
    from tests.botapi.server import BotApi

Json = dict[str, Any]


def recorded(api: BotApi, update: Json, kind: str) -> Json:
    """Fill in the numbers and the time of an update and put what it says in the chats."""
    content = update.get(kind)
    if isinstance(content, dict):
        if kind in MESSAGES:
            update = {**update, kind: _message(api, content, kind)}
        elif kind == "callback_query":
            update = {**update, kind: _query(api, content)}
        elif "date" not in content and kind in ("my_chat_member", "chat_member"):
            update = {**update, kind: {"date": int(api.clock()), **content}}
        if kind in ("my_chat_member", "message") and "chat" in content:
            _chat(api, content["chat"])
    if kind in rules().types["Update"]["fields"]:
        rules().check_type("Update", {"update_id": 0, **update})
    return update


def _chat(api: BotApi, info: Json) -> Chat:
    return api.chats.chat(info["id"], info)


def _message(api: BotApi, message: Json, kind: str) -> Json:
    chat = _chat(api, message["chat"])
    person = message.get("from")
    if person is not None:
        api.people[person["id"]] = person
    entry = chat.entries.get(message.get("message_id", 0))
    if entry is not None and kind.startswith("edited"):
        message = {"date": entry.message["date"], "edit_date": int(api.clock()), **message}
        api.chats.edit(chat, entry, message)
        return message
    message = {"date": int(api.clock()), **message}
    # The same message again (a duplicate on purpose) is not put in the chat twice.
    return message if entry is not None else api.chats.add(chat, message, outgoing=False)


def _query(api: BotApi, query: Json) -> Json:
    if "id" not in query:
        query = {"id": str(4_000_000_000 + len(api.queries)), **query}
    chat = api.chats.chat(query["message"]["chat"]["id"]) if "message" in query else None
    api.people[query["from"]["id"]] = query["from"]
    if query["id"] not in api.queries:
        chat_id = chat.info["id"] if chat else query["from"]["id"]
        api.queries[query["id"]] = Query(api.clock(), chat_id)
        if chat is not None:
            api.chats.note(chat, "press", _label(chat, query))
    return query


def _label(chat: Chat, query: Json) -> str:
    """Give what stood on the button, looking through all keyboards the message had."""
    data = str(query.get("data", ""))
    entry = chat.entries.get(query["message"]["message_id"])
    for board in reversed(entry.boards if entry else []):
        for row, names in zip(board["inline_keyboard"], labels(board), strict=True):
            for button, name in zip(row, names, strict=True):
                if button.get("callback_data") == data:
                    return name
    return data


# --- over HTTP ---


async def handle(api: BotApi, request: web.BaseRequest, name: str) -> web.Response:
    """Answer a control request."""
    body: Json = json.loads(await request.read() or b"{}") if request.body_exists else {}
    action = ACTIONS.get(name)
    if action is None:
        return web.json_response({"error": f"unknown: {name}"}, status=404)
    try:
        result = action(api, {**request.query, **body})
        if asyncio.iscoroutine(result):
            result = await result
    except (RefusalError, KeyError, TypeError, ValueError) as error:
        return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)
    return web.json_response(result, dumps=lambda value: json.dumps(value, default=_plain))


def _plain(value: Any) -> Any:
    if isinstance(value, Upload):
        return value.as_json()
    raise TypeError(type(value).__name__)


def state(api: BotApi, asked: Json) -> Json:
    """Give all of a chat."""
    chat = api.chats.chat(int(asked["chat_id"]))
    return {
        "seq": chat.seq,
        "messages": [entry.seen().as_json() for entry in chat.entries.values()],
        "notices": [line.text for line in chat.lines if line.kind == "notice"],
    }


async def wait(api: BotApi, asked: Json) -> Json:
    """Wait until something happened in a chat after a number, or for so many seconds."""
    chat = api.chats.chat(int(asked["chat_id"]))
    after, seconds = int(asked["after"]), float(asked["seconds"])
    await changed(chat, after, seconds)
    return state(api, asked)


async def changed(chat: Chat, after: int, seconds: float) -> bool:
    """Wait until a chat has something newer than ``after``; tell if it has."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while chat.seq <= after:
        left = end - loop.time()
        if left <= 0:
            return False
        waiter: asyncio.Future[None] = loop.create_future()
        chat.waiters.append(waiter)
        await asyncio.wait([waiter], timeout=left)
    return True


def _ledger(api: BotApi, asked: Json) -> list[Json]:
    after, method = int(asked.get("after", 0)), asked.get("method")
    calls = api.ledger[after:]
    return [call.as_json() for call in calls if method in (None, call.method)]


def _fail(api: BotApi, asked: Json) -> Json:
    return asdict(api.fail(asked.pop("method", None), **asked))


def _gone(api: BotApi, asked: Json) -> bool:
    api.gone(float(asked["seconds"]), silent=bool(asked.get("silent")))
    return True


def _block(api: BotApi, asked: Json) -> bool:
    api.block(int(asked["chat_id"]), asked.get("words"))
    return True


def _file(api: BotApi, asked: Json) -> Json:
    content = base64.b64decode(asked["content"])
    return api.files.put(content, asked["kind"], asked.get("name", "")).as_json()


def _pending(api: BotApi, _: Json) -> Json:
    api.updates.expire()
    return {
        "pending": [one.update for one in api.updates.pending.values()],
        "expired": api.updates.expired,
        "unwanted": api.updates.unwanted,
        "webhook": api.webhook.url if api.webhook else "",
    }


ACTIONS: dict[str, Callable[[BotApi, Json], Any]] = {
    "state": state,
    "wait": wait,
    "transcript": lambda api, asked: api.transcript(int(asked["chat_id"])),
    "ledger": _ledger,
    "deliver": lambda api, asked: api.deliver(asked),
    "fail": _fail,
    "gone": _gone,
    "block": _block,
    "file": _file,
    "pending": _pending,
    "me": lambda api, _: api.me,
}
