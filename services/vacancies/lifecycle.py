"""Vacatures: what an employer reported, and how it is agreed to be handled (VAC-01 to VAC-08)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlmodel import select

from services import agreed, events, lawful, matches
from services.employers import of_person
from services.matching.own_words import OWN, OWN_WORDS, told
from services.messages import outbox
from services.refused import RefusedError
from services.store.models import Match, Person, Vacancy
from services.texts import refs
from services.unit_of_work import Work

DEMANDS = (
    "occupation",
    "tasks",
    "must",
    "nice",
    "hours",
    "times",
    "place",
    "start",
    "wage",
    "contract",
    "level",
    "dutch",
    "licences",
    "positions",
    "conditions",
    "open_to",
    "strike",
)
CONCEPTS = ("occupation", "must", "nice")  # what the vocabulary has codes for
AGREEMENT = agreed.FIELDS
LOOK = "look"  # the state of a vacancy that a person looks at before anybody else does
WHY: Mapping[str, tuple[str, ...]] = {  # why a vacancy is over, as the employer says
    "filled": ("with-us", "elsewhere"),
    "closed": ("not-needed", "no-budget", "nobody-found", "other"),
}
ANSWER_WITHIN = timedelta(hours=72)  # VAC-06, clock hours from the report (72-hours)


async def report(
    work: Work, person: Person, about: int, answers: Mapping[str, Any], by: int | None = None
) -> Vacancy:
    """Store a vacancy and its agreement. The 72 hours start here; `by` filled it in.

    What the law has something to say about waits for a person: nobody is asked for it before.
    """
    employer = await of_person(work, person.id or 0)
    if employer is None:
        raise LookupError("a vacancy needs an employer")
    why = answers.get("_why") or {}
    found = [
        {**each, "why": why.get(each["field"]) or why.get("advert")}
        for each in lawful.of_answers(work.region, work.today, answers)
    ]
    vacancy = Vacancy(
        employer_id=employer.id or 0,
        contact_id=person.id or 0,
        status=LOOK if found else "open",
        doubts={"found": found, "allowed": []} if found else None,
        title=answers["title"],
        demands=demands_of(answers),
        agreement={field: answers.get(field) for field in AGREEMENT},
        evidence=answers.get("_from"),
        advert=answers.get("advert"),
        organisation=employer.team,
        reported=work.now,
        updated=work.now,
        expires=date.fromisoformat(answers["expires"]) if answers.get("expires") else None,
    )
    work.tx.add(vacancy)
    await work.tx.flush()
    await events.log(
        work, "vacancy-reported", actor=by or person.id, subject=("vacancy", vacancy.id or 0)
    )
    if not found:
        outbox.later(work, "match-vacancy", vacancy=vacancy.id)
    outbox.later(work, "new-vacancy", vacancy=vacancy.id)
    return vacancy


def demands_of(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The part of the answers that matching reads; unknown fields are left out."""
    found = {field: answers[field] for field in DEMANDS if answers.get(field) is not None}
    own: dict[str, list[str]] = {}
    for field in CONCEPTS:
        if field in found:
            said = [code for code in found[field] if code.startswith(OWN_WORDS)]
            found[field] = [code for code in found[field] if code not in said]
            own |= {field: said} if said else {}
    if own:
        found[OWN] = own
    if "licence" in answers and answers["licence"] is not None:
        code = answers["licence"]
        found["licences"] = [] if code == "none" else [code.upper()]
    if found.get("conditions") == ["none"]:
        found["conditions"] = []
    if found.get("open_to") == ["none"]:
        found["open_to"] = []
    if isinstance(found.get("wage"), str):
        found["wage"] = {"marker": found["wage"]}
    found["strike"] = answers.get("strike") == "yes"
    return found


def answers_of(vacancy: Vacancy) -> dict[str, Any]:
    """An earlier vacancy as answers, to be used again; dates are asked anew."""
    gone = ("start", "strike", "licences")
    known = {k: v for k, v in told(vacancy.demands).items() if k not in gone}
    licences = vacancy.demands.get("licences")
    if licences is not None:
        known["licence"] = licences[0].lower() if licences else "none"
    for field in ("conditions", "open_to"):
        if known.get(field) == []:
            known[field] = ["none"]
    handled = {k: v for k, v in vacancy.agreement.items() if k != "expires"}
    return {"title": vacancy.title, **known, **handled}


