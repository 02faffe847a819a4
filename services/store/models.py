"""Every table, at a glance. What is sealed here is encrypted at rest (see `sealed.py`).

Codes are stored, words are shown. JSON columns are replaced, never changed in place (in-place
changes are not saved). Times are UTC.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from services.store.db import Utc
from services.store.sealed import Sealed

Json = dict[str, Any]


def _sealed() -> Any:
    return Field(default=None, sa_type=Sealed)


def _json() -> Any:
    return Field(default_factory=dict, sa_type=JSON)


def _time(*, index: bool = False) -> Any:
    return Field(default=None, sa_type=Utc, index=index)


class Person(SQLModel, table=True):
    """Somebody the service talks with: a jobseeker, an employer's contact, or a member of staff."""

    id: int | None = Field(default=None, primary_key=True)
    language: str = "nl"
    formal: bool = False  # addressed politely ("u"): employers and staff
    name: str | None = _sealed()  # what the person wants to be called
    full_name: str | None = _sealed()  # given when people meet
    phone: str | None = _sealed()  # E.164
    email: str | None = _sealed()
    source: str = ""  # the poster or link they came through: an organisation's code
    created: datetime = Field(sa_type=Utc)
    seen: datetime | None = _time()  # when they last said something
    unreachable: datetime | None = _time()  # they blocked the bot, or the chat is gone
    paused: datetime | None = _time()  # no reminders and no new matches until they come back
    erased: datetime | None = _time()

    @property
    def voice(self) -> str:
        """The language this person is written to in; "nl-u" is Dutch that says "u"."""
        return f"{self.language}-u" if self.formal else self.language


class Address(SQLModel, table=True):
    """Where a person can be reached: a Telegram chat, or the web chat."""

    __table_args__ = (UniqueConstraint("channel", "key"),)
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    channel: str  # telegram | web
    key: str  # keyed hash of the address, to find it by
    address: str | None = _sealed()  # the chat id itself; web: nothing, the cookie finds it
    used: datetime = Field(sa_type=Utc)  # the newest one used is where messages go


class Staff(SQLModel, table=True):
    """A member of staff of one organisation in the region."""

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    role: str  # coach | account_manager | jobcoach | regional_manager | administrator | partner …
    organisation: str  # code in the region file
    team: str = Field(index=True)  # code in the region file
    lead: bool = False
    active: bool = True
    second_factor: str | None = _sealed()  # TOTP secret; None until it is set up


class Jobseeker(SQLModel, table=True):
    """The profile of a werkzoekende: codes and numbers only; names are on the person."""

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    status: str = Field(default="open", index=True)  # open | paused | placed
    profile: Json = _json()  # field -> code, list or number; see services/people
    confirmed: Json = _json()  # field -> {"on": ISO date, "by": person id}
    said: Json | None = _sealed()  # field -> the words it was read from
    town: str = ""  # gemeente, for teams and statistics
    team: str = Field(default="", index=True)
    coach_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    organisation: str = ""
    support: str = "some"  # self | some | much: how much help someone needs
    shown_by_self: bool = False  # first key of the browse list
    shown_by_coach: bool = False  # second key
    created: datetime = Field(sa_type=Utc)
    updated: datetime = Field(sa_type=Utc)


class Dossier(SQLModel, table=True):
    """What only the coach may see and matching never reads: benefit, ladder, register, permit."""

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    facts: Json | None = _sealed()
    updated: datetime = Field(sa_type=Utc)


class Document(SQLModel, table=True):
    """A file somebody sent for their coach, such as a photo of a CV."""

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    kind: str  # cv
    reference: str | None = _sealed()  # where the channel keeps it until it is fetched
    content: str | None = _sealed()  # base64
    media_type: str = ""
    created: datetime = Field(sa_type=Utc)


