"""The life of a match: the table of `states`, obeyed by `move`, which alone changes a state.

A person decides every step (AVG art. 22); each is logged with who, when and why. What a step
leads to (whom to ask next) is a table as well, and happens in rows of its own.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from services import agreed, caseload, events, rights
from services.matches import endings, shortlist
from services.matches.states import (
    ANY_SIDE,
    COACH,
    EMPLOYER,
    ENDED,
    FOLLOWS,
    JOBSEEKER,
    NEGATIVE,
    OPEN,
    REASONS,
    decides,
)
from services.messages import message, outbox
from services.refused import RefusedError
from services.rights import Viewer
from services.store.models import (
    Contact,
    Employer,
    Event,
    Jobseeker,
    Match,
    Person,
    Vacancy,
)
from services.texts import refs
from services.unit_of_work import Work

ASKED = "match-asked"  # the event of an employer who wants to meet somebody of the browse list
BACK = {"declined": "match-reconsidered", "withdrawn": "match-reopened"}  # events of going back
THEIR_OWN = ("vacancy", "filled")  # reasons to withdraw that the employer knows already


async def move(
    work: Work,
    match_id: int,
    to: str,
    *,
    actor: int | None,
    reason: str = "",
    words: str = "",
    expected: str = "",
    because: int | None = None,
) -> Match:
    """Take one step of the table; raises RefusedError when it is not there to take.

    `expected` is the state the actor was shown: somebody else may have decided in the meantime.
    `actor` None is the program, which may withdraw, and take the steps that follow from the deed
    of somebody (`because`, for the log).
    """
    match = await work.take(Match, match_id)
    if expected and match.state != expected:
        raise RefusedError("decided")
    who = decides(match.state, to)
    if not who:
        raise RefusedError("decided" if match.state in ENDED else "step")
    if not await _may(work, who, actor, match):
        raise RefusedError("rights")
    if to in NEGATIVE and reason not in REASONS[to]:
        raise RefusedError("reason")
    await _check(work, match, to)
    before = match.state
    await _enter(work, match, to, actor=actor or because, reason=reason, words=words)
    await outbox.close_dialogs(work, ("review", "interest", "meeting", "confirm"), match_id)
    if to == "withdrawn":
        await _say_no_more(work, match)
    follow = FOLLOWING.get(to) if before in OPEN else None
    if follow:
        await follow(work, match, actor or because)
    _left(work, match, before)
    if to in NEGATIVE:
        await endings.tell_her(work, match, before=before, reason=reason, actor=actor)
    if to in NEGATIVE and before in ("proposed", "approved") and reason not in THEIR_OWN:
        await tell_asker(work, match)
    return match


def _left(work: Work, match: Match, before: str) -> None:
    """What follows from no longer being in a state, in rows of their own."""
    if before in ("invited", "met") and match.state in NEGATIVE:
        outbox.later(work, "match-over", match=match.id)  # what was planned is off
    if before == "introduced":
        outbox.later(work, "introduce-next", vacancy=match.vacancy_id)  # a place is free


async def _say_no_more(work: Work, match: Match) -> None:
    """What the employer was still to be told of her is not told: she no longer wants it."""
    vacancy = await work.get(Vacancy, match.vacancy_id)
    speak = select(Contact.person_id).where(Contact.employer_id == vacancy.employer_id)
    people = {vacancy.contact_id, *(await work.tx.exec(speak)).all()}
    await outbox.stop(work, match.jobseeker_id, people)


async def _enter(
    work: Work, match: Match, to: str, *, actor: int | None, reason: str = "", words: str = ""
) -> None:
    """The one place where a state is set; how long it waited in the last one is kept."""
    before, waited = match.state, (work.now - match.since).total_seconds()
    match.state, match.since, match.snoozed = to, work.now, None
    await events.log(
        work,
        f"match-{to}" if before in OPEN else BACK[before],
        actor=actor,
        about=match.jobseeker_id,
        subject=("match", match.id or 0),
        words=words,
        before=before,
        reason=reason,
        waited=int(waited),
    )


async def _check(work: Work, match: Match, to: str) -> None:
    """What must be so besides the right to decide; raises RefusedError."""
    vacancy = await work.get(Vacancy, match.vacancy_id)
    if to in ("approved", "invited") and vacancy.status in ("hold", "look"):
        raise RefusedError("hold")
    if to == "introduced":
        employer = await work.get(Employer, vacancy.employer_id)
        if not may_be_introduced(vacancy, employer):
            raise RefusedError("step")
    if to == "met" and match.agreed is None and match.state == "invited":
        raise RefusedError("step")  # she has not confirmed: nobody can have met her through us
    if match.state in BACK and vacancy.status != "open":
        raise RefusedError("decided")
    if match.state == "declined" and await _was_heard(work, match):
        raise RefusedError("decided")


def may_be_introduced(vacancy: Vacancy, employer: Employer) -> bool:
    """Cards go to a checked employer only, for an open vacancy, never during a strike."""
    strike = bool(vacancy.demands.get("strike"))  # Wet SUWI art. 31a
    return employer.verified is not None and vacancy.status == "open" and not strike


async def _was_heard(work: Work, match: Match) -> bool:
    """Did somebody outside hear of the coach's no?"""
    asked = await was_asked(work, match.jobseeker_id, match.vacancy_id)
    return match.origin == "jobseeker" or asked


