"""A reported vacancy changes: other demands, on hold and open again, split over two places.

What was asked of people under the old demands is looked at again in a row of its own
(`services.matches.proposals.again`), so that nobody goes on with what is no longer so.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlmodel import col, select

from services import agreed, events, matches, vacancies
from services.matches import asked, proposals
from services.matching import own_words
from services.messages import outbox
from services.refused import RefusedError
from services.store.models import Event, Vacancy
from services.unit_of_work import Work

CHANGEABLE = ("open", "hold", "look")  # states of a vacancy in which it can be changed
CHANGED = "vacancy-changed"  # the event, and the row that follows it
SHORTEST = timedelta(days=7)  # a vacancy that is open again stays so at least this long


async def taken(work: Work, vacancy_id: int, *states: str) -> Vacancy:
    """A vacancy in one of these states, locked; RefusedError when it is in another by now."""
    vacancy = await work.take(Vacancy, vacancy_id)
    if vacancy.status not in states:
        raise RefusedError("decided")
    return vacancy


async def change(
    work: Work, vacancy_id: int, answers: Mapping[str, Any], actor: int | None
) -> list[str]:
    """Store what is answered otherwise than it was; the names of those answers."""
    vacancy = await taken(work, vacancy_id, *CHANGEABLE)
    before = vacancies.answers_now(vacancy)
    changed = [k for k, v in answers.items() if not k.startswith("_") and v != before.get(k)]
    if not changed:
        return []
    new = {field: answers[field] for field in changed}
    vacancy.title = new.get("title") or vacancy.title
    vacancy.demands = _changed(vacancy.demands, new)
    agreed = {field: new[field] for field in vacancies.AGREEMENT if field in new}
    vacancy.agreement = {**vacancy.agreement, **agreed}
    if new.get("expires"):
        vacancy.expires = date.fromisoformat(new["expires"])
    source = {k: v for k, v in (vacancy.evidence or {}).items() if k not in changed}
    vacancy.evidence, vacancy.updated = source or None, work.now
    codes = {field: _codes(field, before.get(field)) for field in changed}
    subject = ("vacancy", vacancy_id)
    await events.log(work, CHANGED, actor=actor, subject=subject, before=codes)
    outbox.later(work, CHANGED, vacancy=vacancy_id, before=codes)
    return changed


def _codes(field: str, value: Any) -> Any:
    """An answer without the words somebody wrote: the log has codes and numbers."""
    if field == "title":
        return None
    if isinstance(value, list):
        own = own_words.OWN_WORDS
        return [each for each in value if not isinstance(each, str) or not each.startswith(own)]
    return value


async def _changed_meanwhile(work: Work, vacancy_id: int) -> dict[str, Any]:
    """What changed since people who were asked were last looked at: field -> as it was then."""
    about = (col(Event.subject) == "vacancy") & (col(Event.subject_id) == vacancy_id)
    kinds = (CHANGED, proposals.LOOKED_AGAIN)
    query = select(Event).where(about, col(Event.kind).in_(kinds)).order_by(col(Event.id))
    found: dict[str, Any] = {}
    for event in (await work.tx.exec(query)).all():
        found = {**event.codes.get("before", {}), **found} if event.kind == CHANGED else {}
    return found


def _changed(demands: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """The demands with what was answered anew; what is no longer asked is gone."""
    read = vacancies.demands_of(new)
    left = {k: v for k, v in demands.items() if not (k in new and new[k] is None)}
    if "licence" in new and new["licence"] is None:
        left.pop("licences", None)
    return {**left, **{k: v for k, v in read.items() if k != "strike" or "strike" in new}}


async def hold(work: Work, vacancy_id: int, actor: int | None) -> Vacancy:
    """Nobody is asked for a while; whoever was asked hears that it waits."""
    vacancy = await taken(work, vacancy_id, "open")
    vacancy.status, vacancy.updated = "hold", work.now
    await events.log(work, "vacancy-hold", actor=actor, subject=("vacancy", vacancy_id))
    for match in await asked.waiting(work, vacancy_id):
        if match.agreed is None:
            await outbox.close_dialogs(work, ("interest", "meeting", "confirm"), match.id or 0)
        asked.tell(work, match, "vacancy-on-hold", vacancy)
    return vacancy


async def open_again(work: Work, vacancy_id: int, actor: int | None) -> Vacancy:
    """It goes on where it was: the days on hold are added, and who waited is asked again."""
    vacancy = await taken(work, vacancy_id, "hold")
    vacancy.status, vacancy.updated = "open", work.now
    if vacancy.expires:
        later = vacancy.expires + (work.now - await _held_since(work, vacancy_id))
        vacancy.expires = max(later, work.today + SHORTEST)
    await events.log(work, "vacancy-unhold", actor=actor, subject=("vacancy", vacancy_id))
    await work.tx.flush()
    for match in await asked.waiting(work, vacancy_id):
        match.snoozed = work.now  # what waits, waits from now on
        if match.state == "interested":
            await matches.introduce(work, match, actor)
        elif match.state == "introduced":
            await agreed.ask(work, vacancy, "meeting", match.id or 0)
        elif match.agreed is None:
            outbox.open_dialog(work, match.jobseeker_id, ASKS[match.state], match.id or 0)
        asked.tell(work, match, "vacancy-goes-on", vacancy)
    outbox.later(work, "match-vacancy", vacancy=vacancy_id)
    if changed := await _changed_meanwhile(work, vacancy_id):
        outbox.later(work, CHANGED, vacancy=vacancy_id, before=changed)
    return vacancy


ASKS: Mapping[str, str] = {"approved": "interest", "invited": "confirm"}
"""Which dialog asks her in a state of a match."""


async def _held_since(work: Work, vacancy_id: int) -> Any:
    query = select(Event.at).where(
        Event.kind == "vacancy-hold", Event.subject == "vacancy", Event.subject_id == vacancy_id
    )
    return (await work.tx.exec(query.order_by(col(Event.id).desc()))).first() or work.now


async def split(
    work: Work, vacancy_id: int, answers: Mapping[str, Any], actor: int | None
) -> Vacancy:
    """Some of the places become a vacancy of their own: at another place, or for other work."""
    old = await taken(work, vacancy_id, *CHANGEABLE)
    places = int(answers.get("positions") or 1)
    other = {k: v for k, v in answers.items() if v is not None and k in ("title", "occupation")}
    moved = {k: v for k, v in answers.items() if v is not None and k in ("occupation", "place")}
    source = {k: v for k, v in (old.evidence or {}).items() if k not in moved and k not in other}
    new = Vacancy(
        employer_id=old.employer_id,
        contact_id=old.contact_id,
        title=other.get("title", old.title),
        demands={**old.demands, **vacancies.demands_of({**moved, "positions": places})}
        | {"strike": bool(old.demands.get("strike"))},
        agreement=dict(old.agreement),
        evidence=source or None,
        advert=old.advert,
        organisation=old.organisation,
        reported=work.now,
        updated=work.now,
        expires=old.expires,
    )
    work.tx.add(new)
    left = int(old.demands.get("positions") or 1) - places
    old.demands = {**old.demands, "positions": max(left, 1)}
    old.updated = work.now
    await work.tx.flush()
    await events.log(
        work, "vacancy-split", actor=actor, subject=("vacancy", vacancy_id), into=new.id
    )
    await events.log(work, "vacancy-reported", actor=actor, subject=("vacancy", new.id or 0))
    outbox.later(work, "match-vacancy", vacancy=new.id)
    outbox.later(work, "new-vacancy", vacancy=new.id)
    return new
