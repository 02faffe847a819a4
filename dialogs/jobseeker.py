"""Werkzoekende: the first intake of twelve short questions.

Order and content: twelve-questions. Required are only the town and the work wanted; the rest of a
profile grows in the visits of visits.py, so that the first talk takes under three minutes.
"""

from __future__ import annotations

from collections.abc import Sequence

from dialogs.concepts import Concepts
from dialogs.model import Answers, Form, Line
from dialogs.questions import Choice, Hours, Many, Number, When, Words
from dialogs.questions_given import Place
from services.jobseekers import profiles
from services.jobseekers.profiles import LICENCES, MEANS, TIMES
from services.store.models import Person
from services.texts import refs
from services.unit_of_work import Work


async def _intake(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    await profiles.save_intake(work, person, about, answers)
    return [Line("jobseeker-thanks", {"name": refs.words(person.name or "")})]


intake = Form(
    "jobseeker",
    questions={
        "name": Words(at_most=40, suggest="own-name", whole=True, optional=True, hears="name"),
        "home": Place(hears="home"),
        "wanted": Concepts(of="occupation", at_most=3, kinds="kinds"),
        "done": Concepts(
            of="occupation", at_most=5, suggest="wanted", again="wanted", optional=True
        ),
        "skills": Concepts(of="skill", at_most=12, suggest="skills", optional=True),
        "hours": Hours(optional=True, hears="hours"),
        "times": Many(*TIMES, optional=True, hears="times"),
        "travel": Many(*MEANS, optional=True, hears="travel"),
        "limit": Number(
            5,
            120,
            presets=(15, 30, 45, 60),
            reads="minutes",
            unit="unit-minutes",
            optional=True,
            hears="limit",
        ),
        "licence": Choice(*LICENCES, columns=2, optional=True, hears="licence"),
        "dutch": Choice(
            "none", "little", "reasonable", "good", columns=2, optional=True, hears="dutch"
        ),
        "start": When(optional=True, hears="start"),
    },
    finish=_intake,
    intro=True,
)

FORMS = (intake,)
