"""People who were asked for a vacancy and wait: who they are, and telling them what changed."""

from __future__ import annotations

from typing import Any

from sqlmodel import col, select

from services.messages import message, outbox
from services.store.models import Match, Vacancy
from services.texts import refs
from services.unit_of_work import Work

WAITING = ("approved", "interested", "introduced", "invited")  # people who were asked


async def waiting(work: Work, vacancy_id: int) -> list[Match]:
    """The matches of people who were asked, or asked for this themselves and were let through."""
    query = select(Match).where(Match.vacancy_id == vacancy_id, col(Match.state).in_(WAITING))
    return list((await work.tx.exec(query.order_by(col(Match.id)))).all())


def tell(work: Work, match: Match, text: str, vacancy: Vacancy, **args: Any) -> None:
    """Say something of a vacancy to the jobseeker of a match, with a person one press away."""
    body = outbox.line(text, title=refs.words(vacancy.title), **args)
    body = body.with_buttons(message.opens("ask", refs.text("command.coach")))
    outbox.tell(work, match.jobseeker_id, body, kind="promise")
