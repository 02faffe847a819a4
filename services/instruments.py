"""Instrumenten that may help somebody into work, and why each may apply (INS).

Always a possibility: nobody has a right to an instrument and a person decides (INS-02), so the
verdict is "maybe" or "unknown", never "yes". What is known of a person is read for their coach only
(matching-reads); employers and jobseekers hear what follows from the vacancy.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import col, select

from services import matching, rights
from services.jobseekers.profiles import HELPS
from services.region.rules import Conditions, Instrument, Verdict
from services.rights import Viewer
from services.store.models import Dossier, Jobseeker, Match, Placement, Vacancy
from services.texts import refs
from services.unit_of_work import Work

Facts = Mapping[str, Collection[str]]
GAPS = {"skills": "skill", "licence": "licence", "language": "dutch", "occupation": "occupation"}


@dataclass(frozen=True)
class Reason:
    """One condition of an instrument: met, or still to be found out."""

    key: str  # a field of services.region.rules.Conditions
    codes: tuple[str, ...]  # what is known and counts; empty when unknown
    known: bool


@dataclass(frozen=True)
class Suggestion:
    """An instrument that may help, who decides on it, and what it hangs on."""

    code: str
    decides: str  # gemeente | uwv | tax-office | adviser
    verdict: Verdict  # maybe | unknown
    because: tuple[Reason, ...]
    longest_days: int | None
    source: str


async def suggest(
    work: Work,
    *,
    vacancy: Vacancy | None = None,
    match: Match | None = None,
    jobseeker: Jobseeker | None = None,
    who: Viewer | None = None,
) -> list[Suggestion]:
    """What may help for a vacancy, a match or a person; those that hang on least come first.

    `who` is the member of staff who reads it: facts of the person count only for whoever may see
    their dossier; for everybody else they are unknown.
    """
    if match is not None:
        vacancy = vacancy or await work.get(Vacancy, match.vacancy_id)
        jobseeker = jobseeker or await work.tx.get(Jobseeker, match.jobseeker_id)
    facts: dict[str, Collection[str]] = {}
    if vacancy is not None:
        facts |= of_vacancy(vacancy)
    if match is not None and who is not None:
        facts["gap"] = gaps(match)
    if jobseeker is not None and who is not None:
        facts |= await facts_of_person(work, jobseeker, who)
    return judge(work.region.instruments_on(work.today), facts)


def judge(instruments: Sequence[Instrument], facts: Facts) -> list[Suggestion]:
    """The instruments these facts do not rule out; of one code and decider once."""
    found = []
    for each in instruments:
        verdict, way = each.judged(facts)
        if verdict == "no":
            continue
        because = _because(way, facts)
        found.append(
            Suggestion(each.code, each.decides, verdict, because, each.longest_days, each.source)
        )
    return sorted(found, key=lambda each: (each.verdict != "maybe", _open(each)))


def for_employer(work: Work, vacancy: Vacancy) -> list[str]:
    """Codes of what may help with this vacancy, whoever comes: possibilities, never promises.

    Only what hangs on something the employer told. Who is open to the banenafspraak may meet
    somebody of the register, who earns less than the minimum at first and is helped at work; which
    benefit that person will have stays open.
    """
    told = of_vacancy(vacancy)
    facts = dict(told)
    if "banenafspraak" in told.get("open_to", ()):
        facts |= {"registered": ("yes",), "wage_value": ("below-minimum",), "helps": HELPS}
    found = judge(work.region.instruments_on(work.today), facts)
    fit = [each for each in found if _told_by(each) and _only_benefit_open(each)]
    return list(dict.fromkeys(each.code for each in fit))


def _told_by(suggestion: Suggestion) -> bool:
    return any(reason.known for reason in suggestion.because)


def _only_benefit_open(suggestion: Suggestion) -> bool:
    return all(reason.known or reason.key == "benefit" for reason in suggestion.because)


def _open(suggestion: Suggestion) -> int:
    return sum(not reason.known for reason in suggestion.because)


def _because(conditions: Conditions, facts: Facts) -> tuple[Reason, ...]:
    found = []
    for key in type(conditions).model_fields:
        wanted: tuple[str, ...] = getattr(conditions, key)
        if wanted:
            met = tuple(code for code in wanted if code in facts.get(key, ()))
            found.append(Reason(key, met, key in facts))
    return tuple(found)


def of_vacancy(vacancy: Vacancy) -> Facts:
    """What an employer told: what they are open to and offer. What was not asked stays unknown."""
    asked = vacancy.demands
    keys = {"open_to": "open_to", "conditions": "offers"}
    return {name: tuple(asked[key]) for key, name in keys.items() if asked.get(key) is not None}


def gaps(match: Match) -> tuple[str, ...]:
    """What is missing for the work and could be learned."""
    fit = matching.Fit.from_json(match.reasons)
    parts = [*fit.parts, *fit.blocks]
    lacking = {part.name for part in parts if part.verdict in ("gap", "learnable")}
    return tuple(code for name, code in GAPS.items() if name in lacking)


async def facts_of_person(work: Work, jobseeker: Jobseeker, who: Viewer) -> Facts:
    """Benefit, register, wage value and what helps, for whoever may see the dossier."""
    facts: dict[str, Collection[str]] = {}
    if not rights.may_see_jobseeker(who, jobseeker):
        return facts
    if jobseeker.profile.get("helps") is not None:
        facts["helps"] = tuple(code for code in jobseeker.profile["helps"] if code != "none")
    if not rights.may_see_dossier(who, jobseeker):
        return facts
    dossier = await work.tx.get(Dossier, jobseeker.person_id)
    known = (dossier.facts if dossier else None) or {}
    for field, key in (("benefit", "benefit"), ("register", "registered")):
        if known.get(field):
            facts[key] = (str(known[field]),)
    if known.get("sheltered"):
        facts["sheltered"] = (str(known["sheltered"]),)
    value = await _wage_value(work, jobseeker.person_id)
    if value is not None:
        facts["wage_value"] = ("below-minimum" if value < 100 else "minimum",)
    return facts


async def _wage_value(work: Work, person_id: int) -> int | None:
    """The newest loonwaarde that was measured, in per cent of the minimum wage."""
    query = select(Placement).where(Placement.jobseeker_id == person_id)
    rows = (await work.tx.exec(query.order_by(col(Placement.starts).desc()))).all()
    return next((row.wage_value["percent"] for row in rows if row.wage_value), None)


def line(suggestion: Suggestion) -> refs.Ref:
    """A suggestion in words: what it is, that it may be possible, who decides, what it hangs on."""
    args = {
        "name": refs.text(f"instrument-{suggestion.code}"),
        "what": refs.text(f"instrument-about.{suggestion.code}"),
        "decides": refs.text(f"instrument-decides.{suggestion.decides}"),
        "because": refs.listed(*(_reason(each) for each in suggestion.because))
        if suggestion.because
        else refs.text("instrument-because.none"),
    }
    return refs.text(f"instrument-may.{suggestion.verdict}", **args)


def _reason(reason: Reason) -> refs.Ref:
    if not reason.known:
        return refs.text(f"instrument-unknown.{reason.key}")
    return refs.text(f"instrument-because.{reason.key}")


def names(codes: Collection[str]) -> refs.Ref:
    """Instruments by name, as a reference."""
    return refs.listed(*(refs.text(f"instrument-{code}") for code in codes))
