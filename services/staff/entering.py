"""Employers as a colleague enters and changes them, for somebody on the phone (VAC)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from services import employers, events, rights, texts
from services.messages import message, outbox
from services.staff import handover
from services.store.models import Contact, Employer, Person, Staff
from services.texts import refs
from services.unit_of_work import Work


@dataclass(frozen=True)
class Company:
    """What is told of an employer: the name, eight digits or "", and a place or ""."""

    name: str
    kvk: str = ""
    place: str = ""


async def known(work: Work, company: Company) -> Sequence[Employer]:
    """Employers that are there already: of the same number at the KvK, or of the same name."""
    rows = (await work.tx.exec(select(Employer).order_by(col(Employer.created)))).all()
    name = texts.plain(company.name)
    return [
        row
        for row in rows
        if (company.kvk and row.kvk == company.kvk) or texts.plain(row.name) == name
    ]


async def managers(work: Work) -> Sequence[Person]:
    """Who may look after an employer: the account managers, by name."""
    query = (
        select(Person)
        .join(Staff, col(Staff.person_id) == col(Person.id))
        .where(col(Staff.role).in_(list(rights.EMPLOYER_SIDE)), col(Staff.active).is_(True))
    )
    found = (await work.tx.exec(query)).all()
    return sorted(found, key=lambda each: texts.plain(each.name or ""))


async def enter(
    work: Work, company: Company, contact: Person, *, manager: int, by: int
) -> Employer:
    """Store a new employer with who speaks for it; a company that is known keeps its one owner."""
    twins = [row for row in await known(work, company) if company.kvk and row.kvk == company.kvk]
    owned = [row for row in twins if await _works_here(work, row.account_manager_id)]
    row = Employer(name=company.name, kvk=company.kvk, place=company.place, created=work.now)
    row.team = work.region.team_for(kind="employers", gemeente=row.place).code
    row.account_manager_id = owned[0].account_manager_id if owned else manager
    row.team = owned[0].team if owned else row.team
    work.tx.add_all([row, contact])
    await work.tx.flush()
    work.tx.add(Contact(person_id=contact.id or 0, employer_id=row.id or 0))
    await events.log(work, "employer-saved", actor=by, subject=("employer", row.id or 0))
    await _tell(work, row, by)
    return row


async def _works_here(work: Work, person_id: int | None) -> bool:
    """Also who is away for a while stays the owner."""
    staff = await work.tx.get(Staff, person_id) if person_id else None
    return staff is not None and staff.active


async def change(
    work: Work, employer_id: int, company: Company, *, manager: int | None, by: int
) -> Employer:
    """Another name, number, place or account manager; everybody concerned hears it."""
    row = await work.take(Employer, employer_id)
    if (row.name, row.kvk, row.place) != (company.name, company.kvk, company.place):
        row.name, row.kvk, row.place = company.name, company.kvk, company.place
        await events.log(work, "employer-changed", actor=by, subject=("employer", employer_id))
        await _tell(work, row, by)
    if manager is not None and manager != row.account_manager_id:
        await handover.give_employer(work, row, manager, actor=by)
    return row


async def _tell(work: Work, employer: Employer, by: int) -> None:
    """Whoever speaks for an employer reads what was entered for it."""
    unknown = refs.text("dialog-unknown")
    args = {
        "name": refs.name(by),
        "company": refs.words(employer.name),
        "kvk": refs.words(employer.kvk) if employer.kvk else unknown,
        "place": refs.place(employer.place) if employer.place else unknown,
    }
    body = outbox.line("entered-company", **args)
    body = body.with_buttons(message.opens("ask", refs.text("command.coach")))
    await work.tx.flush()
    for contact_id in await employers.contacts(work, employer.id or 0):
        outbox.tell(work, contact_id, body, kind="promise")
