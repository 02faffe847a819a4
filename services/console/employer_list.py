"""The list of employers: who looks after each, when somebody last spoke with them, what is next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import col, func, select

from services import events, rights, texts
from services.clock import local_date
from services.rights import Viewer
from services.store.models import Contact, Employer, Event, Person, Vacancy
from services.unit_of_work import Work
from services.vacancies import due

HOW = ("note", "call", "visit")  # what a colleague writes down about an employer


@dataclass(frozen=True)
class Touch:
    """The last time somebody was in touch: when, by which colleague ("" for the employer), how."""

    at: datetime
    by: str = ""
    how: str = "said"
    actor: int | None = None


@dataclass(frozen=True)
class EmployerRow:
    """An employer in the list."""

    row: Employer
    manager: str
    mine: bool
    open: int  # vacancies
    last: Touch | None
    next: tuple[date, str] | None  # the next deed and what it is, a code
    visits: int
    twins: Sequence[Employer] = ()  # others with the same number at the KvK
    owners: Sequence[str] = ()  # who looks after this one and its twins, where that is not one


FILTERS: Mapping[str, Callable[[EmployerRow, date], bool]] = {
    "all": lambda each, today: True,
    "mine": lambda each, today: each.mine,
    "due": lambda each, today: each.next is not None and each.next[0] <= today,
    "never": lambda each, today: each.last is None,
    "unverified": lambda each, today: each.row.verified is None,
    "nobodys": lambda each, today: each.row.account_manager_id is None,
    "double": lambda each, today: bool(each.twins),
}


async def employers(
    work: Work, who: Viewer, *, search: str = "", only: str = "all"
) -> list[EmployerRow]:
    """Every employer of the region for who does casework: what is to be done first stands above."""
    if who.role not in rights.CASEWORK:
        raise LookupError("not yours")
    query = select(Employer).order_by(col(Employer.name), col(Employer.id))
    found = (await work.tx.exec(query)).all()
    known = await _known(work, found)
    rows = [_row(each, who, known) for each in found if _like(each, search)]
    test = FILTERS.get(only, FILTERS["all"])
    rows = [each for each in rows if test(each, work.today)]
    return sorted(rows, key=lambda each: (each.next is None, each.next or (), each.row.name))


def _like(row: Employer, search: str) -> bool:
    """Typed words are parts of the name, or the number at the KvK."""
    name = texts.plain(row.name)
    return all(typed in name or typed == row.kvk for typed in texts.plain(search).split())


@dataclass
class Known:
    """What was read at once about all of them, by employer."""

    names: Mapping[int, str]
    vacancies: Mapping[int, list[Vacancy]]
    notes: Mapping[int, list[Event]]
    heard: Mapping[int, datetime]
    by_kvk: dict[str, list[Employer]] = field(default_factory=lambda: defaultdict(list))


async def _known(work: Work, found: Sequence[Employer]) -> Known:
    vacancies: dict[int, list[Vacancy]] = defaultdict(list)
    for row in (await work.tx.exec(select(Vacancy).where(Vacancy.status == "open"))).all():
        vacancies[row.employer_id].append(row)
    notes: dict[int, list[Event]] = defaultdict(list)
    written = select(Event).where(Event.subject == "employer", Event.kind == "note")
    for event in (await work.tx.exec(written.order_by(col(Event.id)))).all():
        notes[event.subject_id or 0].append(event)
    query = (
        select(Contact.employer_id, func.max(col(Person.seen)))
        .join(Person, col(Person.id) == col(Contact.person_id))
        .where(col(Person.seen).is_not(None))
        .group_by(col(Contact.employer_id))
    )
    heard: dict[int, Any] = dict((await work.tx.exec(query)).all())
    staff = {each.account_manager_id for each in found} | {
        event.actor_id for rows in notes.values() for event in rows
    }
    names = await events.names(work, {each for each in staff if each})
    known = Known(names, vacancies, notes, heard)
    for each in found:
        if each.kvk:
            known.by_kvk[each.kvk].append(each)
    return known


def _row(row: Employer, who: Viewer, known: Known) -> EmployerRow:
    number = row.id or 0
    same = known.by_kvk.get(row.kvk, [row])
    owners = {each.account_manager_id for each in same}
    notes = known.notes.get(number, [])
    return EmployerRow(
        row,
        known.names.get(row.account_manager_id or 0, ""),
        row.account_manager_id in who.stands_for,
        len(known.vacancies.get(number, ())),
        _last(same, known),
        _next(row, known),
        sum(event.codes.get("how") == "visit" for event in notes),
        [each for each in same if each.id != row.id],
        [known.names.get(each or 0, "") for each in owners] if len(owners) > 1 else (),
    )


def _last(same: Sequence[Employer], known: Known) -> Touch | None:
    """Whoever spoke last with this company, also under its other registration."""
    found = []
    for each in same:
        number = each.id or 0
        found += [
            Touch(
                e.at, known.names.get(e.actor_id or 0, ""), e.codes.get("how", "note"), e.actor_id
            )
            for e in known.notes.get(number, [])[-1:]
        ]
        found += [Touch(known.heard[number])] if number in known.heard else []
    return max(found, key=lambda touch: touch.at, default=None)


def _next(row: Employer, known: Known) -> tuple[date, str] | None:
    """What is to be done first: check, answer, what a colleague planned, or a vacancy that ends."""
    number, found = row.id or 0, []
    if row.verified is None:
        found.append((local_date(row.created), "check"))
    for vacancy in known.vacancies.get(number, ()):
        if not vacancy.answer.get("sent"):
            found.append((local_date(due(vacancy)), "answer"))
        elif vacancy.expires:
            found.append((vacancy.expires, "expires"))
    notes = known.notes.get(number, ())
    if notes and notes[-1].codes.get("next"):
        found.append((date.fromisoformat(notes[-1].codes["next"]), "contact"))
    return min(found, default=None)


async def one(work: Work, who: Viewer, employer_id: int) -> EmployerRow:
    """The same of one employer, for its page."""
    row = await work.get(Employer, employer_id)
    query = select(Employer).where(Employer.kvk == row.kvk) if row.kvk else None
    same = (await work.tx.exec(query)).all() if query is not None else [row]
    return _row(row, who, await _known(work, same))


async def planned(work: Work, who: Viewer) -> list[EmployerRow]:
    """Own employers whom a colleague planned to call or visit by today."""
    rows = await employers(work, who, only="due")
    return [each for each in rows if each.mine and each.next and each.next[1] == "contact"]
