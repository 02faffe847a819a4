"""What a colleague entered for an employer on the phone: who reads it back and corrects it.

Nothing is said of what an employer did themselves, and nothing is written to who wants to be
called: there it is read back on the phone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from services import agreed, vacancies
from services.messages import message, outbox
from services.messages.message import Line
from services.store.models import Staff, Vacancy
from services.texts import refs
from services.unit_of_work import Work

ENTERED = "entered"  # the row that tells it


async def tell(
    work: Work, vacancy: Vacancy, actor: int | None, deed: str, fields: Sequence[str] = ()
) -> None:
    """Let the employer hear who entered what; `fields` are read back as they are then.

    In a row of its own, so that it is the last thing that stands in their conversation.
    """
    if actor is None or actor == vacancy.contact_id or agreed.by_phone(vacancy):
        return
    if await work.tx.get(Staff, actor) is None:
        return  # somebody else of the employer
    await work.tx.flush()
    asked: dict[str, Any] = {
        "vacancy": vacancy.id,
        "actor": actor,
        "deed": deed,
        "fields": list(fields),
    }
    outbox.later(work, ENTERED, **asked)


async def say(work: Work, vacancy_id: int, actor: int, deed: str, fields: Sequence[str]) -> None:
    """Say it in the employer's own chat, with the way to change it."""
    vacancy = await work.get(Vacancy, vacancy_id)
    body = outbox.line(f"entered-{deed}", name=refs.name(actor), title=refs.words(vacancy.title))
    body = body.and_lines(*_read_back(vacancy, fields), Line("entered-correct"))
    body = body.with_buttons(message.opens("manage", refs.text("entered-open"), vacancy_id))
    outbox.tell(work, vacancy.contact_id, body, kind="promise")


def _read_back(vacancy: Vacancy, fields: Sequence[str]) -> list[Line]:
    answers = vacancies.answers_now(vacancy)
    return [
        Line(
            "dialog-line",
            {
                "label": refs.text(f"vacancy-{field}.label"),
                "value": vacancies.shown(field, answers[field]),
            },
        )
        for field in fields
        if field != "title" and answers.get(field) not in (None, [])
    ]
