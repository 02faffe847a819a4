"""The story of the demo: one match that a visitor sees travel, and the people in it."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import delete, update
from sqlmodel import SQLModel, col, select

from bot.demo.fill import fill
from services import installation
from services.messages import outbox
from services.store.models import Employer, Jobseeker, Match, Message, Person, Vacancy
from services.unit_of_work import Work

STORY = "demo-story"


@dataclass(frozen=True)
class Story:
    """The ids of a match that waits for its coach, and of everybody who has a say in it."""

    match: int
    jobseeker: int
    contact: int
    coach: int


async def story(work: Work) -> Story:
    """The story that is being told; the first time it is chosen. LookupError without a match."""
    told = await installation.read(work, STORY)
    return Story(**told) if told else await _choose(work)


async def _choose(work: Work) -> Story:
    """The best match that waits for a coach, of an employer somebody verified."""
    query = (
        select(Match, Vacancy.contact_id, Jobseeker.coach_id)
        .join(Jobseeker, col(Jobseeker.person_id) == col(Match.jobseeker_id))
        .join(Person, col(Person.id) == col(Match.jobseeker_id))
        .join(Vacancy, col(Vacancy.id) == col(Match.vacancy_id))
        .join(Employer, col(Employer.id) == col(Vacancy.employer_id))
        .where(Match.state == "proposed", Vacancy.status == "open", Person.language == "nl")
        .where(col(Jobseeker.coach_id).is_not(None), col(Employer.verified).is_not(None))
        .order_by(col(Match.score).desc(), col(Match.id))
    )
    found = (await work.tx.exec(query.limit(1))).first()
    if found is None:
        raise LookupError("no match waits for a coach")
    match, contact, coach = found
    chosen = Story(match.id or 0, match.jobseeker_id, contact, coach or 0)
    await installation.write(work, STORY, asdict(chosen))
    for person_id in (chosen.jobseeker, chosen.contact):
        outbox.later(work, "greet", person_id, text="demo-hello")
    return chosen


async def afresh(work: Work) -> None:
    """Everything away, and the same region once more; the clock shows the real time again."""
    for table in reversed(SQLModel.metadata.sorted_tables):
        if table.name != "change":  # it tells the search index what went
            await work.tx.exec(delete(table))
    await fill(work)


async def others_read(work: Work, told: Story) -> None:
    """Whoever has no phone on the page opens their chat now and then, as people do."""
    hers = (told.jobseeker, told.contact)
    query = update(Message).where(
        col(Message.ours), col(Message.fetched).is_(None), col(Message.person_id).not_in(hers)
    )
    await work.tx.exec(query.values(fetched=work.now))
