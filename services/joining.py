"""Links that carry somebody from one place to another: posters, invitations, another device."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import update
from sqlmodel import col, select

from services import employers, events, post, rights, sessions
from services.store.models import Address, Event, Inbox, Jobseeker, Link, Person, Staff
from services.work import Work

LOGIN_LASTS = timedelta(minutes=15)
INVITATION_LASTS = timedelta(days=14)
ELSEWHERE_LASTS = timedelta(days=30)  # decision 10
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
    for purpose, act in _ACTS.items():
        link = await sessions.use_link(work, token, purpose)
        if link is not None:
            return await act(work, person, link)
    return Outcome("link-unknown")


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
    person.formal = True
    await events.log(work, "staff-joined", actor=by, about=person.id, role=staff.role)
    role = ["text", f"role-{staff.role}"]
    return Outcome("staff-welcome", {"name": ["words", person.name or ""], "role": role})


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
    """The web chat and Telegram become one person (decision 10)."""
    other = link.person_id
    if other is None or other == person.id:
        return Outcome("link-same")
    if await _has_history(work, person):
        return Outcome("link-two-people")
    await _move(work, person.id or 0, other)
    post.later(work, "greet", other, text="link-joined")
    return Outcome(moved=True)


async def _has_history(work: Work, person: Person) -> bool:
    return bool(
        await work.tx.get(Jobseeker, person.id)
        or await work.tx.get(Staff, person.id)
        or await employers.of_person(work, person.id or 0)
    )


async def _move(work: Work, person_id: int, to: int) -> None:
    """Everything that reaches or still waits for one person goes to the other."""
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


async def personal_link(work: Work, person_id: int) -> tuple[str, str]:
    """The way to go on elsewhere: a link, and the same as eight characters to type."""
    token = await sessions.make_link(work, "join", person_id, {}, ELSEWHERE_LASTS)
    return f"{work.public_url}/chat/code?c={token}", token


async def page_link(work: Work, person_id: int) -> str:
    """An employer's own page; on another device it asks to confirm the code it carries."""
    _, code = await personal_link(work, person_id)
    return f"{work.public_url}/werkgever?c={code}"
