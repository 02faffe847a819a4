"""What may be said at a desk, where a colleague fills in together with somebody (at-a-desk).

A profile is filled in together. Whatever is somebody's own — a yes or a no, a wish, her data, her
appointments, a question to her coach — she does herself, where she is alone with the service. What
only the coach may read is asked at the coach's own desk. Everything is declared; what is not, is
her own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dialogs import employer, visits
from dialogs import vacancies as managing
from dialogs.model import Answers, Form, Line
from dialogs.registry import FORMS
from services.access import assisted
from services.jobseekers import profiles
from services.messages import message
from services.store.models import Person
from services.unit_of_work import Work

SHARED = "shared"  # filled in together
DOSSIER = "dossier"  # only at the desk of whoever may read the dossier
OWN = "own"  # hers alone

DIALOGS: Mapping[str, str] = {
    "welcome": SHARED,
    "language": SHARED,
    "care": SHARED,  # how somebody is goes before everything
    "jobseeker": SHARED,
    "schooling": SHARED,
    "contract": SHARED,
    "languages": SHARED,
    "helps": SHARED,
    "reading": SHARED,
    "cv": DOSSIER,
    "private": DOSSIER,
}
OF_EMPLOYERS = frozenset(
    {"vacancy", "change", "split", "manage", "renew", "soon", "language", "care"}
)
"""What an account manager fills in for somebody of an employer on the phone (VAC)."""

COMMANDS: Mapping[str, str] = {
    "start": SHARED,  # without a code: a code is somebody's own
    "menu": SHARED,
    "help": SHARED,
    "stop": SHARED,
    "go-on": SHARED,
    "begin": SHARED,
    "language": SHARED,
    "mydata": SHARED,
    "grow": SHARED,
    "keep": SHARED,
    "open-cv": DOSSIER,
    "open-private": DOSSIER,
}
EMPLOYERS_COMMANDS = frozenset(
    {"menu", "help", "stop", "go-on", "language", "newvacancy", "soon", "vacancies"}
)

ALL = frozenset(FORMS)


def is_at_desk(work: Work, person_id: int) -> bool:
    """Is this said by a colleague, together with them?"""
    return work.desk is not None and work.desk == person_id


async def dialogs_here(work: Work, person_id: int) -> frozenset[str]:
    """The dialogs that may be gone on with here: all of them, unless this is a desk."""
    if not is_at_desk(work, person_id):
        return ALL
    if await assisted.for_employer(work, person_id, work.helper or 0):
        return OF_EMPLOYERS
    allowed = {SHARED, *([DOSSIER] if await _may(work, person_id, DOSSIER) else [])}
    return frozenset(name for name, outcome in DIALOGS.items() if outcome in allowed)


async def refuses_command(work: Work, person_id: int, name: str, given: Mapping[str, Any]) -> bool:
    """Is this something that is not done at this desk?"""
    if not is_at_desk(work, person_id):
        return False
    if await assisted.for_employer(work, person_id, work.helper or 0):
        return name not in EMPLOYERS_COMMANDS
    return bool(given.get("token")) or not await _may(work, person_id, COMMANDS.get(name, OWN))


async def _may(work: Work, person_id: int, outcome: str) -> bool:
    if outcome == DOSSIER:
        return await assisted.may_read_dossier(work, person_id, work.helper or 0)
    return outcome == SHARED


def offered_to_employer(press: str) -> bool:
    """Does this button stand on the page of a desk where an employer is helped?"""
    pressed = message.pressed(press)
    if pressed is None:
        return False
    dialog, _, question, code = pressed
    return dialog in OF_EMPLOYERS if dialog else not question and code in EMPLOYERS_COMMANDS


def offered(press: str, *, dossier: bool) -> bool:
    """Does this button stand on the page of a desk?"""
    pressed = message.pressed(press)
    if pressed is None:
        return False
    dialog, _, question, code = pressed
    declared = (
        DIALOGS.get(dialog, OWN) if dialog else COMMANDS.get(code, OWN) if not question else OWN
    )
    return declared == SHARED or (declared == DOSSIER and dossier)


def refusal() -> Line:
    """She can do this herself, and how."""
    return Line("desk-own-only")


def form(work: Work, person_id: int, dialog: str) -> Form:
    """A dialog as it is asked here: at a desk nobody is asked for a yes to share something."""
    return _HERE.get(dialog, FORMS[dialog]) if is_at_desk(work, person_id) else FORMS[dialog]


async def _helps(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    """What helps at work changed: whether employers may know is asked anew, of her alone."""
    await profiles.save_visit(work, person, about, {**answers, "share_helps": None})
    return [Line("visit-thanks"), Line("desk-share-own")]


_HERE: Mapping[str, Form] = {
    "helps": replace(
        visits.helps, questions={"helps": visits.helps.questions["helps"]}, finish=_helps
    ),
    "vacancy": replace(employer.vacancy, weighs=managing.weighed),  # each demand with its price
}
