"""Who was erased before messages said whom they are about (release 0.2): sweeping what stayed.

Then a name stood in messages of others as plain words, and erasing left it there. Who they were is
known no more, so it goes the other way round: of the messages from before the last such erasure, a
name or number that is nobody's here any more is taken out, with what stands beside it, and what
colleagues and employers typed themselves is emptied, unless it says whom it is about. Done once,
with the daily round of retention. Where nobody was erased in that time, nothing is touched.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, func, select

from services import installation
from services.messages import message, naming, outbox, subjects
from services.privacy.elsewhere import GONE, NOT_OF_HER, NUMBER, SOMEBODY
from services.store.models import Audit, Contact, Employer, Message, Person, Staff
from services.unit_of_work import Work

SWEPT = "swept-erased-before"  # the fact that tells it was done
PORTION = 200
NAMES = frozenset({"name", "who", "contact", "before"})  # arguments that held a person's name
EMPTIED = {"lines": [["said", {"words": GONE}]], "rows": []}


@dataclass(frozen=True)
class _Known:
    """Names and numbers that are somebody's here, and who speaks about others."""

    names: Collection[str]
    phones: Collection[str]
    speakers: Collection[int]

    def is_gone(self, key: str, value: Any) -> bool:
        """Is this the name or the number of nobody any more?"""
        if not (isinstance(value, list) and len(value) == 2 and isinstance(value[1], str)):
            return False
        if value[0] == "phone":
            return value[1] not in self.phones
        return (
            value[0] == "words" and key in NAMES and value[1].strip().casefold() not in self.names
        )


async def sweep(work: Work, after: int = 0) -> tuple[int, int]:
    """A portion of the messages behind number `after`: (changed, the last one looked at or 0)."""
    last = None if await installation.read(work, SWEPT) else await _last(work)
    rows: Sequence[Message] = ()
    if last is not None:
        query = select(Message).where(col(Message.created) <= last, col(Message.id) > after)
        rows = (await work.tx.exec(query.order_by(col(Message.id)).limit(PORTION))).all()
    if len(rows) < PORTION:
        await installation.write(work, SWEPT, work.now.isoformat())
    changed = 0
    if rows:
        known = await _known(work)
        changed = sum(_swept(work, row, known) for row in rows)
        work.tx.scrub = changed > 0
    return changed, (rows[-1].id or 0) if len(rows) == PORTION else 0


async def _last(work: Work) -> datetime | None:
    """The last erasure of before the audit log, which came in the same release."""
    began = (await work.tx.exec(select(func.min(Audit.at)))).one() or work.now
    erased = select(func.max(Person.erased)).where(col(Person.erased) < began)
    return (await work.tx.exec(erased)).one()


async def _known(work: Work) -> _Known:
    people = select(Person.name, Person.full_name, Person.phone).where(col(Person.erased).is_(None))
    rows = (await work.tx.exec(people)).all()
    region = work.region
    names = {name for row in rows for name in row[:2] if name}
    names |= set((await work.tx.exec(select(Employer.name))).all())
    names |= {each.name for each in region.teams} | {each.name for each in region.organisations}
    names.add(region.front_door.name)
    speakers = (await work.tx.exec(select(Staff.person_id))).all()
    contacts = (await work.tx.exec(select(Contact.person_id))).all()
    return _Known(
        {name.strip().casefold() for name in names},
        {row[2] for row in rows if row[2]} | {region.front_door.phone},
        {*speakers, *contacts},
    )


def _swept(work: Work, row: Message, known: _Known) -> bool:
    body = row.body or {}
    if row.about is not None or "lines" not in body or naming.people_in(body):
        return False  # it says whom it is about: erasing them finds it
    if row.ours:
        new = _without(body, known)
    elif row.person_id in known.speakers and body != EMPTIED:
        new = EMPTIED
    else:
        return False
    if new == body:
        return False
    row.body = new
    if row.ours and not (row.sent or row.dead):
        row.dead, row.outcome = work.now, outbox.WITHDRAWN
    return True


def _without(body: Mapping[str, Any], known: _Known) -> dict[str, Any]:
    """A body whose lines about nobody any more say nothing of them."""
    lines = [[text, _args(args, known)] for text, args in body["lines"]]
    rows = [[[press, _label(press, label, known)] for press, label in row] for row in body["rows"]]
    return {**body, "lines": lines, "rows": rows}


def _args(args: Mapping[str, Any], known: _Known) -> dict[str, Any]:
    if not any(known.is_gone(key, value) for key, value in args.items()):
        return dict(args)
    return {key: value if key in NOT_OF_HER else _gone(key, value) for key, value in args.items()}


def _gone(key: str, value: Any) -> Any:
    if not (isinstance(value, list) and value and value[0] in {"words", "phone"}):
        return value
    if value[0] == "phone" or key == "number":
        return NUMBER
    return SOMEBODY if key in NAMES else GONE


def _label(press: str, label: Any, known: _Known) -> Any:
    """The name on a button that begins a dialog about a person."""
    found = message.pressed(press)
    about = found is not None and subjects.DIALOGS.get(found[0]) == subjects.PERSON
    return SOMEBODY if about and known.is_gone("name", label) else label
