"""Dit klopt niet: what others wrote about her is not right, and a person looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.model import Answers, Asking, Form, Line, Pick, Reply, Text
from dialogs.questions import Choices, Words, named
from services.privacy import correcting
from services.store.models import Jobseeker, Person
from services.texts import refs
from services.unit_of_work import Work

DROP = "drop"


class Wrong(Words):
    """What is not right, or "laat maar": a slip of the finger is no work with a term of the law."""

    def choices(self, so_far: Any, asking: Asking) -> Choices:  # noqa: D102
        return named(asking.text_id, [DROP])

    def read(self, reply: Reply, so_far: Any, asking: Asking) -> str:
        """Her words; none when she wants nothing after all."""
        pressed = isinstance(reply, Pick) and reply.code == DROP
        if pressed or (isinstance(reply, Text) and self.world_choice(reply, asking)):
            return ""
        return super().read(reply, so_far, asking)

    def accepts(self, value: Any) -> bool:  # noqa: D102
        return value == "" or super().accepts(value)


async def _asked(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    if not answers["words"]:
        return [Line("correct-dropped")]
    event = await correcting.ask(work, person, answers["words"])
    return [Line("correct-thanks", {"day": refs.day(correcting.until(event))})]


async def _hers(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    """LookupError for somebody without a profile."""
    await work.get(Jobseeker, person.id)
    return {}


form = Form(
    "correct",
    questions={"words": Wrong(at_most=1000)},
    finish=_asked,
    review=False,
    facts=_hers,
)

FORMS = (form,)
