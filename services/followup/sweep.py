"""Sends what is due: once, in hours, not too often, and never when it is no longer true.

A tick reads what waits, and claims each nudge by writing its key in the transaction that says it;
a key can be there once. Processes that tick together take turns (a lock on PostgreSQL, the write
lock on SQLite), and a process that was down catches up: of several steps that fell due, only the
last is sent. Reminders to one person become one message, at most one per so many days.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlmodel import col, select

from services import agreed, caseload, installation, surveys
from services.clock import AMSTERDAM
from services.followup import calendar, reach
from services.followup.model import Case, Rule, Step
from services.followup.rules import rules
from services.jobseekers import support
from services.messages import message, naming, outbox
from services.messages.message import Button, Message
from services.store.models import Contact, Employer, Jobseeker, Match, Nudge, Person, Vacancy
from services.texts import refs
from services.unit_of_work import Work

LOCK = 7_254_002  # any number that only this uses
MOST_IN_ONE = 4  # reminders in one message; the others come the next time
AT_ONCE = 500  # keys in one question to the database
FIRST_HOUR = timedelta(hours=1)
DAILY = "daily-rules"  # the fact that tells on which day they were last looked at


@dataclass(frozen=True)
class Due:
    """A step of a rule for one case, and when it goes out."""

    rule: Rule
    case: Case
    number: int
    at: datetime

    @property
    def step(self) -> Step:
        """The step itself."""
        return self.rule.steps[self.number]

    @property
    def key(self) -> str:
        """What makes it unique."""
        return self.rule.key(self.case, self.number)

    @property
    def name(self) -> str:
        """What its text is called: after the rule, and for staff after their role."""
        if self.step.to in ("self", "jobseeker", "contact"):
            return self.rule.name
        return f"{self.rule.name}-{self.step.to}"

    def line(self, **more: Any) -> Message:
        """A message with its text: of this step, else of the rule."""
        name, number = self.name, self.number + 1
        return outbox.line(f"nudge-{name}-{number}|nudge-{name}", **self.case.args, **more)


async def sweep(work: Work) -> int:
    """Send everything that is due now; returns how many nudges went out."""
    kinds = _allowed(work)
    if not kinds or not await _alone(work):
        return 0
    daily = await _daily(work)
    if daily:
        await surveys.prepare(work)
    due = await unsent(work, await planned(work, work.now, kinds, daily=daily))
    due = await unsent(work, await _arrived(work, due, kinds))
    sent = 0
    for each in [each for each in due if _is_call(each)]:
        sent += await _call(work, each)
    due = [each for each in due if not _is_call(each)]
    for each in due:
        if each.step.kind in ("promise", "action"):
            sent += await _send_one(work, each)
    sent += await _remind(work, [each for each in due if each.step.kind == "reminder"])
    for kind in ("alert", "digest"):
        sent += await _to_staff(work, kind, [each for each in due if each.step.kind == kind])
    return sent


def _allowed(work: Work) -> frozenset[str]:
    """The kinds that may go out at this moment; at night there are none, and nothing is read.

    A promise that is late goes out on any day, in hours.
    """
    kinds: set[str] = set()
    if calendar.permitted(work.region, work.now):
        kinds |= {"reminder", "alert", "action"}
    if calendar.in_the_round(work.region, work.now):
        kinds.add("digest")
    if calendar.within_hours(work.region, work.now):
        kinds.add("promise")
    return frozenset(kinds)


async def planned(work: Work, until: datetime, kinds: Collection[str], *, daily: bool) -> list[Due]:
    """For each case the last step that is due by then, if it is of these kinds and not stale."""
    found: list[Due] = []
    for rule in rules(work.region.follow_up):
        if not any(step.kind in kinds for step in rule.steps):
            continue
        if rule.daily and not daily:
            continue
        for case in await rule.waits(work, until):
            found += _last(work, rule, case, until, kinds)
    return found


def _last(
    work: Work, rule: Rule, case: Case, until: datetime, kinds: Collection[str]
) -> Sequence[Due]:
    """The last step of a case that is due by then, if it may go out; or nothing."""
    steps = [
        Due(rule, case, number, rule.due(work.region, case, step))
        for number, step in enumerate(rule.steps)
    ]
    last = next((each for each in reversed(steps) if each.at <= until), None)
    if last is None or last.step.kind not in kinds:
        return ()
    return (last,) if last.step.whenever or last.at + rule.stale > until else ()


async def _arrived(work: Work, due: Sequence[Due], kinds: Collection[str]) -> list[Due]:
    """Without what waits for the answer to a question that did not arrive; late ones are moved."""
    found: list[Due] = []
    for each in due:
        role = each.rule.answers
        case = await reach.counted_from(work, each.case, role) if role else each.case
        if case is each.case:
            found.append(each)
        elif case is not None:
            found += _last(work, each.rule, case, work.now, kinds)
    return found


async def _daily(work: Work) -> bool:
    """Is it time for the rules that read everybody: once a day, in its first permitted hour?"""
    before = calendar.permitted(work.region, work.now - FIRST_HOUR)
    if before or not calendar.permitted(work.region, work.now):
        return False
    today = work.now.astimezone(AMSTERDAM).date().isoformat()
    if await installation.read(work, DAILY) == today:
        return False
    await installation.write(work, DAILY, today)
    return True


async def _alone(work: Work) -> bool:
    """One process sweeps at a time; another has nothing to add."""
    if work.tx.get_bind().dialect.name != "postgresql":
        return True
    query = text("SELECT pg_try_advisory_xact_lock(:lock)").bindparams(lock=LOCK)
    return bool((await work.tx.exec(query)).scalar())  # type: ignore[call-overload]


async def unsent(work: Work, due: Sequence[Due]) -> list[Due]:
    """Those whose key is not there yet."""
    keys = [each.key for each in due]
    sent: set[str] = set()
    for first in range(0, len(keys), AT_ONCE):
        query = select(Nudge.key).where(col(Nudge.key).in_(keys[first : first + AT_ONCE]))
        sent |= set((await work.tx.exec(query)).all())
    return [each for each in due if each.key not in sent]


def _claim(work: Work, due: Due, person_id: int) -> None:
    work.tx.add(
        Nudge(
            key=due.key,
            name=due.rule.name,
            step=due.number,
            kind=due.step.kind,
            person_id=person_id,
            subject_id=due.case.subject_id,
            at=work.now,
        )
    )


async def _send_one(work: Work, due: Due) -> int:
    """A promise, or something the service does itself."""
    people = await recipients(work, due)
    if not people:
        if due.step.act is None or not due.step.whenever:
            return 0
        await due.step.act(work, due.case)  # what is over is over, also with nobody to tell
        return 1
    _claim(work, due, people[0])
    if due.step.act is not None:
        await due.step.act(work, due.case)
        return 1
    for person_id in people:
        body = due.line().with_buttons(*_buttons(due))
        stale, about = due.at + due.rule.stale, _about(person_id, [due])
        outbox.tell(work, person_id, body, kind="promise", stale=stale, about=about)
    return 1


def _is_call(due: Due) -> bool:
    """Is this for an employer who wants to be called?"""
    wanted = due.step.to in ("contact", "self") and due.step.act is None
    return wanted and due.case.vacancy is not None


async def _call(work: Work, due: Due) -> int:
    """What the employer would be written is asked of a colleague, to be said on the phone."""
    vacancy = await work.get(Vacancy, due.case.vacancy)
    _claim(work, due, vacancy.contact_id)
    await agreed.call(work, vacancy, due.line().lines)
    return 1


def _buttons(due: Due) -> list[Button]:
    """The one action that settles it."""
    if due.step.opens:
        about = due.case.about if due.case.about is not None else due.case.subject_id
        label = refs.text(f"nudge-open-{due.step.opens}")
        return [message.opens(due.step.opens, label, about)]
    if due.step.press:
        return [message.command(due.step.press)]
    return []


async def _remind(work: Work, due: Sequence[Due]) -> int:
    """One message per person for all that is due, if it is not too soon after the last."""
    mine: dict[int, list[Due]] = defaultdict(list)
    for each in due:
        for person_id in await recipients(work, each):
            mine[person_id].append(each)
    people = await _may_be_reminded(work, list(mine))
    sent = 0
    for person_id in people:
        chosen = sorted(mine[person_id], key=lambda each: (each.at, each.key))[:MOST_IN_ONE]
        for each in chosen:
            _claim(work, each, person_id)
        outbox.tell(
            work,
            person_id,
            _together(chosen),
            kind="reminder",
            stale=_end_of_day(work),
            about=_about(person_id, chosen),
        )
        sent += len(chosen)
    return sent


def _together(chosen: Sequence[Due]) -> Message:
    """Several reminders as one message, with the ways to hear less below."""
    lines = tuple(each.line().lines[0] for each in chosen)
    opened = Counter(each.step.opens for each in chosen)
    buttons = []
    for each in chosen:
        for pressed, label in _buttons(each):
            # Two buttons that say the same cannot be told apart: then they are called by the title.
            several = opened[each.step.opens] > 1 and "title" in each.case.args
            buttons.append(Button(pressed, each.case.args["title"] if several else label))
    said = Message(lines).with_buttons(*buttons)
    return said.with_row(message.command("later"), message.command("no-more"))


def _about(person_id: int, chosen: Sequence[Due]) -> int | None:
    """The one other person all this is about; None when there is none, or several."""
    hers = {each.case.people.get("jobseeker") for each in chosen}
    hers |= naming.people_in([each.case.args for each in chosen])
    others = hers - {person_id, None}
    return others.pop() if len(others) == 1 else None


def _end_of_day(work: Work) -> datetime:
    """A reminder that could not be delivered in its hours is not delivered at night."""
    return work.now + timedelta(hours=12)


async def _may_be_reminded(work: Work, ids: Sequence[int]) -> list[int]:
    """Who is not paused, snoozed, gone, or reminded too lately."""
    if not ids:
        return []
    since = calendar.after_days(work.now, -work.region.follow_up.reminder_every_days)
    recent = select(Nudge.person_id).where(
        col(Nudge.person_id).in_(ids), col(Nudge.at) > since, Nudge.kind == "reminder"
    )
    lately = set((await work.tx.exec(recent)).all()) | await _in_peace(work, ids)
    query = (
        select(Person)
        .where(col(Person.id).in_(ids), col(Person.erased).is_(None))
        .where(col(Person.paused).is_(None), col(Person.unasked).is_(None))
        .where(col(Person.unreachable).is_(None))
        .order_by(col(Person.id))
    )
    return [
        person.id or 0
        for person in (await work.tx.exec(query)).all()
        if person.id not in lately and not (person.quiet and person.quiet > work.now)
    ]


async def _in_peace(work: Work, ids: Sequence[int]) -> set[int]:
    """Who does much herself and was reminded within a longer time than others (support)."""
    found: set[int] = set()
    for level, steers in support.LEVELS.items():
        days = work.region.follow_up.reminder_every_days * steers.calm
        query = (
            select(Nudge.person_id)
            .join(Jobseeker, col(Jobseeker.person_id) == col(Nudge.person_id))
            .where(col(Nudge.person_id).in_(ids), Nudge.kind == "reminder")
            .where(Jobseeker.support == level)
            .where(col(Nudge.at) > calendar.after_days(work.now, -days))
        )
        found |= set((await work.tx.exec(query)).all())
    return found


async def _to_staff(work: Work, kind: str, due: Sequence[Due]) -> int:
    """For each member of staff one message about all that is theirs: a line for each sort."""
    mine: dict[int, list[Due]] = defaultdict(list)
    for each in due:
        for person_id in await recipients(work, each):
            mine[person_id].append(each)
    claimed: set[str] = set()
    for person_id, items in mine.items():
        sorts: dict[str, list[Due]] = defaultdict(list)
        for each in items:
            sorts[each.name].append(each)
            if each.key not in claimed:
                claimed.add(each.key)
                _claim(work, each, person_id)
        first = outbox.line("digest", n=len(items)).lines if kind == "digest" else ()
        lines = [alike[0].line(n=len(alike)).lines[0] for alike in sorts.values()]
        own = _buttons(items[0]) if len(items) == 1 else []
        body = Message((*first, *lines)).with_buttons(*own)
        body = body.with_row(message.command("waiting"), message.command("console"))
        stale, about = _end_of_day(work), _about(person_id, items)
        outbox.tell(work, person_id, body, kind="digest", stale=stale, about=about)
    return len(claimed)


async def recipients(work: Work, due: Due) -> list[int]:
    """Whom a step goes to: the person of that role, else whoever stands in for them."""
    known = due.case.people.get(due.step.to)
    if due.step.to == "account_manager":
        return await caseload.present(work, [known]) or await _managers(work, due)
    if due.step.to == "employers_lead":
        vacancy = await work.get(Vacancy, due.case.subject_id)
        return await caseload.above_employer(work, await work.get(Employer, vacancy.employer_id))
    if due.step.to in ("coach", "lead"):
        return await caseload.present(work, [known]) or await _coaches(work, due)
    return [known] if known else []


async def _coaches(work: Work, due: Due) -> list[int]:
    """The team of a jobseeker, or of the poster they came through; for the lead who is above."""
    her = due.case.people.get("jobseeker") or due.case.people.get("self") or due.case.subject_id
    jobseeker = await work.tx.get(Jobseeker, her)
    if jobseeker is None:
        team = await caseload.first_team(work, her)
        jobseeker = Jobseeker(person_id=her, team=team, created=work.now, updated=work.now)
    if due.step.to == "coach":
        return await caseload.of_jobseeker(work, jobseeker)
    return await caseload.above(work, jobseeker)


async def _managers(work: Work, due: Due) -> list[int]:
    subject = due.case.subject_id
    if due.rule.name == "unreached-employer":
        contact = await work.get(Contact, subject)
        return await caseload.of_employer(work, await work.get(Employer, contact.employer_id))
    if due.rule.name.startswith("match"):
        subject = (await work.get(Match, subject)).vacancy_id
    return await caseload.of_vacancy(work, await work.get(Vacancy, subject))
