"""Werkzoekenden: the list one may see, a file, and what can be done in it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import date
from typing import Any

from aiohttp import web
from markupsafe import Markup

from bot.web.bubbles import bubble
from bot.web.console import views
from bot.web.console.page import did, given, number, page, pages_of, part
from bot.web.pages import see_other
from services import caseload, console, events, rights, texts
from services.clock import local_date
from services.followup import reach
from services.help import requests
from services.jobseekers import dossier as kept
from services.jobseekers import plans, support
from services.jobseekers import profiles as service
from services.jobseekers.profiles import CORE, LATER
from services.messages import outbox
from services.messages.fetched import WEB
from services.privacy import consents, correcting
from services.refused import RefusedError
from services.retention import unused
from services.rights import Viewer
from services.store.models import Document, Jobseeker, Message
from services.understanding import guard
from services.unit_of_work import Work

FILTERS = (
    *("mine", "no-coach", "no-plan", "silent", "incomplete", "old", "no-match", "unreachable"),
    *("paused", "unused", "all"),
)

CANNED = ("call", "appointment", "papers", "hello", "missed")  # texts canned-…


async def people(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The list, searched and filtered by the address, so that it can be bookmarked."""
    search, asked, town = (request.query.get(each, "") for each in ("zoek", "toon", "gemeente"))
    only = asked = asked if asked in FILTERS else ""
    if not only:
        only = "all" if search or town or who.role == "regional_manager" else "mine"
    order = request.query.get("volgorde", "")
    rows = await console.people(work, who, search=search, only=only, town=town, order=order)
    context = {
        "rows": part(request, rows),
        "total": len(rows),
        "pages": pages_of(request, len(rows)),
        "search": search,
        "only": only,
        "asked": asked,  # what one searches from "mine" without having chosen it is searched in all
        "filters": FILTERS,
        "town": town,
        "towns": await console.towns(work, who),
        "order": order,
        "orders": console.ORDERS,
        "views": await console.views.saved(work, who.person_id, views.PEOPLE),
        "here": {"zoek": search, "toon": only, "gemeente": town, "volgorde": order},
    }
    return await page(request, work, who, "console/people.html", context)


