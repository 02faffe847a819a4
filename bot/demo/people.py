"""Invented jobseekers and staff of the demo region."""

from __future__ import annotations

from random import Random
from typing import Any

from bot.demo.reading import Row, rows, several, some, span, weighted
from services.places import place
from services.vocabulary import skills_of

# In the order of the intake: who stops halfway has answered the first few.
CORE = (
    *("home", "wanted", "done", "skills", "hours", "times"),
    *("travel", "limit", "licences", "dutch", "start"),
)
_ENDS = {"complete": 58, "gaps": 24, "stopped": 18}  # per cent; real files are emptier still
_LICENCES = {"none": [], "b": ["B"], "ce": ["B", "C", "CE"]}
_TRAVEL = {"walk": 0.3, "bike": 0.65, "scooter": 0.08, "public-transport": 0.5}
_NAMES = 1000  # so many are given once; beyond that two people may share a name
_NEAR = 5  # times as likely to live where one's work is


def jobseekers(seed: int, n: int = 320) -> list[dict[str, Any]]:
    """Draw ``n`` jobseekers as answers of the intake and the visits after it.

    What is not known is None: about 18 % stopped halfway the intake (``finished`` False), 24 % left
    answers out, the others are ``complete``. Codes of occupations and skills are those of
    `services.vocabulary`; ``hours`` a week, ``limit`` minutes, ``start`` days from now, ``level``
    1–6. ``licence`` is the answer behind ``licences``.
    """
    dice = Random(f"jobseekers {seed}")
    names: set[tuple[str, str]] = set()
    return [_jobseeker(dice, number, names) for number in range(n)]


def _jobseeker(dice: Random, number: int, taken: set[tuple[str, str]]) -> dict[str, Any]:
    name, last_name, language = _called(dice)
    while (name, last_name) in taken and len(taken) < _NAMES:
        name, last_name, language = _called(dice)
    taken.add((name, last_name))
    kind = _kind(dice, language)
    person: dict[str, Any] = {
        "name": name,
        "last_name": last_name,
        "phone": f"+316{number + 1:08}",
        "language": language,
        **_can(dice, kind, language),
        **_available(dice, kind),
        **_later(dice, kind),
    }
    return _as_known(dice, person)


def _called(dice: Random) -> tuple[str, str, str]:
    """First name, last name and the language to chat in."""
    group = dice.choices(rows("names"), [int(row["weight"]) for row in rows("names")])[0]
    shares = dict(share.split(":") for share in several(group["languages"]))
    language = weighted(dice, {code: int(share) for code, share in shares.items()})
    first, last = dice.choice(several(group["first"])), dice.choice(several(group["last"]))
    return first, last, language


def _kind(dice: Random, language: str) -> Row:
    """The kind of work somebody knows; who chats in another language seldom needs good Dutch."""
    fitting = [
        row
        for row in rows("archetypes")
        if language == "nl" or set(several(row["dutch"])) & {"none", "little"}
    ]
    return dice.choices(fitting, [int(row["weight"]) for row in fitting])[0]


def _can(dice: Random, kind: Row, language: str) -> dict[str, Any]:
    """Work wanted and done, skills that come with it, licence and Dutch."""
    wanted, known = several(kind["wanted"]), several(kind["done"])
    first = dice.choices(wanted, [4, 3, 2, 2][: len(wanted)])[0]
    others = [code for code in wanted if code != first]
    wishes = [first, *dice.sample(others, dice.choice((0, 1, 1, 2)))]
    done = dice.sample(known, min(len(known), dice.choice((1, 1, 2, 2, 3))))
    licence = "b" if dice.random() * 100 < int(kind["licence"]) else "none"
    licence = "ce" if kind["key"] == "truck" else licence
    return {
        "wanted": wishes,
        "done": [] if dice.random() < 0.08 else done,
        "skills": _skills(dice, wishes, done),
        "licence": licence,
        "licences": _LICENCES[licence],
        "dutch": _dutch(dice, several(kind["dutch"]), language),
    }


