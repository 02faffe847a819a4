"""From fit to proposal: which pairs are put before a coach. The program proposes, nobody else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlmodel import col, select

from services import agreed, caseload, events, matches, matching
from services.matches import asked, cards, old_demands, search
from services.messages import message, outbox
from services.refused import RefusedError
from services.store.models import Jobseeker, Match, Talk, Vacancy
from services.texts import refs
from services.unit_of_work import Work

PER_VACANCY = 5  # enough to choose from, few enough to read; more when there are more places
PER_JOBSEEKER = 3
LOOKED_AGAIN = "vacancy-looked-again"  # the event: who was asked before a change was looked at


async def for_jobseeker(work: Work, person_id: int) -> list[Match]:
    """Propose the vacancies that fit somebody best; refresh what was proposed before."""
    jobseeker = await work.get(Jobseeker, person_id)
    if jobseeker.status != "open":
        return []
    known = await _known(work, Match.jobseeker_id == person_id)
    left = [match.vacancy_id for match in known]
    found = await search.vacancies_for(work, jobseeker.profile, PER_JOBSEEKER, left)
    ids = [key for key, _ in found]
    query = select(Vacancy).where(col(Vacancy.id).in_([*ids, *left]))
    rows = {row.id: row for row in (await work.tx.exec(query)).all()}
    await _refresh(work, [(match, jobseeker, rows.get(match.vacancy_id)) for match in known])
    return await _propose(work, [(jobseeker, rows[key]) for key in ids if key in rows])


async def for_vacancy(work: Work, vacancy_id: int) -> list[Match]:
    """Propose the people who fit a vacancy best."""
    vacancy = await work.get(Vacancy, vacancy_id)
    if not _is_open(vacancy):
        return []
    known = await _known(work, Match.vacancy_id == vacancy_id)
    left = [match.jobseeker_id for match in known]
    most = PER_VACANCY * min(int(vacancy.demands.get("positions") or 1), 4)
    ids = [key for key, _ in await search.people_for(work, vacancy.demands, most, left)]
    query = select(Jobseeker).where(col(Jobseeker.person_id).in_([*ids, *left]))
    rows = {row.person_id: row for row in (await work.tx.exec(query)).all()}
    await _refresh(work, [(match, rows.get(match.jobseeker_id), vacancy) for match in known])
    return await _propose(work, [(rows[key], vacancy) for key in ids if key in rows])


def _is_open(vacancy: Vacancy) -> bool:
    """No mediation during a strike or lockout: Wet SUWI art. 31a."""
    return vacancy.status == "open" and not vacancy.demands.get("strike")


def _fit(work: Work, jobseeker: Jobseeker | None, vacancy: Vacancy | None) -> matching.Fit | None:
    """The fit of a pair that may be proposed; None if it may not."""
    if jobseeker is None or vacancy is None:
        return None
    if jobseeker.status != "open" or not _is_open(vacancy):
        return None
    found = matching.fit(jobseeker.profile, vacancy.demands, rules(work))
    return found if rules(work).accepts(found) else None


def rules(work: Work) -> matching.Rules:
    """The weights and limits of this region."""
    return search.rules(work)


async def open_people(work: Work) -> dict[int, Jobseeker]:
    """Everybody who can be proposed."""
    rows = await work.tx.exec(select(Jobseeker).where(Jobseeker.status == "open"))
    return {row.person_id: row for row in rows.all()}


async def _known(work: Work, condition: object) -> Sequence[Match]:
    return (await work.tx.exec(select(Match).where(condition))).all()  # type: ignore[arg-type]


async def _refresh(
    work: Work, pairs: Iterable[tuple[Match, Jobseeker | None, Vacancy | None]]
) -> None:
    """A proposal nobody decided on follows the facts; what was decided stays as it was."""
    for match, jobseeker, vacancy in pairs:
        if match.state != "proposed":
            continue
        found = _fit(work, jobseeker, vacancy)
        if found is None and match.origin == "program":
            await matches.withdraw_all(work, [match], "changed")
        elif found is not None:  # what a person asked for waits for a person
            match.score, match.reasons = found.score, found.as_json()


async def _propose(work: Work, pairs: Iterable[tuple[Jobseeker, Vacancy]]) -> list[Match]:
    made = []
    for jobseeker, vacancy in pairs:
        fit = _fit(work, jobseeker, vacancy)
        if fit is None:
            continue  # it changed since the index was asked
        match = Match(
            jobseeker_id=jobseeker.person_id,
            vacancy_id=vacancy.id or 0,
            score=fit.score,
            reasons=fit.as_json(),
            coach_id=jobseeker.coach_id,
            created=work.now,
            since=work.now,
        )
        work.tx.add(match)
        made.append(match)
    await work.tx.flush()
    for match in made:
        await events.log(
            work,
            "match-proposed",
            about=match.jobseeker_id,
            subject=("match", match.id or 0),
            score=match.score,
        )
    for jobseeker_id in dict.fromkeys(match.jobseeker_id for match in made):
        await alert(work, await work.get(Jobseeker, jobseeker_id))
    return made


async def again(work: Work, vacancy_id: int, before: Mapping[str, Any]) -> None:
    """The vacancy asks something else: whoever was asked is looked at again.

    Who was asked and no longer fits hears so; where somebody said yes a person decides, and hers
    is asked to look. Who still fits hears what she was told otherwise. `before` has the answers
    that changed, as they were. On hold nobody is looked at: that comes when it goes on.
    """
    vacancy = await work.get(Vacancy, vacancy_id)
    if not _is_open(vacancy):
        return
    await events.log(work, LOOKED_AGAIN, subject=("vacancy", vacancy_id))
    await for_vacancy(work, vacancy_id)
    told = bool(set(before) & cards.TOLD)
    demanded = bool(set(before) - set(agreed.FIELDS))
    for match in await asked.waiting(work, vacancy_id):
        jobseeker = await work.get(Jobseeker, match.jobseeker_id)
        found = matching.fit(jobseeker.profile, vacancy.demands, rules(work))
        fits = _fit(work, jobseeker, vacancy) is not None
        if not fits and match.state == "approved":
            await matches.withdraw_all(work, [match], "changed")
            asked.tell(work, match, "changed-no-longer", vacancy)
        elif not fits:
            await _demands_changed(work, match, jobseeker, vacancy)
        differs = demanded and found.as_json() != match.reasons
        if match.state in asked.WAITING and (told or differs):
            await old_demands.note(work, match, found, before, fits=fits)
            match.score, match.reasons = found.score, found.as_json()
        if told and match.state == "approved":
            asked.tell(work, match, "changed-look", vacancy)
            await outbox.close_dialogs(work, ("interest",), match.id or 0)
            outbox.open_dialog(work, match.jobseeker_id, "interest", match.id or 0)
        elif told and match.state in asked.WAITING:
            asked.tell(work, match, "changed-told", vacancy, facts=cards.vacancy_lines(vacancy))


async def _demands_changed(
    work: Work, match: Match, jobseeker: Jobseeker, vacancy: Vacancy
) -> None:
    """She said yes to something else than it is now: her coach decides what becomes of it."""
    name, title = refs.name(match.jobseeker_id), refs.words(vacancy.title)
    body = outbox.line("staff-demands-changed", name=name, title=title)
    body = body.with_buttons(message.command("console"))
    for staff_id in await caseload.of_jobseeker(work, jobseeker):
        outbox.tell(work, staff_id, body, about=match.jobseeker_id)


async def by_staff(work: Work, person_id: int, vacancy_id: int, actor: int) -> Match:
    """A pair that somebody of staff thought of, to be decided on like every other.

    One that is proposed already is that one. Raises RefusedError: "decided" when there was a
    decision, "step" when the person or the vacancy is not open.
    """
    vacancy = await work.take(Vacancy, vacancy_id)  # two at once make one pair
    jobseeker = await work.get(Jobseeker, person_id)
    condition = (Match.jobseeker_id == person_id) & (Match.vacancy_id == vacancy_id)
    known = next(iter(await _known(work, condition)), None)
    if known is not None and known.state != "proposed":
        raise RefusedError("decided")
    if jobseeker.status != "open" or not _is_open(vacancy):
        raise RefusedError("step")
    if known is not None:
        return known
    fit = matching.fit(jobseeker.profile, vacancy.demands, rules(work))
    match = Match(
        jobseeker_id=person_id,
        vacancy_id=vacancy_id,
        score=fit.score,
        reasons=fit.as_json(),
        origin="staff",
        coach_id=jobseeker.coach_id,
        created=work.now,
        since=work.now,
    )
    work.tx.add(match)
    await work.tx.flush()
    await events.log(
        work,
        "match-proposed",
        actor=actor,
        about=person_id,
        subject=("match", match.id or 0),
        score=match.score,
    )
    return match


async def alert(work: Work, jobseeker: Jobseeker) -> None:
    """Put the next waiting match before whoever decides, one at a time.

    Somebody who is reading one hears of the next when that is decided, so that ten new matches
    are not ten messages.
    """
    for staff_id in await caseload.of_jobseeker(work, jobseeker):
        busy = await work.tx.exec(
            select(Talk.about).where(
                Talk.person_id == staff_id,
                Talk.dialog == "review",
                col(Talk.finished).is_(None),
            )
        )
        if busy.first() is None:
            outbox.later(work, "next-match", staff_id)
