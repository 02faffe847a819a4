"""An invented region of any size, for measurements: profiles and demands as they are stored.

Occupations are as unevenly liked as in life: the n-th most usual one is chosen 1/n as often. What
people want lies near what they did, their skills follow from both, and one in six leaves a
question open. People live and work in the places of Zuid-Kennemerland en IJmond.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Any

from services import places, vocabulary
from services.places.model import world

TIMES = ("morning", "afternoon", "evening", "night", "weekend")
HOW_WELL = ("none", "little", "reasonable", "good")
LICENCES = ((), ("AM", "B"), ("AM", "B"), ("AM", "B"), ("AM", "B", "C"), ("AM",))
CONTRACTS = ("permanent", "fixed", "agency", "on-call", "learn", "any")
LANGUAGES = ("eng", "ara", "tir", "pol", "tur", "ukr", "deu", "fas")
FIRST_DAY = date(2026, 12, 1)


class Region:
    """Makes people and vacancies; the same seed makes the same ones."""

    def __init__(self, seed: int = 1) -> None:
        self.dice = Random(seed)
        self.occupations = [each.code for each in vocabulary.all_concepts("occupation")]
        self.dice.shuffle(self.occupations)
        self.liked = list(accumulate(1 / (n + 3) for n in range(len(self.occupations))))
        self.skills = [each.code for each in vocabulary.all_concepts("skill")]
        self.homes = [p.code for p in world().places.values() if p.pc4 and p.region == "AM37"]
        self.near: dict[str, list[str]] = {}

    def occupation(self) -> str:
        """Some occupation, often a usual one."""
        return self.dice.choices(self.occupations, cum_weights=self.liked)[0]

    def like(self, code: str) -> str:
        """An occupation near to this one."""
        if code not in self.near:
            related = vocabulary.occupations_related
            self.near[code] = [o for o in self.occupations if related(code, o) >= 0.5]
        return self.dice.choice(self.near[code])

    def people(self, number: int) -> Iterator[dict[str, Any]]:
        """So many profiles."""
        return (self.person() for _ in range(number))

    def vacancies(self, number: int) -> Iterator[dict[str, Any]]:
        """So many vacancies."""
        return (self.vacancy() for _ in range(number))

    def person(self) -> dict[str, Any]:
        """One profile; every sixth answer is missing."""
        dice, wanted = self.dice, [self.occupation()]
        wanted += [self.like(wanted[0]) for _ in range(dice.choice((0, 1, 1, 2)))]
        done = [
            dice.choice((self.occupation(), self.like(wanted[0])))
            for _ in range(dice.choice((0, 1, 1, 2, 3)))
        ]
        usual = [skill for code in (*wanted, *done) for skill in vocabulary.skills_of(code)[0]]
        skills = [skill for skill in usual if dice.random() < 0.5]
        skills += dice.choices(self.skills, k=dice.choice((0, 1, 2)))
        hours = sorted(dice.choices((8, 12, 16, 20, 24, 28, 32, 36, 40), k=2))
        profile = {
            "home": dice.choice(self.homes),
            "wanted": list(dict.fromkeys(wanted)),
            "done": list(dict.fromkeys(done)),
            "skills": list(dict.fromkeys(skills)),
            "hours": hours,
            "times": [t for t in TIMES if dice.random() < 0.5] or ["morning"],
            "travel": [m for m in places.MEANS if dice.random() < 0.4] or ["bike"],
            "limit": dice.choice((15, 20, 30, 30, 45, 60)),
            "licences": list(dice.choice(LICENCES)),
            "dutch": dice.choice(HOW_WELL),
            "start": (FIRST_DAY + timedelta(days=dice.randrange(-60, 60))).isoformat(),
            "level": dice.randint(1, 4),
            "contract": dice.sample(CONTRACTS, k=dice.choice((1, 2, 3))),
            "languages": {
                code: dice.choice(HOW_WELL[1:])
                for code in dice.sample(LANGUAGES, dice.choice((0, 1, 1, 2)))
            },
        }
        return {k: v for k, v in profile.items() if k == "wanted" or dice.random() < 5 / 6}

    def vacancy(self) -> dict[str, Any]:
        """One vacancy; it asks about half of what it could."""
        dice, occupation = self.dice, self.occupation()
        usual = vocabulary.skills_of(occupation)[0]
        low = dice.choice((8, 16, 20, 24, 32))
        demands = {
            "must": dice.sample(usual, min(len(usual), dice.choice((0, 1, 2))))
            + dice.choices(self.skills, k=dice.choice((0, 0, 1))),
            "nice": dice.choices(self.skills, k=dice.choice((0, 1, 2))),
            "hours": [low, low + dice.choice((0, 4, 8))],
            "times": dice.sample(TIMES, k=dice.choice((1, 2))),
            "start": (FIRST_DAY + timedelta(days=dice.randrange(0, 60))).isoformat(),
            "contract": dice.choice(CONTRACTS[:-1]),
            "level": dice.randint(1, 4),
            "licences": dice.choice(([], [], ["B"], ["C"])),
            "dutch": dice.choice(HOW_WELL),
            "languages": dice.choice(({}, {}, {"eng": "little"}, {"eng": "reasonable"})),
            "open_to": dice.choice(([], ["beginner"], ["little-dutch"])),
        }
        asked = {k: v for k, v in demands.items() if dice.random() < 0.6}
        return asked | {"occupation": [occupation], "place": dice.choice(self.homes)}
