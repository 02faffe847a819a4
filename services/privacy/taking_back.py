"""Taking a consent back: it works at once, also on what waits to be said or decided.

Every kind of `consents.KINDS` stands in `WAYS`. What an employer has read cannot be unread: they
are asked to throw it away, and she hears that.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from sqlmodel import col, select

from services import agreed, events, matches
from services.jobseekers import plans, profiles
from services.messages import outbox
from services.privacy import consents
from services.privacy.consents import CARDS, HELPS, LIST, NAMES, PLANS, Consent
from services.store.models import Match, Message, Person, Vacancy
from services.texts import refs, text
from services.unit_of_work import Work


async def given(work: Work, person_id: int, kind: str, about: int) -> Consent:
    """A consent that holds now; LookupError for any other."""
    for each in await consents.of(work, person_id):
        if each.given and (each.kind, each.about) == (kind, about):
            return each
    raise LookupError(f"no consent {kind} {about}")


async def take_back(work: Work, person: Person, kind: str, about: int) -> None:
    """It holds no more from now on; LookupError when it did not."""
    await given(work, person.id or 0, kind, about)
    subject = ("match", about) if kind in (CARDS, NAMES) else None
    who = person.id or 0
    await events.log(work, consents.TAKEN_BACK, actor=who, about=who, subject=subject, what=kind)
    await WAYS[kind](work, person, about)


async def _off_the_list(work: Work, person: Person, _: int) -> None:
    """Nobody finds her any more, and what employers asked from the list goes no further."""
    number = person.id or 0
    await profiles.set_visibility(work, number, shown=False, actor=number)
    query = select(Match).where(Match.jobseeker_id == number, Match.origin == "employer")
    waiting = query.where(col(Match.state).in_(("proposed", "approved")))
    for match in (await work.tx.exec(waiting)).all():
        await matches.move(work, match.id or 0, "withdrawn", actor=number, reason="profile")


async def _no_card(work: Work, person: Person, match_id: int) -> None:
    """The card is seen no more; what was still to be said about her is not said."""
    match = await work.get(Match, match_id)
    if match.state == "interested":  # no employer saw anything yet
        await matches.move(work, match_id, "withdrawn", actor=person.id, reason="profile")
    else:
        await matches.decline_invitation(work, match_id, person.id or 0)


async def _no_name(work: Work, person: Person, match_id: int) -> None:
    """The employer is asked to throw name and number away; the meeting is off."""
    match = await work.get(Match, match_id)
    if match.state in matches.OPEN:
        await matches.decline_invitation(work, match_id, person.id or 0)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    forget = outbox.line("consent-forget", title=refs.words(vacancy.title))
    await agreed.tell(work, vacancy, forget)


async def _no_plan(work: Work, person: Person, plan_id: int) -> None:
    """The plan is agreed no longer: it is a draft again, and her coach hears it."""
    words = text(person.voice, "takeback-plan-words")
    await plans.object_to(work, plan_id, words, actor=person.id or 0, takes_back=True)


async def _no_helps(work: Work, person: Person, _: int) -> None:
    """What helps her is on no card any more, nor on one that waits to be sent."""
    await profiles.save_visit(work, person, 0, {"share_helps": "no"})
    query = select(Message).where(Message.about == person.id, Message.person_id != person.id)
    waiting = query.where(col(Message.sent).is_(None), col(Message.dead).is_(None))
    for message in (await work.tx.exec(waiting)).all():
        message.body = _without(message.body)


def _without(value: Any) -> Any:
    """A body without the line that tells what helps."""
    if isinstance(value, dict):
        return {key: _without(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        kept = [each for each in value if not _tells(each)]
        return [_without(each) for each in kept]
    return value


def _tells(value: Any) -> bool:
    return isinstance(value, list | tuple) and list(value[:2]) == list(refs.text("card-helps"))


Way = Callable[[Work, Person, int], Awaitable[None]]
WAYS: Mapping[str, Way] = {
    LIST: _off_the_list,
    CARDS: _no_card,
    NAMES: _no_name,
    PLANS: _no_plan,
    HELPS: _no_helps,
}
