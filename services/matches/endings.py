"""What a jobseeker who said yes hears when it ends, and what she can do next.

Whoever waits for an answer gets one, also when nobody decided anything: a vacancy that is filled,
closed or over, an employer who stays silent or stops, a meeting that came to nothing. Never who
said what of her, and never for something she did herself.
"""

from __future__ import annotations

from services.messages import message, outbox
from services.store.models import Match, Vacancy
from services.texts import refs
from services.unit_of_work import Work

SAID_YES = frozenset({"interested", "introduced", "invited", "met"})
HER_OWN = frozenset({"profile", "erased", "other_work"})  # reasons she knows already


async def tell_her(
    work: Work, match: Match, *, before: str, reason: str, actor: int | None
) -> None:
    """Say that it ended, kindly, and what comes next; nothing where she knows or never said yes."""
    if before not in SAID_YES or reason in HER_OWN or actor == match.jobseeker_id:
        return
    vacancy = await work.get(Vacancy, match.vacancy_id)
    text = f"ended-{match.state}.{reason}|ended-{match.state}"
    body = outbox.line(text, title=refs.words(vacancy.title))
    body = body.with_buttons(
        message.command("jobs"),
        message.opens("ask", refs.text("command.coach")),
    )
    outbox.tell(work, match.jobseeker_id, body, kind="promise")
