"""What others wrote down about somebody, with who and when: dossier, notes, files, danger."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlmodel import col, select

from services.jobseekers import dossier as kept
from services.privacy.overview.model import Entry, day, fact, parts, when, words
from services.store.models import Document, Dossier, Event, Person, Remark, Request, Urgent
from services.texts import refs
from services.texts.refs import Ref
from services.unit_of_work import Work


async def dossier(work: Work, person: Person) -> list[Entry]:
    """What only the coach reads, each with who wrote it down last."""
    row = await work.tx.get(Dossier, person.id)
    if row is None:
        return []
    facts, written = row.facts or {}, await _written(work, person)
    found: list[Entry] = []
    for field, value in facts.items():
        if field == kept.HISTORY:
            continue
        event = written.get(field)
        found += fact(
            f"dossier-{field}",
            dossier_value(field, value),
            by=event.actor_id if event else None,
            at=event.at if event else row.updated,
        )
    found += [
        Entry(
            refs.text("data-label.ladder-step"),
            dossier_value("ladder", step["step"]),
            step.get("by"),
            date.fromisoformat(step["on"]),
        )
        for step in facts.get(kept.HISTORY) or ()
    ]
    return [*found, *fact("dossier-updated", when(row.updated))]


def dossier_value(field: str, value: Any) -> Ref:
    """A fact of the dossier in words."""
    if field == "obstacles":
        return refs.listed(*(refs.text(f"obstacle.{code}") for code in value))
    if field in kept.DATES:
        return refs.day(str(value))
    if field == "ladder":
        return refs.text("data-ladder", n=value, step=refs.text(f"ladder-step.n{value}"))
    if field == "benefit":
        return refs.text(f"private-benefit.{value}")
    if field.endswith("_source"):
        return refs.text(f"dossier-source.{value}")
    if value in kept.YES_NO:
        return refs.text(f"private-permit.{value}")
    return refs.words(str(value))


async def _written(work: Work, person: Person) -> Mapping[str, Event]:
    """The last event that wrote each field."""
    query = select(Event).where(Event.person_id == person.id, Event.kind == "dossier-saved")
    rows = (await work.tx.exec(query.order_by(col(Event.id)))).all()
    return {field: event for event in rows for field in event.codes.get("fields") or ()}


async def remarks(work: Work, person: Person) -> list[Entry]:
    """Every note, reason and question in words, whoever wrote it."""
    query = (
        select(Remark, Event.kind)
        .outerjoin(Event, col(Event.id) == col(Remark.event_id))
        .where(Remark.person_id == person.id)
        .order_by(col(Remark.id))
    )
    return [
        Entry(
            refs.text(f"data-event.{kind}|data-event.other"),
            refs.words(row.words),
            row.author_id or 0,
            row.created,
        )
        for row, kind in (await work.tx.exec(query)).all()
        if row.words
    ]


async def documents(work: Work, person: Person) -> list[Entry]:
    """Files, with how large they are; the files themselves are in the copy."""
    query = select(Document).where(Document.person_id == person.id).order_by(col(Document.id))
    found: list[Entry] = []
    for row in (await work.tx.exec(query)).all():
        size = len(row.content or "") * 3 // 4 / 1024  # base64
        value = parts(
            "file",
            type=words(row.media_type),
            size=refs.text("data-kilobytes", n=max(1, round(size))) if row.content else None,
        )
        found += fact(f"file-{row.kind}", value, at=row.created)
    return found


async def danger(work: Work, person: Person) -> list[Entry]:
    """What was written in danger, and when a person read it."""
    query = select(Urgent).where(Urgent.person_id == person.id).order_by(col(Urgent.id))
    return [
        Entry(
            refs.text("data-label.danger"),
            parts(
                "danger",
                words=words(row.words),
                told=when(row.raised),
                read=when(row.seen),
                done=when(row.done),
                how=refs.text(f"data-danger-how.{row.how}") if row.how else None,
            ),
            row.done_by,
            row.created,
        )
        for row in (await work.tx.exec(query)).all()
    ]


async def requests(work: Work, person: Person) -> list[Entry]:
    """What was asked of a person, until when it was promised, and how it ended."""
    query = select(Request).where(Request.person_id == person.id).order_by(col(Request.id))
    return [
        Entry(
            refs.text(f"data-request.{row.kind}"),
            parts(
                "asked",
                phone=refs.phone(row.phone) if row.phone else None,
                slot=_slot(row.slot),
                due=when(row.due),
                tries=refs.number(row.tries) if row.tries else None,
                done=when(row.done),
                how=refs.text(f"data-request-how.{row.how}") if row.how else None,
            ),
            row.done_by,
            row.created,
        )
        for row in (await work.tx.exec(query)).all()
    ]


def _slot(slot: str) -> Ref | None:
    """The part of a day that was chosen."""
    if not slot:
        return None
    return refs.text(f"callback-day-{slot[11:]}", day=day(date.fromisoformat(slot[:10])))
