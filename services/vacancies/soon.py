"""Somebody is needed today or tomorrow: nothing is queued, everybody who can help is called now.

Who can start by then and lives near is looked up at once. Whoever looks after the employer hears
it, and the coach of each of those people; a person calls both sides and decides, as always.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlmodel import col, select

from services import agreed, caseload, places
from services.employers import of_person
from services.matches import search
from services.messages import message, outbox
from services.messages.message import Line, Message
from services.store.models import Jobseeker, Person, Vacancy
from services.texts import refs
from services.unit_of_work import Work
from services.vacancies.lifecycle import report

DAYS = {"today": 0, "tomorrow": 1}
NEAR_KM = 15
LOOKED_AT = 60  # of the best that fit: who among them can start and lives near
CALLED = 5  # people who are called; more is no quicker
OPEN_FOR = timedelta(days=3)


async def ask(work: Work, person: Person, answers: Mapping[str, Any]) -> tuple[Vacancy, int]:
    """Report it, let everybody who can help hear it now; with how many people can start."""
    employer = await of_person(work, person.id or 0)
    if employer is None:
        raise LookupError("a vacancy needs an employer")
    day = work.today + timedelta(days=DAYS[answers["when"]])
    known = {
        **{"title": answers["title"], "occupation": answers["occupation"], "positions": 1},
        **{"place": employer.place or work.region.centre, "start": day.isoformat()},
        **{"strike": answers["strike"], "channel": "phone", "manner": "coach"},
        "expires": (work.today + OPEN_FOR).isoformat(),
    }
    vacancy = await report(work, person, 0, known, answers.get("_by"))
    if vacancy.status != "open" or vacancy.demands.get("strike"):
        return vacancy, 0
    found = await _can_start(work, vacancy, day)
    args = {"company": refs.words(employer.name), "title": refs.words(vacancy.title)}
    args |= {"day": refs.day(day)}
    line = "soon-manager" if found else "soon-manager-nobody"
    await agreed.call(work, vacancy, [Line(line, {**args, "n": len(found)})])
    await _tell_coaches(work, vacancy, found, args)
    return vacancy, len(found)


async def _can_start(work: Work, vacancy: Vacancy, day: date) -> list[Jobseeker]:
    """Open people who fit, said they can start by then, and live near; best fit first."""
    ranked = [key for key, _ in await search.people_for(work, vacancy.demands, LOOKED_AT)]
    query = select(Jobseeker).where(col(Jobseeker.person_id).in_(ranked))
    rows = {row.person_id: row for row in (await work.tx.exec(query)).all()}
    found = [rows[key] for key in ranked if key in rows and _is_near(rows[key], vacancy, day)]
    return found[:CALLED]


def _is_near(row: Jobseeker, vacancy: Vacancy, day: date) -> bool:
    start = row.profile.get("start")
    here = places.place(str(row.profile.get("home") or ""))
    there = places.place(str(vacancy.demands.get("place") or ""))
    if not start or date.fromisoformat(start) > day or here is None or there is None:
        return False
    return places.kilometres(here, there) <= NEAR_KM


async def _tell_coaches(
    work: Work, vacancy: Vacancy, found: list[Jobseeker], args: dict[str, Any]
) -> None:
    """Each coach hears of their own people, once, with the numbers to call."""
    theirs: dict[int, list[Jobseeker]] = defaultdict(list)
    for row in found:
        for staff_id in await caseload.of_jobseeker(work, row):
            theirs[staff_id].append(row)
    for staff_id, rows in theirs.items():
        lines = [Line("soon-coach", args)]
        for row in rows:
            name, number = refs.name(row.person_id), refs.number_of(row.person_id)
            lines.append(Line("soon-coach-call", {"name": name, "number": number}))
        said = Message(tuple(lines)).with_buttons(message.command("waiting"))
        about = rows[0].person_id if len(rows) == 1 else None
        outbox.tell(work, staff_id, said, kind="promise", about=about)
