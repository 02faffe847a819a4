"""Het 72-uursantwoord: what an employer hears about a vacancy within three days (VAC-06).

An account manager drafts, edits and sends it; if nobody did, it goes out by itself and says so
(decision 5). What was sent is kept with the vacancy as a record. Counts are in bands (decision 6).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from services import caseload, events, matching
from services.matches import search
from services.messages import naming, outbox
from services.refused import RefusedError
from services.store.models import Employer, Person, Vacancy
from services.unit_of_work import Work

# From this many people on, in how many days a first meeting can be expected.
TERMS = ((10, 7), (5, 14), (1, 21), (0, 42))
LONGEST = 1500  # characters of one's own words


async def draft(work: Work, vacancy: Vacancy) -> dict[str, Any]:
    """What would be said now: {"count", "term" (days), "instruments" (codes), "contact" (id)}."""
    strike = bool(vacancy.demands.get("strike"))
    count = 0 if strike else (await search.what_if(work, vacancy.demands))[0]
    employer = await work.get(Employer, vacancy.employer_id)
    managers = await caseload.of_employer(work, employer)
    return {
        "count": count,
        "term": next(days for least, days in TERMS if count >= least),
        "instruments": instruments(work, vacancy),
        "contact": managers[0] if managers else None,
    }


def instruments(work: Work, vacancy: Vacancy) -> list[str]:
    """Instruments that may help with this vacancy: possibilities, never promises (INS-02).

    Only those with a condition about the vacancy that it meets; what is about a person is judged
    when there is one.
    """
    facts = {
        "open_to": tuple(vacancy.demands.get("open_to") or ()),
        "offers": tuple(vacancy.demands.get("conditions") or ()),
    }
    found = []
    for each in work.region.instruments_on(work.today):
        asked = {name: getattr(each.applies_when, name) for name in facts}
        met = any(set(wanted) & set(facts[name]) for name, wanted in asked.items())
        met |= "banenafspraak" in facts["open_to"] and "yes" in each.applies_when.registered
        if met and each.code not in found:
            found.append(each.code)
    return found


async def send(
    work: Work, vacancy_id: int, *, actor: int | None, words: str = "", term: int | None = None
) -> Vacancy:
    """Send the answer once; RefusedError when it was sent before. `actor` None is the program."""
    vacancy = await work.take(Vacancy, vacancy_id)
    if vacancy.answer.get("sent"):
        raise RefusedError("decided")
    record = await draft(work, vacancy)
    if term is not None:
        record["term"] = term
    record |= {
        "sent": work.now.isoformat(),
        "by": "person" if actor else "program",
        "actor": actor,
        "words": words[:LONGEST],
    }
    vacancy.answer = record
    outbox.tell(work, vacancy.contact_id, await body(work, vacancy, record), kind="promise")
    await events.log(
        work,
        "vacancy-answered",
        actor=actor,
        subject=("vacancy", vacancy_id),
        count=record["count"],
        term=record["term"],
    )
    return vacancy


async def body(work: Work, vacancy: Vacancy, record: dict[str, Any]) -> dict[str, Any]:
    """The answer as the employer reads it."""
    text, args = matching.band(record["count"])
    contact = await work.tx.get(Person, record["contact"]) if record["contact"] else None
    own = contact is not None and bool(contact.phone)
    door = work.region.front_door
    lines: list[Any] = [
        [
            "answer-72",
            {
                "title": ["words", vacancy.title],
                "count": ["text", text, args],
                "days": record["term"],
                "contact": naming.name(record["contact"]) if contact else ["words", door.name],
                "phone": naming.number_of(record["contact"]) if own else ["words", door.phone],
            },
        ]
    ]
    if record["instruments"]:
        lines.append(["answer-72-instruments", {"list": _named(record["instruments"])}])
    if record.get("words"):
        lines.append(["answer-72-words", {"words": ["words", record["words"]]}])
    if record.get("by") == "program":
        lines.append(["answer-72-program", {}])
    return {"lines": lines, "rows": []}


def _named(codes: Sequence[str]) -> list[Any]:
    return ["lines", *(["text", f"instrument-{code}"] for code in codes)]