def answers_now(vacancy: Vacancy) -> dict[str, Any]:
    """A vacancy as the answers it was reported with, to be changed."""
    asked = vacancy.demands
    return {
        **answers_of(vacancy),
        "start": asked.get("start"),
        "strike": "yes" if asked.get("strike") else "no",
        "expires": vacancy.expires.isoformat() if vacancy.expires else None,
    }


def due(vacancy: Vacancy) -> Any:
    """When the employer must have heard at the latest."""
    return vacancy.reported + ANSWER_WITHIN


async def close(
    work: Work, vacancy_id: int, status: str, actor: int | None, why: str = ""
) -> Vacancy:
    """Filled, closed or expired: every match that is still open ends for that reason."""
    vacancy = await work.take(Vacancy, vacancy_id)
    if vacancy.status != status:
        vacancy.status, vacancy.updated = status, work.now
        subject: tuple[str, int] = ("vacancy", vacancy_id)
        codes: dict[str, Any] = {"reason": why} if why else {}
        await events.log(work, f"vacancy-{status}", actor=actor, subject=subject, **codes)
        rows = await work.tx.exec(select(Match).where(Match.vacancy_id == vacancy_id))
        reason = "filled" if status == "filled" else "vacancy"
        await matches.withdraw_all(work, rows.all(), reason)
    return vacancy


async def renew(work: Work, vacancy_id: int, weeks: int, actor: int | None) -> Vacancy:
    """So many weeks longer, from today or from its last day; one that expired is open again."""
    vacancy = await work.take(Vacancy, vacancy_id)
    if vacancy.status not in ("open", "expired"):
        raise RefusedError("decided")
    begin = max(vacancy.expires or work.today, work.today)
    was, vacancy.status, vacancy.updated = vacancy.status, "open", work.now
    vacancy.expires = begin + timedelta(weeks=weeks)
    await events.log(
        work, "vacancy-renewed", actor=actor, subject=("vacancy", vacancy_id), weeks=weeks
    )
    if was == "expired":
        outbox.later(work, "match-vacancy", vacancy=vacancy_id)
    return vacancy


async def reopen(work: Work, vacancy_id: int, actor: int) -> Vacancy:
    """Take back a closing: what it ended goes on where it was, and matching looks again."""
    vacancy = await work.take(Vacancy, vacancy_id)
    if vacancy.status not in ("filled", "closed"):
        raise RefusedError("decided")
    doubted = bool((vacancy.doubts or {}).get("found"))
    closed, vacancy.updated = vacancy.updated, work.now
    vacancy.status = LOOK if doubted else "open"
    await events.log(work, "vacancy-reopened", actor=actor, subject=("vacancy", vacancy_id))
    query = select(Match).where(
        Match.vacancy_id == vacancy_id, Match.state == "withdrawn", Match.since == closed
    )
    for match in (await work.tx.exec(query)).all():
        await matches.restore(work, match.id or 0, actor)
    outbox.later(work, "match-vacancy", vacancy=vacancy_id)
    return vacancy


def _named(kind: str, code: str) -> refs.Ref:
    own = code.startswith(OWN_WORDS)
    return refs.words(code[1:]) if own else refs.concept(kind, code)


_SHOWN: dict[str, Callable[[Any], refs.Ref]] = {
    "place": refs.place,
    "start": refs.day,
    "expires": refs.day,
    "hours": lambda value: refs.hours(*value),
    "wage": refs.wage,
    "occupation": lambda value: refs.listed(*(_named("occupation", code) for code in value)),
    "must": lambda value: refs.listed(*(_named("skill", code) for code in value)),
    "nice": lambda value: refs.listed(*(_named("skill", code) for code in value)),
    "licences": lambda value: (
        refs.words(", ".join(value)) if value else refs.text("vacancy-licence.none")
    ),
    "level": lambda value: refs.text("unit-level", n=value),
}


def shown(field: str, value: Any) -> refs.Ref:
    """A demand or an agreement as a reference that can be shown."""
    if (field, value) == ("channel", "email"):  # offered before; there is no e-mail
        value = "chat"
    if field in _SHOWN:
        return _SHOWN[field](value)
    if isinstance(value, int):
        return refs.number(value)
    if isinstance(value, list):
        return refs.listed(*(refs.text(f"vacancy-{field}.{code}") for code in value or ["none"]))
    return refs.text(f"vacancy-{field}.{value}")
