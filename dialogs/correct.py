"""Dit klopt niet: what others wrote about her is not right, and a person looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.model import Answers, Form, Line
from dialogs.questions import Words
from services.privacy import correcting
from services.store.models import Jobseeker, Person
from services.texts import refs
from services.unit_of_work import Work


async def _asked(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    event = await correcting.ask(work, person, answers["words"])
    return [Line("correct-thanks", {"day": refs.day(correcting.until(event))})]


async def _hers(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    """LookupError for somebody without a profile."""
    await work.get(Jobseeker, person.id)
    return {}


form = Form(
    "correct",
    questions={"words": Words(at_most=1000)},
    finish=_asked,
    review=False,
    facts=_hers,
)

FORMS = (form,)
