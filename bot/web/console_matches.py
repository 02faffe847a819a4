"""A match: both sides beside each other, why it fits, and the decision."""

from __future__ import annotations

from aiohttp import web

from bot.web.console_live import state_of
from bot.web.desk import DONE, did, given, number, page
from bot.web.pages import see_other
from services import desk, matches
from services.matches import RefusedError
from services.rights import Viewer
from services.work import Work

SIGNS = {
    "fits": ("yes", "✓"),
    "unknown": ("maybe", "?"),
    "gap": ("no", "–"),
    "learnable": ("learn", "↗"),
    "block": ("block", "✕"),
    "": ("free", "·"),
}
OUTCOMES = {"invited": ("met",), "met": ("placed", "not_placed")}
SNOOZE_DAYS = 1


async def file(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The match with everything that bears on it."""
    found = await desk.match_file(work, who, number(request))
    context = {
        "file": found,
        "state": state_of(found.match),
        "signs": SIGNS,
        "reasons": matches.REASONS,
        "outcomes": OUTCOMES.get(found.match.state, ()) if found.match.agreed else (),
    }
    return await page(request, work, who, "console/match.html", context)


async def decide(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Approve, decline, later, or record how it went; only from the state that was shown."""
    match_id = number(request)
    found = await desk.match_file(work, who, match_id)  # not yours is not there
    to, shown = await given(request, "to"), await given(request, "shown")
    if to == "later":
        if not found.may_decide:
            raise RefusedError("rights")
        if found.match.state != "proposed":
            raise RefusedError("decided")
        await matches.snooze(work, match_id, SNOOZE_DAYS)
        return did("/console", "later", match_id)
    reason = await given(request, f"reason_{to}")
    await matches.move(
        work,
        match_id,
        to,
        actor=who.person_id,
        reason=reason,
        words=await given(request, "words"),
        expected=shown,
    )
    here = f"/console/matches/{match_id}"
    return did(here, to, match_id) if to in DONE else see_other(here)


async def reconsider(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Take back a "no" or a "later"."""
    match_id = number(request)
    await desk.match_file(work, who, match_id)  # not yours is not there
    await matches.reconsider(work, match_id, who.person_id)
    return did(f"/console/matches/{match_id}", "back", match_id)
