"""The limits around the work: level, language, hours, times, travel, start, licence, contract.

The same three answers everywhere: not asked, so everybody meets it; asked and not known, so no
points and no block; asked and known, so judged, and a block where it is a hard limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from services import places
from services.matching.model import Demands, Finding, Part, Profile, Rules
from services.matching.parts import free, hours, judged, named, names, number, unknown
from services.texts import refs

HOW_WELL = ("none", "little", "reasonable", "good")  # how well somebody speaks a language
LICENCES = ("AM", "B", "BE", "C", "CE", "D", "T")
# Which other licences one holds by holding this one. Who has C or D has B first, CE includes BE,
# and all of them include the moped (Directive 2006/126/EC, article 6).
_INCLUDES: Mapping[str, frozenset[str]] = {
    "B": frozenset({"AM"}),
    "BE": frozenset({"B", "AM"}),
    "C": frozenset({"B", "AM"}),
    "CE": frozenset({"C", "BE", "B", "AM"}),
    "D": frozenset({"B", "AM"}),
}


def _fits(name: str, weight: int, text: str, args: Mapping[str, Any]) -> Finding:
    return Finding((judged(name, weight, 1, "fits", text, args),))


def _blocked(name: str, weight: int, text: str, args: Mapping[str, Any]) -> Finding:
    part = judged(name, weight, 0, "gap", text, args)
    return Finding((part,), (part,))


def level(side: Profile | Demands) -> int | None:
    """VUM werk- en denkniveau 1 to 6; its codes 0 (n.v.t.) and 7 (nog niet bekend) say nothing."""
    told = side.get("level")
    return told if told in range(1, 7) else None


def judge_level(profile: Profile, demands: Demands, rules: Rules) -> Finding:
    """Work-and-thinking level: half the points are lost per step below, none for being above."""
    own, asked = level(profile), level(demands)
    if asked is None:
        return free("level", rules.level)
    args = {"asked": named("level", asked)}
    if own is None:
        return unknown("level", "level", args=args)
    args |= {"own": named("level", own)}
    if own >= asked:
        return _fits("level", rules.level, "level-fits", args)
    share = max(0.0, 1 - (asked - own) / 2)
    return Finding((judged("level", rules.level, share, "gap", "level-below", args),))


def judge_dutch(profile: Profile, demands: Demands, rules: Rules) -> Finding:
    """Speaking Dutch. Less than demanded is a hard limit, unless open to people with little."""
    asked, own = dutch(demands), dutch(profile)
    if not asked:
        return free("language", rules.dutch, "dutch")
    args = {"asked": named("dutch", HOW_WELL[asked])}
    if own is None:
        return unknown("language", "dutch", text="dutch", args=args)
    args |= {"own": named("dutch", HOW_WELL[own])}
    if own >= asked:
        return _fits("language", rules.dutch, "dutch-fits", args)
    if "little-dutch" not in (demands.get("open_to") or ()):
        return _blocked("language", rules.dutch, "dutch-below", args)
    part = judged("language", rules.dutch, own / asked, "learnable", "dutch-learns", args)
    return Finding((part,))


def dutch(side: Profile | Demands) -> int | None:
    """How well, as a place in `HOW_WELL`: from its own field, else from the languages."""
    told = side.get("dutch") or (side.get("languages") or {}).get("nld")
    return HOW_WELL.index(told) if told in HOW_WELL else None


def other_languages(demands: Demands) -> dict[str, str]:
    """Languages beside Dutch that a vacancy demands, and how well."""
    asked = demands.get("languages") or {}
    return {code: well for code, well in asked.items() if code != "nld" and well in HOW_WELL[1:]}


def judge_languages(profile: Profile, demands: Demands, rules: Rules) -> Finding:
    """Other languages: by the one that falls short most; unknown while one of them is."""
    asked, own = other_languages(demands), profile.get("languages") or {}
    if not asked:
        return free("language", rules.languages, "languages")
    open_ones = [code for code in asked if own.get(code) not in HOW_WELL]
    if open_ones:
        args = {"languages": names("language", open_ones)}
        return unknown("language", "languages", text="languages", args=args)
    shares = {c: HOW_WELL.index(own[c]) / HOW_WELL.index(well) for c, well in asked.items()}
    short = [code for code in asked if shares[code] < 1]
    if not short:
        args = {"languages": names("language", asked)}
        return _fits("language", rules.languages, "languages-fits", args)
    args = {"languages": names("language", short)}
    share, text = min(shares.values()), "languages-below"
    return Finding((judged("language", rules.languages, share, "gap", text, args),))


def judge_hours(profile: Profile, demands: Demands, rules: Rules) -> Finding:
    """Hours a week: the two ranges must overlap."""
    own, asked = profile.get("hours"), demands.get("hours")
    if not asked:
        return free("hours", rules.hours)
    args = {"asked": hours(*asked)}
    if not own:
        return unknown("hours", "hours", args=args)
    args |= {"own": hours(*own)}
    few, many = asked[0] - own[1], own[0] - asked[1]
    if few <= 0 and many <= 0:
        return _fits("hours", rules.hours, "hours-fits", args)
    text = "hours-few" if few > 0 else "hours-many"
    return _blocked("hours", rules.hours, text, {**args, "by": number(max(few, many))})


def judge_times(profile: Profile, demands: Demands, rules: Rules) -> Finding:
    """Times of the day and week: all that are demanded must be possible."""
    own, asked = profile.get("times"), demands.get("times")
    if not asked:
        return free("times", rules.times)
    if not own:
        return unknown("times", "times", args={"times": names("time", asked)})
    missing = [time for time in asked if time not in own]
    if not missing:
        return _fits("times", rules.times, "times-fits", {"times": names("time", asked)})
    return _blocked("times", rules.times, "times-missing", {"times": names("time", missing)})


def judge_travel(profile: Profile, demands: Demands, rules: Rules) -> Finding:
    """Estimated minutes by the fastest of the person's means, against their own limit."""
    work = places.place(demands.get("place") or "")
    home = places.place(profile.get("home") or "")
    if work is None:
        return unknown("travel", text="travel-place")
    means = [each for each in profile.get("travel") or () if each in places.MEANS]
    limit = profile.get("limit")
    known = {"home": home, "travel": means, "limit": limit}
    if home is None or not means or limit is None:
        return unknown("travel", *(field for field, value in known.items() if not value))
    minutes, by = min((places.travel_minutes(home, work, each), each) for each in means)
    over = minutes - limit
    args = {"minutes": number(minutes), "means": named("means", by), "limit": number(limit)}
    if over <= 0:
        return _fits("travel", rules.travel, "travel-fits", args)
    args |= {"over": number(over)}
    if over > rules.travel_tolerance:
        return _blocked("travel", rules.travel, "travel-far", args)
    return Finding((judged("travel", rules.travel, 0, "gap", "travel-bit-far", args),))


