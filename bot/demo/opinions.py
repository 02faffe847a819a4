"""What the invented people answered when they were asked how an introduction went."""

from __future__ import annotations

from datetime import timedelta
from itertools import cycle

from sqlmodel import col, select

from bot.demo.reading import rows
from services.store.models import Jobseeker, Match, Survey, Vacancy
from services.unit_of_work import Work

MET = ("met", "placed", "not_placed")
DAYS = 12  # asked within so many days, one in three did not answer


async def asked(work: Work) -> None:
    """A survey of both sides for every introduction that took place."""
    query = (
        select(Match, Vacancy, Jobseeker)
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
        .join(Jobseeker, col(Jobseeker.person_id) == col(Match.jobseeker_id))
        .where(col(Match.state).in_(MET))
        .order_by(col(Match.id))
    )
    said = {
        side: cycle([dict(row) for row in rows("opinions") if row["side"] == side])
        for side in ("jobseeker", "employer")
    }
    for number, (match, vacancy, jobseeker) in enumerate((await work.tx.exec(query)).all()):
        then = work.now - timedelta(days=1 + number % DAYS)
        sides = {"jobseeker": match.jobseeker_id, "employer": vacancy.contact_id}
        for place, (side, person) in enumerate(sides.items()):
            survey = Survey(
                person_id=person,
                side=side,
                kind="introduction",
                subject_id=match.id or 0,
                organisation=jobseeker.organisation,
                asked=then,
            )
            if (number + place) % 3:
                opinion = next(said[side])
                survey.answered = then + timedelta(hours=5)
                survey.score, survey.words = int(opinion["score"]), opinion["words"] or None
                opinion["words"] = ""  # nobody says it in the same words again
            work.tx.add(survey)
