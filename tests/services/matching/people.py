"""People and vacancies as they are stored, made up for tests."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from services import places, vocabulary

OWN = "=iets met dieren"  # somebody's own words
OCCUPATIONS = ["cleaner", "domestic-cleaner", "kitchen-help", "cook", "waiter", "not-a-code", OWN]
HOW_WELL = ["none", "little", "reasonable", "good"]
TIMES = ["morning", "afternoon", "evening", "night", "weekend"]
LICENCES = ["AM", "B", "BE", "C", "CE", "D", "T"]
CONTRACTS = ["permanent", "fixed", "agency", "on-call", "learn"]
HELPS = ["rest", "fixed-tasks", "quiet", "buddy", "no-lifting", "build-up"]
OPEN_TO = ["banenafspraak", "learn-work", "trial", "carving", "beginner", "little-dutch"]
PLACES = ["2011", "2022", "1971", "1975", "haarlem", "zaandam", "nowhere"]
MEANS = ["walk", "bike", "scooter", "public-transport", "car"]
DAYS = ["2026-11-01", "2026-12-01", "2026-12-15", "2027-01-10", "2027-06-01"]


def skill(learnable: str, kind: str | None = None) -> str:
    """Some skill of the vocabulary that is learned so."""
    return next(
        each.code
        for each in vocabulary.all_concepts("skill")
        if each.learnable == learnable and (kind is None or each.skill_kind == kind)
    )


def essential(occupation: str) -> list[str]:
    """What an occupation asks."""
    return list(vocabulary.skills_of(occupation)[0])


SKILLS = [
    *essential("cleaner")[:3],
    *essential("cook")[:2],
    skill("job"),
    skill("course"),
    skill("school"),
    "not-a-skill",
    OWN,
]


def _some(codes: list[str], most: int = 4) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(codes), unique=True, max_size=most)


def _hours() -> st.SearchStrategy[list[int]]:
    return st.lists(st.sampled_from([4, 16, 24, 32, 40]), min_size=2, max_size=2).map(sorted)


def _maybe(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Each field there, None or not there at all."""
    return st.fixed_dictionaries({}, optional={k: st.none() | v for k, v in fields.items()})


PROFILES = _maybe(
    {
        "home": st.sampled_from(PLACES),
        "wanted": _some(OCCUPATIONS, 3),
        "done": _some(OCCUPATIONS, 3),
        "skills": _some(SKILLS, 6),
        "hours": _hours(),
        "times": _some(TIMES, 5),
        "travel": _some(MEANS),
        "limit": st.sampled_from([5, 10, 15, 20, 30, 45, 90]),
        "licences": _some(LICENCES, 3),
        "dutch": st.sampled_from(HOW_WELL),
        "start": st.sampled_from(DAYS),
        "level": st.integers(0, 7),
        "contract": _some(CONTRACTS, 3),
        "languages": st.dictionaries(
            st.sampled_from(["eng", "pol", "nld"]), st.sampled_from(HOW_WELL)
        ),
        "helps": _some(HELPS),
    }
)
DEMANDS = _maybe(
    {
        "occupation": _some(OCCUPATIONS, 2),
        "must": _some(SKILLS, 3),
        "nice": _some(SKILLS, 3),
        "hours": _hours(),
        "times": _some(TIMES, 2),
        "place": st.sampled_from(PLACES),
        "start": st.sampled_from(DAYS),
        "contract": st.sampled_from(CONTRACTS),
        "level": st.integers(1, 6),
        "licences": _some(LICENCES, 2),
        "dutch": st.sampled_from(HOW_WELL),
        "languages": st.dictionaries(
            st.sampled_from(["eng", "pol", "nld"]), st.sampled_from(HOW_WELL)
        ),
        "conditions": _some(HELPS),
        "open_to": _some(OPEN_TO),
        "positions": st.integers(1, 5),
    }
)

# Somebody who has said everything, and a vacancy that fits.
SAMIRA: dict[str, Any] = {
    "home": "2011",
    "wanted": ["cleaner"],
    "done": ["kitchen-help"],
    "skills": essential("cleaner"),
    "hours": [16, 24],
    "times": ["morning", "afternoon"],
    "travel": ["bike", "public-transport"],
    "limit": 30,
    "licences": ["B"],
    "dutch": "reasonable",
    "start": "2026-12-01",
    "level": 3,
    "contract": ["permanent", "fixed"],
    "languages": {"ara": "good", "eng": "little"},
    "helps": ["buddy", "quiet"],
}
OFFICES: dict[str, Any] = {
    "occupation": ["cleaner"],
    "must": essential("cleaner")[:2],
    "nice": [],
    "hours": [20, 28],
    "times": ["morning"],
    "place": "2022",
    "start": "2026-12-01",
    "contract": "fixed",
    "level": 2,
    "licences": ["B"],
    "dutch": "little",
    "languages": {},
    "conditions": ["buddy"],
    "open_to": [],
    "positions": 1,
}


def minutes(home: str, work: str, means: str) -> int:
    """Estimated travel time between two places."""
    one, other = places.place(home), places.place(work)
    assert one
    assert other
    return places.travel_minutes(one, other, means)
