"""Vacatures: a jobseeker looks round herself, reads why something fits, and applies with help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.model import Answers, Form, Line
from dialogs.questions import Choice, Words
from services import texts
from services.help import requests
from services.jobseekers import openings, support
from services.messages import message, outbox
from services.store.models import Jobseeker, Person
from services.texts import refs
from services.unit_of_work import Work

LISTED = 6


async def listed(work: Work, person: Person) -> None:
    """The public vacancies that fit somebody best, each behind a button, and the way to search.

    Where nothing fits, what comes near; for who told nothing about work yet, the newest.
    """
    jobseeker = await work.tx.get(Jobseeker, person.id)
    if jobseeker is not None:
        for text, find in (("openings", openings.fitting), ("openings-near", openings.nearly)):
            if rows := await find(work, jobseeker, LISTED):
                tell(work, person, text, rows)
                return
    rows = [row for row, _ in (await openings.public(work))[:LISTED]]
    tell(work, person, "openings-all" if rows else "openings-none", rows)


def tell(work: Work, person: Person, text: str, rows: Sequence[Any]) -> None:
    """A list of vacancies as buttons; below it, typing one's own words."""
    body = outbox.line(text, n=len(rows))
    found = [message.opens("opening", refs.words(row.title), row.id) for row in rows]
    body = body.with_buttons(*found, message.opens("seek", refs.text("openings-search")))
    outbox.tell(work, person.id or 0, body)


def tell_renewable(work: Work, person: Person, rows: Sequence[Any]) -> None:
    """An employer's own vacancies, each behind a button that asks whether it still stands."""
    body = outbox.line("wish-filled")
    body = body.with_buttons(
        *(message.opens("renew", refs.words(row.title), row.id) for row in rows)
    )
    outbox.tell(work, person.id or 0, body)


async def sought(work: Work, person: Person, words: str) -> None:
    """The public vacancies that words are about; when none is, those that fit."""
    found = openings.about(await openings.public(work), words, person.language)[:LISTED]
    if found:
        tell(work, person, "openings-found", [row for row, _ in found])
    else:
        await listed(work, person)


async def _sought(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    rows = await openings.public(work)
    found = openings.about(rows, answers["words"], person.language)[:LISTED]
    if found:
        tell(work, person, "openings-found", [row for row, _ in found])
    else:
        tell(work, person, "openings-not-found", [])
    return ()


async def _chosen(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    choice = answers["choice"]
    if choice == "no":
        await listed(work, person)
        return ()
    jobseeker = await work.tx.get(Jobseeker, person.id)
    if jobseeker is None:
        outbox.open_dialog(work, person.id or 0, "jobseeker")
        return ()
    vacancy, _ = await openings.one(work, about)
    if choice == "apply" and not support.of(jobseeker).direct:
        words = texts.text(person.voice, "support-together", {"title": vacancy.title})
        await requests.ask(work, person, words)
        return [Line("opening-together", {"title": refs.words(vacancy.title)})]
    if choice == "apply":
        await openings.apply(work, person.id or 0, about)
        return [Line("opening-applied", {"title": refs.words(vacancy.title)})]
    args = {
        "journey": openings.journey(jobseeker, vacancy),
        "pitch": openings.pitch(person.name or "…", jobseeker),
    }
    body = outbox.line("opening-help", **args)
    body = body.with_buttons(
        message.opens("opening", refs.text("opening-help.back"), about),
    )
    outbox.tell(work, person.id or 0, body)
    return ()


async def facts(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    """The vacancy, and why it fits whoever reads; LookupError when it is not public (any more)."""
    return await openings.shown(work, await work.tx.get(Jobseeker, person.id), about)


opening = Form(
    "opening",
    questions={"choice": Choice("apply", "help", "no")},
    finish=_chosen,
    review=False,
    facts=facts,
)

seek = Form("seek", questions={"words": Words(at_most=200)}, finish=_sought, review=False)

FORMS = (opening, seek)
