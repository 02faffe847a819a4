"""The web application: routes, webhooks; and a server to run it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.web import chat, demo, employer, errors, login, middleware, mine, monitoring, pages, public
from bot.web.console import routes
from bot.web.deps import DEPS, WebDeps, deps_of
from bot.web.group_commit import Together

LARGEST_POST = 12 * 1024 * 1024
STOP_SECONDS = 2.0
TOGETHER = web.AppKey("together", Together)


def build(deps: WebDeps) -> web.Application:
    """The application, ready to be served."""
    app = web.Application(
        middlewares=[middleware.headers, errors.errors, middleware.forms],
        client_max_size=LARGEST_POST,
    )
    app[DEPS] = deps
    if deps.door is not None:
        app[TOGETHER] = Together(deps.door.receive)
    pages.set_up(app)
    app.add_routes(
        [
            web.get("/", front),
            web.post("/telegram/webhook", webhook),
            web.get("/static/{name}", static),
            *monitoring.routes(),
            *chat.routes(),
            *mine.routes(),
            *public.routes(),
            *employer.routes(),
            *login.routes(),
            *routes.routes(),
        ]
    )
    if deps.demo:
        app.add_routes(demo.routes())
    return app


@asynccontextmanager
async def serve(deps: WebDeps, host: str, port: int) -> AsyncIterator[str]:
    """Serve while inside; gives the address. Open streams end at once when it stops."""
    runner = web.AppRunner(build(deps), access_log=None, shutdown_timeout=STOP_SECONDS)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    await site.start()
    try:
        address = runner.addresses[0]
        yield f"http://{address[0]}:{address[1]}"
    finally:
        deps.close()
        await runner.cleanup()


async def front(request: web.Request) -> web.Response:
    """What this is, for whoever comes by."""
    return pages.render(request, "front.html")


async def static(request: web.Request) -> web.Response:
    """A stylesheet or a script; compressed like every page, kept for ever under its own hash."""
    name = request.match_info["name"]
    if name not in pages.files():
        raise web.HTTPNotFound
    kind = "text/css" if name.endswith(".css") else "text/javascript"
    kept = pages.YEAR if request.path_qs == pages.asset(name) else "no-store"
    headers = {"Cache-Control": kept}
    return web.Response(
        body=pages.files()[name], content_type=kind, charset="utf-8", headers=headers
    )


async def webhook(request: web.Request) -> web.Response:
    """An update of Telegram; 200 only when it is stored."""
    door = deps_of(request).door
    secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
    if door is None or not door.knows(secret):
        raise web.HTTPForbidden
    try:
        update = await request.json()
    except (ValueError, LookupError):  # no JSON, no UTF-8, or a charset nobody knows
        raise web.HTTPBadRequest from None
    if not isinstance(update, dict) or "update_id" not in update:
        raise web.HTTPBadRequest
    await request.app[TOGETHER].add(update)
    return web.Response()
