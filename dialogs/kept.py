"""What helps at work, said beside words that are not kept: a button keeps it, and nothing else.

Of "ik heb een slechte rug en kan niet tillen" the guard takes the illness and names what helps.
One tap stores it: in her profile, or, while her intake is not finished, with her answers so far.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dialogs import atdesk, talks
from dialogs.hearing import Said
from dialogs.model import KEPT, Button, Line, Pick
from services import employers
from services.jobseekers import profiles
from services.jobseekers.profiles import HELPS
from services.messages import message, outbox
from services.store.models import Jobseeker, Person, Staff, Talk
from services.texts import refs
from services.unit_of_work import Work

PRESS = "keep-"  # how the code of such a button begins
UNFINISHED = ("jobseeker", "welcome")  # the talks of a newcomer, the later one first
Rows = tuple[tuple[Button, ...], ...]


async def with_offer(work: Work, person: Person, said: Said) -> Said:
    """What somebody said, with what of it she may keep told among the notes."""
    helps = await offered(work, person, said.helps)
    return replace(said, helps=helps, notes=[*said.notes, *([line(helps)] if helps else [])])


async def offered(work: Work, person: Person, helps: Sequence[str]) -> tuple[str, ...]:
    """Which of these she may keep: a jobseeker, or somebody becoming one, what is not kept yet."""
    if not helps or not await _is_jobseeker(work, person):
        return ()
    talk = await talks.current(work, person.id or 0)
    if talk is not None and talk.dialog == "helps":
        return ()  # it is being asked right now
    known = await _known(work, person)
    return tuple(code for code in helps if code not in known)


def line(helps: Sequence[str]) -> Line:
    """What may be kept, in words."""
    return Line("helps-may", {"helps": refs.listed(*(_name(code) for code in helps))})


def rows(helps: Sequence[str]) -> Rows:
    """The buttons that keep it, each on its own row."""
    return tuple((Button(Pick("", f"{PRESS}{code}"), label(code)),) for code in helps)


def still(body: Mapping[str, Any] | None) -> Rows:
    """The buttons of this kind that a message has: they stay when its list changes."""
    presses = [message.pressed(press) for row in (body or {}).get("rows", ()) for press, _ in row]
    codes = [found[3].removeprefix(PRESS) for found in presses if found]
    return rows([code for code in codes if code in HELPS])  # a skill may begin with these letters


def label(code: str) -> refs.Ref:
    """What the button says, and what her own bubble says once it was pressed."""
    return refs.text("helps-keep", what=_name(code))


def _name(code: str) -> refs.Ref:
    return refs.text(f"helps-what.{code}")


async def keep(work: Work, person: Person, code: str) -> tuple[Line, ...]:
    """Store one thing that helps; what to say of it. A stranger is welcomed first, with it."""
    if not await _is_jobseeker(work, person):
        return (Line("dialog-press-below"),)
    if await work.tx.get(Jobseeker, person.id) is not None:
        await profiles.add_help(work, person, code, by=work.helper or person.id)
        await _tick(work, person, code)
    elif (talk := await _unfinished(work, person)) is not None:
        carry(talk, [code])
    else:
        outbox.open_dialog(work, person.id or 0, "welcome", kept=[code])
    own = (Line("desk-share-own"),) if atdesk.is_at_desk(work, person.id or 0) else ()
    return (Line("helps-kept", {"what": _name(code)}), *own)


def carry(talk: Talk, helps: Collection[str]) -> None:
    """Keep it with the answers of a talk, until these are stored."""
    state = talks.state_of(talk)
    known = {*state.answers.get(KEPT, ()), *helps}
    kept = [code for code in HELPS if code in known]
    talk.state = {**(talk.state or {}), "answers": {**state.answers, KEPT: kept}}


async def _is_jobseeker(work: Work, person: Person) -> bool:
    """Is she, or may she be becoming one?"""
    if await work.tx.get(Jobseeker, person.id) is not None:
        return True
    if await work.tx.get(Staff, person.id) is not None:
        return False
    talk = await talks.current(work, person.id or 0)
    if talk is not None and talk.dialog == "employer":
        return False
    return await employers.of_person(work, person.id or 0) is None


async def _known(work: Work, person: Person) -> Collection[str]:
    row = await work.tx.get(Jobseeker, person.id)
    if row is not None:
        return row.profile.get("helps") or ()
    talk = await _unfinished(work, person)
    return () if talk is None else talks.state_of(talk).answers.get(KEPT, ())


async def _unfinished(work: Work, person: Person) -> Talk | None:
    for dialog in UNFINISHED:
        talk = await talks.find(work, person.id or 0, dialog, 0)
        if talk is not None:
            return talk
    return None


async def _tick(work: Work, person: Person, code: str) -> None:
    """The list of what helps, if it is being asked, shows it ticked."""
    talk = await talks.find(work, person.id or 0, "helps", 0)
    if talk is None:
        return
    state = talks.state_of(talk)
    if isinstance(state.answers.get("helps"), list):  # answered, but not stored yet
        answers = {**state.answers, "helps": [*state.answers["helps"], code]}
        talk.state = {**(talk.state or {}), "answers": answers}
        return
    ticked = {*(state.drafts.get("helps") or ()), code}
    drafts = {**state.drafts, "helps": [each for each in HELPS if each in ticked]}
    talk.state = {**(talk.state or {}), "drafts": drafts}
