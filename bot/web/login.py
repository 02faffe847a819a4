"""Staff come in: a one-time link, and a second factor (ways-in; in the demo the link alone)."""

from __future__ import annotations

import re
from datetime import timedelta

from aiohttp import web
from markupsafe import Markup

from bot.web.deps import deps_of
from bot.web.doors import counted
from bot.web.pages import render, see_other, set_cookie
from bot.web.seats import CONSOLE
from services import audit, caseload, rights
from services.access import attempts, sessions
from services.store.models import Person, Staff, Visit
from services.unit_of_work import Work

GOING = "werklijn_naar"  # a cookie: the page somebody wanted who had to log in first
ADDRESS = re.compile(r"/console(/[a-z0-9/-]*)?(\?[\w=&%+.-]*)?")  # of ours, and nothing else
REMEMBERED = timedelta(hours=1)


async def staff_of(request: web.Request, work: Work, *, strong: bool = True) -> rights.Viewer:
    """Who looks; sends everybody else to the page that says how to come in."""
    found = await sessions.visit(work, request.cookies.get(CONSOLE, ""), "console")
    viewer = await caseload.viewer_of(work, found.person_id) if found else None
    if found is None or viewer is None:
        raise _to_door(request, "/console/login")
    if strong and not found.strong:
        raise _to_door(request, "/console/code")
    return viewer


def _to_door(request: web.Request, door: str) -> web.HTTPSeeOther:
    """To the page that says how to come in, and afterwards to where one was going."""
    away = web.HTTPSeeOther(door)
    if request.method == "GET" and not request.path.endswith("/stream"):
        lasts, secure = int(REMEMBERED.total_seconds()), deps_of(request).secure
        away.set_cookie(
            GOING, request.path_qs, max_age=lasts, httponly=True, samesite="Lax", secure=secure
        )
    return away


def _inside(request: web.Request) -> web.Response:
    """Where one was going before the door was in the way; else the first page."""
    going = request.cookies.get(GOING, "")
    response = see_other(going if ADDRESS.fullmatch(going) else "/console")
    response.del_cookie(GOING, path="/")
    return response


async def login_page(request: web.Request) -> web.Response:
    """A link from the chat: one press to come in; without a link, how to get one.

    Looking at the page uses nothing up: chat programs fetch every link to show a preview. A demo
    has no second step, and so no first one either.
    """
    token = request.query.get("t", "")
    if token and deps_of(request).demo:
        return await _enter(request, token)
    async with deps_of(request).working() as work:
        is_in = await _is_in(request, work)
    if is_in and not token:
        return see_other("/console")
    return render(request, "login.html", {"token": token, "expired": False})


async def _is_in(request: web.Request, work: Work) -> bool:
    """Does this browser have a visit of somebody who still works here?"""
    found = await sessions.visit(work, request.cookies.get(CONSOLE, ""), "console")
    staff = await work.tx.get(Staff, found.person_id) if found else None
    return staff is not None and staff.active


async def log_in(request: web.Request) -> web.Response:
    """Use the link."""
    tried = await counted(request)
    token = str((await request.post()).get("token", ""))
    async with deps_of(request).working() as work:
        if await sessions.is_link(work, token):
            await attempts.right(work, *tried)
    return await _enter(request, token)


async def _enter(request: web.Request, token: str) -> web.Response:
    deps = deps_of(request)
    async with deps.working() as work:
        link = await sessions.use_link(work, token, "login")
        staff = await work.tx.get(Staff, link.person_id) if link and link.person_id else None
        if staff is None or not staff.active:
            if await _is_in(request, work):  # the same link once more, from a bookmark
                return see_other("/console")
            await audit.note(work, "login-failed")
            return render(request, "login.html", {"token": "", "expired": True}, status=400)
        mark = audit.code_mark(link.key) if link else ""
        await audit.note(work, "login", actor=staff.person_id, code=mark)
        cookie = await sessions.begin_visit(work, staff.person_id, "console", strong=deps.demo)
    response = _inside(request) if deps.demo else see_other("/console/code")
    set_cookie(request, response, CONSOLE, cookie)
    return response


async def code_page(request: web.Request) -> web.Response:
    """The second factor: to set up the first time, to give every time."""
    async with deps_of(request).working() as work:
        viewer = await staff_of(request, work, strong=False)
        staff = await work.get(Staff, viewer.person_id)
        return _code_page(request, await _context(work, staff, wrong=False))


async def _context(work: Work, staff: Staff, *, wrong: bool) -> dict[str, object]:
    """A secret that was never used is shown until a right code proves that it was set up."""
    new = staff.second_factor is None or staff.second_factor.startswith("?")
    if staff.second_factor is None:
        staff.second_factor = "?" + sessions.new_secret()
    secret = staff.second_factor.removeprefix("?")
    person = await work.get(Person, staff.person_id)
    picture = sessions.secret_picture(secret, person.name or "") if new else ""
    return {
        "picture": Markup(picture),  # noqa: S704 - drawn by us
        "secret": secret if new else "",
        "wrong": wrong,
    }


def _code_page(request: web.Request, context: dict[str, object], status: int = 200) -> web.Response:
    return render(request, "second.html", context, status=status)


async def code(request: web.Request) -> web.Response:
    """Check the six digits."""
    deps = deps_of(request)
    given = str((await request.post()).get("code", ""))
    async with deps.working() as work:
        viewer = await staff_of(request, work, strong=False)
    tried = await counted(request, viewer.person_id)
    async with deps.working() as work:
        staff = await work.take(Staff, viewer.person_id)
        secret = (staff.second_factor or "").removeprefix("?")
        step = sessions.check_code(secret, given, work.now, staff.second_step) if secret else None
        if step is None:
            await audit.note(work, "factor-failed", actor=viewer.person_id)
            return _code_page(request, await _context(work, staff, wrong=True), 400)
        await attempts.right(work, *tried)
        staff.second_factor, staff.second_step = secret, step
        await audit.note(work, "factor", actor=viewer.person_id)
        found = await sessions.visit(work, request.cookies.get(CONSOLE, ""), "console")
        if isinstance(found, Visit):
            found.strong = True
    return _inside(request)


async def go_out(request: web.Request) -> web.Response:
    """Log out."""
    async with deps_of(request).working() as work:
        leaving = await sessions.visit(work, request.cookies.get(CONSOLE, ""), "console")
        if leaving is not None:
            await audit.note(work, "logout", actor=leaving.person_id)
        await sessions.end_visit(work, request.cookies.get(CONSOLE, ""), "console")
    response = see_other("/console/login")
    response.del_cookie(CONSOLE, path="/")
    return response


def routes() -> list[web.RouteDef]:
    """Login's addresses."""
    return [
        web.get("/console/login", login_page),
        web.post("/console/login", log_in),
        web.get("/console/code", code_page),
        web.post("/console/code", code),
        web.post("/console/uit", go_out),
    ]
