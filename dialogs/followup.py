"""The short talks behind a reminder: is this still right, and shall this vacancy stay open?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.model import BY, Answers, Form, Line
from dialogs.questions import Choice, yes_no
from services import vacancies
from services.jobseekers import profiles
from services.jobseekers.profiles import FIELDS
from services.messages import message, outbox
from services.retention import unused
from services.store.models import Jobseeker, Person, Vacancy
from services.texts import refs
from services.unit_of_work import Work
from services.vacancies import entered

WEEKS = {"weeks2": 2, "weeks4": 4, "weeks8": 8}


async def _still(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    """One tap: it still holds; or the whole profile, to press what changed."""
    if answers["still"] == "yes":
        await profiles.confirm(work, person.id or 0, FIELDS[about - 1])
        return [Line("fresh-yes")]
    body = outbox.line("fresh-no")
    body = body.with_buttons(message.command("mydata"))
    outbox.tell(work, person.id or 0, body)
    return ()


async def _kept(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    """Yes: it stays. No: everything may go, after they were asked whether they are sure."""
    if answers["keep"] == "yes":
        await unused.keep(work, person.id or 0)
        return [Line("keep-thanks")]
    outbox.open_dialog(work, person.id or 0, "erase")
    return ()


async def _has_profile(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    await work.get(Jobseeker, person.id)
    return {}


async def _renewed(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    choice, by = answers["choice"], answers.get(BY) or person.id
    if choice in WEEKS:
        row = await vacancies.renew(work, about, WEEKS[choice], by)
        await entered.tell(work, row, by, "renew", ("expires",))
        day = refs.day(row.expires) if row.expires else refs.words("")
        return [Line("renew-done", {"day": day})]
    status = {"filled": "filled", "close": "closed"}[choice]
    row = await vacancies.close(work, about, status, by)
    await entered.tell(work, row, by, status)
    return [Line(f"renew-{choice}")]


async def _fresh_facts(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    """The field and its value; LookupError when there is nothing to confirm (any more)."""
    if not 0 < about <= len(FIELDS):
        raise LookupError("no such field")
    row = await work.get(Jobseeker, person.id)
    field = FIELDS[about - 1]
    value = profiles.answers_of(person, row).get(field)
    if value is None:
        raise LookupError("not told")
    return {"field": refs.text(profiles.label_of(field)), "value": profiles.shown(field, value)}


async def _vacancy_facts(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    """The vacancy, for whoever speaks for it."""
    row = await work.get(Vacancy, about)
    if row.contact_id != person.id:
        raise PermissionError(dialog)
    if row.status not in ("open", "expired"):
        raise LookupError("over")
    day = refs.day(row.expires) if row.expires else refs.words("?")
    return {"title": refs.words(row.title), "day": day}


fresh = Form(
    "fresh", questions={"still": yes_no()}, finish=_still, review=False, facts=_fresh_facts
)

renew = Form(
    "renew",
    questions={"choice": Choice(*WEEKS, "filled", "close", columns=3)},
    finish=_renewed,
    review=False,
    facts=_vacancy_facts,
)

keep = Form("keep", questions={"keep": yes_no()}, finish=_kept, review=False, facts=_has_profile)

FORMS = (fresh, keep, renew)
