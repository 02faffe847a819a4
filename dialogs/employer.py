"""Werkgever: registration, and the vacancy with its handling agreement (VAC-01 to VAC-08).

A vacancy starts from a pasted advert, from an earlier one, or from nothing. What an advert says is
filled in with the words it came from and read back; what it does not say is asked, never invented.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from dialogs.concepts import Concepts
from dialogs.model import BY, Answers, Form, Line, Question
from dialogs.questions import (
    Band,
    Choice,
    Hours,
    LongText,
    Many,
    Number,
    When,
    Words,
    yes_no,
)
from dialogs.questions_given import Place, Source, Typed
from services import employers, vacancies
from services.jobseekers.profiles import HELPS, TIMES
from services.store.models import Person, Vacancy
from services.texts import refs
from services.unit_of_work import Work
from services.vacancies import entered, indication, looking
from services.vacancies.lifecycle import LOOK

LOOKED_WITHIN = timedelta(days=1)  # of a change; a new vacancy has its 72 hours


async def _registered(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    await employers.register(work, person, about, answers)
    return [Line("employer-thanks", {"name": refs.words(person.name or "")})]


def looked_at(work: Work, vacancy: Vacancy) -> Line:
    """A colleague looks first: at what, and until when."""
    found = (vacancy.doubts or {}).get("found", [])
    due = max(vacancies.due(vacancy), work.now + LOOKED_WITHIN)
    what = refs.bullets(*looking.sentences(work, found))
    return Line("look-first", {"what": what, "due": refs.moment(due)})


async def _reported(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    by = answers.get(BY) or person.id
    vacancy = await vacancies.report(work, person, about, answers, by)
    await entered.tell(work, vacancy, by, "report", (*ASKED,))
    if vacancy.status == LOOK:
        return [looked_at(work, vacancy)]
    return [
        Line("vacancy-thanks", {"due": refs.moment(vacancies.due(vacancy))}),
        *(Line(text, args) for text, args in await indication.lines(work, vacancy.demands)),
    ]


registration = Form(
    "employer",
    questions={
        "company": Words(at_most=80, at_least=2, whole=True),
        "kvk": Typed(reads="kvk", optional=True),
        "place": Place(),
        "size": Band("s1-9", "s10-49", "s50-249", "s250", columns=2, optional=True),
        "government": yes_no(optional=True),
        "name": Words(at_most=80, at_least=2, suggest="own-name", whole=True),
        "phone": Typed(reads="phone"),
        "email": Typed(reads="email", optional=True),
    },
    finish=_registered,
    intro=True,
)

ASKED: Mapping[str, Question] = {
    "title": Words(at_most=100, at_least=2, lawful="words", hears="title"),
    "occupation": Concepts(of="occupation", at_most=2, suggest="title", lawful="demand"),
    "place": Place(hears="home"),
    "hours": Hours(hears="hours"),
    "times": Many(*TIMES, optional=True, hears="times"),
    "start": When(optional=True, hears="start"),
    "wage": Typed(reads="wage", presets=("cao", "minimum"), optional=True, lawful="wage"),
    "contract": Choice(
        "permanent", "fixed", "agency", "on-call", "learn", columns=2, optional=True
    ),
    "must": Concepts(of="skill", at_most=8, suggest="skills", optional=True, lawful="demand"),
    "nice": Concepts(of="skill", at_most=8, suggest="skills", optional=True, lawful="demand"),
    "licence": Choice("none", "b", "be", "c", "ce", "d", "t", columns=2, optional=True),
    "dutch": Choice("none", "little", "reasonable", "good", columns=2, optional=True),
    "level": Number(1, 6, presets=(1, 2, 3, 4, 5, 6), unit="unit-level", optional=True),
    "positions": Number(1, 50, presets=(1, 2, 3)),
    "conditions": Many(*HELPS, "none", alone="none", columns=1, optional=True),
    "open_to": Many(
        "banenafspraak",
        "learn-work",
        "trial",
        "carving",
        "beginner",
        "little-dutch",
        "none",
        alone="none",
        columns=1,
        optional=True,
    ),
    "strike": yes_no(),
    "channel": Choice("chat", "phone", columns=2),
    "manner": Choice("open", "anonymous", "coach"),
    "preselection": yes_no(),
    "candidates": Number(
        1, 10, presets=(2, 3, 5), optional=True, when=lambda a: a.get("preselection") == "yes"
    ),
    "expires": When(presets=(("month", 31), ("two-months", 61), ("three-months", 92))),
    "interval": Choice("week", "two-weeks", "month", columns=3),
}
"""What is asked of every vacancy, when it is reported and when it is changed."""

vacancy = Form(
    "vacancy",
    questions={
        "source": Source(
            options=("paste", "ask"), long="paste", suggest="earlier", fills="earlier"
        ),
        "advert": LongText(
            at_least=1,
            fills="advert",
            lawful="advert",
            when=lambda a: a.get("source") == "paste",
        ),
        **ASKED,
    },
    finish=_reported,
    intro=True,
)

FORMS = (registration, vacancy)
