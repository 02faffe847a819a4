"""What works anywhere, in any dialog: the commands behind the menu, a slash, or a plain word.

Each command is a function (work, person) -> Say | None and a block of words in
locales/*/commands.ftl: `.name` on the button, `.name-also` typed, `.name-slash` in Telegram's menu.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from dialogs import hearing, talks
from dialogs.engine import opening
from dialogs.parts import Button, Line, Pick, Ref, Reply, Say, Text
from dialogs.registry import FORMS
from dialogs.visits import VISITS
from services import employers, joining, matches, people, post, relay, rights, texts
from services.store.models import Jobseeker, Person, Staff
from services.work import Work

FORGET_AFTER = timedelta(minutes=2)
LISTED = 10


@dataclass(frozen=True)
class Command:
    """A command somebody gave, with what came along."""

    name: str
    said: Ref = ("words", "")
    given: Mapping[str, Any] = field(default_factory=dict)
    typed: bool = False  # plain words, which may be meant as an answer


Handler = Callable[[Work, Person, Command], Awaitable[Say | None]]


def named(reply: Reply, payload: Mapping[str, Any], language: str) -> Command | None:
    """The command in a reply: a start, a slash, a menu button, or exactly its words."""
    if payload.get("kind") == "start":
        return Command("start", ("text", "heard-start"), payload)
    if isinstance(reply, Pick) and not reply.question and reply.code in COMMANDS:
        return Command(reply.code, ("text", f"command.{reply.code}"))
    if isinstance(reply, Pick) and not reply.question and reply.code == "help-me":
        return Command("coach", ("text", "command.coach"))
    if not isinstance(reply, Text):
        return None
    words = reply.words.strip()
    if words.startswith("/"):
        return _slash(words, language)
    typed = texts.plain(words)
    for name in COMMANDS:
        label = f"command.{name}"
        if typed and typed in {texts.plain(each) for each in _names(language, label)}:
            return Command(name, ("words", words), typed=True)
    return None


def _names(language: str, label: str) -> list[str]:
    return [texts.text(language, label), *texts.also(language, label)]


def _slash(words: str, language: str) -> Command:
    """`/start <token>`, or a command by its name in any language; an unknown one is help."""
    first, _, rest = words[1:].partition(" ")
    name = first.split("@")[0].lower()
    if name == "start":
        return Command("start", ("words", words), {"token": rest.strip()})
    for code in COMMANDS:
        slashes = {texts.text(each, f"command.{code}-slash") for each in texts.languages()}
        if name in {code, *slashes}:
            return Command(code, ("words", words))
    return Command("help", ("words", words), {"unknown": language})


async def run(work: Work, person: Person, command: Command) -> Say | None:
    """Do what was asked; None when what follows says enough."""
    return await COMMANDS[command.name](work, person, command)


def _button(code: str) -> Button:
    return Button(Pick("", code), ("text", f"command.{code}"))


async def menu(work: Work, person: Person) -> Say:
    """What somebody can do now, by what they are."""
    codes: list[str] = []
    if await work.tx.get(Staff, person.id):
        codes += ["waiting", "caseload", "console"]
    if await work.tx.get(Jobseeker, person.id):
        codes += ["resume"] if person.paused else ["grow", "mydata"]
    if await employers.of_person(work, person.id or 0):
        codes += ["newvacancy", "vacancies"]
    if not codes:
        codes = ["begin"]
    codes += ["coach", "language"]
    buttons = [_button(code) for code in codes]
    return Say((Line("menu"),), tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)))


async def idle(work: Work, person: Person, said: hearing.Said) -> Say:
    """Somebody says something while nothing was asked: never a dead end."""
    if not await _known(work, person):
        post.open_dialog(work, person.id or 0, "welcome", name=said.name)
        return Say(tuple(said.notes) or (Line("idle-hello"),))
    listed = await menu(work, person)
    return Say((*said.notes, Line("idle")), listed.rows)


async def _known(work: Work, person: Person) -> bool:
    return bool(
        await work.tx.get(Jobseeker, person.id)
        or await work.tx.get(Staff, person.id)
        or await employers.of_person(work, person.id or 0)
    )


async def _start(work: Work, person: Person, command: Command) -> Say | None:
    """The first touch: a poster, an invitation, a link from another device, or nothing at all."""
    token = str(command.given.get("token") or "")
    name = str(command.given.get("name") or "")
    if command.given.get("language") in texts.languages():
        person.language = str(command.given["language"])
    if token:
        outcome = await joining.follow(work, person, token)
        if outcome.moved:
            return None  # the person this chat belongs to now is spoken to in its own line
        if outcome.text:
            listed = await menu(work, person)
            return Say((Line(outcome.text, outcome.args),), listed.rows)
    who = {"work": "jobseeker", "staff": "employer"}.get(str(command.given.get("who")))
    open_ = await talks.current(work, person.id or 0)
    if who and open_ is None:
        person.formal = who == "employer"
        post.open_dialog(work, person.id or 0, who, name=name)
        return None
    if open_ is not None:
        await _go_on(work, person, open_.dialog, open_.about)
        return None
    if await _known(work, person):
        return await menu(work, person)
    post.open_dialog(work, person.id or 0, "welcome", name=name)
    return None


async def _go_on(work: Work, person: Person, dialog: str, about: int) -> None:
    """Ask the open question again, in a turn of its own."""
    post.open_dialog(work, person.id or 0, dialog, about)


async def _menu(work: Work, person: Person, _: Command) -> Say:
    return await menu(work, person)


async def _help(work: Work, person: Person, command: Command) -> Say:
    door = work.region.front_door
    args = {"region": ["words", door.name], "phone": ["words", door.phone]}
    open_ = await talks.current(work, person.id or 0)
    first = (Line("help-unknown"),) if command.given.get("unknown") else ()
    listed = await menu(work, person)
    rows = listed.rows
    if open_ is not None:
        rows = ((_button("go-on"),), *rows)
    return Say((*first, Line("help", args)), rows)


async def _continue(work: Work, person: Person, _: Command) -> Say | None:
    open_ = await talks.current(work, person.id or 0)
    if open_ is None:
        return await menu(work, person)
    await _go_on(work, person, open_.dialog, open_.about)
    return None


def _opens(dialog: str) -> Handler:
    async def handler(work: Work, person: Person, _: Command) -> Say | None:
        post.open_dialog(work, person.id or 0, dialog)
        return None

    return handler


async def _begin(work: Work, person: Person, _: Command) -> Say | None:
    post.open_dialog(work, person.id or 0, "welcome")
    return None


async def _my_data(work: Work, person: Person, _: Command) -> Say | None:
    """Everything read back; every line is a button that changes it (AVG art. 15 and 16)."""
    jobseeker = await work.tx.get(Jobseeker, person.id)
    if jobseeker is None:
        listed = await menu(work, person)
        return Say((Line("mydata-none"),), ((_button("export"), _button("erase")), *listed.rows))
    answers = people.answers_of(person, jobseeker)
    talk = await talks.begin(work, person.id or 0, "jobseeker", 0, answers)
    world = await talks.world(work, person, talk)
    step = opening(FORMS["jobseeker"], talks.state_of(talk), world, Line("mydata"))
    pause = "resume" if person.paused else "pause"
    rights_row = tuple(_button(code) for code in (pause, "export", "erase"))
    body = post.body_of(step.say, "jobseeker")
    body["rows"] += [
        [[post.press("", 0, "", b.pick.code), list(b.label)] for b in rights_row],
        [[post.press("", 0, "", "viewers"), ["text", "command.viewers"]]],
    ]
    post.tell(work, person.id or 0, body)
    return None


async def _grow(work: Work, person: Person, _: Command) -> Say | None:
    """The next small visit that was not made yet."""
    jobseeker = await work.tx.get(Jobseeker, person.id)
    if jobseeker is None:
        return await _begin(work, person, _)
    for dialog, field_ in VISITS.items():
        if field_ not in jobseeker.confirmed:
            post.open_dialog(work, person.id or 0, dialog)
            return None
    rows = ((_open_button("cv"), _open_button("private")),)
    return Say((Line("grow-done"),), rows)


def _open_button(dialog: str) -> Button:
    return Button(Pick("", f"open-{dialog}"), ("text", f"command.open-{dialog}"))


async def _stop(work: Work, person: Person, _: Command) -> Say:
    """Leave it for now: everything stays as it is."""
    listed = await menu(work, person)
    return Say((Line("stopped"),), ((_button("go-on"),), *listed.rows))


async def _pause(work: Work, person: Person, _: Command) -> Say:
    await people.pause(work, person)
    return Say((Line("paused"),), ((_button("resume"),),))


async def _resume(work: Work, person: Person, _: Command) -> Say:
    await people.resume(work, person)
    listed = await menu(work, person)
    return Say((Line("resumed"),), listed.rows)


async def _export(work: Work, person: Person, _: Command) -> None:
    """A copy of everything, as a file (AVG art. 20): made when it is sent."""
    post.tell(work, person.id or 0, {**post.line("export"), "file": "export"})


async def _viewers(work: Work, person: Person, _: Command) -> Say:
    """Who looked at my data."""
    from services import privacy  # noqa: PLC0415 - only this command needs it

    seen = await privacy.viewers(work, person.id or 0)
    if not seen:
        return Say((Line("viewers-none"),))
    lines = [
        ("text", "viewers-line", {"name": ("words", name), "at": ("time", event.at.isoformat())})
        for event, name in seen[:LISTED]
    ]
    return Say((Line("viewers", {"lines": ("lines", *lines)}),))


async def _new_vacancy(work: Work, person: Person, _: Command) -> Say | None:
    known = await employers.of_person(work, person.id or 0)
    post.open_dialog(work, person.id or 0, "vacancy" if known else "employer")
    return None


async def _vacancies(work: Work, person: Person, _: Command) -> Say:
    """My vacancies and how they stand."""
    known = await employers.of_person(work, person.id or 0)
    rows = await employers.vacancies(work, known.id or 0) if known else []
    if not rows:
        return Say((Line("vacancies-none"),), ((_button("newvacancy"),),))
    lines = [
        (
            "text",
            "vacancies-line",
            {"title": ("words", row.title), "status": ("text", f"vacancy-status-{row.status}")},
        )
        for row in rows[:LISTED]
    ]
    return Say((Line("vacancies", {"lines": ("lines", *lines)}),), ((_button("newvacancy"),),))


async def _waiting(work: Work, person: Person, _: Command) -> Say | None:
    """What waits for me: the first match, and how many there are."""
    staff = await work.tx.get(Staff, person.id)
    if staff is None:
        return await menu(work, person)
    waiting = await matches.waiting_for(work, staff)
    if not waiting:
        return Say((Line("waiting-none"),), ((_button("console"),),))
    post.open_dialog(work, person.id or 0, "review", waiting[0].id or 0)
    return Say((Line("waiting", {"n": len(waiting)}),))


async def _caseload(work: Work, person: Person, _: Command) -> Say:
    """My people, newest change first."""
    staff = await work.tx.get(Staff, person.id)
    viewer = rights.viewer(staff) if staff else None
    if viewer is None:
        return await menu(work, person)
    rows = await people.caseload(work, viewer, LISTED)
    lines = [
        (
            "text",
            "caseload-line",
            {"name": ("words", name or "?"), "percent": people.completeness(row)},
        )
        for row, name in rows
    ]
    return Say(
        (Line("caseload", {"lines": ("lines", *lines), "n": len(lines)}),), ((_button("console"),),)
    )


async def _console(work: Work, person: Person, _: Command) -> Say:
    """A fresh login link to the console, for staff only."""
    if await work.tx.get(Staff, person.id) is None:
        return await menu(work, person)
    url = await joining.console_link(work, person.id or 0)
    return Say((Line("console-link", {"url": ("words", url)}),))


async def _elsewhere(work: Work, person: Person, _: Command) -> Say:
    """Go on with the same conversation on another phone or channel (decision 10)."""
    url, code = await joining.personal_link(work, person.id or 0)
    return Say((Line("elsewhere", {"url": ("words", url), "code": ("words", code)}),))


async def _who_helps(work: Work, person: Person, _: Command) -> Say | None:
    """Ask a person. Staff are told whom to call instead of asking themselves."""
    helpers = await relay.helpers(work, person.id or 0)
    if helpers == [person.id]:
        return await menu(work, person)
    post.open_dialog(work, person.id or 0, "ask")
    return None


COMMANDS: dict[str, Handler] = {
    "start": _start,
    "menu": _menu,
    "help": _help,
    "coach": _who_helps,
    "language": _opens("language"),
    "mydata": _my_data,
    "grow": _grow,
    "go-on": _continue,
    "begin": _begin,
    "stop": _stop,
    "pause": _pause,
    "resume": _resume,
    "export": _export,
    "erase": _opens("erase"),
    "viewers": _viewers,
    "elsewhere": _elsewhere,
    "newvacancy": _new_vacancy,
    "vacancies": _vacancies,
    "waiting": _waiting,
    "caseload": _caseload,
    "console": _console,
    "open-cv": _opens("cv"),
    "open-private": _opens("private"),
}
