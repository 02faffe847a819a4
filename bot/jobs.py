"""The map of the system: what is done for each kind of inbox row.

A row of somebody is handled in their own line; a row of nobody is a job. What follows from a
change (matching after a profile, an alert after a match) is again a row, so a slow step never
holds a reply and nothing is lost between steps.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot import attachments
from bot.documents import Download, fetcher, nothing_to_download
from bot.worker import Handler
from dialogs import conversation, talks
from dialogs.model import Line
from services import caseload, matches, privacy, vacancies
from services.jobseekers import profiles
from services.matches import meetings, proposals
from services.messages import outbox as post
from services.store.models import Employer, Inbox, Jobseeker, Match, Person, Vacancy
from services.texts import refs
from services.unit_of_work import Work
from services.vacancies import entered
from services.vacancies.lifecycle import LOOK


def _given(event: Inbox, name: str) -> int:
    return int((event.payload or {})[name])


async def _match_jobseeker(work: Work, event: Inbox) -> None:
    if await work.tx.get(Jobseeker, _given(event, "jobseeker")):  # not erased meanwhile
        await proposals.for_jobseeker(work, _given(event, "jobseeker"))


async def _match_vacancy(work: Work, event: Inbox) -> None:
    await proposals.for_vacancy(work, _given(event, "vacancy"))


async def _vacancy_changed(work: Work, event: Inbox) -> None:
    """People who were asked under the old demands are looked at again."""
    before = (event.payload or {}).get("before") or {}
    await proposals.again(work, _given(event, "vacancy"), before)


async def _introduce_next(work: Work, event: Inbox) -> None:
    """A card was answered: the next who said yes is shown."""
    await matches.introduce_next(work, _given(event, "vacancy"), None)


async def _match_over(work: Work, event: Inbox) -> None:
    """Appointments that were still to come are off (unless the person was erased meanwhile)."""
    if await work.tx.get(Match, _given(event, "match")):
        await meetings.cancel_all(work, _given(event, "match"))


async def _asked_over(work: Work, event: Inbox) -> None:
    """An employer asked for somebody about whom it was decided before."""
    match = await work.tx.get(Match, _given(event, "match"))
    if match is not None:
        await matches.tell_asker(work, match)


async def _new_profile(work: Work, event: Inbox) -> None:
    """The coach, or the intake team, hears of a new profile at once."""
    jobseeker = await work.tx.get(Jobseeker, _given(event, "jobseeker"))
    if jobseeker is None:
        return
    open_ = [refs.text(f"jobseeker-{field}.label") for field in profiles.open_fields(jobseeker)]
    body = post.line(
        "staff-new-profile",
        name=refs.name(jobseeker.person_id),
        percent=profiles.completeness(jobseeker),
        open=refs.listed(*open_) if open_ else refs.text("reasons-none"),
    )
    for staff_id in await caseload.of_jobseeker(work, jobseeker):
        post.tell(work, staff_id, body)


async def _new_employer(work: Work, event: Inbox) -> None:
    """An account manager is asked to check whether an employer is real (verified)."""
    employer = await work.get(Employer, _given(event, "employer"))
    if employer.verified is None:
        for staff_id in await caseload.of_employer(work, employer):
            post.open_dialog(work, staff_id, "verify", employer.id or 0)


async def _new_vacancy(work: Work, event: Inbox) -> None:
    vacancy = await work.get(Vacancy, _given(event, "vacancy"))
    employer = await work.get(Employer, vacancy.employer_id)
    body = post.line(
        "staff-look-vacancy" if vacancy.status == LOOK else "staff-new-vacancy",
        title=refs.words(vacancy.title),
        employer=refs.words(employer.name),
        due=refs.moment(vacancies.due(vacancy)),
    )
    for staff_id in await caseload.of_employer(work, employer):
        post.tell(work, staff_id, body)


async def _entered(work: Work, event: Inbox) -> None:
    """An employer reads back what a colleague entered for them."""
    payload = event.payload or {}
    numbers = _given(event, "vacancy"), _given(event, "actor")
    await entered.say(work, *numbers, payload["deed"], payload["fields"])


async def _next_match(work: Work, event: Inbox) -> None:
    """Put the next waiting match before somebody, unless they are reading one."""
    viewer = await caseload.viewer_of(work, event.person_id or 0)
    if viewer is None:
        return
    await work.tx.flush()  # a decision of the same batch counts
    open_ = await talks.current(work, viewer.person_id)
    if open_ is not None and open_.dialog == "review":
        return
    waiting = await matches.waiting_for(work, viewer)
    if waiting:
        post.open_dialog(work, viewer.person_id, "review", waiting[0].id or 0)


async def _greet(work: Work, event: Inbox) -> None:
    person = await work.get(Person, event.person_id)
    await conversation.resume(work, person, Line((event.payload or {})["text"]))


async def _forget(work: Work, event: Inbox) -> None:
    await privacy.forget(work, _given(event, "person"))


async def _file_again(work: Work, event: Inbox) -> None:
    await attachments.file_again(work, event.payload or {})


async def _left(work: Work, event: Inbox) -> None:
    """They blocked the bot or left the chat."""
    person = await work.get(Person, event.person_id)
    person.unreachable = work.now


async def _back(work: Work, event: Inbox) -> None:
    """They are here again; what was said while they were gone did not arrive."""
    person = await work.get(Person, event.person_id)
    person.unreachable = None
    if person.erased is None and await attachments.missed(work, person):
        await conversation.resume(work, person)


HANDLERS: Mapping[str, Handler] = {
    "reply": conversation.reply,
    "open": conversation.open_dialog,
    "left": _left,
    "back": _back,
    "greet": _greet,
    "match-jobseeker": _match_jobseeker,
    "match-vacancy": _match_vacancy,
    "vacancy-changed": _vacancy_changed,
    "introduce-next": _introduce_next,
    "match-over": _match_over,
    "asked-over": _asked_over,
    "new-profile": _new_profile,
    "new-employer": _new_employer,
    "new-vacancy": _new_vacancy,
    entered.ENTERED: _entered,
    "next-match": _next_match,
    "forget": _forget,
    attachments.FILE_AGAIN: _file_again,
    "fetch-document": fetcher(nothing_to_download),
}


def handlers(download: Download) -> Mapping[str, Handler]:
    """The same, with a channel that files can be fetched from."""
    return {**HANDLERS, "fetch-document": fetcher(download)}
