"""The pages of an employer, behind the cookie of the chat: what goes on, and who may be met."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlencode

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.web import chat
from bot.web.console import page
from bot.web.console.page import given, number, pages_of, part
from bot.web.deps import deps_of
from bot.web.login import staff_of
from bot.web.pages import render, see_other
from services import audit, employers, matches, matching, rights, vacancies
from services.for_employers import candidates, own_page
from services.help import faq
from services.messages import outbox
from services.refused import RefusedError
from services.rights import Viewer
from services.store.models import Employer, Person
from services.unit_of_work import Work
from services.vacancies import changing

PATH = "/werkgever"
PEOPLE = f"{PATH}/kandidaten"
ON_A_PAGE = 20
HOURS = (8, 16, 24, 32, 36)  # a week, to choose from
LONGEST = 100  # characters of what is typed
SIDE = "employer"

Page = Callable[[web.Request, Work, Person, Employer], Awaitable[web.StreamResponse]]


def _at(handler: Page) -> Handler:
    """A page for somebody who speaks for an employer; others read how to come in.

    Unknown and another's are the same 404; what somebody else decided first is said clearly.
    """

    async def handle(request: web.Request) -> web.StreamResponse:
        deps, voice = deps_of(request), ""
        try:
            async with deps.working() as work:
                person = await chat.person_of(request, work)
                employer = await employers.of_person(work, person.id or 0) if person else None
                if person is None or employer is None:
                    return _outside(request, person)
                voice = person.voice
                response = await handler(request, work, person, employer)
                await _write_down(request, work, person)
        except (LookupError, PermissionError) as error:
            if type(error) not in (LookupError, PermissionError):
                raise  # a key or index that is missing is a fault of ours
            raise web.HTTPNotFound from None
        except RefusedError as refused:
            context = {"reason": refused.reason}
            return render(request, "employer/refused.html", context, language=voice, status=409)
        if request.method == "POST":
            deps.wake()
        return response

    return handle


async def _write_down(request: web.Request, work: Work, person: Person) -> None:
    """Whose cards stood on a page: looks like those of colleagues."""
    people, resource = request.get(page.LOOKED), request.match_info.route.resource
    if people and request.method == "GET":
        page_ = resource.canonical if resource else ""
        await audit.note(work, audit.VIEWED, actor=person.id, people=people, page=page_)


def _outside(request: web.Request, person: Person | None) -> web.Response:
    """Who is not known as an employer here: the code of a link, or the chat."""
    code = request.query.get("c", "")
    if code:
        return see_other(f"/chat/code?{urlencode({'c': code, 'naar': 'werkgever'})}")
    language = person.voice if person else ""
    return render(request, "employer/outside.html", {}, language=language, status=403)


def _shown(
    request: web.Request, person: Person, template: str, context: dict[str, Any], status: int = 200
) -> web.Response:
    return render(
        request, f"employer/{template}.html", context, language=person.voice, status=status
    )


async def mine(
    request: web.Request, work: Work, person: Person, employer: Employer
) -> web.Response:
    """What waits for this employer, whom they meet, their vacancies, and whom to call."""
    if "c" in request.query:
        return see_other(PATH)
    shown = await own_page.page(work, person, employer)
    request[page.LOOKED] = set(shown.people)
    context = {
        "page": shown,
        "reasons": matches.REASONS["rejected"],
        "weeks": own_page.WEEKS,
        "may_browse": rights.may_browse(employer),
        "done": request.query.get("gedaan", "") if request.query.get("gedaan") in DONE else "",
    }
    return _shown(request, person, "mine", context)


DONE = ("invited", "rejected", "hold", "open", "renewed", "filled", "closed", "ambassador", "asked")


def _did(what: str) -> web.Response:
    return see_other(f"{PATH}?gedaan={what}")


async def answer(
    request: web.Request, work: Work, person: Person, employer: Employer
) -> web.Response:
    """Kennismaken or not: the same step as in the chat, for a card that was shown."""
    match = await own_page.introduced(work, employer, number(request))
    to = await given(request, "answer")
    if to not in ("invited", "rejected"):
        raise web.HTTPBadRequest
    await matches.move(
        work,
        match.id or 0,
        to,
        actor=person.id,
        reason=await given(request, "reason") if to == "rejected" else "",
        expected="introduced",
    )
    return _did(to)


async def keep(
    request: web.Request, work: Work, person: Person, employer: Employer
) -> web.Response:
    """A vacancy longer open, or over."""
    row = await own_page.own_vacancy(work, employer, number(request))
    what = await given(request, "what")
    if what in ("hold", "open"):
        await (changing.hold if what == "hold" else changing.open_again)(
            work, row.id or 0, person.id
        )
    elif what in ("filled", "closed") and row.status in ("open", "hold", "expired"):
        await vacancies.close(work, row.id or 0, what, person.id)
    elif what in {str(weeks) for weeks in own_page.WEEKS}:
        await vacancies.renew(work, row.id or 0, int(what), person.id)
        what = "renewed"
    elif what in ("filled", "closed"):
        raise RefusedError("decided")
    else:
        raise web.HTTPBadRequest
    await outbox.close_dialogs(work, ("renew",), row.id or 0)
    return _did(what)


async def ambassador(
    request: web.Request, work: Work, person: Person, employer: Employer
) -> web.Response:
    """May others call them as an example?"""
    said = await given(request, "answer")
    if said not in ("yes", "no"):
        raise web.HTTPBadRequest
    await employers.set_ambassador(work, employer.id or 0, yes=said == "yes", actor=person.id or 0)
    return _did("ambassador")


async def questions(
    request: web.Request, work: Work, person: Person, employer: Employer
) -> web.Response:
    """What employers ask about rules and instruments, found by typing."""
    words = _typed(request, "zoek")
    hits = [hit.code for hit in faq.search(words, person.voice, SIDE)]
    shown = hits if words else faq.OF[SIDE]
    context = {
        "words": words,
        "rows": [(faq.question(code), faq.answer(code)) for code in shown],
        "contact": await own_page.contact(work, employer),
    }
    return _shown(request, person, "questions", context)


# The people who may be met.


async def people(request: web.Request) -> web.StreamResponse:
    """The anonymous list: for a verified employer; staff read it in the console."""
    async with deps_of(request).working() as work:
        person = await chat.person_of(request, work)
        employer = await employers.of_person(work, person.id or 0) if person else None
        if employer is None and await _is_staff(request, work):
            return see_other("/console/kandidaten")
    return await _at(_people)(request)


async def _is_staff(request: web.Request, work: Work) -> bool:
    try:
        return rights.may_see_browse_list(await staff_of(request, work))
    except web.HTTPException:
        return False


async def _people(
    request: web.Request, work: Work, person: Person, employer: Employer
) -> web.Response:
    if not rights.may_browse(employer):
        known = {"contact": await own_page.contact(work, employer)}
        return _shown(request, person, "unverified", known, status=403)
    context = await _list(request, work, employer.id or 0, person.voice)
    context["asked"] = await candidates.asked(work, employer.id or 0)
    return _shown(request, person, "people", context)


async def _list(request: web.Request, work: Work, reader: int, language: str) -> dict[str, Any]:
    """What both the employer's page and the console's show."""
    words, hours = _typed(request, "zoek"), _hours(request)
    towns = [each.name for each in work.region.gemeenten]
    town = request.query.get("gemeente", "")
    town = town if town in towns else ""
    everybody = await candidates.listed(work, reader)
    rows = candidates.sought(everybody.values(), words, language, hours=hours, town=town)
    shown = part(request, rows, ON_A_PAGE)
    marks = {row.reference for row in shown}
    request[page.LOOKED] = {who for who, row in everybody.items() if row.reference in marks}
    return {
        "rows": shown,
        "pages": pages_of(request, len(rows), ON_A_PAGE),
        "total": len(rows),
        "band": matching.band(len(rows)),
        "words": words,
        "hours": hours,
        "choices": HOURS,
        "town": town,
        "towns": towns,
        "address": request.path,
    }


async def console_list(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The list as employers see it, for staff and partners: nobody can be asked for here."""
    if not rights.may_see_browse_list(who):
        raise LookupError("not for this role")
    person = await work.get(Person, who.person_id)
    context = await _list(request, work, candidates.STAFF, person.voice)
    return await page.page(request, work, who, "console/browse.html", context)


