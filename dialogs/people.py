"""Short talks about oneself and with each other: hello, language, a question for a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.model import CALLED, KEPT, Answers, Form, Line
from dialogs.of_staff import OfStaff
from dialogs.questions import Choice, Words, yes_no
from services import caseload, employers, privacy, texts
from services.help import requests
from services.messages import outbox
from services.store.models import Employer, Jobseeker, Person
from services.texts import refs
from services.unit_of_work import Work


async def _welcomed(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    person.language, person.formal = answers["language"], answers["who"] == "staff"
    dialog = {"work": "jobseeker", "staff": "employer"}[answers["who"]]
    kept = {"kept": answers[KEPT]} if KEPT in answers and dialog == "jobseeker" else {}
    outbox.open_dialog(work, person.id or 0, dialog, name=answers.get(CALLED, ""), **kept)
    return []


async def _language(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    person.language = answers["language"]
    return [Line("language-thanks")]


async def _asked(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    staff = await requests.ask(work, person, answers["words"])
    if not staff:
        return [Line("ask-nobody", {"phone": refs.words(work.region.front_door.phone)})]
    return [Line("ask-thanks", {"names": refs.listed(*(refs.name(each) for each in staff))})]


async def _relayed(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    await requests.answer(work, person.id or 0, about, answers["words"])
    return [Line("relay-thanks")]


async def _verified(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    if answers["checked"] == "yes":
        await employers.verify(work, about, person.id or 0)
        return [Line("verify-yes")]
    return [Line("verify-later")]


async def _erased(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    if answers["sure"] != "yes":
        return [Line("erase-no")]
    await privacy.erase(work, person)
    return [Line("erase-yes")]


async def _client(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    if person.id not in await caseload.of_person(work, about):
        raise PermissionError(dialog)
    if (await work.get(Person, about)).erased is not None:
        raise LookupError("gone")
    row = await work.tx.get(Jobseeker, about)
    calls = row is not None and row.rather_called
    return {
        "name": refs.name(about),
        "rather": refs.text("relay-rather-called") if calls else refs.words(""),
    }


async def _employer(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    employer = await work.get(Employer, about)
    if person.id not in await caseload.of_employer(work, employer):
        raise PermissionError(dialog)
    return await employers.described(work, employer)


welcome = Form(
    "welcome",
    questions={
        "language": Choice(*texts.languages(), columns=2),
        "who": Choice("work", "staff"),
    },
    finish=_welcomed,
    review=False,
    intro=True,
)
language = Form(
    "language",
    questions={"language": Choice(*texts.languages(), columns=2)},
    finish=_language,
    review=False,
)
ask = Form(
    "ask",
    questions={"words": Words(at_most=1500)},
    finish=_asked,
    review=False,
    beside=("call-me",),
)
relay_form = Form(
    "relay",
    questions={"words": OfStaff(at_most=1500)},
    finish=_relayed,
    review=False,
    facts=_client,
)
verify = Form(
    "verify",
    questions={"checked": Choice("yes", "later")},
    finish=_verified,
    review=False,
    facts=_employer,
)
erase = Form("erase", questions={"sure": yes_no()}, finish=_erased, review=False)

FORMS = (welcome, language, ask, relay_form, verify, erase)
