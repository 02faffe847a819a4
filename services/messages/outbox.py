"""The inbox and the outbox as the rest of the project sees them: `later` and `tell`.

What comes in or falls due is an inbox row; what is said is a message row. Both are written in the
transaction of the change that causes them, so that nothing is lost between two steps.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol
from uuid import uuid4

from sqlalchemy import update
from sqlmodel import col, select

from services.messages import naming
from services.messages.message import PARTS, Button, Line, Message, press
from services.store import models
from services.store.models import Inbox, Talk
from services.unit_of_work import Work

SELF = "self"  # the channel of what the service asks of itself
DESK = "desk"  # the channel of a colleague who fills in a dialog together with somebody

KINDS = ("answer", "promise", "reminder", "digest")  # how sure a message must be: kinds-of-message
WITHDRAWN = "withdrawn"  # how a message ends that may not be sent any more
SAID = "said"  # the kind of what people say themselves


class Spoken(Protocol):
    """A message as dialogs make it: lines, rows of buttons, what a phone may share, progress."""

    @property
    def lines(self) -> Sequence[Any]: ...  # noqa: D102
    @property
    def rows(self) -> Sequence[Sequence[Any]]: ...  # noqa: D102
    @property
    def asks(self) -> str: ...  # noqa: D102
    @property
    def step(self) -> tuple[int, int] | None: ...  # noqa: D102


def later(
    work: Work,
    kind: str,
    person_id: int | None = None,
    *,
    due: datetime | None = None,
    once: str = "",
    **payload: Any,
) -> None:
    """Do something in a transaction of its own, now or when it is due.

    With a person it waits its turn behind what that person said; without, it is a job that any
    process may pick up. `once` makes it unique: a second row with the same word is refused by the
    database, so only use it where the caller knows there is none.
    """
    at_desk = person_id is not None and person_id == work.desk
    if at_desk:
        payload["by"] = work.helper
    work.tx.put(
        Inbox,
        channel=DESK if at_desk else SELF,
        event_id=once or uuid4().hex,
        person_id=person_id,
        kind=kind,
        payload=payload,
        due=due or work.now,
        created=work.now,
    )


def open_dialog(work: Work, person_id: int, dialog: str, about: int = 0, **how: Any) -> None:
    """Begin a dialog with somebody, in their own line, after what they are saying now."""
    later(work, "open", person_id, dialog=dialog, about=about, **how)


def body_of(say: Spoken, dialog: str = "", about: int = 0) -> Message:
    """A message of a dialog: each of its buttons names the dialog, the question and the answer."""
    rows = tuple(
        tuple(Button(press(dialog, about, b.pick.question, b.pick.code), b.label) for b in row)
        for row in say.rows
    )
    lines = tuple(Line(line.text, line.args) for line in say.lines)
    return Message(lines, rows, asks=say.asks, step=say.step)


def tell(
    work: Work,
    person_id: int,
    said: Message | Mapping[str, Any],
    *,
    kind: str = "answer",
    edits: str = "",
    stale: datetime | None = None,
    address_id: int | None = None,
    about: int | None = None,
) -> None:
    """Say something to somebody: sent after this work has been committed.

    It goes to where they were heard last, or to the `address_id` that is given. To somebody who
    sits at a desk it is said there, by the colleague who reads the screen. Raises ValueError for a
    kind of message, or a part of one, that no channel knows.

    A body that was stored can be said again as it is.

    `about` is the other person it is about, with whose erasure it is stopped; who is named in it is
    found by itself.
    """
    body = said.stored() if isinstance(said, Message) else said
    if kind not in KINDS or not body.keys() <= PARTS:
        raise ValueError(f"no such message: {kind}, {sorted(body)}")
    at_desk = {"sent": work.now, "channel": DESK, "outcome": "ok"}
    work.tx.put(
        models.Message,
        person_id=person_id,
        kind=kind,
        body=dict(body),
        edits=edits,
        about=about or naming.about_whom(person_id, body),
        created=work.now,
        stale=stale,
        address_id=address_id,
        **(at_desk if person_id == work.desk else {}),
    )


def line(text_id: str, **args: Any) -> Message:
    """A message of one line, for services that have something to say."""
    return Message((Line(text_id, args),))


def heard(
    work: Work, person_id: int, ref: Sequence[Any], channel: str, about: int | None = None
) -> None:
    """Keep what a person said, after the guard, so that they and their coach can read it back.

    What a colleague or an employer said of somebody (`about`) goes when that person is erased.
    """
    work.tx.put(
        models.Message,
        person_id=person_id,
        ours=False,
        kind=SAID,
        body=line("said", words=ref).stored(),
        created=work.now,
        sent=work.now,
        channel=channel,
        about=about,
    )


async def stop(work: Work, about: int, people: Collection[int] | None = None) -> None:
    """Whatever still waits to be said about somebody is not said (to these people, or anybody)."""
    await work.tx.flush()
    query = update(models.Message).where(
        col(models.Message.about) == about,
        col(models.Message.sent).is_(None),
        col(models.Message.dead).is_(None),
    )
    if people is not None:
        query = query.where(col(models.Message.person_id).in_(people))
    await work.tx.exec(query.values(dead=work.now, outcome=WITHDRAWN))


async def close_dialogs(work: Work, dialogs: Sequence[str], about: int) -> None:
    """Whatever these dialogs still ask anybody about this thing, it no longer needs to know."""
    query = select(Talk).where(
        col(Talk.dialog).in_(dialogs), Talk.about == about, col(Talk.finished).is_(None)
    )
    for talk in (await work.tx.exec(query)).all():
        talk.finished, talk.state, talk.question = work.now, None, None
