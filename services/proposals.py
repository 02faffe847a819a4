"""From fit to proposal: which pairs are put before a coach. The program proposes, nobody else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlmodel import col, select

from services import events, matches, matching, post
from services.store.models import Jobseeker, Match, Talk, Vacancy
from services.work import Work

PER_VACANCY = 5  # enough to choose from, few enough to read; more when there are more places
PER_JOBSEEKER = 3


async def for_jobseeker(work: Work, person_id: int) -> list[Match]:
    """Propose the vacancies that fit somebody best; refresh what was proposed before."""
    jobseeker = await work.get(Jobseeker, person_id)
    known = await _known(work, Match.jobseeker_id == person_id)
    if jobseeker.status != "open":
        return []
    open_ = (await work.tx.exec(select(Vacancy).where(Vacancy.status == "open"))).all()
    vacancies = {v.id or 0: v for v in open_ if not v.demands.get("strike")}
    ranked = matching.rank_vacancies(
        jobseeker.profile,
        ((key, v.demands) for key, v in vacancies.items()),
        rules(work),
    )
    pairs = [(jobseeker, vacancies[key], fit) for key, fit in ranked]
    by_vacancy = {match.vacancy_id: match for match in known}
    await _refresh(work, by_vacancy, {v.id or 0: fit for _, v, fit in pairs})
    fresh = [pair for pair in pairs if pair[1].id not in by_vacancy]
    return await _propose(work, fresh[:PER_JOBSEEKER])


async def for_vacancy(work: Work, vacancy_id: int) -> list[Match]:
    """Propose the people who fit a vacancy best."""
    vacancy = await work.get(Vacancy, vacancy_id)
    if vacancy.status != "open" or vacancy.demands.get("strike"):
        return []  # no mediation during a strike or lockout: Wet SUWI art. 31a
    known = await _known(work, Match.vacancy_id == vacancy_id)
    people = await open_people(work)
    ranked = matching.rank(
        vacancy.demands,
        ((key, p.profile) for key, p in people.items()),
        rules(work),
    )
    by_person = {match.jobseeker_id: match for match in known}
    await _refresh(work, by_person, dict(ranked))
    fresh = [(people[key], vacancy, fit) for key, fit in ranked if key not in by_person]
    places = int(vacancy.demands.get("positions") or 1)
    return await _propose(work, fresh[: PER_VACANCY * min(places, 4)])


def rules(work: Work) -> matching.Rules:
    """The weights and limits of this region."""
    return matching.Rules(**work.region.matching)


async def open_people(work: Work) -> dict[int, Jobseeker]:
    """Everybody who can be proposed."""
    rows = await work.tx.exec(select(Jobseeker).where(Jobseeker.status == "open"))
    return {row.person_id: row for row in rows.all()}


async def _known(work: Work, condition: object) -> Sequence[Match]:
    return (await work.tx.exec(select(Match).where(condition))).all()  # type: ignore[arg-type]


async def _refresh(work: Work, known: dict[int, Match], ranked: dict[int, matching.Fit]) -> None:
    """A proposal nobody decided on follows the facts; what was decided stays as it was."""
    for key, match in known.items():
        if match.state != "proposed":
            continue
        found = ranked.get(key)
        if found is None:
            await matches.withdraw_all(work, [match], "changed")
        else:
            match.score, match.reasons = found.score, found.as_json()


async def _propose(
    work: Work, pairs: Iterable[tuple[Jobseeker, Vacancy, matching.Fit]]
) -> list[Match]:
    made = []
    for jobseeker, vacancy, fit in pairs:
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


async def alert(work: Work, jobseeker: Jobseeker) -> None:
    """Put the next waiting match before whoever decides, one at a time.

    Somebody who is reading one hears of the next when that is decided, so that ten new matches
    are not ten messages.
    """
    for staff_id in await matches.deciders(work, jobseeker):
        busy = await work.tx.exec(
            select(Talk.about).where(
                Talk.person_id == staff_id,
                Talk.dialog == "review",
                col(Talk.finished).is_(None),
            )
        )
        if busy.first() is None:
            post.later(work, "next-match", staff_id)
