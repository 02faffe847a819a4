"""Who and what a message is about: kept as a reference, put in words when it is shown.

A message of somebody holds no name, number or words of anybody else. It holds refs.name,
refs.full_name, refs.number_of or refs.kept (services/texts/refs.py), which are read when the
message is shown or sent. Of somebody who was erased, or of words that are kept no longer, it then
says so in a neutral word (services/texts/render.py), in every chat at once. To a colleague nobody
is named in full in a chat (services/messages/in_brief.py).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import SQLModel, col, select

from services.messages import in_brief
from services.store.models import (
    CheckIn,
    Match,
    Meeting,
    Message,
    Person,
    Placement,
    Plan,
    PlanStep,
    Remark,
    Staff,
    Vacancy,
)
from services.texts import refs, render
from services.texts.refs import Ref, Stored
from services.unit_of_work import Work

# What a reference may say of a person.
SAYS: Mapping[str, Callable[[Person], Ref]] = {
    "name": lambda person: refs.words(person.name or "?"),
    "full-name": lambda person: refs.words(person.full_name or person.name or "?"),
    "number-of": lambda person: (
        refs.phone(person.phone) if person.phone else refs.text("contact-no-number")
    ),
}
# The same to a colleague in a chat.
SAYS_IN_BRIEF: Mapping[str, Callable[[Person], Ref]] = {
    **dict.fromkeys(("name", "full-name"), lambda person: refs.words(in_brief.name(person))),
    "number-of": lambda person: in_brief.NUMBER,
}
# Words that stand in a row of their own: the table, the column it is found by, and theirs.
KEPT: Mapping[str, tuple[type[SQLModel], Any, str]] = {
    "remark": (Remark, Remark.event_id, "words"),
    "check-in": (CheckIn, CheckIn.id, "words"),
    "meeting": (Meeting, Meeting.id, "words"),
    "meeting-place": (Meeting, Meeting.id, "place"),
    "plan-goal": (Plan, Plan.id, "goal"),
    "plan-step": (PlanStep, PlanStep.id, "words"),
}
# Whom such words are likely to name: the row, and people who have to do with it.
BEHIND: Mapping[str, Any] = {
    "remark": select(Remark.event_id, Remark.person_id),
    "check-in": select(CheckIn.id, CheckIn.person_id, Placement.jobseeker_id).join(
        Placement, col(Placement.id) == col(CheckIn.placement_id)
    ),
    **dict.fromkeys(
        ("meeting", "meeting-place"),
        select(Meeting.id, Match.jobseeker_id, Vacancy.contact_id)
        .join(Match, col(Match.id) == col(Meeting.match_id))
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id)),
    ),
    "plan-goal": select(Plan.id, Plan.person_id),
    "plan-step": select(PlanStep.id, Plan.person_id).join(
        Plan, col(Plan.id) == col(PlanStep.plan_id)
    ),
}
SHARED = ("meeting", "meeting-place")  # of both sides: each takes it along in a copy
Found = dict[tuple[Any, ...], Any]


def people_in(value: Any) -> set[int]:
    """The people whose names or numbers a body refers to."""
    return {ref[1] for ref in _refs(value) if ref[0] in SAYS}


def about_whom(person_id: int, body: Mapping[str, Any]) -> int | None:
    """The one other person a message is about; None when there is none, or several."""
    others = people_in(body) - {person_id}
    return others.pop() if len(others) == 1 else None


async def in_words(
    work: Work, value: Any, said: datetime | None = None, reader: int | None = None
) -> Any:
    """The same with every reference that can be read put into words; nothing in it is changed.

    `said` is when: who came back as somebody new after that is not whom it was about. `reader` is
    who gets it in a chat: a colleague reads there of everybody else in brief. Without one it stands
    in the console or on a page of its own, in full.
    """
    those = list(_refs(value))
    if not those:
        return value
    return _put(value, _say(those, await _rows(work, those, [reader]), said, reader))


async def read(work: Work, messages: Sequence[Message]) -> None:
    """Put messages into words for showing them; the rows in the database stay as they are."""
    those = [(message, list(_refs(message.body))) for message in messages]
    those = [each for each in those if each[1]]
    if not those:
        return
    readers = {message.person_id for message, _ in those}
    known = await _rows(work, [ref for _, found in those for ref in found], readers)
    for message, found in those:
        words = _say(found, known, message.created, message.person_id)
        set_committed_value(message, "body", _put(message.body, words))


def for_copy(person_id: int, body: Any) -> Any:
    """A body as its reader may take it along: of others nothing but that there was something."""
    gone = {
        tuple(ref): refs.text(render.GONE[ref[0]])
        for ref in _refs(body)
        if (ref[1] not in SHARED if ref[0] == "kept" else ref[1] != person_id)
    }
    return _put(body, gone)


def _refs(value: Any) -> Iterator[Stored]:
    """Every reference in a body to somebody or to somebody's words."""
    if isinstance(value, list | tuple):
        if value and isinstance(value[0], str) and (value[0] in SAYS or value[0] == "kept"):
            yield value
            return
        for each in value:
            yield from _refs(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _refs(each)


def _put(value: Any, words: Found) -> Any:
    if isinstance(value, list | tuple):
        if value and isinstance(value[0], str) and (value[0] in SAYS or value[0] == "kept"):
            return words.get(tuple(value), value)
        return [_put(each, words) for each in value]
    if isinstance(value, dict):
        return {key: _put(each, words) for key, each in value.items()}
    return value


async def _rows(work: Work, those: Sequence[Stored], readers: Collection[int | None]) -> Found:
    """The rows behind references, and which readers work here: one question a table."""
    found: Found = {}
    people = {ref[1] for ref in those if ref[0] in SAYS} | {each for each in readers if each}
    await _known(work, people, found)
    brief = any(found.get(("works here", each)) for each in readers)
    for what, (table, key, column) in KEPT.items():
        ids = {ref[2] for ref in those if ref[0] == "kept" and ref[1] == what}
        if ids:
            kept_ = select(key, getattr(table, column)).where(col(key).in_(ids))
            found |= {(what, row): words for row, words in (await work.tx.exec(kept_)).all()}
        if ids and brief:
            behind = (await work.tx.exec(BEHIND[what].where(col(key).in_(ids)))).all()
            found |= {("behind", what, row): people for row, *people in behind}
            await _known(work, {each for _, *people in behind for each in people}, found)
    return found


async def _known(work: Work, people: Collection[int], found: Found) -> None:
    """Read these people, and which of them work here."""
    unread = {each for each in people if each and ("person", each) not in found}
    if unread:
        query = (
            select(Person, Staff.person_id)
            .outerjoin(Staff, col(Staff.person_id) == col(Person.id))
            .where(col(Person.id).in_(unread))
        )
        for row, staff in (await work.tx.exec(query)).all():
            found |= {("person", row.id): row, ("works here", row.id): staff is not None}


def _say(those: Sequence[Stored], known: Found, said: datetime | None, reader: int | None) -> Found:
    """Those references that still say something, in words."""
    brief = known.get(("works here", reader), False)
    named = {ref[1] for ref in those if ref[0] in SAYS}
    named |= {each for ref in those for each in known.get(("behind", *ref[1:]), ()) if each}
    named -= {reader or 0}
    others = [known[("person", each)] for each in sorted(named) if ("person", each) in known]
    words: Found = {}
    for ref in those:
        if ref[0] == "kept":
            text = known.get((ref[1], ref[2]))
            if text:
                words[tuple(ref)] = refs.words(in_brief.words(text, others) if brief else text)
            continue
        person = known.get(("person", ref[1]))
        if person is None or person.erased is not None or (said and person.created > said):
            continue
        how = SAYS_IN_BRIEF if brief and ref[1] != reader else SAYS
        words[tuple(ref)] = how[ref[0]](person)
    return words
