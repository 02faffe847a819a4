"""What every page of the console shares: who looks, one transaction, the menu, refusals."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from aiohttp import web

from bot.web.deps import deps_of
from bot.web.login import staff_of
from bot.web.pages import language_of, paragraphs, render, see_other
from services import audit
from services.console.today import counts
from services.refused import RefusedError
from services.rights import Viewer, may_see_surveys, may_see_targets
from services.store.models import Person
from services.texts import render as wording
from services.unit_of_work import Work

Page = Callable[[web.Request, Work, Viewer], Awaitable[web.StreamResponse]]


async def at_desk(
    request: web.Request, handler: Page, *, writes: bool = False
) -> web.StreamResponse:
    """Run a page or an action for a member of staff; only what writes queues behind other writers.

    Unknown and forbidden are the same 404; a step that somebody else took first is said clearly.
    """
    deps = deps_of(request)
    async with deps.working() as work:
        who = await staff_of(request, work)
    try:
        async with deps.working() if writes else deps.looking() as work:
            response = await handler(request, work, who)
        await _write_down(request, response, who)
    except LookupError as error:
        if type(error) is not LookupError:
            raise  # a key or index that is missing is a fault of ours, not a page that is not there
        raise web.HTTPNotFound from None
    except RefusedError as refused:
        async with deps.looking() as work:
            context = {"reason": refused.reason, "back": came_from(request)}
            return await page(request, work, who, "console/refused.html", context, status=409)
    if request.method == "POST":
        deps.wake()  # a decision is followed up at once
    return response


async def _write_down(request: web.Request, response: web.StreamResponse, who: Viewer) -> None:
    """Which people stood on a page that was looked at: one row a page, in the audit log."""
    if request.method != "GET" or response.status != 200:
        return
    html = response.text or "" if isinstance(response, web.Response) and is_words(response) else ""
    resource = request.match_info.route.resource
    async with deps_of(request).looking() as work:
        people = await audit.shown_on(work, request.path, html)
    people |= request.get(LOOKED, set())
    people.discard(who.person_id)
    if people:
        page_ = resource.canonical if resource else ""
        async with deps_of(request).working() as work:
            await audit.note(work, audit.VIEWED, actor=who.person_id, people=people, page=page_)


def is_words(response: web.Response) -> bool:
    """Is it a page, and no file?"""
    return response.content_type.startswith("text/")


def came_from(request: web.Request) -> str:
    """The page of the console that a form was posted from, to look at it as it is now."""
    said = urlsplit(request.headers.get("Referer", ""))
    ours = said.netloc == request.host and said.path.startswith("/console")
    return said.path if ours else ""


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

    numbers = await counts(work, who, context.get("waiting"))
    menu = {"me": person.name or "?", "who": who, "counts": numbers}
    menu |= {"done": done(request), "sees_surveys": may_see_surveys(who)}
    menu["sees_targets"] = may_see_targets(who)
    tools = {"ago": ago, "left": left, "now": work.now}
    shown = {**menu, **tools, **context}
    try:
        return render(request, template, shown, language=language, status=status)
    except LookupError as error:
        raise RuntimeError(template) from error  # a text is missing: never a page that is not there


# What was just done, and where it is taken back; without an address it cannot be.
DONE: Mapping[str, str] = {
    "approved": "",
    "declined": "/console/matches/{id}/terug",
    "demandskeep": "",
    "demandsend": "",
    "later": "/console/matches/{id}/terug",
    "back": "",
    "contactchanged": "",
    "contactleft": "",
    "cut": "",
    "filled": "/console/vacatures/{id}/open",
    "closed": "/console/vacatures/{id}/open",
    "open": "",
    "hold": "",
    "looked": "",
    "called": "",
    "listed": "",
    "assigned": "",
    "sent": "",
    "noted": "",
    "replied": "",
    "renewed": "",
    "verified": "",
    "entered": "",
    "factschanged": "",
    "ambassador": "",
    "contact": "",
    "planned": "",
    "moved": "",
    "cancelled": "",
    "recorded": "",
    "placed": "",
    "agreed": "",
    "ended": "",
    "measured": "",
    "skipped": "",
    "said": "",
    "settled": "/console/nazorg/{id}/terug",
    "unsettled": "",
    "asked": "",
    "handed": "",
    "kept": "",
    "written": "",
    "proposed": "",
    "planyes": "",
    "planback": "",
    "planholds": "",
    "away": "",
    "notaway": "",
    "handedall": "",
    "placechanged": "",
    "stopped": "",
    "keepyes": "",
    "keepno": "",
    "helped": "",
    "spoken": "",
    "notreached": "",
    "ratheron": "",
    "supported": "",
    "corrected": "",
    "ratheroff": "",
    "reached": "",
}


def did(address: str, what: str, number: int) -> web.Response:
    """Go back to a page that says what was done, with the way to take it back."""
    return see_other(f"{address}?gedaan={what}-{number}")


def done(request: web.Request) -> tuple[str, str] | None:
    """(what was done, where to take it back) for the line above a page."""
    said = re.fullmatch(r"([a-z]+)-(\d{1,9})", request.query.get("gedaan", ""))
    if said is None or said[1] not in DONE:
        return None
    return said[1], DONE[said[1]].format(id=said[2])


# Of a request: people whose cards it shows without their number.
LOOKED: web.RequestKey[set[int]] = web.RequestKey("looked", set)


ON_A_PAGE = 50
Row = TypeVar("Row")


def part(request: web.Request, rows: Sequence[Row], size: int = ON_A_PAGE) -> Sequence[Row]:
    """The rows of the page that was asked for."""
    first = (_page_number(request) - 1) * size
    return rows[first : first + size]


def pages_of(
    request: web.Request, total: int, size: int = ON_A_PAGE
) -> list[tuple[int, str, bool]]:
    """The pages of a list: number, address, and whether it is this one; none if one is enough."""
    count = -(-total // size)
    this = _page_number(request)
    query = request.rel_url.query
    return [
        (n, str(request.rel_url.with_query({**query, "pagina": str(n)})), n == this)
        for n in range(1, count + 1)
        if count > 1
    ]


def _page_number(request: web.Request) -> int:
    asked = request.query.get("pagina", "")
    return int(asked) if re.fullmatch(r"[1-9]\d{0,3}", asked) else 1


def number(request: web.Request) -> int:
    """The id in the address."""
    return int(request.match_info["id"])


async def given(request: web.Request, name: str, most: int = 2000) -> str:
    """A field of the form that was posted."""
    return str((await request.post()).get(name, "")).strip()[:most]
