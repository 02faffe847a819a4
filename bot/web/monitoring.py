"""For monitoring: ready or not, and numbers; counts only, nothing of anybody.

The detail is told on a port of its own, or to who brings the token: how many people a region helps
and what waits there is nobody else's business.
"""

from __future__ import annotations

import hmac
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from sqlmodel import col, func, select

from bot import attachments
from bot.web.deps import DEPS, WebDeps, deps_of
from services import installation
from services.messages import parked
from services.store.models import Inbox, Message, Person
from services.store.upgrade import is_current
from services.unit_of_work import Work

SECURITY = "/.well-known/security.txt"
TOLD_FOR = timedelta(days=180)  # RFC 9116: less than a year
APART = web.AppKey("apart", bool)  # this application has a port of its own


@asynccontextmanager
async def apart(deps: WebDeps, host: str, port: int) -> AsyncIterator[None]:
    """Serve the detail on its own port while inside; without a port there is none."""
    if not port:
        yield
        return
    app = web.Application()
    app[DEPS], app[APART] = deps, True
    app.add_routes([web.get("/readyz", ready), web.get("/metrics", metrics)])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    await web.TCPSite(runner, host, port).start()
    try:
        yield
    finally:
        await runner.cleanup()


def _may_see(request: web.Request) -> bool:
    """On the port of its own, or with the token; where a token is set, it is asked everywhere."""
    token = deps_of(request).metrics_token
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if token:
        return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())
    return request.app.get(APART, False)


async def health(_: web.Request) -> web.Response:
    """The process answers."""
    return web.json_response({"status": "ok"})


async def ready(request: web.Request) -> web.Response:
    """The database answers and has the right form.

    What is parked, late, unsent or refused is told as a warning: the line of everybody else goes
    on, so it is no reason to send nobody here any more.
    """
    deps, detail = deps_of(request), _may_see(request)
    try:
        async with deps.looking() as work:
            aside = await parked.counts(work)
        current = await is_current(deps.engine)
    except Exception as error:
        told = {"error": type(error).__name__} if detail else {}
        return web.json_response({"status": "down", **told}, status=503)
    body: dict[str, object] = {"status": "ok" if current else "migrate"}
    if detail:
        body |= {**vars(aside), "warnings": aside.warnings}
    return web.json_response(body, status=200 if current else 503)


async def metrics(request: web.Request) -> web.Response:
    """Numbers for Prometheus."""
    if not _may_see(request):
        raise web.HTTPNotFound
    registry = CollectorRegistry()
    async with deps_of(request).looking() as work:
        for name, said, table, condition in _GAUGES:
            gauge = Gauge(f"werklijn_{name}", said, registry=registry)
            gauge.set(await _count(work.tx, table, condition()))
        aside = await parked.counts(work)
        age = await _age_of_copy(work)
    for name, said, number in (
        ("backup_age_seconds", "Age of the newest copy by werklijn backup; +Inf for none", age),
        ("inbox_late", "Rows that wait for more than a quarter of an hour", aside.late),
        ("outbox_late", "Messages that wait for more than a quarter of an hour", aside.unsent),
        ("outbox_refused", "Messages given up in a day through a fault of ours", aside.refused),
    ):
        Gauge(f"werklijn_{name}", said, registry=registry).set(number)
    return web.Response(
        body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST}
    )


async def _age_of_copy(work: Work) -> float:
    made = await installation.read(work, installation.COPIED)
    return (work.now - datetime.fromisoformat(made)).total_seconds() if made else math.inf


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
        "files_waiting",
        "Files that could not be made or sent with their words",
        Inbox,
        lambda: col(Inbox.done).is_(None) & (col(Inbox.kind) == attachments.FILE_AGAIN),
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


async def security(request: web.Request) -> web.Response:
    """Where a weakness is reported (RFC 9116); there is none without an address to report it to."""
    deps = deps_of(request)
    if not deps.region.reports_to:
        raise web.HTTPNotFound
    until = (deps.clock.now() + TOLD_FOR).replace(microsecond=0)
    lines = [
        f"Contact: {deps.region.reports_to}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(deps.region.languages)}",
    ]
    if deps.secure:
        lines.append(f"Canonical: {deps.public_url}{SECURITY}")
    return web.Response(text="\n".join([*lines, ""]), content_type="text/plain", charset="utf-8")


def routes() -> list[web.RouteDef]:
    """The addresses of monitoring."""
    return [
        web.get("/healthz", health),
        web.get("/readyz", ready),
        web.get("/metrics", metrics),
        web.get(SECURITY, security),
    ]