def judge_start(profile: Profile, demands: Demands, rules: Rules) -> Finding:
    """Earliest start: later than asked earns nothing, more than the patience later blocks."""
    own, asked = profile.get("start"), demands.get("start")
    if not asked:
        return free("start", rules.start)
    args = {"asked": refs.day(asked)}
    if not own:
        return unknown("start", "start", args=args)
    args |= {"own": refs.day(own)}
    late = (date.fromisoformat(own) - date.fromisoformat(asked)).days
    if late <= 0:
        return _fits("start", rules.start, "start-fits", args)
    if late > 7 * rules.start_patience:
        args |= {"weeks": number(-(-late // 7))}
        return _blocked("start", rules.start, "start-late", args)
    return Finding((judged("start", rules.start, 0, "gap", "start-bit-late", args),))


def judge_licence(profile: Profile, demands: Demands, rules: Rules) -> Finding:
    """Driving licences: each one demanded must be held, itself or in a higher one."""
    own, asked = profile.get("licences"), demands.get("licences")
    if not asked:
        return free("licence", rules.licence)
    if own is None:
        return unknown("licence", "licences", args={"licences": names("licence", asked)})
    held = set(own).union(*(_INCLUDES.get(each, frozenset()) for each in own))
    missing = [each for each in asked if each not in held]
    if not missing:
        args = {"licences": names("licence", asked)}
        return _fits("licence", rules.licence, "licence-fits", args)
    blocks = tuple(_missing(each, rules) for each in missing)
    args = {"licences": names("licence", missing)}
    return Finding((judged("licence", rules.licence, 0, "gap", "licence-missing", args),), blocks)


def _missing(licence: str, rules: Rules) -> Part:
    args = {"licences": names("licence", [licence])}
    return judged("licence", rules.licence, 0, "gap", "licence-missing", args)


ANY = "any"  # "maakt niet uit"


def judge_contract(profile: Profile, demands: Demands, rules: Rules) -> Finding:
    """The kind of contract offered, against the kinds the person wants; never a hard limit."""
    own, offered = profile.get("contract"), demands.get("contract")
    if not offered:
        return unknown("contract", text="contract-offer")
    args = {"offered": named("contract", offered)}
    if not own:
        return unknown("contract", "contract", args=args)
    if offered in own or ANY in own:
        return _fits("contract", rules.contract, "contract-fits", args)
    args |= {"own": names("contract", own)}
    return Finding((judged("contract", rules.contract, 0, "gap", "contract-other", args),))
