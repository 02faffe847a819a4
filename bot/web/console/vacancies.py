"""Vacatures: the board, a vacancy, its 72-hour answer, and how long it stays open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from bot.web.console import views
from bot.web.console.page import did, given, number, page, pages_of, part
from dialogs.vacancies import DEEDS
from services import agreed, console, matches, matching, rights, vacancies
from services.matching import own_words
from services.messages import naming
from services.refused import RefusedError
from services.rights import Viewer
from services.store.models import Vacancy
from services.texts import refs
from services.understanding import guard
from services.unit_of_work import Work
from services.vacancies import answer_72h, changing, entered, indication, looking, terms
from services.vacancies.lifecycle import LOOK

STATES = console.board.STATES
KEPT = views.KEPT[views.VACANCIES]
FIELDS = (
    *("occupation", "place", "hours", "times", "start", "wage", "contract", "must", "nice"),
    *("licences", "dutch", "level", "positions", "conditions", "open_to"),
)
SPOKEN: Mapping[str, str] = {"licences": "licence"}  # what the advert's answer is called
WEEKS = (2, 4, 8, 12)  # how much longer a vacancy may stay open at once
COUNT = re.compile(r"[0-9]{1,6}")  # how many people were shown
TERM = range(1, 91)  # days within which a first meeting may be promised
AGREED = ("channel", "manner", "preselection", "candidates", "expires", "interval")


async def board(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The vacancies of a state, searched, filtered and ordered by the address."""
    if who.role not in rights.CASEWORK:
        raise LookupError("not yours")
    rows = await console.vacancies(work, who)
    here = _asked(request)
    found = console.board.chosen(
        rows,
        work.today,
        state=here["toon"],
        only=here["alleen"],
        search=here["zoek"],
        order=here["volgorde"],
    )
    context = {
        "rows": part(request, found),
        "total": len(found),
        "pages": pages_of(request, len(found)),
        "states": [
            (state, sum(row.status == state for row in rows), _address({**here, "toon": state}))
            for state in STATES
        ],
        "here": here,
        "filters": console.board.FILTERS,
        "orders": console.board.ORDERS,
        "views": await console.views.saved(work, who.person_id, views.VACANCIES),
    }
    return await page(request, work, who, "console/vacancies.html", context)


def _asked(request: web.Request) -> dict[str, str]:
    """What the address asks for; what it cannot mean is the usual."""
    asked = {name: request.query.get(name, "").strip() for name in KEPT}
    asked["toon"] = asked["toon"] if asked["toon"] in STATES else "open"
    asked["alleen"] = asked["alleen"] if asked["alleen"] in console.board.FILTERS else "all"
    asked["volgorde"] = asked["volgorde"] if asked["volgorde"] in console.board.ORDERS else ""
    return asked


def _address(asked: Mapping[str, str]) -> str:
    return "/console/vacatures?" + urlencode({name: said for name, said in asked.items() if said})


