"""What happens to a message between being said and being delivered."""

from __future__ import annotations

import json
from typing import Any

from sqlmodel import col, select

from services import events, matches, meetings, post, privacy
from services.store.models import Jobseeker, Meeting, Message, Person
from services.work import Work

CALENDAR_FILE = "afspraak.ics"
AT_MOST_ONCE = frozenset({"reminder", "digest"})  # decision 4


async def ready(work: Work, message: Message) -> dict[str, Any]:
    """The body as it is sent: a file is made now, so that it holds what is true now."""
    body = dict(message.body or {})
    if body.get("file") == "export":
        document = await privacy.export(work, message.person_id)
        body["content"] = json.dumps(document, ensure_ascii=False, indent=2)
        body["file_name"] = "werklijn-mijn-gegevens.json"
    if body.get("file") == "calendar":
        try:
            meeting = await work.get(Meeting, body["subject"])
            ics = await meetings.calendar(work, meeting, message.person_id)
        except (LookupError, PermissionError):
            return body  # erased meanwhile: the words alone
        body["content"], body["file_name"] = ics.decode(), CALENDAR_FILE
    return body


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
    for staff_id in await matches.deciders(work, jobseeker):
        body = post.line("staff-unreachable", name=["words", person.name or "?"])
        post.tell(work, staff_id, body)
