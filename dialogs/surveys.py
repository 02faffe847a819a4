"""Onderzoek: one face and a few words, when somebody wants to; employers get four topics more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.model import Answers, Form, Line
from dialogs.questions import Choice, Words, yes_no
from services import surveys
from services.messages import outbox
from services.store.models import Person, Survey
from services.texts import refs
from services.unit_of_work import Work

SCORES = {"bad": 1, "poor": 2, "fair": 3, "good": 4, "great": 5}
LOW = [code for code, score in SCORES.items() if score <= surveys.LOW]


async def _answered(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    call = answers.get("call") == "yes"
    row = await surveys.answer(
        work,
        about,
        actor=person.id or 0,
        score=SCORES[answers["score"]],
        words=answers.get("words") or "",
        call=call,
    )
    if surveys.has_topics(row):
        outbox.open_dialog(work, person.id or 0, "topics", about)
    return [Line("survey-call-thanks" if call else "survey-thanks")]


async def _told(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    await surveys.tell_topics(work, about, actor=person.id or 0, said=answers)
    return [Line("topics-thanks")]


async def facts(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    """The question that fits the side and the occasion."""
    row = await work.get(Survey, about)
    if row.person_id != person.id:
        raise PermissionError(dialog)
    if row.answered is not None:
        raise LookupError("answered")
    return {
        "question": refs.text(f"survey-ask-{row.side}.{row.kind}"),
        "more": refs.text(f"survey-more-{row.side}.{row.kind}"),
    }


async def topic_facts(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    """Whether these questions are still open, and theirs."""
    row = await work.get(Survey, about)
    if row.person_id != person.id:
        raise PermissionError(dialog)
    if row.topics or not surveys.has_topics(row):
        raise LookupError("told")
    return {}


survey = Form(
    "survey",
    questions={
        "score": Choice(*SCORES),
        "words": Words(at_most=500, optional=True),
        "call": yes_no(optional=True, when=lambda a: a.get("score") in LOW),
    },
    finish=_answered,
    review=False,
    facts=facts,
)
topics = Form(
    "topics",
    questions={
        name: Choice(*codes, columns=1, optional=True) for name, codes in surveys.TOPICS.items()
    },
    finish=_told,
    review=False,
    facts=topic_facts,
)

FORMS = (survey, topics)
