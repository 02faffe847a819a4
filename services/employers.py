"""Werkgevers and the people who speak for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import col, select

from services import events, matches
from services.messages import outbox
from services.refused import RefusedError
from services.store.models import Contact, Employer, Match, Person, Vacancy
from services.texts import refs
from services.unit_of_work import Work


async def register(work: Work, person: Person, about: int, answers: Mapping[str, Any]) -> None:
    """Store a registration, and ask an account manager to verify it (verified)."""
    contact = await work.tx.get(Contact, person.id)
    employer = await work.get(Employer, contact.employer_id) if contact else None
    if employer is None:
        employer = Employer(name=answers["company"], created=work.now)
        work.tx.add(employer)
        await work.tx.flush()
        work.tx.add(Contact(person_id=person.id or 0, employer_id=employer.id or 0))
    _describe(employer, answers)
    person.name = answers["name"]
    person.full_name = answers["name"]
    person.formal = True
    person.phone = answers.get("phone")
    person.email = answers.get("email")
    employer.team = work.region.team_for(kind="employers", gemeente=employer.place).code
    await _one_owner(work, employer)
    await events.log(
        work, "employer-saved", actor=person.id, subject=("employer", employer.id or 0)
    )
    if employer.verified is None:
        outbox.later(work, "new-employer", employer=employer.id)


def _describe(employer: Employer, answers: Mapping[str, Any]) -> None:
    if employer.verified and (answers["company"], answers.get("kvk") or "") != (
        employer.name,
        employer.kvk,
    ):
        employer.verified = None  # another company is another question
    employer.name = answers["company"]
    employer.kvk = answers.get("kvk") or ""
    employer.place = answers.get("place") or ""
    employer.size = answers.get("size") or ""
    employer.sector = "government" if answers.get("government") == "yes" else "market"


async def _one_owner(work: Work, employer: Employer) -> None:
    """The same company twice has one account manager: whoever looks after it already."""
    if not employer.kvk or employer.account_manager_id:
        return
    query = (
        select(Employer)
        .where(Employer.kvk == employer.kvk, Employer.id != employer.id)
        .where(col(Employer.account_manager_id).is_not(None))
        .order_by(col(Employer.created))
    )
    twin = (await work.tx.exec(query.limit(1))).first()
    if twin is not None:
        employer.account_manager_id, employer.team = twin.account_manager_id, twin.team


ROLES = ("owner", "colleague")  # of who speaks for an employer


async def of_person(work: Work, person_id: int) -> Employer | None:
    """The employer somebody speaks for."""
    contact = await work.tx.get(Contact, person_id)
    return await work.get(Employer, contact.employer_id) if contact else None


async def verify(work: Work, employer_id: int, actor: int) -> Employer:
    """An account manager has called and checked: cards and browsing open up (verified)."""
    employer = await work.take(Employer, employer_id)
    if employer.verified is None:
        employer.verified, employer.verified_by = work.now, actor
        employer.account_manager_id = employer.account_manager_id or actor
        await events.log(work, "employer-verified", actor=actor, subject=("employer", employer_id))
        await outbox.close_dialogs(work, ("verify",), employer_id)
        for contact_id in await contacts(work, employer_id):
            body = outbox.line("employer-verified", name=refs.name(actor))
            outbox.tell(work, contact_id, body, kind="promise")
        await matches.introduce_waiting(work, employer_id, actor)
    return employer


async def contacts(work: Work, employer_id: int) -> list[int]:
    """The people who speak for an employer, who registered it first."""
    query = select(Contact.person_id).where(Contact.employer_id == employer_id)
    rows = await work.tx.exec(query.order_by(col(Contact.role).desc(), col(Contact.person_id)))
    return list(rows.all())


async def add_contact(
    work: Work,
    employer_id: int,
    *,
    name: str,
    role: str,
    actor: int,
    phone: str | None = None,
    email: str | None = None,
) -> Person:
    """Somebody more who speaks for an employer; a personal link brings them to the chat."""
    person = Person(created=work.now, name=name, full_name=name, formal=True)
    person.phone, person.email = phone, email
    work.tx.add(person)
    await work.tx.flush()
    work.tx.add(Contact(person_id=person.id or 0, employer_id=employer_id, role=role))
    subject = ("employer", employer_id)
    await events.log(work, "contact-added", actor=actor, about=person.id, subject=subject)
    return person


async def change_contact(
    work: Work,
    employer_id: int,
    person_id: int,
    *,
    name: str,
    actor: int,
    phone: str | None = None,
    email: str | None = None,
) -> Person:
    """Another name, number or address of who speaks for an employer."""
    person = await work.take(Person, person_id)
    if (person.name, person.phone, person.email) != (name, phone, email):
        person.name = person.full_name = name
        person.phone, person.email = phone, email
        subject = ("employer", employer_id)
        await events.log(work, "contact-changed", actor=actor, about=person_id, subject=subject)
    return person


async def replace_contact(
    work: Work, employer_id: int, leaver: int, successor: int, *, actor: int
) -> None:
    """Somebody left the company: a colleague there takes over all that was theirs.

    Who left sees nothing of the company from then on; who takes over is asked what is still open.
    RefusedError("changed") when one of them does not speak for this employer (any more).
    """
    if leaver == successor or not {leaver, successor} <= {*await contacts(work, employer_id)}:
        raise RefusedError("changed")
    theirs = (Vacancy.employer_id == employer_id) & (Vacancy.contact_id == leaver)
    rows = (await work.tx.exec(select(Vacancy).where(theirs))).all()
    for row in rows:
        row.contact_id = successor
    waiting = select(Match).where(
        col(Match.vacancy_id).in_([row.id for row in rows]), Match.state == "introduced"
    )
    for match in (await work.tx.exec(waiting)).all():
        await outbox.close_dialogs(work, ("meeting",), match.id or 0)
        outbox.open_dialog(work, successor, "meeting", match.id or 0)
    left = await work.get(Contact, leaver)
    heir = await work.get(Contact, successor)
    heir.role = left.role if left.role == "owner" else heir.role
    await work.tx.delete(left)
    subject = ("employer", employer_id)
    await events.log(work, "contact-left", actor=actor, about=leaver, subject=subject)
    body = outbox.line("contact-took-over", name=refs.name(leaver), n=len(rows))
    outbox.tell(work, successor, body, kind="promise")


async def set_ambassador(work: Work, employer_id: int, *, yes: bool, actor: int) -> Employer:
    """What the employer told us: may others who hesitate be sent to them (AMB-01, AMB-04)?"""
    employer = await work.take(Employer, employer_id)
    if employer.ambassador is not yes:
        employer.ambassador = yes
        kind = "ambassador-yes" if yes else "ambassador-no"
        await events.log(work, kind, actor=actor, subject=("employer", employer_id))
    return employer


async def reported_by(work: Work, employer_id: int) -> list[Vacancy]:
    """Everything this employer reported, newest first."""
    query = select(Vacancy).where(Vacancy.employer_id == employer_id)
    return list((await work.tx.exec(query.order_by(col(Vacancy.id).desc()))).all())


async def described(work: Work, employer: Employer) -> dict[str, Any]:
    """What an account manager needs to check whether an employer is real (verified)."""
    ids = await contacts(work, employer.id or 0)
    unknown = refs.text("dialog-unknown")
    return {
        "company": refs.words(employer.name),
        "kvk": refs.words(employer.kvk) if employer.kvk else unknown,
        "place": refs.place(employer.place) if employer.place else unknown,
        "contact": refs.name(ids[0]) if ids else unknown,
        "phone": refs.number_of(ids[0]) if ids else unknown,
    }
