"""What every page of the console shares: who looks, one transaction, the menu, refusals."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from aiohttp import web

from bot.web.deps import deps_of
from bot.web.login import staff_of
from bot.web.pages import language_of, paragraphs, render
from services import wording
from services.desk.today import counts
from services.matches import RefusedError
from services.rights import Viewer
from services.store.models import Person
from services.work import Work

Page = Callable[[web.Request, Work, Viewer], Awaitable[web.StreamResponse]]


async def at_desk(request: web.Request, handler: Page) -> web.StreamResponse:
    """Run a page or an action in one transaction, for a member of staff.

    Unknown and forbidden are the same 404; a step that somebody else took first is said clearly.
    """
    deps = deps_of(request)
    try:
        async with deps.working() as work:
            who = await staff_of(request, work)
            response = await handler(request, work, who)
    except LookupError:
        raise web.HTTPNotFound from None
    except RefusedError as refused:
        async with deps.working() as work:
            who = await staff_of(request, work)
            context = {"reason": refused.reason}
            return await page(request, work, who, "console/refused.html", context, status=409)
    if request.method == "POST":
        deps.wake()  # a decision is followed up at once
    return response


async def page(
    request: web.Request,
    work: Work,
    who: Viewer,
    template: str,
    context: Mapping[str, Any],
    *,
    status: int = 200,
) -> web.Response:
    """A page of the console, with its menu."""
    person = await work.get(Person, who.person_id)
    language = language_of(request, person.voice)

    def ago(then: datetime) -> Any:
        hours = max(int((work.now - then).total_seconds() // 3600), 0)
        text = "desk-hours" if hours < 48 else "desk-days"
        n = hours if hours < 48 else hours // 24
        return paragraphs(wording.line(language, text, {"n": n}))

    def left(due: datetime) -> Any:
        hours = int((due - work.now).total_seconds() // 3600)
        text = "desk-left" if hours >= 0 else "desk-over"
        return paragraphs(wording.line(language, text, {"n": abs(hours)}))

    menu = {"me": person.name or "?", "who": who, "counts": await counts(work, who)}
    tools = {"ago": ago, "left": left, "now": work.now}
    return render(request, template, {**menu, **tools, **context}, language=language, status=status)


def number(request: web.Request) -> int:
    """The id in the address."""
    return int(request.match_info["id"])


async def given(request: web.Request, name: str, most: int = 2000) -> str:
    """A field of the form that was posted."""
    return str((await request.post()).get(name, "")).strip()[:most]
