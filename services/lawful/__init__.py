"""The law in a vacancy: what may not be asked or paid, and what a person looks at."""

from services.lawful.better import changed
from services.lawful.doubts import (
    Doubt,
    explained,
    low_wage,
    of_answers,
    of_finding,
    of_wage,
    reworded,
)
from services.lawful.reading import ALWAYS, KINDS, Finding, look
from services.lawful.wages import Low, least, too_low

__all__ = [
    "ALWAYS",
    "KINDS",
    "Doubt",
    "Finding",
    "Low",
    "changed",
    "explained",
    "least",
    "look",
    "low_wage",
    "of_answers",
    "of_finding",
    "of_wage",
    "reworded",
    "too_low",
]
