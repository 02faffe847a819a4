"""What an employer does with a reported vacancy: change it, hold it, split it, use it again.

The same talk serves a colleague who fills in on the phone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dialogs.concepts import Concepts
from dialogs.employer import ASKED, looked_at, vacancy
from dialogs.model import BY, FROM, WHY, Answers, Form, Line
from dialogs.questions import Many, Number, Possible, Words
from dialogs.questions_given import Place
from services import employers, vacancies
from services.messages import message, outbox
from services.store.models import Person, Vacancy
from services.texts import refs
from services.unit_of_work import Work
from services.vacancies import changing, entered, indication, looking
from services.vacancies.lifecycle import LOOK

DEEDS: Mapping[str, tuple[str, ...]] = {  # state of a vacancy -> what can be done with it
    "open": ("change", "hold", "split", "copy", "renew"),
    "hold": ("goon", "change", "copy"),
    "look": ("change", "copy"),
    "expired": ("renew", "copy"),
    "filled": ("copy",),
    "closed": ("copy",),
}
SPLIT = ("occupation", "place", "positions")  # what is said of a part that was split off
OPENS: Mapping[str, str] = {"change": "change", "split": "split", "renew": "renew"}


def buttons(rows: Sequence[Vacancy]) -> list[message.Button]:
    """One button a vacancy, behind which stands what can be done with it."""
    return [message.opens("manage", name(row), row.id) for row in rows]


def name(row: Vacancy) -> refs.Ref:
    """What a vacancy is called among others of the same employer: with its place."""
    title, place = refs.words(row.title), row.demands.get("place")
    return refs.text("vacancies-name", title=title, place=refs.place(place)) if place else title


async def _own(work: Work, person: Person, about: int) -> Vacancy:
    """A vacancy of the employer somebody speaks for; PermissionError otherwise."""
    row, known = await work.get(Vacancy, about), await employers.of_person(work, person.id or 0)
    if known is None or row.employer_id != known.id:
        raise PermissionError("not theirs")
    return row


async def _facts(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    row = await _own(work, person, about)
    if dialog in OPENS and row.status not in changing.CHANGEABLE:
        raise LookupError("over")
    status = refs.text(f"vacancy-status-{row.status}")
    return {"title": refs.words(row.title), "status": status, "deeds": DEEDS[row.status]}


async def _managed(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    row, deed = await _own(work, person, about), answers["deed"]
    by = answers.get(BY) or person.id
    title = {"title": refs.words(row.title)}
    if deed == "hold":
        await changing.hold(work, about, by)
        await entered.tell(work, row, by, "hold")
        return [Line("manage-held", title)]
    if deed == "goon":
        await changing.open_again(work, about, by)
        await entered.tell(work, row, by, "goon")
        return [Line("manage-goes-on", title)]
    if deed == "copy":
        known = {"source": f"v{about}", **vacancies.answers_of(row)}
        outbox.open_dialog(work, person.id or 0, "vacancy", answers=known)
    else:
        outbox.open_dialog(work, person.id or 0, OPENS[deed], about)
    return ()


async def _answers(work: Work, person: Person, about: int) -> dict[str, Any]:
    """The vacancy as it is, so that all of it stands in the summary."""
    row = await _own(work, person, about)
    known = vacancies.answers_now(row)
    none = {name: None for name, question in ASKED.items() if question.optional}
    return {**none, **known, FROM: dict(row.evidence or {})}


async def weighed(work: Work, answers: Answers) -> Sequence[Line]:
    """How many people fit now, and what each demand costs."""
    demands = vacancies.demands_of(answers)
    return [Line(text, args) for text, args in await indication.lines(work, demands)]


async def _changed(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    await _own(work, person, about)
    by = answers.get(BY) or person.id
    fields = await changing.change(work, about, answers, by)
    if not fields:
        return [Line("change-nothing")]
    await entered.tell(work, await work.get(Vacancy, about), by, "change", fields)
    if (await looking.look(work, about, by, answers.get(WHY) or {})).status == LOOK:
        return [looked_at(work, await work.get(Vacancy, about))]
    labels = refs.listed(*(refs.text(f"vacancy-{field}.label") for field in fields))
    return [Line("change-thanks", {"fields": labels})]


async def _split(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    await _own(work, person, about)
    by = answers.get(BY) or person.id
    new = await changing.split(work, about, answers, by)
    await work.tx.flush()
    await entered.tell(work, new, by, "split", SPLIT)
    if (await looking.look(work, new.id or 0, by, {})).status == LOOK:
        return [looked_at(work, new)]
    due = refs.moment(vacancies.due(new))
    return [Line("split-thanks", {"title": refs.words(new.title), "due": due})]


manage = Form(
    "manage",
    questions={"deed": Possible("goon", *DEEDS["open"])},
    finish=_managed,
    review=False,
    facts=_facts,
)

change = Form(
    "change",
    questions=ASKED,
    texts=vacancy.name,
    finish=_changed,
    facts=_facts,
    begins=_answers,
    weighs=weighed,
)

split = Form(
    "split",
    questions={
        "by": Many("place", "work", columns=1),
        "place": Place(when=lambda a: "place" in a.get("by", ())),
        "title": Words(at_most=100, at_least=2, when=lambda a: "work" in a.get("by", ())),
        "occupation": Concepts(
            of="occupation", at_most=2, suggest="title", when=lambda a: "work" in a.get("by", ())
        ),
        "positions": Number(1, 50, presets=(1, 2, 3)),
    },
    finish=_split,
    facts=_facts,
)

FORMS = (manage, change, split)