def _skills(dice: Random, wanted: list[str], done: list[str]) -> list[str]:
    """Most of what work done asks, a little of what work wanted asks; at most nine."""
    found: dict[str, None] = {}
    for codes, share in ((done, 0.65), (wanted, 0.3)):
        for code in codes:
            essential, optional = skills_of(code)
            found |= dict.fromkeys(some(dice, essential, share))
            found |= dict.fromkeys(some(dice, optional, share / 3))
    return list(found)[:9]


def _dutch(dice: Random, levels: list[str], language: str) -> str:
    """Speaking Dutch: seldom none for who chats in Dutch, seldom good for who does not."""
    likely = {"none": 0, "little": 1, "reasonable": 3, "good": 8}
    if language != "nl":
        likely = {"none": 3, "little": 5, "reasonable": 3, "good": 0}
    chances = {level: likely[level] for level in levels}
    return weighted(dice, chances) if any(chances.values()) else levels[-1]


def _available(dice: Random, kind: Row) -> dict[str, Any]:
    """Where somebody lives, when they can work, and how they get there."""
    near = several(kind["near"])
    homes = {
        row["place"]: float(row["weight"]) * (_NEAR if _in(row["place"], near) else 1)
        for row in rows("homes")
    }
    times = several(kind["times"])
    travel = [means for means, share in _TRAVEL.items() if dice.random() < share]
    if int(kind["licence"]) > 10 and dice.random() < 0.4:
        travel.append("car")
    return {
        "home": weighted(dice, homes),
        "hours": span(dice.choice(several(kind["hours"]))),
        "times": some(dice, times, 0.75) or times[:1],
        "travel": travel or ["bike"],
        "limit": dice.choice((15, 20, 30, 30, 30, 45, 45, 60)),
        "start": dice.choice((0, 0, 0, 0, 7, 14, 30, 60)),
    }


def _in(code: str, gemeenten: list[str]) -> bool:
    found = place(code)
    return found is not None and found.gemeente in gemeenten


def _later(dice: Random, kind: Row) -> dict[str, Any]:
    """What later visits tell: schooling, what helps, and whether one may be shown."""
    helps = some(dice, several(kind["helps"]), 0.3) if dice.random() < 0.55 else None
    known = dice.random() < 0.55
    return {
        "helps": helps,
        "share_helps": bool(helps) and dice.random() < 0.5,
        "level": int(dice.choice(several(kind["level"]))) if known else None,
        "visibility": dice.random() < 0.35,
    }


def dossier(dice: Random) -> dict[str, Any]:
    """What a coach wrote down; of one in eight nothing yet."""
    if dice.random() < 0.12:
        return {}
    benefits = {"bijstand": 48, "ww": 18, "none": 14, "wia": 8, "wajong": 8, "zw": 2, "ioaw": 2}
    found: dict[str, Any] = {"birth_year": dice.randint(1962, 2007)}
    if dice.random() < 0.85:
        found["benefit"] = weighted(dice, benefits)
    if dice.random() < 0.7:
        found["ladder"] = int(weighted(dice, {"2": 10, "3": 35, "4": 35, "5": 15, "6": 5}))
    if dice.random() < 0.6:
        found["register"] = (
            "yes" if found.get("benefit") == "wajong" else dice.choice(("no", "no", "yes"))
        )
    return found


def _as_known(dice: Random, person: dict[str, Any]) -> dict[str, Any]:
    """Forget what this person did not tell. Town and work wanted are required."""
    end = weighted(dice, _ENDS)
    optional = CORE[2:]
    missing: set[str] = set()
    if end == "gaps":
        missing = set(dice.sample(optional, dice.choice((1, 1, 2, 3))))
    if end == "stopped":
        missing = set(CORE[dice.randint(2, len(CORE) - 1) :])
        person |= {"helps": None, "share_helps": False, "level": None, "visibility": False}
    if "licences" in missing:
        missing.add("licence")
    if "car" in person["travel"] and not person["licences"]:
        person["travel"] = [means for means in person["travel"] if means != "car"] or ["bike"]
    unknown = dict.fromkeys(missing)
    return {**person, **unknown, "finished": end != "stopped", "complete": end == "complete"}


def staff() -> list[dict[str, Any]]:
    """People who work for the organisations of the built-in region, with role and team."""
    return [
        {**row, "lead": row["lead"] == "yes", "phone": f"+312300001{number:02}", "language": "nl"}
        for number, row in enumerate(rows("staff"))
    ]
