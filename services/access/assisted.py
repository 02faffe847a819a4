"""Samen invullen: a colleague fills in with somebody, there or on the phone (at-a-desk).

A right of its own. It has a beginning and an end, is logged, and she is told by whom, where she is.
At the desk is what was said at that desk since, and nothing of her own conversation.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import col, select

from services import caseload, events, rights
from services.access import links
from services.messages import naming, outbox
from services.rights import Viewer
from services.store.models import Contact, Employer, Event, Jobseeker, Message, Person, Talk
from services.texts import refs
from services.unit_of_work import Work

BEGAN, ENDED = "together-began", "together-ended"
LASTS = timedelta(hours=4)  # a talk at a desk; longer is another talk
SHOWN = 60  # messages
GOES_ON = timedelta(days=30)  # a talk left longer ago is begun anew


async def begin(work: Work, person_id: int, actor: int) -> None:
    """From now on this colleague fills in; whoever did before no longer does."""
    await events.log(work, BEGAN, actor=actor, about=person_id)
    phone = work.region.front_door.phone
    body = outbox.line("together-told", name=refs.name(actor), phone=refs.words(phone))
    await links.tell_everywhere(work, person_id, body)


async def end(work: Work, person_id: int, actor: int) -> None:
    """Done: the page at the desk shows nothing of it any more."""
    if await current(work, person_id, actor) is not None:
        await events.log(work, ENDED, actor=actor, about=person_id)


async def current(work: Work, person_id: int, actor: int) -> Event | None:
    """The talk this colleague has with somebody now; one desk at a time."""
    query = (
        select(Event)
        .where(Event.person_id == person_id, col(Event.kind).in_((BEGAN, ENDED)))
        .where(col(Event.at) > work.now - LASTS)
        .order_by(col(Event.id).desc())
        .limit(1)
    )
    last = (await work.tx.exec(query)).first()
    mine = last is not None and last.kind == BEGAN and last.actor_id == actor
    return last if mine else None


async def unfinished(work: Work, who: Viewer) -> Sequence[tuple[Talk, Person]]:
    """Talks this colleague began at a desk and that were left before the end, newest first."""
    query = (
        select(Talk, Person, Event, Jobseeker)
        .join(Person, col(Person.id) == col(Talk.person_id))
        .join(Event, col(Event.person_id) == col(Talk.person_id))
        .outerjoin(Jobseeker, col(Jobseeker.person_id) == col(Talk.person_id))
        .where(Event.kind == BEGAN, Event.actor_id == who.person_id)
        .where(col(Event.at) > work.now - GOES_ON, col(Talk.touched) >= col(Event.at))
        .where(col(Talk.finished).is_(None), col(Person.erased).is_(None))
        .order_by(col(Talk.touched).desc())
    )
    found = {
        person.id: (talk, person)
        for talk, person, event, row in reversed((await work.tx.exec(query)).all())
        if talk.touched < event.at + LASTS and await _may_still(work, who, person, row)
    }
    return list(reversed(found.values()))


async def _may_still(work: Work, who: Viewer, person: Person, row: Jobseeker | None) -> bool:
    contact = await work.tx.get(Contact, person.id)
    if contact is not None and who.role not in rights.COACHING:
        return rights.may_manage_employer(who, await work.get(Employer, contact.employer_id))
    return row is None or rights.may_fill_in_together(who, row)


async def said(work: Work, talk: Event, after: int = 0) -> list[Message]:
    """What was said at this desk since the talk began, in order."""
    query = (
        select(Message)
        .where(Message.person_id == talk.person_id, Message.channel == outbox.DESK)
        .where(col(Message.created) >= talk.at, col(Message.id) > after)
        .where(Message.outcome != "replaced")
        .order_by(col(Message.id).desc())
        .limit(SHOWN)
    )
    found = list(reversed((await work.tx.exec(query)).all()))
    await naming.read(work, found)
    return found


async def for_employer(work: Work, person_id: int, helper: int) -> bool:
    """Does this colleague help somebody of an employer they look after, and not a jobseeker?"""
    viewer = await caseload.viewer_of(work, helper)
    contact = await work.tx.get(Contact, person_id)
    if viewer is None or contact is None:
        return False
    return rights.may_manage_employer(viewer, await work.get(Employer, contact.employer_id))


async def may_read_dossier(work: Work, person_id: int, helper: int) -> bool:
    """May the colleague at this desk read what is for the coach alone?"""
    viewer = await caseload.viewer_of(work, helper)
    row = await work.tx.get(Jobseeker, person_id)
    return viewer is not None and row is not None and rights.may_see_dossier(viewer, row)
