"""Tables of the line: talks, what came in, what was said, and who may come in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from services.store.db import Utc
from services.store.models.columns import Json, json, looked_up, sealed, time


class Talk(SQLModel, table=True):
    """One dialog of one person about one thing. Where they are follows from the answers."""

    __table_args__ = (
        Index(
            "ix_talk_open",
            "person_id",
            "touched",
            sqlite_where=text("finished IS NULL"),
            postgresql_where=text("finished IS NULL"),
        ),
    )
    person_id: int = Field(primary_key=True, foreign_key="person.id")
    dialog: str = Field(primary_key=True)
    about: int = Field(default=0, primary_key=True)  # a match, a vacancy; 0 for none
    state: Json | None = sealed()
    question: str | None = Field(default=None)  # first open one: drop-off counts, nothing else
    started: datetime = Field(sa_type=Utc)
    touched: datetime = Field(sa_type=Utc)
    finished: datetime | None = time()


_WAITING = "done IS NULL AND parked IS NULL"
_UNSENT = "sent IS NULL AND dead IS NULL"
_ABOUT = "about IS NOT NULL"
_UNFETCHED = "fetched IS NULL AND channel = 'web' AND sent IS NOT NULL"
_PARKED, _DEAD, _KEPT = "parked IS NOT NULL", "dead IS NOT NULL", "payload IS NOT NULL"


class Inbox(SQLModel, table=True):
    """What came in or falls due: a reply, a job, a reminder. One row is handled once."""

    __table_args__ = (
        UniqueConstraint("channel", "event_id"),
        Index(
            "ix_inbox_waiting",
            "person_id",
            "due",
            "id",
            sqlite_where=text(_WAITING),
            postgresql_where=text(_WAITING),
        ),
        Index(
            "ix_inbox_due",
            "due",
            sqlite_where=text(_WAITING),
            postgresql_where=text(_WAITING),
        ),
        Index(
            "ix_inbox_parked",
            "parked",
            sqlite_where=text(_PARKED),
            postgresql_where=text(_PARKED),
        ),
        Index("ix_inbox_kept", "created", sqlite_where=text(_KEPT), postgresql_where=text(_KEPT)),
    )
    id: int | None = Field(default=None, primary_key=True)
    channel: str  # telegram | web | self
    event_id: str  # unique in its channel: a repeat is refused
    person_id: int | None = Field(default=None, foreign_key="person.id")  # None: a job for nobody
    kind: str  # reply | open | job kinds of bot/worker
    payload: Json | None = sealed()  # emptied when handled, and after 24 hours (raw-words)
    due: datetime = Field(sa_type=Utc)
    created: datetime = Field(sa_type=Utc)
    attempts: int = 0
    error: str = ""  # the class of the last failure, never its words
    done: datetime | None = time()
    parked: datetime | None = time()


class Message(SQLModel, table=True):
    """What was said, by us or by them: the outbox and the log of the conversation in one."""

    __table_args__ = (
        Index(
            "ix_message_unsent",
            "person_id",
            "id",
            sqlite_where=text(_UNSENT),
            postgresql_where=text(_UNSENT),
        ),
        Index("ix_message_person", "person_id", "id"),
        Index(
            "ix_message_about", "about", sqlite_where=text(_ABOUT), postgresql_where=text(_ABOUT)
        ),
        Index(
            "ix_message_unfetched",
            "person_id",
            sqlite_where=text(_UNFETCHED),
            postgresql_where=text(_UNFETCHED),
        ),
        Index(
            "ix_message_ready",
            "sent",
            sqlite_where=text(_UNFETCHED),
            postgresql_where=text(_UNFETCHED),
        ),
        Index("ix_message_dead", "dead", sqlite_where=text(_DEAD), postgresql_where=text(_DEAD)),
    )
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    ours: bool = True  # said by the service; False: by the person, after the guard
    kind: str = "answer"  # answer | promise | reminder | digest (kinds-of-message)
    body: Json | None = sealed()  # parts, buttons, asks: see services/talking
    about: int | None = None  # the other person it is about, with whom it is stopped and emptied
    edits: str = ""  # the channel's number of the message whose keyboard this replaces
    created: datetime = Field(sa_type=Utc)
    stale: datetime | None = time()  # no longer to be sent after this
    tried: datetime | None = time()  # written before the attempt
    attempts: int = 0
    due: datetime | None = time()  # not before: after a 429 or a failure
    sent: datetime | None = time()  # taken by the channel; on the web: ready to be fetched
    fetched: datetime | None = time()  # a page of theirs has it: on the web only then it arrived
    dead: datetime | None = time()  # given up: stale, refused or unreachable
    outcome: str = ""  # a code: ok, stale, blocked, refused, unknown, withdrawn
    channel: str = ""  # where it went
    address_id: int | None = None  # only there, not where they were heard last
    number: str = ""  # its number there


class Link(SQLModel, table=True):
    """A one-time or personal link: an invitation, a login, a poster, the way to another device."""

    key: str = looked_up("=link", "digest", primary_key=True)
    digest: str | None = sealed()  # SHA-256 of the token; None: made before release 0.2
    purpose: str  # invite | login | join | poster
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    facts: Json = json()
    expires: datetime = Field(sa_type=Utc)
    used: datetime | None = time()
    created: datetime = Field(sa_type=Utc)


class Visit(SQLModel, table=True):
    """A browser that may act as a person: a cookie."""

    key: str = looked_up("=visit", "digest", primary_key=True)
    digest: str | None = sealed()  # SHA-256 of the cookie; None: made before release 0.2
    person_id: int = Field(foreign_key="person.id", index=True)
    kind: str  # chat | console
    strong: bool = False  # the second factor was given
    created: datetime = Field(sa_type=Utc)
    used: datetime = Field(sa_type=Utc)
    expires: datetime = Field(sa_type=Utc)


class Tally(SQLModel, table=True):
    """What was counted since a moment: tries of codes, words and bytes of a person."""

    key: str = Field(primary_key=True)  # keyed hash of whom and what is counted
    since: datetime = Field(sa_type=Utc, index=True)
    spent: int = 0


class Fact(SQLModel, table=True):
    """One remembered fact of the installation: the demo's clock, a polling offset."""

    key: str = Field(primary_key=True)
    value: Any = Field(default=None, sa_column=Column(JSON))
