"""Werkzoekenden and their profiles: what an intake is stored as, and what follows from it.

A profile is {field: code, list or number} (VUM codes where they exist). Each field has
a date on which it was last confirmed, and by whom: a profile nobody confirms is what sank the
tools before us. Names stay on the person, free words in a sealed column.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlmodel import col, select

from services import events, matches, places
from services.matching.own_words import OWN_WORDS
from services.messages import outbox
from services.rights import Viewer
from services.store.models import Document, Event, Jobseeker, Match, Person
from services.texts import refs
from services.unit_of_work import Work

CORE = (
    "name",
    "home",
    "wanted",
    "done",
    "skills",
    "hours",
    "times",
    "travel",
    "limit",
    "licence",
    "dutch",
    "start",
)
LATER = ("level", "schooling", "contract", "languages", "helps", "reading")
FIELDS = (*CORE, *LATER)
BESIDE = {"share_helps": "helps", "diploma": "schooling"}  # field: its visit
UNASKED = "unasked"  # the dialog that asks whether a file that was not asked for may be kept

TIMES = ("morning", "afternoon", "evening", "night", "weekend")
MEANS = ("walk", "bike", "scooter", "public-transport", "car")  # VUM vervoermiddel
HELPS = ("rest", "fixed-tasks", "quiet", "buddy", "no-lifting", "build-up")  # after EisAanWerk
LICENCES: dict[str, list[str]] = {  # a licence and what it includes
    "none": [],
    "b": ["AM", "B"],
    "am": ["AM"],
    "be": ["AM", "B", "BE"],
    "c": ["AM", "B", "C"],
    "ce": ["AM", "B", "BE", "C", "CE"],
    "d": ["AM", "B", "D"],
    "t": ["AM", "B", "T"],
}


async def save_intake(work: Work, person: Person, about: int, answers: Mapping[str, Any]) -> None:
    """Store what somebody confirmed, make them a jobseeker if they were not, and match.

    "_by" among the answers is the colleague who filled them in together with somebody, "_kept" what
    helps at work, as she chose to keep it before she had a profile.
    """
    if answers.get("name"):
        person.name = answers["name"]
    jobseeker = await work.tx.get(Jobseeker, person.id)
    new = jobseeker is None
    if jobseeker is None:
        jobseeker = _newcomer(work, person, answers["home"])
        work.tx.add(jobseeker)
    by = answers.get("_by", person.id)
    if answers.get("_kept"):
        answers = {**answers, "helps": _with_helps(jobseeker, answers["_kept"])}
    _store(work, jobseeker, answers, by=by)
    await _place_in_team(work, person, jobseeker)
    await events.log(
        work, "profile-saved", actor=by, about=person.id, new=new, fields=_fields(answers)
    )
    outbox.later(work, "match-jobseeker", jobseeker=person.id)
    if new:
        outbox.later(work, "new-profile", jobseeker=person.id)


def _fields(answers: Mapping[str, Any]) -> list[str]:
    """Which fields were answered, for the log: their names only."""
    return sorted(field for field in answers if not field.startswith("_"))


def _newcomer(work: Work, person: Person, home: str) -> Jobseeker:
    found = places.place(home)
    return Jobseeker(
        person_id=person.id or 0,
        town=(found.gemeente or "") if found else "",
        organisation=person.source,
        created=work.now,
        updated=work.now,
    )


def _store(work: Work, jobseeker: Jobseeker, answers: Mapping[str, Any], by: int | None) -> None:
    """Merge answers into the profile; an answer of None ("weet ik niet") is unknown again."""
    profile, confirmed = dict(jobseeker.profile), dict(jobseeker.confirmed)
    said = dict(jobseeker.said or {})
    for field, value in answers.items():
        if field.startswith("_") or field == "name":
            continue
        stored, words = _split(field, value)
        profile[field] = stored
        said[field] = words
        confirmed[field] = {"on": work.today.isoformat(), "by": by}
    if isinstance(profile.get("languages"), list):  # a language one can hold a talk in
        spoken = [code for code in profile["languages"] if code != "none"]
        profile["languages"] = dict.fromkeys(spoken, "good")
    if "licence" in answers:
        code = answers["licence"]
        profile["licences"] = None if code is None else LICENCES[code]
    jobseeker.profile = {k: v for k, v in profile.items() if v is not None}
    jobseeker.said = {k: v for k, v in said.items() if v} or None
    jobseeker.confirmed = confirmed
    jobseeker.updated = work.now
    if "home" in answers:
        found = places.place(answers["home"])
        jobseeker.town = (found.gemeente or "") if found else ""


def _split(field: str, value: Any) -> tuple[Any, list[str]]:
    """Codes to store in the open, and somebody's own words to seal."""
    if not isinstance(value, list):
        return value, []
    own = [v[1:] for v in value if isinstance(v, str) and v.startswith(OWN_WORDS)]
    codes = [v for v in value if not (isinstance(v, str) and v.startswith(OWN_WORDS))]
    return (codes if codes or field == "licences" else None), own


