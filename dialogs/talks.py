"""Talks in the database: which one is current, its state, and the world its questions see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import bindparam, or_, tuple_
from sqlmodel import SQLModel, col, select

from dialogs import atdesk, employer
from dialogs.lookups import Known
from dialogs.model import TICKED, Form
from dialogs.presenting import State, asked
from dialogs.registry import FORMS
from services import employers, vacancies
from services.messages import message, subjects
from services.store.db import Session
from services.store.models import Contact, Inbox, Jobseeker, Message, Person, Staff, Talk
from services.texts import refs
from services.unit_of_work import Work

EARLIER = 4  # vacancies offered to start from
OPEN = "open talks"  # in the session's info: person -> their open talks, once read ahead


_IDS: Any = bindparam("ids", expanding=True)
_ABOUT: tuple[type[SQLModel], ...] = (Person, Jobseeker, Staff, Contact)
_OF_PEOPLE: Any = (  # built once
    select(Person, Jobseeker, Staff, Contact)
    .outerjoin(Jobseeker, col(Jobseeker.person_id) == Person.id)
    .outerjoin(Staff, col(Staff.person_id) == Person.id)
    .outerjoin(Contact, col(Contact.person_id) == Person.id)
    .where(col(Person.id).in_(_IDS))
)
_TALKS: Any = select(Talk).where(
    col(Talk.person_id).in_(_IDS),
    or_(
        tuple_(col(Talk.person_id), col(Talk.dialog), col(Talk.about)).in_(
            bindparam("keys", expanding=True)
        ),
        col(Talk.finished).is_(None),
    ),
)


async def read_ahead(tx: Session, rows: Sequence[Inbox]) -> None:
    """Read at once what the handlers of these rows would look for one by one."""
    people = [row.person_id for row in rows if row.person_id is not None]
    if not people:
        return
    keys = [key for row in rows for key in _talks_of(row)]
    found = (await tx.exec(_TALKS, params={"keys": keys, "ids": people})).all()
    tx.read_ahead(Talk, found, keys)
    opened: dict[int, list[Talk]] = {person_id: [] for person_id in people}
    for talk in found:
        opened[talk.person_id].append(talk)
    tx.info[OPEN] = opened
    known = (await tx.exec(_OF_PEOPLE, params={"ids": people})).all()
    for place, table in enumerate(_ABOUT):
        tx.read_ahead(table, [each[place] for each in known if each[place] is not None], people)


def _talks_of(row: Inbox) -> list[tuple[int, str, int]]:
    """The talks a row may be about: the one it opens or its button names, else the first of all."""
    payload, person_id = row.payload or {}, row.person_id or 0
    if row.kind == "open":
        return [(person_id, str(payload.get("dialog")), int(payload.get("about") or 0))]
    pressed = message.pressed(str(payload.get("press", "")))
    return [(person_id, pressed[0], pressed[1])] if pressed else [(person_id, "welcome", 0)]


async def current(work: Work, person_id: int) -> Talk | None:
    """The newest talk that is not finished; at a desk, of those that are gone on with there."""
    known, here = work.tx.info.get(OPEN, {}).get(person_id), None
    if atdesk.is_at_desk(work, person_id):
        here = await atdesk.dialogs_here(work, person_id)
        known = known and [talk for talk in known if talk.dialog in here]
    talk = await _newest(work, person_id, here) if known is None else _newest_of(work, known)
    if talk is not None and talk.dialog not in FORMS:  # a dialog of an earlier release
        talk.finished = work.now
        return await current(work, person_id)
    return talk


def _newest_of(work: Work, known: Sequence[Talk]) -> Talk | None:
    still = [talk for talk in known if talk.finished is None and talk in work.tx]
    return max(still, key=lambda talk: (talk.touched, talk.started), default=None)


async def _newest(work: Work, person_id: int, here: frozenset[str] | None) -> Talk | None:
    query = (
        select(Talk)
        .where(Talk.person_id == person_id, col(Talk.finished).is_(None))
        .order_by(col(Talk.touched).desc(), col(Talk.started).desc())
        .limit(1)
    )
    query = query if here is None else query.where(col(Talk.dialog).in_(here))
    await work.tx.flush()
    return (await work.tx.exec(query)).first()


async def find(work: Work, person_id: int, dialog: str, about: int) -> Talk | None:
    """This talk, if it is still open."""
    talk = await work.tx.get(Talk, (person_id, dialog, about))
    return talk if talk is not None and talk.finished is None else None


async def begin(
    work: Work, person_id: int, dialog: str, about: int, answers: Mapping[str, Any] | None = None
) -> Talk:
    """A talk to go on with: the open one, or a new one from the given answers."""
    talk = await work.tx.get(Talk, (person_id, dialog, about))
    if talk is None:
        talk = Talk(
            person_id=person_id,
            dialog=dialog,
            about=about,
            started=work.now,
            touched=work.now,
        )
        work.tx.add(talk)
    elif talk.finished is None:
        talk.touched = work.now
        return talk
    talk.started = talk.touched = work.now
    talk.finished = None
    known = work.tx.info.get(OPEN, {}).get(person_id)
    if known is not None and talk not in known:
        known.append(talk)
    form = atdesk.form(work, person_id, dialog)
    if answers is None and form.begins is not None:
        answers = await form.begins(work, await work.get(Person, person_id), about)
    begun = dict(answers or {})
    keep(work, talk, form, State(begun, begun.pop(TICKED, {})))
    return talk


async def about(work: Work, talk: Talk) -> int | None:
    """The other person a talk is about, if there is one."""
    whom = await subjects.whom(work, talk.dialog, talk.about)
    return None if whom == talk.person_id else whom


def state_of(talk: Talk) -> State:
    """Where the person is, as far as it is stored."""
    return State(**(talk.state or {}))


def keep(work: Work, talk: Talk, form: Form, state: State) -> None:
    """Store where the person is now."""
    talk.state = asdict(state)
    talk.question = asked(form, state)
    talk.touched = work.now


def finish(work: Work, talk: Talk) -> None:
    """It is done: the answers are where they belong, and kept here no longer."""
    talk.finished = work.now
    talk.state, talk.question = None, None


async def world(work: Work, person: Person, talk: Talk, name: str = "") -> Known:
    """What the questions of this talk may look up. `name` is what the channel calls somebody.

    Raises PermissionError or LookupError when the talk is about something that is not theirs.
    """
    form = atdesk.form(work, talk.person_id, talk.dialog)
    facts = {}
    if form.facts is not None:
        facts = await form.facts(work, person, talk.dialog, talk.about)
    elif form.intro:
        facts = {"region": refs.words(work.region.front_door.name)}
    own = {"name": person.full_name or person.name or name}
    if person.phone:
        own["phone"] = person.phone
    earlier = await _earlier(work, person) if form.name == employer.vacancy.name else {}
    return Known(
        language=person.voice,
        today=work.today,
        near=work.region.centre,
        facts=facts,
        own={k: v for k, v in own.items() if v},
        earlier=earlier,
        region=work.region,
    )


async def _earlier(work: Work, person: Person) -> dict[str, dict[str, Any]]:
    known = await employers.of_person(work, person.id or 0)
    if known is None:
        return {}
    rows = await employers.reported_by(work, known.id or 0)
    return {f"v{row.id}": vacancies.answers_of(row) for row in rows[:EARLIER]}


async def last_told(work: Work, person: Person) -> Message | None:
    """The newest message to somebody."""
    query = (
        select(Message)
        .where(Message.person_id == person.id, col(Message.ours).is_(True))
        .order_by(col(Message.id).desc())
        .limit(1)
    )
    return (await work.tx.exec(query)).first()
