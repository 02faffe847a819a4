"""Vraag en antwoord: type what you want to know, read the answer, or go on to a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.model import Answers, Form, Line
from dialogs.questions import Choice, Words
from services import employers
from services.help import faq as knowledge
from services.messages import message, outbox
from services.store.models import Person
from services.texts import refs
from services.unit_of_work import Work


class _Question(Words):
    """Words, with what is asked most behind buttons below each other."""

    columns = 1


async def side_of(work: Work, person: Person) -> str:
    """Whose questions somebody has: an employer's, or a jobseeker's."""
    speaks = await employers.of_person(work, person.id or 0)
    return "employer" if speaks is not None else "jobseeker"


async def _searched(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    side = await side_of(work, person)
    hits = knowledge.search(answers["words"], person.voice, side)
    if knowledge.sure(hits):
        outbox.open_dialog(work, person.id or 0, "fact", knowledge.number_of(hits[0].code))
        return []
    body = outbox.line("faq-found" if hits else "faq-none")
    body = body.with_buttons(
        *(
            message.opens("fact", knowledge.question(hit.code), knowledge.number_of(hit.code))
            for hit in hits
        ),
        message.opens("faq", refs.text("faq-again")),
        message.opens("ask", refs.text("faq-person")),
    )
    outbox.tell(work, person.id or 0, body)
    return []


async def _read(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    if answers["clear"] == "yes":
        return [Line("fact-thanks")]
    outbox.open_dialog(work, person.id or 0, "faq" if answers["clear"] == "more" else "ask")
    return []


async def _side(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    return {"side": await side_of(work, person)}


async def _fact(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    code = knowledge.code_of(about)
    return {"question": knowledge.question(code), "answer": knowledge.answer(code)}


faq = Form(
    "faq",
    questions={"words": _Question(at_most=200, suggest="questions")},
    finish=_searched,
    review=False,
    facts=_side,
)

fact = Form(
    "fact",
    questions={"clear": Choice("yes", "more", "no")},
    finish=_read,
    review=False,
    facts=_fact,
)

FORMS = (faq, fact)
