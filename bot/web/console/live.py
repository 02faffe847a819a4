"""The console as things happen: numbers in the menu, Vandaag, and a match somebody else moved."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import Any

from aiohttp import web

from bot.web.deps import WebDeps, deps_of, is_gone
from bot.web.login import staff_of
from services import console, rights
from services.console.today import counts
from services.store.models import Employer, Jobseeker, Match, Vacancy
from services.unit_of_work import Work

AT_MOST_EVERY = 2.0  # seconds between two looks for one page, however much is said
PING_SECONDS = 15.0
STREAMED = {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
}


async def stream(request: web.Request) -> web.StreamResponse:
    """What changed since the page was made, as JSON: {"counts", "today", "match"?}."""
    deps = deps_of(request)
    async with deps.looking() as work:
        who = await staff_of(request, work)
    with deps.streaming(f"console-{who.person_id}", request):
        response = web.StreamResponse(headers=STREAMED)
        await response.prepare(request)
        await response.write(b"retry: 3000\n\n")
        with contextlib.suppress(ConnectionResetError):
            await _keep_telling(request, response, deps)
    return response


async def _keep_telling(request: web.Request, response: web.StreamResponse, deps: WebDeps) -> None:
    told = ""
    async with deps.hearing() as said:
        while not (deps.closing or is_gone(request)):
            said.clear()
            try:
                state = json.dumps(await _state(request, deps))
            except web.HTTPException:
                return  # logged out, or access was stopped
            if state != told:
                await response.write(f"data: {state}\n\n".encode())
            else:
                await response.write(b": still here\n\n")
            told = state
            await asyncio.sleep(AT_MOST_EVERY)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(said.wait(), PING_SECONDS)


async def _state(request: web.Request, deps: WebDeps) -> dict[str, Any]:
    async with deps.looking() as work:
        who = await staff_of(request, work)
        state: dict[str, Any] = {
            "counts": await counts(work, who),
            "today": console.mark(await console.today(work, who), work.now),
        }
        if (match := request.query.get("match", "")).isdecimal() and len(match) < 10:
            state["match"] = await _match(work, who, int(match))
    return state


async def _match(work: Work, who: rights.Viewer, match_id: int) -> str:
    """The state of a match that may be seen; an empty string otherwise."""
    match = await work.tx.get(Match, match_id)
    if match is None:
        return ""
    jobseeker = await work.get(Jobseeker, match.jobseeker_id)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    employer = await work.get(Employer, vacancy.employer_id)
    return state_of(match) if rights.may_see_match(who, match, jobseeker, employer) else ""


def state_of(match: Match) -> str:
    """What a page about this match has to know to see that it is no longer right."""
    return f"{match.state} {match.agreed is not None} {match.since.isoformat()}"
