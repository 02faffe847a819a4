"""A new employer, and other facts of one: entered by a colleague for somebody on the phone."""

from __future__ import annotations

from aiohttp import web

from bot.web.console.page import did, given, number, page
from bot.web.forms import NO_PROBLEM, Filled, Problem, WrongError, demand, filled, problem
from services import places, rights
from services.console import employer_list
from services.refused import RefusedError
from services.rights import Viewer
from services.staff import entering
from services.staff.entering import Company
from services.store.models import Employer, Person
from services.understanding import contacts
from services.unit_of_work import Work

ENTERS = rights.EMPLOYER_SIDE | {"regional_manager"}
NAME = 80  # most characters of a name


async def begin(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The form for a new employer."""
    return await _asked(request, work, who)


async def _asked(
    request: web.Request,
    work: Work,
    who: Viewer,
    wrong: Problem = NO_PROBLEM,
    found: list[employer_list.EmployerRow] | None = None,
) -> web.Response:
    """The form, with what came back of it: a field that cannot be, or an employer that is known."""
    if who.role not in ENTERS:
        raise LookupError("not yours")
    context = {
        "problem": wrong,
        "found": found or [],
        "managers": await entering.managers(work),
    }
    status = 422 if wrong.text else 200
    return await page(request, work, who, "console/company.html", context, status=status)


async def enter(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Store a new employer; one that is known by number or name is shown first."""
    form = await filled(request, work.today)
    try:
        company, manager = _company(work, form), await _manager(work, form)
        person = _contact(work, form)
    except WrongError as wrong:
        return await _asked(request, work, who, problem("company", wrong, form))
    if who.role not in ENTERS:
        raise LookupError("not yours")
    known = await entering.known(work, company)
    if known and form.fields.get("anyway") != "yes":
        rows = [await employer_list.one(work, who, row.id or 0) for row in known]
        return await _asked(request, work, who, Problem("company", fields=form.fields), rows)
    mine = manager or who.person_id
    row = await entering.enter(work, company, person, manager=mine, by=who.person_id)
    return did(f"/console/werkgevers/{row.id}", "entered", row.id or 0)


def _company(work: Work, form: Filled) -> Company:
    name = form.needed("company", NAME)
    said = form.fields.get("kvk", "").strip()
    kvk = contacts.kvk(said) if said else ""
    demand(kvk is not None, "kvk", "wrong-kvk")
    town = form.fields.get("place", "").strip()
    found = places.find_place(town, work.region.centre) if town else []
    demand(bool(found) or not town, "place", "wrong-place")
    return Company(name, kvk or "", found[0].code if found else "")


async def _manager(work: Work, form: Filled) -> int | None:
    """The account manager that was chosen; None for oneself."""
    codes = ["", *(str(each.id) for each in await entering.managers(work))]
    said = form.one_of("manager", codes)
    return int(said) if said else None


def _contact(work: Work, form: Filled) -> Person:
    """Who is on the phone; a number is needed, to be called back."""
    name, said = form.needed("contact", NAME), form.fields.get("phone", "")
    phone, email = contacts.phone(said), form.fields.get("email", "").strip()
    demand(phone is not None, "phone", "wrong-phone")
    demand(not email or contacts.email(email) is not None, "email", "wrong-email")
    person = Person(created=work.now, name=name, full_name=name, formal=True)
    person.phone, person.email = phone, contacts.email(email) if email else None
    return person


def as_shown(row: Employer) -> str:
    """What a form began from, so that nobody's change is overwritten unseen."""
    return "|".join((row.name, row.kvk, row.place, str(row.account_manager_id or "")))


async def facts(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The form with what is known of an employer, to be changed."""
    return await _facts(request, work, who, await _managed(request, work, who))


async def _managed(request: web.Request, work: Work, who: Viewer) -> Employer:
    row = await work.take(Employer, number(request))
    if not rights.may_manage_employer(who, row):
        raise LookupError("not yours")
    return row


async def _facts(
    request: web.Request, work: Work, who: Viewer, row: Employer, wrong: Problem = NO_PROBLEM
) -> web.Response:
    town = places.place(row.place) if row.place else None
    context = {
        "row": row,
        "town": town.name if town else "",
        "shown": as_shown(row),
        "problem": wrong,
        "managers": await entering.managers(work),
    }
    status = 422 if wrong.text else 200
    return await page(request, work, who, "console/company_facts.html", context, status=status)


async def change(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Another name, number, place or account manager."""
    row, form = await _managed(request, work, who), await filled(request, work.today)
    if await given(request, "shown", 300) != as_shown(row):
        raise RefusedError("changed")
    try:
        company, manager = _company(work, form), await _manager(work, form)
    except WrongError as wrong:
        return await _facts(request, work, who, row, problem("company", wrong, form))
    await entering.change(work, row.id or 0, company, manager=manager, by=who.person_id)
    return did(f"/console/werkgevers/{row.id}", "factschanged", row.id or 0)
