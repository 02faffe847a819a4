"""Nothing that is kept about a jobseeker is missing from what she reads: every column is walked.

A column is shown when another value in it makes another page. What is not shown stands in EXCUSED
with the reason; an excuse for what is shown is a lie too.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Boolean, Column, Integer, Table, delete, select, update
from sqlmodel import SQLModel

from bot.stage import Stage, staged
from services import audit, events
from services.jobseekers import dossier
from services.matching import Fit, Part
from services.messages import naming, outbox
from services.privacy import overview
from services.store.db import Utc
from services.store.models import (
    Address,
    CheckIn,
    Document,
    Inbox,
    Jobseeker,
    Link,
    Match,
    Nudge,
    Person,
    Request,
    Survey,
    Talk,
    Urgent,
    Visit,
)
from services.texts import render
from services.unit_of_work import Work
from tests import given

NOT_HERS = {  # tables with people in them that are never about a jobseeker
    "staff": "of a colleague",
    "absence": "of a colleague",
    "savedview": "of a colleague",
    "contact": "of who speaks for an employer",
    "employer": "of an employer",
    "vacancy": "of an employer",
}
EXCUSED = {
    "address.key": "a keyed hash of the address, which is shown",
    "audit.role": "told by name and role as they are now",
    "audit.organisation": "of the colleague",
    "audit.address": "a keyed hash of where a colleague came from",
    "audit.code": "the beginning of a hash of a code",
    "audit.people": "who else stood on the page is about them",
    "audit.codes": "details of the deed of a colleague",
    "document.reference": "where a channel keeps the file until it is fetched",
    "event.role": "told by name and role as they are now",
    "event.subject": "which row it was about; that row is shown itself",
    "event.subject_id": "which row it was about; that row is shown itself",
    "inbox.channel": "of the machinery: a row that waits says when",
    "inbox.event_id": "of the machinery",
    "inbox.kind": "of the machinery",
    "inbox.payload": "raw words for at most 24 hours; the message itself is shown",
    "inbox.attempts": "of the machinery",
    "inbox.error": "of the machinery: a class of error",
    "inbox.parked": "of the machinery: it still waits",
    "link.digest": "a hash",
    "link.facts": "whether other browsers fall when the code is used",
    "meeting.sequence": "a number for calendars",
    "message.kind": "how it is sent",
    "message.about": "whom else it is about: of them nothing is shown",
    "message.edits": "a number of the channel",
    "message.stale": "how it is sent",
    "message.tried": "how it is sent",
    "message.attempts": "how it is sent",
    "message.due": "how it is sent",
    "message.outcome": "how it is sent; that it was not, is shown",
    "message.channel": "where it went: her ways in are shown",
    "message.address_id": "where it went: her ways in are shown",
    "message.fetched": "how it is sent",
    "message.number": "a number of the channel",
    "nudge.key": "the name of the reminder, as a key",
    "nudge.name": "of which rule; the message itself is shown",
    "nudge.step": "of which rule; the message itself is shown",
    "nudge.subject_id": "which row it was about; that row is shown itself",
    "nudge.message_id": "the message itself is shown",
    "survey.side": "hers",
    "survey.subject_id": "which row it was about; that row is shown itself",
    "survey.topics": "asked of employers alone",
    "talk.state": "answers under way: shown until there is a profile, then the copy has them",
    "talk.question": "of the machinery: the first open question",
    "urgent.kind": "how urgent it seemed; the words themselves are shown",
    "urgent.team": "who read it: that it was read is shown",
    "urgent.lead_only": "spares a colleague",
    "urgent.spared_id": "spares a colleague",
    "urgent.told": "colleagues who were told",
    "visit.digest": "a hash",
    "visit.strong": "of staff",
}
OTHER: Mapping[str, Any] = {  # another value that a column may have
    "address.channel": "telegram",
    "audit.kind": "exported",
    "audit.page": "/console/documenten/{id}",
    "checkin.answers": {"topic": "pay"},
    "checkin.moment": "month-3",
    "checkin.mood": 5,
    "checkin.side": "coach",
    "document.content": "YWJj" * 3000,
    "document.kind": "sent",
    "dossier.facts": {"benefit": "wia"},
    "event.codes": {"fields": ["hours"]},
    "event.kind": "note",
    "jobseeker.confirmed": {"home": {"on": "2025-01-01", "by": 1}},
    "jobseeker.organisation": "velsen",
    "jobseeker.profile": {"home": "2012"},
    "jobseeker.said": {"done": ["kleermaker"]},
    "jobseeker.status": "paused",
    "jobseeker.support": "much",
    "jobseeker.team": "intake-velsen",
    "link.purpose": "login",
    "match.origin": "staff",
    "match.reasons": Fit(80, ()).as_json(),
    "match.state": "withdrawn",
    "meeting.answers": {"jobseeker": {"mood": 2}},
    "meeting.kind": "call",
    "meeting.status": "cancelled",
    "message.body": {"lines": [["said", {"words": ["words", "Anders"]}]], "rows": []},
    "nudge.kind": "promise",
    "person.language": "en",
    "person.phone": "+31611111111",
    "placement.end_reason": "other_work",
    "placement.instruments": [{"code": "no-risk", "from": "2026-01-01", "to": "2026-02-01"}],
    "placement.kind": "learning",
    "placement.sector": "government",
    "placement.status": "ended",
    "placement.wage_value": {"on": "2026-01-01", "percent": 12},
    "plan.instruments": ["no-risk"],
    "plan.manner": "demand",
    "plan.state": "replaced",
    "planstep.instrument": "no-risk",
    "planstep.who": "coach",
    "request.how": "given-up",
    "request.phone": "+31611111111",
    "request.slot": "2026-12-24-pm",
    "survey.kind": "yearly",
    "survey.organisation": "velsen",
    "survey.score": 1,
    "urgent.how": "read",
    "visit.kind": "console",
}
ONLY: Mapping[str, str] = {"request.kind": "call"}  # columns with one value so far


def hers() -> dict[str, Table]:
    """Every table that has to do with a person, by itself or by a row that has."""
    tables = SQLModel.metadata.tables
    found = {name for name, table in tables.items() if "jobseeker_id" in table.c}
    found |= {name for name, table in tables.items() if "person_id" in table.c} | {
        "person",
        "audit",
    }
    while True:
        more = {
            name
            for name, table in tables.items()
            for key in table.foreign_keys
            if key.column.table.name in found
        } - found
        if not more:
            return {name: tables[name] for name in sorted(found - set(NOT_HERS))}
        found |= more


def columns() -> Iterator[tuple[str, Column[Any]]]:
    """Every column but the numbers by which rows are found."""
    for name, table in hers().items():
        for column in table.columns:
            key = column.primary_key or column.name in ("person_id", "jobseeker_id")
            joins = column.foreign_keys and not column.name.endswith(("coach_id", "_by"))
            if not key and not joins:
                yield f"{name}.{column.name}", column


async def world(stage: Stage) -> int:
    """Fatima with something in every table."""
    match_id = await given.pair(stage)
    await given.meeting(stage)
    placement = await given.placed(stage)
    await given.plan(stage)
    her, marloes = given.number(stage, "Fatima"), given.number(stage, "Marloes")
    async with stage.work() as work:
        now = work.now
        jobseeker = await work.get(Jobseeker, her)
        jobseeker.confirmed = {"home": {"on": "2026-11-01", "by": marloes}}
        match = await work.get(Match, match_id)
        match.reasons = Fit(80, (Part("skills", 0, 0, "fits", "match-part-skills-free"),)).as_json()
        await dossier.save(work, her, {"benefit": "ww", "ladder": "3"}, actor=marloes)
        await events.log(work, "note", actor=marloes, about=her, words="Komt altijd op tijd.")
        await audit.note(work, "viewed", actor=marloes, people=[her], page="/console/dringend")
        await audit.note(work, "code-made", actor=her)
        work.tx.add_all(
            [
                Document(person_id=her, kind="cv", content="YWJj", created=now),
                Urgent(person_id=her, kind="sad", words="Het gaat niet", created=now),
                Request(person_id=her, kind="call", due=now, created=now),
                Survey(person_id=her, side="jobseeker", kind="durable", asked=now, score=4),
                Link(key="k", purpose="join", person_id=her, expires=now, created=now),
                Visit(key="v", person_id=her, kind="chat", created=now, used=now, expires=now),
                Talk(person_id=her, dialog="ask", started=now, touched=now),
                Nudge(key="n", name="silent", person_id=her, at=now),
                Inbox(
                    channel="self", event_id="i", person_id=her, kind="greet", due=now, created=now
                ),
            ]
        )
        await work.tx.exec(delete(CheckIn).where(CheckIn.side == "coach"))  # so that one may be
        outbox.tell(work, her, outbox.line("menu"))
        (address,) = (await work.tx.exec(select(Address).where(Address.person_id == her))).one()
        address.address = "12345"
    assert placement
    return her


async def read(work: Work, her: int) -> str:
    """All she reads, in Dutch."""
    person = await work.get(Person, her)
    sections = await overview.of(work, person)
    lines = [overview.noted(each) for section in sections for each in section.entries]
    return "\n".join(render.render("nl", ref) for ref in await naming.in_words(work, lines))


def other(name: str, column: Column[Any], now: Any, colleague: int) -> Any:
    """A value that a column does not have now."""
    if name in OTHER:
        return OTHER[name]
    if column.name.endswith("_by") or column.name in ("coach_id", "actor_id", "author_id"):
        return colleague
    if isinstance(column.type, Utc):
        return (now or datetime(2026, 1, 1).astimezone()) + timedelta(days=400)
    if isinstance(now, date) or column.type.python_type is date:
        return (now or date(2026, 1, 1)) + timedelta(days=400)
    if isinstance(column.type, Boolean):
        return not now
    if isinstance(column.type, Integer):
        return (now or 0) + 7
    return "iets anders"


class _UndoError(Exception):
    """Nothing of this happened."""


async def with_another(stage: Stage, her: int, name: str, column: Column[Any]) -> str:
    """What she reads with another value in this column of a row of hers."""
    words, table = "", column.table
    own = table.c.get("jobseeker_id", table.c.get("person_id"))
    own = table.c.id if name.startswith("person.") else own
    with suppress(_UndoError):
        async with stage.work() as work:
            connection = await work.tx.connection()
            query = select(*table.primary_key, column).order_by(*table.primary_key)
            row = (
                await connection.execute(query if own is None else query.where(own == her))
            ).first()
            assert row is not None, f"no row of hers in {table.name}"
            which = [key == row[i] for i, key in enumerate(table.primary_key)]
            changed = other(name, column, row[-1], given.number(stage, "Naoual"))
            assert changed != row[-1], f"not another value: {name}"
            await connection.execute(update(table).where(*which).values({column.name: changed}))
            words = await read(work, her)
            raise _UndoError
    return words


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with staged("sqlite+aiosqlite://") as running:
        yield running


async def test_every_column_is_shown_or_excused(stage: Stage) -> None:
    her = await world(stage)
    async with stage.work() as work:
        before = await read(work, her)
    missing, lies, known = [], [], set()
    for name, column in columns():
        known.add(name)
        if name in ONLY:
            continue
        after = await with_another(stage, her, name, column)
        if before == after and name not in EXCUSED:
            missing.append(name)
        if before != after and name in EXCUSED:
            lies.append(name)
    assert missing == []
    assert lies == []
    assert sorted(set(EXCUSED) - known) == [], "excused, and not there"


async def test_what_was_told_in_an_intake_that_is_not_finished_is_there(stage: Stage) -> None:
    for said in ("hallo", "[Nederlands]", "[Ik zoek werk]", "Fatima", "Haarlem"):
        await stage.says("Fatima", said)
    async with stage.work() as work:
        her = await work.get(Person, stage.actors["Fatima"].number)
        (told,) = await overview.of(work, her, "told")
        lines = [render.render("nl", overview.noted(entry)) for entry in told.entries]
    assert [line for line in lines if "Fatima" in line]
    assert [line for line in lines if "Haarlem" in line]