async def _may(work: Work, who: str, actor: int | None, match: Match) -> bool:
    if actor is None:
        return who in (FOLLOWS, ANY_SIDE)
    if who == FOLLOWS:
        return False
    if who == JOBSEEKER:
        return actor == match.jobseeker_id
    if who == EMPLOYER:
        contact = await work.tx.get(Contact, actor)
        vacancy = await work.get(Vacancy, match.vacancy_id)
        theirs = contact is not None and contact.employer_id == vacancy.employer_id
        return theirs or await _on_the_phone(work, actor, vacancy)
    seen = await caseload.viewer_of(work, actor)
    jobseeker = await work.get(Jobseeker, match.jobseeker_id)
    if seen is None:
        return who == ANY_SIDE and actor == match.jobseeker_id
    if who == COACH:
        return rights.may_decide_match(seen, match, jobseeker)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    employer = await work.get(Employer, vacancy.employer_id)
    return rights.may_see_match(seen, match, jobseeker, employer)


async def _on_the_phone(work: Work, actor: int, vacancy: Vacancy) -> bool:
    """Who calls an employer writes down what the employer says, when that was agreed."""
    seen = await caseload.viewer_of(work, actor) if agreed.by_phone(vacancy) else None
    employer = await work.get(Employer, vacancy.employer_id)
    return seen is not None and rights.may_manage_employer(seen, employer)


async def concerns(work: Work, match: Match, person_id: int, who: str) -> bool:
    """Is this person the one who is asked (coach, jobseeker or employer) about this match?"""
    return await _may(work, who, person_id, match)


async def snooze(work: Work, match_id: int, days: int) -> None:
    """Later: it comes back to the coach after some days."""
    match = await work.take(Match, match_id)
    match.snoozed = work.now + timedelta(days=days)


async def reconsider(work: Work, match_id: int, actor: int) -> Match:
    """Take back a "later" or a "no" of the coach, of which nobody outside has heard.

    It waits again since when it waited before. Raises RefusedError when it is not the coach's to
    take back, or the vacancy is gone.
    """
    match = await work.take(Match, match_id)
    if match.state == "declined":
        return await _back(work, match, "proposed", actor=actor)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    if match.state != "proposed" or vacancy.status != "open":
        raise RefusedError("decided")
    if not await _may(work, COACH, actor, match):
        raise RefusedError("rights")
    match.snoozed = None
    return match


async def restore(work: Work, match_id: int, actor: int) -> Match:
    """Its vacancy is open again after a mistake: the match goes on where it was withdrawn."""
    match = await work.take(Match, match_id)
    ended = await _last_end(work, match)
    return await _back(work, match, ended.codes["before"], because=actor)


async def _back(
    work: Work, match: Match, to: str, *, actor: int | None = None, because: int | None = None
) -> Match:
    ended = await _last_end(work, match)
    await move(work, match.id or 0, to, actor=actor, because=because)
    match.since = work.now - timedelta(seconds=ended.codes.get("waited", 0))
    return match


async def _last_end(work: Work, match: Match) -> Event:
    found = await events.of_subject(work, "match", match.id or 0)
    return next(each for each in reversed(found) if each.kind == f"match-{match.state}")


async def was_asked(work: Work, jobseeker_id: int, vacancy_id: int) -> bool:
    """Did the employer of this vacancy ask for this person, from the browse list?"""
    query = select(Event.id).where(
        Event.kind == ASKED,
        Event.person_id == jobseeker_id,
        Event.subject == "vacancy",
        Event.subject_id == vacancy_id,
    )
    return (await work.tx.exec(query)).first() is not None


async def tell_asker(work: Work, match: Match) -> None:
    """An employer who asked for somebody hears that it is not now; never who said so, or why."""
    if await was_asked(work, match.jobseeker_id, match.vacancy_id):
        vacancy = await work.get(Vacancy, match.vacancy_id)
        body = outbox.line("asked-not-now", title=refs.words(vacancy.title))
        await agreed.tell(work, vacancy, body)


# What a step leads to.


async def _approved(work: Work, match: Match, actor: int | None) -> None:
    """She is asked, unless it was her own idea: then her yes came first."""
    if match.origin == "jobseeker":
        vacancy = await work.get(Vacancy, match.vacancy_id)
        body = outbox.line("apply-approved", title=refs.words(vacancy.title))
        outbox.tell(work, match.jobseeker_id, body, kind="promise")
        await move(work, match.id or 0, "interested", actor=match.jobseeker_id)
        return
    outbox.open_dialog(work, match.jobseeker_id, "interest", match.id or 0)


