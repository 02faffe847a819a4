"""Vandaag: who asked to correct what stands about them (AVG 16)."""

from __future__ import annotations

from datetime import datetime, time

from sqlmodel import col, select

from services.clock import AMSTERDAM
from services.console.waits import Waiting, called, my_people
from services.privacy import correcting
from services.rights import Viewer
from services.store.models import Jobseeker, Person
from services.texts import refs
from services.unit_of_work import Work


async def to_answer(work: Work, who: Viewer) -> list[Waiting]:
    """Each question to correct something, in her words, until the last day of the law."""
    query = (
        select(Jobseeker, Person)
        .join(Person, col(Person.id) == col(Jobseeker.person_id))
        .where(await my_people(work, who))
    )
    people = {row.person_id: (person, row) for row, person in (await work.tx.exec(query)).all()}
    return [
        Waiting(
            "correction",
            event.at,
            f"/console/werkzoekenden/{event.person_id}#klopt-niet",
            {"name": called(*people[event.person_id or 0]), "day": refs.day(day)},
            due=datetime.combine(day, time(17), AMSTERDAM),
            words=words,
            whose=people[event.person_id or 0][1].coach_id,
        )
        for event, words in await correcting.waiting(work, list(people))
        for day in (correcting.until(event),)
    ]
