"""What happens to a message between being said and being delivered."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any

from sqlmodel import col, select

from services import audit, caseload, events, privacy
from services.matches import called_off, meetings
from services.messages import naming, outbox
from services.store.models import Jobseeker, Meeting, Message, Person
from services.texts import refs
from services.unit_of_work import Work

CALENDAR_FILE = "afspraak.ics"
EXPORT_FILE = "werklijn-mijn-gegevens.json"
FILE_AGAIN = "file-again"  # the job that makes a file after its words were sent
AGAIN = timedelta(seconds=30)
ROUNDS = 5  # times that a file is sent after its words
AT_MOST_ONCE = frozenset({"reminder", "digest"})  # kinds-of-message


async def ready(work: Work, message: Message) -> dict[str, Any]:
    """The body as it is sent: a file is made now, so that it holds what is true now."""
    body = dict(await naming.in_words(work, message.body or {}, message.created, message.person_id))
    if "file" in body:
        made = await FILES[body["file"]](work, message.person_id, body)
        if made is not None:
            body["file_name"], body["content"] = made
    return body


async def _export(work: Work, person_id: int, _: Mapping[str, Any]) -> tuple[str, str]:
    document = await privacy.export(work, person_id)
    await audit.note(work, "exported", people=[person_id])
    return EXPORT_FILE, json.dumps(document, ensure_ascii=False, indent=2)


async def _calendar(work: Work, person_id: int, body: Mapping[str, Any]) -> tuple[str, str] | None:
    if "off" in body:
        return CALENDAR_FILE, (await called_off.calendar(work, person_id, body["off"])).decode()
    try:
        meeting = await work.get(Meeting, int(body["subject"]))
        ics = await meetings.calendar(work, meeting, person_id)
    except (LookupError, PermissionError):
        return None  # erased meanwhile: the words alone
    return CALENDAR_FILE, ics.decode()


# What a message may carry along: its name in the body -> (name, content), or None without one.
FILES: Mapping[str, Callable[[Work, int, Mapping[str, Any]], Awaitable[tuple[str, str] | None]]] = {
    "export": _export,
    "calendar": _calendar,
}


async def without_file(work: Work, message: Message) -> dict[str, Any] | None:
    """The words alone, when their file cannot be made now: that is tried again by itself.

    None for a file that was sent after its words: it has nothing to say without it.
    """
    body = dict(await naming.in_words(work, message.body or {}, message.created, message.person_id))
    send_file_later(work, message.person_id, body)
    del body["file"]
    if body.get("round"):
        return None
    body["lines"] = [*body["lines"], ["file-later", {}]]
    return body


def send_file_later(work: Work, person_id: int, body: Mapping[str, Any]) -> None:
    """The words are there, their file is not: a job of its own makes it again."""
    outbox.later(
        work,
        FILE_AGAIN,
        due=work.now + AGAIN,
        person=person_id,
        file=body["file"],
        subject=body.get("subject", 0),
        **({"off": body["off"]} if "off" in body else {}),
        round=int(body.get("round", 0)) + 1,
    )


async def file_again(work: Work, given: Mapping[str, Any]) -> None:
    """Send a file after its words, if it can be made by now.

    Raises what making it raises, and LookupError when sending it failed too often: then the job is
    tried again and parked in the end, so that somebody sees it.
    """
    person = await work.tx.get(Person, given["person"])
    if person is None or person.erased is not None:
        return
    if given["round"] > ROUNDS:
        raise LookupError("a file that cannot be sent")
    asked = {key: given[key] for key in ("file", "subject", "off", "round") if key in given}
    body = {**outbox.line("file-now").stored(), **asked}
    ready_now = await ready(work, Message(person_id=given["person"], body=body, created=work.now))
    if "content" in ready_now:
        outbox.tell(work, given["person"], body, kind="promise")


async def missed(work: Work, person: Person) -> bool:
    """Did the last thing said to them not arrive, because they were gone?"""
    query = select(Message.outcome).where(Message.person_id == person.id, col(Message.ours))
    last = (await work.tx.exec(query.order_by(col(Message.id).desc()).limit(1))).first()
    return last in ("blocked", "unreachable")


async def heard_since(work: Work, message: Message) -> bool:
    """Did somebody say something after this attempt was made? Then they are not gone."""
    person = await work.get(Person, message.person_id)
    return bool(person.seen and message.tried and person.seen > message.tried)


async def unreachable(work: Work, person_id: int) -> None:
    """Somebody blocked the chat: remember it, and tell whoever looks after them (once)."""
    person = await work.get(Person, person_id)
    if person.unreachable is not None:
        return
    person.unreachable = work.now
    await events.log(work, "unreachable", about=person_id)
    jobseeker = await work.tx.get(Jobseeker, person_id)
    if jobseeker is None:
        return
    for staff_id in await caseload.of_jobseeker(work, jobseeker):
        body = outbox.line("staff-unreachable", name=refs.name(person_id))
        outbox.tell(work, staff_id, body)
