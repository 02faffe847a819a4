"""Vandaag: who asked to correct what stands about them (AVG 16)."""

from __future__ import annotations

from datetime import datetime, time

from sqlmodel import col, select

from services.clock import AMSTERDAM
from services.console.waits import Waiting, by_id, called, my_people
from services.privacy import correcting
from services.rights import Viewer
from services.store.models import Jobseeker, Person
from services.texts import refs
from services.unit_of_work import Work


async def to_answer(work: Work, who: Viewer) -> list[Waiting]:
    """Each question to correct something, in her words, until the last day of the law."""
    mine = select(Jobseeker.person_id).where(await my_people(work, who))
    found = await correcting.waiting(work, mine)
    ids = [event.person_id or 0 for event, _ in found]
    people = await by_id(work, Person, ids)
    query = select(Jobseeker).where(col(Jobseeker.person_id).in_(ids))
    rows = {row.person_id: row for row in (await work.tx.exec(query)).all()}
    return [
        Waiting(
            "correction",
            event.at,
            f"/console/werkzoekenden/{who_asked}#klopt-niet",
            {"name": called(people[who_asked], rows[who_asked]), "day": refs.day(day)},
            due=datetime.combine(day, time(17), AMSTERDAM),
            words=words,
            whose=rows[who_asked].coach_id,
        )
        for who_asked, (event, words) in zip(ids, found, strict=True)
        for day in (correcting.until(event),)
    ]
