"""Links that carry somebody from one place to another: posters, invitations, another device."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import col, select

from services import audit, employers, events, rights
from services.access import attempts, cutting, sessions
from services.messages import outbox
from services.messages.message import Message
from services.store.models import Address, Event, Inbox, Jobseeker, Link, Person, Staff, Visit
from services.store.sealed import ring
from services.texts import refs
from services.unit_of_work import Work

LOGIN_LASTS = timedelta(minutes=15)
INVITATION_LASTS = timedelta(days=14)
ELSEWHERE_LASTS = timedelta(days=1)  # another device is at hand
LATER_LASTS = timedelta(days=30)  # written down when a shared computer is left
DESK_LASTS = timedelta(minutes=15)  # made by a colleague: she sits there, with her phone
ALONE = "alone"  # of a code: the browsers of before fall when it is used
CHECKED = ("seen", "called")  # how a coach made sure who somebody is
POSTER_LASTS = timedelta(days=3650)


@dataclass(frozen=True)
class Outcome:
    """What following a link led to: a text to say, and whether this chat now belongs elsewhere."""

    text: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)
    moved: bool = False


async def follow(work: Work, person: Person, token: str) -> Outcome:
    """Do what a link is for. A link that is used up or unknown is said kindly."""
    if token in {organisation.code for organisation in work.region.organisations}:
        person.source = person.source or token  # a printed poster names its organisation
        return Outcome()
    who = attempts.person(person.id or 0)
    if not await attempts.allowed(work, who):
        return Outcome("link-wait")
    for purpose, act in _ACTS.items():
        link = await sessions.use_link(work, token, purpose)
        if link is not None:
            await attempts.right(work, who)
            return await act(work, person, link)
    return Outcome("link-unknown")


async def is_known(work: Work, token: str) -> bool:
    """Was this ever given to somebody? Trying it is no guess then, also when it is used up."""
    codes = {organisation.code for organisation in work.region.organisations}
    return token in codes or await sessions.is_link(work, token)


async def _poster(work: Work, person: Person, link: Link) -> Outcome:
    person.source = person.source or str(link.facts.get("organisation", ""))
    return Outcome()


async def _invite(work: Work, person: Person, link: Link) -> Outcome:
    """A member of staff joins; the invitation says with which role, in which team.

    Who works here already gets that role and team. The second factor stays as it was: whoever has
    somebody's chat must not come in with an invitation. Only `staffing.reset_second_factor` does.
    """
    by, facts = link.person_id, link.facts
    if by is not None and by == person.id:
        return Outcome("invite-own")
    if not await _may_still_join(work, person, link):
        return Outcome("link-unknown")
    staff = await work.tx.get(Staff, person.id)
    if staff is None:
        staff = Staff(person_id=person.id or 0, role="", organisation="", team="")
        work.tx.add(staff)
    staff.role, staff.team = facts["role"], facts["team"]
    staff.organisation = facts["organisation"]
    staff.lead, staff.active = bool(facts.get("lead")), True
    person.name = person.name or facts.get("name")
    link.facts = {key: value for key, value in facts.items() if key != "name"}
    person.formal = True
    await events.log(work, "staff-joined", actor=by, about=person.id, role=staff.role)
    role = refs.text(f"role-{staff.role}")
    return Outcome("staff-welcome", {"name": refs.words(person.name or ""), "role": role})


async def _may_still_join(work: Work, person: Person, link: Link) -> bool:
    """Does whoever invited still administer, and did nobody let this person go since then?"""
    if link.person_id is not None:  # else it was made on the server itself
        inviter = await work.tx.get(Staff, link.person_id)
        viewer = rights.viewer(inviter) if inviter else None
        if viewer is None or not rights.may_administer(viewer):
            return False
    left = select(Event.id).where(
        Event.kind == "staff-left", Event.person_id == person.id, col(Event.at) >= link.created
    )
    return (await work.tx.exec(left.limit(1))).first() is None


async def _join(work: Work, person: Person, link: Link) -> Outcome:
    """The web chat and Telegram become one person (ways-in)."""
    other = link.person_id
    if other is None or other == person.id:
        return Outcome("link-same")
    if await is_staff(work, other):
        return Outcome("link-unknown")
    if await _has_history(work, person):
        return Outcome("link-two-people")
    had = await _addresses(work, other)
    await _fall(work, link)
    moved = await _addresses(work, person.id or 0)
    await _move(work, person.id or 0, other)
    await _told(work, other, had, moved[0].channel if moved else "telegram")
    outbox.later(work, "greet", other, text="link-joined")
    return Outcome(moved=True)


async def use_code(work: Work, code: str) -> tuple[int, str] | None:
    """A browser becomes the person of a code: who that is, and the cookie of the new visit."""
    link = await sessions.use_link(work, code, "join")
    if link is None or link.person_id is None or await is_staff(work, link.person_id):
        return None
    had = await _addresses(work, link.person_id)
    await _fall(work, link)
    cookie = await sessions.begin_visit(work, link.person_id, "chat")
    key = ring().lookup("web", cookie)
    work.tx.add(Address(person_id=link.person_id, channel="web", key=key, used=work.now))
    await _told(work, link.person_id, had, "web")
    return link.person_id, cookie


async def _fall(work: Work, link: Link) -> None:
    """Who lost her conversation comes back alone: browsers that were in it are in it no more."""
    if link.facts.get(ALONE):
        await work.tx.exec(
            delete(Visit)
            .where(col(Visit.person_id) == link.person_id, col(Visit.kind) == "chat")
            .execution_options(synchronize_session=False)
        )


async def is_staff(work: Work, person_id: int) -> bool:
    """Does somebody work here? Then nobody becomes them with a code."""
    return await work.tx.get(Staff, person_id) is not None


async def _addresses(work: Work, person_id: int) -> Sequence[Address]:
    query = select(Address).where(Address.person_id == person_id).order_by(col(Address.id))
    return (await work.tx.exec(query)).all()


async def _told(work: Work, person_id: int, had: Sequence[Address], channel: str) -> None:
    """Whoever the conversation belongs to hears that it is somewhere else too, where it was.

    A page shows the whole conversation; a phone that was there before gets a message of its own.
    """
    await cutting.tell_who_is_back(work, await work.get(Person, person_id))
    await events.log(work, "code-used", actor=person_id, about=person_id, channel=channel)
    door = work.region.front_door
    body = outbox.line(
        "joined-elsewhere", where=refs.text(f"channel-{channel}"), phone=refs.words(door.phone)
    )
    _tell(work, person_id, body, had)


async def tell_everywhere(work: Work, person_id: int, body: Message) -> None:
    """What somebody must hear about their own conversation, on every phone they have."""
    _tell(work, person_id, body, await _addresses(work, person_id))


def _tell(work: Work, person_id: int, body: Message, had: Sequence[Address]) -> None:
    phones = [each.id for each in had if each.channel != "web"]
    for address_id in phones or [None]:
        outbox.tell(work, person_id, body, kind="promise", address_id=address_id)


async def _has_history(work: Work, person: Person) -> bool:
    return bool(
        await work.tx.get(Jobseeker, person.id)
        or await work.tx.get(Staff, person.id)
        or await employers.of_person(work, person.id or 0)
    )


async def _move(work: Work, person_id: int, to: int) -> None:
    """Everything that reaches or still waits for one person goes to the other."""
    await work.tx.exec(
        update(Visit)
        .where(col(Visit.person_id) == person_id, col(Visit.kind) == "chat")
        .values(person_id=to)
        .execution_options(synchronize_session=False)
    )
    await work.tx.exec(
        update(Address)
        .where(col(Address.person_id) == person_id)
        .values(person_id=to, used=work.now)
    )
    await work.tx.exec(
        update(Inbox)
        .where(col(Inbox.person_id) == person_id, col(Inbox.done).is_(None))
        .values(person_id=to)
        .execution_options(synchronize_session=False)
    )


_ACTS = {"poster": _poster, "invite": _invite, "join": _join}


async def invitation(work: Work, by: int | None, facts: Mapping[str, Any]) -> str:
    """A link for a new colleague: {"role", "organisation", "team", "lead", "name"}."""
    token = await sessions.make_link(work, "invite", by, dict(facts), INVITATION_LASTS)
    return f"{work.public_url}/chat?t={token}"


async def console_link(work: Work, person_id: int) -> str:
    """A one-time login to the console."""
    token = await sessions.make_link(work, "login", person_id, {}, LOGIN_LASTS)
    return f"{work.public_url}/console/login?t={token}"


async def personal_link(
    work: Work, person_id: int, lasts: timedelta = ELSEWHERE_LASTS, *, alone: bool = False
) -> tuple[str, str]:
    """The way to go on elsewhere: a link, and the same as eight characters to type; once.

    `alone`: whoever was in before, in a browser, is in no more once it is used. LookupError for
    a colleague: whoever works here comes in with a second factor, or not at all.
    """
    if await is_staff(work, person_id):
        raise LookupError("staff have no codes")
    token = await sessions.make_link(work, "join", person_id, {ALONE: True} if alone else {}, lasts)
    return f"{work.public_url}/chat/code?c={token}", token


async def page_link(work: Work, person_id: int) -> str:
    """An employer's own page; on another device it asks to confirm the code it carries."""
    if await is_staff(work, person_id):
        return f"{work.public_url}/werkgever"
    _, code = await personal_link(work, person_id)
    return f"{work.public_url}/werkgever?c={code}"


