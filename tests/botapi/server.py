"""A Telegram Bot API server on loopback: checks every call, remembers all, fails on request."""

from __future__ import annotations

import asyncio
import inspect
import json
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

from aiohttp import web

from tests.botapi import control
from tests.botapi.answers import minimal
from tests.botapi.chats import Chats, Seen, transcript
from tests.botapi.faults import Fault, Faults, Limits
from tests.botapi.files import Files
from tests.botapi.ledger import Call, Ledger
from tests.botapi.messages import Messages
from tests.botapi.profile import Profile
from tests.botapi.refusal import RefusalError, Upload
from tests.botapi.requests import read_params
from tests.botapi.rules import Checked, Method, rules
from tests.botapi.updates import QUERY_LIFE, Query, Updates, kind_of
from tests.botapi.webhook import Webhook

Json = dict[str, Any]

LARGEST_UPLOAD = 50 * 2**20


class BotApi:
    """One bot's side of Telegram. Use as ``async with BotApi() as api`` or call start and stop.

    ``strict`` refuses unknown fields, which the real server ignores. ``clock`` gives the seconds
    since 1970 by which updates and queries expire and limits count. ``speed`` shortens the
    server's own pauses (long polls, webhook retries, repeated conflicts). With ``known_only`` the
    bot can write only to people and groups that the server has heard of. ``limits``
    switches the limits of sending on, the usual ones or given ones.
    """

    def __init__(
        self,
        token: str = "1:TEST",
        *,
        strict: bool = True,
        clock: Callable[[], float] = time.time,
        speed: float = 1.0,
        known_only: bool = False,
        limits: Limits | bool = False,
        username: str = "werklijn_test_bot",
        query_life: float = QUERY_LIFE,
        first_update_id: int = 100_000_001,
    ) -> None:
        self.token = token
        self.strict = strict
        self.clock = clock
        self.speed = speed
        self.known_only = known_only
        self.limits = Limits(clock) if limits is True else limits or None
        self.query_life = query_life
        bot_id = token.partition(":")[0]
        self.me: Json = {
            "id": int(bot_id) if bot_id.isdigit() else 1,
            "is_bot": True,
            "first_name": "Werklijn",
            "username": username,
        }
        abilities = {"can_join_groups": True, "can_read_all_group_messages": False}
        self.me_full: Json = {**self.me, **abilities, "supports_inline_queries": False}
        self.ledger = Ledger()
        self.chats = Chats()
        self.people: dict[int, Json] = {}
        self.queries: dict[str, Query] = {}
        self.files = Files()
        self.faults = Faults()
        self.updates = Updates(clock, first_update_id, speed)
        self.webhook: Webhook | None = None
        self.messages = Messages(self)
        self.profile = Profile(self)
        self.handlers = {**self.profile.handlers, **self.messages.handlers}
        self._silence: asyncio.Event | None = None
        self.port = 0
        self._host = "127.0.0.1"
        self._path = f"/bot{token}/"
        self._server: web.Server | None = None
        self._runner: web.ServerRunner | None = None
        self._site: web.TCPSite | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    # --- life ---

    async def __aenter__(self) -> BotApi:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Serve at an address (port 0: any free one); give its URL."""
        self._host = host
        self._server = web.Server(self._handle, request_factory=_request, access_log=None)
        self._runner = web.ServerRunner(self._server, shutdown_timeout=0.1)
        await self._runner.setup()
        self.port = port
        await self._listen()
        return self.url

    async def _listen(self) -> None:
        assert self._runner is not None
        self._site = web.TCPSite(self._runner, self._host, self.port)
        await self._site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """End everything; polls that wait are cut off."""
        if self.webhook is not None:
            await self.webhook.stop()
        for task in self._tasks:
            task.cancel()
        self.updates.end_poll(RefusalError(500, "the server stops"))
        self._cut()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def url(self) -> str:
        """The address of the server, without a slash at the end."""
        return f"http://{self._host}:{self.port}"

    @property
    def settings(self) -> dict[str, Any]:
        """What telegram.Bot needs: ``Bot(**api.settings)``."""
        return {
            "token": self.token,
            "base_url": f"{self.url}/bot",
            "base_file_url": f"{self.url}/file/bot",
        }

    # --- what tests ask and do ---

    def fail(self, method: str | None = None, **fault: Any) -> Fault:
        """Make coming calls fail: see Fault for chat_id, times, error, retry_after, drop, hang."""
        if method is not None and method.lower() not in rules().methods:
            raise ValueError(f"no method {method}")
        return self.faults.add(Fault(method, **fault))

    def gone(self, seconds: float, *, silent: bool = False) -> None:
        """Be away for real seconds: refuse connections, or with ``silent`` answer nothing."""
        task = asyncio.get_running_loop().create_task(self._away(seconds, silent))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _away(self, seconds: float, silent: bool) -> None:
        assert self._site is not None
        if silent:
            silence = self._silence = asyncio.Event()
            await asyncio.sleep(seconds)
            self._silence = None
            silence.set()
            return
        await self._site.stop()
        self.updates.end_poll(RefusalError(500, "away"))
        self._cut()
        await asyncio.sleep(seconds)
        await self._listen()

    def _cut(self) -> None:
        """Close all connections that are open."""
        for connection in list(self._server.connections) if self._server is not None else []:
            if connection.transport is not None:
                connection.transport.abort()

    def sent(self, chat_id: int) -> list[Seen]:
        """Give the bot's messages in a chat as the person sees them now, oldest first."""
        return [one for one in self.seen(chat_id) if one.outgoing and not one.deleted]

    def seen(self, chat_id: int) -> list[Seen]:
        """Give all messages of a chat, with the deleted ones and those of people."""
        return [entry.seen() for entry in self.chats.chat(chat_id).entries.values()]

    def transcript(self, chat_id: int) -> str:
        """Give a chat as text: "<" from the person, ">" from the bot, buttons in brackets."""
        return transcript(self.chats.chat(chat_id))

    def block(self, chat_id: int, words: str | None = "bot was blocked by the user") -> None:
        """Let the bot's messages to a chat fail with 403 and these words; None allows them."""
        self.chats.chat(chat_id).gone = words or ""

    def deliver(self, update: Json) -> Json:
        """Let an update come to the bot; give it with the numbers that the server fills in.

        ``update_id``, a message's ``message_id`` and ``date`` and a query's ``id`` may be left
        out. Kinds that the Bot API knows are checked against its types.
        """
        return self.updates.add(self.record(update))

    def record(self, update: Json) -> Json:
        """Fill in and remember what an update says, without queueing it."""
        return control.recorded(self, update, kind_of(update))

    # --- calls ---

    async def execute(self, method: str, given: Json) -> Any:
        """Execute a call; gives its result or raises RefusalError. Notes it in the ledger."""
        call, fault = self._open(method, given)
        return await self._run(call, fault, given)

    def _open(self, name: str, given: Json) -> tuple[Call, Fault | None]:
        method = rules().methods.get(name.lower())
        call = self.ledger.open(method.name if method else name, given, self.clock())
        chat_id = given.get("chat_id")
        if isinstance(chat_id, str) and chat_id.lstrip("-").isdigit():
            chat_id = int(chat_id)
        return call, self.faults.take(call.method, chat_id)

    async def _run(self, call: Call, fault: Fault | None, given: Json) -> Any:
        try:
            call.result = await self._result(call, fault, given)
        except RefusalError as refusal:
            call.error, call.description = refusal.code, refusal.description
            raise
        return call.result

    async def _result(self, call: Call, fault: Fault | None, given: Json) -> Any:
        method = rules().methods.get(call.method.lower())
        if method is None:
            raise RefusalError(404, "method not found")
        refusal = fault.refusal() if fault is not None else None
        if refusal is not None:
            raise refusal
        checked = method.check(given, self.strict)
        call.params = checked.params
        if self.limits is not None and isinstance(checked.params.get("chat_id"), int):
            self.limits.check(method.name, checked.params["chat_id"])
        handler = self.handlers.get(call.method.lower())
        if handler is None:
            return self._plausible(method, checked)
        result = handler(checked)
        return await result if inspect.isawaitable(result) else result

    def _plausible(self, method: Method, checked: Checked) -> Any:
        if method.returns.startswith("Message") and "message_id" in checked.params:
            chat = self.messages.chat(checked.params)
            entry = chat.entries.get(checked.params["message_id"])
            if entry is None:
                raise RefusalError(400, "message to edit not found")
            return entry.message
        return minimal(method.returns)

    # --- HTTP ---

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path.startswith("/_control/"):
            return await control.handle(self, request, path.removeprefix("/_control/"))
        if self._silence is not None:
            await self._stay_silent(request)
        if path.startswith("/file/bot"):
            return self._file(path.removeprefix("/file/bot"))
        if not path.startswith(self._path):
            return _answer(RefusalError(401 if path.startswith("/bot") else 404))
        try:
            given = await read_params(request)
        except RefusalError as refusal:
            return _answer(refusal)
        return await self._call(request, path[len(self._path) :], given)

    async def _call(self, request: web.BaseRequest, method: str, given: Json) -> web.Response:
        call, fault = self._open(method, given)
        try:
            answer = _body({"ok": True, "result": await self._run(call, fault, given)})
        except RefusalError as refusal:
            answer = _answer(refusal)
        if fault is not None and fault.hang:
            await asyncio.sleep(fault.hang)
        if self._silence is not None:
            call.dropped = True
            await self._stay_silent(request)
        if fault is not None and fault.drop:
            call.dropped = True
            if request.transport is not None:
                request.transport.abort()
        return answer

    async def _stay_silent(self, request: web.BaseRequest) -> None:
        assert self._silence is not None
        await self._silence.wait()
        if request.transport is not None:
            request.transport.abort()
        raise ConnectionResetError

    def _file(self, path: str) -> web.Response:
        token, _, name = path.partition("/")
        stored = self.files.by_path.get(name)
        if token != self.token:
            return _answer(RefusalError(401))
        return web.Response(body=stored.content) if stored else _answer(RefusalError(404))


def _request(*parts: Any) -> web.BaseRequest:
    message, payload, protocol, writer, task = parts
    loop = asyncio.get_running_loop()
    return web.BaseRequest(
        message, payload, protocol, writer, task, loop, client_max_size=LARGEST_UPLOAD
    )


def _body(content: Json, status: int = 200) -> web.Response:
    return web.Response(
        body=json.dumps(content, default=_plain).encode(),
        status=status,
        content_type="application/json",
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Upload):
        return value.as_json()
    raise TypeError(type(value).__name__)


def _answer(refusal: RefusalError) -> web.Response:
    return _body(refusal.as_json(), refusal.code)
