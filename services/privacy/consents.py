"""Toestemming: what a jobseeker said yes to, since when, and what they took back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import col, select

from services.clock import local_date
from services.store.models import Employer, Event, Jobseeker, Match, Plan, Vacancy
from services.texts import refs
from services.texts.refs import Ref
from services.unit_of_work import Work

CARD = frozenset(
    {"interested", "introduced", "invited"}
)  # the employer gets or has a nameless card


LIST, CARDS, NAMES, PLANS, HELPS = "list", "card", "name", "plan", "helps"
TAKEN_BACK = "consent-back"  # the event
KINDS = (LIST, CARDS, NAMES, PLANS, HELPS)


@dataclass(frozen=True)
class Consent:
    """One thing somebody agreed to; `given` is False when they said no or took it back."""

    what: Ref
    since: date | None
    given: bool = True
    kind: str = LIST  # one of KINDS: how it is taken back
    about: int = 0  # the match or plan


async def of(work: Work, person_id: int) -> list[Consent]:
    """Everything one jobseeker agreed to, what is shared with most people first."""
    return [
        *await _list(work, person_id),
        *await _helps(work, person_id),
        *await _shared(work, person_id),
        *await _plans(work, person_id),
    ]


async def _list(work: Work, person_id: int) -> list[Consent]:
    """Their own key of the browse list; the coach has the other one."""
    query = (
        select(Event)
        .where(Event.person_id == person_id, Event.kind == "visibility")
        .where(Event.actor_id == person_id)
        .order_by(col(Event.id).desc())
    )
    said = (await work.tx.exec(query.limit(1))).first()
    row = await work.get(Jobseeker, person_id)
    if said is None and not row.shown_by_self:
        return []
    return [
        Consent(refs.text("consent-list"), local_date(said.at) if said else None, row.shown_by_self)
    ]


async def _helps(work: Work, person_id: int) -> list[Consent]:
    """May an employer read, without her name, what helps her to work well?"""
    row = await work.get(Jobseeker, person_id)
    said = row.profile.get("share_helps")
    if said is None:
        return []
    on = (row.confirmed.get("share_helps") or {}).get("on")
    since = date.fromisoformat(on) if on else None
    return [Consent(refs.text("consent-helps"), since, said == "yes", HELPS)]


async def _lasts(work: Work, match: Match) -> bool:
    """Was the name that was given not taken back since?"""
    query = select(Event.id).where(
        Event.kind == TAKEN_BACK, Event.subject == "match", Event.subject_id == match.id
    )
    return (await work.tx.exec(query.limit(1))).first() is None


async def _shared(work: Work, person_id: int) -> list[Consent]:
    """Employers with a card without a name, and those who were given name and number."""
    query = (
        select(Match, Vacancy, Employer)
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
        .join(Employer, col(Employer.id) == col(Vacancy.employer_id))
        .where(Match.jobseeker_id == person_id)
        .order_by(col(Match.id).desc())
    )
    found = []
    for match, vacancy, employer in (await work.tx.exec(query)).all():
        about = {"employer": refs.words(employer.name), "title": refs.words(vacancy.title)}
        if match.agreed is not None:
            what, since = refs.text("consent-name", **about), local_date(match.agreed)
            found.append(Consent(what, since, await _lasts(work, match), NAMES, match.id or 0))
        elif match.state in CARD:
            what = refs.text("consent-card", **about)
            found.append(Consent(what, None, True, CARDS, match.id or 0))
    return found


async def _plans(work: Work, person_id: int) -> list[Consent]:
    query = select(Plan).where(Plan.person_id == person_id, Plan.state == "agreed")
    return [
        Consent(
            refs.text("consent-plan", n=plan.version),
            local_date(plan.agreed_by_jobseeker),
            True,
            PLANS,
            plan.id or 0,
        )
        for plan in (await work.tx.exec(query)).all()
        if plan.agreed_by_jobseeker
    ]
