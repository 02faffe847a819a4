"""What happens round every request: headers, and forms from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.web import seats
from bot.web.deps import deps_of
from services import audit
from services.access import sessions

CSP = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
)
ALONE, BESIDE = "frame-ancestors 'none'", "frame-ancestors 'self'"
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with "no-referrer" our own forms would say no origin
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(self)",
}
OPEN = ("/telegram/", "/chat/begin", "/chat/code", "/console/login")  # before there is a cookie
UTF8 = "utf-8"
ONLY_HTTPS = "max-age=31536000"


def client_of(request: web.Request) -> str:
    """The address somebody comes from, for counting tries.

    Behind a proxy of our own (loopback or a private network) it is the last address the proxy
    wrote down; a header that comes straight from the internet says nothing.
    """
    remote = request.remote or ""
    try:
        ours = ip_address(remote).is_private
    except ValueError:
        return remote
    said = request.headers.get("X-Forwarded-For", "").rsplit(",", 1)[-1].strip()
    return said if ours and said else remote


@web.middleware
async def headers(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Security headers on everything; nothing is cached that does not say so itself."""
    audit.origin.set(audit.address_mark(client_of(request)))
    response = await handler(request)
    if not response.prepared:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if deps_of(request).demo:  # its page shows the others side by side
            response.headers["Content-Security-Policy"] = CSP.replace(
                "'none'; object", "'self'; object"
            )
        if deps_of(request).secure:
            response.headers.setdefault("Strict-Transport-Security", ONLY_HTTPS)
        response.headers.setdefault("Cache-Control", "no-store")
        if isinstance(response, web.Response) and len(response.body or b"") > 1000:  # type: ignore[arg-type]
            response.headers["Vary"] = "Accept-Encoding"
            response.enable_compression()
    return response


def is_from_elsewhere(request: web.Request) -> bool:
    """What the browser says about the page that posts; also of forms without a token."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")  # a browser from before 2023 says only this
    ours = (request.host, urlsplit(deps_of(request).public_url).netloc)
    return origin is not None and urlsplit(origin).netloc not in ours


@web.middleware
async def forms(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A post must bring the token that only our own page knows (CSRF)."""
    if request.method == "POST":
        if not request.path.startswith("/telegram/") and is_from_elsewhere(request):
            raise web.HTTPForbidden
        if not request.path.removeprefix(seats.base_of(request)).startswith(OPEN):
            given = str((await _posted(request)).get("form_token", ""))
            if not sessions.is_form_token(given, seats.cookie(request)):
                raise web.HTTPForbidden
        elif not request.path.startswith("/telegram/"):
            await _posted(request)
    return await handler(request)


async def _posted(request: web.Request) -> Mapping[str, Any]:
    """The form, as our own pages send it; what no browser makes of them is a bad request.

    Another alphabet than UTF-8, bytes that are none, or halves of signs (lone surrogates, which can
    be neither kept nor shown) come from no page of ours.
    """
    if (request.charset or UTF8).casefold() != UTF8:
        raise web.HTTPBadRequest
    try:
        posted = await request.post()
        for name, said in posted.items():
            f"{name}{getattr(said, 'filename', said)}".encode()
    except (ValueError, LookupError):
        raise web.HTTPBadRequest from None
    return posted
