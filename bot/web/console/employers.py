"""Werkgevers: who they are, checking that they are real, and what we know of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from aiohttp import web
from markupsafe import Markup

from bot.web.console.companies import ENTERS
from bot.web.console.page import did, given, number, page, pages_of, part
from bot.web.console.vacancies import AGREED
from services import console, employers, events, rights, vacancies
from services.access import links, sessions
from services.console import employer_list
from services.messages import naming
from services.refused import RefusedError
from services.rights import Viewer
from services.store.models import Employer, Person
from services.understanding import contacts, guard
from services.unit_of_work import Work

CONTACT = {"contact": 80, "role": 10, "phone": 30, "email": 120}  # most characters of each
FIELDS = ("kvk", "place")
DAY = r"20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"


async def overview(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """All employers, searched and filtered by the address."""
    search, only = request.query.get("zoek", ""), request.query.get("toon", "")
    only = only if only in employer_list.FILTERS else "all"
    rows = await employer_list.employers(work, who, search=search, only=only)
    context = {
        "rows": part(request, rows),
        "total": len(rows),
        "pages": pages_of(request, len(rows)),
        "search": search,
        "only": only,
        "filters": employer_list.FILTERS,
        "today": work.today,
        "enters": who.role in ENTERS,
    }
    return await page(request, work, who, "console/employers.html", context)


async def file(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """An employer, to be checked before anybody is shown to them (verified)."""
    return await _shown(request, work, who)


async def _shown(
    request: web.Request, work: Work, who: Viewer, typed: Mapping[str, str] | None = None
) -> web.Response:
    """The page of an employer; `typed` is a new contact whose number or address is unreadable."""
    found = await console.employer_file(work, who, number(request))
    facts = await naming.in_words(work, await employers.described(work, found.row))
    context = {
        "file": found,
        "checker": (
            await events.names(work, {found.row.verified_by}) if found.row.verified_by else {}
        ).get(found.row.verified_by or 0, ""),
        "each": await employer_list.one(work, who, found.row.id or 0),
        "ways": employer_list.HOW,
        "today": work.today,
        "door": work.region.front_door,
        "facts": [(name, facts[name]) for name in FIELDS],
        "agreed": {
            row.id: [
                (field, vacancies.shown(field, row.agreement[field]))
                for field in AGREED
                if row.agreement.get(field) is not None
            ]
            for _, rows in found.vacancies
            for row in rows
        },
        "roles": employers.ROLES,
        "typed": typed or dict.fromkeys(CONTACT, ""),
        "wrong": typed is not None,
    }
    status = 400 if typed is not None else 200
    return await page(request, work, who, "console/employer.html", context, status=status)


async def _managed(request: web.Request, work: Work, who: Viewer) -> Employer:
    """The employer in the address, for who looks after it; locked until the end."""
    row = await work.take(Employer, number(request))
    if not rights.may_manage_employer(who, row):
        raise LookupError("not yours")
    return row


async def verify(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Called and checked."""
    row = await _managed(request, work, who)
    await employers.verify(work, row.id or 0, who.person_id)
    return did(f"/console/werkgevers/{row.id}", "verified", row.id or 0)


