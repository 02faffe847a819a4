"""What happened around somebody: consents, events, who looked, messages, and what still waits."""

from __future__ import annotations

from sqlmodel import col, select

from services import audit
from services.messages import naming
from services.privacy import consents, looking
from services.privacy.overview.model import Entry, parts, when
from services.store.models import Audit as Logged
from services.store.models import Event, Inbox, Jobseeker, Look, Message, Nudge, Person, Talk
from services.texts import refs
from services.texts.refs import Ref
from services.unit_of_work import Work

ALL = 100_000  # looks: all of them


async def agreed(work: Work, person: Person) -> list[Entry]:
    """What they said yes to, and what they took back."""
    if await work.tx.get(Jobseeker, person.id) is None:
        return []
    return [
        Entry(
            refs.text(f"data-given.{('yes' if each.given else 'no')}"), each.what, None, each.since
        )
        for each in await consents.of(work, person.id or 0)
    ]


async def happened(work: Work, person: Person) -> list[Entry]:
    """Every event about them, newest first."""
    query = (
        select(Event)
        .where(Event.person_id == person.id, Event.kind != audit.VIEWED)
        .order_by(col(Event.id).desc())
    )
    return [
        Entry(
            refs.text(f"data-event.{row.kind}|data-event.other"),
            _fields(row),
            row.actor_id or 0,
            row.at,
        )
        for row in (await work.tx.exec(query)).all()
    ]


def _fields(row: Event) -> Ref:
    """Which fields of a profile or dossier an event wrote."""
    names = [
        refs.text(f"jobseeker-{name}.label|data-label.dossier-{name}|data-label.other")
        for name in row.codes.get("fields") or ()
    ]
    return refs.listed(*names) if names else refs.words("")


async def looks(work: Work, person: Person) -> list[Entry]:
    """Who looked, at what, newest first."""
    found = await looking.viewers(work, person.id or 0, ALL)
    return [Entry(refs.text(f"looked-at.{e.what}"), refs.words(""), e.by, e.at) for e in found]


async def at_the_door(work: Work, person: Person) -> list[Entry]:
    """Codes, copies and ways back, as the log of the doors has them."""
    theirs = select(Look.audit_id).where(Look.person_id == person.id)
    query = (
        select(Logged)
        .where((col(Logged.actor_id) == person.id) | col(Logged.id).in_(theirs))
        .where(Logged.kind != audit.VIEWED)
        .order_by(col(Logged.id).desc())
    )
    return [
        Entry(
            refs.text(f"data-door.{row.kind}|data-event.other"),
            refs.words(""),
            row.actor_id or 0,
            row.at,
        )
        for row in (await work.tx.exec(query)).all()
    ]


async def messages(work: Work, person: Person) -> list[Entry]:
    """The whole conversation, oldest first, with what was not sent and why."""
    query = select(Message).where(Message.person_id == person.id).order_by(col(Message.id))
    rows = (await work.tx.exec(query)).all()
    await naming.read(work, rows)
    return [
        Entry(
            refs.text(f"data-said.{('ours' if row.ours else 'mine')}"),
            _said(row),
            None,
            row.created,
        )
        for row in rows
    ]


def _said(row: Message) -> Ref:
    lines = [refs.told(text, args) for text, args in (row.body or {}).get("lines", [])]
    if row.dead or (row.ours and not row.sent):
        lines.append(refs.text(f"data-sent.{('dead' if row.dead else 'waits')}"))
    return refs.bullets(*lines)


async def reminders(work: Work, person: Person) -> list[Entry]:
    """Reminders that went out."""
    query = select(Nudge).where(Nudge.person_id == person.id).order_by(col(Nudge.id).desc())
    return [
        Entry(refs.text(f"data-nudge.{row.kind}"), refs.words(""), 0, row.at)
        for row in (await work.tx.exec(query)).all()
    ]


async def unfinished(work: Work, person: Person) -> list[Entry]:
    """Talks that were begun, and what still waits to be done for them."""
    query = select(Talk).where(Talk.person_id == person.id).order_by(col(Talk.started))
    found = [
        Entry(
            refs.text("data-label.talk"),
            parts("talk", touched=when(row.touched), finished=when(row.finished)),
            None,
            row.started,
        )
        for row in (await work.tx.exec(query)).all()
    ]
    waiting = select(Inbox).where(Inbox.person_id == person.id, col(Inbox.done).is_(None))
    return found + [
        Entry(refs.text("data-label.waiting"), parts("waits", due=when(row.due)), 0, row.created)
        for row in (await work.tx.exec(waiting.order_by(col(Inbox.due)))).all()
    ]
