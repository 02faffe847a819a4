"""Werkzoekende: the small visits in which a profile grows, each one to three questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dialogs.model import BY, TICKED, Answers, Form, Line
from dialogs.questions import Choice, Many, When, yes_no
from dialogs.questions_given import Attachment
from services.jobseekers import dossier, profiles
from services.jobseekers.profiles import HELPS
from services.store.models import Jobseeker, Person
from services.unit_of_work import Work


async def _visit(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    await profiles.save_visit(work, person, about, answers)
    return [Line("visit-thanks")]


LEVELS = {"none": 1, "primary": 2, "vmbo": 3, "havo": 4, "mbo1": 3, "mbo": 4, "hbo": 5, "wo": 6}


async def _schooling(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    """Work-and-thinking level follows from a finished school (VUM codes, D3)."""
    level = LEVELS.get(answers["schooling"] or "")
    finished = answers.get("diploma") == "yes"
    known: Mapping[str, Any] = {**answers, "level": level if finished else None}
    return await _visit(work, person, about, known)


async def _private(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    facts = {name: value for name, value in answers.items() if not name.startswith("_")}
    await dossier.save(work, person.id or 0, facts, actor=answers.get(BY, person.id))
    return [Line("private-thanks")]


async def _cv(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    await profiles.save_document(work, person, "cv", answers["file"], actor=answers.get(BY))
    return [Line("cv-thanks")]


schooling = Form(
    "schooling",
    questions={
        "schooling": Choice(
            "none", "primary", "vmbo", "havo", "mbo1", "mbo", "hbo", "wo", columns=2, optional=True
        ),
        "diploma": Choice(
            "yes",
            "no",
            "busy",
            columns=3,
            optional=True,
            when=lambda a: a.get("schooling") not in (None, "none"),
        ),
    },
    finish=_schooling,
    review=False,
)

contract = Form(
    "contract",
    questions={
        "contract": Many(
            "permanent", "fixed", "agency", "on-call", "learn", "any", alone="any", optional=True
        ),
    },
    finish=_visit,
    review=False,
)

languages = Form(
    "languages",
    questions={
        "languages": Many(
            "en",
            "pl",
            "uk",
            "ar",
            "tr",
            "ti",
            "de",
            "fr",
            "es",
            "none",
            alone="none",
            optional=True,
        ),
    },
    finish=_visit,
    review=False,
)


async def _ticked(work: Work, person: Person, about: int) -> dict[str, Any]:
    """What helps is asked with what is known ticked, so that nothing of it is lost."""
    row = await work.tx.get(Jobseeker, person.id)
    known = row.profile.get("helps") if row is not None else None
    return {TICKED: {"helps": known}} if known else {}


helps = Form(
    "helps",
    questions={
        "helps": Many(*HELPS, "none", alone="none", columns=1, optional=True),
        "share_helps": yes_no(
            when=lambda a: bool(a.get("helps")) and a["helps"] != ["none"], optional=True
        ),
    },
    finish=_visit,
    begins=_ticked,
    review=False,
    intro=True,
)

reading = Form(
    "reading",
    questions={"reading": Choice("good", "bit", "help", optional=True)},
    finish=_visit,
    review=False,
)


async def _kept(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    """A file that was sent without being asked for: kept only when she says so."""
    if answers["keep"] != "yes":
        return [Line("unasked-no")]
    await profiles.save_document(work, person, "sent", answers["file"])
    return [Line("unasked-thanks")]


unasked = Form(
    profiles.UNASKED,
    questions={"file": Attachment(), "keep": yes_no()},
    finish=_kept,
    review=False,
)

cv = Form("cv", questions={"file": Attachment()}, finish=_cv, review=False)

private = Form(
    "private",
    questions={
        "benefit": Choice(
            "ww",
            "bijstand",
            "wia",
            "wajong",
            "zw",
            "anw",
            "ioaw",
            "none",
            columns=2,
            optional=True,
        ),
        "since": When(
            presets=(("now", 0), ("half-year", -182), ("year", -365), ("years", -1095)),
            past=True,
            optional=True,
        ),
        "permit": Choice("yes", "no", optional=True),
    },
    finish=_private,
    intro=True,
)

# In the order in which they are offered; a visit is offered until its first field was answered.
VISITS: dict[str, str] = {
    "schooling": "schooling",
    "helps": "helps",
    "contract": "contract",
    "languages": "languages",
    "reading": "reading",
}
FORMS = (schooling, contract, languages, helps, reading, cv, private, unasked)
