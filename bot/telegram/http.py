"""How python-telegram-bot reaches the Bot API here: over aiohttp, on connections that stay open.

The library's own HTTPXRequest looks through its whole pool at every request, and its objects of
every answer are built to be thrown away: together more than the rest of a turn (docs/speed.md).
This is its documented place for another one, with a short way (`ask`) for what is sent all the
time: parameters as plain JSON, the answer as it came, errors translated by the library as ever.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

import aiohttp
from telegram import Bot
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

Json = dict[str, Any]

# No connection was made, so nothing was sent.
NEVER_LEFT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
NONE = BaseRequest.DEFAULT_NONE
CONNECT_SECONDS = 5.0
JSON = {"Content-Type": "application/json", "User-Agent": BaseRequest.USER_AGENT}
OTHERWISE = {"User-Agent": BaseRequest.USER_AGENT}


class Asked:
    """Parameters that are JSON already, in the place of the library's RequestData."""

    contains_files = False

    def __init__(self, params: Mapping[str, Any]) -> None:
        self.payload = json.dumps(params, ensure_ascii=False).encode()


class HttpRequest(BaseRequest):
    """Requests on at most `connections` at a time, each at most `read_timeout` seconds."""

    def __init__(self, connections: int, read_timeout: float) -> None:
        self._connections, self._patience = connections, read_timeout
        self._session: aiohttp.ClientSession | None = None
        self._urls: dict[str, URL] = {}

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer."""
        return self._patience

    async def initialize(self) -> None:
        """Open for requests."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=60),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=True,  # a proxy of the environment, as before
            )

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()

    async def do_request(  # noqa: PLR0917 - the library's own signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = NONE,
        write_timeout: Any = NONE,
        connect_timeout: Any = NONE,
        pool_timeout: Any = NONE,
    ) -> tuple[int, bytes]:
        """Status and body of an answer; raises TimedOut or NetworkError, with what caused it."""
        patience = self._patience if isinstance(read_timeout, DefaultValue) else read_timeout
        timeout = aiohttp.ClientTimeout(sock_connect=CONNECT_SECONDS, sock_read=patience)
        body, headers = _body(request_data)
        if self._session is None:
            await self.initialize()
        session = cast(aiohttp.ClientSession, self._session)
        try:
            async with session.request(
                method, self._url(url), data=body, headers=headers, timeout=timeout
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as late:
            raise TimedOut from late
        except (aiohttp.ClientError, OSError) as broken:
            raise NetworkError(type(broken).__name__) from broken  # its words may hold the token

    def _url(self, url: str) -> URL:
        """The same few addresses come again and again, but for those of files."""
        if url not in self._urls:
            if "/file/" in url:
                return URL(url)
            self._urls[url] = URL(url)
        return self._urls[url]


def _body(data: RequestData | Asked | None) -> tuple[Any, Mapping[str, str]]:
    if isinstance(data, Asked):
        return data.payload, JSON
    if data is None:
        return None, OTHERWISE
    if not data.contains_files:
        return data.json_parameters, OTHERWISE
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, OTHERWISE


async def ask(bot: Bot, method: str, params: Mapping[str, Any], read_timeout: Any = NONE) -> Any:
    """Call a method with plain JSON; gives its plain result. Raises the library's errors."""
    asked = cast(RequestData, Asked(params))  # only HttpRequest ever looks into it
    return await bot.request.post(f"{bot.base_url}/{method}", asked, read_timeout=read_timeout)