async def _declined(work: Work, match: Match, actor: int | None) -> None:
    """Nobody hears of a proposal that does not fit, but who asked for it herself does."""
    if match.origin == "jobseeker":
        vacancy = await work.get(Vacancy, match.vacancy_id)
        body = outbox.line("apply-declined", title=refs.words(vacancy.title))
        body = body.with_buttons(message.opens("ask", refs.text("command.coach")))
        outbox.tell(work, match.jobseeker_id, body, kind="promise")


async def introduce(work: Work, match: Match, actor: int | None) -> None:
    """Her yes shows the employer her card, if the employer is known to be real (verified)."""
    await introduce_next(work, match.vacancy_id, actor)


async def introduce_next(
    work: Work, vacancy_id: int, actor: int | None, *, by_hand: bool = False
) -> int:
    """Show the cards that may be shown now, as agreed with the employer; how many."""
    vacancy = await work.take(Vacancy, vacancy_id)
    employer = await work.get(Employer, vacancy.employer_id)
    if not may_be_introduced(vacancy, employer):
        return 0
    chosen = await shortlist.next_up(work, vacancy, by_hand=by_hand)
    hers = actor is not None and await work.tx.get(Jobseeker, actor) is not None
    for match in chosen:  # the yes of one is never written down as the deed of another
        because = actor if not hers or match.jobseeker_id == actor else None
        await move(work, match.id or 0, "introduced", actor=None, because=because)
    return len(chosen)


async def _introduced(work: Work, match: Match, actor: int | None) -> None:
    vacancy = await work.get(Vacancy, match.vacancy_id)
    await agreed.ask(work, vacancy, "meeting", match.id or 0)


async def introduce_waiting(work: Work, employer_id: int, actor: int) -> None:
    """An employer was verified: the people who already said yes are introduced now."""
    query = (
        select(Match)
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
        .where(Vacancy.employer_id == employer_id, Match.state == "interested")
        .order_by(col(Match.id))
    )
    for match in (await work.tx.exec(query)).all():
        await introduce(work, match, actor)


async def _invited(work: Work, match: Match, actor: int | None) -> None:
    outbox.open_dialog(work, match.jobseeker_id, "confirm", match.id or 0)


async def agree(work: Work, match_id: int, actor: int) -> Match:
    """She confirms the invitation: both get each other's name and number (who-sees-what)."""
    match = await work.take(Match, match_id)
    if match.state != "invited" or actor != match.jobseeker_id:
        raise RefusedError("decided")
    if match.agreed is None:
        match.agreed = work.now
        await events.log(
            work,
            "match-agreed",
            actor=actor,
            about=match.jobseeker_id,
            subject=("match", match_id),
        )
    return match


async def decline_invitation(work: Work, match_id: int, actor: int, words: str = "") -> None:
    """She does not want to meet after all: the pair is withdrawn, the employer hears it kindly."""
    await move(work, match_id, "withdrawn", actor=actor, reason="profile", words=words)
    match = await work.get(Match, match_id)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    body = outbox.line("meeting-withdrawn", title=refs.words(vacancy.title))
    await agreed.tell(work, vacancy, body)


FOLLOWING: dict[str, Callable[[Work, Match, int | None], Awaitable[None]]] = {
    "approved": _approved,
    "declined": _declined,
    "interested": introduce,
    "introduced": _introduced,
    "invited": _invited,
}


async def withdraw_all(work: Work, matches: Sequence[Match], reason: str) -> None:
    """End what is still open, by the program, for a fact and not a judgement."""
    for match in matches:
        if match.state in OPEN and match.id is not None:
            await move(work, match.id, "withdrawn", actor=None, reason=reason)


async def waiting_for(work: Work, who: Viewer) -> Sequence[Match]:
    """The proposals that wait for a member of staff: of their own people, best fit first.

    People without a coach wait for everybody who coaches in their team, those of who is away for
    its lead.
    """
    if who.role not in rights.COACHING:
        return []
    own = col(Jobseeker.coach_id).in_(await caseload.looks_after(work, who))
    nobodys = col(Jobseeker.coach_id).is_(None) & (col(Jobseeker.team) == who.team)
    return await proposed(work, rights.jobseeker_scope(who) & (own | nobodys))


async def proposed(work: Work, of: ColumnElement[bool]) -> Sequence[Match]:
    """The proposals about these jobseekers that wait for a decision, best fit first."""
    query = (
        select(Match)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Match.jobseeker_id))
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
        .where(Match.state == "proposed", col(Vacancy.status).not_in(("hold", "look")), of)
        .where((col(Match.snoozed).is_(None)) | (col(Match.snoozed) <= work.now))
        .order_by(col(Match.score).desc(), col(Match.id))
    )
    return (await work.tx.exec(query)).all()


async def person_name(work: Work, person_id: int) -> str:
    """What somebody wants to be called, or an empty string."""
    person = await work.tx.get(Person, person_id)
    return (person.name or "") if person else ""
