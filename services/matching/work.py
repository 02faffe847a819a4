"""The work itself: occupation, wish and skills."""

from __future__ import annotations

from services import vocabulary
from services.matching.model import Demands, Finding, Part, Profile, Rules, Verdict
from services.matching.parts import free, judged, number, occupation, skills, understood, unknown

ALIKE = 0.5  # from this relatedness on, one occupation is said to be like the other
_WAYS = ("job", "course", "school")  # how a skill is learned, the quickest first
MILLION = 1_000_000
# A vacancy that is open to one of these says itself that the work is learned on the job.
_TEACHES = frozenset({"beginner", "learn-work"})


def _nearest(own: list[str], asked: list[str]) -> tuple[float, str, str]:
    """The best pair: how near (0..1), the person's occupation, the vacancy's."""
    pairs = [(related(one, other), one, other) for one in own for other in asked]
    return max(pairs, key=lambda pair: pair[0], default=(0.0, "", ""))


def related(one: str, other: str) -> float:
    """How near two occupations are (0..1); a code is always the same as itself."""
    return 1.0 if one == other else vocabulary.occupations_related(one, other)


def _degree(near: float) -> tuple[Verdict, str]:
    if near >= 1:
        return "fits", "same"
    return ("fits", "alike") if near >= ALIKE else ("gap", "other")


def judge_occupation(profile: Profile, demands: Demands, rules: Rules) -> Finding:
    """The nearest of the occupations wanted (full points) and done (a share of them)."""
    asked = understood(demands.get("occupation"))
    wanted, done = understood(profile.get("wanted")), understood(profile.get("done"))
    if not asked:
        return unknown("occupation", text="occupation-asked")
    if not wanted and not done:
        return unknown("occupation", "wanted", *(("done",) if done is None else ()))
    by_wish, by_work = _nearest(wanted or [], asked), _nearest(done or [], asked)
    from_work = by_work[0] * rules.for_done > by_wish[0] or not wanted
    near, own, other = by_work if from_work else by_wish
    verdict, degree = _degree(near)
    text = f"occupation-{'done-' if from_work and degree != 'other' else ''}{degree}"
    share = near * rules.for_done if from_work else near
    args = {"own": occupation(own), "asked": occupation(other)}
    return Finding((judged("occupation", rules.occupation, share, verdict, text, args),))


def judge_wish(profile: Profile, demands: Demands, rules: Rules) -> Finding:
    """Does the person want this work? What they did but no longer want earns nothing here."""
    asked, wanted = understood(demands.get("occupation")), understood(profile.get("wanted"))
    if not asked:
        return unknown("wish")
    if not wanted:
        return unknown("wish", "wanted")
    near, own, other = _nearest(wanted, asked)
    verdict, degree = _degree(near)
    args = {"own": occupation(own), "asked": occupation(other)}
    return Finding((judged("wish", rules.wish, near, verdict, f"wish-{degree}", args),))


def has_skills(profile: Profile) -> bool:
    """Is anything known of what the person can do, told or by work done?"""
    return understood(profile.get("skills")) is not None or bool(learned_at_work(profile))


def learned_at_work(profile: Profile) -> set[str]:
    """Skills that are essential in an occupation done: the person probably has them."""
    done = understood(profile.get("done")) or []
    return {skill for code in done for skill in vocabulary.skills_of(code)[0]}


def wished(demands: Demands) -> tuple[list[str], list[str]]:
    """Skills demanded, and skills welcome: the nice ones and what the occupation usually asks.

    Always adding the usual ones, instead of only where a vacancy names none, keeps one rule true:
    a vacancy that drops a demand never fits anybody less.
    """
    must = understood(demands.get("must")) or []
    usual = [vocabulary.skills_of(code)[0] for code in understood(demands.get("occupation")) or []]
    welcome = [*(understood(demands.get("nice")) or []), *(usual[0] if usual else ())]
    return must, [code for code in dict.fromkeys(welcome) if code not in must]


def lack(code: str, demands: Demands) -> str:
    """How a missing skill is learned: "job", "course", "school" (also where nobody says how)."""
    known = vocabulary.concept(code, "skill")
    way = known.learnable if known and known.learnable in _WAYS else "school"
    is_licence = known is not None and known.skill_kind == "licence"
    teaches = bool(_TEACHES.intersection(demands.get("open_to") or ()))
    return "job" if teaches and not is_licence else way


def judge_skills(profile: Profile, demands: Demands, rules: Rules) -> Finding:
    """What the person can do of what is asked. Each gap costs by how it is learned.

    A gap costs the same however many other skills a vacancy names: what somebody still has to
    learn does not shrink because the list is long.
    """
    must, welcome = wished(demands)
    if not must and not welcome:
        return free("skills", rules.skills)
    ask = ("skills",) if understood(profile.get("skills")) is None else ()
    if not has_skills(profile):
        return unknown("skills", *ask)
    state = _states([*must, *welcome], profile, demands)
    loss = sum(cost(state[code], rules) for code in must)
    loss += sum(cost(state[code], rules, rules.for_nice) for code in welcome)
    parts = _told(must or welcome, state, max(0.0, 1 - loss / MILLION), rules)
    return Finding(parts, ask=ask)


def _states(codes: list[str], profile: Profile, demands: Demands) -> dict[str, str]:
    """Each skill as "have", "probable", "job", "course" or "school"."""
    own, by_work = set(understood(profile.get("skills")) or ()), learned_at_work(profile)
    return {
        code: "have" if code in own else "probable" if code in by_work else lack(code, demands)
        for code in codes
    }


def cost(state: str, rules: Rules, share: float = 1) -> int:
    """What a skill in this state costs, in millionths of the points for skills.

    Whole numbers, because a sum of fractions depends on their order: the same gaps in another
    order might lose a point.
    """
    return 0 if state == "have" else round(MILLION * share * getattr(rules, f"gap_{state}"))


def _told(codes: list[str], state: dict[str, str], share: float, rules: Rules) -> tuple[Part, ...]:
    """The line with the points, and lines that tell probable skills and gaps apart."""
    by_state: dict[str, list[str]] = {}
    for code in codes:
        by_state.setdefault(state[code], []).append(code)
    have, probable = by_state.get("have", []), by_state.get("probable", [])
    gaps = [way for way in _WAYS if by_state.get(way)]
    verdict: Verdict = "gap" if "school" in gaps else "learnable" if gaps else "fits"
    text = "all" if len(have) == len(codes) else "some" if have else "none"
    args = {"n": number(len(have)), "total": number(len(codes)), "have": skills(have)}
    if probable and not have:
        text, args, probable = "probable", {"skills": skills(probable)}, []
    lines = [judged("skills", rules.skills, share, verdict, f"skills-{text}", args)]
    if probable:
        lines.append(_line("fits", "probable", probable))
    lines += [_line("gap" if way == "school" else "learnable", way, by_state[way]) for way in gaps]
    return tuple(lines)


def _line(verdict: Verdict, text: str, codes: list[str]) -> Part:
    return Part("skills", 0, 0, verdict, f"match-part-skills-{text}", {"skills": skills(codes)})
