"""Whose cards an employer sees now, of the people who said yes: the cap and the preselection.

*Number of candidates*: so many cards wait for the employer at a time; when one is answered the next
comes. *Preselection*: the first cards come together, as a list, once so many people said yes, or
earlier when a colleague puts the list before the employer. Everybody on it was approved by a coach.
"""

from __future__ import annotations

from sqlmodel import col, select

from services.store.models import Match, Vacancy
from services.unit_of_work import Work

USUAL = 3  # a list of an employer who named no number
SEEN = frozenset({"introduced", "invited", "rejected", "met", "placed", "not_placed"})


def cap(vacancy: Vacancy) -> int | None:
    """How many cards may wait for the employer at a time; None for no limit."""
    asked = vacancy.agreement.get("candidates")
    if isinstance(asked, int):
        return asked
    return USUAL if preselects(vacancy) else None


def preselects(vacancy: Vacancy) -> bool:
    """Does the employer want a list first?"""
    return vacancy.agreement.get("preselection") == "yes"


async def next_up(work: Work, vacancy: Vacancy, *, by_hand: bool = False) -> list[Match]:
    """The people to introduce now, best fit first; `by_hand`: somebody sends the list as it is."""
    await work.tx.flush()
    query = select(Match).where(Match.vacancy_id == vacancy.id)
    found = (await work.tx.exec(query.order_by(col(Match.score).desc(), col(Match.id)))).all()
    waiting = [match for match in found if match.state == "interested"]
    most = cap(vacancy)
    if most is None:
        return waiting
    first = not any(match.state in SEEN for match in found)
    if preselects(vacancy) and first and not by_hand and len(waiting) < most:
        return []
    return waiting[: max(most - sum(match.state == "introduced" for match in found), 0)]
