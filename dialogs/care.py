"""Somebody is or may be in danger: what is said, and asking how they are (danger-first)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.model import Answers, Button, Form, Line, Pick, Say
from dialogs.questions import yes_no
from services.followup import calendar
from services.help import urgent
from services.messages import outbox
from services.region import HELP_CODES
from services.store.models import Person, Urgent
from services.texts import refs
from services.unit_of_work import Work


def command(code: str) -> tuple[Button, ...]:
    """A row with one button."""
    return (Button(Pick("", code), refs.text(f"command.{code}")),)


async def answer(work: Work, person: Person, row: Urgent) -> None:
    """A warm sentence with the number that fits, and honestly who reads it and when."""
    readers = await urgent.tell(work, row)
    opens, closes = calendar.next_opening(work.region, work.now)
    when = "now" if opens <= work.now else "later"
    lines = (
        Line(f"danger-{row.kind}", numbers(work)),
        Line(
            f"danger-read-{when}",
            {
                **_who(work, readers),
                "opens": refs.moment(opens),
                "closes": refs.moment(closes),
            },
        ),
        Line("danger-apart"),
    )
    tell(work, person, Say(lines, (command("go-on"),)))


def numbers(work: Work) -> dict[str, Any]:
    """The numbers of the help lines, as words of a line."""
    lines = [work.region.help_line(code, work.today) for code in HELP_CODES]
    return {line.code: refs.words(line.number) for line in lines}


def _who(work: Work, readers: urgent.Readers) -> dict[str, Any]:
    team = work.region.team(readers.team)
    door = work.region.front_door
    named = {"team": refs.words(team.name if team else door.name)}
    return {
        "who": refs.text(f"danger-who-{readers.who}", **named),
        "door": refs.words(door.name),
        "phone": refs.words(door.phone),
    }


def tell(work: Work, person: Person, say: Say) -> None:
    """Say it, with buttons that belong to no question."""
    outbox.tell(work, person.id or 0, outbox.body_of(say))


async def _cared(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    """Well: nobody is told, and what was typed goes. Not well: somebody hears of it."""
    row = await work.tx.get(Urgent, about)
    if row is None or row.person_id != person.id:
        return [Line("danger-well")]
    if answers["well"] == "yes":
        await urgent.drop(work, about)
        return [Line("danger-well")]
    await answer(work, person, row)
    return []


care = Form("care", questions={"well": yes_no()}, finish=_cared, review=False)

FORMS = (care,)
