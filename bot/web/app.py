"""The web application: routes, health, metrics, webhooks; and a server to run it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from sqlmodel import col, func, select

from bot.web import chat, console, demo, employer, guarding, login, pages, public
from bot.web.deps import DEPS, WebDeps, deps_of
from bot.web.together import Together
from services import parked
from services.store.models import Inbox, Message, Person
from services.store.upgrade import is_current

LARGEST_POST = 12 * 1024 * 1024
STOP_SECONDS = 2.0
TOGETHER = web.AppKey("together", Together)


def build(deps: WebDeps) -> web.Application:
    """The application, ready to be served."""
    app = web.Application(
        middlewares=[guarding.headers, guarding.errors, guarding.forms],
        client_max_size=LARGEST_POST,
    )
    app[DEPS] = deps
    if deps.door is not None:
        app[TOGETHER] = Together(deps.door.receive)
    pages.set_up(app)
    app.add_routes(
        [
            web.get("/", front),
            web.get("/healthz", health),
            web.get("/readyz", ready),
            web.get("/metrics", metrics),
            web.post("/telegram/webhook", webhook),
            web.get("/static/{name}", static),
            *chat.routes(),
            *public.routes(),
            *employer.routes(),
            *login.routes(),
            *console.routes(),
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


async def health(_: web.Request) -> web.Response:
    """The process answers."""
    return web.json_response({"status": "ok"})


async def ready(request: web.Request) -> web.Response:
    """The database answers and has the right form.

    What is parked, late, unsent or refused is told as a warning: the line of everybody else goes
    on, so it is no reason to send nobody here any more.
    """
    deps = deps_of(request)
    try:
        async with deps.looking() as work:
            aside = await parked.counts(work)
        current = await is_current(deps.engine)
    except Exception as error:
        return web.json_response({"status": "down", "error": type(error).__name__}, status=503)
    state = "ok" if current else "migrate"
    body = {"status": state, **vars(aside), "warnings": aside.warnings}
    return web.json_response(body, status=200 if current else 503)


async def metrics(request: web.Request) -> web.Response:
    """Numbers for Prometheus; counts only, nothing of anybody."""
    registry = CollectorRegistry()
    async with deps_of(request).looking() as work:
        for name, said, table, condition in _GAUGES:
            gauge = Gauge(f"werklijn_{name}", said, registry=registry)
            gauge.set(await _count(work.tx, table, condition()))
    return web.Response(
        body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST}
    )


_GAUGES = (
    (
        "inbox_waiting",
        "Rows that wait to be handled",
        Inbox,
        lambda: col(Inbox.done).is_(None) & col(Inbox.parked).is_(None),
    ),
    (
        "inbox_parked",
        "Rows that could not be handled",
        Inbox,
        lambda: col(Inbox.parked).is_not(None),
    ),
    (
        "outbox_unsent",
        "Messages that wait to be sent",
        Message,
        lambda: col(Message.sent).is_(None) & col(Message.dead).is_(None),
    ),
    ("people", "People known", Person, lambda: col(Person.erased).is_(None)),
)


async def _count(tx: object, table: object, condition: object) -> int:
    query = select(func.count()).select_from(table).where(condition)  # type: ignore[arg-type]
    return int((await tx.exec(query)).one())  # type: ignore[attr-defined]


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
