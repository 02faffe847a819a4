"""Erasing somebody (AVG 17): what is about them goes, wherever it stands.

Names, numbers and words of theirs stand in messages of others as references, which say nothing any
more once these rows are gone (services/messages/naming.py). What waits to be said about them is
not said, and what colleagues and employers said of them is emptied. Plain words of others that name
them are looked for (elsewhere.py).
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from sqlalchemy import delete, or_, update
from sqlmodel import SQLModel, col, select

from services import events, matches
from services.messages import outbox, subjects
from services.privacy import about_matches, elsewhere
from services.store.models import (
    Address,
    Contact,
    Document,
    Dossier,
    Event,
    Inbox,
    Jobseeker,
    Link,
    Look,
    Match,
    Message,
    Nudge,
    Person,
    Remark,
    Request,
    SavedView,
    Survey,
    Talk,
    Urgent,
    Vacancy,
    Visit,
)
from services.texts import refs
from services.unit_of_work import Work

Subjects = Mapping[str, set[int]]
EMPTIED = {"lines": [["said", {"words": refs.text("gone-words")}]], "rows": []}


async def erase(work: Work, person: Person) -> None:
    """Remove somebody: rows go, the log keeps what happened under a number nobody knows.

    What is open ends first, so that employers and coaches are not left waiting. The person row
    stays, empty, because others' rows point to it.
    """
    person_id, nobody = person.id or 0, -secrets.randbelow(2**31 - 2) - 1
    about = await subjects.of_person(work, person_id)
    sought = await elsewhere.sought(work, person)
    await outbox.stop(work, person_id)
    await _from_others(work, person, about)
    rows = await work.tx.exec(select(Match).where(Match.jobseeker_id == person_id))
    await matches.withdraw_all(work, rows.all(), "erased")
    off = await about_matches.erase(work, person_id, nobody)
    await events.log(work, "erased", actor=person_id, about=person_id)
    await work.tx.flush()
    await _log_of_nobody(work, person_id, nobody, about)
    for table, column in _OWN:
        await work.tx.exec(delete(table).where(col(column) == person_id))
    waiting = (col(Inbox.person_id) == person_id) & (Inbox.kind != "reply")
    await work.tx.exec(delete(Inbox).where(waiting | _parked(person_id)))
    await elsewhere.blank(work, sought)
    person.name = person.full_name = person.phone = person.email = None
    person.source, person.erased = "", work.now
    for body in off:  # until they are forgotten they can still be reached
        outbox.tell(work, person_id, body, kind="promise")
    work.tx.scrub = True


async def _log_of_nobody(work: Work, person_id: int, nobody: int, about: Subjects) -> None:
    """The log keeps what happened, of nobody, and points to nothing that was theirs."""
    for name in ("person_id", "actor_id"):
        column = getattr(Event, name)
        await work.tx.exec(update(Event).where(column == person_id).values({name: nobody}))
    for kind in (subjects.MATCH, subjects.MEETING, subjects.PLAN):
        await work.tx.exec(
            update(Event)
            .where(col(Event.subject) == kind, col(Event.subject_id).in_(about[kind]))
            .values(subject_id=nobody)
        )


async def _from_others(work: Work, person: Person, about: Subjects) -> None:
    """What stands with other people: dialogs, reminders, what they said, and what they look for."""
    person_id = person.id or 0
    await work.tx.exec(
        update(Message)
        .where(
            col(Message.about) == person_id,
            col(Message.person_id) != person_id,
            col(Message.ours).is_(False),
        )
        .values(body=EMPTIED)
    )
    for kind, ids in about.items():
        await work.tx.exec(
            delete(Talk).where(
                col(Talk.dialog).in_(subjects.named(subjects.DIALOGS, kind)),
                col(Talk.about).in_(ids),
                col(Talk.person_id) != person_id,
            )
        )
        await work.tx.exec(
            delete(Nudge).where(
                col(Nudge.name).in_(subjects.named(subjects.RULES, kind)),
                col(Nudge.subject_id).in_(ids),
            )
        )
    await _opened(work, about)
    await work.tx.exec(
        update(Survey).where(col(Survey.id).in_(about[subjects.SURVEY])).values(words=None)
    )
    await work.tx.exec(  # what an employer's contact pasted names that contact
        update(Vacancy)
        .where(col(Vacancy.contact_id) == person_id)
        .values(advert=None, evidence=None, doubts=None)
    )
    await _looked_for(work, person)


async def _opened(work: Work, about: Subjects) -> None:
    """Dialogs that were still to be begun with somebody."""
    query = select(Inbox).where(Inbox.kind == "open", col(Inbox.done).is_(None))
    for row in (await work.tx.exec(query)).all():
        given = row.payload or {}
        kind = subjects.DIALOGS.get(str(given.get("dialog")), "")
        if given.get("about") in about.get(kind, set()):
            await work.tx.delete(row)


async def _looked_for(work: Work, person: Person) -> None:
    """Lists that a colleague kept by searching for this name."""
    names = [each.casefold() for each in (person.name, person.full_name) if each]
    for row in (await work.tx.exec(select(SavedView))).all():
        sought = [value.casefold() for _, value in parse_qsl(row.query)] + [row.name.casefold()]
        if any(name in each for name in names for each in sought):
            await work.tx.delete(row)


def _parked(person_id: int) -> Any:
    return (col(Inbox.person_id) == person_id) & col(Inbox.parked).is_not(None)


_OWN: tuple[tuple[type[SQLModel], Any], ...] = (
    (Remark, Remark.person_id),
    (Urgent, Urgent.person_id),
    (Request, Request.person_id),
    (Match, Match.jobseeker_id),
    (Document, Document.person_id),
    (Dossier, Dossier.person_id),
    (Jobseeker, Jobseeker.person_id),
    (Contact, Contact.person_id),
    (Talk, Talk.person_id),
    (Message, Message.person_id),
    (Link, Link.person_id),
    (Look, Look.person_id),
)


async def forget(work: Work, person_id: int) -> None:
    """The last step, a minute after the farewell was sent: how they could be reached goes too.

    Who came back meanwhile is somebody new, of whom nothing goes.
    """
    person = await work.get(Person, person_id)
    back = person.erased is None
    done = or_(col(Inbox.done).is_not(None), col(Inbox.parked).is_not(None))
    for table, column, when in (
        (Inbox, Inbox.person_id, col(Inbox.created)),
        (Message, Message.person_id, col(Message.created)),
        (Visit, Visit.person_id, col(Visit.created)),
    ):
        condition = col(column) == person_id
        if table is Inbox:
            condition &= done
        if back:
            condition &= when < person.created
        await work.tx.exec(delete(table).where(condition))
    if not back:
        await work.tx.exec(delete(Address).where(col(Address.person_id) == person_id))
    work.tx.scrub = True
