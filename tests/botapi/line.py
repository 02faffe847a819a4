"""How a User reaches the server: in the same process, or over its control endpoints."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol

import aiohttp

from tests.botapi import control
from tests.botapi.chats import Seen
from tests.botapi.server import BotApi

Json = dict[str, Any]


@dataclass(frozen=True)
class State:
    """All of a chat at one moment."""

    seq: int
    """Number of the last thing that happened here."""
    messages: list[Seen]
    notices: list[str]


class Line(Protocol):
    """What a User needs from a server."""

    async def deliver(self, update: Json) -> Json:
        """Let an update come to the bot; give it with the server's numbers."""

    async def state(self, chat_id: int) -> State:
        """Give all of a chat."""

    async def transcript(self, chat_id: int) -> str:
        """Give a chat as text."""

    async def wait(self, chat_id: int, after: int, seconds: float) -> State:
        """Give all of a chat, as soon as something happened after ``after``."""

    async def block(self, chat_id: int, words: str | None) -> None:
        """Let the bot's messages to a chat fail with 403; None allows them again."""

    async def put_file(self, content: bytes, kind: str, name: str = "") -> Json:
        """Keep a file that a person sends; give the File."""

    async def bot(self) -> Json:
        """Give the bot as a User object."""


class Local:
    """The line to a server in this process."""

    def __init__(self, api: BotApi) -> None:
        self.api = api

    async def deliver(self, update: Json) -> Json:
        return self.api.deliver(update)

    async def state(self, chat_id: int) -> State:
        chat = self.api.chats.chat(chat_id)
        notices = [line.text for line in chat.lines if line.kind == "notice"]
        return State(chat.seq, self.api.seen(chat_id), notices)

    async def transcript(self, chat_id: int) -> str:
        return self.api.transcript(chat_id)

    async def wait(self, chat_id: int, after: int, seconds: float) -> State:
        await control.changed(self.api.chats.chat(chat_id), after, seconds)
        return await self.state(chat_id)

    async def block(self, chat_id: int, words: str | None) -> None:
        self.api.block(chat_id, words)

    async def put_file(self, content: bytes, kind: str, name: str = "") -> Json:
        return self.api.files.put(content, kind, name).as_json()

    async def bot(self) -> Json:
        return self.api.me


class RemoteApi:
    """The line to a server elsewhere: ``async with RemoteApi(url) as api``, then User(api, ...)."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> RemoteApi:
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close its connections."""
        if self._session is not None:
            await self._session.close()

    async def ask(self, name: str, body: Json | None = None) -> Any:
        """Call a control endpoint; give its JSON, or raise AssertionError with its refusal."""
        if self._session is None:
            self._session = aiohttp.ClientSession()
        async with self._session.post(f"{self.url}/_control/{name}", json=body or {}) as answer:
            if answer.status != 200:
                raise AssertionError(f"{name}: {answer.status} {await answer.text()}")
            return await answer.json()

    async def deliver(self, update: Json) -> Json:
        found: Json = await self.ask("deliver", update)
        return found

    async def state(self, chat_id: int) -> State:
        return _state(await self.ask("state", {"chat_id": chat_id}))

    async def transcript(self, chat_id: int) -> str:
        return str(await self.ask("transcript", {"chat_id": chat_id}))

    async def wait(self, chat_id: int, after: int, seconds: float) -> State:
        asked = {"chat_id": chat_id, "after": after, "seconds": seconds}
        return _state(await self.ask("wait", asked))

    async def block(self, chat_id: int, words: str | None) -> None:
        await self.ask("block", {"chat_id": chat_id, "words": words})

    async def put_file(self, content: bytes, kind: str, name: str = "") -> Json:
        encoded = base64.b64encode(content).decode()
        found: Json = await self.ask("file", {"content": encoded, "kind": kind, "name": name})
        return found

    async def bot(self) -> Json:
        found: Json = await self.ask("me")
        return found

    async def fail(self, method: str | None = None, **fault: Any) -> None:
        """Make coming calls fail, as BotApi.fail does."""
        await self.ask("fail", {"method": method, **fault})

    async def gone(self, seconds: float, *, silent: bool = False) -> None:
        """Let the server be away, as BotApi.gone does."""
        await self.ask("gone", {"seconds": seconds, "silent": silent})

    async def ledger(self, method: str | None = None, after: int = 0) -> list[Json]:
        """Give the calls after a number as JSON, of one method if asked."""
        asked: Json = {"after": after, **({"method": method} if method else {})}
        found: list[Json] = await self.ask("ledger", asked)
        return found

    async def sent(self, chat_id: int) -> list[Seen]:
        """Give the bot's messages in a chat as the person sees them now."""
        found = await self.state(chat_id)
        return [one for one in found.messages if one.outgoing and not one.deleted]


def _state(found: Json) -> State:
    messages = [Seen(**one) for one in found["messages"]]
    return State(found["seq"], messages, found["notices"])
