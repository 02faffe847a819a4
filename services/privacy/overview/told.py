"""Who somebody is, how they come in, and what they told: with the day, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlmodel import col, select

from services.jobseekers import profiles
from services.matching.own_words import OWN_WORDS
from services.privacy.overview.model import Entry, fact, parts, when, words, yes_no
from services.store.models import Address, Jobseeker, Link, Person, Talk, Visit
from services.texts import refs
from services.unit_of_work import Work

INTAKE = "jobseeker"  # the first talk of a jobseeker


async def identity(work: Work, person: Person) -> list[Entry]:
    """Names, numbers, and how they are spoken to."""
    source = work.region.organisation(person.source)
    return [
        *fact("name", words(person.name)),
        *fact("full-name", words(person.full_name)),
        *fact("phone", refs.phone(person.phone) if person.phone else None),
        *fact("email", words(person.email)),
        *fact("language", refs.text(f"language-language.{person.language}")),
        *fact("formal", refs.text(f"data-formal.{('u' if person.formal else 'je')}")),
        *fact("source", words(source.name if source else person.source)),
        *fact("created", when(person.created)),
        *fact("seen", when(person.seen)),
        *fact("reached", when(person.reached)),
        *fact("unreachable", when(person.unreachable)),
        *fact("paused", when(person.paused)),
        *fact("quiet", when(person.quiet)),
        *fact("unasked", when(person.unasked)),
    ]


async def ways_in(work: Work, person: Person) -> list[Entry]:
    """Where they can be reached, and which browsers and codes are theirs."""
    found: list[Entry] = []
    for address in await _of(work, Address, person):
        value = parts("way", address=words(address.address), used=when(address.used))
        found += fact(f"channel-{address.channel}", value)
    for visit in await _of(work, Visit, person):
        value = parts(
            "way",
            created=when(visit.created),
            used=when(visit.used),
            expires=when(visit.expires),
        )
        found += fact(f"browser-{visit.kind}", value)
    for link in await _of(work, Link, person):
        value = parts(
            "way",
            created=when(link.created),
            used=when(link.used),
            expires=when(link.expires),
        )
        found += fact(f"link-{link.purpose}", value)
    return found


async def _of(work: Work, table: Any, person: Person) -> Sequence[Any]:
    query = select(table).where(col(table.person_id) == person.id)
    return (await work.tx.exec(query)).all()


async def profile(work: Work, person: Person) -> list[Entry]:
    """Every field that was told, also in own words, with when it was confirmed and by whom."""
    row = await work.tx.get(Jobseeker, person.id)
    if row is None:
        return await _under_way(work, person)
    answers, said = profiles.answers_of(person, row), row.said or {}
    found = []
    for field in dict.fromkeys((*answers, *row.profile, *said)):
        value = answers.get(field) or _unconfirmed(row, field)
        if field in ("name", "licences") or value in (None, []):
            continue  # a name stands elsewhere, licences follow from the licence
        known = row.confirmed.get(field, {})
        on, by = known.get("on"), known.get("by")
        label = refs.text("data-label.level" if field == "level" else profiles.label_of(field))
        day = date.fromisoformat(on) if on else None
        found.append(Entry(label, profiles.shown(field, value), by, day))
    return found


async def _under_way(work: Work, person: Person) -> list[Entry]:
    """Answers of a first talk that is not finished: no profile holds them yet."""
    query = select(Talk).where(Talk.person_id == person.id, Talk.dialog == INTAKE)
    talk = (await work.tx.exec(query.where(col(Talk.finished).is_(None)))).first()
    answers = ((talk.state if talk else None) or {}).get("answers", {})
    known = {field: answers[field] for field in profiles.CORE if answers.get(field)}
    return [
        Entry(
            refs.text(profiles.label_of(field)),
            refs.words(value) if field == "name" else profiles.shown(field, value),
            person.id,
        )
        for field, value in known.items()
    ]


def _unconfirmed(row: Jobseeker, field: str) -> Any:
    """What is kept of a field that has no day yet, with its own words."""
    value, own = row.profile.get(field), (row.said or {}).get(field, [])
    value = list(value) if isinstance(value, dict) else value
    return [*(value or []), *(OWN_WORDS + each for each in own)] if own else value


async def guidance(work: Work, person: Person) -> list[Entry]:
    """Which team and coach, how they want to be helped, and the keys of the list."""
    row = await work.tx.get(Jobseeker, person.id)
    if row is None:
        return []
    team, organisation = work.region.team(row.team), work.region.organisation(row.organisation)
    coach = refs.name(row.coach_id) if row.coach_id else None
    return [
        *fact("status", refs.text(f"data-status.{row.status}")),
        *fact("town", words(row.town)),
        *fact("team", words(team.name if team else row.team)),
        *fact("organisation", words(organisation.name if organisation else row.organisation)),
        *fact("coach", coach),
        *fact("support", refs.text(f"data-support.{row.support}")),
        *fact("rather-called", yes_no(row.rather_called)),
        *fact("shown-by-self", yes_no(row.shown_by_self)),
        *fact("shown-by-coach", yes_no(row.shown_by_coach)),
        *fact("profile-created", when(row.created)),
        *fact("profile-updated", when(row.updated)),
    ]
