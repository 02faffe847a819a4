"""What works anywhere, in any dialog: the commands behind the menu, a slash, or a plain word.

Each command is a function (work, person) -> Say | None and a block of words in
locales/*/commands.ftl: `.name` on the button, `.name-also` typed, `.name-slash` in Telegram's menu.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dialogs import kept
from dialogs.commands import employers, everybody, jobseekers, mine, staff
from dialogs.commands.everybody import FORGET_AFTER
from dialogs.commands.menu import Command, Handler, idle, known, menu, opens
from dialogs.model import Pick, Reply, Say, Text
from services import texts
from services.access import sessions
from services.jobseekers.profiles import HELPS
from services.store.models import Person
from services.texts import refs
from services.unit_of_work import Work

__all__ = ["COMMANDS", "FORGET_AFTER", "Command", "idle", "known", "menu", "named", "run"]


def named(reply: Reply, payload: Mapping[str, Any], language: str) -> Command | None:
    """The command in a reply: a start, a slash, a menu button, or exactly its words."""
    if payload.get("kind") == "start":
        return Command("start", refs.text("heard-start"), payload)
    if isinstance(reply, Pick):
        return None if reply.question else _pressed(reply.code)
    if not isinstance(reply, Text):
        return None
    words = reply.words.strip()
    if words.startswith("/"):
        return _slash(words, language)
    if sessions.looks_like_code(words):  # an answer, where one is asked for in these words
        return Command("start", refs.text("heard-start"), {"token": words}, typed=True)
    typed = texts.plain(words)
    for name in COMMANDS:
        label = f"command.{name}"
        if typed and typed in {texts.plain(each) for each in _names(language, label)}:
            return Command(name, refs.words(words), typed=True)
    return None


def _pressed(code: str) -> Command | None:
    """The command of a button that belongs to no question."""
    helps = code.removeprefix(kept.PRESS)
    if code.startswith(kept.PRESS) and helps in HELPS:
        return Command("keep", kept.label(helps), {"code": helps})
    if section := mine.pressed(code):
        return section
    if code == "help-me":
        return Command("coach", refs.text("command.coach"))
    return Command(code, refs.text(f"command.{code}")) if code in COMMANDS else None


def _names(language: str, label: str) -> list[str]:
    return [texts.text(language, label), *texts.also(language, label)]


def _slash(words: str, language: str) -> Command:
    """`/start <token>`, or a command by its name in any language; an unknown one is help."""
    first, _, rest = words[1:].partition(" ")
    name = first.split("@")[0].lower()
    if name == "start":
        return Command("start", refs.words(words), {"token": rest.strip()})
    for code in COMMANDS:
        slashes = {texts.text(each, f"command.{code}-slash") for each in texts.languages()}
        if name in {code, *slashes}:
            return Command(code, refs.words(words))
    return Command("help", refs.words(words), {"unknown": language})


async def run(work: Work, person: Person, command: Command) -> Say | None:
    """Do what was asked; None when what follows says enough."""
    return await COMMANDS[command.name](work, person, command)


COMMANDS: dict[str, Handler] = {
    "start": everybody.start,
    "menu": everybody.main_menu,
    "help": everybody.help_,
    "coach": everybody.who_helps,
    "language": opens("language"),
    "mydata": everybody.my_data,
    "alldata": mine.all_data,
    "grow": jobseekers.grow,
    "go-on": everybody.go_on,
    "begin": everybody.begin,
    "stop": everybody.stop,
    "pause": everybody.pause,
    "resume": everybody.resume,
    "later": everybody.later,
    "no-more": everybody.no_more,
    "remind": everybody.remind,
    "export": everybody.export,
    "erase": opens("erase"),
    "viewers": everybody.viewers,
    "elsewhere": everybody.elsewhere,
    "lost": everybody.lost,
    "jobs": jobseekers.jobs,
    "plan": jobseekers.plan,
    "own-work": jobseekers.own_work,
    "appointments": everybody.appointments,
    "call-me": everybody.call_me,
    "rather-call": jobseekers.rather_call,
    "support": jobseekers.how_much_help,
    "consents": jobseekers.agreed_to,
    "correct": jobseekers.with_profile(opens("correct")),
    "faq": opens("faq"),
    "newvacancy": employers.new_vacancy,
    "soon": employers.needed_soon,
    "vacancies": employers.vacancies,
    "mypage": employers.my_page,
    "waiting": staff.waiting,
    "caseload": staff.caseload,
    "console": staff.console,
    "visible": jobseekers.visible,
    "keep": jobseekers.keep,
    "open-cv": opens("cv"),
    "open-private": opens("private"),
}
