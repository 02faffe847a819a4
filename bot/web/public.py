"""Vacancies for everybody, without logging in: the list, one vacancy, and the step to the chat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from bot.web.console.page import number, pages_of, part
from bot.web.deps import deps_of
from bot.web.pages import LANGUAGE, language_of, render, see_other
from services import agreed, places, texts, vacancies
from services.jobseekers import openings
from services.jobseekers.openings import Row
from services.matching import own_words
from services.places import Place
from services.unit_of_work import Work

ON_A_PAGE = 20
WITHIN = (5, 10, 20, 40)  # kilometres to choose from
USUAL = 10
LONGEST = 100  # characters of what is typed
PATH = "/vacatures"

# What is told about a vacancy, in the order in which people ask for it.
WORK = ("occupation", "place", "hours", "times", "start", "wage", "contract")
ASKED = ("must", "nice", "licences", "dutch", "level")
OFFERED = ("conditions", "open_to")


async def listing(request: web.Request) -> web.Response:
    """Every public vacancy, or those about typed words, near a place."""
    if chosen := _language(request):
        return chosen
    language = language_of(request)
    words, where, far = _typed(request, "zoek"), _typed(request, "plaats"), _kilometres(request)
    async with deps_of(request).looking() as work:
        rows = await openings.public(work)
        home = _place(work, where)
    rows = openings.about(rows, words, language)
    if home is not None:
        rows = openings.within(rows, home.code, far)
    context = {
        "rows": part(request, rows, ON_A_PAGE),
        "pages": pages_of(request, len(rows), ON_A_PAGE),
        "total": len(rows),
        "words": words,
        "where": where,
        "home": home,
        "far": far,
        "distances": WITHIN,
        "facts": _facts,
        "named": agreed.employer_named,
        **_shared(request),
    }
    return render(request, "vacancies.html", context)


async def one(request: web.Request) -> web.Response:
    """A vacancy with what it asks and offers, and how long the way is; else a plain 404."""
    if chosen := _language(request):
        return chosen
    where = _typed(request, "plaats")
    async with deps_of(request).looking() as work:
        try:
            vacancy, employer = await openings.one(work, number(request))
        except LookupError:
            raise web.HTTPNotFound from None
        home = _place(work, where)
    context = {
        "vacancy": vacancy,
        "employer": agreed.employer_named(vacancy, employer),
        "groups": {
            "work": _facts((vacancy, employer), WORK),
            "asked": _facts((vacancy, employer), ASKED),
            "offered": _facts((vacancy, employer), OFFERED),
        },
        "where": where,
        "home": home,
        "way": openings.way(home.code, vacancy)[1:] if home else [],
        "known": bool(vacancy.demands.get("place")),
        **_shared(request),
    }
    return render(request, "opening.html", context)


def _facts(row: Row, fields: Sequence[str] = ("place", "hours", "wage")) -> list[tuple[str, Any]]:
    """What is known of these fields: (field, reference)."""
    asked = own_words.told(row[0].demands)
    return [
        (field, vacancies.shown(field, asked[field]))
        for field in fields
        if asked.get(field) not in (None, [], "")
    ]


def _place(work: Work, words: str) -> Place | None:
    """The place somebody typed, the nearest of that name; None for nothing we know."""
    found = places.find_place(words, work.region.centre) if words else []
    return found[0] if found else None


def _typed(request: web.Request, name: str) -> str:
    return request.query.get(name, "").strip()[:LONGEST]


def _kilometres(request: web.Request) -> int:
    asked = request.query.get("km", "")
    return next((km for km in WITHIN if asked == str(km)), USUAL)


def _shared(request: web.Request) -> dict[str, Any]:
    """For each language the address of this page in it."""
    query = {name: each for name, each in request.query.items() if name != "taal"}
    here = {
        code: str(request.rel_url.with_query({**query, "taal": code})) for code in texts.languages()
    }
    return {"languages": here}


def _language(request: web.Request) -> web.Response | None:
    """Another language was chosen: remember it, and the same page without the choice."""
    chosen = request.query.get("taal", "")
    if chosen not in texts.languages():
        return None
    query = {name: each for name, each in request.query.items() if name != "taal"}
    response = see_other(str(request.rel_url.with_query(query)))
    response.set_cookie(LANGUAGE, chosen, samesite="Lax", path="/")
    return response


def routes() -> list[web.RouteDef]:
    """The addresses of the public vacancies."""
    return [web.get(PATH, listing), web.get(f"{PATH}/{{id:\\d{{1,9}}}}", one)]
