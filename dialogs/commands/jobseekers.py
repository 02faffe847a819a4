"""Commands of jobseekers: telling more, and looking round for work."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps

from dialogs import kept, openings, plans, takeback, talks
from dialogs.commands import everybody
from dialogs.commands.everybody import begin, go_on
from dialogs.commands.menu import Command, known
from dialogs.model import Button, Line, Pick, Say
from dialogs.visits import VISITS
from services.jobseekers import support
from services.messages import outbox
from services.store.models import Jobseeker, Person
from services.texts import refs
from services.unit_of_work import Work

Do = Callable[[Work, Person, Command], Awaitable[Say | None]]


def with_profile(do: Do) -> Do:
    """For who has a profile; whoever has none begins one."""

    @wraps(do)
    async def checked(work: Work, person: Person, command: Command) -> Say | None:
        if await work.tx.get(Jobseeker, person.id) is None:
            return await begin(work, person, command)
        return await do(work, person, command)

    return checked


async def grow(work: Work, person: Person, _: Command) -> Say | None:
    """The next small visit that was not made yet."""
    jobseeker = await work.tx.get(Jobseeker, person.id)
    if jobseeker is None:
        return await begin(work, person, _)
    for dialog, field_ in VISITS.items():
        if field_ not in jobseeker.confirmed or (dialog == "helps" and _half_told(jobseeker)):
            outbox.open_dialog(work, person.id or 0, dialog)
            return None
    if await support.chosen(work, person.id or 0) is None:
        outbox.open_dialog(work, person.id or 0, "support")
        return None
    rows = ((_open_button("cv"), _open_button("private")),)
    return Say((Line("grow-done"),), rows)


def _half_told(jobseeker: Jobseeker) -> bool:
    """Was something kept that helps, and not asked yet what else does and who may know?"""
    told = jobseeker.profile.get("helps") or ["none"]
    return told != ["none"] and "share_helps" not in jobseeker.confirmed


async def keep(work: Work, person: Person, command: Command) -> Say | None:
    """Keep what helps at work, named beside words that are not kept; typed, the list of it."""
    code = str(command.given.get("code", ""))
    if not code and await work.tx.get(Jobseeker, person.id) is None:
        return await begin(work, person, command)
    if not code:
        outbox.open_dialog(work, person.id or 0, "helps")
        return None
    strange = await talks.current(work, person.id or 0) is None and not await known(work, person)
    outbox.tell(work, person.id or 0, outbox.body_of(Say(await kept.keep(work, person, code))))
    return None if strange else await go_on(work, person, command)


def _open_button(dialog: str) -> Button:
    return Button(Pick("", f"open-{dialog}"), refs.text(f"command.open-{dialog}"))


async def jobs(work: Work, person: Person, _: Command) -> Say | None:
    """Public vacancies that fit, and searching by typing (DIS-01)."""
    await openings.listed(work, person)
    return None


@with_profile
async def plan(work: Work, person: Person, _: Command) -> Say | None:
    """My plan, with the steps I can tick (PLAN)."""
    await plans.shown(work, person)
    return None


async def rather_call(work: Work, person: Person, command: Command) -> Say | None:
    """Rather called than written to; who is no jobseeker is called now."""
    if await work.tx.get(Jobseeker, person.id) is None:
        return await everybody.call_me(work, person, command)
    outbox.open_dialog(work, person.id or 0, "rather")
    return None


@with_profile
async def agreed_to(work: Work, person: Person, _: Command) -> Say | None:
    """What I said yes to, and taking it back (AVG 7)."""
    await takeback.listed(work, person)
    return None


@with_profile
async def how_much_help(work: Work, person: Person, _: Command) -> Say | None:
    """How much help do you want? (support)"""
    outbox.open_dialog(work, person.id or 0, "support")
    return None


@with_profile
async def own_work(work: Work, person: Person, _: Command) -> Say | None:
    """I found work myself (INS-15)."""
    outbox.open_dialog(work, person.id or 0, "own-work")
    return None


@with_profile
async def visible(work: Work, person: Person, _: Command) -> Say | None:
    """May employers come across me, without my name? (who-sees-what)"""
    outbox.open_dialog(work, person.id or 0, "visible")
    return None
