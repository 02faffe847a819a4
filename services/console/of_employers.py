"""Vandaag of who looks after employers: who is to be checked, and who waits for an answer."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from sqlmodel import col, select

from services import agreed, vacancies
from services.clock import AMSTERDAM
from services.console import employer_list
from services.console.of_people import waits_to_be_reached
from services.console.waits import MOST, Waiting, called, my_employers
from services.followup import reach
from services.rights import Viewer
from services.store.models import Contact, Employer, Person, Vacancy
from services.texts import refs
from services.texts.refs import Ref
from services.unit_of_work import Work
from services.vacancies.lifecycle import LOOK

CHECK = timedelta(days=2)
LOOKED_AT = timedelta(days=1)
CALL = timedelta(days=1)


async def to_check(work: Work, who: Viewer) -> list[Waiting]:
    """New employers, who see nobody until somebody checked them (verified)."""
    query = (
        select(Employer)
        .where(col(Employer.verified).is_(None), await my_employers(work, who))
        .order_by(col(Employer.created))
        .limit(MOST)
    )
    return [
        Waiting(
            "employer",
            row.created,
            f"/console/werkgevers/{row.id}",
            {"company": refs.words(row.name)},
            due=row.created + CHECK,
            whose=row.account_manager_id,
        )
        for row in (await work.tx.exec(query)).all()
    ]


async def to_answer(work: Work, who: Viewer) -> list[Waiting]:
    """The 72-hour answer (VAC-06, 72-hours)."""
    query = (
        select(Vacancy, Employer)
        .join(Employer, col(Employer.id) == col(Vacancy.employer_id))
        .where(Vacancy.status == "open", await my_employers(work, who))
        .order_by(col(Vacancy.reported))
        .limit(MOST)
    )
    return [
        Waiting(
            "answer",
            row.reported,
            f"/console/vacatures/{row.id}",
            {"title": refs.words(row.title), "company": refs.words(employer.name)},
            due=vacancies.due(row),
            whose=employer.account_manager_id,
        )
        for row, employer in (await work.tx.exec(query)).all()
        if not row.answer.get("sent")
    ]


async def to_call(work: Work, who: Viewer) -> list[Waiting]:
    """Employers one planned to be in touch with by today."""
    return [
        Waiting(
            "call-employer",
            each.last.at if each.last else each.row.created,
            f"/console/werkgevers/{each.row.id}#notities",
            {"company": refs.words(each.row.name)},
            due=datetime.combine(each.next[0], time(17), AMSTERDAM),
            whose=each.row.account_manager_id,
        )
        for each in await employer_list.planned(work, who)
        if each.next
    ]


async def to_look(work: Work, who: Viewer) -> list[Waiting]:
    """Vacancies that nobody sees before a colleague looked at what stands in them.

    One that waits too long is on the desk of the lead as well.
    """
    mine = await my_employers(work, who)
    if who.lead:
        late = (col(Employer.team) == who.team) & (col(Vacancy.updated) <= work.now - LOOKED_AT)
        mine = mine | late
    query = (
        select(Vacancy, Employer)
        .join(Employer, col(Employer.id) == col(Vacancy.employer_id))
        .where(Vacancy.status == LOOK, mine)
        .order_by(col(Vacancy.updated))
        .limit(MOST)
    )
    return [
        Waiting(
            "look",
            row.updated,
            f"/console/vacatures/{row.id}#kijken",
            {"title": refs.words(row.title), "company": refs.words(employer.name)},
            due=row.updated + LOOKED_AT,
            whose=employer.account_manager_id,
        )
        for row, employer in (await work.tx.exec(query)).all()
    ]


async def to_phone(work: Work, who: Viewer) -> list[Waiting]:
    """Employers who want to be called, about what they would otherwise have been written."""
    query = (
        select(Vacancy, Employer)
        .join(Employer, col(Employer.id) == col(Vacancy.employer_id))
        .where(await my_employers(work, who))
    )
    rows = {row.id or 0: (row, employer) for row, employer in (await work.tx.exec(query)).all()}
    phone = [key for key, (row, _) in rows.items() if agreed.by_phone(row)]
    return [
        Waiting(
            "call",
            since,
            f"/console/vacatures/{key}",
            {
                "title": refs.words(rows[key][0].title),
                "company": refs.words(rows[key][1].name),
                "about": _about(text),
            },
            due=since + CALL,
            whose=rows[key][1].account_manager_id,
        )
        for key, (since, text) in (await agreed.to_call(work, phone)).items()
    ]


async def unreached(work: Work, who: Viewer) -> list[Waiting]:
    """Who speaks for an employer and fetched nothing of what was said on the web."""
    mine = await my_employers(work, who)
    theirs = (
        select(Contact.person_id)
        .join(Employer, col(Employer.id) == col(Contact.employer_id))
        .where(mine)
    )
    found = {each.person_id: each for each in await reach.out_of_reach(work, work.now, theirs)}
    query = (
        select(Person, Employer)
        .join(Contact, col(Contact.person_id) == col(Person.id))
        .join(Employer, col(Employer.id) == col(Contact.employer_id))
        .where(mine, col(Person.id).in_(list(found)[:MOST]))
    )
    rows = (await work.tx.exec(query)).all() if found else []
    return [
        waits_to_be_reached(
            "unreached-employer",
            found[person.id or 0],
            f"/console/werkgevers/{employer.id}#contact",
            {"name": called(person), "company": refs.words(employer.name)},
            employer.account_manager_id,
        )
        for person, employer in rows
    ]


def _about(text: str) -> Ref:
    """What an employer is called about, after the text they would have been written."""
    topic = re.sub(r"-\d+$", "", text.split("|", maxsplit=1)[0])
    return refs.text(f"desk-call-about.{topic}|desk-call-about.other")
