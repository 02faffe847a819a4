"""What each side is shown of a match, as references: who-sees-what in one file.

The employer's card is built from an explicit short list of fields. What is not named here cannot
leak, whatever a profile holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from services import agreed, matching, places, rights
from services.matching.own_words import own_words
from services.store.models import Employer, Jobseeker, Match, Vacancy
from services.texts import refs
from services.texts.refs import Ref
from services.unit_of_work import Work

Facts = dict[str, Any]

MOST_REASONS = 6
NEAR_KM = (5, 10, 20)  # distance bands an employer sees


async def for_coach(work: Work, match: Match) -> Facts:
    """Everything: who, what, and the reasons for and against."""
    jobseeker, vacancy, employer = await _parties(work, match)
    fit = matching.Fit.from_json(match.reasons)
    return {
        "name": refs.name(jobseeker.person_id),
        "title": refs.words(vacancy.title),
        "employer": refs.words(employer.name),
        "place": _place(vacancy.demands.get("place")),
        "score": match.score,
        "for": _reasons(fit, "fits"),
        "against": _reasons(fit, "gap", "learnable"),
        "unknown": _reasons(fit, "unknown"),
        "helps": _helps(jobseeker, vacancy),
    }


async def for_jobseeker(work: Work, match: Match) -> Facts:
    """The vacancy, why it fits, and what to think of."""
    jobseeker, vacancy, employer = await _parties(work, match)
    return {
        "title": refs.words(vacancy.title),
        "employer": agreed.employer_named(vacancy, employer, match.state),
        "facts": vacancy_lines(vacancy),
        "helps": _helps(jobseeker, vacancy),
        **_with_open_helps(reasons_for(matching.Fit.from_json(match.reasons)), jobseeker, vacancy),
    }


def _with_open_helps(told: Facts, jobseeker: Jobseeker, vacancy: Vacancy) -> Facts:
    """What she needs and the employer did not name is what to think of, for both."""
    lines = _helps_lines(jobseeker, vacancy, ("no", "unknown"))
    if not lines:
        return told
    known = told["think"][1:] if told["think"][0] == "lines" else []
    return {**told, "think": refs.bullets(*known, *lines)}


def reasons_for(fit: matching.Fit) -> Facts:
    """Why a vacancy fits, and what to think of, in words to the jobseeker."""
    return {
        "why": _reasons(fit, "fits", side="jobseeker"),
        "think": _reasons(fit, "gap", "learnable", side="jobseeker"),
    }


async def for_employer(work: Work, match: Match) -> Facts:
    """The anonymous card; PermissionError while it may not be shown (who-sees-what, verified)."""
    jobseeker, vacancy, employer = await _parties(work, match)
    if not rights.card_visible_to_employer(match, employer):
        raise PermissionError("this card may not be shown")
    return {"title": refs.words(vacancy.title), "card": anonymous(jobseeker, vacancy)}


def anonymous(jobseeker: Jobseeker, vacancy: Vacancy) -> Ref:
    """Work, skills, hours, distance in bands, Dutch, start; what helps only if she ticked that."""
    seen = jobseeker.profile
    lines: list[Ref | None] = []
    for field, kind in (("done", "occupation"), ("wanted", "occupation"), ("skills", "skill")):
        if seen.get(field):
            names = refs.listed(*(refs.concept(kind, code) for code in seen[field]))
            lines.append(refs.text(f"card-{field}", names=names))
    if seen.get("hours"):
        lines.append(refs.text("card-hours", hours=refs.hours(*seen["hours"])))
    if seen.get("dutch"):
        lines.append(refs.text("card-dutch", level=refs.text(f"jobseeker-dutch.{seen['dutch']}")))
    if seen.get("start"):
        lines.append(refs.text("card-start", day=refs.day(seen["start"])))
    lines.append(_distance(seen.get("home"), vacancy.demands.get("place")))
    if seen.get("share_helps") == "yes" and seen.get("helps"):
        helps = refs.listed(
            *(refs.text(f"helps-helps.{code}") for code in seen["helps"] if code != "none")
        )
        lines.append(refs.text("card-helps", helps=helps))
    return refs.bullets(*(each for each in lines if each))


def contact(person_id: int) -> Facts:
    """Name and number of somebody who agreed to meet."""
    return {"who": refs.full_name(person_id), "number": refs.number_of(person_id)}


TOLD = frozenset({"title", "place", "hours", "times", "wage", "start"})
"""Answers of the employer that a jobseeker was told before she said yes: see `vacancy_lines`."""


def vacancy_lines(vacancy: Vacancy) -> Ref:
    """A vacancy in a few short lines, for somebody who reads it on a phone."""
    asked = vacancy.demands
    lines: list[Ref] = []
    if asked.get("place"):
        lines.append(refs.text("vacancy-line-place", place=_place(asked["place"])))
    if asked.get("hours"):
        lines.append(refs.text("vacancy-line-hours", hours=refs.hours(*asked["hours"])))
    if asked.get("times"):
        times = refs.listed(*(refs.text(f"jobseeker-times.{code}") for code in asked["times"]))
        lines.append(refs.text("vacancy-line-times", times=times))
    if isinstance(asked.get("wage"), dict):
        lines.append(refs.text("vacancy-line-wage", wage=refs.wage(asked["wage"])))
    if asked.get("start"):
        lines.append(refs.text("vacancy-line-start", day=refs.day(asked["start"])))
    if own := own_words(asked):
        names = refs.listed(*(refs.words(words) for words in own))
        lines.append(refs.text("vacancy-line-own", names=names))
    return refs.bullets(*lines)


def _distance(home: str | None, work_at: str | None) -> Ref | None:
    here, there = places.place(home or ""), places.place(work_at or "")
    if here is None or there is None:
        return None
    away = places.kilometres(here, there)
    within = next((km for km in NEAR_KM if away <= km), None)
    if within is None:
        return refs.text("card-far", km=NEAR_KM[-1])
    return refs.text("card-near", km=within)


def _place(code: str | None) -> Ref:
    return refs.place(code) if code else refs.text("place-unknown")


def _reasons(fit: matching.Fit, *verdicts: str, side: str = "") -> Ref:
    """The parts of a fit with these verdicts, as lines; the jobseeker's words where there are.

    On a phone only what counts: the weightiest first, and nothing about what was not asked.
    """
    parts = [p for p in fit.parts if p.verdict in verdicts]
    parts = sorted((p for p in parts if not p.text.endswith("-free")), key=lambda p: -p.out_of)
    found: list[Ref] = []
    for part in parts[:MOST_REASONS]:
        text = f"{part.text}.{side}|{part.text}" if side else part.text
        found.append(refs.text(text, **part.args))
    return refs.bullets(*found) if found else refs.text("reasons-none")


def _helps(jobseeker: Jobseeker, vacancy: Vacancy) -> Ref:
    """What helps her work well, and whether this place offers it: yes, no, unknown."""
    lines = _helps_lines(jobseeker, vacancy, ("yes", "no", "unknown"))
    return refs.bullets(*lines) if lines else refs.text("card-helps-nothing")


def _helps_lines(jobseeker: Jobseeker, vacancy: Vacancy, answers: Sequence[str]) -> list[Ref]:
    return [
        refs.text(f"card-helps-{answer}", help=refs.text(f"helps-helps.{code}"))
        for code, answer in matching.helps_line(jobseeker.profile, vacancy.demands)
        if answer in answers
    ]


async def _parties(work: Work, match: Match) -> tuple[Jobseeker, Vacancy, Employer]:
    vacancy = await work.get(Vacancy, match.vacancy_id)
    return (
        await work.get(Jobseeker, match.jobseeker_id),
        vacancy,
        await work.get(Employer, vacancy.employer_id),
    )
