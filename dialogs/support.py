"""Hoeveel hulp wil je: asked in plain words, and changed whenever she likes (support)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.model import Answers, Form, Line
from dialogs.questions import Choice
from services.jobseekers import support
from services.store.models import Jobseeker, Person
from services.unit_of_work import Work


async def _chosen(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    await support.choose(work, person.id or 0, answers["level"], actor=person.id or 0)
    return [Line(f"support-thanks.{answers['level']}")]


async def _hers(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    """LookupError for somebody without a profile."""
    await work.get(Jobseeker, person.id)
    return {}


form = Form(
    "support",
    questions={"level": Choice("self", "some", "much", columns=1)},
    finish=_chosen,
    review=False,
    facts=_hers,
)

FORMS = (form,)
