"""Kind error pages: what to do, the menu of whoever is in, and what somebody typed is not lost."""

from __future__ import annotations

from typing import Any

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from bot.loops import STOPPED
from bot.web import chat, console, login
from bot.web.deps import deps_of
from bot.web.middleware import is_from_elsewhere
from bot.web.pages import render
from services import employers
from services.store.db import takes_no_writes

log = structlog.get_logger()

DOORS = ("/console/login", "/console/code")
OURS = frozenset({"form_token", "event", "press", "token", "code", "shown", "known", "sure"})
SHORT = 20  # signs: less, in one word, is a choice and not something somebody wrote
MOST = 4000


@web.middleware
async def errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Never a stack trace; a page that says what to do."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        if error.status < 400:
            at_door = error.headers.get("Location") in DOORS and request.method == "POST"
            typed = await _typed(request) if at_door else []
            if not typed:
                raise
            return await _page(request, 403, typed)
        typed = await _typed(request) if error.status == 403 else []
        return await _page(request, error.status, typed)
    except (ConnectionResetError, TimeoutError):
        raise
    except Exception as error:
        if why := takes_no_writes(error):
            log.error(STOPPED[why], loop="web")  # noqa: TRY400 - one line
            return await _page(request, 503)
        resource = request.match_info.route.resource
        log.exception("a page failed", path=resource.canonical if resource else "")
        return await _page(request, 500)


async def _typed(request: web.Request) -> list[str]:
    """What somebody wrote in a form of ours that was not taken: to copy, it is kept nowhere."""
    if request.method != "POST" or is_from_elsewhere(request):
        return []
    written = []
    for name, value in (await request.post()).items():
        if isinstance(value, str) and name not in OURS:
            words = value.strip()
            if len(words) > SHORT or " " in words:
                written.append(words[:MOST])
    return written


async def _page(
    request: web.Request, status: int, typed: list[str] | None = None
) -> web.StreamResponse:
    known = status if status in (400, 403, 404, 413, 429) else 404 if status < 500 else 500
    context: dict[str, Any] = {"status": known, "typed": typed or []}
    if status != 429:
        try:
            return await _for_who_is_in(request, context, status)
        except Exception:
            log.exception("an error page without a menu")
    return render(request, "error.html", {**context, "ways": []}, status=status)


async def _for_who_is_in(
    request: web.Request, context: dict[str, Any], status: int
) -> web.StreamResponse:
    """With the menu of a colleague, the ways of an employer, or the way back to one's chat."""
    async with deps_of(request).looking() as work:
        if request.path.startswith("/console"):
            try:
                who = await login.staff_of(request, work)
            except web.HTTPSeeOther as away:
                ways = [(str(away.headers["Location"]), "web-login-title")]
                context = {**context, "ways": ways, "signed_out": True}
                return render(request, "error.html", context, status=status)
            return await console.page.page(
                request, work, who, "console/error.html", context, status=status
            )
        person = await chat.person_of(request, work)
        ways = [] if person is None else [("/chat", "mine-chat")]
        if person is not None and await employers.of_person(work, person.id or 0):
            ways.append(("/werkgever", "mine-title"))
        language = person.voice if person else ""
        return render(
            request, "error.html", {**context, "ways": ways}, language=language, status=status
        )