async def note(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """What whoever looks after this employer should know."""
    row = await _managed(request, work, who)
    words = guard.check(await given(request, "words", 1500), own_contact=True).clean
    how, when = await given(request, "how", 10) or "note", await given(request, "next", 10)
    if how not in employer_list.HOW or (when and not re.fullmatch(DAY, when)):
        raise web.HTTPBadRequest
    if words or how != "note":
        await events.log(
            work,
            "note",
            actor=who.person_id,
            subject=("employer", row.id or 0),
            words=words,
            how=how,
            next=when,
        )
    return did(f"/console/werkgevers/{row.id}", "noted", row.id or 0)


async def ambassador(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """The employer said whether others may be sent to them."""
    row, said = await _managed(request, work, who), await given(request, "ambassador")
    if said not in ("yes", "no"):
        raise web.HTTPBadRequest
    await employers.set_ambassador(work, row.id or 0, yes=said == "yes", actor=who.person_id)
    return did(f"/console/werkgevers/{row.id}", "ambassador", row.id or 0)


async def contact(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """One more who speaks for this employer."""
    row = await _managed(request, work, who)
    typed = {name: await given(request, name, most) for name, most in CONTACT.items()}
    if not typed["contact"] or typed["role"] not in employers.ROLES:
        raise web.HTTPBadRequest
    read = {"phone": contacts.phone(typed["phone"]), "email": contacts.email(typed["email"])}
    if any(typed[name] and not read[name] for name in read):
        return await _shown(request, work, who, typed)
    person = await employers.add_contact(
        work, row.id or 0, name=typed["contact"], role=typed["role"], actor=who.person_id, **read
    )
    return did(f"/console/werkgevers/{row.id}", "contact", person.id or 0)


async def _speaker(request: web.Request, work: Work, row: Employer) -> Person:
    """The person in the address, who speaks for this employer; locked until the end."""
    person = await work.take(Person, int(request.match_info["person"]))
    if person.id not in await employers.contacts(work, row.id or 0):
        raise LookupError("not theirs")
    return person


async def speaker(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """One contact, to be changed or replaced."""
    row = await _managed(request, work, who)
    return await _speaks(request, work, who, row, await _speaker(request, work, row))


async def _speaks(
    request: web.Request,
    work: Work,
    who: Viewer,
    row: Employer,
    person: Person,
    typed: Mapping[str, str] | None = None,
) -> web.Response:
    others = [
        await work.get(Person, each)
        for each in await employers.contacts(work, row.id or 0)
        if each != person.id
    ]
    known = {"contact": person.name, "phone": person.phone, "email": person.email}
    context = {
        "row": row,
        "person": person,
        "others": others,
        "typed": typed or {name: said or "" for name, said in known.items()},
        "shown": _as_shown(person),
        "wrong": typed is not None,
    }
    status = 400 if typed is not None else 200
    return await page(request, work, who, "console/contact.html", context, status=status)


def _as_shown(person: Person) -> str:
    """What a form began from, so that nobody's change is overwritten unseen."""
    return "|".join(said or "" for said in (person.name, person.phone, person.email))


async def change(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """Another name, number or address of a contact."""
    row = await _managed(request, work, who)
    person = await _speaker(request, work, row)
    fields = {name: most for name, most in CONTACT.items() if name != "role"}
    typed = {name: await given(request, name, most) for name, most in fields.items()}
    if not typed["contact"]:
        raise web.HTTPBadRequest
    if await given(request, "shown", 300) != _as_shown(person):
        raise RefusedError("changed")
    read = {"phone": contacts.phone(typed["phone"]), "email": contacts.email(typed["email"])}
    if any(typed[name] and not read[name] for name in read):
        return await _speaks(request, work, who, row, person, typed)
    await employers.change_contact(
        work, row.id or 0, person.id or 0, name=typed["contact"], actor=who.person_id, **read
    )
    return did(f"/console/werkgevers/{row.id}", "contactchanged", person.id or 0)


async def replace(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """A contact left the company; a colleague takes over."""
    row = await _managed(request, work, who)
    person, chosen = await _speaker(request, work, row), await given(request, "by", 10)
    if not chosen.isdecimal():
        raise web.HTTPBadRequest
    await employers.replace_contact(
        work, row.id or 0, person.id or 0, int(chosen), actor=who.person_id
    )
    return did(f"/console/werkgevers/{row.id}", "contactleft", person.id or 0)


async def link(request: web.Request, work: Work, who: Viewer) -> web.Response:
    """How a contact who was not here yet gets in: a link and a code, to be given to them."""
    row = await _managed(request, work, who)
    person = await _speaker(request, work, row)
    if person.seen is not None:
        raise RefusedError("decided")  # they are in; nobody takes their place
    url, code = await links.personal_link(work, person.id or 0, links.INVITATION_LASTS)
    await events.log(work, "code-made", actor=who.person_id, about=person.id)
    await work.tx.flush()
    context = {
        "person": person,
        "url": url,
        "code": f"{code[:4]} {code[4:]}",
        "picture": Markup(sessions.picture(url)),  # noqa: S704 - an SVG of our own making
        "back": (f"/console/werkgevers/{row.id}", "desk-to-employer"),
        "what": "desk-contact-link-what",
    }
    return await page(request, work, who, "console/elsewhere.html", context)
