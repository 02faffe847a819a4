"""Vandaag: everything that waits for a member of staff, what people ask first (CON-05)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import col, func, select

from services import employers, events, rights
from services.access import assisted
from services.console import (
    callbacks,
    changed,
    corrections,
    of_employers,
    of_people,
    placements,
    questions,
)
from services.console.waits import Waiting, by_urgency, called, my_employers, my_people
from services.help import urgent
from services.messages import parked
from services.rights import Viewer
from services.staff import colleagues
from services.store.models import Employer, Inbox, Jobseeker, Person, Vacancy
from services.texts import refs
from services.texts.refs import Ref
from services.unit_of_work import Work

TOGETHER = ("no-plan",)  # a row about people of several colleagues
FEW = 3  # of one kind and one colleague: more is one row for who oversees


async def today(work: Work, who: Viewer) -> list[Waiting]:
    """Everything that waits for this member of staff; what is late in the region for its head."""
    rows = await _urgent(work, who) + await callbacks.calls(work, who)
    rows += await _begun(work, who)
    if who.role == "regional_manager":
        return by_urgency(rows + await _late(work, who), work.now)
    if who.role in rights.COACHING:
        rows += await _coaching(work, who)
    if who.role in rights.EMPLOYER_SIDE:
        rows += await of_employers.to_check(work, who)
        rows += await of_employers.to_answer(work, who)
        rows += await of_employers.to_call(work, who)
        rows += await of_employers.to_look(work, who)
        rows += await of_employers.to_phone(work, who)
        rows += await of_employers.unreached(work, who)
        rows += await of_people.appointments(work, who, await my_employers(work, who))
    rows += await questions.of_others(work, who)
    if rights.may_administer(who):
        rows += await _parked(work)
        rows += await _invitations(work)
    return by_urgency(rows, work.now)


async def _coaching(work: Work, who: Viewer) -> list[Waiting]:
    rows = await questions.of_jobseekers(work, who)
    rows += await of_people.appointments(work, who, await my_people(work, who))
    for each in (
        *(corrections.to_answer, of_people.aftercare, of_people.tasks, of_people.proposals),
        *(changed.under_old_demands, of_people.without_coach, of_people.handing_over),
        *(of_people.plans_due, of_people.without_plan),
        *(of_people.unreached, of_people.unreachable, of_people.silent, of_people.forgotten),
    ):
        rows += await each(work, who)
    return rows


async def _late(work: Work, who: Viewer) -> list[Waiting]:
    """What waits too long anywhere in the region, and at whose desk."""
    rows = await questions.of_jobseekers(work, who) + await questions.of_others(work, who)
    rows += await of_people.appointments(work, who, await my_people(work, who))
    for each in (
        *(corrections.to_answer, of_people.aftercare, of_people.tasks, of_people.proposals),
        *(changed.under_old_demands, of_people.without_coach, of_people.without_plan),
        *(of_employers.to_check, of_employers.to_answer),
        *(of_employers.to_look, of_employers.to_phone),
        *(of_people.unreached, of_employers.unreached),
    ):
        rows += await each(work, who)
    late = [row for row in rows if row.look(work.now) == "late" and row.kind != "appointment"]
    return await _by_colleague(work, late)


async def _by_colleague(work: Work, late: Sequence[Waiting]) -> list[Waiting]:
    """A few stay as they are; more of one kind on one desk are one row about that desk."""
    names = await events.names(work, {row.whose for row in late if row.whose})
    groups: dict[tuple[str, int | None], list[Waiting]] = defaultdict(list)
    for row in late:
        groups[row.kind, row.whose].append(row)
    found = []
    for (kind, whose), rows in groups.items():
        oldest = min(rows, key=lambda row: row.since)
        if kind in TOGETHER:
            found += rows
            continue
        colleague = refs.words(names[whose]) if whose in names else refs.text("desk-nobody")
        for row in rows if len(rows) <= FEW else [oldest]:
            more = len(rows) - 1 if len(rows) > FEW else 0
            found.append(replace(row, args={**row.args, "colleague": colleague, "others": more}))
    return found


async def _begun(work: Work, who: Viewer) -> list[Waiting]:
    """Talks begun at this desk that were not finished: to go on with, also after a break."""
    return [
        Waiting("going-on", talk.touched, f"/console/gesprek/{person.id}", {"name": name})
        for talk, person in await assisted.unfinished(work, who)
        for name in (await _with_company(work, person),)
    ]


async def _with_company(work: Work, person: Person) -> Ref:
    """Somebody by name, and for whom they speak."""
    employer = await employers.of_person(work, person.id or 0)
    name = called(person)
    if employer is None:
        return name
    return refs.text("desk-name-of", name=name, company=refs.words(employer.name))


async def _urgent(work: Work, who: Viewer) -> list[Waiting]:
    """Somebody is in danger: before everything else, and without a name here."""
    return [
        Waiting("urgent", row.created, f"/console/dringend/{row.id}", due=row.created)
        for row in await urgent.waiting(work, who)
    ]


async def _parked(work: Work) -> list[Waiting]:
    """What could not be handled: one row, whatever the number."""
    query = select(Inbox).where(col(Inbox.parked).is_not(None)).order_by(col(Inbox.parked))
    oldest = (await work.tx.exec(query.limit(1))).first()
    if oldest is None or oldest.parked is None:
        return []
    args = {"n": (await parked.counts(work)).parked}
    return [Waiting("parked", oldest.parked, "/console/beheer", args, due=oldest.parked)]


async def _invitations(work: Work) -> list[Waiting]:
    return [
        Waiting(
            "invited",
            link.created,
            "/console/beheer",
            {"name": refs.words(str(link.facts.get("name") or "?"))},
            due=link.expires,
        )
        for link in await colleagues.invitations(work)
    ]


async def counts(work: Work, who: Viewer, waiting: int | None = None) -> dict[str, int]:
    """The numbers in the menu: only of what this member of staff may open.

    ``waiting`` is how much waits, where the page has found it already.
    """
    found = {"today": len(await today(work, who)) if waiting is None else waiting}
    if who.role in rights.COACHING or who.role == "regional_manager":
        mine = col(Jobseeker.coach_id).in_(who.stands_for)
        scope = mine if who.role in rights.COACHING else rights.jobseeker_scope(who)
        query = select(func.count()).select_from(Jobseeker).where(scope)
        found["people"] = (await work.tx.exec(query)).one()
    if who.role in rights.CASEWORK:
        query = select(func.count()).select_from(Vacancy).where(Vacancy.status == "open")
        found["vacancies"] = (await work.tx.exec(query)).one()
        query = select(func.count()).select_from(Employer)
        found["employers"] = (await work.tx.exec(query)).one()
        found["placements"] = await placements.count(work, who)
    return found