async def file(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Everything about somebody; opening it is logged."""
    found = await console.jobseeker_file(work, who, number(request))
    answers = service.answers_of(found.person, found.row)
    facts = [
        (field, _shown(field, answers.get(field)), day, _is_old(work, field, day))
        for field in (*CORE, *LATER)
        if field not in ("name", "level") and (field in answers or field in CORE)
        for day in (service.confirmed_on(found.row, field),)
    ]
    context = {
        "file": found,
        "facts": facts,
        "complete": service.completeness(found.row),
        "talk": None if found.talk is None else [(bubble(m, "nl"), _sent(m)) for m in found.talk],
        "notes": found.notes,
        "canned": canned(found.person.voice, request.query.get("tekst", "")),
        "may_change": rights.may_change_jobseeker(who, found.row),
        "may_give_way_back": rights.may_give_way_back(who, found.row),
        "plan": await plans.current(work, found.row.person_id),
        "consents": await consents.of(work, found.row.person_id),
        "began": await console.work_of(work, found.row.person_id),
        "kept": kept,
        "support": support.LEVELS,
        "corrections": [
            (event, words, correcting.until(event))
            for event, words in await correcting.waiting(work, [found.row.person_id])
        ],
        "helped": await _helped(work, found.row),
        "steps": await _ladder(work, found.dossier or {}),
        "transfer": await console.transfer(work, who, found.row),
        "unreached": await reach.of(work, found.row.person_id),
        "door": work.region.front_door,
    }
    return await page(request, work, who, "console/person.html", context)


async def _helped(work: Work, row: Jobseeker) -> tuple[str, date] | None:
    """Who said last how much help there is to be, and when."""
    event = await support.chosen(work, row.person_id)
    if event is None:
        return None
    names = await events.names_of(work, [event])
    return names.get(event.actor_id or 0, ""), local_date(event.at)


async def _ladder(work: Work, facts: Mapping[str, Any]) -> list[tuple[str, date, str]]:
    """The steps on the ladder somebody stood on, newest first: step, since when, noted by whom."""
    rows = facts.get(kept.HISTORY) or []
    names = await events.names(work, {row["by"] for row in rows if row["by"]})
    return [
        (row["step"], date.fromisoformat(row["on"]), names.get(row["by"] or 0, ""))
        for row in reversed(rows)
    ]


def _shown(field: str, value: object) -> object:
    """A stored value as a reference that can be shown; None is unknown."""
    return service.shown(field, value) if value is not None else None


def _is_old(work: Work, field: str, day: date | None) -> bool:
    """Was it confirmed longer ago than the region trusts?"""
    return day is not None and (work.today - day).days > work.region.fresh_days(field)


async def _mine(request: web.Request, work: Work, who: Viewer) -> Jobseeker:
    """The jobseeker whose file may be changed by whoever asks."""
    row = await work.get(Jobseeker, number(request))
    if not rights.may_change_jobseeker(who, row):
        raise LookupError("not yours")
    return row


async def answer(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Reply in the chat; the person sees name and role."""
    row = await _mine(request, work, who)
    words = await given(request, "words")
    here = f"/console/werkzoekenden/{row.person_id}"
    if not words:
        return see_other(here)
    await requests.answer(work, who.person_id, row.person_id, words)
    return did(here, "sent", row.person_id)


async def note(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """What colleagues should know; the person may read it too, in the copy of their data."""
    row = await _mine(request, work, who)
    words = await given(request, "words")
    if words:
        checked = guard.check(words, own_contact=True)  # the form asked about contact data
        await events.log(
            work, "note", actor=who.person_id, about=row.person_id, words=checked.clean
        )
    return did(f"/console/werkzoekenden/{row.person_id}", "noted", row.person_id)


def canned(language: str, chosen: str) -> dict[str, Any]:
    """Texts that are often sent, in the language of whoever reads them; one may be chosen."""
    words = texts.text(language, f"canned-{chosen}") if chosen in CANNED else ""
    return {"codes": CANNED, "words": words}


def _sent(message: Message) -> str:
    """How far a message of ours came: sent, waiting, or why it never will be; "" for theirs."""
    if not message.ours:
        return ""
    if message.sent:
        known = {outbox.DESK: "desk", WEB: "fetched" if message.fetched else "ready"}
        return known.get(message.channel, "sent")
    return "dead" if message.dead else "waiting"


async def assign(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Somebody of the team becomes the coach (CON-01)."""
    row = await work.take(Jobseeker, (await _mine(request, work, who)).person_id)
    chosen, shown = await given(request, "coach"), (await request.post()).get("shown")
    if shown is not None and shown != str(row.coach_id or ""):
        raise RefusedError("changed")
    known = chosen.isdecimal() and len(chosen) < 10  # what a database takes as a number
    colleague = await caseload.viewer_of(work, int(chosen)) if known else None
    if colleague is None or not rights.may_be_coach(colleague, row):
        raise LookupError("not a colleague")
    await service.assign_coach(work, row, colleague.person_id, actor=who.person_id)
    return did(f"/console/werkzoekenden/{row.person_id}", "assigned", row.person_id)


async def visibility(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The coach's key of the browse list."""
    row = await _mine(request, work, who)
    shown = await given(request, "shown") == "yes"
    await service.set_visibility(work, row.person_id, shown=shown, actor=who.person_id)
    return see_other(f"/console/werkzoekenden/{row.person_id}")


async def corrected(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The answer to "dit klopt niet": changed, or not and why."""
    row = await _mine(request, work, who)
    event = await given(request, "event", 9)
    if not event.isdecimal() or int(event) not in [
        each.id for each, _ in await correcting.waiting(work, [row.person_id])
    ]:
        raise RefusedError("decided")
    outcome, words = await given(request, "outcome"), await given(request, "words")
    await correcting.answer(work, int(event), who, outcome, guard.check(words).clean)
    return did(f"/console/werkzoekenden/{row.person_id}", "corrected", row.person_id)


async def help_level(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """How much help somebody needs, as the coach sees it; she hears it."""
    row = await _mine(request, work, who)
    await support.choose(work, row.person_id, await given(request, "level"), actor=who.person_id)
    return did(f"/console/werkzoekenden/{row.person_id}", "supported", row.person_id)


async def keep(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Nothing was heard for long: a colleague decides whether the data stay."""
    row = await _mine(request, work, who)
    if not await unused.waits(work, row.person_id):
        raise RefusedError("decided")
    kept = await given(request, "keep") == "yes"
    await unused.decide(work, row, keep=kept, actor=who.person_id)
    here = f"/console/werkzoekenden/{row.person_id}"
    return did(here, "keepyes" if kept else "keepno", row.person_id)


async def dossier(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """What only the coach keeps."""
    row = await work.get(Jobseeker, number(request))
    if not rights.may_see_dossier(who, row):
        raise LookupError("not yours")
    posted = await request.post()
    facts: dict[str, Any] = {}
    for name in kept.FIELDS:
        if name in posted:
            facts[name] = await given(request, name, 40)
            if not kept.fits(name, facts[name]):
                raise web.HTTPBadRequest  # not what the form offers: it came from elsewhere
    if "obstacles" in posted:
        ticked = posted.getall("obstacles")
        facts["obstacles"] = [code for code in kept.OBSTACLES if code in ticked]
    await kept.save(work, row.person_id, facts, actor=who.person_id)
    return see_other(f"/console/werkzoekenden/{row.person_id}#dossier")


async def document(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """A file somebody sent for their coach."""
    found = await work.get(Document, number(request))
    row = await work.get(Jobseeker, found.person_id)
    if not rights.may_see_dossier(who, row) or not found.content:
        raise LookupError("not yours")
    await events.log(work, "viewed", actor=who.person_id, about=row.person_id, document=found.kind)
    ending = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf"}
    name = f"{found.kind}.{ending.get(found.media_type, 'bin')}"
    return web.Response(
        body=base64.b64decode(found.content),
        content_type=found.media_type or "application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{Markup.escape(name)}"'},
    )
