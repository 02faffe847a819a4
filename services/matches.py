"""The life of a match: one table of states, moved by `move` and nothing else.

A person decides every step (AVG art. 22); each is logged with who, when and why. What a step
leads to (whom to ask next) is a table as well, and happens in rows of its own.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from sqlmodel import col, select

from services import events, post, rights
from services.store.models import (
    Contact,
    Employer,
    Event,
    Jobseeker,
    Match,
    Person,
    Staff,
    Vacancy,
)
from services.work import Work

COACH, JOBSEEKER, EMPLOYER, STAFF = "coach", "jobseeker", "employer", "staff"
ANY_SIDE = "any"  # withdrawing: the jobseeker herself, or staff whom it concerns

STEPS: dict[str, dict[str, str]] = {
    # from: {to: who decides}
    "proposed": {"approved": COACH, "declined": COACH},
    "approved": {"interested": JOBSEEKER, "not_interested": JOBSEEKER},
    "interested": {"introduced": STAFF},  # by itself after her yes, once the employer is verified
    "introduced": {"invited": EMPLOYER, "rejected": EMPLOYER},
    "invited": {"met": STAFF},
    "met": {"placed": STAFF, "not_placed": STAFF},
}
OPEN = frozenset(STEPS)
ENDED = frozenset({"declined", "not_interested", "rejected", "placed", "not_placed", "withdrawn"})
NEGATIVE = frozenset({"declined", "not_interested", "rejected", "not_placed", "withdrawn"})

REASONS: dict[str, tuple[str, ...]] = {
    "declined": ("skills", "travel", "hours", "not_suited_now", "plan", "other_match", "other"),
    "not_interested": ("work", "travel", "hours", "wage", "employer", "not_now", "other"),
    "rejected": ("skills", "hours", "filled", "language", "other_candidate", "other"),
    "not_placed": ("no_show", "no_fit", "other_work", "employer_stopped", "other"),
    "withdrawn": ("profile", "vacancy", "filled", "erased", "changed", "agreement", "silent"),
}


ASKED = "match-asked"  # the event of an employer who wants to meet somebody of the browse list
THEIR_OWN = ("vacancy", "filled")  # reasons to withdraw that the employer knows already


class RefusedError(Exception):
    """The step cannot be taken; `reason` is an attribute of the text `match-refused`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


Refused = RefusedError


async def move(
    work: Work,
    match_id: int,
    to: str,
    *,
    actor: int | None,
    reason: str = "",
    words: str = "",
    expected: str = "",
) -> Match:
    """Take one step; raises RefusedError when it is not there to take.

    `expected` is the state the actor was shown: somebody else may have decided in the meantime.
    `actor` None is the program, which may only withdraw.
    """
    match = await work.take(Match, match_id)
    if match.state in ENDED or (expected and match.state != expected):
        raise RefusedError("decided")
    who = STEPS[match.state].get(to) if to != "withdrawn" else ANY_SIDE
    if who is None:
        raise RefusedError("step")
    if actor is not None and not await _may(work, who, actor, match):
        raise RefusedError("rights")
    if actor is None and to != "withdrawn":
        raise RefusedError("rights")
    if to in NEGATIVE and reason not in REASONS[to]:
        raise RefusedError("reason")
    before, match.state, match.since, match.snoozed = match.state, to, work.now, None
    await events.log(
        work,
        f"match-{to}",
        actor=actor,
        about=match.jobseeker_id,
        subject=("match", match_id),
        words=words,
        before=before,
        reason=reason,
    )
    await post.close_dialogs(work, ("review", "interest", "meeting", "confirm"), match_id)
    if before in ("invited", "met") and to in NEGATIVE:
        post.later(work, "match-over", match=match_id)  # what was planned is off
    follow = FOLLOWING.get(to)
    if follow:
        await follow(work, match, actor)
    if to in NEGATIVE and before in ("proposed", "approved") and reason not in THEIR_OWN:
        await tell_asker(work, match)
    return match


async def _may(work: Work, who: str, actor: int, match: Match) -> bool:
    if who == JOBSEEKER:
        return actor == match.jobseeker_id
    if who == EMPLOYER:
        contact = await work.tx.get(Contact, actor)
        vacancy = await work.get(Vacancy, match.vacancy_id)
        return contact is not None and contact.employer_id == vacancy.employer_id
    staff = await work.tx.get(Staff, actor)
    seen = rights.viewer(staff) if staff else None
    jobseeker = await work.get(Jobseeker, match.jobseeker_id)
    if seen is None:
        return who == ANY_SIDE and actor == match.jobseeker_id
    if who == COACH:
        return rights.may_decide_match(seen, match, jobseeker)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    employer = await work.get(Employer, vacancy.employer_id)
    return rights.may_see_match(seen, match, jobseeker, employer)


async def concerns(work: Work, match: Match, person_id: int, who: str) -> bool:
    """Is this person the one who is asked (coach, jobseeker or employer) about this match?"""
    return await _may(work, who, person_id, match)


async def snooze(work: Work, match_id: int, days: int) -> None:
    """Later: it comes back to the coach after some days."""
    match = await work.take(Match, match_id)
    match.snoozed = work.now + timedelta(days=days)


async def reconsider(work: Work, match_id: int, actor: int) -> Match:
    """Take back a "later" or a "no" of the coach, of which nobody outside has heard.

    Raises RefusedError when it is not the coach's to take back, or the vacancy is gone.
    """
    match = await work.take(Match, match_id)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    heard = match.state == "declined" and (
        match.origin == "jobseeker" or await was_asked(work, match.jobseeker_id, match.vacancy_id)
    )
    if heard or match.state not in ("proposed", "declined") or vacancy.status != "open":
        raise RefusedError("decided")
    if not await _may(work, COACH, actor, match):
        raise RefusedError("rights")
    before, match.state, match.snoozed = match.state, "proposed", None
    if before == "declined":
        match.since = work.now
        await events.log(
            work,
            "match-reconsidered",
            actor=actor,
            about=match.jobseeker_id,
            subject=("match", match_id),
            before=before,
        )
    return match


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
        body = post.line("asked-not-now", title=["words", vacancy.title])
        post.tell(work, vacancy.contact_id, body, kind="promise")


