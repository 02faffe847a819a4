"""The four short talks that carry a match: coach, jobseeker, employer, and her confirmation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from dialogs.model import Answers, Form, Line
from dialogs.of_staff import OfStaff
from dialogs.questions import Choice, Words, yes_no
from dialogs.questions_given import Typed
from services import agreed, caseload, matches, privacy
from services.matches import REASONS, cards
from services.messages import outbox
from services.store.models import Employer, Match, Person, Vacancy
from services.texts import refs
from services.unit_of_work import Work

LATER_DAYS = 1


async def _reviewed(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    decision = answers["decision"]
    if decision == "later":
        await matches.snooze(work, about, LATER_DAYS)
    else:
        to = {"approve": "approved", "decline": "declined"}[decision]
        await matches.move(
            work,
            about,
            to,
            actor=person.id,
            reason=answers.get("reason", ""),
            words=answers.get("note") or "",
            expected="proposed",
        )
    outbox.later(work, "next-match", person.id)
    return [Line(f"review-{decision}")]


async def _answered(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    yes = answers["answer"] == "yes"
    match = await matches.move(
        work,
        about,
        "interested" if yes else "not_interested",
        actor=person.id,
        reason=answers.get("reason", ""),
        expected="approved",
    )
    if not yes:
        return [Line("interest-no")]
    if match.state == "introduced":
        return [Line("interest-yes")]
    vacancy = await work.get(Vacancy, match.vacancy_id)
    employer = await work.get(Employer, vacancy.employer_id)
    return [Line("interest-yes-list" if employer.verified else "interest-yes-wait")]


async def _met(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    invited = answers["answer"] == "invite"
    await matches.move(
        work,
        about,
        "invited" if invited else "rejected",
        actor=person.id,
        reason=answers.get("reason", ""),
        expected="introduced",
    )
    return [Line("meeting-invited" if invited else "meeting-rejected")]


async def _confirmed(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    if answers["answer"] != "yes":
        await matches.decline_invitation(work, about, person.id or 0)
        return [Line("confirm-no")]
    person.full_name, person.phone = answers["full_name"], answers["phone"]
    match = await matches.agree(work, about, person.id or 0)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    title = refs.words(vacancy.title)
    mine, theirs = (
        cards.contact(person.id or 0),
        cards.contact(vacancy.contact_id),
    )
    await agreed.tell(work, vacancy, outbox.line("meeting-names", title=title, **mine))
    for staff_id in await caseload.of_match(work, match):
        outbox.tell(work, staff_id, outbox.line("match-agreed", title=title, **mine))
    return [Line("confirm-yes", {"title": title, **theirs})]


async def facts(work: Work, person: Person, dialog: str, match_id: int) -> dict[str, Any]:
    """What the texts of these talks speak of, as this person may see it.

    Raises PermissionError for somebody who has no part in it, whatever button they sent.
    """
    match = await work.get(Match, match_id)
    if not await matches.concerns(work, match, person.id or 0, ASKED[dialog]):
        raise PermissionError(dialog)
    if dialog in ("review", "meeting"):
        await privacy.in_chat(work, person.id or 0, match.jobseeker_id, dialog)
    return await SHOWN[dialog](work, match)


ASKED = {
    "review": matches.COACH,
    "interest": matches.JOBSEEKER,
    "meeting": matches.EMPLOYER,
    "confirm": matches.JOBSEEKER,
}
SHOWN: dict[str, Callable[[Work, Match], Awaitable[dict[str, Any]]]] = {
    "review": cards.for_coach,
    "interest": cards.for_jobseeker,
    "meeting": cards.for_employer,
    "confirm": cards.for_jobseeker,
}

review = Form(
    "review",
    questions={
        "decision": Choice("approve", "decline", "later"),
        "reason": Choice(*REASONS["declined"], when=lambda a: a.get("decision") == "decline"),
        "note": OfStaff(at_most=500, optional=True, when=lambda a: a.get("reason") == "other"),
    },
    finish=_reviewed,
    review=False,
    facts=facts,
)

interest = Form(
    "interest",
    questions={
        "answer": yes_no(),
        "reason": Choice(
            *REASONS["not_interested"], columns=2, when=lambda a: a.get("answer") == "no"
        ),
    },
    finish=_answered,
    review=False,
    facts=facts,
)

meeting = Form(
    "meeting",
    questions={
        "answer": Choice("invite", "reject"),
        "reason": Choice(*REASONS["rejected"], when=lambda a: a.get("answer") == "reject"),
    },
    finish=_met,
    review=False,
    facts=facts,
)

confirm = Form(
    "confirm",
    questions={
        "answer": yes_no(),
        "full_name": Words(
            at_most=80,
            at_least=2,
            suggest="own-name",
            whole=True,
            when=lambda a: a.get("answer") == "yes",
        ),
        "phone": Typed(reads="phone", suggest="own-phone", when=lambda a: a.get("answer") == "yes"),
    },
    finish=_confirmed,
    review=False,
    facts=facts,
)


FORMS = (review, interest, meeting, confirm)
