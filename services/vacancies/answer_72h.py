"""Het 72-uursantwoord: what an employer hears about a vacancy within three days (VAC-06).

An account manager drafts, edits and sends it; if nobody did, it goes out by itself and says so
(72-hours). What was sent is kept with the vacancy as a record. Counts are in bands (bands).
With nobody, and during a strike, there is no term: there is why, and what can be done.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from services import agreed, caseload, events, instruments, matching
from services.matches import search
from services.messages import outbox
from services.messages.message import Line, Message
from services.refused import RefusedError
from services.store.models import Employer, Person, Vacancy
from services.texts import refs
from services.unit_of_work import Work
from services.vacancies import indication, terms

LONGEST = 1500  # characters of one's own words


async def draft(work: Work, vacancy: Vacancy) -> dict[str, Any]:
    """What would be said now.

    {"count", "term" (days, None without candidates), "basis" and "half" of the term, "less" (texts
    about what would help), "strike", "instruments" (codes), "contact" (id)}
    """
    strike = bool(vacancy.demands.get("strike"))
    count = 0 if strike else (await search.what_if(work, vacancy.demands))[0]
    employer = await work.get(Employer, vacancy.employer_id)
    managers = await caseload.of_employer(work, employer)
    record: dict[str, Any] = {
        "count": count,
        "strike": strike,
        "term": None,
        "less": [],
        "instruments": instruments.for_employer(work, vacancy),
        "contact": managers[0] if managers else None,
    }
    if count:
        return record | await terms.expected(work)
    if not strike:
        said = await indication.lines(work, vacancy.demands)
        record["less"] = [list(each) for each in said[1:]]  # the first says that there is nobody
    return record


async def send(
    work: Work, vacancy_id: int, *, actor: int | None, words: str = "", term: int | None = None
) -> Vacancy:
    """Send the answer once; RefusedError when it was sent before. `actor` None is the program.

    `term` is what a person expects, in days; of nobody and during a strike nobody can expect one.
    """
    vacancy = await work.take(Vacancy, vacancy_id)
    if vacancy.answer.get("sent"):
        raise RefusedError("decided")
    record = await draft(work, vacancy)
    if term is not None and record["count"]:
        record |= {"term": term, "basis": terms.PERSON}
    record |= {
        "sent": work.now.isoformat(),
        "by": "person" if actor else "program",
        "actor": actor,
        "words": words[:LONGEST],
    }
    vacancy.answer = record
    told = await body(work, vacancy, record)
    if actor is not None and agreed.by_phone(vacancy):
        await agreed.called(work, vacancy_id, actor)  # a person told it on the phone
    else:  # also by phone: nobody called in time, and an answer was promised
        outbox.tell(work, vacancy.contact_id, told, kind="promise")
    await events.log(
        work,
        "vacancy-answered",
        actor=actor,
        subject=("vacancy", vacancy_id),
        count=record["count"],
        term=record["term"],
    )
    return vacancy


async def body(work: Work, vacancy: Vacancy, record: dict[str, Any]) -> Message:
    """The answer as the employer reads it."""
    lines = [Line(_what(record), await _told(work, vacancy, record))]
    if record["term"]:
        lines.append(terms.line(record))
    lines += [Line(*each) for each in record.get("less", [])]
    if record["instruments"] and not record.get("strike"):
        lines.append(Line("answer-72-instruments", {"list": _named(record["instruments"])}))
    elif record["count"]:
        lines.append(Line("answer-72-nothing-needed"))
    if record.get("words"):
        lines.append(Line("answer-72-words", {"words": refs.words(record["words"])}))
    if record.get("by") == "program":
        lines.append(Line("answer-72-program"))
    return Message(tuple(lines))


def _what(record: dict[str, Any]) -> str:
    if record.get("strike"):
        return "answer-72-strike"
    return "answer-72" if record["count"] else "answer-72-nobody"


async def _told(work: Work, vacancy: Vacancy, record: dict[str, Any]) -> dict[str, Any]:
    """The vacancy, the count in a band, and whom the employer can call."""
    text, args = matching.band(record["count"])
    contact = await work.tx.get(Person, record["contact"]) if record["contact"] else None
    own, door = contact is not None and bool(contact.phone), work.region.front_door
    return {
        "title": refs.words(vacancy.title),
        "count": refs.text(text, **args),
        "contact": refs.name(record["contact"]) if contact else refs.words(door.name),
        "phone": refs.number_of(record["contact"]) if own else refs.words(door.phone),
    }


def _named(codes: Sequence[str]) -> refs.Ref:
    return refs.bullets(*(refs.text(f"instrument-{code}") for code in codes))