async def one(request: web.Request, work: Work, person: Person, employer: Employer) -> web.Response:
    """Somebody of the list, and for which vacancy one would like to meet them."""
    if not rights.may_browse(employer):
        raise LookupError("not verified")
    rows = await candidates.listed(work, employer.id or 0)
    mark = request.match_info["mark"]
    entry = next((row for row in rows.values() if row.reference == mark), None)
    if entry is None:
        raise LookupError("not on the list")
    request[page.LOOKED] = {each for each, row in rows.items() if row is entry}
    own = await candidates.open_vacancies(work, employer.id or 0)
    return _shown(request, person, "person", {"entry": entry, "vacancies": own})


async def ask(request: web.Request, work: Work, person: Person, employer: Employer) -> web.Response:
    """Put somebody before their coach for one of the employer's vacancies."""
    chosen = await given(request, "vacancy")
    if not chosen.isdecimal() or len(chosen) > 9:
        raise web.HTTPBadRequest
    await candidates.ask(work, person, request.match_info["mark"], int(chosen))
    return _did("asked")


def _typed(request: web.Request, name: str) -> str:
    return request.query.get(name, "").strip()[:LONGEST]


def _hours(request: web.Request) -> int:
    asked = request.query.get("uren", "")
    return next((each for each in HOURS if asked == str(each)), 0)


def routes() -> list[web.RouteDef]:
    """The employers' addresses, and the console's view of their list."""
    mark = f"{PEOPLE}/{{mark:[A-Za-z0-9_-]{{{candidates.SAME}}}}}"
    row = "{id:\\d{1,9}}"

    async def in_console(request: web.Request) -> web.StreamResponse:
        return await page.at_desk(request, console_list)

    return [
        web.get(PATH, _at(mine)),
        web.get(f"{PATH}/vragen", _at(questions)),
        web.post(f"{PATH}/kennismaken/{row}", _at(answer)),
        web.post(f"{PATH}/vacatures/{row}", _at(keep)),
        web.post(f"{PATH}/ambassadeur", _at(ambassador)),
        web.get(PEOPLE, people),
        web.get(mark, _at(one)),
        web.post(mark, _at(ask)),
        web.get("/console/kandidaten", in_console),
    ]
