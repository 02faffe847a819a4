"""Vandaag of morgen iemand nodig: three taps, and people are called."""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.concepts import Concepts
from dialogs.model import BY, Answers, Form, Line
from dialogs.questions import Choice, yes_no
from services import vocabulary
from services.store.models import Person
from services.texts import refs
from services.unit_of_work import Work
from services.vacancies import entered, soon


async def _asked(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    first = answers["occupation"][0]
    known = vocabulary.concept(first, "occupation")
    title = vocabulary.name(first, "occupation") if known else first.lstrip("=")
    vacancy, count = await soon.ask(work, person, {**answers, "title": title})
    await entered.tell(work, vacancy, answers.get(BY), "report", ("occupation", "start"))
    if vacancy.demands.get("strike"):
        return [Line("indication-strike")]
    told = {"title": refs.words(vacancy.title), "n": count}
    told["phone"] = refs.words(work.region.front_door.phone)
    return [Line("soon-found" if count else "soon-nobody", told)]


needed = Form(
    "soon",
    questions={
        "occupation": Concepts(of="occupation", at_most=1),
        "when": Choice("today", "tomorrow", columns=2),
        "strike": yes_no(),
    },
    finish=_asked,
    review=False,
)

FORMS = (needed,)
