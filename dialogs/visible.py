"""Zichtbaar voor werkgevers: the jobseeker's own key of the browse list (who-sees-what)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.model import Answers, Form, Line
from dialogs.questions import yes_no
from services.jobseekers import profiles
from services.store.models import Jobseeker, Person
from services.texts import refs
from services.unit_of_work import Work


async def _chosen(work: Work, person: Person, about: int, answers: Answers) -> Sequence[Line]:
    shown = answers["shown"] == "yes"
    await profiles.set_visibility(work, person.id or 0, shown=shown, actor=person.id or 0)
    return [Line("visible-on" if shown else "visible-off")]


async def _now(work: Work, person: Person, dialog: str, about: int) -> dict[str, Any]:
    """How it stands; LookupError for somebody without a profile."""
    row = await work.get(Jobseeker, person.id)
    return {"now": refs.text("visible-now.on" if row.shown_by_self else "visible-now.off")}


visible = Form("visible", questions={"shown": yes_no()}, finish=_chosen, review=False, facts=_now)

FORMS = (visible,)
