"""What somebody wants apart from answering: a person, an answer, vacancies, a change, to stop.

It is heard wherever somebody is, and the question that was open stays open. What is an answer to
the open question is never taken for a wish.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from dialogs import atdesk, doors, hearing, openings, talks
from dialogs.commands.menu import button, known
from dialogs.engine import opening
from dialogs.knowledge import side_of
from dialogs.model import Button, Form, Line, Text
from dialogs.presenting import asked
from dialogs.questions_given import LONG
from dialogs.registry import FORMS
from services import adverts, employers, lawful, texts, vocabulary
from services.help import faq
from services.store.models import Jobseeker, Person, Staff, Talk
from services.understanding import Wish, asks, wishes
from services.unit_of_work import Work

# Questions that take any words at all, and yet are asked of people who have questions themselves.
NAMES = {("jobseeker", "name"), ("employer", "name"), ("employer", "company"), ("vacancy", "title")}
FREE = ("words", "text")  # kinds of question that take any words
FIRST = {"callback", "person", "why", "question", "filled", "language", "found-work"}
_SMALL = re.compile(
    r"\b(?:ik|ben|heb|had|een|met|de|het|mijn|m'n|is|was|en|dus|in|te|nu|al|geweest|gezeten"
    r"|want|omdat"
    r"|door|van|niet|lang|erg|heel|ook|maar|voor|last|i|am|have|a|my|was|been|with|not)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"[^\W\d_]{3,}")
_OWN = re.compile(r"\b(?:ik|mijn|i|i'm|my)\b", re.IGNORECASE)
NAMED = 0.85  # from 0 to 1: how plainly a kind of work must be named
LONGEST = 200  # signs: who wants something says so at once
MOST_LISTED = 6

# What a question is about -> the answer for a jobseeker, and for an employer.
TOPICS: dict[str, tuple[str, str]] = {
    "robot": ("robot", "e-robot"),
    "privacy": ("privacy", "e-privacy"),
    "cost": ("costs", "e-costs"),
    "complaint": ("complaint", "e-stops"),
    "rights": ("rights", "e-how"),
    "benefit": ("work-and-benefit", "e-wage-subsidy"),
    "refuse": ("refuse", "e-quota"),
    "duration": ("duration", "e-help"),
    "full-week": ("full-week", "full-week"),
    "next": ("next", "e-candidates"),
    "travel": ("travel-costs", "travel-costs"),
    "childcare": ("childcare", "childcare"),
    "schooling": ("schooling", "e-internship"),
    "debts": ("debts", "debts"),
    "dutch": ("no-dutch", "no-dutch"),
    "own-business": ("self-employed", "self-employed"),
    "pay": ("pay", "e-pay"),
    "erase": ("erase", "e-erase"),
    "appointment": ("appointment", "e-appointment"),
    "age": ("age", "e-equal"),
    "choice": ("choice", "e-quota"),
    "help": ("how", "e-how"),
    "offices": ("offices", "offices"),
    "candidates": ("next", "e-candidates"),
    "subsidy": ("work-and-benefit", "e-wage-subsidy"),
    "trial": ("trial", "e-trial"),
    "ill": ("work-and-benefit", "e-ill"),
    "equal": ("rights", "e-equal"),
    "jobcoach": ("rights", "e-jobcoach"),
    "contract": ("trial", "e-trial"),
}


@dataclass(frozen=True)
class _Moment:
    """What is wanted, by whom, and the question that is open ("" at a summary)."""

    work: Work
    person: Person
    wish: Wish
    words: str
    talk: Talk | None
    name: str | None


@dataclass(frozen=True)
class Want:
    """What is done: a command, or lines said before the open question; `said` when it was told."""

    lines: tuple[Line, ...] = ()
    command: str = ""
    rows: tuple[tuple[Button, ...], ...] = ()
    said: bool = False
    dialog: str = ""


async def of(work: Work, person: Person, said: hearing.Said) -> Want | None:
    """What these words want of us; None when they are to be read as an answer."""
    if not isinstance(said.reply, Text) or len(said.reply.words) > LONGEST:
        return None
    if atdesk.is_at_desk(work, person.id or 0) or await work.tx.get(Staff, person.id) is not None:
        return None
    talk = await talks.current(work, person.id or 0)
    name = _question(talk)
    if not _open(talk, name, said.reply.words):
        return None
    if said.notes and not _TELLS.search(_SMALL.sub(" ", said.reply.words)):
        return Want()  # all that was said is private: it is not kept, and nobody is scolded
    return await _heard(work, person, said, talk, name)


async def _heard(
    work: Work, person: Person, said: hearing.Said, talk: Talk | None, name: str | None
) -> Want | None:
    words = said.reply.words if isinstance(said.reply, Text) else ""
    heard = wishes(words, idle=talk is None)
    if talk is None and not {wish.kind for wish in heard} & FIRST:
        lines = await doors.through(work, person, words, heard)
        if lines is not None:
            return Want(lines)
    if not heard:
        return await _looked_up(work, person, words, talk)
    if talk is not None and await _is_option(work, person, talk, said):
        return None
    return await _meet(_Moment(work, person, heard[0], words, talk, name))


def _open(talk: Talk | None, name: str | None, words: str) -> bool:
    """May these words be a wish here, and not only an answer or an advert?"""
    if talk is not None and (name is None or not _listens(FORMS[talk.dialog], name)):
        return False
    if name in (None, "source") and _pasted(words):
        return False
    return talk is None or not name or not _is_demand(FORMS[talk.dialog], name, words)


def _is_demand(form: Form, name: str, words: str) -> bool:
    """Is it what a vacancy may not ask, typed where its words are asked for?"""
    asked_for = form.questions[name].lawful and not words.rstrip().endswith("?")
    return bool(asked_for and lawful.look(words, asks=True))


def _pasted(words: str) -> bool:
    """Is it an advert, and no wish? Who speaks of herself pastes none."""
    if _OWN.search(words):
        return False
    return len(words) >= LONG and adverts.unfit(words) in (None, "long")


async def _is_work(work: Work, person: Person, words: str) -> bool:
    """Is it a kind of work, typed by somebody who looks for it?"""
    if await work.tx.get(Jobseeker, person.id) is None:
        return False
    found = vocabulary.normalise("occupation", words, person.language, 1)
    return bool(found) and found[0].score >= NAMED


def _question(talk: Talk | None) -> str | None:
    """The question that is open; "" at a summary."""
    if talk is None:
        return None
    return asked(FORMS[talk.dialog], talks.state_of(talk)) or ""


def _listens(form: Form, name: str) -> bool:
    return not name or form.questions[name].kind not in FREE or (form.name, name) in NAMES


async def _is_option(work: Work, person: Person, talk: Talk, said: hearing.Said) -> bool:
    """Do these words name a button of the open question?"""
    if not isinstance(said.reply, Text):
        return False
    try:
        world = await talks.world(work, person, talk, said.name)
    except (PermissionError, LookupError):
        return True  # whoever answers says that it is over
    form = atdesk.form(work, person.id or 0, talk.dialog)
    shown = opening(form, talks.state_of(talk), world).say
    choices = [(b.pick.code, b.label) for row in shown.rows for b in row]
    return world.choose(said.reply.words, choices) is not None


async def _looked_up(work: Work, person: Person, words: str, talk: Talk | None) -> Want | None:
    """A question in words that the knowledge knows, while nothing is asked."""
    if talk is not None or len(words) >= LONG or not await known(work, person):
        return None
    if asks(words) is False and await _is_work(work, person, words):
        await openings.sought(work, person, words)
        return Want(said=True)
    hits = faq.search(words, person.voice, await side_of(work, person))
    if not faq.sure(hits):
        return Want((Line("wish-question-unknown"),)) if asks(words) else None
    return Want((Line(f"knowledge-{hits[0].code}.answer"),))


async def _meet(moment: _Moment) -> Want | None:
    kind = moment.wish.kind
    if kind in ("person", "callback"):
        return Want(command="coach" if kind == "person" else "call-me")
    if kind in ("why", "question"):
        return await _answered(moment)
    if kind in _HANDLERS:
        return await _HANDLERS[kind](moment)
    if moment.talk is None:
        return await _idle(moment)
    return Want(command="stop") if kind == "stop" and moment.name else None


async def _answered(moment: _Moment) -> Want:
    """What the knowledge says; why something is asked, from the question itself."""
    form = moment.talk.dialog if moment.talk is not None else ""
    if moment.wish.kind == "why" and moment.name:
        return Want((Line(f"{form}-{moment.name}.why|wish-why"),))
    side = "employer" if form == "employer" else await side_of(moment.work, moment.person)
    code = TOPICS[moment.wish.topic or "privacy"][0 if side == "jobseeker" else 1]
    return Want((Line(f"knowledge-{code}.answer"),))


async def _language(moment: _Moment) -> Want | None:
    if moment.name == "dutch":
        return None  # that is the answer
    person, code = moment.person, moment.wish.topic
    if code in texts.languages() and code != person.language:
        person.language = code
        return Want((Line("language-thanks"),))
    return Want(dialog="language")


async def _found_work(moment: _Moment) -> Want:
    if await moment.work.tx.get(Jobseeker, moment.person.id) is not None:
        return Want(command="own-work")
    return Want((Line("wish-found-work"),))


async def _polite(moment: _Moment) -> Want | None:
    """A greeting, thanks or a curse; whoever is new is welcomed instead."""
    new = moment.talk is None and not await known(moment.work, moment.person)
    return None if new else Want((Line(f"wish-{moment.wish.kind}"),))


async def _filled(moment: _Moment) -> Want | None:
    """Which vacancy, each behind a button that asks whether it is filled."""
    work, person = moment.work, moment.person
    employer = await employers.of_person(work, person.id or 0)
    if employer is None or moment.talk is not None:
        return None
    rows = [
        row
        for row in await employers.reported_by(work, employer.id or 0)
        if row.status in ("open", "expired") and row.contact_id == person.id
    ]
    if not rows:
        return Want((Line("wish-filled-none"),))
    openings.tell_renewable(work, person, rows[:MOST_LISTED])
    return Want(said=True)


async def _idle(moment: _Moment) -> Want | None:
    """Nothing is asked: what somebody says opens a door."""
    work, person, kind = moment.work, moment.person, moment.wish.kind
    if kind == "search" and not await employers.of_person(work, person.id or 0):
        await openings.sought(work, person, moment.words)
        return Want(said=True)
    if not await known(work, person):
        return None  # the welcome follows
    if kind == "pause":
        return Want((Line("wish-pause"),), rows=((button("pause"),),))
    if kind == "stop":
        return Want(command="stop")
    seeker = await work.tx.get(Jobseeker, person.id) is not None
    return Want(command="mydata") if kind in ("change", "wrong") and seeker else None


_HANDLERS: dict[str, Callable[[_Moment], Awaitable[Want | None]]] = {
    "language": _language,
    "found-work": _found_work,
    "filled": _filled,
    "insult": _polite,
    "greeting": _polite,
    "thanks": _polite,
}