class Employer(SQLModel, table=True):
    """A werkgever. Public facts of an organisation, so not sealed."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    kvk: str = ""  # eight digits, or empty
    sector: str = "market"  # market | government
    branch: str = ""  # a sector code of the vocabulary
    size: str = ""  # 1-9 | 10-49 | 50-249 | 250+
    place: str = ""
    verified: datetime | None = _time()
    verified_by: int | None = None
    account_manager_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    team: str = ""
    created: datetime = Field(sa_type=Utc)


class Contact(SQLModel, table=True):
    """The person who speaks for an employer."""

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    employer_id: int = Field(foreign_key="employer.id", index=True)


class Vacancy(SQLModel, table=True):
    """A vacature with its handling agreement (VAC-02 to VAC-08)."""

    id: int | None = Field(default=None, primary_key=True)
    employer_id: int = Field(foreign_key="employer.id", index=True)
    contact_id: int = Field(foreign_key="person.id")
    status: str = Field(default="open", index=True)  # open | filled | closed | expired
    title: str = ""
    demands: Json = _json()  # field -> code, list or number; see services/vacancies
    agreement: Json = _json()  # channel, manner, preselection, how many, expiry, interval
    evidence: Json | None = _sealed()  # field -> words of the advert it was read from
    advert: str | None = _sealed()
    answer: Json = _json()  # the 72-hour answer as a record (decision 5)
    organisation: str = ""
    reported: datetime = Field(sa_type=Utc, index=True)
    expires: date | None = None
    updated: datetime = Field(sa_type=Utc)


class Match(SQLModel, table=True):
    """A jobseeker and a vacancy that may fit: one row a pair, moved by services/matches only."""

    __table_args__ = (UniqueConstraint("jobseeker_id", "vacancy_id"),)
    id: int | None = Field(default=None, primary_key=True)
    jobseeker_id: int = Field(foreign_key="person.id", index=True)
    vacancy_id: int = Field(foreign_key="vacancy.id", index=True)
    state: str = Field(default="proposed", index=True)
    score: int = 0  # 0–100, an advice
    reasons: Json = _json()  # the parts of the score, see services/matching
    coach_id: int | None = Field(default=None, index=True)  # who decides
    agreed: datetime | None = _time()  # both said yes: names and contact were given
    snoozed: datetime | None = _time()  # "later", until then
    created: datetime = Field(sa_type=Utc)
    since: datetime = Field(sa_type=Utc)  # when it came into this state


class Event(SQLModel, table=True):
    """What happened, by whom and when. Appended, never edited; codes and ids only (decision 8)."""

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Utc, index=True)
    kind: str = Field(index=True)
    actor_id: int | None = None
    role: str = ""  # of the actor at that time; "program" when nobody
    person_id: int | None = Field(default=None, index=True)  # whom it is about
    subject: str = ""  # match | vacancy | employer | …
    subject_id: int | None = None
    codes: Json = _json()

    __table_args__ = (Index("ix_event_subject", "subject", "subject_id"),)


class Remark(SQLModel, table=True):
    """Free text that belongs to an event: a reason, a note. Goes when its person is erased."""

    id: int | None = Field(default=None, primary_key=True)
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)  # with whom it is erased
    author_id: int | None = None
    words: str | None = _sealed()
    created: datetime = Field(sa_type=Utc)


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
    state: Json | None = _sealed()
    question: str | None = Field(default=None)  # first open one: drop-off counts, nothing else
    started: datetime = Field(sa_type=Utc)
    touched: datetime = Field(sa_type=Utc)
    finished: datetime | None = _time()


_WAITING = "done IS NULL AND parked IS NULL"
_UNSENT = "sent IS NULL AND dead IS NULL"


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
    )
    id: int | None = Field(default=None, primary_key=True)
    channel: str  # telegram | web | self
    event_id: str  # unique in its channel: a repeat is refused
    person_id: int | None = Field(default=None, foreign_key="person.id")  # None: a job for nobody
    kind: str  # reply | open | job kinds of bot/worker
    payload: Json | None = _sealed()  # emptied when handled, and after 24 hours (decision 8)
    due: datetime = Field(sa_type=Utc)
    created: datetime = Field(sa_type=Utc)
    attempts: int = 0
    error: str = ""  # the class of the last failure, never its words
    done: datetime | None = _time()
    parked: datetime | None = _time()


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
    )
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    ours: bool = True  # said by the service; False: by the person, after the guard
    kind: str = "answer"  # answer | promise | reminder | digest (decision 4)
    body: Json | None = _sealed()  # parts, buttons, asks: see services/talking
    edits: str = ""  # the channel's number of the message whose keyboard this replaces
    created: datetime = Field(sa_type=Utc)
    stale: datetime | None = _time()  # no longer to be sent after this
    tried: datetime | None = _time()  # written before the attempt
    attempts: int = 0
    due: datetime | None = _time()  # not before: after a 429 or a failure
    sent: datetime | None = _time()
    dead: datetime | None = _time()  # given up: stale, refused or unreachable
    outcome: str = ""  # a code: ok, stale, blocked, refused, unknown
    channel: str = ""  # where it went
    number: str = ""  # its number there


class Link(SQLModel, table=True):
    """A one-time or personal link: an invitation, a login, a poster, the way to another device."""

    key: str = Field(primary_key=True)  # keyed hash of the token
    purpose: str  # invite | login | join | poster
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    facts: Json = _json()
    expires: datetime = Field(sa_type=Utc)
    used: datetime | None = _time()
    created: datetime = Field(sa_type=Utc)


class Visit(SQLModel, table=True):
    """A browser that may act as a person: a cookie."""

    key: str = Field(primary_key=True)  # keyed hash of the cookie
    person_id: int = Field(foreign_key="person.id", index=True)
    kind: str  # chat | console
    strong: bool = False  # the second factor was given
    created: datetime = Field(sa_type=Utc)
    used: datetime = Field(sa_type=Utc)
    expires: datetime = Field(sa_type=Utc)


class Fact(SQLModel, table=True):
    """One remembered fact of the installation: the demo's clock, a polling offset."""

    key: str = Field(primary_key=True)
    value: Any = Field(default=None, sa_column=Column(JSON))
