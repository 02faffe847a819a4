"""Commands for everybody: begin, go on, stop, help of a person, and the rights over one's data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from dialogs import talks
from dialogs.commands.menu import Command, button, known, menu
from dialogs.engine import opening
from dialogs.model import Line, Say
from dialogs.registry import FORMS
from services import caseload, privacy, texts
from services.access import links
from services.followup import calendar
from services.jobseekers import openings, profiles
from services.matches import meetings
from services.messages import message, outbox
from services.store.models import Jobseeker, Person
from services.texts import refs
from services.unit_of_work import Work

FORGET_AFTER = timedelta(minutes=2)
LISTED = 10


async def start(work: Work, person: Person, command: Command) -> Say | None:
    """The first touch: a poster, an invitation, a link from another device, or nothing at all."""
    token = str(command.given.get("token") or "")
    name = str(command.given.get("name") or "")
    if command.given.get("language") in texts.languages():
        person.language = str(command.given["language"])
    if token:
        outcome = await links.follow(work, person, token)
        if outcome.moved:
            return None  # the person this chat belongs to now is spoken to in its own line
        if outcome.text:
            listed = await menu(work, person)
            return Say((Line(outcome.text, outcome.args),), listed.rows)
    open_ = await talks.current(work, person.id or 0)
    vacancy = int(command.given.get("vacancy") or 0)
    if vacancy and await _remember(work, person, vacancy):
        return None
    who = {"work": "jobseeker", "staff": "employer"}.get(str(command.given.get("who")))
    if who and open_ is None and not await links.is_staff(work, person.id or 0):
        person.formal = who == "employer"
        outbox.open_dialog(work, person.id or 0, who, name=name)
        return None
    if open_ is not None:
        await _go_on(work, person, open_.dialog, open_.about)
        return None
    if await known(work, person):
        return await menu(work, person)
    outbox.open_dialog(work, person.id or 0, "welcome", name=name)
    return None


async def _go_on(work: Work, person: Person, dialog: str, about: int) -> None:
    """Ask the open question again, in a turn of its own."""
    outbox.open_dialog(work, person.id or 0, dialog, about)


async def main_menu(work: Work, person: Person, _: Command) -> Say:
    """What can be done now."""
    return await menu(work, person)


async def help_(work: Work, person: Person, command: Command) -> Say:
    """How this works, and whom to call."""
    door = work.region.front_door
    args = {"region": refs.words(door.name), "phone": refs.words(door.phone)}
    open_ = await talks.current(work, person.id or 0)
    first = (Line("help-unknown"),) if command.given.get("unknown") else ()
    listed = await menu(work, person)
    rows = listed.rows
    if open_ is not None:
        rows = ((button("go-on"),), *rows)
    return Say((*first, Line("help", args)), rows)


async def go_on(work: Work, person: Person, _: Command) -> Say | None:
    """Back to the newest question that is still open."""
    open_ = await talks.current(work, person.id or 0)
    if open_ is None and not await known(work, person):
        outbox.open_dialog(work, person.id or 0, "welcome")  # they began with something else
        return None
    if open_ is None:
        return await menu(work, person)
    await _go_on(work, person, open_.dialog, open_.about)
    return None


async def begin(work: Work, person: Person, _: Command) -> Say | None:
    """From the first question; a colleague has none, and sees what can be done."""
    if await links.is_staff(work, person.id or 0):
        return await menu(work, person)
    outbox.open_dialog(work, person.id or 0, "welcome")
    return None


async def my_data(work: Work, person: Person, _: Command) -> Say | None:
    """Everything read back; every line is a button that changes it (AVG art. 15 and 16)."""
    jobseeker = await work.tx.get(Jobseeker, person.id)
    if jobseeker is None:
        listed = await menu(work, person)
        own = ((button("alldata"),), (button("export"), button("erase")))
        return Say((Line("mydata-none"),), (*own, *listed.rows))
    answers = profiles.answers_of(person, jobseeker)
    talk = await talks.begin(work, person.id or 0, "jobseeker", 0, answers)
    world = await talks.world(work, person, talk)
    step = opening(FORMS["jobseeker"], talks.state_of(talk), world, Line("mydata"))
    pause = "resume" if person.paused else "pause"
    body = outbox.body_of(step.say, "jobseeker")
    body = body.with_buttons(message.command("alldata"))
    body = body.with_row(*(message.command(code) for code in (pause, "export", "erase")))
    body = body.with_buttons(message.command("viewers"), message.command("visible"))
    outbox.tell(work, person.id or 0, body)
    return None


async def stop(work: Work, person: Person, _: Command) -> Say:
    """Leave it for now: everything stays as it is."""
    listed = await menu(work, person)
    return Say((Line("stopped"),), ((button("go-on"),), *listed.rows))


async def pause(work: Work, person: Person, _: Command) -> Say:
    """No reminders and no new matches for now."""
    await profiles.pause(work, person)
    return Say((Line("paused"),), ((button("resume"),),))


async def resume(work: Work, person: Person, _: Command) -> Say:
    """Take part again."""
    await profiles.resume(work, person)
    listed = await menu(work, person)
    return Say((Line("resumed"),), listed.rows)


async def export(work: Work, person: Person, _: Command) -> None:
    """A copy of everything, as a file (AVG art. 20): made when it is sent."""
    outbox.tell(work, person.id or 0, replace(outbox.line("export"), file="export"))


async def viewers(work: Work, person: Person, _: Command) -> Say:
    """Who looked at my data."""
    seen = await privacy.viewers(work, person.id or 0)
    if not seen:
        return Say((Line("viewers-none"),))
    lines = [
        refs.text(
            "viewers-line",
            name=refs.name(each.by) if each.role != "employer" else refs.words(each.name),
            at=refs.moment(each.at),
            what=refs.text(f"looked-at.{each.what}"),
        )
        for each in seen[:LISTED]
    ]
    return Say((Line("viewers", {"lines": refs.bullets(*lines)}),))


async def elsewhere(work: Work, person: Person, _: Command) -> Say:
    """Go on with the same conversation on another phone or channel (ways-in)."""
    if await links.is_staff(work, person.id or 0):
        return Say((Line("elsewhere-staff"),), ((button("console"),),))
    url, code = await links.personal_link(work, person.id or 0)
    return Say((Line("elsewhere", {"url": refs.words(url), "code": refs.words(code)}),))


async def lost(work: Work, person: Person, _: Command) -> Say:
    """Somebody had a conversation before, somewhere else: how to come back to it."""
    phone = refs.words(work.region.front_door.phone)
    return Say((Line("lost", {"phone": phone}),), ((button("go-on"),),))


async def who_helps(work: Work, person: Person, _: Command) -> Say | None:
    """Ask a person. Staff are told whom to call instead of asking themselves."""
    helpers = await caseload.of_person(work, person.id or 0)
    if helpers == [person.id]:
        return await menu(work, person)
    outbox.open_dialog(work, person.id or 0, "ask")
    return None


async def call_me(work: Work, person: Person, _: Command) -> Say | None:
    """Be called by a person. Staff are told what they can do instead."""
    if await links.is_staff(work, person.id or 0):
        return await menu(work, person)
    asking = await talks.find(work, person.id or 0, "ask", 0)
    if asking is not None:
        talks.finish(work, asking)  # a call instead of a question
    outbox.open_dialog(work, person.id or 0, "callback")
    return None


async def appointments(work: Work, person: Person, _: Command) -> Say | None:
    """What I have coming, each with a way to change it."""
    rows = (await meetings.upcoming(work, person.id or 0))[:LISTED]
    if not rows:
        listed = await menu(work, person)
        return Say((Line("appointments-none"),), listed.rows)
    told = [await meetings.facts(work, row, person.id or 0) for row in rows]
    lines = [refs.text("meeting-line", **each) for each in told]
    body = outbox.line("appointments", lines=refs.bullets(*lines))
    body = body.with_buttons(
        *(
            message.opens("appointment", label, row.id)
            for row, label in zip(rows, _change_labels(told), strict=True)
        )
    )
    outbox.tell(work, person.id or 0, body)
    return None


def _change_labels(told: Sequence[Mapping[str, Any]]) -> list[refs.Ref]:
    """One appointment needs no date on its button."""
    if len(told) == 1:
        return [refs.text("appointments-change")]
    return [refs.text("appointments-change-one", when=each["when"]) for each in told]


async def _remember(work: Work, person: Person, vacancy_id: int) -> bool:
    """Somebody came for this vacancy: it is asked about after what is asked first.

    True when nothing has to be asked first, because their profile is there.
    """
    try:
        await openings.one(work, vacancy_id)
    except LookupError:
        return False
    known = await work.tx.get(Jobseeker, person.id)
    if known is not None:
        outbox.open_dialog(work, person.id or 0, "opening", vacancy_id)
    else:
        talk = await talks.begin(work, person.id or 0, "opening", vacancy_id)
        talk.touched -= timedelta(seconds=1)  # the newest talk goes on first: that is the other
    return known is not None


async def later(work: Work, person: Person, _: Command) -> Say:
    """Not now: no reminders for some days."""
    days = work.region.follow_up.snooze_days
    person.quiet = calendar.after_days(work.now, days)
    return Say((Line("reminders-later", {"n": days}),))


async def no_more(work: Work, person: Person, _: Command) -> Say:
    """No reminders any more; answers and what was promised still come."""
    person.unasked = work.now
    return Say((Line("reminders-off"),), ((button("remind"),),))


async def remind(work: Work, person: Person, _: Command) -> Say:
    """Reminders again."""
    person.unasked = person.quiet = None
    return Say((Line("reminders-on"),))