async def file(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """A vacancy with the words its demands were read from."""
    return await _shown(request, work, who, await console.vacancy_file(work, who, number(request)))


async def _shown(
    request: web.Request,
    work: Work,
    who: Viewer,
    found: console.VacancyFile,
    *,
    words: str = "",
    term: str = "",
    again: str = "",
) -> web.Response:
    """The page of a vacancy; `again`: why its answer was not sent but has to be read once more."""
    row = found.row
    evidence, record = row.evidence or {}, found.draft or row.answer
    asked = own_words.told(row.demands)
    context = {
        "file": found,
        "demands": [
            (f, vacancies.shown(f, asked[f]), evidence.get(SPOKEN.get(f, f)))
            for f in FIELDS
            if asked.get(f) or (f == "licences" and f in asked)
        ],
        "agreed": [
            (f, vacancies.shown(f, row.agreement[f]))
            for f in AGREED
            if row.agreement.get(f) is not None
        ],
        "due": vacancies.due(row),
        "deeds": DEEDS[row.status],
        "whys": vacancies.WHY,
        "less": [(_without(each), each.gained) for each in found.reliefs if each.gained],
        "softer": [(_softer(each), each.gained) for each in found.softer],
        "unusual": [_unusual(each) for each in found.unusual],
        "carving": _carving(found.carving) if found.carving else None,
        "free": refs.listed(
            *(indication.named(each.demand, each.code) for each in found.reliefs if not each.gained)
        ),
        "answer": await _as_read(work, row, record) if "count" in record else None,
        "call": row.id in await agreed.to_call(work, [row.id or 0]),
        "listed": sum(match.state == "interested" for match, _, _ in found.matches),
        "weeks": WEEKS,
        "words": words,
        "term": term,
        "expected": terms.line(record) if record.get("term") else None,
        "days": TERM,
        "again": again,
        "longest": answer_72h.LONGEST,
        **await _to_look(work, row),
    }
    status = 409 if again else 200
    return await page(request, work, who, "console/vacancy.html", context, status=status)


async def _as_read(work: Work, row: Vacancy, record: dict[str, Any]) -> list[tuple[str, Any]]:
    """The lines of the answer as the employer reads them, with whom to call by name and number."""
    message = await answer_72h.body(work, row, record)
    return [(text, args) for text, args in await naming.in_words(work, message.lines)]


async def _to_look(work: Work, row: Vacancy) -> dict[str, Any]:
    """What a colleague looks at before anybody else sees the vacancy, and its other words."""
    if row.status != LOOK:
        return {"doubts": []}
    found = (row.doubts or {}).get("found", [])
    made = await looking.in_other_words(work, row) if looking.can_be_better(row) else None
    wage = made.demands.get("wage") if made else None
    return {
        "doubts": list(zip(looking.sentences(work, found), found, strict=True)),
        "other": made,
        "other_wage": refs.wage(wage) if wage and "unit" in wage else None,
        "longest_look": looking.LONGEST,
    }


def _without(relief: matching.Relief) -> refs.Ref:
    return refs.text("desk-without", demand=indication.named(relief.demand, relief.code))


def _softer(relief: matching.Relief) -> refs.Ref:
    return refs.text(f"desk-softer-{relief.demand}", asked=indication.becomes(relief))


def _unusual(each: matching.Unusual) -> refs.Ref:
    """A demand that few meet, with the numbers."""
    demand = indication.named(each.demand, each.code)
    return refs.text("desk-unusual", demand=demand, meet=each.meet, people=each.people)


def _carving(each: matching.Carving) -> refs.Ref:
    """Tasks that could go to a colleague, and those that stay."""
    tasks, left = (
        refs.listed(*(indication.task(*one) for one in part)) for part in (each.tasks, each.left)
    )
    return refs.text("desk-carving", tasks=tasks, left=left, then=each.then)


async def _managed(request: web.Request, work: Work, who: Viewer) -> console.VacancyFile:
    """The vacancy in the address, for who looks after its employer; locked until the end."""
    found = await console.vacancy_file(work, who, number(request))
    if not found.may_manage:
        raise LookupError("not yours")
    await work.take(Vacancy, number(request))
    return found


async def answer(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Send the 72-hour answer as it was shown, with words of one's own (VAC-06)."""
    found = await _managed(request, work, who)
    if found.draft is None or found.row.status != "open" or found.row.answer.get("sent"):
        raise RefusedError("decided")
    term, shown = await given(request, "term"), await given(request, "shown")
    if term not in ("", *map(str, TERM)) or not COUNT.fullmatch(shown):
        raise web.HTTPBadRequest
    read = guard.check(await given(request, "words"), own_contact=True)
    again = ""
    if matching.band(int(shown)) != matching.band(found.draft["count"]):
        again = "changed"
    if again:
        return await _shown(request, work, who, found, words=read.clean, term=term, again=again)
    await answer_72h.send(
        work, number(request), actor=who.person_id, words=read.clean, term=int(term or 0) or None
    )
    return did(f"/console/vacatures/{found.row.id}", "replied", number(request))


async def renew(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """So many weeks longer; an expired one is open again."""
    found = await _managed(request, work, who)
    weeks, expires = await given(request, "weeks"), found.row.expires
    if weeks not in map(str, WEEKS):
        raise web.HTTPBadRequest
    if await given(request, "shown") != (expires.isoformat() if expires else ""):
        raise RefusedError("changed")
    row = await vacancies.renew(work, number(request), int(weeks), who.person_id)
    await entered.tell(work, row, who.person_id, "renew", ("expires",))
    return did(f"/console/vacatures/{found.row.id}", "renewed", number(request))


async def close(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Filled or closed: open matches end for that reason."""
    found = await _managed(request, work, who)
    status = await given(request, "status")
    if status not in ("filled", "closed"):
        raise LookupError("no such state")
    if found.row.status not in ("open", "hold", "expired", LOOK):
        raise RefusedError("decided")
    reason = await given(request, f"why_{status}", 20)
    if reason not in vacancies.WHY[status]:
        raise RefusedError("reason")
    row = await vacancies.close(work, number(request), status, who.person_id, reason)
    await entered.tell(work, row, who.person_id, status)
    return did(f"/console/vacatures/{found.row.id}", status, number(request))


async def reopen(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Take back a closing."""
    found = await _managed(request, work, who)
    row = await vacancies.reopen(work, number(request), who.person_id)
    await entered.tell(work, row, who.person_id, "reopen")
    return did(f"/console/vacatures/{found.row.id}", "open", number(request))


async def rest(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Put it on hold, or let it go on."""
    found = await _managed(request, work, who)
    to = await given(request, "to")
    if to not in ("hold", "open"):
        raise web.HTTPBadRequest
    deed = changing.hold if to == "hold" else changing.open_again
    row = await deed(work, number(request), who.person_id)
    await entered.tell(work, row, who.person_id, "hold" if to == "hold" else "goon")
    return did(f"/console/vacatures/{found.row.id}", to, number(request))


async def look(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Let a vacancy through, give it other words, or refuse it; the employer hears."""
    found = await _managed(request, work, who)
    outcome = await given(request, "outcome")
    if outcome not in looking.OUTCOMES:
        raise web.HTTPBadRequest
    if found.row.status != LOOK or (outcome == "better" and not looking.can_be_better(found.row)):
        raise RefusedError("decided")
    read = guard.check(await given(request, "words"), own_contact=True)
    words = read.clean[: looking.LONGEST]
    await looking.decide(work, number(request), outcome, who.person_id, words)
    return did(f"/console/vacatures/{found.row.id}", "looked", number(request))


async def called(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Somebody called the employer, as was agreed."""
    found = await _managed(request, work, who)
    await agreed.called(work, number(request), who.person_id)
    return did(f"/console/vacatures/{found.row.id}", "called", number(request))


async def shortlist(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Put the list before the employer as it is, without waiting for more."""
    found = await _managed(request, work, who)
    if not await matches.introduce_next(work, number(request), who.person_id, by_hand=True):
        raise RefusedError("decided")
    return did(f"/console/vacatures/{found.row.id}", "listed", number(request))
