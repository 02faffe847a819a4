"""The anonymous list of people that employers may look through (who-sees-what).

An `Entry` is built from a short list of codes and numbers and from nothing else: what is not a
field of it cannot leak, whatever a profile holds. Where fewer than `FEW` listed people share an
occupation and a gemeente, the gemeente is not told. Nobody's number is: an employer points at
somebody by a keyed hash that is another one for every employer. The order is that of these hashes,
so that it tells nothing of who came when.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlmodel import col, select

from services import caseload, employers, events, matches, matching, rights, vocabulary
from services.matches import search
from services.messages import message, outbox
from services.store.models import Employer, Event, Jobseeker, Match, Person, Vacancy
from services.store.sealed import ring
from services.texts import refs
from services.unit_of_work import Work

FEW = 5  # people who share what is shown; with fewer the region stands for the gemeente
RELATED = 0.78  # how near another occupation must be to one that was typed, 0 to 1
MOST_SKILLS = 8
SAME = 24  # characters of a reference
LEVELS = range(1, 7)  # werk- en denkniveau
LATER = timedelta(days=1)
STAFF = 0  # a reader who cannot ask


@dataclass(frozen=True)
class Entry:
    """One person as an employer sees them: codes and numbers, no name and no number.

    ``town`` is a gemeente, or empty where that would say too much; ``hours`` a week (from, to).
    """

    reference: str
    occupations: tuple[str, ...]
    skills: tuple[str, ...]
    level: int | None
    hours: tuple[int, int] | None
    town: str


def reference(reader: int, person_id: int) -> str:
    """What stands for somebody on the list of one employer; it cannot be guessed or compared."""
    return ring().lookup("browse", str(reader), str(person_id))[:SAME]


def entries(people: Iterable[Jobseeker], reader: int) -> dict[int, Entry]:
    """Everybody with both keys, by person, in an order that tells nothing. Pure but for the key."""
    shown = [row for row in people if rights.on_browse_list(row) and _codes(row, "occupation")]
    together = Counter(
        (code, row.town) for row in shown for code in _codes(row, "occupation") if row.town
    )
    made = {row.person_id: _entry(row, reader, together) for row in shown}
    return dict(sorted(made.items(), key=lambda each: each[1].reference))


def _entry(row: Jobseeker, reader: int, together: Counter[tuple[str, str]]) -> Entry:
    occupations = _codes(row, "occupation")
    enough = all(together[code, row.town] >= FEW for code in occupations)
    return Entry(
        reference=reference(reader, row.person_id),
        occupations=occupations,
        skills=_codes(row, "skill")[:MOST_SKILLS],
        level=_level(row.profile.get("level")),
        hours=_hours(row.profile.get("hours")),
        town=row.town if enough else "",
    )


def _codes(row: Jobseeker, kind: vocabulary.Kind) -> tuple[str, ...]:
    """The codes of the vocabulary among what somebody told; anything else is left out."""
    told = row.profile.get("wanted" if kind == "occupation" else "skills")
    codes = [each for each in told if isinstance(each, str)] if isinstance(told, list) else []
    return tuple(each for each in dict.fromkeys(codes) if vocabulary.concept(each, kind))


def _level(told: Any) -> int | None:
    return told if isinstance(told, int) and told in LEVELS else None


def _hours(told: Any) -> tuple[int, int] | None:
    if not isinstance(told, list) or len(told) != 2:
        return None
    low, high = told
    return (low, high) if all(isinstance(each, int) for each in told) else None


async def listed(work: Work, reader: int) -> dict[int, Entry]:
    """The list as one reader sees it: the number of an employer, or `STAFF`."""
    query = select(Jobseeker).where(
        Jobseeker.status == "open",
        col(Jobseeker.shown_by_self).is_(True),
        col(Jobseeker.shown_by_coach).is_(True),
    )
    return entries((await work.tx.exec(query)).all(), reader)


def sought(
    rows: Iterable[Entry], words: str, language: str, *, hours: int = 0, town: str = ""
) -> list[Entry]:
    """Those who want this or nearby work, for so many hours at least, in a gemeente that is told.

    A gemeente that is not told cannot be found by asking for it.
    """
    found = [row for row in rows if not town or row.town == town]
    found = [row for row in found if not hours or (row.hours and row.hours[1] >= hours)]
    if not words.strip():
        return found
    wanted = [each.concept.code for each in vocabulary.normalise("occupation", words, language, 3)]
    rated = [(_nearest(row.occupations, wanted), row) for row in found]
    rated = [each for each in rated if each[0] >= RELATED]
    return [row for _, row in sorted(rated, key=lambda each: -each[0])]


def _nearest(occupations: Sequence[str], wanted: Sequence[str]) -> float:
    near = (vocabulary.occupations_related(one, other) for one in wanted for other in occupations)
    return max(near, default=0.0)


async def asked(work: Work, employer_id: int) -> set[str]:
    """The references that this employer asked for already, whatever came of it."""
    ids = await employers.contacts(work, employer_id)
    query = select(Event.person_id).where(Event.kind == matches.ASKED, col(Event.actor_id).in_(ids))
    return {reference(employer_id, each) for each in (await work.tx.exec(query)).all() if each}


async def open_vacancies(work: Work, employer_id: int) -> list[Vacancy]:
    """What an employer can want somebody for; not during a strike (Wet SUWI art. 31a)."""
    rows = await employers.reported_by(work, employer_id)
    return [row for row in rows if row.status == "open" and not row.demands.get("strike")]


async def ask(work: Work, contact: Person, mark: str, vacancy_id: int) -> None:
    """An employer wants to meet somebody: their coach decides whether she is asked.

    Says nothing of how things stand, and does nothing twice. Raises LookupError for an employer
    who may not look, somebody who is not on the list (any more), or a vacancy of somebody else.
    """
    employer = await employers.of_person(work, contact.id or 0)
    if employer is None or not rights.may_browse(employer):
        raise LookupError("not for you")
    rows = await listed(work, employer.id or 0)
    person_id = next((key for key, row in rows.items() if row.reference == mark), None)
    vacancy = next(
        (r for r in await open_vacancies(work, employer.id or 0) if r.id == vacancy_id), None
    )
    if person_id is None or vacancy is None:
        raise LookupError("not there")
    if await matches.was_asked(work, person_id, vacancy_id):
        return
    jobseeker = await work.get(Jobseeker, person_id)
    match = await _match(work, jobseeker, vacancy)
    await events.log(
        work,
        matches.ASKED,
        actor=contact.id,
        about=person_id,
        subject=("vacancy", vacancy_id),
    )
    if match.state == "proposed":
        await _tell_coach(work, jobseeker, match, vacancy, employer)
    elif match.state in matches.ENDED:  # said no faster than a person would
        outbox.later(work, "asked-over", due=work.now + LATER, match=match.id)


async def _match(work: Work, jobseeker: Jobseeker, vacancy: Vacancy) -> Match:
    """The pair, put before the coach; one that was decided on stays as it is."""
    query = select(Match).where(
        Match.jobseeker_id == jobseeker.person_id, Match.vacancy_id == vacancy.id
    )
    match = (await work.tx.exec(query)).first()
    if match is None:
        match = Match(
            jobseeker_id=jobseeker.person_id,
            vacancy_id=vacancy.id or 0,
            coach_id=jobseeker.coach_id,
            created=work.now,
            since=work.now,
        )
        work.tx.add(match)
    if match.state == "proposed":
        fit = matching.fit(jobseeker.profile, vacancy.demands, search.rules(work))
        match.score, match.reasons, match.snoozed = fit.score, fit.as_json(), None
        match.origin = "employer" if match.origin == "program" else match.origin
    await work.tx.flush()
    return match


async def _tell_coach(
    work: Work, jobseeker: Jobseeker, match: Match, vacancy: Vacancy, employer: Employer
) -> None:
    body = outbox.line(
        "staff-asked",
        employer=refs.words(employer.name),
        name=refs.name(jobseeker.person_id),
        title=refs.words(vacancy.title),
    )
    body = body.with_buttons(
        message.opens("review", refs.text("staff-applied.open"), match.id),
    )
    for staff_id in await caseload.of_jobseeker(work, jobseeker):
        outbox.tell(work, staff_id, body)