async def data_link(work: Work, person_id: int) -> str:
    """The page with all of somebody's data; on another device it asks to confirm its code."""
    if await is_staff(work, person_id):
        return f"{work.public_url}/chat/gegevens"
    _, code = await personal_link(work, person_id)
    return f"{work.public_url}/chat/gegevens?c={code}"


async def helped_link(work: Work, person_id: int, actor: int) -> tuple[str, str]:
    """A way in that a colleague makes for somebody who is there: short, logged, and told to her."""
    link = await personal_link(work, person_id, DESK_LASTS)
    await events.log(work, "code-made", actor=actor, about=person_id)
    await tell_everywhere(work, person_id, outbox.line("code-made", name=refs.name(actor)))
    return link


async def way_back(work: Work, person_id: int, actor: int, how: str) -> tuple[str, str]:
    """A way back for somebody who lost her conversation, made by her coach who checked who she is.

    It works once, for a quarter of an hour; what opened her conversation in a browser before falls
    when it is used. Logged with how it was checked, and told to her wherever else she is.
    """
    if how not in CHECKED:
        raise ValueError(f"no such check: {how}")
    link = await personal_link(work, person_id, DESK_LASTS, alone=True)
    await events.log(work, "way-back", actor=actor, about=person_id, how=how)
    await audit.note(work, "way-back", actor=actor, people=[person_id], how=how)
    told = {"name": refs.name(actor), "phone": refs.words(work.region.front_door.phone)}
    await tell_everywhere(work, person_id, outbox.line("way-back-told", **told))
    return link
