"""Nazorg: how it goes at work, for each side, and what the coach does about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dialogs.model import Answers, Form, Line
from dialogs.of_staff import OfStaff
from dialogs.questions import Choice, Number, When, Words, yes_no
from services import caseload, placements
from services.messages import outbox
from services.placements import Terms, aftercare
from services.placements.aftercare import MOODS
from services.store.models import CheckIn, Jobseeker, Person, Placement
from services.unit_of_work import Work

FACES = tuple(MOODS)  # from bad to great: "4" typed is the fourth face
DOUBT = ("bad", "poor", "fair")
OWN_KINDS = ("regular", "secondment", "learning", "internship")


async def _checked(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    topic = answers.get("topic")
    row = await aftercare.answer(
        work,
        about,
        actor=person.id or 0,
        mood=MOODS[answers["mood"]],
        answers={"topic": topic, "talk": "yes" if topic == "talk" else None},
        words=answers.get("words") or "",
    )
    if row.side == "coach":
        return [Line("checkin-noted")]
    if row.attention:
        return [Line("checkin-thanks.coach")]
    more = row.side == "employer" and row.mood == MOODS["great"]
    return [Line("checkin-thanks.more" if more else "checkin-thanks.good")]


async def _measured(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    row = await work.get(CheckIn, about)
    if answers["done"] == "yes":
        await placements.record_wage_value(
            work,
            row.placement_id,
            actor=person.id or 0,
            on=date.fromisoformat(answers["on"]),
            percent=answers["percent"],
        )
        return [Line("wage-value-thanks")]
    if answers["done"] in aftercare.NOT_NEEDED:
        await aftercare.skip(work, about, actor=person.id or 0, reason=answers["done"])
        return [Line("wage-value-skipped")]
    row.asked = None  # asked again, at the next look
    return [Line("wage-value-later")]


async def _settled(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    await aftercare.settle(work, about, actor=person.id or 0, words=answers.get("words") or "")
    return [Line("settle-thanks")]


async def _found(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    if await work.tx.get(Jobseeker, person.id) is None:
        outbox.open_dialog(work, person.id or 0, "jobseeker")
        return []
    terms = Terms(answers["kind"], answers["hours"], date.fromisoformat(answers["starts"]))
    await placements.found_work(
        work,
        person.id or 0,
        answers["employer"],
        terms,
        actor=person.id or 0,
        help_=answers["help"] == "yes",
    )
    return [Line("own-work-thanks")]


async def facts(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    """The question for this side and moment; the first time it is put is remembered.

    Raises PermissionError for somebody else and LookupError for what is over. A row that is asked
    in another dialog goes on there.
    """
    row = await work.get(CheckIn, about)
    if row.person_id != person.id:
        raise PermissionError(dialog)
    placement = await work.get(Placement, row.placement_id)
    if row.answered is not None or placement.status != "running":
        raise LookupError("over")
    fitting = aftercare.dialog_of(row)
    if fitting != dialog:
        outbox.open_dialog(work, row.person_id, fitting, about)
        raise LookupError("asked elsewhere")
    await aftercare.asked(work, row)
    return await aftercare.facts(work, row)


async def _attention(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    row = await work.get(CheckIn, about)
    placement = await work.get(Placement, row.placement_id)
    if person.id not in await caseload.of_placement(work, placement):
        raise PermissionError(dialog)
    if row.settled is not None:
        raise LookupError("settled")
    return await aftercare.facts(work, row)


checkin = Form(
    "checkin",
    questions={
        "mood": Choice(*FACES),
        "topic": Choice(
            *aftercare.TOPICS,
            "talk",
            columns=2,
            optional=True,
            when=lambda a: a.get("mood") in DOUBT,
        ),
        "words": Words(at_most=500, optional=True, when=lambda a: a.get("mood") in DOUBT),
    },
    finish=_checked,
    review=False,
    facts=facts,
)

checkin_coach = Form(
    "checkin-coach",
    questions={
        "mood": Choice(*FACES),
        "words": OfStaff(at_most=500, optional=True, when=lambda a: a.get("mood") in DOUBT),
    },
    finish=_checked,
    review=False,
    facts=facts,
)

wage_value = Form(
    "wage-value",
    questions={
        "done": Choice("yes", "later", *aftercare.NOT_NEEDED),
        "on": When(
            presets=(("today", 0), ("yesterday", -1), ("week", -7)),
            past=True,
            when=lambda a: a.get("done") == "yes",
        ),
        "percent": Number(low=0, high=100, when=lambda a: a.get("done") == "yes"),
    },
    finish=_measured,
    review=False,
    facts=facts,
)

settle = Form(
    "settle",
    questions={"words": OfStaff(at_most=500, optional=True)},
    finish=_settled,
    review=False,
    facts=_attention,
)

own_work = Form(
    "own-work",
    questions={
        "employer": Words(at_most=100, at_least=2, whole=True),
        "kind": Choice(*OWN_KINDS),
        "hours": Number(low=1, high=60, presets=(12, 20, 24, 32, 36, 40), unit="unit-hours"),
        "starts": When(past=True),
        "help": yes_no(),
    },
    finish=_found,
)

FORMS = (checkin, checkin_coach, wage_value, settle, own_work)
