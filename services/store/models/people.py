"""Tables of people: jobseekers, staff, employers and their contacts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from services.store.db import Utc
from services.store.models.columns import Json, json, looked_up, sealed, time


class Person(SQLModel, table=True):
    """Somebody the service talks with: a jobseeker, an employer's contact, or a member of staff."""

    id: int | None = Field(default=None, primary_key=True)
    language: str = "nl"
    formal: bool = False  # addressed politely ("u"): employers and staff
    name: str | None = sealed()  # what the person wants to be called
    full_name: str | None = sealed()  # given when people meet
    phone: str | None = sealed()  # E.164
    email: str | None = sealed()
    source: str = ""  # the poster or link they came through: an organisation's code
    created: datetime = Field(sa_type=Utc)
    seen: datetime | None = time()  # when they last said something
    unreachable: datetime | None = time()  # they blocked the bot, or the chat is gone
    reached: datetime | None = time()  # staff told them otherwise what no page had fetched by then
    paused: datetime | None = time()  # no reminders and no new matches until they come back
    quiet: datetime | None = time()  # no reminders before this moment ("later")
    unasked: datetime | None = time()  # no reminders at all ("niet meer sturen")
    erased: datetime | None = time()

    @property
    def voice(self) -> str:
        """The language this person is written to in; "nl-u" is Dutch that says "u"."""
        return voice(self.language, self.formal)


def voice(language: str, formal: bool) -> str:
    """The language somebody is written to in."""
    return f"{language}-u" if formal else language


class Address(SQLModel, table=True):
    """Where a person can be reached: a Telegram chat, or the web chat."""

    __table_args__ = (UniqueConstraint("channel", "key"),)
    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    channel: str  # telegram | web
    key: str = looked_up("channel", "address")
    address: str | None = sealed()  # the chat id itself; web: nothing, the cookie finds it
    used: datetime = Field(sa_type=Utc)  # the newest one used is where messages go


class Staff(SQLModel, table=True):
    """A member of staff of one organisation in the region."""

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    role: str  # coach | account_manager | jobcoach | regional_manager | administrator | partner …
    organisation: str  # code in the region file
    team: str = Field(index=True)  # code in the region file
    lead: bool = False
    active: bool = True
    second_factor: str | None = sealed()  # TOTP secret; None until it is set up
    second_step: int | None = None  # the step of the digits used last: they work once


class Jobseeker(SQLModel, table=True):
    """The profile of a werkzoekende: codes and numbers only; names are on the person."""

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    status: str = Field(default="open", index=True)  # open | paused | placed
    profile: Json = json()  # field -> code, list or number; see services/people
    confirmed: Json = json()  # field -> {"on": ISO date, "by": person id}
    said: Json | None = sealed()  # field -> the words it was read from
    town: str = ""  # gemeente, for teams and statistics
    team: str = Field(default="", index=True)
    coach_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    organisation: str = ""
    support: str = "some"  # self | some | much: how much help someone needs
    rather_called: bool | None = None  # than written to: a wish, no diagnosis; None: not asked yet
    shown_by_self: bool = False  # first key of the browse list
    shown_by_coach: bool = False  # second key
    created: datetime = Field(sa_type=Utc)
    updated: datetime = Field(sa_type=Utc)


class Dossier(SQLModel, table=True):
    """What only the coach may see and matching never reads: benefit, ladder, register, permit."""

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    facts: Json | None = sealed()
    updated: datetime = Field(sa_type=Utc)


class Document(SQLModel, table=True):
    """A file somebody sent for their coach, such as a photo of a CV."""

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    kind: str  # cv
    reference: str | None = sealed()  # where the channel keeps it until it is fetched
    content: str | None = sealed()  # base64
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
    verified: datetime | None = time()
    verified_by: int | None = None
    account_manager_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    team: str = ""
    ambassador: bool = False  # may be named to other employers as an example
    created: datetime = Field(sa_type=Utc)


class Contact(SQLModel, table=True):
    """The person who speaks for an employer."""

    person_id: int = Field(primary_key=True, foreign_key="person.id")
    employer_id: int = Field(foreign_key="employer.id", index=True)
    role: str = "owner"  # owner | colleague: whoever registers the company, or somebody beside them
