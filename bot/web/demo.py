"""The demo's own page: two phones and a console side by side. Only a demo serves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from aiohttp import web

from bot.demo.story import Story, afresh, others_read, story
from bot.web import chat, mine, seats
from bot.web.deps import deps_of
from bot.web.pages import render, see_other, set_cookie
from services import installation
from services.access import sessions
from services.clock import AMSTERDAM
from services.followup import calendar
from services.store.models import Employer, Match, Person, Vacancy
from services.texts import refs
from services.unit_of_work import Work

DAY = timedelta(days=1)
PAGE = "/demo"


async def page(request: web.Request) -> web.Response:
    """A jobseeker's phone, the console of her coach, an employer's phone, and what to do."""
    deps = deps_of(request)
    async with deps.working() as work:
        try:
            told = await story(work)
        except LookupError:
            raise web.HTTPNotFound from None
        cookies = {
            seats.cookie_of("werkzoekende"): await _seat(
                request, work, seats.cookie_of("werkzoekende"), "chat", told.jobseeker
            ),
            seats.cookie_of("werkgever"): await _seat(
                request, work, seats.cookie_of("werkgever"), "chat", told.contact
            ),
            seats.CONSOLE: await _seat(request, work, seats.CONSOLE, "console", told.coach),
        }
        context = await _context(work, told)
        await others_read(work, told)
    deps.wake()
    response = render(request, "demo.html", context)
    for name, value in cookies.items():
        set_cookie(request, response, name, value)
    return response


async def _seat(request: web.Request, work: Work, cookie: str, kind: str, person_id: int) -> str:
    """The cookie that makes a window somebody's; the one it has, if that is still theirs."""
    has = request.cookies.get(cookie, "")
    found = await sessions.visit(work, has, kind)
    if found is not None and found.person_id == person_id:
        return has
    return await sessions.begin_visit(work, person_id, kind, strong=kind == "console")


async def _context(work: Work, told: Story) -> dict[str, object]:
    match = await work.get(Match, told.match)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    employer = await work.get(Employer, vacancy.employer_id)
    names = {
        role: refs.words((await work.get(Person, number)).name or "?")
        for role, number in (
            ("jobseeker", told.jobseeker),
            ("contact", told.contact),
            ("coach", told.coach),
        )
    }
    return {
        "match": told.match,
        "names": {
            **names,
            "company": refs.words(employer.name),
            "title": refs.words(vacancy.title),
        },
        "moment": refs.moment(work.now),
        "jobseeker_chat": f"{seats.address_of('werkzoekende')}/chat",
        "employer_chat": f"{seats.address_of('werkgever')}/chat",
    }


async def tomorrow(request: web.Request) -> web.Response:
    """The next working morning comes: what falls due by then is done at once, and nobody is out."""
    deps = deps_of(request)
    async with deps.working() as work:
        further = next_morning(work) - work.now
        moved = await installation.clock_offset(work) + further
        await installation.write(work, installation.CLOCK, moved.total_seconds())
        await sessions.keep_visits(work, further)
        await others_read(work, await story(work))
    deps.clock.offset += further
    deps.wake()
    return see_other(PAGE)


def next_morning(work: Work) -> datetime:
    """When messages may go out on the next working day: a Saturday shows nothing."""
    night = datetime.combine(work.today + DAY, time(), AMSTERDAM)
    return calendar.later(work.region, night.astimezone(UTC))


async def again(request: web.Request) -> web.Response:
    """The same region once more, as it was at the start."""
    deps = deps_of(request)
    async with deps.working() as work:
        moved = await installation.clock_offset(work)
        await afresh(replace(work, now=work.now - moved))
    deps.clock.offset -= moved
    deps.wake()
    return see_other(PAGE)


def routes() -> list[web.RouteDef]:
    """The page, its two buttons, and the chat of each seat."""
    own = [
        web.get(PAGE, page),
        web.post(f"{PAGE}/dag", tomorrow),
        web.post(f"{PAGE}/opnieuw", again),
    ]
    bases = [seats.address_of(seat) for seat in seats.SEATS]
    return own + [each for base in bases for each in (*chat.routes(base), *mine.routes(base))]
