"""Words about somebody that stand with others as plain words: found by their marks, and taken out.

What the service says of people is a reference (services/messages/naming.py). What colleagues and
employers type in a text of their own is not, and neither are messages of before release 0.2. So
erasing reads whatever is sealed, opened, and takes out whom it is about: every sealed column, so
that a new one cannot be forgotten. Of a jobseeker a whole remark or reply goes with her name,
because the rest is about her too; in what belongs to somebody else (a plan, what somebody in
danger wrote, an advert) only the name and number go.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, LargeBinary, Table, or_, tuple_, type_coerce, update
from sqlmodel import SQLModel, col, select

from services.messages import outbox
from services.privacy import marks
from services.privacy.marks import Marks
from services.store.models import (
    Contact,
    Employer,
    Event,
    Jobseeker,
    Match,
    Message,
    Person,
    Staff,
    Vacancy,
)
from services.store.sealed import Sealed, ring
from services.texts import refs
from services.unit_of_work import Work

PORTION = 500  # rows that are read at once
# Columns that hold who somebody is, or a secret: never words about another.
OF_ITSELF = frozenset({"person", "address", "link", "visit", "staff", "document"})
PLAIN: Mapping[str, tuple[str, ...]] = {"vacancy": ("title", "answer")}  # typed, and not sealed
WHOLE = frozenset({"remark.words", "survey.words", "checkin.words", "meeting.words"})
SINCE: Mapping[str, str] = {"message": "created", "remark": "created", "inbox": "created"}
WHO = ("person_id", "author_id", "made_by", "contact_id", "about")
NOT_OF_HER = frozenset({"title", "employer", "company"})  # arguments of lines: about the work
# As they stand in a stored message, which is compared with what it becomes.
GONE = list(refs.text("gone-words"))
SOMEBODY = list(refs.text("gone-somebody"))
NUMBER = list(refs.text("gone-number"))


@dataclass(frozen=True)
class Sought:
    """Whom to look for, and with whom."""

    person: Person
    marks: Marks
    circle: frozenset[int]  # people who had to do with them
    jobseeker: bool  # else a colleague or a contact: only the name goes
    speakers: frozenset[int]  # staff and contacts: what they say is about others


async def sought(work: Work, person: Person) -> Sought:
    """All that must be known before the rows of this person go."""
    everybody = select(Person.name, Person.full_name).where(
        col(Person.erased).is_(None), Person.id != person.id
    )
    names = [name for row in (await work.tx.exec(everybody)).all() for name in row if name]
    names += (await work.tx.exec(select(Employer.name))).all()
    speakers = await _ids(work, select(Staff.person_id), select(Contact.person_id))
    jobseeker = await work.tx.get(Jobseeker, person.id)
    return Sought(
        person,
        marks.of(person, names),
        frozenset(await _circle(work, person.id or 0, jobseeker)),
        jobseeker is not None,
        frozenset(speakers),
    )


async def _circle(work: Work, person_id: int, jobseeker: Jobseeker | None) -> set[int]:
    """Who looked after them, met them, did something about them or heard of them."""
    matched = select(Match.vacancy_id).where(Match.jobseeker_id == person_id)
    found = await _ids(
        work,
        select(Vacancy.contact_id).where(col(Vacancy.id).in_(matched)),
        select(Event.actor_id).where(Event.person_id == person_id),
        select(Message.person_id).where(col(Message.about) == person_id),
        select(Staff.person_id).where(Staff.team == (jobseeker.team if jobseeker else "")),
    )
    return found - {person_id}


async def _ids(work: Work, *queries: Any) -> set[int]:
    return {each for query in queries for each in (await work.tx.exec(query)).all() if each}


async def blank(work: Work, of: Sought) -> None:
    """Take them out of all that stands with others; once their own rows are gone."""
    await work.tx.flush()
    for table in SQLModel.metadata.sorted_tables:
        columns = [c for c in table.columns if isinstance(c.type, Sealed)]
        columns += [table.c[name] for name in PLAIN.get(table.name, ())]
        if columns and table.name not in OF_ITSELF:
            await _table(work, of, table, columns)


async def _table(work: Work, of: Sought, table: Table, columns: Sequence[Column[Any]]) -> None:
    keys = list(table.primary_key.columns)
    who = [table.c[name] for name in WHO if name in table.c]
    also = [table.c[name] for name in ("ours", "sent", "dead") if table.name == "message"]
    shut = [
        type_coerce(c, LargeBinary).label(c.name) if isinstance(c.type, Sealed) else c
        for c in columns
    ]
    rest = [c for c in dict.fromkeys((*keys, *who, *also)) if c not in columns]
    query = select(*shut, *rest).order_by(*keys).limit(PORTION)
    query = query.where(or_(*(column.is_not(None) for column in columns)))
    if table.name in SINCE:
        query = query.where(table.c[SINCE[table.name]] >= of.person.created)
    connection = await work.tx.connection()
    after: tuple[Any, ...] | None = None
    while True:
        page = query.where(tuple_(*keys) > tuple_(*after)) if after else query
        rows = (await connection.execute(page)).mappings().all()
        for row in rows:
            changed = dict(_changed(work, of, table.name, columns, row))
            if changed:
                which = [key == row[key.name] for key in keys]
                await connection.execute(update(table).where(*which).values(changed))
        if len(rows) < PORTION:
            return
        after = tuple(rows[-1][key.name] for key in keys)


def _changed(
    work: Work, of: Sought, table: str, columns: Sequence[Column[Any]], row: Mapping[Any, Any]
) -> Iterator[tuple[str, Any]]:
    """The columns of a row that become something else."""
    near: bool | None = None
    for column in columns:
        value = row[column.name]
        if value is None:
            continue
        if isinstance(column.type, Sealed):
            opened = ring().as_text(value, column.type.place)
            if not of.marks.maybe(opened):
                continue
            value = json.loads(opened)
        if near is None:
            near = any(row[name] in of.circle for name in WHO if name in row)
        new = _new(of, f"{table}.{column.name}", value, row, near=near)
        if new == value:
            continue
        if table == "message" and row["ours"] and not (row["sent"] or row["dead"]):
            yield "dead", work.now
            yield "outcome", outbox.WITHDRAWN
        yield column.name, new


def _new(of: Sought, place: str, value: Any, row: Mapping[Any, Any], *, near: bool) -> Any:
    if place == "message.body":
        return _message(of, value, row, near=near)
    if place in WHOLE and of.jobseeker and of.marks.surely(value):
        return None
    return of.marks.without(value, near=near)


def _message(
    of: Sought, body: dict[str, Any], row: Mapping[Any, Any], *, near: bool
) -> dict[str, Any]:
    """A body without them: a line that names them says nothing of them any more."""
    speaks = of.jobseeker and (row["ours"] or row["person_id"] in of.speakers)
    lines = [
        [text, _args(of, args, near=near, whole=speaks)] for text, args in body.get("lines", [])
    ]
    rows = [
        [[press, _put(of, label, near=near, whole=False)] for press, label in each]
        for each in body.get("rows", [])
    ]
    return {**body, "lines": lines, "rows": rows} if "lines" in body else body


def _args(of: Sought, args: Mapping[str, Any], *, near: bool, whole: bool) -> dict[str, Any]:
    sure = any(of.marks.surely(said) for said in _said(args))
    exact = near and any(said.strip().casefold() in of.marks.exact for said in _said(args))
    whole = whole and (sure or exact)
    return {
        key: _put(of, value, near=near, whole=whole and key not in NOT_OF_HER)
        for key, value in args.items()
    }


def _put(of: Sought, value: Any, *, near: bool, whole: bool) -> Any:
    """A reference without them. `whole`: what stands beside their name is about them too."""
    if isinstance(value, list) and len(value) == 2 and value[0] in ("words", "phone"):
        kind, said = value[0], str(value[1])
        if kind == "phone":
            return NUMBER if whole or of.marks.surely(said) else value
        if _name_alone(of, said, near=near):
            return SOMEBODY
        return GONE if whole else list(refs.words(of.marks.without(said, near=near)))
    if isinstance(value, list):
        return [_put(of, each, near=near, whole=whole) for each in value]
    if isinstance(value, dict):
        return {key: _put(of, each, near=near, whole=whole) for key, each in value.items()}
    return of.marks.without(value, near=near)


def _name_alone(of: Sought, said: str, *, near: bool) -> bool:
    name = said.strip()
    if near and name.casefold() in of.marks.exact:
        return True
    return of.marks.sure is not None and of.marks.sure.fullmatch(name) is not None


def _said(value: Any) -> Iterator[str]:
    """Every word in arguments."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _said(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _said(each)
