"""From the judges to one fit, and from fits to ordered lists."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable

from services.matching import limits, work
from services.matching.model import Demands, Finding, Fit, Profile, Rules, percentage
from services.matching.parts import understood

RULES = Rules()
_JUDGES: tuple[Callable[[Profile, Demands, Rules], Finding], ...] = (
    work.judge_occupation,
    work.judge_skills,
    work.judge_wish,
    limits.judge_level,
    limits.judge_dutch,
    limits.judge_languages,
    limits.judge_hours,
    limits.judge_times,
    limits.judge_travel,
    limits.judge_start,
    limits.judge_licence,
    limits.judge_contract,
)
Ranked = list[tuple[int, Fit]]


def fit(profile: Profile, demands: Demands, rules: Rules = RULES) -> Fit:
    """How well a person fits a vacancy, with every reason. Reads nothing but what the judges name.

    Missing values never block and earn nothing; the score is taken over what could be judged.
    """
    findings = [judge(profile, demands, rules) for judge in _JUDGES]
    parts = tuple(part for finding in findings for part in finding.parts)
    return Fit(
        score=min(percentage(parts), _cap(profile, demands, rules)),
        parts=parts,
        blocks=tuple(block for finding in findings for block in finding.blocks),
        unknown=tuple(dict.fromkeys(field for finding in findings for field in finding.ask)),
    )


def _cap(profile: Profile, demands: Demands, rules: Rules) -> int:
    """The highest score that what we know of this person's work, wish and skills can carry.

    It depends on the person, not on how much a vacancy asks: an empty profile has score 0 even
    where a vacancy asks nothing.
    """
    known = rules.skills if work.has_skills(profile) else 0
    if understood(demands.get("occupation")):
        wanted, done = understood(profile.get("wanted")), understood(profile.get("done"))
        known += rules.occupation if wanted or done else 0
        known += rules.wish if wanted else 0
    return 100 if known >= rules.enough_known else known


def rank(
    demands: Demands,
    people: Iterable[tuple[int, Profile]],
    rules: Rules = RULES,
    at_least: int | None = None,
    top: int | None = None,
) -> Ranked:
    """The people who fit a vacancy, best first, equals by id: no hard limit broken, score enough.

    ``at_least`` is a score (the threshold of the rules by default), ``top`` the most to return.
    """
    return _best(((n, fit(profile, demands, rules)) for n, profile in people), rules, at_least, top)


def rank_vacancies(
    profile: Profile,
    vacancies: Iterable[tuple[int, Demands]],
    rules: Rules = RULES,
    at_least: int | None = None,
    top: int | None = None,
) -> Ranked:
    """The vacancies that fit a person: the same fits, the other way round."""
    fits = ((n, fit(profile, demands, rules)) for n, demands in vacancies)
    return _best(fits, rules, at_least, top)


def _best(
    fits: Iterable[tuple[int, Fit]], rules: Rules, at_least: int | None, top: int | None
) -> Ranked:
    least = rules.threshold if at_least is None else at_least
    good = [(n, each) for n, each in fits if each.possible and each.score >= least]
    most = len(good) if top is None else top
    return heapq.nsmallest(most, good, key=lambda each: (-each[1].score, each[0]))