# What a step leads to.


async def _approved(work: Work, match: Match, actor: int | None) -> None:
    """She is asked, unless it was her own idea: then her yes came first."""
    if match.origin == "jobseeker":
        vacancy = await work.get(Vacancy, match.vacancy_id)
        body = post.line("apply-approved", title=["words", vacancy.title])
        post.tell(work, match.jobseeker_id, body, kind="promise")
        await move(work, match.id or 0, "interested", actor=match.jobseeker_id)
        return
    post.open_dialog(work, match.jobseeker_id, "interest", match.id or 0)


async def _declined(work: Work, match: Match, actor: int | None) -> None:
    """Nobody hears of a proposal that does not fit, but who asked for it herself does."""
    if match.origin == "jobseeker":
        vacancy = await work.get(Vacancy, match.vacancy_id)
        body = post.line("apply-declined", title=["words", vacancy.title])
        body["rows"] = [[[post.press("ask", 0, "", "-open"), ["text", "command.coach"]]]]
        post.tell(work, match.jobseeker_id, body, kind="promise")


async def _interested(work: Work, match: Match, actor: int | None) -> None:
    """Her yes shows the employer her card, if the employer is known to be real (decision 7)."""
    vacancy = await work.get(Vacancy, match.vacancy_id)
    employer = await work.get(Employer, vacancy.employer_id)
    if employer.verified:
        await _introduce(work, match, actor)


async def _introduce(work: Work, match: Match, actor: int | None) -> None:
    match.state, match.since = "introduced", work.now
    await events.log(
        work,
        "match-introduced",
        actor=actor,
        about=match.jobseeker_id,
        subject=("match", match.id or 0),
        before="interested",
    )
    vacancy = await work.get(Vacancy, match.vacancy_id)
    post.open_dialog(work, vacancy.contact_id, "meeting", match.id or 0)


async def introduce_waiting(work: Work, employer_id: int, actor: int) -> None:
    """An employer was verified: the people who already said yes are introduced now."""
    query = (
        select(Match)
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
        .where(Vacancy.employer_id == employer_id, Match.state == "interested")
        .order_by(col(Match.id))
    )
    for match in (await work.tx.exec(query)).all():
        await _introduce(work, match, actor)


async def _invited(work: Work, match: Match, actor: int | None) -> None:
    post.open_dialog(work, match.jobseeker_id, "confirm", match.id or 0)


async def agree(work: Work, match_id: int, actor: int) -> Match:
    """She confirms the invitation: both get each other's name and number (decision 1)."""
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
    post.tell(
        work,
        vacancy.contact_id,
        post.line("meeting-withdrawn", title=["words", vacancy.title]),
        kind="promise",
    )


async def _rejected(work: Work, match: Match, actor: int | None) -> None:
    vacancy = await work.get(Vacancy, match.vacancy_id)
    post.tell(
        work,
        match.jobseeker_id,
        post.line("interest-rejected", title=["words", vacancy.title]),
        kind="promise",
    )


FOLLOWING: dict[str, Callable[[Work, Match, int | None], Awaitable[None]]] = {
    "approved": _approved,
    "declined": _declined,
    "interested": _interested,
    "invited": _invited,
    "rejected": _rejected,
}


async def withdraw_all(work: Work, matches: Sequence[Match], reason: str) -> None:
    """End what is still open, by the program, for a fact and not a judgement."""
    for match in matches:
        if match.state in OPEN and match.id is not None:
            await move(work, match.id, "withdrawn", actor=None, reason=reason)


async def deciders(work: Work, jobseeker: Jobseeker) -> list[int]:
    """Who is asked about a jobseeker: the coach, else the lead of the team, else the team."""
    if jobseeker.coach_id:
        return [jobseeker.coach_id]
    query = select(Staff).where(Staff.team == jobseeker.team, col(Staff.active).is_(True))
    team = [s for s in (await work.tx.exec(query)).all() if s.role in rights.COACHING]
    leads = [s.person_id for s in team if s.lead]
    return leads or [s.person_id for s in team]


async def deciders_of(work: Work, match: Match) -> list[int]:
    """Who is told about a match on the jobseeker's side."""
    return await deciders(work, await work.get(Jobseeker, match.jobseeker_id))


async def waiting_for(work: Work, staff: Staff) -> Sequence[Match]:
    """The proposals that wait for a member of staff: of their own people, best fit first.

    People without a coach wait for everybody who coaches in their team.
    """
    seen = rights.viewer(staff)
    if seen is None or seen.role not in rights.COACHING:
        return []
    query = (
        select(Match)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Match.jobseeker_id))
        .where(Match.state == "proposed")
        .where(
            (col(Jobseeker.coach_id) == seen.person_id)
            | (col(Jobseeker.coach_id).is_(None) & (col(Jobseeker.team) == seen.team))
        )
        .where((col(Match.snoozed).is_(None)) | (col(Match.snoozed) <= work.now))
        .order_by(col(Match.score).desc(), col(Match.id))
    )
    return (await work.tx.exec(query)).all()


async def person_name(work: Work, person_id: int) -> str:
    """What somebody wants to be called, or an empty string."""
    person = await work.tx.get(Person, person_id)
    return (person.name or "") if person else ""