async def _place_in_team(work: Work, person: Person, jobseeker: Jobseeker) -> None:
    """The organisation somebody came in through, else their gemeente's (teams).

    Who has a coach, or was handed over to a team, stays where they are.
    """
    query = select(Event.id).where(Event.person_id == person.id, Event.kind == "transferred")
    handed_over = (await work.tx.exec(query.limit(1))).first() is not None
    if jobseeker.coach_id is None and not handed_over:
        team = work.region.team_for(gemeente=jobseeker.town, organisation=person.source)
        jobseeker.team = team.code
        jobseeker.organisation = team.organisation


async def save_visit(work: Work, person: Person, about: int, answers: Mapping[str, Any]) -> None:
    """Store a later visit: a few more fields of a profile that is there already."""
    jobseeker = await work.get(Jobseeker, person.id)
    by = answers.get("_by", person.id)
    _store(work, jobseeker, answers, by=by)
    await events.log(
        work, "profile-saved", actor=by, about=person.id, new=False, fields=_fields(answers)
    )
    outbox.later(work, "match-jobseeker", jobseeker=person.id)


async def add_help(work: Work, person: Person, code: str, by: int | None) -> None:
    """One more thing that helps somebody to work well; whether employers may know is asked anew."""
    jobseeker = await work.get(Jobseeker, person.id)
    if code in (jobseeker.profile.get("helps") or ()):
        return
    helps = _with_helps(jobseeker, [code])
    await save_visit(work, person, 0, {"helps": helps, "share_helps": None, "_by": by})
    jobseeker.confirmed = {k: v for k, v in jobseeker.confirmed.items() if k != "share_helps"}


def _with_helps(jobseeker: Jobseeker, more: Collection[str]) -> list[str]:
    return [each for each in HELPS if each in {*(jobseeker.profile.get("helps") or ()), *more}]


async def save_document(
    work: Work, person: Person, kind: str, file: Mapping[str, str], actor: int | None = None
) -> None:
    """Keep a photo or document for the coach; its content is fetched in a job of its own.

    `actor` is the colleague who sent it together with somebody; else it was sent by themselves.
    """
    document = Document(
        person_id=person.id or 0,
        kind=kind,
        reference=file["reference"],
        created=work.now,
    )
    work.tx.add(document)
    await work.tx.flush()
    await events.log(
        work, "document-received", actor=actor or person.id, about=person.id, document=kind
    )
    outbox.later(work, "fetch-document", document=document.id)


def answers_of(person: Person, jobseeker: Jobseeker) -> dict[str, Any]:
    """The profile as answers of the intake, to read back and change."""
    said = jobseeker.said or {}
    answers: dict[str, Any] = {}
    for field in dict.fromkeys((*FIELDS, *jobseeker.confirmed)):
        if field in jobseeker.confirmed:
            value = jobseeker.profile.get(field)
            if field == "languages" and value is not None:
                value = list(value) or ["none"]
            own = [OWN_WORDS + words for words in said.get(field, [])]
            answers[field] = [*(value or []), *own] if own else value
    answers["name"] = person.name
    return answers


def completeness(jobseeker: Jobseeker) -> int:
    """How much of the core of the profile is known, in per cent (REG-10)."""
    wanted = [field for field in CORE if field != "name"]
    known = [f for f in wanted if f in jobseeker.profile or (jobseeker.said or {}).get(f)]
    return round(100 * len(known) / len(wanted))


def open_fields(jobseeker: Jobseeker) -> list[str]:
    """Fields of the core that are still unknown."""
    said = jobseeker.said or {}
    return [f for f in CORE if f != "name" and f not in jobseeker.profile and not said.get(f)]


