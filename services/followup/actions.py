"""What the service does by itself when nobody did: each is announced, kind, and logged."""

from __future__ import annotations

from services import agreed, events, matches, vacancies
from services.followup.model import Case
from services.messages import message, outbox
from services.store.models import CheckIn, Match, Vacancy
from services.texts import refs
from services.unit_of_work import Work
from services.vacancies import answer_72h


async def close_silent_match(work: Work, case: Case) -> None:
    """An employer who stays silent: the introduction ends and both sides hear it kindly."""
    match = await work.get(Match, case.subject_id)
    vacancy = await work.get(Vacancy, match.vacancy_id)
    await matches.move(work, match.id or 0, "withdrawn", actor=None, reason="silent")
    title = {"title": refs.words(vacancy.title)}
    body = outbox.line("silent-closed-contact", **title)
    body = body.with_buttons(message.opens("ask", refs.text("command.coach")))
    await agreed.tell(work, vacancy, body)


async def answer_by_itself(work: Work, case: Case) -> None:
    """The 72-hour answer, drawn up by the program because nobody sent one (72-hours)."""
    await answer_72h.send(work, case.subject_id, actor=None)


async def expire(work: Work, case: Case) -> None:
    """The agreed day is over: the vacancy closes, and can be renewed with one tap."""
    vacancy = await vacancies.close(work, case.subject_id, "expired", actor=None)
    body = outbox.line("vacancy-expired", title=refs.words(vacancy.title))
    button = refs.text("vacancy-expired.renew")
    body = body.with_buttons(message.opens("renew", button, vacancy.id))
    await agreed.tell(work, vacancy, body)


async def ask_coach_for_attention(work: Work, case: Case) -> None:
    """No answer is an answer too: the coach is asked to call."""
    check_in = await work.get(CheckIn, case.subject_id)
    check_in.attention = True
    await events.log(
        work, "check-in-missing", about=check_in.person_id, subject=("check-in", case.subject_id)
    )
    coach = case.people.get("coach")
    if coach is not None:
        outbox.tell(work, coach, outbox.line("check-in-missing", **case.args))