async def confirm(work: Work, person_id: int, field: str) -> None:
    """A field still holds: its date is today's (one tap on "klopt dit nog?")."""
    row = await work.get(Jobseeker, person_id)
    if field in row.confirmed:
        today = {"on": work.today.isoformat(), "by": person_id}
        row.confirmed = {**row.confirmed, field: today}
        await events.log(
            work, "profile-confirmed", actor=person_id, about=person_id, fields=[field]
        )


def confirmed_on(jobseeker: Jobseeker, field: str) -> date | None:
    """When a field was last said or confirmed."""
    known = jobseeker.confirmed.get(field)
    return date.fromisoformat(known["on"]) if known else None


async def set_visibility(work: Work, person_id: int, *, shown: bool, actor: int) -> None:
    """One of the two keys of the browse list: the jobseeker's own, or the coach's."""
    jobseeker = await work.get(Jobseeker, person_id)
    if actor == person_id:
        jobseeker.shown_by_self = shown
    else:
        jobseeker.shown_by_coach = shown
    await events.log(work, "visibility", actor=actor, about=person_id, shown=shown)


async def pause(work: Work, person: Person) -> None:
    """No new matches and no reminders until they come back; what is open is withdrawn."""
    person.paused = work.now
    jobseeker = await work.tx.get(Jobseeker, person.id)
    if jobseeker is not None:
        jobseeker.status = "paused"
        rows = await work.tx.exec(select(Match).where(Match.jobseeker_id == person.id))
        await matches.withdraw_all(work, rows.all(), "profile")
    await events.log(work, "paused", actor=person.id, about=person.id)


async def resume(work: Work, person: Person) -> None:
    """Back again: match with what there is now."""
    person.paused = None
    jobseeker = await work.tx.get(Jobseeker, person.id)
    if jobseeker is not None:
        jobseeker.status = "open"
        outbox.later(work, "match-jobseeker", jobseeker=person.id)
    await events.log(work, "resumed", actor=person.id, about=person.id)


async def caseload(work: Work, who: Viewer, most: int) -> list[tuple[Jobseeker, str]]:
    """The people a member of staff looks after, newest change first, with their names."""
    query = (
        select(Jobseeker, Person)
        .join(Person, col(Person.id) == col(Jobseeker.person_id))
        .where(col(Jobseeker.coach_id).in_(who.stands_for))
        .order_by(col(Jobseeker.updated).desc())
        .limit(most)
    )
    return [(row, person.name or "") for row, person in (await work.tx.exec(query)).all()]


async def assign_coach(work: Work, row: Jobseeker, coach_id: int, *, actor: int) -> None:
    """A named coach from now on: the jobseeker hears who, and open matches move along."""
    row.coach_id = coach_id
    found = await work.tx.exec(select(Match).where(Match.jobseeker_id == row.person_id))
    for match in found.all():
        match.coach_id = coach_id
    await events.log(work, "coach-assigned", actor=actor, about=row.person_id, coach=coach_id)
    body = outbox.line("jobseeker-coach-assigned", name=refs.name(coach_id))
    outbox.tell(work, row.person_id, body)
    if coach_id != actor:
        whom = refs.name(row.person_id)
        outbox.tell(work, coach_id, outbox.line("staff-new-person", name=whom))


def label_of(field: str) -> str:
    """The text id of a field's name."""
    return f"{_form_of(field)}-{field}.label"


def _form_of(field: str) -> str:
    """The dialog that asks a field: a later visit is called after it, all else is the intake."""
    return BESIDE.get(field) or (field if field in LATER else "jobseeker")


def shown(field: str, value: Any) -> refs.Ref:
    """A field of a profile as a reference that can be shown."""
    if field == "home":
        return refs.place(value)
    if field == "start":
        return refs.day(value)
    if field == "hours":
        return refs.hours(*value)
    if field == "limit":
        return refs.text("unit-minutes", n=value)
    if field == "level":
        return refs.text("unit-level", n=value)
    if field in ("wanted", "done", "skills"):
        kind = "skill" if field == "skills" else "occupation"
        return refs.listed(*(_named(kind, code) for code in value))
    text = f"{_form_of(field)}-{field}"
    if isinstance(value, list):
        return refs.listed(*(refs.text(f"{text}.{code}") for code in value))
    return refs.text(f"{text}.{value}")


def _named(kind: str, code: str) -> refs.Ref:
    own = code.startswith(OWN_WORDS)
    return refs.words(code[1:]) if own else refs.concept(kind, code)
